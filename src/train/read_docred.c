/* SPDX-License-Identifier: MIT */
/* Re-DocRED: Wikipedia introductions with entities in all their mentions.  Its places hold peoples too ("German"): mentions without a
   proper noun's look, or that the gazetteer would call a demonym, are left to the recipe, which knows both. */
#include "train/corpus.h"

#include <jansson.h>

#include <string.h>

static const char stage[] = "train";

static uint8_t type_of(const char *type)
{
  static const char *const types[] = { "PER", "LOC", "ORG" };
  for (uint8_t i = 0; type && i < 3; i++)
    if (!strcmp(type, types[i]))
      return (uint8_t)(ACT_NAME_B_PER + 2 * i);
  return ACT_NAME_O;
}

/* Set one mention's names; the tokens of the document's sentences begin at `first`. */
static void name_mention(act_corpus *corpus, const act_sentence *sentences, size_t count, const json_t *mention)
{
  const json_int_t sentence = json_integer_value(json_object_get(mention, "sent_id"));
  const json_t *place = json_object_get(mention, "pos");
  const json_int_t begin = json_integer_value(json_array_get(place, 0)), end = json_integer_value(json_array_get(place, 1));
  const uint8_t tag = type_of(json_string_value(json_object_get(mention, "type")));
  if (!tag || sentence < 0 || (size_t)sentence >= count || begin < 0 || begin >= end)
    return;
  const act_sentence *s = &sentences[sentence];
  if ((uint64_t)end > s->end - s->first)
    return;
  for (uint32_t t = s->first + (uint32_t)begin; t < s->first + (uint32_t)end; t++)
    if (corpus->gold.data[t].name)
      return;
  for (uint32_t t = s->first + (uint32_t)begin; t < s->first + (uint32_t)end; t++)
    corpus->gold.data[t].name = (uint8_t)(t == s->first + (uint32_t)begin ? tag : tag + 1);
}

static actant_status read_sentence(act_corpus *corpus, const json_t *words, uint8_t source, actant_error *err)
{
  for (size_t i = 0; i < json_array_size(words); i++) {
    const json_t *word = json_array_get(words, i);
    const size_t size = json_string_length(word);
    const char *form = size && strcmp(json_string_value(word), " ") ? json_string_value(word) : "-";
    TRY(act_corpus_add_token(corpus, form, size ? strlen(form) : 1, (act_gold){ .head = ACT_NO_TOKEN }, err));
  }
  return act_corpus_end_sentence(corpus, (act_gold_sentence){ .document = corpus->documents - 1, .source = source }, err);
}

static actant_status read_document(act_corpus *corpus, const json_t *document, uint8_t source, actant_error *err)
{
  const size_t first = corpus->annotation.sentences.count;
  const json_t *sentences = json_object_get(document, "sents"), *entities = json_object_get(document, "vertexSet");
  corpus->documents++;
  for (size_t i = 0; i < json_array_size(sentences); i++)
    TRY(read_sentence(corpus, json_array_get(sentences, i), source, err));
  const act_sentence *read = corpus->annotation.sentences.data + first;
  const size_t count = corpus->annotation.sentences.count - first;
  for (size_t i = 0; count == json_array_size(sentences) && i < json_array_size(entities); i++) {
    const json_t *mentions = json_array_get(entities, i);
    for (size_t j = 0; j < json_array_size(mentions); j++)
      name_mention(corpus, read, count, json_array_get(mentions, j));
  }
  return ACTANT_OK;
}

actant_status act_corpus_read_docred(act_corpus *corpus, const char *path, uint8_t source, actant_error *err)
{
  json_error_t why;
  json_t *root = json_load_file(path, 0, &why);
  if (!root)
    return act_fail(err, ACTANT_FORMAT, stage, "cannot read %s: %s", path, why.text);
  actant_status st = json_is_array(root) ? ACTANT_OK : act_fail(err, ACTANT_FORMAT, stage, "%s is no list of documents", path);
  for (size_t i = 0; st == ACTANT_OK && i < json_array_size(root); i++)
    st = read_document(corpus, json_array_get(root, i), source, err);
  json_decref(root);
  return st;
}
