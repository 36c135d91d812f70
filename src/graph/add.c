/* SPDX-License-Identifier: MIT */
/* A result, put in the terms of merge.h through the public accessors. */
#include "graph/merge.h"
#include "library/model.h"

#include <string.h>

static void describe_document(const actant_document *document, act_found *found)
{
  const char *date = actant_document_date(document);
  found->document = (act_graph_document){ .name = actant_document_name(document),
                                          .title = actant_document_title(document),
                                          .url = actant_document_url(document) };
  if (date && !act_date_read(date, strlen(date), &found->document.date))
    found->document.date = (act_date){ 0, 0, 0 };
  found->text = actant_document_text(document, &found->size);
}

actant_status actant_graph_add(actant_graph *graph, const actant_result *result, actant_error *err)
{
  act_found found = { .entity_count = actant_entity_count(result),
                      .statement_count = actant_statement_count(result) };
  actant_entity *entities = calloc(found.entity_count + 1, sizeof *entities);
  actant_statement *statements = calloc(found.statement_count + 1, sizeof *statements);
  actant_relation *relations = calloc(found.statement_count + 1, sizeof *relations);
  actant_status st;
  if (!entities || !statements || !relations) {
    st = act_fail_memory(err, "graph");
    goto done;
  }
  for (size_t i = 0; i < found.entity_count; i++)
    entities[i] = actant_entity_at(result, i);
  for (size_t i = 0; i < found.statement_count; i++) {
    statements[i] = actant_statement_at(result, i);
    relations[i] = statements[i].open
                     ? (actant_relation){ .id = statements[i].relation_id, .family = "open" }
                     : actant_relation_at(result->model, statements[i].relation);
  }
  found.entities = entities;
  found.statements = statements;
  found.relations = relations;
  describe_document(actant_result_document(result), &found);
  st = act_graph_merge(graph, &found, err);
done:
  free(entities);
  free(statements);
  free(relations);
  return st;
}
