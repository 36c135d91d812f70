/* SPDX-License-Identifier: MIT */
/* The main verb behind a subject that a clause or an apposition between commas sets apart from it.

   "Xland, which hosted Y, criticised Z": a greedy parser often takes the verb of the relative
   clause, or the subject itself, for the root, and hangs the main verb from it as one more
   description.  The commas give it away: a noun without a preposition, a comma, a relative pronoun,
   an article, an age or a participle, a comma, and a finite verb without a subject while the root
   still lies between.  That verb becomes the root, the noun its subject, and what was the root is
   said of the noun.  Only in sentences that end in a full stop: headlines leave "was" out.
*/
#include "relate/relating.h"

enum { LONGEST = 40, ADVERBS = 5 };

typedef struct lost {
  uint32_t noun, verb, root;
} lost;

static bool is_subject(uint8_t dep)
{
  return dep == ACT_DEP_NSUBJ || dep == ACT_DEP_NSUBJ_PASS || dep == ACT_DEP_CSUBJ ||
         dep == ACT_DEP_EXPL;
}

static uint32_t subject_below(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    if (is_subject(act_dep(g, c)))
      return c;
  return ACT_NO_TOKEN;
}

static bool has_preposition(const act_relating *g, uint32_t token)
{
  ACT_EACH_CHILD (g, token, c)
    if (c < token && (act_dep(g, c) == ACT_DEP_CASE || act_dep(g, c) == ACT_DEP_MARK))
      return true;
  return false;
}

static bool is_relative(const act_relating *g, uint32_t token)
{
  uint8_t xpos = act_tok(g, token)->xpos;
  return xpos == ACT_XPOS_WP || xpos == ACT_XPOS_WDT || xpos == ACT_XPOS_WP_POSS;
}

/* What may begin the description between the commas. */
static bool begins_description(const act_relating *g, uint32_t token)
{
  uint8_t upos = act_tok(g, token)->upos;
  return is_relative(g, token) || upos == ACT_UPOS_DET || upos == ACT_UPOS_NUM ||
         upos == ACT_UPOS_VERB || act_lower_is(g, token, "whose");
}

/* The noun that ends at a comma, up through what is said of it with prepositions. */
static uint32_t noun_before(const act_relating *g, uint32_t comma)
{
  uint32_t at = comma - 1, mention = g->resolution->mention_of[at];
  bool name =
    mention != ACT_NO_MENTION && g->resolution->mentions.data[mention].form == ACTANT_NAME;
  if (name && g->resolution->mentions.data[mention].first == g->sentence->first)
    return g->resolution->mentions.data[mention].head; /* whatever it was tagged */
  if (!act_is_nominal(g, at))
    return ACT_NO_TOKEN;
  for (int step = 0; step < ACT_CLIMB; step++) {
    uint8_t dep = act_deprel_plain(act_dep(g, at));
    uint32_t head = act_head(g, at);
    if (head == ACT_ROOT || head > at ||
        (dep != ACT_DEP_NMOD && dep != ACT_DEP_FLAT && dep != ACT_DEP_CONJ && dep != ACT_DEP_APPOS))
      break;
    at = head;
  }
  return act_is_nominal(g, at) && !has_preposition(g, at) && act_tok(g, at)->upos != ACT_UPOS_NUM
           ? at
           : ACT_NO_TOKEN;
}

/* "known", "given": never a past tense. */
static bool is_participle_only(const act_relating *g, uint32_t verb)
{
  const char *form = act_token_lower(g->annotation, verb);
  size_t length = 0;
  while (form[length])
    length++;
  bool nasal =
    length > 1 && (form[length - 1] == 'n' || (form[length - 1] == 'e' && form[length - 2] == 'n'));
  return nasal && !act_lower_is(g, verb, "won");
}

/* "X, a firm, founded by Y". */
static bool has_agent(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    ACT_EACH_CHILD (g, c, d)
      if (act_dep(g, d) == ACT_DEP_CASE && act_lower_is(g, d, "by"))
        return act_child(g, verb, ACT_DEP_OBJ) == ACT_NO_TOKEN;
  return false;
}

/* "on Wednesday", "last year", "in 2020" in front of the verb: its last token, or `token` itself.
 */
static uint32_t skip_time(const act_relating *g, uint32_t token)
{
  static const char *const begins[] = { "on", "in", "last", "this", "next", "earlier" };
  for (size_t i = 0; token + 1 < g->sentence->end && i < sizeof begins / sizeof *begins; i++)
    if (act_lower_is(g, token, begins[i])) {
      uint8_t upos = act_tok(g, token + 1)->upos;
      bool time = upos == ACT_UPOS_NOUN || upos == ACT_UPOS_NUM || upos == ACT_UPOS_PROPN;
      return time && g->resolution->mention_of[token + 1] == ACT_NO_MENTION ? token + 1 : token;
    }
  return token;
}

