/* SPDX-License-Identifier: MIT */
/* Names are IRIs of a URN space of our own, since nobody's address can vouch for them: the same
   name gives the same IRI on every machine.  What of a name may not stand in an IRI is
   percent-encoded (RFC 3987, section 3.1); ids of nodes are letters, digits, "-", "." and "_" and
   need it not.

   Evidence has no IRI: two runs may find the same sentence, but only the whole of what they say of
   it tells whether it is the same. */
#include "write/rdf.h"

#include "write/caption.h"
#include "write/columns.h"

#include <string.h>

static const char stage[] = "write";

const act_namespace act_namespaces[ACT_SPACES] = {
  [ACT_SPACE_RDF] = { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
  [ACT_SPACE_RDFS] = { "rdfs", "http://www.w3.org/2000/01/rdf-schema#" },
  [ACT_SPACE_XSD] = { "xsd", "http://www.w3.org/2001/XMLSchema#" },
  [ACT_SPACE_SCHEMA] = { "schema", "https://schema.org/" },
  [ACT_SPACE_PROV] = { "prov", "http://www.w3.org/ns/prov#" },
  [ACT_SPACE_TERM] = { "act", "urn:actant:term:" },
  [ACT_SPACE_RELATION] = { "rel", "urn:actant:relation:" },
  [ACT_SPACE_NODE] = { "node", "urn:actant:node:" },
  [ACT_SPACE_DOCUMENT] = { "doc", "urn:actant:document:" },
  [ACT_SPACE_STATEMENT] = { "st", "urn:actant:statement:" },
};

const char *act_datatype(act_literal type)
{
  static const char *const names[] = { NULL,   "integer",    "decimal", "boolean",
                                       "date", "gYearMonth", "gYear",   "anyURI" };
  return names[type];
}

static const act_iri rdf_type = { ACT_SPACE_RDF, "type" };

bool act_is_type(const act_iri *iri)
{
  return iri->space == ACT_SPACE_RDF && strcmp(iri->local, rdf_type.local) == 0;
}

void act_rdf_put_short(act_output *out, const act_iri *iri)
{
  act_puts(out, act_namespaces[iri->space].prefix);
  act_putc(out, ':');
  act_puts(out, iri->local);
}

void act_rdf_put_quoted(act_output *out, act_text text)
{
  act_putc(out, '"');
  size_t from = 0;
  for (size_t i = 0; i < text.size; i++) {
    char c = text.bytes[i];
    if (c != '"' && c != '\\' && c != '\n')
      continue;
    act_put(out, text.bytes + from, i - from);
    act_puts(out, c == '"' ? "\\\"" : c == '\n' ? "\\n" : "\\\\");
    from = i + 1;
  }
  act_put(out, text.bytes + from, text.size - from);
  act_putc(out, '"');
}

/* --- what the generator says --- */

static void say(act_rdf *file, act_space space, const char *local, size_t objects)
{
  file->syntax->predicate(file, &(act_iri){ space, local }, objects);
}

static void point(act_rdf *file, act_space space, const char *local)
{
  file->syntax->iri(file, &(act_iri){ space, local });
}

static void put_literal(act_rdf *file, const char *text, act_literal type)
{
  file->syntax->literal(file, (act_text){ text, strlen(text) }, type);
}

static void say_text(act_rdf *file, act_space space, const char *local, const char *text)
{
  if (!*text)
    return;
  say(file, space, local, 1);
  put_literal(file, text, ACT_LITERAL_STRING);
}

static void say_made(act_rdf *file, const char *local, act_literal type)
{
  const char *text = act_text_get(&file->made);
  if (text && *text) {
    say(file, ACT_SPACE_TERM, local, 1);
    put_literal(file, text, type);
  }
  act_text_clear(&file->made);
}

static void say_uint(act_rdf *file, const char *local, uint64_t number)
{
  act_text_uint(&file->made, number);
  say_made(file, local, ACT_LITERAL_INTEGER);
}

/* The canonical form of xsd:decimal has a point. */
static void say_decimal(act_rdf *file, const char *local)
{
  const char *text = act_text_get(&file->made);
  if (text && *text && !strchr(text, '.'))
    act_text_puts(&file->made, ".0");
  say_made(file, local, ACT_LITERAL_DECIMAL);
}

static void say_confidence(act_rdf *file, double confidence)
{
  act_text_thousandths(&file->made, (uint64_t)(confidence * 1000 + 0.5));
  say_decimal(file, "confidence");
}

static void say_date(act_rdf *file, act_space space, const char *local, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  if (!*text)
    return;
  act_literal type = date.month ? ACT_LITERAL_MONTH : ACT_LITERAL_YEAR;
  say(file, space, local, 1);
  put_literal(file, text, date.day ? ACT_LITERAL_DATE : type);
}

static void say_types(act_rdf *file, const act_iri *types, size_t count)
{
  file->syntax->predicate(file, &rdf_type, count);
  for (size_t i = 0; i < count; i++)
    file->syntax->iri(file, &types[i]);
}

/* --- names --- */

/* Append what may stand in an IRI as it is, the rest percent-encoded. */
static void encode(act_text_builder *out, const char *text)
{
  static const char hex[] = "0123456789ABCDEF";
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 c == '-' || c == '_' || c == '.' || c == '~';
    if (plain)
      act_text_put(out, text, 1);
    else
      act_text_put(out, (char[]){ '%', hex[c >> 4], hex[c & 15] }, 3);
  }
}

