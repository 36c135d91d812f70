/* SPDX-License-Identifier: MIT */
/* Names: the name finder's spans and the gazetteer's, made one and repaired by rules.

   A span of the gazetteer that covers the finder's wins over it; one inside it only helps to cut it
   ("Chile's President Ana Reyes" is two names and a title).  Titles before a person's name
   are no part of it, but its head may be one of them.  Types are repaired where the gazetteer or
   the last word knows better. */
#include "base/utf8.h"
#include "resolve/name_span.h"

typedef struct name_spans {
  ACT_ARRAY(act_name_span) items;
  uint64_t *hashes; /* of the sentence's lower forms */
  const act_sentence *sentence;
} name_spans;

static bool match_at(const act_resolver *r,
                     const name_spans *spans,
                     uint32_t first,
                     uint32_t end,
                     act_gazetteer_hit *hit)
{
  return end > first &&
         act_gazetteer_match(
           r->gazetteer, spans->hashes + (first - spans->sentence->first), end - first, hit);
}

/* The first sense with a record of the type wanted, else, when none or any is wanted, the most
 * prominent one. */
static bool pick_sense(const act_resolver *r,
                       const act_gazetteer_hit *hit,
                       uint8_t type,
                       act_sense *out)
{
  bool found = false;
  for (uint32_t i = 0; i < hit->count; i++) {
    act_sense sense = act_gazetteer_sense(r->gazetteer, hit->first + i);
    if (sense.record == ACT_NO_RECORD)
      continue;
    act_record_kind kind = act_gazetteer_record(r->gazetteer, sense.record)->kind;
    if (type == ACT_TYPE_UNKNOWN || act_type_of_kind(kind) == type) {
      *out = sense;
      return true;
    }
    if (!found)
      *out = sense;
    found = true;
  }
  return false;
}

static bool finder_spans(const act_resolver *r, name_spans *spans)
{
  const act_sentence *s = spans->sentence;
  for (uint32_t t = s->first; t < s->end;) {
    uint8_t type = act_name_type(act_token_at(r, t)->name);
    uint32_t first = t++;
    if (type == ACT_TYPE_UNKNOWN)
      continue;
    while (t < s->end && act_token_at(r, t)->name ==
                           act_token_at(r, first)->name + (act_token_at(r, first)->name % 2))
      t++;
    if (!act_array_push(&spans->items,
                        (act_name_span){ first, t, ACT_NO_RECORD, type, ACT_FORM_NAME, true }))
      return false;
  }
  return true;
}

static bool is_participle(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  return form.size > 5 && (act_token_at(r, token)->xpos == ACT_XPOS_VBN ||
                           act_token_at(r, token)->xpos == ACT_XPOS_VBG);
}

/* Names never end inside a word: "Ibrahim al-" goes on, and so does "Cheuk-" (but not
 * "Smith-backed"). */
static void widen_hyphens(const act_resolver *r, name_spans *spans)
{
  const act_sentence *sentence = spans->sentence;
  for (size_t i = 0; i < spans->items.count; i++) {
    act_name_span *s = &spans->items.data[i];
    if (s->type != ACTANT_PERSON)
      continue;
    while (s->end + 1 < sentence->end && act_form_in(r, s->end, "- ‑") &&
           !act_token_at(r, s->end)->space_before && !act_token_at(r, s->end + 1)->space_before &&
           act_token_at(r, s->end + 1)->name == ACT_NAME_O && !is_participle(r, s->end + 1) &&
           !act_form_in(r,
                        s->end + 1,
                        "based born led backed run era style like elect friendly aligned linked"))
      s->end += 2;
    if (s->end < sentence->end && act_form_in(r, s->end - 1, "al el bin ibn de von van da della") &&
        act_capitalised(r, s->end))
      s->end++;
  }
}

static void drop_others(const act_resolver *r, name_spans *spans)
{
  size_t n = 0;
  for (size_t i = 0; i < spans->items.count; i++)
    if (!act_span_is_other(r, &spans->items.data[i]))
      spans->items.data[n++] = spans->items.data[i];
  spans->items.count = n;
}

