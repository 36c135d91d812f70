/* SPDX-License-Identifier: MIT */
/*
  A greedy parser cannot take back what it did, and now and then leaves what UD forbids:

  1. A content word below a conjunction, comma, auxiliary or preposition ("and" <- "Peruvian"): it
  hangs from that word's own head instead, and a conjunction from what it joins.
  2. A name flat below the adjective in front of it ("Peruvian" <- "Ana Reyes"): the name takes the
  adjective's place, as in "[Peruvian] Ana Reyes".
  3. A noun with a conjunction behind it that modifies the noun behind that ("control over parts of
  the north and areas" with "control" a compound of "areas"): it is the first of the two that are
  joined.
  4. A preposition hung from a word before it ("on April 6 with" <- "6"): it belongs to the phrase
  behind it, which hangs from the verb when the word before was a date or a number.

  5. A noun that marks a clause ("said Thursday he will"): it says when the verb in front of it took
  place.

  6. An adjective in front of a name as subject, object or clause of its own ("will meet Finnish"
  with "President Ana Reyes" below or beside it): it belongs to the name, which takes its place.

  Each step moves a subtree up, swaps a word with its child, or asks first whether a cycle would
  arise.
*/
#include "annotate/mend.h"

#include <string.h>

static bool is_function(uint8_t deprel)
{
  return deprel == ACT_DEP_CC || deprel == ACT_DEP_PUNCT || deprel == ACT_DEP_AUX ||
         deprel == ACT_DEP_AUX_PASS || deprel == ACT_DEP_CASE || deprel == ACT_DEP_MARK;
}

/* Whether a relation may never hang from a function word. */
static bool is_content(uint8_t deprel)
{
  return deprel == ACT_DEP_CONJ || deprel == ACT_DEP_NSUBJ || deprel == ACT_DEP_OBJ ||
         deprel == ACT_DEP_APPOS || deprel == ACT_DEP_OBL || deprel == ACT_DEP_NMOD ||
         deprel == ACT_DEP_FLAT || deprel == ACT_DEP_COMPOUND || deprel == ACT_DEP_AMOD ||
         deprel == ACT_DEP_NMOD_POSS || deprel == ACT_DEP_ACL_RELCL;
}

/* The head of the name that a token is the later part of. */
static uint32_t name_head(const act_annotation *a, uint32_t token)
{
  while (a->tokens.data[token].deprel == ACT_DEP_FLAT && a->tokens.data[token].head != ACT_ROOT)
    token = a->tokens.data[token].head;
  return token;
}

static void lift_from_function_word(act_annotation *a, uint32_t token)
{
  act_token *t = &a->tokens.data[token];
  if (t->head == ACT_ROOT || !is_content(t->deprel))
    return;
  uint32_t below = t->head;
  act_token *h = &a->tokens.data[below];
  if (!is_function(h->deprel) || h->head == ACT_ROOT)
    return;
  t->head = name_head(a, h->head);
  if (h->deprel == ACT_DEP_CC && t->deprel == ACT_DEP_CONJ)
    h->head = token;
}

/* The adjective in front of a name was hung from a noun behind it ("with Peruvian <Ana Reyes> next
   week" from "week"): the name hangs from what that noun hangs from, with the preposition in front
   of both. */
static void part_from_noun(act_annotation *a, const act_sentence *s, uint32_t name, uint32_t noun)
{
  act_token *t = &a->tokens.data[name];
  t->head = a->tokens.data[noun].head;
  t->deprel = ACT_DEP_OBJ;
  for (uint32_t i = s->first; i < name; i++)
    if (a->tokens.data[i].head == noun && a->tokens.data[i].deprel == ACT_DEP_CASE) {
      a->tokens.data[i].head = name;
      t->deprel = ACT_DEP_OBL;
    }
}

