/* SPDX-License-Identifier: MIT */
/* What stands in front of a sentence's subject and is said of it: "A native of Yville, she …",
   "Based in Yville, Vikcorp …".

   Parsers take the noun in front for the subject, or the participle for the main verb, and lose the
   rest.  Such a sentence begins with a noun or a participle, has no finite verb up to a comma, and
   behind the comma someone and a finite verb.  Then the noun is an apposition of that someone, the
   participle a clause said of it, and the verb has its subject; what the first preposition governs
   is the front's. No change makes a cycle: a predicate that hung from the front, or from its
   subject, is made the root.
*/
#include "relate/relating.h"

enum {
  FRONT = 32, /* tokens up to the comma */
  TITLES = 3,
  AUXILIARIES = 5, /* "has since then been" */
};

typedef struct front {
  uint32_t head; /* the noun or participle */
  bool participle;
  uint32_t comma;
  uint32_t subject; /* the token that stands for who follows the comma */
  uint32_t predicate;
  uint32_t place; /* what the preposition behind the head governs, or ACT_NO_TOKEN */
  uint32_t preposition;
} front;

static uint32_t *head_of(act_relating *g, uint32_t token)
{
  return &g->heads[token - g->tree.base];
}

static uint8_t *dep_of(act_relating *g, uint32_t token)
{
  return &g->deps[token - g->tree.base];
}

static const act_mention *mention_from(const act_relating *g, uint32_t first)
{
  for (uint32_t t = first; t < g->sentence->end && t < first + ACT_CLIMB; t++) {
    uint32_t index = g->resolution->mention_of[t];
    const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
    if (m && m->first == first && m->end <= g->sentence->end)
      return m;
  }
  return NULL;
}

static bool is_finite(const act_relating *g, uint32_t token)
{
  uint8_t xpos = act_tok(g, token)->xpos;
  return xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBZ || xpos == ACT_XPOS_VBP ||
         xpos == ACT_XPOS_MD;
}

/* --------------------------------------------------------------------------------------- finding
 * one */

/* "Based in", "Born and raised in", "Founded 1986 by". */
static bool begins_with_participle(const act_relating *g, front *f)
{
  uint32_t t = g->sentence->first;
  uint8_t xpos = act_tok(g, t)->xpos;
  if (act_tok(g, t)->upos != ACT_UPOS_VERB || (xpos != ACT_XPOS_VBN && xpos != ACT_XPOS_VBD))
    return false;
  f->head = t++;
  f->participle = true;
  if (t + 1 < g->sentence->end && act_lower_is(g, t, "and") &&
      act_tok(g, t + 1)->upos == ACT_UPOS_VERB)
    t += 2;
  uint8_t upos = t < g->sentence->end ? act_tok(g, t)->upos : ACT_UPOS_PUNCT;
  return upos == ACT_UPOS_ADP || upos == ACT_UPOS_NUM;
}

/* "A native of", "The third son of": common nouns up to a preposition. */
static bool begins_with_noun(const act_relating *g, front *f)
{
  uint32_t t = g->sentence->first, end = g->sentence->end;
  f->head = ACT_NO_TOKEN;
  for (; t < end && t < g->sentence->first + ACT_CLIMB; t++) {
    uint8_t upos = act_tok(g, t)->upos;
    if (upos == ACT_UPOS_NOUN)
      f->head = t;
    else if (upos == ACT_UPOS_ADP)
      break;
    else if (upos != ACT_UPOS_DET && upos != ACT_UPOS_ADJ && upos != ACT_UPOS_ADV &&
             upos != ACT_UPOS_NUM)
      return false;
  }
  return f->head != ACT_NO_TOKEN && t < end && t == f->head + 1 && !act_lower_is(g, t, "as");
}

