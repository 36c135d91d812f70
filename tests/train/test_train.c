/* SPDX-License-Identifier: MIT */
/* What the trainer promises: it reads what it should, learns what it is shown, and gives the same
 * weights each time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/transitions.h"
#include "train/oracle.h"
#include "train/train.h"

#include <stdlib.h>
#include <string.h>

static const char toy[] = "train/toy.conllu";

static void read_toy(act_corpus *corpus)
{
  act_corpus_init(corpus);
  assert_int_equal(ACTANT_OK, act_corpus_read_conllu(corpus, toy, 0, NULL));
}

static void words_heads_and_documents_are_read(void **state)
{
  (void)state;
  act_corpus c;
  read_toy(&c);
  assert_int_equal(3, c.sentences.count);
  assert_int_equal(23, c.gold.count);
  assert_int_equal(2, c.documents);
  assert_int_equal(1, c.gold.data[0].head);
  assert_int_equal(4, c.gold.data[1].head); /* the root: the sentence's count */
  assert_int_equal(ACT_DEP_NSUBJ_PASS, c.gold.data[6].deprel);
  assert_int_equal(ACT_XPOS_VBD, c.gold.data[1].xpos);
  act_corpus_free(&c);
}

static void entities_with_names_become_names(void **state)
{
  (void)state;
  act_corpus c;
  read_toy(&c);
  assert_int_equal(ACT_NAME_B_PER, c.gold.data[0].name);
  assert_int_equal(ACT_NAME_B_LOC, c.gold.data[2].name);
  assert_int_equal(ACT_NAME_O, c.gold.data[6].name); /* a bridge without a name */
  assert_int_equal(ACT_NAME_B_ORG, c.gold.data[10].name);
  assert_int_equal(ACT_NAME_I_ORG, c.gold.data[12].name);
  assert_int_equal(ACT_NAME_B_PER, c.gold.data[17].name);
  assert_int_equal(ACT_NAME_I_PER, c.gold.data[18].name);
  act_corpus_free(&c);
}

static void what_is_no_corpus_is_refused_with_its_line(void **state)
{
  (void)state;
  act_corpus c;
  actant_error err = { 0 };
  act_corpus_init(&c);
  assert_int_equal(ACTANT_FORMAT, act_corpus_read_conllu(&c, "train/broken.conllu", 0, &err));
  assert_int_equal(3, err.line);
  act_corpus_free(&c);
  assert_int_equal(ACTANT_IO, act_corpus_read_conllu(&c, "train/nowhere.conllu", 0, &err));
}

static void copies_keep_what_is_right(void **state)
{
  (void)state;
  act_corpus c;
  read_toy(&c);
  assert_int_equal(ACTANT_OK, act_corpus_add_casings(&c, 2, NULL));
  assert_int_equal(6, c.sentences.count);
  const act_sentence *s = &c.annotation.sentences.data[3];
  assert_true(act_text_is(act_token_form(&c.annotation, s->first + 1), "VISITED"));
  assert_int_equal(ACT_NAME_B_PER, c.gold.data[s->first].name);
  act_corpus_free(&c);
}

static void silver_is_marked_and_forgotten(void **state)
{
  (void)state;
  act_corpus c;
  read_toy(&c);
  const size_t gold = c.sentences.count, words = c.gold.count;
  const uint32_t documents = c.documents;
  assert_int_equal(ACTANT_OK, act_corpus_read_conllu(&c, "train/toy.conllu", 1, NULL));
  act_corpus_mark_silver(&c, gold);
  assert_int_equal(2 * gold, c.sentences.count);
  assert_false(c.sentences.data[gold - 1].silver);
  assert_true(c.sentences.data[gold].silver);
  act_corpus_cut(&c, gold);
  assert_int_equal(gold, c.annotation.sentences.count);
  assert_int_equal(gold, c.sentences.count);
  assert_int_equal(words, c.annotation.tokens.count);
  assert_int_equal(words, c.gold.count);
  assert_int_equal(documents, c.documents);
  act_corpus_free(&c);
}

/* Train everything on the toy; tables are the trainer's. */
static void train_all(act_trainer *t, act_corpus *c)
{
  const act_learning learning = {
    .epochs = 8, .row_bits = 12, .least = 1, .quantiser = { 300, 127, 0, 0 }, .seed = 5
  };
  act_perceptron moves = { 0 }, labels = { 0 };
  memset(t, 0, sizeof *t);
  t->words.tagger = &t->tagger;
  t->words.moves = &t->moves;
  t->words.labels = &t->labels;
  t->words.names = &t->names;
  assert_true(act_trainer_choose_tags(t, c));
  assert_int_equal(ACTANT_OK,
                   act_train_tagger(t, c, (act_folds){ 0, 0 }, &learning, &t->tagger, NULL));
  assert_int_equal(ACTANT_OK, act_tag_corpus(t, c, (act_folds){ 0, 0 }, NULL));
  assert_int_equal(ACTANT_OK, act_train_parser(t, c, &learning, &moves, &labels, NULL));
  assert_int_equal(ACTANT_OK, act_perceptron_quantise(&moves, learning.quantiser, &t->moves, NULL));
  assert_int_equal(ACTANT_OK,
                   act_perceptron_quantise(&labels, learning.quantiser, &t->labels, NULL));
  assert_int_equal(ACTANT_OK, act_train_names(t, c, &learning, &t->names, NULL));
  act_perceptron_free(&moves);
  act_perceptron_free(&labels);
}

