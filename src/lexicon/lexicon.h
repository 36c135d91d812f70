/* SPDX-License-Identifier: MIT */
/** @file lexicon.h  The text tables of this folder and the trained model, as embedded in the
 * library. */
#ifndef ACT_LEXICON_LEXICON_H
#define ACT_LEXICON_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

typedef struct act_embedded {
  const char *name; /* the file's name, such as "relations.tsv" */
  const char *data; /* not NUL-terminated */
  size_t size;
} act_embedded;

/** What the build made of the tables of names (model/gazetteer_build.h) and of those of nouns
 * (resolve/noun_index.h). */
#define ACT_GAZETTEER_IMAGE "names.image"
#define ACT_NOUN_IMAGE "nouns.image"
/** The second, at hand since every word is looked up in it; NULL where the build made none. */
extern const unsigned char *const act_embedded_nouns;

/** How many files are embedded: tables (.tsv), rules (.rules), the model (.model) and
 * the images. */
size_t act_embedded_count(void);
/** The file at an index, in order of name. */
act_embedded act_embedded_at(size_t index);
/** Find a file by name.  False when there is none. */
bool act_embedded_find(const char *name, act_embedded *out);

#endif
