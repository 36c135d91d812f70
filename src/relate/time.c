/* SPDX-License-Identifier: MIT */
/*
 * Finding expressions of time: words are classed once a type, sentences without a word of time are
 * passed over, the others are cut into atoms and matched from left to right (time_grammar.c), two
 * phrases with "to" or "and" between them make a range, the preposition gives the kind, and the
 * calendar the dates (time_calendar.c).  What an expression means is told to those behind it, for
 * "the same day" and for months whose year was said before.
 */
#include "relate/time_phrase.h"

typedef struct finder {
  act_time_scan scan;
  act_time_word *words; /* by string id */
  act_time_context context;
  int told_year;                      /* the latest explicit year */
  uint32_t told_block, told_sentence; /* where it was read */
  uint32_t told_head;                 /* token */
  unsigned old_years;                 /* explicit years well before the document's, so far */
  act_times *out;
  uint32_t sentence;
} finder;

/* A phrase or two, on their way to an act_time. */
typedef struct found {
  size_t first, end; /* atoms */
  act_time_phrase from, to;
  bool range;
} found;

static bool is_trigger(uint8_t class)
{
  switch (class) {
    case ACT_TW_MONTH:
    case ACT_TW_MONTH_SHORT:
    case ACT_TW_WEEKDAY:
    case ACT_TW_UNIT:
    case ACT_TW_SEASON:
    case ACT_TW_DAY_NAME:
    case ACT_TW_DAY_PART:
    case ACT_TW_SPLIT:
      return true;
    default:
      return false;
  }
}

static bool class_words(finder *f, const act_annotation *a)
{
  size_t count = a->strings.texts.count;
  f->words = calloc(count ? count : 1, sizeof *f->words);
  if (!f->words)
    return false;
  for (size_t i = 0; i < a->tokens.count; i++) {
    uint32_t id = a->tokens.data[i].lower;
    if (f->words[id].class == ACT_TW_NONE) {
      act_text text = act_strings_text(&a->strings, id);
      f->words[id] = act_time_classify(text.bytes, text.size);
    }
  }
  return true;
}

static bool has_time(const finder *f, const act_sentence *s)
{
  const act_token *tokens = f->scan.annotation->tokens.data;
  for (uint32_t i = s->first; i < s->end; i++)
    if (is_trigger(f->words[tokens[i].lower].class))
      return true;
  return false;
}

static bool cut_atoms(finder *f, const act_sentence *s)
{
  const act_annotation *a = f->scan.annotation;
  f->scan.sentence = s;
  f->scan.atoms.count = 0;
  for (uint32_t i = s->first; i < s->end; i++) {
    act_time_word word = f->words[a->tokens.data[i].lower];
    act_time_atom atom = { .token = i, .class = word.class, .value = word.value };
    if (word.class != ACT_TW_SPLIT) {
      if (!act_array_push(&f->scan.atoms, atom))
        return false;
      continue;
    }
    act_text text = act_strings_text(&a->strings, a->tokens.data[i].lower);
    for (size_t at = 0; act_time_split(text.bytes, text.size, &at, &atom);)
      if (!act_array_push(&f->scan.atoms, atom))
        return false;
  }
  return true;
}

/* ------------------------------------------------------------------------------------------ ranges
 */

static const act_time_atom *atom_before(const finder *f, size_t at)
{
  return at > 0 ? &f->scan.atoms.data[at - 1] : NULL;
}

static int prep_before(const finder *f, size_t at)
{
  const act_time_atom *a = atom_before(f, at);
  return a && a->class == ACT_TW_PREP ? a->value : ACT_PREP_PLAIN;
}

static bool joins_range(const finder *f, const found *x)
{
  int before = prep_before(f, x->first);
  if (x->end >= f->scan.atoms.count)
    return false;
  const act_time_atom *a = &f->scan.atoms.data[x->end];
  if (a->class == ACT_TW_DASH)
    return true;
  if (a->class == ACT_TW_AND)
    return before == ACT_PREP_BETWEEN;
  return a->class == ACT_TW_PREP && (a->value == ACT_PREP_TO || a->value == ACT_PREP_UNTIL);
}

/* Each side takes from the other what only that one says: "from March 30 to April 2, 2022", "March
 * 2020 to May". */
static void share_parts(found *x)
{
  act_time_phrase *a = &x->from, *b = &x->to;
  if (a->shape != ACT_SHAPE_CALENDAR || b->shape != ACT_SHAPE_CALENDAR)
    return;
  if (!a->year && b->year)
    a->year = b->year - (a->month > b->month && b->month);
  else if (a->year && !b->year && b->month)
    b->year = a->year + (b->month < a->month);
}

