/* SPDX-License-Identifier: MIT */
/* Notes as Obsidian and its like have them: one that lists all, and in a folder one for each node,
   with links between.  What is known of a node stands as properties (YAML, in which JSON's strings
   and lists are at home) before its text.  An edge stands in the note of its source with all that
   is known of it, and as a link back in the note of its target.

   In text, signs that mean something to Markdown or to Obsidian stand behind a backslash, which
   CommonMark allows before any of them (section 2.4); text never begins a line, so that it begins
   no list and no heading. */
#include "base/output.h"
#include "graph/document_ids.h"
#include "write/caption.h"
#include "write/columns.h"
#include "write/format.h"
#include "write/lists.h"
#include "write/note_names.h"
#include "write/tooltip.h"

#include <string.h>

static const char stage[] = "write";

/* The edges of each node, each the next of the one before; UINT32_MAX ends them. */
typedef struct chains {
  uint32_t *first, *next;
} chains;

typedef struct notes {
  const act_job *job;
  act_document_ids ids;
  act_note_names names;
  chains from, to;
  act_list list;
  act_text_builder text;
  act_output out;
} notes;

static bool chain(const actant_graph *graph, bool from, chains *out)
{
  out->first = malloc((graph->nodes.count + 1) * sizeof *out->first);
  out->next = malloc((graph->edges.count + 1) * sizeof *out->next);
  if (!out->first || !out->next)
    return false;
  memset(out->first, 0xFF, (graph->nodes.count + 1) * sizeof *out->first);
  for (size_t i = graph->edges.count; i > 0; i--) {
    const act_edge *edge = &graph->edges.data[i - 1];
    uint32_t node = from ? edge->source : edge->target;
    out->next[i - 1] = out->first[node];
    out->first[node] = (uint32_t)(i - 1);
  }
  return true;
}

/* --- text --- */

static void put_text(act_output *out, const char *text)
{
  static const char odd[] = "\\`*_[]<>&#|~=$^%!";
  for (;;) {
    size_t n = strcspn(text, odd);
    act_put(out, text, n);
    if (!text[n])
      return;
    act_put(out, (char[]){ '\\', text[n] }, 2);
    text += n + 1;
  }
}

static void put_link(notes *file, uint32_t node)
{
  act_puts(&file->out, "[[");
  act_puts(&file->out, act_note_name(&file->names, node));
  act_puts(&file->out, "]]");
}

/* A place or speaker: a link when it is a node. */
static void put_other(notes *file, const char *before, uint32_t node, const char *name)
{
  if (node == ACT_NO_NODE && !*name)
    return;
  act_puts(&file->out, before);
  if (node == ACT_NO_NODE)
    put_text(&file->out, name);
  else
    put_link(file, node);
}

static void put_date(act_output *out, const char *before, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  if (!*text)
    return;
  act_puts(out, before);
  act_puts(out, text);
}

/* A document by its title or name; a link when it has an address, in which what would end it is
 * encoded. */
static void put_document(notes *file, uint32_t index)
{
  const act_graph_document *document = &file->job->graph->documents.data[index];
  const char *title = *document->title ? document->title : document->name, *url = document->url;
  if (!*url) {
    put_text(&file->out, title);
  } else {
    act_putc(&file->out, '[');
    put_text(&file->out, title);
    act_puts(&file->out, "](<");
    for (size_t n; *url; url += n) {
      n = strcspn(url, "<>\\");
      act_put(&file->out, url, n);
      if (url[n]) {
        act_puts(&file->out, url[n] == '<' ? "%3C" : url[n] == '>' ? "%3E" : "%5C");
        n++;
      }
    }
    act_puts(&file->out, ">)");
  }
  put_date(&file->out, ", ", document->date);
}

/* --- properties --- */

static void put_string(act_output *out, const char *text)
{
  act_put_json(out, text, strlen(text));
}

static void put_property(act_output *out, const char *name, const char *value)
{
  if (!*value)
    return;
  act_puts(out, name);
  act_puts(out, ": ");
  put_string(out, value);
  act_putc(out, '\n');
}

static void put_list(notes *file, const char *name)
{
  if (!file->list.rows.count)
    return;
  act_puts(&file->out, name);
  for (size_t i = 0; i < file->list.rows.count; i++) {
    act_puts(&file->out, i ? ", " : ": [");
    act_put_json(&file->out, file->list.rows.data[i].bytes, file->list.rows.data[i].size);
  }
  act_puts(&file->out, "]\n");
}

static void put_date_property(act_output *out, const char *name, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  put_property(out, name, text);
}

