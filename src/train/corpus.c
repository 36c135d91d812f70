/* SPDX-License-Identifier: MIT */
/* A corpus is one annotation over one long text: the forms in order, a space apart, so that the
   predictors' own reading of words works on it unchanged. */
#include "train/corpus.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

void act_corpus_init(act_corpus *corpus)
{
  memset(corpus, 0, sizeof *corpus);
  corpus->annotation.document = &corpus->document;
}

void act_corpus_free(act_corpus *corpus)
{
  free(corpus->document.text);
  act_annotation_free(&corpus->annotation);
  act_array_free(&corpus->gold);
  act_array_free(&corpus->sentences);
}

/* Append a form to the text; room doubles, so a corpus is read in linear time. */
static bool append(act_corpus *corpus, const char *form, size_t size)
{
  actant_document *document = &corpus->document;
  const size_t need = (size_t)document->size + size + 2;
  if (need > corpus->room) {
    if (need > ACT_CORPUS_BYTES)
      return false;
    char *text = realloc(document->text, need * 2);
    if (!text)
      return false;
    document->text = text;
    corpus->room = need * 2;
  }
  memcpy(document->text + document->size, form, size);
  memcpy(document->text + document->size + size, " ", 2);
  document->size += (uint32_t)size + 1;
  return true;
}

uint64_t act_sentence_id(act_text comment)
{
  static const char prefix[] = "# sent_id = ";
  const size_t size = sizeof prefix - 1;
  if (comment.size <= size || memcmp(comment.bytes, prefix, size))
    return 0;
  return act_hash_bytes(comment.bytes + size, comment.size - size);
}

actant_status act_corpus_add_token(act_corpus *corpus,
                                   const char *form,
                                   size_t size,
                                   act_gold gold,
                                   actant_error *err)
{
  char lower[1024];
  if (size == 0 || size > (sizeof lower - 4) / 2 || act_utf8_validate(form, size) != size)
    return act_fail(err, ACTANT_FORMAT, stage, "a word is empty, too long or not UTF-8");
  act_token token = { .begin = corpus->document.size,
                      .end = corpus->document.size + (uint32_t)size,
                      .space_before = true,
                      .head = ACT_NO_TOKEN };
  token.lower = act_strings_add(
    &corpus->annotation.strings, lower, act_utf8_lower(form, size, lower, sizeof lower));
  if (token.lower == ACT_NO_STRING || !append(corpus, form, size) ||
      !act_array_push(&corpus->annotation.tokens, token) || !act_array_push(&corpus->gold, gold))
    return act_fail_memory(err, stage);
  return ACTANT_OK;
}

actant_status act_corpus_end_sentence(act_corpus *corpus,
                                      act_gold_sentence sentence,
                                      actant_error *err)
{
  act_annotation *a = &corpus->annotation;
  const uint32_t first = a->sentences.count ? a->sentences.data[a->sentences.count - 1].end : 0;
  if (first == a->tokens.count)
    return ACTANT_OK;
  act_sentence s = { .first = first, .end = (uint32_t)a->tokens.count };
  if (!act_array_push(&a->sentences, s) || !act_array_push(&corpus->sentences, sentence))
    return act_fail_memory(err, stage);
  return ACTANT_OK;
}

static size_t upper_form(act_text form, char *out)
{
  size_t at = 0, size = 0;
  while (at < form.size)
    size += act_utf8_encode(act_to_upper(act_utf8_next(form.bytes, form.size, &at)), out + size);
  return size;
}

static size_t title_form(act_text form, uint8_t upos, char *out)
{
  size_t at = 0;
  memcpy(out, form.bytes, form.size);
  const bool small =
    upos == ACT_UPOS_ADP || upos == ACT_UPOS_DET || upos == ACT_UPOS_CCONJ || upos == ACT_UPOS_PART;
  if (small && form.size < 5)
    return form.size;
  const uint32_t code = act_utf8_next(form.bytes, form.size, &at);
  char head[4];
  const size_t size = act_utf8_encode(act_to_upper(code), head);
  if (size == at)
    memcpy(out, head, size);
  return form.size;
}

static actant_status add_copy(act_corpus *corpus, uint32_t sentence, bool upper, actant_error *err)
{
  const act_sentence s = corpus->annotation.sentences.data[sentence];
  for (uint32_t t = s.first; t < s.end; t++) {
    char form[2048];
    const act_text text = act_token_form(&corpus->annotation, t);
    const act_gold gold = corpus->gold.data[t];
    const size_t size = upper ? upper_form(text, form) : title_form(text, gold.upos, form);
    TRY(act_corpus_add_token(corpus, form, size, gold, err));
  }
  act_gold_sentence copy = corpus->sentences.data[sentence];
  copy.copy = true;
  return act_corpus_end_sentence(corpus, copy, err);
}

actant_status act_corpus_add_casings(act_corpus *corpus, uint32_t nth, actant_error *err)
{
  const uint32_t count = (uint32_t)corpus->annotation.sentences.count;
  for (uint32_t i = 0; i < count; i++) {
    const act_sentence *s = &corpus->annotation.sentences.data[i];
    if (s->end - s->first < 4 || s->end - s->first > 25)
      continue;
    if (i % nth == 0)
      TRY(add_copy(corpus, i, true, err));
    else if (i % nth == nth / 2)
      TRY(add_copy(corpus, i, false, err));
  }
  return ACTANT_OK;
}

actant_status act_corpus_append(act_corpus *corpus, const act_corpus *other, actant_error *err)
{
  const uint32_t documents = corpus->documents;
  for (size_t i = 0; i < other->sentences.count; i++) {
    const act_sentence *s = &other->annotation.sentences.data[i];
    for (uint32_t t = s->first; t < s->end; t++) {
      const act_text form = act_token_form(&other->annotation, t);
      TRY(act_corpus_add_token(corpus, form.bytes, form.size, other->gold.data[t], err));
      act_token *token = &corpus->annotation.tokens.data[corpus->annotation.tokens.count - 1];
      token->upos = other->annotation.tokens.data[t].upos;
      token->xpos = other->annotation.tokens.data[t].xpos;
    }
    act_gold_sentence sentence = other->sentences.data[i];
    sentence.document += documents;
    TRY(act_corpus_end_sentence(corpus, sentence, err));
  }
  corpus->documents += other->documents;
  return ACTANT_OK;
}

void act_corpus_mark_silver(act_corpus *corpus, size_t first)
{
  for (size_t i = first; i < corpus->sentences.count; i++)
    corpus->sentences.data[i].silver = true;
}

void act_corpus_cut(act_corpus *corpus, size_t first)
{
  act_annotation *a = &corpus->annotation;
  if (first >= a->sentences.count)
    return;
  a->tokens.count = corpus->gold.count = a->sentences.data[first].first;
  a->sentences.count = corpus->sentences.count = first;
  corpus->documents = first ? corpus->sentences.data[first - 1].document + 1 : 0;
}
