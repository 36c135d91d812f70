/* SPDX-License-Identifier: MIT */
/* Where prose stands in the corpora: a table of files, each with its kind of structure.

   Text is cut into words by our own tokenizer, so that words are found again when they are looked
   up; corpora that come in words are taken as they are.  A text of few words is a label, no prose.
   Development parts are in no row: the dev files of treebanks, KnowledgeNet's fold 3. */
#include "train/prose.h"

#include "annotate/tokens.h"
#include "base/utf8.h"
#include "read/read.h"
#include "train/json_strings.h"
#include "train/lines.h"
#include "train/treebank.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

static const char stage[] = "train";
enum { LEAST_WORDS = 4, LONGEST_WORD = 64 };

typedef enum structure {
  TREEBANK,    /* the text of its sentences */
  JSON_TEXT,   /* strings, of one key or of all */
  JSON_TOKENS, /* lists of words, of one key */
  TABLE,       /* a column of texts */
  COLUMNS,     /* a word a line */
  GLOSSES,     /* WordNet: behind a bar */
} structure;

static const struct {
  const char *pattern; /* as of glob */
  structure structure;
  const char *key;
  uint32_t column;
} sources[] = {
  { "ewt/*-train.conllu", TREEBANK, NULL, 0 },
  { "gum-free/*-train.conllu", TREEBANK, NULL, 0 },
  { "lexical/factbook/*/*.json", JSON_TEXT, NULL, 0 },
  { "knowledgenet/folds-1-2-3.tsv", TABLE, "3", 12 },
  { "names/redocred-dev.json", JSON_TOKENS, "sents", 0 },
  { "re3d/*/documents.json", JSON_TEXT, "text", 0 },
  { "names/wikigold.conll.txt", COLUMNS, NULL, 0 },
  { "coref/gap-development.tsv", TABLE, NULL, 1 },
  { "openie/carb-dev.tsv", TABLE, NULL, 0 },
};

typedef struct reading {
  act_prose *prose;
  act_abbreviations abbreviations;
  actant_document document; /* of the text in work; its bytes are borrowed */
  act_annotation annotation;
  ACT_ARRAY(char) clean;
  act_strings seen; /* texts of a table, which repeats them a fact */
  size_t source;
  actant_error *err;
  actant_status status;
} reading;

bool act_prose_add(act_prose *prose, act_text word)
{
  char normal[LONGEST_WORD];
  const size_t size = word.size < sizeof normal ? word.size : sizeof normal;
  for (size_t i = 0; i < size; i++)
    normal[i] = (char)(word.bytes[i] >= '0' && word.bytes[i] <= '9' ? '0' : word.bytes[i]);
  if (!prose->words.texts.count && act_strings_add(&prose->words, "", 0) == ACT_NO_STRING)
    return false;
  const uint32_t id = act_strings_add(&prose->words, normal, size);
  return id != ACT_NO_STRING && act_array_push(&prose->ids, id);
}

bool act_prose_break(act_prose *prose)
{
  return act_array_push(&prose->ids, 0);
}

void act_prose_free(act_prose *prose)
{
  act_strings_free(&prose->words);
  act_array_free(&prose->ids);
}

/* Add the words of a text; false when something failed, as r->status says. */
static bool take_text(reading *r, act_text text)
{
  size_t begin = 0, end = text.size;
  if (act_utf8_validate(text.bytes, text.size) < text.size || text.size > INT32_MAX)
    return true;
  act_trim(text.bytes, &begin, &end);
  uint32_t spaces = 0;
  for (size_t i = begin; i < end; i++)
    spaces += text.bytes[i] == ' ';
  if (spaces < LEAST_WORDS)
    return true;
  r->document.text = (char *)(uintptr_t)text.bytes;
  r->document.size = (uint32_t)text.size;
  r->annotation.tokens.count = 0;
  const act_block block = { (uint32_t)begin, (uint32_t)end, ACT_BLOCK_BODY };
  r->status = act_tokenize(&r->annotation, &r->abbreviations, &block, r->err);
  bool ok = r->status == ACTANT_OK;
  for (uint32_t t = 0; ok && t < r->annotation.tokens.count; t++) {
    const char *lower = act_token_lower(&r->annotation, t);
    ok = act_prose_add(r->prose, (act_text){ lower, strlen(lower) });
  }
  ok = ok && act_prose_break(r->prose);
  if (!ok && r->status == ACTANT_OK)
    r->status = act_fail_memory(r->err, stage);
  return ok;
}

