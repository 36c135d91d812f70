/* SPDX-License-Identifier: MIT */
/**
   @file lemmas.h  Base forms of words.

   The section ACT_LEMMA_SECTION, little-endian: u32 slot_bits, script_count, script_bytes, 0; then
   1 << slot_bits slots of u32 fingerprint and u16 script + 1 (0: empty); then script_count + 1 u32
   offsets into the scripts; then the scripts: a byte that says how many bytes of the lower-cased
   form are cut off (ACT_LEMMA_WHOLE: all), then what is put on. A slot's key is a context: a whole
   form, or an ending of it, with its tags.
*/
#ifndef ACT_ANNOTATE_LEMMAS_H
#define ACT_ANNOTATE_LEMMAS_H

#include "annotate/annotation.h"
#include "model/weights.h"

#define ACT_LEMMA_SECTION "lemmas"

enum {
  ACT_LEMMA_HEADER = 16,
  ACT_LEMMA_SLOT = 6,
  ACT_LEMMA_WHOLE = 255,
  ACT_LEMMA_ENDING = 8, /* bytes of the longest ending that is a context */
  ACT_LEMMA_FORM =
    64, /* bytes of the longest form that is looked up; longer ones are their own lemma */
};

/** A checked view of the section, which must outlive it, and what was found in it before. */
typedef struct act_lemmas {
  const unsigned char *slots, *offsets, *scripts;
  uint32_t slot_bits, script_count;
  act_map cache;      /* of the document: of form and tags, to lemma */
  act_map scripts_of; /* of all documents: of form's hash and tags, to script + 1 or 0 */
} act_lemmas;

/** ACTANT_MODEL when the section is missing or damaged. */
actant_status act_lemmas_open(const act_weights *weights,
                              act_lemmas *out,
                              actant_error *err) ACTANT_MUST_CHECK;
/** The same, of a section's bytes. */
actant_status act_lemmas_read(const void *data, size_t size, act_lemmas *out, actant_error *err)
  ACTANT_MUST_CHECK;
void act_lemmas_close(act_lemmas *lemmas);
/** Be ready for another document, which has strings of its own. */
void act_lemmas_reset(act_lemmas *lemmas);

/** Fill the lemmas of a tagged sentence's tokens; those that are there are kept. */
actant_status act_find_lemmas(act_lemmas *lemmas,
                              act_annotation *annotation,
                              const act_sentence *sentence,
                              actant_error *err) ACTANT_MUST_CHECK;

/* For the trainer. */

/** The context of the last `size` bytes of a form; `whole` when these are all of it. */
uint64_t act_lemma_context(const char *bytes, size_t size, bool whole, uint8_t upos, uint8_t xpos);
/** Apply a script to a form; the lemma's size, or 0 when it does not fit the form or the room. */
size_t act_lemma_apply(act_text script, act_text form, char *out, size_t room);
/** The script of a lower-cased form, the longest context deciding; of size 0 when there is none. */
act_text act_lemma_script(const act_lemmas *lemmas, act_text lower, uint8_t upos, uint8_t xpos);

#endif
