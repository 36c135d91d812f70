/* SPDX-License-Identifier: MIT */
/** @file verb_forms.h  The forms of English verbs, for the names and labels of open relations. */
#ifndef ACT_RELATE_VERB_FORMS_H
#define ACT_RELATE_VERB_FORMS_H

#include <stddef.h>

enum { ACT_VERB_BYTES = 64 };

/** The forms of a verb; NUL-terminated. */
typedef struct act_verb_forms {
  char base[ACT_VERB_BYTES], present[ACT_VERB_BYTES]; /* "go", "goes" */
  char past[ACT_VERB_BYTES], participle[ACT_VERB_BYTES];
} act_verb_forms;

/** Inflect a verb of at most 50 bytes, by the table of irregular verbs and the rules of spelling.
 * Returns 0 for a longer one. */
int act_verb_inflect(const char *lemma, act_verb_forms *out);

#endif
