/* SPDX-License-Identifier: MIT */
/* Nominals: who "the prime minister", "Armenian forces", "the company" or "the capital" is, in one
   walk along the text, sieve by sieve: apposition and predicate; what acts for a country or body;
   an office whose country is known; the same head noun; the nearest entity of the class.  What
   stays alone is an entity without a name. */
#include "resolve/resolver.h"

enum {
  NEAR_SENTENCES = 4,
  SAME_HEAD_SENTENCES = 30
}; /* how far back a class word and a repeated noun reach */

static act_candidate *cand(act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static const act_candidate *root(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[act_root_of(r, i)];
}

static uint32_t candidate_at(act_resolver *r, uint32_t token)
{
  uint32_t i = r->at[token] != ACT_NO_CANDIDATE ? r->at[token] : r->covered[token];
  return i == ACT_NO_CANDIDATE || cand(r, i)->dropped || cand(r, i)->hidden ? ACT_NO_CANDIDATE : i;
}

/* "Geneva" in "the Geneva-based bloc": where it sits, not whose it is. */
static bool is_seat(const act_resolver *r, uint32_t i)
{
  uint32_t end = r->candidates.data[i].end;
  return end + 1 < r->a->tokens.count &&
         (act_form_is(r, end, "based") ||
          (act_form_in(r, end, "- ‑") && act_form_in(r, end + 1, "based headquartered")));
}

/* The country, body or person that a nominal belongs to: "Armenian", "Armenia's", "of Armenia". */
static uint32_t owner_of(act_resolver *r, uint32_t i)
{
  uint32_t head = cand(r, i)->head, of = ACT_NO_CANDIDATE;
  for (uint32_t c = act_child_first(r, head); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    uint8_t deprel = act_token_at(r, c)->deprel;
    uint32_t found = candidate_at(r, c);
    if (found == ACT_NO_CANDIDATE || found == i || found == act_root_of(r, i) || is_seat(r, found))
      continue;
    if (deprel == ACT_DEP_NMOD_POSS)
      return found;
    if ((deprel == ACT_DEP_AMOD || deprel == ACT_DEP_COMPOUND) &&
        cand(r, found)->form == ACTANT_NAME && cand(r, found)->type != ACTANT_PERSON)
      return found;
    uint32_t preposition =
      deprel == ACT_DEP_NMOD && c > head ? act_preposition_of(r, c) : ACT_NO_TOKEN;
    if (preposition != ACT_NO_TOKEN && act_form_is(r, preposition, "of") && of == ACT_NO_CANDIDATE)
      of = found;
  }
  return of;
}

static bool join_apposition(act_resolver *r, uint32_t i)
{
  act_candidate *c = cand(r, i);
  const act_token *token = act_token_at(r, c->head);
  if (c->plural)
    return false;
  uint32_t surface = act_surface_apposition(r, i);
  if (surface != ACT_NO_CANDIDATE && act_join_clusters(r, i, surface, "apposition"))
    return true;
  if (token->deprel == ACT_DEP_APPOS && token->head != ACT_ROOT) {
    uint32_t other = candidate_at(r, token->head);
    if (other != ACT_NO_CANDIDATE && cand(r, other)->type != ACT_TYPE_UNKNOWN &&
        !cand(r, other)->plural)
      return act_join_clusters(r, i, other, "apposition");
  }
  for (uint32_t d = act_child_first(r, c->head); d != ACT_NO_TOKEN; d = act_child_next(r, d)) {
    uint8_t deprel = act_token_at(r, d)->deprel;
    uint32_t other = candidate_at(r, d);
    bool apposed = deprel == ACT_DEP_APPOS ||
                   ((deprel == ACT_DEP_FLAT || deprel == ACT_DEP_NMOD_DESC) && d > c->head);
    if (apposed && other != ACT_NO_CANDIDATE && cand(r, other)->form == ACTANT_NAME &&
        act_join_clusters(r, i, other, "apposition"))
      return true;
  }
  return false;
}

/* "X is the mayor": the nominal is X when definite and affirmed; a predicate otherwise, and no
 * mention. */
static bool settle_predicate(act_resolver *r, uint32_t i)
{
  act_candidate *c = cand(r, i);
  const act_token *token = act_token_at(r, c->head);
  uint32_t preposition = act_preposition_of(r, c->head), subject = ACT_NO_TOKEN;
  bool hedged = false;
  if (preposition != ACT_NO_TOKEN && act_form_is(r, preposition, "as"))
    c->dropped = true;
  if (token->deprel == ACT_DEP_XCOMP || (token->deprel == ACT_DEP_OBJ && token->head != ACT_ROOT &&
                                         act_lemma_among(r, token->head, "become remain")))
    c->dropped = true;
  if (!c->plural && !c->definite && act_is_shared_predicate(r, c->head))
    c->dropped = true;
  if (act_dependent_of(r, c->head, ACT_DEP_COP) == ACT_NO_TOKEN)
    return c->dropped;
  for (uint32_t d = act_child_first(r, c->head); d != ACT_NO_TOKEN; d = act_child_next(r, d)) {
    if (act_subject_relation(act_token_at(r, d)->deprel))
      subject = d;
    hedged |=
      act_token_at(r, d)->deprel == ACT_DEP_AUX ||
      (act_token_at(r, d)->deprel == ACT_DEP_ADVMOD && act_form_in(r, d, "not n't never longer"));
  }
  uint32_t other = subject == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : candidate_at(r, subject);
  if (other == ACT_NO_CANDIDATE || hedged || !c->definite || c->plural ||
      cand(r, other)->type == ACT_TYPE_UNKNOWN || !act_join_clusters(r, i, other, "predicate"))
    c->dropped = true;
  return true;
}

/* "other leaders of the bloc" are not the bloc. */
static bool is_of_others(const act_resolver *r, const act_candidate *c)
{
  for (uint32_t t = c->first; t < c->head; t++)
    if (act_form_in(r, t, "other former ex late"))
      return true;
  return false;
}

/* "Armenian forces", "the Israeli military", "UN peacekeepers": what acts is the country or the
 * body. */
static bool let_act(act_resolver *r, uint32_t i, bool *done)
{
  act_candidate *c = cand(r, i);
  uint32_t owner = c->noun.sub == ACT_SUB_ACTING ? owner_of(r, i) : ACT_NO_CANDIDATE, members[8],
           count = 0;
  if (owner == ACT_NO_CANDIDATE || c->noun.type == ACT_NOUN_PERSON || is_of_others(r, c))
    return true;
  if (root(r, owner)->type == ACTANT_PERSON)
    owner = act_country_of(r, owner);
  if (owner == ACT_NO_CANDIDATE)
    return true;
  uint8_t type = root(r, owner)->type;
  if (type != ACTANT_PLACE && !(type == ACTANT_ORGANISATION && c->noun.type == ACT_NOUN_GROUP))
    return true;
  members[count++] = owner;
  for (uint32_t d = act_child_first(r, cand(r, owner)->head); d != ACT_NO_TOKEN && count < 8;
       d = act_child_next(r, d)) {
    uint32_t other = candidate_at(r, d);
    if (act_token_at(r, d)->deprel == ACT_DEP_CONJ && other != ACT_NO_CANDIDATE &&
        root(r, other)->type == type)
      members[count++] = other;
  }
  *done = true;
  if (count > 1)
    return act_make_set(r, i, members, count, "what acts for several");
  c->type = ACT_TYPE_UNKNOWN;
  c->plural = false;
  if (act_join_clusters(r, i, owner, "what acts for a country or body"))
    c->kind = ACT_MENTION_METONYM;
  return true;
}

static bool same_noun(const act_resolver *r, uint32_t a, uint32_t b)
{
  return act_token_at(r, a)->lemma == act_token_at(r, b)->lemma ||
         act_token_at(r, a)->lower == act_token_at(r, b)->lower;
}

/* Whether an office as drafted is what a nominal calls it: the same noun, or another word for the
 * head of a country. */
static bool fits_office(const act_resolver *r, const act_candidate *c, const act_role_draft *d)
{
  if (d->negated || d->future || d->role == ACT_ROLE_NATIONAL)
    return false;
  bool head = c->noun.has_role && c->noun.role <= ACT_ROLE_LEADER,
       generic = act_form_in(r, c->head, "leader premier pm ruler chief head boss");
  if (generic)
    return head && d->role <= ACT_ROLE_LEADER;
  if (!c->noun.has_role || c->noun.role != d->role) /* "the president" is no vice-president */
    return false;
  act_noun own = { 0 };
  uint32_t first = act_noun_longest(r->a, c->first, c->head, &own);
  if (!same_noun(r, c->head, d->trigger))
    return false;
  for (uint32_t t = first; first != ACT_NO_TOKEN && t < c->head;
       t++) { /* "the foreign minister" is no defence minister */
    bool found = false;
    for (uint32_t u = d->title_first; u < d->title_end && !found; u++)
      found = act_token_at(r, u)->lower == act_token_at(r, t)->lower;
    if (!found)
      return false;
  }
  return true;
}

/* "the president of Azerbaijan", "the Armenian prime minister", "his wife", "the foreign minister":
 * by the text's own titles. */
static bool join_office(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  uint32_t owner = owner_of(r, i), best = ACT_NO_CANDIDATE;
  if (c->plural || (!c->definite && owner == ACT_NO_CANDIDATE) || !c->noun.has_role)
    return false;
  for (size_t k = 0; k < r->roles.count; k++) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->holder == i || act_root_of(r, d->holder) == act_root_of(r, i) ||
        !root(r, d->holder)->named || !fits_office(r, c, d))
      continue;
    bool same_place = owner != ACT_NO_CANDIDATE && d->of != ACT_NO_CANDIDATE &&
                      act_root_of(r, d->of) == act_root_of(r, owner);
    bool differs = owner != ACT_NO_CANDIDATE && d->of != ACT_NO_CANDIDATE && !same_place;
    bool person_kin = c->noun.kin && !same_place;
    if (differs || person_kin ||
        (owner != ACT_NO_CANDIDATE && d->of == ACT_NO_CANDIDATE &&
         c->noun.role > ACT_ROLE_OFFICIAL))
      continue;
    if (d->holder > i && best != ACT_NO_CANDIDATE)
      break;
    if (d->holder > i && !same_place)
      continue;
    if (act_may_join(r, i, d->holder))
      best = d->holder;
  }
  return best != ACT_NO_CANDIDATE && act_join_clusters(r, i, best, "role");
}

