/* SPDX-License-Identifier: MIT */
/* The result: clusters become entities, candidates mentions, drafts roles.

   A name is the gazetteer's usual one for countries and known bodies, else the longest proper name
   in the text, without titles.  A cluster of plural nouns or of unknown type is no entity.
   Everything is in order of the text. */
#include "resolve/resolver.h"

#include "base/utf8.h"

#include <string.h>

typedef struct maker {
  act_resolver *r;
  act_resolution *out;
  uint32_t *entity_of;  /* by root candidate: entity, or ACT_NO_ENTITY */
  uint32_t *mention_at; /* by candidate: mention, or ACT_NO_MENTION */
  uint32_t *best_name;  /* by entity: the candidate that names it, or ACT_NO_CANDIDATE */
} maker;

static const act_candidate *cand(const act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

/* The text of tokens, white space made one space. */
static const char *copy_text(act_resolution *out, uint32_t first, uint32_t end)
{
  const act_annotation *a = out->annotation;
  uint32_t from = a->tokens.data[first].begin, to = a->tokens.data[end - 1].end;
  char *copy = act_arena_alloc(&out->arena, (size_t)(to - from) + 1);
  if (!copy)
    return NULL;
  const char *text = a->document->text;
  size_t size = 0;
  bool space = false;
  for (size_t at = from; at < to;) {
    size_t begin = at;
    uint32_t code = act_utf8_next(text, to, &at);
    if (act_is_space(code)) {
      space = true;
      continue;
    }
    if (space)
      copy[size++] = ' ';
    space = false;
    memcpy(copy + size, text + begin, at - begin);
    size += at - begin;
  }
  copy[size] = '\0';
  return copy;
}

/* Whether a candidate becomes a mention of an entity. */
static bool is_live(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = cand(r, i), *top = cand(r, act_root_of(r, i));
  if (c->dropped || c->hidden)
    return false;
  if (c->set_count)
    return true;
  return !top->set_count && top->type != ACT_TYPE_UNKNOWN &&
         (top->named || !(top->plural && top->form == ACTANT_NOMINAL));
}

static bool add_entity(maker *m, uint32_t root)
{
  const act_candidate *c = cand(m->r, root);
  act_entity e = { .type = (actant_entity_type)c->type,
                   .record = c->record,
                   .gender = (act_gender)c->gender,
                   .named = c->named,
                   .author = true };
  m->entity_of[root] = (uint32_t)m->out->entities.count;
  if (c->record != ACT_NO_RECORD) {
    const act_record *record = act_gazetteer_record(m->r->gazetteer, c->record);
    e.iso = record->kind == ACT_RECORD_COUNTRY ? record->iso : NULL;
    e.wikidata = record->wikidata;
    e.ids = record->ids;
  }
  return act_array_push(&m->out->entities, e);
}

static bool refer_to(maker *m, act_mention *mention, uint32_t candidate)
{
  uint32_t root = act_root_of(m->r, candidate);
  if (!is_live(m->r, candidate) || cand(m->r, candidate)->set_count)
    return true;
  if (m->entity_of[root] == ACT_NO_ENTITY && !add_entity(m, root))
    return false;
  uint32_t entity = m->entity_of[root];
  for (uint32_t k = 0; k < mention->referent_count; k++)
    if (m->out->referents.data[mention->referents + k] == entity)
      return true;
  mention->referent_count++;
  return act_array_push(&m->out->referents, entity);
}

static void index_heads(maker *m, const act_candidate *c, uint32_t mention)
{
  m->out->mention_of[c->head] = mention;
  if (c->form != ACTANT_NAME || !m->r->a->sentences.data[c->sentence].parsed)
    return;
  for (uint32_t t = c->title; t < c->end; t++) {
    uint32_t head = act_token_at(m->r, t)->head;
    if ((head == ACT_ROOT || head < c->title || head >= c->end) &&
        m->out->mention_of[t] == ACT_NO_MENTION)
      m->out->mention_of[t] = mention;
  }
}

static bool add_mention(maker *m, uint32_t i)
{
  static const char *const whys[] = { "name", "nominal", "pronoun" };
  const act_candidate *c = cand(m->r, i);
  if (!is_live(m->r, i))
    return true;
  act_mention mention = { .sentence = c->sentence,
                          .first = c->first,
                          .end = c->end,
                          .head = c->head,
                          .form = (actant_form)c->form,
                          .kind = (act_mention_kind)c->kind,
                          .referents = (uint32_t)m->out->referents.count,
                          .why = c->why ? c->why : whys[c->form],
                          .with = ACT_NO_MENTION };
  if (c->set_count) {
    for (uint32_t k = 0; k < c->set_count; k++)
      if (!refer_to(m, &mention, m->r->sets.data[c->set + k]))
        return false;
  } else if (!refer_to(m, &mention, i)) {
    return false;
  }
  if (!mention.referent_count)
    return true;
  uint32_t index = (uint32_t)m->out->mentions.count;
  if (!act_array_push(&m->out->mentions, mention))
    return false;
  for (uint32_t k = 0; k < mention.referent_count; k++) {
    act_entity *e = &m->out->entities.data[m->out->referents.data[mention.referents + k]];
    if (!c->author)
      e->author = false;
    if (!act_array_push(&e->mentions, index))
      return false;
  }
  m->mention_at[i] = index;
  index_heads(m, c, index);
  return true;
}

/* Say of each mention which one it was joined with. */
static void link_mentions(maker *m)
{
  for (uint32_t i = 0; i < m->r->candidates.count; i++) {
    uint32_t mention = m->mention_at[i], with = cand(m->r, i)->with;
    if (mention != ACT_NO_MENTION && with)
      m->out->mentions.data[mention].with = m->mention_at[with - 1];
  }
}

/* ------------------------------------------------------------------------------------------- names
 */

static bool shouts(const act_resolver *r, const act_candidate *c)
{
  for (uint32_t t = c->first; t < c->end; t++)
    if (!act_all_capitals(r, t))
      return false;
  return true;
}

/* How good a name is: longer in words, not in capitals throughout, longer in bytes. */
static uint32_t worth(const act_resolver *r, const act_candidate *c)
{
  uint32_t words = 0, bytes = act_token_at(r, c->end - 1)->end - act_token_at(r, c->first)->begin;
  for (uint32_t t = c->first; t < c->end; t++)
    words += act_capitalised(r, t) && act_token_at(r, t)->end - act_token_at(r, t)->begin > 1;
  return (shouts(r, c) ? 0 : 1u << 20) + (words << 12) + (bytes < 4096 ? bytes : 4095);
}

static bool add_alias(maker *m, act_entity *e, const char *text)
{
  if (!text)
    return false;
  for (size_t k = 0; k < e->aliases.count; k++)
    if (strcmp(e->aliases.data[k], text) == 0)
      return true;
  (void)m;
  return act_array_push(&e->aliases, text);
}

static bool name_entities(maker *m)
{
  act_resolution *out = m->out;
  m->best_name = act_arena_zalloc(&m->r->arena, out->entities.count, sizeof *m->best_name);
  if (!m->best_name)
    return false;
  memset(m->best_name, 0xFF, out->entities.count * sizeof *m->best_name);
  for (uint32_t i = 0; i < m->r->candidates.count; i++) {
    const act_candidate *c = cand(m->r, i);
    uint32_t entity = is_live(m->r, i) && c->form == ACTANT_NAME
                        ? m->entity_of[act_root_of(m->r, i)]
                        : ACT_NO_ENTITY;
    if (entity == ACT_NO_ENTITY || c->kind != ACT_MENTION_PLAIN)
      continue;
    uint32_t best = m->best_name[entity];
    if (best == ACT_NO_CANDIDATE || worth(m->r, c) > worth(m->r, cand(m->r, best)))
      m->best_name[entity] = i;
    if (!add_alias(m, &out->entities.data[entity], copy_text(out, c->first, c->end)))
      return false;
  }
  return true;
}

/* "Pope Francis", "King Charles III": a lone first name keeps its title. */
static uint32_t name_start(const act_resolver *r, const act_candidate *c)
{
  uint32_t words = c->end - c->first;
  if (c->type != ACTANT_PERSON || c->title == c->first || words > 2 ||
      (words == 2 &&
       !act_form_in(r, c->end - 1, "i ii iii iv v vi vii viii ix x xi xii xiii xiv xvi")))
    return c->first;
  bool noble = act_form_in(
    r,
    c->first - 1,
    "pope king queen prince princess emperor empress sultan emir tsar czar saint ayatollah");
  return noble && act_capitalised(r, c->first - 1) ? c->first - 1 : c->first;
}

static const char *unnamed_name(maker *m, const act_entity *e)
{
  const act_mention *mention = &m->out->mentions.data[e->mentions.data[0]];
  return copy_text(m->out, mention->first, mention->end);
}

static void drop_alias(act_entity *e, const char *name)
{
  size_t n = 0;
  for (size_t k = 0; k < e->aliases.count; k++)
    if (strcmp(e->aliases.data[k], name) != 0)
      e->aliases.data[n++] = e->aliases.data[k];
  e->aliases.count = n;
}

static const char *with_surname(maker *m, const act_candidate *c)
{
  const char *given = copy_text(m->out, c->first, c->end),
             *surname = copy_text(m->out, c->surname - 1, c->surname);
  char *name =
    given && surname ? act_arena_alloc(&m->out->arena, strlen(given) + strlen(surname) + 2) : NULL;
  if (!name)
    return NULL;
  memcpy(name, given, strlen(given));
  name[strlen(given)] = ' ';
  memcpy(name + strlen(given) + 1, surname, strlen(surname) + 1);
  return name;
}

static bool choose_name(maker *m, uint32_t entity)
{
  act_entity *e = &m->out->entities.data[entity];
  uint32_t best = m->best_name[entity];
  const act_record *record =
    e->record == ACT_NO_RECORD ? NULL : act_gazetteer_record(m->r->gazetteer, e->record);
  bool usual = record && (record->own || record->kind == ACT_RECORD_COUNTRY ||
                          record->kind == ACT_RECORD_ORGANISATION || best == ACT_NO_CANDIDATE);
  if (usual)
    e->name = record->name;
  else if (best != ACT_NO_CANDIDATE && cand(m->r, best)->surname)
    return (e->name = with_surname(m, cand(m->r, best))) != NULL;
  else if (best != ACT_NO_CANDIDATE)
    e->name = copy_text(m->out, name_start(m->r, cand(m->r, best)), cand(m->r, best)->end);
  else
    e->name = unnamed_name(m, e);
  if (!e->name)
    return false;
  drop_alias(e, e->name);
  return true;
}

/* ------------------------------------------------------------------------------------------- roles
 */

static bool add_role(maker *m, const act_role_draft *d, uint32_t holder, uint32_t of)
{
  if (holder == of || holder == ACT_NO_ENTITY || of == ACT_NO_ENTITY ||
      m->out->entities.data[holder].type != ACTANT_PERSON)
    return true;
  actant_entity_type type = m->out->entities.data[of].type;
  bool kin = d->role >= ACT_ROLE_KIN_SPOUSE;
  if (kin != (type == ACTANT_PERSON) || (d->role == ACT_ROLE_NATIONAL && type != ACTANT_PLACE))
    return true;
  return act_array_push(&m->out->roles,
                        (act_role){ .holder = holder,
                                    .of = of,
                                    .role = d->role,
                                    .sentence = d->sentence,
                                    .holder_token = d->holder_token,
                                    .trigger = d->trigger,
                                    .of_token = d->of_token,
                                    .former = d->former,
                                    .acting = d->acting,
                                    .negated = d->negated,
                                    .future = d->future,
                                    .inferred = d->inferred });
}

static uint32_t entity_of(const maker *m, uint32_t candidate)
{
  return is_live(m->r, candidate) && !cand(m->r, candidate)->set_count
           ? m->entity_of[act_root_of(m->r, candidate)]
           : ACT_NO_ENTITY;
}

static bool make_roles(maker *m)
{
  for (size_t k = 0; k < m->r->roles.count; k++) {
    const act_role_draft *d = &m->r->roles.data[k];
    if (d->of == ACT_NO_CANDIDATE)
      continue;
    uint32_t holder = entity_of(m, d->holder);
    const act_candidate *of = cand(m->r, d->of);
    if (!of->set_count && !add_role(m, d, holder, entity_of(m, d->of)))
      return false;
    for (uint32_t s = 0; s < of->set_count && is_live(m->r, d->of); s++)
      if (!add_role(m, d, holder, entity_of(m, m->r->sets.data[of->set + s])))
        return false;
  }
  return true;
}

/* Append text, each word but small ones with a capital. */
static size_t append_title(char *out, size_t size, const char *text)
{
  for (size_t i = 0; text[i]; i++) {
    bool start = i == 0 || text[i - 1] == ' ';
    bool small = strncmp(text + i, "of ", 3) == 0 || strncmp(text + i, "the ", 4) == 0 ||
                 strncmp(text + i, "and ", 4) == 0 || strncmp(text + i, "in ", 3) == 0 ||
                 strncmp(text + i, "for ", 4) == 0;
    out[size++] =
      start && !small && text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
  }
  return size;
}

/* The title as shown: "Prime Minister of Armenia", "Former President of Chile". */
static const char *title_text(maker *m, const act_role_draft *d)
{
  const char *title = copy_text(m->out, d->title_first, d->title_end);
  uint32_t of = d->of == ACT_NO_CANDIDATE ? ACT_NO_ENTITY : entity_of(m, d->of);
  const char *name =
    of != ACT_NO_ENTITY && m->out->entities.data[of].named ? m->out->entities.data[of].name : NULL;
  char *text =
    title ? act_arena_alloc(&m->out->arena, strlen(title) + (name ? strlen(name) : 0) + 16) : NULL;
  if (!text)
    return NULL;
  size_t size = 0;
  if (d->former && strncmp(title, "former", 6) != 0 && strncmp(title, "Former", 6) != 0)
    size = append_title(text, size, "former ");
  size = append_title(text, size, title);
  if (name) {
    memcpy(text + size, " of ", 4);
    memcpy(text + size + 4, name, strlen(name));
    size += 4 + strlen(name);
  }
  text[size] = '\0';
  return text;
}

/* Offices in order of rank; those that say of what, and that are not past, come first. */
static uint32_t rank_of(const maker *m, const act_role_draft *d)
{
  uint32_t of = d->of == ACT_NO_CANDIDATE ? ACT_NO_ENTITY : entity_of(m, d->of);
  bool placed = of != ACT_NO_ENTITY && m->out->entities.data[of].named;
  return 1 + (d->former ? 0u : 64u) + (placed ? 32u : 0u) + (15u - (uint32_t)d->role);
}

static bool show_roles(maker *m)
{
  uint32_t *best = act_arena_zalloc(&m->r->arena, m->out->entities.count, sizeof *best);
  if (!best)
    return false;
  for (size_t k = 0; k < m->r->roles.count; k++) {
    const act_role_draft *d = &m->r->roles.data[k];
    uint32_t holder = entity_of(m, d->holder);
    bool shown = d->title_end > d->title_first && !d->negated && d->role != ACT_ROLE_NATIONAL &&
                 d->role < ACT_ROLE_KIN_SPOUSE;
    if (holder == ACT_NO_ENTITY || !shown || rank_of(m, d) <= best[holder])
      continue;
    best[holder] = rank_of(m, d);
    if (!(m->out->entities.data[holder].role = title_text(m, d)))
      return false;
  }
  for (size_t e = 0; e < m->out->entities.count; e++) {
    static const char *const kinds[] = { "country", "region", "city", NULL, NULL, NULL };
    act_entity *entity = &m->out->entities.data[e];
    if (entity->type == ACTANT_PLACE && entity->record != ACT_NO_RECORD)
      entity->role = kinds[act_gazetteer_record(m->r->gazetteer, entity->record)->kind];
  }
  return true;
}

bool act_make_result(act_resolver *r, act_resolution *out)
{
  size_t tokens = r->a->tokens.count;
  maker m = { .r = r,
              .out = out,
              .entity_of = act_arena_zalloc(&r->arena, r->candidates.count, sizeof *m.entity_of) };
  out->mention_of = act_arena_zalloc(&out->arena, tokens, sizeof *out->mention_of);
  m.mention_at = act_arena_alloc(&r->arena, (r->candidates.count + 1) * sizeof *m.mention_at);
  if (!m.entity_of || !m.mention_at || !out->mention_of)
    return false;
  memset(m.mention_at, 0xFF, r->candidates.count * sizeof *m.mention_at);
  memset(m.entity_of, 0xFF, r->candidates.count * sizeof *m.entity_of);
  memset(out->mention_of, 0xFF, tokens * sizeof *out->mention_of);
  for (uint32_t i = 0; i < r->candidates.count; i++)
    if (!add_mention(&m, i))
      return false;
  link_mentions(&m);
  if (!name_entities(&m))
    return false;
  for (uint32_t e = 0; e < out->entities.count; e++)
    if (!choose_name(&m, e))
      return false;
  return make_roles(&m) && show_roles(&m) && act_add_bodies(out) && act_make_ids(out);
}
