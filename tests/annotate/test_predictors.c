/* SPDX-License-Identifier: MIT */
/* What tagger, parser and name finder promise on any input, and how good the model that ships is on
 * sentences of our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/annotate.h"
#include "annotate/annotate_text.h"
#include "annotate/features.h"
#include "annotate/names.h"
#include "annotate/parser.h"
#include "annotate/tagger.h"
#include "lexicon/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state_of_chance = 7;

static uint32_t chance(uint32_t below)
{
  state_of_chance = state_of_chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(state_of_chance >> 33) % below;
}

static act_table random_table(uint32_t row_bits, uint32_t width)
{
  const size_t size = ((size_t)1 << row_bits) * width;
  act_table table = { aligned_alloc(64, size), row_bits, width, false, NULL };
  assert_non_null(table.cells);
  for (size_t i = 0; i < size; i++)
    table.cells[i] = (int8_t)((int)chance(255) - 127);
  return table;
}

/* Predictors without a model file: their tables are noise, or nothing. */
typedef struct noise {
  act_words words;
  act_table tagger, moves, labels, names;
} noise;

static void make_noise(noise *n)
{
  static const unsigned char tags[] = { ACT_UPOS_NOUN,  ACT_XPOS_NN,    ACT_UPOS_VERB,
                                        ACT_XPOS_VB,    ACT_UPOS_PROPN, ACT_XPOS_NNP,
                                        ACT_UPOS_PUNCT, ACT_XPOS_PERIOD };
  memset(n, 0, sizeof *n);
  n->tagger = random_table(8, 64);
  n->moves = random_table(8, 4);
  n->labels = random_table(8, 64);
  n->names = random_table(8, 16);
  n->words.tagger = &n->tagger;
  n->words.moves = &n->moves;
  n->words.labels = &n->labels;
  n->words.names = &n->names;
  assert_true(act_words_set_tags(&n->words, tags, 4));
}

static void free_noise(noise *n)
{
  act_words_clear(&n->words);
  act_table_free(&n->tagger);
  act_table_free(&n->moves);
  act_table_free(&n->labels);
  act_table_free(&n->names);
}

static void random_text(char *out, size_t words)
{
  static const char *const pieces[] = { "a",  "of", "Bo", "MIX", "x1",   "--", "É",    ".",
                                        "\"", "’s", "(",  "the", "Ünal", "9",  "co-op" };
  out[0] = '\0';
  for (size_t i = 0; i < words; i++) {
    strcat(out, pieces[chance(sizeof pieces / sizeof *pieces)]);
    strcat(out, chance(4) ? " " : "");
  }
}

static void check_tree(const act_annotation *a, const act_sentence *s)
{
  uint32_t roots = 0;
  for (uint32_t t = s->first; t < s->end; t++) {
    const act_token *token = &a->tokens.data[t];
    roots += token->head == ACT_ROOT;
    assert_true(token->head == ACT_ROOT ||
                (token->head >= s->first && token->head < s->end && token->head != t));
    assert_int_equal(token->head == ACT_ROOT, token->deprel == ACT_DEP_ROOT);
    assert_true(token->deprel > ACT_DEP_NONE && token->deprel < ACT_DEP_COUNT);
    uint32_t steps = 0, at = t;
    while (at != ACT_ROOT && steps++ <= s->end - s->first)
      at = a->tokens.data[at].head;
    assert_int_equal(ACT_ROOT, at); /* no circle */
  }
  assert_int_equal(1, roots);
  assert_true(s->parsed);
}

static void check_names(const act_annotation *a, const act_sentence *s)
{
  uint8_t before = ACT_NAME_O;
  for (uint32_t t = s->first; t < s->end; t++) {
    const uint8_t tag = a->tokens.data[t].name;
    assert_true(tag <= ACT_NAME_I_ORG);
    if (tag && tag % 2 == 0)
      assert_true(before == tag || before == tag - 1);
    before = tag;
  }
}

static void check_sentences(noise *n, act_annotation *a)
{
  for (uint32_t i = 0; i < a->sentences.count; i++) {
    assert_int_equal(ACTANT_OK, act_tag(&n->words, a, i, NULL));
    assert_int_equal(ACTANT_OK, act_parse(&n->words, a, i, NULL));
    assert_int_equal(ACTANT_OK, act_find_names(&n->words, a, i, NULL));
    check_tree(a, &a->sentences.data[i]);
    check_names(a, &a->sentences.data[i]);
  }
}

