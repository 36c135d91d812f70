/* SPDX-License-Identifier: MIT */
/*
  Reads the text tables of names.  Their format stands in gazetteer.h; it is meant to be written by
  hand as well, so every row that cannot be understood is an error with its line.
*/
#include "base/utf8.h"
#include "model/gazetteer_build.h"

#include <string.h>

#define STAGE "gazetteer"

typedef struct reader {
  act_builder *builder;
  const char *source;
  uint32_t line;
  bool is_list;
  act_record_kind kind;
  bool adding;     /* read only the rows that add to records */
  uint32_t list;   /* bit of the list that follows */
  act_text prefix; /* of ids */
  actant_error *err;
} reader;

enum { ID_MAX = 200, WEIGHT_MAX = 100000000 };

static const char *const kind_names[ACT_RECORD_KIND_COUNT] = {
  "country", "region", "city", "feature", "organisation", "person"
};
static const struct {
  const char *name;
  uint32_t bit;
} list_names[] = {
  { "given-female", ACT_LIST_GIVEN_FEMALE },
  { "given-male", ACT_LIST_GIVEN_MALE },
  { "surname", ACT_LIST_SURNAME },
  { "title", ACT_LIST_TITLE },
  { "role", ACT_LIST_ROLE },
  { "organisation-word", ACT_LIST_ORG_WORD },
  { "place-word", ACT_LIST_PLACE_WORD },
  { "ordinary-word", ACT_LIST_ORDINARY },
};

static actant_status bad_row(const reader *r, const char *what, act_text text)
{
  int shown = text.size < 80 ? (int)text.size : 80;
  actant_status status =
    act_fail(r->err, ACTANT_RULES, STAGE, "%s: \"%.*s\"", what, shown, text.bytes);
  act_error_source(r->err, r->source);
  act_error_line(r->err, r->line, 0);
  return status;
}

/* The text before the next tab, which is cut off `rest` with it. */
static act_text next_field(act_text *rest)
{
  const char *tab = rest->size ? memchr(rest->bytes, '\t', rest->size) : NULL;
  act_text field = { rest->bytes, tab ? (size_t)(tab - rest->bytes) : rest->size };
  size_t used = field.size + (tab ? 1 : 0);
  rest->bytes += used;
  rest->size -= used;
  return field;
}

static act_text behind(act_text text, size_t count)
{
  return (act_text){ text.bytes + count, text.size - count };
}

static bool begins_with(act_text text, const char *start)
{
  size_t n = strlen(start);
  return text.size >= n && memcmp(text.bytes, start, n) == 0;
}

static actant_status add_form(reader *r, act_text text, act_sense sense, uint32_t lists)
{
  unsigned differing = act_form_variants(text.bytes, text.size);
  for (unsigned variant = 0; variant < ACT_VARIANT_COUNT; variant++) {
    if (variant & ~differing)
      continue;
    uint64_t hashes[ACT_FORM_TOKENS_MAX];
    size_t count = act_form_hashes(text.bytes, text.size, variant, hashes);
    if (!count)
      return bad_row(r, "a name must have 1 to 16 words", text);
    if (!act_builder_add(r->builder, hashes, count, sense, lists))
      return act_fail_memory(r->err, STAGE);
  }
  return ACTANT_OK;
}

/* ----------------------------------------------------------------------------------------- records
 */

static bool read_weight(act_text text, uint32_t *out)
{
  uint32_t number = 0;
  for (size_t i = 0; i < text.size; i++) {
    if (text.bytes[i] < '0' || text.bytes[i] > '9' || number > WEIGHT_MAX / 10)
      return false;
    number = number * 10 + (uint32_t)(text.bytes[i] - '0');
  }
  *out = number;
  return text.size > 0;
}

int act_country_slot(act_text iso)
{
  if (iso.size != 2 || iso.bytes[0] < 'A' || iso.bytes[0] > 'Z' || iso.bytes[1] < 'A' ||
      iso.bytes[1] > 'Z')
    return -1;
  return (iso.bytes[0] - 'A') * 26 + (iso.bytes[1] - 'A');
}

