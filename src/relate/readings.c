/* SPDX-License-Identifier: MIT */
/* How sure a clause is: actual, planned, possible or negated, and who says so.

   A clause begins with its own auxiliaries, negation and mark ("if").  Then the walk goes up to the
   root: a governing verb plans, fails, commands, denies or says what is below; a coordinated verb
   shares the auxiliaries in front of the first; a noun ("a plan to …") is judged as the verb would
   be.  The readings are joined by strength: what is denied stays denied, what is planned stays
   planned under a past "agreed".  What verbs do is data: the sets of engine.rules. An event told by
   a noun has the reading of the verb that carries it; in other places it is taken to have happened,
   unless an adjective
   ("planned", "alleged") or a verb of wishing says otherwise.
*/
#include "relate/relating.h"

static const act_reading ACTUAL = { ACTANT_ACTUAL, false, ACT_NO_ENTITY, 1000, false };

static bool form_is(const act_relating *g, uint32_t token, const char *const *words)
{
  for (; *words; words++)
    if (act_lower_is(g, token, *words))
      return true;
  return false;
}

/* What lies above turns, or weakens, what is below. */
static void weaken(act_reading *r, actant_modality status)
{
  if (status == ACTANT_NEGATED)
    r->status = r->status == ACTANT_NEGATED ? ACTANT_ACTUAL : ACTANT_NEGATED;
  else if (r->status != ACTANT_NEGATED && status != ACTANT_ACTUAL &&
           !(r->status == ACTANT_POSSIBLE && status == ACTANT_PLANNED))
    r->status = status;
}

/* --------------------------------------------------------------------------------------- the
 * clause itself */

static void read_auxiliary(const act_relating *g, uint32_t aux, act_reading *r)
{
  static const char *const will[] = { "will", "shall", "'ll", "’ll", "wo", NULL };
  static const char *const maybe[] = { "may",  "might", "could", "can", "should",
                                       "must", "ought", "ca",    NULL };
  uint8_t xpos = act_tok(g, aux)->xpos;
  if (form_is(g, aux, will))
    weaken(r, ACTANT_PLANNED);
  else if (act_lower_is(g, aux, "would") || act_lower_is(g, aux, "'d"))
    weaken(r, act_lower_is(g, aux, "would") ? ACTANT_PLANNED : ACTANT_ACTUAL);
  else if (form_is(g, aux, maybe))
    weaken(r, ACTANT_POSSIBLE);
  r->past |= xpos == ACT_XPOS_VBD || act_lemma_is(g, aux, "have");
}

static bool is_negation(const act_relating *g, uint32_t token)
{
  return act_word_in(g->vocabulary, act_form_word(g, token), ACT_SET_NEGATION);
}

/* "no agreement", "neither side" as subject or object. */
static bool has_negative_argument(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c) {
    uint8_t dep = act_deprel_plain(act_dep(g, c));
    if (dep != ACT_DEP_NSUBJ && dep != ACT_DEP_OBJ)
      continue;
    if (act_lower_is(g, c, "nobody") || act_lower_is(g, c, "none") || act_lower_is(g, c, "neither"))
      return true;
    ACT_EACH_CHILD (g, c, d)
      if (act_dep(g, d) == ACT_DEP_DET &&
          (act_lower_is(g, d, "no") || act_lower_is(g, d, "neither")))
        return true;
  }
  return false;
}

/* "is to meet", "are also to be sued": a form of "be" that is no more than the future of the verb
 * behind "to". */
static bool is_ahead(const act_relating *g, uint32_t verb, uint32_t be)
{
  uint32_t to = be + 1;
  if (to < verb && act_dep(g, to) == ACT_DEP_ADVMOD)
    to++;
  return act_lemma_is(g, be, "be") && to < verb && act_dep(g, to) == ACT_DEP_MARK &&
         act_head(g, to) == verb && act_lower_is(g, to, "to");
}

