/* SPDX-License-Identifier: MIT */
/**
   @file resolution.h  What resolving gives: mentions, the entities that they mean, and the roles
   that the text gives to people.

   Invariants
   1. Mentions are in order of their first byte, longer ones first; each has a head token, and no
   two share one as the mention_of that token.
   2. A mention has at least one referent; a set ("the two leaders", "they", "both nations") has
   several.
   3. Entities are in order of their first mention.
*/
#ifndef ACT_RESOLVE_RESOLUTION_H
#define ACT_RESOLVE_RESOLUTION_H

#include "annotate/annotation.h"
#include "model/gazetteer.h"

#define ACT_NO_MENTION UINT32_MAX
#define ACT_NO_ENTITY UINT32_MAX

typedef enum act_mention_kind {
  ACT_MENTION_PLAIN,
  ACT_MENTION_DEMONYM, /* "Armenian" in "Armenian forces": the country */
  ACT_MENTION_METONYM, /* "Moscow said", "the Kremlin", "Israeli troops" headed by troops: the
                          country acts */
  ACT_MENTION_SET,     /* several referents */
} act_mention_kind;

typedef struct act_mention {
  uint32_t sentence;
  uint32_t first, end; /* tokens */
  uint32_t head;       /* token */
  actant_form form;
  act_mention_kind kind;
  uint32_t referents, referent_count; /* entity ids: resolution->referents.data[referents ...] */
  const char *why; /* the sieve that joined it, static: "exact name", "pronoun", … */
  uint32_t with;   /* the mention that it was joined with, or ACT_NO_MENTION */
} act_mention;

typedef enum act_gender { ACT_GENDER_UNKNOWN, ACT_GENDER_FEMALE, ACT_GENDER_MALE } act_gender;

/* Strings live in the resolution's arena. */
typedef struct act_entity {
  actant_entity_type type;
  const char *id, *name;
  const char *role; /* the fullest title in the text, or the kind of a place or body; NULL */
  const char *iso, *wikidata, *ids;
  uint32_t record; /* of the gazetteer, or ACT_NO_RECORD */
  act_gender gender;
  bool named;
  bool author; /* known from a byline or credit alone */
  ACT_ARRAY(const char *) aliases;
  ACT_ARRAY(uint32_t) mentions; /* indexes, in order */
} act_entity;

/* What an office is; which relation it states follows from the class and the type of what it is of.
 */
typedef enum act_role_class {
  ACT_ROLE_HEAD_OF_STATE,      /* president, king, emir; of an organisation: leads */
  ACT_ROLE_HEAD_OF_GOVERNMENT, /* prime minister, premier, chancellor; governor, mayor */
  ACT_ROLE_LEADER,             /* chair, chief executive, secretary-general, commander, leader */
  ACT_ROLE_OFFICIAL,           /* minister, ambassador, spokesperson, legislator, judge, general */
  ACT_ROLE_MEMBER,             /* member, deputy of a party, guitarist of a band */
  ACT_ROLE_WORKER,             /* reporter, professor, player, adviser, economist */
  ACT_ROLE_FOUNDER,
  ACT_ROLE_OWNER,
  ACT_ROLE_NATIONAL, /* "Russian businessman": citizen_of */
  ACT_ROLE_KIN_SPOUSE,
  ACT_ROLE_KIN_PARENT,
  ACT_ROLE_KIN_CHILD,
  ACT_ROLE_KIN_SIBLING, /* "his wife X", "X, son of Y" */
} act_role_class;

/* "Chile's President Ana Reyes", "X, chairman of the AU Commission", "he is the mayor of
 * Z". */
typedef struct act_role {
  uint32_t holder; /* entity */
  uint32_t of;     /* entity: country, organisation, person */
  act_role_class role;
  uint32_t sentence;
  uint32_t holder_token, trigger, of_token; /* heads, for evidence */
  bool former, acting, negated,
    future;      /* "former", "then"; "acting"; "is not"; "-elect", "designate", "nominee" */
  bool inferred; /* the country is that of the text or of the title; of_token is the trigger */
} act_role;

typedef struct act_resolution {
  const act_annotation *annotation;
  const act_gazetteer *gazetteer;
  act_arena arena;
  ACT_ARRAY(act_entity) entities;
  ACT_ARRAY(act_mention) mentions;
  ACT_ARRAY(uint32_t) referents;
  ACT_ARRAY(act_role) roles;
  uint32_t *mention_of; /* by token: the mention whose head it is, or ACT_NO_MENTION */
} act_resolution;

/** Resolve an annotated document.  `out` borrows annotation and gazetteer.  Errors: ACTANT_MEMORY.
 */
actant_status act_resolve(const act_annotation *annotation,
                          const act_gazetteer *gazetteer,
                          act_resolution **out,
                          actant_error *err) ACTANT_MUST_CHECK;
void act_resolution_free(act_resolution *resolution);

#endif
