/* SPDX-License-Identifier: MIT */
/*
  Reads the names that a user brings along: rows of name, type, identifier, aliases, facts.  A name
  that the tables know already is that record, with what the row adds; any other is a record of its
  own.  Either way it comes before all namesakes of its type.

  Invariant: it is read behind all other tables, so that what a row may mean is known.
*/
#include "base/utf8.h"
#include "model/gazetteer_build.h"

#include <string.h>

#define STAGE "names"

enum { OWN_WEIGHT = 100, OWN_FIELD_MAX = 4000 };

/* The fields of a row. */
enum { NAME, TYPE, IDENTIFIER, ALIASES, FACTS, FIELDS };

typedef struct own_row {
  act_text field[FIELDS];
  unsigned kinds;       /* bits 1 << act_record_kind that its type allows */
  act_record_kind kind; /* of a new record */
  act_text wikidata, iso, country, demonyms;
  uint8_t gender;
  char ids[OWN_FIELD_MAX + 8]; /* the other identifiers, "; " between */
} own_row;

typedef struct own_reader {
  act_builder *builder;
  const char *source;
  uint32_t line;
  actant_error *err;
} own_reader;

static const struct {
  const char *name;
  act_record_kind kind;
  unsigned kinds;
} types[] = {
  { "person", ACT_RECORD_PERSON, 1u << ACT_RECORD_PERSON },
  { "organisation", ACT_RECORD_ORGANISATION, 1u << ACT_RECORD_ORGANISATION },
  { "organization", ACT_RECORD_ORGANISATION, 1u << ACT_RECORD_ORGANISATION },
  { "place",
    ACT_RECORD_FEATURE,
    1u << ACT_RECORD_COUNTRY | 1u << ACT_RECORD_REGION | 1u << ACT_RECORD_CITY |
      1u << ACT_RECORD_FEATURE },
  { "country", ACT_RECORD_COUNTRY, 1u << ACT_RECORD_COUNTRY },
  { "region", ACT_RECORD_REGION, 1u << ACT_RECORD_REGION },
  { "city", ACT_RECORD_CITY, 1u << ACT_RECORD_CITY },
};

static actant_status bad(const own_reader *r, const char *what, act_text text)
{
  int shown = text.size < 80 ? (int)text.size : 80;
  actant_status status =
    act_fail(r->err, ACTANT_RULES, STAGE, "%s: \"%.*s\"", what, shown, text.bytes);
  act_error_source(r->err, r->source);
  act_error_line(r->err, r->line, 0);
  return status;
}

static act_text trim(act_text text)
{
  while (text.size && (text.bytes[0] == ' ' || text.bytes[0] == '\r'))
    text.bytes++, text.size--;
  while (text.size && (text.bytes[text.size - 1] == ' ' || text.bytes[text.size - 1] == '\r'))
    text.size--;
  return text;
}

/* What stands before the next mark, trimmed; it is cut off `rest`. */
static act_text next_part(act_text *rest, char mark)
{
  const char *at = rest->size ? memchr(rest->bytes, mark, rest->size) : NULL;
  act_text part = { rest->bytes, at ? (size_t)(at - rest->bytes) : rest->size };
  size_t used = part.size + (at ? 1 : 0);
  rest->bytes += used;
  rest->size -= used;
  return trim(part);
}

static bool is_absent(act_text text)
{
  return !text.size || act_text_is(text, "-");
}

/* --------------------------------------------------------------------------------------- one row
 */

static actant_status read_type(const own_reader *r, own_row *row)
{
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (act_text_is(row->field[TYPE], types[i].name)) {
      row->kind = types[i].kind;
      row->kinds = types[i].kinds;
      return ACTANT_OK;
    }
  return bad(r,
             "expected a type (person, place, organisation, country, region, city) in the second "
             "column",
             row->field[TYPE]);
}

static bool is_wikidata(act_text id)
{
  for (size_t i = 1; i < id.size; i++)
    if (id.bytes[i] < '0' || id.bytes[i] > '9')
      return false;
  return id.size > 1 && id.bytes[0] == 'Q';
}

/* Cut the name of a scheme off: "wikidata:Q42" is Q42. */
static bool cut_scheme(act_text *id, const char *scheme)
{
  size_t n = strlen(scheme);
  if (id->size <= n + 1 || memcmp(id->bytes, scheme, n) != 0 || id->bytes[n] != ':')
    return false;
  *id = trim((act_text){ id->bytes + n + 1, id->size - n - 1 });
  return true;
}

static void append_id(own_row *row, const char *scheme, act_text id)
{
  size_t size = strlen(row->ids), n = strlen(scheme);
  if (size + n + id.size + 4 > sizeof row->ids)
    return; /* cannot be: the row is no longer */
  if (size)
    memcpy(row->ids + size, "; ", 2), size += 2;
  memcpy(row->ids + size, scheme, n);
  memcpy(row->ids + size + n, id.bytes, id.size);
  row->ids[size + n + id.size] = '\0';
}

