/* SPDX-License-Identifier: MIT */
/* Proper nouns that neither the finder nor the gazetteer claimed, taken for persons or bodies on
   the evidence of the document: a word of a person's name seen elsewhere, a given name or surname
   of the lists, an act or a tie that only people have, or what only bodies have.  The finder sees
   "Ina Quist" in the first paragraph and misses "Quist" in the ninth. */
#include "resolve/evidence.h"
#include "resolve/name_span.h"

enum { GIVEN = ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE };

static uint32_t lists_of(const act_resolver *r, uint32_t token)
{
  return act_gazetteer_word_lists(r->gazetteer,
                                  r->a->strings.hashes[act_token_at(r, token)->lower]);
}

/* By string: it begins or ends a person's name of the document. */
static bool *person_words(act_resolver *r)
{
  bool *words = act_arena_zalloc(&r->arena, r->a->strings.texts.count, sizeof *words);
  for (size_t i = 0; words && i < r->candidates.count; i++) {
    const act_candidate *c = &r->candidates.data[i];
    if (c->type != ACTANT_PERSON || c->form != ACTANT_NAME)
      continue;
    words[act_token_at(r, c->end - 1)->lower] = true;
    words[act_token_at(r, c->first)->lower] = true;
  }
  return words;
}

/* "the chipmaker Xylo", "his party, Xylo,": a noun of bodies right before. */
static bool is_called_body(const act_resolver *r, uint32_t first, uint32_t floor)
{
  act_noun noun;
  uint32_t before = first > floor && act_form_is(r, first - 1, ",") ? first - 1 : first;
  if (before <= floor || act_token_at(r, before - 1)->xpos != ACT_XPOS_NN ||
      act_noun_longest(r->a, floor, before - 1, &noun) == ACT_NO_TOKEN)
    return false;
  return noun.type == ACT_NOUN_ORGANISATION && noun.sub != ACT_SUB_ACTING &&
         noun.sub != ACT_SUB_NONE;
}

/* Beside those, by string: words that the document writes with a capital inside its sentences, and
 * never small, are names whatever the tagger says of them elsewhere. */
static void add_foreign_words(const act_resolver *r, bool *names)
{
  for (size_t i = 0; i < r->a->sentences.count; i++) {
    const act_sentence *s = &r->a->sentences.data[i];
    if (!s->parsed || r->a->document->blocks.data[s->block].kind == ACT_BLOCK_HEADLINE)
      continue;
    for (uint32_t t = s->first + 1; t < s->end; t++) {
      const act_token *token = act_token_at(r, t);
      bool called = token->upos == ACT_UPOS_NOUN && token->xpos == ACT_XPOS_NN &&
                    is_called_body(r, t, s->first);
      if ((token->upos == ACT_UPOS_PROPN || called) && act_capitalised(r, t) &&
          !act_all_capitals(r, t) && act_token_at(r, t - 1)->upos != ACT_UPOS_PUNCT &&
          !r->small[token->lower] && !(lists_of(r, t) & ACT_LIST_ORDINARY))
        names[token->lower] = true;
    }
  }
}

static bool may_be_name(const act_resolver *r, const bool *words, uint32_t t)
{
  const act_token *token = act_token_at(r, t);
  act_noun noun;
  if (!act_capitalised(r, t) || act_token_form(r->a, t).size < 2 ||
      r->covered[t] != ACT_NO_CANDIDATE || act_noun_at(r->a, t, t + 1, &noun))
    return false;
  if (token->upos == ACT_UPOS_PROPN)
    return token->xpos != ACT_XPOS_NNPS || words[token->lower];
  bool open = token->upos == ACT_UPOS_NOUN || token->upos == ACT_UPOS_VERB ||
              token->upos == ACT_UPOS_ADJ || token->upos == ACT_UPOS_ADV ||
              token->upos == ACT_UPOS_INTJ || token->upos == ACT_UPOS_X;
  return open && words[token->lower] && !r->small[token->lower];
}

