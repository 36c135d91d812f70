/* SPDX-License-Identifier: MIT */
/* Places are those of graph/place.h, with y upwards and the middle at 0, as Gephi has it.  Nodes
   that have none, being too many, stand as the seeds of a sunflower do (Vogel 1979):
   the k-th at the golden angle and a distance of the root of k, so that all have the same room.
   Each community is a flower of its own, and the communities together are one of their middles. */
#include "write/spread.h"

/* The golden angle, 2.39996… radians: its cosine and sine.  A turn is a product of these, so that
   no result depends on a library's sine. */
#define COSINE (-0.73736887807831963)
#define SINE 0.67549029426152364

enum { ROOM = 40 }; /* of a node of ordinary size with its label, in Gephi's units */

/* Newton's method from above: falls until it is there. */
static double root(double square)
{
  double guess = square > 1 ? square : 1;
  for (int i = 0; i < 64; i++) {
    double next = (guess + square / guess) / 2;
    if (next >= guess)
      break;
    guess = next;
  }
  return guess;
}

static double whole(double number)
{
  return (double)(int64_t)(number < 0 ? number - 0.5 : number + 0.5);
}

/* A group of nodes: a community, or what hangs together when there are none. */
typedef struct flower {
  uint32_t size, placed;
  act_point middle, turn; /* of the next seed */
} flower;

static act_point turned(act_point p)
{
  return (act_point){ p.x * COSINE - p.y * SINE, p.x * SINE + p.y * COSINE };
}

/* Middles on a sunflower as well, each as far out as the flowers before it need. */
static void place_flowers(flower *flowers, size_t count)
{
  act_point turn = { 1, 0 };
  double area = 0;
  for (size_t i = 1; i <= count; i++) {
    double own = (double)flowers[i].size + 4;
    double away = i == 1 ? 0 : ROOM * (root(area * 1.3) + root(own));
    flowers[i].middle = (act_point){ turn.x * away, turn.y * away };
    flowers[i].turn = (act_point){ 1, 0 };
    turn = turned(turn);
    area += own;
  }
}

static act_point next_seed(flower *of)
{
  double away = of->size > 1 ? ROOM * root(of->placed + 0.5) : 0;
  act_point at = { of->middle.x + of->turn.x * away, of->middle.y + of->turn.y * away };
  of->turn = turned(of->turn);
  of->placed++;
  return (act_point){ whole(at.x), whole(at.y) };
}

static bool grow_flowers(const act_job *job, act_point *points)
{
  const act_measures *measures = job->measures;
  bool known = measures->community_count > 0;
  const uint32_t *group = known ? measures->community : measures->component;
  size_t count = known ? measures->community_count : measures->component_count;
  flower *flowers = calloc(count + 1, sizeof *flowers); /* groups are numbered from 1 */
  if (!flowers)
    return false;
  for (size_t i = 0; i < job->graph->nodes.count; i++)
    flowers[group[i]].size++;
  place_flowers(flowers, count);
  for (size_t i = 0; i < job->graph->nodes.count; i++)
    points[i] = next_seed(&flowers[group[i]]);
  free(flowers);
  return true;
}

static bool place_nodes(const act_job *job, act_point *points)
{
  const act_places *places = job->places;
  if (!places->x)
    return grow_flowers(job, points);
  for (size_t i = 0; i < job->graph->nodes.count; i++)
    points[i] = (act_point){ whole(places->x[i] - places->width / 2),
                             whole(places->height / 2 - places->y[i]) };
  return true;
}

actant_status act_spread_nodes(const act_job *job, act_point **out, actant_error *err)
{
  act_point *points = calloc(job->graph->nodes.count + 1, sizeof *points);
  if (!points || !place_nodes(job, points)) {
    free(points);
    return act_fail_memory(err, "write");
  }
  *out = points;
  return ACTANT_OK;
}

uint32_t act_node_size(uint32_t degree)
{
  return 10 + (degree < 40 ? degree : 40);
}
