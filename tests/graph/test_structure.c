/* SPDX-License-Identifier: MIT */
/* What is promised of a graph's structure: paths between two nodes, ranks, communities and places.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "graph/measure.h"
#include "graph/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void add_edge(actant_graph *graph,
                     uint32_t a,
                     uint32_t b,
                     const char *relation,
                     bool symmetric)
{
  uint32_t at;
  assert_int_equal(
    ACTANT_OK,
    act_graph_add_edge(
      graph,
      &(act_edge){ .source = a, .target = b, .relation = relation, .symmetric = symmetric },
      &at,
      NULL));
}

/* Nodes called "A", "B" …, and edges as pairs of them: "AB BC"; a small letter is a node of the
 * other type. */
static actant_graph *drawn(const char *nodes, const char *pairs)
{
  actant_graph *graph = NULL;
  assert_int_equal(ACTANT_OK, actant_graph_new(&graph, NULL));
  for (const char *c = nodes; *c; c++) {
    uint32_t at;
    char name[] = { *c, '\0' };
    act_node node = { .id = name, .name = name, .type = *c > 'Z' ? ACTANT_PLACE : ACTANT_PERSON };
    assert_int_equal(ACTANT_OK, act_graph_add_node(graph, &node, &at, NULL));
  }
  for (const char *c = pairs; *c; c += c[2] ? 3 : 2)
    add_edge(graph,
             (uint32_t)(strchr(nodes, c[0]) - nodes),
             (uint32_t)(strchr(nodes, c[1]) - nodes),
             "r",
             false);
  return graph;
}

/* The ladder: two ways of three edges from A to D, one of four, a dead end and a loop. */
static actant_graph *ladder(void)
{
  return drawn("ABCDEFGhXYZ", "AB BC CD AE FE FD BF EG GF hB hC DD XY");
}

/* The nodes that a filter keeps, in order, and how many edges. */
static void keeps(const actant_filter *filter, const char *nodes, size_t edges)
{
  actant_graph *graph = ladder(), *kept = NULL;
  char names[32] = "";
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, filter, &kept, NULL));
  for (size_t i = 0; i < kept->nodes.count; i++)
    strcat(names, kept->nodes.data[i].name);
  assert_string_equal(nodes, names);
  assert_int_equal(edges, actant_graph_edge_count(kept));
  actant_graph_free(kept);
  actant_graph_free(graph);
}

static actant_filter between(const char *from, const char *to, uint32_t length)
{
  actant_filter filter;
  actant_filter_init(&filter);
  filter.path_from = from;
  filter.path_to = to;
  filter.path_length = length;
  return filter;
}

static void paths_are_the_shortest_or_those_of_a_length(void **state)
{
  (void)state;
  actant_filter f = between("A", "D", 0);
  keeps(&f, "ABCDEF", 7); /* ABCD, AEFD, ABFD */
  f = between("d", "a", 3);
  keeps(&f, "ABCDEF", 7);
  f = between("A", "D", 4);
  keeps(&f, "ABCDEFGh", 11); /* A E G F D, A B h C D; the loop is on none */
  f = between("A", "B", 1);
  keeps(&f, "AB", 1);
  f = between("A", "B", 2);
  keeps(&f, "AB", 1); /* no way of two edges, and none to a dead end and back */
  f = between("X", "Y", 9);
  keeps(&f, "XY", 1);
}

static void paths_follow_the_other_filters(void **state)
{
  (void)state;
  actant_filter f = between("A", "D", 4);
  f.types = 1U << ACTANT_PERSON;
  keeps(&f, "ABCDEFG", 9); /* not by way of h */
  f = between("B", "F", 3);
  f.top = 2;
  keeps(&f, "BF", 1); /* the ends stay first */
  f = between("A", "D", 0);
  f.around = "F";
  f.depth = 1;
  actant_graph *graph = ladder(), *kept = NULL;
  actant_error err;
  assert_int_equal(ACTANT_ARGUMENT, actant_graph_filter(graph, &f, &kept, &err)); /* A is far */
  assert_null(kept);
  actant_graph_free(graph);
}

