/* SPDX-License-Identifier: MIT */
/* Plain text: what each paragraph is, judged by its words (cues.c) and by where it stands.

   An article begins where prose begins.  Among the short lines in front of it the first of four
   words or more is the headline; what stands before that is furniture, what stands behind it is a
   second headline, a byline or furniture.  Inside the article a short line between empty lines is a
   heading when it has words enough to be one and prose follows, else a stray line of the page; runs
   of three or more are menus or lists of other articles.  Behind the last prose, short lines are
   furniture.  A text without any prose is taken as it is. */
#include "read/draft.h"

#include "base/utf8.h"
#include "read/cues.h"
#include "read/dates.h"

#include <string.h>

enum {
  PROSE_WORDS = 8,
  LONG_WORDS = 25,
  TITLE_MOST_BYTES = 1000, /* no headline is as long; a megabyte without a space is no title */
  HEADLINE_MOST = 30,
  HEADLINE_LEAST = 4,
  HEADING_LEAST = 3,
  HEADING_MOST = 24,
  STRAY_MOST = 9,
  LINK_MOST = 16,
  RUN = 3
};

/* Ends as a clause or as speech that is cut short. */
static bool breaks_off(const char *s, size_t n)
{
  bool dash = n > 3 && (!memcmp(s + n - 3, "\xE2\x80\x93", 3) ||
                        !memcmp(s + n - 3, "\xE2\x80\x94", 3) || !memcmp(s + n - 2, "--", 2));
  return dash || strchr(":;,", s[n - 1]);
}

/* What its own words say; BODY is prose, HEADLINE is not known yet. */
static act_block_kind own_kind(const char *bytes, const act_draft *draft)
{
  const char *s = bytes + draft->begin;
  size_t n = draft->end - draft->begin;
  if (act_is_furniture(s, n))
    return ACT_BLOCK_FURNITURE;
  if (act_is_byline(s, n))
    return ACT_BLOCK_BYLINE;
  if (act_is_credit(s, n))
    return ACT_BLOCK_CREDIT;
  if (act_is_date_line(s, n))
    return ACT_BLOCK_DATELINE;
  if (act_is_caption(s, n))
    return ACT_BLOCK_CAPTION;
  if (act_list_marker(s, n))
    return ACT_BLOCK_LIST;
  bool prose =
    draft->words >= LONG_WORDS || (draft->stops && draft->words >= 2) || act_dateline(s, n);
  return prose || breaks_off(s, n) ? ACT_BLOCK_BODY : ACT_BLOCK_HEADLINE;
}

/* The first paragraph of prose: long, or a sentence that is not a short one of the page's own. */
static size_t first_prose(const act_drafts *drafts)
{
  for (size_t i = 0; i < drafts->count; i++)
    if (drafts->data[i].kind == ACT_BLOCK_BODY && drafts->data[i].words >= PROSE_WORDS)
      return i;
  for (size_t i = 0; i < drafts->count; i++)
    if (drafts->data[i].kind == ACT_BLOCK_BODY)
      return i;
  return drafts->count;
}

static size_t last_prose(const act_drafts *drafts)
{
  for (size_t i = drafts->count; i-- > 0;)
    if (drafts->data[i].kind == ACT_BLOCK_BODY || drafts->data[i].kind == ACT_BLOCK_LIST)
      return i;
  return 0;
}

/* The headline among the drafts before `prose`: the first of enough words, else the longest;
 * `prose` when there is none. */
static size_t find_headline(const act_drafts *drafts, size_t prose)
{
  size_t best = prose;
  for (size_t i = 0; i < prose; i++) {
    const act_draft *draft = &drafts->data[i];
    if (draft->kind != ACT_BLOCK_HEADLINE || draft->words > HEADLINE_MOST || draft->stops)
      continue;
    if (draft->words >= HEADLINE_LEAST)
      return i;
    if (best == prose || draft->words >= drafts->data[best].words)
      best = i;
  }
  return best;
}

static void judge_head(const char *bytes, act_drafts *drafts, size_t prose)
{
  size_t headline = find_headline(drafts, prose);
  for (size_t i = 0; i < prose; i++) {
    act_draft *draft = &drafts->data[i];
    const char *s = bytes + draft->begin;
    size_t n = draft->end - draft->begin;
    if (i < headline && headline < prose && draft->kind == ACT_BLOCK_HEADLINE && !draft->stops)
      draft->kind = ACT_BLOCK_FURNITURE;
    else if (i > headline && draft->kind == ACT_BLOCK_HEADLINE && act_like_name(s, n))
      draft->kind = ACT_BLOCK_BYLINE;
    else if (i > headline && draft->kind == ACT_BLOCK_HEADLINE && draft->words < HEADLINE_LEAST)
      draft->kind = ACT_BLOCK_FURNITURE;
  }
}

/* The end of a run of lines not known yet that begins at `at`. */
static size_t run_end(const act_drafts *drafts, size_t at)
{
  while (at < drafts->count && (drafts->data[at].kind == ACT_BLOCK_HEADLINE ||
                                drafts->data[at].kind == ACT_BLOCK_FURNITURE))
    at++;
  return at;
}

static size_t unknown_in(const act_drafts *drafts, size_t begin, size_t end)
{
  size_t count = 0;
  for (size_t i = begin; i < end; i++)
    count += drafts->data[i].kind == ACT_BLOCK_HEADLINE;
  return count;
}

