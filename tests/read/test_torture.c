/* SPDX-License-Identifier: MIT */
/* Input that is broken, huge or deep is read within limits or refused, and documents keep their
   invariants; run under sanitizers this is the replay of a small fuzzing corpus.  Mutations come
   from a generator of fixed seed, so a failure can be repeated. */
#include "read/read_help.h"

static const char *const seeds[] = { "agency", "amp",      "broadcaster", "encyclopedia",
                                     "live",   "magazine", "scripted",    "soup",
                                     "tables", "wordpress" };

static uint64_t next_random(uint64_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static char *load(const char *name, size_t *size)
{
  char path[128];
  snprintf(path, sizeof path, "read/pages/%s.html", name);
  return read_file(path, size);
}

/* Bytes copied to their exact size, so that reading one too many is seen. */
static void read_exactly(const char *bytes, size_t size, const char *format)
{
  char *copy = malloc(size + 1);
  actant_read_options options;
  actant_error err;
  size_t count;
  assert_non_null(copy);
  char *exact = realloc(copy, size ? size : 1);
  assert_non_null(exact);
  if (size)
    memcpy(exact, bytes, size);
  actant_read_options_init(&options);
  options.format = format;
  (void)!read_all(exact, size, &options, &count, &err);
  free(exact);
}

static void truncated_pages_are_read(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
    size_t size;
    char *bytes = load(seeds[i], &size);
    for (size_t end = size; end > 0; end = end > 97 ? end - 97 : 0)
      read_exactly(bytes, end, NULL);
    free(bytes);
  }
}

static void mutate(char *bytes, size_t size, uint64_t *random)
{
  static const char marks[] = "<>&\"'/=!-\n\t {}[]#;.\x00\xC2\xE2\xFF";
  for (uint64_t n = 1 + next_random(random) % 20; n > 0; n--) {
    size_t at = next_random(random) % size, from = next_random(random) % size,
           length = next_random(random) % 60;
    length = length < size - at ? length : size - at;
    length = length < size - from ? length : size - from;
    if (next_random(random) % 2)
      bytes[at] = marks[next_random(random) % (sizeof marks - 1)];
    else
      memmove(bytes + at, bytes + from, length);
  }
}

static void mutated_pages_are_read(void **state)
{
  (void)state;
  static const char *const formats[] = { NULL, "html", "html", "text", "jsonl", "conllu" };
  uint64_t random = 88172645463325252u;
  for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
    size_t size;
    char *bytes = load(seeds[i], &size), *copy = malloc(size);
    assert_non_null(copy);
    for (int round = 0; round < 60; round++) {
      memcpy(copy, bytes, size);
      mutate(copy, size, &random);
      for (size_t at = 0; at < size; at++) /* mostly past the refusal of binary bytes */
        copy[at] =
          copy[at] == '\0' || ((unsigned char)copy[at] >= 0x80 && round % 4) ? ' ' : copy[at];
      read_exactly(copy, size, formats[next_random(&random) % 6]);
    }
    free(copy);
    free(bytes);
  }
}

static void mutated_tokens_are_read(void **state)
{
  (void)state;
  static const char given[] =
    "# newdoc id = a\n# newpar\n# text = I don't "
    "know.\n1\tI\t_\t_\t_\t_\t4\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\t_\t_\t_\t_"
    "\t4\taux\t_\t_\n3\tn't\t_\t_\t_\t_\t4\tadvmod\t_\t_\n"
    "4\tknow\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No\n5\t.\t_\t_\t_\t_\t4\tpunct\t_\t_\n\n# newdoc "
    "id = b\n1\tYes\t_\t_\t_\t_\t0\troot\t_\t_\n";
  uint64_t random = 2463534242u;
  char copy[sizeof given];
  for (int round = 0; round < 3000; round++) {
    memcpy(copy, given, sizeof given);
    mutate(copy, sizeof given - 1, &random);
    read_exactly(copy, sizeof given - 1 - next_random(&random) % 40, "conllu");
  }
}

typedef struct buffer {
  char *bytes;
  size_t size;
} buffer;

static buffer repeat(const char *begin,
                     const char *middle,
                     size_t count,
                     const char *end,
                     const char *last,
                     size_t last_count)
{
  size_t a = strlen(begin), b = strlen(middle), c = strlen(end), d = strlen(last);
  buffer out = { malloc(a + b * count + c + d * last_count + 1), 0 };
  assert_non_null(out.bytes);
  memcpy(out.bytes, begin, a);
  out.size = a;
  for (size_t i = 0; i < count; i++, out.size += b)
    memcpy(out.bytes + out.size, middle, b);
  memcpy(out.bytes + out.size, end, c);
  out.size += c;
  for (size_t i = 0; i < last_count; i++, out.size += d)
    memcpy(out.bytes + out.size, last, d);
  return out;
}