static actant_status read_country(reader *r, act_text iso, uint32_t index, act_record *record)
{
  if (act_text_is(iso, "-"))
    return ACTANT_OK;
  int slot = act_country_slot(iso);
  if (slot < 0)
    return bad_row(r, "expected two capital letters of a country, or -", iso);
  uint32_t *known = &r->builder->draft->countries[slot];
  if (r->kind == ACT_RECORD_COUNTRY && *known == ACT_NO_RECORD)
    *known = index;
  record->iso = act_builder_keep(r->builder, iso, (act_text){ 0 });
  return record->iso ? ACTANT_OK : act_fail_memory(r->err, STAGE);
}

static uint32_t list_of(act_record_kind kind, act_form_kind form)
{
  return form == ACT_FORM_DEMONYM ? ACT_LIST_DEMONYM : UINT32_C(1) << kind;
}

static actant_status read_fact(reader *r, act_text fact, uint32_t index)
{
  act_record *record = &r->builder->draft->records.data[index];
  if (act_text_is(fact, "+capital")) {
    record->is_capital = true;
  } else if (begins_with(fact, "+wikidata=")) {
    record->wikidata = act_builder_keep(r->builder, behind(fact, 10), (act_text){ 0 });
    if (!record->wikidata)
      return act_fail_memory(r->err, STAGE);
  } else if (begins_with(fact, "+parent=")) {
    act_text id = behind(fact, 8);
    act_pending pending = { index, act_hash_bytes(id.bytes, id.size), r->source, r->line };
    if (!act_array_push(&r->builder->parents, pending))
      return act_fail_memory(r->err, STAGE);
  } else if (!act_text_is(fact, "+unnamed")) {
    return bad_row(r, "expected +capital, +unnamed, +parent=ID or +wikidata=ID", fact);
  }
  return ACTANT_OK;
}

static actant_status read_form(reader *r, act_text field, uint32_t index)
{
  static const char marks[] = "!~@";
  static const act_form_kind kinds[] = { ACT_FORM_ACRONYM, ACT_FORM_DEMONYM, ACT_FORM_METONYM };
  const char *mark = field.bytes[0] ? strchr(marks, field.bytes[0]) : NULL;
  act_form_kind form = mark ? kinds[mark - marks] : ACT_FORM_NAME;
  if (mark)
    field = behind(field, 1);
  return add_form(r, field, (act_sense){ index, form }, list_of(r->kind, form));
}

static bool has_field(act_text rest, const char *wanted)
{
  while (rest.size)
    if (act_text_is(next_field(&rest), wanted))
      return true;
  return false;
}

static actant_status read_rest(reader *r, act_text rest, uint32_t index)
{
  while (rest.size) {
    act_text field = next_field(&rest);
    if (!field.size)
      continue;
    if (field.bytes[0] == '+')
      TRY(read_fact(r, field, index));
    else
      TRY(read_form(r, field, index));
  }
  return ACTANT_OK;
}

static actant_status read_record(reader *r, act_text row)
{
  act_text rest = row, id = next_field(&rest), name = next_field(&rest), iso = next_field(&rest),
           weight = next_field(&rest);
  act_builder *b = r->builder;
  act_record record = {
    .kind = r->kind, .country = ACT_NO_RECORD, .capital = ACT_NO_RECORD, .parent = ACT_NO_RECORD
  };
  uint32_t index = (uint32_t)b->draft->records.count;
  if (!id.size || id.size > ID_MAX || !name.size || !iso.size ||
      !read_weight(weight, &record.weight))
    return bad_row(r, "expected id, name, country and weight", row);
  TRY(read_country(r, iso, index, &record));
  record.id = act_builder_keep(b, r->prefix, id);
  record.name = act_builder_keep(b, name, (act_text){ 0 });
  if (!record.id || !record.name || !act_array_push(&b->draft->records, record))
    return act_fail_memory(r->err, STAGE);
  uint64_t key = act_hash_bytes(record.id, strlen(record.id));
  if (act_map_get(&b->ids, key) != ACT_NO_VALUE)
    return bad_row(r, "this id is given twice", id);
  if (!act_map_set(&b->ids, key, index))
    return act_fail_memory(r->err, STAGE);
  if (!has_field(rest, "+unnamed"))
    TRY(add_form(r, name, (act_sense){ index, ACT_FORM_NAME }, list_of(r->kind, ACT_FORM_NAME)));
  return read_rest(r, rest, index);
}

