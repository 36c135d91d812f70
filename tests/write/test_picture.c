/* SPDX-License-Identifier: MIT */
/* What pictures promise: colours that can be read and told apart by any eye, an engine by size that
   ends, names that do not lie on each other, boxes for communities, and DOT that is the same graph
   whoever reads it. */
#define _POSIX_C_SOURCE 200809L
#include "write/samples.h"

#include "write/chart.h"
#include "write/layout.h"
#include "write/style.h"
#include "write/text.h"
#include "write/tooltip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --------------------------------------------------------------------------------------- colours
 */

typedef struct colour {
  double r, g, b; /* linear light, 0 to 1 */
} colour;

static double channel(const char *hex)
{
  const char two[3] = { hex[0], hex[1], '\0' };
  double value = (double)strtol(two, NULL, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static colour read_colour(const char *text)
{
  return (colour){ channel(text + 1), channel(text + 3), channel(text + 5) };
}

/* WCAG 2.1: relative luminance. */
static double luminance(const char *text)
{
  colour c = read_colour(text);
  return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

static double contrast(const char *a, const char *b)
{
  double x = luminance(a), y = luminance(b);
  return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* Machado, Oliveira and Fernandes 2009, severity 1: usual, red-, green- and blue-blind eyes. */
static const double eyes[4][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

static double clip(double value)
{
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

static colour seen_by(const double eye[9], colour c)
{
  return (colour){ clip(eye[0] * c.r + eye[1] * c.g + eye[2] * c.b),
                   clip(eye[3] * c.r + eye[4] * c.g + eye[5] * c.b),
                   clip(eye[6] * c.r + eye[7] * c.g + eye[8] * c.b) };
}

static double root(double t)
{
  return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

/* The distance of two colours in CIELAB: 2 is just seen by those who look for it. */
static double distance(const char *one, const char *other, const double eye[9])
{
  double lab[2][3];
  const char *both[] = { one, other };
  for (int i = 0; i < 2; i++) {
    colour c = seen_by(eye, read_colour(both[i]));
    double x = root((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.95047),
           y = root(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b),
           z = root((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.08883);
    lab[i][0] = 116 * y - 16;
    lab[i][1] = 500 * (x - y);
    lab[i][2] = 200 * (y - z);
  }
  return sqrt(pow(lab[0][0] - lab[1][0], 2) + pow(lab[0][1] - lab[1][1], 2) +
              pow(lab[0][2] - lab[1][2], 2));
}

static const char *shipped[] = { "diplomacy", "speech",   "conflict", "politics",
                                 "people",    "business", "places" };
enum { SHIPPED = sizeof shipped / sizeof *shipped, ALL = SHIPPED + 7 };

static act_families all_families(void)
{
  static const char *const users[] = { "user", "x1", "x2", "x3", "x4", "x5", "x6" };
  actant_graph *graph = sample_empty();
  act_families families;
  uint32_t at;
  for (uint32_t i = 0; i < 2; i++)
    assert_int_equal(
      ACTANT_OK,
      act_graph_add_node(graph, &(act_node){ .id = i ? "b" : "a", .name = "n" }, &at, NULL));
  for (uint32_t i = 0; i < ALL; i++) {
    const char *name = i < SHIPPED ? shipped[i] : users[i - SHIPPED];
    act_edge edge = { .target = 1, .relation = name, .family = name };
    assert_int_equal(ACTANT_OK, act_graph_add_edge(graph, &edge, &at, NULL));
  }
  act_families_find(graph, &families);
  assert_int_equal(ALL, families.count);
  for (size_t i = 0; i < ALL; i++) /* outlives the graph */
    families.rows[i].name = i < SHIPPED ? shipped[i] : users[i - SHIPPED];
  actant_graph_free(graph);
  return families;
}

static void text_has_contrast_in_both_themes(void **state)
{
  (void)state;
  act_families families = all_families();
  for (int dark = 0; dark < 2; dark++) {
    const act_theme *theme = act_theme_of(dark);
    for (size_t i = 0; i < families.count; i++) {
      const char *name = families.rows[i].name, *text = dark
                                                          ? act_family_colour_dark(&families, name)
                                                          : act_family_colour(&families, name);
      assert_true(contrast(text, theme->page) >= 4.5);
      assert_true(contrast(text, theme->box) >= 4.3); /* lines and large text: 3 would do */
    }
    const char *const texts[] = { theme->title, theme->subtitle, theme->text };
    for (size_t i = 0; i < 3; i++)
      assert_true(contrast(texts[i], theme->page) >= 4.5);
    assert_true(contrast(theme->subtitle, theme->box) >= 4.5);
    for (int type = 0; type < 3; type++) {
      assert_true(contrast(theme->nodes[type].text, theme->nodes[type].fill) >= 4.5);
      assert_true(contrast(theme->role, theme->nodes[type].fill) >= 4.5);
      assert_true(contrast(theme->nodes[type].border, theme->page) >= 3); /* of graphics */
    }
  }
}

static void colours_are_told_apart_by_any_eye(void **state)
{
  (void)state;
  act_families families = all_families();
  for (size_t eye = 0; eye < 4; eye++) {
    for (int dark = 0; dark < 2; dark++) {
      for (size_t i = 0; i < SHIPPED; i++)
        for (size_t k = 0; k < i; k++)
          assert_true(distance(dark ? families.rows[i].dark : families.rows[i].colour,
                               dark ? families.rows[k].dark : families.rows[k].colour,
                               eyes[eye]) >= 10);
      const act_node_style *types = act_theme_of(dark)->nodes;
      for (int i = 0; i < 3; i++)
        assert_true(distance(types[i].border, types[(i + 1) % 3].border, eyes[eye]) >= 10);
    }
  }
  for (size_t i = 0; i < families.count; i++)
    for (size_t k = 0; k < i; k++)
      assert_string_not_equal(families.rows[i].colour, families.rows[k].colour);
}

/* ---------------------------------------------------------------------------------------- layouts
 */

static size_t into_buffer(void *context, const void *bytes, size_t size)
{
  return act_buffer_put(context, bytes, size) ? size : 0;
}

/* The graph in a format, with a NUL behind; freed by the caller. */
static char *written(actant_graph *graph, const char *format, const actant_write_options *options)
{
  act_buffer out = { 0 };
  assert_int_equal(
    ACTANT_OK,
    actant_graph_write(
      graph, actant_format_find(format), options, &(actant_sink){ into_buffer, &out }, NULL));
  assert_true(act_buffer_put(&out, "", 1));
  return out.data;
}

static size_t count_of(const char *text, const char *part)
{
  size_t count = 0;
  for (const char *at = text; (at = strstr(at, part)); at += strlen(part))
    count++;
  return count;
}

static void has_layout(actant_graph *graph, bool cluster, const char *layout)
{
  char *text = written(graph, "dot", &(actant_write_options){ .cluster = cluster });
  char line[32];
  snprintf(line, sizeof line, "graph [layout=\"%s\"]", layout);
  assert_int_equal(1, count_of(text, line));
  free(text);
  actant_graph_free(graph);
}

static void the_engine_is_chosen_by_size(void **state)
{
  (void)state;
  has_layout(sample_story(), false, "dot");
  has_layout(sample_star(40), false, "neato");
  has_layout(sample_generated(80, 110), false, "neato");
  has_layout(sample_generated(180, 300), false, "neato");
#ifdef ACTANT_HAVE_IGRAPH
  has_layout(sample_generated(80, 110), true, "dot");
  has_layout(sample_generated(180, 300), true, "nop2");
  has_layout(sample_generated(400, 700), false, "nop2");
#endif
  has_layout(sample_generated(3000, 6500), false, "sfdp"); /* too large to draw */
}

static double seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Measured: a second or two.  The bound is one of sanitizers and old machines. */
static void no_picture_takes_a_minute(void **state)
{
  (void)state;
  static const uint32_t sizes[][2] = { { 60, 60 }, { 120, 120 }, { 300, 500 }, { 3000, 6000 } };
  if (act_format_row_at(actant_format_find("svg"))->needs)
    skip();
  for (size_t i = 0; i < 4; i++) {
    for (int cluster = 0; cluster < 2; cluster++) {
      actant_graph *graph = sample_generated(sizes[i][0], sizes[i][1]);
      double begin = seconds();
      char *text = written(graph, "svg", &(actant_write_options){ .cluster = cluster });
      assert_true(seconds() - begin < 50);
      assert_int_equal(sizes[i][0], count_of(text, "class=\"node\""));
      assert_int_equal(sizes[i][1], count_of(text, "class=\"edge\""));
      free(text);
      actant_graph_free(graph);
    }
  }
}

#ifdef ACTANT_HAVE_IGRAPH

/* The rectangle that the longest of chart.c's estimates gives, here without its air. */
static act_rectangle name_box(const actant_graph *graph, const act_chart *chart, size_t node)
{
  const char *name = act_shown_name(&graph->nodes.data[node]);
  double width = 0.5 * chart->points[node] * (double)act_columns(name, strlen(name)),
         height = chart->points[node], x = chart->places.x[node], y = chart->places.y[node];
  return (act_rectangle){ x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static void names_in_charts_do_not_lie_on_each_other(void **state)
{
  (void)state;
  actant_graph *graph = sample_generated(900, 1800);
  act_measures measures = { 0 };
  act_chart chart;
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &measures, NULL));
  act_job job = { .graph = graph, .measures = &measures };
  assert_int_equal(ACTANT_OK, act_chart_make(&job, &chart, NULL));
  size_t named = 0;
  for (size_t i = 0; i < 900; i++) {
    if (!chart.points[i])
      continue;
    named++;
    act_rectangle a = name_box(graph, &chart, i);
    for (size_t k = 0; k < i; k++) {
      act_rectangle b = name_box(graph, &chart, k);
      assert_false(chart.points[k] && a.left < b.right && b.left < a.right && a.bottom < b.top &&
                   b.bottom < a.top);
    }
  }
  assert_in_range(named, 40, 300);
  act_chart_free(&chart);
  act_measures_free(&measures);
  actant_graph_free(graph);
}

static void communities_are_boxed_with_their_names(void **state)
{
  (void)state;
  actant_graph *graph = sample_story(), *large = sample_generated(400, 700);
  char *text = written(graph, "dot", &(actant_write_options){ .cluster = true });
  act_measures measures = { 0 };
  assert_int_equal(ACTANT_OK, act_graph_measure(graph, NULL, &measures, NULL));
  assert_int_equal(measures.community_count, count_of(text, "subgraph \"cluster_"));
  for (uint32_t i = 1; i <= measures.community_count; i++) {
    char label[200];
    snprintf(label, sizeof label, "label=\"%s\";", act_community_name(&measures, i));
    assert_int_equal(1, count_of(text, label));
  }
  free(text);
  text = written(large, "dot", &(actant_write_options){ .cluster = true });
  assert_true(count_of(text, "\t\tbb=\"") > 10);
  assert_int_equal(count_of(text, "\t\tbb=\""), count_of(text, "subgraph \"cluster_"));
  free(text);
  act_measures_free(&measures);
  actant_graph_free(graph);
  actant_graph_free(large);
}

static void seeds_give_other_charts_and_repeat(void **state)
{
  (void)state;
  actant_graph *graph = sample_generated(400, 700);
  actant_write_options options = { .measure = { .seed = 4 } };
  char *one = written(graph, "dot", &options), *again = written(graph, "dot", &options);
  options.measure.seed = 5;
  char *other = written(graph, "dot", &options);
  assert_string_equal(one, again);
  assert_string_not_equal(one, other);
  free(one);
  free(again);
  free(other);
  actant_graph_free(graph);
}

#endif

static void themes_change_colours_alone(void **state)
{
  (void)state;
  actant_graph *graph = sample_story();
  char *light = written(graph, "dot", NULL),
       *dark = written(graph, "dot", &(actant_write_options){ .theme = "dark" });
  assert_int_equal(1, count_of(light, "bgcolor=\"#FFFFFF\""));
  assert_int_equal(1, count_of(dark, "bgcolor=\"#111827\""));
  assert_int_equal(strlen(light), strlen(dark));
  assert_int_equal(
    ACTANT_ARGUMENT,
    actant_graph_write(
      graph, 0, &(actant_write_options){ .theme = "pink" }, &(actant_sink){ 0 }, NULL));
  free(light);
  free(dark);
  actant_graph_free(graph);
}

static void a_pdf_does_not_say_when_it_was_made(void **state)
{
  (void)state;
  if (act_format_row_at(actant_format_find("pdf"))->needs)
    skip();
  actant_graph *graph = sample_story();
  act_buffer out = { 0 };
  assert_int_equal(
    ACTANT_OK,
    actant_graph_write(
      graph, actant_format_find("pdf"), NULL, &(actant_sink){ into_buffer, &out }, NULL));
  assert_memory_equal("%PDF-", out.data, 5);
  size_t found = 0;
  for (size_t i = 0; i + 31 < out.count; i++)
    if (memcmp(out.data + i, "/CreationDate (D:20000101000000", 31) == 0)
      found++;
  assert_int_equal(1, found);
  act_array_free(&out);
  actant_graph_free(graph);
}

/* Leave holes in the heap, in an order that hangs on `seed`: what is made next lies anywhere. */
static void make_holes(uint32_t seed)
{
  enum { BLOCKS = 4000 };
  void *block[BLOCKS];
  for (size_t i = 0; i < BLOCKS; i++)
    block[i] = malloc(16 + 8 * (i % 9));
  for (size_t i = BLOCKS; i-- > 1;) {
    seed = seed * 1664525u + 1013904223u;
    size_t other = (seed >> 8) % (i + 1);
    void *held = block[i];
    block[i] = block[other];
    block[other] = held;
  }
  for (size_t i = 0; i < BLOCKS; i++)
    free(block[i]);
}

/* cgraph sorts groups by their ids, which are addresses unless it is given others. */
static void a_picture_is_the_same_wherever_its_groups_lie(void **state)
{
  (void)state;
  if (act_format_row_at(actant_format_find("svg"))->needs)
    skip();
  actant_graph *graph = sample_story();
  act_buffer first = { 0 };
  for (uint32_t round = 0; round < 6; round++) {
    act_buffer out = { 0 };
    make_holes(round);
    assert_int_equal(ACTANT_OK,
                     actant_graph_write(graph,
                                        actant_format_find("svg"),
                                        &(actant_write_options){ .cluster = true },
                                        &(actant_sink){ into_buffer, &out },
                                        NULL));
    if (!round) {
      first = out;
      continue;
    }
    assert_int_equal(first.count, out.count);
    assert_memory_equal(first.data, out.data, out.count);
    act_array_free(&out);
  }
  act_array_free(&first);
  actant_graph_free(graph);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(text_has_contrast_in_both_themes),
    cmocka_unit_test(colours_are_told_apart_by_any_eye),
    cmocka_unit_test(the_engine_is_chosen_by_size),
    cmocka_unit_test(no_picture_takes_a_minute),
#ifdef ACTANT_HAVE_IGRAPH
    cmocka_unit_test(names_in_charts_do_not_lie_on_each_other),
    cmocka_unit_test(communities_are_boxed_with_their_names),
    cmocka_unit_test(a_picture_is_the_same_wherever_its_groups_lie),
    cmocka_unit_test(seeds_give_other_charts_and_repeat),
#endif
    cmocka_unit_test(themes_change_colours_alone),
    cmocka_unit_test(a_pdf_does_not_say_when_it_was_made),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
