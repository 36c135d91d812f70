/* SPDX-License-Identifier: MIT */
/* Mermaid flowcharts, for Markdown pages.  Where Mermaid is at home (GitHub, GitLab, Obsidian) it
   refuses text of more than 50,000 characters and, in older versions, more than 280 edges, and a
   diagram cannot lift that.  So a larger graph is drawn in part: the edges that most sentences
   state, with their nodes; the title says how many of how many.

   In text everything but letters, digits and a few signs is written as an entity ("#35;"), which
   Mermaid decodes last: quotes, directives, markup, Markdown and its lists mean nothing then. */
#include "base/output.h"
#include "write/caption.h"
#include "write/format.h"
#include "write/style.h"
#include "write/text.h"
#include "write/tooltip.h"

#include <string.h>

static const char stage[] = "write";

enum {
  MOST_EDGES = 280,
  MOST_BYTES = 48000, /* a character is a byte at least; the rest is for the head */
  NAME_COLUMNS = 60,
  LABEL_COLUMNS = 40,
  ROLE_NODES = 40, /* with more nodes, roles are left out */
};

typedef struct ranked {
  uint32_t support, edge;
} ranked;

typedef struct mermaid {
  const act_job *job;
  ranked *order;       /* edges, those with most support first */
  bool *nodes, *edges; /* that are drawn */
  size_t node_count, edge_count;
  act_text_builder line, cut;
  act_output out;
} mermaid;

static bool is_plain(char c, const char *before, const char *at)
{
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
      (unsigned char)c >= 0x80)
    return true;
  if (c == ' ' || c == ',' || c == '\'' || c == '(')
    return true;
  /* "1." and "-" begin lists */
  return (c == '.' || c == ')' || c == '-') && at > before &&
         strspn(before, "0123456789") != (size_t)(at - before);
}

static void build_text(mermaid *file, const char *string, size_t columns)
{
  act_text_clear(&file->cut);
  act_text_cut(&file->cut, string, columns);
  const char *text = act_text_get(&file->cut);
  for (const char *at = text; at && *at; at++) {
    if (is_plain(*at, text, at)) {
      act_text_put(&file->line, at, 1);
      continue;
    }
    act_text_puts(&file->line, "#");
    act_text_uint(&file->line, (unsigned char)*at);
    act_text_puts(&file->line, ";");
  }
}

/* The line of a node: shape and colour as in the other pictures. */
static void build_node(mermaid *file, uint32_t index)
{
  static const char *const shapes[][3] = { { "(\"", "\"):::", "person" },
                                           { "([\"", "\"]):::", "place" },
                                           { "[\"", "\"]:::", "organisation" } };
  const act_node *node = &file->job->graph->nodes.data[index];
  act_text_clear(&file->line);
  act_text_puts(&file->line, "  n");
  act_text_uint(&file->line, index + 1);
  act_text_puts(&file->line, shapes[node->type][0]);
  build_text(file, act_shown_name(node), NAME_COLUMNS);
  if (*node->role && file->job->graph->nodes.count <= ROLE_NODES) {
    act_text_puts(&file->line, "<br/>");
    build_text(file, node->role, LABEL_COLUMNS);
  }
  act_text_puts(&file->line, shapes[node->type][1]);
  act_text_puts(&file->line, shapes[node->type][2]);
  act_text_puts(&file->line, "\n");
}

static void build_edge(mermaid *file, uint32_t index)
{
  static const char *const arrows[][2] = { /* by status: directed, symmetric */
                                           { " -->|\"", " ---|\"" },
                                           { " -.->|\"", " -.-|\"" },
                                           { " -.-o|\"", " o-.-o|\"" },
                                           { " -.-x|\"", " x-.-x|\"" }
  };
  const act_edge *edge = &file->job->graph->edges.data[index];
  const char *label = *edge->label ? edge->label : edge->relation;
  act_text_clear(&file->line);
  act_text_puts(&file->line, "  n");
  act_text_uint(&file->line, edge->source + 1);
  act_text_puts(&file->line, arrows[edge->status][edge->symmetric]);
  build_text(file, *label ? label : " ", LABEL_COLUMNS);
  act_text_puts(&file->line, "\"| n");
  act_text_uint(&file->line, edge->target + 1);
  act_text_puts(&file->line, "\n");
}

/* --- what is drawn --- */

static int by_support(const void *left, const void *right)
{
  const ranked *a = left, *b = right;
  if (a->support != b->support)
    return a->support > b->support ? -1 : 1;
  return a->edge < b->edge ? -1 : a->edge > b->edge;
}

static size_t node_size(mermaid *file, uint32_t node)
{
  if (file->nodes[node])
    return 0;
  build_node(file, node);
  return file->line.buffer.count;
}

