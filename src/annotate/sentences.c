/* SPDX-License-Identifier: MIT */
/*
  The splitter: one pass over the gaps of a block.  Rules forbid what no text may do ("Mr." ends no
  sentence); a linear classifier over hashed features decides the rest, with the state of the
  sentence so far (open quotes and brackets) as evidence. After Gillick 2009, "Sentence boundary
  detection and the problem with the U.S.", with every gap as a candidate.
*/
#include "annotate/sentences.h"

#include "annotate/boundary.h"

/* What a gap behind a bare word must score: edited text has no such ends.  Halves the false ones,
 * and costs 0.001 on web text. */
enum { BARE_MARGIN = 100 };

/* A boundary by punctuation alone, for when there is no model. */
static bool plain_boundary(const act_gap *gap)
{
  act_gap_class k = act_token_class(gap, gap->token);
  uint32_t at = gap->token;
  while (at > gap->start && gap->token - at < 4 && (k == ACT_GAP_QUOTE || k == ACT_GAP_CLOSE))
    k = act_token_class(gap, --at);
  return (k == ACT_GAP_STOP || k == ACT_GAP_MARK) &&
         act_token_shape(gap, gap->token + 1) != ACT_SHAPE_LOWER;
}

static bool is_boundary(const act_gap *gap, const act_table *table)
{
  if (act_gap_forbidden(gap))
    return false;
  if (act_gap_required(gap))
    return true;
  if (!table)
    return plain_boundary(gap);
  uint64_t features[ACT_BOUNDARY_FEATURES];
  size_t count = act_gap_features(gap, features);
  const int32_t score = act_table_sum1(table, features, count);
  return score > (act_token_class(gap, gap->token) == ACT_GAP_WORD ? BARE_MARGIN : 0);
}

/* Where a sentence of too many words is best cut: behind the last semicolon, else comma, of its
 * second half; never inside a range. */
static uint32_t forced_cut(const act_annotation *a, uint32_t first, uint32_t limit)
{
  uint32_t comma = 0;
  for (uint32_t t = limit; t > first + (limit - first) / 2; t--) {
    act_text form = act_token_form(a, t - 1);
    if (act_text_is(form, ";"))
      return t;
    if (!comma && act_text_is(form, ","))
      comma = t;
  }
  if (comma)
    return comma;
  uint32_t back = 0;
  while (
    back < 4 &&
    !(a->tokens.data[limit].begin > a->tokens.data[limit - 1].end || a->tokens.data[limit].range) &&
    limit - back > first + 1)
    back++, limit--;
  return limit;
}

bool act_push_sentence(act_annotation *a, uint32_t first, uint32_t end, uint32_t block)
{
  while (end - first > ACT_SENTENCE_MAX) {
    uint32_t cut = forced_cut(a, first, first + ACT_SENTENCE_MAX);
    if (!act_array_push(&a->sentences, (act_sentence){ first, cut, block, false }))
      return false;
    first = cut;
  }
  return act_array_push(&a->sentences, (act_sentence){ first, end, block, false });
}

actant_status act_split_sentences(act_annotation *annotation,
                                  const act_abbreviations *abbreviations,
                                  const act_table *table,
                                  uint32_t block,
                                  uint32_t first,
                                  actant_error *err)
{
  act_gap gap = { .annotation = annotation,
                  .abbreviations = abbreviations,
                  .start = first,
                  .end = (uint32_t)annotation->tokens.count };
  if (first == gap.end)
    return ACTANT_OK;
  gap.token = first;
  act_gap_begin(&gap);
  for (bool cut; gap.token + 1 < gap.end; act_gap_next(&gap, cut)) {
    cut = is_boundary(&gap, table);
    if (cut && !act_push_sentence(annotation, gap.start, gap.token + 1, block))
      return act_fail_memory(err, "annotate");
  }
  if (!act_push_sentence(annotation, gap.start, gap.end, block))
    return act_fail_memory(err, "annotate");
  return ACTANT_OK;
}
