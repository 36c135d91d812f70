/* SPDX-License-Identifier: MIT */
/* What training words promises: regular inflection, and a decision list that gives back what it was
 * taught and goes beyond it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/lemmas.h"
#include "train/inflect.h"
#include "train/lemmas.h"
#include "train/sentences.h"

#include <stdio.h>
#include <string.h>

static void endings_are_spelt_by_rule(void **state)
{
  (void)state;
  static const struct {
    const char *word;
    act_inflection inflection;
    const char *form;
  } cases[] = {
    { "treaty", ACT_INFLECT_S, "treaties" }, { "day", ACT_INFLECT_S, "days" },
    { "church", ACT_INFLECT_S, "churches" }, { "agree", ACT_INFLECT_ED, "agreed" },
    { "stop", ACT_INFLECT_ED, "stopped" },   { "carry", ACT_INFLECT_ED, "carried" },
    { "die", ACT_INFLECT_ING, "dying" },     { "see", ACT_INFLECT_ING, "seeing" },
    { "make", ACT_INFLECT_ING, "making" },   { "quit", ACT_INFLECT_ING, "quitting" },
    { "visit", ACT_INFLECT_ED, "visited" },  { "happy", ACT_INFLECT_ER, "happier" },
    { "big", ACT_INFLECT_EST, "biggest" },   { "fix", ACT_INFLECT_ING, "fixing" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char out[32] = "";
    size_t n = act_inflect(
      (act_text){ cases[i].word, strlen(cases[i].word) }, cases[i].inflection, out, sizeof out - 1);
    assert_int_equal(strlen(cases[i].form), n);
    assert_memory_equal(cases[i].form, out, n);
  }
}

static const char treebank_text[] =
  "# newdoc id = a\n# text = Ships met.\n"
  "1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_"
  "\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
  "# text = Roads didn't.\n"
  "1\tRoads\troad\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter="
  "No\n2\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_\n"
  "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
  "# newpar\n# text = Pacts\n1\tPacts\tpact\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n";

/* The treebank above, read from a file of its own. */
static void read_treebank(act_treebank *out)
{
  const char path[] = "actant-test-treebank.tmp";
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(sizeof treebank_text - 1,
                   fwrite(treebank_text, 1, sizeof treebank_text - 1, file));
  assert_int_equal(0, fclose(file));
  assert_int_equal(ACTANT_OK, act_treebank_read(path, out, NULL));
  assert_int_equal(0, remove(path));
}

static void treebanks_are_read_as_raw_text(void **state)
{
  (void)state;
  act_treebank t;
  read_treebank(&t);
  assert_int_equal(31, t.document.size);
  assert_memory_equal("Ships met. Roads didn't.\n\nPacts", t.document.text, 31);
  assert_int_equal(2, t.document.blocks.count);
  assert_int_equal(3, t.ends.count);
  assert_int_equal(10, t.ends.data[0]);
  assert_int_equal(8, t.words.count);
  act_treebank_free(&t);
}

static void assert_script(const act_lemmas *l,
                          const char *form,
                          uint8_t upos,
                          uint8_t xpos,
                          const char *lemma)
{
  char out[64] = "";
  act_text text = { form, strlen(form) }, script = act_lemma_script(l, text, upos, xpos);
  size_t n = script.size ? act_lemma_apply(script, text, out, sizeof out - 1) : 0;
  assert_int_equal(strlen(lemma), n);
  assert_string_equal(lemma, out);
}

static void lemmas_are_given_back_and_generalised(void **state)
{
  (void)state;
  act_treebank t;
  act_model_writer model = { 0 };
  act_lemmas l;
  read_treebank(&t);
  assert_int_equal(ACTANT_OK, act_train_lemmas(&t, 1, NULL, &model, NULL));
  assert_int_equal(1, model.sections.count);
  assert_int_equal(
    ACTANT_OK, act_lemmas_read(model.sections.data[0].data, model.sections.data[0].size, &l, NULL));
  assert_script(&l, "met", ACT_UPOS_VERB, ACT_XPOS_VBD, "meet");
  assert_script(&l, "n't", ACT_UPOS_PART, ACT_XPOS_RB, "not");
  assert_script(&l, "boats", ACT_UPOS_NOUN, ACT_XPOS_NNS, "boat");
  act_model_writer_free(&model);
  act_treebank_free(&t);
}

static void training_twice_gives_the_same_bytes(void **state)
{
  (void)state;
  act_treebank t;
  act_model_writer a = { 0 }, b = { 0 };
  read_treebank(&t);
  assert_int_equal(ACTANT_OK, act_train_sentences(&t, 1, &a, NULL));
  assert_int_equal(ACTANT_OK, act_train_sentences(&t, 1, &b, NULL));
  assert_int_equal(a.sections.data[0].size, b.sections.data[0].size);
  assert_memory_equal(a.sections.data[0].data, b.sections.data[0].data, a.sections.data[0].size);
  act_model_writer_free(&a);
  act_model_writer_free(&b);
  act_treebank_free(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(endings_are_spelt_by_rule),
    cmocka_unit_test(treebanks_are_read_as_raw_text),
    cmocka_unit_test(lemmas_are_given_back_and_generalised),
    cmocka_unit_test(training_twice_gives_the_same_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
