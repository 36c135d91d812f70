/* SPDX-License-Identifier: MIT */
/* What relating promises on given trees: frames undo grammar, statuses follow verbs, statements
 * merge. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "relate/statement.h"
#include "resolve/sketch.h"

#include <stdio.h>
#include <string.h>

static act_vocabulary *vocabulary;

static int open_vocabulary(void **state)
{
  (void)state;
  return act_vocabulary_open(NULL, &vocabulary, NULL) == ACTANT_OK ? 0 : -1;
}

static int close_vocabulary(void **state)
{
  (void)state;
  act_vocabulary_free(vocabulary);
  return 0;
}

/* The statements of a sketch, one a line: "subject relation object status". */
static const char *related(const char *lines)
{
  static char out[4096];
  static const char *const statuses[] = { "actual", "planned", "possible", "negated" };
  sketch s;
  act_statements *statements = NULL;
  size_t used = 0;
  sketch_resolve(&s, lines);
  assert_int_equal(ACTANT_OK, act_relate(s.resolution, vocabulary, false, &statements, NULL));
  out[0] = 0;
  for (size_t i = 0; i < statements->items.count; i++) {
    const act_statement *st = &statements->items.data[i];
    const act_entity *e = s.resolution->entities.data;
    int n = snprintf(out + used,
                     sizeof out - used,
                     "%s %s %s %s\n",
                     e[st->subject].id,
                     act_vocabulary_at(vocabulary, st->relation).id,
                     e[st->object].id,
                     statuses[st->status]);
    used += n > 0 ? (size_t)n : 0;
    assert_true(used < sizeof out);
  }
  act_statements_free(statements);
  sketch_free(&s);
  return out;
}

static void a_passive_says_what_its_active_says(void **state)
{
  (void)state;
  assert_string_equal("loc-chile invades loc-peru actual\n",
                      related("Chile PROPN NNP 2 nsubj B-LOC Chile\ninvaded VERB VBD 0 root - "
                              "invade\nPeru PROPN NNP 2 obj B-LOC Peru\n"));
  assert_string_equal("loc-chile invades loc-peru actual\n",
                      related("Peru PROPN NNP 3 nsubj:pass B-LOC Peru\nwas AUX VBD 3 aux:pass - "
                              "be\ninvaded VERB VBN 0 root - invade\n"
                              "by ADP IN 5 case - by\nChile PROPN NNP 3 obl B-LOC Chile\n"));
}

static void a_noun_says_what_its_verb_says(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile invades loc-peru actual\n",
    related(
      "Chile PROPN NNP 3 nmod:poss B-LOC Chile\n's PART POS 1 case - 's\ninvasion NOUN NN 6 nsubj "
      "- invasion\n"
      "of ADP IN 5 case - of\nPeru PROPN NNP 3 nmod B-LOC Peru\nfailed VERB VBD 0 root - fail\n"));
}

static void coordination_gives_every_pair_once(void **state)
{
  (void)state;
  assert_string_equal("loc-chile meets loc-peru actual\n",
                      related("Chile PROPN NNP 4 nsubj B-LOC Chile\nand CCONJ CC 3 cc - and\nPeru "
                              "PROPN NNP 1 conj B-LOC Peru\n"
                              "met VERB VBD 0 root - meet\n"));
  assert_string_equal("loc-norway mediates loc-chile actual\nloc-norway mediates loc-peru actual\n",
                      related("Norway PROPN NNP 2 nsubj B-LOC Norway\nmediated VERB VBD 0 root - "
                              "mediate\nbetween ADP IN 4 case - between\n"
                              "Chile PROPN NNP 2 obl B-LOC Chile\nand CCONJ CC 6 cc - and\nPeru "
                              "PROPN NNP 4 conj B-LOC Peru\n"));
}

