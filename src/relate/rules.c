/* SPDX-License-Identifier: MIT */
/* The rule language: how a clause is said, line by line, in words that a person can read.

     # a comment
     @talks = talk|meeting|summit            a set of lemmas; a second definition adds to the first
     relation meets                          the lines that follow state this relation
     relation mentors P>P "mentors"          a new one: types, and labels (present, past, planned,
   possible, negated) X meet|confer (with) Y                X is the statement's subject, Y its
   object X host|receive Y:P        ; conf 0.8 X's @talks with Y
       @talks between X and Y
       X be married to Y
     + Ana Sol met Tor Vik on Friday. => Ana Sol meets Tor Vik
     - The deadline was met by Ana Sol.

   A pattern is one of three kinds, told by how it begins:
     X verb …        a clause with a verb; passives, relative clauses and participles match the same
   line.  `_ verb …` names no subject. X's noun …      a noun with its possessor ("Xland's visit to
   Y", "the Xish visit", "the visit by X"), or without: `noun prep X …`. X and Y's noun: two
   possessors ("the Xland-Yland summit", "the two nations' border"). Verbs that only carry a noun
   ("pay a visit", "hold talks") give it their subject. X at noun …     who takes part: "after talks
   with Y, X said"; any prepositions. X be word …     a copula, an apposition ("Vik, the head of Y")
   or a participle ("Y-based").  `X be in Y` has a preposition for its word. After the word that
   triggers it come slots in the order of English: an object, then prepositions with what they
   govern. Y  Y:PO         a slot, with types that narrow the relation's own: P(erson), L(place),
   O(rganisation) Y('s)  Y's _    that, or the possessor of the noun that stands there; its
   possessor alone ("condemned Y's invasion"); Y's a|b         the possessor of one of these words;
   also in front of a verb: `X's unit include Y` X and Y         both from one place of the clause,
   in pairs ("X and Y met") talk|@talks     one of these words must stand there; _ stands for
   anything: behind a preposition something must be there, as an object it may be missing (with) Y
   with the preposition, or as a plain object;   with|to Y: one of these prepositions to do an
   infinitive must stand there ("asked Y to leave") that Y _        the subject of the clause that
   is the object ("demanded that Y leave"); that Y must: only with an obligation; unless Y, if Y the
   subject of a condition; up, down …      a
   particle: a preposition that nothing follows, or a further preposition Options follow a
   semicolon, separated by commas: conf 0.8; status planned; swap; negate; alone (no object); name
   word.
*/
#include "relate/vocabulary.h"

#include "relate/rule_line.h"

#include <string.h>

static const char STAGE[] = "relate";

typedef struct pattern {
  act_rule_line *line;
  size_t at; /* the next piece */
  act_rule rule;
  act_rule_part parts[ACT_RULE_PARTS];
  size_t part_count;
  uint32_t triggers, trigger_count; /* of vocabulary->numbers */
} pattern;

static const act_rule_piece *peek(const pattern *p, size_t ahead)
{
  return p->at + ahead < p->line->count ? &p->line->pieces[p->at + ahead] : NULL;
}

static bool piece_is(const act_rule_piece *piece, const char *word)
{
  return piece && act_text_is(piece->text, word);
}

static actant_status expected(const pattern *p, const char *what, actant_error *err)
{
  const act_rule_piece *piece = peek(p, 0);
  if (!piece)
    return act_rule_fail(
      p->line, p->line->end_column, err, "expected %s at the end of the pattern", what);
  return act_rule_fail(p->line,
                       piece->column,
                       err,
                       "expected %s, found '%.*s'",
                       what,
                       (int)piece->text.size,
                       piece->text.bytes);
}

static actant_status add_part(pattern *p, act_rule_part part, actant_error *err)
{
  if (p->part_count == ACT_RULE_PARTS)
    return expected(p, "at most " ACT_RULE_PARTS_TEXT " slots", err);
  p->parts[p->part_count++] = part;
  return ACTANT_OK;
}

static actant_status add_role(pattern *p, act_rule_part *part, uint32_t role, actant_error *err)
{
  act_vocabulary *v = p->line->vocabulary;
  if (!part->role_count)
    part->roles = (uint32_t)v->numbers.count;
  part->role_count++;
  return act_array_push(&v->numbers, role) ? ACTANT_OK : act_fail_memory(err, STAGE);
}

