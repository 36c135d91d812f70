/* SPDX-License-Identifier: MIT */
/**
   @file resolver.h  The workbench of resolving: candidates for mentions, joined step by step into
   clusters.

   Candidates are made by names.c and nominals.c in order of the text; join.c, refer.c and
   pronouns.c join them (union-find; the root is the earliest and carries what is known of the
   cluster); offices.c drafts roles; entities.c makes the result.
*/
#ifndef ACT_RESOLVE_RESOLVER_H
#define ACT_RESOLVE_RESOLVER_H

#include "resolve/nouns.h"

enum { ACT_TYPE_UNKNOWN = 3 }; /* beside actant_entity_type: a thing, or not known */
#define ACT_NO_CANDIDATE UINT32_MAX

typedef struct act_candidate {
  uint32_t sentence, first, end; /* tokens of the span */
  uint32_t head;
  uint32_t last;   /* of a name: its last word but for "Jr", "Inc" and the like */
  uint32_t title;  /* first token of the titles before a name, or == first */
  uint32_t parent; /* union-find; the root is its own */
  uint32_t record; /* of the gazetteer, or ACT_NO_RECORD */
  uint32_t
    full; /* of a cluster: a candidate that is a name of two words or more, or ACT_NO_CANDIDATE */
  uint32_t set, set_count; /* members of a set: resolver->sets[set ...], candidates */
  uint64_t key;            /* of a name: hash of its words */
  act_noun noun;           /* of a nominal */
  const char *why;
  uint32_t with;      /* the candidate that it was joined with, plus one; 0 for none */
  uint8_t form, kind; /* actant_form, act_mention_kind */
  uint8_t type;       /* actant_entity_type or ACT_TYPE_UNKNOWN; of the cluster on the root */
  uint8_t gender;     /* act_gender; likewise */
  bool plural, definite, possessed;
  bool named;        /* the cluster holds a name */
  bool dropped;      /* no mention after all: furniture of a headline, a predicate, a language */
  bool hidden;       /* stands for no entity, but keeps pronouns from better-looking antecedents */
  bool author;       /* in a byline or credit */
  bool from_finder;  /* the name finder gave it */
  uint32_t surname;  /* of a given name before "and": a token of the name behind it, that is its
                        surname too, plus one; 0 for none */
  bool short_body;   /* the first words of a body's longer name */
  bool settled_here; /* its type is that of its place in the text, whatever its spelling is
                        elsewhere */
  bool resolved;     /* refer.c or pronouns.c have been here */
} act_candidate;

typedef struct act_role_draft {
  uint32_t holder, of; /* candidates; `of` may be ACT_NO_CANDIDATE: an office without its country */
  act_role_class role;
  uint32_t sentence;
  uint32_t holder_token, trigger, of_token;
  uint32_t title_first, title_end; /* tokens of the title as it is shown */
  bool former, acting, negated, future;
  bool inferred; /* the country is not said with the office: see focus.c */
} act_role_draft;

typedef struct act_resolver {
  const act_annotation *a;
  const act_gazetteer *gazetteer;
  act_arena arena;
  act_tree trees;        /* of all sentences: its arrays are by token; without children where a
                            sentence is not parsed */
  uint32_t *sentence_of; /* by token */
  uint32_t *at;          /* by token: the candidate whose head it is */
  uint32_t *covered;     /* by token: the name (with its titles) that it stands in */
  bool *small;           /* by string: the document writes it in lower case */
  uint32_t *counts;      /* by candidate: scratch of pronouns.c, zero between uses */
  uint8_t *speaker;      /* by token: 1 inside quotation marks, else 0 */
  ACT_ARRAY(act_candidate) candidates;
  ACT_ARRAY(uint32_t) sets;
  ACT_ARRAY(act_role_draft) roles;
} act_resolver;

/* tokens.c: small questions about tokens and trees */
static inline const act_token *act_token_at(const act_resolver *r, uint32_t token)
{
  return &r->a->tokens.data[token];
}
static inline uint32_t act_child_first(const act_resolver *r, uint32_t token)
{
  return r->trees.first[token];
}
static inline uint32_t act_child_next(const act_resolver *r, uint32_t token)
{
  return r->trees.next[token];
}
/** The hash of a token's lower form without diacritics: every form of the tables has one so. */
uint64_t act_plain_hash(const act_resolver *r, uint32_t token);
bool act_capitalised(const act_resolver *r, uint32_t token); /**< begins with a capital letter */
bool act_all_capitals(const act_resolver *r,
                      uint32_t token); /**< two letters or more, none of them small */
bool act_form_is(const act_resolver *r, uint32_t token, const char *word);
/** Whether a token's lower form (or lemma) is one of the words of a space-separated list. */
bool act_form_in(const act_resolver *r, uint32_t token, const char *words);
bool act_lemma_among(const act_resolver *r, uint32_t token, const char *words);
uint32_t act_dependent_of(
  const act_resolver *r,
  uint32_t token,
  uint8_t deprel); /**< its first child of a plain relation, or ACT_NO_TOKEN */
uint32_t act_preposition_of(const act_resolver *r,
                            uint32_t token); /**< its preposition, or ACT_NO_TOKEN */
bool act_subject_relation(uint8_t deprel);
/** The token that a coordination begins with, or the token itself. */
uint32_t act_first_conjunct(const act_resolver *r, uint32_t token);
uint8_t act_name_type(uint8_t tag);
bool act_is_below(const act_resolver *r,
                  uint32_t token,
                  uint32_t ancestor); /**< whether it is the ancestor or below it */

