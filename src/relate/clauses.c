/* SPDX-License-Identifier: MIT */
/* Walking the tree of one sentence: who is the subject of a verb, what is coordinated, what is
   passive.

   Few verbs have all their arguments beside them.  A subject is inherited from the first of
   coordinated verbs, through xcomp from the object or the subject of the verb above, from the noun
   that a participle or a relative clause is said of, and from the main clause of an adverbial one.
   Every walk upwards is bounded by ACT_CLIMB steps, every spread by ACT_CONJUNCTS.
*/
#include "relate/relating.h"

#include <string.h>

uint32_t act_word(const act_relating *g, uint32_t token)
{
  const act_token *t = act_tok(g, token);
  uint32_t word = t->upos == ACT_UPOS_PROPN ? ACT_NO_STRING : g->word_of[t->lemma];
  return word != ACT_NO_STRING ? word : g->word_of[t->lower];
}

uint32_t act_form_word(const act_relating *g, uint32_t token)
{
  return g->word_of[act_tok(g, token)->lower];
}

bool act_lower_is(const act_relating *g, uint32_t token, const char *word)
{
  return strcmp(act_token_lower(g->annotation, token), word) == 0;
}

bool act_lower_is_any(const act_relating *g, uint32_t token, const char *const *words)
{
  for (; token < g->sentence->end && *words; words++)
    if (act_lower_is(g, token, *words))
      return true;
  return false;
}

bool act_hangs_below(const act_relating *g, uint32_t token, uint32_t above)
{
  uint32_t steps = g->sentence->end - g->sentence->first;
  for (uint32_t at = token; at != ACT_ROOT && steps; at = act_head(g, at), steps--)
    if (at == above)
      return true;
  return false;
}

bool act_lemma_is(const act_relating *g, uint32_t token, const char *word)
{
  return strcmp(act_token_lemma(g->annotation, token), word) == 0;
}

uint32_t act_child(const act_relating *g, uint32_t token, uint8_t deprel)
{
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == deprel)
      return c;
  return ACT_NO_TOKEN;
}

void act_hang(act_relating *g, uint32_t token, uint32_t head, uint8_t dep)
{
  g->heads[token - g->tree.base] = head;
  g->deps[token - g->tree.base] = dep;
}

bool act_has_subject(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if (dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS || dep == ACT_DEP_EXPL)
      return true;
  }
  return false;
}

bool act_is_nominal(const act_relating *g, uint32_t token)
{
  switch (act_tok(g, token)->upos) {
    case ACT_UPOS_NOUN:
    case ACT_UPOS_PROPN:
    case ACT_UPOS_PRON:
    case ACT_UPOS_NUM:
    case ACT_UPOS_SYM:
      return true;
    case ACT_UPOS_DET:
    case ACT_UPOS_ADJ: /* "both", "the Dutch" */
      return act_dep(g, token) != ACT_DEP_ROOT;
    default:
      return false;
  }
}

bool act_is_verbal(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  return upos == ACT_UPOS_VERB || (upos == ACT_UPOS_AUX && act_dep(g, token) != ACT_DEP_AUX &&
                                   act_dep(g, token) != ACT_DEP_COP);
}

static bool has_auxiliary(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_AUX || act_dep(g, c) == ACT_DEP_AUX_PASS)
      return true;
  return false;
}

/* "X (born 1960 in Y)": a participle put beside a noun. */
static bool is_loose_participle(const act_relating *g, uint32_t verb)
{
  uint8_t dep = act_dep(g, verb);
  uint32_t head = act_head(g, verb);
  return (dep == ACT_DEP_PARATAXIS || dep == ACT_DEP_DEP || dep == ACT_DEP_APPOS ||
          dep == ACT_DEP_LIST) &&
         head != ACT_ROOT && head < verb && act_tok(g, verb)->xpos == ACT_XPOS_VBN &&
         act_is_nominal(g, head);
}

static bool is_marked_passive(const act_relating *g, uint32_t verb)
{
  bool reduced = act_dep(g, verb) == ACT_DEP_ACL && act_tok(g, verb)->xpos != ACT_XPOS_VBG &&
                 act_child(g, verb, ACT_DEP_OBJ) == ACT_NO_TOKEN;
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    uint32_t first = act_first_child(g, c);
    if (reduced && dep == ACT_DEP_OBL && first != ACT_NO_TOKEN && act_lower_is(g, first, "by") &&
        g->resolution->mention_of[c] != ACT_NO_MENTION)
      return true; /* "the firm, run by Y": tagged as present */
    if (dep == ACT_DEP_AUX_PASS || dep == ACT_DEP_NSUBJ_PASS || dep == ACT_DEP_OBL_AGENT)
      return true;
  }
  return false;
}