/* "X", "Y:PO", "Y('s)", "X's": what a slot says of itself. */
static bool read_slot(const act_rule_piece *piece, act_rule_part *part)
{
  const char *at = piece->text.bytes, *end = at + piece->text.size;
  if (at == end || (*at != 'X' && *at != 'Y'))
    return false;
  part->fill = *at++ == 'X' ? ACT_FILL_X : ACT_FILL_Y;
  if (at < end && *at == ':') {
    for (at++; at < end && strchr("PLO", *at) && *at; at++)
      part->types |= (uint8_t)(1u << (strchr("PLO", *at) - "PLO"));
  }
  size_t left = (size_t)(end - at);
  part->owner = left == 4 && memcmp(at, "('s)", 4) == 0;
  part->owner_only = left == 2 && memcmp(at, "'s", 2) == 0;
  return !left || part->owner || part->owner_only;
}

static bool is_slot(const act_rule_piece *piece)
{
  act_rule_part part = { 0 };
  return piece && read_slot(piece, &part);
}

static bool is_preposition(const pattern *p, const act_rule_piece *piece)
{
  return piece && act_rule_all_in(p->line->vocabulary, piece->text, ACT_SET_PREPOSITION);
}

/* What a possessor has: "_", or words of which one must stand there. */
static actant_status read_owned(pattern *p, act_rule_part *part, actant_error *err)
{
  const act_rule_piece *piece = peek(p, 0);
  if (!piece || is_slot(piece))
    return expected(p, "'_' or a noun behind a possessor", err);
  if (!piece_is(piece, "_"))
    TRY(act_rule_words(p->line, piece, &part->words, &part->word_count, err));
  p->at++;
  return ACTANT_OK;
}

/* A slot, both slots, words or "_", with the roles that the part already has. */
static actant_status read_filler(pattern *p,
                                 act_rule_part part,
                                 bool behind_preposition,
                                 actant_error *err)
{
  const act_rule_piece *piece = peek(p, 0);
  if (!piece)
    return expected(p, "a slot or a word", err);
  if (piece_is(piece, "_")) {
    p->at++;
    part.fill = ACT_FILL_ANYTHING;
    return behind_preposition ? add_part(p, part, err) : ACTANT_OK;
  }
  if (is_slot(piece)) {
    (void)read_slot(piece, &part);
    p->at++;
    if (piece_is(peek(p, 0), "and")) {
      p->at++;
      if (!is_slot(peek(p, 0)))
        return expected(p, "the other slot behind 'and'", err);
      p->at++;
      part.fill = ACT_FILL_BOTH;
    } else if (part.owner_only) {
      TRY(read_owned(p, &part, err));
    }
    return add_part(p, part, err);
  }
  part.fill = ACT_FILL_WORDS;
  TRY(act_rule_words(p->line, piece, &part.words, &part.word_count, err));
  p->at++;
  return add_part(p, part, err);
}

/* "(with|to)": the object, or one of these prepositions. */
static actant_status read_optional(pattern *p, act_rule_part *part, actant_error *err)
{
  const act_rule_piece *piece = peek(p, 0);
  act_rule_piece inner = { { piece->text.bytes + 1, piece->text.size - 2 }, piece->column + 1 };
  if (!is_preposition(p, &inner))
    return expected(p, "prepositions between the parentheses", err);
  TRY(add_role(p, part, ACT_ARG_OBJECT, err));
  TRY(act_rule_prepositions(p->line, &inner, part, err));
  p->at++;
  return ACTANT_OK;
}

/* The object: alone it may be an indirect one too ("told Y"); before a second one it is ("gave Y
 * aid"). */
static actant_status read_object(pattern *p, size_t nth, actant_error *err)
{
  act_rule_part part = { 0 };
  if (p->rule.kind == ACT_RULE_NOUN || is_slot(peek(p, 0)) > (p->rule.kind == ACT_RULE_VERB))
    return expected(p, "a preposition", err);
  if (nth > 1)
    return expected(p, "a preposition behind two objects", err);
  TRY(add_role(p, &part, ACT_ARG_OBJECT, err));
  TRY(add_role(p, &part, nth ? ACT_ARG_COMPLEMENT : ACT_ARG_INDIRECT, err));
  return read_filler(p, part, false, err);
}

static bool has_alternative(act_text text, const char *word)
{
  size_t size = strlen(word);
  for (size_t i = 0; i + size <= text.size; i++)
    if (memcmp(text.bytes + i, word, size) == 0 && (i == 0 || text.bytes[i - 1] == '|') &&
        (i + size == text.size || text.bytes[i + size] == '|'))
      return true;
  return false;
}

static actant_status read_preposition(pattern *p, actant_error *err)
{
  act_rule_part part = { 0 };
  const act_rule_piece *next = peek(p, 1);
  if (!next || is_preposition(p, next) || next->text.bytes[0] == '(') {
    const act_rule_piece *piece = peek(p, 0);
    p->rule.particle =
      act_strings_add(&p->line->vocabulary->strings, piece->text.bytes, piece->text.size);
    p->at++;
    return p->rule.particle == ACT_NO_STRING ? act_fail_memory(err, STAGE) : ACTANT_OK;
  }
  TRY(act_rule_prepositions(p->line, peek(p, 0), &part, err));
  if (p->rule.kind == ACT_RULE_BE && has_alternative(peek(p, 0)->text, "of"))
    TRY(add_role(p, &part, ACT_ARG_OWNER, err));
  p->at++;
  return read_filler(p, part, true, err);
}

