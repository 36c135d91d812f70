/* SPDX-License-Identifier: MIT */
/* Repairs of one name's span: articles and titles off its front, punctuation off its end, the type
   that its last word or the title before it tells, and what is no name at all: months, bare titles,
   ordinary words, languages, documents and events. */
#include "resolve/evidence.h"
#include "resolve/name_span.h"

bool act_is_title(const act_noun *noun)
{
  return noun->type == ACT_NOUN_HONORIFIC || noun->type == ACT_NOUN_PERSON;
}

/* Move the start behind titles at the front of a person's name, as long as a word of the name
 * stays. */
void act_span_strip(const act_resolver *r, act_name_span *s)
{
  bool dated =
    s->first && s->end - s->first > 1 &&
    act_form_in(
      r, s->first - 1, "in on since by until till of early late mid last this next during from") &&
    act_form_in(
      r,
      s->first,
      "january february march april may june july august september october november december");
  if (dated)
    s->first++;
  for (bool again = true; again && s->end - s->first > 1;) {
    again = false;
    for (uint32_t end = s->end - 1; end > s->first; end--) {
      act_noun noun;
      if (!act_noun_at(r->a, s->first, end, &noun) || !act_is_title(&noun))
        continue;
      if (end == s->first + 1 && s->end - end == 1 &&
          act_form_in(r, s->first, "dean earl duke marshal major guy dick"))
        continue; /* given names first of all */
      uint32_t lists = act_gazetteer_word_lists(
        r->gazetteer, r->a->strings.hashes[act_token_at(r, s->first)->lower]);
      if (end == s->first + 1 && !noun.has_role && noun.type != ACT_NOUN_HONORIFIC &&
          (lists & (ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE)))
        continue; /* "Victor" is a name before it is a victor */
      s->first = end;
      again = true;
      break;
    }
  }
}

void act_span_trim(const act_resolver *r, act_name_span *s)
{
  while (s->first < s->end && (act_token_at(r, s->first)->upos == ACT_UPOS_PUNCT ||
                               act_form_in(r, s->first, "the a an this 's ' ’")))
    s->first++;
  while (s->end > s->first && (act_token_at(r, s->end - 1)->xpos == ACT_XPOS_POS ||
                               act_form_in(r, s->end - 1, "'s ’s , ( \" “ ” - – :")))
    s->end--;
}

bool act_is_legal_form(const act_resolver *r, uint32_t token)
{
  return act_form_in(r,
                     token,
                     "inc inc. corp corp. corporation ltd ltd. limited plc llc co co. ag sa s.a. "
                     "gmbh nv n.v. holdings");
}

/* The word that says what a name is: the last one, or the one before "of" and "for". */
static uint32_t head_word(const act_resolver *r, const act_name_span *s)
{
  for (uint32_t t = s->first + 1; t + 1 < s->end; t++)
    if (act_form_in(r, t, "of for on") || (act_form_is(r, t, ",") && t > s->first + 1))
      return t - 1;
  return s->end - 1;
}

static uint8_t head_word_type(const act_resolver *r, const act_name_span *s)
{
  uint32_t head = head_word(r, s);
  act_noun noun;
  if (s->end - s->first < 2 ||
      (s->finder && s->type == ACTANT_ORGANISATION && act_form_in(r, head, "cross crescent")))
    return ACT_TYPE_UNKNOWN;
  if (s->type != ACTANT_PERSON && act_noun_at(r->a, head, head + 1, &noun)) {
    if (noun.type == ACT_NOUN_ORGANISATION)
      return ACTANT_ORGANISATION;
    if (noun.type == ACT_NOUN_PLACE && noun.sub != ACT_SUB_NONE)
      return ACTANT_PLACE;
  }
  uint32_t lists =
    act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, head)->lower]);
  if (lists & ACT_LIST_SURNAME)
    return ACT_TYPE_UNKNOWN;
  return lists & ACT_LIST_ORG_WORD     ? ACTANT_ORGANISATION
         : lists & ACT_LIST_PLACE_WORD ? ACTANT_PLACE
                                       : ACT_TYPE_UNKNOWN;
}

/* Events, documents, prizes and laws have names, but are none of the three. */
static bool is_other_thing(const act_resolver *r, const act_name_span *s)
{
  static const char things[] =
    "conference summit resolution resolutions agreement agreements treaty accord accords act law "
    "laws bill war wars battle prize award awards medal cup "
    "championship championships olympics games election elections protocol convention declaration "
    "report plan programme program project festival day week month year "
    "constitution amendment deal pact charter memorandum directive regulation code statute "
    "exhibition revolution uprising crisis scandal affair "
    "trophy tournament marathon open derby album song film novel book opera symphony theorem law "
    "disease syndrome virus language bible koran quran";
  uint32_t head = head_word(r, s);
  return s->record == ACT_NO_RECORD && s->type != ACTANT_PERSON && s->end - s->first > 1 &&
         act_form_in(r, head, things);
}