static void governing_verbs_decide_the_status(void **state)
{
  (void)state;
  static const struct {
    const char *lines, *status;
  } cases[] = {
    { "Chile PROPN NNP 3 nsubj B-LOC Chile\nwill AUX MD 3 aux - will\nattack VERB VB 0 root - "
      "attack\nPeru PROPN NNP 3 obj B-LOC Peru\n",
      "planned" },
    { "Chile PROPN NNP 3 nsubj B-LOC Chile\nmay AUX MD 3 aux - may\nattack VERB VB 0 root - "
      "attack\nPeru PROPN NNP 3 obj B-LOC Peru\n",
      "possible" },
    { "Chile PROPN NNP 4 nsubj B-LOC Chile\nis AUX VBZ 4 cop - be\nto PART TO 4 mark - "
      "to\nattack VERB VB 0 root - attack\nPeru PROPN NNP 4 obj B-LOC Peru\n",
      "planned" },
    { "Chile PROPN NNP 4 nsubj B-LOC Chile\ndid AUX VBD 4 aux - do\nnot PART RB 4 advmod - "
      "not\nattack VERB VB 0 root - attack\n"
      "Peru PROPN NNP 4 obj B-LOC Peru\n",
      "negated" },
    { "Chile PROPN NNP 2 nsubj B-LOC Chile\nrefused VERB VBD 0 root - refuse\nto PART TO 4 mark - "
      "to\nattack VERB VB 2 xcomp - attack\n"
      "Peru PROPN NNP 4 obj B-LOC Peru\n",
      "negated" },
    { "Chile PROPN NNP 2 nsubj B-LOC Chile\nplans VERB VBZ 0 root - plan\nto PART TO 4 mark - "
      "to\nattack VERB VB 2 xcomp - attack\n"
      "Peru PROPN NNP 4 obj B-LOC Peru\n",
      "planned" },
    { "Chile PROPN NNP 2 nsubj B-LOC Chile\ndenied VERB VBD 0 root - deny\nit PRON PRP 4 nsubj - "
      "it\nattacked VERB VBD 2 ccomp - attack\n"
      "Peru PROPN NNP 4 obj B-LOC Peru\n",
      "negated" },
    { "Chile PROPN NNP 3 nsubj B-LOC Chile\nwill AUX MD 3 aux - will\nattack VERB VB 0 root - "
      "attack\nPeru PROPN NNP 3 obj B-LOC Peru\nif SCONJ IN 7 mark - if\ntalks NOUN NNS 7 nsubj - "
      "talk\nstall VERB VBP 3 advcl - stall\n",
      "possible" },
    { "It PRON PRP 4 expl - it\nis AUX VBZ 4 cop - be\nnot PART RB 4 advmod - not\ntrue ADJ JJ 0 "
      "root - true\nthat SCONJ IN 7 mark - that\nChile PROPN NNP 7 nsubj B-LOC Chile\nattacked "
      "VERB VBD 4 ccomp - attack\nPeru PROPN NNP 7 obj B-LOC Peru\n",
      "negated" },
    { "Officials NOUN NNS 2 nsubj - official\ndenied VERB VBD 0 root - deny\nclaims NOUN NNS 2 obj "
      "- claim\nthat SCONJ IN 6 mark - that\nChile PROPN NNP 6 nsubj B-LOC Chile\nattacked VERB "
      "VBD 3 acl - attack\nPeru PROPN NNP 6 obj B-LOC Peru\n",
      "negated" },
    { "Officials NOUN NNS 2 nsubj - official\ntold VERB VBD 0 root - tell\nreporters NOUN NNS 2 "
      "obj - reporter\nthat SCONJ IN 6 mark - that\nChile PROPN NNP 6 nsubj B-LOC Chile\nattacked "
      "VERB VBD 2 ccomp - attack\nPeru PROPN NNP 6 obj B-LOC Peru\n",
      "actual" },
    { "Troops NOUN NNS 2 nsubj - troop\ncommanded VERB VBD 0 root - command\ntowns NOUN NNS 2 obj "
      "- "
      "town\nuntil SCONJ IN 6 mark - until\nChile PROPN NNP 6 nsubj B-LOC Chile\nattacked VERB VBD "
      "2 advcl - attack\nPeru PROPN NNP 6 obj B-LOC Peru\n",
      "actual" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char want[64];
    (void)snprintf(want, sizeof want, "loc-chile attacks loc-peru %s\n", cases[i].status);
    assert_string_equal(want, related(cases[i].lines));
  }
}

/* When and where the relation of a sketch is: "year-end place", "?" for none. */
static const char *dated(const char *relation, const char *lines)
{
  static char out[128];
  sketch s;
  act_statements *statements = NULL;
  sketch_resolve(&s, lines);
  assert_int_equal(ACTANT_OK, act_relate(s.resolution, vocabulary, false, &statements, NULL));
  out[0] = 0;
  for (size_t i = 0; i < statements->items.count && !out[0]; i++) {
    const act_statement *st = &statements->items.data[i];
    if (strcmp(act_vocabulary_at(vocabulary, st->relation).id, relation) != 0)
      continue;
    (void)snprintf(out,
                   sizeof out,
                   "%d-%d %s",
                   st->date.year,
                   st->date_end.year,
                   st->place == ACT_NO_ENTITY ? "?" : s.resolution->entities.data[st->place].id);
  }
  act_statements_free(statements);
  sketch_free(&s);
  return out;
}

static void a_time_dates_what_happened_then_alone(void **state)
{
  (void)state;
  /* "The truce in 2020 was mediated by Norway between Chile and Peru" */
  assert_string_equal(
    "2020-0 ?",
    dated("mediates",
          "The DET DT 2 det - the\ntruce NOUN NN 6 nsubj:pass - truce\nin ADP IN 4 case - in\n2020 "
          "NUM CD 2 nmod - 2020\nwas AUX VBD 6 aux:pass - be\nmediated VERB VBN 0 root - mediate\n"
          "by ADP IN 8 case - by\nNorway PROPN NNP 6 obl B-LOC Norway\nbetween ADP IN 10 case - "
          "between\nChile PROPN NNP 6 obl B-LOC Chile\nand CCONJ CC 12 cc - and\nPeru PROPN NNP 10 "
          "conj B-LOC Peru\n"));
  /* "Norway stalled in 2020 in Chile's invasion of Peru": not when it invaded */
  assert_string_equal(
    "0-0 ?",
    dated(
      "invades",
      "Norway PROPN NNP 2 nsubj B-LOC Norway\nstalled VERB VBD 0 root - stall\nin ADP IN 4 case "
      "- in\n2020 NUM CD 2 obl - 2020\nin ADP IN 8 case - in\nChile PROPN NNP 8 nmod:poss B-LOC "
      "Chile\n's PART POS 6 case - 's\ninvasion NOUN NN 2 obl - invasion\nof ADP IN 10 case - "
      "of\nPeru PROPN NNP 8 nmod B-LOC Peru\n"));
  /* "Norway dismissed officials in 2020 for Chile attacking Peru" */
  assert_string_equal(
    "0-0 ?",
    dated(
      "attacks",
      "Norway PROPN NNP 2 nsubj B-LOC Norway\nfined VERB VBD 0 root - fine\ntraders NOUN NNS 2 "
      "obj - trader\nin ADP IN 5 case - in\n2020 NUM CD 2 obl - 2020\nfor SCONJ IN 8 mark - "
      "for\nChile PROPN NNP 8 nsubj B-LOC Chile\nattacking VERB VBG 2 advcl - attack\nPeru PROPN "
      "NNP 8 obj B-LOC Peru\n"));
  /* "Chile will travel in 2030 to Paris, where it will meet Peru" */
  assert_string_equal(
    "2030-0 loc-paris",
    dated("meets",
          "Chile PROPN NNP 3 nsubj B-LOC Chile\nwill AUX MD 3 aux - will\ntravel VERB VB 0 root - "
          "travel\nin ADP IN 5 case - in\n2030 NUM CD 3 obl - 2030\nto ADP IN 7 case - to\nParis "
          "PROPN NNP 3 obl B-LOC Paris\n, PUNCT , 12 punct - ,\nwhere ADV WRB 12 advmod - "
          "where\nChile PROPN NNP 12 nsubj B-LOC Chile\nwill AUX MD 12 aux - will\nmeet VERB VB 3 "
          "advcl - meet\nPeru PROPN NNP 12 obj B-LOC Peru\n"));
  /* "Ana Reyes became president of Chile in 2012" */
  assert_string_equal(
    "2012-0 ?",
    dated(
      "head_of_state_of",
      "Ana PROPN NNP 3 nsubj B-PER Ana\nReyes PROPN NNP 1 flat I-PER Reyes\nbecame VERB VBD 0 "
      "root - become\npresident NOUN NN 3 xcomp - president\nof ADP IN 6 case - of\nChile PROPN "
      "NNP 4 nmod B-LOC Chile\nin ADP IN 8 case - in\n2012 NUM CD 3 obl - 2012\n"));
  /* "On 2030 Chile is due to invade Peru": the time hangs from "due" */
  assert_string_equal(
    "2030-0 ?",
    dated(
      "invades",
      "In ADP IN 2 case - in\n2030 NUM CD 5 obl - 2030\nChile PROPN NNP 5 nsubj B-LOC Chile\nis "
      "AUX VBZ 5 cop - be\ndue ADJ JJ 0 root - due\nto PART TO 7 mark - to\ninvade VERB VB 5 xcomp "
      "- invade\nPeru PROPN NNP 7 obj B-LOC Peru\n"));
  /* "Chile and Norway discussed the crisis in Peru": not where they met */
  assert_string_equal(
    "0-0 ?",
    dated(
      "meets",
      "Chile PROPN NNP 4 nsubj B-LOC Chile\nand CCONJ CC 3 cc - and\nNorway PROPN NNP 1 conj "
      "B-LOC Norway\ndiscussed VERB VBD 0 root - discuss\nthe DET DT 6 det - the\ncrisis NOUN NN 4 "
      "obj - crisis\nin ADP IN 8 case - in\nPeru PROPN NNP 4 obl B-LOC Peru\n"));
  /* "Ana Reyes left Acme for Borel in 2008": the end of her time there */
  assert_string_equal(
    "0-2008 ?",
    dated(
      "works_for",
      "Ana PROPN NNP 3 nsubj B-PER Ana\nReyes PROPN NNP 1 flat I-PER Reyes\nleft VERB VBD 0 root "
      "- leave\nAcme PROPN NNP 3 obj B-ORG Acme\nfor ADP IN 6 case - for\nBorel PROPN NNP 3 obl "
      "B-ORG Borel\nin ADP IN 8 case - in\n2008 NUM CD 3 obl - 2008\n"));
}

static void whom_one_calls_on_is_to_act(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-norway urges loc-chile actual\nloc-chile withdraws_from loc-peru possible\n",
    related(
      "Norway PROPN NNP 2 nsubj B-LOC Norway\ncalled VERB VBD 0 root - call\non ADP IN 4 case - "
      "on\n"
      "Chile PROPN NNP 2 obl B-LOC Chile\nto PART TO 6 mark - to\nleave VERB VB 2 advcl - leave\n"
      "Peru PROPN NNP 6 obj B-LOC Peru\n"));
}

