/* SPDX-License-Identifier: MIT */
/* Left to right, each token gets the label of the greatest sum of weights; ties go to the more
   frequent one.  UPOS and XPOS are one label, so a feature is one cache line of 64 weights, and the
   two never contradict each other. */
#include "annotate/tagger.h"

#include "annotate/features.h"

static uint8_t best_tag(const act_words *words, size_t at)
{
  uint64_t features[ACT_TAG_TEMPLATES];
  const size_t count = act_tag_features(words, at, features);
  int16_t scores[64];
  act_table_sum64(words->tagger, features, count, scores);
  size_t best = 0;
  for (size_t i = 1; i < words->tag_count; i++)
    if (scores[i] > scores[best])
      best = i;
  return (uint8_t)best;
}

actant_status act_tag(act_words *words,
                      act_annotation *annotation,
                      uint32_t sentence,
                      actant_error *err)
{
  act_words_forget(words); /* the copies of act_parse_around_asides come and go */
  if (!act_words_load(words, annotation, sentence))
    return act_fail_memory(err, "annotate");
  act_token *tokens = annotation->tokens.data + annotation->sentences.data[sentence].first;
  for (size_t i = 0; i < words->words.count; i++) {
    if (tokens[i].upos != ACT_UPOS_NONE && tokens[i].xpos != ACT_XPOS_NONE)
      continue;
    const act_tag_pair pair = words->tags[best_tag(words, i)];
    if (tokens[i].upos == ACT_UPOS_NONE)
      tokens[i].upos = pair.upos;
    if (tokens[i].xpos == ACT_XPOS_NONE)
      tokens[i].xpos = pair.xpos;
    words->words.data[i].tag = words->tag_of[tokens[i].upos][tokens[i].xpos];
  }
  return ACTANT_OK;
}