static actant_status read_identifiers(const own_reader *r, own_row *row)
{
  act_text rest = row->field[IDENTIFIER];
  while (rest.size) {
    act_text id = next_part(&rest, ';');
    if (is_absent(id))
      continue;
    bool wikidata = cut_scheme(&id, "wikidata"), iso = cut_scheme(&id, "iso");
    if (wikidata && !is_wikidata(id))
      return bad(r, "expected Q and a number as a Wikidata identifier", id);
    if (iso && act_country_slot(id) < 0)
      return bad(r, "expected two capital letters of a country", id);
    if (memchr(id.bytes, ' ', id.size))
      return bad(r, "an identifier has no blanks; \";\" stands between two", id);
    if (wikidata || is_wikidata(id))
      row->wikidata = id;
    else if (iso || (row->kinds & 1u << ACT_RECORD_COUNTRY && act_country_slot(id) >= 0))
      row->iso = id;
    else
      append_id(row, memchr(id.bytes, ':', id.size) ? "" : "id:", id);
  }
  return ACTANT_OK;
}

static actant_status read_facts(const own_reader *r, own_row *row)
{
  act_text rest = row->field[FACTS];
  while (rest.size) {
    act_text value = next_part(&rest, ';'), whole = value, key = next_part(&value, '=');
    value = trim(value);
    if (is_absent(whole))
      continue;
    if (act_text_is(key, "gender") && row->kind == ACT_RECORD_PERSON) {
      if (!act_text_is(value, "female") && !act_text_is(value, "male"))
        return bad(r, "expected gender=female or gender=male", whole);
      row->gender = act_text_is(value, "female") ? ACT_RECORD_FEMALE : ACT_RECORD_MALE;
    } else if (act_text_is(key, "country")) {
      row->country = value;
    } else if (act_text_is(key, "demonym") && row->kinds & 1u << ACT_RECORD_COUNTRY && value.size) {
      row->demonyms = value;
    } else {
      return bad(r, "expected gender= (of a person), country= or demonym= (of a place)", whole);
    }
  }
  return ACTANT_OK;
}

static actant_status read_fields(const own_reader *r, act_text line, own_row *row)
{
  *row = (own_row){ .kinds = 0 };
  act_text rest = line;
  for (int i = 0; i < FIELDS; i++)
    row->field[i] = next_part(&rest, '\t');
  if (line.size > OWN_FIELD_MAX)
    return bad(r, "a row has at most 4000 bytes", row->field[NAME]);
  if (trim(rest).size)
    return bad(r, "expected name, type, identifier, aliases and facts, with tabs between", line);
  if (!row->field[NAME].size)
    return bad(r, "expected a name in the first column", line);
  TRY(read_type(r, row));
  TRY(read_identifiers(r, row));
  return read_facts(r, row);
}

/* ---------------------------------------------------------------------------------- its record */

static uint32_t country_at(const act_draft *draft, act_text iso)
{
  int slot = act_country_slot(iso);
  return slot < 0 ? ACT_NO_RECORD : draft->countries[slot];
}

static bool fits(const act_record *record, const own_row *row)
{
  bool other_id =
    record->wikidata && row->wikidata.size && !act_text_is(row->wikidata, record->wikidata);
  bool elsewhere = record->iso && row->country.size && !act_text_is(row->country, record->iso);
  return row->kinds >> record->kind & 1 && !other_id && !elsewhere;
}

/* The record that a row is of: that of its country's code, or the most prominent of its name. */
static uint32_t known_record(const act_builder *b, const own_row *row)
{
  const act_draft *draft = b->draft;
  if (row->iso.size && row->kinds & 1u << ACT_RECORD_COUNTRY &&
      country_at(draft, row->iso) != ACT_NO_RECORD)
    return country_at(draft, row->iso);
  uint64_t hashes[ACT_FORM_TOKENS_MAX];
  size_t count = act_form_hashes(row->field[NAME].bytes, row->field[NAME].size, 0, hashes);
  uint32_t best = ACT_NO_RECORD;
  for (uint32_t n = act_builder_find(b, hashes, count); n != ACT_NO_NODE;
       n = b->nodes.data[n].next) {
    act_sense sense = b->nodes.data[n].sense;
    if (sense.record == ACT_NO_RECORD || sense.form > ACT_FORM_ACRONYM)
      continue;
    const act_record *record = &draft->records.data[sense.record];
    if (fits(record, row) &&
        (best == ACT_NO_RECORD || record->weight > draft->records.data[best].weight))
      best = sense.record;
  }
  return best;
}

static actant_status new_record(const own_reader *r, const own_row *row, uint32_t *out)
{
  act_draft *draft = r->builder->draft;
  act_record record = { .kind = row->kind,
                        .country = ACT_NO_RECORD,
                        .capital = ACT_NO_RECORD,
                        .parent = ACT_NO_RECORD,
                        .weight = OWN_WEIGHT };
  record.id = act_builder_keep(r->builder, (act_text){ "own:", 4 }, row->field[NAME]);
  *out = (uint32_t)draft->records.count;
  if (!record.id || !act_array_push(&draft->records, record))
    return act_fail_memory(r->err, STAGE);
  return ACTANT_OK;
}

