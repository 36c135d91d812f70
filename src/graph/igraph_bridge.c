/* SPDX-License-Identifier: MIT */
/* igraph's handlers and random numbers are the process's: a mutex keeps calls apart, and all is put
   back as it was, since the program that links this library may use igraph too.  Its default error
   handler aborts; ours makes it return codes.

   Communities: the Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity, that is with
   strengths as node weights and 1 / (2 m) as resolution, from a seed: the same graph has the same
   communities.  Betweenness of a large graph is estimated from a sample of its nodes. */
#include "graph/igraph_bridge.h"

#ifdef ACTANT_HAVE_IGRAPH

#include "graph/locale.h"

#include <igraph/igraph.h>
#include <math.h>
#include <pthread.h>

static const char stage[] = "graph";
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

enum {
  SEED = 20220331,
  ROUNDS = 10,         /* Leiden changes nothing after 3 or 4 on graphs of 100,000 edges */
  PATIENCE = 20000000, /* nodes and edges that betweenness walks over: half a second */
  FEWEST_PIVOTS = 32,  /* below which an estimate says nothing of any but hubs */
  KAMADA_KAWAI = 400,  /* nodes that it places in a twentieth of a second */
  SPRING_STEPS = 500,  /* igraph's own number */
};

/* What a call puts back. */
typedef struct surroundings {
  igraph_error_handler_t *error;
  igraph_warning_handler_t *warning;
  igraph_rng_t rng_before, rng;
  act_locale locale;
} surroundings;

static bool enter(surroundings *s, uint32_t seed)
{
  pthread_mutex_lock(&one_at_a_time);
  s->error = igraph_set_error_handler(igraph_error_handler_ignore);
  s->warning = igraph_set_warning_handler(igraph_warning_handler_ignore);
  s->rng_before = *igraph_rng_default();
  if (act_locale_enter(&s->locale)) {
    if (igraph_rng_init(&s->rng, &igraph_rngtype_mt19937) == IGRAPH_SUCCESS) {
      igraph_rng_seed(&s->rng, seed ? seed : SEED);
      igraph_rng_set_default(&s->rng);
      return true;
    }
    act_locale_leave(&s->locale);
  }
  igraph_set_error_handler(s->error);
  igraph_set_warning_handler(s->warning);
  pthread_mutex_unlock(&one_at_a_time);
  return false;
}

static void leave(surroundings *s)
{
  igraph_rng_set_default(&s->rng_before);
  igraph_rng_destroy(&s->rng);
  act_locale_leave(&s->locale);
  igraph_set_error_handler(s->error);
  igraph_set_warning_handler(s->warning);
  pthread_mutex_unlock(&one_at_a_time);
}

/* The structure in igraph's terms: as it is, undirected; as PageRank walks it; as one edge a pair
   of nodes.  Zero-initialised, nothing is made. */
typedef struct structure {
  const actant_graph *from;
  const actant_measure_options *options;
  act_measures *out;
  igraph_t whole, directed, simple;
  igraph_vector_t weight, walk_weight, real;
  igraph_vector_int_t ends, walk_ends, whole_numbers;
  bool has_whole, has_directed, has_simple;
} structure;

typedef igraph_error_t step(structure *s);

static igraph_real_t weight_of(const act_edge *edge)
{
  return edge->support ? edge->support : 1; /* as it is written */
}

static igraph_error_t make_vectors(structure *s)
{
  igraph_integer_t nodes = (igraph_integer_t)s->from->nodes.count,
                   edges = (igraph_integer_t)s->from->edges.count, twice = 0;
  for (size_t i = 0; i < s->from->edges.count; i++)
    twice += s->from->edges.data[i].symmetric;
  igraph_error_t code = igraph_vector_init(&s->weight, edges);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_init(&s->walk_weight, edges + twice);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_init(&s->real, nodes);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_int_init(&s->ends, 2 * edges);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_int_init(&s->walk_ends, 2 * (edges + twice));
  return code == IGRAPH_SUCCESS ? igraph_vector_int_init(&s->whole_numbers, nodes) : code;
}

