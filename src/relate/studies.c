/* SPDX-License-Identifier: MIT */
/* Degrees in rows: "holds a B.A. in zoology from Y and a doctorate from Z", "earned degrees at Y, Z
   and Xville College".

   Abbreviations and fields of study break trees, and only the first degree hangs from its verb. So
   the words are read leftwards from the school: a preposition, the field, a degree; a school joined
   to one that a degree is from has one as well.  Whose it is says the subject of the verb of
   studies in front.
*/
#include "relate/relating.h"

#include <string.h>

enum {
  FIELD = 12, /* tokens from the preposition back to the degree */
  BACK = 60,  /* tokens back to the verb */
  SURE = 820,
};

typedef struct studies {
  uint32_t holder, holder_token, verb;
  uint32_t end; /* behind the school before, or ACT_NO_TOKEN */
} studies;

static const act_mention *name_at(const act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token];
  const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
  return m && m->referent_count == 1 && m->first >= g->sentence->first && m->end <= g->sentence->end
           ? m
           : NULL;
}

static actant_entity_type type_of(const act_relating *g, const act_mention *m)
{
  return g->resolution->entities.data[g->resolution->referents.data[m->referents]].type;
}

static bool has(const act_relating *g, uint32_t token, act_engine_set set)
{
  return act_in(g, token, set) || act_word_in(g->vocabulary, act_form_word(g, token), set);
}

static bool is_school(const act_relating *g, const act_mention *m)
{
  if (m->form != ACTANT_NAME || type_of(g, m) != ACTANT_ORGANISATION)
    return false;
  for (uint32_t t = m->first; t < m->end; t++)
    if (has(g, t, ACT_SET_SCHOOL_NOUN))
      return true;
  return false;
}

/* The degree that the words in front of a preposition tell of, or ACT_NO_TOKEN. */
static uint32_t degree_before(const act_relating *g, uint32_t preposition)
{
  for (uint32_t t = preposition; t-- > g->sentence->first && t + FIELD > preposition;) {
    uint8_t upos = act_tok(g, t)->upos;
    if (has(g, t, ACT_SET_DEGREE))
      return t;
    if (upos == ACT_UPOS_VERB || upos == ACT_UPOS_AUX || upos == ACT_UPOS_SCONJ ||
        upos == ACT_UPOS_PRON || act_lower_is(g, t, ";"))
      break;
    const act_mention *m = name_at(g, t);
    if (m && m->form == ACTANT_NAME && type_of(g, m) != ACTANT_ORGANISATION &&
        type_of(g, m) != ACTANT_PLACE)
      break;
  }
  return ACT_NO_TOKEN;
}

/* The subject of the nearest verb of studies in front, no other finite verb between. */
static bool find_holder(const act_relating *g, uint32_t degree, studies *s)
{
  for (uint32_t t = degree; t-- > g->sentence->first && t + BACK > degree;) {
    uint8_t xpos = act_tok(g, t)->xpos;
    if (act_tok(g, t)->upos != ACT_UPOS_VERB)
      continue;
    if (act_in(g, t, ACT_SET_STUDYING)) {
      uint16_t quality = 1000;
      uint32_t subject = act_subject(g, t, &quality);
      const act_mention *m = subject == ACT_NO_TOKEN ? NULL : name_at(g, subject);
      if (!m || type_of(g, m) != ACTANT_PERSON)
        return false;
      s->holder = g->resolution->referents.data[m->referents];
      s->holder_token = m->head;
      s->verb = t;
      return true;
    }
    if (xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBZ || xpos == ACT_XPOS_VBP)
      return false;
  }
  return false;
}

static void state(act_relating *g, const studies *s, const act_mention *school)
{
  uint32_t relation = act_relation_find(g->vocabulary, "educated_at", strlen("educated_at"));
  act_frame frame;
  if (relation == UINT32_MAX || !act_frame_build(g, s->verb, ACT_RULE_VERB, &frame))
    return;
  act_reading reading = act_read_frame(g, &frame);
  act_candidate c =
    act_candidate_new(g, s->holder, relation, g->resolution->referents.data[school->referents]);
  c.subject_token = s->holder_token;
  c.object_token = school->head;
  c.trigger = s->verb;
  c.status = reading.status;
  c.past = reading.past;
  c.attributed_to = reading.speaker;
  c.rule = "studies";
  c.confidence = SURE;
  act_keep(g, c);
}

/* "from the Y", "at Y" */
static uint32_t preposition_of(const act_relating *g, const act_mention *school)
{
  static const char *const words[] = { "from", "at", "in", "of", NULL };
  uint32_t t = school->first;
  if (t > g->sentence->first && act_lower_is(g, t - 1, "the"))
    t--;
  return t > g->sentence->first && act_lower_is_any(g, t - 1, words) ? t - 1 : ACT_NO_TOKEN;
}

/* ", Y", "and the Y" right behind the school before. */
static bool goes_on(const act_relating *g, const studies *s, const act_mention *school)
{
  uint32_t t = school->first;
  if (s->end == ACT_NO_TOKEN || t < s->end)
    return false;
  static const char *const joints[] = { ",", "and", "the", "&", NULL };
  for (uint32_t at = s->end; at < t; at++)
    if (!act_lower_is_any(g, at, joints))
      return false;
  return t > s->end;
}

void act_studies_sentence(act_relating *g)
{
  studies s = { .end = ACT_NO_TOKEN };
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    const act_mention *m = name_at(g, t);
    if (!m || !is_school(g, m))
      continue;
    uint32_t preposition = preposition_of(g, m);
    uint32_t degree = preposition == ACT_NO_TOKEN ? ACT_NO_TOKEN : degree_before(g, preposition);
    bool holds = degree != ACT_NO_TOKEN ? find_holder(g, degree, &s) : goes_on(g, &s, m);
    s.end = holds ? m->end : ACT_NO_TOKEN;
    if (holds)
      state(g, &s, m);
  }
}
