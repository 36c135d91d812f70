/* SPDX-License-Identifier: MIT */
/* Offices, professions, kinship and nationality: what titles, appositions, predicates and
   possessives say that a person is.

   A draft names candidates, not entities: "his wife X" is settled when "his" is.  An office whose
   country the text does not say here is drafted without one, so that "the prime minister" finds its
   holder later.  A profession with a nation before it ("Russian businessman") states the nation; an
   office with one ("Russian president") is held there. */
#include "resolve/resolver.h"

typedef struct phrase {
  uint32_t holder, holder_token; /* candidate and its head */
  uint32_t head;                 /* the noun */
  uint32_t title_first, title_end;
  act_noun noun;
  bool former, acting, negated, future;
  bool counterpart;
} phrase;

static const act_candidate *cand(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static void flag_of(const act_resolver *r, uint32_t t, phrase *p)
{
  if (act_form_in(r,
                  t,
                  "former ex then late ousted deposed retired previous erstwhile onetime one-time "
                  "outgoing-former past"))
    p->former = true;
  else if (act_form_in(r, t, "acting interim caretaker provisional temporary"))
    p->acting = true;
  else if (act_form_in(r, t, "elect designate incoming future nominee would-be"))
    p->future = true;
}

static bool is_flag(const act_resolver *r, uint32_t t)
{
  return act_form_in(r,
                     t,
                     "former ex then late ousted deposed retired previous past acting interim "
                     "caretaker provisional temporary elect designate incoming future - "
                     "outgoing current new newly-elected longtime long-time veteran senior top "
                     "deputy embattled incumbent prominent first billionaire");
}

/* The latest office before this one that a country has: what "his Eritrean counterpart" holds as
 * well. */
static bool copy_counterpart(const act_resolver *r, phrase *p)
{
  for (size_t i = r->roles.count; i-- > 0;) {
    const act_role_draft *d = &r->roles.data[i];
    if (d->of == ACT_NO_CANDIDATE || d->role > ACT_ROLE_OFFICIAL || d->former)
      continue;
    p->noun.has_role = true;
    p->noun.kin = false;
    p->noun.role = (uint8_t)d->role;
    p->noun.of = 'L';
    p->title_first = d->title_first;
    p->title_end = d->title_end;
    return true;
  }
  return false;
}

/* Whether this sentence said the same before: tree and commas often agree. */
static bool is_drafted(const act_resolver *r, const act_role_draft *draft)
{
  for (size_t k = r->roles.count; k-- > 0 && r->roles.data[k].sentence == draft->sentence;) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->holder == draft->holder && d->of == draft->of && d->role == draft->role &&
        d->trigger == draft->trigger)
      return true;
  }
  return false;
}

static bool draft(act_resolver *r, const phrase *p, uint32_t of, uint32_t of_token)
{
  act_role_draft d = { .holder = p->holder,
                       .of = of,
                       .role = (act_role_class)p->noun.role,
                       .sentence = r->sentence_of[p->head],
                       .holder_token = p->holder_token,
                       .trigger = p->head,
                       .of_token = of_token,
                       .title_first = p->title_first,
                       .title_end = p->title_end,
                       .former = p->former,
                       .acting = p->acting,
                       .negated = p->negated,
                       .future = p->future };
  if (of != ACT_NO_CANDIDATE) {
    const act_candidate *c = cand(r, of);
    bool place = c->type == ACTANT_PLACE,
         nation =
           c->kind == ACT_MENTION_DEMONYM || act_token_at(r, of_token)->deprel == ACT_DEP_COMPOUND;
    bool worker = p->noun.has_role && (d.role == ACT_ROLE_MEMBER || d.role == ACT_ROLE_WORKER ||
                                       d.role == ACT_ROLE_OWNER || d.role == ACT_ROLE_FOUNDER);
    bool profession =
      c->kind == ACT_MENTION_DEMONYM && d.role == ACT_ROLE_LEADER &&
      act_form_in(r,
                  p->head,
                  "conductor director editor publisher bandleader frontman manager coach founder "
                  "concertmaster restaurateur rector boss imam rabbi bishop archbishop");
    if (place && nation && (!p->noun.has_role || worker || profession) && !p->noun.kin)
      d.role = ACT_ROLE_NATIONAL;
    else if (!p->noun.has_role || (p->noun.role >= ACT_ROLE_KIN_SPOUSE &&
                                   c->type != ACTANT_PERSON && c->type != ACT_TYPE_UNKNOWN))
      return true;
  } else if (!p->noun.has_role) {
    return true;
  }
  return is_drafted(r, &d) || act_array_push(&r->roles, d);
}