/* `token` is flat below an adjective: they change places. */
static void raise_name(act_annotation *a, const act_sentence *s, uint32_t token)
{
  act_token *t = &a->tokens.data[token];
  if (t->deprel != ACT_DEP_FLAT || t->upos != ACT_UPOS_PROPN || t->head == ACT_ROOT ||
      t->head > token)
    return;
  uint32_t adjective = t->head;
  act_token *j = &a->tokens.data[adjective];
  bool behind = j->deprel == ACT_DEP_AMOD && j->head != ACT_ROOT && j->head > token &&
                a->tokens.data[j->head].head != ACT_ROOT;
  if (j->upos != ACT_UPOS_ADJ || (j->deprel == ACT_DEP_AMOD && !behind))
    return;
  if (behind) {
    part_from_noun(a, s, token, j->head);
  } else {
    t->head = j->head;
    t->deprel = j->deprel;
  }
  for (uint32_t i = s->first; i < s->end; i++)
    if (a->tokens.data[i].head == adjective)
      a->tokens.data[i].head = token;
  j->head = token;
  j->deprel = ACT_DEP_AMOD;
}

static bool is_below(const act_annotation *a, uint32_t token, uint32_t top)
{
  for (uint32_t up = token; up != ACT_ROOT; up = a->tokens.data[up].head)
    if (up == top)
      return true;
  return false;
}

/* The head of the name that begins at a token: what its words modify, one after the other. */
static uint32_t name_from(const act_annotation *a, const act_sentence *s, uint32_t token)
{
  uint32_t head = a->tokens.data[token].head;
  while (head != ACT_ROOT && head > token && head < s->end &&
         a->tokens.data[head].upos == ACT_UPOS_PROPN) {
    token = head;
    head = a->tokens.data[token].head;
  }
  return token;
}

static void bind_adjective(act_annotation *a, const act_sentence *s, uint32_t token)
{
  act_token *j = &a->tokens.data[token];
  const bool stands_alone = j->deprel == ACT_DEP_OBJ || j->deprel == ACT_DEP_XCOMP ||
                            j->deprel == ACT_DEP_NSUBJ || j->deprel == ACT_DEP_OBL;
  if (j->upos != ACT_UPOS_ADJ || !stands_alone || token + 1 == s->end ||
      a->tokens.data[token + 1].upos != ACT_UPOS_PROPN)
    return;
  const uint32_t name = name_from(a, s, token + 1);
  if (a->tokens.data[name].head == token) {
    a->tokens.data[name].head = j->head;
    a->tokens.data[name].deprel = j->deprel == ACT_DEP_XCOMP ? ACT_DEP_OBJ : j->deprel;
  } else if (is_below(a, name, token) || is_below(a, token, name)) {
    return;
  }
  for (uint32_t i = s->first; i < s->end; i++)
    if (a->tokens.data[i].head == token)
      a->tokens.data[i].head = name;
  j->head = name;
  j->deprel = ACT_DEP_AMOD;
}

static bool is_weekday(const act_annotation *a, uint32_t token)
{
  static const char *const days[] = { "monday", "tuesday",  "wednesday", "thursday",
                                      "friday", "saturday", "sunday" };
  const char *lower = act_token_lower(a, token);
  for (size_t i = 0; i < sizeof days / sizeof *days; i++)
    if (strcmp(lower, days[i]) == 0)
      return true;
  return false;
}

/* "said Thursday he will": a noun marks no clause, and a day is not called to; it says when, of the
   verb in front of it. */
static void unmark_noun(act_annotation *a, const act_sentence *s, uint32_t token)
{
  act_token *t = &a->tokens.data[token];
  bool noun = t->upos == ACT_UPOS_PROPN || t->upos == ACT_UPOS_NOUN;
  bool slip =
    (t->deprel == ACT_DEP_MARK && noun) || (t->deprel == ACT_DEP_VOCATIVE && is_weekday(a, token));
  if (!slip || token == s->first || t->head == ACT_ROOT || t->head < token ||
      a->tokens.data[token - 1].upos != ACT_UPOS_VERB || is_below(a, token - 1, token))
    return;
  t->head = token - 1;
  t->deprel = ACT_DEP_OBL_UNMARKED;
}

