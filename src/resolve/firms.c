/* SPDX-License-Identifier: MIT */
/* Names of firms on the page: the finder stops before "Ltd", behind a comma or at "&" ("Brill &
   Voss, LLC" as two people), and takes what a share is called on an exchange for a place.  A legal
   form closes the name of a body, whatever its front was taken for. */
#include "resolve/name_span.h"

/* Legal forms; those behind a comma are sure ones. */
static bool is_form(const act_resolver *r, uint32_t token, bool comma)
{
  static const char sure[] =
    "inc inc. gmbh. llc l.l.c. l.l.c ltd ltd. llp l.l.p. plc limited incorporated gmbh pllc pty";
  static const char other[] = "corp corp. corporation co co. ag s.a. n.v. nv oyj oy asa ab kg kgaa "
                              "s.p.a. spa berhad bhd sdn pvt b.v. bv s.r.l. srl sarl lp l.p. "
                              "company holdings";
  if (!act_capitalised(r, token) && !act_form_is(r, token, "plc"))
    return false;
  return act_form_in(r, token, sure) ||
         (comma ? act_form_in(r, token, "n.a. p.a. p.c. l.p. lp") : act_form_in(r, token, other));
}

static bool is_free(const act_name_span *items, size_t count, size_t own, uint32_t token)
{
  for (size_t i = 0; i < count; i++)
    if (i != own && items[i].first <= token && token < items[i].end)
      return false;
  return true;
}

/* Where the legal forms behind a name end; its own end when there are none. */
static uint32_t forms_end(const act_resolver *r, uint32_t end, const act_sentence *s)
{
  for (uint32_t t = end; t < s->end;) {
    bool comma = act_form_is(r, t, ","), bracket = act_form_is(r, t, "(");
    if (act_form_is(r, t, "&") || comma)
      t++;
    else if (bracket && t + 3 < s->end && act_capitalised(r, t + 1) && act_form_is(r, t + 2, ")"))
      t += 3; /* "X (Holdings) Ltd" */
    if (t >= s->end || !is_form(r, t, comma))
      return end;
    end = ++t;
  }
  return end;
}

/* The index of the span that ends right before "&", or count. */
static size_t partner_of(const act_resolver *r,
                         const act_name_span *items,
                         size_t count,
                         const act_name_span *s)
{
  if (s->first < 2 || !act_form_is(r, s->first - 1, "&"))
    return count;
  for (size_t i = 0; i < count; i++)
    if (items[i].end == s->first - 1 && items[i].end > items[i].first)
      return i;
  return count;
}

/* A known body stays what it is with a legal form behind its name. */
static void close_name(act_name_span *s, uint32_t end)
{
  s->end = end;
  s->finder = true;
  if (s->type == ACTANT_ORGANISATION && s->record != ACT_NO_RECORD)
    return;
  s->type = ACTANT_ORGANISATION;
  s->form = ACT_FORM_NAME;
  s->record = ACT_NO_RECORD;
}

void act_spans_close_firms(const act_resolver *r,
                           act_name_span *items,
                           size_t count,
                           const act_sentence *s)
{
  for (size_t i = 0; i < count; i++) {
    act_name_span *span = &items[i];
    if (span->end <= span->first)
      continue;
    uint32_t end = forms_end(r, span->end, s);
    bool form = end > span->end;
    for (uint32_t t = span->end; t < end && form; t++)
      form = is_free(items, count, i, t) || is_form(r, t, false);
    bool inside = span->end - span->first > 1 && is_form(r, span->end - 1, true);
    if (!form && !inside)
      continue;
    for (size_t k = 0; k < count && form; k++)
      if (k != i && items[k].first >= span->end && items[k].end <= end)
        items[k].end = items[k].first;
    close_name(span, form ? end : span->end);
    for (size_t k = partner_of(r, items, count, span); k < count;
         k = partner_of(r, items, count, span)) {
      uint32_t first = items[k].first;
      items[k].end = items[k].first;
      span->first = first;
      span->record = ACT_NO_RECORD;
      close_name(span, span->end);
    }
  }
}

bool act_is_ticker(const act_resolver *r, uint32_t token)
{
  uint32_t first = r->a->sentences.data[r->sentence_of[token]].first;
  return token > first + 3 && act_form_is(r, token - 1, ":") && act_all_capitals(r, token) &&
         act_form_in(r, token - 2, "nasdaq nyse tsx lse asx tse bse nse amex euronext hkex sgx") &&
         act_form_in(r, token - 3, "( [");
}
