/* SPDX-License-Identifier: MIT */
/** @file nouns.h  Common nouns and titles: what titles.tsv and nominals.tsv say about a word or a
 * phrase. */
#ifndef ACT_RESOLVE_NOUNS_H
#define ACT_RESOLVE_NOUNS_H

#include "resolve/resolution.h"

typedef enum act_noun_type {
  ACT_NOUN_THING, /* in no table */
  ACT_NOUN_PERSON,
  ACT_NOUN_PLACE,
  ACT_NOUN_ORGANISATION,
  ACT_NOUN_GROUP,     /* of people or of countries, plural */
  ACT_NOUN_HONORIFIC, /* "Mr": before names only */
} act_noun_type;

typedef enum act_noun_sub {
  ACT_SUB_NONE,
  ACT_SUB_COUNTRY,
  ACT_SUB_CAPITAL,
  ACT_SUB_CITY,
  ACT_SUB_REGION,
  ACT_SUB_ISLAND,
  ACT_SUB_CONTINENT,
  ACT_SUB_WATER,
  ACT_SUB_MOUNTAIN,
  ACT_SUB_SITE,
  ACT_SUB_COMPANY,
  ACT_SUB_CLUB,
  ACT_SUB_PARTY,
  ACT_SUB_BLOC,
  ACT_SUB_BODY,
  ACT_SUB_ACTING, /* acts for the country whose name stands before it */
  ACT_SUB_SIDES,
  ACT_SUB_PEOPLE,
} act_noun_sub;

typedef struct act_noun {
  uint8_t type, sub;
  uint8_t gender;     /* act_gender */
  char of;            /* L, O, P, C or - : what the office is of by nature */
  bool has_role, kin; /* `role` is meaningful; a tie between persons that is no role */
  uint8_t role;       /* act_role_class */
  bool national; /* an office of a state: without a country it is that of the country in question */
  char iso[3];   /* the one country that has this office, or "" */
} act_noun;

/** Look a phrase up: lower case, hyphens as spaces.  False when no table has it. */
bool act_noun_find(const char *form, size_t size, act_noun *out);
/** Look tokens first … end - 1 up as one phrase, the last one also without its plural. */
bool act_noun_at(const act_annotation *a, uint32_t first, uint32_t end, act_noun *out);
/** The first token of the longest known phrase that ends with token `last`, not before `floor`;
 * ACT_NO_TOKEN when none does. */
uint32_t act_noun_longest(const act_annotation *a, uint32_t floor, uint32_t last, act_noun *out);

#endif