static void read_children(const act_relating *g, uint32_t verb, act_reading *r)
{
  bool negated = false;
  ACT_EACH_CHILD (g, verb, c) {
    switch (act_dep(g, c)) {
      case ACT_DEP_AUX:
      case ACT_DEP_AUX_PASS:
      case ACT_DEP_COP:
        read_auxiliary(g, c, r);
        if (is_ahead(g, verb, c))
          weaken(r, ACTANT_PLANNED);
        break;
      case ACT_DEP_MARK:
      case ACT_DEP_CASE:
      case ACT_DEP_ADVMOD:
      case ACT_DEP_CC:
      case ACT_DEP_DISCOURSE:
      case ACT_DEP_DET:
        if (is_negation(g, c) && !(act_lower_is(g, c, "not") && c + 1 < g->sentence->end &&
                                   act_lower_is(g, c + 1, "only")))
          negated = true;
        else if (act_word_in(g->vocabulary, act_form_word(g, c), ACT_SET_CONDITION))
          weaken(r, ACTANT_POSSIBLE);
        else if (act_word_in(g->vocabulary, act_form_word(g, c), ACT_SET_POSSIBLE_ADVERB))
          weaken(r, ACTANT_POSSIBLE);
        break;
      default:
        break;
    }
  }
  if (negated || has_negative_argument(g, verb))
    weaken(r, ACTANT_NEGATED);
}

static bool has_own_auxiliary(const act_relating *g, uint32_t verb)
{
  return act_child(g, verb, ACT_DEP_AUX) != ACT_NO_TOKEN ||
         act_child(g, verb, ACT_DEP_AUX_PASS) != ACT_NO_TOKEN ||
         act_child(g, verb, ACT_DEP_COP) != ACT_NO_TOKEN;
}

/* A verb that shares the auxiliaries of the one that it is coordinated with: "will visit Y and meet
 * Z". */
static bool shares_auxiliaries(const act_relating *g, uint32_t verb)
{
  uint8_t xpos = act_tok(g, verb)->xpos, other = act_tok(g, act_head(g, verb))->xpos;
  uint32_t be = act_child(g, verb, ACT_DEP_AUX_PASS);
  if (be != ACT_NO_TOKEN && act_lower_is(g, be, "be") &&
      act_child(g, verb, ACT_DEP_AUX) == ACT_NO_TOKEN)
    return act_child(g, verb, ACT_DEP_NSUBJ_PASS) ==
           ACT_NO_TOKEN; /* "will leave and be followed" */
  if (act_child(g, verb, ACT_DEP_NSUBJ) != ACT_NO_TOKEN || has_own_auxiliary(g, verb))
    return false;
  return xpos == other && xpos != ACT_XPOS_VBD && xpos != ACT_XPOS_VBZ;
}

static bool has_mark_to(const act_relating *g, uint32_t verb)
{
  ACT_EACH_CHILD (g, verb, c)
    if (act_dep(g, c) == ACT_DEP_MARK && act_lower_is(g, c, "to"))
      return true;
  return false;
}

/* "if Y attacks, X will …", "unless …": what hangs on a condition may happen. */
static bool has_condition(const act_relating *g, uint32_t verb)
{
  static const char *const marks[] = { "if", "unless", NULL };
  ACT_EACH_CHILD (g, verb, c) {
    uint32_t mark = act_dep(g, c) == ACT_DEP_ADVCL ? act_child(g, c, ACT_DEP_MARK) : ACT_NO_TOKEN;
    if (mark != ACT_NO_TOKEN && form_is(g, mark, marks))
      return true;
  }
  return false;
}

static void read_own(const act_relating *g, uint32_t verb, act_reading *r)
{
  uint8_t xpos = act_tok(g, verb)->xpos;
  r->past |= xpos == ACT_XPOS_VBD;
  read_children(g, verb, r);
  if (r->status == ACTANT_PLANNED && has_condition(g, verb))
    r->status = ACTANT_POSSIBLE;
}

/* ---------------------------------------------------------------------------------------- what
 * governs it */

