/* SPDX-License-Identifier: MIT */
/* Names that mean one another, from the surest to the least sure: the same record of the gazetteer,
   the same words, an acronym, a part of a longer name (parts.c).  Exact names are looked up by
   hash; parts are compared among the distinct names only. */
#include "base/utf8.h"
#include "resolve/resolver.h"

typedef ACT_ARRAY(uint32_t) id_list;

static act_candidate *cand(act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static bool is_name(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = &r->candidates.data[i];
  return c->form == ACTANT_NAME && !c->dropped;
}

static uint32_t words_of(const act_candidate *c)
{
  return c->end - c->first;
}

/* What governments do. */
static const char governing[] =
  "say accuse agree deny reject warn urge condemn demand insist announce sign refuse support "
  "back claim offer respond retaliate impose "
  "withdraw recognise recognize threaten seek hope fear believe want denounce criticise "
  "criticize call ask consider regard view plan propose "
  "recall expel order deploy send supply pledge promise vow confirm dismiss describe blame "
  "oppose favour favor welcome accept intend try tell "
  "argue maintain decide lift approve negotiate pressure mediate broker annex invade attack ban "
  "suspend host receive lodge pay thank congratulate invite summon protest veto block arm fund "
  "finance train aid help commit push press praise applaud hail deplore reiterate respond object "
  "resist pursue strike bomb shell test stress acknowledge concede admit retreat seize capture "
  "occupy cut sever restore resume expect extradite ratify dispatch evacuate mobilise mobilize";

/* Where one deals with a government: "against Moscow", "backed by Moscow",
 * "talks with Moscow", "called on Moscow". */
static bool is_dealt_with(const act_resolver *r, const act_candidate *c)
{
  uint32_t first = act_first_conjunct(r, c->head), preposition = act_preposition_of(r, first);
  if (preposition == ACT_NO_TOKEN)
    return first != c->head && act_token_at(r, first)->deprel == ACT_DEP_NSUBJ &&
           act_lemma_among(r, act_token_at(r, first)->head, governing);
  if (act_form_is(r, preposition, "against"))
    return true;
  if (act_form_is(r, preposition, "by")) /* "backed by Moscow" */
    return act_token_at(r, first)->head != ACT_ROOT &&
           act_token_at(r, act_token_at(r, first)->head)->xpos == ACT_XPOS_VBN &&
           act_lemma_among(r, act_token_at(r, first)->head, governing);
  if (act_form_in(r, preposition, "on upon"))
    return act_token_at(r, first)->head != ACT_ROOT &&
           act_lemma_among(r, act_token_at(r, first)->head, "call prevail pressure sanction");
  if (act_form_in(r, preposition, "to for toward towards"))
    return act_token_at(r, first)->head != ACT_ROOT &&
           act_lemma_among(r,
                           act_token_at(r, first)->head,
                           "aid assistance support help arms weapon weapons warning message "
                           "loyalty concession opposition ultimatum loyal hostile close friendly "
                           "appeal");
  if (act_form_in(r, preposition, "between with"))
    return act_token_at(r, first)->head != ACT_ROOT &&
           act_lemma_among(r,
                           act_token_at(r, first)->head,
                           "relation relations tie ties talk talks agreement deal dispute "
                           "negotiation war conflict tension treaty pact alliance "
                           "agree negotiate talk deal break cooperation contact peace border "
                           "dialogue ceasefire accord row trade");
  return false;
}

/* A capital acts for its country as the subject of what governments do, and where one deals with
 * it: "with Moscow". */
static bool capital_acts(const act_resolver *r, const act_candidate *c)
{
  static const char things[] =
    "troops forces army government position decision claim offer stance policy support demand "
    "demands ally allies influence interest interests "
    "ambassador proposal response invasion sanctions diplomats ties relations involvement "
    "leadership plan plans war aggression approach "
    "attempt attempts efforts refusal recognition willingness strategy foreign military "
    "allegations accusations announcement minister ministers ministry president premier "
    "regulator parliament envoy negotiators foreign-policy";
  const act_token *token = act_token_at(r, c->head);
  if (token->head == ACT_ROOT || !r->a->sentences.data[c->sentence].parsed)
    return false;
  if (token->deprel == ACT_DEP_NSUBJ)
    return act_token_at(r, token->head)->upos == ACT_UPOS_VERB &&
           act_lemma_among(r, token->head, governing);
  if (token->deprel == ACT_DEP_IOBJ)
    return true;
  if (token->deprel == ACT_DEP_OBJ)
    return act_lemma_among(
      r,
      token->head,
      "accuse support warn urge pressure press criticise criticize condemn back arm blame sanction "
      "isolate punish tell ask help provoke threaten "
      "denounce aid assist thank congratulate invite persuade convince anger infuriate antagonise "
      "antagonize embarrass");
  if (token->deprel == ACT_DEP_NMOD_POSS)
    return act_form_in(r, token->head, things);
  return is_dealt_with(r, c);
}

static void let_capitals_act(act_resolver *r)
{
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = cand(r, i);
    if (!is_name(r, i) || c->record == ACT_NO_RECORD)
      continue;
    const act_record *record = act_gazetteer_record(r->gazetteer, c->record);
    if (c->kind == ACT_MENTION_PLAIN && record->is_capital && record->country != ACT_NO_RECORD &&
        capital_acts(r, c)) {
      c->record = record->country;
      c->kind = ACT_MENTION_METONYM;
      c->key = act_hash_join(c->key, 1);
      c->why = "capital for its country";
    }
  }
}