static bool take_edge(mermaid *file, uint32_t index, size_t *room)
{
  const act_edge *edge = &file->job->graph->edges.data[index];
  size_t size = node_size(file, edge->source);
  size += edge->target != edge->source ? node_size(file, edge->target) : 0;
  build_edge(file, index);
  size += file->line.buffer.count;
  if (size > *room || file->edge_count == MOST_EDGES)
    return false;
  *room -= size;
  file->node_count += !file->nodes[edge->source];
  file->nodes[edge->source] = true;
  file->node_count += !file->nodes[edge->target];
  file->nodes[edge->target] = true;
  file->edges[index] = true;
  file->edge_count++;
  return true;
}

/* Take the strongest edges as long as there is room; nodes without edges when there is some left.
 */
static void choose(mermaid *file)
{
  const actant_graph *graph = file->job->graph;
  size_t room = MOST_BYTES;
  for (uint32_t i = 0; i < graph->edges.count; i++)
    file->order[i] = (ranked){ graph->edges.data[i].support, i };
  qsort(file->order, graph->edges.count, sizeof *file->order, by_support);
  for (size_t i = 0; i < graph->edges.count; i++)
    if (!take_edge(file, file->order[i].edge, &room))
      return;
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    size_t size = node_size(file, i);
    if (file->nodes[i])
      continue;
    if (size > room)
      return;
    room -= size;
    file->nodes[i] = true;
    file->node_count++;
  }
}

/* --- the file --- */

static void put_line(mermaid *file)
{
  act_put(&file->out, file->line.buffer.data, file->line.buffer.count);
}

/* The title in YAML, with everything but letters, digits and spaces escaped: Mermaid looks for
 * directives in it. */
static void put_title(mermaid *file, const char *title)
{
  static const char hex[] = "0123456789ABCDEF";
  act_text_clear(&file->cut);
  act_text_cut(&file->cut, title, NAME_COLUMNS);
  const char *text = act_text_get(&file->cut);
  for (const char *at = text; at && *at; at++) {
    char c = *at;
    if (is_plain(c, text, at))
      act_putc(&file->out, c);
    else
      act_put(&file->out, (char[]){ '\\', 'x', hex[c >> 4 & 15], hex[c & 15] }, 4);
  }
}

static void put_head(mermaid *file)
{
  const actant_graph *graph = file->job->graph;
  act_output *out = &file->out;
  act_puts(out, "---\ntitle: \"");
  put_title(file, file->job->title);
  if (file->edge_count < graph->edges.count || file->node_count < graph->nodes.count) {
    act_puts(out, " (");
    act_put_uint(out, file->node_count);
    act_puts(out, " of ");
    act_put_uint(out, graph->nodes.count);
    act_puts(out, " entities, ");
    act_put_uint(out, file->edge_count);
    act_puts(out, " of ");
    act_put_uint(out, graph->edges.count);
    act_puts(out, " relations)");
  }
  act_puts(out, "\"\n---\nflowchart LR\n");
}

static void put_classes(act_output *out)
{
  for (int type = ACTANT_PERSON; type <= ACTANT_ORGANISATION; type++) {
    const act_node_style *style = act_node_style_of((actant_entity_type)type);
    act_puts(out, "  classDef ");
    act_puts(out, act_type_name((actant_entity_type)type));
    act_puts(out, " fill:");
    act_puts(out, style->fill);
    act_puts(out, ",stroke:");
    act_puts(out, style->border);
    act_puts(out, ",color:");
    act_puts(out, style->text);
    act_putc(out, '\n');
  }
}

static void put_all(mermaid *file)
{
  const actant_graph *graph = file->job->graph;
  put_head(file);
  for (uint32_t i = 0; i < graph->nodes.count; i++) {
    if (!file->nodes[i])
      continue;
    build_node(file, i);
    put_line(file);
  }
  for (uint32_t i = 0; i < graph->edges.count; i++) {
    if (!file->edges[i])
      continue;
    build_edge(file, i);
    put_line(file);
  }
  put_classes(&file->out);
}

static void close_file(mermaid *file)
{
  free(file->order);
  free(file->nodes);
  free(file->edges);
  act_text_free(&file->line);
  act_text_free(&file->cut);
  free(file);
}

actant_status act_write_mermaid(const act_job *job, const actant_sink *sink, actant_error *err)
{
  mermaid *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  actant_status st = ACTANT_OK;
  if (!file)
    return act_fail_memory(err, stage);
  file->job = job;
  file->order = calloc(job->graph->edges.count + 1, sizeof *file->order);
  file->edges = calloc(job->graph->edges.count + 1, sizeof *file->edges);
  file->nodes = calloc(job->graph->nodes.count + 1, sizeof *file->nodes);
  act_output_init(&file->out, sink);
  if (file->order && file->edges && file->nodes) {
    choose(file);
    put_all(file);
    st = act_output_finish(&file->out, err);
  } else {
    st = act_fail_memory(err, stage);
  }
  if (st == ACTANT_OK && (file->line.failed || file->cut.failed))
    st = act_fail_memory(err, stage);
  close_file(file);
  return st;
}