/* The name that was put together; "" when memory ran out, which is told at the end. */
static const char *named(act_rdf *file)
{
  const char *name = act_text_get(&file->name);
  act_text_clear(&file->name);
  return name ? name : "";
}

static act_iri document_iri(act_rdf *file, uint32_t document)
{
  encode(&file->name, act_document_id(&file->ids, document));
  return (act_iri){ ACT_SPACE_DOCUMENT, named(file) };
}

static act_iri relation_iri(act_rdf *file, const char *relation)
{
  encode(&file->name, *relation ? relation : "related");
  return (act_iri){ ACT_SPACE_RELATION, named(file) };
}

static act_iri node_iri(const act_rdf *file, uint32_t node)
{
  return (act_iri){ ACT_SPACE_NODE, file->job->graph->nodes.data[node].id };
}

static act_iri statement_iri(act_rdf *file, const act_edge *edge)
{
  act_text_puts(&file->name, file->job->graph->nodes.data[edge->source].id);
  act_text_puts(&file->name, ":");
  encode(&file->name, *edge->relation ? edge->relation : "related");
  act_text_puts(&file->name, ":");
  act_text_puts(&file->name, act_modality_name(edge->status));
  act_text_puts(&file->name, ":");
  act_text_puts(&file->name, file->job->graph->nodes.data[edge->target].id);
  return (act_iri){ ACT_SPACE_STATEMENT, named(file) };
}

static void point_at(act_rdf *file, act_iri iri)
{
  file->syntax->iri(file, &iri);
}

static void begin(act_rdf *file, act_iri iri)
{
  file->syntax->subject(file, &iri);
}

/* --- documents, nodes, relations, statements --- */

/* Whether an address can stand as an IRI: of the web, and of characters that RFC 3986 allows. */
static bool is_address(const char *text)
{
  size_t scheme = strncmp(text, "https://", 8) == 0 ? 8 : strncmp(text, "http://", 7) == 0 ? 7 : 0;
  size_t size = strspn(text,
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                       "-._~:/?#@!$&'()*+,;=");
  return scheme && text[scheme] && !text[size];
}

static void put_address(act_rdf *file, const char *url)
{
  if (!*url)
    return;
  say(file, ACT_SPACE_SCHEMA, "url", 1);
  if (is_address(url))
    point(file, ACT_SPACE_NONE, url);
  else
    put_literal(file, url, ACT_LITERAL_ADDRESS);
}

