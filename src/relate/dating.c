/* SPDX-License-Identifier: MIT */
/* When and where a clause happened.

   A time expression dates the clause or the event noun that it hangs from, never one that is merely
   reported above it: "said on Friday that X had met Y" dates the saying.  A coordinated verb and an
   adverbial participle share the date of the verb that they hang from; a noun that is carried by a
   verb, or stands in its clause, shares that verb's.  Places likewise: "in", "at" with a place, in
   the clause or behind the noun.
*/
#include "relate/relating.h"

enum { ANCHORS = 6, NEAR = 3 };

static bool has_case_among(const act_relating *g, uint32_t token, const char *const *words)
{
  ACT_EACH_CHILD (g, token, c)
    if ((act_dep(g, c) == ACT_DEP_CASE || act_dep(g, c) == ACT_DEP_MARK) &&
        act_lower_is_any(g, c, words))
      return true;
  return false;
}

/* What is looked back or ahead to: "bogged down this month in its invasion of Y", "fined on Monday
 * over the attack on Z", "suspended on Friday for joining Y". */
static bool is_of_another_time(const act_relating *g, uint32_t token)
{
  static const char *const occasions[] = { "over",  "for",       "about",   "after",   "before",
                                           "since", "following", "amid",    "despite", "because",
                                           "until", "against",   "without", NULL };
  uint8_t dep = act_dep(g, token);
  if (dep != ACT_DEP_OBL && dep != ACT_DEP_ADVCL)
    return false;
  return has_case_among(g, token, occasions) ||
         (dep == ACT_DEP_OBL && act_child(g, token, ACT_DEP_NMOD_POSS) != ACT_NO_TOKEN);
}

/* The one place that a token stands for, or ACT_NO_ENTITY. */
static uint32_t place_at(const act_relating *g, uint32_t token)
{
  uint32_t mention = g->resolution->mention_of[token];
  if (mention == ACT_NO_MENTION)
    return ACT_NO_ENTITY;
  const act_mention *m = &g->resolution->mentions.data[mention];
  uint32_t entity = g->resolution->referents.data[m->referents];
  bool place = g->resolution->entities.data[entity].type == ACTANT_PLACE;
  bool acts = m->kind == ACT_MENTION_DEMONYM || /* "two Xish commanders" */
              (m->form == ACTANT_NOMINAL && act_in(g, token, ACT_SET_GROUP) &&
               !act_in(g, token, ACT_SET_PLACE_NOUN) && !act_lemma_is(g, token, "country"));
  return place && !acts && m->referent_count == 1 ? entity : ACT_NO_ENTITY;
}

/* The place in front of "where" of a clause, or ACT_NO_TOKEN. */
static uint32_t where_of(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_ADVMOD && c < verb && c > g->sentence->first + 1 &&
        act_lower_is(g, c, "where")) {
      uint32_t place = act_name_before(g, c);
      return place < c && place_at(g, place) != ACT_NO_ENTITY ? place : ACT_NO_TOKEN;
    }
  return ACT_NO_TOKEN;
}

/* The verb of "is to travel to Yville on Thursday, where he will meet Z", for what is to happen. */
static uint32_t verb_of_where(const act_relating *g, uint32_t verb)
{
  bool will = false;
  ACT_EACH_CHILD (g, verb, c)
    will |= act_dep(g, c) == ACT_DEP_AUX && act_lower_is(g, c, "will");
  uint32_t place = will ? where_of(g, verb) : ACT_NO_TOKEN;
  if (place == ACT_NO_TOKEN || act_head(g, place) == ACT_ROOT ||
      !act_is_verbal(g, act_head(g, place)))
    return ACT_NO_TOKEN;
  return act_head(g, place);
}

/* "is due on Friday to …", "is expected next week to …": the time is that of what is to happen. */
static bool is_scheduling(const act_relating *g, uint32_t token)
{
  static const char *const adjectives[] = { "due", "set", "likely", "ready", "scheduled", NULL };
  if (act_tok(g, token)->upos == ACT_UPOS_ADJ)
    return act_lower_is_any(g, token, adjectives);
  return act_child(g, token, ACT_DEP_AUX_PASS) != ACT_NO_TOKEN &&
         (act_in(g, token, ACT_SET_EXPECTING) || act_in(g, token, ACT_SET_PLANNED));
}

