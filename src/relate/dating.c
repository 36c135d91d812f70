/* SPDX-License-Identifier: MIT */
/* When and where a clause happened.

   A time expression dates the clause or the event noun that it hangs from, never one that is merely reported above it: "said on Friday that X
   had met Y" dates the saying.  A coordinated verb and an adverbial participle share the date of the verb that they hang from; a noun that is
   carried by a verb, or stands in its clause, shares that verb's.  Places likewise: "in", "at" with a place, in the clause or behind the noun.
*/
#include "relate/relating.h"

enum { ANCHORS = 6, NEAR = 3 };

/* The tokens whose time expressions date the frame, the best first. */
static size_t anchors(const act_relating *g, const act_frame *frame, uint32_t out[ANCHORS])
{
  size_t count = 0;
  out[count++] = frame->token;
  if (frame->host != ACT_NO_TOKEN)
    out[count++] = frame->host;
  for (uint32_t at = out[count - 1], step = 0; step < ANCHORS && count < ANCHORS && act_head(g, at) != ACT_ROOT; step++) {
    uint8_t dep = act_dep(g, at);
    uint32_t above = act_head(g, at);
    bool noun = !act_is_verbal(g, at);
    bool shared = dep == ACT_DEP_CONJ || (dep == ACT_DEP_ADVCL && act_tok(g, at)->xpos == ACT_XPOS_VBG) ||
                  (noun && frame->kind == ACT_RULE_NOUN && (dep == ACT_DEP_OBL || dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS));
    if (!shared || (act_in(g, above, ACT_SET_SAYING) && noun && dep != ACT_DEP_OBL))
      break;
    out[count++] = above;
    at = above;
  }
  return count;
}

/* What a time expression hangs from: up through names ("in Yville on Friday") and other expressions of time. */
static uint32_t governor(const act_relating *g, uint32_t token)
{
  uint32_t at = act_head(g, token);
  for (int step = 0; step < NEAR && at != ACT_ROOT; step++) {
    if (act_is_verbal(g, at) || act_head(g, at) == ACT_ROOT)
      return at;
    bool name = g->resolution->mention_of[at] != ACT_NO_MENTION && act_tok(g, at)->upos == ACT_UPOS_PROPN;
    if (!name)
      return at;
    at = act_head(g, at);
  }
  return at;
}

static bool gives_date(const act_time *t)
{
  return t->kind != ACT_TIME_DURATION || t->date.year;
}

void act_date_frame(const act_relating *g, const act_frame *frame, act_candidate *out)
{
  uint32_t anchor[ANCHORS];
  size_t count = anchors(g, frame, anchor);
  for (size_t k = 0; k < count; k++)
    for (size_t i = act_times_first(&g->times, g->sentence_index);
         i < g->times.items.count && g->times.items.data[i].sentence == g->sentence_index; i++) {
      const act_time *t = &g->times.items.data[i];
      if (!gives_date(t) || governor(g, t->head) != anchor[k])
        continue;
      out->date = t->date;
      out->date_end = t->date_end;
      return;
    }
}

static uint32_t place_of(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD(g, token, c) {
    uint8_t dep = act_dep(g, c);
    uint32_t mention = g->resolution->mention_of[c];
    if ((dep != ACT_DEP_OBL && dep != ACT_DEP_NMOD) || mention == ACT_NO_MENTION)
      continue;
    const act_mention *m = &g->resolution->mentions.data[mention];
    uint32_t entity = g->resolution->referents.data[m->referents];
    if (m->referent_count != 1 || g->resolution->entities.data[entity].type != ACTANT_PLACE)
      continue;
    ACT_EACH_CHILD(g, c, d)
      if (act_dep(g, d) == ACT_DEP_CASE && act_word_in(g->vocabulary, act_form_word(g, d), ACT_SET_PLACE_OF))
        return entity;
  }
  return ACT_NO_ENTITY;
}

void act_place_frame(const act_relating *g, const act_frame *frame, act_candidate *out)
{
  uint32_t anchor[ANCHORS];
  size_t count = anchors(g, frame, anchor);
  for (size_t k = 0; k < count && out->place == ACT_NO_ENTITY; k++)
    out->place = place_of(g, anchor[k]);
  for (size_t i = 0; i < frame->argument_count && out->place == ACT_NO_ENTITY; i++)
    if (frame->arguments[i].role == ACT_ARG_OBJECT && g->resolution->mention_of[frame->arguments[i].token] == ACT_NO_MENTION)
      out->place = place_of(g, frame->arguments[i].token);
}