/* "Ana Reyes of ADPL" is a person and a body. */
static bool cut_of(const act_resolver *r, name_spans *spans)
{
  size_t count = spans->items.count;
  for (size_t i = 0; i < count; i++) {
    act_name_span *s = &spans->items.data[i];
    for (uint32_t t = s->first + 2; s->type == ACTANT_PERSON && t + 1 < s->end; t++) {
      if (!act_form_is(r, t, "of"))
        continue;
      act_name_span right = {
        t + 1, s->end, ACT_NO_RECORD, ACTANT_ORGANISATION, ACT_FORM_NAME, true
      };
      s->end = t;
      if (!act_array_push(&spans->items, right))
        return false;
      s = &spans->items.data[i];
    }
  }
  return true;
}

static bool spelled_as_name(const act_resolver *r, uint32_t first, uint32_t end)
{
  for (uint32_t t = first; t < end; t++)
    if (!act_capitalised(r, t) &&
        (t == first || t + 1 == end ||
         !act_form_in(r, t, "of the and for in on de la du von van al el bin ibn - ' 's & , ")))
      return false;
  return true;
}

/* Whether a form of the gazetteer names its record here, where the finder saw nothing. */
static bool stands_alone(const act_resolver *r,
                         uint32_t first,
                         const act_gazetteer_hit *hit,
                         act_sense sense)
{
  const act_record *record = act_gazetteer_record(r->gazetteer, sense.record);
  const act_token *token = act_token_at(r, first);
  if (sense.form == ACT_FORM_ACRONYM)
    return act_all_capitals(r, first);
  if (sense.form == ACT_FORM_DEMONYM)
    return token->upos == ACT_UPOS_ADJ || token->upos == ACT_UPOS_PROPN ||
           token->upos == ACT_UPOS_NOUN;
  if (hit->tokens > 1)
    return true;
  if (token->upos != ACT_UPOS_PROPN)
    return false;
  if (record->own)
    return true;
  return record->kind == ACT_RECORD_COUNTRY || record->is_capital || sense.form == ACT_FORM_METONYM;
}

/* The spans that a hit overlaps: their count, the first of them, and whether the hit covers all. */
static size_t overlapped(const name_spans *spans,
                         uint32_t first,
                         uint32_t end,
                         size_t *from,
                         bool *covers)
{
  size_t count = 0;
  *covers = true;
  for (size_t i = 0; i < spans->items.count; i++) {
    const act_name_span *s = &spans->items.data[i];
    if (!s->finder || s->end <= first || end <= s->first)
      continue;
    if (!count++)
      *from = i;
    *covers &= first <= s->first && s->end <= end;
  }
  return count;
}

static bool keeps_type(const act_resolver *r, const act_name_span *s, uint32_t record)
{
  act_record_kind kind = act_gazetteer_record(r->gazetteer, record)->kind;
  if (act_gazetteer_record(r->gazetteer, record)->own)
    return false;
  return s->type == ACTANT_PERSON || (s->type == ACTANT_ORGANISATION && kind != ACT_RECORD_COUNTRY);
}

/* A hit that covers a span of the finder: the same tokens, or more of them. */
static void take_over(const act_resolver *r,
                      name_spans *spans,
                      size_t index,
                      uint32_t first,
                      const act_gazetteer_hit *hit)
{
  act_name_span *s = &spans->items.data[index];
  act_sense sense;
  uint32_t end = first + hit->tokens;
  bool same_type = pick_sense(r, hit, s->type, &sense);
  if (!same_type && !pick_sense(r, hit, ACT_TYPE_UNKNOWN, &sense))
    return;
  if (sense.form == ACT_FORM_ACRONYM && !act_all_capitals(r, first))
    return;
  bool wider = end - first > s->end - s->first,
       people = sense.form == ACT_FORM_DEMONYM && act_token_at(r, end - 1)->xpos != ACT_XPOS_NNP;
  if (!same_type && !wider && !people && keeps_type(r, s, sense.record))
    return;
  s->first = first;
  s->end = end;
  s->record = sense.record;
  s->form = (uint8_t)sense.form;
  s->type = act_type_of_kind(act_gazetteer_record(r->gazetteer, sense.record)->kind);
}

