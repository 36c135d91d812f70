/* SPDX-License-Identifier: MIT */
/* A document of one block, made in place. */
#include "annotate/annotate_text.h"

#include "base/utf8.h"

#include <string.h>

/* The block covers the text without the white space around it. */
static act_block trimmed(const char *text, size_t size)
{
  size_t begin = 0, end = size;
  for (size_t next = begin; begin < end && act_is_space(act_utf8_next(text, end, &next));)
    begin = next;
  for (size_t before = end; end > begin && act_is_space(act_utf8_previous(text, &before));)
    end = before;
  return (act_block){ (uint32_t)begin, (uint32_t)end, ACT_BLOCK_BODY };
}

actant_status annotate_text(annotated *out,
                            const char *text,
                            size_t size,
                            const act_table *table,
                            bool sentences)
{
  *out = (annotated){ .document = { .name = "test", .size = (uint32_t)size } };
  out->document.text = malloc(size + 1);
  out->annotation.document = &out->document;
  if (!out->document.text || act_strings_add(&out->annotation.strings, "", 0) == ACT_NO_STRING)
    return ACTANT_MEMORY;
  memcpy(out->document.text, text, size);
  out->document.text[size] = '\0';
  act_block block = trimmed(text, size);
  if (block.begin == block.end)
    return ACTANT_OK;
  if (!act_array_push(&out->document.blocks, block))
    return ACTANT_MEMORY;
  TRY(act_abbreviations_open(&out->abbreviations, NULL));
  TRY(act_tokenize(&out->annotation, &out->abbreviations, &block, NULL));
  return sentences ? act_split_sentences(&out->annotation, &out->abbreviations, table, 0, 0, NULL)
                   : ACTANT_OK;
}

void annotated_free(annotated *a)
{
  act_annotation_free(&a->annotation);
  act_abbreviations_free(&a->abbreviations);
  act_array_free(&a->document.blocks);
  free(a->document.text);
}

static void append(char *out, size_t room, const char *bytes, size_t size)
{
  size_t n = strlen(out);
  if (n + size < room) {
    memcpy(out + n, bytes, size);
    out[n + size] = '\0';
  }
}

void write_words(const annotated *a, char *out, size_t room)
{
  const act_annotation *n = &a->annotation;
  size_t sentence = 0, left = 0;
  out[0] = '\0';
  for (uint32_t t = 0; t < n->tokens.count; t++) {
    bool cut = sentence < n->sentences.count && n->sentences.data[sentence].end == t;
    sentence += cut;
    if (t)
      append(out, room, cut ? " | " : " ", cut ? 3 : 1);
    if (n->tokens.data[t].range) {
      left = n->tokens.data[t].range;
      append(out, room, "{", 1);
    }
    act_text form = act_token_form(n, t);
    append(out, room, form.bytes, form.size);
    if (left && --left == 0)
      append(out, room, "}", 1);
  }
}
