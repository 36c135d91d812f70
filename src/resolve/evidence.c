/* SPDX-License-Identifier: MIT */
/* What the words around a name say about its type, read from the page, since parsers lose long
   appositions: the noun right before it ("the lens maker X", "pianist X"), the apposition behind it
   ("X, a builder", "X, 34,", "X, who", "X, which"), the verbs and nouns of companies, "the town of
   X".  One place proves little; types.c and unclaimed.c add up what a document says. */
#include "resolve/evidence.h"

enum { APPOSITION = 12 }; /* tokens that the phrase of an apposition may have before its noun */

static const act_sentence *sentence_at(const act_resolver *r, uint32_t token)
{
  return &r->a->sentences.data[r->sentence_of[token]];
}

bool act_is_trade(const act_resolver *r, uint32_t token)
{
  return act_form_in(r,
                     token,
                     "maker developer operator retailer lender utility giant builder insurer "
                     "manufacturer provider broadcaster producer supplier exporter importer "
                     "distributor miner brewer startup start-up conglomerate subsidiary carmaker "
                     "chipmaker drugmaker automaker airline chain label carrier processor refiner "
                     "distiller shipbuilder steelmaker wholesaler shipper contractor affiliate "
                     "multinational bidder");
}

/* What a common noun calls somebody: an entity type, or ACT_TYPE_UNKNOWN. */
static uint8_t class_of(const act_resolver *r, uint32_t floor, uint32_t token)
{
  act_noun noun;
  const act_token *t = act_token_at(r, token);
  if ((t->upos != ACT_UPOS_NOUN && t->upos != ACT_UPOS_ADJ) || t->xpos == ACT_XPOS_NNS ||
      act_capitalised(r, token))
    return ACT_TYPE_UNKNOWN;
  if (act_is_trade(r, token))
    return ACTANT_ORGANISATION;
  if (act_noun_longest(r->a, floor, token, &noun) == ACT_NO_TOKEN)
    return ACT_TYPE_UNKNOWN;
  switch (noun.type) {
    case ACT_NOUN_PERSON:
      return ACTANT_PERSON;
    case ACT_NOUN_ORGANISATION:
      return noun.sub != ACT_SUB_ACTING && noun.sub != ACT_SUB_NONE ? ACTANT_ORGANISATION
                                                                    : ACT_TYPE_UNKNOWN;
    case ACT_NOUN_PLACE:
      return noun.sub != ACT_SUB_NONE && noun.sub != ACT_SUB_COUNTRY ? ACTANT_PLACE
                                                                     : ACT_TYPE_UNKNOWN;
    default:
      return ACT_TYPE_UNKNOWN;
  }
}

/* "bought Swedish rival X" is a company's rival. */
static bool is_bought(const act_resolver *r, uint32_t floor, uint32_t token)
{
  for (uint32_t t = token; t > floor && token - t < 5; t--)
    if (act_lemma_among(r, t - 1, "buy acquire purchase own sell merge") ||
        act_form_in(r, t - 1, "bought acquired buys acquires acquiring buying"))
      return true;
  return false;
}

static bool is_place_at(const act_resolver *r, uint32_t token)
{
  uint32_t i = r->covered[token];
  return i != ACT_NO_CANDIDATE && r->candidates.data[i].form == ACTANT_NAME &&
         r->candidates.data[i].type == ACTANT_PLACE &&
         r->candidates.data[i].record != ACT_NO_RECORD;
}

/* "in Xville, Ohio", "Lyon, X, France": a place in a longer address. */
static void weigh_address(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e)
{
  const act_sentence *s = sentence_at(r, first);
  if (end + 1 >= s->end || first < s->first + 2 || !act_form_is(r, end, ",") ||
      !is_place_at(r, end + 1))
    return;
  if (act_form_in(r, first - 1, "in near at from") ||
      (act_form_is(r, first - 1, ",") && is_place_at(r, first - 2)))
    e->of[ACTANT_PLACE] += 3;
}