/* A name that holds the nominal's head: "the council" and "European Council", "the river" and "Mara
 * River". */
static bool name_has_word(const act_resolver *r, const act_candidate *name, uint32_t word)
{
  if (name->form != ACTANT_NAME || name->end - name->first < 2)
    return false;
  for (uint32_t t = name->first; t < name->end; t++)
    if (act_token_at(r, t)->lower == act_token_at(r, word)->lower)
      return true;
  return false;
}

static bool is_modifier(uint8_t deprel)
{
  return deprel == ACT_DEP_AMOD || deprel == ACT_DEP_COMPOUND || deprel == ACT_DEP_NUMMOD;
}

/* Whether the modifiers of a nominal stand with the earlier one too: "the first church" is not "the
 * church". */
static bool modifiers_agree(const act_resolver *r,
                            const act_candidate *c,
                            const act_candidate *earlier)
{
  for (uint32_t t = act_child_first(r, c->head); t != ACT_NO_TOKEN && t < c->head;
       t = act_child_next(r, t)) {
    if (!is_modifier(act_token_at(r, t)->deprel) || r->covered[t] != ACT_NO_CANDIDATE)
      continue;
    bool found = false;
    for (uint32_t u = earlier->first; u < earlier->end && !found; u++)
      found = act_token_at(r, u)->lower == act_token_at(r, t)->lower;
    if (!found)
      return false;
  }
  return true;
}