/* The tokens whose time expressions date the frame, the best first. */
static size_t anchors(const act_relating *g, const act_frame *frame, uint32_t out[ANCHORS])
{
  size_t count = 0;
  out[count++] = frame->token;
  if (frame->host != ACT_NO_TOKEN)
    out[count++] = frame->host;
  for (uint32_t at = out[count - 1], step = 0;
       step < ANCHORS && count < ANCHORS && act_head(g, at) != ACT_ROOT;
       step++) {
    uint8_t dep = act_dep(g, at);
    uint32_t above = act_head(g, at);
    bool noun = !act_is_verbal(g, at);
    bool shared = dep == ACT_DEP_CONJ ||
                  (dep == ACT_DEP_ADVCL && act_tok(g, at)->xpos == ACT_XPOS_VBG) ||
                  (noun && frame->kind == ACT_RULE_NOUN &&
                   (dep == ACT_DEP_OBL || dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS));
    shared |= dep == ACT_DEP_XCOMP && is_scheduling(g, above);
    uint32_t travel = noun ? ACT_NO_TOKEN : verb_of_where(g, at);
    if (travel != ACT_NO_TOKEN) {
      out[count++] = travel;
      if (count < ANCHORS && act_dep(g, travel) == ACT_DEP_XCOMP) /* "is due to travel" */
        out[count++] = act_head(g, travel);
      break;
    }
    if (!shared || is_of_another_time(g, at) ||
        (act_in(g, above, ACT_SET_SAYING) && noun && dep != ACT_DEP_OBL))
      break;
    out[count++] = above;
    at = above;
  }
  return count;
}

/* What a time expression hangs from: up through names ("in Yville on Friday") and other expressions
 * of time. */
static uint32_t governor(const act_relating *g, uint32_t token)
{
  uint32_t at = act_head(g, token);
  for (int step = 0; step < NEAR && at != ACT_ROOT; step++) {
    if (act_is_verbal(g, at) || act_head(g, at) == ACT_ROOT)
      return at;
    bool name =
      g->resolution->mention_of[at] != ACT_NO_MENTION && act_tok(g, at)->upos == ACT_UPOS_PROPN;
    if (!name)
      return at;
    at = act_head(g, at);
  }
  return at;
}

/* Up through any nouns, for a time that the parser hung from the last of them: "bought Y, a maker
 * of Z, in 2006". */
static uint32_t distant_governor(const act_relating *g, uint32_t token)
{
  uint32_t at = act_head(g, token);
  for (int step = 0; step < ACT_CLIMB && at != ACT_ROOT && !act_is_verbal(g, at); step++) {
    if (!act_in(g, at, ACT_SET_GROUP) &&
        act_map_get(&g->vocabulary->first_trigger,
                    act_trigger_key(act_word(g, at), ACT_RULE_NOUN)) != ACT_NO_VALUE)
      return ACT_NO_TOKEN; /* an event of its own */
    at = act_head(g, at);
  }
  if (at == ACT_ROOT || at > token)
    return ACT_NO_TOKEN;
  for (uint32_t t = at + 1; t < token; t++)
    if (act_tok(g, t)->upos == ACT_UPOS_VERB)
      return ACT_NO_TOKEN;
  return at;
}

static bool gives_date(const act_time *t)
{
  return t->kind != ACT_TIME_DURATION || t->date.year;
}

/* The first expression of the sentence that a way of looking finds to hang from an anchor. */
static bool find_date(const act_relating *g,
                      const uint32_t *anchor,
                      size_t count,
                      uint32_t (*look)(const act_relating *, uint32_t),
                      act_candidate *out)
{
  for (size_t k = 0; k < count; k++)
    for (size_t i = act_times_first(&g->times, g->sentence_index);
         i < g->times.items.count && g->times.items.data[i].sentence == g->sentence_index;
         i++) {
      const act_time *t = &g->times.items.data[i];
      if (!gives_date(t) || look(g, t->head) != anchor[k])
        continue;
      out->date = t->date;
      out->date_end = t->date_end;
      return true;
    }
  return false;
}

/* A noun in apposition or behind "be" names a state, which the clause's time does not date. */
static bool is_dateless(const act_relating *g, const act_frame *frame)
{
  return frame->kind == ACT_RULE_BE && !act_is_verbal(g, frame->token) &&
         act_child(g, frame->token, ACT_DEP_COP) == ACT_NO_TOKEN;
}

/* "met Y last week and is expected to meet Z": what is planned is not dated by what has been. */
static bool is_bygone(const act_relating *g, const act_candidate *c)
{
  act_date today = g->annotation->document->date, date = c->date;
  if (c->status != ACTANT_PLANNED || !date.year || !today.year)
    return false;
  if (date.year != today.year || !date.month || !today.month)
    return date.year < today.year;
  return date.month < today.month ||
         (date.month == today.month && date.day && date.day < today.day);
}

