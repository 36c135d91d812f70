/* SPDX-License-Identifier: MIT */
/* Relations beyond the vocabulary, on request: between a verb's subject and its object or what a
   preposition of it leads to, both named, of which no rule states anything in that sentence.  The
   verb's past and the preposition name the relation ("negotiated_over"), whatever the tense of the
   text.

   Copulas, verbs that only carry a noun, verbs of saying and wanting, and those that only govern
   another verb state nothing by themselves and are left out.  Such a statement is never sure. */
#include "relate/verb_forms.h"
#include "relate/relating.h"

#include <string.h>

enum {
  OPEN_CONFIDENCE =
    600,               /* of 60 that were read, 41 said what the text does; lower, as parsers err */
  LEAST_QUALITY = 800, /* of a party */
  LEAST_ATTACHED = 900, /* of one behind a preposition, which may belong to a noun */
  ID_BYTES = 160
};

static const act_engine_set left_out[] = {
  ACT_SET_LIGHT,    ACT_SET_LIGHT_PLANNED, ACT_SET_SAYING,    ACT_SET_DENYING,
  ACT_SET_ALLEGING, ACT_SET_THINKING,      ACT_SET_EXPECTING, ACT_SET_PLANNED,
  ACT_SET_POSSIBLE, ACT_SET_WISHING,       ACT_SET_COMMAND,   ACT_SET_LINKING,
};

/* Verbs of those kinds that the sets do not have, and verbs too pale to name a relation. */
static const char *const pale[] = {
  "be",      "have",    "do",      "go",       "get",   "come", "let",   "include", "involve",
  "concern", "mean",    "need",    "see",      "know",  "use",  "base",  "locate",  "situate",
  "follow",  "start",   "begin",   "continue", "help",  "put",  "keep",  "want",    "turn",
  "end",     "look",    "happen",  "show",     "speak", "talk", "add",   "note",    "compare",
  "belong",  "contain", "consist", "date",     "stand", "lie",  "exist", "occur",   "relate",
  "refer",   "regard",  "spell",   "bear",     "leave", NULL
};

/* Prepositions that tell of circumstances, not of a party. */
static const char *const circumstances[] = {
  "as",         "like",      "unlike",  "than",       "during", "since",        "until",
  "till",       "despite",   "besides", "because_of", "due_to", "according_to", "per",
  "amid",       "including", "except",  "before",     "after",  "by",           "ahead_of",
  "instead_of", "across",    "around",  "about",      "back",   "among",        NULL
};

/* Those that lead to a party beside an object: "sold its share to Y". */
static const char *const transfers[] = { "to", "with", "from", "against", "into", "onto", NULL };

static bool is_one_of(const char *text, const char *const *words)
{
  for (; *words; words++)
    if (strcmp(text, *words) == 0)
      return true;
  return false;
}

static bool may_relate(const act_relating *g, uint32_t verb)
{
  const act_token *t = act_tok(g, verb);
  const char *lemma = act_token_lemma(g->annotation, verb);
  if (t->upos != ACT_UPOS_VERB || is_one_of(lemma, pale))
    return false;
  for (const char *c = lemma; *c; c++)
    if (*c < 'a' || *c > 'z')
      return false;
  for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
    if (act_in(g, verb, left_out[i]))
      return false;
  return true;
}

/* ----------------------------------------------------------------------------------- its relation
 */

typedef struct wording {
  act_verb_forms forms;
  char tail[ID_BYTES / 2]; /* " over", " up with", or nothing */
  bool passive;
} wording;

static const char *joined(act_relating *g, const char *const *pieces)
{
  char text[3 * ID_BYTES];
  size_t size = 0;
  for (; *pieces; pieces++) {
    size_t n = strlen(*pieces);
    if (size + n >= sizeof text)
      return NULL;
    memcpy(text + size, *pieces, n);
    size += n;
  }
  return act_arena_copy(&g->out->arena, text, size);
}

#define WORDED(...) joined(g, (const char *const[]){ __VA_ARGS__, w->tail, NULL })

