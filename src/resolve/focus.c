/* SPDX-License-Identifier: MIT */
/* Offices without their country: "Foreign Secretary Ina Quist", "President Lindqvist".  Some titles
   exist in one country only (titles.tsv names it); the others belong to the country that the text
   is about, when it is clearly about one: its mentions, with those who hold its offices and the
   country named first counted thrice, are half as many again as any other's, and more than its
   demonyms speak for it.  Before that, what stands nearer is asked: "Minister X of Norway", "to
   meet Prime Minister X in Oslo", the same office with its country elsewhere ("the Kenyan
   president"), and, after it, the country of the dateline.  An office is never moved to a country
   that the document does not name. */
#include "resolve/resolver.h"

static bool is_country(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = &r->candidates.data[i];
  uint32_t record = r->candidates.data[act_root_of(r, i)].record;
  return c->form == ACTANT_NAME && !c->dropped && record != ACT_NO_RECORD &&
         act_gazetteer_record(r->gazetteer, record)->kind == ACT_RECORD_COUNTRY;
}

/* Whether a country is named by its own name twice, or acts: demonyms of people and things do not
 * make a text one about it. */
static bool is_named_twice(const act_resolver *r, uint32_t root)
{
  uint32_t plain = 0;
  for (uint32_t i = 0; i < r->candidates.count && plain < 2; i++) {
    const act_candidate *c = &r->candidates.data[i];
    if (c->form == ACTANT_NAME && !c->dropped && act_root_of(r, i) == root &&
        c->kind != ACT_MENTION_DEMONYM)
      plain++;
  }
  for (size_t k = 0; k < r->roles.count && plain < 2; k++) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE && d->role <= ACT_ROLE_OFFICIAL && act_root_of(r, d->of) == root)
      plain = 2;
  }
  return plain > 1;
}

/* The country that the text is about, or ACT_NO_CANDIDATE. */
static uint32_t focus_of(const act_resolver *r, uint32_t *counts)
{
  uint32_t best = ACT_NO_CANDIDATE, most = 0, second = 0, countries = 0;
  bool first = true;
  for (uint32_t i = 0; i < r->candidates.count; i++)
    if (is_country(r, i)) {
      countries += counts[act_root_of(r, i)] == 0;
      counts[act_root_of(r, i)] += first ? 3 : 1;
      first = false;
    }
  for (uint32_t i = 0; i < r->candidates.count; i++)
    if (counts[i] && countries > 1 && !is_named_twice(r, i))
      counts[i] = 0;
  for (size_t k = 0; k < r->roles.count; k++) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE && d->role <= ACT_ROLE_OFFICIAL && is_country(r, d->of))
      counts[act_root_of(r, d->of)] += 3;
  }
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    if (counts[i] > most) {
      second = most;
      most = counts[i];
      best = i;
    } else if (counts[i] > second) {
      second = counts[i];
    }
  }
  return (most >= 5 || countries == 1) && 2 * most >= 3 * second ? best : ACT_NO_CANDIDATE;
}

static uint32_t country_by_iso(const act_resolver *r, const char iso[3])
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    if (!is_country(r, i))
      continue;
    const char *own =
      act_gazetteer_record(r->gazetteer, r->candidates.data[act_root_of(r, i)].record)->iso;
    if (own && own[0] == iso[0] && own[1] == iso[1])
      return i;
  }
  return ACT_NO_CANDIDATE;
}

/* Whether a person has an office of a place already, so that a bare title needs none. */
static bool has_place(const act_resolver *r, const act_role_draft *draft)
{
  for (size_t k = 0; k < r->roles.count; k++) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE && d->role <= ACT_ROLE_OFFICIAL &&
        act_root_of(r, d->holder) == act_root_of(r, draft->holder))
      return true;
  }
  return false;
}

/* A state has one head at a time: whether someone else has the office already. */
static bool is_taken(const act_resolver *r, const act_role_draft *draft, uint32_t country)
{
  for (size_t k = 0; k < r->roles.count && draft->role <= ACT_ROLE_HEAD_OF_GOVERNMENT; k++) {
    const act_role_draft *d = &r->roles.data[k];
    if (d->of != ACT_NO_CANDIDATE && d->role == draft->role && !d->former &&
        act_root_of(r, d->of) == act_root_of(r, country) &&
        act_root_of(r, d->holder) != act_root_of(r, draft->holder))
      return true;
  }
  return false;
}

/* The candidate of a country by its record. */
static uint32_t country_by_record(const act_resolver *r, uint32_t record)
{
  for (uint32_t i = 0; record != ACT_NO_RECORD && i < r->candidates.count; i++)
    if (is_country(r, i) && r->candidates.data[act_root_of(r, i)].record == record)
      return i;
  return ACT_NO_CANDIDATE;
}

/* The country that a place's name stands for or lies in, when the document names it. */
static uint32_t country_of_place(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = &r->candidates.data[i];
  if (c->form != ACTANT_NAME || c->dropped || c->record == ACT_NO_RECORD)
    return ACT_NO_CANDIDATE;
  const act_record *record = act_gazetteer_record(r->gazetteer, c->record);
  if (record->kind == ACT_RECORD_COUNTRY)
    return i;
  return record->kind == ACT_RECORD_CITY ? country_by_record(r, record->country) : ACT_NO_CANDIDATE;
}

