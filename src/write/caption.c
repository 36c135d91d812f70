/* SPDX-License-Identifier: MIT */
/* The caption is a table of one column, a row a line; the legend names only what occurs, a line
   each for kinds of nodes, families of relations, and line styles. */
#include "write/caption.h"

#include "write/style.h"

#include <string.h>

void act_title(const actant_graph *graph, const char *given, act_text_builder *out)
{
  if (given) {
    act_buffer clean = { 0 };
    if (!act_clean(given, strlen(given), &clean))
      out->failed = true;
    act_text_put(out, clean.data, clean.count);
    act_array_free(&clean);
  } else if (graph->title) {
    act_text_puts(out, graph->title);
  } else if (graph->documents.count == 1 && *graph->documents.data[0].title) {
    act_text_puts(out, graph->documents.data[0].title);
  } else {
    act_text_count(out, graph->documents.count, "document", "documents");
  }
}

act_date act_newest(const actant_graph *graph)
{
  act_date newest = { 0, 0, 0 };
  for (size_t i = 0; i < graph->documents.count; i++)
    if (act_date_compare(graph->documents.data[i].date, newest) > 0)
      newest = graph->documents.data[i].date;
  return newest;
}

act_date act_oldest(const actant_graph *graph)
{
  act_date found = { 0, 0, 0 };
  for (size_t i = 0; i < graph->documents.count; i++) {
    act_date date = graph->documents.data[i].date;
    if (date.year && (!found.year || act_date_compare(date, found) < 0))
      found = date;
  }
  return found;
}

/* "31 Aug – 7 Nov 2022": what both dates share is said once. */
void act_period(act_date first, act_date last, act_text_builder *out)
{
  if (act_date_compare(first, last) == 0) {
    act_text_date(out, last);
    return;
  }
  act_text_builder text = { 0 };
  act_text_date(&text, first);
  size_t size = text.buffer.count;
  if (first.year == last.year && first.month && size > 5) {
    size -= 5; /* a space and the year */
    if (first.month == last.month && first.day && size > 4)
      size -= 4; /* a space and the month */
  }
  act_text_put(out, text.buffer.data, size);
  out->failed = out->failed || text.failed;
  act_text_free(&text);
  act_text_puts(out, " – ");
  act_text_date(out, last);
}

void act_subtitle(const actant_graph *graph, act_text_builder *out)
{
  act_text_count(out, graph->nodes.count, "entity", "entities");
  act_text_puts(out, " · ");
  act_text_count(out, graph->edges.count, "relation", "relations");
  if (graph->documents.count > 1) {
    act_text_puts(out, " · ");
    act_text_count(out, graph->documents.count, "document", "documents");
  }
  act_date first = act_oldest(graph), last = act_newest(graph);
  if (last.year) {
    act_text_puts(out, graph->documents.count > 1 ? ", " : " · ");
    act_period(first, last, out);
  }
}

/* A caption in the making. */
typedef struct caption {
  const actant_graph *graph;
  const act_caption_style *style;
  const act_theme *theme;
  act_text_builder *out;
} caption;

static void open_row(const caption *c, unsigned points, const char *colour)
{
  act_text_puts(c->out, "<tr><td align=\"left\"><font point-size=\"");
  act_text_uint(c->out, points * c->style->percent / 100);
  act_text_puts(c->out, "\" color=\"");
  act_text_puts(c->out, colour);
  act_text_puts(c->out, "\">");
}

static void close_row(act_text_builder *out)
{
  act_text_puts(out, "</font></td></tr>");
}

/* A sign in its colour, and what it means. */
static void put_key(act_text_builder *out,
                    bool first,
                    const char *colour,
                    const char *sign,
                    const char *meaning)
{
  act_text_puts(out, first ? "<font color=\"" : "&#160;&#160;&#160; <font color=\"");
  act_text_puts(out, colour);
  act_text_puts(out, "\">");
  act_text_puts(out, sign);
  act_text_puts(out, "</font>&#160;");
  act_text_html(out, meaning, strlen(meaning));
}

