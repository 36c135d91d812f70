/* SPDX-License-Identifier: MIT */
#include "sketch.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static uint8_t name_tag(const char *text)
{
  static const char *const tags[] = { "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG" };
  for (uint8_t i = 1; i < 7; i++)
    if (strcmp(text, tags[i]) == 0)
      return i;
  return ACT_NAME_O;
}

static void add_token(sketch *s, const char *line, uint32_t base)
{
  char form[128] = "", upos[16] = "", xpos[16] = "", head[16] = "", deprel[32] = "", name[16] = "",
       lemma[128] = "", lower[300];
  sscanf(line, "%127s %15s %15s %15s %31s %15s %127s", form, upos, xpos, head, deprel, name, lemma);
  act_token t = { .upos = act_upos_find(upos),
                  .xpos = act_xpos_find(xpos),
                  .deprel = act_deprel_find(deprel),
                  .name = name_tag(name),
                  .space_before = true };
  size_t size = act_utf8_lower(form, strlen(form), lower, sizeof lower);
  t.lower = act_strings_add(&s->annotation.strings, lower, size);
  t.lemma = lemma[0] ? act_strings_add(&s->annotation.strings, lemma, strlen(lemma)) : t.lower;
  uint32_t h = (uint32_t)strtoul(head, NULL, 10);
  t.head = h ? base + h - 1 : ACT_ROOT;
  t.begin = s->document.size;
  size_t n = strlen(form);
  s->document.text = realloc(s->document.text, s->document.size + n + 2);
  assert(s->document.text);
  memcpy(s->document.text + s->document.size, form, n);
  s->document.size += (uint32_t)n;
  t.end = s->document.size;
  s->document.text[s->document.size++] = ' ';
  s->document.text[s->document.size] = '\0';
  bool ok = act_array_push(&s->annotation.tokens, t);
  assert(ok);
  (void)ok;
}

static void end_sentence(sketch *s, uint32_t first, act_block_kind kind)
{
  uint32_t end = (uint32_t)s->annotation.tokens.count;
  if (first == end)
    return;
  bool ok =
    act_array_push(&s->annotation.sentences,
                   (act_sentence){ first, end, (uint32_t)s->document.blocks.count, true }) &&
    act_array_push(&s->document.blocks,
                   (act_block){ s->annotation.tokens.data[first].begin,
                                s->annotation.tokens.data[end - 1].end,
                                kind });
  assert(ok);
  (void)ok;
}

void sketch_read(sketch *s, const char *lines)
{
  memset(s, 0, sizeof *s);
  s->annotation.document = &s->document;
  uint32_t first = 0;
  act_block_kind kind = ACT_BLOCK_BODY;
  for (const char *line = lines; *line;) {
    size_t n = strcspn(line, "\n");
    char copy[512];
    snprintf(copy, sizeof copy, "%.*s", (int)n, line);
    if (strcmp(copy, "#headline") == 0) {
      kind = ACT_BLOCK_HEADLINE;
    } else if (n == 0) {
      end_sentence(s, first, kind);
      first = (uint32_t)s->annotation.tokens.count;
      kind = ACT_BLOCK_BODY;
    } else {
      add_token(s, copy, first);
    }
    line += n + (line[n] == '\n');
  }
  end_sentence(s, first, kind);
}

void sketch_resolve(sketch *s, const char *lines)
{
  actant_error err;
  sketch_read(s, lines);
  if (act_gazetteer_open(&s->gazetteer, &err) != ACTANT_OK ||
      act_resolve(&s->annotation, s->gazetteer, &s->resolution, &err) != ACTANT_OK) {
    fprintf(stderr, "%s:%u: %s\n", err.source, err.line, err.message);
    abort();
  }
}

void sketch_free(sketch *s)
{
  act_resolution_free(s->resolution);
  act_gazetteer_free(s->gazetteer);
  act_annotation_free(&s->annotation);
  act_array_free(&s->document.blocks);
  free(s->document.text);
}

const char *sketch_meant(const sketch *s, uint32_t token)
{
  static char out[512];
  out[0] = '\0';
  uint32_t index = s->resolution->mention_of[token];
  if (index == ACT_NO_MENTION)
    return out;
  const act_mention *m = &s->resolution->mentions.data[index];
  for (uint32_t k = 0; k < m->referent_count; k++) {
    if (k)
      strcat(out, "+");
    strncat(
      out, s->resolution->entities.data[s->resolution->referents.data[m->referents + k]].id, 100);
  }
  return out;
}

const char *sketch_roles(const sketch *s)
{
  static const char *const classes[] = { "state",  "government", "leader", "official", "member",
                                         "worker", "founder",    "owner",  "national", "spouse",
                                         "parent", "child",      "sibling" };
  static char out[2048];
  out[0] = '\0';
  for (size_t i = 0; i < s->resolution->roles.count; i++) {
    const act_role *role = &s->resolution->roles.data[i];
    size_t n = strlen(out);
    snprintf(out + n,
             sizeof out - n,
             "%s%s %s %s%s%s%s%s",
             i ? "\n" : "",
             s->resolution->entities.data[role->holder].id,
             classes[role->role],
             s->resolution->entities.data[role->of].id,
             role->former ? " former" : "",
             role->acting ? " acting" : "",
             role->negated ? " negated" : "",
             role->future ? " future" : "");
  }
  return out;
}

const act_entity *sketch_entity(const sketch *s, const char *id)
{
  for (size_t i = 0; i < s->resolution->entities.count; i++)
    if (strcmp(s->resolution->entities.data[i].id, id) == 0)
      return &s->resolution->entities.data[i];
  return NULL;
}
