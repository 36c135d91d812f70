/* SPDX-License-Identifier: MIT */
/**
   @file relating.h  What the parts of this stage share while one document is related: the tree of
   the sentence at hand, frames, readings, and the candidates found so far.
*/
#ifndef ACT_RELATE_RELATING_H
#define ACT_RELATE_RELATING_H

#include "relate/time.h"
#include "relate/vocabulary.h"

/* Bounds on what one frame may hold: a clause has few arguments, and a list of hundreds of names
 * states nothing about each pair. */
enum {
  ACT_FRAME_ARGUMENTS = 40,
  ACT_FRAME_PARTICLES = 6,
  ACT_FILLERS = 32,
  ACT_CONJUNCTS = 24,
  ACT_CLIMB = 8
};

/* How a place or body stands for people without a name: it acts and suffers as they do, but is not
 * what they are and owns nothing of theirs; where they only are acts at most. */
typedef enum act_proxy { ACT_IN_PERSON, ACT_PROXY, ACT_PROXY_WHERE } act_proxy;

/* One entity that may fill a slot. */
typedef struct act_filler {
  uint32_t entity, token; /* the token that stands for it, for evidence */
  uint32_t mention;       /* or ACT_NO_MENTION */
  uint32_t group;         /* the coordinated token that it comes of */
  uint16_t quality;       /* thousandths */
  uint8_t proxy;          /* how people without a name gave it: act_proxy */
} act_filler;

typedef struct act_fillers {
  act_filler items[ACT_FILLERS];
  size_t count;
} act_fillers;

typedef struct act_argument {
  uint32_t token, role;
  uint16_t quality; /* thousandths: how sure its place in the clause is */
} act_argument;

/* A clause, or a noun that tells of an event, in one form whatever its grammar. */
typedef struct act_frame {
  uint32_t token;
  act_rule_kind kind;
  bool passive;
  bool has_object, has_infinitive, has_obligation;
  uint32_t host; /* the verb that only carries the noun ("pay a visit"), or ACT_NO_TOKEN */
  act_argument arguments[ACT_FRAME_ARGUMENTS];
  size_t argument_count;
  uint32_t particles[ACT_FRAME_PARTICLES];
  size_t particle_count;
} act_frame;

/* How sure a clause is, and who says so. */
typedef struct act_reading {
  actant_modality status;
  bool past;        /* told in a past tense */
  uint32_t speaker; /* entity, or ACT_NO_ENTITY */
  uint16_t quality; /* thousandths */
  bool hearsay;     /* "according to": the text does not stand behind it */
} act_reading;

/* A statement of one sentence, before merging. */
typedef struct act_candidate {
  uint32_t subject, object, relation, sentence;
  uint32_t subject_token, trigger, object_token;
  actant_modality status;
  bool past;
  act_date date, date_end;
  uint32_t place, attributed_to;
  uint16_t confidence;
  const char *rule;
} act_candidate;

typedef struct act_relating {
  const act_resolution *resolution;
  const act_annotation *annotation;
  const act_vocabulary *vocabulary;
  const uint32_t
    *word_of;        /* by string of the annotation: the vocabulary's word, or ACT_NO_STRING */
  act_arena scratch; /* of the sentence */
  act_tree tree;
  uint8_t *deps;   /* relations of the sentence's tokens, repaired; by token - tree.base */
  uint32_t *heads; /* likewise */
  const act_sentence *sentence;
  uint32_t sentence_index;
  act_times times;
  act_map entity_of_record; /* by record of the gazetteer */
  ACT_ARRAY(act_candidate) found;
  act_statements *out;              /* its arena has what outlives relating */
  bool open_too;                    /* relations of verbs that no rule has */
  ACT_ARRAY(act_relation_row) open; /* numbered behind those of the vocabulary */
  act_map open_ids;
  bool memory; /* ran out */
} act_relating;