static void open_legend(const caption *c)
{
  open_row(c, 10, c->theme->text);
}

static void put_types(const caption *c)
{
  const actant_graph *graph = c->graph;
  act_text_builder *out = c->out;
  unsigned seen = 0;
  for (size_t i = 0; i < graph->nodes.count; i++)
    seen |= 1U << graph->nodes.data[i].type;
  if (!seen)
    return;
  open_legend(c);
  bool first = true;
  for (unsigned type = 0; type < 3; type++) {
    if (seen & 1U << type) {
      const act_node_style *style = &c->theme->nodes[type];
      put_key(out, first, style->border, style->sign, act_type_name((actant_entity_type)type));
      first = false;
    }
  }
  close_row(out);
}

/* At most so many families a line: as wide as a picture of ten nodes. */
enum { KEYS_A_ROW = 7 };

static void put_families(const caption *c)
{
  act_families found;
  const act_families *families = &found;
  act_text_builder *out = c->out;
  act_families_find(c->graph, &found);
  for (size_t i = 0; i < families->count; i++) {
    if (i % KEYS_A_ROW == 0)
      open_legend(c);
    put_key(out,
            i % KEYS_A_ROW == 0,
            c->style->dark ? families->rows[i].dark : families->rows[i].colour,
            "━━",
            families->rows[i].name);
    if (i % KEYS_A_ROW == KEYS_A_ROW - 1 || i + 1 == families->count)
      close_row(out);
  }
}

static void put_statuses(const caption *c)
{
  const actant_graph *graph = c->graph;
  act_text_builder *out = c->out;
  static const char *const signs[] = { "───", "╌╌╌", "┈┈▷", "┈┈┤" };
  static const char *const meanings[] = { "reported", "planned", "possible", "denied or not so" };
  unsigned seen = 0;
  uint32_t most = 0;
  for (size_t i = 0; i < graph->edges.count; i++) {
    seen |= 1U << graph->edges.data[i].status;
    most = graph->edges.data[i].support > most ? graph->edges.data[i].support : most;
  }
  bool styles = (seen & ~1U) != 0, first = true;
  if (!styles && most < 2 && !c->style->dots)
    return;
  open_legend(c);
  for (unsigned status = 0; styles && status < 4; status++) {
    if (seen & 1U << status) {
      put_key(out, first, c->theme->text, signs[status], meanings[status]);
      first = false;
    }
  }
  if (most > 1) {
    act_text_puts(out,
                  first ? "line width: sentences" : "&#160;&#160;&#160; line width: sentences");
    first = false;
  }
  if (c->style->dots)
    act_text_puts(out, first ? "size: relations" : "&#160;&#160;&#160; size: relations");
  close_row(out);
}

/* A title in lines of some sixty columns, three at the most. */
static void put_title(const caption *c, const char *title)
{
  act_text_builder *out = c->out;
  size_t size = strlen(title), at = 0;
  for (int line = 0; at < size && line < 3; line++) {
    size_t next, end = act_fit(title + at, size - at, 60, &next);
    open_row(c, 20, c->theme->title);
    act_text_puts(out, "<b>");
    act_text_html(out, title + at, end);
    act_text_puts(out, line == 2 && at + next < size ? "…</b>" : "</b>");
    close_row(out);
    at += next;
  }
}

void act_caption(const actant_graph *graph, const act_caption_style *style, act_text_builder *out)
{
  const caption c = { graph, style, act_theme_of(style->dark), out };
  act_text_builder subtitle = { 0 };
  act_subtitle(graph, &subtitle);
  act_text_puts(out, "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">");
  put_title(&c, style->title);
  open_row(&c, 11, c.theme->subtitle);
  act_text_put(out, subtitle.buffer.data, subtitle.buffer.count);
  close_row(out);
  act_text_puts(out, "<tr><td height=\"4\"></td></tr>");
  put_types(&c);
  put_families(&c);
  put_statuses(&c);
  act_text_puts(out, "<tr><td height=\"10\"></td></tr></table>");
  out->failed = out->failed || subtitle.failed;
  act_text_free(&subtitle);
}
