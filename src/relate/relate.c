/* SPDX-License-Identifier: MIT */
/* One document: sentence by sentence, each token against the rules of its word; then titles and
   structure; then merging.

   Every token's lemma is looked up among the words of the rules once a document, by interned
   string, so that a token that no rule knows costs one array read.  Scratch memory is a sentence's.
*/
#include "relate/relating.h"

#include <string.h>

static const char STAGE[] = "relate";

static void lower_ascii(const char *text, size_t size, char *out)
{
  for (size_t i = 0; i < size; i++)
    out[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]);
}

/* A plural that the lemmatiser left as it stands ("troops") is tried without its ending. */
static uint32_t find_singular(const act_vocabulary *v, const char *lower, size_t size)
{
  if (size < 4 || lower[size - 1] != 's' || lower[size - 2] == 's')
    return ACT_NO_STRING;
  return act_strings_find(&v->strings, lower, size - 1);
}

static uint32_t find_word(const act_vocabulary *v, act_text text)
{
  char lower[64]; /* no word of a rule is longer */
  if (!text.size || text.size > sizeof lower)
    return ACT_NO_STRING;
  lower_ascii(text.bytes, text.size, lower);
  uint32_t word = act_strings_find(&v->strings, lower, text.size);
  return word != ACT_NO_STRING ? word : find_singular(v, lower, text.size);
}

static uint32_t *map_words(const act_annotation *annotation, const act_vocabulary *v)
{
  size_t count = annotation->strings.texts.count;
  uint32_t *words = calloc(count + 1, sizeof *words);
  for (size_t i = 0; words && i < count; i++)
    words[i] = find_word(v, act_strings_text(&annotation->strings, (uint32_t)i));
  return words;
}

/* A longer "sentence" is a table or a list that was never prose; the bound keeps time linear where
 * each token looks at its sentence. */
enum { LONGEST_SENTENCE = 1500 };

static bool relate_sentence(act_relating *g, uint32_t index)
{
  const act_sentence *s = &g->annotation->sentences.data[index];
  g->sentence = s;
  g->sentence_index = index;
  size_t first = g->found.count;
  if (!act_block_states(g->annotation->document->blocks.data[s->block].kind))
    return true;
  act_arena_reset(&g->scratch);
  if (s->parsed && s->end - s->first <= LONGEST_SENTENCE) {
    if (!act_tree_build(g->annotation, s, &g->scratch, &g->tree) || !act_repair(g))
      return false;
    for (uint32_t t = s->first; t < s->end; t++)
      act_match_token(g, t);
    act_parties_sentence(g);
    act_protests_sentence(g);
    act_replies_sentence(g);
  }
  act_structure_sentence(g, s->parsed && s->end - s->first <= LONGEST_SENTENCE);
  if (s->parsed) {
    act_kin_sentence(g);
    act_posts_sentence(g);
    act_studies_sentence(g);
  }
  act_neighbours_sentence(g);
  act_lives_sentence(g);
  if (g->open_too && s->parsed && s->end - s->first <= LONGEST_SENTENCE)
    act_open_sentence(g, first);
  return !g->memory;
}

/* The first named entity of each record, so that an organ finds its body. */
static bool map_records(act_relating *g)
{
  for (size_t i = 0; i < g->resolution->entities.count; i++) {
    const act_entity *e = &g->resolution->entities.data[i];
    if (e->record != ACT_NO_RECORD && e->named &&
        act_map_get(&g->entity_of_record, e->record) == ACT_NO_VALUE &&
        !act_map_set(&g->entity_of_record, e->record, (uint32_t)i))
      return false;
  }
  return true;
}

static actant_status relate_all(act_relating *g, act_statements *out, actant_error *err)
{
  if (!map_records(g))
    return act_fail_memory(err, STAGE);
  TRY(act_times_find(g->annotation, g->annotation->document->date, &g->times, err));
  for (size_t i = 0; i < g->annotation->sentences.count; i++)
    if (!relate_sentence(g, (uint32_t)i))
      return act_fail_memory(err, STAGE);
  act_structure_roles(g);
  return act_merge(g, out, err);
}

actant_status act_relate(const act_resolution *resolution,
                         const act_vocabulary *vocabulary,
                         bool open_too,
                         act_statements **out,
                         actant_error *err)
{
  act_relating g = { .resolution = resolution,
                     .annotation = resolution->annotation,
                     .vocabulary = vocabulary,
                     .open_too = open_too };
  act_statements *statements = calloc(1, sizeof *statements);
  uint32_t *words = map_words(resolution->annotation, vocabulary);
  actant_status st = statements && words ? ACTANT_OK : act_fail_memory(err, STAGE);
  g.word_of = words;
  g.out = statements;
  if (st == ACTANT_OK)
    st = relate_all(&g, statements, err);
  act_times_free(&g.times);
  act_arena_free(&g.scratch);
  act_array_free(&g.found);
  act_array_free(&g.open);
  act_map_free(&g.open_ids);
  act_map_free(&g.entity_of_record);
  free(words);
  if (st == ACTANT_OK)
    *out = statements;
  else
    act_statements_free(statements);
  return st;
}

void act_statements_free(act_statements *statements)
{
  if (!statements)
    return;
  for (size_t i = 0; i < statements->items.count; i++)
    act_array_free(&statements->items.data[i].evidence);
  act_array_free(&statements->items);
  act_array_free(&statements->open);
  act_arena_free(&statements->arena);
  free(statements);
}
