/* SPDX-License-Identifier: MIT */
/* Re-DocRED (Tan et al. 2022): documents as JSON, each an array of sentences of words, and entities
   as arrays of mentions with type, sentence and words.  Times and numbers are no names; what is
   called MISC is a name of another kind.  Where mentions overlap, the longest is meant. */
#include "train/name_corpora.h"

#include <jansson.h>
#include <string.h>

static const char stage[] = "train";

static uint8_t read_type(const char *type)
{
  return !type                   ? ACT_NAME_O
         : !strcmp(type, "PER")  ? ACT_NAME_B_PER
         : !strcmp(type, "LOC")  ? ACT_NAME_B_LOC
         : !strcmp(type, "ORG")  ? ACT_NAME_B_ORG
         : !strcmp(type, "MISC") ? ACT_GOLD_B_OTHER
                                 : ACT_NAME_O;
}

/* A mention's words [begin, end) in a sentence. */
typedef struct mention {
  json_int_t sentence, begin, end;
  uint8_t tag;
} mention;

static mention read_mention(const json_t *json)
{
  const json_t *place = json_object_get(json, "pos");
  return (mention){ json_integer_value(json_object_get(json, "sent_id")),
                    json_integer_value(json_array_get(place, 0)),
                    json_integer_value(json_array_get(place, 1)),
                    read_type(json_string_value(json_object_get(json, "type"))) };
}

/* Whether a mention's words are all there and free: mentions come longest first. */
static bool is_free(const act_gold *gold, mention m, size_t count)
{
  if (m.tag == ACT_NAME_O || m.begin < 0 || m.begin >= m.end || (size_t)m.end > count)
    return false;
  for (json_int_t i = m.begin; i < m.end; i++)
    if (gold[i].name != ACT_NAME_O)
      return false;
  return true;
}

static void take_mentions(act_gold *gold, const json_t *entities, json_int_t sentence, size_t count)
{
  for (size_t size = count; size > 0; size--)
    for (size_t i = 0; i < json_array_size(entities); i++)
      for (size_t j = 0; j < json_array_size(json_array_get(entities, i)); j++) {
        const mention m = read_mention(json_array_get(json_array_get(entities, i), j));
        if (m.sentence != sentence || m.end - m.begin != (json_int_t)size ||
            !is_free(gold, m, count))
          continue;
        for (json_int_t at = m.begin; at < m.end; at++)
          gold[at].name = (uint8_t)(at == m.begin ? m.tag : m.tag + 1);
      }
}

/* Take the white space out of a word. */
static size_t squeeze(const char *word, char out[512])
{
  size_t size = 0;
  for (const char *c = word; *c && size < 500; c++)
    if (!strncmp(c, "\xc2\xa0", 2))
      c++;
    else if (*c != ' ' && *c != '\t' && *c != '\n')
      out[size++] = *c;
  return size;
}

static actant_status take_sentence(act_corpus *corpus,
                                   const json_t *words,
                                   const json_t *entities,
                                   json_int_t sentence,
                                   actant_error *err)
{
  const size_t count = json_array_size(words);
  actant_status st = ACTANT_OK;
  act_gold *gold = calloc(count + 1, sizeof *gold);
  if (!gold)
    return act_fail_memory(err, stage);
  take_mentions(gold, entities, sentence, count);
  for (size_t i = 0; i < count; i++) {
    char form[512];
    const char *word = json_string_value(json_array_get(words, i));
    const size_t size = word ? squeeze(word, form) : 0;
    gold[i].head = ACT_NO_TOKEN;
    if (size)
      TRY_DONE(st, act_corpus_add_token(corpus, form, size, gold[i], err));
  }
done:
  free(gold);
  return st;
}

static actant_status take_document(act_corpus *corpus,
                                   const json_t *document,
                                   uint8_t source,
                                   actant_error *err)
{
  const json_t *sentences = json_object_get(document, "sents"),
               *entities = json_object_get(document, "vertexSet");
  if (!json_is_array(sentences) || !json_is_array(entities))
    return act_fail(err, ACTANT_FORMAT, stage, "a document has no `sents` or no `vertexSet`");
  for (size_t i = 0; i < json_array_size(sentences); i++) {
    const act_gold_sentence about = { .document = corpus->documents, .source = source };
    TRY(take_sentence(corpus, json_array_get(sentences, i), entities, (json_int_t)i, err));
    TRY(act_corpus_end_sentence(corpus, about, err));
  }
  corpus->documents++;
  return ACTANT_OK;
}

actant_status act_corpus_read_redocred(act_corpus *corpus,
                                       const char *path,
                                       uint8_t source,
                                       actant_error *err)
{
  json_error_t wrong;
  actant_status st = ACTANT_OK;
  json_t *root = json_load_file(path, 0, &wrong);
  if (!json_is_array(root))
    TRY_DONE(st, act_fail(err, ACTANT_FORMAT, stage, "no array of documents: %s", wrong.text));
  for (size_t i = 0; i < json_array_size(root); i++)
    TRY_DONE(st, take_document(corpus, json_array_get(root, i), source, err));
done:
  if (st != ACTANT_OK)
    act_error_source(err, path);
  json_decref(root);
  return st;
}
