/* SPDX-License-Identifier: MIT */
/* What looking lemmas up promises: longest context first, case of proper nouns kept, damaged
 * sections refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/annotate_text.h"
#include "annotate/lemmas.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 5, SIZE = 1024 };

typedef struct row {
  const char *ending;
  bool whole;
  uint8_t upos, xpos;
  const char *script; /* the byte that says how much is cut, then what is put on */
} row;

static const row rows[] = {
  { "", false, ACT_UPOS_NOUN, ACT_XPOS_NN, "\0" },
  { "s", false, ACT_UPOS_NOUN, ACT_XPOS_NNS, "\1" },
  { "ies", false, ACT_UPOS_NOUN, ACT_XPOS_NNS, "\3y" },
  { "men", true, ACT_UPOS_NOUN, ACT_XPOS_NNS, "\2an" },
  { "went", true, ACT_UPOS_VERB, ACT_XPOS_VBD, "\377go" },
  { "s", false, ACT_UPOS_PROPN, ACT_XPOS_NNPS, "\1" },
};
enum { ROWS = sizeof rows / sizeof *rows };

static void set_u32(unsigned char *at, uint32_t value)
{
  for (int i = 0; i < 4; i++)
    at[i] = (unsigned char)(value >> 8 * i);
}

static void put_slot(unsigned char *slots, const row *r, uint32_t script)
{
  uint64_t context = act_lemma_context(r->ending, strlen(r->ending), r->whole, r->upos, r->xpos);
  uint32_t at = (uint32_t)context & ((1 << BITS) - 1);
  while (slots[at * ACT_LEMMA_SLOT + 4])
    at = (at + 1) & ((1 << BITS) - 1);
  set_u32(slots + at * ACT_LEMMA_SLOT, (uint32_t)(context >> 32));
  slots[at * ACT_LEMMA_SLOT + 4] = (unsigned char)(script + 1);
}

/* Lay a section of the rows out; its size. */
static size_t make_section(unsigned char section[SIZE])
{
  memset(section, 0, SIZE);
  unsigned char *slots = section + ACT_LEMMA_HEADER,
                *offsets = slots + (1 << BITS) * ACT_LEMMA_SLOT,
                *scripts = offsets + 4 * (ROWS + 1);
  uint32_t at = 0;
  for (uint32_t i = 0; i < ROWS; i++) {
    size_t n = 1 + strlen(rows[i].script + 1);
    put_slot(slots, &rows[i], i);
    memcpy(scripts + at, rows[i].script, n);
    at += (uint32_t)n;
    set_u32(offsets + 4 * (i + 1), at);
  }
  set_u32(section, BITS);
  set_u32(section + 4, ROWS);
  set_u32(section + 8, at);
  return (size_t)(scripts - section) + at;
}

static void assert_lemma(const act_lemmas *lemmas,
                         const char *form,
                         uint8_t upos,
                         uint8_t xpos,
                         const char *lemma)
{
  annotated a;
  act_lemmas l = *lemmas;
  assert_int_equal(ACTANT_OK, annotate_text(&a, form, strlen(form), NULL, true));
  a.annotation.tokens.data[0].upos = upos;
  a.annotation.tokens.data[0].xpos = xpos;
  assert_int_equal(ACTANT_OK,
                   act_find_lemmas(&l, &a.annotation, &a.annotation.sentences.data[0], NULL));
  assert_string_equal(lemma, act_token_lemma(&a.annotation, 0));
  act_lemmas_close(&l);
  annotated_free(&a);
}

static void the_longest_context_decides(void **state)
{
  (void)state;
  unsigned char section[SIZE];
  act_lemmas l;
  assert_int_equal(ACTANT_OK, act_lemmas_read(section, make_section(section), &l, NULL));
  assert_lemma(&l, "Treaties", ACT_UPOS_NOUN, ACT_XPOS_NNS, "treaty");
  assert_lemma(&l, "pacts", ACT_UPOS_NOUN, ACT_XPOS_NNS, "pact");
  assert_lemma(&l, "men", ACT_UPOS_NOUN, ACT_XPOS_NNS, "man");
  assert_lemma(&l, "women", ACT_UPOS_NOUN, ACT_XPOS_NNS, "women"); /* the form is no ending */
  assert_lemma(&l, "went", ACT_UPOS_VERB, ACT_XPOS_VBD, "go");
  assert_lemma(&l, "Was", ACT_UPOS_AUX, ACT_XPOS_VBD, "was"); /* tags without contexts */
}

static void proper_nouns_keep_their_case(void **state)
{
  (void)state;
  unsigned char section[SIZE];
  act_lemmas l;
  assert_int_equal(ACTANT_OK, act_lemmas_read(section, make_section(section), &l, NULL));
  assert_lemma(&l, "Varnikers", ACT_UPOS_PROPN, ACT_XPOS_NNPS, "Varniker");
  assert_lemma(&l, "Varnik", ACT_UPOS_PROPN, ACT_XPOS_NNP, "Varnik");
  assert_lemma(&l, "s", ACT_UPOS_PROPN, ACT_XPOS_NNPS, "s"); /* nothing would be left */
}

static void long_forms_are_their_own_lemma(void **state)
{
  (void)state;
  unsigned char section[SIZE];
  char form[400];
  act_lemmas l;
  memset(form, 's', sizeof form - 1);
  form[sizeof form - 1] = '\0';
  assert_int_equal(ACTANT_OK, act_lemmas_read(section, make_section(section), &l, NULL));
  assert_lemma(&l, form, ACT_UPOS_NOUN, ACT_XPOS_NNS, form);
  assert_lemma(&l, form, ACT_UPOS_PROPN, ACT_XPOS_NNPS, form);
}

static void damaged_sections_are_refused(void **state)
{
  (void)state;
  unsigned char section[SIZE];
  size_t size = make_section(section);
  act_lemmas l;
  for (size_t n = 0; n < size; n++) {
    unsigned char *cut = malloc(n ? n : 1); /* so that a sanitizer sees reading beyond */
    assert_non_null(cut);
    memcpy(cut, section, n);
    assert_int_equal(ACTANT_MODEL, act_lemmas_read(cut, n, &l, NULL));
    free(cut);
  }
  for (size_t i = 0; i < size; i++) { /* whatever a byte says, nothing is read outside */
    unsigned char before = section[i];
    section[i] = (unsigned char)(before + 1 + i % 255);
    if (act_lemmas_read(section, size, &l, NULL) == ACTANT_OK)
      (void)act_lemma_script(&l, (act_text){ "treaties", 8 }, ACT_UPOS_NOUN, ACT_XPOS_NNS);
    section[i] = before;
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_longest_context_decides),
    cmocka_unit_test(proper_nouns_keep_their_case),
    cmocka_unit_test(long_forms_are_their_own_lemma),
    cmocka_unit_test(damaged_sections_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
