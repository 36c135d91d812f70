/* SPDX-License-Identifier: MIT */
/* igraph's handlers and random numbers are the process's: a mutex keeps calls apart, and all is put
   back as it was, since the program that links this library may use igraph too.  Its default error
   handler aborts; ours makes it return codes.

   Communities: the Leiden algorithm (Traag, Waltman and van Eck 2019) for modularity, that is with
   strengths as node weights and 1 / (2 m) as resolution, from a fixed seed: the same graph has the
   same communities. */
#include "graph/igraph_bridge.h"

#ifdef ACTANT_HAVE_IGRAPH

#include "graph/locale.h"

#include <igraph/igraph.h>
#include <pthread.h>

static const char stage[] = "graph";
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

enum {
  SEED = 20220331,
  ROUNDS = 10, /* Leiden changes nothing after 3 or 4 on graphs of 100,000 edges */
};

/* What a call puts back. */
typedef struct surroundings {
  igraph_error_handler_t *error;
  igraph_warning_handler_t *warning;
  igraph_rng_t rng_before, rng;
  act_locale locale;
} surroundings;

static bool enter(surroundings *s)
{
  pthread_mutex_lock(&one_at_a_time);
  s->error = igraph_set_error_handler(igraph_error_handler_ignore);
  s->warning = igraph_set_warning_handler(igraph_warning_handler_ignore);
  s->rng_before = *igraph_rng_default();
  if (act_locale_enter(&s->locale)) {
    if (igraph_rng_init(&s->rng, &igraph_rngtype_mt19937) == IGRAPH_SUCCESS) {
      igraph_rng_seed(&s->rng, SEED);
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

/* The structure in igraph's terms.  Zero-initialised, nothing is made. */
typedef struct structure {
  igraph_t graph;
  igraph_vector_t weight, strength;
  igraph_vector_int_t ends, degree, names;
  bool has_graph;
} structure;

static igraph_error_t make_vectors(structure *s, const actant_graph *graph)
{
  igraph_integer_t nodes = (igraph_integer_t)graph->nodes.count,
                   edges = (igraph_integer_t)graph->edges.count;
  igraph_error_t code = igraph_vector_init(&s->weight, edges);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_init(&s->strength, nodes);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_int_init(&s->ends, 2 * edges);
  if (code == IGRAPH_SUCCESS)
    code = igraph_vector_int_init(&s->degree, nodes);
  return code == IGRAPH_SUCCESS ? igraph_vector_int_init(&s->names, nodes) : code;
}

static igraph_error_t make_structure(structure *s, const actant_graph *graph)
{
  igraph_error_t code = make_vectors(s, graph);
  if (code != IGRAPH_SUCCESS)
    return code;
  for (size_t i = 0; i < graph->edges.count; i++) {
    const act_edge *edge = &graph->edges.data[i];
    VECTOR(s->ends)[2 * i] = edge->source;
    VECTOR(s->ends)[2 * i + 1] = edge->target;
    VECTOR(s->weight)[i] = edge->support ? edge->support : 1; /* as it is written */
  }
  code =
    igraph_create(&s->graph, &s->ends, (igraph_integer_t)graph->nodes.count, IGRAPH_UNDIRECTED);
  s->has_graph = code == IGRAPH_SUCCESS;
  return code;
}

static void free_structure(structure *s)
{
  if (s->has_graph)
    igraph_destroy(&s->graph);
  igraph_vector_destroy(&s->weight); /* what was not made is zero, and may be destroyed */
  igraph_vector_destroy(&s->strength);
  igraph_vector_int_destroy(&s->ends);
  igraph_vector_int_destroy(&s->degree);
  igraph_vector_int_destroy(&s->names);
}

static void keep_names(const structure *s, uint32_t *out, size_t count)
{
  for (size_t i = 0; i < count; i++)
    out[i] = (uint32_t)VECTOR(s->names)[i];
}

static igraph_error_t find_communities(structure *s, act_measures *out, size_t count)
{
  igraph_real_t total = igraph_vector_sum(&s->weight);
  if (!(total > 0)) { /* no edges: each node alone */
    for (uint32_t i = 0; i < count; i++)
      out->community[i] = i;
    return IGRAPH_SUCCESS;
  }
  igraph_error_t code = igraph_community_leiden(&s->graph,
                                                &s->weight,
                                                &s->strength,
                                                1 / (2 * total),
                                                0.01,
                                                false,
                                                ROUNDS,
                                                &s->names,
                                                NULL,
                                                NULL);
  if (code == IGRAPH_SUCCESS)
    keep_names(s, out->community, count);
  return code;
}

static igraph_error_t measure(structure *s, const actant_graph *graph, act_measures *out)
{
  size_t count = graph->nodes.count;
  igraph_error_t code = make_structure(s, graph);
  if (code == IGRAPH_SUCCESS)
    code = igraph_degree(&s->graph, &s->degree, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS);
  if (code == IGRAPH_SUCCESS)
    code = igraph_strength(
      &s->graph, &s->strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &s->weight);
  if (code == IGRAPH_SUCCESS)
    code = igraph_connected_components(&s->graph, &s->names, NULL, NULL, IGRAPH_WEAK);
  if (code != IGRAPH_SUCCESS)
    return code;
  keep_names(s, out->component, count);
  for (size_t i = 0; i < count; i++) {
    out->degree[i] = (uint32_t)VECTOR(s->degree)[i];
    out->strength[i] = (uint64_t)VECTOR(s->strength)[i];
  }
  return find_communities(s, out, count);
}

actant_status act_igraph_measure(const actant_graph *graph, act_measures *out, actant_error *err)
{
  surroundings around;
  structure s = { 0 };
  if (!enter(&around))
    return act_fail_memory(err, stage);
  igraph_error_t code = measure(&s, graph, out);
  free_structure(&s);
  leave(&around);
  if (code == IGRAPH_ENOMEM)
    return act_fail_memory(err, stage);
  if (code != IGRAPH_SUCCESS)
    return act_fail(
      err, ACTANT_LIMIT, stage, "the graph could not be measured: %s", igraph_strerror(code));
  return ACTANT_OK;
}

#else
typedef int act_igraph_is_left_out; /* a file is never empty */
#endif
