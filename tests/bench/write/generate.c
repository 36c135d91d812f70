/* SPDX-License-Identifier: MIT */
/* A news archive as a graph: some nodes in everyone's mouth, most in few; names, titles, aliases
   and identifiers; edges of a dozen relations with one to four sentences of usual length, dates,
   places and speakers; a document for every hundred nodes.  All is drawn from one generator with a
   fixed seed, and made of invented words. */
#include "generate.h"

#include <stdio.h>
#include <string.h>

typedef struct maker {
  actant_graph *graph;
  uint64_t state;
  uint32_t documents;
  bool failed;
} maker;

/* Knuth's MMIX. */
static uint32_t draw(maker *m, uint32_t below)
{
  m->state = m->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)((m->state >> 33) % below);
}

static const char *const syllables[] = { "mar", "tor", "vel", "kes", "ost", "bran",
                                         "lun", "hal", "fen", "gor", "sal", "wex" };

/* A word of an index' own: 12 to the fourth of them. */
static void put_word(char *out, size_t room, uint32_t index)
{
  char word[16] = "";
  for (int i = 0; i < 4; i++, index /= 12)
    strcat(word, syllables[index % 12]);
  word[0] = (char)(word[0] - 'a' + 'A');
  snprintf(out + strlen(out), room - strlen(out), "%s", word);
}

static void add_documents(maker *m)
{
  for (uint32_t i = 0; i < m->documents && !m->failed; i++) {
    char name[48], title[64] = "Talks on the lake: ", url[80];
    uint32_t at;
    snprintf(name, sizeof name, "archive/2031/%u.html", (unsigned)i);
    snprintf(url, sizeof url, "https://news.example/2031/story-%u?page=1&lang=en", (unsigned)i);
    put_word(title, sizeof title, i);
    act_date date = { 2031, (uint8_t)(1 + i % 12), (uint8_t)(1 + i % 28) };
    m->failed =
      act_graph_add_document(
        m->graph, &(act_graph_document){ name, title, url, date }, &at, NULL) != ACTANT_OK;
  }
}

static void add_node(maker *m, uint32_t index)
{
  static const char *const roles[] = { "Foreign Minister of Valdoria",
                                       "city",
                                       "water company",
                                       "spokesman of the River Basin Commission" };
  char id[32], name[64] = "", alias[24] = "", wikidata[16];
  uint32_t at;
  snprintf(id, sizeof id, "n-%u", (unsigned)index);
  snprintf(wikidata, sizeof wikidata, "Q%u", (unsigned)(9000000 + index));
  put_word(alias, sizeof alias, index * 7 + 1);
  snprintf(name, sizeof name, "%s ", alias);
  put_word(name, sizeof name, index);
  act_node node = { .id = id,
                    .name = name,
                    .role = roles[index % 4],
                    .wikidata = index % 3 ? NULL : wikidata,
                    .type = (actant_entity_type)(index % 3) };
  m->failed =
    act_graph_add_node(m->graph, &node, &at, NULL) != ACTANT_OK ||
    act_graph_add_alias(m->graph, at, alias, NULL) != ACTANT_OK ||
    act_graph_add_mentions(m->graph, at, draw(m, m->documents), 1 + draw(m, 9), NULL) != ACTANT_OK;
}

/* The lower, the more often: a square of a fraction. */
static uint32_t draw_node(maker *m, uint32_t nodes)
{
  uint64_t a = draw(m, 1 << 16), b = draw(m, 1 << 16);
  return (uint32_t)(a * b % ((uint64_t)1 << 32) * nodes >> 32);
}

static void add_sentence(maker *m, uint32_t edge, uint32_t nodes, uint32_t number)
{
  char text[400];
  const act_edge *row = &m->graph->edges.data[edge];
  const char *subject = m->graph->nodes.data[row->source].name,
             *object = m->graph->nodes.data[row->target].name;
  uint32_t place = draw_node(m, nodes), speaker = draw_node(m, nodes);
  snprintf(text,
           sizeof text,
           "%s, who had arrived the evening before, %s %s & its \"partners\" <%u> on the shore of "
           "the lake, officials said after a day of talks on wells and fishing rights.",
           subject,
           row->label,
           object,
           (unsigned)draw(m, 1000000));
  act_graph_evidence evidence = { .document = draw(m, m->documents),
                                  .begin = 150 * number,
                                  .text = text,
                                  .date = { 2031, (uint8_t)(1 + draw(m, 12)), 0 },
                                  .place = draw(m, 3) ? ACT_NO_NODE : place,
                                  .attributed_to = draw(m, 4) ? ACT_NO_NODE : speaker,
                                  .confidence = 0.6 + draw(m, 400) / 1000.0,
                                  .rule = "meets/meet" };
  if (evidence.place != ACT_NO_NODE)
    evidence.place_name = m->graph->nodes.data[place].name;
  if (evidence.attributed_to != ACT_NO_NODE)
    evidence.attributed_name = m->graph->nodes.data[speaker].name;
  m->failed = act_graph_add_evidence(m->graph, edge, &evidence, NULL) != ACTANT_OK;
}

static void add_edge(maker *m, uint32_t nodes)
{
  static const struct {
    const char *relation, *family, *label;
    bool symmetric;
  } kinds[] = { { "meets", "diplomacy", "met", true },
                { "agrees_with", "diplomacy", "agreed with", true },
                { "mediates", "diplomacy", "mediated for", false },
                { "leads", "politics", "leads", false },
                { "member_of", "politics", "is a member of", false },
                { "located_in", "places", "is located in", false },
                { "controls", "conflict", "controls", false },
                { "accuses", "speech", "accused", false },
                { "invests_in", "business", "invests in", false },
                { "works_for", "people", "works for", false } };
  uint32_t kind = draw(m, sizeof kinds / sizeof *kinds), source = draw_node(m, nodes),
           target = draw_node(m, nodes), at;
  if (source == target)
    target = (source + 1) % nodes;
  act_edge edge = { .source = source,
                    .target = target,
                    .relation = kinds[kind].relation,
                    .family = kinds[kind].family,
                    .label = kinds[kind].label,
                    .symmetric = kinds[kind].symmetric,
                    .status = draw(m, 8) ? ACTANT_ACTUAL : (actant_modality)draw(m, 4) };
  m->failed = act_graph_add_edge(m->graph, &edge, &at, NULL) != ACTANT_OK;
  uint32_t sentences = 1 + draw(m, 8) / 5 + draw(m, 40) / 38;
  for (uint32_t i = 0; i < sentences && !m->failed; i++)
    add_sentence(m, at, nodes, draw(m, 10000));
}

actant_graph *bench_graph(uint32_t nodes, uint32_t edges)
{
  maker m = { .state = 20310505, .documents = nodes / 100 + 1 };
  if (actant_graph_new(&m.graph, NULL) != ACTANT_OK)
    return NULL;
  add_documents(&m);
  for (uint32_t i = 0; i < nodes && !m.failed; i++)
    add_node(&m, i);
  for (uint64_t tries = 0;
       nodes > 1 && m.graph->edges.count < edges && tries < (uint64_t)edges * 20;
       tries++) {
    if (m.failed)
      break;
    add_edge(&m, nodes);
  }
  if (!m.failed)
    return m.graph;
  actant_graph_free(m.graph);
  return NULL;
}