static void put_measures(notes *file, uint32_t node)
{
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_text_clear(&file->text);
    act_measure_text(file->job->measures, i, node, &file->text);
    const char *value = act_text_get(&file->text);
    if (!value || !*value)
      continue;
    if (act_measure_columns[i].type == ACT_MEASURE_TEXT) {
      put_property(&file->out, act_measure_columns[i].name, value);
      continue;
    }
    act_puts(&file->out, act_measure_columns[i].name);
    act_puts(&file->out, ": ");
    act_puts(&file->out, value);
    act_putc(&file->out, '\n');
  }
}

static void put_node_properties(notes *file, uint32_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  act_output *out = &file->out;
  act_puts(out, "---\n");
  put_property(out, "id", node->id);
  put_property(out, "name", node->name);
  put_property(out, "entity_type", act_type_name(node->type));
  put_property(out, "role", node->role);
  act_list_aliases(node, &file->list);
  put_list(file, "aliases");
  put_property(out, "iso", node->iso);
  put_property(out, "wikidata", node->wikidata);
  put_property(out, "ids", node->ids);
  act_puts(out, "mentions: ");
  act_put_uint(out, node->mentions);
  act_putc(out, '\n');
  put_date_property(out, "first_date", node->first);
  put_date_property(out, "last_date", node->last);
  for (size_t i = 0; i < node->documents.count; i++) {
    act_puts(out, i ? ", " : "documents: [");
    put_string(out, act_document_id(&file->ids, node->documents.data[i]));
  }
  act_puts(out, node->documents.count ? "]\n" : "");
  put_measures(file, index);
  act_puts(out, "tags: [");
  act_puts(out, act_type_name(node->type));
  act_puts(out, "]\n---\n");
}

/* --- edges --- */

static void put_row(notes *file, const act_graph_evidence *row)
{
  act_output *out = &file->out;
  act_puts(out, "  - “");
  put_text(out, row->text);
  act_puts(out, "” — ");
  put_document(file, row->document);
  put_date(out, " · when: ", row->date);
  put_date(out, "/", row->date_end);
  put_other(file, " · where: ", row->place, row->place_name);
  put_other(file, " · said by: ", row->attributed_to, row->attributed_name);
  act_puts(out, " · confidence ");
  act_put_decimal(out, row->confidence);
  if (*row->rule) {
    act_puts(out, " · rule ");
    put_text(out, row->rule);
  }
  act_putc(out, '\n');
}

/* "- **met** [[Verell]] (meets, diplomacy, actual, 5 sentences, 2031-05-04, confidence 0.9)" */
static void put_edge(notes *file, uint32_t index)
{
  const act_edge *edge = &file->job->graph->edges.data[index];
  act_output *out = &file->out;
  act_puts(out, "- **");
  put_text(out, *edge->label ? edge->label : edge->relation);
  act_puts(out, "** ");
  put_link(file, edge->target);
  act_puts(out, " (");
  put_text(out, edge->relation);
  act_puts(out, *edge->family ? ", " : "");
  put_text(out, edge->family);
  act_puts(out, ", ");
  act_puts(out, act_modality_name(edge->status));
  act_puts(out, edge->support == 1 ? ", 1 sentence" : ", ");
  if (edge->support != 1) {
    act_put_uint(out, edge->support);
    act_puts(out, " sentences");
  }
  put_date(out, ", ", edge->first);
  if (act_date_compare(edge->first, edge->last) != 0)
    put_date(out, " to ", edge->last);
  act_puts(out, ", confidence ");
  act_put_decimal(out, edge->confidence);
  act_puts(out, edge->symmetric ? ", both ways)\n" : ")\n");
  for (size_t i = 0; i < edge->evidence.count; i++)
    put_row(file, &edge->evidence.data[i]);
}

static void put_back_link(notes *file, uint32_t index)
{
  const act_edge *edge = &file->job->graph->edges.data[index];
  act_puts(&file->out, "- ");
  put_link(file, edge->source);
  act_puts(&file->out, " **");
  put_text(&file->out, *edge->label ? edge->label : edge->relation);
  act_puts(&file->out, "** (");
  act_puts(&file->out, act_modality_name(edge->status));
  act_puts(&file->out, ")\n");
}

static void put_edges(notes *file, uint32_t node)
{
  uint32_t i = file->from.first[node];
  act_puts(&file->out, i != UINT32_MAX ? "\n## Relations\n\n" : "");
  for (; i != UINT32_MAX; i = file->from.next[i])
    put_edge(file, i);
  i = file->to.first[node];
  act_puts(&file->out, i != UINT32_MAX ? "\n## Named by\n\n" : "");
  for (; i != UINT32_MAX; i = file->to.next[i])
    put_back_link(file, i);
}

