/* SPDX-License-Identifier: MIT */
/* The graph as the page reads it: one object, a row a line.  What is unknown is left out.  A
   sentence is often evidence of several edges, so that sentences stand in a list of their own and
   evidence refers to them; they are told apart by their address, since the graph interns strings,
   and numbered in order of first sight. */
#include "write/html.h"

#include "base/utf8.h"
#include "write/caption.h"
#include "write/style.h"

#include <string.h>

typedef struct data {
  const act_job *job;
  act_output *out;
  act_map number; /* of a sentence, by its address */
  ACT_ARRAY(const char *) sentences;
  bool first; /* of its object or list: no comma goes before it */
  bool failed;
} data;

/* Strings are JSON, but for what would end a script element or, in old parsers of scripts, a line.
 */
static void put_string(act_output *out, const char *string)
{
  size_t from = 0, i = 0;
  act_putc(out, '"');
  for (;; i++) {
    i += strcspn(string + i, "\"\\<\xE2");
    const char *as = string[i] == '"'    ? "\\\""
                     : string[i] == '\\' ? "\\\\"
                     : string[i] == '<'  ? "\\u003c"
                                         : NULL;
    if (string[i] == '\xE2' && string[i + 1] == '\x80' && (string[i + 2] & 0xFE) == 0xA8)
      as = string[i + 2] & 1 ? "\\u2029" : "\\u2028";
    if (string[i] && !as)
      continue;
    act_put(out, string + from, i - from);
    if (!string[i])
      break;
    act_puts(out, as);
    i += string[i] == '\xE2' ? 2 : 0;
    from = i + 1;
  }
  act_putc(out, '"');
}

static void open_with(data *d, char bracket)
{
  act_putc(d->out, bracket);
  d->first = true;
}

static void close_with(data *d, char bracket)
{
  act_putc(d->out, bracket);
  d->first = false;
}

static void separate(data *d, const char *comma)
{
  if (!d->first)
    act_puts(d->out, comma);
  d->first = false;
}

static void put_key(data *d, const char *name)
{
  separate(d, ",");
  put_string(d->out, name);
  act_putc(d->out, ':');
}

/* A list of rows begins, each on a line of its own. */
static void open_list(data *d, const char *name)
{
  separate(d, ",\n");
  put_string(d->out, name);
  act_puts(d->out, ":[\n");
  d->first = true;
}

static void open_row(data *d)
{
  separate(d, ",\n");
  open_with(d, '{');
}

static void put_text(data *d, const char *name, const char *value)
{
  if (!*value)
    return;
  put_key(d, name);
  put_string(d->out, value);
}

static void put_uint(data *d, const char *name, uint64_t value)
{
  put_key(d, name);
  act_put_uint(d->out, value);
}

static void put_decimal(data *d, const char *name, double value)
{
  put_key(d, name);
  act_put_decimal(d->out, value);
}

static void put_flag(data *d, const char *name, bool value)
{
  if (!value)
    return;
  put_key(d, name);
  act_puts(d->out, "true");
}

static void put_date(data *d, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  put_text(d, name, text);
}

/* Units of UTF-16 that some bytes of UTF-8 take: one a character, two beyond the basic plane. */
static size_t units(const char *bytes, size_t size)
{
  size_t count = 0;
  for (size_t i = 0; i < size; i++) {
    unsigned char byte = (unsigned char)bytes[i];
    count += byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80;
  }
  return count;
}

static void put_span(data *d, const char *name, const char *text, actant_span span)
{
  if (span.begin >= span.end || span.end > strlen(text))
    return;
  size_t begin = units(text, span.begin);
  put_key(d, name);
  open_with(d, '[');
  act_put_uint(d->out, begin);
  act_putc(d->out, ',');
  act_put_uint(d->out, begin + units(text + span.begin, span.end - span.begin));
  close_with(d, ']');
}

static uint32_t number_of(data *d, const char *text)
{
  uint64_t key = (uint64_t)(uintptr_t)text;
  uint32_t number = act_map_get(&d->number, key);
  if (number != ACT_NO_VALUE)
    return number;
  number = (uint32_t)d->sentences.count;
  if (!act_array_push(&d->sentences, text) || !act_map_set(&d->number, key, number))
    d->failed = true;
  return number;
}

static void put_evidence(data *d, const act_graph_evidence *row)
{
  open_row(d);
  put_uint(d, "document", row->document);
  put_uint(d, "sentence", number_of(d, row->text));
  put_span(d, "subject", row->text, row->subject);
  put_span(d, "trigger", row->text, row->trigger);
  put_span(d, "object", row->text, row->object);
  put_date(d, "date", row->date);
  put_date(d, "end", row->date_end);
  put_text(d, "place", row->place_name);
  if (row->place != ACT_NO_NODE)
    put_uint(d, "placeNode", row->place);
  put_text(d, "by", row->attributed_name);
  if (row->attributed_to != ACT_NO_NODE)
    put_uint(d, "byNode", row->attributed_to);
  put_decimal(d, "confidence", row->confidence);
  put_text(d, "rule", row->rule);
  put_flag(d, "repeat", row->repeat);
  close_with(d, '}');
}

