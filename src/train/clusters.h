/* SPDX-License-Identifier: MIT */
/** @file clusters.h  Classes of words from raw prose, and the model's section of them. */
#ifndef ACT_TRAIN_CLUSTERS_H
#define ACT_TRAIN_CLUSTERS_H

#include "train/model_writer.h"
#include "train/prose.h"

typedef struct act_clustering {
  uint32_t classes; /* to make */
  uint32_t least;   /* times that a word must stand in the prose */
} act_clustering;

static inline act_clustering act_clustering_default(void)
{
  return (act_clustering){ 400, 4 };
}

/** A row of the model's section: a word's hash, then its bits, little-endian. */
enum { ACT_CLUSTER_BYTES = 8 };

typedef struct act_cluster_row {
  act_text word; /* in the prose's strings */
  uint32_t count;
  uint32_t bits; /* see brown.h */
} act_cluster_row;

/** Zero-initialised, it is empty.  Most frequent words first; equally frequent ones by their bytes.
 */
typedef struct act_clusters {
  ACT_ARRAY(act_cluster_row) rows;
} act_clusters;

/** Put the words of a prose in classes.  The rows borrow the prose's strings. */
actant_status act_clusters_find(const act_prose *prose,
                                act_clustering how,
                                act_clusters *out,
                                actant_error *err) ACTANT_MUST_CHECK;
/** The model's section: rows of ACT_CLUSTER_BYTES, sorted by hash; *data is malloc'ed. */
actant_status act_clusters_pack(const act_clusters *clusters,
                                unsigned char **data,
                                size_t *size,
                                actant_error *err) ACTANT_MUST_CHECK;
/** Write a table: word, bits as 0 and 1, count, a tab between. */
actant_status act_clusters_save(const act_clusters *clusters,
                                const char *path,
                                actant_error *err) ACTANT_MUST_CHECK;
void act_clusters_free(act_clusters *clusters);

/** All of it: read the corpora, find classes, pack them. */
actant_status act_clusters_train(const char *corpora,
                                 const char *wordnet,
                                 unsigned char **data,
                                 size_t *size,
                                 actant_error *err) ACTANT_MUST_CHECK;
/** The command `actant-train clusters`: write the table to a file. */
actant_status act_clusters_run(const char *corpora,
                               act_clustering how,
                               const char *output,
                               actant_error *err) ACTANT_MUST_CHECK;

#endif
