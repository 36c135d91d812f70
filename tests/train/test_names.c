/* SPDX-License-Identifier: MIT */
/* How corpora of names are read, and what is learnt of names whose kind is not given out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/name_features.h"
#include "annotate/names.h"
#include "train/name_corpora.h"
#include "train/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint8_t name_at(const act_corpus *c, uint32_t token)
{
  assert_in_range(token, 0, c->gold.count - 1);
  return c->gold.data[token].name;
}

static void the_longest_mention_is_the_name(void **state)
{
  (void)state;
  act_corpus c;
  act_corpus_init(&c);
  assert_int_equal(ACTANT_OK, act_corpus_read_redocred(&c, "train/redocred.json", 70, NULL));
  assert_int_equal(2, c.documents);
  assert_int_equal(3, c.sentences.count);
  assert_int_equal(70, c.sentences.data[0].source);
  static const uint8_t wanted[] = { ACT_NAME_B_PER,
                                    ACT_NAME_I_PER,
                                    0,
                                    0,
                                    ACT_NAME_B_ORG,
                                    ACT_NAME_I_ORG,
                                    ACT_NAME_I_ORG,
                                    0,
                                    ACT_NAME_B_LOC,
                                    0,
                                    0, /* a number is no name */
                                    0,
                                    0,
                                    ACT_NAME_B_PER,
                                    0,
                                    ACT_GOLD_B_OTHER,
                                    ACT_GOLD_I_OTHER,
                                    0,
                                    0, /* nor is a year */
                                    0 };
  for (uint32_t i = 0; i < sizeof wanted; i++)
    assert_int_equal(wanted[i], name_at(&c, i));
  const act_text bay = act_token_form(&c.annotation, 8);
  assert_true(act_text_is(bay, "BrindleBay")); /* a word has no space in it */
  act_corpus_free(&c);
}

static void what_is_no_json_is_refused(void **state)
{
  (void)state;
  act_corpus c;
  actant_error err = { 0 };
  act_corpus_init(&c);
  assert_int_equal(ACTANT_FORMAT, act_corpus_read_redocred(&c, "train/toy.conllu", 0, &err));
  assert_string_equal("train/toy.conllu", err.source);
  act_corpus_free(&c);
}

static void other_kinds_and_hash_tags_are_marked(void **state)
{
  (void)state;
  act_corpus c;
  act_corpus_init(&c);
  assert_int_equal(ACTANT_OK, act_corpus_read_columns(&c, "train/names.columns", 0, 1, 0, NULL));
  static const uint8_t wanted[] = { ACT_NAME_B_PER,   ACT_NAME_I_PER,   0,
                                    ACT_NAME_B_PER,   ACT_NAME_B_PER,   0,
                                    ACT_GOLD_B_OTHER, ACT_GOLD_I_OTHER, 0,
                                    ACT_GOLD_UNSURE };
  for (uint32_t i = 0; i < sizeof wanted; i++)
    assert_int_equal(wanted[i], name_at(&c, i));
  act_corpus_free(&c);
}

static void add_words(act_corpus *c, const char *const *words, const uint8_t *names, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const act_gold gold = { .head = ACT_NO_TOKEN, .name = names[i] };
    assert_int_equal(ACTANT_OK, act_corpus_add_token(c, words[i], strlen(words[i]), gold, NULL));
  }
  const act_gold_sentence about = { .document = c->documents++ };
  assert_int_equal(ACTANT_OK, act_corpus_end_sentence(c, about, NULL));
}

static void a_people_is_a_name_of_another_kind(void **state)
{
  (void)state;
  static const char *const words[] = { "German", "Peru", "German", "Radio" };
  static const uint8_t names[] = { ACT_NAME_B_LOC, ACT_NAME_B_LOC, ACT_NAME_B_ORG, ACT_NAME_I_ORG };
  act_gazetteer *gazetteer = NULL;
  act_corpus c;
  act_corpus_init(&c);
  add_words(&c, words, names, 4);
  assert_int_equal(ACTANT_OK, act_gazetteer_open(&gazetteer, NULL));
  act_corpus_mark_peoples(&c, gazetteer);
  assert_int_equal(ACT_GOLD_B_OTHER, name_at(&c, 0));
  assert_int_equal(ACT_NAME_B_LOC, name_at(&c, 1));
  assert_int_equal(ACT_NAME_B_ORG, name_at(&c, 2)); /* part of a longer name */
  act_gazetteer_free(gazetteer);
  act_corpus_free(&c);
}