static void put_document(act_rdf *file, uint32_t index)
{
  static const act_iri types[] = { { ACT_SPACE_SCHEMA, "Article" }, { ACT_SPACE_PROV, "Entity" } };
  const act_graph_document *document = &file->job->graph->documents.data[index];
  begin(file, document_iri(file, index));
  say_types(file, types, 2);
  say_text(file, ACT_SPACE_SCHEMA, "name", document->name);
  say_text(file, ACT_SPACE_SCHEMA, "headline", document->title);
  put_address(file, document->url);
  say_date(file, ACT_SPACE_SCHEMA, "datePublished", document->date);
  file->syntax->end(file);
}

static bool is_wikidata(const char *id)
{
  return *id == 'Q' && id[1] && !id[1 + strspn(id + 1, "0123456789")];
}

static void put_ids(act_rdf *file, const act_node *node)
{
  if (*node->iso) {
    act_text_puts(&file->made, "iso:");
    act_text_puts(&file->made, node->iso);
    const char *text = act_text_get(&file->made);
    say_text(file, ACT_SPACE_SCHEMA, "identifier", text ? text : "");
    act_text_clear(&file->made);
  }
  say_text(file, ACT_SPACE_TERM, "ids", node->ids);
  if (is_wikidata(node->wikidata)) {
    act_text_puts(&file->name, "http://www.wikidata.org/entity/");
    act_text_puts(&file->name, node->wikidata);
    say(file, ACT_SPACE_SCHEMA, "sameAs", 1);
    point(file, ACT_SPACE_NONE, named(file));
  } else {
    say_text(file, ACT_SPACE_TERM, "wikidata", node->wikidata);
  }
}

static void put_measures(act_rdf *file, size_t node)
{
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    const act_measure_column *column = &act_measure_columns[i];
    act_measure_text(file->job->measures, i, node, &file->made);
    if (column->type == ACT_MEASURE_DECIMAL)
      say_decimal(file, column->name);
    else
      say_made(file,
               column->name,
               column->type == ACT_MEASURE_INTEGER ? ACT_LITERAL_INTEGER : ACT_LITERAL_STRING);
  }
}

static void put_node(act_rdf *file, uint32_t index)
{
  static const act_iri types[] = { { ACT_SPACE_SCHEMA, "Person" },
                                   { ACT_SPACE_SCHEMA, "Place" },
                                   { ACT_SPACE_SCHEMA, "Organization" } };
  const act_node *node = &file->job->graph->nodes.data[index];
  const char *role = node->type == ACTANT_PERSON ? "jobTitle" : "description";
  begin(file, node_iri(file, index));
  say_types(file, &types[node->type], 1);
  say_text(file, ACT_SPACE_SCHEMA, "name", node->name);
  say_text(file, ACT_SPACE_SCHEMA, role, node->role);
  if (node->aliases.count)
    say(file, ACT_SPACE_SCHEMA, "alternateName", node->aliases.count);
  for (size_t i = 0; i < node->aliases.count; i++)
    put_literal(file, node->aliases.data[i], ACT_LITERAL_STRING);
  put_ids(file, node);
  say_uint(file, "mentions", node->mentions);
  say_date(file, ACT_SPACE_TERM, "first_date", node->first);
  say_date(file, ACT_SPACE_TERM, "last_date", node->last);
  if (node->documents.count)
    say(file, ACT_SPACE_SCHEMA, "subjectOf", node->documents.count);
  for (size_t i = 0; i < node->documents.count; i++)
    point_at(file, document_iri(file, node->documents.data[i]));
  put_measures(file, index);
  file->syntax->end(file);
}

static void put_relation(act_rdf *file, const char *relation)
{
  static const act_iri property = { ACT_SPACE_RDF, "Property" };
  begin(file, relation_iri(file, relation));
  say_types(file, &property, 1);
  say_text(file, ACT_SPACE_RDFS, "label", relation);
  file->syntax->end(file);
}