static bool join_same_head(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  uint32_t owner = owner_of(r, i);
  if (!c->definite)
    return false;
  for (uint32_t j = i; j-- > 0;) {
    const act_candidate *d = cand(r, j);
    if (c->sentence - d->sentence > SAME_HEAD_SENTENCES)
      break;
    if (d->dropped || d->hidden || d->form == ACTANT_PRONOUN || d->plural != c->plural ||
        d->set_count)
      continue;
    bool nominal = d->form == ACTANT_NOMINAL && same_noun(r, c->head, d->head);
    if ((!nominal && (c->type == ACTANT_PERSON || !name_has_word(r, d, c->head))) ||
        !modifiers_agree(r, c, d))
      continue;
    uint32_t other = nominal ? owner_of(r, j) : ACT_NO_CANDIDATE;
    if (owner != ACT_NO_CANDIDATE &&
        (other == ACT_NO_CANDIDATE || act_root_of(r, other) != act_root_of(r, owner)))
      continue;
    if (nominal && d->kind == ACT_MENTION_METONYM)
      cand(r, i)->type = ACT_TYPE_UNKNOWN;
    if (act_join_clusters(r, i, j, "same head")) {
      cand(r, i)->kind = d->kind == ACT_MENTION_METONYM ? ACT_MENTION_METONYM : ACT_MENTION_PLAIN;
      return true;
    }
  }
  return false;
}

