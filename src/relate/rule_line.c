/* SPDX-License-Identifier: MIT */
/* One line of a rule file: pieces between blanks, the options behind the semicolon, sets of words,
   examples, `relation` lines.

   Every message has the file, the line and the column of what was found; what it says is what was
   expected there.  The grammar stands at the head of rules.c.
*/
#include "relate/rule_line.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char STAGE[] = "relate";

actant_status act_rule_fail(const act_rule_line *line,
                            uint32_t column,
                            actant_error *err,
                            const char *format,
                            ...)
{
  char message[sizeof err->message];
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  (void)act_fail(err, ACTANT_RULES, STAGE, "%s", message);
  act_error_source(err, line->file);
  act_error_line(err, line->number, column);
  return ACTANT_RULES;
}

static bool blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static actant_status cut_pieces(act_rule_line *line, const char *end, actant_error *err)
{
  const char *start = line->text.bytes;
  for (const char *at = start; at < end;) {
    while (at < end && blank(*at))
      at++;
    const char *begin = at;
    bool quoted = at < end && *at == '"';
    for (at += quoted; at < end && (quoted ? *at != '"' : !blank(*at)); at++) {
    }
    at += quoted && at < end;
    if (at == begin)
      break;
    if (line->count == ACT_RULE_PIECES)
      return act_rule_fail(line,
                           (uint32_t)(begin - start) + 1,
                           err,
                           "expected at most %d words in a line",
                           ACT_RULE_PIECES);
    line->pieces[line->count++] =
      (act_rule_piece){ { begin, (size_t)(at - begin) }, (uint32_t)(begin - start) + 1 };
  }
  return ACTANT_OK;
}

actant_status act_rule_line_cut(act_rule_line *line, act_text text, actant_error *err)
{
  size_t lead = 0;
  while (lead < text.size && blank(text.bytes[lead]))
    lead++;
  while (text.size > lead && blank(text.bytes[text.size - 1]))
    text.size--;
  line->text = text;
  line->count = 0;
  line->options = NULL;
  line->example = 0;
  line->end_column = (uint32_t)text.size + 1;
  if (lead == text.size || text.bytes[lead] == '#')
    return ACTANT_OK;
  if ((text.bytes[lead] == '+' || text.bytes[lead] == '-') && text.size > lead + 1 &&
      blank(text.bytes[lead + 1])) {
    line->example = text.bytes[lead];
    return ACTANT_OK;
  }
  const char *end = text.bytes + text.size, *semicolon = memchr(text.bytes, ';', text.size);
  if (semicolon) {
    line->options = semicolon + 1;
    line->end_column = (uint32_t)(semicolon - text.bytes) + 1;
    end = semicolon;
  }
  TRY(cut_pieces(line, end, err));
  return line->count
           ? ACTANT_OK
           : act_rule_fail(line, line->end_column, err, "expected a pattern in front of ';'");
}

/* ---------------------------------------------------------------------------------------------
 * words */

static bool word_ok(act_text word)
{
  if (!word.size)
    return false;
  for (size_t i = 0; i < word.size; i++) {
    unsigned char c = (unsigned char)word.bytes[i];
    if (c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
        !strchr("-_'.&%$", (int)c))
      return false;
  }
  return true;
}

static actant_status push_set(const act_rule_line *line,
                              act_text name,
                              uint32_t column,
                              actant_error *err)
{
  act_vocabulary *v = line->vocabulary;
  uint32_t id = act_strings_find(&v->strings, name.bytes, name.size);
  bool found = false;
  for (size_t i = 0; i < v->sets.count; i++)
    if (v->sets.data[i].name == id) {
      found = true;
      for (uint32_t k = 0; k < v->sets.data[i].count; k++)
        if (!act_array_push(&v->numbers, v->numbers.data[v->sets.data[i].first + k]))
          return act_fail_memory(err, STAGE);
    }
  if (!found)
    return act_rule_fail(line,
                         column,
                         err,
                         "expected a set that is defined above, found '%.*s'",
                         (int)name.size,
                         name.bytes);
  return ACTANT_OK;
}