/* --- files --- */

static void put_note(notes *file, uint32_t index)
{
  const act_node *node = &file->job->graph->nodes.data[index];
  put_node_properties(file, index);
  act_puts(&file->out, "\n# ");
  put_text(&file->out, act_shown_name(node));
  act_putc(&file->out, '\n');
  if (*node->role) {
    act_puts(&file->out, "\nRole: ");
    put_text(&file->out, node->role);
    act_putc(&file->out, '\n');
  }
  put_edges(file, index);
}

static void put_list_of(notes *file, actant_entity_type type, const char *heading)
{
  const actant_graph *graph = file->job->graph;
  bool first = true;
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    if (graph->nodes.data[i].type != type)
      continue;
    act_puts(&file->out, first ? heading : "");
    first = false;
    act_puts(&file->out, "- ");
    put_link(file, i);
    if (*graph->nodes.data[i].role) {
      act_puts(&file->out, ", ");
      put_text(&file->out, graph->nodes.data[i].role);
    }
    act_putc(&file->out, '\n');
  }
}

static void put_index(notes *file)
{
  const actant_graph *graph = file->job->graph;
  act_output *out = &file->out;
  act_puts(out, "---\n");
  put_property(out, "title", file->job->title);
  act_puts(out, "creator: actant\n");
  put_date_property(out, "created", act_newest(graph));
  act_puts(out, "---\n\n# ");
  put_text(out, file->job->title);
  act_putc(out, '\n');
  put_list_of(file, ACTANT_PERSON, "\n## People\n\n");
  put_list_of(file, ACTANT_PLACE, "\n## Places\n\n");
  put_list_of(file, ACTANT_ORGANISATION, "\n## Organisations\n\n");
  act_puts(out, graph->documents.count ? "\n## Documents\n\n" : "");
  for (uint32_t i = 0; i < graph->documents.count; i++) {
    act_puts(out, "- `");
    /* a code span ends at a backtick */
    for (const char *id = act_document_id(&file->ids, i); *id; id++)
      act_putc(out, *id == '`' ? '\'' : *id);
    act_puts(out, "`: ");
    put_document(file, i);
    act_putc(out, '\n');
  }
}

static actant_status begin_file(notes *file, const actant_files *files, const char *ending)
{
  const actant_sink *sink = files->begin(files->context, ending);
  if (!sink)
    return ACTANT_IO;
  act_output_init(&file->out, sink);
  return ACTANT_OK;
}

static actant_status write_note(notes *file,
                                const actant_files *files,
                                uint32_t node,
                                actant_error *err)
{
  act_text_builder ending = { 0 };
  act_text_puts(&ending, "/");
  act_text_puts(&ending, act_note_name(&file->names, node));
  act_text_puts(&ending, ".md");
  const char *name = act_text_get(&ending);
  actant_status st = name ? begin_file(file, files, name) : ACTANT_MEMORY;
  if (st == ACTANT_OK) {
    put_note(file, node);
    st = act_output_finish(&file->out, err);
  } else {
    act_fail(err, st, stage, "the note %s cannot be begun", name ? name : "");
  }
  act_text_free(&ending);
  return st;
}

static actant_status write_notes(notes *file, const actant_files *files, actant_error *err)
{
  if (begin_file(file, files, ".md") != ACTANT_OK)
    return act_fail(err, ACTANT_IO, stage, "the note of all notes cannot be begun");
  put_index(file);
  TRY(act_output_finish(&file->out, err));
  for (uint32_t i = 0; i < file->job->graph->nodes.count; i++)
    TRY(write_note(file, files, i, err));
  return file->text.failed || file->list.failed || file->list.made.failed
           ? act_fail_memory(err, stage)
           : ACTANT_OK;
}

static void close_notes(notes *file)
{
  free(file->from.first);
  free(file->from.next);
  free(file->to.first);
  free(file->to.next);
  act_document_ids_free(&file->ids);
  act_note_names_free(&file->names);
  act_list_free(&file->list);
  act_text_free(&file->text);
  free(file);
}

actant_status act_write_markdown(const act_job *job, const actant_files *files, actant_error *err)
{
  notes *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  actant_status st;
  if (!file)
    return act_fail_memory(err, stage);
  file->job = job;
  TRY_DONE(st, act_document_ids_make(job->graph, &file->ids, err));
  TRY_DONE(st, act_note_names_make(job->graph, &file->names, err));
  if (chain(job->graph, true, &file->from) && chain(job->graph, false, &file->to))
    st = write_notes(file, files, err);
  else
    st = act_fail_memory(err, stage);
done:
  close_notes(file);
  return st;
}