static void any_weights_give_trees_and_whole_names(void **state)
{
  (void)state;
  for (size_t round = 0; round < 60; round++) {
    char text[2048];
    annotated a;
    noise n;
    make_noise(&n);
    random_text(text, 1 + round * 2);
    assert_int_equal(ACTANT_OK, annotate_text(&a, text, strlen(text), NULL, true));
    check_sentences(&n, &a.annotation);
    annotated_free(&a);
    free_noise(&n);
  }
}

static void no_weights_at_all_give_a_tree(void **state)
{
  (void)state;
  annotated a;
  noise n;
  make_noise(&n);
  memset(n.moves.cells, 0, 1024);
  memset(n.labels.cells, 0, 256 * 64);
  assert_int_equal(ACTANT_OK, annotate_text(&a, "one two three four five", 23, NULL, true));
  check_sentences(&n, &a.annotation);
  annotated_free(&a);
  free_noise(&n);
}

static void a_long_sentence_takes_no_deep_stack(void **state)
{
  (void)state;
  enum { WORDS = 60000 };
  char *text = malloc(2 * WORDS + 1);
  annotated a;
  noise n;
  assert_non_null(text);
  for (size_t i = 0; i < WORDS; i++)
    memcpy(text + 2 * i, "x ", 2);
  make_noise(&n);
  assert_int_equal(ACTANT_OK, annotate_text(&a, text, 2 * WORDS, NULL, true));
  for (uint32_t i = 0; i < a.annotation.sentences.count; i++) {
    assert_int_equal(ACTANT_OK, act_tag(&n.words, &a.annotation, i, NULL));
    assert_int_equal(ACTANT_OK, act_parse(&n.words, &a.annotation, i, NULL));
    assert_int_equal(ACTANT_OK, act_find_names(&n.words, &a.annotation, i, NULL));
  }
  annotated_free(&a);
  free_noise(&n);
  free(text);
}

static void tags_that_are_there_are_kept(void **state)
{
  (void)state;
  annotated a;
  noise n;
  make_noise(&n);
  assert_int_equal(ACTANT_OK, annotate_text(&a, "it works here", 13, NULL, true));
  a.annotation.tokens.data[1].upos = ACT_UPOS_ADV;
  a.annotation.tokens.data[1].xpos = ACT_XPOS_UH;
  assert_int_equal(ACTANT_OK, act_tag(&n.words, &a.annotation, 0, NULL));
  assert_int_equal(ACT_UPOS_ADV, a.annotation.tokens.data[1].upos);
  assert_int_equal(ACT_XPOS_UH, a.annotation.tokens.data[1].xpos);
  assert_int_not_equal(ACT_UPOS_NONE, a.annotation.tokens.data[2].upos);
  annotated_free(&a);
  free_noise(&n);
}

/* ---- the model that ships ---- */

typedef struct shipped {
  act_weights *weights;
  act_gazetteer *gazetteer;
  act_annotators *annotators;
} shipped;

static int open_shipped(void **state)
{
  static shipped s;
  act_embedded file;
  if (!act_embedded_find("english.model", &file) ||
      act_weights_open(file.data, file.size, true, &s.weights, NULL) != ACTANT_OK ||
      act_gazetteer_open(&s.gazetteer, NULL) != ACTANT_OK ||
      act_annotators_new(s.weights, s.gazetteer, &s.annotators, NULL) != ACTANT_OK)
    return -1;
  *state = &s;
  return 0;
}

static int close_shipped(void **state)
{
  shipped *s = *state;
  act_annotators_free(s->annotators);
  act_weights_free(s->weights);
  act_gazetteer_free(s->gazetteer);
  return 0;
}

/* Annotate one text; the caller frees both. */
static act_annotation *annotate(const shipped *s, annotated *a, const char *text)
{
  act_annotation *out = NULL;
  assert_int_equal(ACTANT_OK, annotate_text(a, text, strlen(text), NULL, false));
  assert_int_equal(ACTANT_OK, act_annotate(s->annotators, &a->document, &out, NULL));
  return out;
}

/* Words of a text with what should be said of them: "word/UPOS/relation/head word/name", names as
 * in IOB2. */