/* "Foreign Ministers of Iran": offices, not a body. */
static bool is_office(const act_resolver *r, const act_name_span *s)
{
  uint32_t head = head_word(r, s);
  act_noun noun;
  if (s->record != ACT_NO_RECORD || s->type == ACTANT_PERSON ||
      act_noun_longest(r->a, s->first, head, &noun) == ACT_NO_TOKEN)
    return false;
  if (noun.type == ACT_NOUN_GROUP)
    return !(
      act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, head)->lower]) &
      ACT_LIST_ORG_WORD);
  return noun.type == ACT_NOUN_PERSON && noun.has_role && noun.role <= ACT_ROLE_OFFICIAL &&
         (act_token_at(r, head)->xpos == ACT_XPOS_NNPS ||
          act_token_at(r, head)->xpos == ACT_XPOS_NNS || head + 1 < s->end);
}

bool act_span_is_other(const act_resolver *r, const act_name_span *s)
{
  return s->first < s->end && (is_other_thing(r, s) || is_office(r, s));
}

/* What an officer of a body is in charge of: "Marketing" in "Marketing Director". */
static bool is_portfolio(const act_resolver *r, uint32_t token)
{
  act_noun noun;
  uint32_t lower = act_token_at(r, token)->lower;
  return r->small[lower] ||
         (act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[lower]) &
          ACT_LIST_ORDINARY) ||
         act_noun_at(r->a, token, token + 1, &noun) ||
         act_form_in(r,
                     token,
                     "marketing finance financial technology technical operations operating sales "
                     "human resources communications creative legal art artistic music musical "
                     "research news sports medical information security policy global regional "
                     "general senior junior executive managing commercial editorial investment "
                     "strategy product engineering scientific clinical academic athletic political "
                     "founding honorary interim acting non-executive independent digital brand "
                     "content design development programme program project public investor risk "
                     "compliance people data science supply retail european american asian african "
                     "international national foreign state federal city county");
}

/* The start of the titles that stand directly before a name: "former Foreign Minister", "Dr",
 * "Apple chief executive" without Apple. */
uint32_t act_title_start(const act_resolver *r, uint32_t floor, uint32_t first)
{
  for (uint32_t at = first; at > floor; first = at) {
    act_noun noun;
    uint32_t found = act_noun_longest(r->a, floor, at - 1, &noun);
    if (found == ACT_NO_TOKEN || !act_is_title(&noun) ||
        act_token_at(r, at - 1)->xpos == ACT_XPOS_NNS)
      break;
    at = found;
    while (noun.has_role && at > floor &&
           (act_token_at(r, at - 1)->deprel == ACT_DEP_COMPOUND ||
            (act_token_at(r, at - 1)->deprel == ACT_DEP_AMOD && act_capitalised(r, at - 1))) &&
           act_token_at(r, at - 1)->upos != ACT_UPOS_PUNCT && !act_all_capitals(r, at - 1) &&
           !(act_capitalised(r, at - 1) && !act_capitalised(r, at) &&
             (at - 1 > floor || noun.of == 'O')) &&
           !(noun.of == 'O' && act_capitalised(r, at - 1) && !is_portfolio(r, at - 1)))
      at--; /* but not over "Rovers" in "Rovers manager", nor over "Xylo" in "Xylo CEO Ina Quist" */
    if (found == first)
      break;
  }
  return first;
}

/* Whether the document writes the word in lower case too. */
static bool seen_small(const act_resolver *r, uint32_t token)
{
  uint32_t lower = act_token_at(r, token)->lower;
  return r->small[lower];
}

/* "F.": of somebody's name, or of nothing. */
static bool is_initial(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  return form.size == 2 && form.bytes[1] == '.';
}

