/* SPDX-License-Identifier: MIT */
/** @file json_strings.h  The strings of a JSON file, whatever its structure. */
#ifndef ACT_TRAIN_JSON_STRINGS_H
#define ACT_TRAIN_JSON_STRINGS_H

#include "base/strings.h"

/** Told of each string that is a value, with the key that came last before it; and of each end of a
 * list, with `value.bytes` NULL.  False stops. */
typedef bool (*act_json_take)(void *context, act_text key, act_text value);

/** Read all strings in order.  False when `take` said so, or memory ran out.  What is no JSON gives
 * what strings it has. */
bool act_json_strings(act_text file, act_json_take take, void *context)
  __attribute__((warn_unused_result));

#endif