static uint32_t speaker_of(const act_relating *g, uint32_t verb)
{
  uint16_t quality = 1000;
  uint32_t subject = act_subject(g, verb, &quality);
  act_fillers fillers = { .count = 0 };
  if (subject == ACT_NO_TOKEN)
    return ACT_NO_ENTITY;
  act_fill_slot(g, subject, quality, &fillers);
  return fillers.count == 1 ||
             (fillers.count && g->resolution->mention_of[subject] != ACT_NO_MENTION)
           ? fillers.items[0].entity
           : ACT_NO_ENTITY;
}

static bool is_negated(const act_relating *g, uint32_t verb)
{
  act_reading r = ACTUAL;
  read_children(g, verb, &r);
  return r.status == ACTANT_NEGATED;
}

/* "said that …", "believes …", "denied …": who says it, and what saying so does. */
static void read_report(const act_relating *g, uint32_t above, act_reading *r)
{
  bool negated = is_negated(g, above);
  if (act_in(g, above, ACT_SET_DENYING)) {
    weaken(r, ACTANT_NEGATED);
  } else if (act_in(g, above, ACT_SET_ALLEGING)) {
    weaken(r, ACTANT_POSSIBLE);
  } else if (act_in(g, above, ACT_SET_THINKING)) {
    weaken(r, negated ? ACTANT_NEGATED : ACTANT_POSSIBLE);
  } else if (act_in(g, above, ACT_SET_EXPECTING)) {
    weaken(r, r->past ? ACTANT_ACTUAL : ACTANT_PLANNED);
  } else if (!act_in(g, above, ACT_SET_SAYING) && /* "told Y that he had met Z" */
             (act_in(g, above, ACT_SET_WISHING) || act_in(g, above, ACT_SET_COMMAND))) {
    weaken(r, ACTANT_POSSIBLE);
    r->quality = (uint16_t)(r->quality * 6u / 10);
  } else if (negated && act_in(g, above, ACT_SET_SAYING)) {
    weaken(r, ACTANT_POSSIBLE);
  } else if (!act_in(g, above, ACT_SET_SAYING)) {
    return;
  }
  if (r->speaker == ACT_NO_ENTITY)
    r->speaker = speaker_of(g, above);
}

/* "It is not true that …", "it is false that …". */
static void read_truth(const act_relating *g, uint32_t above, act_reading *r)
{
  static const char *const untrue[] = { "false", "untrue", "wrong", "incorrect", NULL };
  bool is_true = act_lower_is(g, above, "true") || act_lower_is(g, above, "correct");
  if (form_is(g, above, untrue) || (is_true && is_negated(g, above)))
    weaken(r, ACTANT_NEGATED);
}

/* "rejected claims that …": who denies a claim says that it is not so. */
static void read_claim(const act_relating *g, uint32_t noun, act_reading *r)
{
  static const char *const claims[] = { "claim",       "report", "allegation", "accusation",
                                        "suggestion",  "rumour", "rumor",      "charge",
                                        "speculation", NULL };
  uint32_t verb = act_head(g, noun), participle = act_child(g, noun, ACT_DEP_AMOD);
  bool claim = false;
  for (size_t i = 0; claims[i]; i++)
    claim |= act_lemma_is(g, noun, claims[i]);
  if (participle != ACT_NO_TOKEN && act_tok(g, participle)->xpos == ACT_XPOS_VBG)
    verb = participle; /* "…, denying reports that", as parsers have it */
  else if (act_dep(g, noun) != ACT_DEP_OBJ)
    return;
  if (!claim || verb == ACT_ROOT || !act_in(g, verb, ACT_SET_DENYING))
    return;
  weaken(r, ACTANT_NEGATED);
  if (r->speaker == ACT_NO_ENTITY)
    r->speaker = speaker_of(g, verb);
}

/* "urged Y to stop arming Z": what one is asked to stop goes on. */
static bool is_to_end(const act_relating *g, uint32_t below, uint32_t above)
{
  static const char *const ends[] = { "stop", "cease", "end", "quit", "halt", "discontinue", NULL };
  uint32_t asker = act_head(g, above);
  bool asked = asker != ACT_ROOT && act_dep(g, above) != ACT_DEP_CONJ &&
               (act_in(g, asker, ACT_SET_COMMAND) || act_in(g, asker, ACT_SET_WISHING));
  for (size_t i = 0; asked && act_tok(g, below)->xpos == ACT_XPOS_VBG && ends[i]; i++)
    if (act_lemma_is(g, above, ends[i]))
      return true;
  return false;
}

