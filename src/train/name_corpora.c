/* SPDX-License-Identifier: MIT */
/* Corpora of names differ.  Re-DocRED calls "German" a place and GUM calls "Germans" people;
   Universal NER and wikigold call both a name of another kind, and so does what is learnt here.
   Re-DocRED names more than the others do (ships, clubs, whole addresses), so what is its own is
   learnt apart. */
#include "train/name_corpora.h"

#include <stdio.h>

static const char stage[] = "train";

static bool is_people(const act_corpus *c, uint32_t token, const act_gazetteer *gazetteer)
{
  const act_text lower =
    act_strings_text(&c->annotation.strings, c->annotation.tokens.data[token].lower);
  const uint64_t key = act_hash_bytes(lower.bytes, lower.size);
  act_gazetteer_hit hit;
  if (!act_gazetteer_match(gazetteer, &key, 1, &hit) || !hit.count)
    return false;
  return act_gazetteer_sense(gazetteer, hit.first).form == ACT_FORM_DEMONYM;
}

void act_corpus_mark_peoples(act_corpus *corpus, const act_gazetteer *gazetteer)
{
  for (uint32_t t = 0; t < corpus->gold.count; t++) {
    act_gold *g = &corpus->gold.data[t];
    const bool begins = g->name % 2 == 1 && g->name <= ACT_NAME_I_ORG;
    const bool goes_on = t + 1 < corpus->gold.count && g[1].name == g->name + 1;
    if (begins && !goes_on && is_people(corpus, t, gazetteer))
      g->name = ACT_GOLD_B_OTHER;
  }
}

uint32_t act_corpus_document_end(const act_corpus *corpus, uint32_t sentence)
{
  const act_gold_sentence *start = &corpus->sentences.data[sentence];
  uint32_t end = sentence + 1;
  while (end < corpus->sentences.count && corpus->sentences.data[end].document == start->document &&
         corpus->sentences.data[end].copy == start->copy)
    end++;
  return end;
}

static actant_status path_of(const char *folder,
                             const char *file,
                             char out[4096],
                             actant_error *err)
{
  const int n = snprintf(out, 4096, "%s/%s", folder, file);
  return n > 0 && n < 4096
           ? ACTANT_OK
           : act_fail(err, ACTANT_ARGUMENT, stage, "the path of the corpora is too long");
}

actant_status act_corpus_read_names(act_corpus *corpus,
                                    const char *folder,
                                    uint8_t source,
                                    actant_error *err)
{
  char path[4096];
  TRY(path_of(folder, "names/wikigold.conll.txt", path, err));
  TRY(act_corpus_read_columns(corpus, path, 0, 1, source, err));
  TRY(path_of(folder, "names/redocred-dev.json", path, err));
  return act_corpus_read_redocred(corpus, path, ACT_SOURCE_APART, err);
}
