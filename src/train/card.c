/* SPDX-License-Identifier: MIT */
/* The card that travels with a model: what it learnt from, how it was made, how good it is, and
 * what its corpora's licences ask to be said. */
#include "train/card.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";

static const char head[] = "# The English model of actant\n"
                           "\n"
                           "Linear models of small integers: sentence ends, base forms, parts of "
                           "speech, dependency trees, names of people, places and\n"
                           "organisations. Trained with averaged perceptrons; the parser with a "
                           "dynamic oracle, on tags of taggers that had not seen the\n"
                           "sentence (five folds).\n"
                           "\n";

static const char corpora[] =
  "\n"
  "## Corpora\n"
  "\n"
  "The model holds weights and counts made of these texts, not the texts.\n"
  "\n"
  "- UD English EWT, train part. CC BY-SA 4.0. Silveira et al. 2014, \"A Gold Standard Dependency "
  "Corpus for English\".\n"
  "- GUM, the genres with free licences, train part. Annotations CC BY 4.0; texts CC BY, CC BY-SA "
  "and public domain by genre. Zeldes\n"
  "  2017, \"The GUM Corpus: Creating Multilayer Resources in the Classroom\".\n"
  "- Universal NER on EWT, train part, an early version. CC BY-SA 4.0. Mayhew et al. 2024, "
  "\"Universal NER\".\n"
  "- wikigold. CC BY 4.0. Balasuriya et al. 2009, \"Named Entity Recognition in Wikipedia\".\n"
  "- Re-DocRED, development part (names). MIT licence. Tan et al. 2022, \"Revisiting DocRED\".\n"
  "- WordNet 3.0 (base forms). WordNet licence, Princeton University.\n"
  "- Raw prose, for classes of words (Brown et al. 1992) and for the teacher's trees: the two "
  "treebanks' train parts; The World Factbook\n"
  "  (public domain); KnowledgeNet, folds 1 and 2 (CC BY-SA 4.0, Mesquita et al. 2019); Re-DocRED "
  "and wikigold, as above; GAP, development\n"
  "  part (Apache 2.0, Webster et al. 2018); re3d (Open Government Licence v3, CC BY, CC BY-SA by "
  "source, Dstl); CaRB, development part\n"
  "  (MIT licence, Bhardwaj et al. 2019); WordNet's glosses and examples.\n"
  "- The tables of names in src/lexicon, as features; their sources and licences stand there.\n"
  "\n"
  "Weights made of CC BY-SA corpora are shared under CC BY-SA 4.0, with the attributions above; "
  "the program is under its own licence.\n";

typedef struct writing {
  char *text;
  size_t size, room;
} writing;

static bool put(writing *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool put(writing *w, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  const int n = vsnprintf(w->text + w->size, w->room - w->size, format, arguments);
  va_end(arguments);
  if (n < 0 || (size_t)n >= w->room - w->size)
    return false;
  w->size += (size_t)n;
  return true;
}

static bool put_scores(writing *w, const char *title, const act_scores *s)
{
  const uint32_t numbers[] = { s->upos,    s->xpos,       s->uas,        s->las,       s->las_plain,
                               s->name_f1, s->type_f1[0], s->type_f1[1], s->type_f1[2] };
  bool good = put(w, "| %s |", title);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    good = good && put(w, " %u.%02u |", (unsigned)(numbers[i] / 100), (unsigned)(numbers[i] % 100));
  return good && put(w, "\n");
}

actant_status act_card_make(const act_card *card, char **out, actant_error *err)
{
  enum { ROOM = 16384 };
  writing w = { malloc(ROOM), 0, ROOM };
  if (!w.text)
    return act_fail_memory(err, stage);
  bool good = put(&w,
                  "%s## How it was made\n\n    actant-train all --corpora FOLDER --seed %u%s -o "
                  "src/models/english.model --card src/models/CARD.md\n\n",
                  head,
                  (unsigned)card->seed,
                  card->silver_words ? " --silver FILE" : "");
  good = good &&
         put(&w,
             "%zu sentences and %zu words of trees; epochs: tagger %u, parser %u, names %u. Trees "
             "that a teacher made of raw text, for the parser: %zu words.\n",
             card->sentences,
             card->words,
             (unsigned)card->tagger_epochs,
             (unsigned)card->parser_epochs,
             (unsigned)card->names_epochs,
             card->silver_words);
  good =
    good &&
    put(&w,
        "\n## Scores\n\nOn gold tokens, predicted tags; percent. Names: F1 of exact spans; those "
        "of GUM are made of its entities.\n\n"
        "| set | UPOS | XPOS | UAS | LAS | LAS, plain | names | people | places | organisations |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n");
  for (size_t i = 0; i < card->set_count; i++)
    good = good && put_scores(&w, card->sets[i].title, &card->sets[i].scores);
  good = good && put(&w, "%s", corpora);
  if (!good) {
    free(w.text);
    return act_fail(err, ACTANT_LIMIT, stage, "the card is too long");
  }
  *out = w.text;
  return ACTANT_OK;
}
