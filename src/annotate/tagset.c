/* SPDX-License-Identifier: MIT */
/* Texts of the tags, and the way back. */
#include "annotate/tagset.h"

#include <string.h>

#define ACT_X(id, text) text,
static const char *const upos_texts[] = { ACT_UPOS_LIST(ACT_X) };
static const char *const xpos_texts[] = { ACT_XPOS_LIST(ACT_X) };
static const char *const deprel_texts[] = { ACT_DEP_LIST(ACT_X) };
#undef ACT_X

const char *act_upos_text(uint8_t upos)
{
  return upos < ACT_UPOS_COUNT ? upos_texts[upos] : "_";
}

const char *act_xpos_text(uint8_t xpos)
{
  return xpos < ACT_XPOS_COUNT ? xpos_texts[xpos] : "_";
}

const char *act_deprel_text(uint8_t deprel)
{
  return deprel < ACT_DEP_COUNT ? deprel_texts[deprel] : "_";
}

static uint8_t find(const char *const *texts, size_t count, const char *text, size_t size)
{
  for (size_t i = 1; i < count; i++)
    if (strlen(texts[i]) == size && memcmp(texts[i], text, size) == 0)
      return (uint8_t)i;
  return 0;
}

uint8_t act_upos_find(const char *text)
{
  return find(upos_texts, ACT_UPOS_COUNT, text, strlen(text));
}

uint8_t act_xpos_find(const char *text)
{
  return find(xpos_texts, ACT_XPOS_COUNT, text, strlen(text));
}

uint8_t act_deprel_find(const char *text)
{
  uint8_t exact = find(deprel_texts, ACT_DEP_COUNT, text, strlen(text));
  return exact ? exact : find(deprel_texts, ACT_DEP_COUNT, text, strcspn(text, ":"));
}

uint8_t act_deprel_plain(uint8_t deprel)
{
  const char *text = act_deprel_text(deprel);
  size_t size = strcspn(text, ":");
  return text[size] ? find(deprel_texts, ACT_DEP_COUNT, text, size) : deprel;
}
