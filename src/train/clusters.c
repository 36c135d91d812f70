/* SPDX-License-Identifier: MIT */
/* From prose to classes: words are counted and ranked, neighbours become bigrams of ranks, and what
   brown.c finds is written as a table for people and as rows for the model. */
#include "train/clusters.h"

#include "annotate/features.h"
#include "train/brown.h"
#include "train/text.h"
#include "train/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

static int by_count(const void *a, const void *b)
{
  const act_cluster_row *x = a, *y = b;
  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  const size_t size = x->word.size < y->word.size ? x->word.size : y->word.size;
  const int order = memcmp(x->word.bytes, y->word.bytes, size);
  return order ? order : (x->word.size > y->word.size) - (x->word.size < y->word.size);
}

/* The words that are frequent enough, in order; rank_of[id] of the others is ACT_NO_VALUE. */
static actant_status rank_words(const act_prose *prose,
                                uint32_t least,
                                act_clusters *out,
                                uint32_t *rank_of,
                                actant_error *err)
{
  const size_t words = prose->words.texts.count;
  uint32_t *counts = calloc(words + 1, sizeof *counts);
  if (!counts)
    return act_fail_memory(err, stage);
  for (size_t i = 0; i < prose->ids.count; i++)
    counts[prose->ids.data[i]]++;
  bool ok = true;
  for (uint32_t id = 1; id < words && ok; id++)
    if (counts[id] >= least)
      ok = act_array_push(&out->rows,
                          (act_cluster_row){ act_strings_text(&prose->words, id), counts[id], 0 });
  free(counts);
  if (!ok)
    return act_fail_memory(err, stage);
  if (out->rows.count)
    qsort(out->rows.data, out->rows.count, sizeof *out->rows.data, by_count);
  for (size_t id = 0; id < words; id++)
    rank_of[id] = ACT_NO_VALUE;
  for (uint32_t i = 0; i < out->rows.count; i++)
    rank_of[act_strings_find(
      &prose->words, out->rows.data[i].word.bytes, out->rows.data[i].word.size)] = i;
  return ACTANT_OK;
}

static int by_number(const void *a, const void *b)
{
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

typedef ACT_ARRAY(act_bigram) bigram_array;

static bool count_pairs(uint64_t *pairs, size_t count, bigram_array *out)
{
  if (count)
    qsort(pairs, count, sizeof *pairs, by_number);
  for (size_t i = 0; i < count; i++) {
    if (i && pairs[i] == pairs[i - 1])
      out->data[out->count - 1].count++;
    else if (!act_array_push(out,
                             (act_bigram){ (uint32_t)(pairs[i] >> 32), (uint32_t)pairs[i], 1 }))
      return false;
  }
  return true;
}

static actant_status find_bigrams(const act_prose *prose,
                                  const uint32_t *rank_of,
                                  bigram_array *out,
                                  actant_error *err)
{
  ACT_ARRAY(uint64_t) pairs = { 0 };
  bool ok = true;
  for (size_t i = 1; i < prose->ids.count && ok; i++) {
    const uint32_t left = rank_of[prose->ids.data[i - 1]], right = rank_of[prose->ids.data[i]];
    if (left != ACT_NO_VALUE && right != ACT_NO_VALUE)
      ok = act_array_push(&pairs, (uint64_t)left << 32 | right);
  }
  ok = ok && count_pairs(pairs.data, pairs.count, out);
  act_array_free(&pairs);
  return ok ? ACTANT_OK : act_fail_memory(err, stage);
}

static void say_progress(uint32_t done, uint32_t all)
{
  act_progress("clusters: %u of %u words", done, all);
}

actant_status act_clusters_find(const act_prose *prose,
                                act_clustering how,
                                act_clusters *out,
                                actant_error *err)
{
  bigram_array bigrams = { 0 };
  actant_status st = ACTANT_OK;
  uint32_t *rank_of = calloc(prose->words.texts.count + 1, sizeof *rank_of), *bits = NULL;
  if (!rank_of)
    TRY_DONE(st, act_fail_memory(err, stage));
  TRY_DONE(st, rank_words(prose, how.least ? how.least : 1, out, rank_of, err));
  TRY_DONE(st, find_bigrams(prose, rank_of, &bigrams, err));
  act_progress("clusters: %zu words of prose, %zu to put in classes, %zu kinds of neighbours",
               prose->ids.count,
               out->rows.count,
               bigrams.count);
  bits = calloc(out->rows.count + 1, sizeof *bits);
  if (!bits)
    TRY_DONE(st, act_fail_memory(err, stage));
  const act_brown_input input = {
    bigrams.data, bigrams.count, (uint32_t)out->rows.count, how.classes
  };
  TRY_DONE(st, act_brown(&input, bits, say_progress, err));
  for (size_t i = 0; i < out->rows.count; i++)
    out->rows.data[i].bits = bits[i];
done:
  free(rank_of);
  free(bits);
  act_array_free(&bigrams);
  return st;
}

void act_clusters_free(act_clusters *clusters)
{
  act_array_free(&clusters->rows);
}

actant_status act_clusters_pack(const act_clusters *clusters,
                                unsigned char **data,
                                size_t *size,
                                actant_error *err)
{
  const size_t count = clusters->rows.count;
  uint64_t *rows = calloc(count + 1, sizeof *rows);
  unsigned char *out = malloc(ACT_CLUSTER_BYTES * count + 1);
  if (!rows || !out) {
    free(rows);
    free(out);
    return act_fail_memory(err, stage);
  }
  for (size_t i = 0; i < count; i++)
    rows[i] = (uint64_t)act_word_hash(clusters->rows.data[i].word) << 32 | (uint32_t)i;
  qsort(rows, count, sizeof *rows, by_number);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    if (i && rows[i] >> 32 == rows[i - 1] >> 32) /* the more frequent word has the hash */
      continue;
    act_set_u32(out + ACT_CLUSTER_BYTES * kept, (uint32_t)(rows[i] >> 32));
    act_set_u32(out + ACT_CLUSTER_BYTES * kept + 4, clusters->rows.data[(uint32_t)rows[i]].bits);
    kept++;
  }
  free(rows);
  *data = out;
  *size = ACT_CLUSTER_BYTES * kept;
  return ACTANT_OK;
}