/* "X, the envoy, urged Y", "X called on Y": a main verb behind a comma, or without a passive, whose
 * past tense was read as a participle. */
static bool is_main_verb(const act_relating *g, uint32_t verb)
{
  uint32_t subject = act_child(g, verb, ACT_DEP_NSUBJ);
  return act_dep(g, verb) == ACT_DEP_ROOT && subject != ACT_NO_TOKEN && subject < verb &&
         (act_lower_is(g, verb - 1, ",") || act_in(g, verb, ACT_SET_INTRANSITIVE) ||
          act_in(g, verb, ACT_SET_COMMAND) || act_in(g, verb, ACT_SET_WISHING) ||
          act_in(g, verb, ACT_SET_SUBJECT_CONTROL) || act_in(g, verb, ACT_SET_SAYING)) &&
         act_lower_is(g, g->sentence->end - 1, ".");
}

/* A participle without auxiliary: is it said of a noun? */
static bool is_reduced_passive(const act_relating *g, uint32_t verb)
{
  uint8_t dep = act_deprel_plain(act_dep(g, verb));
  bool object = act_child(g, verb, ACT_DEP_OBJ) != ACT_NO_TOKEN;
  if (dep == ACT_DEP_ACL && object && !act_in(g, verb, ACT_SET_LINKING) &&
      !act_in(g, verb, ACT_SET_GIVING))
    return false;
  return dep == ACT_DEP_ACL || dep == ACT_DEP_AMOD || dep == ACT_DEP_ADVCL ||
         is_loose_participle(g, verb) || (dep == ACT_DEP_ROOT && !object && !is_main_verb(g, verb));
}

bool act_is_passive(const act_relating *g, uint32_t verb)
{
  for (int step = 0; step < ACT_CLIMB; step++) {
    if (is_marked_passive(g, verb))
      return true;
    if (act_tok(g, verb)->xpos != ACT_XPOS_VBN || has_auxiliary(g, verb))
      return false;
    uint32_t head = act_head(g, verb);
    bool shared = act_dep(g, verb) == ACT_DEP_CONJ && head != ACT_ROOT &&
                  act_tok(g, head)->xpos == ACT_XPOS_VBN;
    if (!shared)
      return is_reduced_passive(g, verb);
    if (act_child(g, verb, ACT_DEP_NSUBJ) != ACT_NO_TOKEN)
      return false;
    verb = head;
  }
  return false;
}

static bool has_case(const act_relating *g, uint32_t token)
{
  uint32_t first = act_first_child(g, token);
  return first != ACT_NO_TOKEN && first < token && act_dep(g, first) == ACT_DEP_CASE;
}

/* "met X, in Y": a conjunct with a preposition that the first has not is none. */
static bool is_conjunct(const act_relating *g, uint32_t first, uint32_t token)
{
  return act_dep(g, token) == ACT_DEP_CONJ && act_is_nominal(g, token) &&
         act_child(g, token, ACT_DEP_NSUBJ) == ACT_NO_TOKEN &&
         (!has_case(g, token) || has_case(g, first));
}

size_t act_conjuncts(const act_relating *g, uint32_t token, uint32_t out[ACT_CONJUNCTS])
{
  size_t count = 0;
  out[count++] = token;
  for (size_t i = 0; i < count; i++)
    ACT_EACH_CHILD (g, out[i], c)
      if (count < ACT_CONJUNCTS && is_conjunct(g, token, c))
        out[count++] = c;
  return count;
}

static bool is_relative(const act_relating *g, uint32_t token)
{
  uint8_t xpos = act_tok(g, token)->xpos;
  return xpos == ACT_XPOS_WP || xpos == ACT_XPOS_WDT ||
         (act_lower_is(g, token, "that") && act_tok(g, token)->upos == ACT_UPOS_PRON);
}

/* The noun that a relative clause is said of, from the clause's verb or one coordinated with it. */
static uint32_t antecedent(const act_relating *g, uint32_t verb)
{
  for (int step = 0; step < ACT_CLIMB && act_head(g, verb) != ACT_ROOT; step++) {
    uint8_t dep = act_dep(g, verb);
    if (dep == ACT_DEP_ACL_RELCL || dep == ACT_DEP_ACL)
      return act_head(g, verb);
    if (dep != ACT_DEP_CONJ && dep != ACT_DEP_XCOMP && dep != ACT_DEP_CCOMP)
      break;
    verb = act_head(g, verb);
  }
  return ACT_NO_TOKEN;
}