static void who_is_accused_of_doing_does_it(void **state)
{
  (void)state;
  assert_string_equal("loc-norway accuses loc-chile actual\nloc-chile attacks loc-peru possible\n",
                      related("Norway PROPN NNP 2 nsubj B-LOC Norway\naccused VERB VBD 0 root - "
                              "accuse\nChile PROPN NNP 2 obj B-LOC Chile\n"
                              "of SCONJ IN 5 mark - of\nattacking VERB VBG 3 acl - attack\nPeru "
                              "PROPN NNP 5 obj B-LOC Peru\n"));
}

static void whom_one_thanks_or_hinders_acts(void **state)
{
  (void)state;
  assert_string_equal("loc-norway supports loc-chile actual\nloc-chile aids loc-peru actual\n",
                      related("Norway PROPN NNP 2 nsubj B-LOC Norway\nthanked VERB VBD 0 root - "
                              "thank\nChile PROPN NNP 2 obj B-LOC Chile\n"
                              "for SCONJ IN 5 mark - for\naiding VERB VBG 2 advcl - aid\nPeru "
                              "PROPN NNP 5 obj B-LOC Peru\n"));
  assert_string_equal("loc-chile attacks loc-peru negated\n",
                      related("Norway PROPN NNP 2 nsubj B-LOC Norway\nprevented VERB VBD 0 root - "
                              "prevent\nChile PROPN NNP 2 obj B-LOC Chile\n"
                              "from SCONJ IN 5 mark - from\nattacking VERB VBG 2 advcl - "
                              "attack\nPeru PROPN NNP 5 obj B-LOC Peru\n"));
}

