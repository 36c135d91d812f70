/* SPDX-License-Identifier: MIT */
/*
  WordNet (Princeton University, free licence) as a source of inflected forms: its exception lists
  have the irregular ones; the others are made from its indexes by rule, except of words that have
  an irregular form of the same kind.
*/
#include "train/wordnet.h"

#include "annotate/tagset.h"
#include "base/hash.h"
#include "train/inflect.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 48 };

/* A kind of form: how it is tagged, and how it is made. */
typedef struct kind {
  uint8_t upos, xpos;
  act_inflection inflection;
  const char *tail; /* the ending of irregular forms of this kind; NULL: those with no ending of
                       another kind */
} kind;

static const kind verb_kinds[] = {
  { ACT_UPOS_VERB, ACT_XPOS_VBG, ACT_INFLECT_ING, "ing" },
  { ACT_UPOS_VERB, ACT_XPOS_VBZ, ACT_INFLECT_S, "s" },
  { ACT_UPOS_VERB, ACT_XPOS_VBD, ACT_INFLECT_ED, NULL },
  { ACT_UPOS_VERB, ACT_XPOS_VBN, ACT_INFLECT_ED, NULL },
};
static const kind noun_kinds[] = { { ACT_UPOS_NOUN, ACT_XPOS_NNS, ACT_INFLECT_S, NULL } };
static const kind adj_kinds[] = { { ACT_UPOS_ADJ, ACT_XPOS_JJR, ACT_INFLECT_ER, "er" },
                                  { ACT_UPOS_ADJ, ACT_XPOS_JJS, ACT_INFLECT_EST, "est" } };
static const kind adv_kinds[] = { { ACT_UPOS_ADV, ACT_XPOS_RBR, ACT_INFLECT_ER, "er" },
                                  { ACT_UPOS_ADV, ACT_XPOS_RBS, ACT_INFLECT_EST, "est" } };

static const struct {
  const char *name;
  const kind *kinds;
  size_t count;
  size_t longest; /* words of more letters are not inflected by rule */
} parts[] = {
  { "verb", verb_kinds, 4, LONGEST },
  { "noun", noun_kinds, 1, LONGEST },
  { "adj", adj_kinds, 2, 6 },
  { "adv", adv_kinds, 2, 0 },
};

typedef struct reading {
  act_wordnet_take take;
  void *context;
  act_map irregular; /* of lemma and kind */
  size_t part;
} reading;

static bool is_single(act_text word)
{
  for (size_t i = 0; i < word.size; i++)
    if (word.bytes[i] < 'a' || word.bytes[i] > 'z')
      return false;
  return word.size > 1 && word.size < LONGEST;
}

static bool is_of_kind(act_text form, const kind *k)
{
  size_t n = k->tail ? strlen(k->tail) : 0;
  return form.size > n && memcmp(form.bytes + form.size - n, k->tail ? k->tail : "", n) == 0;
}

static uint64_t irregular_key(act_text lemma, size_t part, size_t k)
{
  return act_hash_join(act_hash_bytes(lemma.bytes, lemma.size), part * 8 + k);
}

/* An irregular form is of the first kind whose ending it has; without such, of all kinds that have
 * no ending of their own. */
static bool take_exception(reading *r, act_text form, act_text lemma)
{
  bool ending = false;
  for (size_t k = 0; k < parts[r->part].count && !ending; k++) {
    const kind *of = &parts[r->part].kinds[k];
    if (!is_of_kind(form, of))
      continue;
    ending = of->tail != NULL;
    if (!r->take(r->context, form, lemma, of->upos, of->xpos) ||
        !act_map_set(&r->irregular, irregular_key(lemma, r->part, k), 1))
      return false;
  }
  return true;
}

static bool take_regular(reading *r, act_text lemma)
{
  char form[2 * LONGEST];
  for (size_t k = 0; k < parts[r->part].count; k++) {
    const kind *of = &parts[r->part].kinds[k];
    if (lemma.size > parts[r->part].longest ||
        act_map_get(&r->irregular, irregular_key(lemma, r->part, k)) != ACT_NO_VALUE)
      continue;
    size_t n = act_inflect(lemma, of->inflection, form, sizeof form);
    if (n && !r->take(r->context, (act_text){ form, n }, lemma, of->upos, of->xpos))
      return false;
  }
  return true;
}

/* Take in a line: "form lemma …" of an exception list, "lemma pos …" of an index. */
static bool take_line(reading *r, const char *line, bool index)
{
  size_t n = strcspn(line, " \n");
  act_text first = { line, n };
  if (!is_single(first) || line[n] != ' ')
    return true;
  if (index)
    return take_regular(r, first);
  act_text second = { line + n + 1, strcspn(line + n + 1, " \n") };
  return !is_single(second) || take_exception(r, first, second);
}

static actant_status read_list(reading *r, const char *folder, bool index, actant_error *err)
{
  char path[512], line[4096];
  const char *name = parts[r->part].name;
  int n = index ? snprintf(path, sizeof path, "%s/index.%s", folder, name)
                : snprintf(path, sizeof path, "%s/%s.exc", folder, name);
  FILE *file = n > 0 && (size_t)n < sizeof path ? fopen(path, "rb") : NULL;
  if (!file) {
    act_fail(err, ACTANT_IO, "train", "cannot be read");
    act_error_source(err, path);
    return ACTANT_IO;
  }
  bool ok = true, whole = true; /* the last line was read to its end */
  while (ok && fgets(line, sizeof line, file)) {
    if (whole)
      ok = take_line(r, line, index);
    whole = strchr(line, '\n') != NULL;
  }
  fclose(file);
  return ok ? ACTANT_OK : act_fail_memory(err, "train");
}

actant_status act_wordnet_read(const char *folder,
                               act_wordnet_take take,
                               void *context,
                               actant_error *err)
{
  reading r = { .take = take, .context = context };
  actant_status st = ACTANT_OK;
  for (r.part = 0; r.part < sizeof parts / sizeof *parts && st == ACTANT_OK; r.part++) {
    st = read_list(&r, folder, false, err);
    if (st == ACTANT_OK)
      st = read_list(&r, folder, true, err);
  }
  act_map_free(&r.irregular);
  return st;
}