static void fill_vectors(structure *s)
{
  igraph_integer_t walk = 0;
  for (size_t i = 0; i < s->from->edges.count; i++) {
    const act_edge *edge = &s->from->edges.data[i];
    VECTOR(s->ends)[2 * i] = edge->source;
    VECTOR(s->ends)[2 * i + 1] = edge->target;
    VECTOR(s->weight)[i] = weight_of(edge);
    int ways = edge->symmetric ? 2 : 1;
    for (int way = 0; way < ways; way++, walk++) {
      VECTOR(s->walk_ends)[2 * walk] = way ? edge->target : edge->source;
      VECTOR(s->walk_ends)[2 * walk + 1] = way ? edge->source : edge->target;
      VECTOR(s->walk_weight)[walk] = weight_of(edge);
    }
  }
}

static igraph_error_t make_structure(structure *s)
{
  igraph_integer_t nodes = (igraph_integer_t)s->from->nodes.count;
  igraph_error_t code = make_vectors(s);
  if (code != IGRAPH_SUCCESS)
    return code;
  fill_vectors(s);
  code = igraph_create(&s->whole, &s->ends, nodes, IGRAPH_UNDIRECTED);
  s->has_whole = code == IGRAPH_SUCCESS;
  if (code == IGRAPH_SUCCESS)
    code = igraph_create(&s->directed, &s->walk_ends, nodes, IGRAPH_DIRECTED);
  s->has_directed = code == IGRAPH_SUCCESS;
  if (code == IGRAPH_SUCCESS)
    code = igraph_copy(&s->simple, &s->whole);
  s->has_simple = code == IGRAPH_SUCCESS;
  return code == IGRAPH_SUCCESS ? igraph_simplify(&s->simple, true, true, NULL) : code;
}

static void free_structure(structure *s)
{
  if (s->has_whole)
    igraph_destroy(&s->whole);
  if (s->has_directed)
    igraph_destroy(&s->directed);
  if (s->has_simple)
    igraph_destroy(&s->simple);
  igraph_vector_destroy(&s->weight); /* what was not made is zero, and may be destroyed */
  igraph_vector_destroy(&s->walk_weight);
  igraph_vector_destroy(&s->real);
  igraph_vector_int_destroy(&s->ends);
  igraph_vector_int_destroy(&s->walk_ends);
  igraph_vector_int_destroy(&s->whole_numbers);
}

static void keep_numbers(const structure *s, uint32_t *out)
{
  for (size_t i = 0; i < s->from->nodes.count; i++)
    out[i] = (uint32_t)VECTOR(s->whole_numbers)[i];
}

static igraph_error_t find_degrees(structure *s)
{
  igraph_error_t code =
    igraph_degree(&s->whole, &s->whole_numbers, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS);
  if (code == IGRAPH_SUCCESS)
    keep_numbers(s, s->out->degree);
  return code;
}

static igraph_error_t find_cores(structure *s)
{
  igraph_error_t code = igraph_coreness(&s->simple, &s->whole_numbers, IGRAPH_ALL);
  if (code == IGRAPH_SUCCESS)
    keep_numbers(s, s->out->core);
  return code;
}

static igraph_error_t find_components(structure *s)
{
  igraph_error_t code =
    igraph_connected_components(&s->whole, &s->whole_numbers, NULL, NULL, IGRAPH_WEAK);
  if (code == IGRAPH_SUCCESS)
    keep_numbers(s, s->out->component);
  return code;
}

static igraph_error_t find_ranks(structure *s)
{
  igraph_real_t value;
  igraph_error_t code = igraph_pagerank(&s->directed,
                                        IGRAPH_PAGERANK_ALGO_PRPACK,
                                        &s->real,
                                        &value,
                                        igraph_vss_all(),
                                        true,
                                        0.85,
                                        &s->walk_weight,
                                        NULL);
  for (size_t i = 0; code == IGRAPH_SUCCESS && i < s->from->nodes.count; i++)
    s->out->pagerank[i] = VECTOR(s->real)[i];
  return code;
}

