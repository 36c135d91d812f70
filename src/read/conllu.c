/* SPDX-License-Identifier: MIT */
/* CoNLL-U: tokens that are given (universaldependencies.org/format.html).

   The text of a sentence is its `# text` where the forms spell it, else the forms with a space
   between them unless SpaceAfter=No.
   `# newdoc` begins a document, `# newpar` a paragraph.  A range's words get their own spans where
   they spell the range, else they share it.  Empty nodes are skipped.  A malformed line fails its
   document with line and column; the next document is still read. */
#include "read/read.h"

#include "base/utf8.h"

#include <string.h>

static const char stage[] = "read";

enum {
  COLUMNS = 10,
  ID = 0,
  FORM = 1,
  LEMMA = 2,
  UPOS = 3,
  XPOS = 4,
  FEATS = 5,
  HEAD = 6,
  DEPREL = 7,
  MISC = 9
};

typedef struct field {
  const char *bytes;
  size_t size;
} field;

/* What stands in the text as one: a word, or a range of `words` words. */
typedef struct unit {
  field form;
  size_t first; /* index of its first given token */
  uint32_t words;
  bool space; /* behind it */
} unit;

typedef struct parser {
  const act_source *source;
  actant_document *document;
  actant_error *err;
  ACT_ARRAY(char) text;
  ACT_ARRAY(unit) units;
  field sentence_text; /* of "# text", bytes NULL when there is none */
  size_t first;        /* the sentence's first given token */
  uint32_t line;
  uint32_t open_range; /* words of a range that are still to come */
  bool paragraph;      /* the next sentence begins one */
  bool space;          /* stands before the next sentence */
} parser;

static actant_status bad(const parser *p, const char *line, const char *where, const char *message)
{
  act_fail(p->err, ACTANT_FORMAT, stage, "%s", message);
  act_error_line(p->err, p->line, (uint32_t)(where - line) + 1);
  act_error_offset(p->err, (uint64_t)(where - p->source->bytes));
  return ACTANT_FORMAT;
}

static actant_status split(const parser *p, field line, field columns[COLUMNS])
{
  size_t begin = 0;
  for (size_t i = 0; i < COLUMNS; i++) {
    const char *tab = memchr(line.bytes + begin, '\t', line.size - begin);
    size_t end = tab ? (size_t)(tab - line.bytes) : line.size;
    columns[i] = (field){ line.bytes + begin, end - begin };
    if (!columns[i].size)
      return bad(p, line.bytes, line.bytes + begin, "an empty column; expected a value or \"_\"");
    if (!tab != (i + 1 == COLUMNS))
      return bad(p,
                 line.bytes,
                 line.bytes + end,
                 tab ? "more than 10 columns; expected 10, with a tab between them"
                     : "fewer than 10 columns; expected 10, with a tab between them");
    begin = end + 1;
  }
  return ACTANT_OK;
}

/* A whole number; the digits read, 0 for none. */
static size_t number_at(const char *s, size_t n, uint32_t *value)
{
  size_t i = 0;
  *value = 0;
  for (; i < n && i < 9 && s[i] >= '0' && s[i] <= '9'; i++)
    *value = *value * 10 + (uint32_t)(s[i] - '0');
  return i;
}

static bool space_after(field misc)
{
  static const char no[] = "SpaceAfter=No";
  for (size_t at = 0; at + sizeof no - 1 <= misc.size; at++)
    if (!memcmp(misc.bytes + at, no, sizeof no - 1))
      return false;
  return true;
}

static bool none(field value)
{
  return value.size == 1 && value.bytes[0] == '_';
}

static actant_status keep(parser *p, field value, const char **out)
{
  *out = NULL;
  if (none(value))
    return ACTANT_OK;
  *out = act_arena_copy(&p->document->arena, value.bytes, value.size);
  return *out ? ACTANT_OK : act_fail_memory(p->err, stage);
}

