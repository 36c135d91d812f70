/* SPDX-License-Identifier: MIT */
/* Which of several parties of one name is meant: "the Labour Party" is that of the country right
   before it ("Maltese Labour Party"), else that of the country which the text speaks of most,
   counting its towns, its people and what acts for it.  Where the text speaks of none of their
   countries the name keeps its type, and is no known party. */
#include "resolve/resolver.h"

#include <string.h>

enum {
  SURE_WEIGHT = 95, /* parties of the largest countries, meant where no country is named */
  WORDS = 10
};

typedef struct lands {
  act_map counts; /* by record of a country: how often it is spoken of */
} lands;

static bool is_party(const act_record *record)
{
  return record->kind == ACT_RECORD_ORGANISATION && strncmp(record->id, "party:", 6) == 0;
}

static uint32_t land_of(const act_resolver *r, uint32_t record)
{
  const act_record *known = act_gazetteer_record(r->gazetteer, record);
  return known->kind == ACT_RECORD_COUNTRY ? record : known->country;
}

static bool count_lands(const act_resolver *r, lands *l)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = &r->candidates.data[i];
    if (c->form != ACTANT_NAME || c->dropped || c->record == ACT_NO_RECORD ||
        is_party(act_gazetteer_record(r->gazetteer, c->record)))
      continue;
    uint32_t land = land_of(r, c->record),
             count = land == ACT_NO_RECORD ? 0 : act_map_get(&l->counts, land);
    if (land != ACT_NO_RECORD &&
        !act_map_set(&l->counts, land, count == ACT_NO_VALUE ? 1 : count + 1))
      return false;
  }
  return true;
}

/* The country named right before a name: "the Maltese X", "Malta's X"; or ACT_NO_RECORD. */
static uint32_t land_before(const act_resolver *r, const act_candidate *c)
{
  uint32_t t = c->first;
  if (t > 1 && act_token_at(r, t - 1)->xpos == ACT_XPOS_POS)
    t--;
  uint32_t before = t ? r->covered[t - 1] : ACT_NO_CANDIDATE;
  if (before == ACT_NO_CANDIDATE || r->candidates.data[before].record == ACT_NO_RECORD ||
      r->candidates.data[before].sentence != c->sentence)
    return ACT_NO_RECORD;
  return land_of(r, r->candidates.data[before].record);
}

/* The form that a name is, or "Labour Party" of "Norwegian Labour Party", whose country is *land.
 */
static bool find_forms(const act_resolver *r,
                       const act_candidate *c,
                       act_gazetteer_hit *hit,
                       uint32_t *land)
{
  uint64_t hashes[WORDS];
  uint32_t words = c->end - c->first;
  *land = land_before(r, c);
  if (words > WORDS)
    return false;
  for (uint32_t t = 0; t < words; t++)
    hashes[t] = r->a->strings.hashes[act_token_at(r, c->first + t)->lower];
  if (!act_gazetteer_match(r->gazetteer, hashes, words, hit))
    return false;
  if (hit->tokens == words)
    return c->record != ACT_NO_RECORD;
  uint32_t people = hit->tokens, record = act_gazetteer_sense(r->gazetteer, hit->first).record;
  if (c->record != ACT_NO_RECORD || !(hit->lists & ACT_LIST_DEMONYM) || record == ACT_NO_RECORD)
    return false;
  *land = land_of(r, record);
  return act_gazetteer_match(r->gazetteer, hashes + people, words - people, hit) &&
         hit->tokens == words - people;
}

/* The party that a name means here, or ACT_NO_RECORD. */
static uint32_t choose(const act_resolver *r,
                       const lands *l,
                       const act_candidate *c,
                       const act_gazetteer_hit *hit,
                       uint32_t before)
{
  uint32_t best = ACT_NO_RECORD, most = 0, parties = 0;
  for (uint32_t i = 0; i < hit->count; i++) {
    uint32_t record = act_gazetteer_sense(r->gazetteer, hit->first + i).record;
    if (record == ACT_NO_RECORD || !is_party(act_gazetteer_record(r->gazetteer, record)))
      continue;
    uint32_t land = land_of(r, record), count = act_map_get(&l->counts, land);
    parties++;
    if (land == before)
      return record;
    if (count != ACT_NO_VALUE && count > most) {
      best = record;
      most = count;
    }
  }
  if (c->record == ACT_NO_RECORD)
    return ACT_NO_RECORD; /* "Norwegian X" is no other country's */
  bool sure = act_gazetteer_record(r->gazetteer, c->record)->weight >= SURE_WEIGHT;
  return best != ACT_NO_RECORD || (parties > 1 && !sure) ? best : c->record;
}

bool act_choose_parties(act_resolver *r)
{
  lands l = { 0 };
  bool ok = count_lands(r, &l);
  for (uint32_t i = 0; ok && i < r->candidates.count; i++) {
    act_candidate *c = &r->candidates.data[i];
    act_gazetteer_hit hit;
    uint32_t land;
    if (c->form != ACTANT_NAME || c->dropped || c->type != ACTANT_ORGANISATION ||
        (c->record != ACT_NO_RECORD && !is_party(act_gazetteer_record(r->gazetteer, c->record))))
      continue;
    if (find_forms(r, c, &hit, &land))
      c->record = choose(r, &l, c, &hit, land);
  }
  act_map_free(&l.counts);
  return ok;
}