/* Each relation once, in order of first sight. */
static bool put_relations(act_rdf *file)
{
  const actant_graph *graph = file->job->graph;
  act_map seen = { 0 };
  bool ok = true;
  for (size_t i = 0; ok && i < graph->edges.count; i++) {
    const char *relation = graph->edges.data[i].relation;
    if (act_map_get(&seen, (uintptr_t)relation) != ACT_NO_VALUE)
      continue;
    ok = act_map_set(&seen, (uintptr_t)relation, 1);
    put_relation(file, relation);
  }
  act_map_free(&seen);
  return ok;
}

static void put_span(act_rdf *file, const char *local, actant_span span)
{
  act_text_uint(&file->made, span.begin);
  act_text_puts(&file->made, "-");
  act_text_uint(&file->made, span.end);
  say_made(file, local, ACT_LITERAL_STRING);
}

/* A place or speaker: the node, or the name alone when the graph has none. */
static void put_other(act_rdf *file,
                      act_iri verb,
                      uint32_t node,
                      const char *local,
                      const char *name)
{
  if (node != ACT_NO_NODE) {
    file->syntax->predicate(file, &verb, 1);
    point_at(file, node_iri(file, node));
  }
  say_text(file, ACT_SPACE_TERM, local, name);
}

static void put_evidence(act_rdf *file, const act_graph_evidence *row)
{
  static const act_iri types[] = { { ACT_SPACE_SCHEMA, "Quotation" },
                                   { ACT_SPACE_PROV, "Entity" } };
  file->syntax->open(file);
  say_types(file, types, 2);
  say_text(file, ACT_SPACE_SCHEMA, "text", row->text);
  say(file, ACT_SPACE_PROV, "wasQuotedFrom", 1);
  point_at(file, document_iri(file, row->document));
  say_uint(file, "begin", row->begin);
  say_date(file, ACT_SPACE_TERM, "date", row->date);
  say_date(file, ACT_SPACE_TERM, "date_end", row->date_end);
  put_other(file, (act_iri){ ACT_SPACE_TERM, "place" }, row->place, "place_name", row->place_name);
  put_other(file,
            (act_iri){ ACT_SPACE_PROV, "wasAttributedTo" },
            row->attributed_to,
            "attributed_name",
            row->attributed_name);
  say_confidence(file, row->confidence);
  say_text(file, ACT_SPACE_TERM, "rule", row->rule);
  if (row->subject.end || row->trigger.end || row->object.end) {
    put_span(file, "subject_span", row->subject);
    put_span(file, "trigger_span", row->trigger);
    put_span(file, "object_span", row->object);
  }
  file->syntax->close(file);
}

static void put_facts(act_rdf *file, const act_edge *edge)
{
  say_text(file, ACT_SPACE_RDFS, "label", edge->label);
  say_text(file, ACT_SPACE_TERM, "family", edge->family);
  act_text_puts(&file->made, edge->symmetric ? "true" : "false");
  say_made(file, "symmetric", ACT_LITERAL_BOOLEAN);
  say_text(file, ACT_SPACE_TERM, "status", act_modality_name(edge->status));
  say_uint(file, "support", edge->support);
  say_uint(file, "weight", edge->support ? edge->support : 1);
  say_confidence(file, edge->confidence);
  say_date(file, ACT_SPACE_TERM, "first_date", edge->first);
  say_date(file, ACT_SPACE_TERM, "last_date", edge->last);
}

static void put_statement(act_rdf *file, const act_edge *edge)
{
  static const act_iri statement = { ACT_SPACE_RDF, "Statement" };
  begin(file, statement_iri(file, edge));
  say_types(file, &statement, 1);
  say(file, ACT_SPACE_RDF, "subject", 1);
  point_at(file, node_iri(file, edge->source));
  say(file, ACT_SPACE_RDF, "predicate", 1);
  point_at(file, relation_iri(file, edge->relation));
  say(file, ACT_SPACE_RDF, "object", 1);
  point_at(file, node_iri(file, edge->target));
  put_facts(file, edge);
  if (edge->evidence.count)
    say(file, ACT_SPACE_TERM, "evidence", edge->evidence.count);
  for (size_t i = 0; i < edge->evidence.count; i++)
    put_evidence(file, &edge->evidence.data[i]);
  file->syntax->end(file);
}

