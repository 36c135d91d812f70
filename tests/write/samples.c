/* SPDX-License-Identifier: MIT */
/* The story is made up: two countries that do not exist talk about a lake. */
#include "write/samples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const act_node people[] = {
  { .id = "per-ilse-maran",
    .name = "Ilse Maran",
    .role = "President of Valdoria",
    .type = ACTANT_PERSON },
  { .id = "per-tomas-verell",
    .name = "Tomas Verell",
    .role = "Prime Minister of Kestria",
    .type = ACTANT_PERSON },
  { .id = "per-henrik-osgood",
    .name = "Henrik Osgood",
    .role = "Secretary-General, River Basin Commission",
    .type = ACTANT_PERSON },
  { .id = "per-adela-quist",
    .name = "Adela Quist",
    .role = "Foreign Minister of Norrland Republic",
    .type = ACTANT_PERSON },
  { .id = "loc-valdoria",
    .name = "Valdoria",
    .role = "country",
    .iso = "XV",
    .wikidata = "Q990001",
    .type = ACTANT_PLACE },
  { .id = "loc-kestria",
    .name = "Kestria",
    .role = "country",
    .iso = "XK",
    .wikidata = "Q990002",
    .type = ACTANT_PLACE },
  { .id = "loc-lake-merrow", .name = "Lake Merrow", .role = "lake", .type = ACTANT_PLACE },
  { .id = "loc-orsk-bay", .name = "Orsk Bay", .role = "city", .type = ACTANT_PLACE },
  { .id = "org-river-basin-commission",
    .name = "River Basin Commission",
    .role = "treaty body",
    .type = ACTANT_ORGANISATION },
  { .id = "org-league-of-northern-states",
    .name = "League of Northern States",
    .role = "alliance",
    .type = ACTANT_ORGANISATION },
  { .id = "org-merrow-water-company",
    .name = "Merrow Water Company",
    .role = "utility",
    .type = ACTANT_ORGANISATION },
};

typedef struct telling {
  uint32_t source, target;
  const char *relation, *family, *label;
  bool symmetric;
  actant_modality status;
  uint32_t support;
  const char *date, *text;
} telling;

static const telling tellings[] = {
  { 0,
    1,
    "meets",
    "diplomacy",
    "met",
    true,
    ACTANT_ACTUAL,
    5,
    "2031-05-04",
    "Maran met Verell on the shore of the lake." },
  { 0,
    1,
    "agrees_with",
    "diplomacy",
    "agreed with",
    true,
    ACTANT_ACTUAL,
    1,
    "2031-05-05",
    "The two signed a paper on fishing rights." },
  { 2,
    0,
    "mediates",
    "diplomacy",
    "mediated for",
    false,
    ACTANT_ACTUAL,
    3,
    "2031-05-04",
    "Osgood brokered the talks." },
  { 2,
    1,
    "mediates",
    "diplomacy",
    "mediated for",
    false,
    ACTANT_ACTUAL,
    3,
    "2031-05-04",
    "Osgood brokered the talks." },
  { 3,
    1,
    "meets",
    "diplomacy",
    "will meet",
    true,
    ACTANT_PLANNED,
    1,
    "2031-06",
    "Quist will receive Verell in June." },
  { 3,
    0,
    "supports",
    "diplomacy",
    "may support",
    false,
    ACTANT_POSSIBLE,
    1,
    NULL,
    "Quist may back Maran's proposal." },
  { 0,
    4,
    "head_of_state_of",
    "politics",
    "is head of state of",
    false,
    ACTANT_ACTUAL,
    4,
    NULL,
    "Maran, president of Valdoria, smiled." },
  { 1,
    5,
    "head_of_government_of",
    "politics",
    "is head of government of",
    false,
    ACTANT_ACTUAL,
    4,
    NULL,
    "Verell, prime minister of Kestria, did not." },
  { 2,
    8,
    "leads",
    "politics",
    "leads",
    false,
    ACTANT_ACTUAL,
    2,
    NULL,
    "Osgood leads the River Basin Commission." },
  { 8,
    9,
    "part_of",
    "places",
    "is part of",
    false,
    ACTANT_ACTUAL,
    1,
    NULL,
    "The commission is an organ of the League of Northern States." },
  { 6,
    5,
    "located_in",
    "places",
    "is located in",
    false,
    ACTANT_ACTUAL,
    2,
    NULL,
    "Lake Merrow lies in Kestria." },
  { 7,
    4,
    "located_in",
    "places",
    "is located in",
    false,
    ACTANT_ACTUAL,
    1,
    NULL,
    "Orsk Bay is Valdoria's only port." },
  { 5,
    6,
    "controls",
    "conflict",
    "controls",
    false,
    ACTANT_ACTUAL,
    2,
    "2029",
    "Kestria has held the lake since 2029." },
  { 4,
    6,
    "controls",
    "conflict",
    "does not control",
    false,
    ACTANT_NEGATED,
    1,
    "2031-05-04",
    "Valdoria no longer controls the lake." },
  { 4,
    5,
    "accuses",
    "speech",
    "accused",
    false,
    ACTANT_ACTUAL,
    2,
    "2031-04-28",
    "Valdoria accused Kestria of poisoning wells." },
  { 10,
    6,
    "invests_in",
    "business",
    "invests in",
    false,
    ACTANT_ACTUAL,
    1,
    NULL,
    "Merrow Water Company put money into the lake." },
  { 10,
    7,
    "based_in",
    "places",
    "is based in",
    false,
    ACTANT_ACTUAL,
    1,
    NULL,
    "The company has its seat in Orsk Bay." },
  { 3,
    9,
    "member_of",
    "politics",
    "is a member of",
    false,
    ACTANT_ACTUAL,
    1,
    NULL,
    "Quist sits in the League of Northern States." },
};