static actant_status add_token(parser *p, const char *line, const field columns[COLUMNS])
{
  act_given_token token = { .sentence_start = p->document->given.count == p->first };
  field head = columns[HEAD];
  if (!none(head) && number_at(head.bytes, head.size, &token.head) != head.size)
    return bad(p, line, head.bytes, "the head is no number; expected one, or \"_\"");
  token.form = act_arena_copy(&p->document->arena, columns[FORM].bytes, columns[FORM].size);
  if (!token.form)
    return act_fail_memory(p->err, stage);
  if (none(columns[FORM]) && none(columns[LEMMA]))
    token.lemma = token.form; /* an underscore is its own lemma */
  else
    TRY(keep(p, columns[LEMMA], &token.lemma));
  TRY(keep(p, columns[UPOS], &token.upos));
  TRY(keep(p, columns[XPOS], &token.xpos));
  TRY(keep(p, columns[FEATS], &token.feats));
  TRY(keep(p, columns[DEPREL], &token.deprel));
  TRY(keep(p, columns[MISC], &token.misc));
  if (none(head))
    token.deprel = NULL;
  return act_array_push(&p->document->given, token) ? ACTANT_OK : act_fail_memory(p->err, stage);
}

static bool blank_form(field form)
{
  size_t begin = 0, end = form.size;
  act_trim(form.bytes, &begin, &end);
  return begin == end;
}

/* A line of ten columns: a word, a range or an empty node. */
static actant_status read_row(parser *p, field line)
{
  field columns[COLUMNS];
  TRY(split(p, line, columns));
  field id = columns[ID];
  uint32_t from, to = 0, next = (uint32_t)(p->document->given.count - p->first) + 1;
  size_t n = number_at(id.bytes, id.size, &from);
  bool range = n && n < id.size && id.bytes[n] == '-',
       empty = n && n < id.size && id.bytes[n] == '.';
  if (empty)
    return ACTANT_OK;
  bool whole =
    n == id.size || (range && n + 1 + number_at(id.bytes + n + 1, id.size - n - 1, &to) == id.size);
  if (!n || !whole)
    return bad(p,
               line.bytes,
               id.bytes,
               "the first column is no id; expected a number such as 1, 1-2 or 1.1");
  if (from != next || (range && (to < from || p->open_range)))
    return bad(p,
               line.bytes,
               id.bytes,
               "the id does not follow the one before it; expected 1, 2, 3 within a sentence");
  if (blank_form(columns[FORM]))
    return bad(p, line.bytes, columns[FORM].bytes, "the form is empty; expected a word");
  unit added = {
    columns[FORM], p->document->given.count, range ? to - from + 1 : 1, space_after(columns[MISC])
  };
  bool inside = p->open_range > 0;
  if (range)
    p->open_range = added.words;
  if (!inside && !act_array_push(&p->units, added))
    return act_fail_memory(p->err, stage);
  if (range)
    return ACTANT_OK;
  p->open_range -= inside;
  return add_token(p, line.bytes, columns);
}

static size_t skip_space(const char *s, size_t n, size_t at)
{
  for (size_t next = at; at < n && act_is_space(act_utf8_next(s, n, &next)); at = next)
    ;
  return at;
}

/* Where a form ends that begins at `at` in a text, white space on either side aside; `n` + 1 when
 * it does not stand there. */
static size_t match_form(const char *s, size_t n, size_t at, const char *form, size_t size)
{
  for (size_t i = skip_space(form, size, 0); i < size; i = skip_space(form, size, i)) {
    at = skip_space(s, n, at);
    size_t end = i;
    (void)act_utf8_next(form, size, &end);
    if (n - at < end - i || memcmp(s + at, form + i, end - i))
      return n + 1;
    at += end - i;
    i = end;
  }
  return at;
}

static bool spells(const parser *p, field text)
{
  size_t at = 0;
  for (size_t i = 0; i < p->units.count && at <= text.size; i++)
    at = match_form(
      text.bytes, text.size, at, p->units.data[i].form.bytes, p->units.data[i].form.size);
  return at <= text.size && skip_space(text.bytes, text.size, at) == text.size;
}

static actant_status append(parser *p, const char *bytes, size_t size)
{
  if (size > ACT_READ_MOST - p->text.count || !act_array_reserve(&p->text, p->text.count + size))
    return act_fail_memory(p->err, stage);
  if (size)
    memcpy(p->text.data + p->text.count, bytes, size);
  p->text.count += size;
  return ACTANT_OK;
}

