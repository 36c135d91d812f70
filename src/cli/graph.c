/* SPDX-License-Identifier: MIT */
/* graph: all documents into one graph, filtered, and written in as many formats as asked.  stats:
 * the same graph, and what there is to tell of it. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

const char *cli_extension(const char *path)
{
  const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
  return dot ? dot + 1 : "";
}

static int find_format(const char *path, const char *to, size_t *out)
{
  const char *name = to ? to : cli_extension(path);
  *out = actant_format_find(name);
  if (*out != ACTANT_NONE && actant_format_is_several(*out) && !strcmp(path, "-"))
    return cli_misuse("--to %s: it is several files; -o NAME says how they are called", name);
  if (*out != ACTANT_NONE)
    return CLI_DONE;
  if (!strcmp(path, "-") && !to)
    return cli_misuse("-o - needs --to FORMAT");
  return cli_complain(path, "no format '%s'; actant info lists the formats", name);
}

/* The formats of all outputs, before anything is read; "-" stands for no -o at all.  An output of
 * an unknown format is passed over, the others are still made: *usable counts them. */
static int find_formats(const cli_options *options, size_t *formats, size_t *usable)
{
  int status = CLI_DONE;
  *usable = 0;
  for (size_t i = 0; i == 0 || i < options->outputs.count; i++) {
    int found = find_format(
      options->outputs.count ? options->outputs.items[i] : "-", options->to, &formats[i]);
    if (found == CLI_USAGE)
      return found;
    *usable += found == CLI_DONE;
    status = found == CLI_DONE ? status : found;
  }
  return status;
}

static int check_relations(const cli_options *options, const actant_model *model)
{
  for (size_t i = 0; i < options->relations.count; i++) {
    size_t r = 0, count = actant_relation_count(model);
    while (r < count && strcmp(actant_relation_at(model, r).id, options->relations.items[i]) != 0)
      r++;
    if (r == count)
      return cli_misuse("--relation: '%s' is unknown; actant info lists the relations",
                        options->relations.items[i]);
  }
  return CLI_DONE;
}

typedef struct gathering {
  actant_graph *graph;
  const actant_model *model;
  size_t most; /* bytes of a graph */
} gathering;

static int visit(void *context, const actant_result *result)
{
  const gathering *to = context;
  actant_error err;
  if (actant_graph_add(to->graph, result, &err) == ACTANT_OK)
    return CLI_DONE;
  return cli_report(actant_document_name(actant_result_document(result)), &err);
}

static int visit_graph(void *context, const char *path, const void *bytes, size_t size)
{
  const gathering *to = context;
  const actant_graph_source source = { .name = path, .model = to->model };
  actant_error err;
  if (size > to->most)
    return cli_complain(
      path, "more bytes than the limit of %zu; raise it with --max-bytes", to->most);
  if (actant_graph_read(to->graph, bytes, size, &source, &err) == ACTANT_OK)
    return CLI_DONE;
  return cli_report(path, &err);
}

static int write_one(const cli_options *options,
                     const actant_graph *graph,
                     const char *path,
                     size_t format)
{
  cli_output output;
  actant_error err;
  if (actant_format_is_several(format))
    return cli_write_several(graph, format, &options->write, path);
  if (cli_output_open(&output, path) != CLI_DONE)
    return CLI_FAILED;
  actant_sink sink = cli_output_sink(&output);
  bool ok = actant_graph_write(graph, format, &options->write, &sink, &err) == ACTANT_OK;
  if (!ok && !output.error)
    cli_report(path, &err);
  return cli_output_close(&output, ok) == CLI_DONE && ok ? CLI_DONE : CLI_FAILED;
}

static int write_all(const cli_options *options, const actant_graph *graph, const size_t *formats)
{
  if (!options->outputs.count)
    return write_one(options, graph, "-", formats[0]);
  int status = CLI_DONE;
  for (size_t i = 0; i < options->outputs.count; i++)
    if (formats[i] != ACTANT_NONE &&
        write_one(options, graph, options->outputs.items[i], formats[i]) != CLI_DONE)
      status = CLI_FAILED;
  return status;
}

static int write_stats(const cli_options *options, const actant_graph *graph)
{
  const char *path = options->outputs.count ? options->outputs.items[0] : "-";
  cli_output output;
  actant_error err;
  if (cli_output_open(&output, path) != CLI_DONE)
    return CLI_FAILED;
  actant_sink sink = cli_output_sink(&output);
  bool ok = actant_graph_write_stats(graph, &options->stats, &sink, &err) == ACTANT_OK;
  if (!ok && !output.error)
    cli_report(path, &err);
  return cli_output_close(&output, ok) == CLI_DONE && ok ? CLI_DONE : CLI_FAILED;
}

/* Several formats share one measuring. */
static int measure_and_write(const cli_options *options, actant_graph *graph, const size_t *formats)
{
  actant_error err;
  if (!formats)
    return write_stats(options, graph);
  if (actant_graph_measure(graph, &options->write.measure, &err) != ACTANT_OK)
    return cli_report("graph", &err);
  return write_all(options, graph, formats);
}

static int filter_and_write(const cli_options *options,
                            const actant_graph *graph,
                            const size_t *formats)
{
  actant_graph *kept = NULL;
  actant_error err;
  if (actant_graph_filter(graph, &options->filter, &kept, &err) != ACTANT_OK)
    return cli_report("graph", &err);
  int status = measure_and_write(options, kept, formats);
  actant_graph_free(kept);
  return status;
}

/* A graph of the inputs that could be read; none at all, when none could.  Without formats: its
 * statistics. */
static int build(const cli_options *options, const actant_model *model, const size_t *formats)
{
  actant_graph *graph = NULL;
  actant_error err;
  if (actant_graph_new(&graph, &err) != ACTANT_OK)
    return cli_report("graph", &err);
  gathering to = { graph, model, options->read.max_bytes };
  int status = cli_each_input(options, model, visit, visit_graph, &to);
  bool any = status == CLI_DONE || actant_graph_node_count(graph) > 0;
  if (any && filter_and_write(options, graph, formats) != CLI_DONE)
    status = CLI_FAILED;
  actant_graph_free(graph);
  return status;
}

int cli_graph(const cli_options *options)
{
  size_t *formats = calloc(options->outputs.count + 1, sizeof *formats);
  if (!formats)
    return cli_complain("memory", "out of memory");
  actant_model *model = NULL;
  size_t usable;
  int known = find_formats(options, formats, &usable);
  int status = usable && known != CLI_USAGE ? cli_open_model(options, &model) : known;
  if (usable && status == CLI_DONE)
    status = check_relations(options, model);
  if (usable && status == CLI_DONE)
    status = build(options, model, formats);
  actant_model_free(model);
  free(formats);
  return status == CLI_DONE ? known : status;
}

int cli_stats(const cli_options *options)
{
  actant_model *model = NULL;
  int status = cli_open_model(options, &model);
  if (status == CLI_DONE)
    status = check_relations(options, model);
  if (status == CLI_DONE)
    status = build(options, model, NULL);
  actant_model_free(model);
  return status;
}