static bool keep(const own_reader *r, act_text text, const char **out)
{
  if (!text.size)
    return true;
  *out = act_builder_keep(r->builder, text, (act_text){ "", 0 });
  return *out != NULL;
}

static actant_status fill_record(const own_reader *r, const own_row *row, uint32_t index)
{
  act_record *record = &r->builder->draft->records.data[index];
  act_text place = row->iso.size ? row->iso : row->country;
  if (place.size && act_country_slot(place) < 0)
    return bad(r, "expected two capital letters of a country", place);
  if (row->kind == ACT_RECORD_COUNTRY && place.size &&
      country_at(r->builder->draft, place) == ACT_NO_RECORD)
    r->builder->draft->countries[act_country_slot(place)] = index;
  record->own = true;
  record->gender = row->gender ? row->gender : record->gender;
  if (!keep(r, row->field[NAME], &record->name) || !keep(r, row->wikidata, &record->wikidata) ||
      !keep(r, place, &record->iso) ||
      !keep(r, (act_text){ row->ids, strlen(row->ids) }, &record->ids))
    return act_fail_memory(r->err, STAGE);
  return ACTANT_OK;
}

/* ------------------------------------------------------------------------------------- its forms
 */

/* "UNHCR": two capital letters or more and nothing small. */
static bool is_acronym(act_text text)
{
  size_t capitals = 0;
  for (size_t at = 0; at < text.size;) {
    uint32_t code = act_utf8_next(text.bytes, text.size, &at);
    if (act_is_space(code) || act_to_upper(code) != code)
      return false;
    capitals += act_is_upper(code);
  }
  return capitals > 1;
}

static actant_status add_form(const own_reader *r, act_text text, act_sense sense)
{
  act_record_kind kind = r->builder->draft->records.data[sense.record].kind;
  uint32_t list = sense.form == ACT_FORM_DEMONYM ? ACT_LIST_DEMONYM : UINT32_C(1) << kind;
  unsigned differing = act_form_variants(text.bytes, text.size);
  for (unsigned variant = 0; variant < ACT_VARIANT_COUNT; variant++) {
    if (variant & ~differing)
      continue;
    uint64_t hashes[ACT_FORM_TOKENS_MAX];
    size_t count = act_form_hashes(text.bytes, text.size, variant, hashes);
    if (!count)
      return bad(r, "a name must have 1 to 16 words", text);
    /* A word of the user's own is marked where it stands: the finder is not told of it, lest it cut
     * a longer name or forget a namesake. */
    if (!act_builder_add(r->builder, hashes, count, sense, count > 1 ? list : 0))
      return act_fail_memory(r->err, STAGE);
  }
  return ACTANT_OK;
}

static actant_status add_names(const own_reader *r, act_text rest, uint32_t index)
{
  while (rest.size) {
    act_text name = next_part(&rest, ';');
    act_form_kind form = is_acronym(name) ? ACT_FORM_ACRONYM : ACT_FORM_NAME;
    if (!is_absent(name))
      TRY(add_form(r, name, (act_sense){ index, form }));
  }
  return ACTANT_OK;
}

static actant_status add_demonyms(const own_reader *r, act_text rest, uint32_t index)
{
  while (rest.size) {
    act_text word = next_part(&rest, ',');
    if (!is_absent(word))
      TRY(add_form(r, word, (act_sense){ index, ACT_FORM_DEMONYM }));
  }
  return ACTANT_OK;
}

static actant_status read_row(own_reader *r, act_text line)
{
  own_row row;
  uint32_t index;
  TRY(read_fields(r, line, &row));
  if ((index = known_record(r->builder, &row)) == ACT_NO_RECORD)
    TRY(new_record(r, &row, &index));
  TRY(fill_record(r, &row, index));
  TRY(add_names(r, row.field[NAME], index));
  TRY(add_names(r, row.field[ALIASES], index));
  return add_demonyms(r, row.demonyms, index);
}

actant_status act_own_names_read(act_builder *builder, const act_embedded *table, actant_error *err)
{
  own_reader r = { .builder = builder, .source = table->name, .err = err };
  act_text rest = { table->data, table->size };
  while (rest.size) {
    const char *newline = memchr(rest.bytes, '\n', rest.size);
    act_text line = { rest.bytes, newline ? (size_t)(newline - rest.bytes) : rest.size };
    size_t used = line.size + (newline ? 1 : 0);
    rest.bytes += used;
    rest.size -= used;
    r.line++;
    if (act_utf8_validate(line.bytes, line.size) != line.size)
      return bad(&r, "expected UTF-8", (act_text){ "", 0 });
    if (trim(line).size && line.bytes[0] != '#')
      TRY(read_row(&r, line));
  }
  return ACTANT_OK;
}
