/* SPDX-License-Identifier: MIT */
/**
   @file vocabulary.h  Relations and rules as the engine uses them: parsed, and indexed by the word
   that triggers them.

   Words are ids of `strings`, which holds every word of every rule file in lower case.  A role is
   one of act_role_name or ACT_ROLE_PREPOSITION + the id of a preposition ("with", "out_of").
*/
#ifndef ACT_RELATE_VOCABULARY_H
#define ACT_RELATE_VOCABULARY_H

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/strings.h"
#include "relate/statement.h"

/* How a relation is worded on an edge. */
typedef enum act_label_form {
  ACT_LABEL_PAST,
  ACT_LABEL_PRESENT,
  ACT_LABEL_PLANNED,
  ACT_LABEL_POSSIBLE_PAST,
  ACT_LABEL_POSSIBLE,
  ACT_LABEL_NEGATED_PAST,
  ACT_LABEL_NEGATED,
  ACT_LABEL_COUNT
} act_label_form;

typedef struct act_relation_row {
  actant_relation info;
  unsigned subjects, objects; /* bits 1 << actant_entity_type */
  bool event;                 /* happens at a time and a place; else a lasting state */
  const char *labels[ACT_LABEL_COUNT];
} act_relation_row;

/* The grammatical roles of a frame's arguments. */
enum act_role_name {
  ACT_ARG_NONE,
  ACT_ARG_SUBJECT,
  ACT_ARG_OBJECT,
  ACT_ARG_INDIRECT,
  ACT_ARG_THEME,       /* what a copula, an apposition or a passive participle is said of */
  ACT_ARG_OWNER,       /* of a noun: possessor, demonym, compound, "by" */
  ACT_ARG_CLAUSE,      /* the subject of a clause that is the object: "demanded that Y withdraw" */
  ACT_ARG_ATTENDANT,   /* of a noun: who acts at, in or after it: "after talks with Y, X said" */
  ACT_ARG_COMPLEMENT,  /* the noun of an object complement: "named Y president", "made Y his deputy"
                        */
  ACT_ARG_UNDERTAKING, /* whom an infinitive below concerns: "threatened to attack Y" */
  ACT_ARG_UNLESS,      /* on whom it depends that something is not done: "unless Y leaves" */
  ACT_ARG_IF,          /* on whom it depends that something is done: "if Y attacks" */
  ACT_ROLE_PREPOSITION = 16,
};

typedef enum act_fill {
  ACT_FILL_X,
  ACT_FILL_Y,
  ACT_FILL_BOTH,
  ACT_FILL_WORDS,
  ACT_FILL_ANYTHING
} act_fill;
typedef enum act_rule_kind {
  ACT_RULE_VERB,
  ACT_RULE_NOUN,
  ACT_RULE_BE,
  ACT_RULE_KIND_COUNT
} act_rule_kind;

/* One slot of a rule: who or what must stand in one of these roles. */
typedef struct act_rule_part {
  act_fill fill;
  uint8_t types;              /* bits 1 << actant_entity_type; 0: any that the relation allows */
  bool owner;                 /* Y('s): or the possessor of the noun that stands there */
  bool owner_only;            /* Y's _: its possessor alone */
  uint32_t roles, role_count; /* of vocabulary->numbers */
  uint32_t words, word_count; /* of vocabulary->numbers; for ACT_FILL_WORDS */
} act_rule_part;

typedef struct act_rule {
  act_rule_kind kind;
  uint32_t relation;
  const char *name;           /* "meets/with" */
  uint16_t confidence;        /* thousandths */
  int8_t status;              /* an actant_modality that wins over the clause's, or -1 */
  bool swap, negate, alone;   /* X and Y exchanged; polarity turned; only without an object */
  bool infinitive;            /* "to do": only with an infinitive below */
  bool obligation;            /* "must": only with an obligation in the clause below */
  uint32_t particle;          /* a word, or 0 */
  uint32_t parts, part_count; /* of vocabulary->parts */
} act_rule;

/* "+ text => X relation Y" or "- text", kept for checking the rules by their own examples. */
typedef struct act_rule_example {
  uint32_t relation;
  bool positive;
  const char *file, *text, *subject, *object; /* subject and object NULL for a negative one */
  const char *status;                         /* or NULL */
  uint32_t line;
} act_rule_example;

/* A named set of words: its lemmas in vocabulary->numbers, sorted. */
typedef struct act_word_set {
  uint32_t name, first, count;
} act_word_set;