/* Learn three words: a person, a work, and one that the corpus is silent about. */
static void learn(act_trainer *t, act_corpus *c)
{
  static const char *const words[] = { "Perrin", "sang", "Saltroad", "near", "Quorne" };
  static const uint8_t names[] = { ACT_NAME_B_PER, 0, ACT_GOLD_B_OTHER, 0, ACT_GOLD_UNSURE };
  static const unsigned char tags[] = { ACT_UPOS_PROPN, ACT_XPOS_NNP, ACT_UPOS_VERB, ACT_XPOS_VBD };
  const act_learning learning = {
    .epochs = 20, .row_bits = 14, .least = 1, .quantiser = { 300, 127, 0, 0 }, .seed = 3
  };
  memset(t, 0, sizeof *t);
  act_corpus_init(c);
  for (int i = 0; i < 4; i++)
    add_words(c, words, names, 5);
  assert_true(act_words_set_tags(&t->words, tags, 2));
  assert_int_equal(ACTANT_OK, act_train_names(t, c, &learning, &t->names, NULL));
  t->words.names = &t->names;
}

static void other_kinds_are_learnt_and_not_given_out(void **state)
{
  (void)state;
  act_trainer t;
  act_corpus c;
  learn(&t, &c);
  act_words_reset(&t.words);
  assert_int_equal(ACTANT_OK, act_find_names(&t.words, &c.annotation, 0, NULL));
  assert_int_equal(ACT_NAME_B_PER, c.annotation.tokens.data[0].name);
  assert_int_equal(ACT_NAME_O, c.annotation.tokens.data[2].name);
  const act_text work = { "saltroad", 8 };
  assert_int_equal(ACT_NAME_OTHER_BEGIN,
                   act_map_get(&t.words.called, act_hash_bytes(work.bytes, work.size)));
  act_corpus_free(&c);
  act_trainer_free(&t);
}

/* What the document says further on counts in its first sentence. */
static void a_document_is_read_before_it_is_named(void **state)
{
  (void)state;
  static const char *const first[] = { "Brandt", "won", "in", "Halden", "." };
  static const char *const second[] = { "Friends", "greeted", "Margit", "Brandt", ",",
                                        "42",      ",",       "in",     "Halden", "." };
  static const uint8_t none[10] = { 0 };
  act_words words = { 0 };
  act_corpus c;
  act_gazetteer *gazetteer = NULL;
  act_corpus_init(&c);
  assert_int_equal(ACTANT_OK, act_gazetteer_open(&gazetteer, NULL));
  words.gazetteer = gazetteer;
  add_words(&c, first, none, 5);
  add_words(&c, second, none, 10);
  assert_true(act_name_read(&words, &c.annotation, 0, 2));
  const act_token *tokens = c.annotation.tokens.data;
  assert_int_equal(ACT_SEEN_SURNAME | ACT_SEEN_LONGER | ACT_SEEN_WHO,
                   words.seen.data[tokens[0].lower]);
  assert_int_equal(ACT_SEEN_PLACED, words.seen.data[tokens[3].lower]);
  assert_int_equal(ACT_SEEN_SMALL, words.seen.data[tokens[1].lower]);
  assert_true(act_name_read(&words, &c.annotation, 0, 1)); /* another document */
  assert_int_equal(0, words.seen.data[tokens[0].lower]);
  act_words_clear(&words);
  act_gazetteer_free(gazetteer);
  act_corpus_free(&c);
}

static void labels_follow_each_other_as_names_do(void **state)
{
  (void)state;
  for (uint32_t a = 0; a < ACT_NAME_LABELS; a++) {
    assert_true(act_name_follows(a, 0) == act_name_may_end(a));
    assert_true(act_name_follows(0, a) == act_name_may_begin(a));
    assert_true(act_name_follows(a, ACT_NAME_OTHER_INSIDE) == (a >= ACT_NAME_OTHER_BEGIN));
  }
  assert_true(act_name_follows(1 + ACT_PART_BEGIN, 1 + ACT_PART_LAST));
  assert_false(act_name_follows(1 + ACT_PART_BEGIN, 5 + ACT_PART_LAST));
  assert_false(act_name_follows(1 + ACT_PART_LAST, 1 + ACT_PART_LAST));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_longest_mention_is_the_name),
    cmocka_unit_test(what_is_no_json_is_refused),
    cmocka_unit_test(other_kinds_and_hash_tags_are_marked),
    cmocka_unit_test(a_people_is_a_name_of_another_kind),
    cmocka_unit_test(other_kinds_are_learnt_and_not_given_out),
    cmocka_unit_test(a_document_is_read_before_it_is_named),
    cmocka_unit_test(labels_follow_each_other_as_names_do),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
