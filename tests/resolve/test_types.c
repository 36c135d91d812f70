/* SPDX-License-Identifier: MIT */
/* What a name's neighbours say of its type, on invented texts: offices, work, study, lists, legal
 * forms and symbols of shares. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sketch.h"

#include <string.h>

static void an_officer_behind_a_name_makes_it_a_body(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Besides ADP IN 9 case\nHalvex PROPN NNP 9 compound\nCEO PROPN NNP 4 nmod:desc\n"
                 "Bo PROPN NNP 2 appos B-PER\nLind PROPN NNP 4 flat I-PER\n, PUNCT , 4 punct\n"
                 "the DET DT 8 det\nboard NOUN NN 9 nsubj\nheard VERB VBD 0 root\n"
                 "Marketing PROPN NNP 11 compound\nDirector PROPN NNP 9 obj\n"
                 "Ann PROPN NNP 11 flat B-PER\nLowell PROPN NNP 11 flat I-PER\n. PUNCT . 9 "
                 "punct\n\n");
  assert_string_equal("org-halvex", sketch_meant(&s, 1));
  assert_non_null(sketch_entity(&s, "per-bo-lind"));
  assert_null(sketch_entity(&s, "org-marketing"));
  sketch_free(&s);
}

static void a_legal_form_closes_a_firms_name(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Brill PROPN NNP 11 nsubj B-PER\n& CCONJ CC 3 cc\nVoss PROPN NNP 1 conj B-PER\n"
                 ", PUNCT , 5 punct\nLLC PROPN NNP 1 conj\n( PUNCT -LRB- 7 punct\n"
                 "NYSE PROPN NNP 1 appos\n: PUNCT : 9 punct\nBRVO PROPN NNP 7 appos B-LOC\n"
                 ") PUNCT -RRB- 7 punct\nhired VERB VBD 0 root\na DET DT 13 det\n"
                 "cook NOUN NN 11 obj\n. PUNCT . 11 punct\n\n");
  const act_entity *firm = sketch_entity(&s, "org-brill-voss-llc");
  assert_non_null(firm);
  assert_string_equal("Brill & Voss , LLC", firm->name);
  assert_int_equal(1, firm->aliases.count);
  assert_string_equal("BRVO", firm->aliases.data[0]);
  assert_string_equal("org-brill-voss-llc", sketch_meant(&s, 8));
  sketch_free(&s);
}

static void what_people_do_and_what_has_a_head_settles_types(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Capra PROPN NNP 2 nsubj B-LOC\nlives VERB VBZ 0 root\nin ADP IN 4 case\n"
                 "Rome PROPN NNP 2 obl B-LOC\nand CCONJ CC 9 cc\nis AUX VBZ 9 cop\n"
                 "a DET DT 9 det\nformer ADJ JJ 9 amod\nchairman NOUN NN 2 conj\n"
                 "of ADP IN 11 case\nDolven PROPN NNP 9 nmod B-PER\n. PUNCT . 2 punct\n\n");
  assert_string_equal("per-capra", sketch_meant(&s, 0));
  assert_string_equal("loc-rome", sketch_meant(&s, 3));
  assert_string_equal("org-dolven", sketch_meant(&s, 10));
  sketch_free(&s);
}

static void one_studies_at_a_school_and_lives_in_a_town(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "She PRON PRP 2 nsubj\nstudied VERB VBD 0 root - study\nat ADP IN 4 case\n"
                 "Oxford PROPN NNP 2 obl B-LOC\nand CCONJ CC 7 cc\nlater ADV RBR 7 advmod\n"
                 "lived VERB VBD 2 conj - live\nin ADP IN 9 case\nOxford PROPN NNP 7 obl B-LOC\n"
                 ". PUNCT . 2 punct\n\n");
  assert_string_equal("org-oxford", sketch_meant(&s, 3));
  assert_string_equal("loc-oxford", sketch_meant(&s, 8));
  sketch_free(&s);
}

static void examples_are_what_the_noun_before_them_says(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Banks NOUN NNS 9 nsubj\nsuch ADJ JJ 4 case\nas ADP IN 2 fixed\n"
                 "Brella PROPN NNP 1 nmod B-PER\n, PUNCT , 6 punct\n"
                 "Tarvo PROPN NNP 4 conj B-LOC\nand CCONJ CC 8 cc\n"
                 "Quilla PROPN NNP 4 conj B-PER\nclosed VERB VBD 0 root\n. PUNCT . 9 punct\n\n");
  assert_string_equal("org-brella", sketch_meant(&s, 3));
  assert_string_equal("org-tarvo", sketch_meant(&s, 5));
  assert_string_equal("org-quilla", sketch_meant(&s, 7));
  sketch_free(&s);
}

static void what_has_a_chief_executive_is_a_firm_whatever_its_first_word(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Ada PROPN NNP 5 nsubj B-PER\nQuist PROPN NNP 1 flat I-PER\nis AUX VBZ 5 cop\n"
                 "chief ADJ JJ 5 amod\nexecutive NOUN NN 0 root\nof ADP IN 7 case\n"
                 "Philip PROPN NNP 5 nmod B-PER\nOrvane PROPN NNP 7 flat I-PER\n. PUNCT . 5 "
                 "punct\n\n"
                 "She PRON PRP 3 nsubj:pass\nwas AUX VBD 3 aux:pass\nborn VERB VBN 0 root - bear\n"
                 "in ADP IN 5 case\nDulm PROPN NNP 3 obl B-PER\n, PUNCT , 7 punct\n"
                 "Ohio PROPN NNP 5 nmod B-LOC\n. PUNCT . 3 punct\n\n");
  assert_string_equal("org-philip-orvane", sketch_meant(&s, 6));
  assert_string_equal("loc-dulm", sketch_meant(&s, 13));
  sketch_free(&s);
}

static void names_are_known_with_and_without_their_accents(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Sinn PROPN NNP 3 nsubj\nFéin PROPN NNP 1 flat\nwon VERB VBD 0 root - win\n"
                 ". PUNCT . 3 punct\n\n");
  assert_string_equal("org-sinn-fein", sketch_meant(&s, 0));
  sketch_free(&s);
}

static void children_are_people_and_what_is_told_is_a_newspaper(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "They PRON PRP 2 nsubj\nhad VERB VBD 0 root - have\nchildren NOUN NNS 2 obj\n"
                 ", PUNCT , 5 punct\nVarla PROPN NNP 3 conj B-PER\nand CCONJ CC 7 cc\n"
                 "Torvo PROPN NNP 3 conj B-ORG\n. PUNCT . 2 punct\n\n"
                 "She PRON PRP 2 nsubj\ntold VERB VBD 0 root - tell\nthe DET DT 4 det\n"
                 "Mornel PROPN NNP 2 obj B-LOC\n. PUNCT . 2 punct\n\n");
  assert_string_equal("per-torvo", sketch_meant(&s, 6));
  assert_string_equal("org-mornel", sketch_meant(&s, 11));
  sketch_free(&s);
}

static void a_firm_the_finder_missed_and_a_body_behind_its_officer_are_found(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "Chairman PROPN NNP 3 nmod:desc\nOdd PROPN NNP 4 nsubj B-PER\nQuist PROPN NNP 2 "
                 "flat I-PER\n"
                 "left VERB VBD 0 root - leave\nOrvane PROPN NNP 6 compound\nplc NOUN NN 4 obj\n"
                 ". PUNCT . 4 punct\n\n"
                 "Chairman PROPN NNP 2 nmod:desc\nBo PROPN NNP 7 nsubj B-PER\nLind PROPN NNP 2 "
                 "flat I-PER\nof ADP IN 6 case\nthe DET DT 6 det\nHalvex PROPN NNP 2 nmod B-ORG\n"
                 "spoke VERB VBD 0 root - speak\n. PUNCT . 7 punct\n\n");
  assert_string_equal("org-orvane-plc", sketch_meant(&s, 5));
  assert_string_equal("per-bo-lind leader org-halvex", sketch_roles(&s));
  sketch_free(&s);
}

static void a_party_is_that_of_the_country_spoken_of(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "The DET DT 3 det\nLabour PROPN NNP 3 compound B-ORG\nParty PROPN NNP 4 nsubj "
                 "I-ORG\nwon VERB VBD 0 root\nin ADP IN 6 case\nValletta PROPN NNP 4 obl "
                 "B-LOC\n. PUNCT . 4 punct\n\n"
                 "The DET DT 4 det\nNorwegian ADJ JJ 4 amod B-ORG\nLabour PROPN NNP 4 compound "
                 "I-ORG\nParty PROPN NNP 5 nsubj I-ORG\nwaited VERB VBD 0 root\n. PUNCT . 5 "
                 "punct\n\n");
  const act_mention *mentions = s.resolution->mentions.data;
  const act_entity *entities = s.resolution->entities.data;
  const uint32_t *of = s.resolution->referents.data;
  const act_record *first =
    act_gazetteer_record(s.gazetteer, entities[of[mentions[0].referents]].record);
  assert_string_equal("party:mt-labour-party", first->id);
  assert_string_equal(
    "party:no-labour-party",
    act_gazetteer_record(s.gazetteer, sketch_entity(&s, sketch_meant(&s, 10))->record)->id);
  sketch_free(&s);
}

static void places_and_bodies_carry_numbers(void **state)
{
  (void)state;
  sketch s;
  sketch_resolve(&s,
                 "NATO PROPN NNP 2 nsubj B-ORG\nthanked VERB VBD 0 root\nKenya PROPN NNP 2 obj "
                 "B-LOC\n. PUNCT . 2 punct\n\n");
  assert_string_equal("Q7184", sketch_entity(&s, sketch_meant(&s, 0))->wikidata);
  assert_string_equal("Q114", sketch_entity(&s, "loc-kenya")->wikidata);
  assert_string_equal("KE", sketch_entity(&s, "loc-kenya")->iso);
  sketch_free(&s);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_officer_behind_a_name_makes_it_a_body),
    cmocka_unit_test(a_legal_form_closes_a_firms_name),
    cmocka_unit_test(what_people_do_and_what_has_a_head_settles_types),
    cmocka_unit_test(one_studies_at_a_school_and_lives_in_a_town),
    cmocka_unit_test(examples_are_what_the_noun_before_them_says),
    cmocka_unit_test(what_has_a_chief_executive_is_a_firm_whatever_its_first_word),
    cmocka_unit_test(names_are_known_with_and_without_their_accents),
    cmocka_unit_test(children_are_people_and_what_is_told_is_a_newspaper),
    cmocka_unit_test(a_firm_the_finder_missed_and_a_body_behind_its_officer_are_found),
    cmocka_unit_test(a_party_is_that_of_the_country_spoken_of),
    cmocka_unit_test(places_and_bodies_carry_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