/* What only people do. */
static bool acts_as_person(const act_resolver *r, uint32_t head)
{
  static const char verbs[] =
    "marry die retire graduate study write sing smile think feel speak ask divorce remarry sleep "
    "dream laugh cry weep resign enlist teach star act "
    "portray play debut perform paint compose direct narrate recall remember realize realise "
    "decide wonder know love hate grow return travel emigrate coach train swim run "
    "dance bear wed confess admit recount reply nod shout whisper murder rape kiss befriend mentor "
    "write co-write author edit pen sign";
  const act_token *token = act_token_at(r, head);
  if (act_subject_relation(token->deprel) && token->head != ACT_ROOT)
    return act_lemma_among(r, token->head, verbs);
  act_noun noun;
  if (token->deprel == ACT_DEP_NMOD_POSS && token->head != ACT_ROOT)
    return act_noun_at(r->a, token->head, token->head + 1, &noun) && noun.kin;
  for (uint32_t c = act_child_first(r, head); c != ACT_NO_TOKEN; c = act_child_next(r, c)) {
    if (act_token_at(r, c)->deprel == ACT_DEP_APPOS && act_noun_at(r->a, c, c + 1, &noun) &&
        noun.type == ACT_NOUN_PERSON)
      return true;
    uint32_t who = act_token_at(r, c)->deprel == ACT_DEP_ACL_RELCL
                     ? act_dependent_of(r, c, ACT_DEP_NSUBJ)
                     : ACT_NO_TOKEN;
    if (who != ACT_NO_TOKEN && act_form_is(r, who, "who"))
      return true;
  }
  return false;
}

/* The subject or agent of a verb. */
static bool acts(const act_resolver *r, uint32_t head)
{
  const act_token *token = act_token_at(r, head);
  return (token->deprel == ACT_DEP_NSUBJ || token->deprel == ACT_DEP_OBL_AGENT) &&
         token->head != ACT_ROOT && act_token_at(r, token->head)->upos == ACT_UPOS_VERB;
}

/* "The new minister is X", "the minister, X". */
static bool is_named_holder(const act_resolver *r, uint32_t first, uint32_t head, uint32_t floor)
{
  act_noun noun;
  uint32_t subject = act_dependent_of(r, head, ACT_DEP_COP) == ACT_NO_TOKEN
                       ? ACT_NO_TOKEN
                       : act_dependent_of(r, head, ACT_DEP_NSUBJ);
  if (subject != ACT_NO_TOKEN && act_noun_at(r->a, subject, subject + 1, &noun) &&
      noun.type == ACT_NOUN_PERSON)
    return true;
  return first >= floor + 2 && act_form_is(r, first - 1, ",") &&
         act_token_at(r, first - 2)->xpos == ACT_XPOS_NN &&
         act_noun_longest(r->a, floor, first - 2, &noun) != ACT_NO_TOKEN &&
         noun.type == ACT_NOUN_PERSON && noun.has_role;
}

/* "GlobalTyres": a capital inside a word, but not behind "Mc" and its like. */
static bool is_camel(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  size_t inner = 0;
  for (size_t i = 1; i < form.size; i++)
    inner += form.bytes[i] >= 'A' && form.bytes[i] <= 'Z';
  for (size_t i = 3; i + 1 < form.size && inner == 1; i++)
    if (form.bytes[i] >= 'A' && form.bytes[i] <= 'Z' && form.bytes[i - 1] >= 'a' &&
        form.bytes[i - 1] <= 'z' && form.bytes[i + 1] >= 'a')
      return !(i == 3 && form.bytes[0] == 'M' && form.bytes[1] == 'a' && form.bytes[2] == 'c') &&
             !(i == 4 && form.bytes[0] == 'F' && form.bytes[1] == 'i');
  return false;
}

/* What shows a body where it stands. */
static bool shows_body(const act_resolver *r, uint32_t first, uint32_t end, uint32_t floor)
{
  act_noun noun;
  uint32_t lists = lists_of(r, end - 1);
  if (lists_of(r, first) & GIVEN && end - first > 1)
    return false;
  if (end - first > 1 && act_is_legal_form(r, end - 1))
    return true;
  if (end - first > 1 && !(lists & ACT_LIST_SURNAME) &&
      ((lists & ACT_LIST_ORG_WORD) ||
       (act_noun_at(r->a, end - 1, end, &noun) && noun.type == ACT_NOUN_ORGANISATION)))
    return true;
  return is_camel(r, first) || is_called_body(r, first, floor) ||
         act_is_body(r, act_span_head(r, first, end), end - 1);
}