static actant_status read_and_free(buffer input, size_t max_bytes, actant_error *err)
{
  actant_read_options options;
  size_t count;
  actant_read_options_init(&options);
  if (max_bytes)
    options.max_bytes = max_bytes;
  actant_status st = read_all(input.bytes, input.size, &options, &count, err);
  free(input.bytes);
  return st;
}

static void deep_pages_are_read_or_refused(void **state)
{
  (void)state;
  actant_error err;
  assert_int_equal(ACTANT_OK,
                   read_and_free(repeat("<html><body>",
                                        "<div>",
                                        100000,
                                        "<p>The people of Vell voted on Sunday.</p>",
                                        "</div>",
                                        100000),
                                 0,
                                 &err));
  assert_int_equal(
    ACTANT_OK,
    read_and_free(
      repeat("<html><body>", "<b><i>", 50000, "The people of Vell voted on Sunday.", "</b>", 10),
      0,
      &err));
  assert_int_equal(
    ACTANT_OK,
    read_and_free(
      repeat("<html><body>", "<ul><li>", 50000, "The people of Vell voted on Sunday.", "", 0),
      0,
      &err));
  assert_int_equal(
    ACTANT_LIMIT,
    read_and_free(
      repeat("<html><body>", "<div>", 200000, "<p>Vell.</p>", "</span>", 200000), 0, &err));
  assert_int_equal(
    ACTANT_LIMIT,
    read_and_free(repeat("<html><body><p ", "a ", 300000, ">Vell.</p>", "", 0), 0, &err));
  /* JSON that deep is no line of ours. */
  assert_int_equal(ACTANT_FORMAT,
                   read_and_free(repeat("{\"text\":", "[", 100000, "", "]", 100000), 0, &err));
}

static void long_lines_are_read_or_refused(void **state)
{
  (void)state;
  actant_error err;
  size_t most = (size_t)20 << 20; /* the command's test does this with 100 MB */
  assert_int_equal(
    ACTANT_LIMIT,
    read_and_free(repeat("", "It rains in Vell. ", most / 18, "", "", 0), most / 2, &err));
  assert_non_null(strstr(err.message, "--max-bytes"));
  assert_int_equal(
    ACTANT_OK, read_and_free(repeat("", "It rains in Vell. ", most / 18, "", "", 0), most, &err));
  assert_int_equal(ACTANT_OK, read_and_free(repeat("", "a", most, "", "", 0), most, &err));
  assert_int_equal(
    ACTANT_OK,
    read_and_free(
      repeat("<html><body><p>", "It rains in Vell. ", most / 36, "</p>", "", 0), most, &err));
  assert_int_equal(
    ACTANT_OK,
    read_and_free(repeat("<html><body>", "<p>It rains.", most / 120, "", "", 0), most, &err));
  assert_int_equal(
    ACTANT_OK,
    read_and_free(
      repeat("<html><body>", "<h2>Rain", most / 120, "<p>It rains in Vell.", "", 0), most, &err));
  assert_int_equal(ACTANT_OK,
                   read_and_free(repeat("<html><body>It rains.",
                                        "<blockquote>Ada and Ole met.</blockquote>",
                                        most / 800,
                                        "",
                                        "",
                                        0),
                                 most,
                                 &err));
  assert_int_equal(ACTANT_OK,
                   read_and_free(repeat("", "Rain\n\n", most / 60, "", "", 0), most, &err));
}

static void small_depths_keep_the_text(void **state)
{
  (void)state;
  actant_read_options options;
  actant_read_options_init(&options);
  options.max_depth = 3;
  static const char page[] =
    "<html><body><div><div><p>The people of Vell voted on Sunday.</p><script>no()</script><p>They "
    "will vote again in June.</p></div></div></body></html>";
  actant_document *document = read_one(page, sizeof page - 1, &options);
  assert_string_equal("The people of Vell voted on Sunday.\n\nThey will vote again in June.",
                      document->text);
  actant_document_free(document);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(truncated_pages_are_read),
    cmocka_unit_test(mutated_pages_are_read),
    cmocka_unit_test(mutated_tokens_are_read),
    cmocka_unit_test(deep_pages_are_read_or_refused),
    cmocka_unit_test(long_lines_are_read_or_refused),
    cmocka_unit_test(small_depths_keep_the_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
