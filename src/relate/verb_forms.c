/* SPDX-License-Identifier: MIT */
/* Regular verbs add "ed" and "s" as they are spelled: "carried", "stopped", "freed", "passes".  The
   rest, and those of several syllables that double their last letter, stand in
   irregular-verbs.tsv, which is small and searched line by line. */
#include "relate/verb_forms.h"

#include "lexicon/lexicon.h"

#include <string.h>

enum { LONGEST = 50 };

static int is_vowel(char c)
{
  return c && strchr("aeiou", c) != NULL;
}

/* Copy a column: what stands before a tab or the line's end. */
static const char *take_column(const char *at, const char *end, char out[ACT_VERB_BYTES])
{
  size_t n = 0;
  for (; at < end && *at != '\t' && *at != '\n'; at++)
    if (n + 1 < ACT_VERB_BYTES)
      out[n++] = *at;
  out[n] = '\0';
  return at < end ? at + 1 : at;
}

static int find_irregular(const char *lemma, act_verb_forms *out)
{
  act_embedded file;
  size_t size = strlen(lemma);
  if (!act_embedded_find("irregular-verbs.tsv", &file))
    return 0;
  for (const char *at = file.data, *end = file.data + file.size; at < end;) {
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    const char *stop = newline ? newline : end;
    if ((size_t)(stop - at) > size && memcmp(at, lemma, size) == 0 && at[size] == '\t') {
      at = take_column(at + size + 1, stop, out->past);
      take_column(at, stop, out->participle);
      return 1;
    }
    at = newline ? newline + 1 : end;
  }
  return 0;
}

/* "stop", "plan": one syllable that ends in a consonant, a vowel and a consonant. */
static int doubles(const char *lemma, size_t size)
{
  size_t groups = 0;
  if (size < 3 || is_vowel(lemma[size - 1]) || strchr("wxy", lemma[size - 1]) ||
      !is_vowel(lemma[size - 2]) || is_vowel(lemma[size - 3]))
    return 0;
  for (size_t i = 0; i < size; i++)
    groups += is_vowel(lemma[i]) && (i == 0 || !is_vowel(lemma[i - 1]));
  return groups == 1;
}

static void join(char out[ACT_VERB_BYTES], const char *lemma, size_t size, const char *ending)
{
  memcpy(out, lemma, size);
  memcpy(out + size, ending, strlen(ending) + 1);
}

static void add_ed(const char *lemma, size_t size, char out[ACT_VERB_BYTES])
{
  char last = lemma[size - 1];
  if (last == 'e') {
    join(out, lemma, size, "d");
  } else if (last == 'y' && size > 1 && !is_vowel(lemma[size - 2])) {
    join(out, lemma, size - 1, "ied");
  } else if (doubles(lemma, size)) {
    const char ending[] = { last, 'e', 'd', '\0' };
    join(out, lemma, size, ending);
  } else {
    join(out, lemma, size, "ed");
  }
}

static void add_s(const char *lemma, size_t size, char out[ACT_VERB_BYTES])
{
  char last = lemma[size - 1], before = size > 1 ? lemma[size - 2] : '\0';
  if (last == 'y' && before && !is_vowel(before))
    join(out, lemma, size - 1, "ies");
  else if (strchr("sxzo", last) || (last == 'h' && (before == 'c' || before == 's')))
    join(out, lemma, size, "es");
  else
    join(out, lemma, size, "s");
}

int act_verb_inflect(const char *lemma, act_verb_forms *out)
{
  size_t size = strlen(lemma);
  if (!size || size > LONGEST)
    return 0;
  join(out->base, lemma, size, "");
  add_s(lemma, size, out->present);
  if (!find_irregular(lemma, out)) {
    add_ed(lemma, size, out->past);
    memcpy(out->participle, out->past, ACT_VERB_BYTES);
  }
  return 1;
}