/* A row "=country:AM", then forms and facts, of a record that some table has. */
static actant_status read_addition(reader *r, act_text row)
{
  act_text rest = row, id = behind(next_field(&rest), 1);
  uint32_t index = act_map_get(&r->builder->ids, act_hash_bytes(id.bytes, id.size));
  if (index == ACT_NO_VALUE)
    return bad_row(r, "no record has this id", id);
  act_record_kind kind = r->kind;
  r->kind = r->builder->draft->records.data[index].kind;
  actant_status status = read_rest(r, rest, index);
  r->kind = kind;
  return status;
}

/* ------------------------------------------------------------------------------------------- lines
 */

static actant_status read_words(reader *r, act_text row)
{
  while (row.size) {
    act_text word = next_field(&row);
    if (word.size)
      TRY(add_form(r, word, (act_sense){ ACT_NO_RECORD, ACT_FORM_NAME }, r->list));
  }
  return ACTANT_OK;
}

static actant_status read_kind(reader *r, act_text name)
{
  for (int i = 0; i < ACT_RECORD_KIND_COUNT; i++)
    if (act_text_is(name, kind_names[i])) {
      r->kind = (act_record_kind)i;
      r->is_list = false;
      return ACTANT_OK;
    }
  return bad_row(r, "unknown kind", name);
}

static actant_status read_list(reader *r, act_text name)
{
  for (size_t i = 0; i < sizeof list_names / sizeof *list_names; i++)
    if (act_text_is(name, list_names[i].name)) {
      r->list = list_names[i].bit;
      r->is_list = true;
      return ACTANT_OK;
    }
  return bad_row(r, "unknown list", name);
}

static actant_status read_directive(reader *r, act_text row)
{
  if (begins_with(row, "%kind "))
    return read_kind(r, behind(row, 6));
  if (begins_with(row, "%list "))
    return read_list(r, behind(row, 6));
  if (begins_with(row, "%prefix ")) {
    r->prefix = behind(row, 8);
    return r->prefix.size < ID_MAX ? ACTANT_OK : bad_row(r, "a prefix of ids is short", r->prefix);
  }
  return bad_row(r, "expected %kind, %list or %prefix", row);
}

static act_text next_line(const char **at, const char *end)
{
  const char *newline = memchr(*at, '\n', (size_t)(end - *at));
  act_text line = { *at, (size_t)((newline ? newline : end) - *at) };
  *at = newline ? newline + 1 : end;
  if (line.size && line.bytes[line.size - 1] == '\r')
    line.size--;
  return line;
}

static actant_status read_row(reader *r, act_text row)
{
  if (row.bytes[0] == '=') {
    r->builder->additions = true;
    return r->adding ? read_addition(r, row) : ACTANT_OK;
  }
  if (r->adding)
    return ACTANT_OK;
  return r->is_list ? read_words(r, row) : read_record(r, row);
}

actant_status act_table_read(act_builder *builder,
                             const act_embedded *table,
                             bool adding,
                             actant_error *err)
{
  reader r = { .builder = builder, .source = table->name, .adding = adding, .err = err };
  bool open = false;
  const char *at = table->data, *end = table->data + table->size;
  builder->additions = false;
  while (at < end) {
    act_text row = next_line(&at, end);
    r.line++;
    if (!row.size || row.bytes[0] == '#')
      continue;
    if (!open && row.bytes[0] != '%')
      return ACTANT_OK; /* a table of another stage */
    open = true;
    if (act_utf8_validate(row.bytes, row.size) != row.size)
      return bad_row(&r, "expected UTF-8", (act_text){ "", 0 });
    TRY(row.bytes[0] == '%' ? read_directive(&r, row) : read_row(&r, row));
  }
  return ACTANT_OK;
}
