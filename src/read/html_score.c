/* SPDX-License-Identifier: MIT */
/* Where on a page the article is: semantics first, density second.

   Prose is text of some words that ends like a sentence and is no link.  Candidates are, in this
   order, what is said to be an article's body (schema.org, the names that themes use), `article`,
   `main`, and the element whose paragraphs hold most prose (after Arc90's Readability: a paragraph
   counts for its parent, by half for its grandparent).  A candidate is taken when it holds enough
   of what the densest element holds, so that a wrongly labelled page still gives its text.  Hints
   of furniture are not believed of an element that holds most of the page's prose and its h1. */
#include "read/html_score.h"

#include "base/utf8.h"
#include "read/cues.h"

#include <string.h>

static const char stage[] = "read";

enum { PROSE_LEAST = 5, PROSE_SURE = 12, ENOUGH_HUNDREDTHS = 35, TITLE_MOST = 40 };

static uint32_t prose_words(const act_page *page, const act_html_piece *piece, uint32_t words)
{
  uint32_t size = piece->end - piece->begin, flags = page->nodes.data[piece->node].flags;
  if ((flags & (ACT_HTML_HEADING | ACT_HTML_BYLINE | ACT_HTML_DATE)) || piece->linked * 2 > size ||
      words < PROSE_LEAST)
    return 0;
  bool stops = act_ends_sentence(page->text.data + piece->begin, size);
  if (flags & (ACT_HTML_ITEM | ACT_HTML_CELL))
    return stops && words >= PROSE_SURE ? words : 0;
  return stops || words >= PROSE_SURE * 2 ? words : 0;
}

/* Sums of each node, from the inside out: children come behind their parents. */
static void add_up(const act_page *page, const uint32_t *words, bool all, act_html_sum *sums)
{
  memset(sums, 0, page->nodes.count * sizeof *sums);
  for (size_t i = 0; i < page->pieces.count; i++) {
    const act_html_piece *piece = &page->pieces.data[i];
    act_html_sum *sum = &sums[piece->node];
    bool bad = page->nodes.data[piece->node].flags & ACT_HTML_BAD;
    sum->words += all || !bad ? prose_words(page, piece, words[i]) : 0;
    sum->bytes += piece->end - piece->begin;
    sum->linked += piece->linked;
    sum->all_words += words[i];
    sum->pieces++;
  }
  for (size_t i = page->nodes.count; i-- > 1;) {
    act_html_sum *sum = &sums[i], *parent = &sums[page->nodes.data[i].parent];
    if (page->nodes.data[i].parent == i)
      continue;
    parent->words += sum->words;
    parent->bytes += sum->bytes;
    parent->linked += sum->linked;
    parent->all_words += sum->all_words;
    parent->pieces += sum->pieces;
  }
}

/* Whether a node holds an h1 of words that are no links. */
static bool holds_headline(const act_page *page, uint32_t node)
{
  for (size_t i = 0; i < page->pieces.count; i++) {
    const act_html_piece *piece = &page->pieces.data[i];
    uint32_t flags = page->nodes.data[piece->node].flags;
    bool first = (flags & ACT_HTML_HEADING) && ((flags >> ACT_HTML_RANK) & 7) == 1;
    if (first && piece->linked * 2 < piece->end - piece->begin &&
        act_node_inside(page, piece->node, node))
      return true;
  }
  return false;
}

/* Hints of furniture are dropped where they would cost the article; sums are of all prose. */
static void doubt_hints(act_page *page, const act_html_sum *sums)
{
  uint32_t total = 0;
  for (size_t i = 0; i < page->nodes.count; i++)
    total = sums[i].words > total ? sums[i].words : total;
  for (uint32_t i = 0; i < page->nodes.count; i++) {
    act_html_node *node = &page->nodes.data[i];
    bool most = (node->flags & ACT_HTML_BAD) && sums[i].words * 2 > total;
    if (most && (total - sums[i].words < 20 || holds_headline(page, i)))
      node->flags &= ~(uint32_t)ACT_HTML_BAD;
    uint32_t narrow = ACT_HTML_CAPTION | ACT_HTML_CREDIT | ACT_HTML_BYLINE | ACT_HTML_DATE;
    if ((node->flags & narrow) && sums[i].words > 150)
      node->flags &= ~narrow;
  }
}

static void inherit(act_page *page)
{
  for (size_t i = 1; i < page->nodes.count; i++) {
    act_html_node *node = &page->nodes.data[i];
    uint32_t from = page->nodes.data[node->parent].flags & ACT_HTML_INHERITED;
    bool sure = (node->flags & ACT_HTML_WRAPPER) && (node->flags & ACT_HTML_BODY);
    if (sure)
      from = 0;
    node->flags |= from;
  }
}

static uint32_t common(const act_page *page, uint32_t a, uint32_t b)
{
  while (a != b) {
    uint32_t *deeper = a > b ? &a : &b, parent = page->nodes.data[*deeper].parent;
    if (parent == *deeper)
      return 0;
    *deeper = parent;
  }
  return a;
}

