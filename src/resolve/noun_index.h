/* SPDX-License-Identifier: MIT */
/**
   @file noun_index.h  The tables of nouns as the build lays them out: a hash table of phrases and
   of the beginnings of rows.

   It says what the tables say, row for row: it is made by asking them.  Like the gazetteer's image
   (model/gazetteer_build.h) it is read by the program that it was built with, and is no file
   format.
*/
#ifndef ACT_RESOLVE_NOUN_INDEX_H
#define ACT_RESOLVE_NOUN_INDEX_H

#include "resolve/nouns.h"

/** Bytes of a word that tell whether a row may begin with it. */
enum { ACT_NOUN_BEGINNING = 6 };

/** Lay the embedded tables out; *image is to be freed.  False when memory runs out. */
bool act_noun_index_make(unsigned char **image, size_t *size) __attribute__((warn_unused_result));
/** Look a phrase up in an image. */
bool act_noun_index_find(const unsigned char *image, const char *form, size_t size, act_noun *out);
/** Whether a row begins with these bytes, at most ACT_NOUN_BEGINNING. */
bool act_noun_index_begins(const unsigned char *image, const char *bytes, size_t size);

/* What the tables themselves say: slower, for making an index and where the build made none. */
enum { ACT_NOUN_TABLES = 2 };
extern const char *const act_noun_tables[ACT_NOUN_TABLES]; /* in order of their word's weight */
bool act_noun_table_find(const char *form, size_t size, act_noun *out);
bool act_noun_table_begins(const char *bytes, size_t size);

#endif