/* "Minister X of Norway"; "travelled to Oslo to meet Prime Minister X". */
static uint32_t country_beside(const act_resolver *r, const act_role_draft *d)
{
  const act_candidate *holder = &r->candidates.data[d->holder];
  const act_sentence *s = &r->a->sentences.data[d->sentence];
  uint32_t end = holder->end;
  if (end + 1 < s->end && act_form_in(r, end, "of from") &&
      r->covered[end + 1] != ACT_NO_CANDIDATE && is_country(r, r->covered[end + 1]))
    return r->covered[end + 1];
  uint32_t t = d->title_first;
  while (t > s->first && d->title_first - t < 6 &&
         act_form_in(r,
                     t - 1,
                     "to meet with meeting met and by the where for talks see received hosted "
                     "welcomed visiting its"))
    t--;
  if (t == d->title_first || t == s->first || r->covered[t - 1] == ACT_NO_CANDIDATE)
    return ACT_NO_CANDIDATE;
  uint32_t place = r->covered[t - 1], first = r->candidates.data[place].first;
  bool goal = first > s->first && act_form_in(r, first - 1, "to in into at visited visit");
  return goal ? country_of_place(r, place) : ACT_NO_CANDIDATE;
}

/* The country of whoever has the same office where it is said: "Kenyan president" in the headline,
 * "President X" below. */
static uint32_t country_of_office(const act_resolver *r, const act_role_draft *d)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = &r->candidates.data[i];
    if (!is_country(r, i) || (c->kind != ACT_MENTION_DEMONYM && c->kind != ACT_MENTION_PLAIN))
      continue;
    uint32_t t = c->end;
    const act_sentence *s = &r->a->sentences.data[c->sentence];
    if (t < s->end && act_token_at(r, t)->xpos == ACT_XPOS_POS)
      t++;
    else if (c->kind == ACT_MENTION_PLAIN)
      continue;
    uint32_t k = d->title_first;
    while (k < d->title_end && t < s->end && act_token_at(r, t)->lower == act_token_at(r, k)->lower)
      t++, k++;
    if (k == d->title_end && (t == s->end || r->covered[t] == ACT_NO_CANDIDATE))
      return i;
  }
  return ACT_NO_CANDIDATE;
}

static uint32_t country_of_dateline(const act_resolver *r)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    const act_sentence *s = &r->a->sentences.data[r->candidates.data[i].sentence];
    if (r->a->document->blocks.data[s->block].kind == ACT_BLOCK_DATELINE)
      return country_of_place(r, i);
  }
  return ACT_NO_CANDIDATE;
}

/* "President X, accompanied by Foreign Minister Y": the country of the colleague before him. */
static uint32_t country_of_colleague(const act_resolver *r, const act_role_draft *d)
{
  if (d->role != ACT_ROLE_OFFICIAL || d->title_first < 2 ||
      !act_form_in(r, d->title_first - 1, "by and with") ||
      (!act_form_is(r, d->title_first - 1, "and") &&
       !act_form_in(r, d->title_first - 2, "accompanied along together joined flanked")))
    return ACT_NO_CANDIDATE;
  for (uint32_t i = d->holder; i-- > 0 && r->candidates.data[i].sentence == d->sentence;)
    for (size_t k = 0; k < r->roles.count; k++) {
      const act_role_draft *other = &r->roles.data[k];
      if (other->of != ACT_NO_CANDIDATE && other->role <= ACT_ROLE_OFFICIAL && !other->former &&
          r->candidates.data[i].form == ACTANT_NAME && is_country(r, other->of) &&
          act_root_of(r, other->holder) == act_root_of(r, i))
        return other->of;
    }
  return ACT_NO_CANDIDATE;
}

/* Where an office of a state belongs whose country is not said with it. */
static uint32_t place_office(const act_resolver *r, const act_role_draft *d, uint32_t focus)
{
  uint32_t guesses[] = { country_beside(r, d),
                         country_of_colleague(r, d),
                         country_of_office(r, d),
                         focus,
                         country_of_dateline(r) };
  for (size_t k = 0; k < sizeof guesses / sizeof *guesses; k++)
    if (guesses[k] != ACT_NO_CANDIDATE && !is_taken(r, d, guesses[k]))
      return guesses[k];
  return ACT_NO_CANDIDATE;
}

/* "Transport and Tourism Minister": a portfolio of any words. */
static bool is_portfolio(const act_resolver *r, const act_role_draft *d)
{
  for (uint32_t t = d->title_first; t + 1 < d->title_end; t++)
    if (!act_capitalised(r, t) && !act_form_in(r, t, "and former"))
      return false;
  return act_form_is(r, d->title_end - 1, "minister") && act_capitalised(r, d->title_end - 1);
}

bool act_place_offices(act_resolver *r)
{
  uint32_t *counts = act_arena_zalloc(&r->arena, r->candidates.count, sizeof *counts);
  if (!counts)
    return false;
  uint32_t focus = focus_of(r, counts);
  for (size_t k = 0; k < r->roles.count; k++) {
    act_role_draft *d = &r->roles.data[k];
    act_noun noun;
    bool office = d->of == ACT_NO_CANDIDATE && d->role <= ACT_ROLE_OFFICIAL &&
                  d->role != ACT_ROLE_LEADER && d->title_end > d->title_first;
    if (!office ||
        act_noun_longest(r->a, d->title_first, d->title_end - 1, &noun) == ACT_NO_TOKEN ||
        r->candidates.data[act_root_of(r, d->holder)].form != ACTANT_NAME)
      continue;
    bool whole =
      act_noun_longest(r->a, d->title_first, d->title_end - 1, &noun) == d->title_first ||
      is_portfolio(r, d);
    uint32_t country = noun.iso[0] ? country_by_iso(r, noun.iso) : ACT_NO_CANDIDATE;
    if (country == ACT_NO_CANDIDATE && !noun.iso[0] && noun.national && whole && !has_place(r, d))
      country = place_office(r, d, focus);
    if (country == ACT_NO_CANDIDATE)
      continue;
    d->of = country;
    d->of_token = d->trigger;
    d->inferred = true;
  }
  return true;
}