static actant_status read_rest(pattern *p, actant_error *err)
{
  for (size_t objects = 0; peek(p, 0);) {
    const act_rule_piece *piece = peek(p, 0);
    act_rule_part part = { 0 };
    if (piece->text.bytes[0] == '(') {
      TRY(read_optional(p, &part, err));
      TRY(read_filler(p, part, false, err));
    } else if (piece_is(piece, "that")) {
      TRY(add_role(p, &part, ACT_ARG_CLAUSE, err));
      p->at++;
      TRY(read_filler(p, part, false, err));
      p->rule.obligation = piece_is(peek(p, 0), "must");
      p->at += p->rule.obligation || piece_is(peek(p, 0), "_");
    } else if (piece_is(piece, "unless") || piece_is(piece, "if")) {
      TRY(add_role(p, &part, piece_is(piece, "if") ? ACT_ARG_IF : ACT_ARG_UNLESS, err));
      p->at++;
      TRY(read_filler(p, part, false, err));
      p->at += piece_is(peek(p, 0), "_");
    } else if (piece_is(piece, "to") && piece_is(peek(p, 1), "do")) {
      p->rule.infinitive = true;
      p->at += 2;
      if (is_slot(peek(p, 0))) {
        TRY(add_role(p, &part, ACT_ARG_UNDERTAKING, err));
        TRY(read_filler(p, part, false, err));
      }
    } else if (is_preposition(p, piece)) {
      TRY(read_preposition(p, err));
    } else {
      TRY(read_object(p, objects++, err));
    }
  }
  return ACTANT_OK;
}

static actant_status read_trigger(pattern *p, const char *what, actant_error *err)
{
  const act_rule_piece *piece = peek(p, 0);
  if (!piece || is_slot(piece) || piece_is(piece, "_") || piece->text.bytes[0] == '(')
    return expected(p, what, err);
  TRY(act_rule_words(p->line, piece, &p->triggers, &p->trigger_count, err));
  if (p->rule.kind != ACT_RULE_BE || !is_preposition(p, piece))
    p->at++;
  return ACTANT_OK;
}

/* "X's noun with Y": the noun triggers; "X's noun verb Y": the verb does. */
static actant_status read_possessor(pattern *p, act_rule_part part, actant_error *err)
{
  const act_rule_piece *third = peek(p, 2);
  p->at++;
  if (third && !is_preposition(p, third) && !is_slot(third) && !piece_is(third, "and") &&
      !piece_is(third, "that") && third->text.bytes[0] != '(') {
    p->rule.kind = ACT_RULE_VERB;
    TRY(add_role(p, &part, ACT_ARG_SUBJECT, err));
    TRY(read_owned(p, &part, err));
    TRY(add_part(p, part, err));
    return read_trigger(p, "a verb", err);
  }
  p->rule.kind = ACT_RULE_NOUN;
  part.owner_only = false;
  TRY(add_role(p, &part, ACT_ARG_OWNER, err));
  TRY(add_part(p, part, err));
  return read_trigger(p, "a noun behind the possessor", err);
}

/* What stands before the trigger decides the kind of rule. */
static actant_status read_start(pattern *p, actant_error *err)
{
  act_rule_part part = { 0 };
  const act_rule_piece *piece = peek(p, 0);
  bool anything = piece_is(piece, "_");
  if (!anything && !is_slot(piece)) {
    p->rule.kind = ACT_RULE_NOUN;
    return read_trigger(p, "a slot or a noun", err);
  }
  if (!anything)
    (void)read_slot(piece, &part);
  if (part.owner_only)
    return read_possessor(p, part, err);
  act_rule_part second = { 0 };
  if (piece_is(peek(p, 1), "and") && peek(p, 2) && read_slot(peek(p, 2), &second) &&
      second.owner_only) {
    p->rule.kind = ACT_RULE_NOUN;
    part.fill = ACT_FILL_BOTH;
    p->at += 3;
    TRY(add_role(p, &part, ACT_ARG_OWNER, err));
    TRY(add_part(p, part, err));
    return read_trigger(p, "a noun behind the possessors", err);
  }
  const act_rule_piece *after = peek(p, piece_is(peek(p, 1), "and") ? 3 : 1);
  if (!anything && is_preposition(p, after) && peek(p, 2) && !is_slot(peek(p, 2))) {
    p->rule.kind = ACT_RULE_NOUN;
    p->at += 2;
    TRY(add_role(p, &part, ACT_ARG_ATTENDANT, err));
    TRY(add_part(p, part, err));
    return read_trigger(p, "a noun behind the preposition", err);
  }
  p->rule.kind = piece_is(after, "be") ? ACT_RULE_BE : ACT_RULE_VERB;
  TRY(add_role(p, &part, p->rule.kind == ACT_RULE_BE ? ACT_ARG_THEME : ACT_ARG_SUBJECT, err));
  TRY(read_filler(p, part, false, err));
  if (p->rule.kind == ACT_RULE_BE)
    p->at++;
  return read_trigger(
    p, p->rule.kind == ACT_RULE_BE ? "a noun, adjective or participle behind 'be'" : "a verb", err);
}