static void word_labels(act_relating *g, const wording *w, const char **labels)
{
  const act_verb_forms *f = &w->forms;
  if (w->passive) {
    labels[ACT_LABEL_PAST] = WORDED("was ", f->participle);
    labels[ACT_LABEL_PRESENT] = WORDED("is ", f->participle);
    labels[ACT_LABEL_PLANNED] = WORDED("will be ", f->participle);
    labels[ACT_LABEL_POSSIBLE_PAST] = WORDED("may have been ", f->participle);
    labels[ACT_LABEL_POSSIBLE] = WORDED("may be ", f->participle);
    labels[ACT_LABEL_NEGATED_PAST] = WORDED("was not ", f->participle);
    labels[ACT_LABEL_NEGATED] = WORDED("is not ", f->participle);
    return;
  }
  labels[ACT_LABEL_PAST] = WORDED(f->past);
  labels[ACT_LABEL_PRESENT] = WORDED(f->present);
  labels[ACT_LABEL_PLANNED] = WORDED("will ", f->base);
  labels[ACT_LABEL_POSSIBLE_PAST] = WORDED("may have ", f->participle);
  labels[ACT_LABEL_POSSIBLE] = WORDED("may ", f->base);
  labels[ACT_LABEL_NEGATED_PAST] = WORDED("did not ", f->base);
  labels[ACT_LABEL_NEGATED] = WORDED("does not ", f->base);
}

static uint32_t add_relation(act_relating *g, const wording *w, const char *id)
{
  act_relation_row row = { .subjects = 7, .objects = 7, .event = true };
  row.info = (actant_relation){
    .subjects = "PLO", .objects = "PLO", .family = "open", .meaning = "a verb of the text"
  };
  row.info.id = act_arena_copy(&g->out->arena, id, strlen(id));
  word_labels(g, w, row.labels);
  bool complete = row.info.id != NULL;
  for (size_t i = 0; i < ACT_LABEL_COUNT; i++)
    complete &= row.labels[i] != NULL;
  if (!complete || !act_array_push(&g->out->open, row.info) || !act_array_push(&g->open, row)) {
    g->memory = true;
    return UINT32_MAX;
  }
  return (uint32_t)(g->vocabulary->relations.count + g->open.count - 1);
}

/* The relation that a wording names, new or known; UINT32_MAX when the vocabulary has that id. */
static uint32_t relation_of(act_relating *g, const wording *w)
{
  char id[ID_BYTES];
  const char *verb = w->passive ? w->forms.participle : w->forms.past;
  size_t size = strlen(verb), tail = strlen(w->tail);
  memcpy(id, verb, size);
  memcpy(id + size, w->tail, tail + 1);
  for (char *c = id; *c; c++)
    if (*c == ' ')
      *c = '_';
  if (act_relation_find(g->vocabulary, id, size + tail) != UINT32_MAX)
    return UINT32_MAX;
  uint64_t key = act_hash_join(act_hash_bytes(id, size + tail), w->passive);
  uint32_t known = act_map_get(&g->open_ids, key);
  if (known != ACT_NO_VALUE)
    return known;
  uint32_t made = add_relation(g, w, id);
  if (made != UINT32_MAX && !act_map_set(&g->open_ids, key, made))
    g->memory = true;
  return made;
}

static void append(wording *w, const char *word)
{
  size_t size = strlen(w->tail);
  if (size + strlen(word) + 2 > sizeof w->tail)
    return;
  w->tail[size] = ' ';
  for (size_t i = 0; i <= strlen(word); i++)
    w->tail[size + 1 + i] = word[i] == '_' ? ' ' : word[i];
}

/* ---------------------------------------------------------------------------------------- stating
 */

static bool is_stated(const act_relating *g, size_t first, const act_candidate *c)
{
  for (size_t i = first; i < g->found.count; i++) {
    const act_candidate *f = &g->found.data[i];
    bool same = (f->subject == c->subject && f->object == c->object) ||
                (f->subject == c->object && f->object == c->subject);
    if (same && f->relation < g->vocabulary->relations.count)
      return true;
  }
  return false;
}

/* The named who stand at a token themselves, or are coordinated with what does; not whom a common
 * noun there belongs to. */
static void fill(const act_relating *g, uint32_t token, unsigned quality, act_fillers *out)
{
  act_fillers all = { .count = 0 };
  act_fill_slot(g, token, quality, &all);
  for (size_t i = 0; i < all.count; i++) {
    uint32_t at = all.items[i].token;
    if (g->resolution->entities.data[all.items[i].entity].named && out->count < ACT_FILLERS &&
        (at == token || (act_dep(g, at) == ACT_DEP_CONJ && act_hangs_below(g, at, token))))
      out->items[out->count++] = all.items[i];
  }
}

static bool has_entity(const act_fillers *fillers, uint32_t entity)
{
  for (size_t i = 0; i < fillers->count; i++)
    if (fillers->items[i].entity == entity)
      return true;
  return false;
}