#define CHECK(call) assert_int_equal(ACTANT_OK, (call))

static actant_graph *new_graph(void)
{
  actant_graph *graph = NULL;
  CHECK(actant_graph_new(&graph, NULL));
  return graph;
}

static act_date date_of(const char *text)
{
  act_date date = { 0, 0, 0 };
  if (text)
    assert_true(act_date_read(text, strlen(text), &date));
  return date;
}

static uint32_t add_document(actant_graph *graph,
                             const char *name,
                             const char *title,
                             const char *date)
{
  uint32_t document;
  act_graph_document row = { name, title, "https://news.example/a?x=1&y=2", date_of(date) };
  CHECK(act_graph_add_document(graph, &row, &document, NULL));
  return document;
}

static void tell(actant_graph *graph, const telling *t, uint32_t documents)
{
  act_edge edge = { .source = t->source,
                    .target = t->target,
                    .relation = t->relation,
                    .family = t->family,
                    .label = t->label,
                    .symmetric = t->symmetric,
                    .status = t->status };
  uint32_t at;
  CHECK(act_graph_add_edge(graph, &edge, &at, NULL));
  for (uint32_t i = 0; i < t->support; i++) {
    act_graph_evidence row = { .document = i * documents / t->support,
                               .begin = 100 * i,
                               .text = t->text,
                               .date = date_of(t->date),
                               .place = ACT_NO_NODE,
                               .attributed_to = ACT_NO_NODE,
                               .confidence = 0.9 };
    if (i == 0 && strcmp(t->relation, "meets") == 0) {
      row.place = 6;
      row.place_name = "Lake Merrow";
    }
    CHECK(act_graph_add_evidence(graph, at, &row, NULL));
  }
}

actant_graph *sample_story(void)
{
  actant_graph *graph = new_graph();
  uint32_t node;
  add_document(graph, "merrow.txt", "Leaders meet at Lake Merrow", "2031-05-05");
  add_document(graph, "wells.txt", "Wells, words and \"water\"", "2031-06-02");
  for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
    CHECK(act_graph_add_node(graph, &people[i], &node, NULL));
    CHECK(act_graph_add_mentions(graph, node, 0, 3 + i % 4, NULL));
    if (i % 2)
      CHECK(act_graph_add_mentions(graph, node, 1, 2, NULL));
  }
  CHECK(act_graph_add_alias(graph, 0, "Maran", NULL));
  CHECK(act_graph_add_alias(graph, 1, "Verell", NULL));
  CHECK(act_graph_add_alias(graph, 9, "LNS", NULL));
  for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++)
    tell(graph, &tellings[i], 2);
  return graph;
}

/* A linear congruential generator (Knuth's MMIX): the same numbers everywhere. */
static uint32_t draw(uint64_t *state, uint32_t below)
{
  *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)((*state >> 33) % below);
}

static void make_name(uint64_t *state, uint32_t index, actant_entity_type type, char out[64])
{
  static const char *const starts[] = { "Mar", "Tor", "Vel", "Kes", "Ost", "Bran",
                                        "Lun", "Hal", "Fen", "Gor", "Sal", "Wex" };
  static const char *const ends[] = { "an",   "ia",  "mark", "or",  "esk", "wyn",
                                      "holm", "ade", "ury",  "ett", "ova", "ing" };
  static const char *const kinds[] = { "Council",           "Bank",      "Union",
                                       "Ministry of Trade", "Institute", "Party" };
  static const char *const firsts[] = { "Ada", "Bela", "Carl", "Dina", "Emil", "Fay",
                                        "Gus", "Hana", "Ivo",  "Jana", "Kurt", "Lea" };
  out[0] = '\0';
  if (type == ACTANT_PERSON)
    strcat(strcat(out, firsts[draw(state, 12)]), " ");
  strcat(strcat(out, starts[index % 12]), ends[index / 12 % 12]);
  if (index >= 144)
    strcat(out, ends[index / 144 % 12]);
  if (type == ACTANT_ORGANISATION)
    strcat(strcat(out, " "), kinds[draw(state, 6)]);
}

