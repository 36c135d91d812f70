/* SPDX-License-Identifier: MIT */
/**
   @file document.h  What reading gives: clean text, cut into blocks that say what they are.

   Invariants
   1. `text` is valid UTF-8; offsets are bytes of it.  It is never altered: furniture is marked, not
   removed.
   2. Blocks are in order, do not overlap, are not empty, neither begin nor end with white space,
   and cover every character that is not white space.
   3. When `given` is not empty (CoNLL-U), its tokens cover every character that is not white space,
   in order.
*/
#ifndef ACT_READ_DOCUMENT_H
#define ACT_READ_DOCUMENT_H

#include "base/arena.h"
#include "base/array.h"
#include "base/date.h"
#include "base/error.h"

typedef enum act_block_kind {
  ACT_BLOCK_BODY,
  ACT_BLOCK_HEADLINE, /* the article's title, and headings inside it */
  ACT_BLOCK_DATELINE, /* "YEREVAN, March 31 –" in front of a first paragraph, without it */
  ACT_BLOCK_CAPTION, /* of a picture; read like the body, but may be in the present tense of what is
                        past */
  ACT_BLOCK_BYLINE,  /* "By Jane Roe"; names in it are authors, not actors */
  ACT_BLOCK_CREDIT,  /* "(Jane Roe/Agency)" behind a caption */
  ACT_BLOCK_LIST,    /* an item of a list */
  ACT_BLOCK_FURNITURE, /* navigation, share buttons, adverts, copyright: tokenised, never extracted
                          from */
} act_block_kind;

typedef struct act_block {
  uint32_t begin, end;
  act_block_kind kind;
} act_block;

/* A word of a CoNLL-U file.  Strings live in the document's arena; NULL or "_" where the file has
 * none. */
typedef struct act_given_token {
  uint32_t begin, end; /* bytes of the text; the words of a range share its span where they cannot
                          be told apart */
  const char *form, *lemma, *upos, *xpos, *feats, *deprel, *misc;
  uint32_t head;  /* 1-based within the sentence, 0 for the root */
  uint32_t range; /* for the first word of a multiword token: how many words it has; else 0 */
  bool sentence_start;
} act_given_token;

struct actant_document {
  act_arena arena; /* of all strings here */
  const char *name;
  const char *title, *url, *site, *author, *language; /* NULL when unknown */
  act_date date;                                      /* year 0 when unknown */
  char date_text[ACT_DATE_MAX];
  char *text; /* malloc'ed, NUL-terminated */
  uint32_t size;
  bool text_is_input; /* offsets are bytes of the input file as it stands */
  ACT_ARRAY(act_block) blocks;
  ACT_ARRAY(act_given_token) given;
};

/** Whether statements and names are sought in a block of this kind. */
static inline bool act_block_states(act_block_kind kind)
{
  return kind != ACT_BLOCK_FURNITURE && kind != ACT_BLOCK_CREDIT && kind != ACT_BLOCK_BYLINE;
}

#endif