static actant_status append_forms(parser *p)
{
  for (size_t i = 0; i < p->units.count; i++) {
    TRY(append(p, p->units.data[i].form.bytes, p->units.data[i].form.size));
    if (i + 1 < p->units.count && p->units.data[i].space)
      TRY(append(p, " ", 1));
  }
  return ACTANT_OK;
}

/* Spans for the words of a range: their own where they spell it, else the range's. */
static void place_words(parser *p, const unit *u, size_t begin, size_t end)
{
  act_given_token *tokens = p->document->given.data + u->first;
  size_t at = begin, count = 0;
  for (; count < u->words && at <= end; count++)
    at = match_form(p->text.data,
                    end,
                    skip_space(p->text.data, end, at),
                    tokens[count].form,
                    strlen(tokens[count].form));
  bool told = count == u->words && at == end;
  at = begin;
  for (size_t i = 0; i < u->words; i++) {
    size_t from = told ? skip_space(p->text.data, end, at) : begin;
    at = told ? match_form(p->text.data, end, from, tokens[i].form, strlen(tokens[i].form)) : end;
    tokens[i].begin = (uint32_t)from;
    tokens[i].end = (uint32_t)at;
  }
  tokens[0].range = u->words > 1 ? u->words : 0;
}

static void place_units(parser *p, size_t begin)
{
  size_t at = begin;
  for (size_t i = 0; i < p->units.count; i++) {
    const unit *u = &p->units.data[i];
    size_t from = skip_space(p->text.data, p->text.count, at);
    at = match_form(p->text.data, p->text.count, from, u->form.bytes, u->form.size);
    place_words(p, u, from, at);
  }
}

static actant_status check_heads(const parser *p)
{
  size_t count = p->document->given.count - p->first;
  for (size_t i = p->first; i < p->document->given.count; i++)
    if (p->document->given.data[i].head > count) {
      act_fail(
        p->err,
        ACTANT_FORMAT,
        stage,
        "word %u has the head %u in the sentence of %u words that ends here; expected 0 to %u",
        (unsigned)(i - p->first + 1),
        (unsigned)p->document->given.data[i].head,
        (unsigned)count,
        (unsigned)count);
      act_error_line(p->err, p->line, 1);
      return ACTANT_FORMAT;
    }
  return ACTANT_OK;
}

static actant_status end_sentence(parser *p)
{
  if (!p->units.count)
    return ACTANT_OK;
  if (p->open_range)
    return bad(p,
               p->source->bytes,
               p->source->bytes,
               "the sentence ends inside a range of words; expected all its words");
  TRY(check_heads(p));
  if (p->text.count && (p->paragraph || p->space))
    TRY(append(p, p->paragraph ? "\n\n" : " ", p->paragraph ? 2 : 1));
  size_t begin = p->text.count;
  bool given = p->sentence_text.bytes && spells(p, p->sentence_text);
  TRY(given ? append(p, p->sentence_text.bytes, p->sentence_text.size) : append_forms(p));
  place_units(p, begin);
  p->space = p->units.data[p->units.count - 1].space;
  p->units.count = 0;
  p->first = p->document->given.count;
  p->sentence_text.bytes = NULL;
  p->paragraph = false;
  return ACTANT_OK;
}

/* Whether a comment has a key; *value is what stands behind its equals sign. */
static bool comment_is(field line, const char *key, field *value)
{
  size_t at = 1, n = strlen(key);
  while (at < line.size && line.bytes[at] == ' ')
    at++;
  if (line.size - at < n || memcmp(line.bytes + at, key, n))
    return false;
  at += n;
  if (at < line.size && !strchr(" =", line.bytes[at]))
    return false;
  while (at < line.size && strchr(" =", line.bytes[at]))
    at++;
  *value = (field){ line.bytes + at, line.size - at };
  return true;
}

