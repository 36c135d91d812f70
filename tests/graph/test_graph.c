/* SPDX-License-Identifier: MIT */
/* What merging, filtering and measuring promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "graph/measure.h"
#include "graph/merge.h"

#include <stdio.h>
#include <string.h>

static const actant_mention mentions[9];

/* An entity; its identifiers are set by hand. */
static actant_entity named(actant_entity_type type, const char *name)
{
  return (actant_entity){
    .id = name, .name = name, .type = type, .named = true, .mention_count = 2, .mentions = mentions
  };
}

static const actant_relation meets = { "meets", "PLO", "PLO", true, "diplomacy", "" };
static const actant_relation accuses = { "accuses", "PLO", "PLO", false, "speech", "" };

static const char text[] = "One sentence. Another sentence. A third one.";
static const actant_evidence first_sentence[] = { { .sentence = { 0, 13 } } };
static const actant_evidence two_sentences[] = { { .sentence = { 14, 31 } },
                                                 { .sentence = { 32, 44 } } };

static actant_statement states(size_t subject,
                               const char *relation,
                               size_t object,
                               actant_modality status)
{
  return (actant_statement){ .subject = subject,
                             .object = object,
                             .relation_id = relation,
                             .status = status,
                             .label = relation,
                             .place = ACTANT_NONE,
                             .attributed_to = ACTANT_NONE,
                             .confidence = 0.5,
                             .evidence_count = 1,
                             .evidence = first_sentence };
}

static void merge_all(actant_graph *graph,
                      const char *date,
                      const actant_entity *entities,
                      size_t entity_count,
                      const actant_statement *statements,
                      size_t statement_count)
{
  actant_relation relations[16];
  act_found found = { .document = { "doc.txt", "Title", NULL, { 0, 0, 0 } },
                      .text = text,
                      .size = sizeof text - 1,
                      .entities = entities,
                      .entity_count = entity_count,
                      .statements = statements,
                      .relations = relations,
                      .statement_count = statement_count };
  assert_true(statement_count <= 16);
  for (size_t i = 0; i < statement_count; i++)
    relations[i] = strcmp(statements[i].relation_id, "meets") == 0 ? meets : accuses;
  if (date)
    assert_true(act_date_read(date, strlen(date), &found.document.date));
  assert_int_equal(ACTANT_OK, act_graph_merge(graph, &found, NULL));
}

static actant_graph *new_graph(void)
{
  actant_graph *graph = NULL;
  assert_int_equal(ACTANT_OK, actant_graph_new(&graph, NULL));
  return graph;
}

/* How many nodes two documents make that name one entity each. */
static size_t nodes_of_two(actant_entity a, actant_entity b)
{
  actant_graph *graph = new_graph();
  merge_all(graph, NULL, &a, 1, NULL, 0);
  merge_all(graph, NULL, &b, 1, NULL, 0);
  size_t count = actant_graph_node_count(graph);
  actant_graph_free(graph);
  return count;
}

static void full_names_join_and_short_ones_do_not(void **state)
{
  (void)state;
  assert_int_equal(
    1, nodes_of_two(named(ACTANT_PERSON, "Ilse Maran"), named(ACTANT_PERSON, "Ilse Maran")));
  assert_int_equal(2, nodes_of_two(named(ACTANT_PERSON, "Maran"), named(ACTANT_PERSON, "Maran")));
  assert_int_equal(2,
                   nodes_of_two(named(ACTANT_PERSON, "Maran"), named(ACTANT_PERSON, "Ilse Maran")));
  assert_int_equal(1, nodes_of_two(named(ACTANT_PLACE, "Kestria"), named(ACTANT_PLACE, "Kestria")));
  assert_int_equal(
    2, nodes_of_two(named(ACTANT_PLACE, "Kestria"), named(ACTANT_ORGANISATION, "Kestria")));
  assert_int_equal(
    2, nodes_of_two(named(ACTANT_ORGANISATION, "LNS"), named(ACTANT_ORGANISATION, "LNS")));
  assert_int_equal(1,
                   nodes_of_two(named(ACTANT_ORGANISATION, "Merrow Bank"),
                                named(ACTANT_ORGANISATION, "Merrow  Bank")));
}

