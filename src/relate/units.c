/* SPDX-License-Identifier: MIT */
/* Names as units of the tree.

   The name finder and the parser do not ask each other.  Where a name has several tokens that hang
   from outside, the topmost of these keeps its place for the name, and everything that hung from
   inside the name hangs from its head.  "A, B and C", names of one type with nothing between but
   commas and one "and", are a coordination, whatever the tree said; so that a list spreads to all
   of its members. No change makes a cycle: what moves goes below a token that is not below itself.
*/
#include "relate/relating.h"

static uint32_t *head_of(act_relating *g, uint32_t token)
{
  return &g->heads[token - g->tree.base];
}

static uint8_t *dep_of(act_relating *g, uint32_t token)
{
  return &g->deps[token - g->tree.base];
}

static bool inside(const act_mention *m, uint32_t token)
{
  return token != ACT_ROOT && token >= m->first && token < m->end;
}

static bool any_above(act_relating *g, const act_mention *m, uint32_t token)
{
  uint32_t steps = g->sentence->end - g->sentence->first;
  for (uint32_t at = *head_of(g, token); at != ACT_ROOT && steps; at = *head_of(g, at), steps--)
    if (inside(m, at))
      return true;
  return false;
}

static const act_mention *name_at(const act_relating *g, uint32_t token)
{
  uint32_t index = g->resolution->mention_of[token];
  const act_mention *m = index == ACT_NO_MENTION ? NULL : &g->resolution->mentions.data[index];
  return m && m->form == ACTANT_NAME && m->first >= g->sentence->first && m->end <= g->sentence->end
           ? m
           : NULL;
}

static uint32_t depth(act_relating *g, uint32_t token)
{
  uint32_t count = 0, limit = g->sentence->end - g->sentence->first;
  for (uint32_t at = token; at != ACT_ROOT && count < limit; at = *head_of(g, at))
    count++;
  return count;
}

static void unite(act_relating *g, const act_mention *m)
{
  uint32_t top = ACT_NO_TOKEN;
  if (!inside(m, m->head)) /* resolving let a noun beside it stand for the name */
    return;
  for (uint32_t t = m->first; t < m->end; t++)
    if (!inside(m, *head_of(g, t)) && !any_above(g, m, t) &&
        (top == ACT_NO_TOKEN || depth(g, t) < depth(g, top)))
      top = t;
  if (top == ACT_NO_TOKEN)
    return;
  uint32_t above = *head_of(g, top);
  uint8_t dep = *dep_of(g, top);
  for (uint32_t t = m->first; t < m->end; t++)
    if (!inside(m, *head_of(g, t)) || t == m->head) {
      *head_of(g, t) = m->head;
      *dep_of(g, t) = ACT_DEP_FLAT;
    }
  *head_of(g, m->head) = above;
  *dep_of(g, m->head) = dep;
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++)
    if (!inside(m, t) && inside(m, *head_of(g, t)))
      *head_of(g, t) = m->head;
}

/* ------------------------------------------------------------------------------------------- lists
 */

static bool is_and(const act_relating *g, uint32_t token)
{
  return act_lower_is(g, token, "and") || act_lower_is(g, token, "or") ||
         act_lower_is(g, token, "&");
}

static actant_entity_type type_of(const act_relating *g, const act_mention *m)
{
  return g->resolution->entities.data[g->resolution->referents.data[m->referents]].type;
}

static bool is_land(const act_relating *g, const act_mention *m)
{
  const act_entity *e = &g->resolution->entities.data[g->resolution->referents.data[m->referents]];
  if (e->record == ACT_NO_RECORD || !g->resolution->gazetteer)
    return false;
  act_record_kind kind = act_gazetteer_record(g->resolution->gazetteer, e->record)->kind;
  return kind == ACT_RECORD_COUNTRY || kind == ACT_RECORD_REGION;
}

/* "A, Zland, B": a capitalised word between commas that no list of names knows. */
static bool is_unknown_item(const act_relating *g, uint32_t token)
{
  if (token + 1 >= g->sentence->end || !act_lower_is(g, token + 1, ",") ||
      g->resolution->mention_of[token] != ACT_NO_MENTION)
    return false;
  char first = act_token_form(g->annotation, token).bytes[0];
  return first >= 'A' && first <= 'Z';
}

