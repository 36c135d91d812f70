/* SPDX-License-Identifier: MIT */
/** @file time_atoms.h  Questions about the atoms of a sentence, for the grammar; inside time*.c
 * only. */
#ifndef ACT_RELATE_TIME_ATOMS_H
#define ACT_RELATE_TIME_ATOMS_H

#include "relate/time_phrase.h"

#include <string.h>

static inline const act_time_atom *atom(const act_time_scan *s, size_t at)
{
  static const act_time_atom none = { ACT_NO_TOKEN, ACT_TW_NONE, 0, false, false, 0 };
  return at < s->atoms.count ? &s->atoms.data[at] : &none;
}

static inline bool is(const act_time_scan *s, size_t at, act_time_class class)
{
  return act_time_class_at(s, at) == class;
}

static inline bool is_prep(const act_time_scan *s, size_t at, act_time_prep prep)
{
  return is(s, at, ACT_TW_PREP) && atom(s, at)->value == (int)prep;
}

/* The token of an atom, or NULL behind the end. */
static inline const act_token *token_at(const act_time_scan *s, size_t at)
{
  return at < s->atoms.count ? &s->annotation->tokens.data[s->atoms.data[at].token] : NULL;
}

static inline bool word_is(const act_time_scan *s, size_t at, const char *lower)
{
  return at < s->atoms.count &&
         !strcmp(act_token_lower(s->annotation, s->atoms.data[at].token), lower);
}

static inline bool has_upos(const act_time_scan *s, size_t at, act_upos upos)
{
  const act_token *t = token_at(s, at);
  return t && t->upos == upos;
}

static inline bool is_capital(const act_time_scan *s, size_t at)
{
  const act_token *t = token_at(s, at);
  return t && s->annotation->document->text[t->begin] >= 'A' &&
         s->annotation->document->text[t->begin] <= 'Z';
}

/* Whether a word is part of the name of a person or organisation. */
static inline bool is_named(const act_time_scan *s, size_t at)
{
  const act_token *t = token_at(s, at);
  return t && (t->name == ACT_NAME_B_PER || t->name == ACT_NAME_I_PER ||
               t->name == ACT_NAME_B_ORG || t->name == ACT_NAME_I_ORG);
}

static inline bool read_unit(const act_time_scan *s, size_t at, act_time_phrase *p)
{
  if (!is(s, at, ACT_TW_UNIT))
    return false;
  p->unit = atom(s, at)->value % ACT_UNIT_MANY;
  return true;
}

static inline bool is_plural_unit(const act_time_scan *s, size_t at)
{
  return is(s, at, ACT_TW_UNIT) && atom(s, at)->value >= ACT_UNIT_MANY;
}

/* The constructions of time_near.c, tried in turn. */
bool act_time_match_near(const act_time_scan *s, size_t at, act_time_phrase *p);

#endif
