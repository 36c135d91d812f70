/* SPDX-License-Identifier: MIT */
/* What the parser looks at, after Zhang and Nivre (2011): the words and tags on top of the stack
   and in front of the buffer, their outermost children, how many and which children they have, and
   how far apart they are. */
#include "annotate/transitions.h"

/* Values of a node, ready to be hashed: its word, tag, both, and relation. */
typedef struct view {
  uint64_t w, p, wp, l, c;
} view;

static view look(const act_state *s, uint32_t node)
{
  if (node == ACT_NO_NODE)
    return (view){ 0, 0, 0, 0, 0 };
  if (node == s->count)
    return (view){ 2, 99, act_both(99, 2), 0, 0 };
  const act_word *word = &s->words->words.data[node];
  const uint64_t w = word->type->hash, p = word->tag + UINT64_C(1);
  return (view){ w, p, act_both(p, w), s->nodes[node].label, word->type->cluster };
}

static uint32_t on_stack(const act_state *s, uint32_t down)
{
  return down < s->depth ? s->stack[s->depth - 1 - down] : ACT_NO_NODE;
}

static uint32_t in_buffer(const act_state *s, uint32_t ahead)
{
  const uint32_t node = s->next + ahead;
  return node < s->count || (node == s->count && ahead == 0) ? node : ACT_NO_NODE;
}

static uint64_t distance(uint32_t from, uint32_t to)
{
  if (from == ACT_NO_NODE || to == ACT_NO_NODE)
    return 0;
  const uint32_t d = to - from;
  return d < 5 ? d : d < 10 ? 5 : 6;
}

/* The pieces of a state that templates are made of. */
typedef struct pieces {
  const act_node *n0, *n1, *nb;
  view s0, s1, s2, b0, b1, b2, b3;
  view s0l, s0l2, s0r, s0r2, s1l, s1r, s1r2, b0l, b0l2;
  uint64_t near, far; /* distances of s0 to b0 and of s1 to s0 */
} pieces;

static const act_node nothing = { .left = { ACT_NO_NODE, ACT_NO_NODE },
                                  .right = { ACT_NO_NODE, ACT_NO_NODE } };

static void gather(const act_state *s, pieces *p)
{
  const uint32_t s0 = on_stack(s, 0), s1 = on_stack(s, 1), b0 = in_buffer(s, 0);
  p->n0 = s0 == ACT_NO_NODE ? &nothing : &s->nodes[s0];
  p->n1 = s1 == ACT_NO_NODE ? &nothing : &s->nodes[s1];
  p->nb = b0 == ACT_NO_NODE ? &nothing : &s->nodes[b0];
  p->s0 = look(s, s0);
  p->s1 = look(s, s1);
  p->s2 = look(s, on_stack(s, 2));
  p->b0 = look(s, b0);
  p->b1 = look(s, in_buffer(s, 1));
  p->b2 = look(s, in_buffer(s, 2));
  p->b3 = look(s, in_buffer(s, 3));
  p->s0l = look(s, p->n0->left[0]);
  p->s0l2 = look(s, p->n0->left[1]);
  p->s0r = look(s, p->n0->right[0]);
  p->s0r2 = look(s, p->n0->right[1]);
  p->s1l = look(s, p->n1->left[0]);
  p->s1r = look(s, p->n1->right[0]);
  p->s1r2 = look(s, p->n1->right[1]);
  p->b0l = look(s, p->nb->left[0]);
  p->b0l2 = look(s, p->nb->left[1]);
  p->near = distance(s0, b0);
  p->far = distance(s1, s0);
}

#define F(number, a, b) out[n++] = act_feature((number), (a), (b))

static size_t single_words(const pieces *p, uint64_t *out)
{
  size_t n = 0;
  F(1, p->s0.w, 0);
  F(2, p->s0.p, 0);
  F(3, p->s0.wp, 0);
  F(4, p->b0.w, 0);
  F(5, p->b0.p, 0);
  F(6, p->b0.wp, 0);
  F(7, p->b1.w, 0);
  F(8, p->b1.p, 0);
  F(9, p->b1.wp, 0);
  F(10, p->b2.w, 0);
  F(11, p->b2.p, 0);
  F(12, p->b2.wp, 0);
  F(13, p->s1.w, 0);
  F(14, p->s1.p, 0);
  F(15, p->s1.wp, 0);
  F(16, p->s2.p, 0);
  F(17, p->s2.wp, 0);
  F(18, p->b3.p, 0);
  return n;
}

static size_t pairs(const pieces *p, uint64_t *out)
{
  size_t n = 0;
  F(20, p->s0.w, p->b0.w);
  F(21, p->s0.wp, p->b0.wp);
  F(22, p->s0.wp, p->b0.p);
  F(23, p->s0.p, p->b0.wp);
  F(24, p->s0.p, p->b0.p);
  F(25, p->s0.w, p->b0.p);
  F(26, p->s0.p, p->b0.w);
  F(27, p->b0.p, p->b1.p);
  F(28, p->b0.w, p->b1.w);
  F(29, p->b0.p, p->b1.w);
  F(30, p->b0.w, p->b1.p);
  F(31, p->s1.p, p->s0.p);
  F(32, p->s1.w, p->s0.w);
  F(33, p->s1.w, p->s0.p);
  F(34, p->s1.p, p->s0.w);
  F(35, p->s1.p, p->b0.p);
  F(36, p->s1.w, p->b0.w);
  F(37, p->s1.w, p->b0.p);
  F(38, p->s1.p, p->b0.w);
  F(39, p->s0.w, p->b1.p);
  return n;
}