static void what_no_path_joins_is_told(void **state)
{
  (void)state;
  static const struct {
    const char *from, *to;
    uint32_t length;
    const char *message;
  } cases[] = { { "A", "X", 0, "no path leads from 'A' to 'X'" },
                { "A", "D", 2, "in so few edges" },
                { "A", "A", 0, "the same node" },
                { "A", "Nobody", 0, "'Nobody'" } };
  actant_graph *graph = ladder(), *kept = NULL;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    actant_filter f = between(cases[i].from, cases[i].to, cases[i].length);
    actant_error err;
    assert_int_equal(ACTANT_ARGUMENT, actant_graph_filter(graph, &f, &kept, &err));
    assert_non_null(strstr(err.message, cases[i].message));
  }
  actant_graph_free(graph);
}

/* Twenty-six nodes, each joined to all: more paths than there is time for. */
static void too_many_paths_are_refused(void **state)
{
  (void)state;
  static const char names[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  actant_graph *graph = drawn(names, ""), *kept = NULL;
  for (uint32_t a = 0; a < 26; a++)
    for (uint32_t b = a + 1; b < 26; b++)
      add_edge(graph, a, b, "r", false);
  actant_filter f = between("A", "Z", 25);
  actant_error err;
  assert_int_equal(ACTANT_LIMIT, actant_graph_filter(graph, &f, &kept, &err));
  f.path_length = 2;
  assert_int_equal(ACTANT_OK, actant_graph_filter(graph, &f, &kept, &err));
  assert_int_equal(49, actant_graph_edge_count(kept));
  actant_graph_free(kept);
  actant_graph_free(graph);
}

#ifdef ACTANT_HAVE_IGRAPH

static void is_near(double expected, double found)
{
  assert_true(fabs(expected - found) < 1e-6);
}

static void ranks_are_those_of_the_books(void **state)
{
  (void)state;
  actant_graph *graph = drawn("ABCDE", "AB AB BC CD CC");
  act_measures m = { 0 };
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &m, NULL));
  is_near(0, m.betweenness[0]);
  is_near(2.0 / 6, m.betweenness[1]); /* A-C and A-D, of the six pairs of others */
  is_near(2.0 / 6, m.betweenness[2]);
  is_near(0, m.betweenness[4]);
  assert_int_equal(5, m.pivots);
  assert_int_equal(1, m.core[0]);
  assert_int_equal(0, m.core[4]);
  double sum = 0;
  for (size_t i = 0; i < 5; i++)
    sum += m.pagerank[i];
  is_near(1, sum);
  assert_true(m.pagerank[1] > m.pagerank[0]); /* from A, and not back */
  act_measures_free(&m);
  actant_graph_free(graph);
}

/* Two triangles and a bridge; the strongest of each is in front. */
static void communities_have_the_names_of_their_centres(void **state)
{
  (void)state;
  actant_graph *graph = drawn("ABCDEFG", "AB BC CA CD DE EF FD");
  act_measures m = { 0 };
  add_edge(graph, 1, 2, "again", false);
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &m, NULL));
  assert_int_equal(3, m.community_count);
  assert_string_equal("C, B", act_community_name(&m, m.community[0]));
  assert_string_equal("D, E", act_community_name(&m, m.community[5]));
  assert_string_equal("G", act_community_name(&m, m.community[6]));
  assert_string_equal("", act_community_name(&m, 0));
  assert_int_equal(2, m.core[3]);
  act_measures_free(&m);
  actant_graph_free(graph);
}

static actant_graph *generated(uint32_t nodes, uint32_t edges)
{
  actant_graph *graph = drawn("", "");
  uint64_t state = 3;
  uint32_t at;
  for (uint32_t i = 0; i < nodes; i++)
    assert_int_equal(ACTANT_OK, act_graph_add_node(graph, &(act_node){ .id = "n" }, &at, NULL));
  for (uint32_t i = 0; i < edges; i++) {
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    uint32_t a = (uint32_t)(state >> 33) % nodes, b = (uint32_t)(state >> 40) % (a / 8 + 1);
    add_edge(graph, a, b, i % 3 ? "r" : "s", i % 2);
  }
  return graph;
}

