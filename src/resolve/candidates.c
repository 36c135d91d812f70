/* SPDX-License-Identifier: MIT */
/* Clusters of candidates, by union-find.  The root of a cluster is its earliest candidate and
   carries what is known of all: type, gender, record, whether it is named.  What contradicts is
   never joined: two types, two genders, two records of the gazetteer. */
#include "resolve/resolver.h"

uint32_t act_root_of(const act_resolver *r, uint32_t candidate)
{
  while (r->candidates.data[candidate].parent != candidate)
    candidate = r->candidates.data[candidate].parent;
  return candidate;
}

uint8_t act_type_of_kind(act_record_kind kind)
{
  return kind == ACT_RECORD_PERSON         ? ACTANT_PERSON
         : kind == ACT_RECORD_ORGANISATION ? ACTANT_ORGANISATION
                                           : ACTANT_PLACE;
}

static bool differ(uint32_t a, uint32_t b, uint32_t unknown)
{
  return a != unknown && b != unknown && a != b;
}

/* Two people: full names that differ in more than an initial or a middle name. */
static bool differ_in_name(const act_resolver *r, const act_candidate *a, const act_candidate *b)
{
  if (a->type != ACTANT_PERSON || b->type != ACTANT_PERSON || a->full == ACT_NO_CANDIDATE ||
      b->full == ACT_NO_CANDIDATE || (a->record != ACT_NO_RECORD && a->record == b->record))
    return false;
  const act_candidate *one = &r->candidates.data[a->full], *other = &r->candidates.data[b->full];
  return one->key != other->key && !act_same_person(r, one, other);
}

bool act_may_join(const act_resolver *r, uint32_t one, uint32_t other)
{
  const act_candidate *a = &r->candidates.data[act_root_of(r, one)],
                      *b = &r->candidates.data[act_root_of(r, other)];
  if (a == b)
    return true;
  return !a->dropped && !b->dropped && !a->hidden && !b->hidden && !a->set_count && !b->set_count &&
         !differ(a->type, b->type, ACT_TYPE_UNKNOWN) &&
         !differ(a->gender, b->gender, ACT_GENDER_UNKNOWN) &&
         !differ(a->record, b->record, ACT_NO_RECORD) && !differ_in_name(r, a, b);
}

/* Halve the way up for all of a chain, so that later walks are short. */
static void shorten(act_resolver *r, uint32_t candidate, uint32_t root)
{
  while (candidate != root) {
    uint32_t next = r->candidates.data[candidate].parent;
    r->candidates.data[candidate].parent = root;
    candidate = next;
  }
}

bool act_join_clusters(act_resolver *r, uint32_t one, uint32_t other, const char *why)
{
  if (!act_may_join(r, one, other))
    return false;
  uint32_t a = act_root_of(r, one), b = act_root_of(r, other), later = one > other ? one : other;
  if (!r->candidates.data[later].why) {
    r->candidates.data[later].why = why;
    r->candidates.data[later].with = (later == one ? other : one) + 1;
  }
  if (a != b) {
    uint32_t low = a < b ? a : b, high = a < b ? b : a;
    act_candidate *root = &r->candidates.data[low];
    const act_candidate *child = &r->candidates.data[high];
    if (root->type == ACT_TYPE_UNKNOWN)
      root->type = child->type;
    if (root->gender == ACT_GENDER_UNKNOWN)
      root->gender = child->gender;
    if (root->record == ACT_NO_RECORD)
      root->record = child->record;
    if (root->full == ACT_NO_CANDIDATE)
      root->full = child->full;
    root->named |= child->named;
    r->candidates.data[high].parent = low;
    a = low;
  }
  shorten(r, one, a);
  shorten(r, other, a);
  return true;
}

uint32_t act_add_candidate(act_resolver *r, act_candidate candidate)
{
  candidate.parent = (uint32_t)r->candidates.count;
  return act_array_push(&r->candidates, candidate) ? candidate.parent : ACT_NO_CANDIDATE;
}

bool act_make_set(act_resolver *r,
                  uint32_t candidate,
                  const uint32_t *members,
                  uint32_t count,
                  const char *why)
{
  uint32_t start = (uint32_t)r->sets.count;
  for (uint32_t i = 0; i < count; i++)
    if (!act_array_push(&r->sets, members[i]))
      return false;
  act_candidate *c = &r->candidates.data[candidate];
  c->set = start;
  c->set_count = count;
  c->kind = ACT_MENTION_SET;
  c->why = why;
  return true;
}

static int by_place(const void *left, const void *right)
{
  const act_candidate *a = left, *b = right;
  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  return a->head != b->head ? (a->head < b->head ? -1 : 1) : 0;
}

bool act_order_candidates(act_resolver *r)
{
  if (r->candidates.count)
    qsort(r->candidates.data, r->candidates.count, sizeof *r->candidates.data, by_place);
  for (size_t t = 0; t < r->a->tokens.count; t++)
    r->at[t] = r->covered[t] = ACT_NO_CANDIDATE;
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = &r->candidates.data[i];
    c->parent = i;
    c->full = c->form == ACTANT_NAME && c->end - c->first > 1 ? i : ACT_NO_CANDIDATE;
    if (c->dropped)
      continue;
    if (r->at[c->head] == ACT_NO_CANDIDATE || c->form == ACTANT_NAME)
      r->at[c->head] = i;
    if (c->form == ACTANT_NAME)
      for (uint32_t t = c->title; t < c->end; t++)
        r->covered[t] = i;
  }
  return true;
}