static bool is_outermost(const act_page *page, uint32_t node, uint32_t flag)
{
  for (uint32_t at = page->nodes.data[node].parent; at; at = page->nodes.data[at].parent) {
    if (page->nodes.data[at].flags & flag)
      return false;
    if (page->nodes.data[at].parent == at)
      break;
  }
  return true;
}

/* The best of the outermost nodes with a flag, or the node that holds several good ones; UINT32_MAX
 * when there is none. */
static uint32_t labelled(const act_page *page, const act_html_sum *sums, uint32_t flag)
{
  uint32_t best = UINT32_MAX, sum = 0;
  for (uint32_t i = 0; i < page->nodes.count; i++) {
    uint32_t flags = page->nodes.data[i].flags;
    if (!(flags & flag) || (flags & ACT_HTML_BAD) || !sums[i].words || !is_outermost(page, i, flag))
      continue;
    sum += sums[i].words;
    best = best == UINT32_MAX || sums[i].words > sums[best].words ? i : best;
  }
  if (best == UINT32_MAX || sums[best].words * 5 >= sum * 4)
    return best;
  uint32_t holder = best; /* parts of one article, or the posts of a live page */
  for (uint32_t i = 0; i < page->nodes.count; i++) {
    uint32_t flags = page->nodes.data[i].flags;
    if ((flags & flag) && !(flags & ACT_HTML_BAD) && sums[i].words * 10 >= sums[best].words &&
        is_outermost(page, i, flag))
      holder = common(page, holder, i);
  }
  return holder;
}

/* The densest node. */
static actant_status densest(const act_page *page,
                             const act_html_sum *sums,
                             const uint32_t *words,
                             uint32_t *out,
                             actant_error *err)
{
  uint32_t *score = calloc(page->nodes.count, sizeof *score), best = 0;
  if (!score)
    return act_fail_memory(err, stage);
  for (size_t i = 0; i < page->pieces.count; i++) {
    const act_html_piece *piece = &page->pieces.data[i];
    uint32_t node = piece->node, flags = page->nodes.data[node].flags,
             prose = prose_words(page, piece, words[i]);
    if (!prose || (flags & ACT_HTML_BAD))
      continue;
    if (flags & (ACT_HTML_PARAGRAPH | ACT_HTML_ITEM | ACT_HTML_QUOTE))
      node = page->nodes.data[node].parent;
    score[node] += 2 * prose;
    score[page->nodes.data[node].parent] += prose;
  }
  for (uint32_t i = 1; i < page->nodes.count; i++)
    best = score[i] > score[best] ? i : best;
  free(score);
  uint32_t at = best;
  for (uint32_t up = page->nodes.data[at].parent; up != at; up = page->nodes.data[at].parent) {
    if (sums[up].words * 4 >= sums[best].words * 5)
      best = up; /* paragraphs that are boxed one by one */
    at = up;
  }
  *out = best;
  return ACTANT_OK;
}

static actant_status find_root(const act_page *page,
                               const act_html_sum *sums,
                               const uint32_t *words,
                               uint32_t *out,
                               actant_error *err)
{
  static const uint32_t labels[] = { ACT_HTML_BODY, ACT_HTML_ARTICLE, ACT_HTML_MAIN };
  TRY(densest(page, sums, words, out, err));
  uint32_t article = labelled(page, sums, ACT_HTML_ARTICLE), most = sums[*out].words;
  most = article != UINT32_MAX && sums[article].words > most ? sums[article].words : most;
  uint32_t need = (uint32_t)((uint64_t)most * ENOUGH_HUNDREDTHS / 100);
  for (size_t i = 0; i < 3; i++) {
    uint32_t node = labelled(page, sums, labels[i]);
    if (node != UINT32_MAX && sums[node].words && sums[node].words >= need) {
      *out = node;
      break;
    }
  }
  return ACTANT_OK;
}

/* ----------------------------------------------------------------------------------------- title
 */

static size_t next_word(const char *s, size_t n, size_t at, size_t *begin)
{
  while (at < n) {
    size_t next = at;
    uint32_t code = act_utf8_next(s, n, &next);
    if (act_is_letter(code) || act_is_digit(code))
      break;
    at = next;
  }
  *begin = at;
  while (at < n) {
    size_t next = at;
    uint32_t code = act_utf8_next(s, n, &next);
    if (!act_is_letter(code) && !act_is_digit(code) && !act_is_mark(code))
      break;
    at = next;
  }
  return at;
}

static bool same_word(const char *a, const char *b, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    char x = a[i], y = b[i];
    x = (char)(x >= 'A' && x <= 'Z' ? x + 32 : x);
    y = (char)(y >= 'A' && y <= 'Z' ? y + 32 : y);
    if (x != y)
      return false;
  }
  return true;
}