static void estimates_come_near_and_seeds_repeat(void **state)
{
  (void)state;
  actant_graph *graph = generated(600, 1500);
  act_measures exact = { 0 }, some = { 0 }, again = { 0 }, other = { 0 };
  actant_measure_options options = { .seed = 7, .pivots = 200 };
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &exact, NULL));
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, &options, &some, NULL));
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, &options, &again, NULL));
  options.seed = 8;
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, &options, &other, NULL));
  assert_int_equal(600, exact.pivots);
  assert_int_equal(200, some.pivots);
  double most = 0;
  for (size_t i = 0; i < 600; i++) {
    most = fmax(most, exact.betweenness[i]);
    assert_true(fabs(exact.betweenness[i] - some.betweenness[i]) < 0.05);
  }
  assert_true(most > 0.1);
  assert_memory_equal(some.betweenness, again.betweenness, 600 * sizeof(double));
  assert_memory_equal(some.community, again.community, 600 * sizeof(uint32_t));
  assert_memory_not_equal(some.betweenness, other.betweenness, 600 * sizeof(double));
  act_measures_free(&exact);
  act_measures_free(&some);
  act_measures_free(&again);
  act_measures_free(&other);
  actant_graph_free(graph);
}

static void measures_are_kept_until_the_graph_changes(void **state)
{
  (void)state;
  actant_graph *graph = drawn("ABC", "AB");
  assert_int_equal(ACTANT_OK, actant_graph_measure(graph, NULL, NULL));
  assert_int_equal(0, graph->kept->degree[2]);
  add_edge(graph, 0, 1, "r", false); /* there already */
  assert_non_null(graph->kept);
  add_edge(graph, 1, 2, "r", false);
  assert_null(graph->kept);
  assert_int_equal(ACTANT_OK, actant_graph_measure(graph, NULL, NULL));
  assert_int_equal(1, graph->kept->degree[2]);
  actant_graph_free(graph);
}

/* Places of a seed repeat, are on the page, and no two nodes share one. */
static void places_are_apart_and_repeat(void **state)
{
  (void)state;
  static const uint32_t sizes[] = { 1, 12, 300, 900 };
  for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
    actant_graph *graph = generated(sizes[k], sizes[k] > 1 ? sizes[k] * 5 / 4 : 0);
    act_measures m = { 0 };
    act_places one = { 0 }, two = { 0 };
    assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &m, NULL));
    assert_int_equal(ACTANT_OK, act_graph_place(graph, &m, 5, &one, NULL));
    assert_int_equal(ACTANT_OK, act_graph_place(graph, &m, 5, &two, NULL));
    assert_memory_equal(one.x, two.x, sizes[k] * sizeof *one.x);
    assert_memory_equal(one.y, two.y, sizes[k] * sizeof *one.y);
    for (size_t i = 0; i < sizes[k]; i++) {
      assert_true(one.x[i] >= 0 && one.x[i] <= one.width && one.y[i] >= 0 &&
                  one.y[i] <= one.height);
      for (size_t j = 0; j < i; j++)
        assert_true(hypot(one.x[i] - one.x[j], one.y[i] - one.y[j]) > 0.01);
    }
    act_places_free(&one);
    act_places_free(&two);
    act_measures_free(&m);
    actant_graph_free(graph);
  }
}

#endif

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(paths_are_the_shortest_or_those_of_a_length),
    cmocka_unit_test(paths_follow_the_other_filters),
    cmocka_unit_test(what_no_path_joins_is_told),
    cmocka_unit_test(too_many_paths_are_refused),
#ifdef ACTANT_HAVE_IGRAPH
    cmocka_unit_test(ranks_are_those_of_the_books),
    cmocka_unit_test(communities_have_the_names_of_their_centres),
    cmocka_unit_test(estimates_come_near_and_seeds_repeat),
    cmocka_unit_test(measures_are_kept_until_the_graph_changes),
    cmocka_unit_test(places_are_apart_and_repeat),
#endif
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