/** A relation of the vocabulary, or an open one. */
static inline const act_relation_row *act_row(const act_relating *g, uint32_t relation)
{
  return relation < g->vocabulary->relations.count
           ? &g->vocabulary->relations.data[relation]
           : &g->open.data[relation - g->vocabulary->relations.count];
}

/* ------------------------------------------------------------------------------------------- words
 */

static inline const act_token *act_tok(const act_relating *g, uint32_t token)
{
  return &g->annotation->tokens.data[token];
}
/** The vocabulary's word for a token's lemma (for a proper noun its form), or ACT_NO_STRING. */
uint32_t act_word(const act_relating *g, uint32_t token);
/** The vocabulary's word for a token's lower-cased form. */
uint32_t act_form_word(const act_relating *g, uint32_t token);
static inline bool act_in(const act_relating *g, uint32_t token, act_engine_set set)
{
  return act_word_in(g->vocabulary, act_word(g, token), set);
}
bool act_lower_is(const act_relating *g, uint32_t token, const char *word);
/** Whether a token of the sentence (or what is behind it: then false) is one of the words, which
 * end in NULL. */
bool act_lower_is_any(const act_relating *g, uint32_t token, const char *const *words);
bool act_lemma_is(const act_relating *g, uint32_t token, const char *word);

/* -------------------------------------------------------------------------------------------- tree
 */

static inline uint32_t act_first_child(const act_relating *g, uint32_t token)
{
  return g->tree.first[token - g->tree.base];
}
static inline uint32_t act_next_child(const act_relating *g, uint32_t child)
{
  return g->tree.next[child - g->tree.base];
}
#define ACT_EACH_CHILD(g, token, child)                                                            \
  for (uint32_t child = act_first_child((g), (token)); child != ACT_NO_TOKEN;                      \
       child = act_next_child((g), child))

static inline uint32_t act_head(const act_relating *g, uint32_t token)
{
  return g->heads[token - g->tree.base];
}
static inline uint8_t act_dep(const act_relating *g, uint32_t token)
{
  return g->deps[token - g->tree.base];
}
/** Set right what the tree of the sentence gives away as a slip. */
bool act_repair(act_relating *g) __attribute__((warn_unused_result));
/** Make each name one unit of the tree, and lists of names coordinations; before the children are
 * chained. */
void act_unite_names(act_relating *g);
/** Hang what stands in front of the subject from it ("A native of Yville, she …"); after the names,
 * before the children are chained. */
void act_repair_front(act_relating *g);
/** Find the main verb behind a subject that commas set apart; after the children are chained, which
 * must be done again. */
void act_repair_main_verb(act_relating *g);
/** Set right single constructions that a few words give away; after the children are chained, which
 * must be done again. */
void act_repair_slips(act_relating *g);
/** Give back their place to clauses that were hung from a noun; after the children are chained,
 * which must be done again. */
void act_repair_clauses(act_relating *g);
/** Give the subject back to a sentence that begins with when or where; likewise. */
void act_repair_opening(act_relating *g);
/** Put members of lists and appositions back that were hung from the verb; likewise. */
void act_repair_members(act_relating *g);
/** Give names a relation that fits, where the parser's holds only inside names. */
void act_label_names(act_relating *g);
uint32_t act_child(const act_relating *g, uint32_t token, uint8_t deprel);
/** Hang a token from another in the tree that relating works on; the chains of children are made
 * again by whoever is done. */
void act_hang(act_relating *g, uint32_t token, uint32_t head, uint8_t dep);
/** Whether a verb has a subject, active, passive or expletive. */
bool act_has_subject(const act_relating *g, uint32_t verb);
/** Whether a token is another or below it; bounded by the sentence's length, since repairs may pass
 * through cycles. */
