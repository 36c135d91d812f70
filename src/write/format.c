/* SPDX-License-Identifier: MIT */
/* A format is a row here and a file of its own.  Order is that of `actant info`.  A build without
   Graphviz keeps the rows of what needs it, so that the message can name the option. */
#include "write/format.h"

#include "write/caption.h"

#include <string.h>

static const char stage[] = "write";

#ifdef ACTANT_HAVE_GRAPHVIZ
#define GRAPHVIZ(writer) writer, NULL
#else
#define GRAPHVIZ(writer) NULL, "ACTANT_GRAPHVIZ"
#endif

enum { ALL = ACT_CARRIES_PARALLEL | ACT_CARRIES_ATTRIBUTES | ACT_CARRIES_EVIDENCE };

static const act_format_row rows[] = {
  { { "dot", "dot gv", "text/vnd.graphviz", "Graphviz DOT, styled, for dot and sfdp" },
    ALL | ACT_CARRIES_LOOK,
    GRAPHVIZ(act_write_dot) },
  { { "graphml", "graphml", "application/graphml+xml", "GraphML for Gephi, igraph and networkx" },
    ALL | ACT_CARRIES_LOOK,
    act_write_graphml,
    NULL },
  { { "svg", "svg", "image/svg+xml", "a picture with the evidence in its tooltips" },
    ACT_CARRIES_PARALLEL | ACT_CARRIES_EVIDENCE | ACT_CARRIES_LOOK | ACT_CARRIES_LAYOUT,
    GRAPHVIZ(act_write_svg) },
  { { "png", "png", "image/png", "a picture" },
    ACT_CARRIES_PARALLEL | ACT_CARRIES_LOOK | ACT_CARRIES_LAYOUT,
    GRAPHVIZ(act_write_png) },
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

const act_format_row *act_format_row_at(size_t index)
{
  return index < ROW_COUNT ? &rows[index] : NULL;
}

size_t actant_format_count(void)
{
  return ROW_COUNT;
}

actant_format actant_format_at(size_t index)
{
  return index < ROW_COUNT ? rows[index].format : (actant_format){ "", "", "", "" };
}

/* Whether a word is one of a list that spaces separate; ASCII case does not matter. */
static bool in_list(const char *list, const char *word)
{
  size_t size = strlen(word);
  while (*list) {
    size_t n = strcspn(list, " "), same = 0;
    while (same < n && n == size && (list[same] | 32) == (word[same] | 32))
      same++;
    if (n && same == n)
      return true;
    list += n;
    list += strspn(list, " ");
  }
  return false;
}

size_t actant_format_find(const char *name_or_extension)
{
  const char *word = name_or_extension + (*name_or_extension == '.');
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (in_list(rows[i].format.name, word) || in_list(rows[i].format.extensions, word))
      return i;
  return ACTANT_NONE;
}

void actant_write_options_init(actant_write_options *options)
{
  *options = (actant_write_options){ 0 };
}

actant_status actant_graph_write(const actant_graph *graph,
                                 size_t format,
                                 const actant_write_options *options,
                                 const actant_sink *sink,
                                 actant_error *err)
{
  const act_format_row *row = act_format_row_at(format);
  act_measures measures = { 0 };
  act_text_builder title = { 0 };
  actant_status st;
  if (!row)
    return act_fail(err, ACTANT_ARGUMENT, stage, "there is no such format");
  if (row->needs)
    return act_fail(err,
                    ACTANT_UNSUPPORTED,
                    stage,
                    "%s was left out of this build; it needs the option %s",
                    row->format.name,
                    row->needs);
  TRY_DONE(st, act_graph_measure(graph, &measures, err));
  act_title(graph, options ? options->title : NULL, &title);
  act_job job = { graph, &measures, act_text_get(&title), options ? options->layout : NULL };
  st = job.title ? row->write(&job, sink, err) : act_fail_memory(err, stage);
done:
  act_measures_free(&measures);
  act_text_free(&title);
  return st;
}