static actant_status name_document(parser *p, field name)
{
  if (name.size > 2 && !memcmp(name.bytes, "id", 2) && strchr(" =", name.bytes[2])) {
    size_t at = 2;
    while (at < name.size && strchr(" =", name.bytes[at]))
      at++;
    name.bytes += at;
    name.size -= at;
  }
  const char *kept;
  TRY(act_document_keep(p->document, name.bytes, name.size, &kept, p->err));
  if (kept)
    p->document->name = kept;
  return ACTANT_OK;
}

static actant_status read_comment(parser *p, field line)
{
  field value;
  if (comment_is(line, "newdoc", &value))
    return name_document(p, value);
  if (comment_is(line, "newpar", &value))
    p->paragraph = true;
  else if (comment_is(line, "text", &value))
    p->sentence_text = value;
  else if (comment_is(line, "title", &value) || comment_is(line, "meta::title", &value))
    return act_document_keep(p->document, value.bytes, value.size, &p->document->title, p->err);
  else if (comment_is(line, "url", &value) || comment_is(line, "meta::sourceURL", &value))
    return act_document_keep(p->document, value.bytes, value.size, &p->document->url, p->err);
  else if (comment_is(line, "date", &value) || comment_is(line, "meta::dateCreated", &value)) {
    if (!act_date_read(value.bytes, value.size, &p->document->date))
      p->document->date = (act_date){ 0, 0, 0 };
  }
  return ACTANT_OK;
}

static field line_at(const act_source *source, size_t at, size_t *next)
{
  const char *feed = memchr(source->bytes + at, '\n', source->size - at);
  size_t end = feed ? (size_t)(feed - source->bytes) : source->size;
  *next = feed ? end + 1 : end;
  end -= end > at && source->bytes[end - 1] == '\r';
  return (field){ source->bytes + at, end - at };
}

/* Read lines up to the next "# newdoc" that is not the first. */
static actant_status read_lines(parser *p, size_t *at, uint32_t *line_number)
{
  actant_status st = ACTANT_OK;
  bool begun = false;
  field ignored;
  while (*at < p->source->size) {
    size_t next;
    field line = line_at(p->source, *at, &next);
    bool comment = line.size && line.bytes[0] == '#' && !p->units.count;
    if (begun && line.size && line.bytes[0] == '#' && comment_is(line, "newdoc", &ignored))
      break;
    p->line = *line_number;
    begun = begun || !(blank_form(line) || (comment && !comment_is(line, "newdoc", &ignored)));
    *at = next;
    ++*line_number;
    if (st != ACTANT_OK)
      continue; /* only look for the next document */
    st = comment                ? read_comment(p, line)
         : blank_form(line)     ? end_sentence(p)
         : line.bytes[0] == '#' ? ACTANT_OK
                                : read_row(p, line);
  }
  return st == ACTANT_OK ? end_sentence(p) : st;
}

/* Each paragraph is a block: they are told apart by the empty lines put between them. */
static actant_status add_blocks(parser *p)
{
  size_t begin = 0;
  actant_document *document = p->document;
  for (size_t at = 0; at + 1 < document->size; at++)
    if (document->text[at] == '\n' && document->text[at + 1] == '\n') {
      TRY(act_document_add_block(document, begin, at, ACT_BLOCK_BODY, p->err));
      begin = at;
    }
  return act_document_add_block(document, begin, document->size, ACT_BLOCK_BODY, p->err);
}

static actant_status finish(parser *p)
{
  TRY(act_document_set_text(p->document, p->text.data, p->text.count, p->err));
  TRY(add_blocks(p));
  act_document_set_date(p->document, p->source->options, p->document->date);
  return ACTANT_OK;
}

actant_status act_read_conllu(const act_source *source,
                              size_t *at,
                              uint32_t *line,
                              actant_document **out,
                              actant_error *err)
{
  parser p = { .source = source, .err = err, .space = true };
  TRY(act_document_new(source->name, &p.document, err));
  actant_status st = read_lines(&p, at, line);
  bool some = st == ACTANT_OK && p.document->given.count;
  if (some)
    st = finish(&p);
  if (st == ACTANT_OK && some)
    *out = p.document;
  else
    actant_document_free(p.document);
  if (st == ACTANT_OK && !some)
    *out = NULL;
  act_array_free(&p.text);
  act_array_free(&p.units);
  return st;
}