static size_t spell_bits(uint32_t bits, char out[32])
{
  size_t n = 0;
  int top = 31;
  while (top > 0 && !(bits >> top & 1))
    top--;
  for (int i = top - 1; i >= 0; i--)
    out[n++] = (char)('0' + (bits >> i & 1));
  return n;
}

actant_status act_clusters_save(const act_clusters *clusters, const char *path, actant_error *err)
{
  ACT_ARRAY(char) text = { 0 };
  actant_status st = ACTANT_OK;
  for (size_t i = 0; i < clusters->rows.count && st == ACTANT_OK; i++) {
    const act_cluster_row *row = &clusters->rows.data[i];
    char bits[32], line[160];
    const int n = snprintf(line,
                           sizeof line,
                           "%.*s\t%.*s\t%u\n",
                           (int)row->word.size,
                           row->word.bytes,
                           (int)spell_bits(row->bits, bits),
                           bits,
                           row->count);
    if (n < 0 || !act_array_reserve(&text, text.count + (size_t)n + 1))
      st = act_fail_memory(err, stage);
    else
      memcpy(text.data + text.count, line, (size_t)n);
    text.count += st == ACTANT_OK ? (size_t)n : 0;
  }
  if (st == ACTANT_OK)
    st = act_save_file(path, text.data, text.count, err);
  act_array_free(&text);
  return st;
}

static actant_status read_and_find(const char *corpora,
                                   const char *wordnet,
                                   act_clustering how,
                                   act_prose *prose,
                                   act_clusters *out,
                                   actant_error *err)
{
  TRY(act_prose_read(corpora, wordnet, prose, err));
  return act_clusters_find(prose, how, out, err);
}

actant_status act_clusters_train(const char *corpora,
                                 const char *wordnet,
                                 unsigned char **data,
                                 size_t *size,
                                 actant_error *err)
{
  act_prose prose = { 0 };
  act_clusters clusters = { 0 };
  actant_status st =
    read_and_find(corpora, wordnet, act_clustering_default(), &prose, &clusters, err);
  if (st == ACTANT_OK)
    st = act_clusters_pack(&clusters, data, size, err);
  act_clusters_free(&clusters);
  act_prose_free(&prose);
  return st;
}

actant_status act_clusters_run(const char *corpora,
                               act_clustering how,
                               const char *output,
                               actant_error *err)
{
  act_prose prose = { 0 };
  act_clusters clusters = { 0 };
  actant_status st = read_and_find(corpora, ACT_WORDNET_FOLDER, how, &prose, &clusters, err);
  if (st == ACTANT_OK)
    st = act_clusters_save(&clusters, output, err);
  act_clusters_free(&clusters);
  act_prose_free(&prose);
  return st;
}
