/* SPDX-License-Identifier: MIT */
/* What clusters promise: words that stand beside like words share a branch, the tree is the one
   that loses least, and prose is found in each structure that corpora have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/features.h"
#include "train/brown.h"
#include "train/clusters.h"
#include "train/json_strings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static uint32_t next_random(uint32_t *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 16;
}

static void add_word(act_prose *prose, const char *word)
{
  assert_true(act_prose_add(prose, (act_text){ word, strlen(word) }));
}

/* An invented grammar: determiner, animal, verb, place, and so on without an end. */
static const char *const grammar[4][4] = { { "the", "a", "every", "no" },
                                           { "heron", "otter", "badger", "stoat" },
                                           { "sleeps", "hides", "waits", "hunts" },
                                           { "here", "there", "outside", "below" } };

static void speak(act_prose *prose, uint32_t sentences)
{
  uint32_t random = 7;
  for (uint32_t i = 0; i < 4 * sentences; i++)
    add_word(prose, grammar[i % 4][next_random(&random) % 4]);
  assert_true(act_prose_break(prose));
}

static uint32_t bits_of(const act_clusters *clusters, const char *word)
{
  for (size_t i = 0; i < clusters->rows.count; i++)
    if (act_text_is(clusters->rows.data[i].word, word))
      return clusters->rows.data[i].bits;
  return 0;
}

/* Steps that the ways to two words have in common. */
static uint32_t common(uint32_t x, uint32_t y)
{
  uint32_t steps = 0;
  while (x != y)
    if (x > y)
      x >>= 1;
    else
      y >>= 1;
  for (; x > 1; x >>= 1)
    steps++;
  return steps;
}

static void words_of_a_kind_share_a_branch(void **state)
{
  (void)state;
  act_prose prose = { 0 };
  act_clusters c = { 0 };
  speak(&prose, 2000);
  assert_int_equal(ACTANT_OK, act_clusters_find(&prose, (act_clustering){ 12, 2 }, &c, NULL));
  assert_int_equal(16, c.rows.count);
  for (size_t i = 0; i < 16; i++)
    for (size_t j = 0; j < 16; j++)
      for (size_t k = 0; k < 16; k++)
        if (j / 4 == i / 4 && k / 4 != i / 4) {
          const uint32_t one = bits_of(&c, grammar[i / 4][i % 4]);
          assert_int_not_equal(0, one);
          assert_true(common(one, bits_of(&c, grammar[j / 4][j % 4])) >
                      common(one, bits_of(&c, grammar[k / 4][k % 4])));
        }
  act_clusters_free(&c);
  act_prose_free(&prose);
}

static void rare_words_are_left_out_and_digits_are_one(void **state)
{
  (void)state;
  act_prose prose = { 0 };
  act_clusters c = { 0 };
  for (int i = 0; i < 3; i++) {
    add_word(&prose, i ? "1984" : "2017");
    add_word(&prose, "floods");
  }
  add_word(&prose, "once");
  assert_int_equal(ACTANT_OK, act_clusters_find(&prose, (act_clustering){ 400, 2 }, &c, NULL));
  assert_int_equal(2, c.rows.count);
  assert_true(act_text_is(c.rows.data[0].word, "0000"));
  assert_int_equal(3, c.rows.data[0].count);
  act_clusters_free(&c);
  act_prose_free(&prose);
}

static void packed_rows_are_found_by_hash(void **state)
{
  (void)state;
  act_prose prose = { 0 };
  act_clusters c = { 0 };
  unsigned char *data = NULL;
  size_t size = 0;
  speak(&prose, 100);
  assert_int_equal(ACTANT_OK, act_clusters_find(&prose, (act_clustering){ 6, 1 }, &c, NULL));
  assert_int_equal(ACTANT_OK, act_clusters_pack(&c, &data, &size, NULL));
  assert_int_equal(16 * ACT_CLUSTER_BYTES, size);
  const uint32_t hash = act_word_hash((act_text){ "otter", 5 });
  uint32_t found = 0, before = 0;
  for (size_t i = 0; i < size; i += ACT_CLUSTER_BYTES) {
    const uint32_t at = act_get_u32(data + i);
    assert_true(at > before);
    before = at;
    if (at == hash)
      found = act_get_u32(data + i + 4);
  }
  assert_int_equal(bits_of(&c, "otter"), found);
  free(data);
  act_clusters_free(&c);
  act_prose_free(&prose);
}

/* Brown's algorithm as it is defined, in floating point, with all sums made anew. */
enum { WORDS = 24 };

static double term(double n)
{
  return n > 0 ? n * log2(n) : 0;
}

static double information(double n[WORDS][WORDS])
{
  double sum = 0;
  for (size_t x = 0; x < WORDS; x++) {
    double row = 0, column = 0;
    for (size_t y = 0; y < WORDS; y++) {
      sum += term(n[x][y]);
      row += n[x][y];
      column += n[y][x];
    }
    sum -= term(row) + term(column);
  }
  return sum;
}