static size_t triples(const pieces *p, uint64_t *out)
{
  size_t n = 0;
  F(40, act_both(p->s0.p, p->b0.p), p->b1.p);
  F(41, act_both(p->b0.p, p->b1.p), p->b2.p);
  F(42, act_both(p->s1.p, p->s0.p), p->b0.p);
  F(43, act_both(p->s2.p, p->s1.p), p->s0.p);
  F(44, act_both(p->s0.p, p->s0l.p), p->b0.p);
  F(45, act_both(p->s0.p, p->s0r.p), p->b0.p);
  F(46, act_both(p->s0.p, p->b0l.p), p->b0.p);
  F(47, act_both(p->s1.p, p->s0l.p), p->s0.p);
  F(48, act_both(p->s1.p, p->s0r.p), p->s0.p);
  F(49, act_both(p->s1.p, p->s1r.p), p->s0.p);
  F(50, act_both(p->s1.p, p->s1l.p), p->s0.p);
  F(51, act_both(p->s0.p, p->b1.p), p->b0.w);
  F(52, act_both(p->s0.p, p->b0.p), p->s1.w);
  F(53, act_both(p->s1.p, p->b0.p), p->s0.w);
  F(54, act_both(p->s1.p, p->s0.p), p->b0.w);
  F(55, act_both(p->s0.p, p->b0.p), p->b1.w);
  F(56, act_both(act_both(p->s1.p, p->s0.p), p->b0.p), act_both(p->b1.p, 0));
  F(57, p->s0.w, p->b0.w ^ p->s1.w << 32);
  F(58, p->s0r.w, act_both(p->s0.p, p->b0.p));
  F(59, p->s0l.w, act_both(p->s0.p, p->b0.p));
  return n;
}

static size_t distances(const pieces *p, uint64_t *out)
{
  const view *s0 = &p->s0, *s1 = &p->s1, *b0 = &p->b0;
  size_t n = 0;
  F(60, s0->w, p->near);
  F(61, s0->p, p->near);
  F(62, b0->w, p->near);
  F(63, b0->p, p->near);
  F(64, act_both(s0->p, b0->p), p->near);
  F(65, s0->w ^ b0->w << 32, p->near);
  F(66, act_both(s1->p, s0->p), p->far);
  F(67, act_both(s1->p, b0->p), act_both(p->far, p->near));
  F(68, s0->w, act_both(s0->p, p->n0->left_count));
  F(69, s0->p, p->n0->left_count);
  F(70, s0->w, p->n0->right_count + 8u);
  F(71, s0->p, p->n0->right_count + 8u);
  F(72, b0->w, p->nb->left_count + 16u);
  F(73, b0->p, p->nb->left_count + 16u);
  F(74, s1->p, p->n1->right_count + 24u);
  F(75, act_both(s0->p, p->n0->right_count), act_both(b0->p, p->nb->left_count));
  return n;
}

static size_t children(const pieces *p, uint64_t *out)
{
  size_t n = 0;
  F(80, p->s0l.w, 0);
  F(81, p->s0l.p, 0);
  F(82, p->s0l.l, p->s0.p);
  F(83, p->s0r.w, 0);
  F(84, p->s0r.p, 0);
  F(85, p->s0r.l, p->s0.p);
  F(86, p->b0l.w, 0);
  F(87, p->b0l.p, 0);
  F(88, p->b0l.l, p->b0.p);
  F(89, p->s0l2.p, p->s0.p);
  F(90, p->s0r2.p, p->s0.p);
  F(91, p->b0l2.p, p->b0.p);
  F(92, p->s1r.p, p->s1r.l);
  F(93, p->s1r.w, p->s0.p);
  F(94, act_both(p->s1r.l, p->s1.p), p->s0.p);
  F(95, act_both(p->s0l.p, p->s0l2.p), p->s0.p);
  F(96, act_both(p->s0r.p, p->s0r2.p), p->s0.p);
  F(97, act_both(p->b0l.p, p->b0l2.p), p->b0.p);
  F(98, p->n0->left_labels, p->s0.p);
  F(99, p->n0->right_labels, p->s0.p);
  F(100, p->nb->left_labels, p->b0.p);
  F(101, p->n0->left_labels, p->s0.w);
  F(102, p->n0->right_labels, p->s0.w);
  F(103, p->n1->right_labels, p->s1.w);
  F(104, p->n1->right_labels, act_both(p->s1.p, p->s0.p));
  return n;
}

static size_t clusters(const pieces *p, uint64_t *out)
{
  size_t n = 0;
  F(110, act_cluster_cut(p->s0.c, 12), act_cluster_cut(p->b0.c, 12));
  F(111, act_cluster_cut(p->s1.c, 12), act_cluster_cut(p->s0.c, 12));
  F(112, act_cluster_cut(p->s0.c, 6), p->b0.p);
  F(113, p->s0.p, act_cluster_cut(p->b0.c, 6));
  F(114, p->s0.c, 0);
  F(115, p->b0.c, 0);
  F(116, p->b1.c, 0);
  return n;
}

size_t act_parse_features(const act_state *state, uint64_t out[ACT_PARSE_TEMPLATES])
{
  pieces p;
  gather(state, &p);
  size_t n = single_words(&p, out);
  n += pairs(&p, out + n);
  n += triples(&p, out + n);
  n += distances(&p, out + n);
  n += children(&p, out + n);
  if (state->words->clusters)
    n += clusters(&p, out + n);
  return n;
}