/* "will meet Y when he visits Z": the present tense behind a word of time is as far ahead as what
 * it is said of. */
static bool lies_ahead(const act_relating *g, uint32_t below, uint32_t above)
{
  static const char *const when[] = { "when",  "before", "after", "once",
                                      "until", "as",     "while", NULL };
  uint8_t xpos = act_tok(g, below)->xpos;
  act_reading r = ACTUAL;
  bool timed = false;
  ACT_EACH_CHILD (g, below, c)
    timed |= (act_dep(g, c) == ACT_DEP_ADVMOD || act_dep(g, c) == ACT_DEP_MARK) && c < below &&
             form_is(g, c, when);
  if (!timed || (xpos != ACT_XPOS_VBZ && xpos != ACT_XPOS_VBP))
    return false;
  read_children(g, above, &r);
  uint32_t head = act_head(g, above);
  return r.status == ACTANT_PLANNED ||
         (act_dep(g, above) == ACT_DEP_XCOMP && head != ACT_ROOT &&
          (act_in(g, head, ACT_SET_EXPECTING) || act_in(g, head, ACT_SET_PLANNED)));
}

/* "plans to …", "refused to …", "was urged to …": what a verb makes of the infinitive below it.
   Returns whether the verb's own reading goes on counting. */
static bool read_control(const act_relating *g, uint32_t below, uint32_t above, act_reading *r)
{
  if (is_to_end(g, below, above))
    return false;
  if (act_in(g, above, ACT_SET_NEGATING)) {
    weaken(r, ACTANT_NEGATED);
  } else if (act_in(g, above, ACT_SET_PLANNED) || act_in(g, above, ACT_SET_EXPECTING)) {
    weaken(r, ACTANT_PLANNED);
  } else if (act_in(g, above, ACT_SET_COMMAND) || act_in(g, above, ACT_SET_WISHING)) {
    weaken(r, ACTANT_POSSIBLE);
    r->quality = (uint16_t)(r->quality * 6u / 10);
    return false;
  } else if (act_in(g, above, ACT_SET_POSSIBLE) || act_in(g, above, ACT_SET_ALLEGING)) {
    weaken(r, ACTANT_POSSIBLE);
  } else if (act_in(g, above, ACT_SET_NEGATING) && act_tok(g, below)->xpos == ACT_XPOS_VBG &&
             act_child(g, below, ACT_DEP_MARK) == ACT_NO_TOKEN) {
    weaken(r, ACTANT_NEGATED);
  } else if (act_lemma_is(g, above, "go") && act_tok(g, above)->xpos == ACT_XPOS_VBG &&
             has_mark_to(g, below)) {
    weaken(r, ACTANT_PLANNED);
  } else if (act_lemma_is(g, above, "be") && has_mark_to(g, below)) {
    weaken(r, ACTANT_PLANNED);
  }
  return true;
}

static void read_noun_above(const act_relating *g, uint32_t noun, act_reading *r)
{
  if (act_in(g, noun, ACT_SET_FAILURE_NOUN))
    weaken(r, ACTANT_NEGATED);
  else if (act_in(g, noun, ACT_SET_PLAN_NOUN))
    weaken(r, ACTANT_PLANNED);
  else
    weaken(r, ACTANT_POSSIBLE);
}

static bool lemma_is_any(const act_relating *g, uint32_t token, const char *const *words)
{
  for (size_t i = 0; words[i]; i++)
    if (act_lemma_is(g, token, words[i]))
      return true;
  return false;
}

/* "left Y in 2020 to lead Z": what a life went on with, told in the past, came about. */
static bool leaves_for(const act_relating *g, uint32_t below, uint32_t above)
{
  static const char *const leaving[] = { "leave", "quit", "resign",   "depart", "retire", "return",
                                         "move",  "come", "emigrate", "step",   NULL };
  static const char *const posts[] = { "join",  "lead",  "run",    "head",   "become", "found",
                                       "start", "form",  "create", "manage", "coach",  "direct",
                                       "edit",  "chair", "teach",  "study",  "serve",  "establish",
                                       "set",   "marry", NULL };
  return act_tok(g, above)->xpos == ACT_XPOS_VBD && has_mark_to(g, below) &&
         lemma_is_any(g, above, leaving) && lemma_is_any(g, below, posts);
}