/* Someone right behind the comma, and a finite verb right behind that; no aside ("she said,"). */
static bool take_subject(const act_relating *g, front *f)
{
  uint32_t at = f->comma + 1, end = g->sentence->end;
  const act_mention *m = at < end ? mention_from(g, at) : NULL;
  if (!m && at < end && act_lower_is(g, at, "the"))
    m = mention_from(g, at + 1);
  for (uint32_t title = at; !m && title + 1 < end && title < at + TITLES; title++) { /* "Ms. X" */
    if (act_tok(g, title)->upos != ACT_UPOS_PROPN)
      break;
    m = mention_from(g, title + 1);
  }
  if (!m || m->form == ACTANT_NOMINAL || m->kind == ACT_MENTION_DEMONYM ||
      act_tok(g, m->head)->xpos == ACT_XPOS_PRP_POSS)
    return false;
  uint32_t verb = m->end;
  while (verb < end && act_tok(g, verb)->upos == ACT_UPOS_ADV)
    verb++;
  if (verb >= end || !is_finite(g, verb) || (verb + 1 < end && act_lower_is(g, verb + 1, ",")))
    return false;
  f->subject = m->head;
  f->predicate = verb;
  return true;
}

static bool find_comma(const act_relating *g, front *f)
{
  for (uint32_t t = f->head + 1; t < g->sentence->end && t < f->head + FRONT; t++) {
    f->comma = t;
    if (act_lower_is(g, t, ",") && take_subject(g, f))
      return true;
    if (is_finite(g, t) && t > f->head + 2)
      return false;
  }
  return false;
}

/* The verb behind auxiliaries; behind a copula whatever the parser took for the predicate. */
static bool take_predicate(act_relating *g, front *f)
{
  uint32_t above[] = { *head_of(g, f->head), *head_of(g, f->subject), *head_of(g, f->predicate) };
  uint32_t t = f->predicate;
  for (uint32_t limit = t + AUXILIARIES; t < g->sentence->end && t < limit; t++) {
    uint8_t upos = act_tok(g, t)->upos;
    if (upos == ACT_UPOS_VERB) {
      f->predicate = t;
      return true;
    }
    if (upos != ACT_UPOS_AUX && upos != ACT_UPOS_ADV && upos != ACT_UPOS_PART)
      break;
  }
  for (size_t i = sizeof above / sizeof *above; i-- > 0;)
    if (above[i] != ACT_ROOT && above[i] > f->subject) {
      f->predicate = above[i];
      return true;
    }
  return false;
}

static void take_place(const act_relating *g, front *f)
{
  uint32_t t = f->head + 1;
  f->place = ACT_NO_TOKEN;
  if (f->participle && act_lower_is(g, t, "and"))
    t += 2;
  if (act_tok(g, t)->upos != ACT_UPOS_ADP)
    return;
  f->preposition = t++;
  if (t < f->comma && act_tok(g, t)->upos == ACT_UPOS_DET)
    t++;
  const act_mention *m = t < f->comma ? mention_from(g, t) : NULL;
  if (m && m->end <= f->comma)
    f->place = m->head;
}

/* ---------------------------------------------------------------------------------------- setting
 * right */

static void free_predicate(act_relating *g, const front *f)
{
  uint32_t p = f->predicate;
  if (act_hangs_below(g, p, f->head) || act_hangs_below(g, p, f->subject) ||
      (f->place != ACT_NO_TOKEN && act_hangs_below(g, p, f->place)))
    act_hang(g, p, ACT_ROOT, ACT_DEP_ROOT);
}

void act_repair_front(act_relating *g)
{
  front f = { .participle = false };
  if (g->sentence->end < g->sentence->first + ACT_CLIMB ||
      (!begins_with_participle(g, &f) && !begins_with_noun(g, &f)))
    return;
  if (!find_comma(g, &f) || !take_predicate(g, &f))
    return;
  take_place(g, &f);
  free_predicate(g, &f);
  act_hang(g, f.subject, f.predicate, ACT_DEP_NSUBJ);
  for (uint32_t t = f.head + 1; t < f.subject; t++) /* "Born in Y, the daughter of Z, X …" */
    if (*head_of(g, t) == f.predicate &&
        (*dep_of(g, t) == ACT_DEP_NSUBJ || *dep_of(g, t) == ACT_DEP_NSUBJ_PASS))
      act_hang(g, t, f.subject, ACT_DEP_APPOS);
  act_hang(g, f.head, f.subject, f.participle ? ACT_DEP_ACL : ACT_DEP_APPOS);
  if (f.place == ACT_NO_TOKEN)
    return;
  act_hang(g, f.place, f.head, f.participle ? ACT_DEP_OBL : ACT_DEP_NMOD);
  act_hang(g, f.preposition, f.place, ACT_DEP_CASE);
}
