/* SPDX-License-Identifier: MIT */
/* bench_write NODES EDGES [FORMAT...]: a generated graph in each format of the registry that can
   carry attributes (or in those named), and as GraphML through libxml2's xmlTextWriter with the
   same elements and values.  A JSON line each: bytes, seconds of the processor for one writing (the
   least of three), and megabytes a second; measuring the graph first is told by itself.  With -o
   FILE as the last two arguments the first format named goes into a file and nothing is measured.
 */
#define _POSIX_C_SOURCE 200809L
#include "generate.h"

#include "write/fields.h"
#include "write/format.h"

#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { ROUNDS = 3 };

static double seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static size_t count_bytes(void *context, const void *bytes, size_t size)
{
  (void)bytes;
  *(size_t *)context += size;
  return size;
}

static const actant_sink *begin_same(void *context, const char *ending)
{
  (void)ending;
  return context;
}

static void tell(const act_job *job, const char *writer, size_t bytes, double time)
{
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"writer\": \"%s\", \"nodes\": %zu, \"edges\": %zu, \"bytes\": %zu, \"seconds\": %.3f, "
         "\"mb_per_second\": %.1f, \"peak_mb\": %ld}\n",
         writer,
         job->graph->nodes.count,
         job->graph->edges.count,
         bytes,
         time,
         time > 0 ? (double)bytes / 1e6 / time : 0,
         usage.ru_maxrss / 1024);
  fflush(stdout);
}

static bool write_once(const act_format_row *row, const act_job *job, const actant_sink *sink)
{
  actant_sink same = *sink;
  actant_error err = { 0 };
  actant_status st = row->write ? row->write(job, sink, &err)
                                : row->write_files(job, &(actant_files){ begin_same, &same }, &err);
  if (st != ACTANT_OK)
    fprintf(stderr, "%s: %s\n", row->format.name, err.message);
  return st == ACTANT_OK;
}

static bool time_format(const act_format_row *row, const act_job *job)
{
  double least = 1e9;
  size_t bytes = 0;
  char name[64];
  for (int i = 0; i < ROUNDS; i++) {
    bytes = 0;
    double begin = seconds();
    if (!write_once(row, job, &(actant_sink){ count_bytes, &bytes }))
      return false;
    double time = seconds() - begin;
    least = time < least ? time : least;
  }
  snprintf(name, sizeof name, "actant %s", row->format.name);
  tell(job, name, bytes, least);
  return bytes > 0;
}

/* ---------------------------------------------------------------------------- xmlTextWriter */

static int count_xml(void *context, const char *bytes, int size)
{
  return (int)count_bytes(context, bytes, (size_t)size);
}

static int close_nothing(void *context)
{
  (void)context;
  return 0;
}

#define X(text) ((const xmlChar *)(text))

static void put_xml_data(xmlTextWriterPtr xml, const char *key, const char *text)
{
  xmlTextWriterStartElement(xml, X("data"));
  xmlTextWriterWriteAttribute(xml, X("key"), X(key));
  xmlTextWriterWriteString(xml, X(text));
  xmlTextWriterEndElement(xml);
}

static void put_xml_value(void *context, const act_field *field, const char *text, size_t size)
{
  (void)size;
  put_xml_data(context, field->id, text);
}