/* Join names that have the same value of a key; with the key of the words, genders from given names
 * give way. */
static bool join_by(act_resolver *r, bool by_record, bool surnames, id_list *distinct)
{
  act_map map = { 0 };
  bool ok = true;
  for (uint32_t i = 0; ok && i < r->candidates.count; i++) {
    act_candidate *c = cand(r, i);
    if (!is_name(r, i) || (by_record && c->record == ACT_NO_RECORD))
      continue;
    if (surnames != (!by_record && c->type == ACTANT_PERSON && words_of(c) == 1))
      continue;
    uint64_t key = by_record ? c->record : act_hash_join(c->key, c->type);
    uint32_t found = act_map_get(&map, key);
    if (found == ACT_NO_VALUE) {
      ok = act_map_set(&map, key, i) && (!distinct || act_array_push(distinct, i));
      continue;
    }
    if (!by_record && c->type == ACTANT_PERSON &&
        cand(r, act_root_of(r, found))->gender != cand(r, act_root_of(r, i))->gender &&
        words_of(c) > 1) {
      act_candidate *root = cand(r, act_root_of(r, found)), *other = cand(r, act_root_of(r, i));
      bool titled = c->title < c->first && other->gender != ACT_GENDER_UNKNOWN;
      (titled ? root : other)->gender = titled ? other->gender : root->gender;
    }
    act_join_clusters(r, found, i, by_record ? "same record" : "exact name");
  }
  act_map_free(&map);
  return ok;
}

static uint32_t lower_of(const act_resolver *r, uint32_t token)
{
  return act_token_at(r, token)->lower;
}

static uint32_t initial_of(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  size_t at = 0;
  return form.size ? act_utf8_next(form.bytes, form.size, &at) : 0;
}

/* The initials of a name's capitalised words spell the acronym (full stops aside). */
static bool spells(const act_resolver *r, const act_candidate *name, uint32_t acronym)
{
  act_text form = act_token_form(r->a, acronym);
  size_t at = 0;
  for (uint32_t t = name->first; t < name->end; t++) {
    if (act_form_in(r, t, "of the and for in on de & - , 's") ||
        (act_form_in(r, t, "inc inc. corp ltd") && t > name->first))
      continue;
    while (at < form.size && form.bytes[at] == '.')
      at++;
    if (at >= form.size ||
        act_utf8_next(form.bytes, form.size, &at) != act_to_upper(initial_of(r, t)))
      return false;
  }
  while (at < form.size && form.bytes[at] == '.')
    at++;
  return at == form.size;
}

static bool is_acronym(const act_resolver *r, const act_candidate *c)
{
  act_text form = act_token_form(r->a, c->first);
  return words_of(c) == 1 && form.size >= 2 && form.size <= 10 && act_all_capitals(r, c->first);
}

static bool in_brackets_behind(const act_resolver *r,
                               const act_candidate *name,
                               const act_candidate *acronym)
{
  return acronym->first == name->end + 1 && act_form_is(r, name->end, "(") &&
         acronym->end < r->a->tokens.count && act_form_is(r, acronym->end, ")");
}

static bool is_known_place(const act_candidate *c)
{
  return c->type == ACTANT_PLACE && c->record != ACT_NO_RECORD;
}

/* "Northern Heron Society (NHS)": here the text itself says what the acronym is, whatever the
 * gazetteer knows by it. */
static void define_acronyms(act_resolver *r)
{
  for (uint32_t i = 0; i + 1 < r->candidates.count; i++) {
    const act_candidate *name = cand(r, i), *acronym = cand(r, i + 1);
    if (!is_name(r, i) || !is_name(r, i + 1) || !is_acronym(r, acronym) ||
        name->type == ACTANT_PERSON || words_of(name) < 2 ||
        !in_brackets_behind(r, name, acronym) || is_known_place(acronym) ||
        (name->type != ACTANT_ORGANISATION &&
         initial_of(r, name->first) != initial_of(r, acronym->first)))
      continue;
    for (uint32_t j = 0; j < r->candidates.count; j++)
      if (is_name(r, j) && cand(r, j)->key == acronym->key) {
        cand(r, j)->record = name->record;
        cand(r, j)->type = name->type;
      }
  }
}

/* "Xylo Instruments (NYSE: XYL)" */
static void join_tickers(act_resolver *r)
{
  enum { BACK = 3 }; /* candidates between: the exchange */
  for (uint32_t i = 1; i < r->candidates.count; i++) {
    const act_candidate *c = cand(r, i);
    if (!is_name(r, i) || !act_is_ticker(r, c->first))
      continue;
    bool joined = false;
    for (uint32_t j = i; j-- > 0 && i - j <= BACK && !joined;)
      joined = is_name(r, j) && cand(r, j)->end + 3 == c->first &&
               act_join_clusters(r, i, j, "symbol of its share");
    cand(r, i)->dropped = !joined;
  }
}