/* apposition.c: what commas say */
uint32_t act_phrase_start(const act_resolver *r, uint32_t head, uint32_t floor);
/** The name that a nominal stands in apposition to, by commas; ACT_NO_CANDIDATE when none does. */
uint32_t act_surface_apposition(const act_resolver *r, uint32_t nominal);

/* candidates.c: the clusters */
uint32_t act_root_of(const act_resolver *r, uint32_t candidate);
/** Join two clusters, when their types, genders and sets allow it.  Returns whether they are one
 * now. */
bool act_join_clusters(act_resolver *r, uint32_t one, uint32_t other, const char *why);
bool act_may_join(const act_resolver *r, uint32_t one, uint32_t other);
/** Add a candidate; ACT_NO_CANDIDATE when memory runs out. */
uint32_t act_add_candidate(act_resolver *r, act_candidate candidate);
bool act_make_set(act_resolver *r,
                  uint32_t candidate,
                  const uint32_t *members,
                  uint32_t count,
                  const char *why) __attribute__((warn_unused_result));
/** Sort by place in the text and index by head. */
bool act_order_candidates(act_resolver *r) __attribute__((warn_unused_result));
uint8_t act_type_of_kind(act_record_kind kind);

/* The steps, in order.  False when memory runs out. */
bool act_name_candidates(act_resolver *r) __attribute__((warn_unused_result));
bool act_unclaimed_candidates(act_resolver *r) __attribute__((warn_unused_result));
bool act_nominal_candidates(act_resolver *r) __attribute__((warn_unused_result));
/** Whether what stands with a name (its head, its last token) is said of bodies only: shares,
 * officers, "a chipmaker". */
bool act_is_body(const act_resolver *r, uint32_t head, uint32_t last);
/** Whether a token is what a share is called on an exchange: "XYL" in "Xylo (NYSE: XYL)". */
bool act_is_ticker(const act_resolver *r, uint32_t token);
/** Take towns for clubs where the text is about sport. */
bool act_find_clubs(act_resolver *r) __attribute__((warn_unused_result));
/** Give names that the text calls another name of one before them the type of that one. */
void act_agree_aliases(act_resolver *r);
/** Join "X, also known as Y". */
void act_join_aliases(act_resolver *r);
/** Choose between parties of one name by the countries that the text speaks of. */
bool act_choose_parties(act_resolver *r) __attribute__((warn_unused_result));
/** Settle the types of names over the document; a step of act_join_names. */
bool act_vote_types(act_resolver *r) __attribute__((warn_unused_result));
/** Whether two names of persons, each of two words or more, may be of one: "J. Smith" and "Jane
 * Smith". */
bool act_same_person(const act_resolver *r, const act_candidate *a, const act_candidate *b);
/** Join short names to the longer ones that they are parts of; `names` are the distinct names in
 * order. */
void act_join_parts(act_resolver *r, const uint32_t *names, size_t count);
/** Choose among namesakes of the user's own names; a step of act_join_names. */
bool act_settle_own_names(act_resolver *r) __attribute__((warn_unused_result));
bool act_join_names(act_resolver *r) __attribute__((warn_unused_result));
/** The gender of a name by the titles and kin words before it, else by its given name. */
uint8_t act_guess_gender(const act_resolver *r, uint32_t title, uint32_t first, uint32_t end);
/** Correct guessed genders by kin words and by the pronouns of the text. */
bool act_settle_genders(act_resolver *r) __attribute__((warn_unused_result));
bool act_draft_roles(act_resolver *r) __attribute__((warn_unused_result));
/** Give offices without a country theirs, where the title or the text leaves no doubt. */
bool act_place_offices(act_resolver *r) __attribute__((warn_unused_result));
bool act_refer_all(act_resolver *r) __attribute__((warn_unused_result));
bool act_refer_nominal(act_resolver *r, uint32_t candidate) __attribute__((warn_unused_result));
/** Add the bodies of organs that the text names alone.  False when memory runs out. */
bool act_add_bodies(act_resolution *out) __attribute__((warn_unused_result));
/** The last things coordinated before a candidate (or a set): up to 8 candidates of the types in
 * the bits 1 << actant_entity_type; 0 for any number. */
uint32_t act_last_coordination(const act_resolver *r,
                               uint32_t candidate,
                               unsigned types,
                               uint32_t number,
                               uint32_t members[8]);
/** The country that a person holds an office of, or ACT_NO_CANDIDATE: "his government". */
uint32_t act_country_of(const act_resolver *r, uint32_t person);
/** Join "her husband", "his counterpart" and the country of a minister who speaks; `owner` is whom
 * the nominal belongs to, or ACT_NO_CANDIDATE. */
bool act_join_counterpart(act_resolver *r, uint32_t candidate, uint32_t owner);
bool act_refer_set(act_resolver *r, uint32_t candidate) __attribute__((warn_unused_result));
/** What "who", "which", "whose" stand for; ACT_NO_CANDIDATE when nothing is known. */
uint32_t act_relative_antecedent(const act_resolver *r, uint32_t token);
/** The place or body that "where" stands for; ACT_NO_CANDIDATE when it is none. */
uint32_t act_where_antecedent(const act_resolver *r, uint32_t token);
/** Whether a noun is the second or later of predicates: "X is a lawyer and a judge". */
bool act_is_shared_predicate(const act_resolver *r, uint32_t token);
bool act_refer_pronoun(act_resolver *r, uint32_t candidate) __attribute__((warn_unused_result));
bool act_make_result(act_resolver *r, act_resolution *out) __attribute__((warn_unused_result));
bool act_make_ids(act_resolution *out) __attribute__((warn_unused_result));

#endif