typedef struct act_trigger {
  uint64_t key; /* act_trigger_key */
  uint32_t rule;
} act_trigger;

/* The sets that the engine itself asks for; engine.rules defines them. */
typedef enum act_engine_set {
  ACT_SET_GROUP,
  ACT_SET_PARTITIVE,
  ACT_SET_LIGHT,
  ACT_SET_LIGHT_PLANNED,
  ACT_SET_LIGHT_NEGATED,
  ACT_SET_OCCUR,
  ACT_SET_PLANNED,
  ACT_SET_POSSIBLE,
  ACT_SET_NEGATING,
  ACT_SET_COMMAND,
  ACT_SET_SUBJECT_CONTROL,
  ACT_SET_SAYING,
  ACT_SET_DENYING,
  ACT_SET_ALLEGING,
  ACT_SET_THINKING,
  ACT_SET_EXPECTING,
  ACT_SET_PLAN_NOUN,
  ACT_SET_FAILURE_NOUN,
  ACT_SET_PLANNED_ADJECTIVE,
  ACT_SET_POSSIBLE_ADJECTIVE,
  ACT_SET_POSSIBLE_ADVERB,
  ACT_SET_NEGATION,
  ACT_SET_CONDITION,
  ACT_SET_COMPANY_NOUN,
  ACT_SET_PLACE_NOUN,
  ACT_SET_CAPITAL_NOUN,
  ACT_SET_WITH_COMPANION,
  ACT_SET_PREPOSITION,
  ACT_SET_LINKING,
  ACT_SET_WISHING,
  ACT_SET_ORGAN_NOUN,
  ACT_SET_PLACE_OF,
  ACT_SET_GIVING,
  ACT_SET_EMPLOYER_NOUN,
  ACT_SET_DEGREE,
  ACT_SET_STUDYING,
  ACT_SET_SCHOOL_NOUN,
  ACT_SET_MESSAGE,
  ACT_SET_PROTEST,
  ACT_SET_INTRANSITIVE,
  ACT_SET_COUNT
} act_engine_set;

struct act_vocabulary {
  act_arena arena;
  act_strings strings;
  ACT_ARRAY(act_relation_row) relations;
  ACT_ARRAY(act_rule) rules;
  ACT_ARRAY(act_rule_part) parts;
  ACT_ARRAY(uint32_t) numbers;
  ACT_ARRAY(act_word_set) sets;
  ACT_ARRAY(act_rule_example) examples;
  ACT_ARRAY(act_trigger) triggers; /* sorted by key, then rule */
  act_map first_trigger;           /* key to index of triggers */
  uint8_t *engine_sets; /* (strings, ACT_SET_COUNT bits): whether a word is of an engine set */
};

static inline uint64_t act_trigger_key(uint32_t word, act_rule_kind kind)
{
  return (uint64_t)word * ACT_RULE_KIND_COUNT + kind;
}

/** Whether a word (an id of `strings`, or ACT_NO_STRING) is of an engine set. */
static inline bool act_word_in(const act_vocabulary *v, uint32_t word, act_engine_set set)
{
  enum { ROW = (ACT_SET_COUNT + 7) / 8 };
  return word != ACT_NO_STRING && (v->engine_sets[(size_t)word * ROW + set / 8] >> (set % 8) & 1);
}

/** The relation of an id, or UINT32_MAX. */
uint32_t act_relation_find(const act_vocabulary *v, const char *id, size_t size);

/** Read relations.tsv. */
actant_status act_relations_read(act_vocabulary *v,
                                 const char *name,
                                 act_text text,
                                 actant_error *err) ACTANT_MUST_CHECK;
/** Add a relation with the labels derived from its present form; for `relation` lines of rule
 * files. */
actant_status act_relation_add(act_vocabulary *v,
                               act_text id,
                               act_text types,
                               const act_text *labels,
                               size_t label_count,
                               actant_error *err) ACTANT_MUST_CHECK;
/** Read the types of a relation, "PLO>PLO" or "P=P", into a row; false when they are none. */
bool act_relation_types(act_vocabulary *v, act_text types, act_relation_row *row);

/** Read one rule file.  ACTANT_RULES has file, line and column. */
actant_status act_rules_read(act_vocabulary *v, const char *name, act_text text, actant_error *err)
  ACTANT_MUST_CHECK;
/** Sort the triggers and mark the engine's sets, when all files are read. */
actant_status act_rules_index(act_vocabulary *v, actant_error *err) ACTANT_MUST_CHECK;

#endif