uint32_t act_name_before(const act_relating *g, uint32_t pronoun)
{
  uint32_t end = pronoun;
  if (end > g->sentence->first && act_lower_is(g, end - 1, ","))
    end--;
  for (uint32_t t = end, step = 0; t > g->sentence->first && step < ACT_CLIMB; step++) {
    uint32_t mention = g->resolution->mention_of[--t];
    if (mention != ACT_NO_MENTION && g->resolution->mentions.data[mention].end == end)
      return t;
  }
  return pronoun;
}

/* Whether a token stands for someone, itself or by a name joined to it ("watchdog Joe Ham"). */
static bool has_mention(const act_relating *g, uint32_t token)
{
  if (g->resolution->mention_of[token] != ACT_NO_MENTION)
    return true;
  ACT_EACH_CHILD (g, token, c)
    if (act_dep(g, c) == ACT_DEP_FLAT && g->resolution->mention_of[c] != ACT_NO_MENTION)
      return true;
  return false;
}

uint32_t act_own_subject(const act_relating *g, uint32_t verb)
{
  uint32_t subject = ACT_NO_TOKEN;
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_dep(g, c);
    if (dep != ACT_DEP_NSUBJ && dep != ACT_DEP_NSUBJ_PASS && dep != ACT_DEP_NSUBJ_OUTER)
      continue;
    bool better = subject != ACT_NO_TOKEN && c < verb && !has_mention(g, subject) &&
                  has_mention(g, c); /* of two that parsers give, the one who may act */
    if (subject == ACT_NO_TOKEN || better)
      subject = c;
  }
  if (subject == ACT_NO_TOKEN || !is_relative(g, subject))
    return subject;
  uint32_t noun = antecedent(g, verb);
  return noun != ACT_NO_TOKEN && act_tok(g, noun)->upos != ACT_UPOS_VERB
           ? noun
           : act_name_before(g, subject);
}

/* "asked Y to leave": the object acts; "promised Y to leave": the subject does. */
static uint32_t controller(const act_relating *g, uint32_t verb)
{
  uint32_t object = act_child(g, verb, ACT_DEP_OBJ);
  if (object == ACT_NO_TOKEN)
    object = act_child(g, verb, ACT_DEP_IOBJ);
  if (object == ACT_NO_TOKEN || act_in(g, verb, ACT_SET_SUBJECT_CONTROL) ||
      act_is_passive(g, verb) || !act_is_nominal(g, object))
    return ACT_NO_TOKEN;
  return object;
}

static bool has_to(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_MARK && act_lower_is(g, c, "to"))
      return true;
  return false;
}

/* "called on Y to leave", "appealed to Y to leave". */
static uint32_t addressee(const act_relating *g, uint32_t verb, uint32_t below)
{
  static const char *const to_whom[] = { "on", "upon", "to", "with", "for" };
  ACT_EACH_CHILD (g, verb, c) {
    if (act_dep(g, c) != ACT_DEP_OBL || c < verb || c > below ||
        g->resolution->mention_of[c] == ACT_NO_MENTION)
      continue;
    ACT_EACH_CHILD (g, c, d)
      for (size_t i = 0; i < sizeof to_whom / sizeof *to_whom; i++)
        if (act_dep(g, d) == ACT_DEP_CASE && act_lower_is(g, d, to_whom[i]))
          return c;
  }
  return ACT_NO_TOKEN;
}

/* "called on Y to leave", "accused Y of leaving", "thanked Y for helping": who is asked, or said,
 * to act. */
static uint32_t charged(const act_relating *g, uint32_t verb, uint32_t below)
{
  uint32_t mark = act_child(g, below, ACT_DEP_MARK);
  bool doing = act_tok(g, below)->xpos == ACT_XPOS_VBG && mark != ACT_NO_TOKEN && mark > verb &&
               (act_lower_is(g, mark, "of") || act_lower_is(g, mark, "for") ||
                act_lower_is(g, mark, "from") || act_lower_is(g, mark, "against"));
  bool to_do = has_to(g, below) && act_in(g, verb, ACT_SET_COMMAND);
  if ((!doing && !to_do) || act_is_passive(g, verb))
    return ACT_NO_TOKEN;
  uint32_t object = controller(g, verb);
  return object == ACT_NO_TOKEN && to_do ? addressee(g, verb, below) : object;
}