static void identifiers_join_and_part(void **state)
{
  (void)state;
  actant_entity a = named(ACTANT_PLACE, "Kestria"), b = named(ACTANT_PLACE, "Republic of Kestria");
  a.iso = b.iso = "XK";
  assert_int_equal(1, nodes_of_two(a, b));
  b = a;
  b.iso = "XV";
  assert_int_equal(2, nodes_of_two(a, b));
  b.iso = NULL;
  assert_int_equal(1, nodes_of_two(a, b));
  a = named(ACTANT_ORGANISATION, "LNS");
  b = named(ACTANT_ORGANISATION, "League of Northern States");
  a.wikidata = b.wikidata = "Q99";
  assert_int_equal(1, nodes_of_two(a, b));
  b.wikidata = "Q98";
  assert_int_equal(2, nodes_of_two(a, b));
}

static void a_node_takes_on_the_fuller_name(void **state)
{
  (void)state;
  actant_graph *graph = new_graph();
  actant_entity a = named(ACTANT_ORGANISATION, "LNS"),
                b = named(ACTANT_ORGANISATION, "League of Northern States");
  a.wikidata = b.wikidata = "Q99";
  b.role = "alliance";
  merge_all(graph, "2031-05", &a, 1, NULL, 0);
  merge_all(graph, "2030", &b, 1, NULL, 0);
  const act_node *node = &graph->nodes.data[0];
  assert_string_equal("League of Northern States", node->name);
  assert_string_equal("alliance", node->role);
  assert_string_equal("LNS", node->id);
  assert_int_equal(1, node->aliases.count);
  assert_string_equal("LNS", node->aliases.data[0]);
  assert_int_equal(4, node->mentions);
  assert_int_equal(2030, node->first.year);
  assert_int_equal(5, node->last.month);
  b.wikidata = NULL; /* now its full name is known */
  merge_all(graph, NULL, &b, 1, NULL, 0);
  assert_int_equal(1, actant_graph_node_count(graph));
  actant_graph_free(graph);
}

static void namesakes_of_one_document_stay_apart(void **state)
{
  (void)state;
  actant_graph *graph = new_graph();
  actant_entity two[] = { named(ACTANT_PERSON, "Jan Vos"), named(ACTANT_PERSON, "Jan Vos") };
  merge_all(graph, NULL, two, 2, NULL, 0);
  assert_int_equal(2, actant_graph_node_count(graph));
  assert_string_equal("Jan-Vos", graph->nodes.data[0].id);
  assert_string_equal("Jan-Vos-2", graph->nodes.data[1].id);
  merge_all(graph, NULL, two, 2, NULL, 0);
  assert_int_equal(2, actant_graph_node_count(graph));
  actant_graph_free(graph);
}

static void what_has_no_name_is_left_out(void **state)
{
  (void)state;
  actant_graph *graph = new_graph();
  actant_entity three[] = { named(ACTANT_PERSON, "Ilse Maran"),
                            named(ACTANT_PERSON, "she"),
                            named(ACTANT_PERSON, "Tomas Verell") };
  three[1].named = false;
  actant_statement told[] = { states(0, "meets", 1, ACTANT_ACTUAL),
                              states(0, "meets", 2, ACTANT_ACTUAL) };
  told[1].attributed_to = 1;
  merge_all(graph, NULL, three, 3, told, 2);
  assert_int_equal(2, actant_graph_node_count(graph));
  assert_int_equal(1, actant_graph_edge_count(graph));
  assert_int_equal(ACT_NO_NODE, graph->edges.data[0].evidence.data[0].attributed_to);
  actant_graph_free(graph);
}