/* "The truce of 2020 was mediated by X": who brings an event about does so when it comes about. */
static size_t brought_about(const act_relating *g, const act_frame *frame, uint32_t out[ANCHORS])
{
  static const char *const verbs[] = { "mediate",  "broker",     "sign", "negotiate",
                                       "conclude", "facilitate", "host", NULL };
  size_t count = 0;
  bool brings = false;
  for (size_t i = 0; frame->kind == ACT_RULE_VERB && verbs[i]; i++)
    brings |= act_lemma_is(g, frame->token, verbs[i]);
  for (size_t i = 0; brings && i < frame->argument_count && count < ANCHORS; i++)
    if (frame->arguments[i].role == ACT_ARG_OBJECT &&
        g->resolution->mention_of[frame->arguments[i].token] == ACT_NO_MENTION)
      out[count++] = frame->arguments[i].token;
  return count;
}

void act_date_frame(const act_relating *g, const act_frame *frame, act_candidate *out)
{
  uint32_t anchor[ANCHORS];
  if (is_dateless(g, frame))
    return;
  size_t count = anchors(g, frame, anchor);
  if (find_date(g, anchor, 1, governor, out))
    return;
  if (find_date(g, anchor + 1, count - 1, governor, out) && !is_bygone(g, out))
    return;
  out->date = out->date_end = (act_date){ 0, 0, 0 };
  if (find_date(g, anchor, 1, distant_governor, out))
    return;
  count = brought_about(g, frame, anchor);
  (void)find_date(g, anchor, count, governor, out);
}

static bool has_place_case(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c) {
    if (act_dep(g, c) == ACT_DEP_CASE &&
        act_word_in(g->vocabulary, act_form_word(g, c), ACT_SET_PLACE_OF))
      return true;
  }
  return false;
}

/* "discussed the crisis in Yville": the place is that of what is spoken of. */
static bool is_of_topic(const act_relating *g, uint32_t verb, uint32_t place)
{
  static const char *const verbs[] = { "discuss",   "debate",    "review",   "address", "condemn",
                                       "criticise", "criticize", "denounce", "deplore", "raise",
                                       "monitor",   "resolve",   "describe", NULL };
  bool speaks = false;
  uint32_t from = place;
  for (size_t i = 0; verbs[i]; i++)
    speaks |= act_lemma_is(g, verb, verbs[i]);
  ACT_EACH_CHILD (g, place, c)
    from = c < from ? c : from;
  return speaks && from > g->tree.base && from - 1 > verb &&
         act_tok(g, from - 1)->upos == ACT_UPOS_NOUN;
}

static uint32_t place_of(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    uint32_t place = dep == ACT_DEP_OBL || dep == ACT_DEP_NMOD ? place_at(g, c) : ACT_NO_ENTITY;
    if (place != ACT_NO_ENTITY && has_place_case(g, c) && !is_of_topic(g, token, c))
      return place;
  }
  return ACT_NO_ENTITY;
}

/* "at a ceremony in Y", "met the minister, Z, in Y": one noun further down. */
static uint32_t place_below(const act_relating *g, uint32_t token)
{
  uint32_t place = place_of(g, token);
  ACT_EACH_CHILD (g, token, c) {
    uint8_t dep = act_dep(g, c);
    bool occasion =
      dep == ACT_DEP_OBL && g->resolution->mention_of[c] == ACT_NO_MENTION && has_place_case(g, c);
    if (place == ACT_NO_ENTITY && (occasion || dep == ACT_DEP_APPOS))
      place = place_of(g, c);
  }
  return place;
}

/* "talks with Z in Y", "met Z in Y": the object's own place is the event's, when the object is a
 * person or the event itself. */
static bool shares_place(const act_relating *g, uint32_t token)
{
  if (g->resolution->mention_of[token] != ACT_NO_MENTION)
    return true;
  uint64_t key = act_trigger_key(act_word(g, token), ACT_RULE_NOUN);
  return act_map_get(&g->vocabulary->first_trigger, key) != ACT_NO_VALUE;
}

void act_place_frame(const act_relating *g, const act_frame *frame, act_candidate *out)
{
  uint32_t anchor[ANCHORS];
  size_t count = anchors(g, frame, anchor);
  uint32_t where = where_of(g, frame->token);
  if (where != ACT_NO_TOKEN)
    out->place = place_at(g, where);
  for (size_t k = 0; k < count && out->place == ACT_NO_ENTITY; k++)
    out->place = place_of(g, anchor[k]);
  for (size_t i = 0; i < frame->argument_count && out->place == ACT_NO_ENTITY; i++)
    if (frame->arguments[i].role != ACT_ARG_SUBJECT && frame->arguments[i].role != ACT_ARG_OWNER &&
        shares_place(g, frame->arguments[i].token))
      out->place = place_below(g, frame->arguments[i].token);
  for (size_t k = 0; k < count && out->place == ACT_NO_ENTITY; k++)
    out->place = place_below(g, anchor[k]);
}
