/* SPDX-License-Identifier: MIT */
/* A note is called by its node's name, since that is what Obsidian shows.  Signs that Windows,
   macOS or Linux do not have in names of files, and those that mean something in a link or in
   Markdown
   ("#", "^", "[", "_"), become "-"; a name that Windows keeps for a device, or that is nothing but
   dots, gets "_" behind.  Two names that differ in case, in composed and decomposed letters or in
   invisible signs alone are one file on some systems: the later is numbered. */
#include "write/note_names.h"

#include "base/utf8.h"
#include "write/tooltip.h"

#include <string.h>
#include <utf8proc.h>

static const char stage[] = "write";

enum { MOST_BYTES = 120 }; /* of 255 that file systems have, and 143 of encrypted ones */

static bool is_device(const char *name, size_t size)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  size_t stem = 0;
  while (stem < size && name[stem] != '.')
    stem++;
  for (size_t i = 0; i < 6; i++) {
    size_t same = 0;
    while (same < 3 && same < stem && (name[same] | 32) == devices[i][same])
      same++;
    if (same == 3 && (i < 4 ? stem == 3 : stem == 4 && name[3] >= '0' && name[3] <= '9'))
      return true;
  }
  return false;
}

/* The node's name as a file may be called. */
static bool build_name(const act_node *node, act_buffer *out)
{
  const char *name = act_shown_name(node);
  size_t size = strlen(name), at = 0;
  out->count = 0;
  while (at < size) {
    size_t from = at;
    act_utf8_next(name, size, &at);
    if (out->count + (at - from) > MOST_BYTES)
      break;
    bool odd = strchr("*\"\\/<>:|?#^[]%`$_;", name[from]) || (from == 0 && name[from] == '.');
    if (!act_buffer_put(out, odd ? "-" : name + from, odd ? 1 : at - from))
      return false;
  }
  while (out->count && (out->data[out->count - 1] == '.' || out->data[out->count - 1] == ' '))
    out->count--;
  bool lacks = !out->count || is_device(out->data, out->count);
  return !lacks || act_buffer_put(out, "_", 1);
}

/* Whether a name is free; then it is taken. */
static bool take(act_note_names *names, const act_buffer *name, bool *taken)
{
  utf8proc_uint8_t *key = NULL;
  utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)name->data,
                                       (utf8proc_ssize_t)name->count,
                                       &key,
                                       UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  if (size < 0)
    return false;
  size_t before = names->taken.texts.count;
  bool ok = act_strings_add(&names->taken, (const char *)key, (size_t)size) != ACT_NO_STRING;
  *taken = names->taken.texts.count > before && size > 0;
  free(key);
  return ok;
}

static bool put_number(act_buffer *name, uint32_t number)
{
  char digits[12];
  size_t n = sizeof digits;
  for (; number; number /= 10)
    digits[--n] = (char)('0' + number % 10);
  digits[--n] = ' ';
  return act_buffer_put(name, digits + n, sizeof digits - n);
}

/* `next` has the number to try behind a name, by the name's hash: many may have the same. */
static bool add(act_note_names *names, const act_node *node, act_buffer *name, act_map *next)
{
  bool taken = false;
  if (!build_name(node, name))
    return false;
  size_t size = name->count;
  uint64_t hash = act_hash_bytes(name->data, size);
  uint32_t number = act_map_get(next, hash);
  for (number = number == ACT_NO_VALUE ? 1 : number; !taken; number++) {
    name->count = size;
    if ((number > 1 && !put_number(name, number)) || !take(names, name, &taken))
      return false;
  }
  return act_map_set(next, hash, number) &&
         act_strings_add(&names->names, name->data, name->count) != ACT_NO_STRING;
}

actant_status act_note_names_make(const actant_graph *graph, act_note_names *out, actant_error *err)
{
  act_note_names made = { .names = { .slots = NULL } };
  act_buffer name = { 0 };
  act_map next = { 0 };
  bool ok = act_strings_add(&made.names, "", 0) != ACT_NO_STRING &&
            act_strings_add(&made.taken, "", 0) != ACT_NO_STRING;
  for (size_t i = 0; ok && i < graph->nodes.count; i++)
    ok = add(&made, &graph->nodes.data[i], &name, &next);
  act_array_free(&name);
  act_map_free(&next);
  if (ok) {
    *out = made;
    return ACTANT_OK;
  }
  act_note_names_free(&made);
  return act_fail_memory(err, stage);
}

const char *act_note_name(const act_note_names *names, uint32_t node)
{
  return act_strings_get(&names->names, node + 1);
}

void act_note_names_free(act_note_names *names)
{
  act_strings_free(&names->names);
  act_strings_free(&names->taken);
}