static void pour(double n[WORDS][WORDS], size_t from, size_t into)
{
  for (size_t c = 0; c < WORDS; c++) {
    n[into][c] += n[from][c];
    n[from][c] = 0;
  }
  for (size_t c = 0; c < WORDS; c++) {
    n[c][into] += n[c][from];
    n[c][from] = 0;
  }
}

static double joined(double n[WORDS][WORDS], size_t x, size_t y)
{
  static double copy[WORDS][WORDS];
  memcpy(copy, n, sizeof copy);
  pour(copy, x, y);
  return information(copy);
}

/* The class of each word, by the number of a word in it, when `classes` are left. */
static void join_slowly(double n[WORDS][WORDS], size_t classes, size_t class_of[WORDS])
{
  bool live[WORDS];
  for (size_t w = 0; w < WORDS; w++) {
    live[w] = true;
    class_of[w] = w;
  }
  for (size_t left = WORDS; left > classes; left--) {
    double best = -1e300;
    size_t from = 0, into = 0;
    for (size_t x = 0; x < WORDS; x++)
      for (size_t y = 0; y < x; y++)
        if (live[x] && live[y] && joined(n, x, y) > best) {
          best = joined(n, x, y);
          from = x;
          into = y;
        }
    pour(n, from, into);
    live[from] = false;
    for (size_t w = 0; w < WORDS; w++)
      if (class_of[w] == from)
        class_of[w] = into;
  }
}

static size_t invent_bigrams(double n[WORDS][WORDS], act_bigram out[WORDS * WORDS])
{
  uint32_t random = 11;
  size_t count = 0;
  for (uint32_t x = 0; x < WORDS; x++)
    for (uint32_t y = 0; y < WORDS; y++) {
      n[x][y] = 0;
      if (next_random(&random) % 3)
        continue;
      out[count] = (act_bigram){ x, y, 1 + next_random(&random) % 900 };
      n[x][y] = out[count++].count;
    }
  return count;
}

/* With a class for each word there is no window: the top of the tree is that of slow joining. */
static void the_tree_is_that_of_the_definition(void **state)
{
  (void)state;
  static double n[WORDS][WORDS];
  act_bigram bigrams[WORDS * WORDS];
  const size_t count = invent_bigrams(n, bigrams);
  uint32_t bits[WORDS];
  size_t class_of[WORDS];
  const act_brown_input input = { bigrams, count, WORDS, WORDS };
  assert_int_equal(ACTANT_OK, act_brown(&input, bits, NULL, NULL));
  join_slowly(n, 2, class_of);
  for (size_t a = 0; a < WORDS; a++)
    for (size_t b = 0; b < a; b++) {
      uint32_t x = bits[a], y = bits[b];
      assert_int_not_equal(x, y);
      while (x > 3)
        x >>= 1;
      while (y > 3)
        y >>= 1;
      assert_int_equal(class_of[a] == class_of[b], x == y);
    }
}

static void weights_are_those_of_the_logarithm(void **state)
{
  (void)state;
  assert_int_equal(0, act_brown_weight(0));
  assert_int_equal(0, act_brown_weight(1));
  for (uint64_t n = 2; n < UINT64_C(100000000); n = n * 3 + 1) {
    const double unit = (double)(1 << 28);
    assert_true(fabs((double)act_brown_weight(n) / unit / ((double)n * log2((double)n)) - 1) <
                1e-7);
  }
}

static void classes_have_limits(void **state)
{
  (void)state;
  const act_bigram one = { 0, 0, 1 };
  uint32_t bits = 0;
  act_brown_input input = { &one, 1, 1, 0 };
  assert_int_equal(ACTANT_ARGUMENT, act_brown(&input, &bits, NULL, NULL));
  input.classes = ACT_BROWN_MOST + 1;
  assert_int_equal(ACTANT_ARGUMENT, act_brown(&input, &bits, NULL, NULL));
  input.classes = 5;
  assert_int_equal(ACTANT_OK, act_brown(&input, &bits, NULL, NULL));
  assert_int_equal(1, bits); /* all there is: no step from the top */
}

static bool note_string(void *context, act_text key, act_text value)
{
  char *out = context;
  const size_t used = strlen(out);
  snprintf(out + used,
           200 - used,
           "%.*s=%.*s;",
           (int)key.size,
           key.size ? key.bytes : "",
           value.bytes ? (int)value.size : 1,
           value.bytes ? value.bytes : "]");
  return true;
}

static void strings_of_json_come_with_their_keys(void **state)
{
  (void)state;
  static const char json[] =
    "{\"a\" : \"x\\ny\\\"\", \"b\": [\"\\u00e9\", \"\\ud83d\\ude00\"], \"c\": 1, \"d\": \"z";
  char out[200] = "";
  assert_true(act_json_strings((act_text){ json, sizeof json - 1 }, note_string, out));
  assert_string_equal("a=x y\";b=\xC3\xA9;b=\xF0\x9F\x98\x80;b=];d=z;", out);
}

