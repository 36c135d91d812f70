/* SPDX-License-Identifier: MIT */
/* Where the paragraphs of a plain text are.

   An empty line ends one.  Whether a single line break does is judged for the whole text: it is
   hard-wrapped when most breaks inside its groups of lines stand where the next word would not have
   fitted into the width, and most of those lines do not end a sentence.  In a wrapped text a break
   that comes early, an indented line or a list's marker still begin a paragraph. */
#include "read/draft.h"

#include "base/utf8.h"
#include "read/cues.h"

#include <string.h>

static const char stage[] = "read";

typedef struct line {
  uint32_t begin, end; /* without white space at its ends; never empty */
  uint32_t width;      /* code points, with the indent */
  uint16_t indent;     /* code points of white space in front */
  bool gap;            /* an empty line before it */
} line;

typedef ACT_ARRAY(line) line_array;

enum {
  NARROWEST = 30,
  WIDEST = 140,
  MOST_WIDTH = 400
}; /* of wrapped text: columns of papers to wide terminals */

/* The length of a line break at `at`, 0 for none; *paragraph when it ends a paragraph by itself. */
static size_t break_at(const char *s, size_t n, size_t at, bool *paragraph)
{
  *paragraph = false;
  unsigned char c = (unsigned char)s[at];
  if (c == '\r')
    return at + 1 < n && s[at + 1] == '\n' ? 2 : 1;
  if (c == '\f')
    *paragraph = true;
  if (c == '\n' || c == '\f' || c == '\v')
    return 1;
  if (c == 0xC2 && at + 1 < n && (unsigned char)s[at + 1] == 0x85)
    return 2;
  if (c != 0xE2 || at + 2 >= n || (unsigned char)s[at + 1] != 0x80 ||
      ((unsigned char)s[at + 2] & 0xFE) != 0xA8)
    return 0;
  *paragraph = (unsigned char)s[at + 2] == 0xA9;
  return 3;
}

static uint32_t count_codes(const char *s, size_t begin, size_t end)
{
  uint32_t count = 0;
  for (size_t i = begin; i < end; i++)
    count += (s[i] & 0xC0) != 0x80;
  return count;
}

static bool add_line(const char *s, size_t begin, size_t end, bool *gap, line_array *lines)
{
  size_t from = begin, to = end;
  act_trim(s, &from, &to);
  if (from == to) {
    *gap = true;
    return true;
  }
  uint32_t indent = count_codes(s, begin, from);
  line added = { (uint32_t)from,
                 (uint32_t)to,
                 indent + count_codes(s, from, to),
                 (uint16_t)(indent < 999 ? indent : 999),
                 *gap };
  *gap = false;
  return act_array_push(lines, added);
}

static bool cut_lines(const char *s, size_t n, size_t from, line_array *lines)
{
  bool gap = true, paragraph;
  size_t begin = from;
  for (size_t at = from; at < n;) {
    size_t length = break_at(s, n, at, &paragraph);
    if (!length) {
      at++;
      continue;
    }
    if (!add_line(s, begin, at, &gap, lines))
      return false;
    gap = gap || paragraph;
    at += length;
    begin = at;
  }
  return add_line(s, begin, n, &gap, lines);
}

static uint32_t first_word(const char *s, const line *next)
{
  size_t end = next->begin;
  while (end < next->end && !strchr(" \t", s[end]))
    end++;
  return count_codes(s, next->begin, end);
}

/* By how much the next line's first word would have fitted; negative when it would not. */
static int32_t slack(const char *s, const line *lines, size_t index, uint32_t width)
{
  uint32_t need = lines[index].width + 1 + first_word(s, &lines[index + 1]);
  return (int32_t)width - (int32_t)need;
}

/* The width that all but two in a hundred lines keep to, of lines that have a neighbour in their
 * paragraph. */