static uint32_t candidate_at(const act_resolver *r, uint32_t token)
{
  uint32_t i = r->at[token] != ACT_NO_CANDIDATE ? r->at[token] : r->covered[token];
  return i != ACT_NO_CANDIDATE && cand(r, i)->dropped ? ACT_NO_CANDIDATE : i;
}

/* Draft for one thing that an office is of, and for those coordinated with it. */
static bool draft_all(act_resolver *r, const phrase *p, uint32_t token, bool *found)
{
  uint32_t of = candidate_at(r, token);
  /* "head of the government of Armenia": the body has no name, so go on to what it is of */
  if (of != ACT_NO_CANDIDATE && cand(r, of)->form == ACTANT_NOMINAL &&
      cand(r, of)->noun.sub == ACT_SUB_BODY) {
    uint32_t below = act_dependent_of(r, token, ACT_DEP_NMOD),
             inner = below == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : candidate_at(r, below);
    if (inner != ACT_NO_CANDIDATE && cand(r, inner)->form == ACTANT_NAME &&
        act_preposition_of(r, below) != ACT_NO_TOKEN &&
        act_form_is(r, act_preposition_of(r, below), "of")) {
      of = inner;
      token = below;
    }
  }
  if (of != ACT_NO_CANDIDATE && of != p->holder && !cand(r, of)->hidden) {
    *found = true;
    if (!draft(r, p, of, token))
      return false;
  }
  for (uint32_t c = act_child_first(r, token); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    uint32_t other = candidate_at(r, c);
    if (act_token_at(r, c)->deprel == ACT_DEP_CONJ && other != ACT_NO_CANDIDATE &&
        other != p->holder && !cand(r, other)->hidden && !draft(r, p, other, c))
      return false;
  }
  return true;
}

static bool takes_preposition(const act_resolver *r, const phrase *p, uint32_t preposition)
{
  if (act_form_is(r, preposition, "of"))
    return true;
  bool works =
    p->noun.has_role && p->noun.role >= ACT_ROLE_LEADER && p->noun.role <= ACT_ROLE_WORKER;
  if (act_form_in(r, preposition, "for at with"))
    return works;
  if (act_form_in(r, preposition, "to"))
    return act_form_in(r, p->head, "adviser advisor aide assistant counsel heir secretary");
  return act_form_in(r, preposition, "from in") && p->noun.has_role &&
         p->noun.role == ACT_ROLE_OFFICIAL &&
         act_form_in(
           r,
           p->head,
           "senator congressman congresswoman representative lawmaker mp judge ambassador envoy");
}

/* Where the tree gives none, what stands before and behind the words of the office: "Norway's",
 * "Norwegian", "of Norway". */
static uint32_t surface_of(const act_resolver *r, phrase *p, uint32_t *token)
{
  const act_sentence *s = &r->a->sentences.data[r->sentence_of[p->head]];
  uint32_t q = p->title_first, after = p->title_end;
  while (q > s->first && is_flag(r, q - 1) && r->covered[q - 1] == ACT_NO_CANDIDATE)
    flag_of(r, --q, p);
  uint32_t before = q > s->first + 1 && act_token_at(r, q - 1)->xpos == ACT_XPOS_POS ? q - 2
                    : q > s->first                                                   ? q - 1
                                                                                     : ACT_NO_TOKEN,
           of = ACT_NO_CANDIDATE;
  if (before != ACT_NO_TOKEN && (r->covered[before] != ACT_NO_CANDIDATE ||
                                 act_token_at(r, before)->xpos == ACT_XPOS_PRP_POSS))
    of = candidate_at(r, before);
  if (of == ACT_NO_CANDIDATE && after + 1 < s->end && takes_preposition(r, p, after)) {
    uint32_t t = after + 1;
    while (t + 1 < s->end && act_form_in(r, t, "the its"))
      t++;
    of = r->covered[t] == ACT_NO_CANDIDATE ? ACT_NO_CANDIDATE : candidate_at(r, t);
  }
  if (of != ACT_NO_CANDIDATE)
    *token = cand(r, of)->head;
  return of;
}