static void put(const char *path, const char *text)
{
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(strlen(text), fwrite(text, 1, strlen(text), file));
  assert_int_equal(0, fclose(file));
}

/* A folder of corpora as the table of sources wants it, a sentence in each. */
static const struct {
  const char *path, *text;
} corpora[] = {
  { "ewt/a-train.conllu",
    "# text = Treebank rivers flow north in "
    "spring.\n1\tTreebank\t_\tNOUN\tNN\t_\t0\troot\t_\t_\n\n" },
  { "ewt/a-dev.conllu",
    "# text = Hidden rivers flow north in spring.\n1\tHidden\t_\tNOUN\tNN\t_\t0\troot\t_\t_\n\n" },
  { "gum-free/b-train.conllu",
    "# text = Another bank of rivers flows on.\n1\tAnother\t_\tNOUN\tNN\t_\t0\troot\t_\t_\n\n" },
  { "lexical/factbook/x/y.json",
    "{\"t\": \"<b>note:</b> factual&nbsp;rivers flow down to sea<br>and\"}" },
  { "knowledgenet/folds-1-2-3.tsv",
    "1\t\t\t\t\t\t\t\t\t\t\t\tPassage rivers flow by the town\n"
    "3\t\t\t\t\t\t\t\t\t\t\t\tHidden passage of rivers we hold back\n" },
  { "names/redocred-dev.json", "[{\"title\": \"No\", \"sents\": [[\"Tokens\", \"flow\"]]}]" },
  { "re3d/z/documents.json", "{\"text\": \"Reports of rivers in flood\", \"title\": \"Hidden\"}" },
  { "names/wikigold.conll.txt", "Columns O\nflow O\n\n" },
  { "coref/gap-development.tsv", "1\tGap rivers flow past her house\n" },
  { "openie/carb-dev.tsv", "Open rivers flow over the plain\tflow\tOpen rivers\n" },
  { "data.noun",
    "  1 licence | hidden lines of a licence text\n001 | a gloss on rivers that flow\n" },
};
enum { FILES = sizeof corpora / sizeof *corpora };

/* Make, or remove, the folders on the way to a file. */
static void each_folder(const char *path, bool make)
{
  char folder[256];
  size_t cuts[8], count = 0;
  for (const char *c = strchr(path, '/'); c && count < 8; c = strchr(c + 1, '/'))
    cuts[count++] = (size_t)(c - path);
  for (size_t i = 0; i < count; i++) {
    snprintf(folder, sizeof folder, "%.*s", (int)cuts[make ? i : count - 1 - i], path);
    (void)(make ? mkdir(folder, 0777) : rmdir(folder));
  }
}

static void prose_is_found_in_each_structure(void **state)
{
  (void)state;
  static const char root[] = "actant-test-[prose]";
  act_prose prose = { 0 };
  char path[256];
  for (size_t i = 0; i < FILES; i++) {
    snprintf(path, sizeof path, "%s/%s", root, corpora[i].path);
    each_folder(path, true);
    put(path, corpora[i].text);
  }
  assert_int_equal(ACTANT_OK, act_prose_read(root, root, &prose, NULL));
  static const char *const present[] = { "treebank", "another", "factual", "passage", "tokens",
                                         "reports",  "columns", "gap",     "open",    "gloss" };
  static const char *const absent[] = { "hidden", "and", "no", "licence" };
  for (size_t i = 0; i < sizeof present / sizeof *present; i++)
    assert_int_not_equal(ACT_NO_STRING,
                         act_strings_find(&prose.words, present[i], strlen(present[i])));
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    assert_int_equal(ACT_NO_STRING, act_strings_find(&prose.words, absent[i], strlen(absent[i])));
  act_prose_free(&prose);
  snprintf(path, sizeof path, "%s/openie/carb-dev.tsv", root);
  assert_int_equal(0, remove(path));
  assert_int_equal(ACTANT_IO, act_prose_read(root, root, &prose, NULL));
  act_prose_free(&prose);
  for (size_t i = 0; i < FILES; i++) {
    snprintf(path, sizeof path, "%s/%s", root, corpora[i].path);
    (void)remove(path);
    each_folder(path, false);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_of_a_kind_share_a_branch),
    cmocka_unit_test(rare_words_are_left_out_and_digits_are_one),
    cmocka_unit_test(packed_rows_are_found_by_hash),
    cmocka_unit_test(the_tree_is_that_of_the_definition),
    cmocka_unit_test(weights_are_those_of_the_logarithm),
    cmocka_unit_test(classes_have_limits),
    cmocka_unit_test(strings_of_json_come_with_their_keys),
    cmocka_unit_test(prose_is_found_in_each_structure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