static void what_was_shown_is_learnt(void **state)
{
  (void)state;
  act_corpus c;
  act_trainer t;
  act_scores scores;
  read_toy(&c);
  train_all(&t, &c);
  assert_int_equal(ACTANT_OK, act_measure(&t, &c, &scores, NULL));
  assert_int_equal(10000, scores.upos);
  assert_int_equal(10000, scores.las);
  assert_int_equal(10000, scores.name_f1);
  act_trainer_free(&t);
  act_corpus_free(&c);
}

/* The parser learns from silver too, but for the last epochs; the tagger does not. */
static void silver_teaches_the_parser_until_the_last_epochs(void **state)
{
  (void)state;
  act_learning learning = {
    .epochs = 4, .row_bits = 12, .least = 1, .quantiser = { 300, 127, 0, 0 }, .seed = 5, .slices = 2
  };
  int64_t steps[2];
  for (uint32_t i = 0; i < 2; i++) {
    act_corpus c;
    act_trainer t;
    act_perceptron moves = { 0 }, labels = { 0 };
    read_toy(&c);
    train_all(&t, &c);
    act_corpus_mark_silver(&c, 0);
    learning.gold_last = i ? 4 : 0;
    assert_int_equal(ACTANT_OK, act_train_parser(&t, &c, &learning, &moves, &labels, NULL));
    steps[i] = moves.steps;
    act_perceptron_free(&moves);
    act_perceptron_free(&labels);
    act_trainer_free(&t);
    act_corpus_free(&c);
  }
  assert_true(steps[0] > 1);
  assert_int_equal(1, steps[1]);
}

static void training_twice_gives_the_same_bytes(void **state)
{
  (void)state;
  act_table tables[2][4];
  for (size_t i = 0; i < 2; i++) {
    act_corpus c;
    act_trainer t;
    read_toy(&c);
    train_all(&t, &c);
    const act_table made[] = { t.tagger, t.moves, t.labels, t.names };
    memcpy(tables[i], made, sizeof made);
    t.tagger.cells = t.moves.cells = t.labels.cells = t.names.cells = NULL;
    act_trainer_free(&t);
    act_corpus_free(&c);
  }
  for (size_t j = 0; j < 4; j++) {
    assert_int_equal(tables[0][j].row_bits, tables[1][j].row_bits);
    assert_memory_equal(tables[0][j].cells,
                        tables[1][j].cells,
                        ((size_t)1 << tables[0][j].row_bits) * tables[0][j].width);
    act_table_free(&tables[0][j]);
    act_table_free(&tables[1][j]);
  }
}

static void following_the_oracle_gives_the_right_tree(void **state)
{
  (void)state;
  act_corpus c;
  act_words words = { 0 };
  read_toy(&c);
  for (uint32_t i = 0; i < c.sentences.count; i++) {
    act_state s;
    assert_true(act_words_load(&words, &c.annotation, i));
    assert_true(act_state_begin(&words, &s));
    const act_gold *gold = c.gold.data + c.annotation.sentences.data[i].first;
    unsigned allowed;
    while ((allowed = act_state_allowed(&s))) {
      act_move move = ACT_MOVES;
      for (int m = 0; m < ACT_MOVES; m++)
        if (allowed & 1u << m && act_oracle_cost(&s, gold, (act_move)m) == 0)
          move = (act_move)m;
      assert_int_not_equal(ACT_MOVES, move);
      act_state_move(&s, move, ACT_DEP_DEP);
    }
    for (uint32_t n = 0; n < s.count; n++)
      assert_int_equal(gold[n].head, s.nodes[n].head);
  }
  act_words_clear(&words);
  act_corpus_free(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_heads_and_documents_are_read),
    cmocka_unit_test(entities_with_names_become_names),
    cmocka_unit_test(what_is_no_corpus_is_refused_with_its_line),
    cmocka_unit_test(copies_keep_what_is_right),
    cmocka_unit_test(what_was_shown_is_learnt),
    cmocka_unit_test(silver_is_marked_and_forgotten),
    cmocka_unit_test(silver_teaches_the_parser_until_the_last_epochs),
    cmocka_unit_test(training_twice_gives_the_same_bytes),
    cmocka_unit_test(following_the_oracle_gives_the_right_tree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