static void what_one_will_be_sued_for_has_happened(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-norway sues loc-chile planned\nloc-chile attacks loc-peru actual\n",
    related(
      "Norway PROPN NNP 3 nsubj B-LOC Norway\nwill AUX MD 3 aux - will\nsue VERB VB 0 root - sue\n"
      "Chile PROPN NNP 3 obj B-LOC Chile\nfor SCONJ IN 6 mark - for\nattacking VERB VBG 3 advcl - "
      "attack\n"
      "Peru PROPN NNP 6 obj B-LOC Peru\n"));
}

static void a_clause_between_commas_does_not_hide_the_main_verb(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile invades loc-peru actual\nloc-chile attacks loc-norway actual\n",
    related(
      "Chile PROPN NNP 4 nsubj B-LOC Chile\n, PUNCT , 1 punct - ,\nwhich PRON WDT 4 nsubj - which\n"
      "invaded VERB VBD 0 root - invade\nPeru PROPN NNP 4 obj B-LOC Peru\n, PUNCT , 7 punct - ,\n"
      "attacked VERB VBN 5 acl - attack\nNorway PROPN NNP 7 obj B-LOC Norway\n. PUNCT . 4 punct - "
      ".\n"));
}

static void what_one_is_asked_to_stop_goes_on(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-norway urges loc-chile actual\nloc-chile attacks loc-peru actual\n",
    related(
      "Norway PROPN NNP 2 nsubj B-LOC Norway\nurged VERB VBD 0 root - urge\nChile PROPN NNP 2 obj "
      "B-LOC Chile\n"
      "to PART TO 5 mark - to\nstop VERB VB 2 xcomp - stop\nattacking VERB VBG 5 xcomp - attack\n"
      "Peru PROPN NNP 6 obj B-LOC Peru\n"));
}

static void what_one_calls_for_is_not_there_yet(void **state)
{
  (void)state;
  assert_string_equal("loc-chile meets loc-peru possible\n",
                      related("Chile PROPN NNP 2 nsubj B-LOC Chile\ncalled VERB VBD 0 root - "
                              "call\nfor ADP IN 4 case - for\n"
                              "talks NOUN NNS 2 obl - talk\nwith ADP IN 6 case - with\nPeru PROPN "
                              "NNP 4 nmod B-LOC Peru\n"));
}

static void a_front_and_a_time_leave_the_subject_its_verb(void **state)
{
  (void)state;
  assert_string_equal(
    "per-ada-lund lives_in loc-chile actual\nper-ada-lund visits loc-peru actual\n",
    related("Raised VERB VBN 12 advcl - raise\nin ADP IN 3 case - in\nChile PROPN NNP 1 obl B-LOC "
            "Chile\n, PUNCT , 6 punct - ,\n"
            "the DET DT 6 det - the\ndaughter NOUN NN 12 nsubj - daughter\nof ADP IN 8 case - "
            "of\nfishermen NOUN NNS 6 nmod - fisherman\n"
            ", PUNCT , 8 punct - ,\nAda PROPN NNP 12 nsubj B-PER Ada\nLund PROPN NNP 10 flat I-PER "
            "Lund\nvisited VERB VBD 0 root - visit\n"
            "Peru PROPN NNP 12 obj B-LOC Peru\n"));
  assert_string_equal("loc-chile attacks loc-peru actual\n",
                      related("Chile PROPN NNP 0 root B-LOC Chile\n, PUNCT , 4 punct - ,\na DET DT "
                              "4 det - a\nneighbour NOUN NN 1 appos - neighbour\n"
                              ", PUNCT , 4 punct - ,\nlast ADJ JJ 7 amod - last\nyear NOUN NN 4 "
                              "nmod - year\nattacked VERB VBN 7 acl - attack\n"
                              "Peru PROPN NNP 8 obj B-LOC Peru\n. PUNCT . 1 punct - .\n"));
}

static void who_is_due_to_act_will_act(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile attacks loc-peru planned\n",
    related("Chile PROPN NNP 3 nsubj B-LOC Chile\nis AUX VBZ 3 cop - be\ndue ADJ JJ 0 root - "
            "due\nto PART TO 5 mark - to\n"
            "attack VERB VB 3 csubj - attack\nPeru PROPN NNP 5 obj B-LOC Peru\n"));
}

static void survivors_are_kin_of_who_died(void **state)
{
  (void)state;
  assert_string_equal("per-jon-berg sibling_of per-ada-lund actual\n",
                      related("Jon PROPN NNP 4 nsubj:pass B-PER Jon\nBerg PROPN NNP 1 flat I-PER "
                              "Berg\nis AUX VBZ 4 aux:pass - be\n"
                              "survived VERB VBN 0 root - survive\nby ADP IN 7 case - by\na DET DT "
                              "7 det - a\nsister NOUN NN 4 obl - sister\n"
                              ", PUNCT , 7 punct - ,\nAda PROPN NNP 7 appos B-PER Ada\nLund PROPN "
                              "NNP 9 flat I-PER Lund\n"));
}

