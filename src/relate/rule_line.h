/* SPDX-License-Identifier: MIT */
/** @file rule_line.h  One line of a rule file, cut into pieces; what rules.c builds patterns of. */
#ifndef ACT_RELATE_RULE_LINE_H
#define ACT_RELATE_RULE_LINE_H

#include "relate/vocabulary.h"

/* Longer lines are an error: a pattern over a clause has no more pieces, and a bound keeps a bad
 * file from costing memory. */
enum { ACT_RULE_PIECES = 48, ACT_RULE_PARTS = 6 };
#define ACT_RULE_PARTS_TEXT "6"

typedef struct act_rule_piece {
  act_text text;
  uint32_t column; /* 1-based */
} act_rule_piece;

typedef struct act_rule_line {
  act_vocabulary *vocabulary;
  const char *file;
  uint32_t number;
  uint32_t relation;                      /* of the section, or UINT32_MAX */
  act_text text;                          /* without its end */
  char example;                           /* '+' or '-', or 0 */
  act_rule_piece pieces[ACT_RULE_PIECES]; /* of the pattern, in front of ';' */
  size_t count;
  const char *options; /* behind ';', or NULL */
  uint32_t end_column;
} act_rule_line;

/** ACTANT_RULES with the line's file, number and the column. */
actant_status act_rule_fail(const act_rule_line *line,
                            uint32_t column,
                            actant_error *err,
                            const char *format,
                            ...) __attribute__((format(printf, 4, 5)));

/** Cut the next line into pieces; keeps file, number and relation. */
actant_status act_rule_line_cut(act_rule_line *line,
                                act_text text,
                                actant_error *err) ACTANT_MUST_CHECK;
/** Read "a|b|@set" into vocabulary->numbers, sorted and without doubles. */
actant_status act_rule_words(const act_rule_line *line,
                             const act_rule_piece *piece,
                             uint32_t *first,
                             uint32_t *count,
                             actant_error *err) ACTANT_MUST_CHECK;
/** Read "with|to" as further roles of a part. */
actant_status act_rule_prepositions(const act_rule_line *line,
                                    const act_rule_piece *piece,
                                    act_rule_part *part,
                                    actant_error *err) ACTANT_MUST_CHECK;
/** Whether every alternative of a piece is a word of an engine set as read so far. */
bool act_rule_all_in(const act_vocabulary *v, act_text text, act_engine_set set);
/** Read what follows ';' into a rule. */
actant_status act_rule_options(const act_rule_line *line,
                               act_rule *rule,
                               actant_error *err) ACTANT_MUST_CHECK;
/** Name a rule after its relation and first trigger. */
actant_status act_rule_name(const act_rule_line *line,
                            uint32_t trigger,
                            uint32_t count,
                            act_rule *rule,
                            actant_error *err) ACTANT_MUST_CHECK;
/** Read a `relation` line: a section, or a new relation. */
actant_status act_rule_relation(act_rule_line *line, actant_error *err) ACTANT_MUST_CHECK;
actant_status act_rule_keep_example(const act_rule_line *line, actant_error *err) ACTANT_MUST_CHECK;
/** The name of an engine set in rule files, such as "@group". */
const char *act_engine_set_name(act_engine_set set);

#endif
