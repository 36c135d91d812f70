/* SPDX-License-Identifier: MIT */
/* Whom relatives, counterparts, regulators and sets of countries mean, on invented texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sketch.h"

static void both_nations_are_those_of_who_met_and_a_counterpart_is_the_other(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Estonian ADJ JJ 2 amod B-LOC\nPresident PROPN NNP 3 nmod:desc\n"
                 "Kaarel PROPN NNP 5 nsubj B-PER\nTamm PROPN NNP 3 flat I-PER\n"
                 "met VERB VBD 0 root - meet\nLatvian ADJ JJ 7 amod B-LOC\n"
                 "President PROPN NNP 8 nmod:desc\nIlze PROPN NNP 5 obj B-PER\n"
                 "Ozola PROPN NNP 8 flat I-PER\n. PUNCT . 5 punct\n\nBoth DET DT 2 det\n"
                 "nations NOUN NNS 3 nsubj - nation\nwaited VERB VBD 0 root - wait\n. PUNCT . 3 "
                 "punct\n\nTamm PROPN NNP 2 nsubj B-PER\nthanked VERB VBD 0 root - thank\n"
                 "his PRON PRP$ 4 nmod:poss\ncounterpart NOUN NN 2 obj\n. PUNCT . 2 punct\n\n");
  assert_string_equal("loc-latvia+loc-estonia", sketch_meant(&s, 11));
  assert_string_equal("per-ilze-ozola", sketch_meant(&s, 17));
  sketch_free(&s);
}

static void her_husband_is_whose_wife_she_was_called(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "John PROPN NNP 7 nsubj B-PER\nDrayne PROPN NNP 1 flat I-PER\n"
                 "and CCONJ CC 6 cc\nhis PRON PRP$ 5 nmod:poss\nwife NOUN NN 6 nmod:desc\n"
                 "Helen PROPN NNP 1 conj B-PER\nslept VERB VBD 0 root - sleep\n. PUNCT . 7 "
                 "punct\n\nHelen PROPN NNP 2 nsubj B-PER\nsaw VERB VBD 0 root - see\n"
                 "her PRON PRP$ 4 nmod:poss\nhusband NOUN NN 2 obj\n. PUNCT . 2 punct\n\n");
  assert_string_equal("per-john-drayne", sketch_meant(&s, 11));
  sketch_free(&s);
}

static void the_regulator_is_an_authority_and_no_company(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 4 det\nFinancial ADJ NNP 4 amod B-ORG\n"
                 "Conduct PROPN NNP 4 compound I-ORG\nAuthority PROPN NNP 5 nsubj I-ORG\n"
                 "fined VERB VBD 0 root - fine\nHalvex PROPN NNP 5 obj B-ORG\n. PUNCT . 5 punct\n\n"
                 "The DET DT 2 det\nregulator NOUN NN 3 nsubj\nsaid VERB VBD 0 root - say\n"
                 "the DET DT 5 det\ncompany NOUN NN 6 nsubj\nlied VERB VBD 3 ccomp - lie\n"
                 ". PUNCT . 3 punct\n\n");
  assert_string_equal("org-financial-conduct-authority", sketch_meant(&s, 8));
  assert_string_equal("org-halvex", sketch_meant(&s, 11));
  sketch_free(&s);
}

static void the_country_that_a_minister_says_will_act_is_his_own(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Estonian ADJ JJ 3 amod B-LOC\nForeign PROPN NNP 3 amod\n"
                 "Minister PROPN NNP 4 nmod:desc\nJuhan PROPN NNP 6 nsubj B-PER\n"
                 "Saar PROPN NNP 4 flat I-PER\nleft VERB VBD 0 root - leave\n"
                 "Norway PROPN NNP 6 obj B-LOC\n. PUNCT . 6 punct\n\n"
                 "Saar PROPN NNP 2 nsubj B-PER\nsaid VERB VBD 0 root - say\nthe DET DT 4 det\n"
                 "country NOUN NN 6 nsubj\nwould AUX MD 6 aux\npay VERB VB 2 ccomp\n"
                 ". PUNCT . 2 punct\n\n");
  assert_string_equal("loc-estonia", sketch_meant(&s, 11));
  sketch_free(&s);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(both_nations_are_those_of_who_met_and_a_counterpart_is_the_other),
    cmocka_unit_test(her_husband_is_whose_wife_she_was_called),
    cmocka_unit_test(the_regulator_is_an_authority_and_no_company),
    cmocka_unit_test(the_country_that_a_minister_says_will_act_is_his_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