static actant_status require_slots(const pattern *p, actant_error *err)
{
  unsigned have = 0;
  for (size_t i = 0; i < p->part_count; i++) {
    act_fill fill = p->parts[i].fill;
    have |= fill == ACT_FILL_BOTH ? 3u : fill == ACT_FILL_X ? 1u : fill == ACT_FILL_Y ? 2u : 0u;
  }
  if (have != 3)
    return act_rule_fail(p->line,
                         p->line->end_column,
                         err,
                         "expected both X and Y in the pattern, %s is missing",
                         have & 1 ? "Y" : "X");
  return ACTANT_OK;
}

static actant_status keep_rule(pattern *p, actant_error *err)
{
  act_vocabulary *v = p->line->vocabulary;
  p->rule.parts = (uint32_t)v->parts.count;
  p->rule.part_count = (uint32_t)p->part_count;
  for (size_t i = 0; i < p->part_count; i++)
    if (!act_array_push(&v->parts, p->parts[i]))
      return act_fail_memory(err, STAGE);
  for (uint32_t i = 0; i < p->trigger_count; i++) {
    act_trigger trigger = { act_trigger_key(v->numbers.data[p->triggers + i], p->rule.kind),
                            (uint32_t)v->rules.count };
    if (!act_array_push(&v->triggers, trigger))
      return act_fail_memory(err, STAGE);
  }
  return act_array_push(&v->rules, p->rule) ? ACTANT_OK : act_fail_memory(err, STAGE);
}

static actant_status read_pattern(act_rule_line *line, actant_error *err)
{
  pattern p = { .line = line };
  if (line->relation == UINT32_MAX)
    return act_rule_fail(line,
                         line->pieces[0].column,
                         err,
                         "expected a line 'relation NAME' before the first pattern");
  p.rule.relation = line->relation;
  p.rule.confidence = 900;
  p.rule.status = -1;
  TRY(read_start(&p, err));
  TRY(read_rest(&p, err));
  TRY(require_slots(&p, err));
  TRY(act_rule_options(line, &p.rule, err));
  if (!p.rule.name)
    TRY(act_rule_name(line, p.triggers, p.trigger_count, &p.rule, err));
  return keep_rule(&p, err);
}

static actant_status read_set(act_rule_line *line, actant_error *err)
{
  act_vocabulary *v = line->vocabulary;
  act_word_set set = { 0 };
  if (line->count != 3 || !piece_is(&line->pieces[1], "=") || line->pieces[0].text.size < 2)
    return act_rule_fail(line,
                         line->pieces[0].column,
                         err,
                         "expected '@name = word|word|@set' without blanks around '|'");
  act_text name = line->pieces[0].text;
  TRY(act_rule_words(line, &line->pieces[2], &set.first, &set.count, err));
  set.name = act_strings_add(&v->strings, name.bytes, name.size);
  if (set.name == ACT_NO_STRING || !act_array_push(&v->sets, set))
    return act_fail_memory(err, STAGE);
  return ACTANT_OK;
}

actant_status act_rules_read(act_vocabulary *v, const char *name, act_text text, actant_error *err)
{
  act_rule_line line = { .vocabulary = v,
                         .file = act_arena_copy(&v->arena, name, strlen(name)),
                         .relation = UINT32_MAX };
  const char *at = text.bytes, *end = text.bytes + text.size;
  if (!line.file)
    return act_fail_memory(err, STAGE);
  while (at < end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    line.number++;
    TRY(act_rule_line_cut(&line, (act_text){ at, (size_t)((stop ? stop : end) - at) }, err));
    if (line.count && piece_is(&line.pieces[0], "relation"))
      TRY(act_rule_relation(&line, err));
    else if (line.count && line.pieces[0].text.bytes[0] == '@' && line.count > 1 &&
             piece_is(&line.pieces[1], "="))
      TRY(read_set(&line, err));
    else if (line.example)
      TRY(act_rule_keep_example(&line, err));
    else if (line.count)
      TRY(read_pattern(&line, err));
    at = stop ? stop + 1 : end;
  }
  return ACTANT_OK;
}
