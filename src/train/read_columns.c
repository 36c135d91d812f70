/* SPDX-License-Identifier: MIT */
/* Names in columns: Universal NER, wikigold, the Broad Twitter Corpus.  What these call MISC and
   OTH are names of other kinds.  Handles and hash tags are names in the last alone, so they say
   nothing. */
#include "train/corpus.h"
#include "train/name_corpora.h"
#include "train/lines.h"

#include <string.h>

static const char stage[] = "train";

/* The name tag of a text such as "I-LOC", behind a token tagged `before`. */
static uint8_t read_tag(act_text text, uint8_t before)
{
  static const char *const types[] = { "PER", "LOC", "ORG", "MIS", "OTH" };
  if (text.size < 5 || text.bytes[1] != '-')
    return ACT_NAME_O;
  for (uint8_t i = 0; i < 5; i++) {
    if (memcmp(text.bytes + 2, types[i], 3))
      continue;
    const uint8_t begin = (uint8_t)(ACT_NAME_B_PER + 2 * (i < 3 ? i : 3));
    const bool goes_on = text.bytes[0] == 'I' && (before == begin || before == begin + 1);
    return goes_on ? (uint8_t)(begin + 1) : begin;
  }
  return ACT_NAME_O;
}

static bool is_break(act_text line)
{
  return act_text_begins(line, "# newdoc") || act_text_begins(line, "-DOCSTART-");
}

static bool is_comment(act_text line)
{
  return line.size > 1 && line.bytes[0] == '#' && line.bytes[1] == ' ';
}

actant_status act_corpus_read_columns(act_corpus *corpus,
                                      const char *path,
                                      uint32_t form,
                                      uint32_t tag,
                                      uint8_t source,
                                      actant_error *err)
{
  act_lines lines;
  TRY(act_lines_open(path, &lines, err));
  actant_status st = ACTANT_OK;
  act_text line;
  uint8_t before = ACT_NAME_O;
  corpus->documents++;
  while (act_lines_next(&lines, &line)) {
    const bool ends = !line.size || is_comment(line) || is_break(line);
    if (ends) {
      before = ACT_NAME_O;
      TRY_DONE(
        st,
        act_corpus_end_sentence(
          corpus, (act_gold_sentence){ .document = corpus->documents - 1, .source = source }, err));
      corpus->documents += is_break(line);
      continue;
    }
    const act_text word = act_column(line, form);
    before = read_tag(act_column(line, tag), before);
    if (word.size > 1 && (word.bytes[0] == '@' || word.bytes[0] == '#'))
      before = ACT_GOLD_UNSURE;
    const act_gold gold = { .head = ACT_NO_TOKEN, .name = before };
    TRY_DONE(st, act_corpus_add_token(corpus, word.bytes, word.size, gold, err));
  }
  st = act_corpus_end_sentence(
    corpus, (act_gold_sentence){ .document = corpus->documents - 1, .source = source }, err);
done:
  if (st != ACTANT_OK) {
    act_error_source(err, path);
    act_error_line(err, lines.number, 0);
  }
  act_lines_close(&lines);
  return st;
}

enum {
  MOST_LOST = 100
}; /* sentences; 20 of 12,544 are, where treebank and names are of two versions */

/* Two cuts of the same characters into words, side by side. */
typedef struct alignment {
  act_corpus *corpus;
  uint32_t token;      /* the corpus's next word */
  uint32_t sentence;   /* the sentence found last */
  uint32_t lost;       /* sentences that were others */
  size_t theirs, ours; /* characters passed in the file, and in front of `token` */
} alignment;

/* Give the tag of a word of the file to the corpus's words that begin within it. */
static actant_status take_name(alignment *at, act_text line, actant_error *err)
{
  act_corpus *corpus = at->corpus;
  const act_text word = act_column(line, 1);
  const uint8_t before = at->token ? corpus->gold.data[at->token - 1].name : ACT_NAME_O;
  uint8_t tag = read_tag(act_column(line, 2), before);
  const size_t begin = at->theirs;
  at->theirs += word.size;
  while (at->token < corpus->annotation.tokens.count && at->ours < at->theirs) {
    const act_text form = act_token_form(&corpus->annotation, at->token);
    if (form.bytes[0] !=
        word.bytes[at->ours - begin]) { /* another sentence: wait for the next id */
      at->token = (uint32_t)corpus->annotation.tokens.count;
      return ++at->lost <= MOST_LOST
               ? ACTANT_OK
               : act_fail(
                   err, ACTANT_FORMAT, stage, "the names are of another text than the treebank");
    }
    corpus->gold.data[at->token++].name = tag;
    at->ours += form.size;
    tag = tag % 2 == 1 ? (uint8_t)(tag + 1) : tag; /* B- goes on as I- */
  }
  return ACTANT_OK;
}

/* Go on at the sentence that a "# sent_id" names; where there is none such, at the next word: the
 * file cuts some sentences otherwise. */
static void find_sentence(alignment *at, act_text line)
{
  const uint64_t id = act_sentence_id(line);
  for (uint32_t i = 0; id && i < at->corpus->sentences.count; i++) {
    at->sentence = (at->sentence + 1) % (uint32_t)at->corpus->sentences.count;
    if (at->corpus->sentences.data[at->sentence].id == id) {
      at->token = at->corpus->annotation.sentences.data[at->sentence].first;
      at->theirs = at->ours = 0;
      return;
    }
  }
}

actant_status act_corpus_take_names(act_corpus *corpus, const char *path, actant_error *err)
{
  act_lines lines;
  TRY(act_lines_open(path, &lines, err));
  actant_status st = ACTANT_OK;
  act_text line;
  alignment at = { .corpus = corpus };
  while (act_lines_next(&lines, &line))
    if (is_comment(line))
      find_sentence(&at, line);
    else if (line.size)
      TRY_DONE(st, take_name(&at, line, err));
done:
  if (st != ACTANT_OK) {
    act_error_source(err, path);
    act_error_line(err, lines.number, 0);
  }
  act_lines_close(&lines);
  return st;
}
