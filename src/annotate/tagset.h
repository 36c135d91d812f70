/* SPDX-License-Identifier: MIT */
/**
   @file tagset.h  The closed sets of tags: universal parts of speech, the Penn Treebank's tags as English UD treebanks have them, and
   UD dependency relations with English subtypes.  The order is part of the model file's format: append only.
*/
#ifndef ACT_ANNOTATE_TAGSET_H
#define ACT_ANNOTATE_TAGSET_H

#include <stddef.h>
#include <stdint.h>

/* X-macro lists: name, text. */
#define ACT_UPOS_LIST(X) \
  X(NONE, "_") \
  X(ADJ, "ADJ") \
  X(ADP, "ADP") \
  X(ADV, "ADV") \
  X(AUX, "AUX") \
  X(CCONJ, "CCONJ") \
  X(DET, "DET") \
  X(INTJ, "INTJ") \
  X(NOUN, "NOUN") \
  X(NUM, "NUM") \
  X(PART, "PART") \
  X(PRON, "PRON") \
  X(PROPN, "PROPN") \
  X(PUNCT, "PUNCT") \
  X(SCONJ, "SCONJ") \
  X(SYM, "SYM") \
  X(VERB, "VERB") \
  X(X, "X")

#define ACT_X(id, text) ACT_UPOS_##id,
typedef enum act_upos { ACT_UPOS_LIST(ACT_X) ACT_UPOS_COUNT } act_upos;
#undef ACT_X

/* X-macro lists: name, text. */
#define ACT_XPOS_LIST(X) \
  X(NONE, "_") \
  X(DOLLAR, "$") \
  X(CLOSE_QUOTE, "''") \
  X(COMMA, ",") \
  X(LRB, "-LRB-") \
  X(RRB, "-RRB-") \
  X(PERIOD, ".") \
  X(COLON, ":") \
  X(ADD, "ADD") \
  X(AFX, "AFX") \
  X(CC, "CC") \
  X(CD, "CD") \
  X(DT, "DT") \
  X(EX, "EX") \
  X(FW, "FW") \
  X(GW, "GW") \
  X(HYPH, "HYPH") \
  X(IN, "IN") \
  X(JJ, "JJ") \
  X(JJR, "JJR") \
  X(JJS, "JJS") \
  X(LS, "LS") \
  X(MD, "MD") \
  X(NFP, "NFP") \
  X(NN, "NN") \
  X(NNP, "NNP") \
  X(NNPS, "NNPS") \
  X(NNS, "NNS") \
  X(PDT, "PDT") \
  X(POS, "POS") \
  X(PRP, "PRP") \
  X(PRP_POSS, "PRP$") \
  X(RB, "RB") \
  X(RBR, "RBR") \
  X(RBS, "RBS") \
  X(RP, "RP") \
  X(SYM, "SYM") \
  X(TO, "TO") \
  X(UH, "UH") \
  X(VB, "VB") \
  X(VBD, "VBD") \
  X(VBG, "VBG") \
  X(VBN, "VBN") \
  X(VBP, "VBP") \
  X(VBZ, "VBZ") \
  X(WDT, "WDT") \
  X(WP, "WP") \
  X(WP_POSS, "WP$") \
  X(WRB, "WRB") \
  X(OPEN_QUOTE, "``")

#define ACT_X(id, text) ACT_XPOS_##id,
typedef enum act_xpos { ACT_XPOS_LIST(ACT_X) ACT_XPOS_COUNT } act_xpos;
#undef ACT_X

/* X-macro lists: name, text. */
#define ACT_DEP_LIST(X) \
  X(NONE, "_") \
  X(ACL, "acl") \
  X(ACL_RELCL, "acl:relcl") \
  X(ADVCL, "advcl") \
  X(ADVCL_RELCL, "advcl:relcl") \
  X(ADVMOD, "advmod") \
  X(AMOD, "amod") \
  X(APPOS, "appos") \
  X(AUX, "aux") \
  X(AUX_PASS, "aux:pass") \
  X(CASE, "case") \
  X(CC, "cc") \
  X(CC_PRECONJ, "cc:preconj") \
  X(CCOMP, "ccomp") \
  X(COMPOUND, "compound") \
  X(COMPOUND_PRT, "compound:prt") \
  X(CONJ, "conj") \
  X(COP, "cop") \
  X(CSUBJ, "csubj") \
  X(CSUBJ_OUTER, "csubj:outer") \
  X(CSUBJ_PASS, "csubj:pass") \
  X(DEP, "dep") \
  X(DET, "det") \
  X(DET_PREDET, "det:predet") \
  X(DISCOURSE, "discourse") \
  X(DISLOCATED, "dislocated") \
  X(EXPL, "expl") \
  X(FIXED, "fixed") \
  X(FLAT, "flat") \
  X(GOESWITH, "goeswith") \
  X(IOBJ, "iobj") \
  X(LIST, "list") \
  X(MARK, "mark") \
  X(NMOD, "nmod") \
  X(NMOD_DESC, "nmod:desc") \
  X(NMOD_POSS, "nmod:poss") \
  X(NMOD_UNMARKED, "nmod:unmarked") \
  X(NSUBJ, "nsubj") \
  X(NSUBJ_OUTER, "nsubj:outer") \
  X(NSUBJ_PASS, "nsubj:pass") \
  X(NUMMOD, "nummod") \
  X(OBJ, "obj") \
  X(OBL, "obl") \
  X(OBL_AGENT, "obl:agent") \
  X(OBL_UNMARKED, "obl:unmarked") \
  X(ORPHAN, "orphan") \
  X(PARATAXIS, "parataxis") \
  X(PUNCT, "punct") \
  X(REPARANDUM, "reparandum") \
  X(ROOT, "root") \
  X(VOCATIVE, "vocative") \
  X(XCOMP, "xcomp")

#define ACT_X(id, text) ACT_DEP_##id,
typedef enum act_deprel { ACT_DEP_LIST(ACT_X) ACT_DEP_COUNT } act_deprel;
#undef ACT_X

const char *act_upos_text(uint8_t upos);
const char *act_xpos_text(uint8_t xpos);
const char *act_deprel_text(uint8_t deprel);

/** The tag of a text; the NONE of its set (0) when it has none.  An unknown subtype of a relation gives the plain relation. */
uint8_t act_upos_find(const char *text);
uint8_t act_xpos_find(const char *text);
uint8_t act_deprel_find(const char *text);

/** The relation without its subtype: nsubj for nsubj:pass. */
uint8_t act_deprel_plain(uint8_t deprel);

#endif
