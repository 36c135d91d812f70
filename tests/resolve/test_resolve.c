/* SPDX-License-Identifier: MIT */
/* What resolving promises, on invented texts: who a name, a title, a noun, a set and a pronoun
 * mean, and which offices people hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lexicon/lexicon.h"
#include "resolve/nouns.h"
#include "sketch.h"

#include <string.h>

static void the_tables_are_sorted(void **state)
{
  (void)state;
  static const char *const names[] = { "titles.tsv", "nominals.tsv" };
  for (int i = 0; i < 2; i++) {
    act_embedded table;
    assert_true(act_embedded_find(names[i], &table));
    const char *last = "", *end = table.data + table.size;
    size_t last_size = 0;
    for (const char *line = table.data; line < end;) {
      const char *stop = memchr(line, '\n', (size_t)(end - line));
      assert_non_null(stop);
      const char *tab = memchr(line, '\t', (size_t)(stop - line));
      size_t size = line[0] == '#' ? 0 : (size_t)((tab ? tab : stop) - line);
      if (size) {
        size_t both = size < last_size ? size : last_size;
        int order = memcmp(last, line, both);
        assert_true(order < 0 || (order == 0 && last_size < size));
        last = line;
        last_size = size;
      }
      line = stop + 1;
    }
  }
}

static void every_kind_of_noun_is_found(void **state)
{
  (void)state;
  act_noun noun;
  assert_true(act_noun_find("prime minister", 14, &noun));
  assert_int_equal(ACT_ROLE_HEAD_OF_GOVERNMENT, noun.role);
  assert_true(act_noun_find("chairwoman", 10, &noun));
  assert_int_equal(ACT_GENDER_FEMALE, noun.gender);
  assert_true(act_noun_find("river", 5, &noun));
  assert_int_equal(ACT_NOUN_PLACE, noun.type);
  assert_true(act_noun_find("troops", 6, &noun));
  assert_int_equal(ACT_SUB_ACTING, noun.sub);
  assert_false(act_noun_find("zzz", 3, &noun));
  assert_false(act_noun_find("", 0, &noun));
}

static void a_title_is_an_office_and_no_part_of_the_name(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Chilean ADJ JJ 3 amod\nPresident PROPN NNP 3 nmod:desc\nRosa PROPN NNP 5 nsubj "
                 "B-PER\nLindqvist PROPN NNP 3 flat I-PER\n"
                 "visited VERB VBD 0 root\nKenya PROPN NNP 5 obj B-LOC\n. PUNCT . 5 punct\n\n"
                 "The DET DT 2 det\npresident NOUN NN 4 nsubj\nlater ADV RB 4 advmod\nthanked VERB "
                 "VBD 0 root\nher PRON PRP$ 6 nmod:poss\n"
                 "hosts NOUN NNS 4 obj\n. PUNCT . 4 punct\n\n");
  const act_entity *rosa = sketch_entity(&s, "per-rosa-lindqvist");
  assert_non_null(rosa);
  assert_string_equal("Rosa Lindqvist", rosa->name);
  assert_string_equal("President of Chile", rosa->role);
  assert_int_equal(ACT_GENDER_FEMALE, rosa->gender);
  assert_string_equal("per-rosa-lindqvist state loc-chile", sketch_roles(&s));
  assert_string_equal("loc-chile", sketch_meant(&s, 0));
  assert_string_equal("per-rosa-lindqvist", sketch_meant(&s, 8));
  assert_string_equal("per-rosa-lindqvist", sketch_meant(&s, 11));
  sketch_free(&s);
}

static void owner_and_apposition_give_offices(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Odd PROPN NNP 10 nsubj B-PER\nFenwick PROPN NNP 1 flat I-PER\n, PUNCT , 1 "
                 "punct\nthe DET DT 6 det\nformer ADJ JJ 6 amod\n"
                 "mayor NOUN NN 1 appos\nof ADP IN 8 case\nLyon PROPN NNP 6 nmod B-LOC\n, PUNCT , "
                 "1 punct\nmet VERB VBD 0 root\n"
                 "Peru PROPN NNP 14 nmod:poss B-LOC\n's PART POS 11 case\nambassador NOUN NN 14 "
                 "nmod:desc\nIna PROPN NNP 10 obj B-PER\n"
                 "Quist PROPN NNP 14 flat I-PER\n. PUNCT . 10 punct\n\n");
  assert_string_equal("per-odd-fenwick government loc-lyon former\nper-ina-quist official loc-peru",
                      sketch_roles(&s));
  assert_string_equal("Former Mayor of Lyon", sketch_entity(&s, "per-odd-fenwick")->role);
  assert_string_equal("per-odd-fenwick", sketch_meant(&s, 5));
  sketch_free(&s);
}

static void a_shared_surname_goes_to_the_last_who_fits(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Maria PROPN NNP 6 nsubj B-PER\nOkafor PROPN NNP 1 flat I-PER\nand CCONJ CC 4 "
                 "cc\nDavid PROPN NNP 1 conj B-PER\n"
                 "Okafor PROPN NNP 4 flat I-PER\nsang VERB VBD 0 root\n. PUNCT . 6 punct\n\n"
                 "Mrs. PROPN NNP 2 nmod:desc\nOkafor PROPN NNP 3 nsubj B-PER\nbowed VERB VBD 0 "
                 "root\n. PUNCT . 3 punct\n\n"
                 "Mr. PROPN NNP 2 nmod:desc\nOkafor PROPN NNP 3 nsubj B-PER\nleft VERB VBD 0 "
                 "root\n. PUNCT . 3 punct\n\n");
  assert_string_equal("per-maria-okafor", sketch_meant(&s, 8));
  assert_string_equal("per-david-okafor", sketch_meant(&s, 12));
  sketch_free(&s);
}

static void forces_act_for_their_country(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Kenyan ADJ JJ 2 amod\ntroops NOUN NNS 3 nsubj\nentered VERB VBD 0 root\nthe DET "
                 "DT 5 det\nvalley NOUN NN 3 obj\n. PUNCT . 3 punct\n\n"
                 "Chile PROPN NNP 4 nmod:poss B-LOC\n's PART POS 1 case\nsmall ADJ JJ 4 amod\narmy "
                 "NOUN NN 5 nsubj\nwatched VERB VBD 0 root\n"
                 ". PUNCT . 5 punct\n\n");
  assert_string_equal("loc-kenya", sketch_meant(&s, 1));
  assert_int_equal(ACT_MENTION_METONYM,
                   s.resolution->mentions.data[s.resolution->mention_of[1]].kind);
  assert_string_equal("loc-kenya", sketch_meant(&s, 0));
  assert_string_equal("loc-chile", sketch_meant(&s, 9));
  sketch_free(&s);
}

static void a_capital_speaks_for_its_country_but_is_a_place_to_be_in(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Lima PROPN NNP 2 nsubj B-LOC\ndenied VERB VBD 0 root - deny\nthe DET DT 4 "
                 "det\nreport NOUN NN 2 obj\n. PUNCT . 2 punct\n\n"
                 "They PRON PRP 2 nsubj\nmet VERB VBD 0 root\nin ADP IN 4 case\nLima PROPN NNP 2 "
                 "obl B-LOC\n. PUNCT . 2 punct\n\n"
                 "They PRON PRP 3 nsubj:pass\nare AUX VBP 3 aux:pass\nbacked VERB VBN 0 root - "
                 "back\nby ADP IN 5 case\nLima PROPN NNP 3 obl:agent B-LOC\n. PUNCT . 3 punct\n\n");
  assert_string_equal("loc-peru", sketch_meant(&s, 0));
  assert_string_equal("loc-lima", sketch_meant(&s, 8));
  assert_string_equal("loc-peru", sketch_meant(&s, 14));
  sketch_free(&s);
}

static void the_two_leaders_are_those_last_named_together(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Rosa PROPN NNP 6 nsubj B-PER\nLindqvist PROPN NNP 1 flat I-PER\nand CCONJ CC 4 "
                 "cc\nOdd PROPN NNP 1 conj B-PER\n"
                 "Fenwick PROPN NNP 4 flat I-PER\nmet VERB VBD 0 root\n. PUNCT . 6 punct\n\n"
                 "The DET DT 3 det\ntwo NUM CD 3 nummod\nleaders NOUN NNS 4 nsubj\ntalked VERB VBD "
                 "0 root\n. PUNCT . 4 punct\n\n"
                 "They PRON PRP 2 nsubj\nsmiled VERB VBD 0 root\n. PUNCT . 2 punct\n\n");
  assert_string_equal("per-rosa-lindqvist+per-odd-fenwick", sketch_meant(&s, 9));
  assert_string_equal("per-rosa-lindqvist+per-odd-fenwick", sketch_meant(&s, 12));
  sketch_free(&s);
}

static void an_acronym_and_a_class_word_mean_their_body(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 4 det\nNorthern PROPN NNP 4 amod B-ORG\nHeron PROPN NNP 4 compound "
                 "I-ORG\nSociety PROPN NNP 8 nsubj I-ORG\n( PUNCT -LRB- 6 punct\n"
                 "NHS PROPN NNP 4 appos B-ORG\n) PUNCT -RRB- 6 punct\ngrew VERB VBD 0 root\n. "
                 "PUNCT . 8 punct\n\n"
                 "NHS PROPN NNP 2 nsubj B-ORG\nsaid VERB VBD 0 root\nthe DET DT 4 det\nsociety "
                 "NOUN NN 6 nsubj\nwould AUX MD 6 aux\n"
                 "move VERB VB 2 ccomp\n. PUNCT . 2 punct\n\n");
  assert_string_equal("org-northern-heron-society", sketch_meant(&s, 9));
  assert_string_equal("org-northern-heron-society", sketch_meant(&s, 12));
  assert_int_equal(1, s.resolution->entities.count);
  assert_string_equal("NHS", s.resolution->entities.data[0].aliases.data[0]);
  sketch_free(&s);
}

static void an_organ_names_its_body(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 3 det\nEuropean PROPN NNP 3 amod B-ORG\nCommission PROPN NNP 4 nsubj "
                 "I-ORG\nfined VERB VBD 0 root\nPeru PROPN NNP 4 obj B-LOC\n. PUNCT . 4 punct\n\n");
  assert_int_equal(3, s.resolution->entities.count);
  assert_string_equal("org-european-commission", s.resolution->entities.data[0].id);
  assert_string_equal("org-european-union", s.resolution->entities.data[1].id);
  assert_string_equal("org-european-commission", sketch_meant(&s, 2));
  assert_string_equal("loc-peru", sketch_meant(&s, 4));
  sketch_free(&s);
}

static void kin_are_tied_to_whom_the_pronoun_means(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Odd PROPN NNP 8 nsubj B-PER\nFenwick PROPN NNP 1 flat I-PER\nand CCONJ CC 6 "
                 "cc\nhis PRON PRP$ 5 nmod:poss\nwife NOUN NN 6 nmod:desc\n"
                 "Ina PROPN NNP 1 conj B-PER\nQuist PROPN NNP 6 flat I-PER\ndanced VERB VBD 0 "
                 "root\n. PUNCT . 8 punct\n\n");
  assert_string_equal("per-ina-quist spouse per-odd-fenwick", sketch_roles(&s));
  assert_string_equal("per-odd-fenwick", sketch_meant(&s, 3));
  sketch_free(&s);
}

static void names_of_headlines_need_the_body(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "#headline\nFenwick PROPN NNP 2 nsubj B-PER\nWins VERB VBZ 0 root\nBig PROPN NNP "
                 "4 amod B-ORG\nPrize PROPN NNP 2 obj I-ORG\n\n"
                 "Odd PROPN NNP 3 nsubj B-PER\nFenwick PROPN NNP 1 flat I-PER\nwon VERB VBD 0 "
                 "root\n. PUNCT . 3 punct\n\n");
  assert_int_equal(1, s.resolution->entities.count);
  assert_string_equal("per-odd-fenwick", sketch_meant(&s, 0));
  sketch_free(&s);
}

static void ids_are_ascii_and_unique(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Žofie PROPN NNP 3 nsubj B-PER\nŁęcka PROPN NNP 1 flat I-PER\nran VERB VBD 0 "
                 "root\n. PUNCT . 3 punct\n\n");
  assert_string_equal("per-zofie-lecka", s.resolution->entities.data[0].id);
  sketch_free(&s);
}

static void commas_make_appositions_where_the_tree_does_not(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Norway PROPN NNP 4 nmod:poss B-LOC\n's PART POS 1 case\nforeign ADJ JJ 4 "
                 "amod\nminister NOUN NN 8 nsubj\n, PUNCT , 4 punct\n"
                 "Ina PROPN NNP 8 dep B-PER\nQuist PROPN NNP 6 flat I-PER\nspoke VERB VBD 0 root - "
                 "speak\n. PUNCT . 8 punct\n\n"
                 "Her PRON PRP$ 2 nmod:poss\ngovernment NOUN NN 3 nsubj\nagreed VERB VBD 0 root - "
                 "agree\n. PUNCT . 3 punct\n\n");
  assert_string_equal("per-ina-quist official loc-norway", sketch_roles(&s));
  assert_string_equal("per-ina-quist", sketch_meant(&s, 3));
  assert_string_equal("per-ina-quist", sketch_meant(&s, 9));
  assert_string_equal("loc-norway", sketch_meant(&s, 10));
  sketch_free(&s);
}

static void a_counterpart_holds_the_same_office(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(
    &s,
    "Chilean ADJ JJ 3 amod\nPresident PROPN NNP 3 nmod:desc\nRosa PROPN NNP 5 nsubj "
    "B-PER\nLindqvist PROPN NNP 3 flat I-PER\n"
    "met VERB VBD 0 root - meet\nher PRON PRP$ 8 nmod:poss\nKenyan ADJ JJ 8 amod\ncounterpart NOUN "
    "NN 5 obj\n, PUNCT , 8 punct\n"
    "Odd PROPN NNP 8 appos B-PER\nFenwick PROPN NNP 10 flat I-PER\n. PUNCT . 5 punct\n\n");
  assert_string_equal("per-rosa-lindqvist state loc-chile\nper-odd-fenwick state loc-kenya",
                      sketch_roles(&s));
  sketch_free(&s);
}

static void a_bare_office_is_of_the_country_that_the_text_is_about(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(
    &s,
    "Kenya PROPN NNP 2 nsubj B-LOC\nvoted VERB VBD 0 root - vote\n. PUNCT . 2 punct\n\n"
    "In ADP IN 2 case\nKenya PROPN NNP 5 obl B-LOC\n, PUNCT , 5 punct\nmany ADJ JJ 5 nsubj\nstayed "
    "VERB VBD 0 root - stay\n. PUNCT . 5 punct\n\n"
    "Kenya PROPN NNP 2 nsubj B-LOC\nwaited VERB VBD 0 root - wait\n. PUNCT . 2 punct\n\n"
    "President PROPN NNP 2 nmod:desc\nRosa PROPN NNP 4 nsubj B-PER\nLindqvist PROPN NNP 2 flat "
    "I-PER\nspoke VERB VBD 0 root - speak\n"
    ". PUNCT . 4 punct\n\n");
  assert_string_equal("per-rosa-lindqvist state loc-kenya", sketch_roles(&s));
  assert_true(s.resolution->roles.data[0].inferred);
  sketch_free(&s);
}

static void names_that_the_finder_missed_are_found_by_the_rest_of_the_text(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Ina PROPN NNP 3 nsubj B-PER\nQuist PROPN NNP 1 flat I-PER\nspoke VERB VBD 0 root "
                 "- speak\n. PUNCT . 3 punct\n\n"
                 "Quist PROPN NNP 2 nsubj\nsmiled VERB VBD 0 root - smile\n. PUNCT . 2 punct\n\n"
                 "The DET DT 3 det\nchipmaker NOUN NN 3 compound\nXyloq PROPN NNP 4 nsubj\ngrew "
                 "VERB VBD 0 root - grow\n. PUNCT . 4 punct\n\n");
  assert_string_equal("per-ina-quist", sketch_meant(&s, 4));
  assert_string_equal("org-xyloq", sketch_meant(&s, 9));
  sketch_free(&s);
}

static void events_and_offices_are_no_bodies(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 3 det\nHeron PROPN NNP 3 compound B-ORG\nConference PROPN NNP 4 nsubj "
                 "I-ORG\nopened VERB VBD 0 root - open\n. PUNCT . 4 punct\n\n"
                 "Foreign PROPN NNP 2 amod B-ORG\nMinisters PROPN NNPS 5 nsubj I-ORG\nof ADP IN 4 "
                 "case I-ORG\nKenya PROPN NNP 2 nmod I-ORG\n"
                 "met VERB VBD 0 root - meet\n. PUNCT . 5 punct\n\n");
  for (size_t i = 0; i < s.resolution->entities.count; i++)
    assert_true(!s.resolution->entities.data[i].named ||
                strcmp("loc-kenya", s.resolution->entities.data[i].id) == 0);
  assert_non_null(sketch_entity(&s, "loc-kenya"));
  sketch_free(&s);
}

static void the_region_and_the_capital_are_the_nearest_that_fit(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Lima PROPN NNP 2 nsubj B-LOC\nsleeps VERB VBZ 0 root - sleep\n, PUNCT , 2 "
                 "punct\nbut CCONJ CC 6 cc\nPeru PROPN NNP 6 nsubj B-LOC\n"
                 "wakes VERB VBZ 2 conj - wake\n. PUNCT . 2 punct\n\n"
                 "The DET DT 2 det\ncountry NOUN NN 3 nsubj\nloves VERB VBZ 0 root - love\nthe DET "
                 "DT 5 det\ncapital NOUN NN 3 obj\n. PUNCT . 3 punct\n\n");
  assert_string_equal("loc-peru", sketch_meant(&s, 8));
  assert_string_equal("loc-lima", sketch_meant(&s, 11));
  sketch_free(&s);
}

static void the_first_word_of_a_body_is_that_body(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 3 det\nSwedish ADJ JJ 3 amod\nfirm NOUN NN 4 compound\nVolvik PROPN "
                 "NNP 7 nsubj B-ORG\nInstruments PROPN NNP 4 flat I-ORG\n"
                 "has AUX VBZ 7 aux\ngrown VERB VBN 0 root\n. PUNCT . 7 punct\n\n"
                 "Volvik PROPN NNP 2 nsubj B-PER\nopened VERB VBD 0 root\na DET DT 4 det\nfactory "
                 "NOUN NN 2 obj\n. PUNCT . 2 punct\n\n");
  const act_entity *body = sketch_entity(&s, "org-volvik-instruments");
  assert_non_null(body);
  assert_string_equal("org-volvik-instruments", sketch_meant(&s, 8));
  sketch_free(&s);
}

static void a_surname_goes_to_whom_the_text_is_about(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Greta PROPN NNP 3 nsubj B-PER\nHolm PROPN NNP 1 flat I-PER\nwrites VERB VBZ 0 "
                 "root\nbooks NOUN NNS 3 obj\n. PUNCT . 3 punct\n\n"
                 "Holm PROPN NNP 2 nsubj B-PER\nlives VERB VBZ 0 root\nhere ADV RB 2 advmod\n. "
                 "PUNCT . 2 punct\n\n"
                 "She PRON PRP 2 nsubj\nmet VERB VBD 0 root\nher PRON PRP$ 4 nmod:poss\nbrother "
                 "NOUN NN 2 obj\nAnders PROPN NNP 4 appos B-PER\n"
                 "Holm PROPN NNP 5 flat I-PER\n. PUNCT . 2 punct\n\n"
                 "Holm PROPN NNP 2 nsubj B-PER\nsmiled VERB VBD 0 root\n. PUNCT . 2 punct\n\n");
  assert_string_equal("per-greta-holm", sketch_meant(&s, 16));
  assert_non_null(sketch_entity(&s, "per-anders-holm"));
  sketch_free(&s);
}

static void a_town_that_plays_is_a_club(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Naples PROPN NNP 2 nsubj B-LOC\nbeat VERB VBD 0 root\nTurin PROPN NNP 2 obj "
                 "B-LOC\nin ADP IN 6 case\nthe DET DT 6 det\n"
                 "final NOUN NN 2 obl\n. PUNCT . 2 punct\n\n"
                 "The DET DT 2 det\ncoach NOUN NN 3 nsubj\npraised VERB VBD 0 root\nthe DET DT 5 "
                 "det\nstriker NOUN NN 3 obj\nafter ADP IN 8 case\n"
                 "the DET DT 8 det\nmatch NOUN NN 3 obl\nin ADP IN 10 case\nNaples PROPN NNP 8 "
                 "nmod B-LOC\n. PUNCT . 3 punct\n\n");
  assert_non_null(sketch_entity(&s, "org-naples"));
  assert_non_null(sketch_entity(&s, "org-turin"));
  assert_string_equal("loc-naples", sketch_meant(&s, 16));
  sketch_free(&s);
}

static void pronouns_correct_a_guessed_gender(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Mary PROPN NNP 3 nsubj B-PER\nOkello PROPN NNP 1 flat I-PER\nran VERB VBD 0 "
                 "root\n. PUNCT . 3 punct\n\n"
                 "Okello PROPN NNP 2 nsubj B-PER\nsaid VERB VBD 0 root\nhe PRON PRP 4 nsubj\nwon "
                 "VERB VBD 2 ccomp\nhis PRON PRP$ 6 nmod:poss\n"
                 "race NOUN NN 4 obj\n. PUNCT . 2 punct\n\n"
                 "He PRON PRP 2 nsubj\nsmiled VERB VBD 0 root\n. PUNCT . 2 punct\n\n");
  assert_string_equal("per-mary-okello", sketch_meant(&s, 11));
  sketch_free(&s);
}

static void relative_pronouns_follow_whom_the_noun_is_said_of(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(
    &s,
    "Rosa PROPN NNP 5 nsubj B-PER\nLindqvist PROPN NNP 1 flat I-PER\nis AUX VBZ 5 "
    "cop\na DET DT 5 det\nlawyer NOUN NN 0 root\nand CCONJ CC 8 cc\na DET DT 8 "
    "det\njudge NOUN NN 5 conj\nwho PRON WP 10 nsubj\nattended VERB VBD 8 acl:relcl\n"
    "Lund PROPN NNP 12 compound B-ORG\nUniversity PROPN NNP 10 obj I-ORG\nin ADP IN 14 "
    "case\n2015 NUM CD 10 obl\n, PUNCT , 18 punct\nwhere ADV WRB 18 advmod\nshe PRON "
    "PRP 18 nsubj\nstudied VERB VBD 12 acl:relcl\n. PUNCT . 5 punct\n\n");
  assert_string_equal("per-rosa-lindqvist", sketch_meant(&s, 8));
  assert_string_equal("", sketch_meant(&s, 7)); /* a predicate is nobody else */
  assert_string_equal("org-lund-university", sketch_meant(&s, 15));
  sketch_free(&s);
}

