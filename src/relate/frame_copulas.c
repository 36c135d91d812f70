/* SPDX-License-Identifier: MIT */
/* Frames of what is said of a noun: by "be" and its like, in apposition, in front of a name, by a
 * participle or an adjective. */
#include "relate/frames.h"

/* What a predicate noun, adjective or preposition is said of. */
static void add_copular_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  uint32_t top = token;
  for (int step = 0;
       step < ACT_CLIMB && act_dep(g, top) == ACT_DEP_CONJ && act_head(g, top) != ACT_ROOT;
       step++)
    top = act_head(g, top);
  bool cop = act_child(g, top, ACT_DEP_COP) != ACT_NO_TOKEN;
  uint16_t quality = ACT_SURE;
  if (cop) {
    uint32_t subject = act_subject(g, top, &quality);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, ACT_ARG_THEME, quality);
    return;
  }
  if (act_head(g, top) == ACT_ROOT)
    return;
  uint32_t head = act_head(g, top);
  bool linked = act_is_verbal(g, head) && act_in(g, head, ACT_SET_LINKING);
  if (linked && (act_dep(g, top) == ACT_DEP_XCOMP || act_dep(g, top) == ACT_DEP_OBJ ||
                 act_has_case(g, top, "as"))) {
    uint32_t subject = act_subject(g, head, &quality);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, ACT_ARG_THEME, quality);
    ACT_EACH_CHILD (g, head, c) /* "became professor of law at Y" */
      if (act_dep(g, c) == ACT_DEP_OBL && c > top && c != token)
        act_frame_prepositions(g, head, c, 930, out);
  }
}

/* "whose chairman is X", "the new head of Y is X": the noun is the subject, the name the predicate.
 */
static void add_inverse_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  uint32_t head = act_head(g, token);
  if (head != ACT_ROOT && act_dep(g, token) == ACT_DEP_NSUBJ &&
      act_child(g, head, ACT_DEP_COP) != ACT_NO_TOKEN && act_stands_for_someone(g, head))
    act_frame_add(out, head, ACT_ARG_THEME, 970);
  ACT_EACH_CHILD (g, token, c)
    if (act_lower_is(g, c, "whose") && head != ACT_ROOT) {
      uint32_t clause = act_dep(g, token) == ACT_DEP_NSUBJ ? head : token;
      act_frame_add(out,
                    act_dep(g, clause) == ACT_DEP_ACL_RELCL ? act_head(g, clause)
                                                            : act_name_before(g, c),
                    ACT_ARG_OWNER,
                    960);
    }
}

static void add_apposed_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  if (act_head(g, token) != ACT_ROOT && act_dep(g, token) == ACT_DEP_NMOD &&
      act_lower_is(g, act_head(g, token), "one"))
    token = act_head(g, token); /* "X, one of the founders of Y" */
  uint8_t dep = act_dep(g, token);
  uint32_t head = act_head(g, token);
  if (head != ACT_ROOT && !act_is_verbal(g, head)) {
    bool before_name =
      (dep == ACT_DEP_COMPOUND || dep == ACT_DEP_NMOD_DESC || dep == ACT_DEP_FLAT) &&
      act_stands_for_someone(g, head);
    bool behind_noun = dep == ACT_DEP_AMOD && token > head;
    if (dep == ACT_DEP_APPOS || before_name || behind_noun)
      act_frame_add(out, head, ACT_ARG_THEME, 970);
    if (before_name) /* "Xish capital Y": the demonym may hang from the name */
      ACT_EACH_CHILD (g, head, c)
        if (c < token && act_stands_for_someone(g, c) && act_dep(g, c) != ACT_DEP_APPOS)
          act_frame_add(out, c, ACT_ARG_OWNER, 900);
  }
  ACT_EACH_CHILD (g, token, c)
    if ((act_dep(g, c) == ACT_DEP_APPOS || act_dep(g, c) == ACT_DEP_FLAT) &&
        act_stands_for_someone(g, c))
      act_frame_add(out, c, ACT_ARG_THEME, 970);
}

/* A participle or adjective that reduces a clause: "X, born in Y, …", "based in Y, X …". */
static void add_reduced_theme(const act_relating *g, uint32_t token, act_frame *out)
{
  uint8_t dep = act_dep(g, token);
  uint16_t quality = 950;
  if (act_head(g, token) == ACT_ROOT)
    return;
  if (dep == ACT_DEP_ACL || dep == ACT_DEP_ACL_RELCL ||
      (dep == ACT_DEP_AMOD && act_is_verbal(g, token)))
    act_frame_add(out, act_head(g, token), ACT_ARG_THEME, quality);
  else if (dep == ACT_DEP_ADVCL || dep == ACT_DEP_CONJ || dep == ACT_DEP_PARATAXIS) {
    uint32_t subject = act_subject(g, token, &quality);
    if (subject != ACT_NO_TOKEN)
      act_frame_add(out, subject, ACT_ARG_THEME, quality);
  }
}

static void add_own_prepositions(const act_relating *g, uint32_t token, act_frame *out)
{
  act_frame_prepositions(g, token, token, ACT_SURE, out);
}

bool act_frame_be(const act_relating *g, uint32_t token, act_frame *out)
{
  uint8_t upos = act_tok(g, token)->upos;
  if (upos == ACT_UPOS_VERB) {
    (void)act_frame_verb(g, token, out);
    if (!out->passive)
      add_reduced_theme(g, token, out);
    return true;
  }
  add_copular_theme(g, token, out);
  if (upos == ACT_UPOS_ADJ)
    add_reduced_theme(g, token, out);
  add_apposed_theme(g, token, out);
  add_inverse_theme(g, token, out);
  ACT_EACH_CHILD (g, token, c)
    if (upos == ACT_UPOS_ADJ && (act_dep(g, c) == ACT_DEP_OBL || act_dep(g, c) == ACT_DEP_NMOD))
      act_frame_prepositions(g, token, c, ACT_SURE, out);
  act_frame_add_noun(g, token, false, out);
  add_own_prepositions(g, token, out);
  if (upos == ACT_UPOS_ADJ)
    act_frame_hyphenated(g, token, out);
  return true;
}
