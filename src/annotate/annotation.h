/* SPDX-License-Identifier: MIT */
/**
   @file annotation.h  What annotating gives: tokens with lemmas, tags, heads and names, in
   sentences.

   Invariants
   1. Tokens are in order of the text; sentences cut them into half-open ranges and lie in one block
   each.
   2. `head` is the index of a token of the same sentence, or ACT_ROOT; every sentence that is
   parsed has exactly one root and is a tree.  Nothing here recurses on its depth.
   3. Names are IOB2: I- follows B- or I- of its type.
*/
#ifndef ACT_ANNOTATE_ANNOTATION_H
#define ACT_ANNOTATE_ANNOTATION_H

#include "annotate/tagset.h"
#include "base/strings.h"
#include "read/document.h"

#define ACT_ROOT UINT32_MAX
#define ACT_NO_TOKEN UINT32_MAX

typedef enum act_name_tag {
  ACT_NAME_O,
  ACT_NAME_B_PER,
  ACT_NAME_I_PER,
  ACT_NAME_B_LOC,
  ACT_NAME_I_LOC,
  ACT_NAME_B_ORG,
  ACT_NAME_I_ORG,
} act_name_tag;

typedef struct act_token {
  uint32_t begin, end;        /* bytes of the document's text */
  uint32_t lower;             /* lower-cased form, in strings */
  uint32_t lemma;             /* in strings; lower case but for proper nouns */
  uint32_t head;              /* a token's index, or ACT_ROOT */
  uint8_t upos, xpos, deprel; /* act_upos, act_xpos, act_deprel */
  uint8_t name;               /* act_name_tag */
  uint8_t range;              /* words of the multiword token that begins here, else 0 */
  bool space_before;
} act_token;

typedef struct act_sentence {
  uint32_t first, end; /* tokens */
  uint32_t block;
  bool parsed; /* heads and deprels are meaningful */
} act_sentence;

typedef struct act_annotation {
  const actant_document *document;
  act_strings strings;
  ACT_ARRAY(act_token) tokens;
  ACT_ARRAY(act_sentence) sentences;
} act_annotation;

void act_annotation_free(act_annotation *annotation);

static inline act_text act_token_form(const act_annotation *a, uint32_t token)
{
  const act_token *t = &a->tokens.data[token];
  return (act_text){ a->document->text + t->begin, t->end - t->begin };
}
static inline const char *act_token_lemma(const act_annotation *a, uint32_t token)
{
  return act_strings_get(&a->strings, a->tokens.data[token].lemma);
}
static inline const char *act_token_lower(const act_annotation *a, uint32_t token)
{
  return act_strings_get(&a->strings, a->tokens.data[token].lower);
}

/**
   The children of each token of one sentence, in order of the text: `for (c = tree.first[t -
   s.first]; c != ACT_NO_TOKEN; c = tree.next[c - s.first])`.  Arrays live in the arena given.
*/
typedef struct act_tree {
  uint32_t base;          /* the sentence's first token */
  uint32_t *first, *next; /* absolute token indexes, by token - base */
  uint32_t
    *last; /* one behind the last token of each token's subtree; together with `begin` its extent */
  uint32_t *begin;
} act_tree;

/** Fill the arrays of a tree, each of the sentence's length. */
void act_tree_fill(const act_annotation *annotation, const act_sentence *sentence, act_tree *tree);
/** Build the tree of a sentence in an arena.  False when memory runs out. */
bool act_tree_build(const act_annotation *annotation,
                    const act_sentence *sentence,
                    act_arena *arena,
                    act_tree *out) __attribute__((warn_unused_result));

#endif
