/* SPDX-License-Identifier: MIT */
/* Offices without their country: "Foreign Secretary Ina Quist", "President Lindqvist".  Some titles
   exist in one country only (titles.tsv names it); the others belong to the country that the text
   is about, when it is clearly about one: its mentions, with those who hold its offices and the
   country named first counted thrice, are half as many again as any other's.  An office is never
   moved to a country that the document does not name. */
#include "resolve/resolver.h"

static bool is_country(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = &r->candidates.data[i];
  uint32_t record = r->candidates.data[act_root_of(r, i)].record;
  return c->form == ACTANT_NAME && !c->dropped && record != ACT_NO_RECORD &&
         act_gazetteer_record(r->gazetteer, record)->kind == ACT_RECORD_COUNTRY;
}

/* The country that the text is about, or ACT_NO_CANDIDATE. */
static uint32_t focus_of(const act_resolver *r, uint32_t *counts)
{
  uint32_t best = ACT_NO_CANDIDATE, most = 0, second = 0;
  bool first = true;
  for (uint32_t i = 0; i < r->candidates.count; i++)
    if (is_country(r, i)) {
      counts[act_root_of(r, i)] += first ? 3 : 1;
      first = false;
    }
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
  return most >= 5 && 2 * most >= 3 * second ? best : ACT_NO_CANDIDATE;
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
    bool whole = act_noun_longest(r->a, d->title_first, d->title_end - 1, &noun) == d->title_first;
    uint32_t country = noun.iso[0] ? country_by_iso(r, noun.iso) : ACT_NO_CANDIDATE;
    if (country == ACT_NO_CANDIDATE && !noun.iso[0] && noun.national && whole &&
        focus != ACT_NO_CANDIDATE && !has_place(r, d) && !is_taken(r, d, focus))
      country = focus;
    if (country == ACT_NO_CANDIDATE)
      continue;
    d->of = country;
    d->of_token = d->trigger;
    d->inferred = true;
  }
  return true;
}