/* From how many nodes paths are counted: of all, or as many as the options or our patience allow.
 */
static igraph_integer_t count_pivots(const structure *s)
{
  size_t nodes = s->from->nodes.count,
         work = nodes + 2 * (size_t)igraph_ecount(&s->simple), /* of one node's paths */
    most = s->options->pivots ? s->options->pivots : PATIENCE / work;
  most = most < FEWEST_PIVOTS && !s->options->pivots ? FEWEST_PIVOTS : most;
  return (igraph_integer_t)(most < nodes ? most : nodes);
}

/* Paths from all nodes, or from some drawn by lot and multiplied (Brandes and Pich 2007). */
static igraph_error_t count_paths(structure *s, igraph_integer_t pivots)
{
  igraph_integer_t nodes = (igraph_integer_t)s->from->nodes.count;
  igraph_vector_int_t sources;
  if (pivots == nodes)
    return igraph_betweenness(&s->simple, &s->real, igraph_vss_all(), false, NULL);
  igraph_error_t code = igraph_vector_int_init(&sources, 0);
  if (code == IGRAPH_SUCCESS)
    code = igraph_random_sample(&sources, 0, nodes - 1, pivots);
  if (code == IGRAPH_SUCCESS)
    code = igraph_betweenness_subset(&s->simple,
                                     &s->real,
                                     igraph_vss_all(),
                                     false,
                                     igraph_vss_vector(&sources),
                                     igraph_vss_all(),
                                     NULL);
  if (code == IGRAPH_SUCCESS)
    igraph_vector_scale(&s->real, (igraph_real_t)nodes / (igraph_real_t)pivots);
  igraph_vector_int_destroy(&sources);
  return code;
}

static igraph_error_t find_betweenness(structure *s)
{
  double nodes = (double)s->from->nodes.count, pairs = (nodes - 1) * (nodes - 2) / 2;
  igraph_integer_t pivots = count_pivots(s);
  igraph_error_t code = count_paths(s, pivots);
  s->out->pivots = (uint32_t)pivots;
  for (size_t i = 0; code == IGRAPH_SUCCESS && i < s->from->nodes.count; i++) {
    double share = pairs > 0 ? VECTOR(s->real)[i] / pairs : 0;
    s->out->betweenness[i] = share < 1 ? share : 1; /* an estimate may go beyond */
  }
  return code;
}

static igraph_error_t find_strengths(structure *s)
{
  igraph_error_t code =
    igraph_strength(&s->whole, &s->real, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &s->weight);
  for (size_t i = 0; code == IGRAPH_SUCCESS && i < s->from->nodes.count; i++)
    s->out->strength[i] = (uint64_t)VECTOR(s->real)[i];
  return code;
}

/* After find_strengths, whose numbers weigh the nodes. */
static igraph_error_t find_communities(structure *s)
{
  igraph_real_t total = igraph_vector_sum(&s->weight);
  if (!(total > 0)) { /* no edges: each node alone */
    for (uint32_t i = 0; i < s->from->nodes.count; i++)
      s->out->community[i] = i;
    return IGRAPH_SUCCESS;
  }
  igraph_error_t code = igraph_community_leiden(&s->whole,
                                                &s->weight,
                                                &s->real,
                                                1 / (2 * total),
                                                0.01,
                                                false,
                                                ROUNDS,
                                                &s->whole_numbers,
                                                NULL,
                                                NULL);
  if (code == IGRAPH_SUCCESS)
    keep_numbers(s, s->out->community);
  return code;
}