/* Draft all that the modifiers of the office's noun say. */
static bool draft_modifiers(act_resolver *r, phrase *p)
{
  bool found = false;
  for (uint32_t c = act_child_first(r, p->head); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    uint8_t deprel = act_token_at(r, c)->deprel;
    if (c < p->head)
      flag_of(r, c, p);
    if (deprel == ACT_DEP_NMOD_POSS || ((deprel == ACT_DEP_COMPOUND || deprel == ACT_DEP_AMOD) &&
                                        r->covered[c] != ACT_NO_CANDIDATE)) {
      if (!draft_all(r, p, c, &found))
        return false;
    } else if (deprel == ACT_DEP_NMOD && c > p->head) {
      uint32_t preposition = act_preposition_of(r, c);
      if (preposition != ACT_NO_TOKEN && takes_preposition(r, p, preposition) &&
          !draft_all(r, p, c, &found))
        return false;
    }
  }
  uint32_t of_token = ACT_NO_TOKEN, of = found ? ACT_NO_CANDIDATE : surface_of(r, p, &of_token);
  if (of != ACT_NO_CANDIDATE && of != p->holder && !cand(r, of)->hidden)
    return draft(r, p, of, of_token);
  return found || draft(r, p, ACT_NO_CANDIDATE, ACT_NO_TOKEN);
}

/* The body behind the name of its officer: "Secretary-General Odd Quist of the Council". */
static uint32_t body_behind(const act_resolver *r, const act_candidate *holder)
{
  uint32_t t = holder->end, end = r->a->sentences.data[holder->sentence].end;
  if (t + 1 >= end || !act_form_is(r, t, "of"))
    return ACT_NO_CANDIDATE;
  t += act_form_is(r, t + 1, "the") ? 2 : 1;
  uint32_t body = t < end ? r->covered[t] : ACT_NO_CANDIDATE;
  return body != ACT_NO_CANDIDATE && cand(r, body)->form == ACTANT_NAME &&
             !cand(r, body)->dropped && cand(r, body)->type == ACTANT_ORGANISATION
           ? body
           : ACT_NO_CANDIDATE;
}

/* "Chilean President Ana Reyes", "Galewright's then chief executive Bo Lind", "his wife X": read
 * leftwards from the name. */