static void a_contest_is_told_whatever_its_verb_was_taken_for(void **state)
{
  (void)state;
  assert_string_equal(
    "per-jon-berg defeats per-ada-lund actual\n",
    related("Jon PROPN NNP 0 root B-PER Jon\nBerg PROPN NNP 1 flat I-PER Berg\nbeat ADP IN 4 case "
            "- beat\n"
            "Ada PROPN NNP 1 nmod B-PER Ada\nLund PROPN NNP 4 flat I-PER Lund\n"));
}

static void slips_of_the_parser_are_set_right(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-norway deploys_to loc-chile actual\nloc-norway threatens loc-peru actual\n",
    related("Norway PROPN NNP 6 nsubj B-LOC Norway\n, PUNCT , 1 punct - ,\nwhich PRON WDT 5 nsubj "
            "- which\n"
            "has AUX VBZ 5 aux - have\ndeployed VERB VBN 6 amod - deploy\nsoldiers NOUN NNS 10 "
            "nsubj - soldier\n"
            "in ADP IN 8 case - in\nChile PROPN NNP 6 nmod B-LOC Chile\n, PUNCT , 6 punct - ,\n"
            "warned VERB VBD 0 root - warn\nPeru PROPN NNP 10 obj B-LOC Peru\n"));
  assert_string_equal(
    "loc-norway supports loc-peru actual\nloc-chile supports loc-peru actual\n",
    related("Norway PROPN NNP 4 nsubj B-LOC Norway\nand CCONJ CC 3 cc - and\nChile PROPN NNP 1 "
            "conj B-LOC Chile\n"
            "had VERB VBD 0 root - have\nboth DET DT 4 obj - both\nsided VERB VBN 5 acl - side\n"
            "with ADP IN 8 case - with\nPeru PROPN NNP 6 obl B-LOC Peru\n"));
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related(
      "Troops NOUN NNS 2 nsubj - troop\nfled VERB VBD 0 root - flee\nafter ADP IN 4 case - after\n"
      "Chile PROPN NNP 5 obl B-LOC Chile\nattacked VERB VBD 2 ccomp - attack\nPeru PROPN NNP 5 obj "
      "B-LOC Peru\n"));
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related("The DET DT 2 det - the\nneighbour NOUN NN 4 nsubj - neighbour\nChile PROPN NNP 4 "
            "nsubj B-LOC Chile\n"
            "attacked VERB VBD 0 root - attack\nPeru PROPN NNP 4 obj B-LOC Peru\n"));
  assert_string_equal("loc-chile attacks loc-peru actual\n",
                      related("Chile PROPN NNP 2 nsubj B-LOC Chile\nattacked VERB VBD 0 root - "
                              "attack\nPeru PROPN NNP 2 obj B-LOC Peru\n"
                              ", PUNCT , 5 punct - ,\nNorway PROPN NNP 3 appos B-LOC Norway\nsaid "
                              "VERB VBD 2 advcl - say\n"));
  assert_string_equal("loc-norway aids loc-chile actual\n",
                      related("Norway PROPN NNP 2 nsubj B-LOC Norway\ngave VERB VBD 0 root - "
                              "give\nChile PROPN NNP 6 compound B-LOC Chile\n"
                              "40 NUM CD 5 compound - 40\nmillion NUM CD 6 nummod - "
                              "million\ndollars NOUN NNS 2 obj - dollar\n"));
}

static void a_sentence_that_begins_with_when_has_its_subject(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile invades loc-peru actual\n",
    related(
      "In ADP IN 3 case - in\nAugust PROPN NNP 3 nmod:desc - August\nChile PROPN NNP 4 obl B-LOC "
      "Chile\ninvaded VERB VBD 0 root - invade\nPeru PROPN NNP 4 obj B-LOC Peru\n"));
  assert_string_equal(
    "loc-chile invades loc-peru actual\n",
    related("On ADP IN 2 case - on\nMonday PROPN NNP 4 obl - Monday\nChile PROPN NNP 2 flat B-LOC "
            "Chile\ninvaded VERB VBD 0 root - invade\nPeru PROPN NNP 4 obj B-LOC Peru\n"));
}

static void a_relative_clause_hung_from_the_verb_is_the_name_s(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile accuses loc-peru actual\n",
    related(
      "Praise NOUN NN 2 nsubj - praise\ncame VERB VBD 0 root - come\nfrom ADP IN 4 case - "
      "from\nChile PROPN NNP 2 obl B-LOC Chile\n, PUNCT , 7 punct - ,\nwhich PRON WDT 7 nsubj - "
      "which\nblamed VERB VBD 2 acl:relcl - blame\nPeru PROPN NNP 7 obj B-LOC Peru\n"));
}

static void of_two_subjects_the_one_who_may_act_is_taken(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile accuses loc-peru actual\n",
    related("Human ADJ JJ 2 amod - human\nrights NOUN NNS 4 nsubj - right\nChile PROPN NNP 4 nsubj "
            "B-LOC Chile\naccused VERB VBD 0 root - accuse\nPeru PROPN NNP 4 obj B-LOC Peru\n"));
}

static void a_participle_that_commands_is_a_past_tense(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile urges loc-peru actual\n",
    related(
      "Chile PROPN NNP 3 nsubj B-LOC Chile\ntoday NOUN NN 3 obl:unmarked - today\ndemanded VERB "
      "VBN 0 root - demand\nthat SCONJ IN 6 mark - that\nPeru PROPN NNP 6 nsubj B-LOC "
      "Peru\nwait VERB VB 3 ccomp - wait\n. PUNCT . 3 punct - .\n"));
}