/* What is known of an entity's class: by its record or by the words of its name and its nominals.
 */
static bool is_of_class(const act_resolver *r, uint32_t j, uint8_t sub)
{
  const act_candidate *top = root(r, j);
  if (top->record != ACT_NO_RECORD && top->type == ACTANT_PLACE) {
    const act_record *record = act_gazetteer_record(r->gazetteer, top->record);
    switch (sub) {
      case ACT_SUB_COUNTRY:
        return record->kind == ACT_RECORD_COUNTRY;
      case ACT_SUB_CITY:
        return record->kind == ACT_RECORD_CITY;
      case ACT_SUB_CAPITAL:
        return record->is_capital;
      case ACT_SUB_REGION:
        return record->kind == ACT_RECORD_REGION;
      default:
        return record->kind == ACT_RECORD_FEATURE;
    }
  }
  const act_candidate *c = &r->candidates.data[j];
  act_noun noun;
  uint8_t own = c->form == ACTANT_NAME && act_noun_at(r->a, c->end - 1, c->end, &noun) ? noun.sub
                : c->form == ACTANT_NOMINAL                                            ? c->noun.sub
                                            : ACT_SUB_NONE;
  if (top->type == ACTANT_PLACE)
    return own == sub || (own == ACT_SUB_NONE && (sub == ACT_SUB_CITY || sub == ACT_SUB_REGION));
  if (sub == ACT_SUB_BLOC || sub == ACT_SUB_BODY || sub == ACT_SUB_NONE)
    return own == sub && own != ACT_SUB_NONE;
  return own == sub || own == ACT_SUB_NONE;
}

/* "the regulator" is an authority or commission named before, and no court; other words for bodies
 * say what stands in the name itself, but for those that go with any. */
static bool fits_body(const act_resolver *r, const act_candidate *c, uint32_t j)
{
  const act_candidate *d = &r->candidates.data[j];
  if (d->form != ACTANT_NAME)
    return false;
  if (act_form_in(r, c->head, "regulator watchdog"))
    return act_form_in(
      r, d->end - 1, "authority commission agency board office bureau administration regulator");
  return is_of_class(r, j, ACT_SUB_BODY);
}

/* A class word with nothing that would single out another of its class: "the Geneva-based bloc",
 * but not "the pop movement". */
static bool is_plain(const act_resolver *r, const act_candidate *c)
{
  if (act_token_at(r, c->head)->upos == ACT_UPOS_PROPN)
    return false;
  for (uint32_t t = act_child_first(r, c->head); t != ACT_NO_TOKEN; t = act_child_next(r, t)) {
    uint8_t deprel = act_token_at(r, t)->deprel;
    uint32_t name = r->covered[t];
    if (name != ACT_NO_CANDIDATE && is_seat(r, name))
      continue;
    if (deprel == ACT_DEP_ACL_RELCL && c->head + 1 < r->a->tokens.count &&
        act_form_is(r, c->head + 1, ","))
      continue; /* "the company, which …" says more of it, and does not single it out */
    if (deprel == ACT_DEP_COMPOUND || deprel == ACT_DEP_NUMMOD || deprel == ACT_DEP_NMOD ||
        deprel == ACT_DEP_ACL || deprel == ACT_DEP_ACL_RELCL)
      return false;
    if (deprel == ACT_DEP_AMOD &&
        !act_form_in(
          r,
          t,
          "based whole entire separatist breakaway disputed restive troubled embattled besieged "
          "small tiny impoverished poor rich powerful giant loss-making listed") &&
        act_dependent_of(r, t, ACT_DEP_COMPOUND) == ACT_NO_TOKEN)
      return false;
  }
  return true;
}