/* The bytes that an entity behind "&" stands for; an accent is left off its letter. */
static char entity(act_text name)
{
  static const struct {
    const char *name;
    char byte;
  } known[] = { { "amp", '&' },   { "nbsp", ' ' },   { "lt", '<' },     { "gt", '>' },
                { "quot", '"' },  { "rsquo", '\'' }, { "lsquo", '\'' }, { "ldquo", '"' },
                { "rdquo", '"' }, { "ndash", '-' },  { "mdash", '-' } };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (act_text_is(name, known[i].name))
      return known[i].byte;
  return name.size > 1 && name.bytes[0] != '#' ? name.bytes[0] : ' ';
}

/* Move behind a tag or an entity, and say what stands for it: 0 for nothing, a line break for tags
 * that part paragraphs. */
static char pass_markup(act_text text, size_t *at)
{
  const bool tag = text.bytes[*at] == '<';
  size_t end = *at + 1;
  while (end < text.size && end < *at + 200 && text.bytes[end] != (tag ? '>' : ';'))
    end++;
  const act_text name = { text.bytes + *at + 1, end - *at - 1 };
  if (!tag && name.size > 8) {
    ++*at;
    return '&';
  }
  *at = end + 1;
  if (!tag)
    return entity(name);
  return act_text_begins(name, "br") || act_text_begins(name, "p") || act_text_begins(name, "/p")
           ? '\n'
           : 0;
}

/* A text with markup, paragraph by paragraph. */
static bool take_marked(reading *r, act_text text)
{
  bool ok = true;
  r->clean.count = 0;
  for (size_t i = 0; i < text.size && ok;) {
    char c = text.bytes[i];
    if (c == '<' || c == '&')
      c = pass_markup(text, &i);
    else
      i++;
    if (c == '\n') {
      ok = take_text(r, (act_text){ r->clean.data, r->clean.count });
      r->clean.count = 0;
    } else if (c && !act_array_push(&r->clean, c)) {
      r->status = act_fail_memory(r->err, stage);
      return false;
    }
  }
  return ok && take_text(r, (act_text){ r->clean.data, r->clean.count });
}

/* A word of a corpus that comes in words: small letters, with the quotes of text. */
static bool take_word(reading *r, act_text word)
{
  const bool quote = act_text_is(word, "``") || act_text_is(word, "''");
  const uint32_t id = quote ? act_intern_lower(&r->annotation.strings, "\"", 1)
                            : act_intern_lower(&r->annotation.strings, word.bytes, word.size);
  if (id != ACT_NO_STRING && act_prose_add(r->prose, act_strings_text(&r->annotation.strings, id)))
    return true;
  r->status = act_fail_memory(r->err, stage);
  return false;
}

static bool end_words(reading *r)
{
  if (!act_prose_break(r->prose))
    r->status = act_fail_memory(r->err, stage);
  return r->status == ACTANT_OK;
}

static bool take_json(void *context, act_text key, act_text value)
{
  reading *r = context;
  const char *wanted = sources[r->source].key;
  if (wanted && !act_text_is(key, wanted))
    return true;
  if (sources[r->source].structure == JSON_TEXT)
    return !value.bytes || take_marked(r, value);
  if (!value.bytes)
    return end_words(r);
  return act_utf8_validate(value.bytes, value.size) < value.size || take_word(r, value);
}

