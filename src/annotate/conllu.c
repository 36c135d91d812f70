/* SPDX-License-Identifier: MIT */
/*
  CoNLL-U (universaldependencies.org/format.html): ten columns a word, a row of its own for each
  multiword token.  NER= stands on words, SpaceAfter=No on the range where there is one.  What a
  CoNLL-U input gave as form, features and MISC is written back.
*/
#include "annotate/conllu.h"

#include "base/utf8.h"

#include <string.h>

static const char *const name_texts[] = {
  "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"
};

/* The row of a CoNLL-U input that a token was taken from, or NULL. */
static const act_given_token *given_of(const act_annotation *a, uint32_t token)
{
  const actant_document *doc = a->document;
  return doc->given.count == a->tokens.count && doc->given.count ? &doc->given.data[token] : NULL;
}

static void put_form(const act_annotation *a, uint32_t token, act_output *out)
{
  const act_given_token *given = given_of(a, token);
  act_text form = act_token_form(a, token);
  if (given && given->form)
    act_puts(out, given->form);
  else
    act_put(out, form.bytes, form.size);
}

static void put_or_underscore(act_output *out, const char *text)
{
  act_puts(out, text && *text ? text : "_");
}

/* Whether no white space follows a token in the text. */
static bool is_tight(const act_annotation *a, uint32_t token)
{
  return token + 1 < a->tokens.count && !a->tokens.data[token + 1].space_before;
}

/* One line of text: white space and control characters become spaces, or `filler` in an id. */
static void put_line(act_output *out, const char *bytes, size_t size, char filler)
{
  for (size_t at = 0; at < size;) {
    size_t next = at;
    uint32_t c = act_utf8_next(bytes, size, &next);
    if (act_is_space(c))
      act_putc(out, filler);
    else
      act_put(out, bytes + at, next - at);
    at = next;
  }
}

static void put_id(const act_annotation *a, act_output *out)
{
  const char *name = a->document->name ? a->document->name : "-";
  put_line(out, name, strlen(name), '_');
}

/* The token behind the surface token that begins at `token`. */
static uint32_t surface_end(const act_annotation *a, uint32_t token, uint32_t end)
{
  uint32_t words = a->tokens.data[token].range ? a->tokens.data[token].range : 1;
  return words < end - token ? token + words : end;
}

static void put_text(const act_annotation *a, const act_sentence *s, act_output *out)
{
  act_puts(out, "# text = ");
  for (uint32_t t = s->first; t < s->end; t = surface_end(a, t, s->end)) {
    uint32_t last = surface_end(a, t, s->end) - 1;
    if (last > t)
      put_line(out,
               a->document->text + a->tokens.data[t].begin,
               a->tokens.data[last].end - a->tokens.data[t].begin,
               ' ');
    else
      put_form(a, t, out);
    if (last + 1 < s->end && !is_tight(a, last))
      act_putc(out, ' ');
  }
  act_putc(out, '\n');
}

/* Write the entries of a given MISC that are not written anyway. */
static bool put_given_misc(act_output *out, const char *misc)
{
  bool any = false;
  while (misc && *misc && strcmp(misc, "_") != 0) {
    size_t n = strcspn(misc, "|");
    if (strncmp(misc, "NER=", 4) != 0 && strncmp(misc, "SpaceAfter=", 11) != 0) {
      if (any)
        act_putc(out, '|');
      act_put(out, misc, n);
      any = true;
    }
    misc += n + (misc[n] == '|');
  }
  return any;
}

static void put_misc(const act_annotation *a, uint32_t token, bool in_range, act_output *out)
{
  const act_given_token *given = given_of(a, token);
  bool any = put_given_misc(out, given ? given->misc : NULL);
  uint8_t name = a->tokens.data[token].name;
  if (name != ACT_NAME_O) {
    act_puts(out, any ? "|NER=" : "NER=");
    act_puts(out, name_texts[name]);
    any = true;
  }
  if (!in_range && is_tight(a, token)) {
    act_puts(out, any ? "|SpaceAfter=No" : "SpaceAfter=No");
    any = true;
  }
  act_puts(out, any ? "\n" : "_\n");
}

static void put_head(const act_annotation *a,
                     const act_sentence *s,
                     uint32_t token,
                     act_output *out)
{
  const act_token *t = &a->tokens.data[token];
  if (!s->parsed) {
    act_puts(out, "\t_\t_\t_\t");
    return;
  }
  act_putc(out, '\t');
  act_put_uint(out, t->head == ACT_ROOT ? 0 : t->head - s->first + 1);
  act_putc(out, '\t');
  act_puts(out, t->head == ACT_ROOT ? "root" : act_deprel_text(t->deprel));
  act_puts(out, "\t_\t");
}

static void put_word(const act_annotation *a,
                     const act_sentence *s,
                     uint32_t token,
                     bool in_range,
                     act_output *out)
{
  const act_token *t = &a->tokens.data[token];
  const act_given_token *given = given_of(a, token);
  act_put_uint(out, token - s->first + 1);
  act_putc(out, '\t');
  put_form(a, token, out);
  act_putc(out, '\t');
  put_or_underscore(out, act_strings_get(&a->strings, t->lemma));
  act_putc(out, '\t');
  act_puts(out, act_upos_text(t->upos));
  act_putc(out, '\t');
  act_puts(out, act_xpos_text(t->xpos));
  act_putc(out, '\t');
  put_or_underscore(out, given ? given->feats : NULL);
  put_head(a, s, token, out);
  put_misc(a, token, in_range, out);
}

/* The row of a multiword token of the words first .. last. */
static void put_range(const act_annotation *a,
                      const act_sentence *s,
                      uint32_t first,
                      uint32_t last,
                      act_output *out)
{
  act_put_uint(out, first - s->first + 1);
  act_putc(out, '-');
  act_put_uint(out, last - s->first + 1);
  act_putc(out, '\t');
  act_put(out,
          a->document->text + a->tokens.data[first].begin,
          a->tokens.data[last].end - a->tokens.data[first].begin);
  act_puts(out, "\t_\t_\t_\t_\t_\t_\t_\t");
  act_puts(out, is_tight(a, last) ? "SpaceAfter=No\n" : "_\n");
}

static void put_sentence(const act_annotation *a, size_t index, act_output *out)
{
  const act_sentence *s = &a->sentences.data[index];
  act_puts(out, "# sent_id = ");
  put_id(a, out);
  act_putc(out, '-');
  act_put_uint(out, index + 1);
  act_putc(out, '\n');
  put_text(a, s, out);
  for (uint32_t t = s->first; t < s->end;) {
    uint32_t end = surface_end(a, t, s->end);
    bool range = end - t > 1;
    if (range)
      put_range(a, s, t, end - 1, out);
    for (; t < end; t++)
      put_word(a, s, t, range, out);
  }
  act_putc(out, '\n');
}

void act_write_conllu(const act_annotation *annotation, act_output *out)
{
  uint32_t block = UINT32_MAX;
  act_puts(out, "# newdoc id = ");
  put_id(annotation, out);
  act_putc(out, '\n');
  for (size_t i = 0; i < annotation->sentences.count; i++) {
    if (annotation->sentences.data[i].block != block)
      act_puts(out, "# newpar\n");
    block = annotation->sentences.data[i].block;
    put_sentence(annotation, i, out);
  }
}
