/* SPDX-License-Identifier: MIT */
/* "In August Joe Ham met Y", "On Monday Xland is due to vote": a sentence that begins with when or
   where, and no comma behind it.

   Parsers take the name behind it for what the preposition governs.  Such a sentence begins with a
   preposition, a month, weekday, year or place, then a name, and a finite verb that has no subject.
   The preposition goes to the time, the name to the verb.  After the names are units and the
   children chained; the chains must be made again.  No change makes a cycle: the verb hangs
   below nothing that moves.
*/
#include "relate/relating.h"

enum {
  TITLES = 4,  /* "U.S. Defence Secretary" */
  BETWEEN = 4, /* auxiliaries and adverbs in front of the verb */
};

static const char *const prepositions[] = { "in",    "on",    "at",     "by",     "during", "since",
                                            "until", "after", "before", "around", NULL };
static const char *const times[] = {
  "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "january",
  "february", "march",    "april",     "may",      "june",   "july",     "august", "september",
  "october",  "november", "december",  "jan.",     "feb.",   "aug.",     "sept.",  "oct.",
  "nov.",     "dec.",     "spring",    "summer",   "autumn", "winter",   NULL
};

static const act_mention *name_from(const act_relating *g, uint32_t first)
{
  for (uint32_t t = first; t < g->sentence->end && t < first + ACT_CLIMB; t++) {
    uint32_t index = g->resolution->mention_of[t];
    const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
    if (m && m->first == first && m->end <= g->sentence->end && m->form == ACTANT_NAME)
      return m;
  }
  return NULL;
}

static bool is_year(const act_relating *g, uint32_t token)
{
  act_text form = act_token_form(g->annotation, token);
  bool year = form.size == 4;
  for (size_t i = 0; i < form.size; i++)
    year &= form.bytes[i] >= '0' && form.bytes[i] <= '9';
  return year;
}

/* The token behind the time or place that begins the sentence, or ACT_NO_TOKEN. */
static uint32_t skip_when(const act_relating *g)
{
  uint32_t first = g->sentence->first, t = first + 1;
  if (t + 2 >= g->sentence->end || !act_lower_is_any(g, first, prepositions))
    return ACT_NO_TOKEN;
  if (act_lower_is_any(g, t, times))
    return t + 1 + (uint32_t)is_year(g, t + 1);
  if (is_year(g, t))
    return t + 1;
  const act_mention *place = name_from(g, t);
  bool where =
    place && g->resolution->entities.data[g->resolution->referents.data[place->referents]].type ==
               ACTANT_PLACE;
  return where ? place->end : ACT_NO_TOKEN;
}

/* The finite verb right behind a name, or the predicate of the copula that stands there. */
static uint32_t predicate_behind(const act_relating *g, uint32_t token)
{
  for (uint32_t t = token; t < g->sentence->end && t < token + BETWEEN; t++) {
    uint8_t upos = act_tok(g, t)->upos, xpos = act_tok(g, t)->xpos;
    if (upos == ACT_UPOS_AUX)
      return act_head(g, t) == ACT_ROOT ? t : act_head(g, t);
    if (upos == ACT_UPOS_VERB)
      return xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBZ || xpos == ACT_XPOS_VBP ||
                 xpos == ACT_XPOS_VBN
               ? t
               : ACT_NO_TOKEN;
    if (upos != ACT_UPOS_ADV)
      return ACT_NO_TOKEN;
  }
  return ACT_NO_TOKEN;
}

void act_repair_opening(act_relating *g)
{
  uint32_t when = skip_when(g), first = g->sentence->first;
  const act_mention *name = NULL;
  for (uint32_t t = when; when != ACT_NO_TOKEN && !name && t < g->sentence->end; t++) {
    name = name_from(g, t);
    if (t > when + TITLES ||
        (!name && act_tok(g, t)->upos != ACT_UPOS_PROPN && act_tok(g, t)->upos != ACT_UPOS_NOUN &&
         act_tok(g, t)->upos != ACT_UPOS_ADJ))
      return;
    if (name && name->kind == ACT_MENTION_DEMONYM)
      name = NULL;
  }
  uint32_t verb = name ? predicate_behind(g, name->end) : ACT_NO_TOKEN, time = when - 1;
  if (verb == ACT_NO_TOKEN || act_has_subject(g, verb) || act_hangs_below(g, verb, name->head) ||
      act_hangs_below(g, verb, time) || act_hangs_below(g, verb, first) ||
      (act_head(g, first) != name->head && act_head(g, name->head) != time))
    return;
  bool passive = act_child(g, verb, ACT_DEP_AUX_PASS) != ACT_NO_TOKEN;
  act_hang(g, time, verb, ACT_DEP_OBL);
  act_hang(g, first, time, ACT_DEP_CASE);
  act_hang(g, name->head, verb, passive ? ACT_DEP_NSUBJ_PASS : ACT_DEP_NSUBJ);
}