static void who_writes_is_one_person_without_a_name(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "I PRON PRP 2 nsubj\nsang VERB VBD 0 root\n. PUNCT . 2 punct\n\n"
                 "My PRON PRP$ 2 nmod:poss\nfather NOUN NN 3 nsubj\nheard VERB VBD 0 root\nme PRON "
                 "PRP 3 obj\n. PUNCT . 3 punct\n\n");
  assert_string_not_equal("", sketch_meant(&s, 0));
  char first[64];
  strcpy(first, sketch_meant(&s, 0));
  assert_string_equal(first, sketch_meant(&s, 3));
  assert_string_equal(first, sketch_meant(&s, 6));
  assert_string_not_equal(first, sketch_meant(&s, 4));
  assert_false(sketch_entity(&s, first)->named);
  sketch_free(&s);
}

static void they_are_the_two_who_married(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(
    &s,
    "Rosa PROPN NNP 3 nsubj B-PER\nLindqvist PROPN NNP 1 flat I-PER\nmarried VERB VBD 0 "
    "root - marry\nJohn PROPN NNP 3 obj B-PER\nMiller PROPN NNP 4 flat I-PER\n; PUNCT : "
    "8 punct\nthey PRON PRP 8 nsubj\nhave VERB VBP 3 parataxis\nchildren NOUN NNS 8 "
    "obj\n. PUNCT . 3 punct\n\n");
  assert_string_equal("per-rosa-lindqvist+per-john-miller", sketch_meant(&s, 6));
  sketch_free(&s);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_tables_are_sorted),
    cmocka_unit_test(every_kind_of_noun_is_found),
    cmocka_unit_test(a_title_is_an_office_and_no_part_of_the_name),
    cmocka_unit_test(owner_and_apposition_give_offices),
    cmocka_unit_test(a_shared_surname_goes_to_the_last_who_fits),
    cmocka_unit_test(the_first_word_of_a_body_is_that_body),
    cmocka_unit_test(a_surname_goes_to_whom_the_text_is_about),
    cmocka_unit_test(a_town_that_plays_is_a_club),
    cmocka_unit_test(pronouns_correct_a_guessed_gender),
    cmocka_unit_test(forces_act_for_their_country),
    cmocka_unit_test(a_capital_speaks_for_its_country_but_is_a_place_to_be_in),
    cmocka_unit_test(the_two_leaders_are_those_last_named_together),
    cmocka_unit_test(an_acronym_and_a_class_word_mean_their_body),
    cmocka_unit_test(an_organ_names_its_body),
    cmocka_unit_test(kin_are_tied_to_whom_the_pronoun_means),
    cmocka_unit_test(names_of_headlines_need_the_body),
    cmocka_unit_test(ids_are_ascii_and_unique),
    cmocka_unit_test(commas_make_appositions_where_the_tree_does_not),
    cmocka_unit_test(a_counterpart_holds_the_same_office),
    cmocka_unit_test(a_bare_office_is_of_the_country_that_the_text_is_about),
    cmocka_unit_test(names_that_the_finder_missed_are_found_by_the_rest_of_the_text),
    cmocka_unit_test(events_and_offices_are_no_bodies),
    cmocka_unit_test(the_region_and_the_capital_are_the_nearest_that_fit),
    cmocka_unit_test(relative_pronouns_follow_whom_the_noun_is_said_of),
    cmocka_unit_test(who_writes_is_one_person_without_a_name),
    cmocka_unit_test(they_are_the_two_who_married),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