/* Nodes belong to groups of some twelve, whose first are their hubs; one edge in seven leaves its
 * group. */
static void draw_ends(uint64_t *state, uint32_t nodes, uint32_t *source, uint32_t *target)
{
  enum { GROUP = 12 };
  uint32_t groups = nodes / GROUP + 1, group = draw(state, groups), a = draw(state, GROUP),
           b = draw(state, GROUP);
  *source = (a < b ? a : b) * groups + group;
  if (draw(state, 7) == 0) {
    group = draw(state, groups);
    *source = group;
    *target = draw(state, groups);
  } else {
    *target = draw(state, GROUP) * groups + group;
  }
  *source = *source < nodes ? *source : group;
  *target = *target < nodes ? *target : group;
}

actant_graph *sample_generated(uint32_t nodes, uint32_t edges)
{
  actant_graph *graph = new_graph();
  uint64_t state = 42;
  uint32_t node, per_type = 3;
  add_document(graph, "generated.txt", "A year of talks", "2031-05-05");
  add_document(graph, "second.txt", "And another", "2032-07-09");
  for (uint32_t i = 0; i < nodes; i++) {
    char name[64], id[80] = "n-";
    actant_entity_type type = (actant_entity_type)(draw(&state, per_type));
    make_name(&state, i, type, name);
    act_node like = { .id = strcat(id, name),
                      .name = name,
                      .role = i % 3 ? NULL : "envoy to the talks",
                      .type = type };
    CHECK(act_graph_add_node(graph, &like, &node, NULL));
    CHECK(act_graph_add_mentions(graph, node, i % 2, 1 + i % 7, NULL));
  }
  for (uint32_t tries = 0; graph->edges.count < edges && tries < 20 * edges; tries++) {
    telling t = tellings[draw(&state, sizeof tellings / sizeof *tellings)];
    draw_ends(&state, nodes, &t.source, &t.target);
    t.support = 1 + draw(&state, 8) / 3;
    if (t.source != t.target)
      tell(graph, &t, 2);
  }
  return graph;
}

actant_graph *sample_star(uint32_t neighbours)
{
  actant_graph *graph = sample_generated(neighbours + 1, 0);
  uint64_t state = 7;
  for (uint32_t i = 1; i <= neighbours; i++) {
    telling t = tellings[draw(&state, sizeof tellings / sizeof *tellings)];
    t.source = i % 3 ? 0 : i;
    t.target = i % 3 ? i : 0;
    tell(graph, &t, 2);
    if (i % 5 == 0) {
      t.source = i;
      t.target = 1 + draw(&state, neighbours - 1);
      if (t.source != t.target)
        tell(graph, &t, 2);
    }
  }
  return graph;
}

/* Evidence with all that a row can have, some of it twice, and a document that shares its name. */
static void tell_richly(actant_graph *graph, uint32_t edge)
{
  const uint32_t second =
    add_document(graph, "a \"b\" <c>.txt", "the same; but | other", "2031-12-31");
  act_graph_evidence row = { .document = second,
                             .begin = 7,
                             .text = "\xC3\x96sten said \"Ann; Bo | met\"\\",
                             .date = { 2031, 3, 0 },
                             .date_end = { 2031, 4, 30 },
                             .place = 3,
                             .place_name = "two lines and tabs",
                             .attributed_to = 0,
                             .attributed_name = "He said \"no\" and 'yes'",
                             .confidence = 0.125,
                             .subject = { 13, 16 },
                             .trigger = { 23, 26 },
                             .object = { 18, 20 },
                             .rule = "meets/\"with\"" };
  CHECK(act_graph_add_evidence(graph, edge, &row, NULL));
  row.date = row.date_end = (act_date){ 0, 0, 0 };
  row.place = ACT_NO_NODE;
  row.place_name = "a place; filtered | out";
  row.confidence = 1;
  CHECK(act_graph_add_evidence(graph, edge, &row, NULL));
  row.begin = 99;
  row.text = "";
  CHECK(act_graph_add_evidence(graph, edge, &row, NULL));
  CHECK(act_graph_add_mentions(graph, 2, second, 4, NULL));
}