static void statements_of_one_kind_make_one_edge(void **state)
{
  (void)state;
  actant_graph *graph = new_graph();
  actant_entity two[] = { named(ACTANT_PLACE, "Kestria"), named(ACTANT_PLACE, "Valdoria") };
  actant_statement told[] = {
    states(0, "meets", 1, ACTANT_ACTUAL),   states(1, "meets", 0, ACTANT_ACTUAL),
    states(1, "meets", 0, ACTANT_PLANNED),  states(0, "accuses", 1, ACTANT_ACTUAL),
    states(1, "accuses", 0, ACTANT_ACTUAL), states(0, "accuses", 1, ACTANT_ACTUAL)
  };
  told[1].date = "2031-05-04";
  told[1].confidence = 0.75;
  told[1].label = "surely met";
  told[5].evidence = two_sentences;
  told[5].evidence_count = 2;
  told[5].date = "2029";
  told[5].date_end = "2030-02";
  merge_all(graph, NULL, two, 2, told, 6);
  assert_int_equal(4, actant_graph_edge_count(graph));
  const act_edge *met = &graph->edges.data[0], *accused = &graph->edges.data[2];
  assert_int_equal(1, met->support); /* one sentence, said with and without a date */
  assert_int_equal(2, met->evidence.count);
  assert_true(met->evidence.data[1].repeat);
  assert_true(met->confidence > 0.7);
  assert_string_equal("surely met", met->label);
  assert_int_equal(3, accused->support);
  assert_string_equal("Another sentence.", accused->evidence.data[1].text);
  assert_int_equal(2029, accused->first.year);
  assert_int_equal(2, accused->last.month);
  merge_all(graph, NULL, two, 2, told, 1);
  assert_int_equal(2, graph->edges.data[0].support);
  actant_graph_free(graph);
}

static void spans_point_into_the_clean_sentence(void **state)
{
  (void)state;
  static const char wrapped[] = "Before.\nAda Lowe\n  met   Bo\nVos.";
  static const actant_evidence evidence[] = {
    { .sentence = { 8, 32 }, .subject = { 8, 16 }, .trigger = { 19, 22 }, .object = { 25, 31 } },
    { .sentence = { 0, 7 }, .subject = { 8, 16 } }
  };
  const actant_entity entities[] = { named(ACTANT_PERSON, "Ada Lowe"),
                                     named(ACTANT_PERSON, "Bo Vos") };
  actant_statement statement = states(0, "meets", 1, ACTANT_ACTUAL);
  statement.evidence_count = 2;
  statement.evidence = evidence;
  statement.rule = "meets/meet";
  const act_found found = { .document = { "doc.txt", "Title", NULL, { 0, 0, 0 } },
                            .text = wrapped,
                            .size = sizeof wrapped - 1,
                            .entities = entities,
                            .entity_count = 2,
                            .statements = &statement,
                            .relations = &meets,
                            .statement_count = 1 };
  actant_graph *graph = new_graph();
  assert_int_equal(ACTANT_OK, act_graph_merge(graph, &found, NULL));
  const act_graph_evidence *rows = graph->edges.data[0].evidence.data;
  assert_string_equal("Ada Lowe met Bo Vos.", rows[0].text);
  assert_string_equal("meets/meet", rows[0].rule);
  assert_int_equal(0, rows[0].subject.begin);
  assert_int_equal(8, rows[0].subject.end);
  assert_int_equal(9, rows[0].trigger.begin);
  assert_int_equal(12, rows[0].trigger.end);
  assert_int_equal(13, rows[0].object.begin);
  assert_int_equal(19, rows[0].object.end);
  assert_int_equal(0, rows[1].subject.end);
  actant_graph_free(graph);
}

static void an_edge_never_leads_back_to_its_node(void **state)
{
  (void)state;
  actant_graph *graph = new_graph();
  actant_entity two[] = { named(ACTANT_PLACE, "Kestria"), named(ACTANT_PLACE, "the Republic") };
  two[0].iso = two[1].iso = "XK";
  actant_statement told = states(0, "meets", 1, ACTANT_ACTUAL);
  merge_all(graph, NULL, two, 2, &told, 1);
  assert_int_equal(1, actant_graph_node_count(graph));
  assert_int_equal(0, actant_graph_edge_count(graph));
  actant_graph_free(graph);
}

/* A chain a-b-c-d of meetings in 2020, 2021 and 2022, an accusation of c by a, and e alone. */
static actant_graph *chain(void)
{
  static const char *const years[] = { "2020", "2021-06", "2022-01-31" };
  actant_graph *graph = new_graph();
  actant_entity five[] = { named(ACTANT_PERSON, "Ann A"),
                           named(ACTANT_PLACE, "Bee"),
                           named(ACTANT_ORGANISATION, "Cee Bank"),
                           named(ACTANT_PLACE, "Dee"),
                           named(ACTANT_PERSON, "Eve E") };
  static const char *const aliases[] = { "The Bee" };
  five[1].aliases = aliases;
  five[1].alias_count = 1;
  actant_statement told[4];
  for (size_t i = 0; i < 3; i++) {
    told[i] = states(i, "meets", i + 1, ACTANT_ACTUAL);
    told[i].date = years[i];
  }
  told[3] = states(0, "accuses", 2, ACTANT_NEGATED);
  told[3].evidence = two_sentences;
  told[3].evidence_count = 2;
  merge_all(graph, "2023", five, 5, told, 4);
  return graph;
}