static void weigh_before(const act_resolver *r, uint32_t first, act_evidence *e)
{
  uint32_t floor = sentence_at(r, first)->first;
  if (first == floor)
    return;
  uint32_t before = first - 1;
  if (act_form_in(r, before, "née nee"))
    e->of[ACTANT_PERSON] += 3;
  if (act_form_is(r, before, "of") && before > floor &&
      act_form_in(r,
                  before - 1,
                  "town city village province district island capital port region municipality "
                  "suburb county settlement hamlet township outskirts coast")) {
    e->of[ACTANT_PLACE] += 3;
    return;
  }
  const act_token *name = act_token_at(r, act_span_head(r, first, first + 1));
  if (act_form_is(r, before, "in") && name->head != ACT_ROOT &&
      act_token_at(r, name->head)->upos == ACT_UPOS_VERB &&
      act_lemma_among(r, name->head, "bear die live grow settle reside base raise bury")) {
    e->of[ACTANT_PLACE] += 3;
    return;
  }
  if (act_form_is(r, before, "rival"))
    e->of[ACTANT_ORGANISATION] += is_bought(r, floor, before) ? 2 : 0;
  else {
    uint8_t type = class_of(r, floor, before);
    if (type != ACT_TYPE_UNKNOWN && type != ACTANT_PLACE)
      e->of[type] += 2;
  }
}

/* The head noun of "a German maker of lenses", "the Estonian drone delivery company": the last noun
 * before the phrase ends. */
static uint32_t apposed_noun(const act_resolver *r, uint32_t start, const act_sentence *s)
{
  uint32_t noun = ACT_NO_TOKEN;
  for (uint32_t t = start; t < s->end && t - start < APPOSITION; t++) {
    const act_token *token = act_token_at(r, t);
    bool part = token->upos == ACT_UPOS_ADJ || token->upos == ACT_UPOS_NOUN ||
                token->upos == ACT_UPOS_PROPN || token->upos == ACT_UPOS_DET ||
                token->upos == ACT_UPOS_NUM || token->upos == ACT_UPOS_ADV ||
                token->xpos == ACT_XPOS_HYPH || token->xpos == ACT_XPOS_POS ||
                token->xpos == ACT_XPOS_PRP_POSS || token->xpos == ACT_XPOS_VBN;
    if (!part)
      break;
    noun = token->upos == ACT_UPOS_NOUN ? t : noun;
  }
  return noun;
}

uint8_t act_type_of_phrase(const act_resolver *r, uint32_t start, const act_sentence *s)
{
  uint32_t noun = apposed_noun(r, start, s);
  return noun == ACT_NO_TOKEN ? ACT_TYPE_UNKNOWN : class_of(r, start, noun);
}

static void weigh_behind(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e)
{
  const act_sentence *s = sentence_at(r, end - 1);
  bool inner = first > s->first && (act_token_at(r, first - 1)->upos == ACT_UPOS_ADP ||
                                    act_token_at(r, first - 1)->upos == ACT_UPOS_DET);
  if (end + 1 >= s->end)
    return;
  bool compound = act_token_at(r, end)->upos == ACT_UPOS_NOUN &&
                  act_token_at(r, end - 1)->head == end &&
                  act_token_at(r, end - 1)->deprel == ACT_DEP_COMPOUND;
  uint8_t kind = compound ? class_of(r, end, end) : ACT_TYPE_UNKNOWN;
  if (kind == ACTANT_ORGANISATION || kind == ACTANT_PLACE)
    e->of[kind] += 3; /* "the X cartel", "the X province" */
  if (compound && act_form_in(r, end, "rebels militants fighters guerrillas insurgents gunmen"))
    e->of[ACTANT_ORGANISATION] += 3;
  if (act_form_is(r, end, "who") && !inner)
    e->of[ACTANT_PERSON] += 2;
  if (!act_form_is(r, end, ","))
    return;
  uint32_t next = end + 1;
  act_text form = act_token_form(r->a, next);
  if (inner && act_form_in(r, next, "who whose whom which"))
    return; /* "X of the Herald, who" */
  if (act_form_in(r, next, "who whose whom"))
    e->of[ACTANT_PERSON] += act_form_is(r, next, "whose") ? 1 : 3;
  else if (act_form_is(r, next, "which"))
    e->of[ACTANT_ORGANISATION] += 1, e->thing = true;
  else if (form.size == 2 && form.bytes[0] >= '1' && form.bytes[0] <= '9' && next + 1 < s->end &&
           act_form_is(r, next + 1, ","))
    e->of[ACTANT_PERSON] += 3;
  else if (act_form_in(r, next, "a an the") || act_token_at(r, next)->xpos == ACT_XPOS_PRP_POSS) {
    uint8_t type = act_type_of_phrase(r, next + 1, s);
    uint32_t noun = apposed_noun(r, next + 1, s);
    if (noun != ACT_NO_TOKEN && noun + 1 < s->end && act_form_is(r, noun, "leader") &&
        act_form_is(r, noun + 1, "in"))
      type = ACTANT_ORGANISATION; /* "X, the leader in vaccines" */
    if (type != ACT_TYPE_UNKNOWN)
      e->of[type] += 3;
  }
}