static void forces_act_for_who_leads_them(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related(
      "Chile PROPN NNP 3 compound B-LOC Chile\n- PUNCT HYPH 1 punct - -\nled VERB VBN 4 amod - "
      "lead\nforces NOUN NNS 5 nsubj - force\nattacked VERB VBD 0 root - attack\nPeru PROPN NNP "
      "5 obj B-LOC Peru\n"));
}

static void a_noun_tagged_as_its_verb_is_still_one(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile fights loc-peru actual\n",
    related(
      "Fighting VERB VBG 2 nsubj - fight\nerupted VERB VBD 0 root - erupt\nbetween ADP IN 4 case "
      "- between\nChile PROPN NNP 2 obl B-LOC Chile\nand CCONJ CC 6 cc - and\nPeru PROPN NNP 4 "
      "conj B-LOC Peru\n"));
}

static void an_answer_is_to_who_asked(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile urges loc-peru actual\nloc-peru rejects loc-chile actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\nurged VERB VBD 0 root - urge\nPeru PROPN NNP 2 obj "
      "B-LOC Peru\nto PART TO 5 mark - to\nwait VERB VB 2 xcomp - wait\n. PUNCT . 2 punct - "
      ".\n\nPeru PROPN NNP 2 nsubj B-LOC Peru\nrejected VERB VBD 0 root - reject\nthe DET DT 4 "
      "det - the\ndemand NOUN NN 2 obj - demand\n. PUNCT . 2 punct - .\n"));
  /* whose demand another one was, is not told */
  assert_string_equal(
    "loc-chile urges loc-peru actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\nurged VERB VBD 0 root - urge\nPeru PROPN NNP 2 obj "
      "B-LOC Peru\nto PART TO 5 mark - to\nwait VERB VB 2 xcomp - wait\n. PUNCT . 2 punct - "
      ".\n\nPeru PROPN NNP 2 nsubj B-LOC Peru\nrejected VERB VBD 0 root - reject\na DET DT 4 "
      "det - a\ndemand NOUN NN 2 obj - demand\n. PUNCT . 2 punct - .\n"));
}

static void an_agent_stands_behind_other_nouns(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile invades loc-peru actual\n",
    related(
      "Peru PROPN NNP 3 nsubj:pass B-LOC Peru\nwas AUX VBD 3 aux:pass - be\ninvaded VERB VBN 0 "
      "root - invade\nin ADP IN 6 case - in\na DET DT 6 det - a\nseason NOUN NN 3 obl - "
      "season\nof ADP IN 8 case - of\nstorms NOUN NNS 6 nmod - storm\nby ADP IN 10 case - "
      "by\nChile PROPN NNP 8 nmod B-LOC Chile\n"));
}

static void people_without_a_name_act_for_their_country(void **state)
{
  (void)state;
  assert_string_equal("loc-chile urges loc-peru actual\n",
                      related("Chilean ADJ JJ 2 amod B-LOC Chilean\nfarmers NOUN NNS 3 nsubj - "
                              "farmer\nurged VERB VBD 0 root - urge\nPeru PROPN NNP 3 obj B-LOC "
                              "Peru\n"));
  /* but own nothing for it, and one of them is not the country */
  assert_string_equal("",
                      related("Chilean ADJ JJ 2 amod B-LOC Chilean\nfarmers NOUN NNS 3 nsubj - "
                              "farmer\nfounded VERB VBD 0 root - found\nAcme PROPN NNP 3 obj "
                              "B-ORG Acme\n"));
  assert_string_equal(
    "per-a-chilean-farmer urges loc-peru actual\n",
    related("A DET DT 3 det - a\nChilean ADJ JJ 3 amod B-LOC Chilean\nfarmer NOUN "
            "NN 4 nsubj - farmer\nurged VERB VBD 0 root - urge\nPeru PROPN NNP 4 "
            "obj B-LOC Peru\n"));
}

static void an_open_pronoun_in_what_is_said_is_the_speaker(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile attacks loc-peru planned\n",
    related("Chilean ADJ JJ 2 amod B-LOC Chilean\nrebels NOUN NNS 3 nsubj - rebel\nsaid VERB VBD 0 "
            "root - say\nthey PRON PRP 6 nsubj - they\nwould AUX MD 6 aux - would\nattack VERB VB "
            "3 ccomp - attack\nPeru PROPN NNP 6 obj B-LOC Peru\n"));
}

static void a_demand_tells_whom_a_march_is_against(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile protests loc-peru actual\nloc-chile urges loc-peru actual\n",
    related(
      "Chilean ADJ JJ 2 amod B-LOC Chilean\nfarmers NOUN NNS 3 nsubj - farmer\nmarched VERB "
      "VBD 0 root - march\nto PART TO 5 mark - to\nurge VERB VB 3 advcl - urge\nPeru PROPN NNP "
      "5 obj B-LOC Peru\nto PART TO 8 mark - to\nwait VERB VB 5 xcomp - wait\n"));
}

static void a_threat_is_to_whom_its_condition_is_set(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile threatens loc-peru actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\nthreatened VERB VBD 0 root - threaten\nto PART TO "
      "4 mark - to\nleave VERB VB 2 xcomp - leave\nunless SCONJ IN 7 mark - unless\nPeru "
      "PROPN NNP 7 nsubj B-LOC Peru\npaid VERB VBD 4 advcl - pay\n"));
}