static void read_adverbial(const act_relating *g, uint32_t below, uint32_t above, act_reading *r)
{
  if (lies_ahead(g, below, above)) {
    weaken(r, ACTANT_PLANNED);
  } else if (act_lemma_is(g, above, "vote") && has_mark_to(g, below) &&
             (act_in(g, below, ACT_SET_COMMAND) || act_in(g, below, ACT_SET_WISHING))) {
    return; /* "voted to demand" */
  } else if (leaves_for(g, below, above)) {
    return;
  } else if ((act_in(g, above, ACT_SET_COMMAND) && has_mark_to(g, below)) ||
             act_in(g, above, ACT_SET_ALLEGING)) {
    (void)read_control(g, below, above, r);
    if (act_in(g, above, ACT_SET_ALLEGING) && r->speaker == ACT_NO_ENTITY)
      r->speaker = speaker_of(g, above);
  } else if (act_in(g, above, ACT_SET_NEGATING) && act_tok(g, below)->xpos == ACT_XPOS_VBG &&
             (act_child(g, below, ACT_DEP_MARK) == ACT_NO_TOKEN ||
              act_lower_is(g, act_child(g, below, ACT_DEP_MARK), "from"))) {
    weaken(r, ACTANT_NEGATED);
  } else if (act_lemma_is(g, above, "go") && act_tok(g, above)->xpos != ACT_XPOS_VBG) {
    return; /* "went on to study" */
  } else if (has_mark_to(g, below)) {
    if (act_tok(g, above)->upos == ACT_UPOS_VERB)
      (void)read_control(g, below, above, r);
    weaken(r, ACTANT_PLANNED);
    r->quality = (uint16_t)(r->quality * 85u / 100);
  }
}

/* A clause of saying beside: "X met Y, Z said". */
static void read_beside(const act_relating *g, uint32_t verb, act_reading *r)
{
  ACT_EACH_CHILD (g, verb, c) {
    if (act_dep(g, c) == ACT_DEP_PARATAXIS && act_is_verbal(g, c) && r->speaker == ACT_NO_ENTITY &&
        (act_in(g, c, ACT_SET_SAYING) || act_in(g, c, ACT_SET_ALLEGING)))
      r->speaker = speaker_of(g, c);
    if (act_dep(g, c) != ACT_DEP_OBL && act_dep(g, c) != ACT_DEP_NMOD)
      continue;
    ACT_EACH_CHILD (g, c, d)
      if (act_dep(g, d) == ACT_DEP_CASE && act_lower_is(g, d, "according") &&
          r->speaker == ACT_NO_ENTITY) {
        r->hearsay = true;
        act_fillers fillers = { .count = 0 };
        act_fill_slot(g, c, 1000, &fillers);
        r->speaker = fillers.count ? fillers.items[0].entity : ACT_NO_ENTITY;
      }
  }
}

