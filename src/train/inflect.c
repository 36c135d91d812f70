/* SPDX-License-Identifier: MIT */
/*
  Spelling rules of regular English endings (any grammar has them): -es behind sibilants, y to i,
  silent e dropped, a single final consonant doubled in one-syllable words.  Words that double in an
  unstressed syllable are in WordNet's exception lists.
*/
#include "train/inflect.h"

#include <string.h>

static bool is_vowel(char c)
{
  return c && strchr("aeiou", c);
}

static bool ends(act_text w, const char *tail)
{
  size_t n = strlen(tail);
  return w.size >= n && memcmp(w.bytes + w.size - n, tail, n) == 0;
}

static bool is_sibilant(act_text w)
{
  return ends(w, "s") || ends(w, "x") || ends(w, "z") || ends(w, "ch") || ends(w, "sh");
}

static bool ends_consonant_y(act_text w)
{
  return w.size > 2 && ends(w, "y") && !is_vowel(w.bytes[w.size - 2]);
}

/* One syllable that ends in one vowel and one consonant: "stop". */
static bool doubles(act_text w)
{
  if (w.size < 3 || is_vowel(w.bytes[w.size - 1]) || strchr("wxy", w.bytes[w.size - 1]) ||
      !is_vowel(w.bytes[w.size - 2]))
    return false;
  size_t vowels = 0;
  for (size_t i = 0; i < w.size; i++)
    vowels += is_vowel(w.bytes[i]);
  return vowels == 1 || (vowels == 2 && w.bytes[0] == 'q' && w.size > 3 && w.bytes[1] == 'u');
}

static size_t join(act_text stem, const char *tail, char *out, size_t room)
{
  size_t n = strlen(tail);
  if (stem.size + n > room)
    return 0;
  memcpy(out, stem.bytes, stem.size);
  memcpy(out + stem.size, tail, n);
  return stem.size + n;
}

static size_t add_s(act_text w, char *out, size_t room)
{
  if (ends_consonant_y(w))
    return join((act_text){ w.bytes, w.size - 1 }, "ies", out, room);
  return join(w, is_sibilant(w) ? "es" : "s", out, room);
}

size_t act_inflect(act_text word, act_inflection inflection, char *out, size_t room)
{
  static const char *const tails[] = { "s", "ed", "ing", "er", "est" };
  if (word.size < 2 || inflection == ACT_INFLECT_S)
    return word.size < 2 ? 0 : add_s(word, out, room);
  const char *tail = tails[inflection];
  act_text stem = word;
  bool ing = inflection == ACT_INFLECT_ING;
  if (ing && ends(word, "ie")) {
    stem.size -= 2;
    tail = "ying";
  } else if (ends(word, "e") &&
             !(ing && (ends(word, "ee") || ends(word, "oe") || ends(word, "ye")))) {
    stem.size--;
  } else if (ends_consonant_y(word) && !ing) {
    stem.size--;
    tail = inflection == ACT_INFLECT_ED ? "ied" : inflection == ACT_INFLECT_ER ? "ier" : "iest";
  } else if (doubles(word)) {
    char doubled[8] = { word.bytes[word.size - 1] };
    memcpy(doubled + 1, tail, strlen(tail) + 1);
    return join(word, doubled, out, room);
  }
  return join(stem, tail, out, room);
}
