/* SPDX-License-Identifier: MIT */
/* Pronouns: the best antecedent in this sentence and the three before it, by salience (after Lappin
   and Leass 1994): nearness, subject before object before others, the same function as the
   pronoun's, names before nouns, and how often the entity was spoken of. Gender and number must
   fit; what governs the same verb is excluded.  Relative pronouns follow the tree (relatives.c),
   and "I" in a quotation is who speaks. */
#include "resolve/salience.h"

#define FIRST_PERSON "i me my mine myself"

enum { STRANGER = 60, MUCH = 4, RELATIVE = 120 };
enum { BACK_SENTENCES = 3, TOPIC_WINDOW = 400 }; /* sentences and candidates looked back at */

static const act_candidate *cand(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static const act_candidate *root(const act_resolver *r, uint32_t i)
{
  return cand(r, act_root_of(r, i));
}

static bool is_possessive(const act_resolver *r, uint32_t token)
{
  return act_token_at(r, token)->deprel == ACT_DEP_NMOD_POSS;
}

static bool is_reflexive(const act_resolver *r, uint32_t token)
{
  return act_form_in(r, token, "himself herself itself themselves myself ourselves");
}

/* Two arguments of one verb cannot be the same, unless one of them is reflexive or possessive. */
static bool excluded(const act_resolver *r, const act_candidate *p, const act_candidate *c)
{
  if (c->sentence != p->sentence)
    return false;
  uint32_t ph = act_token_at(r, p->head)->head, ch = act_token_at(r, c->head)->head;
  if (ph == c->head && is_possessive(r, p->head))
    return true;
  if (is_possessive(r, p->head) || is_reflexive(r, p->head))
    return act_token_at(r, c->head)->deprel == ACT_DEP_APPOS && ch == p->head;
  if (ph == ch && ph != ACT_ROOT)
    return true;
  /* "X's friend saw him" leaves X open; "he" over the clause of X does not hold X: "He said that X
   * came" comes later anyway */
  return act_first_conjunct(r, c->head) != c->head &&
         act_token_at(r, act_first_conjunct(r, c->head))->head == ph && ph != ACT_ROOT;
}

static int function_score(const act_resolver *r, const act_candidate *c)
{
  uint32_t head = act_first_conjunct(r, c->head);
  uint8_t deprel = act_token_at(r, head)->deprel;
  if (act_subject_relation(deprel))
    return 34;
  switch (act_deprel_plain(deprel)) {
    case ACT_DEP_ROOT:
      return 24;
    case ACT_DEP_OBJ:
      return 16;
    case ACT_DEP_IOBJ:
      return 16;
    case ACT_DEP_OBL:
      return deprel == ACT_DEP_OBL_AGENT ? 16 : 8;
    case ACT_DEP_NMOD:
      return deprel == ACT_DEP_NMOD_POSS ? 8 : 2;
    case ACT_DEP_APPOS:
      return -4;
    case ACT_DEP_COMPOUND:
    case ACT_DEP_AMOD:
      return -30;
    case ACT_DEP_VOCATIVE:
      return -10;
    default:
      return 0;
  }
}

static bool same_function(const act_resolver *r, uint32_t a, uint32_t b)
{
  bool sa = act_subject_relation(act_token_at(r, a)->deprel),
       sb = act_subject_relation(act_token_at(r, b)->deprel);
  return sa || sb ? sa && sb
                  : act_deprel_plain(act_token_at(r, a)->deprel) ==
                      act_deprel_plain(act_token_at(r, b)->deprel);
}

static uint32_t mentions_before(const act_resolver *r, uint32_t i, uint32_t j)
{
  uint32_t top = act_root_of(r, j), count = 0;
  for (uint32_t k = i; k-- > 0 && count < 5 && i - k < 200;)
    count += act_root_of(r, k) == top && !cand(r, k)->dropped;
  return count;
}

static bool in_dateline(const act_resolver *r, const act_candidate *c)
{
  return r->a->document->blocks.data[r->a->sentences.data[c->sentence].block].kind ==
         ACT_BLOCK_DATELINE;
}

static bool fits(const act_resolver *r, const act_candidate *p, uint32_t j)
{
  const act_candidate *c = cand(r, j), *top = root(r, j);
  if (c->dropped || c->author || in_dateline(r, c) || (c->form == ACTANT_PRONOUN && !c->resolved))
    return false;
  if (act_form_in(r, p->head, "it its itself")) {
    if (c->set_count || c->plural || top->type == ACTANT_PERSON)
      return false;
    return true;
  }
  if (c->set_count || c->plural || c->hidden)
    return false;
  if (c->form == ACTANT_NAME && c->kind == ACT_MENTION_DEMONYM)
    return false;
  return top->type == ACTANT_PERSON &&
         (top->gender == ACT_GENDER_UNKNOWN || top->gender == p->gender);
}

static bool in_quotes(const act_resolver *r, uint32_t token)
{
  return r->speaker[token] != 0;
}

/* "It" is more often a thing than a body or country; those it means where it does what they do. */
static int neuter_score(const act_resolver *r, const act_candidate *p, uint32_t j)
{
  static const char acts[] =
    "say announce plan agree accuse deny report add sign launch offer employ operate produce sell "
    "buy acquire own hire own seek want need support "
    "oppose call urge reject face win lose join leave open close expand build make provide export "
    "import invade attack control border found";
  const act_candidate *c = cand(r, j), *top = root(r, j);
  if (top->type == ACT_TYPE_UNKNOWN)
    return 0;
  bool subject = act_subject_relation(act_token_at(r, p->head)->deprel) &&
                 act_token_at(r, p->head)->head != ACT_ROOT;
  int value = subject && act_lemma_among(r, act_token_at(r, p->head)->head, acts) ? 20 : 0;
  if (!subject)
    value -= is_possessive(r, p->head) ? 0 : 18;
  if (subject && act_dependent_of(r, act_token_at(r, p->head)->head, ACT_DEP_COP) != ACT_NO_TOKEN)
    value -= 30;
  if (!top->named)
    value -= 8;
  if (top->type == ACTANT_PLACE && !act_subject_relation(act_token_at(r, c->head)->deprel))
    value -= 14;
  if (c->kind == ACT_MENTION_DEMONYM)
    value -= 20;
  return value;
}

static int score(const act_resolver *r, uint32_t i, uint32_t j)
{
  const act_candidate *p = cand(r, i), *c = cand(r, j);
  int far = is_possessive(r, p->head) ? 40 : 24; /* "its" looks less far back */
  int value = 100 - far * (int)(p->sentence - c->sentence) + function_score(r, c) +
              4 * (int)mentions_before(r, i, j);
  if (same_function(r, p->head, c->head))
    value += 14;
  if (c->form == ACTANT_NAME)
    value += 6;
  if (p->gender != ACT_GENDER_UNKNOWN && root(r, j)->gender == p->gender)
    value += 8;
  if (c->form == ACTANT_NOMINAL && p->type == ACTANT_PERSON && !root(r, j)->named)
    value -= c->possessed ? 24 : 10; /* "her mentor" is less spoken of than she is */
  if (p->type == ACT_TYPE_UNKNOWN && !p->plural)
    value += neuter_score(r, p, j);
  if (c->sentence == p->sentence && act_subject_relation(act_token_at(r, c->head)->deprel) &&
      act_is_below(r, p->head, act_token_at(r, c->head)->head))
    value += 20; /* the subject of a verb above the pronoun */
  if (in_quotes(r, p->head) && !in_quotes(r, c->head) &&
      act_subject_relation(act_token_at(r, c->head)->deprel) && c->sentence == p->sentence)
    value -= 60; /* who is quoted speaks of someone else */
  return value;
}

/* A name behind the pronoun may be meant when the pronoun's clause leads up to it: "After he won, X
 * …". */
static uint32_t look_ahead(const act_resolver *r, uint32_t i)
{
  const act_candidate *p = cand(r, i);
  uint32_t subordinate = ACT_NO_TOKEN;
  for (uint32_t t = p->head; t != ACT_ROOT; t = act_token_at(r, t)->head) {
    uint8_t deprel = act_deprel_plain(act_token_at(r, t)->deprel);
    if (deprel == ACT_DEP_ADVCL || deprel == ACT_DEP_OBL)
      subordinate = t;
  }
  if (subordinate == ACT_NO_TOKEN)
    return ACT_NO_CANDIDATE;
  uint32_t verb = act_token_at(r, subordinate)->head;
  for (uint32_t c = act_child_first(r, verb); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    uint32_t j = r->at[c];
    if (c > p->head && act_subject_relation(act_token_at(r, c)->deprel) && j != ACT_NO_CANDIDATE &&
        cand(r, j)->form == ACTANT_NAME && fits(r, p, j))
      return j;
  }
  return ACT_NO_CANDIDATE;
}

/* Whether nobody who fits stands before it in its sentence. */
static bool is_first(const act_resolver *r, const act_candidate *p, uint32_t j)
{
  for (uint32_t k = j; k-- > 0 && cand(r, k)->sentence == cand(r, j)->sentence;)
    if (fits(r, p, k) && act_root_of(r, k) != act_root_of(r, j))
      return false;
  return true;
}

/* The person most spoken of before a pronoun. */
static uint32_t topic_before(const act_resolver *r, uint32_t i)
{
  uint32_t best = ACT_NO_CANDIDATE, most = 1;
  uint32_t from = i > TOPIC_WINDOW ? i - TOPIC_WINDOW : 0;
  for (uint32_t j = from; j < i; j++) {
    const act_candidate *top = root(r, j);
    uint32_t count = ++r->counts[act_root_of(r, j)];
    if (top->type == ACTANT_PERSON && top->named && !cand(r, j)->dropped && count > most) {
      most = count;
      best = act_root_of(r, j);
    }
  }
  for (uint32_t j = from; j < i; j++)
    r->counts[act_root_of(r, j)] = 0;
  return best;
}

/* Whether a person heads a state or a government. */
static bool is_head(const act_resolver *r, uint32_t j)
{
  for (size_t k = 0; k < r->roles.count; k++)
    if (r->roles.data[k].role <= ACT_ROLE_HEAD_OF_GOVERNMENT && !r->roles.data[k].negated &&
        act_root_of(r, r->roles.data[k].holder) == act_root_of(r, j))
      return true;
  return false;
}

/* The last name, as a lower-cased string, of the relative whom a pronoun owns: "Roe" of "her
 * husband, Ed Roe"; ACT_NO_STRING when there is none. */
static uint32_t surname_owned(const act_resolver *r, const act_candidate *p)
{
  const uint32_t kin = act_token_at(r, p->head)->head, end = r->a->sentences.data[p->sentence].end;
  act_noun noun;
  if (!is_possessive(r, p->head) || kin == ACT_ROOT || !act_noun_at(r->a, kin, kin + 1, &noun) ||
      !noun.kin)
    return ACT_NO_STRING;
  const uint32_t first = kin + 1 < end && act_form_is(r, kin + 1, ",") ? kin + 2 : kin + 1;
  const uint32_t name = first < end ? r->covered[first] : ACT_NO_CANDIDATE;
  return name == ACT_NO_CANDIDATE || cand(r, name)->form != ACTANT_NAME ||
             cand(r, name)->end - cand(r, name)->first < 2
           ? ACT_NO_STRING
           : act_token_at(r, cand(r, name)->end - 1)->lower;
}

/* For "he" and "she": the person of the highest salience. */
static uint32_t best_person(const act_resolver *r, uint32_t i)
{
  const act_candidate *p = cand(r, i);
  uint32_t best = ACT_NO_CANDIDATE, seen[3], count = 0;
  int best_score = 0;
  act_salience_place place = { .topic = topic_before(r, i) };
  uint32_t ahead = look_ahead(r, i);
  const uint32_t surname = surname_owned(r, p);
  bool governs =
    is_possessive(r, p->head) &&
    act_form_in(r, act_token_at(r, p->head)->head, "government administration cabinet");
  for (uint32_t j = i; j-- > 0 && p->sentence - cand(r, j)->sentence <= BACK_SENTENCES;) {
    if (cand(r, j)->head == p->head || !fits(r, p, j) || excluded(r, p, cand(r, j)))
      continue;
    place.rank = 0;
    while (place.rank < count && seen[place.rank] != act_root_of(r, j))
      place.rank++;
    if (place.rank == count && count < 3)
      seen[count++] = act_root_of(r, j);
    place.first_in_sentence = is_first(r, p, j);
    int value = act_salience(r, i, j, place) + (governs && is_head(r, j) ? 90 : 0);
    if (place.topic != ACT_NO_CANDIDATE && mentions_before(r, i, place.topic) > MUCH &&
        act_root_of(r, j) != place.topic && root(r, j)->gender == ACT_GENDER_UNKNOWN &&
        cand(r, place.topic)->gender == p->gender)
      value -= STRANGER; /* one of unknown gender, where the person spoken of has the right one */
    if (surname != ACT_NO_STRING && act_token_at(r, root(r, j)->end - 1)->lower == surname)
      value += RELATIVE;
    if (best == ACT_NO_CANDIDATE || value > best_score) {
      best = j;
      best_score = value;
    }
  }
  place.rank = 3;
  place.first_in_sentence = false;
  return ahead != ACT_NO_CANDIDATE &&
             (best == ACT_NO_CANDIDATE || act_salience(r, i, ahead, place) > best_score)
           ? ahead
           : best;
}

/* For "it": the same walk with the scores of things. */
static uint32_t best_thing(const act_resolver *r, uint32_t i)
{
  const act_candidate *p = cand(r, i);
  uint32_t best = ACT_NO_CANDIDATE;
  int best_score = 0;
  for (uint32_t j = i; j-- > 0 && p->sentence - cand(r, j)->sentence <= BACK_SENTENCES;) {
    if (cand(r, j)->head == p->head || !fits(r, p, j) || excluded(r, p, cand(r, j)))
      continue;
    int value = score(r, i, j);
    if (best == ACT_NO_CANDIDATE || value > best_score) {
      best = j;
      best_score = value;
    }
  }
  return best;
}

/* The subject of a verb of saying in a sentence, outside quotation marks. */
static uint32_t speaker_in(const act_resolver *r, uint32_t sentence)
{
  const act_sentence *s = &r->a->sentences.data[sentence];
  if (!s->parsed)
    return ACT_NO_CANDIDATE;
  for (uint32_t t = s->first; t < s->end; t++) {
    if (in_quotes(r, t) || act_token_at(r, t)->upos != ACT_UPOS_VERB ||
        !act_lemma_among(r,
                         t,
                         "say tell add write tweet state declare explain note continue recall "
                         "remark reply argue insist announce admit claim"))
      continue;
    uint32_t subject = act_dependent_of(r, t, ACT_DEP_NSUBJ);
    if (subject != ACT_NO_TOKEN && r->at[subject] != ACT_NO_CANDIDATE)
      return r->at[subject];
  }
  return ACT_NO_CANDIDATE;
}

static uint32_t quoted_speaker(const act_resolver *r, uint32_t i)
{
  const act_candidate *p = cand(r, i);
  if (!in_quotes(r, p->head))
    return ACT_NO_CANDIDATE;
  for (uint32_t back = 0; back <= 2 && back <= p->sentence; back++) {
    uint32_t speaker = speaker_in(r, p->sentence - back);
    if (speaker != ACT_NO_CANDIDATE)
      return speaker;
  }
  return p->sentence + 1 < r->a->sentences.count ? speaker_in(r, p->sentence + 1)
                                                 : ACT_NO_CANDIDATE;
}

/* Whether someone is coordinated with a candidate, in front of a token: of "X and his wife Y" the
 * noun may be nobody by itself. */
static bool has_conjunct(const act_resolver *r, uint32_t j, uint32_t before)
{
  for (uint32_t c = act_child_first(r, cand(r, j)->head); c != ACT_NO_TOKEN && c < before;
       c = act_child_next(r, c))
    if (act_token_at(r, c)->deprel == ACT_DEP_CONJ && r->at[c] != ACT_NO_CANDIDATE)
      return true;
  return false;
}

static bool is_single_person(const act_resolver *r, uint32_t token)
{
  uint32_t i = r->at[token];
  return i != ACT_NO_CANDIDATE && root(r, i)->type == ACTANT_PERSON && !cand(r, i)->plural &&
         !cand(r, i)->dropped && !cand(r, i)->hidden && !cand(r, i)->set_count;
}

/* "X married Y; they have two children": the two that a verb in front of the pronoun, in its
 * sentence, joins. */
static bool find_couple(const act_resolver *r, const act_candidate *p, uint32_t members[2])
{
  uint32_t first = r->a->sentences.data[p->sentence].first;
  for (uint32_t verb = p->head; verb-- > first;) {
    uint32_t count = 0;
    if (act_token_at(r, verb)->upos != ACT_UPOS_VERB || !act_lemma_among(r, verb, "marry wed"))
      continue;
    for (uint32_t c = act_child_first(r, verb); c != ACT_NO_TOKEN && c < p->head && count < 2;
         c = act_child_next(r, c)) {
      uint8_t dep = act_deprel_plain(act_token_at(r, c)->deprel);
      if ((dep == ACT_DEP_NSUBJ || dep == ACT_DEP_OBJ || dep == ACT_DEP_OBL) &&
          is_single_person(r, c))
        members[count++] = r->at[c];
    }
    return count == 2 && act_root_of(r, members[0]) != act_root_of(r, members[1]);
  }
  return false;
}

/* "they": a set or a coordination, a plural noun or, failing those, one organisation; whichever is
 * the more salient. */
static bool refer_plural(act_resolver *r, uint32_t i)
{
  const act_candidate *p = cand(r, i);
  uint32_t members[8], best = ACT_NO_CANDIDATE;
  int best_score = 0;
  if (find_couple(r, p, members))
    return act_make_set(r, i, members, 2, "pronoun");
  for (uint32_t j = i; j-- > 0 && p->sentence - cand(r, j)->sentence <= 2;) {
    const act_candidate *c = cand(r, j);
    bool organisation = root(r, j)->type == ACTANT_ORGANISATION && c->form == ACTANT_NAME;
    bool coordination = false;
    if (c->dropped || c->head == p->head || excluded(r, p, c) ||
        (c->form == ACTANT_PRONOUN && !c->set_count && !c->plural))
      continue;
    if (act_token_at(r, c->head)->deprel != ACT_DEP_CONJ && !c->set_count &&
        r->a->sentences.data[c->sentence].parsed)
      coordination = has_conjunct(r, j, p->head);
    if (!organisation && !coordination && !c->set_count && !c->plural)
      continue;
    int value = score(r, i, j) - (organisation && !coordination ? 25 : 0) +
                (coordination || c->set_count ? 8 : 0);
    if (best == ACT_NO_CANDIDATE || value > best_score) {
      best = j;
      best_score = value;
    }
  }
  if (best == ACT_NO_CANDIDATE || cand(r, best)->hidden) {
    r->candidates.data[i].dropped = true;
    return true;
  }
  const act_candidate *c = cand(r, best);
  if (c->set_count) {
    uint32_t count = c->set_count < 8 ? c->set_count : 8;
    for (uint32_t k = 0; k < count; k++)
      members[k] = r->sets.data[c->set + k];
    return act_make_set(r, i, members, count, "pronoun");
  }
  if (act_dependent_of(r, c->head, ACT_DEP_CONJ) != ACT_NO_TOKEN && !c->plural) {
    uint32_t count = act_last_coordination(r, best + 1 < i ? best + 1 : i, 7u, 0, members);
    if (count > 1)
      return act_make_set(r, i, members, count, "pronoun");
  }
  r->candidates.data[i].plural = c->plural;
  act_join_clusters(r, i, best, "pronoun");
  return true;
}

static void settle(act_resolver *r, uint32_t i, uint32_t antecedent, const char *why)
{
  if (antecedent == ACT_NO_CANDIDATE || cand(r, antecedent)->hidden ||
      cand(r, antecedent)->dropped) {
    r->candidates.data[i].dropped = true;
    return;
  }
  const act_candidate *c = cand(r, antecedent);
  if (c->set_count) {
    r->candidates.data[i].set = c->set;
    r->candidates.data[i].set_count = c->set_count;
    r->candidates.data[i].kind = ACT_MENTION_SET;
    r->candidates.data[i].why = why;
  } else if (!act_join_clusters(r, i, antecedent, why)) {
    r->candidates.data[i].dropped = true;
  }
}

/* "I" in a quotation is who speaks; elsewhere whoever writes, a person without a name. */
static void refer_first_person(act_resolver *r, uint32_t i)
{
  if (in_quotes(r, cand(r, i)->head)) {
    settle(r, i, quoted_speaker(r, i), "speaker");
    return;
  }
  for (uint32_t j = i; j-- > 0 && i - j < TOPIC_WINDOW;) {
    const act_candidate *c = cand(r, j);
    if (c->form == ACTANT_PRONOUN && !c->dropped && !in_quotes(r, c->head) &&
        act_form_in(r, c->head, FIRST_PERSON)) {
      act_join_clusters(r, i, j, "the writer");
      return;
    }
  }
}

bool act_refer_pronoun(act_resolver *r, uint32_t i)
{
  uint32_t head = cand(r, i)->head;
  if (act_form_in(r, head, "who whom whose which that")) {
    settle(r, i, act_relative_antecedent(r, head), "relative pronoun");
    return true;
  }
  if (act_form_is(r, head, "where")) {
    settle(r, i, act_where_antecedent(r, head), "relative pronoun");
    return true;
  }
  if (act_form_in(r, head, FIRST_PERSON)) {
    refer_first_person(r, i);
    return true;
  }
  if (act_form_in(r, head, "we us our ours ourselves")) {
    r->candidates.data[i].dropped = true;
    return true;
  }
  if (cand(r, i)->plural)
    return refer_plural(r, i);
  uint32_t best = cand(r, i)->type == ACTANT_PERSON ? best_person(r, i) : best_thing(r, i);
  if (best == ACT_NO_CANDIDATE && cand(r, i)->type == ACTANT_PERSON)
    return true; /* a person without a name */
  settle(r, i, best, "pronoun");
  return true;
}