static bool draft_title(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  phrase p = {
    .holder = i, .holder_token = c->head, .title_first = c->title, .title_end = c->first
  };
  uint32_t at = c->first;
  uint32_t start = ACT_NO_TOKEN;
  while (at > c->title) {
    start = act_noun_longest(r->a, c->title, at - 1, &p.noun);
    if (start == ACT_NO_TOKEN || p.noun.type == ACT_NOUN_PERSON)
      break;
    p.title_end = at = start;
  }
  if (start == ACT_NO_TOKEN || p.noun.type != ACT_NOUN_PERSON)
    return true;
  p.head = at - 1;
  uint32_t floor = r->a->sentences.data[c->sentence].first, q = c->title;
  while (q > floor && is_flag(r, q - 1) && r->covered[q - 1] == ACT_NO_CANDIDATE)
    flag_of(r, --q, &p);
  for (uint32_t t = c->title; t < c->first; t++)
    flag_of(r, t, &p);
  bool counterpart = act_form_is(r, p.head, "counterpart") && copy_counterpart(r, &p);
  uint32_t of = ACT_NO_CANDIDATE, of_token = ACT_NO_TOKEN;
  if (q > floor && act_token_at(r, q - 1)->xpos == ACT_XPOS_POS && q - 1 > floor)
    of = candidate_at(r, of_token = q - 2);
  else if (q > floor && (act_token_at(r, q - 1)->xpos == ACT_XPOS_PRP_POSS ||
                         r->covered[q - 1] != ACT_NO_CANDIDATE))
    of = candidate_at(r, of_token = q - 1);
  if (q > floor + 1 && of != ACT_NO_CANDIDATE && cand(r, of)->form == ACTANT_NAME &&
      cand(r, of)->first > floor)
    flag_of(r, cand(r, of)->first - 1, &p);
  if (of != ACT_NO_CANDIDATE &&
      (cand(r, of)->hidden || (counterpart && cand(r, of)->type == ACTANT_PERSON)))
    of = ACT_NO_CANDIDATE;
  if (of != ACT_NO_CANDIDATE && cand(r, of)->type == ACTANT_PLACE &&
      cand(r, of)->first == floor + 1 && act_token_at(r, floor)->upos == ACT_UPOS_ADP &&
      cand(r, of)->kind == ACT_MENTION_PLAIN)
    of = ACT_NO_CANDIDATE; /* "In Kenya Minister Quist met …" */
  if (of != ACT_NO_CANDIDATE && cand(r, of)->type == ACTANT_PERSON && !p.noun.kin &&
      cand(r, of)->form == ACTANT_NAME && !p.noun.has_role)
    of = ACT_NO_CANDIDATE;
  if (of == ACT_NO_CANDIDATE && p.noun.of == 'O' && p.noun.role == ACT_ROLE_LEADER)
    of = body_behind(r, c);
  if (of != ACT_NO_CANDIDATE)
    of_token = cand(r, of)->head;
  return draft(r, &p, of, of == ACT_NO_CANDIDATE ? ACT_NO_TOKEN : of_token);
}

static bool nominal_phrase(const act_resolver *r, uint32_t nominal, uint32_t holder, phrase *p)
{
  const act_candidate *c = cand(r, nominal);
  if (c->form != ACTANT_NOMINAL || c->noun.type != ACT_NOUN_PERSON || c->plural ||
      cand(r, holder)->dropped)
    return false;
  act_noun noun;
  uint32_t first = act_noun_longest(r->a, c->first, c->head, &noun);
  *p = (phrase){ .holder = holder,
                 .holder_token = cand(r, holder)->head,
                 .head = c->head,
                 .title_first = first == ACT_NO_TOKEN ? c->head : first,
                 .title_end = c->head + 1,
                 .noun = c->noun };
  while (p->title_first > c->first &&
         act_token_at(r, p->title_first - 1)->deprel == ACT_DEP_COMPOUND &&
         r->covered[p->title_first - 1] == ACT_NO_CANDIDATE)
    p->title_first--;
  if (act_form_is(r, c->head, "counterpart"))
    copy_counterpart(r, p);
  return true;
}

static bool draft_nominal(act_resolver *r, uint32_t nominal, uint32_t holder)
{
  phrase p;
  return !nominal_phrase(r, nominal, holder, &p) || draft_modifiers(r, &p);
}

static bool may_hold(const act_resolver *r, uint32_t i)
{
  return i != ACT_NO_CANDIDATE && !cand(r, i)->hidden && !cand(r, i)->plural &&
         (cand(r, i)->type == ACTANT_PERSON ||
          (cand(r, i)->form == ACTANT_PRONOUN && cand(r, i)->type == ACT_TYPE_UNKNOWN));
}