static void put_edge(data *d, const act_edge *edge)
{
  open_row(d);
  put_uint(d, "source", edge->source);
  put_uint(d, "target", edge->target);
  put_text(d, "relation", edge->relation);
  put_text(d, "family", edge->family);
  put_text(d, "label", edge->label);
  put_flag(d, "symmetric", edge->symmetric);
  put_text(d, "status", act_modality_name(edge->status));
  put_uint(d, "support", edge->support);
  put_decimal(d, "confidence", edge->confidence);
  put_key(d, "evidence");
  open_with(d, '[');
  for (size_t i = 0; i < edge->evidence.count; i++)
    put_evidence(d, &edge->evidence.data[i]);
  close_with(d, ']');
  close_with(d, '}');
}

static void put_names(data *d, const act_node *node)
{
  put_text(d, "id", node->id);
  put_text(d, "name", node->name);
  put_text(d, "type", act_type_name(node->type));
  put_text(d, "role", node->role);
  put_text(d, "iso", node->iso);
  put_text(d, "wikidata", node->wikidata);
  put_text(d, "ids", node->ids);
  if (!node->aliases.count)
    return;
  put_key(d, "aliases");
  open_with(d, '[');
  for (size_t i = 0; i < node->aliases.count; i++) {
    separate(d, ",");
    put_string(d->out, node->aliases.data[i]);
  }
  close_with(d, ']');
}

static void put_place(data *d, size_t index)
{
  const act_places *places = d->job->places;
  if (!places || !places->x)
    return;
  put_decimal(d, "x", places->x[index]);
  put_decimal(d, "y", places->y[index]);
}

static void put_node(data *d, size_t index)
{
  const act_node *node = &d->job->graph->nodes.data[index];
  open_row(d);
  put_names(d, node);
  put_uint(d, "mentions", node->mentions);
  put_date(d, "first", node->first);
  put_date(d, "last", node->last);
  put_key(d, "documents");
  open_with(d, '[');
  for (size_t i = 0; i < node->documents.count; i++) {
    separate(d, ",");
    act_put_uint(d->out, node->documents.data[i]);
  }
  close_with(d, ']');
  if (d->job->measures->community_count)
    put_uint(d, "community", d->job->measures->community[index]);
  put_place(d, index);
  close_with(d, '}');
}

static void put_document(data *d, const act_graph_document *document)
{
  open_row(d);
  put_text(d, "name", document->name);
  put_text(d, "title", document->title);
  put_text(d, "url", document->url);
  put_date(d, "date", document->date);
  close_with(d, '}');
}

static void put_families(data *d)
{
  act_families families;
  act_families_find(d->job->graph, &families);
  open_list(d, "families");
  for (size_t i = 0; i < families.count; i++) {
    open_row(d);
    put_text(d, "name", families.rows[i].name);
    put_text(d, "colour", families.rows[i].colour);
    close_with(d, '}');
  }
  close_with(d, ']');
}

static void put_communities(data *d)
{
  const act_measures *measures = d->job->measures;
  open_list(d, "communities");
  for (uint32_t i = 1; i <= measures->community_count; i++) {
    separate(d, ",\n");
    put_string(d->out, act_community_name(measures, i));
  }
  close_with(d, ']');
}

static void put_sentences(data *d)
{
  open_list(d, "sentences");
  for (size_t i = 0; i < d->sentences.count; i++) {
    separate(d, ",\n");
    put_string(d->out, d->sentences.data[i]);
  }
  close_with(d, ']');
}

static void put_head(data *d)
{
  act_text_builder subtitle = { 0 };
  act_subtitle(d->job->graph, &subtitle);
  const char *text = act_text_get(&subtitle);
  put_text(d, "title", d->job->title);
  if (text)
    put_text(d, "subtitle", text);
  else
    d->failed = true;
  act_text_free(&subtitle);
}

static void put_graph(data *d)
{
  const actant_graph *graph = d->job->graph;
  open_with(d, '{');
  put_head(d);
  put_families(d);
  put_communities(d);
  open_list(d, "documents");
  for (size_t i = 0; i < graph->documents.count; i++)
    put_document(d, &graph->documents.data[i]);
  close_with(d, ']');
  open_list(d, "nodes");
  for (size_t i = 0; i < graph->nodes.count; i++)
    put_node(d, i);
  close_with(d, ']');
  open_list(d, "edges");
  for (size_t i = 0; i < graph->edges.count; i++)
    put_edge(d, &graph->edges.data[i]);
  close_with(d, ']');
  put_sentences(d);
  close_with(d, '}');
}

actant_status act_html_data(const act_job *job, act_output *out, actant_error *err)
{
  data d = { .job = job, .out = out };
  put_graph(&d);
  act_map_free(&d.number);
  act_array_free(&d.sentences);
  return d.failed ? act_fail_memory(err, "write") : ACTANT_OK;
}