/* A row of a table whose first column is not the one left out; each text once. */
static bool take_row(reading *r, act_text line)
{
  const act_text text = act_column(line, sources[r->source].column);
  const char *without = sources[r->source].key;
  if (without && act_text_is(act_column(line, 0), without))
    return true;
  const size_t known = r->seen.texts.count;
  if (act_strings_add(&r->seen, text.bytes, text.size) == ACT_NO_STRING) {
    r->status = act_fail_memory(r->err, stage);
    return false;
  }
  return r->seen.texts.count == known || take_text(r, text);
}

static bool take_line(reading *r, structure kind, act_text line)
{
  const char *bar;
  switch (kind) {
    case TABLE:
      return take_row(r, line);
    case COLUMNS:
      return line.size ? take_word(r, act_column(line, 0)) : end_words(r);
    case GLOSSES:
      bar = line.size && line.bytes[0] != ' ' ? memchr(line.bytes, '|', line.size) : NULL;
      return !bar ||
             take_text(r, (act_text){ bar + 1, line.size - (size_t)(bar + 1 - line.bytes) });
    default:
      return true;
  }
}

static actant_status read_treebank(reading *r, const char *path)
{
  act_treebank t;
  TRY(act_treebank_read(path, &t, r->err));
  bool ok = true;
  for (size_t i = 0; ok && i < t.document.blocks.count; i++) {
    const act_block *b = &t.document.blocks.data[i];
    ok = take_text(r, (act_text){ t.document.text + b->begin, b->end - b->begin });
  }
  act_treebank_free(&t);
  return r->status;
}

static actant_status read_file(reading *r, const char *path, structure kind)
{
  if (kind == TREEBANK)
    return read_treebank(r, path);
  act_lines lines;
  act_text line;
  TRY(act_lines_open(path, &lines, r->err));
  bool ok = true;
  if (kind == JSON_TEXT || kind == JSON_TOKENS) {
    ok = act_json_strings((act_text){ lines.bytes, lines.size }, take_json, r);
    if (!ok && r->status == ACTANT_OK)
      r->status = act_fail_memory(r->err, stage);
  }
  while (ok && act_lines_next(&lines, &line))
    ok = take_line(r, kind, line);
  act_lines_close(&lines);
  return r->status;
}

/* A folder's name as a pattern that means itself. */
static size_t quote_pattern(const char *folder, char out[4096])
{
  size_t n = 0;
  for (; *folder && n < 4000; folder++) {
    if (strchr("*?[\\", *folder))
      out[n++] = '\\';
    out[n++] = *folder;
  }
  return *folder ? 0 : n;
}

/* All files of a pattern; there must be one. */
static actant_status read_files(reading *r, const char *folder, const char *pattern, structure kind)
{
  char path[4096 + 64];
  glob_t found = { 0 };
  const size_t size = quote_pattern(folder, path);
  snprintf(path + size, sizeof path - size, "/%s", pattern);
  if (!size || glob(path, 0, NULL, &found)) {
    act_fail(r->err, ACTANT_IO, stage, "no such file: %s", pattern);
    act_error_source(r->err, folder);
    return ACTANT_IO;
  }
  actant_status st = ACTANT_OK;
  for (size_t i = 0; i < found.gl_pathc && st == ACTANT_OK; i++)
    st = read_file(r, found.gl_pathv[i], kind);
  globfree(&found);
  return st;
}

actant_status act_prose_read(const char *corpora,
                             const char *wordnet,
                             act_prose *prose,
                             actant_error *err)
{
  reading r = { .prose = prose, .err = err };
  r.annotation.document = &r.document;
  actant_status st = ACTANT_OK;
  TRY_DONE(st, act_abbreviations_open(&r.abbreviations, err));
  for (r.source = 0; r.source < sizeof sources / sizeof *sources; r.source++)
    TRY_DONE(st, read_files(&r, corpora, sources[r.source].pattern, sources[r.source].structure));
  st = read_files(&r, wordnet, "data.*", GLOSSES);
done:
  act_abbreviations_free(&r.abbreviations);
  act_annotation_free(&r.annotation);
  act_array_free(&r.clean);
  act_strings_free(&r.seen);
  return st;
}