/* One step up.  Returns the next token to judge, or ACT_NO_TOKEN. */
static uint32_t read_step(const act_relating *g, uint32_t below, act_reading *r)
{
  uint32_t above = act_head(g, below);
  if (above == ACT_ROOT)
    return ACT_NO_TOKEN;
  switch (act_dep(g, below)) {
    case ACT_DEP_XCOMP:
      return read_control(g, below, above, r) ? above : ACT_NO_TOKEN;
    case ACT_DEP_CCOMP:
    case ACT_DEP_CSUBJ:
    case ACT_DEP_CSUBJ_PASS:
      if (has_mark_to(g, below) ||
          (act_tok(g, below)->xpos == ACT_XPOS_VBG && act_in(g, above, ACT_SET_NEGATING)))
        (void)read_control(g, below, above, r);
      if (act_tok(g, above)->upos == ACT_UPOS_ADJ)
        read_truth(g, above, r);
      if (act_tok(g, above)->upos == ACT_UPOS_NOUN)
        read_claim(g, above, r);
      read_report(g, above, r);
      return ACT_NO_TOKEN;
    case ACT_DEP_PARATAXIS:
      read_report(g, above, r);
      return ACT_NO_TOKEN;
    case ACT_DEP_CONJ:
      return shares_auxiliaries(g, below) ? above : ACT_NO_TOKEN;
    case ACT_DEP_ADVCL:
      read_adverbial(g, below, above, r);
      if (act_child(g, below, ACT_DEP_MARK) != ACT_NO_TOKEN &&
          act_lower_is(g, act_child(g, below, ACT_DEP_MARK), "for"))
        return ACT_NO_TOKEN; /* "will sue Y for firing Z" */
      return act_tok(g, below)->xpos == ACT_XPOS_VBG || has_mark_to(g, below) ? above
                                                                              : ACT_NO_TOKEN;
    case ACT_DEP_ACL_RELCL:
      read_claim(g, above, r);
      return ACT_NO_TOKEN;
    case ACT_DEP_ACL:
      read_claim(g, above, r);
      if (has_mark_to(g, below)) {
        read_noun_above(g, above, r);
      } else if (act_in(g, above, ACT_SET_PLAN_NOUN) || act_in(g, above, ACT_SET_FAILURE_NOUN)) {
        read_noun_above(g, above, r);
      }
      return ACT_NO_TOKEN;
    default:
      return ACT_NO_TOKEN;
  }
}

/* Whether a governor of the chain gives the reported clause's speaker: the top of coordinated
 * clauses is what is reported. */
static void read_top_report(const act_relating *g, uint32_t token, act_reading *r)
{
  for (int step = 0;
       step < ACT_CLIMB && act_head(g, token) != ACT_ROOT && r->speaker == ACT_NO_ENTITY;
       step++) {
    uint32_t above = act_head(g, token);
    if (act_dep(g, token) == ACT_DEP_CCOMP && act_in(g, above, ACT_SET_SAYING))
      r->speaker = speaker_of(g, above);
    read_beside(g, token, r);
    token = above;
  }
  if (act_head(g, token) == ACT_ROOT)
    read_beside(g, token, r);
}

static bool is_question(const act_relating *g)
{
  return g->sentence->end > g->sentence->first && act_lower_is(g, g->sentence->end - 1, "?");
}

static act_reading read_verb(const act_relating *g, uint32_t verb)
{
  act_reading r = ACTUAL;
  read_own(g, verb, &r);
  read_beside(g, verb, &r);
  for (uint32_t below = verb, step = 0; step < ACT_CLIMB; step++) {
    uint32_t above = read_step(g, below, &r);
    if (above == ACT_NO_TOKEN)
      break;
    read_own(g, above, &r);
    below = above;
  }
  read_top_report(g, verb, &r);
  if (is_question(g) && r.status == ACTANT_ACTUAL) {
    r.status = ACTANT_POSSIBLE;
    r.quality = (uint16_t)(r.quality * 7u / 10);
  }
  return r;
}

/* ------------------------------------------------------------------------------------- events told
 * by nouns */

static void read_modifiers(const act_relating *g, uint32_t noun, act_reading *r)
{
  ACT_EACH_CHILD (g, noun, c) {
    uint8_t dep = act_dep(g, c);
    if (dep == ACT_DEP_DET && act_lower_is(g, c, "no"))
      weaken(r, ACTANT_NEGATED);
    if (dep != ACT_DEP_AMOD && dep != ACT_DEP_ADVMOD)
      continue;
    if (act_in(g, c, ACT_SET_PLANNED_ADJECTIVE))
      weaken(r, ACTANT_PLANNED);
    else if (act_in(g, c, ACT_SET_POSSIBLE_ADJECTIVE))
      weaken(r, ACTANT_POSSIBLE);
  }
}

static bool governs_reading(const act_relating *g, uint32_t noun, uint32_t verb)
{
  uint8_t dep = act_deprel_plain(act_dep(g, noun));
  if (dep == ACT_DEP_OBL)
    return true;
  return dep == ACT_DEP_NSUBJ && act_in(g, verb, ACT_SET_OCCUR);
}