/* Months, weekdays, feasts, bare titles and nouns are no names, whoever says so. */
bool act_span_is_junk(const act_resolver *r, const act_name_span *s)
{
  act_noun noun;
  if (s->record != ACT_NO_RECORD || act_is_ticker(r, s->first) ||
      (s->type == ACTANT_ORGANISATION && s->end - s->first == 1 && act_capitalised(r, s->first) &&
       act_is_club_word(r, s->first)))
    return false;
  bool letters = false;
  for (uint32_t t = s->first; t < s->end; t++)
    letters |= act_capitalised(r, t);
  if (!letters)
    return !act_form_is(r, s->first, "al");
  if (s->end - s->first > 1)
    return false;
  const act_token *token = act_token_at(r, s->first);
  if (s->type != ACTANT_PERSON && is_initial(r, s->first))
    return true;
  if (act_form_in(r,
                  s->first,
                  "january february march april may june july august september october november "
                  "december monday tuesday wednesday "
                  "thursday friday saturday sunday mon tue wed thu fri sat sun christmas easter "
                  "ramadan god covid covid-19 internet mr mrs ms dr sir i tv "
                  "am pm gmt et utc north south east west"))
    return token->upos == ACT_UPOS_PROPN || token->upos == ACT_UPOS_NOUN;
  if (s->type == ACTANT_PERSON && (token->xpos == ACT_XPOS_NNPS || token->xpos == ACT_XPOS_NNS))
    return true;
  if (token->upos == ACT_UPOS_PRON || token->upos == ACT_UPOS_DET || token->upos == ACT_UPOS_AUX)
    return true;
  uint32_t lists = act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[token->lower]);
  if (s->type != ACTANT_PERSON && !act_all_capitals(r, s->first) &&
      ((lists & ACT_LIST_ORDINARY) || seen_small(r, s->first)))
    return true;
  if (!act_noun_at(r->a, s->first, s->end, &noun) ||
      act_form_in(r, s->first, "dean earl duke marshal major king prince") ||
      (s->first && act_form_in(r, s->first - 1, "mr mrs ms mr. mrs. ms.")))
    return false;
  return noun.sub != ACT_SUB_NONE
           ? s->type != ACTANT_PERSON
           : act_is_title(&noun) && (noun.has_role || noun.type == ACT_NOUN_HONORIFIC);
}

bool act_span_is_language(const act_resolver *r,
                          const act_name_span *s,
                          const act_sentence *sentence)
{
  if (s->form != ACT_FORM_DEMONYM)
    return false;
  bool before_noun = act_token_at(r, s->first)->deprel == ACT_DEP_AMOD ||
                     act_token_at(r, s->first)->deprel == ACT_DEP_COMPOUND;
  if (s->end < sentence->end &&
      act_form_in(
        r,
        s->end,
        "language languages translation dialect alphabet grammar proverb literature cuisine"))
    return true;
  const act_token *token = act_token_at(r, s->end - 1);
  if (!before_noun && token->xpos == ACT_XPOS_NNP && s->end - s->first == 1 &&
      !act_subject_relation(token->deprel) &&
      act_dependent_of(r, s->first, ACT_DEP_DET) == ACT_NO_TOKEN && sentence->parsed &&
      act_dependent_of(r, s->first, ACT_DEP_COP) == ACT_NO_TOKEN)
    return true; /* "taught himself Japanese": people have an article or a plural */
  return !before_noun && s->first > sentence->first &&
         act_token_at(r, s->end - 1)->xpos != ACT_XPOS_NNPS &&
         act_token_at(r, s->end - 1)->xpos != ACT_XPOS_NNS &&
         act_form_in(r,
                     s->first - 1,
                     "in into speak speaks spoke spoken speaking learn learned learnt fluent "
                     "studied study write wrote");
}

void act_span_repair_type(const act_resolver *r, act_name_span *s, uint32_t title)
{
  act_noun noun;
  if (s->end - s->first == 1 && act_is_ticker(r, s->first)) {
    s->type = ACTANT_ORGANISATION;
    s->record = ACT_NO_RECORD;
    return;
  }
  uint8_t by_word = s->record == ACT_NO_RECORD ? head_word_type(r, s) : ACT_TYPE_UNKNOWN;
  uint32_t given = ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE;
  bool person =
    s->type == ACTANT_PERSON &&
    (title < s->first || (act_gazetteer_word_lists(
                            r->gazetteer, r->a->strings.hashes[act_token_at(r, s->first)->lower]) &
                          given));
  if (by_word != ACT_TYPE_UNKNOWN && !person)
    s->type = by_word;
  else if (s->type != ACTANT_PERSON && s->record == ACT_NO_RECORD && title < s->first &&
           act_capitalised(r, s->first - 1) && act_noun_at(r->a, s->first - 1, s->first, &noun) &&
           (noun.type == ACT_NOUN_HONORIFIC || noun.has_role))
    s->type = ACTANT_PERSON;
}