static void put_xml_graph(xmlTextWriterPtr xml, act_field_maker *maker)
{
  const actant_graph *graph = maker->job->graph;
  char id[24];
  xmlTextWriterStartDocument(xml, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement(xml, X("graphml"));
  xmlTextWriterStartElement(xml, X("graph"));
  for (size_t i = 0; i < graph->nodes.count; i++) {
    xmlTextWriterStartElement(xml, X("node"));
    xmlTextWriterWriteAttribute(xml, X("id"), X(graph->nodes.data[i].id));
    put_xml_data(xml, "label", graph->nodes.data[i].name);
    act_each_node_value(maker, i);
    xmlTextWriterEndElement(xml);
  }
  for (size_t i = 0; i < graph->edges.count; i++) {
    const act_edge *edge = &graph->edges.data[i];
    snprintf(id, sizeof id, "e%zu", i + 1);
    xmlTextWriterStartElement(xml, X("edge"));
    xmlTextWriterWriteAttribute(xml, X("id"), X(id));
    xmlTextWriterWriteAttribute(xml, X("source"), X(graph->nodes.data[edge->source].id));
    xmlTextWriterWriteAttribute(xml, X("target"), X(graph->nodes.data[edge->target].id));
    put_xml_data(xml, "edgelabel", edge->label);
    act_each_edge_value(maker, i);
    xmlTextWriterEndElement(xml);
  }
  xmlTextWriterEndDocument(xml);
}

static bool time_xml(const act_job *job)
{
  size_t bytes = 0;
  act_document_ids ids = { 0 };
  xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(count_xml, close_nothing, &bytes, NULL);
  xmlTextWriterPtr xml = xmlNewTextWriter(buffer);
  bool ok = xml && act_document_ids_make(job->graph, &ids, NULL) == ACTANT_OK;
  act_field_maker maker = { .job = job, .ids = &ids, .put = put_xml_value, .context = xml };
  double begin = seconds();
  if (ok)
    put_xml_graph(xml, &maker);
  xmlFreeTextWriter(xml); /* and flushes */
  if (ok)
    tell(job, "xmlTextWriter graphml", bytes, seconds() - begin);
  act_text_free(&maker.text);
  act_document_ids_free(&ids);
  return ok && bytes > 0;
}

/* ------------------------------------------------------------------------------------- all */

/* Pictures are drawn elsewhere. */
static bool is_wanted(const act_format_row *row, char **names, int count)
{
  bool named = count == 0 && row->carries & ACT_CARRIES_ATTRIBUTES;
  for (int i = 0; i < count; i++)
    named = named || strcmp(names[i], row->format.name) == 0;
  return named && !row->needs;
}

static bool time_all(const act_job *job, char **names, int count)
{
  bool ok = true;
  for (size_t i = 0; i < actant_format_count(); i++) {
    const act_format_row *row = act_format_row_at(i);
    ok = ok && (!is_wanted(row, names, count) || time_format(row, job));
  }
  return ok && (count > 0 || time_xml(job));
}

static size_t into_file(void *context, const void *bytes, size_t size)
{
  return fwrite(bytes, 1, size, context);
}

static bool write_file(const act_job *job, const char *format, const char *path)
{
  FILE *file = fopen(path, "wb");
  bool ok = file && write_once(act_format_row_at(actant_format_find(format)),
                               job,
                               &(actant_sink){ into_file, file });
  return file && fclose(file) == 0 && ok;
}

int main(int argc, char **argv)
{
  if (argc < 3) {
    fprintf(stderr, "bench_write NODES EDGES [FORMAT...] [-o FILE]\n");
    return 2;
  }
  actant_graph *graph = bench_graph((uint32_t)atoi(argv[1]), (uint32_t)atoi(argv[2]));
  act_measures measures = { 0 };
  act_places places = { 0 };
  double begin = seconds();
  if (!graph || act_graph_measure(graph, NULL, &measures, NULL) != ACTANT_OK ||
      act_graph_place(graph, &measures, 0, &places, NULL) != ACTANT_OK)
    return 1;
  act_job job = { .graph = graph, .measures = &measures, .title = "Bench", .places = &places };
  bool to_file = argc > 5 && strcmp(argv[argc - 2], "-o") == 0, ok;
  if (!to_file)
    tell(&job, "measuring and placing", 0, seconds() - begin);
  ok = to_file ? write_file(&job, argv[3], argv[argc - 1]) : time_all(&job, argv + 3, argc - 3);
  act_measures_free(&measures);
  act_places_free(&places);
  actant_graph_free(graph);
  return !ok;
}