static bool is_taken(const name_spans *spans, uint32_t t)
{
  for (size_t i = 0; i < spans->items.count; i++)
    if (spans->items.data[i].first <= t && t < spans->items.data[i].end)
      return true;
  return false;
}

/* "the Competition and Markets Authority": a body named for several things begins behind the
 * article. */
static void widen_bodies(const act_resolver *r, name_spans *spans)
{
  for (size_t i = 0; i < spans->items.count; i++) {
    act_name_span *s = &spans->items.data[i];
    uint32_t first = s->first, floor = spans->sentence->first;
    if (s->type != ACTANT_ORGANISATION || s->end - s->first < 2 || first == floor ||
        !act_form_in(r, first - 1, "and &"))
      continue;
    while (first >= floor + 2 && act_form_in(r, first - 1, "and & ,") &&
           act_capitalised(r, first - 2) && !is_taken(spans, first - 2)) {
      first -= 2;
      while (first > floor && act_capitalised(r, first - 1) && !is_taken(spans, first - 1) &&
             act_token_at(r, first - 1)->upos != ACT_UPOS_DET)
        first--;
    }
    if (first < s->first && first > floor && act_form_is(r, first - 1, "the")) {
      s->first = first;
      s->record = ACT_NO_RECORD;
    }
  }
}

/* "University of California, Irvine": a campus is named by its town behind the region's name. */
static void join_campus(const act_resolver *r, name_spans *spans)
{
  for (size_t i = 0; i + 1 < spans->items.count; i++) {
    act_name_span *s = &spans->items.data[i], *town = &spans->items.data[i + 1];
    act_gazetteer_hit hit;
    if (s->type != ACTANT_ORGANISATION || s->end - s->first < 3 || town->first != s->end + 1 ||
        !act_form_is(r, s->end, ",") || town->type != ACTANT_PLACE ||
        !act_form_in(r, s->first, "university") ||
        !match_at(r, spans, s->first + 2, s->end, &hit) || !(hit.lists & ACT_LIST_REGION))
      continue;
    s->end = town->end;
    s->record = ACT_NO_RECORD;
    town->end = town->first;
  }
}

static void drop_inner(name_spans *spans, size_t keep)
{
  const act_name_span whole = spans->items.data[keep];
  size_t n = 0;
  for (size_t i = 0; i < spans->items.count; i++) {
    const act_name_span *s = &spans->items.data[i];
    if (i == keep || s->end <= whole.first || whole.end <= s->first)
      spans->items.data[n++] = *s;
  }
  spans->items.count = n;
}

static bool gazetteer_spans(const act_resolver *r, name_spans *spans)
{
  const act_sentence *s = spans->sentence;
  for (uint32_t t = s->first; t < s->end;) {
    act_gazetteer_hit hit;
    act_sense sense;
    size_t index = 0;
    bool covers;
    if (!act_capitalised(r, t) || !match_at(r, spans, t, s->end, &hit) ||
        !spelled_as_name(r, t, t + hit.tokens)) {
      t++;
      continue;
    }
    uint32_t end = t + hit.tokens;
    size_t count = overlapped(spans, t, end, &index, &covers);
    if (count && covers) {
      take_over(r, spans, index, t, &hit);
      if (count > 1)
        drop_inner(spans, index);
    } else if (count == 1) {
      act_span_take_own(r, &spans->items.data[index], t, &hit);
    } else if (!count && pick_sense(r, &hit, ACT_TYPE_UNKNOWN, &sense) &&
               stands_alone(r, t, &hit, sense)) {
      uint8_t type = act_type_of_kind(act_gazetteer_record(r->gazetteer, sense.record)->kind);
      if (!act_array_push(
            &spans->items,
            (act_name_span){ t, end, sense.record, type, (uint8_t)sense.form, false }))
        return false;
    } else if (!count) {
      end = t + 1;
    }
    t = count ? t + 1 : end;
  }
  return true;
}

/* Whether an office stands at `at` inside a span with words of a name behind it: "UN | Special
 * Envoy Ina Quist". */
static bool titles_follow(const act_resolver *r, const act_name_span *s, uint32_t at)
{
  act_noun noun;
  for (uint32_t end = s->end - 1; end > at; end--)
    if (act_noun_at(r->a, at, end, &noun) && noun.type == ACT_NOUN_PERSON && noun.has_role)
      return !act_form_in(r, end, "of for 's") && !act_noun_at(r->a, s->end - 1, s->end, &noun);
  return false;
}