static int compare_numbers(const void *a, const void *b)
{
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static uint32_t sort_unique(uint32_t *numbers, uint32_t count)
{
  uint32_t kept = 0;
  if (count)
    qsort(numbers, count, sizeof *numbers, compare_numbers);
  for (uint32_t i = 0; i < count; i++)
    if (!kept || numbers[kept - 1] != numbers[i])
      numbers[kept++] = numbers[i];
  return kept;
}

actant_status act_rule_words(const act_rule_line *line,
                             const act_rule_piece *piece,
                             uint32_t *first,
                             uint32_t *count,
                             actant_error *err)
{
  act_vocabulary *v = line->vocabulary;
  const char *at = piece->text.bytes, *end = at + piece->text.size;
  uint32_t start = (uint32_t)v->numbers.count;
  for (;;) {
    const char *bar = memchr(at, '|', (size_t)(end - at)), *stop = bar ? bar : end;
    act_text word = { at, (size_t)(stop - at) };
    uint32_t column = piece->column + (uint32_t)(at - piece->text.bytes);
    if (word.size && *at == '@') {
      TRY(push_set(line, word, column, err));
    } else {
      if (!word_ok(word))
        return act_rule_fail(line,
                             column,
                             err,
                             "expected a word in lower case, X, Y or @set, found '%.*s'",
                             (int)word.size,
                             word.bytes);
      uint32_t id = act_strings_add(&v->strings, word.bytes, word.size);
      if (id == ACT_NO_STRING || !act_array_push(&v->numbers, id))
        return act_fail_memory(err, STAGE);
    }
    if (!bar)
      break;
    at = bar + 1;
  }
  v->numbers.count =
    start + sort_unique(v->numbers.data + start, (uint32_t)v->numbers.count - start);
  *first = start;
  *count = (uint32_t)v->numbers.count - start;
  return ACTANT_OK;
}

actant_status act_rule_prepositions(const act_rule_line *line,
                                    const act_rule_piece *piece,
                                    act_rule_part *part,
                                    actant_error *err)
{
  act_vocabulary *v = line->vocabulary;
  uint32_t first, count;
  TRY(act_rule_words(line, piece, &first, &count, err));
  if (!part->role_count)
    part->roles = first;
  for (uint32_t i = 0; i < count; i++)
    v->numbers.data[first + i] += ACT_ROLE_PREPOSITION;
  part->role_count += count;
  return ACTANT_OK;
}

static bool in_named_set(const act_vocabulary *v, const char *set, uint32_t word)
{
  for (size_t i = 0; i < v->sets.count; i++) {
    if (strcmp(act_strings_get(&v->strings, v->sets.data[i].name), set) != 0)
      continue;
    for (uint32_t k = 0; k < v->sets.data[i].count; k++)
      if (v->numbers.data[v->sets.data[i].first + k] == word)
        return true;
  }
  return false;
}

bool act_rule_all_in(const act_vocabulary *v, act_text text, act_engine_set set)
{
  const char *at = text.bytes, *end = at + text.size;
  for (;;) {
    const char *bar = memchr(at, '|', (size_t)(end - at)), *stop = bar ? bar : end;
    uint32_t id = act_strings_find(&v->strings, at, (size_t)(stop - at));
    if (id == ACT_NO_STRING || !in_named_set(v, act_engine_set_name(set), id))
      return false;
    if (!bar)
      return true;
    at = bar + 1;
  }
}

/* -------------------------------------------------------------------------------------------
 * options */

/* "0.85" as thousandths, without strtod, which depends on the locale. */
static bool read_fraction(const char *at, const char *end, uint16_t *out)
{
  unsigned value = 0, digits = 0;
  if (end - at == 1 && *at == '1') {
    *out = 1000;
    return true;
  }
  if (end - at < 3 || at[0] != '0' || at[1] != '.')
    return false;
  for (at += 2; at < end && *at >= '0' && *at <= '9' && digits < 3; at++, digits++)
    value = value * 10 + (unsigned)(*at - '0');
  for (; digits < 3; digits++)
    value *= 10;
  *out = (uint16_t)value;
  return at == end && value;
}

static bool read_status(act_text word, int8_t *out)
{
  static const char *const names[] = { "actual", "planned", "possible", "negated" };
  for (int8_t i = 0; i < 4; i++)
    if (act_text_is(word, names[i])) {
      *out = i;
      return true;
    }
  return false;
}

static bool read_flag(act_text word, act_rule *rule)
{
  if (act_text_is(word, "swap"))
    rule->swap = true;
  else if (act_text_is(word, "negate"))
    rule->negate = true;
  else if (act_text_is(word, "alone"))
    rule->alone = true;
  else
    return false;
  return true;
}

static const char *make_name(const act_rule_line *line, act_text tail)
{
  const char *id = line->vocabulary->relations.data[line->relation].info.id;
  size_t size = strlen(id);
  char *out = act_arena_alloc(&line->vocabulary->arena, size + tail.size + 2);
  if (!out)
    return NULL;
  memcpy(out, id, size);
  out[size] = '/';
  memcpy(out + size + 1, tail.bytes, tail.size);
  out[size + 1 + tail.size] = 0;
  return out;
}

static actant_status read_option(const act_rule_line *line,
                                 act_text key,
                                 act_text value,
                                 act_rule *rule,
                                 actant_error *err)
{
  uint32_t column = (uint32_t)(key.bytes - line->text.bytes) + 1;
  if (!value.size && read_flag(key, rule))
    return ACTANT_OK;
  if (act_text_is(key, "conf") &&
      read_fraction(value.bytes, value.bytes + value.size, &rule->confidence))
    return ACTANT_OK;
  if (act_text_is(key, "status") && read_status(value, &rule->status))
    return ACTANT_OK;
  if (act_text_is(key, "name") && value.size) {
    rule->name = make_name(line, value);
    return rule->name ? ACTANT_OK : act_fail_memory(err, STAGE);
  }
  return act_rule_fail(
    line,
    column,
    err,
    "expected conf 0.5, status planned, swap, negate, alone or name word, found '%.*s'",
    (int)(value.size ? value.bytes + value.size - key.bytes : (ptrdiff_t)key.size),
    key.bytes);
}

actant_status act_rule_options(const act_rule_line *line, act_rule *rule, actant_error *err)
{
  const char *end = line->text.bytes + line->text.size;
  for (const char *at = line->options; at && at < end;) {
    const char *comma = memchr(at, ',', (size_t)(end - at)), *stop = comma ? comma : end;
    while (at < stop && blank(*at))
      at++;
    const char *last = stop;
    while (last > at && blank(last[-1]))
      last--;
    const char *space = at;
    while (space < last && !blank(*space))
      space++;
    const char *value = space;
    while (value < last && blank(*value))
      value++;
    TRY(read_option(line,
                    (act_text){ at, (size_t)(space - at) },
                    (act_text){ value, (size_t)(last - value) },
                    rule,
                    err));
    at = comma ? comma + 1 : end;
  }
  return ACTANT_OK;
}

actant_status act_rule_name(const act_rule_line *line,
                            uint32_t trigger,
                            uint32_t count,
                            act_rule *rule,
                            actant_error *err)
{
  const act_vocabulary *v = line->vocabulary;
  /* The first word as written, not the first by number. */
  for (size_t i = 0; i < line->count; i++) {
    act_text text = line->pieces[i].text;
    const char *bar = memchr(text.bytes, '|', text.size);
    act_text word = { text.bytes, bar ? (size_t)(bar - text.bytes) : text.size };
    uint32_t id = act_strings_find(&v->strings, word.bytes, word.size);
    for (uint32_t k = 0; k < count && id != ACT_NO_STRING; k++)
      if (v->numbers.data[trigger + k] == id)
        rule->name = make_name(line, word);
    if (!rule->name && word.size > 1 && word.bytes[0] == '@')
      rule->name = make_name(line, (act_text){ word.bytes + 1, word.size - 1 });
    if (rule->name)
      return ACTANT_OK;
  }
  rule->name = make_name(line, act_strings_text(&v->strings, v->numbers.data[trigger]));
  return rule->name ? ACTANT_OK : act_fail_memory(err, STAGE);
}

/* ------------------------------------------------------------------------------- relations,
 * examples */

static actant_status new_relation(act_rule_line *line, actant_error *err)
{
  enum { LABELS = 5 };
  act_text labels[LABELS], id = line->pieces[1].text;
  size_t count = 0;
  for (size_t i = 3; i < line->count; i++) {
    act_text text = line->pieces[i].text;
    if (count == LABELS || text.size < 3 || text.bytes[0] != '"' ||
        text.bytes[text.size - 1] != '"')
      return act_rule_fail(
        line, line->pieces[i].column, err, "expected one to five labels in double quotes");
    labels[count++] = (act_text){ text.bytes + 1, text.size - 2 };
  }
  if (!count)
    return act_rule_fail(
      line, line->end_column, err, "expected a label such as \"mentors\" behind the types");
  if (!word_ok(id))
    return act_rule_fail(
      line, line->pieces[1].column, err, "expected a relation's name in lower case");
  actant_status st =
    act_relation_add(line->vocabulary, id, line->pieces[2].text, labels, count, err);
  if (st == ACTANT_RULES)
    return act_rule_fail(line, line->pieces[2].column, err, "expected types such as P>O or P=P");
  return st;
}

actant_status act_rule_relation(act_rule_line *line, actant_error *err)
{
  if (line->count < 2)
    return act_rule_fail(line, line->end_column, err, "expected the relation's name");
  act_text id = line->pieces[1].text;
  uint32_t relation = act_relation_find(line->vocabulary, id.bytes, id.size);
  if (line->count > 2 && relation != UINT32_MAX)
    return act_rule_fail(line,
                         line->pieces[2].column,
                         err,
                         "relation '%.*s' is there already: expected its name alone",
                         (int)id.size,
                         id.bytes);
  if (line->count == 2 && relation == UINT32_MAX)
    return act_rule_fail(line,
                         line->pieces[1].column,
                         err,
                         "expected a known relation, or types and a label behind '%.*s'",
                         (int)id.size,
                         id.bytes);
  if (line->count > 2) {
    TRY(new_relation(line, err));
    relation = (uint32_t)line->vocabulary->relations.count - 1;
  }
  line->relation = relation;
  return ACTANT_OK;
}

static const char *find_bytes(const char *at, const char *end, const char *what)
{
  size_t size = strlen(what);
  for (; (size_t)(end - at) >= size; at++)
    if (memcmp(at, what, size) == 0)
      return at;
  return NULL;
}

static char *copy_trimmed(act_vocabulary *v, const char *at, const char *end)
{
  while (at < end && blank(*at))
    at++;
  while (end > at && blank(end[-1]))
    end--;
  return act_arena_copy(&v->arena, at, (size_t)(end - at));
}

/* "Ana Sol meets Tor Vik [planned]": the relation's own id stands between the names. */
static bool split_result(act_vocabulary *v, const char *at, const char *end, act_rule_example *out)
{
  const char *open = memchr(at, '[', (size_t)(end - at));
  if (open) {
    if (end[-1] != ']')
      return false;
    out->status = copy_trimmed(v, open + 1, end - 1);
    end = open;
  }
  for (const char *word = at; word < end;) {
    const char *stop = word;
    while (stop < end && !blank(*stop))
      stop++;
    uint32_t relation = act_relation_find(v, word, (size_t)(stop - word));
    if (relation != UINT32_MAX && word > at && stop < end) {
      out->relation = relation;
      out->subject = copy_trimmed(v, at, word);
      out->object = copy_trimmed(v, stop, end);
      return out->subject && out->object && *out->subject && *out->object;
    }
    for (word = stop; word < end && blank(*word); word++) {
    }
  }
  return false;
}

actant_status act_rule_keep_example(const act_rule_line *line, actant_error *err)
{
  act_vocabulary *v = line->vocabulary;
  const char *at = memchr(line->text.bytes, line->example, line->text.size),
             *end = line->text.bytes + line->text.size;
  act_rule_example example = { .relation = line->relation,
                               .positive = line->example == '+',
                               .file = line->file,
                               .line = line->number };
  const char *arrow = find_bytes(at, end, "=>");
  if (line->relation == UINT32_MAX)
    return act_rule_fail(line, 1, err, "expected a line 'relation NAME' before the first example");
  if (example.positive && (!arrow || !split_result(v, arrow + 2, end, &example)))
    return act_rule_fail(line,
                         arrow ? (uint32_t)(arrow - line->text.bytes) + 1 : line->end_column,
                         err,
                         "expected '=> NAME relation NAME' behind the text");
  example.text = copy_trimmed(v, at + 1, arrow && example.positive ? arrow : end);
  if (!example.text || !act_array_push(&v->examples, example))
    return act_fail_memory(err, STAGE);
  return ACTANT_OK;
}