static const struct {
  const char *text, *expected;
} sentences[] = {
  { "The mayor of Halden opened the new bridge on Friday.",
    "The/DET/det/mayor/O mayor/NOUN/nsubj/opened/O of/ADP/case/Halden/O "
    "Halden/PROPN/nmod/mayor/B-LOC opened/VERB/root/-/O the/DET/det/bridge/O "
    "new/ADJ/amod/bridge/O bridge/NOUN/obj/opened/O on/ADP/case/Friday/O Friday/PROPN/obl/opened/O "
    "./PUNCT/punct/opened/O" },
  { "Two ships were sunk by the storm, and their crews were rescued by fishermen from Norway.",
    "Two/NUM/nummod/ships/O ships/NOUN/nsubj:pass/sunk/O were/AUX/aux:pass/sunk/O "
    "sunk/VERB/root/-/O by/ADP/case/storm/O the/DET/det/storm/O "
    "storm/NOUN/obl:agent/sunk/O ,/PUNCT/punct/rescued/O and/CCONJ/cc/rescued/O "
    "their/PRON/nmod:poss/crews/O crews/NOUN/nsubj:pass/rescued/O "
    "were/AUX/aux:pass/rescued/O rescued/VERB/conj/sunk/O by/ADP/case/fishermen/O "
    "fishermen/NOUN/obl:agent/rescued/O from/ADP/case/Norway/O "
    "Norway/PROPN/nmod/fishermen/B-LOC ./PUNCT/punct/sunk/O" },
  { "Margaret Olsen, who founded the company in 1987, said that it would never leave Denmark.",
    "Margaret/PROPN/nsubj/said/B-PER Olsen/PROPN/flat/Margaret/I-PER ,/PUNCT/punct/founded/O "
    "who/PRON/nsubj/founded/O "
    "founded/VERB/acl:relcl/Margaret/O the/DET/det/company/O company/NOUN/obj/founded/O "
    "in/ADP/case/1987/O 1987/NUM/obl/founded/O "
    ",/PUNCT/punct/founded/O said/VERB/root/-/O that/SCONJ/mark/leave/O it/PRON/nsubj/leave/O "
    "would/AUX/aux/leave/O never/ADV/advmod/leave/O "
    "leave/VERB/ccomp/said/O Denmark/PROPN/obj/leave/B-LOC ./PUNCT/punct/said/O" },
  { "The committee has asked the University of Oslo to publish its report.",
    "The/DET/det/committee/O committee/NOUN/nsubj/asked/O has/AUX/aux/asked/O asked/VERB/root/-/O "
    "the/DET/det/University/O "
    "University/PROPN/obj/asked/B-ORG of/ADP/case/Oslo/I-ORG Oslo/PROPN/nmod/University/I-ORG "
    "to/PART/mark/publish/O publish/VERB/xcomp/asked/O "
    "its/PRON/nmod:poss/report/O report/NOUN/obj/publish/O ./PUNCT/punct/asked/O" },
  { "Japanese farmers grow less rice than they did before the war.",
    "Japanese/ADJ/amod/farmers/O farmers/NOUN/nsubj/grow/O grow/VERB/root/-/O less/ADJ/amod/rice/O "
    "rice/NOUN/obj/grow/O than/SCONJ/mark/did/O "
    "they/PRON/nsubj/did/O did/VERB/advcl/grow/O before/ADP/case/war/O the/DET/det/war/O "
    "war/NOUN/obl/did/O ./PUNCT/punct/grow/O" },
  { "Peter Lindqvist and his sister Anna moved to Chicago when their father found work there.",
    "Peter/PROPN/nsubj/moved/B-PER Lindqvist/PROPN/flat/Peter/I-PER and/CCONJ/cc/sister/O "
    "his/PRON/nmod:poss/sister/O sister/NOUN/conj/Peter/O "
    "Anna/PROPN/appos/sister/B-PER moved/VERB/root/-/O to/ADP/case/Chicago/O "
    "Chicago/PROPN/obl/moved/B-LOC when/ADV/advmod/found/O "
    "their/PRON/nmod:poss/father/O father/NOUN/nsubj/found/O found/VERB/advcl/moved/O "
    "work/NOUN/obj/found/O there/ADV/advmod/found/O "
    "./PUNCT/punct/moved/O" },
};

