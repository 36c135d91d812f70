/* SPDX-License-Identifier: MIT */
/* Who is meant: sieves in order of how sure they are, after Raghunathan et al. 2010 ("A Multi-Pass
   Sieve for Coreference Resolution").  Names are found and joined over the whole document first;
   offices are drafted from titles and appositions; then one walk along the text settles nominals
   and pronouns with what stands before them.  The workbench (resolver.h) lives in an arena of its
   own and is gone at the end. */
#include "resolve/resolver.h"

#include <string.h>

/* Trees of sentences that are not parsed have no children at all. */
static bool build_trees(act_resolver *r)
{
  const size_t tokens = r->a->tokens.count;
  uint32_t *cells = act_arena_zalloc(&r->arena, tokens, 4 * sizeof *cells);
  if (!cells)
    return false;
  r->trees = (act_tree){
    .first = cells, .next = cells + tokens, .last = cells + 2 * tokens, .begin = cells + 3 * tokens
  };
  for (size_t i = 0; i < r->a->sentences.count; i++) {
    const act_sentence *s = &r->a->sentences.data[i];
    act_tree tree = { .first = r->trees.first + s->first,
                      .next = r->trees.next + s->first,
                      .last = r->trees.last + s->first,
                      .begin = r->trees.begin + s->first };
    for (uint32_t t = s->first; t < s->end; t++)
      r->sentence_of[t] = (uint32_t)i;
    if (s->parsed)
      act_tree_fill(r->a, s, &tree);
    else
      memset(tree.first, 0xFF, (s->end - s->first) * sizeof *tree.first);
  }
  return true;
}

/* Mark what stands between quotation marks; a new block ends a quotation that was left open. */
static void mark_quotes(act_resolver *r)
{
  for (size_t i = 0; i < r->a->sentences.count; i++) {
    const act_sentence *s = &r->a->sentences.data[i];
    bool same = i && r->a->sentences.data[i - 1].block == s->block && s->first;
    uint8_t inside = same ? r->speaker[s->first - 1] : 0;
    for (uint32_t t = s->first; t < s->end; t++) {
      if (act_form_in(r, t, "“ ``"))
        inside = 1;
      else if (act_form_in(r, t, "” ''"))
        inside = 0;
      else if (act_form_is(r, t, "\""))
        inside = !inside;
      r->speaker[t] = inside;
    }
  }
}

static bool prepare(act_resolver *r)
{
  size_t tokens = r->a->tokens.count;
  r->sentence_of = act_arena_zalloc(&r->arena, tokens, sizeof *r->sentence_of);
  r->at = act_arena_zalloc(&r->arena, tokens, sizeof *r->at);
  r->covered = act_arena_zalloc(&r->arena, tokens, sizeof *r->covered);
  r->speaker = act_arena_zalloc(&r->arena, tokens, sizeof *r->speaker);
  r->small = act_arena_zalloc(&r->arena, r->a->strings.texts.count, sizeof *r->small);
  if (!r->sentence_of || !r->at || !r->covered || !r->speaker || !r->small || !build_trees(r))
    return false;
  for (uint32_t t = 0; t < tokens; t++)
    r->small[act_token_at(r, t)->lower] |= !act_capitalised(r, t);
  mark_quotes(r);
  return true;
}

static bool run(act_resolver *r, act_resolution *out)
{
  return prepare(r) && act_name_candidates(r) && act_order_candidates(r) &&
         act_unclaimed_candidates(r) && act_order_candidates(r) && act_nominal_candidates(r) &&
         act_order_candidates(r) &&
         (r->counts = act_arena_zalloc(&r->arena, r->candidates.count, sizeof *r->counts)) &&
         act_join_names(r) && act_settle_genders(r) && act_draft_roles(r) && act_place_offices(r) &&
         act_refer_all(r) && act_make_result(r, out);
}

actant_status act_resolve(const act_annotation *annotation,
                          const act_gazetteer *gazetteer,
                          act_resolution **out,
                          actant_error *err)
{
  act_resolution *result = calloc(1, sizeof *result);
  if (!result)
    return act_fail_memory(err, "resolve");
  result->annotation = annotation;
  result->gazetteer = gazetteer;
  act_resolver r = { .a = annotation, .gazetteer = gazetteer };
  bool ok = run(&r, result);
  act_array_free(&r.candidates);
  act_array_free(&r.sets);
  act_array_free(&r.roles);
  act_arena_free(&r.arena);
  if (!ok) {
    act_resolution_free(result);
    return act_fail_memory(err, "resolve");
  }
  *out = result;
  return ACTANT_OK;
}

void act_resolution_free(act_resolution *resolution)
{
  if (!resolution)
    return;
  for (size_t i = 0; i < resolution->entities.count; i++) {
    act_array_free(&resolution->entities.data[i].aliases);
    act_array_free(&resolution->entities.data[i].mentions);
  }
  act_array_free(&resolution->entities);
  act_array_free(&resolution->mentions);
  act_array_free(&resolution->referents);
  act_array_free(&resolution->roles);
  act_arena_free(&resolution->arena);
  free(resolution);
}