static void what_is_demanded_needs_no_sound_tree(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile urges loc-peru actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\ndemanded VERB VBD 0 root - demand\nthat SCONJ IN 6 "
      "det - that\nPeru PROPN NNP 6 compound B-LOC Peru\nease NOUN NN 6 compound - "
      "ease\ncurbs NOUN NNS 2 obj - curb\n"));
}

static void clauses_hung_from_nouns_find_their_place(void **state)
{
  (void)state;
  /* the root is a noun, the verb its participle */
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related(
      "Chile PROPN NNP 0 root B-LOC Chile\nattacked VERB VBN 1 acl - attack\nPeru PROPN NNP 2 "
      "obj B-LOC Peru\n. PUNCT . 1 punct - .\n"));
  /* what is said hangs from the day */
  assert_string_equal(
    "loc-chile urges loc-peru actual\n",
    related("Chile PROPN NNP 2 nsubj B-LOC Chile\nsaid VERB VBD 0 root - say\non ADP IN 4 case - "
            "on\nMonday PROPN NNP 2 obl - Monday\nthat PRON WDT 8 mark - that\nPeru PROPN NNP 8 "
            "nsubj B-LOC Peru\nmust AUX MD 8 aux - must\nleave VERB VB 4 acl:relcl - leave\n"));
  /* who says it is taken for one more object */
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\nattacked VERB VBD 0 root - attack\nPeru PROPN NNP "
      "2 obj B-LOC Peru\n, PUNCT , 6 punct - ,\nCuban ADJ JJ 6 amod B-LOC Cuban\nofficials "
      "NOUN NNS 3 conj - official\nsaid VERB VBD 2 parataxis - say\n. PUNCT . 2 punct - .\n"));
}

static void a_noun_hung_from_the_verb_joins_its_list(void **state)
{
  (void)state;
  /* a plan's participle joins the plan */
  assert_string_equal(
    "loc-chile supports loc-peru planned\n",
    related(
      "They PRON PRP 2 nsubj - they\nnoted VERB VBD 0 root - note\nChile PROPN NNP 5 nmod:poss "
      "B-LOC Chile\n's PART POS 3 case - 's\ncommitment NOUN NN 2 obj - commitment\nto SCONJ IN "
      "7 mark - to\nsupporting VERB VBG 2 advcl - support\nPeru PROPN NNP 7 obj B-LOC Peru\n"));
  assert_string_equal(
    "loc-chile urges loc-peru actual\nloc-chile urges loc-cuba actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\nurged VERB VBD 0 root - urge\nPeru PROPN NNP 2 obj "
      "B-LOC Peru\nand CCONJ CC 7 cc - and\nthe DET DT 7 det - the\nCuban ADJ JJ 7 amod B-LOC "
      "Cuban\narmy NOUN NN 2 conj - army\nto PART TO 9 mark - to\nwait VERB VB 2 xcomp - "
      "wait\n"));
}

static void a_verb_that_carries_a_noun_lends_its_subject(void **state)
{
  (void)state;
  assert_string_equal("loc-chile sanctions loc-peru actual\n",
                      related("Chile PROPN NNP 2 nsubj B-LOC Chile\nimposed VERB VBD 0 root - "
                              "impose\nsanctions NOUN NNS 2 obj - sanction\n"
                              "on ADP IN 5 case - on\nPeru PROPN NNP 2 obl B-LOC Peru\n"));
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related(
      "Chile PROPN NNP 2 nsubj B-LOC Chile\nlaunched VERB VBD 0 root - launch\nan DET DT 4 det - "
      "a\n"
      "attack NOUN NN 2 obj - attack\non ADP IN 6 case - on\nPeru PROPN NNP 4 nmod B-LOC Peru\n"));
}

static void relative_clauses_and_participles_find_their_noun(void **state)
{
  (void)state;
  assert_string_equal(
    "loc-chile attacks loc-peru actual\n",
    related(
      "Chile PROPN NNP 0 root B-LOC Chile\n, PUNCT , 4 punct\nwhich PRON WDT 4 nsubj - which\n"
      "attacked VERB VBD 1 acl:relcl - attack\nPeru PROPN NNP 4 obj B-LOC Peru\n"));
  assert_string_equal("loc-chile attacks loc-peru actual\n",
                      related("Peru PROPN NNP 0 root B-LOC Peru\n, PUNCT , 3 punct\nattacked VERB "
                              "VBN 1 acl - attack\nby ADP IN 5 case - by\n"
                              "Chile PROPN NNP 3 obl B-LOC Chile\n"));
}

static void the_same_statement_comes_once_with_all_its_sentences(void **state)
{
  (void)state;
  static const char twice[] = "Chile PROPN NNP 2 nsubj B-LOC Chile\ninvaded VERB VBD 0 root - "
                              "invade\nPeru PROPN NNP 2 obj B-LOC Peru\n\n"
                              "Chile PROPN NNP 2 nsubj B-LOC Chile\ninvaded VERB VBD 0 root - "
                              "invade\nPeru PROPN NNP 2 obj B-LOC Peru\n";
  sketch s;
  act_statements *statements = NULL;
  sketch_resolve(&s, twice);
  assert_int_equal(ACTANT_OK, act_relate(s.resolution, vocabulary, false, &statements, NULL));
  assert_int_equal(1, statements->items.count);
  assert_int_equal(2, statements->items.data[0].evidence.count);
  assert_string_equal("invaded", statements->items.data[0].label);
  assert_string_equal("invades/invade", statements->items.data[0].rule);
  act_statements_free(statements);
  sketch_free(&s);
}

