/* SPDX-License-Identifier: MIT */
/* What an office, work, study, descent or a verb right beside a name says about its type: "the head
   of X", "worked at X", "X was born", "X is a village", "X (NYSE: XYL)".  Read from the page like
   the rest of the evidence (evidence.c); a name in a list ("at X and Y", "firms such as X, Y and
   Z") has what the first of the list has. */
#include "resolve/evidence.h"

enum {
  LIST = 24,  /* tokens that a list of names is followed back over */
  BETWEEN = 4 /* common words between a preposition and the name: "of the fashion house X" */
};

static const act_sentence *sentence_at(const act_resolver *r, uint32_t token)
{
  return &r->a->sentences.data[r->sentence_of[token]];
}

/* The first token of the list that a name stands in: "X" for "Z" in "X, Y and Z". */
static uint32_t list_start(const act_resolver *r, uint32_t first, uint32_t floor)
{
  uint32_t start = first;
  for (uint32_t t = first; t > floor + 1 && first - t < LIST; t--) {
    bool name = act_capitalised(r, t - 1) || act_form_in(r, t - 1, "'s of");
    if (!name && !act_form_in(r, t - 1, ", and or &"))
      break;
    start = name ? t - 1 : start;
  }
  return start;
}

/* The token before articles and common words in front of a name. */
static uint32_t before_phrase(const act_resolver *r, uint32_t first, uint32_t floor)
{
  uint32_t t = first;
  while (t > floor && first - t < BETWEEN) {
    const act_token *token = act_token_at(r, t - 1);
    bool part = token->upos == ACT_UPOS_DET || token->upos == ACT_UPOS_ADJ ||
                (token->upos == ACT_UPOS_NOUN && token->xpos == ACT_XPOS_NN) ||
                act_form_in(r, t - 1, "“ \"");
    if (!part || act_form_in(r, t - 1, "genus species family order"))
      break;
    t--;
  }
  return t > floor ? t - 1 : ACT_NO_TOKEN;
}

/* "head of X", "professor at X", "mayor of X", "daughter of X", "a stake in X". */
static void weigh_noun(const act_resolver *r, uint32_t head, uint32_t preposition, act_evidence *e)
{
  act_noun noun;
  uint32_t floor = sentence_at(r, head)->first;
  bool of = act_form_is(r, preposition, "of"), at = act_form_in(r, preposition, "at with");
  if (of &&
      act_form_in(r, head, "mayor governor bishop archbishop king queen duke earl emir sultan"))
    e->of[ACTANT_PLACE] += 3;
  else if (of && act_form_in(r,
                             head,
                             "resident residents native inhabitants outskirts suburb north "
                             "south east west northeast northwest southeast southwest"))
    e->of[ACTANT_PLACE] += 3;
  else if (act_form_in(
             r, head, "stake shares investment shareholder shareholders investor investors"))
    e->of[ACTANT_ORGANISATION] += act_form_in(r, preposition, "in of") ? 3 : 0;
  else if (act_form_in(r,
                       head,
                       "subsidiary affiliate headquarters acquisition takeover employees "
                       "customers division"))
    e->of[ACTANT_ORGANISATION] += of ? 3 : 0;
  else if (act_form_is(r, head, "company") && head > floor && act_form_is(r, head - 1, "parent"))
    e->of[ACTANT_ORGANISATION] += act_form_in(r, preposition, "of to for") ? 3 : 0;
  else if (act_noun_longest(r->a, floor, head, &noun) == ACT_NO_TOKEN || !noun.has_role)
    return;
  else if (noun.kin)
    e->of[ACTANT_PERSON] += of ? 3 : 0;
  else if (noun.of != 'O')
    return;
  else if (noun.role == ACT_ROLE_FOUNDER || noun.role == ACT_ROLE_LEADER)
    e->of[ACTANT_ORGANISATION] +=
      of || at ? act_form_in(r, head, "leader captain chief commander head boss") ? 1 : 3 : 0;
  else if (noun.role == ACT_ROLE_WORKER)
    e->of[ACTANT_ORGANISATION] += at ? 3 : 0;
  else if (noun.role == ACT_ROLE_MEMBER)
    e->of[ACTANT_ORGANISATION] += of ? 2 : 0;
}

/* Verbs with their prepositions, and what they say of the name behind. */
typedef struct verb_tie {
  const char *verbs, *prepositions;
  uint8_t type;
  int weight;
} verb_tie;