/* "called for talks", "seeks a meeting": what is asked for or tried is not there yet. */
static bool is_sought(const act_relating *g, uint32_t noun, uint32_t verb)
{
  static const char *const trying[] = { "seek",     "consider", "mull",  "weigh", "contemplate",
                                        "threaten", "attempt",  "await", NULL };
  uint8_t dep = act_dep(g, noun);
  for (size_t i = 0; dep == ACT_DEP_OBJ && trying[i]; i++)
    if (act_lemma_is(g, verb, trying[i]))
      return true;
  ACT_EACH_CHILD (g, noun, c)
    if (dep == ACT_DEP_OBL && act_dep(g, c) == ACT_DEP_CASE && act_lower_is(g, c, "for"))
      return act_in(g, verb, ACT_SET_COMMAND) || act_in(g, verb, ACT_SET_WISHING);
  return false;
}

static void read_verb_of_noun(const act_relating *g,
                              const act_frame *frame,
                              uint32_t verb,
                              act_reading *r)
{
  act_reading above = read_verb(g, verb);
  bool object = act_dep(g, frame->token) == ACT_DEP_OBJ;
  r->past = above.past;
  r->speaker = above.speaker;
  r->hearsay = above.hearsay;
  if (frame->host != ACT_NO_TOKEN) {
    weaken(r, above.status);
    r->quality = above.quality;
    if (act_in(g, verb, ACT_SET_LIGHT_NEGATED))
      weaken(r, ACTANT_NEGATED);
    else if (act_in(g, verb, ACT_SET_LIGHT_PLANNED))
      weaken(r, ACTANT_PLANNED);
  } else if (is_sought(g, frame->token, verb)) {
    weaken(r, ACTANT_POSSIBLE);
    r->quality = 700;
  } else if (governs_reading(g, frame->token, verb) && above.status == ACTANT_PLANNED) {
    weaken(r, above.status);
  } else if (object && (act_in(g, verb, ACT_SET_WISHING) || act_in(g, verb, ACT_SET_COMMAND))) {
    weaken(r, ACTANT_POSSIBLE);
    r->quality = 700;
  } else if (object && act_in(g, verb, ACT_SET_DENYING)) {
    weaken(r, ACTANT_NEGATED);
  } else if (act_in(g, verb, ACT_SET_ALLEGING)) {
    weaken(r, ACTANT_POSSIBLE); /* "what it described as an attack" */
  }
}

static act_reading read_noun(const act_relating *g, const act_frame *frame)
{
  act_reading r = ACTUAL;
  uint32_t top = frame->token;
  r.past = true;
  read_modifiers(g, frame->token, &r);
  for (int step = 0; step < ACT_CLIMB && act_head(g, top) != ACT_ROOT; step++) {
    uint32_t above = act_head(g, top);
    if (act_is_verbal(g, above)) {
      act_frame local = *frame;
      local.token = top;
      read_verb_of_noun(g, &local, above, &r);
      break;
    }
    if (act_dep(g, top) == ACT_DEP_NMOD && act_in(g, above, ACT_SET_PLAN_NOUN))
      weaken(&r, ACTANT_PLANNED);
    top = above;
  }
  return r;
}

act_reading act_read_frame(const act_relating *g, const act_frame *frame)
{
  uint32_t token = frame->token;
  if (frame->kind == ACT_RULE_NOUN)
    return read_noun(g, frame);
  if (frame->kind == ACT_RULE_VERB || act_is_verbal(g, token) ||
      act_child(g, token, ACT_DEP_COP) != ACT_NO_TOKEN)
    return read_verb(g, token);
  if (act_head(g, token) != ACT_ROOT && act_is_verbal(g, act_head(g, token)) &&
      act_in(g, act_head(g, token), ACT_SET_LINKING) &&
      (act_dep(g, token) == ACT_DEP_XCOMP || act_dep(g, token) == ACT_DEP_OBJ))
    return read_verb(g, act_head(g, token));
  return ACTUAL;
}
