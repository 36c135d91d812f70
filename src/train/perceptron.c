/* SPDX-License-Identifier: MIT */
/* Training's side of a table of weights.  Quantising keeps signs and proportions: weights are
   divided by a step that is the same for the whole table, so sums keep their order; what rounds to
   zero is not stored. */
#include "train/perceptron.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

actant_status act_perceptron_init(act_perceptron *p,
                                  uint32_t row_bits,
                                  uint32_t width,
                                  uint8_t least,
                                  actant_error *err)
{
  const size_t rows = (size_t)1 << row_bits;
  *p = (act_perceptron){ .row_bits = row_bits, .width = width, .least = least, .steps = 1 };
  p->weights = calloc(rows * width, sizeof *p->weights);
  p->sums = calloc(rows * width, sizeof *p->sums);
  p->touched = calloc(rows, 1);
  return p->weights && p->sums && p->touched ? ACTANT_OK : act_fail_memory(err, stage);
}

actant_status act_perceptron_check(act_perceptron *p, actant_error *err)
{
  p->checks = calloc((size_t)1 << p->row_bits, 1);
  return p->checks ? ACTANT_OK : act_fail_memory(err, stage);
}

void act_perceptron_free(act_perceptron *p)
{
  free(p->checks);
  p->checks = NULL;
  free(p->weights);
  free(p->sums);
  free(p->touched);
  p->weights = NULL;
  p->sums = NULL;
  p->touched = NULL;
}

void act_perceptron_score(const act_perceptron *p,
                          const uint64_t *features,
                          size_t count,
                          int32_t *scores)
{
  memset(scores, 0, p->width * sizeof *scores);
  for (size_t i = 0; i < count; i++)
    __builtin_prefetch(p->weights + act_perceptron_row(p, features[i]) * p->width);
  for (size_t i = 0; i < count; i++) {
    const size_t r = act_perceptron_row(p, features[i]);
    if (p->touched[r] < p->least || (p->checks && p->checks[r] != act_table_check(features[i])))
      continue;
    const int32_t *row = p->weights + r * p->width;
    for (size_t j = 0; j < p->width; j++)
      scores[j] += row[j];
  }
}

void act_perceptron_add(act_perceptron *p,
                        const uint64_t *features,
                        size_t count,
                        uint32_t label,
                        int32_t change)
{
  for (size_t i = 0; i < count; i++) {
    const size_t r = act_perceptron_row(p, features[i]);
    if (p->checks && !p->checks[r])
      p->checks[r] = act_table_check(features[i]);
    if (p->checks && p->checks[r] != act_table_check(features[i]))
      continue;
    p->weights[r * p->width + label] += change;
    p->sums[r * p->width + label] += change * p->steps;
    if (change > 0 && p->touched[r] < 255)
      p->touched[r]++;
  }
}

/* The average of a cell, times the number of steps. */
static int64_t average(const act_perceptron *p, size_t cell)
{
  return (int64_t)p->weights[cell] * p->steps - p->sums[cell];
}

static double root_mean_square(const act_perceptron *p)
{
  const size_t rows = (size_t)1 << p->row_bits;
  double sum = 0;
  size_t count = 0;
  for (size_t r = 0; r < rows; r++)
    for (size_t j = 0; p->touched[r] >= p->least && j < p->width; j++) {
      const double a = (double)average(p, r * p->width + j);
      sum += a * a;
      count += a < 0 || a > 0;
    }
  return count ? sqrt(sum / (double)count) : 1;
}

/* Make the weights of one row; the sum of their sizes. */
static uint32_t quantise_row(const act_perceptron *p,
                             size_t row,
                             act_quantiser q,
                             double mean,
                             int8_t *out)
{
  const double step = mean * q.clip / 10 / q.levels, most = (double)q.levels;
  uint32_t size = 0;
  memset(out, 0, p->width);
  if (p->touched[row] < p->least)
    return 0;
  for (size_t j = 0; j < p->width; j++) {
    const double weight = (double)average(p, row * p->width + j);
    if (fabs(weight) < mean * q.floor / 100)
      continue;
    const double level = round(weight / step);
    out[j] = (int8_t)(level > most ? most : level < -most ? -most : level);
    size += (uint32_t)abs(out[j]);
  }
  if (size && p->checks)
    out[p->width - 1] = (int8_t)p->checks[row];
  return size;
}

/* Put a row into the table, unless a stronger one is there. */
static void put_row(const act_table *table, size_t row, const int8_t *cells, uint32_t size)
{
  int8_t *place = table->cells + row * table->width;
  const size_t labels = table->width - table->checked;
  uint32_t there = 0;
  for (size_t j = 0; j < labels; j++)
    there += (uint32_t)abs(place[j]);
  if (size > there)
    memcpy(place, cells, table->width);
}

actant_status act_perceptron_quantise(const act_perceptron *p,
                                      act_quantiser quantiser,
                                      act_table *out,
                                      actant_error *err)
{
  const size_t rows = (size_t)1 << p->row_bits;
  act_table table = { NULL, p->row_bits - quantiser.fold, p->width, p->checks != NULL, NULL };
  const size_t total = (rows >> quantiser.fold) * p->width;
  table.cells = aligned_alloc(64, total < 64 ? 64 : total);
  if (!table.cells)
    return act_fail_memory(err, stage);
  memset(table.cells, 0, total);
  const double mean = root_mean_square(p);
  for (size_t row = 0; row < rows; row++) {
    int8_t cells[ACT_TABLE_WIDTH];
    const uint32_t size = quantise_row(p, row, quantiser, mean, cells);
    if (size)
      put_row(&table, row >> quantiser.fold, cells, size);
  }
  *out = table;
  return ACTANT_OK;
}

uint64_t act_random(uint64_t *state)
{
  uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);
  x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
  return x ^ x >> 31;
}

void act_shuffle(uint32_t *items, size_t count, uint64_t *state)
{
  for (size_t i = count; i > 1; i--) {
    const size_t j = (size_t)(act_random(state) % i);
    const uint32_t item = items[i - 1];
    items[i - 1] = items[j];
    items[j] = item;
  }
}