static actant_status tell(igraph_error_t code, const char *what, actant_error *err)
{
  if (code == IGRAPH_SUCCESS)
    return ACTANT_OK;
  if (code == IGRAPH_ENOMEM)
    return act_fail_memory(err, stage);
  return act_fail(
    err, ACTANT_LIMIT, stage, "the graph could not be %s: %s", what, igraph_strerror(code));
}

actant_status act_igraph_measure(const actant_graph *graph,
                                 const actant_measure_options *options,
                                 act_measures *out,
                                 actant_error *err)
{
  static step *const steps[] = {
    make_structure, find_degrees,     find_cores,     find_components,
    find_ranks,     find_betweenness, find_strengths, find_communities
  };
  surroundings around;
  structure s = { .from = graph, .options = options, .out = out };
  igraph_error_t code = IGRAPH_SUCCESS;
  if (!enter(&around, options->seed))
    return act_fail_memory(err, stage);
  for (size_t i = 0; code == IGRAPH_SUCCESS && i < sizeof steps / sizeof *steps; i++)
    code = steps[i](&s);
  free_structure(&s);
  leave(&around);
  return tell(code, "measured", err);
}

/* A part's structure.  Zero-initialised, nothing is made. */
typedef struct springs {
  igraph_t graph;
  igraph_vector_int_t ends;
  igraph_vector_t weight;
  igraph_matrix_t places;
  bool has_graph;
} springs;

static igraph_error_t make_springs(springs *s, const act_part *part)
{
  igraph_integer_t edges = (igraph_integer_t)part->edges;
  igraph_error_t code = igraph_matrix_init(&s->places, 0, 0);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_init(&s->weight, edges);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_int_init(&s->ends, 2 * edges);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (igraph_integer_t i = 0; i < edges; i++) {
    VECTOR(s->ends)[2 * i] = part->ends[2 * i];
    VECTOR(s->ends)[2 * i + 1] = part->ends[2 * i + 1];
    VECTOR(s->weight)[i] = part->weight[i];
  }
  code = igraph_create(&s->graph, &s->ends, (igraph_integer_t)part->nodes, IGRAPH_UNDIRECTED);
  s->has_graph = code == IGRAPH_SUCCESS;
  return code;
}

/* Kamada and Kawai (1989) where their quadratic time does not matter, else Fruchterman and Reingold
 * (1991) on a grid. */
static igraph_error_t lay_out(springs *s, const act_part *part)
{
  if (part->nodes <= KAMADA_KAWAI)
    return igraph_layout_kamada_kawai(&s->graph,
                                      &s->places,
                                      false,
                                      50 * (igraph_integer_t)part->nodes,
                                      0,
                                      part->nodes,
                                      NULL,
                                      NULL,
                                      NULL,
                                      NULL,
                                      NULL);
  return igraph_layout_fruchterman_reingold(&s->graph,
                                            &s->places,
                                            false,
                                            SPRING_STEPS,
                                            sqrt(part->nodes) / 10,
                                            IGRAPH_LAYOUT_AUTOGRID,
                                            &s->weight,
                                            NULL,
                                            NULL,
                                            NULL,
                                            NULL);
}

actant_status act_igraph_place(const act_part *part, double *x, double *y, actant_error *err)
{
  surroundings around;
  springs s = { .has_graph = false };
  if (!enter(&around, part->seed))
    return act_fail_memory(err, stage);
  igraph_error_t code = make_springs(&s, part);
  if (code == IGRAPH_SUCCESS)
    code = lay_out(&s, part);
  for (uint32_t i = 0; code == IGRAPH_SUCCESS && i < part->nodes; i++) {
    x[i] = MATRIX(s.places, i, 0);
    y[i] = MATRIX(s.places, i, 1);
  }
  if (s.has_graph)
    igraph_destroy(&s.graph);
  igraph_matrix_destroy(&s.places);
  igraph_vector_destroy(&s.weight);
  igraph_vector_int_destroy(&s.ends);
  leave(&around);
  return tell(code, "laid out", err);
}

#else
typedef int act_igraph_is_left_out; /* a file is never empty */
#endif
