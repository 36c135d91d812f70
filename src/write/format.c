/* SPDX-License-Identifier: MIT */
/* A format is a row here and a file of its own.  Order is that of `actant
   info`.  A build without Graphviz keeps the rows of what needs it, so that the
   message can name the option. */
#include "write/format.h"

#include "write/caption.h"

#include <string.h>

static const char stage[] = "write";

#ifdef ACTANT_HAVE_GRAPHVIZ
#define GRAPHVIZ(writer) .write = writer
#else
#define GRAPHVIZ(writer) .needs = "ACTANT_GRAPHVIZ"
#endif

enum { ALL = ACT_CARRIES_PARALLEL | ACT_CARRIES_ATTRIBUTES | ACT_CARRIES_EVIDENCE };

static const act_format_row rows[] = {
  { .format = { "dot", "dot gv", "text/vnd.graphviz", "Graphviz DOT, styled, for dot and sfdp" },
    .carries = ALL | ACT_CARRIES_LOOK,
    .write = act_write_dot },
  { .format = { "graphml",
                "graphml",
                "application/graphml+xml",
                "GraphML for Gephi, igraph and networkx" },
    .carries = ALL | ACT_CARRIES_LOOK | ACT_CARRIES_PLACES,
    .write = act_write_graphml },
  { .format = { "gexf",
                "gexf",
                "application/gexf+xml",
                "GEXF 1.3 with time, for Gephi and Gephi Lite" },
    .carries = ALL | ACT_CARRIES_LOOK | ACT_CARRIES_PLACES,
    .write = act_write_gexf },
  { .format = { "gexf-1.2",
                "",
                "application/gexf+xml",
                "GEXF 1.2draft, for programs that know no other" },
    .carries = ALL | ACT_CARRIES_LOOK | ACT_CARRIES_PLACES,
    .write = act_write_gexf_12 },
  { .format = { "svg", "svg", "image/svg+xml", "a picture with the evidence in its tooltips" },
    .carries = ACT_CARRIES_PARALLEL | ACT_CARRIES_EVIDENCE | ACT_CARRIES_LOOK | ACT_CARRIES_LAYOUT,
    GRAPHVIZ(act_write_svg) },
  { .format = { "png", "png", "image/png", "a picture" },
    .carries = ACT_CARRIES_PARALLEL | ACT_CARRIES_LOOK | ACT_CARRIES_LAYOUT,
    GRAPHVIZ(act_write_png) },
  { .format = { "pdf", "pdf", "application/pdf", "a picture to print" },
    .carries = ACT_CARRIES_PARALLEL | ACT_CARRIES_LOOK | ACT_CARRIES_LAYOUT,
    GRAPHVIZ(act_write_pdf) },
  { .format = { "html",
                "html htm",
                "text/html",
                "a page to explore the graph and read its sentences" },
    .carries = ALL | ACT_CARRIES_LOOK | ACT_CARRIES_LAYOUT | ACT_CARRIES_PLACES,
    .write = act_write_html },
  { .format = { "json", "json", "application/json", "node-link JSON for networkx, d3 and scripts" },
    .carries = ALL,
    .write = act_write_node_link },
  { .format = { "jgf", "jgf", "application/vnd.jgf+json", "JSON Graph Format, version 2" },
    .carries = ALL,
    .write = act_write_jgf },
  { .format = { "gephi",
                "csv gephi",
                "text/csv",
                "a pair of tables for Gephi and spreadsheets: NAME-nodes.csv, "
                "NAME-edges.csv" },
    .carries = ALL,
    .write_files = act_write_gephi_csv },
  { .format = { "neo4j",
                "neo4j",
                "text/csv",
                "for neo4j-admin import: NAME-neo4j-nodes.csv, NAME-neo4j-edges.csv" },
    .carries = ALL,
    .write_files = act_write_neo4j_csv },
  { .format = { "cypher",
                "cypher cql cyp",
                "application/x-cypher-query",
                "a script that merges the graph into Neo4j" },
    .carries = ALL,
    .write = act_write_cypher },
  { .format = { "mermaid",
                "mmd mermaid",
                "text/vnd.mermaid",
                "a flowchart for Markdown pages, of up to 280 edges" },
    .carries = ACT_CARRIES_PARALLEL | ACT_CARRIES_LOOK,
    .write = act_write_mermaid },
  { .format = { "markdown",
                "md markdown",
                "text/markdown",
                "notes that link each other, for Obsidian: NAME.md, NAME/" },
    .carries = ALL,
    .write_files = act_write_markdown },
  { .format = { "turtle", "ttl turtle", "text/turtle", "RDF as Turtle: schema.org, PROV" },
    .carries = ALL,
    .write = act_write_turtle },
  { .format = { "ntriples", "nt", "application/n-triples", "RDF, a line a triple" },
    .carries = ALL,
    .write = act_write_ntriples },
  { .format = { "nquads",
                "nq nquads",
                "application/n-quads",
                "RDF, a line a triple, with a graph a document" },
    .carries = ALL,
    .write = act_write_nquads },
  { .format = { "jsonld", "jsonld", "application/ld+json", "RDF as JSON-LD, context inline" },
    .carries = ALL,
    .write = act_write_jsonld },
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

const act_format_row *act_format_row_at(size_t index)
{
  return index < ROW_COUNT ? &rows[index] : NULL;
}

bool actant_format_is_several(size_t index)
{
  return index < ROW_COUNT && rows[index].write_files;
}

size_t actant_format_count(void)
{
  return ROW_COUNT;
}

actant_format actant_format_at(size_t index)
{
  return index < ROW_COUNT ? rows[index].format : (actant_format){ "", "", "", "" };
}

/* Whether a word is one of a list that spaces separate; ASCII case does not
 * matter. */
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

static bool is_same(const actant_measure_options *a, const actant_measure_options *b)
{
  return a->seed == b->seed && a->pivots == b->pivots;
}

/* What a job needs and this file makes and frees. */
typedef struct making {
  act_measures measures;
  act_places places;
  act_text_builder title;
} making;

static actant_status make_job(const actant_graph *graph,
                              const actant_write_options *options,
                              bool with_places,
                              making *made,
                              act_job *job,
                              actant_error *err)
{
  const act_measures *measures = graph->kept;
  if (!measures || !is_same(&measures->options, &options->measure)) {
    TRY(act_graph_measure(graph, &options->measure, &made->measures, err));
    measures = &made->measures;
  }
  if (with_places)
    TRY(act_graph_place(graph, measures, options->measure.seed, &made->places, err));
  act_title(graph, options->title, &made->title);
  *job = (act_job){ .graph = graph,
                    .measures = measures,
                    .title = act_text_get(&made->title),
                    .layout = options->layout,
                    .places = &made->places,
                    .seed = options->measure.seed,
                    .dark = options->theme && strcmp(options->theme, "dark") == 0,
                    .cluster = options->cluster };
  return job->title ? ACTANT_OK : act_fail_memory(err, stage);
}

static actant_status check(const act_format_row *row,
                           const actant_write_options *options,
                           actant_error *err)
{
  const char *theme = options->theme;
  if (!row)
    return act_fail(err, ACTANT_ARGUMENT, stage, "there is no such format");
  if (theme && strcmp(theme, "light") != 0 && strcmp(theme, "dark") != 0)
    return act_fail(
      err, ACTANT_ARGUMENT, stage, "'%.40s' is no theme; light or dark was expected", theme);
  if (row->needs)
    return act_fail(err,
                    ACTANT_UNSUPPORTED,
                    stage,
                    "%s was left out of this build; it needs the option %s",
                    row->format.name,
                    row->needs);
  return ACTANT_OK;
}

static actant_status write_row(const act_format_row *row,
                               const act_job *job,
                               const actant_files *files,
                               actant_error *err)
{
  if (row->write_files)
    return row->write_files(job, files, err);
  const actant_sink *sink = files->begin(files->context, "");
  return sink ? row->write(job, sink, err)
              : act_fail(err, ACTANT_IO, stage, "the file could not be begun");
}

actant_status actant_graph_write_files(const actant_graph *graph,
                                       size_t format,
                                       const actant_write_options *options,
                                       const actant_files *files,
                                       actant_error *err)
{
  static const actant_write_options usual = { 0 };
  const act_format_row *row = act_format_row_at(format);
  making made = { 0 };
  act_job job;
  actant_status st;
  options = options ? options : &usual;
  TRY(check(row, options, err));
  TRY_DONE(st, make_job(graph, options, row->carries & ACT_CARRIES_PLACES, &made, &job, err));
  st = write_row(row, &job, files, err);
done:
  act_measures_free(&made.measures);
  act_places_free(&made.places);
  act_text_free(&made.title);
  return st;
}

/* One sink for all files; the structure is its own context. */
static const actant_sink *begin_same(void *context, const char *ending)
{
  (void)ending;
  return context;
}

actant_status actant_graph_write(const actant_graph *graph,
                                 size_t format,
                                 const actant_write_options *options,
                                 const actant_sink *sink,
                                 actant_error *err)
{
  actant_sink same = sink ? *sink : (actant_sink){ 0 };
  return actant_graph_write_files(
    graph, format, options, &(actant_files){ begin_same, &same }, err);
}