static bool in_dateline(const act_resolver *r, const act_candidate *c)
{
  return r->a->document->blocks.data[r->a->sentences.data[c->sentence].block].kind ==
         ACT_BLOCK_DATELINE;
}

/* "the country", "the company": the latest named entity of that class, subjects before others of
 * their sentence. */
static bool join_class(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  uint32_t best = ACT_NO_CANDIDATE, best_score = 0;
  if (c->plural || !c->definite || c->possessed || owner_of(r, i) != ACT_NO_CANDIDATE ||
      c->noun.sub == ACT_SUB_NONE || c->noun.sub == ACT_SUB_SITE || c->noun.sub == ACT_SUB_ACTING ||
      !is_plain(r, c))
    return false;
  for (uint32_t j = i; j-- > 0;) {
    const act_candidate *d = cand(r, j);
    if (c->sentence - d->sentence > NEAR_SENTENCES)
      break;
    if (d->dropped || d->hidden || d->set_count || d->author || in_dateline(r, d) ||
        d->form == ACTANT_PRONOUN || root(r, j)->type != c->type || !root(r, j)->named)
      continue;
    if (act_token_at(r, d->head)->deprel == ACT_DEP_COMPOUND && d->kind != ACT_MENTION_DEMONYM)
      continue;
    bool fits = c->noun.sub == ACT_SUB_BODY ? fits_body(r, c, j) : is_of_class(r, j, c->noun.sub);
    if (!fits || !act_may_join(r, i, j))
      continue;
    uint32_t score = 100 - 20 * (c->sentence - d->sentence) +
                     (act_subject_relation(act_token_at(r, d->head)->deprel) ? 10 : 0);
    if (score > best_score) {
      best = j;
      best_score = score;
    }
  }
  return best != ACT_NO_CANDIDATE && act_join_clusters(r, i, best, "nearest of its class");
}

/* "fined Xylo, and the company sued": what the clause before acted on, whatever company the text
 * had before. */
static bool join_object_before(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  const act_token *token = act_token_at(r, c->head);
  if ((c->noun.sub != ACT_SUB_COMPANY && c->noun.sub != ACT_SUB_CLUB) || c->plural ||
      !c->definite || c->possessed || !act_subject_relation(token->deprel) ||
      token->head == ACT_ROOT || act_token_at(r, token->head)->deprel != ACT_DEP_CONJ)
    return false;
  for (uint32_t j = i; j-- > 0 && cand(r, j)->sentence == c->sentence;) {
    const act_candidate *d = cand(r, j);
    if (d->form == ACTANT_NAME && !d->dropped && root(r, j)->type == ACTANT_ORGANISATION &&
        act_token_at(r, d->head)->deprel == ACT_DEP_OBJ &&
        act_token_at(r, d->head)->head == act_token_at(r, token->head)->head)
      return act_join_clusters(r, i, j, "object of the clause before");
  }
  return false;
}

/* "his country": that of the person's office or nation. */
static bool join_own_country(act_resolver *r, uint32_t i)
{
  uint32_t owner =
    cand(r, i)->noun.sub == ACT_SUB_COUNTRY && cand(r, i)->possessed && !cand(r, i)->plural
      ? owner_of(r, i)
      : ACT_NO_CANDIDATE;
  uint32_t country = owner != ACT_NO_CANDIDATE && root(r, owner)->type == ACTANT_PERSON
                       ? act_country_of(r, owner)
                       : ACT_NO_CANDIDATE;
  return country != ACT_NO_CANDIDATE && act_join_clusters(r, i, country, "country of a person");
}

/* "the Lombardy region", "the city of Lyon", "the Xish Heron party": the noun says what the name
 * beside it is. */