/* "a plan to visit Y", "X's decision to visit Y", "X announced plans to visit Y": who would visit.
 */
static uint32_t planner(const act_relating *g, uint32_t noun, uint16_t *quality)
{
  uint32_t owner = act_child(g, noun, ACT_DEP_NMOD_POSS);
  if (owner != ACT_NO_TOKEN)
    return owner;
  ACT_EACH_CHILD (g, noun, c)
    if ((act_dep(g, c) == ACT_DEP_AMOD || act_dep(g, c) == ACT_DEP_COMPOUND) &&
        g->resolution->mention_of[c] != ACT_NO_MENTION)
      return c;
  uint32_t verb = act_head(g, noun);
  if (verb == ACT_ROOT || act_deprel_plain(act_dep(g, noun)) == ACT_DEP_NSUBJ ||
      !act_is_verbal(g, verb))
    return ACT_NO_TOKEN;
  *quality = (uint16_t)(*quality * 95u / 100);
  return act_own_subject(g, verb);
}

/* One step up from a verb without a subject: the subject itself, or in *above the verb to look at
 * next. */
static uint32_t inherit(const act_relating *g, uint32_t verb, uint16_t *quality, uint32_t *above)
{
  uint32_t head = act_head(g, verb);
  *above = ACT_NO_TOKEN;
  if (is_loose_participle(g, verb))
    return head;
  switch (act_dep(g, verb)) {
    case ACT_DEP_XCOMP: {
      uint32_t object = controller(g, head);
      if (object != ACT_NO_TOKEN)
        return object;
      *above = head;
      return ACT_NO_TOKEN;
    }
    case ACT_DEP_CSUBJ: /* "X is due to visit Y" */
      if (has_to(g, verb) && act_child(g, head, ACT_DEP_COP) != ACT_NO_TOKEN)
        *above = head;
      return ACT_NO_TOKEN;
    case ACT_DEP_ADVCL: {
      uint32_t agent = charged(g, head, verb);
      if (agent != ACT_NO_TOKEN)
        return agent;
      *quality = (uint16_t)(*quality * 93u / 100);
      *above = head;
      return ACT_NO_TOKEN;
    }
    case ACT_DEP_CONJ:
    case ACT_DEP_AUX:
    case ACT_DEP_DEP:
      *quality = (uint16_t)(*quality * 97u / 100);
      *above = head;
      return ACT_NO_TOKEN;
    case ACT_DEP_CCOMP:
    case ACT_DEP_PARATAXIS:
      if (has_to(g, verb) || act_tok(g, verb)->xpos == ACT_XPOS_VBG)
        *above = head;
      *quality = (uint16_t)(*quality * 85u / 100);
      return ACT_NO_TOKEN;
    case ACT_DEP_ACL: /* "a plan to visit", "the idea of visiting", "a letter demanding" */
      return has_to(g, verb) || (act_tok(g, verb)->xpos == ACT_XPOS_VBG &&
                                 (act_child(g, verb, ACT_DEP_MARK) != ACT_NO_TOKEN ||
                                  act_in(g, head, ACT_SET_MESSAGE)))
               ? planner(g, head, quality)
               : head;
    case ACT_DEP_ACL_RELCL:
      return act_child(g, verb, ACT_DEP_OBJ) != ACT_NO_TOKEN || act_is_passive(g, verb)
               ? head
               : ACT_NO_TOKEN;
    case ACT_DEP_AMOD:
      if (!act_is_verbal(g, head))
        return head;
      *above = head; /* "had sided with", where "had" was taken for the verb */
      return ACT_NO_TOKEN;
    default:
      return ACT_NO_TOKEN;
  }
}

uint32_t act_subject(const act_relating *g, uint32_t verb, uint16_t *quality)
{
  for (int step = 0; step < ACT_CLIMB; step++) {
    uint32_t above, subject = act_own_subject(g, verb);
    if (subject != ACT_NO_TOKEN)
      return subject;
    if (act_head(g, verb) == ACT_ROOT)
      return ACT_NO_TOKEN;
    subject = inherit(g, verb, quality, &above);
    if (subject != ACT_NO_TOKEN || above == ACT_NO_TOKEN)
      return subject;
    verb = above;
  }
  return ACT_NO_TOKEN;
}