static bool is_long_body(const act_resolver *r, uint32_t token)
{
  uint32_t i = r->covered[token];
  if (i == ACT_NO_CANDIDATE || r->candidates.data[i].type != ACTANT_ORGANISATION)
    return false;
  const act_candidate *c = &r->candidates.data[i];
  return c->form == ACTANT_NAME && !c->dropped && c->end - c->first > 2;
}

/* "with X and the Federal Bureau of Roads": coordinated with a body that is surely one. */
static bool is_beside_body(const act_resolver *r, uint32_t head)
{
  const act_token *token = act_token_at(r, head);
  if (act_preposition_of(r, head) == ACT_NO_TOKEN && token->deprel != ACT_DEP_CONJ)
    return false;
  if (token->deprel == ACT_DEP_CONJ && token->head != ACT_ROOT)
    return is_long_body(r, token->head) && act_preposition_of(r, token->head) != ACT_NO_TOKEN;
  uint32_t conjunct = act_dependent_of(r, head, ACT_DEP_CONJ);
  return conjunct != ACT_NO_TOKEN && is_long_body(r, conjunct);
}

/* What companies do, what is done to them, and what they have. */
static void weigh_relation(const act_resolver *r, uint32_t head, uint32_t last, act_evidence *e)
{
  const act_token *token = act_token_at(r, head);
  if (act_is_body(r, head, last))
    e->of[ACTANT_ORGANISATION] += 3;
  if (is_beside_body(r, head))
    e->of[ACTANT_ORGANISATION] += 2;
  if (last + 1 < sentence_at(r, last)->end &&
      act_form_in(r, last + 1, "midfielder striker goalkeeper winger defender full-back"))
    e->of[ACTANT_ORGANISATION] += 3;
  if (token->head == ACT_ROOT)
    return;
  if (token->deprel == ACT_DEP_NSUBJ_PASS &&
      act_lemma_among(
        r, token->head, "found establish headquarter own acquire privatise list base"))
    e->of[ACTANT_ORGANISATION] += 3;
  if (token->deprel == ACT_DEP_NSUBJ &&
      act_lemma_among(r, token->head, "employ report acquire fine"))
    e->of[ACTANT_ORGANISATION] += act_lemma_among(r, token->head, "employ acquire fine") ? 2 : 1;
}

bool act_is_club_word(const act_resolver *r, uint32_t token)
{
  return act_form_in(r,
                     token,
                     "city united rovers town county athletic wanderers albion hotspur rangers "
                     "wednesday argyle orient harriers villa fc afc cf");
}

bool act_is_body_suffix(const act_resolver *r, uint32_t token)
{
  static const char suffixes[] =
    "inc inc. corp corp. ltd ltd. plc llc ag gmbh oyj asa nv n.v. sa s.a. ab spa s.p.a. sarl kk "
    "holdings instruments marine partners records ventures systems motors foods media renewables "
    "industries technologies pharmaceuticals airlines airways logistics robotics biotech capital "
    "laboratories labs networks software semiconductors petroleum resources mining steel chemicals "
    "electric electronics energy insurance bank textiles breweries studios pictures shipping grid "
    "telecom power utilities properties solutions enterprises investments therapeutics";
  return act_form_in(r, token, suffixes);
}

static void weigh_words(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e)
{
  uint32_t lists =
    act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, end - 1)->lower]);
  if (end - first > 1 && (act_is_body_suffix(r, end - 1) ||
                          ((lists & ACT_LIST_ORG_WORD) && !(lists & ACT_LIST_SURNAME))))
    e->of[ACTANT_ORGANISATION] += 4, e->word += 4;
}

uint32_t act_span_head(const act_resolver *r, uint32_t first, uint32_t end)
{
  for (uint32_t t = first; t < end; t++)
    if (act_token_at(r, t)->head == ACT_ROOT || act_token_at(r, t)->head < first ||
        act_token_at(r, t)->head >= end)
      return t;
  return first;
}

void act_weigh_name(const act_resolver *r, uint32_t first, uint32_t end, act_evidence *e)
{
  weigh_words(r, first, end, e);
  weigh_before(r, first, e);
  weigh_address(r, first, end, e);
  weigh_behind(r, first, end, e);
  act_weigh_ties(r, first, end, e);
  if (sentence_at(r, first)->parsed)
    weigh_relation(r, act_span_head(r, first, end), end - 1, e);
}