static uint32_t usual_width(const line_array *lines)
{
  size_t histogram[MOST_WIDTH + 1] = { 0 }, total = 0;
  for (size_t i = 0; i < lines->count; i++) {
    bool joined = !lines->data[i].gap || (i + 1 < lines->count && !lines->data[i + 1].gap);
    uint32_t width = lines->data[i].width;
    if (joined)
      histogram[width < MOST_WIDTH ? width : MOST_WIDTH]++, total++;
  }
  size_t over = total / 50, seen = 0;
  for (uint32_t width = MOST_WIDTH; width > 0; width--) {
    seen += histogram[width];
    if (seen > over)
      return width;
  }
  return 0;
}

static bool lower_begins(const char *s, const line *next)
{
  size_t at = next->begin;
  return act_is_lower(act_utf8_next(s, next->end, &at));
}

/* The width that a text is wrapped at, or 0. */
static uint32_t wrap_width(const char *s, const line_array *lines)
{
  uint32_t width = usual_width(lines);
  size_t inner = 0, full = 0, stops = 0, lower = 0, stubs = 0;
  if (width < NARROWEST || width > WIDEST)
    return 0;
  for (size_t i = 0; i + 1 < lines->count; i++) {
    if (lines->data[i + 1].gap)
      continue;
    const line *here = &lines->data[i];
    if (here->width * 2 <
        width) { /* the last line of a paragraph, an item of a list: says little */
      stubs++;
      continue;
    }
    inner++;
    full += slack(s, lines->data, i, width) < (int32_t)(width / 12);
    stops += act_ends_sentence(s + here->begin, here->end - here->begin);
    lower += lower_begins(s, here + 1);
  }
  if (!inner || stops * 2 > inner || stubs > inner)
    return 0;
  /* With a break or two there is little to judge by: the sentence must visibly go on. */
  if (inner <= 2)
    return lower == inner && full == inner && width >= 50 ? width : 0;
  bool goes_on = lower * 3 >= inner && full * 2 >= inner,
       mostly = full * 4 >= inner * 3 && lower * 6 >= inner;
  return goes_on || mostly ? width : 0;
}

/* Whether line `index` begins a paragraph though no empty line stands before it. */
static bool breaks_off(const char *s, const line_array *lines, size_t index, uint32_t width)
{
  const line *here = &lines->data[index], *before = here - 1;
  if (!width || act_list_marker(s + here->begin, here->end - here->begin))
    return true;
  if (here->indent > before->indent + 1 && index + 1 < lines->count &&
      lines->data[index + 1].indent < here->indent)
    return true;
  int32_t room = slack(s, lines->data, index - 1, width);
  bool stops = act_ends_sentence(s + before->begin, before->end - before->begin);
  return room > (int32_t)(stops ? width / 6 : width / 3) && !(lower_begins(s, here) && !stops);
}

static bool add_draft(const char *s, const line *first, const line *last, act_drafts *out)
{
  size_t size = last->end - first->begin;
  return act_array_push(out,
                        (act_draft){ .begin = first->begin,
                                     .end = last->end,
                                     .words = (uint32_t)act_count_words(s + first->begin, size),
                                     .gap = first->gap,
                                     .stops = act_ends_sentence(s + first->begin, size) });
}

actant_status act_cut_paragraphs(const char *bytes,
                                 size_t size,
                                 size_t from,
                                 act_drafts *out,
                                 actant_error *err)
{
  line_array lines = { 0 };
  bool ok = cut_lines(bytes, size, from, &lines);
  uint32_t width = ok ? wrap_width(bytes, &lines) : 0;
  size_t first = 0;
  for (size_t i = 1; ok && i <= lines.count; i++)
    if (i == lines.count || lines.data[i].gap || breaks_off(bytes, &lines, i, width)) {
      ok = add_draft(bytes, &lines.data[first], &lines.data[i - 1], out);
      first = i;
    }
  act_array_free(&lines);
  return ok ? ACTANT_OK : act_fail_memory(err, stage);
}