static void counts_after(const actant_filter *filter, size_t nodes, size_t edges)
{
  actant_graph *graph = chain(), *kept = NULL;
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, filter, &kept, NULL));
  assert_int_equal(nodes, actant_graph_node_count(kept));
  assert_int_equal(edges, actant_graph_edge_count(kept));
  actant_graph_free(kept);
  actant_graph_free(graph);
}

static actant_filter all(void)
{
  actant_filter filter;
  actant_filter_init(&filter);
  return filter;
}

static void filters_keep_what_they_say(void **state)
{
  (void)state;
  static const char *const relations[] = { "accuses" };
  actant_filter f = all();
  counts_after(&f, 4, 4);
  f.isolated = true;
  counts_after(&f, 5, 4);
  f = all();
  f.types = 1U << ACTANT_PLACE | 1U << ACTANT_ORGANISATION;
  counts_after(&f, 3, 2);
  f = all();
  f.statuses = 1U << ACTANT_NEGATED;
  counts_after(&f, 2, 1);
  f = all();
  f.relations = relations;
  f.relation_count = 1;
  counts_after(&f, 2, 1);
  f = all();
  f.min_support = 2;
  counts_after(&f, 2, 1);
  f = all();
  f.min_confidence = 0.6;
  counts_after(&f, 0, 0);
}

static void dates_filter_by_overlap(void **state)
{
  (void)state;
  actant_filter f = all();
  f.since = "2021";
  counts_after(&f, 3, 2);
  f.until = "2021-06-15"; /* June 2021 may be before it */
  counts_after(&f, 2, 1);
  f.since = NULL;
  f.until = "2020-03";
  counts_after(&f, 2, 1);
  f.until = "2019";
  counts_after(&f, 0, 0);
}

static void around_a_node_is_found_by_id_name_and_alias(void **state)
{
  (void)state;
  static const char *const names[] = { "Bee", "bee", "THE BEE" };
  actant_filter f = all();
  for (size_t i = 0; i < 3; i++) {
    f.around = names[i];
    counts_after(&f, 3, 3); /* a, b, c and the accusation between a and c */
  }
  f.depth = 2;
  counts_after(&f, 4, 4);
  f.depth = 0;
  counts_after(&f, 1, 0);
  f.around = "Nobody";
  actant_graph *graph = chain(), *kept = NULL;
  actant_error err;
  assert_int_equal(ACTANT_ARGUMENT, actant_graph_filter(graph, &f, &kept, &err));
  assert_string_equal("no node has the name or id 'Nobody'", err.message);
  f = all();
  f.since = "soon";
  assert_int_equal(ACTANT_ARGUMENT, actant_graph_filter(graph, &f, &kept, &err));
  assert_null(kept);
  actant_graph_free(graph);
}

static void where_an_edge_happened_stays(void **state)
{
  (void)state;
  actant_entity three[] = { named(ACTANT_PERSON, "Ann Roe"),
                            named(ACTANT_PERSON, "Bob Poe"),
                            named(ACTANT_PLACE, "Oslo") };
  actant_statement met = states(0, "meets", 1, ACTANT_ACTUAL);
  met.place = 2;
  actant_graph *graph = NULL, *kept = NULL;
  assert_int_equal(ACTANT_OK, actant_graph_new(&graph, NULL));
  merge_all(graph, "2023", three, 3, &met, 1);
  actant_filter f = all();
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &f, &kept, NULL));
  assert_int_equal(3, actant_graph_node_count(kept));
  assert_int_equal(1, actant_graph_edge_count(kept));
  actant_graph_free(kept);
  f.types = 1U << ACTANT_PERSON;
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &f, &kept, NULL));
  assert_int_equal(2, actant_graph_node_count(kept));
  actant_graph_free(kept);
  f = all();
  f.around = "Roe"; /* nobody is called so alone: a surname will do */
  f.depth = 0;
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &f, &kept, NULL));
  assert_int_equal(1, actant_graph_node_count(kept));
  actant_graph_free(kept);
  actant_graph_free(graph);
}

