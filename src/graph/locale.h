/* SPDX-License-Identifier: MIT */
/** @file locale.h  A C numeric locale for this thread, around libraries that print numbers. */
#ifndef ACT_GRAPH_LOCALE_H
#define ACT_GRAPH_LOCALE_H

#include <locale.h>
#include <stdbool.h>

typedef struct act_locale {
  locale_t before, numeric;
} act_locale;

/** Make this thread write numbers as C does.  False when memory runs out; then nothing is changed.
 */
bool act_locale_enter(act_locale *locale) __attribute__((warn_unused_result));
/** Put the thread's locale back. */
void act_locale_leave(act_locale *locale);

#endif