static bool join_named(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  bool place = c->type == ACTANT_PLACE && c->noun.sub != ACT_SUB_NONE &&
               c->noun.sub != ACT_SUB_SITE && c->noun.sub != ACT_SUB_CAPITAL;
  bool body = c->type == ACTANT_ORGANISATION &&
              act_form_in(r,
                          c->head,
                          "party movement militia newspaper magazine airline network company firm "
                          "bloc alliance club team");
  if (c->plural || (!place && !body))
    return false;
  uint32_t end = r->a->sentences.data[c->sentence].end, of = c->head + 2;
  if (place && of < end && act_form_is(r, of - 1, "of") &&
      candidate_at(r, of) != ACT_NO_CANDIDATE && cand(r, candidate_at(r, of))->form == ACTANT_NAME)
    return act_join_clusters(r, i, candidate_at(r, of), "named beside it");
  for (uint32_t t = act_child_first(r, c->head); t != ACT_NO_TOKEN; t = act_child_next(r, t)) {
    uint32_t found = candidate_at(r, t);
    if (found == ACT_NO_CANDIDATE || cand(r, found)->form != ACTANT_NAME ||
        act_token_at(r, t)->deprel != ACT_DEP_COMPOUND ||
        cand(r, found)->kind == ACT_MENTION_DEMONYM || is_seat(r, found))
      continue;
    return act_join_clusters(r, i, found, "named beside it");
  }
  return false;
}

/* "the capital": the city that the gazetteer gives for the country named with it or, else, last
 * named. */
static bool join_capital(act_resolver *r, uint32_t i)
{
  if (cand(r, i)->noun.sub != ACT_SUB_CAPITAL || cand(r, i)->plural)
    return false;
  uint32_t owner = owner_of(r, i), capital = ACT_NO_RECORD;
  for (uint32_t j = i; j-- > 0 && capital == ACT_NO_RECORD;) {
    uint32_t from = owner != ACT_NO_CANDIDATE ? owner : j, record = root(r, from)->record;
    if (record != ACT_NO_RECORD && !cand(r, from)->dropped &&
        act_gazetteer_record(r->gazetteer, record)->kind == ACT_RECORD_COUNTRY)
      capital = act_gazetteer_record(r->gazetteer, record)->capital;
    if (owner != ACT_NO_CANDIDATE)
      break;
  }
  if (capital == ACT_NO_RECORD)
    return false;
  for (uint32_t j = 0; j < r->candidates.count; j++)
    if (root(r, j)->record == capital && !cand(r, j)->dropped)
      return act_join_clusters(r, i, j, "capital of the country");
  return false;
}

static bool is_bare(const act_resolver *r, const act_candidate *c)
{
  return !c->definite && !c->plural && act_dependent_of(r, c->head, ACT_DEP_DET) == ACT_NO_TOKEN &&
         act_token_at(r, c->head)->upos != ACT_UPOS_PROPN;
}

bool act_refer_nominal(act_resolver *r, uint32_t i)
{
  bool done = false;
  if (cand(r, i)->hidden || join_apposition(r, i) || settle_predicate(r, i))
    return true;
  if (!let_act(r, i, &done))
    return false;
  if (done)
    return true;
  if (cand(r, i)->plural && cand(r, i)->definite && !act_refer_set(r, i))
    return false;
  if (cand(r, i)->set_count || join_named(r, i) || act_join_counterpart(r, i, owner_of(r, i)) ||
      join_office(r, i) || join_own_country(r, i) || join_capital(r, i) ||
      join_object_before(r, i) || join_same_head(r, i) || join_class(r, i))
    return true;
  if (is_bare(r, cand(r, i)))
    cand(r, i)->dropped = true;
  return true;
}

/* Settle a pronoun, once. */
static bool settle_pronoun(act_resolver *r, uint32_t i)
{
  if (cand(r, i)->form != ACTANT_PRONOUN || cand(r, i)->resolved || cand(r, i)->dropped)
    return true;
  bool ok = act_refer_pronoun(r, i);
  cand(r, i)->resolved = true;
  return ok;
}

/* A nominal begins with what owns it ("his government"), which is settled first. */
bool act_refer_all(act_resolver *r)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    bool ok = settle_pronoun(r, i);
    bool nominal = cand(r, i)->form == ACTANT_NOMINAL && !cand(r, i)->dropped;
    for (uint32_t j = i + 1;
         ok && nominal && j < r->candidates.count && cand(r, j)->first < cand(r, i)->end;
         j++)
      ok = settle_pronoun(r, j);
    if (ok && nominal)
      ok = act_refer_nominal(r, i);
    if (!ok)
      return false;
    cand(r, i)->resolved = true;
  }
  return true;
}
