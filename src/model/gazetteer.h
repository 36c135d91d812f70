/* SPDX-License-Identifier: MIT */
/**
   @file gazetteer.h  Names that open sources know: countries and their demonyms and capitals,
   cities, regions, organisations, given names; matched over tokens, longest first.

   A form is a sequence of tokens.  Its key is the hash of their lower-cased forms (act_hash_bytes
   of each, joined with act_hash_join from 0), so "New York" and "NEW YORK" are one; whoever matches
   decides by capitals what "turkey" is. Several records may share a form (Georgia the country and
   the state): they come in order of prominence.

   A table is lines of fields that tabs separate.  `#` begins a comment line; `%kind city` says what
   the rows below are, `%prefix org:` what goes before their ids, `%list given-female` that words
   follow instead.  A row: id, usual name, ISO code of its country or `-`, weight; then further
   forms, and facts.  A form is a name, `!EU` an acronym, `~Armenian` a demonym, `@Kremlin` a
   metonym; `+capital`, `+parent=org:…` and
   `+wikidata=Q…` are facts; `+unnamed` keeps the usual name from being a form.  A row `=country:AM`
   adds forms and facts to that record, of whatever table.  A file without a `%` line before its
   first row is no table of the gazetteer. Forms are found with and without diacritics, hyphens
   split or not, either apostrophe.  An acronym is only meant where the text has its capitals ("US",
   not "us").
*/
#ifndef ACT_MODEL_GAZETTEER_H
#define ACT_MODEL_GAZETTEER_H

#include "base/error.h"
#include "base/strings.h"
#include "lexicon/lexicon.h"

typedef enum act_record_kind {
  ACT_RECORD_COUNTRY,
  ACT_RECORD_REGION, /* state, province, disputed region, historical land */
  ACT_RECORD_CITY,
  ACT_RECORD_FEATURE,      /* river, sea, mountain, island, continent, building */
  ACT_RECORD_ORGANISATION, /* international body, company, party, agency, armed group */
  ACT_RECORD_PERSON,       /* office-holders that a source knows by full name */
  ACT_RECORD_KIND_COUNT
} act_record_kind;

/* How a form names its record. */
typedef enum act_form_kind {
  ACT_FORM_NAME,    /* "Armenia" */
  ACT_FORM_ACRONYM, /* "EU", "U.S." */
  ACT_FORM_DEMONYM, /* "Armenian", "Armenians": adjective and people */
  ACT_FORM_METONYM, /* "the Kremlin", "the White House" for the state */
} act_form_kind;

typedef struct act_record {
  const char *id;   /* stable key, such as "country:AM", "org:european-union", "city:…" */
  const char *name; /* the usual English name */
  act_record_kind kind;
  const char *iso;      /* ISO 3166-1 alpha-2 of the country it is or lies in, or NULL */
  const char *wikidata; /* or NULL */
  const char *ids;      /* further identifiers, "scheme:value", "; " between; or NULL */
  uint32_t country;     /* record of the country it lies in or belongs to, or ACT_NO_RECORD */
  uint32_t capital;     /* for a country: record of its capital, or ACT_NO_RECORD */
  uint32_t parent;      /* for an organ: record of its body, or ACT_NO_RECORD */
  bool is_capital;      /* of `country` */
  bool own;             /* the user named it: it comes before its namesakes */
  uint8_t gender;       /* of a person, where the user says it */
  uint32_t weight;      /* prominence, such as population in thousands */
} act_record;

#define ACT_NO_RECORD UINT32_MAX

enum { ACT_RECORD_FEMALE = 1, ACT_RECORD_MALE = 2 }; /* as act_gender has them */

/* List bits of a form or token, for the name finder's features. */
enum {
  ACT_LIST_COUNTRY = 1,
  ACT_LIST_REGION = 2,
  ACT_LIST_CITY = 4,
  ACT_LIST_FEATURE = 8,
  ACT_LIST_ORGANISATION = 16,
  ACT_LIST_PERSON = 32,
  ACT_LIST_DEMONYM = 64,
  ACT_LIST_GIVEN_FEMALE = 128,
  ACT_LIST_GIVEN_MALE = 256,
  ACT_LIST_SURNAME = 512,
  ACT_LIST_TITLE = 1024,
  ACT_LIST_ROLE = 2048,
  ACT_LIST_ORG_WORD = 4096,
  ACT_LIST_PLACE_WORD = 8192,
  ACT_LIST_ORDINARY = 16384, /* a name that is an ordinary word too ("Reading", "Nice", "Will"):
                                trust it with other evidence only */
};

typedef struct act_gazetteer act_gazetteer;

/** Open what the build made of the embedded tables; where it made nothing, read them.  ACTANT_RULES
 * names the file and line of a row that cannot be understood. */
actant_status act_gazetteer_open(act_gazetteer **out, actant_error *err) ACTANT_MUST_CHECK;
/** Read the embedded tables, and names that a user brings along (gazetteer_own.c; lexicon/README.md
 * says what a row is).  ACTANT_RULES names the file and line of a row that cannot be understood. */
actant_status act_gazetteer_open_with(const act_embedded *own,
                                      size_t count,
                                      act_gazetteer **out,
                                      actant_error *err) ACTANT_MUST_CHECK;
/** Read the embedded tables. */
actant_status act_gazetteer_open_embedded_tables(act_gazetteer **out,
                                                 actant_error *err) ACTANT_MUST_CHECK;
/** Read the given tables alone. */
actant_status act_gazetteer_open_tables(const act_embedded *tables,
                                        size_t count,
                                        act_gazetteer **out,
                                        actant_error *err) ACTANT_MUST_CHECK;
void act_gazetteer_free(act_gazetteer *gazetteer);

typedef struct act_gazetteer_hit {
  uint32_t tokens;       /* how many tokens the form has */
  uint32_t lists;        /* ACT_LIST_ bits of all its records */
  uint32_t first, count; /* its senses: act_gazetteer_sense(g, first + i) */
} act_gazetteer_hit;

typedef struct act_sense {
  uint32_t record; /* or ACT_NO_RECORD for a bare word of a list (a given name) */
  act_form_kind form;
} act_sense;

/**
   The longest form that begins at the first of `count` tokens, by the hashes of their lower-cased
   forms.  False when none does. Single words of lists are no forms: act_gazetteer_word_lists knows
   them, and hit->lists has their bits where a form of one token is one too.
*/
bool act_gazetteer_match(const act_gazetteer *gazetteer,
                         const uint64_t *lower_hashes,
                         size_t count,
                         act_gazetteer_hit *hit);
act_sense act_gazetteer_sense(const act_gazetteer *gazetteer, uint32_t index);
const act_record *act_gazetteer_record(const act_gazetteer *gazetteer, uint32_t record);
/** Whether a whole text is a form: "European Union". */
bool act_gazetteer_lookup(const act_gazetteer *gazetteer,
                          const char *text,
                          size_t size,
                          act_gazetteer_hit *hit);
/** The record of a country by its ISO 3166-1 alpha-2 code, or ACT_NO_RECORD. */
uint32_t act_gazetteer_country(const act_gazetteer *gazetteer, const char *iso);
/** Whether a user brought names along. */
bool act_gazetteer_has_own(const act_gazetteer *gazetteer);
size_t act_gazetteer_record_count(const act_gazetteer *gazetteer);
/** List bits of a single lower-cased word (given names, titles, organisation words and the like
 * included). */
uint32_t act_gazetteer_word_lists(const act_gazetteer *gazetteer, uint64_t lower_hash);

#endif
