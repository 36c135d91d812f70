/* SPDX-License-Identifier: MIT */
/* What is an aside, and what is not; and that trees around asides are trees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/annotate.h"
#include "annotate/annotate_text.h"
#include "annotate/asides.h"
#include "lexicon/lexicon.h"

#include <stdio.h>
#include <string.h>

/* The sentence with its asides in braces. */
static void braced(const char *text, char *out, size_t room)
{
  annotated a;
  act_asides asides = { 0 };
  assert_int_equal(ACTANT_OK, annotate_text(&a, text, strlen(text), NULL, true));
  const act_sentence *s = &a.annotation.sentences.data[0];
  assert_true(act_asides_find(&a.annotation, s, &asides));
  out[0] = '\0';
  for (uint32_t t = s->first; t < s->end; t++) {
    for (size_t i = 0; i < asides.count; i++) {
      if (asides.data[i].end == t)
        strncat(out, "}", room - strlen(out) - 1);
      if (asides.data[i].first == t)
        strncat(out, "{", room - strlen(out) - 1);
    }
    act_text form = act_token_form(&a.annotation, t);
    strncat(out, form.bytes, form.size);
    strncat(out, " ", room - strlen(out) - 1);
  }
  act_array_free(&asides);
  annotated_free(&a);
}

#define assert_asides(expected, text)                                                              \
  do {                                                                                             \
    char have[512];                                                                                \
    braced(text, have, sizeof have);                                                               \
    assert_string_equal(expected, have);                                                           \
  } while (0)

static void positions_in_a_picture_are_asides(void **state)
{
  (void)state;
  assert_asides("Ana Reyes {, second left , }greets Bo Lind {, right , }at the fair . ",
                "Ana Reyes, second left, greets Bo Lind, right, at the fair.");
  assert_asides("Ana Reyes {, far right , }and Bo Lind {, center }. ",
                "Ana Reyes, far right, and Bo Lind, center.");
  assert_asides("She turned left , saw him and waved . ", "She turned left, saw him and waved.");
}

static void the_second_comma_stays_between_names(void **state)
{
  (void)state;
  assert_asides("Ana Reyes {, left }, Bo Lind {, center , }and Cy Moor {, right , }wave . ",
                "Ana Reyes, left, Bo Lind, center, and Cy Moor, right, wave.");
}

static void ages_are_asides_and_other_numbers_are_not(void **state)
{
  (void)state;
  assert_asides("Reyes {, 58 , }was charged . ", "Reyes, 58, was charged.");
  assert_asides("In March , 12 , 14 and 16 people came . ", "In March, 12, 14 and 16 people came.");
  assert_asides("Reyes , 580 , was charged . ", "Reyes, 580, was charged.");
  assert_asides("They sold apples , 58 , and pears . ", "They sold apples, 58, and pears.");
}

static void the_mark_of_an_old_picture_is_an_aside(void **state)
{
  (void)state;
  assert_asides("{FILE - }Ana Reyes speaks . ", "FILE - Ana Reyes speaks.");
  assert_asides("FILE your taxes now . ", "FILE your taxes now.");
}

static void a_tree_around_asides_is_a_tree(void **state)
{
  (void)state;
  static const char text[] = "FILE - President Ana Reyes, second left, attends talks with "
                             "Chancellor Bo Lind, 61, on Monday.";
  act_embedded file;
  act_weights *weights = NULL;
  act_annotation *a = NULL;
  assert_true(act_embedded_find("english.model", &file));
  assert_int_equal(ACTANT_OK, act_weights_open(file.data, file.size, true, &weights, NULL));
  annotated doc;
  assert_int_equal(ACTANT_OK, annotate_text(&doc, text, strlen(text), NULL, true));
  act_annotators *annotators = NULL;
  assert_int_equal(ACTANT_OK, act_annotators_new(weights, NULL, &annotators, NULL));
  assert_int_equal(ACTANT_OK, act_annotate(annotators, &doc.document, &a, NULL));
  assert_int_equal(1, a->sentences.count);
  assert_true(a->sentences.data[0].parsed);
  uint32_t roots = 0, verb = 0;
  for (uint32_t t = 0; t < a->tokens.count; t++) {
    uint32_t steps = 0;
    for (uint32_t up = t; a->tokens.data[up].head != ACT_ROOT && steps <= a->tokens.count; steps++)
      up = a->tokens.data[up].head;
    assert_true(steps < a->tokens.count);
    roots += a->tokens.data[t].head == ACT_ROOT;
    if (a->tokens.data[t].head == ACT_ROOT)
      verb = t;
  }
  assert_int_equal(1, roots);
  assert_string_equal("attends", act_token_lower(a, verb));
  act_annotation_delete(a);
  annotated_free(&doc);
  act_annotators_free(annotators);
  act_weights_free(weights);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(positions_in_a_picture_are_asides),
    cmocka_unit_test(the_second_comma_stays_between_names),
    cmocka_unit_test(ages_are_asides_and_other_numbers_are_not),
    cmocka_unit_test(the_mark_of_an_old_picture_is_an_aside),
    cmocka_unit_test(a_tree_around_asides_is_a_tree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
