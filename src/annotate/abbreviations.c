/* SPDX-License-Identifier: MIT */
/*
  The list of abbreviations, read from the embedded table once a document; some three hundred rows,
  in a hash map. A row is "form TAB class TAB when".
*/
#include "annotate/abbreviations.h"

#include "base/strings.h"
#include "lexicon/lexicon.h"

#include <string.h>

static const char *const class_names[] = { "", "title", "number", "month", "day", "plain" };
static const char *const when_names[] = { "any", "capital", "digit", "name", "inside" };

static size_t name_index(const char *const *names, size_t count, act_text text)
{
  for (size_t i = 0; i < count; i++)
    if (act_text_is(text, names[i]))
      return i;
  return count;
}

/* Cut the next field, up to a tab, off a line. */
static act_text next_field(act_text *line)
{
  const char *tab = line->size ? memchr(line->bytes, '\t', line->size) : NULL;
  size_t n = tab ? (size_t)(tab - line->bytes) : line->size;
  act_text field = { line->bytes, n };
  size_t skip = tab ? n + 1 : n;
  line->bytes += skip;
  line->size -= skip;
  return field;
}

static actant_status read_row(act_abbreviations *out,
                              act_text line,
                              uint32_t number,
                              actant_error *err)
{
  act_text form = next_field(&line);
  size_t kind = name_index(class_names, 6, next_field(&line));
  size_t when = name_index(when_names, 5, next_field(&line));
  if (!form.size || kind == 0 || kind == 6 || when == 5) {
    act_fail(
      err, ACTANT_RULES, "annotate", "expected form, class and condition, separated by tabs");
    act_error_source(err, "abbreviations.tsv");
    act_error_line(err, number, 1);
    return ACTANT_RULES;
  }
  if (!act_map_set(&out->map, act_hash_bytes(form.bytes, form.size), (uint32_t)(kind * 8 + when)))
    return act_fail_memory(err, "annotate");
  return ACTANT_OK;
}

actant_status act_abbreviations_open(act_abbreviations *out, actant_error *err)
{
  act_embedded file;
  if (!act_embedded_find("abbreviations.tsv", &file))
    return act_fail(err, ACTANT_RULES, "annotate", "the table abbreviations.tsv is missing");
  act_text rest = { file.data, file.size };
  act_abbreviations read = { 0 };
  for (uint32_t number = 1; rest.size; number++) {
    const char *eol = memchr(rest.bytes, '\n', rest.size);
    act_text line = { rest.bytes, eol ? (size_t)(eol - rest.bytes) : rest.size };
    size_t skip = eol ? line.size + 1 : line.size;
    rest.bytes += skip;
    rest.size -= skip;
    if (!line.size || line.bytes[0] == '#')
      continue;
    actant_status st = read_row(&read, line, number, err);
    if (st != ACTANT_OK) {
      act_abbreviations_free(&read);
      return st;
    }
  }
  *out = read;
  return ACTANT_OK;
}

void act_abbreviations_free(act_abbreviations *abbreviations)
{
  act_map_free(&abbreviations->map);
}

act_abbreviation act_abbreviation_find(const act_abbreviations *abbreviations,
                                       const char *lower,
                                       size_t size)
{
  uint32_t value = act_map_get(&abbreviations->map, act_hash_bytes(lower, size));
  if (value == ACT_NO_VALUE)
    return (act_abbreviation){ ACT_ABBREVIATION_NONE, ACT_WHEN_ANY };
  return (act_abbreviation){ (act_abbreviation_class)(value / 8),
                             (act_abbreviation_when)(value % 8) };
}