static const verb_tie verb_ties[] = {
  { "work study teach educate enrol enroll lecture matriculate graduate",
    "at",
    ACTANT_ORGANISATION,
    3 },
  { "work", "for with", ACTANT_ORGANISATION, 1 },
  { "graduate", "from", ACTANT_ORGANISATION, 3 },
  { "resign", "from", ACTANT_ORGANISATION, 2 },
  { "employ", "by", ACTANT_ORGANISATION, 2 },
  { "found co-found create write direct chair", "by", ACTANT_PERSON, 2 },
  { "study train serve", "under", ACTANT_PERSON, 2 },
  { "marry", "to", ACTANT_PERSON, 3 },
};

/* "graduated from X", "worked at X", "studied under X". */
static void weigh_verb_phrase(const act_resolver *r,
                              uint32_t verb,
                              uint32_t preposition,
                              act_evidence *e)
{
  for (size_t i = 0; i < sizeof verb_ties / sizeof *verb_ties; i++)
    if (act_form_in(r, preposition, verb_ties[i].prepositions) &&
        act_lemma_among(r, verb, verb_ties[i].verbs))
      e->of[verb_ties[i].type] += verb_ties[i].weight;
}

/* "the X series": a common noun behind the name is what the words before are about. */
static bool is_modifier(const act_resolver *r, uint32_t end)
{
  const act_token *token = act_token_at(r, end - 1);
  return end < sentence_at(r, end - 1)->end && token->head == end &&
         token->deprel == ACT_DEP_COMPOUND && act_token_at(r, end)->upos == ACT_UPOS_NOUN;
}

static void weigh_front(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e)
{
  uint32_t floor = sentence_at(r, first)->first, start = first;
  if (first > floor && act_form_in(r, first - 1, "and or &"))
    start = list_start(r, first, floor);
  if (is_modifier(r, end))
    return;
  uint32_t before = before_phrase(r, start, floor);
  if (before == ACT_NO_TOKEN || before == floor)
    return;
  if (act_token_at(r, before)->upos == ACT_UPOS_ADP) {
    if (act_token_at(r, before - 1)->upos == ACT_UPOS_VERB)
      weigh_verb_phrase(r, before - 1, before, e);
    else
      weigh_noun(r, before - 1, before, e);
  } else if (act_token_at(r, before)->upos == ACT_UPOS_VERB && start == first) {
    if (act_lemma_among(r, before, "attend join found co-found"))
      e->of[ACTANT_ORGANISATION] += 2;
    else if (act_lemma_among(r, before, "marry"))
      e->of[ACTANT_PERSON] += 3;
    else if (act_lemma_among(r, before, "tell") && act_form_is(r, first - 1, "the"))
      e->of[ACTANT_ORGANISATION] += 3; /* a newspaper */
  }
}

/* "two children, X and Y", "her sons X and Y". */
static void weigh_kin(const act_resolver *r, uint32_t first, act_evidence *e)
{
  const uint32_t floor = sentence_at(r, first)->first;
  uint32_t t = list_start(r, first, floor);
  t -= t > floor && act_form_in(r, t - 1, ", : —");
  act_noun noun;
  if (t > floor && act_token_at(r, t - 1)->xpos == ACT_XPOS_NNS &&
      (act_form_in(r, t - 1, "children kids siblings twins") ||
       (act_noun_longest(r->a, floor, t - 1, &noun) != ACT_NO_TOKEN && noun.kin)))
    e->of[ACTANT_PERSON] += 3;
}

/* "banks such as X, Y and Z": a plural noun says what all of them are. */
static void weigh_examples(const act_resolver *r, uint32_t first, act_evidence *e)
{
  uint32_t floor = sentence_at(r, first)->first, t = list_start(r, first, floor);
  act_noun noun;
  if (t < floor + 2)
    return;
  if (act_form_is(r, t - 1, "as") && act_form_is(r, t - 2, "such"))
    t -= 2;
  else if (act_form_in(r, t - 1, "including like"))
    t--;
  else
    return;
  t -= t > floor && act_form_is(r, t - 1, ",");
  if (t == floor || act_token_at(r, t - 1)->xpos != ACT_XPOS_NNS ||
      act_noun_longest(r->a, floor, t - 1, &noun) == ACT_NO_TOKEN)
    return;
  if (noun.type == ACT_NOUN_PERSON)
    e->of[ACTANT_PERSON] += 3;
  else if (noun.sub == ACT_SUB_COMPANY || noun.sub == ACT_SUB_CLUB || noun.sub == ACT_SUB_PARTY)
    e->of[ACTANT_ORGANISATION] += 3;
  else if (noun.type == ACT_NOUN_PLACE && noun.sub != ACT_SUB_NONE)
    e->of[ACTANT_PLACE] += 3;
}