static bool is_person(const act_resolver *r, const bool *words, uint32_t first, uint32_t end)
{
  uint32_t last = end - 1, lists = lists_of(r, first), tail = lists_of(r, last),
           head = act_span_head(r, first, end);
  if (words[act_token_at(r, last)->lower] ||
      (end - first == 1 && words[act_token_at(r, first)->lower]))
    return true;
  if (lists & (ACT_LIST_ORG_WORD | ACT_LIST_PLACE_WORD) ||
      tail & (ACT_LIST_ORG_WORD | ACT_LIST_PLACE_WORD) || act_all_capitals(r, first))
    return false;
  if (act_token_at(r, head)->deprel == ACT_DEP_COMPOUND)
    return false;
  if (acts_as_person(r, head) ||
      is_named_holder(r, first, head, r->a->sentences.data[r->sentence_of[first]].first))
    return true;
  if (acts(r, head) && !r->small[act_token_at(r, first)->lower] &&
      !(lists & (ACT_LIST_ORDINARY | ACT_LIST_CITY | ACT_LIST_REGION | ACT_LIST_COUNTRY |
                 ACT_LIST_FEATURE | ACT_LIST_ORGANISATION)))
    return true;
  if (lists & ACT_LIST_ORDINARY || r->small[act_token_at(r, first)->lower])
    return false;
  if (end - first > 1)
    return (lists & GIVEN) != 0;
  return (lists & (GIVEN | ACT_LIST_SURNAME)) &&
         !(lists & (ACT_LIST_CITY | ACT_LIST_REGION | ACT_LIST_COUNTRY | ACT_LIST_FEATURE |
                    ACT_LIST_ORGANISATION));
}

static bool is_person_at(const act_resolver *r, uint32_t token)
{
  uint32_t i = r->covered[token];
  return i != ACT_NO_CANDIDATE && r->candidates.data[i].form == ACTANT_NAME &&
         r->candidates.data[i].type == ACTANT_PERSON;
}

/* Capitals that a person belongs to are a body: "Ana Reyes of ADPL", "ADPL's Ana Reyes", "ADPL
 * chair Ana Reyes", "(ADPL)" behind a body's name. */
static bool is_body_acronym(const act_resolver *r, uint32_t t, const act_sentence *s)
{
  act_text form = act_token_form(r->a, t);
  if (form.size < 2 || form.size > 8 || !act_all_capitals(r, t) ||
      r->covered[t] != ACT_NO_CANDIDATE || act_token_at(r, t)->upos == ACT_UPOS_NUM)
    return false;
  if (t + 2 < s->end && act_token_at(r, t + 1)->xpos == ACT_XPOS_POS && is_person_at(r, t + 2))
    return true;
  if (t + 1 < s->end && is_person_at(r, t + 1) &&
      r->candidates.data[r->covered[t + 1]].title == t + 1 &&
      r->candidates.data[r->covered[t + 1]].first > t + 1)
    return true;
  uint32_t before = t > s->first && act_form_is(r, t - 1, "the") ? t - 1 : t;
  if (before >= s->first + 2 && act_form_in(r, before - 1, "of from") &&
      is_person_at(r, before - 2))
    return true;
  if (t < s->first + 2 || !act_form_in(r, t - 1, "( [") || t + 1 >= s->end ||
      !act_form_in(r, t + 1, ") ]"))
    return false;
  uint32_t name = r->covered[t - 2];
  return name != ACT_NO_CANDIDATE && r->candidates.data[name].type == ACTANT_ORGANISATION &&
         r->candidates.data[name].end - r->candidates.data[name].first > 1;
}

static bool add_acronyms(act_resolver *r, bool *bodies, const act_sentence *s, bool known)
{
  for (uint32_t t = s->first; t < s->end; t++) {
    uint32_t lower = act_token_at(r, t)->lower;
    if (!known) {
      bodies[lower] |= is_body_acronym(r, t, s);
      continue;
    }
    act_name_span span = { t, t + 1, ACT_NO_RECORD, ACTANT_ORGANISATION, ACT_FORM_NAME, true };
    if (bodies[lower] && r->covered[t] == ACT_NO_CANDIDATE && act_all_capitals(r, t) &&
        !act_name_add(r, s, span, s->first))
      return false;
  }
  return true;
}

/* What the document knows of free words. */
typedef struct knowledge {
  bool *words;          /* by string: of a person's name */
  bool *names;          /* by string: of any name */
  bool *bodies;         /* by string: begins a body's name */
  bool *clubs;          /* by string: ends a club's name, and may stand for it */
  act_evidence *proofs; /* by string: what stands around names that begin so */
} knowledge;

