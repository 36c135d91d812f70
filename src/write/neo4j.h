/* SPDX-License-Identifier: MIT */
/** @file neo4j.h  What Neo4j's CSV and Cypher call things. */
#ifndef ACT_WRITE_NEO4J_H
#define ACT_WRITE_NEO4J_H

#include "graph/graph.h"
#include "write/text.h"

/** The label of a type of nodes: "Person". */
const char *act_neo4j_label(actant_entity_type type);
/**
   A relation as a type of relationships: ASCII letters in upper case, what is neither letter nor
   digit as "_", letters of other scripts as they are; "RELATED" for "".  Two relations may get the
   same type: the property `relation` tells them apart.
*/
void act_neo4j_type(const char *relation, act_text_builder *out);

#endif