/* "X was born", "X was founded". */
static void weigh_passive(const act_resolver *r, uint32_t verb, act_evidence *e)
{
  if (act_form_in(r,
                  verb,
                  "born educated raised married arrested appointed elected sentenced jailed "
                  "murdered assassinated buried christened ordained knighted"))
    e->of[ACTANT_PERSON] += 3;
  else if (act_form_in(r, verb, "founded established acquired headquartered incorporated"))
    e->of[ACTANT_ORGANISATION] += 3;
}

/* "X lives", "X was born", "X is a painter". */
static void weigh_predicate(const act_resolver *r, uint32_t end, act_evidence *e)
{
  const act_sentence *s = sentence_at(r, end - 1);
  uint32_t t = end;
  while (t + 1 < s->end && act_form_in(r, t, "also then now currently previously later"))
    t++;
  if (t + 1 >= s->end)
    return;
  if (act_form_in(
        r, t, "lives resides graduated attended earned studied married died retired lived resided"))
    e->of[ACTANT_PERSON] += 3;
  if (!act_form_in(r, t, "is was became remains has"))
    return;
  uint32_t next = t + 1;
  while (next + 1 < s->end &&
         act_form_in(r, next, "also then now currently previously been happily"))
    next++;
  weigh_passive(r, next, e);
  if (!act_form_in(r, t, "is was became remains") || !act_form_in(r, next, "a an the"))
    return;
  uint8_t type = act_type_of_phrase(r, next + 1, s);
  if (type != ACT_TYPE_UNKNOWN)
    e->of[type] += 3;
}

/* "X (NYSE: XYL)", "X (born 1950)", "X, based in". */
static void weigh_aside(const act_resolver *r, uint32_t end, act_evidence *e)
{
  const act_sentence *s = sentence_at(r, end - 1);
  if (end + 2 >= s->end || !act_form_in(r, end, "( ,"))
    return;
  bool bracket = act_form_is(r, end, "(");
  if (bracket && act_form_in(r, end + 1, "nasdaq nyse tsx lse asx tse bse nse amex euronext"))
    e->of[ACTANT_ORGANISATION] += 4;
  else if (act_form_in(r, end + 1, "born b. née nee"))
    e->of[ACTANT_PERSON] += 3;
  else if (!bracket && act_form_in(r, end + 1, "headquartered"))
    e->of[ACTANT_ORGANISATION] += 3;
}

/* "X CEO Ina Quist", "X's chief executive": an officer of bodies right behind; "X's death". */
static void weigh_officer(const act_resolver *r, uint32_t end, act_evidence *e)
{
  const act_sentence *s = sentence_at(r, end - 1);
  uint32_t start = end < s->end && act_token_at(r, end)->xpos == ACT_XPOS_POS ? end + 1 : end;
  act_noun noun;
  if (start > end && start < s->end &&
      (act_form_in(r, start, "death birth life career childhood marriage family widow") ||
       (act_noun_at(r->a, start, start + 1, &noun) && noun.kin))) {
    e->of[ACTANT_PERSON] += 2;
    return;
  }
  for (uint32_t t = start; t < s->end && t - start < BETWEEN; t++)
    if (act_noun_at(r->a, start, t + 1, &noun) && noun.has_role && noun.of == 'O' &&
        (noun.role == ACT_ROLE_LEADER || noun.role == ACT_ROLE_FOUNDER) &&
        !act_form_in(r, t, "leader captain coach manager boss chief commander head editor")) {
      e->of[ACTANT_ORGANISATION] += 3;
      return;
    }
}

void act_weigh_ties(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e)
{
  weigh_front(r, first, end, e);
  weigh_officer(r, end, e);
  weigh_examples(r, first, e);
  weigh_kin(r, first, e);
  if (end - first == 1 && act_all_capitals(r, first))
    return; /* "the OBE (born 1950)" */
  weigh_predicate(r, end, e);
  weigh_aside(r, end, e);
}
