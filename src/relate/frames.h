/* SPDX-License-Identifier: MIT */
/** @file frames.h  What the builders of frames share: prepositions, relative pronouns, hyphens. */
#ifndef ACT_RELATE_FRAMES_H
#define ACT_RELATE_FRAMES_H

#include "relate/relating.h"

enum { ACT_SURE = 1000 };

bool act_is_relative_pronoun(const act_relating *g, uint32_t token);
/** The noun that a relative pronoun of this verb stands for, or the token itself. */
uint32_t act_unrelative(const act_relating *g, uint32_t verb, uint32_t token);
/** Whether resolving knows whom a token means. */
bool act_stands_for_someone(const act_relating *g, uint32_t token);
bool act_has_case(const act_relating *g, uint32_t token, const char *word);
/** Whether a verb is an infinitive with "to". */
bool act_has_to(const act_relating *g, uint32_t verb);
/** "together with Y", "along with Y": Y takes part as the subject does. */
bool act_is_companion(const act_relating *g, uint32_t argument);
void act_frame_particle(act_frame *frame, uint32_t word);
/** Add an argument under each of its prepositions. */
void act_frame_prepositions(const act_relating *g,
                            uint32_t token,
                            uint32_t child,
                            unsigned quality,
                            act_frame *out);
/** "Xland-backed rebels", "a Yville-based firm": the name in front of the hyphen acts, or is the
 * place. */
void act_frame_hyphenated(const act_relating *g, uint32_t verb, act_frame *out);

bool act_frame_noun(const act_relating *g, uint32_t token, act_frame *out);
bool act_frame_verb(const act_relating *g, uint32_t verb, act_frame *out);
bool act_frame_be(const act_relating *g, uint32_t token, act_frame *out);

#endif