static void state(act_relating *g,
                  size_t first,
                  const act_fillers *x,
                  const act_fillers *y,
                  const act_candidate *common)
{
  for (size_t i = 0; i < x->count; i++)
    for (size_t k = 0; k < y->count; k++) {
      const act_filler *a = &x->items[i], *b = &y->items[k];
      act_candidate c = *common;
      c.subject = a->entity;
      c.object = b->entity;
      c.subject_token = a->token;
      c.object_token = b->token;
      c.confidence = (uint16_t)((uint64_t)common->confidence * a->quality * b->quality / 1000000u);
      if (!has_entity(x, c.object) && !is_stated(g, first, &c))
        act_keep(g, c);
    }
}

static void fill_role(const act_relating *g,
                      const act_frame *frame,
                      uint32_t role,
                      act_fillers *out)
{
  for (size_t i = 0; i < frame->argument_count; i++)
    if (frame->arguments[i].role == role && frame->arguments[i].quality >= LEAST_QUALITY)
      fill(g, frame->arguments[i].token, frame->arguments[i].quality, out);
}

/* The words behind the verb that name the relation of an argument; false when it is none of a
 * party's. */
static bool word_argument(const act_relating *g,
                          const act_frame *frame,
                          const act_argument *argument,
                          wording *w)
{
  uint32_t particle = act_child(g, frame->token, ACT_DEP_COMPOUND_PRT);
  if (particle != ACT_NO_TOKEN)
    append(w, act_token_lower(g->annotation, particle));
  if (argument->role == ACT_ARG_OBJECT || argument->role == ACT_ARG_INDIRECT)
    return !w->passive;
  if (argument->role < ACT_ROLE_PREPOSITION)
    return false;
  const char *preposition =
    act_strings_get(&g->vocabulary->strings, argument->role - ACT_ROLE_PREPOSITION);
  if (is_one_of(preposition, circumstances) ||
      (particle != ACT_NO_TOKEN && act_lower_is(g, particle, preposition)))
    return false;
  if (frame->has_object && !w->passive && !is_one_of(preposition, transfers))
    return false;
  append(w, preposition);
  return true;
}

static void prepare(const act_relating *g, const act_frame *frame, act_candidate *c)
{
  act_reading reading = act_read_frame(g, frame);
  *c = act_candidate_new(g, 0, 0, 0);
  c->status = reading.status;
  c->past = reading.past ||
            (frame->passive && act_child(g, frame->token, ACT_DEP_AUX_PASS) == ACT_NO_TOKEN);
  c->attributed_to = reading.speaker;
  c->trigger = frame->token;
  c->rule = "open";
  c->confidence = (uint16_t)(OPEN_CONFIDENCE * (unsigned)reading.quality / 1000u);
  act_date_frame(g, frame, c);
  act_place_frame(g, frame, c);
}

static void relate_verb(act_relating *g, uint32_t verb, size_t first)
{
  act_frame frame;
  act_fillers x = { .count = 0 };
  wording base = { .passive = false };
  act_candidate c;
  if (!act_frame_build(g, verb, ACT_RULE_VERB, &frame) ||
      !act_verb_inflect(act_token_lemma(g->annotation, verb), &base.forms))
    return;
  fill_role(g, &frame, ACT_ARG_SUBJECT, &x);
  if (!x.count && frame.passive) {
    base.passive = true;
    fill_role(g, &frame, ACT_ARG_INDIRECT, &x);
    if (!x.count)
      fill_role(g, &frame, ACT_ARG_OBJECT, &x);
  }
  if (!x.count)
    return;
  prepare(g, &frame, &c);
  for (size_t i = 0; i < frame.argument_count; i++) {
    const act_argument *argument = &frame.arguments[i];
    wording w = base;
    act_fillers y = { .count = 0 };
    unsigned least = argument->role < ACT_ROLE_PREPOSITION ? LEAST_QUALITY : LEAST_ATTACHED;
    if (argument->quality < least || !word_argument(g, &frame, argument, &w))
      continue;
    fill(g, argument->token, argument->quality, &y);
    if (!y.count)
      continue;
    c.relation = relation_of(g, &w);
    if (c.relation != UINT32_MAX)
      state(g, first, &x, &y, &c);
  }
}

void act_open_sentence(act_relating *g, size_t first)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++)
    if (may_relate(g, t))
      relate_verb(g, t, first);
}