/* A finite verb behind a comma that has no subject; adverbs, a time and auxiliaries between. */
static uint32_t verb_behind(const act_relating *g, uint32_t comma)
{
  bool auxiliary = false;
  for (uint32_t t = skip_time(g, comma + 1) == comma + 1 ? comma + 1 : comma + 3;
       t < g->sentence->end && t <= comma + ADVERBS;
       t++) {
    uint8_t upos = act_tok(g, t)->upos, xpos = act_tok(g, t)->xpos;
    if (upos == ACT_UPOS_AUX)
      auxiliary = true;
    else if (upos == ACT_UPOS_VERB) {
      bool past = xpos == ACT_XPOS_VBN && !is_participle_only(g, t) && !has_agent(g, t);
      bool finite =
        auxiliary || xpos == ACT_XPOS_VBD || xpos == ACT_XPOS_VBZ || xpos == ACT_XPOS_VBP || past;
      return finite && subject_below(g, t) == ACT_NO_TOKEN ? t : ACT_NO_TOKEN;
    } else if (upos != ACT_UPOS_ADV)
      break;
  }
  return ACT_NO_TOKEN;
}

static uint32_t root_of(const act_relating *g)
{
  for (uint32_t t = g->sentence->first; t < g->sentence->end; t++)
    if (act_head(g, t) == ACT_ROOT)
      return t;
  return ACT_NO_TOKEN;
}

/* A clause of another verb, or the end of the first one, between the commas. */
static bool find_verb(const act_relating *g, uint32_t comma, lost *l)
{
  for (uint32_t t = comma + 2; t < g->sentence->end && t < comma + LONGEST; t++) {
    if (!act_lower_is(g, t, ","))
      continue;
    l->verb = verb_behind(g, t);
    if (l->verb != ACT_NO_TOKEN)
      return l->root >= l->noun && l->root < l->verb;
  }
  return false;
}

static bool find_lost(const act_relating *g, lost *l)
{
  l->root = root_of(g);
  for (uint32_t t = g->sentence->first + 1; t + 2 < g->sentence->end && l->root != ACT_NO_TOKEN;
       t++) {
    if (!act_lower_is(g, t, ",") || !begins_description(g, t + 1))
      continue;
    l->noun = noun_before(g, t);
    if (l->noun != ACT_NO_TOKEN && find_verb(g, t, l))
      return true;
    if (l->root < t)
      return false;
  }
  return false;
}

/* What the root becomes: an apposition, a participle, a relative clause. */
static uint8_t description_of(const act_relating *g, uint32_t root)
{
  if (act_tok(g, root)->upos != ACT_UPOS_VERB)
    return act_tok(g, root)->upos == ACT_UPOS_NOUN ? ACT_DEP_APPOS : ACT_DEP_ACL_RELCL;
  return root > g->sentence->first && act_lower_is(g, root - 1, ",") ? ACT_DEP_ACL
                                                                     : ACT_DEP_ACL_RELCL;
}

/* "Xland, which has Y, attacked": the clause stands as subject with the noun below it. */
static void lift_subject(act_relating *g, uint32_t root)
{
  uint32_t clause = subject_below(g, root),
           noun = clause == ACT_NO_TOKEN ? clause : act_first_child(g, clause);
  if (noun == ACT_NO_TOKEN || act_tok(g, clause)->upos != ACT_UPOS_VERB ||
      act_dep(g, noun) != ACT_DEP_NSUBJ || noun > clause)
    return;
  ACT_EACH_CHILD (g, clause, c)
    if (c > noun && c < clause && is_subject(act_dep(g, c)) && is_relative(g, c)) {
      act_hang(g, noun, root, act_dep(g, clause));
      act_hang(g, clause, noun, ACT_DEP_ACL_RELCL);
      return;
    }
}

void act_repair_main_verb(act_relating *g)
{
  lost l;
  if (!act_lower_is(g, g->sentence->end - 1, "."))
    return;
  if (!find_lost(g, &l)) {
    l.root = root_of(g);
    if (l.root != ACT_NO_TOKEN)
      lift_subject(g, l.root);
    return;
  }
  bool passive = act_child(g, l.verb, ACT_DEP_AUX_PASS) != ACT_NO_TOKEN;
  act_hang(g, l.verb, ACT_ROOT, ACT_DEP_ROOT);
  if (l.root != l.noun)
    act_hang(g, l.root, l.noun, description_of(g, l.root));
  act_hang(g, l.noun, l.verb, passive ? ACT_DEP_NSUBJ_PASS : ACT_DEP_NSUBJ);
}
