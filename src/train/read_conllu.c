/* SPDX-License-Identifier: MIT */
/* CoNLL-U as treebanks have it.  Ranges and empty nodes are passed over: words are what is learnt.
 */
#include "train/corpus.h"
#include "train/entities.h"
#include "train/lines.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

typedef struct reading {
  act_corpus *corpus;
  uint8_t source;
  uint32_t first; /* token of the sentence in work */
  uint64_t id;
  bool fresh; /* a document begins with the next sentence */
  act_mentions mentions;
} reading;

/* A short text as a string; false when it is too long to be a tag. */
static bool copy(act_text text, char out[64])
{
  if (text.size >= 64)
    return false;
  memcpy(out, text.bytes, text.size);
  out[text.size] = '\0';
  return true;
}

static bool read_index(act_text text, uint32_t *out)
{
  uint32_t n = 0;
  if (!text.size || text.size > 6)
    return false;
  for (size_t i = 0; i < text.size; i++) {
    if (text.bytes[i] < '0' || text.bytes[i] > '9')
      return false;
    n = n * 10 + (uint32_t)(text.bytes[i] - '0');
  }
  *out = n;
  return true;
}

static actant_status read_word(reading *r, act_text line, actant_error *err)
{
  uint32_t index, head;
  char upos[64], xpos[64], deprel[64];
  if (!read_index(act_column(line, 0), &index))
    return ACTANT_OK; /* a range or an empty node */
  const uint32_t at = (uint32_t)r->corpus->annotation.tokens.count - r->first;
  if (index != at + 1 || !read_index(act_column(line, 6), &head) ||
      !copy(act_column(line, 3), upos) || !copy(act_column(line, 4), xpos) ||
      !copy(act_column(line, 7), deprel))
    return act_fail(err, ACTANT_FORMAT, stage, "this is no line of CoNLL-U");
  act_gold gold = {
    head - 1, act_upos_find(upos), act_xpos_find(xpos), act_deprel_find(deprel), ACT_NAME_O
  };
  const act_text form = act_column(line, 1);
  act_mentions_read(&r->mentions, at, act_column(line, 9));
  return act_corpus_add_token(r->corpus, form.bytes, form.size, gold, err);
}

static actant_status end_sentence(reading *r, actant_error *err)
{
  act_corpus *c = r->corpus;
  const uint32_t count = (uint32_t)c->annotation.tokens.count - r->first;
  if (!count)
    return ACTANT_OK;
  for (uint32_t i = 0; i < count; i++) {
    act_gold *g = &c->gold.data[r->first + i];
    if (g->head == ACT_NO_TOKEN)
      g->head = count; /* 0 - 1: the root */
    else if (g->head >= count)
      return act_fail(err, ACTANT_FORMAT, stage, "a head is no word of its sentence");
  }
  act_mentions_name(&r->mentions, c, r->first);
  r->mentions.count = 0;
  c->documents += r->fresh;
  r->fresh = false;
  r->first = (uint32_t)c->annotation.tokens.count;
  const act_gold_sentence about = { .id = r->id,
                                    .document = c->documents - 1,
                                    .source = r->source };
  r->id = 0;
  return act_corpus_end_sentence(c, about, err);
}

actant_status act_corpus_read_conllu(act_corpus *corpus,
                                     const char *path,
                                     uint8_t source,
                                     actant_error *err)
{
  act_lines lines;
  TRY(act_lines_open(path, &lines, err));
  actant_status st = ACTANT_OK;
  act_text line;
  reading *r = calloc(1, sizeof *r);
  if (!r)
    TRY_DONE(st, act_fail_memory(err, stage));
  r->corpus = corpus;
  r->source = source;
  r->first = (uint32_t)corpus->annotation.tokens.count;
  r->fresh = true;
  while (act_lines_next(&lines, &line)) {
    if (act_text_begins(line, "# newdoc"))
      r->fresh = true;
    else if (act_text_begins(line, "# sent_id"))
      r->id = act_sentence_id(line);
    if (line.size && line.bytes[0] != '#')
      TRY_DONE(st, read_word(r, line, err));
    else if (!line.size)
      TRY_DONE(st, end_sentence(r, err));
  }
  st = end_sentence(r, err);
done:
  if (st != ACTANT_OK) {
    act_error_source(err, path);
    act_error_line(err, lines.number, 0);
  }
  free(r);
  act_lines_close(&lines);
  return st;
}