static bool match_range(const finder *f, found *x)
{
  if (x->from.shape == ACT_SHAPE_LENGTH || !joins_range(f, x) ||
      !act_time_match_end(&f->scan, x->end + 1, &x->to))
    return false;
  bool from =
    prep_before(f, x->first) == ACT_PREP_FROM || prep_before(f, x->first) == ACT_PREP_BETWEEN;
  if (!from && x->to.shape != x->from.shape)
    return false;
  if (!from && x->from.shape == ACT_SHAPE_CALENDAR && (x->from.month != 0) != (x->to.month != 0))
    return false;
  x->end = x->to.end;
  share_parts(x);
  return true;
}

/* "from 2015 to 2019": a bare year between "from" and "to". */
static bool match_at(const finder *f, size_t at, found *x)
{
  int before = prep_before(f, at);
  x->first = at;
  if (!act_time_match(&f->scan, at, &x->from) &&
      !((before == ACT_PREP_FROM || before == ACT_PREP_BETWEEN) &&
        act_time_match_end(&f->scan, at, &x->from)))
    return false;
  x->end = x->from.end;
  x->range = match_range(f, x);
  return true;
}

/* ----------------------------------------------------------------------------------- from words to
 * row */

static uint32_t head_of(const finder *f, uint32_t first, uint32_t end)
{
  const act_token *tokens = f->scan.annotation->tokens.data;
  if (f->scan.sentence->parsed)
    for (uint32_t i = first; i < end; i++)
      if ((tokens[i].head < first || tokens[i].head >= end) && tokens[i].deprel != ACT_DEP_PUNCT &&
          tokens[i].deprel != ACT_DEP_CASE && tokens[i].deprel != ACT_DEP_DET)
        return i;
  return end - 1;
}

static act_time_kind kind_of(const found *x, int prep)
{
  if (x->from.shape == ACT_SHAPE_LENGTH || x->from.shape == ACT_SHAPE_WINDOW)
    return ACT_TIME_DURATION;
  if (x->range)
    return ACT_TIME_RANGE;
  switch (prep) {
    case ACT_PREP_SINCE:
      return ACT_TIME_SINCE;
    case ACT_PREP_FROM:
    case ACT_PREP_AFTER:
      return ACT_TIME_AFTER;
    case ACT_PREP_UNTIL:
      return ACT_TIME_UNTIL;
    case ACT_PREP_BEFORE:
    case ACT_PREP_BY:
      return ACT_TIME_BY;
    default:
      return ACT_TIME_POINT;
  }
}

static void set_dates(act_time *t, act_date first, act_date last)
{
  bool point = act_date_compare(first, last) == 0;
  switch (t->kind) {
    case ACT_TIME_POINT:
      t->date = first;
      if (!point) {
        t->kind = ACT_TIME_RANGE;
        t->date_end = last;
      }
      break;
    case ACT_TIME_RANGE:
    case ACT_TIME_DURATION:
      t->date = first;
      t->date_end = last;
      break;
    case ACT_TIME_UNTIL:
      t->date_end = last;
      break;
    default:
      t->date = first;
      break;
  }
}

static bool needs_tense(const act_time_phrase *p)
{
  return p->shape == ACT_SHAPE_WEEKDAY || p->shape == ACT_SHAPE_WINDOW ||
         (p->shape == ACT_SHAPE_CALENDAR && !p->year) || p->unit == ACT_UNIT_WEEKEND;
}

enum {
  STORY = 5
}; /* so many old years make a life or a history of a text, whose months are not of this year */

static bool is_relative_clause(const act_token *token)
{
  return token->deprel == ACT_DEP_ACL_RELCL || token->deprel == ACT_DEP_ADVCL_RELCL;
}

/* Whether a year stands in a relative clause that a token is outside of: "Y, which Z founded in
 * 1999, won on May 3". */
static bool is_aside(const finder *f, uint32_t year, uint32_t token)
{
  enum { CLIMB = 8 };
  const act_token *tokens = f->scan.annotation->tokens.data;
  uint32_t clause = year;
  if (!f->scan.sentence->parsed)
    return false;
  for (int step = 0; step < CLIMB && clause != ACT_ROOT && !is_relative_clause(&tokens[clause]);
       step++)
    clause = tokens[clause].head;
  if (clause == ACT_ROOT || !is_relative_clause(&tokens[clause]))
    return false;
  for (int step = 0; step < 2 * CLIMB && token != ACT_ROOT; step++) {
    if (token == clause)
      return false;
    token = tokens[token].head;
  }
  return true;
}

/*
 * The year that was told for a month without one.  A year counts for its paragraph and the next in
 * a story, and where nothing else is known; in the news, which speaks of the last months, only for
 * its sentence.
 */