/* "X, president of Y" and "the president of Y, X", with offices coordinated behind the first. */
static bool draft_apposition(act_resolver *r, uint32_t i)
{
  uint32_t surface = act_surface_apposition(r, i);
  if (surface != ACT_NO_CANDIDATE)
    return draft_nominal(r, i, surface);
  const act_token *token = act_token_at(r, cand(r, i)->head);
  if ((token->deprel != ACT_DEP_APPOS && token->deprel != ACT_DEP_NMOD_DESC) ||
      token->head == ACT_ROOT)
    return true;
  uint32_t other = candidate_at(r, token->head);
  if (other == ACT_NO_CANDIDATE || other == i)
    return true;
  if (cand(r, i)->form == ACTANT_NAME && cand(r, i)->type == ACTANT_PERSON)
    return draft_nominal(r, other, i);
  if (!may_hold(r, other) || cand(r, other)->form == ACTANT_PRONOUN)
    return true;
  if (cand(r, i)->kind == ACT_MENTION_DEMONYM &&
      act_token_at(r, cand(r, i)->head)->xpos != ACT_XPOS_NNPS) {
    phrase p = { .holder = other,
                 .holder_token = cand(r, other)->head,
                 .head = cand(r, i)->head,
                 .noun = { .type = ACT_NOUN_PERSON } };
    return draft(r, &p, i, cand(r, i)->head);
  }
  for (uint32_t c = act_child_first(r, cand(r, i)->head); c != ACT_NO_TOKEN;
       c = act_child_next(r, c)) {
    uint32_t more = candidate_at(r, c);
    if (act_token_at(r, c)->deprel == ACT_DEP_CONJ && more != ACT_NO_CANDIDATE &&
        cand(r, more)->form == ACTANT_NOMINAL && !draft_nominal(r, more, other))
      return false;
  }
  return draft_nominal(r, i, other);
}

/* The subject, and what auxiliaries and adverbs say of the predicate. */
static uint32_t subject_of(const act_resolver *r, uint32_t predicate, phrase *p)
{
  uint32_t subject = ACT_NO_TOKEN;
  for (uint32_t c = act_child_first(r, predicate); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    if (act_subject_relation(act_token_at(r, c)->deprel))
      subject = c;
    if (act_token_at(r, c)->deprel == ACT_DEP_ADVMOD && act_form_in(r, c, "not n't never longer"))
      p->negated = true;
    if (act_token_at(r, c)->deprel == ACT_DEP_AUX &&
        act_form_in(r, c, "will 'll would may might could should"))
      p->future = true;
    if (act_token_at(r, c)->deprel == ACT_DEP_ADVMOD && act_form_in(r, c, "formerly previously"))
      p->former = true;
  }
  return subject;
}

static bool draft_predicate(act_resolver *r, uint32_t nominal, uint32_t predicate)
{
  phrase flags = { 0 }, p;
  uint32_t subject = subject_of(r, predicate, &flags),
           holder = subject == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : candidate_at(r, subject);
  if (!may_hold(r, holder) || !nominal_phrase(r, nominal, holder, &p))
    return true;
  p.negated = flags.negated;
  p.future = flags.future;
  p.former = flags.former;
  return draft_modifiers(r, &p);
}

/* "X is president of Y", "X became …", "X was elected …", "X serves as …". */
static bool draft_copula(act_resolver *r, uint32_t i)
{
  uint32_t head = cand(r, i)->head;
  const act_token *token = act_token_at(r, head);
  if (act_dependent_of(r, head, ACT_DEP_COP) != ACT_NO_TOKEN)
    return draft_predicate(r, i, head);
  if (token->head == ACT_ROOT || act_token_at(r, token->head)->upos != ACT_UPOS_VERB)
    return true;
  bool complement = token->deprel == ACT_DEP_XCOMP || token->deprel == ACT_DEP_OBJ;
  if (complement && act_lemma_among(r, token->head, "become remain stay"))
    return draft_predicate(r, i, token->head);
  bool passive = act_dependent_of(r, token->head, ACT_DEP_NSUBJ_PASS) != ACT_NO_TOKEN;
  if (passive && (complement || token->deprel == ACT_DEP_OBL) &&
      act_lemma_among(
        r,
        token->head,
        "elect appoint name choose select crown proclaim re-elect reelect reappoint make"))
    return draft_predicate(r, i, token->head);
  uint32_t preposition = act_preposition_of(r, head);
  if (token->deprel == ACT_DEP_OBL && preposition != ACT_NO_TOKEN &&
      act_form_is(r, preposition, "as") &&
      act_lemma_among(r, token->head, "serve work act rule play"))
    return draft_predicate(r, i, token->head);
  return true;
}