static act_block_kind run_kind(const char *bytes,
                               const act_drafts *drafts,
                               size_t at,
                               size_t unknown,
                               size_t last)
{
  const act_draft *draft = &drafts->data[at], *before = &drafts->data[at - 1];
  if (before->kind == ACT_BLOCK_LIST ||
      (before->kind == ACT_BLOCK_BODY && bytes[before->end - 1] == ':'))
    return ACT_BLOCK_LIST;
  if ((unknown >= RUN || at > last) && draft->words <= STRAY_MOST)
    return ACT_BLOCK_FURNITURE;
  return draft->words >= HEADING_LEAST && draft->words <= HEADING_MOST ? ACT_BLOCK_HEADLINE
                                                                       : ACT_BLOCK_FURNITURE;
}

/* Short lines from the first prose on. */
static void judge_rest(const char *bytes, act_drafts *drafts, size_t prose)
{
  size_t last = last_prose(drafts);
  for (size_t at = prose + 1; at < drafts->count;) {
    size_t end = run_end(drafts, at), unknown = unknown_in(drafts, at, end);
    for (size_t i = at; i < end; i++)
      if (drafts->data[i].kind == ACT_BLOCK_HEADLINE)
        drafts->data[i].kind = run_kind(bytes, drafts, i, unknown, last);
    at = end + 1;
  }
}

/* Lines right under "Related stories" are the headlines of others, up to the next empty line. */
static void judge_links(const char *bytes, act_drafts *drafts)
{
  bool links = false;
  for (size_t i = 0; i < drafts->count; i++) {
    act_draft *draft = &drafts->data[i];
    const char *s = bytes + draft->begin;
    if (draft->gap)
      links = draft->kind == ACT_BLOCK_FURNITURE && act_heads_links(s, draft->end - draft->begin);
    else if (links && draft->words <= LINK_MOST)
      draft->kind = ACT_BLOCK_FURNITURE;
    else
      links = false;
  }
}

void act_judge_paragraphs(const char *bytes, act_drafts *drafts)
{
  for (size_t i = 0; i < drafts->count; i++)
    drafts->data[i].kind = own_kind(bytes, &drafts->data[i]);
  judge_links(bytes, drafts);
  size_t prose = first_prose(drafts);
  if (prose == drafts->count)
    return;
  judge_head(bytes, drafts, prose);
  judge_rest(bytes, drafts, prose);
}

static bool has_body(const actant_document *document)
{
  for (size_t i = 0; i < document->blocks.count; i++)
    if (document->blocks.data[i].kind == ACT_BLOCK_BODY)
      return true;
  return false;
}

actant_status act_document_add_paragraph(actant_document *document,
                                         size_t begin,
                                         size_t end,
                                         act_block_kind kind,
                                         actant_error *err)
{
  const char *s = document->text + begin;
  size_t n = end - begin;
  if (kind == ACT_BLOCK_BODY) {
    size_t dateline = act_dateline(s, n);
    bool label = dateline && s[dateline - 1] == ':' &&
                 has_body(document); /* "NEW DELHI:" stands before the first paragraph only */
    if (dateline && !label) {
      TRY(act_document_add_block(document, begin, begin + dateline, ACT_BLOCK_DATELINE, err));
      begin += dateline;
    }
  } else if (kind == ACT_BLOCK_CAPTION) {
    size_t credit = act_credit_begin(s, n);
    TRY(act_document_add_block(document, begin, begin + credit, ACT_BLOCK_CAPTION, err));
    begin += credit;
    kind = ACT_BLOCK_CREDIT;
  }
  return act_document_add_block(document, begin, end, kind, err);
}

static actant_status keep_title(actant_document *document,
                                const act_drafts *drafts,
                                actant_error *err)
{
  for (size_t i = 0; i < drafts->count && !document->title; i++) {
    const act_draft *draft = &drafts->data[i];
    if (draft->kind == ACT_BLOCK_BODY)
      break;
    if (draft->kind == ACT_BLOCK_HEADLINE && draft->end - draft->begin <= TITLE_MOST_BYTES)
      return act_document_keep(
        document, document->text + draft->begin, draft->end - draft->begin, &document->title, err);
  }
  return ACTANT_OK;
}

actant_status act_document_add_text(actant_document *document, size_t from, actant_error *err)
{
  act_drafts drafts = { 0 };
  actant_status st;
  TRY_DONE(st, act_cut_paragraphs(document->text, document->size, from, &drafts, err));
  act_judge_paragraphs(document->text, &drafts);
  TRY_DONE(st, keep_title(document, &drafts, err));
  for (size_t i = 0; i < drafts.count; i++)
    TRY_DONE(st,
             act_document_add_paragraph(
               document, drafts.data[i].begin, drafts.data[i].end, drafts.data[i].kind, err));
done:
  act_array_free(&drafts);
  return st;
}

actant_status act_read_text(const act_source *source, actant_document **out, actant_error *err)
{
  actant_document *document;
  TRY(act_document_new(source->name, &document, err));
  actant_status st;
  TRY_DONE(st, act_document_set_text(document, source->bytes, source->size, err));
  document->text_is_input = source->is_input;
  TRY_DONE(st, act_document_add_text(document, source->bom, err));
  act_document_set_date(document, source->options, (act_date){ 0, 0, 0 });
  *out = document;
  return ACTANT_OK;
done:
  actant_document_free(document);
  return st;
}
