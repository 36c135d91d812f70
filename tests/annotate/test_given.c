/* SPDX-License-Identifier: MIT */
/* What taking given tokens over promises: what can be used is kept, and nothing that is no tree
 * passes for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/given.h"
#include "annotate/sentences.h"

#include <stdlib.h>
#include <string.h>

typedef struct given_case {
  actant_document document;
  act_annotation annotation;
  bool names;
} given_case;

/* Take over `count` words "ab" of one sentence, with these heads. */
static void take(given_case *out, const uint32_t *heads, size_t count)
{
  *out = (given_case){ .document = { .name = "test", .size = (uint32_t)(3 * count) } };
  out->document.text = malloc(3 * count + 1);
  assert_non_null(out->document.text);
  for (size_t i = 0; i < count; i++)
    memcpy(out->document.text + 3 * i, "ab ", 4);
  assert_true(act_array_push(&out->document.blocks,
                             (act_block){ 0, (uint32_t)(3 * count - 1), ACT_BLOCK_BODY }));
  for (uint32_t i = 0; i < count; i++) {
    act_given_token t = { .begin = 3 * i,
                          .end = 3 * i + 2,
                          .form = "ab",
                          .lemma = i ? "_" : "Given",
                          .upos = "NOUN",
                          .deprel = "dep",
                          .sentence_start = i == 0 };
    t.head = heads ? heads[i] : 0;
    t.misc = i == 1 ? "SpaceAfter=No|NER=B-LOC" : NULL;
    assert_true(act_array_push(&out->document.given, t));
  }
  out->annotation.document = &out->document;
  assert_int_equal(0, act_strings_add(&out->annotation.strings, "", 0));
  assert_int_equal(ACTANT_OK, act_take_given(&out->annotation, &out->names, NULL));
}

static void release(given_case *c)
{
  act_annotation_free(&c->annotation);
  act_array_free(&c->document.blocks);
  act_array_free(&c->document.given);
  free(c->document.text);
}

static void columns_are_kept(void **state)
{
  (void)state;
  given_case c;
  take(&c, (const uint32_t[]){ 2, 0, 2 }, 3);
  const act_annotation *a = &c.annotation;
  assert_true(c.names);
  assert_string_equal("Given", act_token_lemma(a, 0));
  assert_string_equal("", act_token_lemma(a, 1));
  assert_int_equal(ACT_UPOS_NOUN, a->tokens.data[0].upos);
  assert_int_equal(ACT_NAME_B_LOC, a->tokens.data[1].name);
  assert_int_equal(1, a->sentences.count);
  assert_true(a->sentences.data[0].parsed);
  assert_int_equal(1, a->tokens.data[2].head);
  assert_int_equal(ACT_ROOT, a->tokens.data[1].head);
  release(&c);
}

static void what_is_no_tree_is_to_be_predicted(void **state)
{
  (void)state;
  static const uint32_t heads[][4] = {
    { 2, 1, 0, 3 }, /* a cycle beside the root */
    { 0, 0, 1, 1 }, /* two roots */
    { 2, 3, 4, 1 }, /* none */
    { 0, 1, 9, 1 }, /* a head beyond the sentence */
    { 0, 2, 1, 1 }, /* its own head */
    { 0, 1, UINT32_MAX, 1 },
  };
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    given_case c;
    take(&c, heads[i], 4);
    assert_false(c.annotation.sentences.data[0].parsed);
    for (size_t t = 0; t < 4; t++)
      assert_int_equal(ACT_ROOT, c.annotation.tokens.data[t].head);
    release(&c);
  }
}

static void long_sentences_without_a_tree_are_cut(void **state)
{
  (void)state;
  given_case c;
  take(&c, NULL, 5 * ACT_SENTENCE_MAX);
  assert_true(c.annotation.sentences.count >= 5);
  release(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(columns_are_kept),
    cmocka_unit_test(what_is_no_tree_is_to_be_predicted),
    cmocka_unit_test(long_sentences_without_a_tree_are_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
