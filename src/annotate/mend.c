/* SPDX-License-Identifier: MIT */
/*
  A greedy parser cannot take back what it did, and now and then leaves what UD forbids:

  1. A content word below a conjunction, comma, auxiliary or preposition ("and" <- "Peruvian"): it hangs from that word's own head instead, and
     a conjunction from what it joins.
  2. A name flat below the adjective in front of it ("Peruvian" <- "Ana Reyes"): the name takes the adjective's place, as in "[Peruvian] Ana Reyes".
  3. A noun with a conjunction behind it that modifies the noun behind that ("control over parts of the north and areas" with "control" a compound of
     "areas"): it is the first of the two that are joined.

  Each step moves a subtree up, or swaps a word with its child, so that no cycle can arise.
*/
#include "annotate/mend.h"

static bool is_function(uint8_t deprel)
{
  return deprel == ACT_DEP_CC || deprel == ACT_DEP_PUNCT || deprel == ACT_DEP_AUX || deprel == ACT_DEP_AUX_PASS ||
         deprel == ACT_DEP_CASE || deprel == ACT_DEP_MARK;
}

/* Whether a relation may never hang from a function word. */
static bool is_content(uint8_t deprel)
{
  return deprel == ACT_DEP_CONJ || deprel == ACT_DEP_NSUBJ || deprel == ACT_DEP_OBJ || deprel == ACT_DEP_APPOS ||
         deprel == ACT_DEP_OBL || deprel == ACT_DEP_NMOD || deprel == ACT_DEP_FLAT || deprel == ACT_DEP_COMPOUND ||
         deprel == ACT_DEP_AMOD || deprel == ACT_DEP_NMOD_POSS || deprel == ACT_DEP_ACL_RELCL;
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

/* `token` is flat below an adjective: they change places. */
static void raise_name(act_annotation *a, const act_sentence *s, uint32_t token)
{
  act_token *t = &a->tokens.data[token];
  if (t->deprel != ACT_DEP_FLAT || t->upos != ACT_UPOS_PROPN || t->head == ACT_ROOT || t->head > token)
    return;
  uint32_t adjective = t->head;
  act_token *j = &a->tokens.data[adjective];
  if (j->upos != ACT_UPOS_ADJ || j->deprel == ACT_DEP_AMOD)
    return;
  t->head = j->head;
  t->deprel = j->deprel;
  for (uint32_t i = s->first; i < s->end; i++)
    if (a->tokens.data[i].head == adjective)
      a->tokens.data[i].head = token;
  j->head = token;
  j->deprel = ACT_DEP_AMOD;
}

/* A noun that is no mere modifier, since a conjunction stands between it and its head. */
static bool is_first_conjunct(const act_annotation *a, uint32_t token)
{
  const act_token *t = &a->tokens.data[token];
  if (t->deprel != ACT_DEP_COMPOUND || t->upos != ACT_UPOS_NOUN || t->head == ACT_ROOT || t->head < token)
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
  t->deprel = h->deprel;
  for (uint32_t i = s->first; i < token; i++)
    if (a->tokens.data[i].head == second)
      a->tokens.data[i].head = token;
  h->head = token;
  h->deprel = ACT_DEP_CONJ;
}

void act_mend_tree(act_annotation *annotation, const act_sentence *sentence)
{
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    lift_from_function_word(annotation, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    raise_name(annotation, sentence, i);
  for (uint32_t i = sentence->first; i < sentence->end; i++)
    raise_conjunct(annotation, sentence, i);
}
