/* SPDX-License-Identifier: MIT */
/* Opening the vocabulary: the embedded relations, the engine's own words, the rule files in order
   of name, then the user's.

   Triggers are sorted by word and kind, and a map gives the first of each: a frame tries the rules
   of its own word and no other, so that the time does not grow with the number of rules.  The
   engine's sets become one row of bits a word.
*/
#include "relate/vocabulary.h"

#include "lexicon/lexicon.h"
#include "relate/rule_line.h"

#include <string.h>

static const char STAGE[] = "relate";

static const char *const set_names[ACT_SET_COUNT] = {
  [ACT_SET_GROUP] = "@group",
  [ACT_SET_PARTITIVE] = "@partitive",
  [ACT_SET_LIGHT] = "@light",
  [ACT_SET_LIGHT_PLANNED] = "@light_planned",
  [ACT_SET_LIGHT_NEGATED] = "@light_negated",
  [ACT_SET_OCCUR] = "@occur",
  [ACT_SET_PLANNED] = "@planned",
  [ACT_SET_POSSIBLE] = "@possible",
  [ACT_SET_NEGATING] = "@negating",
  [ACT_SET_COMMAND] = "@command",
  [ACT_SET_SUBJECT_CONTROL] = "@subject_control",
  [ACT_SET_SAYING] = "@saying",
  [ACT_SET_DENYING] = "@denying",
  [ACT_SET_ALLEGING] = "@alleging",
  [ACT_SET_THINKING] = "@thinking",
  [ACT_SET_EXPECTING] = "@expecting",
  [ACT_SET_PLAN_NOUN] = "@plan_noun",
  [ACT_SET_FAILURE_NOUN] = "@failure_noun",
  [ACT_SET_PLANNED_ADJECTIVE] = "@planned_adjective",
  [ACT_SET_POSSIBLE_ADJECTIVE] = "@possible_adjective",
  [ACT_SET_POSSIBLE_ADVERB] = "@possible_adverb",
  [ACT_SET_NEGATION] = "@negation",
  [ACT_SET_CONDITION] = "@condition",
  [ACT_SET_COMPANY_NOUN] = "@company_noun",
  [ACT_SET_PLACE_NOUN] = "@place_noun",
  [ACT_SET_CAPITAL_NOUN] = "@capital_noun",
  [ACT_SET_WITH_COMPANION] = "@with_companion",
  [ACT_SET_PREPOSITION] = "@preposition",
  [ACT_SET_LINKING] = "@linking",
  [ACT_SET_WISHING] = "@wishing",
  [ACT_SET_ORGAN_NOUN] = "@organ_noun",
  [ACT_SET_PLACE_OF] = "@place_of",
  [ACT_SET_GIVING] = "@giving",
  [ACT_SET_EMPLOYER_NOUN] = "@employer_noun",
  [ACT_SET_DEGREE] = "@degree",
  [ACT_SET_STUDYING] = "@studying",
  [ACT_SET_SCHOOL_NOUN] = "@school_noun",
  [ACT_SET_MESSAGE] = "@message",
  [ACT_SET_PROTEST] = "@protest",
  [ACT_SET_INTRANSITIVE] = "@intransitive",
};

const char *act_engine_set_name(act_engine_set set)
{
  return set_names[set];
}

static int compare_triggers(const void *a, const void *b)
{
  const act_trigger *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->rule > y->rule) - (x->rule < y->rule);
}

static actant_status mark_engine_sets(act_vocabulary *v, actant_error *err)
{
  enum { ROW = (ACT_SET_COUNT + 7) / 8 };
  v->engine_sets = act_arena_zalloc(&v->arena, v->strings.texts.count + 1, ROW);
  if (!v->engine_sets)
    return act_fail_memory(err, STAGE);
  for (size_t i = 0; i < v->sets.count; i++)
    for (size_t set = 0; set < ACT_SET_COUNT; set++) {
      if (strcmp(act_strings_get(&v->strings, v->sets.data[i].name), set_names[set]) != 0)
        continue;
      for (uint32_t k = 0; k < v->sets.data[i].count; k++)
        v->engine_sets[(size_t)v->numbers.data[v->sets.data[i].first + k] * ROW + set / 8] |=
          (uint8_t)(1u << (set % 8));
    }
  return ACTANT_OK;
}

actant_status act_rules_index(act_vocabulary *v, actant_error *err)
{
  if (v->triggers.count)
    qsort(v->triggers.data, v->triggers.count, sizeof *v->triggers.data, compare_triggers);
  for (size_t i = v->triggers.count; i-- > 0;)
    if (!act_map_set(&v->first_trigger, v->triggers.data[i].key, (uint32_t)i))
      return act_fail_memory(err, STAGE);
  return mark_engine_sets(v, err);
}

static actant_status read_embedded(act_vocabulary *v, actant_error *err)
{
  static const char ENGINE[] = "engine.rules";
  act_embedded file;
  if (!act_embedded_find("relations.tsv", &file))
    return act_fail(err, ACTANT_RULES, STAGE, "relations.tsv is not part of this build");
  TRY(act_relations_read(v, file.name, (act_text){ file.data, file.size }, err));
  if (act_embedded_find(ENGINE, &file))
    TRY(act_rules_read(v, file.name, (act_text){ file.data, file.size }, err));
  for (size_t i = 0; i < act_embedded_count(); i++) {
    file = act_embedded_at(i);
    size_t size = strlen(file.name);
    if (size > 6 && strcmp(file.name + size - 6, ".rules") == 0 && strcmp(file.name, ENGINE) != 0)
      TRY(act_rules_read(v, file.name, (act_text){ file.data, file.size }, err));
  }
  return ACTANT_OK;
}

static actant_status read_all(act_vocabulary *v,
                              const actant_model_options *options,
                              actant_error *err)
{
  if (act_strings_add(&v->strings, "", 0) == ACT_NO_STRING)
    return act_fail_memory(err, STAGE);
  TRY(read_embedded(v, err));
  for (size_t i = 0; options && i < options->rule_count; i++) {
    const char *name =
      options->rule_names && options->rule_names[i] ? options->rule_names[i] : "rules";
    TRY(act_rules_read(v, name, (act_text){ options->rules[i], strlen(options->rules[i]) }, err));
  }
  return act_rules_index(v, err);
}

actant_status act_vocabulary_open(const actant_model_options *options,
                                  act_vocabulary **out,
                                  actant_error *err)
{
  act_vocabulary *v = calloc(1, sizeof *v);
  if (!v)
    return act_fail_memory(err, STAGE);
  actant_status st = read_all(v, options, err);
  if (st == ACTANT_OK)
    *out = v;
  else
    act_vocabulary_free(v);
  return st;
}

void act_vocabulary_free(act_vocabulary *vocabulary)
{
  if (!vocabulary)
    return;
  act_arena_free(&vocabulary->arena);
  act_strings_free(&vocabulary->strings);
  act_array_free(&vocabulary->relations);
  act_array_free(&vocabulary->rules);
  act_array_free(&vocabulary->parts);
  act_array_free(&vocabulary->numbers);
  act_array_free(&vocabulary->sets);
  act_array_free(&vocabulary->examples);
  act_array_free(&vocabulary->triggers);
  act_map_free(&vocabulary->first_trigger);
  free(vocabulary);
}

size_t act_vocabulary_count(const act_vocabulary *vocabulary)
{
  return vocabulary->relations.count;
}

actant_relation act_vocabulary_at(const act_vocabulary *vocabulary, size_t index)
{
  return vocabulary->relations.data[index].info;
}