static void join_acronyms(act_resolver *r, const id_list *names)
{
  for (size_t i = 0; i < names->count; i++) {
    act_candidate *acronym = cand(r, names->data[i]);
    if (!is_acronym(r, acronym))
      continue;
    for (size_t j = 0; j < names->count; j++) {
      act_candidate *name = cand(r, names->data[j]);
      if (words_of(name) < 2 || name->type == ACTANT_PERSON)
        continue;
      bool behind = in_brackets_behind(r, name, acronym) &&
                    (name->type == ACTANT_ORGANISATION ||
                     initial_of(r, name->first) == initial_of(r, acronym->first));
      if (!behind && !spells(r, name, acronym->first))
        continue;
      act_candidate *root = cand(r, act_root_of(r, names->data[i]));
      if (root->record == ACT_NO_RECORD)
        root->type = cand(r, act_root_of(r, names->data[j]))->type;
      if (act_join_clusters(r, names->data[i], names->data[j], "acronym"))
        break;
    }
  }
}

/* A country or capital is one whoever bears its name; a town is when the text says that something
 * is in it. */
static bool is_sure_place(const act_resolver *r, const act_candidate *c)
{
  if (c->record == ACT_NO_RECORD)
    return false;
  const act_record *record = act_gazetteer_record(r->gazetteer, c->record);
  uint32_t preposition =
    r->a->sentences.data[c->sentence].parsed ? act_preposition_of(r, c->head) : ACT_NO_TOKEN;
  return record->kind == ACT_RECORD_COUNTRY ||
         (record->is_capital && c->kind != ACT_MENTION_DEMONYM) || c->type == ACTANT_ORGANISATION ||
         c->kind == ACT_MENTION_METONYM ||
         (c->kind == ACT_MENTION_DEMONYM && record->kind != ACT_RECORD_CITY) ||
         (preposition != ACT_NO_TOKEN && act_form_in(r, preposition, "in at near from to outside"));
}

/* A lone word that ends a person's full name is that surname, whatever the finder took it for,
 * unless it is a country. */
static bool surnames_are_persons(act_resolver *r, const id_list *names)
{
  bool *surnames = act_arena_zalloc(&r->arena, r->a->strings.texts.count, sizeof *surnames);
  if (!surnames)
    return false;
  for (size_t j = 0; j < names->count; j++) {
    const act_candidate *full = cand(r, names->data[j]);
    if (full->type == ACTANT_PERSON && words_of(full) > 1)
      surnames[lower_of(r, full->last)] = true;
  }
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    act_candidate *c = cand(r, i);
    if (!is_name(r, i) || c->type == ACTANT_PERSON || c->short_body || words_of(c) != 1 ||
        is_sure_place(r, c) || !surnames[lower_of(r, c->first)])
      continue;
    c->type = ACTANT_PERSON;
    c->kind = ACT_MENTION_PLAIN;
    c->record = ACT_NO_RECORD;
  }
  return true;
}

static bool in_headline(const act_resolver *r, const act_candidate *c)
{
  return r->a->document->blocks.data[r->a->sentences.data[c->sentence].block].kind ==
         ACT_BLOCK_HEADLINE;
}

/* In headlines with capitals everywhere the finder sees names that are none: keep what the body or
 * the gazetteer confirms. */
static bool drop_headline_names(act_resolver *r)
{
  bool *confirmed = act_arena_zalloc(&r->arena, r->candidates.count, sizeof *confirmed);
  if (!confirmed)
    return false;
  for (uint32_t i = 0; i < r->candidates.count; i++)
    if (is_name(r, i) && !in_headline(r, cand(r, i)))
      confirmed[act_root_of(r, i)] = true;
  for (uint32_t i = 0; i < r->candidates.count; i++) {
    uint32_t root = act_root_of(r, i);
    if (is_name(r, i) && !confirmed[root] && cand(r, root)->record == ACT_NO_RECORD)
      cand(r, i)->dropped = true;
  }
  return true;
}

bool act_join_names(act_resolver *r)
{
  id_list distinct = { 0 };
  if (!act_settle_own_names(r))
    return false;
  let_capitals_act(r);
  define_acronyms(r);
  act_agree_aliases(r);
  bool ok = act_choose_parties(r) && act_vote_types(r) && act_find_clubs(r) &&
            join_by(r, true, false, NULL);
  if (ok && (ok = join_by(r, false, false, &distinct))) {
    join_acronyms(r, &distinct);
    join_tickers(r);
    act_join_aliases(r);
    ok = surnames_are_persons(r, &distinct);
    act_join_parts(r, distinct.data, distinct.count);
    ok = ok && join_by(r, false, true, NULL) && drop_headline_names(r);
  }
  act_array_free(&distinct);
  return ok;
}