/* A noun that is no mere modifier, since a conjunction stands between it and its head. */
static bool is_first_conjunct(const act_annotation *a, uint32_t token)
{
  const act_token *t = &a->tokens.data[token];
  if ((t->deprel != ACT_DEP_COMPOUND && t->deprel != ACT_DEP_OBJ) || t->upos != ACT_UPOS_NOUN ||
      t->head == ACT_ROOT || t->head < token || a->tokens.data[t->head].upos != ACT_UPOS_NOUN)
    return false;
  bool joined = false, phrase = false;
  for (uint32_t i = token + 1; i < t->head; i++) {
    joined |= a->tokens.data[i].upos == ACT_UPOS_CCONJ;
    phrase |= a->tokens.data[i].upos == ACT_UPOS_ADP;
  }
  return joined && phrase;
}

static void raise_conjunct(act_annotation *a, const act_sentence *s, uint32_t token)
{
  if (!is_first_conjunct(a, token))
    return;
  act_token *t = &a->tokens.data[token];
  uint32_t second = t->head;
  act_token *h = &a->tokens.data[second];
  t->head = h->head;
  if (t->deprel == ACT_DEP_COMPOUND)
    t->deprel = h->deprel;
  for (uint32_t i = s->first; i < token; i++)
    if (a->tokens.data[i].head == second)
      a->tokens.data[i].head = token;
  h->head = token;
  h->deprel = ACT_DEP_CONJ;
}

static bool is_nominal(uint8_t upos)
{
  return upos == ACT_UPOS_NOUN || upos == ACT_UPOS_PROPN || upos == ACT_UPOS_PRON;
}

/* The head of the phrase behind a preposition: the first word that hangs from what is before it, or
 * the noun that hangs from that. */
static uint32_t phrase_behind(const act_annotation *a, const act_sentence *s, uint32_t preposition)
{
  for (uint32_t i = preposition + 1; i < s->end && i < preposition + 8; i++) {
    const act_token *t = &a->tokens.data[i];
    if (t->upos == ACT_UPOS_PUNCT || t->upos == ACT_UPOS_VERB || t->head == ACT_ROOT)
      return ACT_NO_TOKEN;
    if (t->head > preposition)
      continue;
    if (is_nominal(t->upos))
      return i;
    for (uint32_t k = i + 1; k < s->end && k < i + 6; k++)
      if (a->tokens.data[k].head == i && is_nominal(a->tokens.data[k].upos))
        return k;
    return ACT_NO_TOKEN;
  }
  return ACT_NO_TOKEN;
}

static void turn_preposition(act_annotation *a, const act_sentence *s, uint32_t token)
{
  act_token *p = &a->tokens.data[token];
  if (p->deprel != ACT_DEP_CASE || p->upos != ACT_UPOS_ADP || p->head == ACT_ROOT ||
      p->head > token)
    return;
  uint32_t phrase = phrase_behind(a, s, token);
  if (phrase == ACT_NO_TOKEN)
    return;
  uint32_t before = p->head;
  uint32_t first = a->tokens.data[phrase].head > token ? a->tokens.data[phrase].head : phrase;
  if (a->tokens.data[before].upos == ACT_UPOS_NUM && a->tokens.data[before].head != ACT_ROOT)
    before = a->tokens.data[before].head;
  if (is_below(a, before, first) || is_below(a, before, phrase))
    return;
  act_token *noun = &a->tokens.data[phrase];
  noun->head = before;
  noun->deprel = is_nominal(a->tokens.data[before].upos) ? ACT_DEP_NMOD : ACT_DEP_OBL;
  if (first != phrase) {
    for (uint32_t i = token; i < s->end; i++)
      if (a->tokens.data[i].head == first)
        a->tokens.data[i].head = phrase;
    a->tokens.data[first].head = phrase;
  }
  p->head = phrase;
}

void act_mend_tree(act_annotation *annotation, const act_sentence *sentence)
{
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    lift_from_function_word(annotation, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    raise_name(annotation, sentence, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    bind_adjective(annotation, sentence, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    unmark_noun(annotation, sentence, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    raise_conjunct(annotation, sentence, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    turn_preposition(annotation, sentence, i);
}