static bool is_country(const act_resolver *r, const act_candidate *c)
{
  return c->record != ACT_NO_RECORD && c->kind == ACT_MENTION_PLAIN &&
         act_gazetteer_record(r->gazetteer, c->record)->kind == ACT_RECORD_COUNTRY;
}

/* "X of the Democratic Party" and "Civic Party's X"; "X of Chile" and "Chile's X". */
static bool draft_member(act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i);
  phrase p = { .holder = i,
               .holder_token = c->head,
               .head = c->head,
               .noun = { .type = ACT_NOUN_PERSON, .has_role = true, .role = ACT_ROLE_MEMBER } };
  if (c->title < c->first)
    return true;
  for (uint32_t d = act_child_first(r, c->head); d != ACT_NO_TOKEN; d = act_child_next(r, d)) {
    uint32_t of = candidate_at(r, d);
    if (of == ACT_NO_CANDIDATE || of == i || cand(r, of)->form != ACTANT_NAME ||
        (cand(r, of)->type != ACTANT_ORGANISATION && !is_country(r, cand(r, of))))
      continue;
    p.noun.role =
      is_country(r, cand(r, of)) ? (uint8_t)ACT_ROLE_NATIONAL : (uint8_t)ACT_ROLE_MEMBER;
    uint32_t preposition = act_preposition_of(r, d);
    bool member = act_token_at(r, d)->deprel == ACT_DEP_NMOD_POSS ||
                  (act_token_at(r, d)->deprel == ACT_DEP_NMOD && preposition != ACT_NO_TOKEN &&
                   act_form_is(r, preposition, "of"));
    if (member && !draft(r, &p, of, d))
      return false;
  }
  return true;
}

/* "The new foreign minister is X." */
static bool draft_inverse(act_resolver *r, uint32_t i)
{
  phrase flags = { 0 };
  uint32_t head = cand(r, i)->head;
  if (act_dependent_of(r, head, ACT_DEP_COP) == ACT_NO_TOKEN)
    return true;
  uint32_t subject = subject_of(r, head, &flags),
           nominal = subject == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : candidate_at(r, subject);
  return nominal == ACT_NO_CANDIDATE || flags.negated || flags.future ||
         !cand(r, nominal)->definite || draft_nominal(r, nominal, i);
}

/* "X is Armenian", "X is an Armenian". */
static bool draft_national(act_resolver *r, uint32_t i)
{
  uint32_t head = cand(r, i)->head;
  phrase p = { .head = head, .noun = { .type = ACT_NOUN_PERSON } };
  if (act_dependent_of(r, head, ACT_DEP_COP) == ACT_NO_TOKEN)
    return true;
  uint32_t subject = subject_of(r, head, &p),
           holder = subject == ACT_NO_TOKEN ? ACT_NO_CANDIDATE : candidate_at(r, subject);
  if (!may_hold(r, holder))
    return true;
  p.holder = holder;
  p.holder_token = cand(r, holder)->head;
  return draft(r, &p, i, head);
}

bool act_draft_roles(act_resolver *r)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = cand(r, i);
    if (c->dropped || c->hidden || c->author || !r->a->sentences.data[c->sentence].parsed)
      continue;
    bool person = c->form == ACTANT_NAME && c->type == ACTANT_PERSON;
    if (person && ((c->title < c->first && !draft_title(r, i)) || !draft_member(r, i) ||
                   !draft_inverse(r, i)))
      return false;
    if (c->form == ACTANT_NOMINAL && c->noun.type == ACT_NOUN_PERSON && !c->plural &&
        !draft_copula(r, i))
      return false;
    if (c->kind == ACT_MENTION_DEMONYM && !draft_national(r, i))
      return false;
    if (c->form != ACTANT_PRONOUN && !draft_apposition(r, i))
      return false;
  }
  return true;
}
