/* SPDX-License-Identifier: MIT */
/* What the tagger looks at: the word, its affixes and shape, its neighbours, the two tags before
   it.  After Ratnaparkhi (1996) and Collins (2002), with word lists for names. */
#include "annotate/features.h"

typedef struct near {
  uint64_t hash, form, suffix3, shape, capital, lists, cluster, tag;
} near;

static near look(const act_words *words, size_t at, int offset)
{
  const size_t target = at + (size_t)offset; /* wraps below 0, and is then too large */
  if (target >= words->words.count)
    return (near){ .hash = 2, .form = 2, .shape = 2 };
  const act_word *w = &words->words.data[target];
  return (near){ w->type->hash, w->form,        w->type->suffix[2], w->shape,
                 w->capital,    w->type->lists, w->type->cluster,   w->tag };
}

static size_t word_features(const act_words *words, size_t at, uint64_t *out)
{
  const act_word *w = &words->words.data[at];
  const act_word_type *t = w->type;
  const uint64_t place = at == 0;
  size_t n = 0;
  out[n++] = act_feature(0, 0, 0);
  out[n++] = act_feature(1, t->hash, 0);
  out[n++] = act_feature(2, w->form, 0);
  for (size_t i = 0; i < 4; i++)
    out[n++] = act_feature(3 + i, t->suffix[i], 0);
  for (size_t i = 0; i < 3; i++)
    out[n++] = act_feature(7 + i, t->prefix[i], 0);
  out[n++] = act_feature(10, w->shape, place);
  out[n++] = act_feature(11, t->suffix[2], act_both(w->capital, place));
  out[n++] = act_feature(12, t->lists, act_both(w->capital, place));
  out[n++] = act_feature(13, t->cluster, w->capital);
  out[n++] = act_feature(14, act_cluster_cut(t->cluster, 6), 0);
  return n;
}

size_t act_tag_features(const act_words *words, size_t at, uint64_t out[ACT_TAG_TEMPLATES])
{
  const near w = look(words, at, 0), a = look(words, at, -1), aa = look(words, at, -2),
             b = look(words, at, 1), bb = look(words, at, 2);
  const act_word_type *t = words->words.data[at].type;
  size_t n = word_features(words, at, out);
  out[n++] = act_feature(15, a.hash, 0);
  out[n++] = act_feature(16, b.hash, 0);
  out[n++] = act_feature(17, aa.hash, 0);
  out[n++] = act_feature(18, bb.hash, 0);
  out[n++] = act_feature(19, a.tag, 0);
  out[n++] = act_feature(20, act_both(aa.tag, a.tag), 0);
  out[n++] = act_feature(21, a.tag, w.hash);
  out[n++] = act_feature(22, a.hash, w.hash);
  out[n++] = act_feature(23, w.hash, b.hash);
  out[n++] = act_feature(24, a.hash, b.hash);
  out[n++] = act_feature(25, a.tag, b.hash);
  out[n++] = act_feature(26, a.tag, t->suffix[2]);
  out[n++] = act_feature(27, a.tag, act_both(b.suffix3, 0));
  out[n++] = act_feature(28, b.suffix3, w.suffix3);
  out[n++] = act_feature(29, b.shape, w.shape);
  out[n++] = act_feature(30, a.shape, w.shape);
  out[n++] = act_feature(31, b.hash, bb.hash);
  out[n++] = act_feature(32, aa.tag, act_both(a.hash, 0));
  out[n++] = act_feature(33, act_cluster_cut(a.cluster, 8), act_cluster_cut(b.cluster, 8));
  out[n++] = act_feature(34, act_cluster_cut(b.cluster, 10), a.tag);
  out[n++] = act_feature(35, act_cluster_cut(w.cluster, 10), act_both(a.tag, aa.tag));
  return n;
}
