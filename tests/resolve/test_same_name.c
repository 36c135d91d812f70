/* SPDX-License-Identifier: MIT */
/* Which names are one and which only look so, on invented texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sketch.h"

static void what_the_text_calls_another_name_is_one(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Orvane PROPN NNP 2 compound B-ORG\nSteel PROPN NNP 10 nsubj I-ORG\n"
                 ", PUNCT , 5 punct\nformerly ADV RB 5 advmod\nknown VERB VBN 2 acl\n"
                 "as ADP IN 7 case\nTarn PROPN NNP 5 obl B-PER\nIron PROPN NNP 7 flat I-PER\n"
                 ", PUNCT , 2 punct\nhired VERB VBD 0 root\nAda PROPN NNP 13 compound B-PER\n"
                 "Quist PROPN NNP 11 flat I-PER\nLowell PROPN NNP 10 obj I-PER\n"
                 ". PUNCT . 10 punct\n\n");
  assert_string_equal("org-orvane-steel", sketch_meant(&s, 6));
  assert_string_equal("also known as", s.resolution->mentions.data[1].why);
  assert_int_equal(2, s.resolution->entities.count);
  sketch_free(&s);
}

static void father_and_son_are_two(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Paul PROPN NNP 4 nsubj B-PER\nDrayne PROPN NNP 1 flat I-PER\n"
                 "Sr. PROPN NNP 1 flat I-PER\nmet VERB VBD 0 root\nPaul PROPN NNP 4 obj B-PER\n"
                 "Drayne PROPN NNP 5 flat I-PER\nJr. PROPN NNP 5 flat I-PER\nin ADP IN 9 case\n"
                 "Rome PROPN NNP 4 obl B-LOC\n. PUNCT . 4 punct\n\n");
  assert_string_equal("per-paul-drayne-sr", sketch_meant(&s, 0));
  assert_string_equal("per-paul-drayne-jr", sketch_meant(&s, 4));
  sketch_free(&s);
}

static void a_surname_before_the_last_is_one_and_initials_agree(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Ada PROPN NNP 4 nsubj B-PER\nMarta PROPN NNP 1 flat I-PER\nQuist PROPN NNP 1 "
                 "flat I-PER\nspoke VERB VBD 0 root\n. PUNCT . 4 punct\n\n"
                 "Ivo PROPN NNP 4 nsubj B-PER\nDrayne PROPN NNP 1 flat I-PER\nLowell PROPN NNP 1 "
                 "flat I-PER\nspoke VERB VBD 0 root\n. PUNCT . 4 punct\n\n"
                 "Drayne PROPN NNP 2 nsubj B-PER\nspoke VERB VBD 0 root\n. PUNCT . 2 punct\n\n"
                 "Ada PROPN NNP 4 nsubj B-PER\nM. PROPN NNP 1 flat I-PER\nQuist PROPN NNP 1 "
                 "flat I-PER\nspoke VERB VBD 0 root\n. PUNCT . 4 punct\n\n");
  assert_string_equal("per-ivo-drayne-lowell", sketch_meant(&s, 10));
  assert_string_equal("per-ada-marta-quist", sketch_meant(&s, 13));
  assert_int_equal(2, s.resolution->entities.count);
  sketch_free(&s);
}

static void a_team_is_called_by_its_plural_and_a_school_is_not_its_university(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 3 det\nArden PROPN NNP 3 compound B-ORG\n"
                 "Royals PROPN NNPS 4 nsubj I-ORG\nbeat VERB VBP 0 root\n"
                 "Tull PROPN NNP 4 obj B-ORG\n. PUNCT . 4 punct\n\nThe DET DT 2 det\n"
                 "Royals PROPN NNPS 3 nsubj B-ORG\nleft VERB VBD 0 root\n"
                 "Sorven PROPN NNP 6 compound B-ORG\nUniversity PROPN NNP 6 compound I-ORG\n"
                 "School PROPN NNP 3 obj I-ORG\nof ADP IN 8 case I-ORG\n"
                 "Law PROPN NNP 6 nmod I-ORG\nfor ADP IN 11 case\n"
                 "Sorven PROPN NNP 11 compound B-ORG\nUniversity PROPN NNP 3 obl I-ORG\n"
                 ". PUNCT . 3 punct\n\n");
  assert_string_equal("org-arden-royals", sketch_meant(&s, 7));
  assert_string_equal("org-sorven-university-school-of-law", sketch_meant(&s, 11));
  assert_string_equal("org-sorven-university", sketch_meant(&s, 16));
  sketch_free(&s);
}

static void whose_relative_has_her_surname_is_meant(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Tovo PROPN NNP 3 nsubj B-PER\nQuist PROPN NNP 1 flat I-PER\n"
                 "succeeded VERB VBD 0 root - succeed\nVorl PROPN NNP 3 obj B-PER\n"
                 "Harn PROPN NNP 4 flat I-PER\n. PUNCT . 3 punct\n\n"
                 "Her PRON PRP$ 2 nmod:poss\nhusband NOUN NN 7 nsubj\n, PUNCT , 4 punct\n"
                 "Bo PROPN NNP 2 appos B-PER\nQuist PROPN NNP 4 flat I-PER\n, PUNCT , 4 punct\n"
                 "sings VERB VBZ 0 root\n. PUNCT . 7 punct\n\n");
  assert_string_equal("per-tovo-quist", sketch_meant(&s, 6));
  sketch_free(&s);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_the_text_calls_another_name_is_one),
    cmocka_unit_test(father_and_son_are_two),
    cmocka_unit_test(a_surname_before_the_last_is_one_and_initials_agree),
    cmocka_unit_test(whose_relative_has_her_surname_is_meant),
    cmocka_unit_test(a_team_is_called_by_its_plural_and_a_school_is_not_its_university),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