bool act_hangs_below(const act_relating *g, uint32_t token, uint32_t above);
bool act_is_nominal(const act_relating *g, uint32_t token);
bool act_is_verbal(const act_relating *g, uint32_t token);
/** Whether a verb stands in the passive, or is a participle said of a noun. */
bool act_is_passive(const act_relating *g, uint32_t verb);
/** A token and those coordinated with it, in order; at most ACT_CONJUNCTS. */
size_t act_conjuncts(const act_relating *g, uint32_t token, uint32_t out[ACT_CONJUNCTS]);
/** The name right in front of a relative pronoun, for a clause that the parser hung elsewhere; else
 * the pronoun. */
uint32_t act_name_before(const act_relating *g, uint32_t pronoun);
/** The grammatical subject of a clause's own, a relative pronoun replaced by what it stands for; or
 * ACT_NO_TOKEN. */
uint32_t act_own_subject(const act_relating *g, uint32_t verb);
/** The subject, own or inherited through coordination, control, adverbial clauses, participles;
 * *quality is lowered for each step. */
uint32_t act_subject(const act_relating *g, uint32_t verb, uint16_t *quality);

/* ------------------------------------------------------------------------------- frames, slots,
 * readings */

/** Build the frame of a token.  False when it cannot be one of this kind. */
bool act_frame_build(const act_relating *g, uint32_t token, act_rule_kind kind, act_frame *out);
/** Add what is said of a noun: prepositions, possessors.  Also used for the object of a verb. */
void act_frame_add_noun(const act_relating *g,
                        uint32_t noun,
                        bool prepositions_only,
                        act_frame *out);
void act_frame_add(act_frame *frame, uint32_t token, uint32_t role, unsigned quality);

/** The entities that a token of the clause stands for, coordination spread out.  Adds to `out`. */
void act_fill_slot(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out);
/** The entities that possess, or do, what a noun tells of. */
void act_fill_owner(const act_relating *g, uint32_t noun, unsigned quality, act_fillers *out);

/** How sure the clause of a frame is. */
act_reading act_read_frame(const act_relating *g, const act_frame *frame);

/** Try all rules of a frame's word and keep what they state. */
void act_match_token(act_relating *g, uint32_t token);
/** A candidate of the sentence at hand, actual and without date, place or speaker. */
act_candidate act_candidate_new(const act_relating *g,
                                uint32_t subject,
                                uint32_t relation,
                                uint32_t object);
/** Relations of verbs that no rule has; `first` is the sentence's first candidate. */
void act_open_sentence(act_relating *g, size_t first);
/** What titles, apposition and possessors state without a clause. */
void act_structure_sentence(act_relating *g, bool with_tree);
/** What names side by side state. */
void act_neighbours_sentence(act_relating *g);
/** Children and siblings named in a list behind their noun. */
void act_kin_sentence(act_relating *g);
/** Posts in rows, and who holds them. */
void act_posts_sentence(act_relating *g);
/** Degrees in rows, and who holds them. */
void act_studies_sentence(act_relating *g);
/** What brackets behind names tell of lives, and who is in "Yville, Xland" is in Xland: after all
 * else of the sentence. */
void act_lives_sentence(act_relating *g);
/** Whom a mediation is between that does not say so: after the rules of the sentence. */
void act_parties_sentence(act_relating *g);
/** Whom a protest is against that says so only by what it demands: after the rules of the
 * sentence. */
void act_protests_sentence(act_relating *g);
/** Whom an answer is to that names only what it answers: likewise. */
void act_replies_sentence(act_relating *g);
void act_structure_roles(act_relating *g);

/** Keep a candidate when its types fit; date, place and speaker are filled in by the caller. */
void act_keep(act_relating *g, act_candidate candidate);
/** The date and place that a clause gives. */
void act_date_frame(const act_relating *g, const act_frame *frame, act_candidate *out);
void act_place_frame(const act_relating *g, const act_frame *frame, act_candidate *out);

/** Settle the candidates and write them out as statements. */
actant_status act_merge(act_relating *g, act_statements *out, actant_error *err) ACTANT_MUST_CHECK;

#endif