static int told_year(const finder *f, uint32_t head)
{
  bool near_ = f->scan.sentence->block <= f->told_block + 1;
  int now = f->context.document.year;
  if (!now)
    return near_ ? f->told_year : 0;
  if (f->told_year >= now - 1 && f->told_year <= now + 1)
    return 0;
  return (near_ && f->old_years >= STORY) ||
             (f->told_sentence == f->sentence && !is_aside(f, f->told_head, head))
           ? f->told_year
           : 0;
}

/* The dates of a phrase or a range; false when they cannot be known or run backwards. */
static bool read_dates(finder *f, const found *x, uint32_t head, act_date *first, act_date *last)
{
  act_date end;
  f->context.tense = 0;
  f->context.told_year = told_year(f, head);
  if (needs_tense(&x->from) || (x->range && needs_tense(&x->to)))
    f->context.tense = act_time_tense(f->scan.annotation, f->scan.sentence, head);
  if (!act_time_dates(&x->from, &f->context, first, last))
    return false;
  if (!x->range)
    return true;
  if (!act_time_dates(&x->to, &f->context, &end, last))
    return false;
  if (x->from.shape == ACT_SHAPE_WEEKDAY &&
      act_date_compare(*first, *last) > 0) /* "Friday to Monday" */
    *last = act_date_from_days(act_date_to_days(*last) + 7);
  return act_date_compare(*first, *last) <= 0;
}

static void remember(finder *f, const found *x, const act_time *t)
{
  act_date date = t->kind == ACT_TIME_UNTIL ? t->date_end : t->date;
  if (!date.year || t->kind == ACT_TIME_DURATION)
    return;
  f->context.year = date;
  if (date.month)
    f->context.month = date;
  if (date.day)
    f->context.day = date;
  if (x->from.shape == ACT_SHAPE_CALENDAR && x->from.year) {
    f->told_year = x->from.year;
    f->told_block = f->scan.sentence->block;
    f->told_sentence = f->sentence;
    f->told_head = t->head;
    f->old_years += f->told_year < f->context.document.year - 1;
  }
}

static bool add(finder *f, const found *x)
{
  const act_time_atom *atoms = f->scan.atoms.data;
  uint32_t first = atoms[x->first].token, end = atoms[x->end - 1].token + 1;
  bool inside = x->first > 0 && atoms[x->first - 1].token == first;
  int prep = prep_before(f, x->first);
  act_time t = { .sentence = f->sentence, .first = first, .end = end, .kind = kind_of(x, prep) };
  t.head = head_of(f, first, end);
  t.preposition = !inside && x->first > 0 && atoms[x->first - 1].class == ACT_TW_PREP
                    ? atoms[x->first - 1].token
                    : ACT_NO_TOKEN;
  t.relative = act_time_is_relative(&x->from) || (x->range && act_time_is_relative(&x->to));
  act_date from, to;
  if (read_dates(f, x, t.head, &from, &to))
    set_dates(&t, from, to);
  else if (x->from.shape != ACT_SHAPE_LENGTH)
    return true;
  remember(f, x, &t);
  return act_array_push(&f->out->items, t);
}

static bool find_in_sentence(finder *f)
{
  for (size_t at = 0; at < f->scan.atoms.count;) {
    found x;
    if (!match_at(f, at, &x)) {
      at++;
      continue;
    }
    if (!add(f, &x))
      return false;
    at = x.end;
    while (at < f->scan.atoms.count &&
           f->scan.atoms.data[at].token == f->scan.atoms.data[at - 1].token)
      at++; /* the rest of a token belongs to what was found in it */
  }
  return true;
}

actant_status act_times_find(const act_annotation *a,
                             act_date document_date,
                             act_times *out,
                             actant_error *err)
{
  finder f = { .scan = { .annotation = a }, .context = { .document = document_date }, .out = out };
  bool ok = class_words(&f, a);
  for (size_t i = 0; ok && i < a->sentences.count; i++) {
    const act_sentence *s = &a->sentences.data[i];
    if (!act_block_states(a->document->blocks.data[s->block].kind) || !has_time(&f, s))
      continue;
    f.sentence = (uint32_t)i;
    ok = cut_atoms(&f, s) && find_in_sentence(&f);
  }
  free(f.words);
  act_array_free(&f.scan.atoms);
  return ok ? ACTANT_OK : act_fail_memory(err, "relate");
}

void act_times_free(act_times *times)
{
  if (times)
    act_array_free(&times->items);
}

size_t act_times_first(const act_times *times, uint32_t sentence)
{
  size_t low = 0, high = times->items.count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (times->items.data[middle].sentence < sentence)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