actant_graph *sample_torture(void)
{
  static const char *const names[] = {
    "He said \"no\" and 'yes'",
    "A & B <c> ]]> &amp; &lt;",
    "ends in a backslash\\",
    "two\nlines\r\nand\ttabs",
    "bell\x07 and \x1b[31m escape",
    "broken \xC3( \xED\xA0\x80 \xF4\x90\x80\x80 end\xE2\x82",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
    "\xF0\x9F\x9A\x80 \xE6\x9D\xB1\xE4\xBA\xAC e\xCC\x81",
    "",
    "\\N \\G \\E \\l\\",
    "--> <!-- ?> %s %n",
    "\xEF\xBF\xBE \xEF\xBF\xBF \xC2\x85 \xE2\x80\xA8 sep",
    "`code` ${x} $$y$$ #35; %%{init: {}}%% end",
    "[[wiki|link]] ![x](y) # h ^b *c* _d_",
    "1. first; second --> third",
    "=1+1,;|\tnull: ~ {a: b} - '",
    "/../CON. ",
  };
  enum { NAMES = sizeof names / sizeof *names, LONG = 1 << 20 };
  actant_graph *graph = new_graph();
  char *long_name = malloc(LONG + 1);
  uint32_t node;
  assert_non_null(long_name);
  for (size_t i = 0; i < LONG; i++)
    long_name[i] = i % 9 == 8 ? ' ' : (char)('a' + i % 26);
  long_name[LONG] = '\0';
  add_document(graph, "a \"b\" <c>.txt", "T & <U> \\", "2031");
  for (size_t i = 0; i <= NAMES; i++) {
    const char *name = i < NAMES ? names[i] : long_name;
    act_node like = { .id = i < 3 ? "same" : name,
                      .name = name,
                      .role = name,
                      .type = (actant_entity_type)(i % 3),
                      .iso = i ? NULL : "\"&" };
    CHECK(act_graph_add_node(graph, &like, &node, NULL));
    CHECK(act_graph_add_alias(graph, node, i ? names[i - 1] : "alias | with bar", NULL));
    CHECK(act_graph_add_mentions(graph, node, 0, 1, NULL));
  }
  for (uint32_t i = 0; i < NAMES; i++) {
    telling t = { i,
                  i + 1 < NAMES - 1 ? i + 1 : 0,
                  names[i % 4],
                  names[(i + 1) % NAMES],
                  names[i],
                  i % 5 == 4,
                  (actant_modality)(i % 4),
                  1 + i,
                  "2031-02",
                  i == 7 ? long_name : names[i] };
    tell(graph, &t, 1);
    t.relation = "parallel";
    tell(graph, &t, 1);
    t.source = t.target;
    if (i == 3)
      tell(graph, &t, 1);
  }
  tell_richly(graph, 2);
  free(long_name);
  return graph;
}

static void draw_bytes(uint64_t *state, char out[64])
{
  static const char taste[] =
    "\"\\<>&;'|]\n\r\t -_#=[{}lNG%$\xC3\xA9\xE2\x82\xAC\xF0\x9F\xEF\xBF\xBE\x01\x1F\x7F";
  uint32_t size = draw(state, 48);
  for (uint32_t i = 0; i < size; i++) {
    char byte = (char)draw(state, 256);
    out[i] = draw(state, 2) || !byte ? taste[draw(state, sizeof taste - 1)] : byte;
  }
  out[size] = '\0';
}

actant_graph *sample_random(uint64_t seed)
{
  actant_graph *graph = new_graph();
  char name[64], role[64], label[64], text[64];
  uint32_t node;
  add_document(graph, "random", "\\", NULL);
  for (uint32_t i = 0; i < 40; i++) {
    draw_bytes(&seed, name);
    draw_bytes(&seed, role);
    act_node like = { .id = name, .name = name, .role = role, .type = (actant_entity_type)(i % 3) };
    CHECK(act_graph_add_node(graph, &like, &node, NULL));
    CHECK(act_graph_add_mentions(graph, node, 0, 1, NULL));
  }
  for (uint32_t i = 0; i < 60; i++) {
    draw_bytes(&seed, name);
    draw_bytes(&seed, label);
    draw_bytes(&seed, text);
    telling t = { draw(&seed, 40), draw(&seed, 40),          name, role, label,
                  i % 7 == 0,      (actant_modality)(i % 4), 1,    NULL, text };
    tell(graph, &t, 1);
  }
  return graph;
}

actant_graph *sample_one_node(void)
{
  actant_graph *graph = new_graph();
  uint32_t node;
  CHECK(act_graph_add_node(graph, &people[0], &node, NULL));
  return graph;
}

actant_graph *sample_empty(void)
{
  return new_graph();
}
