/* SPDX-License-Identifier: MIT */
/**
   @file tagset.h  The closed sets of tags: universal parts of speech, the Penn Treebank's tags as
   English UD treebanks have them, and UD dependency relations with English subtypes.  The order is
   part of the model file's format: append only.
*/
#ifndef ACT_ANNOTATE_TAGSET_H
#define ACT_ANNOTATE_TAGSET_H

#include <stddef.h>
#include <stdint.h>

/* X-macro lists: name, text. */
#define ACT_UPOS_LIST(ENTRY)                                                                       \
  ENTRY(NONE, "_")                                                                                 \
  ENTRY(ADJ, "ADJ")                                                                                \
  ENTRY(ADP, "ADP")                                                                                \
  ENTRY(ADV, "ADV")                                                                                \
  ENTRY(AUX, "AUX")                                                                                \
  ENTRY(CCONJ, "CCONJ")                                                                            \
  ENTRY(DET, "DET")                                                                                \
  ENTRY(INTJ, "INTJ")                                                                              \
  ENTRY(NOUN, "NOUN")                                                                              \
  ENTRY(NUM, "NUM")                                                                                \
  ENTRY(PART, "PART")                                                                              \
  ENTRY(PRON, "PRON")                                                                              \
  ENTRY(PROPN, "PROPN")                                                                            \
  ENTRY(PUNCT, "PUNCT")                                                                            \
  ENTRY(SCONJ, "SCONJ")                                                                            \
  ENTRY(SYM, "SYM")                                                                                \
  ENTRY(VERB, "VERB")                                                                              \
  ENTRY(X, "X")

#define ACT_X(id, text) ACT_UPOS_##id,
typedef enum act_upos { ACT_UPOS_LIST(ACT_X) ACT_UPOS_COUNT } act_upos;
#undef ACT_X

/* X-macro lists: name, text. */
#define ACT_XPOS_LIST(ENTRY)                                                                       \
  ENTRY(NONE, "_")                                                                                 \
  ENTRY(DOLLAR, "$")                                                                               \
  ENTRY(CLOSE_QUOTE, "''")                                                                         \
  ENTRY(COMMA, ",")                                                                                \
  ENTRY(LRB, "-LRB-")                                                                              \
  ENTRY(RRB, "-RRB-")                                                                              \
  ENTRY(PERIOD, ".")                                                                               \
  ENTRY(COLON, ":")                                                                                \
  ENTRY(ADD, "ADD")                                                                                \
  ENTRY(AFX, "AFX")                                                                                \
  ENTRY(CC, "CC")                                                                                  \
  ENTRY(CD, "CD")                                                                                  \
  ENTRY(DT, "DT")                                                                                  \
  ENTRY(EX, "EX")                                                                                  \
  ENTRY(FW, "FW")                                                                                  \
  ENTRY(GW, "GW")                                                                                  \
  ENTRY(HYPH, "HYPH")                                                                              \
  ENTRY(IN, "IN")                                                                                  \
  ENTRY(JJ, "JJ")                                                                                  \
  ENTRY(JJR, "JJR")                                                                                \
  ENTRY(JJS, "JJS")                                                                                \
  ENTRY(LS, "LS")                                                                                  \
  ENTRY(MD, "MD")                                                                                  \
  ENTRY(NFP, "NFP")                                                                                \
  ENTRY(NN, "NN")                                                                                  \
  ENTRY(NNP, "NNP")                                                                                \
  ENTRY(NNPS, "NNPS")                                                                              \
  ENTRY(NNS, "NNS")                                                                                \
  ENTRY(PDT, "PDT")                                                                                \
  ENTRY(POS, "POS")                                                                                \
  ENTRY(PRP, "PRP")                                                                                \
  ENTRY(PRP_POSS, "PRP$")                                                                          \
  ENTRY(RB, "RB")                                                                                  \
  ENTRY(RBR, "RBR")                                                                                \
  ENTRY(RBS, "RBS")                                                                                \
  ENTRY(RP, "RP")                                                                                  \
  ENTRY(SYM, "SYM")                                                                                \
  ENTRY(TO, "TO")                                                                                  \
  ENTRY(UH, "UH")                                                                                  \
  ENTRY(VB, "VB")                                                                                  \
  ENTRY(VBD, "VBD")                                                                                \
  ENTRY(VBG, "VBG")                                                                                \
  ENTRY(VBN, "VBN")                                                                                \
  ENTRY(VBP, "VBP")                                                                                \
  ENTRY(VBZ, "VBZ")                                                                                \
  ENTRY(WDT, "WDT")                                                                                \
  ENTRY(WP, "WP")                                                                                  \
  ENTRY(WP_POSS, "WP$")                                                                            \
  ENTRY(WRB, "WRB")                                                                                \
  ENTRY(OPEN_QUOTE, "``")

