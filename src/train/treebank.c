/* SPDX-License-Identifier: MIT */
/*
  A treebank as the splitter and the lemmatizer are trained on it.  The raw text is put together
  from the `# text` lines, since files do not keep what stood between sentences.
*/
#include "train/treebank.h"

#include "annotate/tagset.h"

#include <stdio.h>
#include <string.h>

static actant_status read_file(const char *path,
                               act_treebank *treebank,
                               act_text *out,
                               actant_error *err)
{
  FILE *file = fopen(path, "rb");
  char *bytes = NULL;
  long size = -1;
  if (file && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
      fseek(file, 0, SEEK_SET) == 0)
    bytes = act_arena_alloc(&treebank->arena, (size_t)size + 1);
  bool read = bytes && fread(bytes, 1, (size_t)size, file) == (size_t)size;
  if (file)
    fclose(file);
  if (!read) {
    act_fail(err, ACTANT_IO, "train", "cannot be read");
    act_error_source(err, path);
    return ACTANT_IO;
  }
  *out = (act_text){ bytes, (size_t)size };
  return ACTANT_OK;
}

/* Cut the next piece, up to `separator`, off a text. */
static act_text next_piece(act_text *rest, char separator)
{
  const char *at = memchr(rest->bytes, separator, rest->size);
  act_text piece = { rest->bytes, at ? (size_t)(at - rest->bytes) : rest->size };
  size_t skip = piece.size + (at != NULL);
  rest->bytes += skip;
  rest->size -= skip;
  return piece;
}

static bool begins(act_text line, const char *prefix)
{
  return line.size >= strlen(prefix) && memcmp(line.bytes, prefix, strlen(prefix)) == 0;
}

/* Append bytes to the raw text, which has room: it is never longer than the file. */
static void append(actant_document *doc, const char *bytes, size_t size)
{
  memcpy(doc->text + doc->size, bytes, size);
  doc->size += (uint32_t)size;
}

/* Take in a `# text` line: a new block, or a sentence of the last one. */
static bool take_text(act_treebank *treebank, act_text sentence, bool new_block)
{
  actant_document *doc = &treebank->document;
  while (sentence.size && sentence.bytes[0] == ' ') {
    sentence.bytes++;
    sentence.size--;
  }
  while (sentence.size && sentence.bytes[sentence.size - 1] == ' ')
    sentence.size--;
  if (!sentence.size)
    return true;
  if (doc->size)
    append(doc, "\n\n", new_block ? 2 : 1);
  if (doc->size && !new_block)
    doc->text[doc->size - 1] = ' ';
  if ((new_block || !doc->blocks.count) &&
      !act_array_push(&doc->blocks, (act_block){ doc->size, doc->size, ACT_BLOCK_BODY }))
    return false;
  append(doc, sentence.bytes, sentence.size);
  doc->blocks.data[doc->blocks.count - 1].end = doc->size;
  return act_array_push(&treebank->ends, doc->size);
}

static uint8_t tag(act_treebank *treebank, act_text column, uint8_t (*find)(const char *))
{
  char *text = act_arena_copy(&treebank->arena, column.bytes, column.size);
  return text ? find(text) : 0;
}

/* Take in a row of a word; ranges and empty nodes are left out. */
static bool take_word(act_treebank *treebank, act_text line)
{
  act_text id = next_piece(&line, '\t');
  if (memchr(id.bytes, '-', id.size) || memchr(id.bytes, '.', id.size))
    return true;
  act_treebank_word word = { .form = next_piece(&line, '\t') };
  word.lemma = next_piece(&line, '\t');
  word.upos = tag(treebank, next_piece(&line, '\t'), act_upos_find);
  word.xpos = tag(treebank, next_piece(&line, '\t'), act_xpos_find);
  return act_array_push(&treebank->words, word);
}

static bool take_lines(act_treebank *treebank, act_text rest)
{
  bool new_block = true, ok = true;
  while (rest.size && ok) {
    act_text line = next_piece(&rest, '\n');
    if (begins(line, "# newdoc") || begins(line, "# newpar")) {
      new_block = true;
    } else if (begins(line, "# text =")) {
      ok = take_text(treebank, (act_text){ line.bytes + 8, line.size - 8 }, new_block);
      new_block = false;
    } else if (line.size && line.bytes[0] != '#') {
      ok = take_word(treebank, line);
    }
  }
  return ok;
}

actant_status act_treebank_read(const char *path, act_treebank *out, actant_error *err)
{
  act_treebank treebank = { .document = { .name = path } };
  act_text file;
  actant_status st = read_file(path, &treebank, &file, err);
  if (st == ACTANT_OK) {
    treebank.document.text = malloc(file.size + 2);
    if (!treebank.document.text || !take_lines(&treebank, file))
      st = act_fail_memory(err, "train");
  }
  if (st != ACTANT_OK) {
    act_treebank_free(&treebank);
    return st;
  }
  *out = treebank;
  return ACTANT_OK;
}

void act_treebank_free(act_treebank *treebank)
{
  act_arena_free(&treebank->arena);
  free(treebank->document.text);
  act_array_free(&treebank->document.blocks);
  act_array_free(&treebank->ends);
  act_array_free(&treebank->words);
}
