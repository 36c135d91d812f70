/* SPDX-License-Identifier: MIT */
/* Names that the text itself says are one: "X, also known as Y", "X (formerly Y)", "X (or Y)", "X,
   better known as Y", and in brackets right behind a body's name its name in another language.
   "Now" is no such word: what a town is called now may lie in another country. */
#include "resolve/resolver.h"

enum {
  WORDS = 6, /* tokens between the two names */
  NEAR = 4   /* candidates between them: "also known as the X" */
};

static bool is_name(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = &r->candidates.data[i];
  return c->form == ACTANT_NAME && !c->dropped && c->kind == ACT_MENTION_PLAIN;
}

/* Whether the tokens between two names say that both name one thing. */
static bool says_alias(const act_resolver *r, uint32_t from, uint32_t to)
{
  bool bracket = from < to && act_form_in(r, from, "( ["), said = false;
  uint32_t t = from;
  if (to - from < 2 || to - from > WORDS || !act_form_in(r, from, "( [ , also aka a.k.a. or"))
    return false;
  for (t += act_form_in(r, from, "( [ ,"); t < to; t++) {
    if (act_form_in(r, t, "aka a.k.a."))
      said = true;
    else if (act_form_is(r, t, "known") && t + 1 < to && act_form_is(r, t + 1, "as"))
      said = true, t++;
    else if (bracket &&
             act_form_in(
               r, t, "formerly originally previously also or called born née nee nicknamed"))
      said = true;
    else if (!act_form_in(r,
                          t,
                          "also better commonly popularly formerly simply more widely often or the "
                          "simply , ‘ ’ “ ” \" '"))
      return false;
  }
  return said;
}

/* "Xylo Instruments (Instrumentos Xylo)": nothing else in the brackets. */
static bool is_translated(const act_resolver *r, const act_candidate *a, const act_candidate *b)
{
  return a->type == ACTANT_ORGANISATION && b->type == ACTANT_ORGANISATION &&
         a->end - a->first > 1 && b->end - b->first > 1 && b->first == a->end + 1 &&
         act_form_is(r, a->end, "(") && b->end < r->a->tokens.count &&
         act_form_is(r, b->end, ")") && a->record == ACT_NO_RECORD && b->record == ACT_NO_RECORD;
}

/* The next name of the sentence, near enough; ACT_NO_CANDIDATE for none. */
static uint32_t next_name(const act_resolver *r, uint32_t i)
{
  for (uint32_t j = i + 1; j < r->candidates.count && j - i < NEAR; j++)
    if (r->candidates.data[j].sentence != r->candidates.data[i].sentence)
      return ACT_NO_CANDIDATE;
    else if (is_name(r, j))
      return r->candidates.data[j].title < r->candidates.data[i].end ? ACT_NO_CANDIDATE : j;
  return ACT_NO_CANDIDATE;
}

void act_agree_aliases(act_resolver *r)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    uint32_t j = is_name(r, i) ? next_name(r, i) : ACT_NO_CANDIDATE;
    if (j == ACT_NO_CANDIDATE || r->candidates.data[j].record != ACT_NO_RECORD ||
        !says_alias(r, r->candidates.data[i].end, r->candidates.data[j].title))
      continue;
    r->candidates.data[j].type = r->candidates.data[i].type;
    r->candidates.data[j].settled_here = true;
  }
}

void act_join_aliases(act_resolver *r)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    uint32_t j = is_name(r, i) ? next_name(r, i) : ACT_NO_CANDIDATE;
    if (j == ACT_NO_CANDIDATE)
      continue;
    const act_candidate *a = &r->candidates.data[i], *b = &r->candidates.data[j];
    if (!says_alias(r, a->end, b->title) && !is_translated(r, a, b))
      continue;
    uint32_t full = r->candidates.data[act_root_of(r, j)].full;
    r->candidates.data[act_root_of(r, j)].full =
      ACT_NO_CANDIDATE; /* two full names of one person */
    if (!act_join_clusters(r, i, j, "also known as"))
      r->candidates.data[act_root_of(r, j)].full = full;
  }
}