typedef struct tally {
  uint32_t words, upos, tree, names;
} tally;

static const char *name_text(uint8_t tag)
{
  static const char *const texts[] = { "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG" };
  return texts[tag];
}

static void compare(const act_annotation *a, const char *expected, tally *n)
{
  char form[64], upos[64], deprel[64], head[64], name[64];
  int used = 0;
  for (uint32_t t = 0; t < a->tokens.count; t++, expected += used + (expected[used] == ' ')) {
    assert_int_equal(5,
                     sscanf(expected,
                            "%63[^/]/%63[^/]/%63[^/]/%63[^/]/%63[^ ]%n",
                            form,
                            upos,
                            deprel,
                            head,
                            name,
                            &used));
    const act_token *token = &a->tokens.data[t];
    assert_true(act_text_is(act_token_form(a, t), form));
    n->words++;
    n->upos += !strcmp(upos, act_upos_text(token->upos));
    n->names += !strcmp(name, name_text(token->name));
    const bool right_head = token->head == ACT_ROOT
                              ? !strcmp(head, "-")
                              : act_text_is(act_token_form(a, token->head), head);
    n->tree += right_head && !strcmp(deprel, act_deprel_text(token->deprel));
  }
}

static void the_model_understands_plain_sentences(void **state)
{
  tally n = { 0 };
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
    annotated a;
    act_annotation *out = annotate(*state, &a, sentences[i].text);
    assert_int_equal(1, out->sentences.count);
    compare(out, sentences[i].expected, &n);
    act_annotation_delete(out);
    annotated_free(&a);
  }
  print_message(
    "of %u words: %u tags, %u arcs with relations, %u names\n", n.words, n.upos, n.tree, n.names);
  assert_true(n.upos * 100 >= n.words * 96);
  assert_true(n.tree * 100 >= n.words * 86);
  assert_true(n.names * 100 >= n.words * 96);
}

static bool has_name(const act_annotation *a, const char *word, uint8_t begin)
{
  for (uint32_t t = 0; t < a->tokens.count; t++)
    if (act_text_is(act_token_form(a, t), word))
      return a->tokens.data[t].name == begin || a->tokens.data[t].name == begin + 1;
  return false;
}

static void headlines_have_names_too(void **state)
{
  annotated a;
  act_annotation *out =
    annotate(*state, &a, "NORWEGIAN PARLIAMENT REJECTS PLAN TO SELL BRIDGES TO GERMANY");
  assert_true(has_name(out, "GERMANY", ACT_NAME_B_LOC));
  assert_false(has_name(out, "REJECTS", ACT_NAME_B_ORG));
  assert_false(has_name(out, "NORWEGIAN", ACT_NAME_B_LOC));
  act_annotation_delete(out);
  annotated_free(&a);
  out = annotate(*state, &a, "Finland Wins Hockey Match Against Sweden After Long Delay");
  assert_true(has_name(out, "Finland", ACT_NAME_B_LOC));
  assert_true(has_name(out, "Sweden", ACT_NAME_B_LOC));
  assert_false(has_name(out, "Match", ACT_NAME_B_ORG));
  act_annotation_delete(out);
  annotated_free(&a);
}

static void titles_stay_outside_names(void **state)
{
  annotated a;
  act_annotation *out =
    annotate(*state, &a, "Norwegian Foreign Minister Erik Solheim met Finnish officials.");
  assert_true(has_name(out, "Erik", ACT_NAME_B_PER));
  assert_true(has_name(out, "Solheim", ACT_NAME_B_PER));
  assert_false(has_name(out, "Minister", ACT_NAME_B_PER));
  assert_false(has_name(out, "Norwegian", ACT_NAME_B_LOC));
  act_annotation_delete(out);
  annotated_free(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(any_weights_give_trees_and_whole_names),
    cmocka_unit_test(no_weights_at_all_give_a_tree),
    cmocka_unit_test(a_long_sentence_takes_no_deep_stack),
    cmocka_unit_test(tags_that_are_there_are_kept),
    cmocka_unit_test_setup_teardown(
      the_model_understands_plain_sentences, open_shipped, close_shipped),
    cmocka_unit_test_setup_teardown(headlines_have_names_too, open_shipped, close_shipped),
    cmocka_unit_test_setup_teardown(titles_stay_outside_names, open_shipped, close_shipped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