/* The type of a free name: a body, a person, or what the evidence of all its places says;
 * ACT_TYPE_UNKNOWN when nothing does. */
static uint8_t type_of(const act_resolver *r, const knowledge *k, uint32_t first, uint32_t end)
{
  uint32_t lower = act_token_at(r, first)->lower;
  const int *of = k->proofs[lower].of;
  if (k->bodies[lower])
    return ACTANT_ORGANISATION;
  uint8_t best = of[ACTANT_ORGANISATION] > of[ACTANT_PERSON] ? ACTANT_ORGANISATION : ACTANT_PERSON;
  best = of[ACTANT_PLACE] > of[best] ? ACTANT_PLACE : best;
  uint32_t lands = best == ACTANT_PLACE ? 0 : ACT_LIST_COUNTRY | ACT_LIST_REGION | ACT_LIST_DEMONYM;
  bool ordinary = r->small[lower] || (lists_of(r, first) & (ACT_LIST_ORDINARY | lands));
  if (k->words[act_token_at(r, end - 1)->lower] || of[best] < 2 || ordinary)
    return is_person(r, k->words, first, end) ? ACTANT_PERSON : ACT_TYPE_UNKNOWN;
  return best;
}

/* "Rovers" alone, where a name ends so. */
static bool is_club(const act_resolver *r, const knowledge *k, uint32_t t)
{
  return k->clubs[act_token_at(r, t)->lower] && act_capitalised(r, t) &&
         r->covered[t] == ACT_NO_CANDIDATE &&
         (act_token_at(r, t)->upos == ACT_UPOS_PROPN || act_token_at(r, t)->upos == ACT_UPOS_NOUN);
}

/* The end of the run of free name words from a token: the token itself when there is none. */
static uint32_t run_end(const act_resolver *r,
                        const knowledge *k,
                        const act_sentence *s,
                        uint32_t t)
{
  uint32_t end = t;
  act_noun noun;
  while (end < s->end && end - t < 4 && may_be_name(r, k->names, end)) {
    end++;
    if (end + 1 < s->end && act_form_in(r, end, "del de da di do dos la") &&
        may_be_name(r, k->names, end + 1))
      end++;
  }
  if (end == t)
    return is_club(r, k, t) ? t + 1 : t;
  while (end < s->end && r->covered[end] == ACT_NO_CANDIDATE && act_is_legal_form(r, end))
    end++; /* "Xylo plc" */
  if (end < s->end && act_token_at(r, end)->upos == ACT_UPOS_PROPN &&
      r->covered[end] == ACT_NO_CANDIDATE && act_noun_at(r->a, end, end + 1, &noun) &&
      noun.type == ACT_NOUN_ORGANISATION && act_capitalised(r, end))
    end++;
  if (end < s->end && act_token_at(r, end - 1)->head == end &&
      act_token_at(r, end - 1)->deprel == ACT_DEP_COMPOUND && act_capitalised(r, end) &&
      act_token_at(r, end)->upos == ACT_UPOS_PROPN && r->covered[end] == ACT_NO_CANDIDATE &&
      !act_all_capitals(r, end) && (end + 1 == s->end || !act_capitalised(r, end + 1)))
    end++; /* "Jebel Amir", though an emir is a person */
  while (end + 1 < s->end && act_form_is(r, end, "-") && !act_token_at(r, end)->space_before &&
         !act_token_at(r, end + 1)->space_before && r->covered[end + 1] == ACT_NO_CANDIDATE &&
         act_token_at(r, end + 1)->upos != ACT_UPOS_VERB)
    end += 2;
  return end;
}

/* One walk over the words that are free: first it learns which bodies there are and what stands
 * around them, then it adds candidates. */
static bool add_sentence(act_resolver *r, knowledge *k, const act_sentence *s, bool learn)
{
  for (uint32_t t = s->first; t < s->end; t++) {
    uint32_t end = run_end(r, k, s, t), lower = act_token_at(r, t)->lower;
    if (end == t)
      continue;
    if (learn) {
      k->bodies[lower] |=
        !k->words[act_token_at(r, end - 1)->lower] && shows_body(r, t, end, s->first);
      act_weigh_name(r, t, end, &k->proofs[lower]);
    } else {
      bool club = end == t + 1 && is_club(r, k, t);
      uint8_t type = club ? ACTANT_ORGANISATION : type_of(r, k, t, end);
      act_name_span span = { t, end, ACT_NO_RECORD, type, ACT_FORM_NAME, true };
      if (type != ACT_TYPE_UNKNOWN && (club || !act_span_is_junk(r, &span)) &&
          !act_span_is_other(r, &span) && !act_name_add(r, s, span, s->first))
        return false;
    }
    t = end - 1;
  }
  return true;
}