#define ACT_X(id, text) ACT_XPOS_##id,
typedef enum act_xpos { ACT_XPOS_LIST(ACT_X) ACT_XPOS_COUNT } act_xpos;
#undef ACT_X

/* X-macro lists: name, text. */
#define ACT_DEP_LIST(ENTRY)                                                                        \
  ENTRY(NONE, "_")                                                                                 \
  ENTRY(ACL, "acl")                                                                                \
  ENTRY(ACL_RELCL, "acl:relcl")                                                                    \
  ENTRY(ADVCL, "advcl")                                                                            \
  ENTRY(ADVCL_RELCL, "advcl:relcl")                                                                \
  ENTRY(ADVMOD, "advmod")                                                                          \
  ENTRY(AMOD, "amod")                                                                              \
  ENTRY(APPOS, "appos")                                                                            \
  ENTRY(AUX, "aux")                                                                                \
  ENTRY(AUX_PASS, "aux:pass")                                                                      \
  ENTRY(CASE, "case")                                                                              \
  ENTRY(CC, "cc")                                                                                  \
  ENTRY(CC_PRECONJ, "cc:preconj")                                                                  \
  ENTRY(CCOMP, "ccomp")                                                                            \
  ENTRY(COMPOUND, "compound")                                                                      \
  ENTRY(COMPOUND_PRT, "compound:prt")                                                              \
  ENTRY(CONJ, "conj")                                                                              \
  ENTRY(COP, "cop")                                                                                \
  ENTRY(CSUBJ, "csubj")                                                                            \
  ENTRY(CSUBJ_OUTER, "csubj:outer")                                                                \
  ENTRY(CSUBJ_PASS, "csubj:pass")                                                                  \
  ENTRY(DEP, "dep")                                                                                \
  ENTRY(DET, "det")                                                                                \
  ENTRY(DET_PREDET, "det:predet")                                                                  \
  ENTRY(DISCOURSE, "discourse")                                                                    \
  ENTRY(DISLOCATED, "dislocated")                                                                  \
  ENTRY(EXPL, "expl")                                                                              \
  ENTRY(FIXED, "fixed")                                                                            \
  ENTRY(FLAT, "flat")                                                                              \
  ENTRY(GOESWITH, "goeswith")                                                                      \
  ENTRY(IOBJ, "iobj")                                                                              \
  ENTRY(LIST, "list")                                                                              \
  ENTRY(MARK, "mark")                                                                              \
  ENTRY(NMOD, "nmod")                                                                              \
  ENTRY(NMOD_DESC, "nmod:desc")                                                                    \
  ENTRY(NMOD_POSS, "nmod:poss")                                                                    \
  ENTRY(NMOD_UNMARKED, "nmod:unmarked")                                                            \
  ENTRY(NSUBJ, "nsubj")                                                                            \
  ENTRY(NSUBJ_OUTER, "nsubj:outer")                                                                \
  ENTRY(NSUBJ_PASS, "nsubj:pass")                                                                  \
  ENTRY(NUMMOD, "nummod")                                                                          \
  ENTRY(OBJ, "obj")                                                                                \
  ENTRY(OBL, "obl")                                                                                \
  ENTRY(OBL_AGENT, "obl:agent")                                                                    \
  ENTRY(OBL_UNMARKED, "obl:unmarked")                                                              \
  ENTRY(ORPHAN, "orphan")                                                                          \
  ENTRY(PARATAXIS, "parataxis")                                                                    \
  ENTRY(PUNCT, "punct")                                                                            \
  ENTRY(REPARANDUM, "reparandum")                                                                  \
  ENTRY(ROOT, "root")                                                                              \
  ENTRY(VOCATIVE, "vocative")                                                                      \
  ENTRY(XCOMP, "xcomp")

#define ACT_X(id, text) ACT_DEP_##id,
typedef enum act_deprel { ACT_DEP_LIST(ACT_X) ACT_DEP_COUNT } act_deprel;
#undef ACT_X

const char *act_upos_text(uint8_t upos);
const char *act_xpos_text(uint8_t xpos);
const char *act_deprel_text(uint8_t deprel);

/** The tag of a text; the NONE of its set (0) when it has none.  An unknown subtype of a relation
 * gives the plain relation. */
uint8_t act_upos_find(const char *text);
uint8_t act_xpos_find(const char *text);
uint8_t act_deprel_find(const char *text);

/** The relation without its subtype: nsubj for nsubj:pass. */
uint8_t act_deprel_plain(uint8_t deprel);

#endif