/* Cut "Chile's President Ana Reyes" behind the possessive, and "Chilean President Reyes"
   behind the country.  The left part is returned in *left; false when there is nothing to cut. */
static bool cut_owner(const act_resolver *r,
                      const name_spans *spans,
                      act_name_span *s,
                      act_name_span *left)
{
  act_gazetteer_hit hit;
  act_sense sense = { .record = ACT_NO_RECORD };
  uint32_t cut = 0;
  bool known = s->record == ACT_NO_RECORD && match_at(r, spans, s->first, s->end, &hit) &&
               pick_sense(r, &hit, ACT_TYPE_UNKNOWN, &sense);
  for (uint32_t t = s->first + 1; t + 1 < s->end && !cut; t++)
    if (act_token_at(r, t)->xpos == ACT_XPOS_POS)
      cut = t;
  if (cut && (s->type == ACTANT_PERSON || (known && s->first + hit.tokens == cut))) {
    *left =
      (act_name_span){ s->first, cut, ACT_NO_RECORD, ACTANT_ORGANISATION, ACT_FORM_NAME, true };
    s->first = cut + 1;
  } else if (known && s->first + hit.tokens + 1 < s->end &&
             titles_follow(r, s, s->first + hit.tokens)) {
    *left = (act_name_span){ s->first,      s->first + hit.tokens,
                             ACT_NO_RECORD, ACTANT_ORGANISATION,
                             ACT_FORM_NAME, true };
    s->first += hit.tokens;
    s->type = ACTANT_PERSON;
  } else {
    return false;
  }
  if (known && s->first >= left->first + hit.tokens && left->end == left->first + hit.tokens) {
    left->record = sense.record;
    left->form = (uint8_t)sense.form;
    left->type = act_type_of_kind(act_gazetteer_record(r->gazetteer, sense.record)->kind);
  }
  return true;
}

static uint32_t top_token(const act_resolver *r, uint32_t title, uint32_t first, uint32_t end)
{
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t t = pass ? title : first; t < end; t++) {
      uint32_t head = act_token_at(r, t)->head;
      if (head == ACT_ROOT || head < title || head >= end)
        return t;
    }
  return first;
}

static uint64_t name_key(const act_resolver *r, uint32_t first, uint32_t end)
{
  char bytes[256];
  size_t size = 0;
  for (uint32_t t = first; t < end; t++) {
    act_text lower = act_strings_text(&r->a->strings, act_token_at(r, t)->lower);
    if (t > first && (act_is_legal_form(r, t) || act_form_is(r, t, "&")))
      continue;
    for (size_t at = 0; at < lower.size && size + 4 < sizeof bytes;) {
      uint32_t code = act_utf8_next(lower.bytes, lower.size, &at);
      if (!act_is_punct(code))
        size += act_utf8_encode(act_to_plain(code), bytes + size);
    }
  }
  return act_hash_bytes(bytes, size);
}

static uint32_t last_word(const act_resolver *r, uint32_t first, uint32_t end)
{
  uint32_t last = end - 1;
  while (last > first &&
         act_form_in(r, last, "jr jr. sr sr. ii iii iv , inc inc. corp corp. ltd plc"))
    last--;
  return last;
}