static void top_keeps_the_strongest(void **state)
{
  (void)state;
  actant_filter f = all();
  f.top = 2;
  counts_after(&f, 2, 1); /* a and c, by the two sentences between them */
  f.top = 3;
  counts_after(&f, 3, 3);
}

static void a_filtered_graph_keeps_evidence_and_documents(void **state)
{
  (void)state;
  actant_graph *graph = chain(), *kept = NULL;
  actant_filter f = all();
  f.since = "2021-06";
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &f, &kept, NULL));
  assert_int_equal(1, kept->documents.count);
  assert_string_equal("Title", kept->documents.data[0].title);
  assert_string_equal("One sentence.", kept->edges.data[0].evidence.data[0].text);
  assert_string_equal("Bee", kept->nodes.data[0].name);
  assert_int_equal(2, kept->nodes.data[0].mentions);
  assert_int_equal(2023, kept->nodes.data[0].first.year);
  actant_graph_free(kept);
  actant_graph_free(graph);
}

/* Two cliques of five with one edge between them, and one node alone. */
static actant_graph *two_groups(void)
{
  actant_graph *graph = new_graph();
  uint32_t at;
  for (int i = 0; i < 11; i++) {
    char name[8];
    snprintf(name, sizeof name, "n%d", i);
    assert_int_equal(ACTANT_OK,
                     act_graph_add_node(graph, &(act_node){ .id = name, .name = name }, &at, NULL));
  }
  for (uint32_t a = 0; a < 10; a++)
    for (uint32_t b = a + 1; b < 10; b++)
      if (a / 5 == b / 5 || (a == 4 && b == 5))
        assert_int_equal(
          ACTANT_OK,
          act_graph_add_edge(
            graph, &(act_edge){ .source = a, .target = b, .relation = "r" }, &at, NULL));
  return graph;
}

static void measures_are_those_of_the_graph(void **state)
{
  (void)state;
  actant_graph *graph = two_groups();
  act_measures m = { 0 };
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &m, NULL));
  assert_int_equal(4, m.degree[0]);
  assert_int_equal(5, m.degree[4]);
  assert_int_equal(0, m.degree[10]);
  assert_int_equal(5, m.strength[5]);
  assert_int_equal(2, m.component_count);
  assert_int_equal(1, m.component[9]);
  assert_int_equal(2, m.component[10]);
#ifdef ACTANT_HAVE_IGRAPH
  assert_int_equal(3, m.community_count);
  for (size_t i = 0; i < 11; i++)
    assert_int_equal(i / 5 + 1, m.community[i]);
#else
  assert_int_equal(0, m.community_count);
#endif
  act_measures_free(&m);
  actant_graph_free(graph);
}

static void an_empty_graph_is_a_graph(void **state)
{
  (void)state;
  actant_graph *graph = new_graph(), *kept = NULL;
  act_measures m = { 0 };
  actant_filter f = all();
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &m, NULL));
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &f, &kept, NULL));
  assert_int_equal(0, actant_graph_node_count(kept));
  act_measures_free(&m);
  actant_graph_free(kept);
  actant_graph_free(graph);
  actant_graph_free(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(full_names_join_and_short_ones_do_not),
    cmocka_unit_test(identifiers_join_and_part),
    cmocka_unit_test(a_node_takes_on_the_fuller_name),
    cmocka_unit_test(namesakes_of_one_document_stay_apart),
    cmocka_unit_test(what_has_no_name_is_left_out),
    cmocka_unit_test(statements_of_one_kind_make_one_edge),
    cmocka_unit_test(spans_point_into_the_clean_sentence),
    cmocka_unit_test(an_edge_never_leads_back_to_its_node),
    cmocka_unit_test(filters_keep_what_they_say),
    cmocka_unit_test(dates_filter_by_overlap),
    cmocka_unit_test(around_a_node_is_found_by_id_name_and_alias),
    cmocka_unit_test(where_an_edge_happened_stays),
    cmocka_unit_test(top_keeps_the_strongest),
    cmocka_unit_test(a_filtered_graph_keeps_evidence_and_documents),
    cmocka_unit_test(measures_are_those_of_the_graph),
    cmocka_unit_test(an_empty_graph_is_a_graph),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
