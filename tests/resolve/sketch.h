/* SPDX-License-Identifier: MIT */
/** @file sketch.h  Annotated texts in a few lines: "form upos xpos head deprel name lemma", a token
 * a line, an empty line between sentences. */
#ifndef TESTS_RESOLVE_SKETCH_H
#define TESTS_RESOLVE_SKETCH_H

#include "resolve/resolution.h"

typedef struct sketch {
  actant_document document;
  act_annotation annotation;
  act_gazetteer *gazetteer;
  act_resolution *resolution;
} sketch;

/** Read a sketch: columns behind deprel may be left out ("-" for no name); a line "#headline" makes
 * the block one.  Heads count from 1. */
void sketch_read(sketch *s, const char *lines);
/** Read and resolve with the embedded gazetteer. */
void sketch_resolve(sketch *s, const char *lines);
void sketch_free(sketch *s);
/** The ids of what the n-th token (from 0) heads a mention of, joined with '+'; "" for none. Static
 * until the next call. */
const char *sketch_meant(const sketch *s, uint32_t token);
/** Roles as "holder class of" lines, flags behind; static until the next call. */
const char *sketch_roles(const sketch *s);
const act_entity *sketch_entity(const sketch *s, const char *id);

#endif