/* The triple once more in the graph of each document that says so. */
static void put_quads(act_rdf *file, const act_edge *edge)
{
  act_map seen = { 0 };
  encode(&file->made, *edge->relation ? edge->relation : "related");
  const char *relation = act_text_get(&file->made);
  for (size_t i = 0; relation && i < edge->evidence.count; i++) {
    uint32_t document = edge->evidence.data[i].document;
    if (act_map_get(&seen, document) != ACT_NO_VALUE)
      continue;
    if (!act_map_set(&seen, document, 1))
      file->made.failed = true;
    file->syntax->quad(file,
                       (act_iri[]){ node_iri(file, edge->source),
                                    { ACT_SPACE_RELATION, relation },
                                    node_iri(file, edge->target),
                                    document_iri(file, document) });
  }
  act_map_free(&seen);
  act_text_clear(&file->made);
}

/* What the edge says, as a triple. */
static void put_triple(act_rdf *file, const act_edge *edge)
{
  begin(file, node_iri(file, edge->source));
  const act_iri relation = relation_iri(file, edge->relation);
  file->syntax->predicate(file, &relation, 1);
  point_at(file, node_iri(file, edge->target));
  file->syntax->end(file);
  if (file->syntax->quad)
    put_quads(file, edge);
}

static void put_graph(act_rdf *file)
{
  static const act_iri dataset = { ACT_SPACE_SCHEMA, "Dataset" };
  file->syntax->subject(file, NULL);
  say_types(file, &dataset, 1);
  say_text(file, ACT_SPACE_SCHEMA, "name", file->job->title);
  say_text(file, ACT_SPACE_SCHEMA, "creator", "actant");
  say_date(file, ACT_SPACE_SCHEMA, "dateCreated", act_newest(file->job->graph));
  file->syntax->end(file);
}

static bool put_all(act_rdf *file)
{
  const actant_graph *graph = file->job->graph;
  file->syntax->head(file);
  put_graph(file);
  for (uint32_t i = 0; i < graph->documents.count; i++)
    put_document(file, i);
  for (uint32_t i = 0; i < graph->nodes.count; i++)
    put_node(file, i);
  bool ok = put_relations(file);
  for (size_t i = 0; i < graph->edges.count; i++) {
    if (graph->edges.data[i].status == ACTANT_ACTUAL)
      put_triple(file, &graph->edges.data[i]);
    put_statement(file, &graph->edges.data[i]);
  }
  file->syntax->tail(file);
  return ok;
}

actant_status act_rdf_write(const act_job *job,
                            const act_rdf_syntax *syntax,
                            const actant_sink *sink,
                            actant_error *err)
{
  act_rdf *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  if (!file)
    return act_fail_memory(err, stage);
  file->job = job;
  file->syntax = syntax;
  file->level = file->levels;
  act_output_init(&file->out, sink);
  actant_status st = act_document_ids_make(job->graph, &file->ids, err);
  bool ok = st == ACTANT_OK && put_all(file);
  if (st == ACTANT_OK)
    st = act_output_finish(&file->out, err);
  act_rdf_level *levels = file->levels;
  act_text_builder *texts[] = { &file->made,     &file->name,        &levels[0].subject,
                                &levels[0].verb, &levels[1].subject, &levels[1].verb };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    ok = ok && !texts[i]->failed;
    act_text_free(texts[i]);
  }
  act_document_ids_free(&file->ids);
  free(file);
  return st == ACTANT_OK && !ok ? act_fail_memory(err, stage) : st;
}
