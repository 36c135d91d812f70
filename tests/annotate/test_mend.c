/* SPDX-License-Identifier: MIT */
/* Which slips of trees are mended, and that any tree stays a tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/mend.h"

#include <stdio.h>
#include <string.h>

enum { WORDS = 24 };

typedef struct tree {
  act_annotation annotation;
  act_token tokens[WORDS];
} tree;

/* "upos deprel head" a word, heads from 1, 0 for the root. */
static void plant(tree *t, const char *const *words)
{
  memset(t, 0, sizeof *t);
  uint32_t n = 0;
  for (; words[n]; n++) {
    char upos[16], deprel[16];
    unsigned head;
    assert_int_equal(3, sscanf(words[n], "%15s %15s %u", upos, deprel, &head));
    t->tokens[n] = (act_token){ .upos = act_upos_find(upos),
                                .deprel = act_deprel_find(deprel),
                                .head = head ? head - 1 : ACT_ROOT };
  }
  t->annotation.tokens.data = t->tokens;
  t->annotation.tokens.count = n;
  act_mend_tree(&t->annotation, &(act_sentence){ .end = n, .parsed = true });
}

#define assert_word(t, word, relation, from)                                                       \
  do {                                                                                             \
    assert_string_equal(relation, act_deprel_text((t).tokens[(word)-1].deprel));                   \
    assert_int_equal((from)-1, (t).tokens[(word)-1].head);                                         \
  } while (0)

static void what_hangs_from_a_conjunction_is_joined(void **state)
{
  (void)state;
  tree t; /* "saw Lind and Reyes" */
  plant(&t,
        (const char *const[]){ "VERB root 0", "PROPN obj 1", "CCONJ cc 2", "PROPN conj 3", NULL });
  assert_word(t, 4, "conj", 2);
  assert_word(t, 3, "cc", 4);
}

static void a_name_takes_the_place_of_the_adjective_before_it(void **state)
{
  (void)state;
  tree t; /* "saw Peruvian Ana Reyes" */
  plant(&t,
        (const char *const[]){ "VERB root 0", "ADJ obj 1", "PROPN flat 2", "PROPN flat 3", NULL });
  assert_word(t, 3, "obj", 1);
  assert_word(t, 2, "amod", 3);
  assert_word(t, 4, "flat", 3);
}

static void an_adjective_in_front_of_a_name_is_no_object(void **state)
{
  (void)state;
  tree t; /* "meet Finnish President Ana Reyes", the name below the adjective and beside it */
  plant(&t,
        (const char *const[]){
          "VERB root 0", "ADJ obj 1", "PROPN nmod:desc 4", "PROPN obj 2", "PROPN flat 4", NULL });
  assert_word(t, 4, "obj", 1);
  assert_word(t, 2, "amod", 4);
  plant(&t,
        (const char *const[]){
          "VERB root 0", "ADJ xcomp 1", "PROPN nmod:desc 4", "PROPN obj 1", "PROPN flat 4", NULL });
  assert_word(t, 4, "obj", 1);
  assert_word(t, 2, "amod", 4);
}

static void the_first_of_two_nouns_is_no_modifier_of_the_second(void **state)
{
  (void)state;
  tree t; /* "took control of parts and areas" */
  plant(&t,
        (const char *const[]){ "VERB root 0",
                               "NOUN compound 6",
                               "ADP case 4",
                               "NOUN nmod 2",
                               "CCONJ cc 6",
                               "NOUN obj 1",
                               NULL });
  assert_word(t, 2, "obj", 1);
  assert_word(t, 6, "conj", 2);
}

static void a_preposition_belongs_to_what_is_behind_it(void **state)
{
  (void)state;
  tree t; /* "meet on 6 with Reyes" */
  plant(&t,
        (const char *const[]){
          "VERB root 0", "ADP case 3", "NUM obl 1", "ADP case 3", "PROPN nmod 3", NULL });
  assert_word(t, 4, "case", 5);
  assert_word(t, 5, "obl", 1);
}

static void a_noun_says_when_and_marks_no_clause(void **state)
{
  (void)state;
  tree t; /* "said Thursday he met Lind" */
  plant(&t,
        (const char *const[]){
          "VERB root 0", "PROPN mark 4", "PRON nsubj 4", "VERB ccomp 1", "PROPN obj 4", NULL });
  assert_word(t, 2, "obl:unmarked", 1);
}

static void a_name_is_parted_from_the_noun_behind_it(void **state)
{
  (void)state;
  tree t; /* "met with Peruvian Reyes next week" */
  plant(&t,
        (const char *const[]){ "VERB root 0",
                               "ADP case 6",
                               "ADJ amod 6",
                               "PROPN flat 3",
                               "ADJ amod 6",
                               "NOUN obl 1",
                               NULL });
  assert_word(t, 4, "obl", 1);
  assert_word(t, 3, "amod", 4);
  assert_word(t, 2, "case", 4);
}

static uint64_t chance_state = 11;

static uint32_t chance(uint32_t below)
{
  chance_state = chance_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(chance_state >> 33) % below;
}

static void any_tree_stays_a_tree(void **state)
{
  (void)state;
  static const uint8_t relations[] = { ACT_DEP_CC,    ACT_DEP_CONJ, ACT_DEP_FLAT, ACT_DEP_COMPOUND,
                                       ACT_DEP_CASE,  ACT_DEP_OBL,  ACT_DEP_AMOD, ACT_DEP_OBJ,
                                       ACT_DEP_PUNCT, ACT_DEP_MARK };
  static const uint8_t tags[] = { ACT_UPOS_CCONJ, ACT_UPOS_PROPN, ACT_UPOS_ADJ, ACT_UPOS_NOUN,
                                  ACT_UPOS_ADP,   ACT_UPOS_NUM,   ACT_UPOS_VERB };
  for (int round = 0; round < 200000; round++) {
    tree t = { 0 };
    uint32_t order[WORDS], n = 2 + chance(WORDS - 2);
    for (uint32_t i = 0; i < n; i++) {
      uint32_t k = chance(i + 1);
      order[i] = order[k];
      order[k] = i;
    }
    for (uint32_t i = 0; i < n; i++)
      t.tokens[order[i]] = (act_token){ .upos = tags[chance(sizeof tags)],
                                        .deprel = relations[chance(sizeof relations)],
                                        .head = i ? order[chance(i)] : ACT_ROOT };
    t.tokens[order[0]].deprel = ACT_DEP_ROOT;
    t.annotation.tokens.data = t.tokens;
    t.annotation.tokens.count = n;
    act_mend_tree(&t.annotation, &(act_sentence){ .end = n, .parsed = true });
    uint32_t roots = 0;
    for (uint32_t i = 0; i < n; i++) {
      uint32_t up = i, steps = 0;
      while (t.tokens[up].head != ACT_ROOT && steps++ <= n)
        up = t.tokens[up].head;
      assert_true(steps <= n);
      roots += t.tokens[i].head == ACT_ROOT;
    }
    assert_int_equal(1, roots);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_hangs_from_a_conjunction_is_joined),
    cmocka_unit_test(a_name_takes_the_place_of_the_adjective_before_it),
    cmocka_unit_test(an_adjective_in_front_of_a_name_is_no_object),
    cmocka_unit_test(the_first_of_two_nouns_is_no_modifier_of_the_second),
    cmocka_unit_test(a_preposition_belongs_to_what_is_behind_it),
    cmocka_unit_test(a_noun_says_when_and_marks_no_clause),
    cmocka_unit_test(a_name_is_parted_from_the_noun_behind_it),
    cmocka_unit_test(any_tree_stays_a_tree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
