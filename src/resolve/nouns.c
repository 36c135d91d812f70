/* SPDX-License-Identifier: MIT */
/* Both tables are sorted by byte, so a look-up can be a binary search over their lines as they are
   embedded; the build asks so for each row and makes an index of the answers (noun_index.h), which
   is what running asks.  Offices come first (titles.tsv): "governor" is an office before it is a
   noun of a person. */
#include "resolve/nouns.h"

#include "lexicon/lexicon.h"
#include "resolve/noun_index.h"

#include <string.h>

const char *const act_noun_tables[ACT_NOUN_TABLES] = { "titles.tsv", "nominals.tsv" };

enum { COLUMNS = 5 };
enum { PHRASE_BYTES = 96, PHRASE_TOKENS = 7 }; /* the longest rows have six words */

typedef struct word_code {
  const char *word;
  uint8_t code;
} word_code;

static const word_code classes[] = {
  { "state", ACT_ROLE_HEAD_OF_STATE }, { "government", ACT_ROLE_HEAD_OF_GOVERNMENT },
  { "leader", ACT_ROLE_LEADER },       { "official", ACT_ROLE_OFFICIAL },
  { "member", ACT_ROLE_MEMBER },       { "worker", ACT_ROLE_WORKER },
  { "founder", ACT_ROLE_FOUNDER },     { "owner", ACT_ROLE_OWNER },
  { "spouse", ACT_ROLE_KIN_SPOUSE },   { "parent", ACT_ROLE_KIN_PARENT },
  { "child", ACT_ROLE_KIN_CHILD },     { "sibling", ACT_ROLE_KIN_SIBLING },
};
static const word_code types[] = {
  { "person", ACT_NOUN_PERSON },
  { "place", ACT_NOUN_PLACE },
  { "organisation", ACT_NOUN_ORGANISATION },
  { "group", ACT_NOUN_GROUP },
};
static const word_code subs[] = {
  { "country", ACT_SUB_COUNTRY }, { "capital", ACT_SUB_CAPITAL },
  { "city", ACT_SUB_CITY },       { "region", ACT_SUB_REGION },
  { "island", ACT_SUB_ISLAND },   { "continent", ACT_SUB_CONTINENT },
  { "water", ACT_SUB_WATER },     { "mountain", ACT_SUB_MOUNTAIN },
  { "site", ACT_SUB_SITE },       { "company", ACT_SUB_COMPANY },
  { "club", ACT_SUB_CLUB },       { "party", ACT_SUB_PARTY },
  { "bloc", ACT_SUB_BLOC },       { "body", ACT_SUB_BODY },
  { "acting", ACT_SUB_ACTING },   { "sides", ACT_SUB_SIDES },
  { "people", ACT_SUB_PEOPLE },
};

static bool code_of(const word_code *codes, size_t count, act_text word, uint8_t *out)
{
  for (size_t i = 0; i < count; i++)
    if (act_text_is(word, codes[i].word)) {
      *out = codes[i].code;
      return true;
    }
  return false;
}

/* Compare a form with the first column of the line at `line`. */
static int compare_line(const char *line, const char *end, const char *form, size_t size)
{
  size_t i = 0;
  for (; line + i < end && line[i] != '\t' && line[i] != '\n'; i++) {
    if (i == size)
      return -1;
    unsigned char a = (unsigned char)form[i], b = (unsigned char)line[i];
    if (a != b)
      return a < b ? -1 : 1;
  }
  return i == size ? 0 : 1;
}

/* The line of a form in a sorted table, or NULL.  Comment lines begin with '#', which is less than
 * any letter. */
static const char *find_line(const act_embedded *table, const char *form, size_t size)
{
  const char *low = table->data, *end = table->data + table->size, *high = end;
  while (low < high) {
    const char *line = low + (high - low) / 2;
    while (line > low && line[-1] != '\n')
      line--;
    int order = compare_line(line, end, form, size);
    if (order == 0)
      return line;
    if (order < 0) {
      high = line;
      continue;
    }
    const char *next = memchr(line, '\n', (size_t)(end - line));
    low = next ? next + 1 : end;
  }
  return NULL;
}

/* Whether some row begins with this word: most words begin none, which spares the look-ups of
 * longer phrases. */
static bool begins_line(const act_embedded *table, const char *word, size_t size)
{
  const char *low = table->data, *end = table->data + table->size, *high = end;
  while (low < high) {
    const char *line = low + (high - low) / 2;
    while (line > low && line[-1] != '\n')
      line--;
    size_t left = (size_t)(end - line), both = size < left ? size : left;
    int order = memcmp(word, line, both);
    if (order == 0 && both == size)
      return true;
    if (order < 0) {
      high = line;
      continue;
    }
    const char *next = memchr(line, '\n', left);
    low = next ? next + 1 : end;
  }
  return false;
}

bool act_noun_table_begins(const char *bytes, size_t size)
{
  act_embedded table;
  for (size_t i = 0; i < ACT_NOUN_TABLES; i++)
    if (act_embedded_find(act_noun_tables[i], &table) && begins_line(&table, bytes, size))
      return true;
  return false;
}

static bool may_begin(const act_annotation *a, uint32_t token)
{
  act_text word = act_strings_text(&a->strings, a->tokens.data[token].lower);
  size_t size =
    word.size < 3 ? word.size : word.size - 2; /* plurals change at most the last letters */
  if (size > ACT_NOUN_BEGINNING)
    size = ACT_NOUN_BEGINNING;
  for (size_t i = 0; i < size; i++)
    if (word.bytes[i] == '-')
      size = i;
  if (!size)
    return false;
  return act_embedded_nouns ? act_noun_index_begins(act_embedded_nouns, word.bytes, size)
                            : act_noun_table_begins(word.bytes, size);
}