bool act_name_add(act_resolver *r, const act_sentence *sentence, act_name_span s, uint32_t floor)
{
  act_span_trim(r, &s);
  if (s.type == ACTANT_PERSON && s.record == ACT_NO_RECORD && s.first < s.end)
    act_span_strip(r, &s);
  if (s.first >= s.end || act_span_is_junk(r, &s) || act_span_is_language(r, &s, sentence))
    return true;
  uint32_t title = act_title_start(r, floor, s.first);
  act_span_repair_type(r, &s, title);
  if (s.type != ACTANT_PERSON)
    title = s.first;
  act_block_kind block = r->a->document->blocks.data[sentence->block].kind;
  act_candidate c = { .sentence = r->sentence_of[s.first],
                      .first = s.first,
                      .end = s.end,
                      .title = title,
                      .record = s.record,
                      .form = ACTANT_NAME,
                      .type = s.type,
                      .named = true,
                      .definite = true,
                      .from_finder = s.finder,
                      .why = NULL };
  c.kind = s.form == ACT_FORM_DEMONYM   ? ACT_MENTION_DEMONYM
           : s.form == ACT_FORM_METONYM ? ACT_MENTION_METONYM
                                        : ACT_MENTION_PLAIN;
  c.head = sentence->parsed ? top_token(r, title, s.first, s.end) : s.first;
  c.key = name_key(r, s.first, s.end);
  c.last = last_word(r, s.first, s.end);
  c.author = block == ACT_BLOCK_BYLINE || block == ACT_BLOCK_CREDIT;
  if (s.type == ACTANT_PERSON)
    c.gender = act_guess_gender(r, title, s.first, s.end);
  if (s.record != ACT_NO_RECORD && act_gazetteer_record(r->gazetteer, s.record)->gender)
    c.gender = act_gazetteer_record(r->gazetteer, s.record)->gender;
  return act_add_candidate(r, c) != ACT_NO_CANDIDATE;
}

static bool is_free_name_word(const act_resolver *r, const name_spans *spans, uint32_t t)
{
  const act_sentence *s = spans->sentence;
  return t >= s->first && t < s->end && act_token_at(r, t)->upos == ACT_UPOS_PROPN &&
         act_capitalised(r, t) && !is_taken(spans, t) &&
         !act_form_in(r, t, "monday tuesday wednesday thursday friday saturday sunday");
}

static bool is_given(const act_resolver *r, uint32_t token)
{
  return act_gazetteer_word_lists(r->gazetteer,
                                  r->a->strings.hashes[act_token_at(r, token)->lower]) &
         (ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE);
}

/* "Elizabeth Quist": a given name that is a town too, with a free proper noun behind it that says
 * nothing of places. */
static void retype_given(const act_resolver *r, const name_spans *spans, act_name_span *s)
{
  act_noun noun;
  if (s->type != ACTANT_PLACE || s->end - s->first != 1 || !is_given(r, s->first) ||
      !is_free_name_word(r, spans, s->end) || act_noun_at(r->a, s->end, s->end + 1, &noun))
    return;
  if (s->record != ACT_NO_RECORD &&
      act_gazetteer_record(r->gazetteer, s->record)->kind == ACT_RECORD_COUNTRY)
    return;
  uint32_t lists =
    act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[act_token_at(r, s->end)->lower]);
  if (lists & (ACT_LIST_PLACE_WORD | ACT_LIST_ORG_WORD))
    return;
  s->type = ACTANT_PERSON;
  s->record = ACT_NO_RECORD;
  s->form = ACT_FORM_NAME;
  s->finder = true;
}

/* A person's name goes on over proper nouns that nothing else claims: "Rosa" of "Rosa Lindqvist",
 * "Lindqvist" behind a given name. */
static void widen_persons(const act_resolver *r, name_spans *spans)
{
  for (size_t i = 0; i < spans->items.count; i++) {
    act_name_span *s = &spans->items.data[i];
    act_noun noun;
    retype_given(r, spans, s);
    if (!s->finder || s->type != ACTANT_PERSON || s->record != ACT_NO_RECORD)
      continue;
    while (is_free_name_word(r, spans, s->end) && act_token_at(r, s->end)->xpos == ACT_XPOS_NNP &&
           !act_noun_at(r->a, s->end, s->end + 1, &noun))
      s->end++;
    while (s->first && is_free_name_word(r, spans, s->first - 1) &&
           !(act_noun_at(r->a, s->first - 1, s->first, &noun) &&
             (noun.has_role || noun.type != ACT_NOUN_PERSON)) &&
           (act_gazetteer_word_lists(r->gazetteer,
                                     r->a->strings.hashes[act_token_at(r, s->first - 1)->lower]) &
            (ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE)))
      s->first--;
  }
}