static void nothing_is_stated_of_itself_or_of_the_wrong_type(void **state)
{
  (void)state;
  assert_string_equal("",
                      related("Chile PROPN NNP 2 nsubj B-LOC Chile\ninvaded VERB VBD 0 root - "
                              "invade\nChile PROPN NNP 2 obj B-LOC Chile\n"));
  assert_string_equal("",
                      related("Chile PROPN NNP 2 nsubj B-LOC Chile\nmarried VERB VBD 0 root - "
                              "marry\nPeru PROPN NNP 2 obj B-LOC Peru\n"));
}

static void brackets_fronts_and_lists_need_no_sound_tree(void **state)
{
  (void)state;
  assert_string_equal(
    "per-ana-sol born_in loc-lima actual\n",
    related(
      "Ana PROPN NNP 8 nsubj B-PER Ana\nSol PROPN NNP 1 flat I-PER Sol\n( PUNCT -LRB- 8 punct\n"
      "born VERB VBN 8 dep - bear\n1950 NUM CD 4 obl - 1950\nin ADP IN 8 case - in\n"
      "Lima PROPN NNP 8 dep B-LOC Lima\n) PUNCT -RRB- 0 root\n"));
  assert_string_equal("per-ana-sol born_in loc-peru actual\n",
                      related("A DET DT 2 det - a\nnative NOUN NN 8 nsubj - native\nof ADP IN 4 "
                              "case - of\nPeru PROPN NNP 2 nmod "
                              "B-LOC Peru\n, PUNCT , 8 punct\nAna PROPN NNP 4 appos B-PER Ana\nSol "
                              "PROPN NNP 6 flat I-PER Sol\n"
                              "sang VERB VBD 0 root - sing\n"));
  assert_string_equal(
    "per-ana-sol parent_of per-max actual\nper-ana-sol parent_of per-lena actual\n",
    related("Ana PROPN NNP 3 nsubj B-PER Ana\nSol PROPN NNP 1 flat I-PER Sol\nhas VERB VBZ 0 root "
            "- have\n"
            "sons NOUN NNS 3 obj - son\n, PUNCT , 6 punct\nMax PROPN NNP 3 dep B-PER Max\nand "
            "CCONJ CC 8 cc - and\n"
            "Lena PROPN NNP 3 dep B-PER Lena\n"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_passive_says_what_its_active_says),
    cmocka_unit_test(a_noun_says_what_its_verb_says),
    cmocka_unit_test(coordination_gives_every_pair_once),
    cmocka_unit_test(governing_verbs_decide_the_status),
    cmocka_unit_test(a_time_dates_what_happened_then_alone),
    cmocka_unit_test(whom_one_calls_on_is_to_act),
    cmocka_unit_test(who_is_accused_of_doing_does_it),
    cmocka_unit_test(whom_one_thanks_or_hinders_acts),
    cmocka_unit_test(what_one_will_be_sued_for_has_happened),
    cmocka_unit_test(a_clause_between_commas_does_not_hide_the_main_verb),
    cmocka_unit_test(what_one_is_asked_to_stop_goes_on),
    cmocka_unit_test(what_one_calls_for_is_not_there_yet),
    cmocka_unit_test(a_front_and_a_time_leave_the_subject_its_verb),
    cmocka_unit_test(who_is_due_to_act_will_act),
    cmocka_unit_test(survivors_are_kin_of_who_died),
    cmocka_unit_test(a_contest_is_told_whatever_its_verb_was_taken_for),
    cmocka_unit_test(slips_of_the_parser_are_set_right),
    cmocka_unit_test(a_sentence_that_begins_with_when_has_its_subject),
    cmocka_unit_test(a_relative_clause_hung_from_the_verb_is_the_name_s),
    cmocka_unit_test(of_two_subjects_the_one_who_may_act_is_taken),
    cmocka_unit_test(a_participle_that_commands_is_a_past_tense),
    cmocka_unit_test(forces_act_for_who_leads_them),
    cmocka_unit_test(a_noun_tagged_as_its_verb_is_still_one),
    cmocka_unit_test(an_answer_is_to_who_asked),
    cmocka_unit_test(an_agent_stands_behind_other_nouns),
    cmocka_unit_test(people_without_a_name_act_for_their_country),
    cmocka_unit_test(an_open_pronoun_in_what_is_said_is_the_speaker),
    cmocka_unit_test(a_demand_tells_whom_a_march_is_against),
    cmocka_unit_test(a_threat_is_to_whom_its_condition_is_set),
    cmocka_unit_test(what_is_demanded_needs_no_sound_tree),
    cmocka_unit_test(clauses_hung_from_nouns_find_their_place),
    cmocka_unit_test(a_noun_hung_from_the_verb_joins_its_list),
    cmocka_unit_test(a_verb_that_carries_a_noun_lends_its_subject),
    cmocka_unit_test(relative_clauses_and_participles_find_their_noun),
    cmocka_unit_test(the_same_statement_comes_once_with_all_its_sentences),
    cmocka_unit_test(brackets_fronts_and_lists_need_no_sound_tree),
    cmocka_unit_test(nothing_is_stated_of_itself_or_of_the_wrong_type),
  };
  return cmocka_run_group_tests_name("relate", tests, open_vocabulary, close_vocabulary);
}
