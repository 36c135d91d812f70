/* SPDX-License-Identifier: MIT */
/** @file html_score.h  Where on a page the article is. */
#ifndef ACT_READ_HTML_SCORE_H
#define ACT_READ_HTML_SCORE_H

#include "read/html_page.h"

/** What is known of an element with all inside it. */
typedef struct act_html_sum {
  uint32_t words; /* of prose outside furniture */
  uint32_t bytes, linked, pieces, all_words;
} act_html_sum;

/** The article's place. */
typedef struct act_html_article {
  uint32_t root;      /* node that holds its body */
  uint32_t wide;      /* node that holds body and headline */
  size_t headline;    /* piece, or the count of pieces when none is visible */
  size_t begin, end;  /* pieces of the body, with what may stand between it and the headline */
  act_html_sum *sums; /* a node each; free() */
} act_html_article;

/** Find the article.  Settles the flags of nodes: what is inherited, and which hints of furniture
 * are believed. */
actant_status act_find_article(act_page *page,
                               act_html_article *out,
                               actant_error *err) ACTANT_MUST_CHECK;

/** How alike two lines are, in hundredths: the share of words of the longer that are in the other.
 */
unsigned act_words_alike(const char *a, size_t a_size, const char *b, size_t b_size);

static inline bool act_node_inside(const act_page *page, uint32_t node, uint32_t root)
{
  while (node > root)
    node = page->nodes.data[node].parent;
  return node == root;
}

#endif