/* Proper nouns behind a title, where the finder saw nothing: "Prime Minister Odd Fenwick". */
static bool titled_spans(const act_resolver *r, name_spans *spans)
{
  const act_sentence *s = spans->sentence;
  for (uint32_t t = s->first + 1; t < s->end; t++) {
    act_noun noun;
    if (!is_free_name_word(r, spans, t) || act_noun_at(r->a, t, t + 1, &noun))
      continue;
    uint32_t title = act_noun_longest(r->a, s->first, t - 1, &noun);
    if (title == ACT_NO_TOKEN || !act_is_title(&noun) ||
        act_token_at(r, t - 1)->upos == ACT_UPOS_VERB ||
        act_token_at(r, t - 1)->xpos == ACT_XPOS_NNS)
      continue;
    if (act_capitalised(r, t - 1) && !noun.has_role && noun.type != ACT_NOUN_HONORIFIC)
      continue;
    uint32_t end = t;
    while (is_free_name_word(r, spans, end) && end - t < 4)
      end++;
    if (!act_array_push(
          &spans->items,
          (act_name_span){ t, end, ACT_NO_RECORD, ACTANT_PERSON, ACT_FORM_NAME, true }))
      return false;
    t = end;
  }
  return true;
}

static int by_first(const void *left, const void *right)
{
  const act_name_span *a = left, *b = right;
  return a->first < b->first ? -1 : a->first > b->first;
}

/* Join "J." with "K. Rowling", and two persons' spans that the tree takes for one name. */
static void merge_split(const act_resolver *r, name_spans *spans)
{
  size_t n = 0;
  for (size_t i = 0; i < spans->items.count; i++) {
    const act_name_span *s = &spans->items.data[i];
    act_name_span *last = n ? &spans->items.data[n - 1] : NULL;
    if (last && last->end == s->first && last->type == ACTANT_PERSON && s->type == ACTANT_PERSON &&
        last->record == ACT_NO_RECORD && s->record == ACT_NO_RECORD &&
        act_token_at(r, s->first)->deprel == ACT_DEP_FLAT &&
        act_token_at(r, s->first)->head >= last->first &&
        act_token_at(r, s->first)->head < last->end)
      last->end = s->end;
    else
      spans->items.data[n++] = *s;
  }
  spans->items.count = n;
}

static bool add_sentence(act_resolver *r, name_spans *spans)
{
  spans->items.count = 0;
  const act_sentence *s = spans->sentence;
  for (uint32_t t = s->first; t < s->end; t++)
    spans->hashes[t - s->first] = act_plain_hash(r, t);
  if (!finder_spans(r, spans))
    return false;
  widen_hyphens(r, spans);
  drop_others(r, spans);
  if (!cut_of(r, spans) || !gazetteer_spans(r, spans) || !titled_spans(r, spans))
    return false;
  widen_persons(r, spans);
  widen_bodies(r, spans);
  widen_hyphens(r, spans);
  if (spans->items.count)
    qsort(spans->items.data, spans->items.count, sizeof *spans->items.data, by_first);
  merge_split(r, spans);
  act_spans_close_firms(r, spans->items.data, spans->items.count, s);
  join_campus(r, spans);
  uint32_t floor = s->first;
  for (size_t i = 0; i < spans->items.count; i++) {
    act_name_span span = spans->items.data[i], left;
    if (span.first < floor || span.first == span.end)
      continue;
    while (cut_owner(r, spans, &span, &left)) {
      if (!act_name_add(r, s, left, floor))
        return false;
      floor = left.end;
    }
    if (!act_name_add(r, s, span, floor))
      return false;
    floor = span.end;
  }
  return true;
}

bool act_name_candidates(act_resolver *r)
{
  size_t longest = 1;
  for (size_t i = 0; i < r->a->sentences.count; i++) {
    const act_sentence *s = &r->a->sentences.data[i];
    longest = s->end - s->first > longest ? s->end - s->first : longest;
  }
  name_spans spans = { .hashes = act_arena_zalloc(&r->arena, longest, sizeof *spans.hashes) };
  bool ok = spans.hashes != NULL;
  for (size_t i = 0; ok && i < r->a->sentences.count; i++) {
    spans.sentence = &r->a->sentences.data[i];
    if (r->a->document->blocks.data[spans.sentence->block].kind != ACT_BLOCK_FURNITURE)
      ok = add_sentence(r, &spans);
  }
  act_array_free(&spans.items);
  return ok;
}
