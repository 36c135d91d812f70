/* SPDX-License-Identifier: MIT */
/* What writing CoNLL-U promises: ranges, spacing, names on words, and forms that are the text
 * without its white space. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "annotate/annotate_text.h"
#include "annotate/conllu.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

typedef struct text_sink {
  char bytes[65536];
  size_t size;
} text_sink;

static size_t into_text(void *context, const void *bytes, size_t size)
{
  text_sink *sink = context;
  if (size >= sizeof sink->bytes - sink->size)
    return 0;
  memcpy(sink->bytes + sink->size, bytes, size);
  sink->size += size;
  sink->bytes[sink->size] = '\0';
  return size;
}

static void write(const annotated *a, text_sink *sink)
{
  act_output out;
  sink->size = 0;
  act_output_init(&out, &(actant_sink){ into_text, sink });
  act_write_conllu(&a->annotation, &out);
  assert_int_equal(ACTANT_OK, act_output_finish(&out, NULL));
}

static void rows_are_as_the_format_has_them(void **state)
{
  (void)state;
  static text_sink sink;
  annotated a;
  assert_int_equal(ACTANT_OK,
                   annotate_text(&a, "Roe  won't\ngo.", strlen("Roe  won't\ngo."), NULL, true));
  act_token *t = a.annotation.tokens.data;
  t[0].upos = ACT_UPOS_PROPN;
  t[0].name = ACT_NAME_B_PER;
  for (uint32_t i = 0; i < 5; i++)
    t[i].head = i == 3 ? ACT_ROOT : 3;
  t[0].deprel = ACT_DEP_NSUBJ;
  a.annotation.sentences.data[0].parsed = true;
  write(&a, &sink);
  assert_string_equal("# newdoc id = test\n# newpar\n# sent_id = test-1\n# text = Roe won't go.\n"
                      "1\tRoe\t_\tPROPN\t_\t_\t4\tnsubj\t_\tNER=B-PER\n"
                      "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                      "2\two\t_\t_\t_\t_\t4\t_\t_\t_\n"
                      "3\tn't\t_\t_\t_\t_\t4\t_\t_\t_\n"
                      "4\tgo\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
                      "5\t.\t_\t_\t_\t_\t4\t_\t_\t_\n\n",
                      sink.bytes);
  annotated_free(&a);
}

/* Append what of `bytes` is no white space. */
static size_t squeeze(const char *bytes, size_t size, char *out, size_t n)
{
  for (size_t at = 0; at < size;) {
    size_t next = at;
    if (!act_is_space(act_utf8_next(bytes, size, &next))) {
      memcpy(out + n, bytes + at, next - at);
      n += next - at;
    }
    at = next;
  }
  return n;
}

/* The forms of surface tokens, joined. */
static size_t join_forms(const char *conllu, char *out)
{
  size_t n = 0;
  unsigned long skip_to = 0;
  for (const char *line = conllu; *line; line = strchr(line, '\n') + 1) {
    if (*line == '#' || *line == '\n')
      continue;
    char *end;
    unsigned long id = strtoul(line, &end, 10);
    if (id == 1)
      skip_to = 0;
    const char *form = strchr(line, '\t') + 1;
    if (*end == '-')
      skip_to = strtoul(end + 1, NULL, 10);
    else if (id <= skip_to)
      continue;
    size_t size = strcspn(form, "\t");
    memcpy(out + n, form, size);
    n += size;
  }
  return n;
}

static void forms_are_the_text_without_white_space(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "\xEF\xBB\xBFShe said: “I don’t know.”\r\n\r\nThe\xC2\xA0"
    "end\xE2\x80\xA8of\tit\xE2\x80\x8B. # no _ | comment 👩‍👧!",
    "a\x01"
    "b 10km/h @x http://e.org/?a|b 'tis 's '' `` ’’ \x7F ...\xE2\x80\xA6. (1)",
    "_ - # = | 1-2 3.4",
  };
  static text_sink sink;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    annotated a;
    char expected[1024], forms[1024];
    assert_int_equal(ACTANT_OK, annotate_text(&a, texts[i], strlen(texts[i]), NULL, true));
    write(&a, &sink);
    size_t n = squeeze(texts[i], strlen(texts[i]), expected, 0);
    assert_int_equal(n, join_forms(sink.bytes, forms));
    assert_memory_equal(expected, forms, n);
    annotated_free(&a);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rows_are_as_the_format_has_them),
    cmocka_unit_test(forms_are_the_text_without_white_space),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
