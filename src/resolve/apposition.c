/* SPDX-License-Identifier: MIT */
/* Appositions as they stand on the page: "Ina Quist, Norway's foreign minister, said" and "Norway's
   foreign minister, Ina Quist, said".  Parsers lose them in long sentences; commas and word classes
   do not.  The role noun may not be the title of a name that follows at once, and a nominal before
   a name needs an article, an owner or a nation in front, so that lists are not taken for
   appositions. */
#include "resolve/resolver.h"

static bool is_comma(const act_resolver *r, uint32_t token, const act_sentence *s)
{
  return token >= s->first && token < s->end && act_form_in(r, token, ", – —");
}

/* The first token of the noun phrase that ends at a head, read leftwards over what noun phrases are
 * made of. */
uint32_t act_phrase_start(const act_resolver *r, uint32_t head, uint32_t floor)
{
  uint32_t first = head;
  while (first > floor && head - first < 10) {
    const act_token *t = act_token_at(r, first - 1);
    bool part = t->upos == ACT_UPOS_ADJ || t->upos == ACT_UPOS_NOUN || t->upos == ACT_UPOS_PROPN ||
                t->upos == ACT_UPOS_DET || t->upos == ACT_UPOS_NUM || t->xpos == ACT_XPOS_POS ||
                t->xpos == ACT_XPOS_PRP_POSS || t->xpos == ACT_XPOS_HYPH ||
                t->xpos == ACT_XPOS_VBN || r->covered[first - 1] != ACT_NO_CANDIDATE;
    if (!part)
      break;
    first--;
  }
  return first;
}

static bool is_person_name(const act_resolver *r, uint32_t i)
{
  return i != ACT_NO_CANDIDATE && !r->candidates.data[i].dropped &&
         r->candidates.data[i].form == ACTANT_NAME && r->candidates.data[i].type == ACTANT_PERSON;
}

/* "Xylo, the Estonian delivery company": a body and a noun of bodies with an article. */
static bool is_body_name(const act_resolver *r, const act_candidate *c, uint32_t first, uint32_t i)
{
  return c->noun.type == ACT_NOUN_ORGANISATION && c->noun.sub != ACT_SUB_ACTING &&
         c->noun.sub != ACT_SUB_NONE && i != ACT_NO_CANDIDATE && !r->candidates.data[i].dropped &&
         r->candidates.data[i].form == ACTANT_NAME &&
         r->candidates.data[i].type == ACTANT_ORGANISATION && act_form_in(r, first, "the a an");
}

static bool ends_phrase(const act_resolver *r, uint32_t token, const act_sentence *s)
{
  return token >= s->end ||
         act_form_in(r, token, ", . ; ) : – — of at for in to with from and who whose whom -") ||
         act_token_at(r, token)->upos == ACT_UPOS_PUNCT;
}

static bool ends_name(const act_resolver *r, uint32_t token, const act_sentence *s)
{
  return token >= s->end || act_token_at(r, token)->upos == ACT_UPOS_PUNCT ||
         act_token_at(r, token)->upos == ACT_UPOS_VERB ||
         act_token_at(r, token)->upos == ACT_UPOS_AUX ||
         act_form_in(r, token, "and who has was is to on in");
}

/* One behind "of Norway", "for the northern regions" and the like, which belong to the office
 * before a comma. */
static uint32_t behind_owner(const act_resolver *r, uint32_t next, const act_sentence *s)
{
  if (next >= s->end || !act_form_in(r, next, "of for"))
    return next;
  uint32_t t = next + 1;
  for (; t < s->end && t - next < 10; t++) {
    const act_token *token = act_token_at(r, t);
    bool part = token->upos == ACT_UPOS_NOUN || token->upos == ACT_UPOS_PROPN ||
                token->upos == ACT_UPOS_ADJ || token->upos == ACT_UPOS_DET ||
                token->xpos == ACT_XPOS_POS || act_form_in(r, t, "of for and ( ) its & -");
    if (!part)
      break;
  }
  return t;
}

uint32_t act_surface_apposition(const act_resolver *r, uint32_t nominal)
{
  const act_candidate *c = &r->candidates.data[nominal];
  const act_sentence *s = &r->a->sentences.data[c->sentence];
  bool body = c->noun.type == ACT_NOUN_ORGANISATION;
  if (c->form != ACTANT_NOMINAL || (c->noun.type != ACT_NOUN_PERSON && !body) || c->plural)
    return ACT_NO_CANDIDATE;
  uint32_t first = act_phrase_start(r, c->head, s->first), next = c->head + 1;
  bool listed = c->noun.kin && act_token_at(r, first)->xpos == ACT_XPOS_PRP_POSS && next < s->end &&
                act_form_is(r, next, "and"); /* "X, her mother and …" */
  if (first >= s->first + 2 && is_comma(r, first - 1, s) && ends_phrase(r, next, s) && !listed) {
    uint32_t name = r->covered[first - 2];
    if ((body ? is_body_name(r, c, first, name) : is_person_name(r, name)) &&
        r->candidates.data[name].end == first - 1)
      return name;
  }
  if (body)
    return ACT_NO_CANDIDATE;
  next = behind_owner(r, next, s);
  if (next + 1 < s->end && act_form_is(r, next, ",")) {
    uint32_t name = r->covered[next + 1];
    bool owned = act_form_is(r, first, "the") ||
                 act_token_at(r, first)->xpos == ACT_XPOS_PRP_POSS ||
                 r->covered[first] != ACT_NO_CANDIDATE;
    if (owned && is_person_name(r, name) && r->candidates.data[name].title == next + 1 &&
        r->candidates.data[name].first == next + 1 &&
        ends_name(r, r->candidates.data[name].end, s) &&
        !act_form_is(r, r->candidates.data[name].end, "and"))
      return name;
  }
  return ACT_NO_CANDIDATE;
}
