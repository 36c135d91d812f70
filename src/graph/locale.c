/* SPDX-License-Identifier: MIT */
/* igraph and gvc print numbers with printf, which writes decimal commas in many locales.  uselocale
   concerns this thread only; setlocale would change the program's. */
#include "graph/locale.h"

bool act_locale_enter(act_locale *locale)
{
  locale_t now = uselocale((locale_t)0), copy = duplocale(now);
  if (!copy)
    return false;
  locale_t numeric = newlocale(LC_NUMERIC_MASK, "C", copy);
  if (!numeric) {
    freelocale(copy);
    return false;
  }
  locale->before = now;
  locale->numeric = numeric;
  uselocale(numeric);
  return true;
}

void act_locale_leave(act_locale *locale)
{
  uselocale(locale->before);
  freelocale(locale->numeric);
}
