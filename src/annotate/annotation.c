/* SPDX-License-Identifier: MIT */
/* Trees are arrays of first child and next sibling, so that no walk needs recursion. */
#include "annotate/annotation.h"

void act_annotation_free(act_annotation *annotation)
{
  act_strings_free(&annotation->strings);
  act_array_free(&annotation->tokens);
  act_array_free(&annotation->sentences);
}

/* Widen each ancestor's extent by each token; stops at the first ancestor that already covers it.
 */
static void widen(const act_annotation *a, const act_tree *tree, uint32_t token)
{
  for (uint32_t at = a->tokens.data[token].head; at != ACT_ROOT; at = a->tokens.data[at].head) {
    uint32_t i = at - tree->base;
    if (tree->begin[i] <= token && token < tree->last[i])
      return;
    if (token < tree->begin[i])
      tree->begin[i] = token;
    if (token >= tree->last[i])
      tree->last[i] = token + 1;
  }
}

void act_tree_fill(const act_annotation *annotation, const act_sentence *sentence, act_tree *tree)
{
  const uint32_t n = sentence->end - sentence->first;
  tree->base = sentence->first;
  for (uint32_t i = 0; i < n; i++) {
    tree->first[i] = tree->next[i] = ACT_NO_TOKEN;
    tree->begin[i] = sentence->first + i;
    tree->last[i] = sentence->first + i + 1;
  }
  for (uint32_t i = n; i-- > 0;) {
    uint32_t head = annotation->tokens.data[sentence->first + i].head;
    if (head == ACT_ROOT)
      continue;
    tree->next[i] = tree->first[head - tree->base];
    tree->first[head - tree->base] = sentence->first + i;
  }
  for (uint32_t i = 0; i < n; i++)
    widen(annotation, tree, sentence->first + i);
}

bool act_tree_build(const act_annotation *annotation,
                    const act_sentence *sentence,
                    act_arena *arena,
                    act_tree *out)
{
  const size_t n = sentence->end - sentence->first;
  uint32_t *cells = act_arena_zalloc(arena, n, 4 * sizeof *cells);
  if (!cells)
    return false;
  *out =
    (act_tree){ .first = cells, .next = cells + n, .last = cells + 2 * n, .begin = cells + 3 * n };
  act_tree_fill(annotation, sentence, out);
  return true;
}