/* Split a line at its tabs; missing columns are empty. */
static void split_line(const char *line, const char *end, act_text columns[COLUMNS])
{
  for (int i = 0; i < COLUMNS; i++) {
    const char *from = line;
    while (line < end && *line != '\t' && *line != '\n')
      line++;
    columns[i] = (act_text){ from, (size_t)(line - from) };
    if (line < end && *line == '\t')
      line++;
  }
}

static uint8_t gender_of(act_text column)
{
  return act_text_is(column, "f")   ? ACT_GENDER_FEMALE
         : act_text_is(column, "m") ? ACT_GENDER_MALE
                                    : ACT_GENDER_UNKNOWN;
}

static act_noun title_row(const act_text columns[COLUMNS])
{
  act_noun noun = { .type = ACT_NOUN_PERSON, .of = '-' };
  noun.has_role = code_of(classes, sizeof classes / sizeof *classes, columns[1], &noun.role);
  noun.kin = act_text_is(columns[1], "kin") || (noun.has_role && noun.role >= ACT_ROLE_KIN_SPOUSE);
  if (act_text_is(columns[1], "honorific"))
    noun.type = ACT_NOUN_HONORIFIC;
  noun.gender = gender_of(columns[2]);
  if (columns[3].size)
    noun.of = columns[3].bytes[0];
  noun.national = noun.of == 'L' || noun.of == 'C';
  if (columns[4].size == 2) {
    noun.iso[0] = columns[4].bytes[0];
    noun.iso[1] = columns[4].bytes[1];
  }
  if (noun.role == ACT_ROLE_HEAD_OF_GOVERNMENT && !noun.iso[0] && act_text_is(columns[4], "local"))
    noun.national = false;
  if (act_text_is(columns[4], "-"))
    noun.national = false;
  return noun;
}

static act_noun nominal_row(const act_text columns[COLUMNS])
{
  act_noun noun = { .of = '-' };
  code_of(types, sizeof types / sizeof *types, columns[1], &noun.type);
  code_of(subs, sizeof subs / sizeof *subs, columns[2], &noun.sub);
  noun.gender = gender_of(columns[3]);
  return noun;
}

bool act_noun_find(const char *form, size_t size, act_noun *out)
{
  return act_embedded_nouns ? act_noun_index_find(act_embedded_nouns, form, size, out)
                            : act_noun_table_find(form, size, out);
}

bool act_noun_table_find(const char *form, size_t size, act_noun *out)
{
  act_embedded table;
  act_text columns[COLUMNS];
  if (!size || form[0] == '#')
    return false;
  for (size_t i = 0; i < ACT_NOUN_TABLES; i++) {
    if (!act_embedded_find(act_noun_tables[i], &table))
      continue;
    const char *line = find_line(&table, form, size);
    if (!line)
      continue;
    split_line(line, table.data + table.size, columns);
    *out = i ? nominal_row(columns) : title_row(columns);
    return true;
  }
  return false;
}

/* Write the tokens as one phrase; 0 when there is no room. */
static size_t write_phrase(const act_annotation *a,
                           uint32_t first,
                           uint32_t end,
                           char out[PHRASE_BYTES])
{
  size_t size = 0;
  for (uint32_t t = first; t < end; t++) {
    act_text word = act_strings_text(&a->strings, a->tokens.data[t].lower);
    if (size + word.size + 2 > PHRASE_BYTES)
      return 0;
    if (act_text_is(word, "-"))
      continue;
    if (size)
      out[size++] = ' ';
    for (size_t i = 0; i < word.size; i++)
      out[size++] = word.bytes[i] == '-' ? ' ' : word.bytes[i];
  }
  return size;
}

/* Replace a plural ending: "ies" by "y", "men" by "man", "ches" by "ch", "s" by nothing. */
static size_t make_singular(char *form, size_t size)
{
  if (size > 4 && memcmp(form + size - 3, "ies", 3) == 0) {
    form[size - 3] = 'y';
    return size - 2;
  }
  if (size > 3 && memcmp(form + size - 3, "men", 3) == 0) {
    form[size - 2] = 'a';
    return size;
  }
  if (size > 4 &&
      (memcmp(form + size - 4, "ches", 4) == 0 || memcmp(form + size - 4, "sses", 4) == 0))
    return size - 2;
  if (size > 3 && form[size - 1] == 's' && form[size - 2] != 's')
    return size - 1;
  if (size > 5 && memcmp(form + size - 5, "wives", 5) == 0) {
    memcpy(form + size - 3, "fe", 2);
    return size - 1;
  }
  return 0;
}

bool act_noun_at(const act_annotation *a, uint32_t first, uint32_t end, act_noun *out)
{
  char form[PHRASE_BYTES];
  size_t size = write_phrase(a, first, end, form);
  if (!size)
    return false;
  if (act_noun_find(form, size, out))
    return true;
  size = make_singular(form, size);
  return size && act_noun_find(form, size, out);
}

uint32_t act_noun_longest(const act_annotation *a, uint32_t floor, uint32_t last, act_noun *out)
{
  uint32_t first = last - floor >= PHRASE_TOKENS ? last - (PHRASE_TOKENS - 1) : floor;
  for (; first <= last; first++)
    if (may_begin(a, first) && act_noun_at(a, first, last + 1, out))
      return first;
  return ACT_NO_TOKEN;
}