/* "Baltic | Grid": what ends a company's name belongs to the place word before it. */
static bool add_behind_places(act_resolver *r, const act_sentence *s)
{
  for (uint32_t t = s->first + 1; t < s->end; t++) {
    uint32_t before = r->covered[t - 1];
    if (r->covered[t] != ACT_NO_CANDIDATE || before == ACT_NO_CANDIDATE || !act_capitalised(r, t) ||
        !act_is_body_suffix(r, t) ||
        (act_token_at(r, t)->upos != ACT_UPOS_PROPN && act_token_at(r, t)->upos != ACT_UPOS_NOUN) ||
        r->a->document->blocks.data[s->block].kind == ACT_BLOCK_HEADLINE ||
        (t + 1 < s->end && act_token_at(r, t + 1)->upos == ACT_UPOS_PROPN))
      continue;
    act_candidate *place = &r->candidates.data[before];
    if (place->form != ACTANT_NAME || place->type != ACTANT_PLACE || place->end != t)
      continue;
    act_name_span span = { place->first,        t + 1,         ACT_NO_RECORD,
                           ACTANT_ORGANISATION, ACT_FORM_NAME, true };
    place->dropped = true;
    r->covered[t] = before;
    if (!act_name_add(r, s, span, s->first))
      return false;
  }
  return true;
}

/* "Xylo" of "Xylo Holdings" is that body where it stands alone. */
static void add_first_words(const act_resolver *r, const knowledge *k)
{
  for (size_t i = 0; i < r->candidates.count; i++) {
    const act_candidate *c = &r->candidates.data[i];
    act_noun noun;
    if (c->form != ACTANT_NAME || c->dropped || c->type == ACTANT_PERSON || c->end - c->first < 2)
      continue;
    if (c->end - c->first == 2 && act_is_club_word(r, c->end - 1))
      k->clubs[act_token_at(r, c->end - 1)->lower] = true;
    else if (!act_is_body_suffix(r, c->end - 1))
      continue;
    uint32_t lower = act_token_at(r, c->first)->lower;
    if (c->type == ACTANT_PLACE && c->record != ACT_NO_RECORD)
      continue;
    if (r->small[lower] || act_noun_at(r->a, c->first, c->first + 1, &noun) ||
        lists_of(r, c->first) & ~(uint32_t)ACT_LIST_SURNAME || k->words[lower])
      continue;
    k->bodies[lower] = k->names[lower] = true;
  }
}

static bool make_knowledge(act_resolver *r, knowledge *k)
{
  size_t count = r->a->strings.texts.count;
  *k = (knowledge){ .words = person_words(r),
                    .names = act_arena_zalloc(&r->arena, count, sizeof *k->names),
                    .bodies = act_arena_zalloc(&r->arena, count, sizeof *k->bodies),
                    .clubs = act_arena_zalloc(&r->arena, count, sizeof *k->clubs),
                    .proofs = act_arena_zalloc(&r->arena, count, sizeof *k->proofs) };
  if (!k->words || !k->names || !k->bodies || !k->clubs || !k->proofs)
    return false;
  for (size_t i = 0; i < count; i++)
    k->names[i] = k->words[i];
  add_foreign_words(r, k->names);
  add_first_words(r, k);
  return true;
}

bool act_unclaimed_candidates(act_resolver *r)
{
  knowledge k;
  bool *acronyms = act_arena_zalloc(&r->arena, r->a->strings.texts.count, sizeof *acronyms);
  bool ok = acronyms && make_knowledge(r, &k);
  for (int pass = -1; ok && pass < 4; pass++)
    for (size_t i = 0; ok && i < r->a->sentences.count; i++) {
      const act_sentence *s = &r->a->sentences.data[i];
      if (!s->parsed || !act_block_states(r->a->document->blocks.data[s->block].kind))
        continue;
      ok = pass < 0   ? add_behind_places(r, s)
           : pass < 2 ? add_sentence(r, &k, s, pass == 0)
                      : add_acronyms(r, acronyms, s, pass == 3);
    }
  return ok;
}