/* The name that goes on a list behind `m`; *last when an "and" stands between. */
static const act_mention *next_item(const act_relating *g, const act_mention *m, bool *last)
{
  uint32_t at = m->end;
  bool comma = at < g->sentence->end && act_lower_is(g, at, ",");
  if (comma)
    at++;
  if (comma && is_unknown_item(g, at))
    at += 2;
  *last = at < g->sentence->end && is_and(g, at);
  if (*last)
    at++;
  if (at < g->sentence->end && act_lower_is(g, at, "the"))
    at++;
  if ((!comma && !*last) || at >= g->sentence->end)
    return NULL;
  for (uint32_t t = at; t < g->sentence->end && t < at + ACT_CLIMB; t++) {
    const act_mention *next = name_at(g, t);
    if (next && next->first == at)
      return type_of(g, next) == type_of(g, m) && next->kind == m->kind &&
                 is_land(g, next) == is_land(g, m)
               ? next
               : NULL;
  }
  return NULL;
}

static void coordinate(act_relating *g, uint32_t first, uint32_t next)
{
  if (act_hangs_below(g, first, next)) {
    *head_of(g, first) = *head_of(g, next);
    *dep_of(g, first) = *dep_of(g, next);
  }
  *head_of(g, next) = first;
  *dep_of(g, next) = ACT_DEP_CONJ;
}

/* So many names between commas are a list even without an "and". */
enum { LONG_LIST = 4 };

static uint32_t make_list(act_relating *g, const act_mention *first)
{
  const act_mention *items[ACT_CONJUNCTS];
  size_t count = 0;
  bool last = false;
  for (const act_mention *m = first; m && count < ACT_CONJUNCTS && !last;) {
    items[count++] = m;
    m = next_item(g, m, &last);
    if (m && last && count < ACT_CONJUNCTS)
      items[count++] = m;
    else if (!m)
      last = false;
    if (!m)
      break;
  }
  if (count < 2 || (!last && count < LONG_LIST) ||
      (count == 2 && (!last || *dep_of(g, items[1]->head) == ACT_DEP_NSUBJ ||
                      *dep_of(g, items[1]->head) == ACT_DEP_NSUBJ_PASS)))
    return first->end;
  for (size_t i = 1; i < count; i++)
    coordinate(g, items[0]->head, items[i]->head);
  return items[count - 1]->end;
}

/* "met on April 6 with Karl Dunn": what hangs from a number with a preposition belongs to what the
 * number hangs from. */
static void lift_from_number(act_relating *g, const act_mention *m)
{
  bool preposition = false;
  for (uint32_t t = m->first > g->sentence->first + ACT_CLIMB ? m->first - ACT_CLIMB
                                                              : g->sentence->first;
       t < m->first;
       t++)
    preposition |= *head_of(g, t) == m->head && *dep_of(g, t) == ACT_DEP_CASE;
  for (int step = 0; step < ACT_CLIMB && preposition; step++) {
    uint32_t head = *head_of(g, m->head);
    if (head == ACT_ROOT || act_tok(g, head)->upos != ACT_UPOS_NUM || *head_of(g, head) == ACT_ROOT)
      return;
    *head_of(g, m->head) = *head_of(g, head);
    *dep_of(g, m->head) = ACT_DEP_OBL;
  }
}

void act_unite_names(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    const act_mention *m = name_at(g, t);
    if (!m || m->head != t)
      continue;
    if (m->end - m->first > 1)
      unite(g, m);
    lift_from_number(g, m);
  }
  for (uint32_t t = g->sentence->first; t < g->sentence->end;) {
    const act_mention *m = name_at(g, t);
    uint32_t end = m && m->head == t ? make_list(g, m) : t + 1;
    t = end > t ? end : t + 1;
  }
}

/* ---------------------------------------------------------------------------------------------
 * labels */

static bool has_case(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_CASE)
      return true;
  return false;
}

void act_label_names(act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++) {
    const act_mention *m = name_at(g, t);
    uint32_t head = act_head(g, t);
    if (!m || m->head != t || head == ACT_ROOT || act_tok(g, head)->upos != ACT_UPOS_VERB)
      continue;
    uint8_t dep = act_dep(g, t);
    bool clause =
      has_case(g, t) && (dep == ACT_DEP_ACL || dep == ACT_DEP_ACL_RELCL || dep == ACT_DEP_ADVCL ||
                         dep == ACT_DEP_XCOMP || dep == ACT_DEP_CCOMP);
    bool odd = clause || dep == ACT_DEP_FLAT || dep == ACT_DEP_COMPOUND ||
               dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_GOESWITH || dep == ACT_DEP_APPOS ||
               dep == ACT_DEP_DEP || dep == ACT_DEP_AMOD || dep == ACT_DEP_ADVMOD ||
               dep == ACT_DEP_NMOD || dep == ACT_DEP_NMOD_UNMARKED;
    if (odd && act_dep(g, head) != ACT_DEP_AMOD)
      *dep_of(g, t) = has_case(g, t)                                                ? ACT_DEP_OBL
                      : t > head && act_child(g, head, ACT_DEP_OBJ) == ACT_NO_TOKEN ? ACT_DEP_OBJ
                                                                                    : dep;
  }
}