static bool has_word(const char *s, size_t n, const char *word, size_t size)
{
  size_t begin;
  for (size_t end = next_word(s, n, 0, &begin); begin < n; end = next_word(s, n, end, &begin))
    if (end - begin == size && same_word(s + begin, word, size))
      return true;
  return false;
}

/* How many words of a stand in b, and how many a has. */
static unsigned shared(const char *a, size_t n, const char *b, size_t size, unsigned *count)
{
  unsigned hits = 0;
  size_t begin;
  *count = 0;
  for (size_t end = next_word(a, n, 0, &begin); begin < n && *count < 100;
       end = next_word(a, n, end, &begin)) {
    ++*count;
    hits += has_word(b, size, a + begin, end - begin);
  }
  return hits;
}

unsigned act_words_alike(const char *a, size_t a_size, const char *b, size_t b_size)
{
  unsigned a_count, b_count;
  unsigned a_hits = shared(a, a_size, b, b_size, &a_count),
           b_hits = shared(b, b_size, a, a_size, &b_count);
  return !a_count || !b_count
           ? 0
           : 100 * (a_count > b_count ? a_hits : b_hits) / (a_count > b_count ? a_count : b_count);
}

/* How much of a line is in what the page says its title is; a title with the site's name behind it
 * may be longer. */
static unsigned titled(const act_page *page, const char *s, size_t n)
{
  const act_html_meta *meta = &page->meta;
  const char *const said[] = { meta->ld_headline, meta->og_title, meta->headline, meta->title_tag };
  unsigned best = 0, count;
  for (size_t i = 0; i < 4; i++) {
    if (!said[i] || strlen(said[i]) > 600)
      continue;
    unsigned alike = act_words_alike(s, n, said[i], strlen(said[i]));
    unsigned within = shared(s, n, said[i], strlen(said[i]), &count) * 100;
    within = count >= 4 ? within / count * 9 / 10 : 0;
    best = alike > best ? alike : best;
    best = within > best ? within : best;
  }
  return best;
}

/* The piece that shows the headline: alike to what the page says, a heading, before the end of the
 * body. */
static size_t find_headline(const act_page *page, const uint32_t *words, size_t end)
{
  size_t best = page->pieces.count;
  unsigned highest = 49;
  for (size_t i = 0; i < end; i++) {
    const act_html_piece *piece = &page->pieces.data[i];
    uint32_t flags = page->nodes.data[piece->node].flags, size = piece->end - piece->begin;
    if ((flags & ACT_HTML_BAD) || !words[i] || words[i] > TITLE_MOST)
      continue;
    unsigned rank = flags & ACT_HTML_HEADING ? (flags >> ACT_HTML_RANK) & 7 : 0;
    unsigned score = titled(page, page->text.data + piece->begin, size);
    score += rank == 1 ? (words[i] >= 3 ? 50 : 30) : rank == 2 ? 15 : rank ? 5 : 0;
    score += flags & ACT_HTML_HEADLINE ? 20 : 0;
    score -= piece->linked * 2 > size ? (score < 30 ? score : 30) : 0;
    if (score > highest) {
      highest = score;
      best = i;
    }
  }
  return best;
}

static void bound_body(const act_page *page, act_html_article *article)
{
  size_t count = page->pieces.count;
  article->begin = article->end = count;
  for (size_t i = 0; i < count; i++)
    if (act_node_inside(page, page->pieces.data[i].node, article->root)) {
      article->begin = article->begin == count ? i : article->begin;
      article->end = i + 1;
    }
}

static actant_status find(act_page *page,
                          const uint32_t *words,
                          act_html_article *out,
                          actant_error *err)
{
  add_up(page, words, true, out->sums);
  doubt_hints(page, out->sums);
  inherit(page);
  add_up(page, words, false, out->sums);
  TRY(find_root(page, out->sums, words, &out->root, err));
  bound_body(page, out);
  out->headline = find_headline(page, words, out->end);
  out->wide = out->root;
  if (out->headline < out->begin) {
    out->wide = common(page, out->root, page->pieces.data[out->headline].node);
    out->begin = out->headline;
  }
  return ACTANT_OK;
}

actant_status act_find_article(act_page *page, act_html_article *out, actant_error *err)
{
  uint32_t *words = calloc(page->pieces.count + 1, sizeof *words);
  *out = (act_html_article){ .sums = calloc(page->nodes.count + 1, sizeof *out->sums) };
  actant_status st = words && out->sums ? ACTANT_OK : act_fail_memory(err, stage);
  for (size_t i = 0; st == ACTANT_OK && i < page->pieces.count; i++)
    words[i] = (uint32_t)act_count_words(page->text.data + page->pieces.data[i].begin,
                                         page->pieces.data[i].end - page->pieces.data[i].begin);
  if (st == ACTANT_OK)
    st = find(page, words, out, err);
  free(words);
  if (st != ACTANT_OK) {
    free(out->sums);
    out->sums = NULL;
  }
  return st;
}
