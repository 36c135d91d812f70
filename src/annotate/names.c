/* SPDX-License-Identifier: MIT */
/* Names are the best sequence of BILOU labels (Viterbi over the labels that may follow each other),
   so a name is never cut in its middle.  Which labels may precede each is a table of bits; silent
   words have but one label, and most sentences are of them. */
#include "annotate/names.h"

#include "annotate/name_features.h"

static const int32_t never = ACT_NAME_NEVER;

/* By label, the labels that may stand before it, as bits. */
static void find_predecessors(uint16_t out[ACT_NAME_LABELS])
{
  for (uint32_t b = 0; b < ACT_NAME_LABELS; b++) {
    out[b] = 0;
    for (uint32_t a = 0; a < ACT_NAME_LABELS; a++)
      out[b] |= (uint16_t)(act_name_follows(a, b) << a);
  }
}

/* One column: the best score of each label at a token, and the label before it. */
static void advance(const uint16_t *predecessors,
                    const int32_t *before,
                    const int32_t *scores,
                    const int32_t *after,
                    int32_t *now,
                    uint8_t *from)
{
  for (uint32_t b = 0; b < ACT_NAME_LABELS; b++) {
    now[b] = never;
    from[b] = 0;
    if (scores[b] == never)
      continue;
    for (uint32_t bits = predecessors[b]; bits; bits &= bits - 1) {
      const uint32_t a = (uint32_t)__builtin_ctz(bits);
      const int32_t sum = before[a] + after[a * ACT_NAME_WIDTH + b];
      if (before[a] != never && sum > now[b]) {
        now[b] = sum;
        from[b] = (uint8_t)a;
      }
    }
    if (now[b] != never)
      now[b] += scores[b];
  }
}

bool act_name_decode(act_arena *scratch,
                     uint32_t count,
                     const int32_t *scores,
                     const int32_t *after,
                     uint8_t *labels)
{
  if (count == 0)
    return true;
  uint8_t *from = act_arena_zalloc(scratch, count, ACT_NAME_WIDTH);
  if (!from)
    return false;
  int32_t columns[2][ACT_NAME_LABELS];
  uint16_t predecessors[ACT_NAME_LABELS];
  find_predecessors(predecessors);
  for (uint32_t b = 0; b < ACT_NAME_LABELS; b++) /* as behind no name */
    columns[0][b] = act_name_may_begin(b) && scores[b] != never ? after[b] + scores[b] : never;
  for (uint32_t i = 1; i < count; i++)
    advance(predecessors,
            columns[(i + 1) % 2],
            scores + (size_t)i * ACT_NAME_WIDTH,
            after,
            columns[i % 2],
            from + (size_t)i * ACT_NAME_WIDTH);
  const int32_t *last = columns[(count - 1) % 2];
  uint8_t best = 0;
  for (uint8_t b = 1; b < ACT_NAME_LABELS; b++)
    if (act_name_may_end(b) && last[b] > last[best])
      best = b;
  for (uint32_t i = count; i-- > 0;) {
    labels[i] = best;
    best = from[(size_t)i * ACT_NAME_WIDTH + best];
  }
  return true;
}

static void score_token(const act_name_sentence *s, uint32_t at, int32_t *out)
{
  uint64_t features[ACT_NAME_TEMPLATES];
  if (s->names[at].silent) {
    for (size_t j = 1; j < ACT_NAME_WIDTH; j++)
      out[j] = never;
    return;
  }
  const size_t count = act_name_features(s, at, features);
  int16_t sums[ACT_NAME_WIDTH];
  act_table_sum16(s->words->names, features, count, sums);
  for (size_t j = 0; j < ACT_NAME_WIDTH; j++)
    out[j] = sums[j];
}

static uint8_t name_tag(uint8_t label)
{
  if (!label || label >= ACT_NAME_OTHER_BEGIN)
    return ACT_NAME_O;
  const uint8_t type = (uint8_t)act_name_type(label);
  return (uint8_t)((act_name_may_begin(label) ? ACT_NAME_B_PER : ACT_NAME_I_PER) + 2 * type);
}

/* The best labels of the sentence in words->words. */
static uint8_t *label_sentence(act_words *words, const act_name_sentence *s)
{
  int32_t *scores = act_arena_zalloc(&words->scratch, s->count, ACT_NAME_WIDTH * sizeof *scores);
  uint8_t *labels = act_arena_zalloc(&words->scratch, s->count, 1);
  if (!scores || !labels)
    return NULL;
  for (uint32_t i = 0; i < s->count; i++)
    score_token(s, i, scores + (size_t)i * ACT_NAME_WIDTH);
  int32_t after[ACT_NAME_LABELS * ACT_NAME_WIDTH];
  for (uint32_t a = 0; a < ACT_NAME_LABELS; a++) {
    int8_t row[ACT_TABLE_WIDTH];
    act_table_get(words->names, act_name_after(a), row);
    for (uint32_t b = 0; b < ACT_NAME_WIDTH; b++)
      after[a * ACT_NAME_WIDTH + b] = row[b];
  }
  return act_name_decode(&words->scratch, s->count, scores, after, labels) ? labels : NULL;
}

actant_status act_find_names(act_words *words,
                             act_annotation *annotation,
                             uint32_t sentence,
                             actant_error *err)
{
  act_name_sentence s;
  act_arena_reset(&words->scratch);
  if (!words->read && !act_name_read(words, annotation, 0, (uint32_t)annotation->sentences.count))
    return act_fail_memory(err, "annotate");
  if (!act_words_load(words, annotation, sentence) ||
      !act_name_look(words, annotation, sentence, &s))
    return act_fail_memory(err, "annotate");
  uint8_t *labels = label_sentence(words, &s);
  const uint32_t first = annotation->sentences.data[sentence].first;
  if (!labels || !act_mark_own_names(words, annotation, &s, first, labels) ||
      !act_name_remember(words, annotation, sentence, labels))
    return act_fail_memory(err, "annotate");
  act_token *tokens = annotation->tokens.data + first;
  for (uint32_t i = 0; i < s.count; i++)
    tokens[i].name = name_tag(labels[i]);
  return ACTANT_OK;
}
