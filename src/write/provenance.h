/* SPDX-License-Identifier: MIT */
/**
   @file provenance.h  Where each sentence of an edge comes from, so that a graph can be read back.

   A row of evidence is a line of fields with tabs between: document, byte of the sentence, date,
   last date, place, who said so, confidence, rule, and the spans of subject, trigger and object in
   the sentence ("0-8 9-12 13-19"); a field that is not known is empty.  A document stands by its id
   (graph/document_ids.h).  A place or speaker stands by its node's id, with "=" and its name behind
   if that is another than the node's; by "=" and its name alone when it is no node.  Sentences are
   those of the column `evidence`, in order, one a row; a row of a sentence that the row before it
   in its document has ends in a field "again", one of a sentence without text in "empty".
*/
#ifndef ACT_WRITE_PROVENANCE_H
#define ACT_WRITE_PROVENANCE_H

#include "base/output.h"
#include "graph/document_ids.h"
#include "write/text.h"

/** What is known of an edge's rows. */
void act_provenance(const actant_graph *graph,
                    const act_document_ids *ids,
                    const act_edge *edge,
                    act_text_builder *out);
/** Ids of the documents that name a node, a line each. */
void act_node_documents(const act_document_ids *ids, const act_node *node, act_text_builder *out);
/** Processing instructions that tell of the documents, a line each behind the indent. */
void act_put_documents(act_output *out, const actant_graph *graph, const char *indent);

#endif
