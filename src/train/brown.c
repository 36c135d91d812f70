/* SPDX-License-Identifier: MIT */
/*
  Brown et al. (1992), with the window of Liang (2005): the most frequent words are a class each;
  every further word comes in as one class more, and the two classes whose joining costs least of
  the mutual information of neighbours become one.  In the end the classes are joined to one, and
  the order of that is the tree.

  Mutual information is taken in whole numbers.  With g(n) = n log n it is, but for a constant, the
  sum of g(n[a][b]) over pairs of classes less that of g(left[a]) and of g(right[a]); g is a table
  of fixed point, so sums do not drift, and every machine makes the same classes.

  Joining x and y loses `loss`[x][y] = apart[x][y] + block(x, y): what they lose in the cells of
  third classes, and in the cells between them and in their sums.

  Invariants
  1. apart[x][y] is the sum over live c other than x and y of d(n[x][c], n[y][c]) and of
     d(n[c][x], n[c][y]), where d(p, q) = g(p) + g(q) - g(p + q) is 0 when p or q is.
  2. apart and loss are symmetric; rows and columns of slots that are not live are 0.
  3. So a word with few neighbours changes few rows, and no step looks at all pairs but to choose.
*/
#include "train/brown.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static const char stage[] = "train";
enum { TABLE = 1 << 16, FRACTION = 28 };

typedef struct brown {
  const act_brown_input *input;
  uint32_t room;   /* slots: one more than classes */
  uint32_t *n;     /* (room, room): how often the one class stands before the other */
  int64_t *apart;  /* (room, room) */
  int64_t *loss;   /* (room, room) */
  uint64_t *left;  /* (room): sums of rows of n */
  uint64_t *right; /* (room): sums of columns */
  bool *live;
  uint32_t *near; /* slots beside the one in work */
  size_t near_count;
  int64_t *table;     /* g of small numbers */
  uint32_t *slot_of;  /* by word: its slot when it is the root of a set, else unused */
  uint32_t *parent;   /* by word: sets of words that are one class */
  uint32_t *word_at;  /* by slot: the root of its set */
  size_t *first_left; /* by word: its first bigram as the left one */
  uint32_t *by_right; /* bigrams sorted by right, then left */
  size_t *first_right;
  ACT_ARRAY(uint32_t) merges; /* pairs of slots of the last phase: from, into */
} brown;

/* log2 in units of 2^-28, bit by bit: squaring a number between 1 and 2 doubles its logarithm. */
static int64_t log2_fixed(uint64_t n)
{
  uint32_t whole = 0;
  while (n >> (whole + 1))
    whole++;
  uint64_t x = whole > 31 ? n >> (whole - 31) : n << (31 - whole);
  int64_t out = whole;
  for (int i = 0; i < FRACTION + 1; i++) {
    x = x * x >> 31;
    out *= 2;
    if (x >> 32) {
      x >>= 1;
      out++;
    }
  }
  return (out + 1) / 2;
}

int64_t act_brown_weight(uint64_t n)
{
  return n ? (int64_t)n * log2_fixed(n) : 0;
}

/* Large numbers lie between two of the table: the logarithm is all but straight there. */
static int64_t weight(const brown *b, uint64_t n)
{
  if (n < TABLE)
    return b->table[n];
  uint32_t shift = 0;
  while (n >> shift >= TABLE)
    shift++;
  const uint64_t at = n >> shift, rest = n - (at << shift);
  const int64_t low = b->table[at] / (int64_t)at;
  const int64_t high =
    at + 1 < TABLE ? b->table[at + 1] / (int64_t)(at + 1) : (int64_t)16 << FRACTION;
  const int64_t part = (high - low) * (int64_t)rest >> shift;
  return (int64_t)n * (low + part + ((int64_t)shift << FRACTION));
}

static int64_t lost(const brown *b, uint64_t p, uint64_t q)
{
  return p && q ? weight(b, p) + weight(b, q) - weight(b, p + q) : 0;
}

static uint32_t *cell(const brown *b, uint32_t x, uint32_t y)
{
  return &b->n[(size_t)x * b->room + y];
}

static void add_apart(brown *b, uint32_t x, uint32_t y, int64_t value)
{
  b->apart[(size_t)x * b->room + y] += value;
  b->apart[(size_t)y * b->room + x] += value;
}

/* What joining x and y loses in the cells between them and in their sums. */
static int64_t block(const brown *b, uint32_t x, uint32_t y)
{
  const uint64_t xx = *cell(b, x, x), xy = *cell(b, x, y), yx = *cell(b, y, x), yy = *cell(b, y, y);
  return weight(b, xx) + weight(b, xy) + weight(b, yx) + weight(b, yy) -
         weight(b, xx + xy + yx + yy) - lost(b, b->left[x], b->left[y]) -
         lost(b, b->right[x], b->right[y]);
}

static void refresh(brown *b, uint32_t x)
{
  for (uint32_t y = 0; y < b->room; y++)
    if (b->live[y] && y != x)
      b->loss[(size_t)x * b->room + y] = b->loss[(size_t)y * b->room + x] =
        b->apart[(size_t)x * b->room + y] + block(b, x, y);
}

/* The slots that have a cell with one, into b->near. */
static void find_near(brown *b, uint32_t slot)
{
  b->near_count = 0;
  for (uint32_t c = 0; c < b->room; c++)
    if (b->live[c] && c != slot && (*cell(b, slot, c) || *cell(b, c, slot)))
      b->near[b->near_count++] = c;
}

static uint32_t root_of(brown *b, uint32_t word)
{
  while (b->parent[word] != word)
    word = b->parent[word] = b->parent[b->parent[word]];
  return word;
}

/* Count a word's neighbours that are in classes already. */
static void count_cells(brown *b, uint32_t word, uint32_t slot)
{
  const act_brown_input *in = b->input;
  for (size_t i = b->first_left[word]; i < b->first_left[word + 1]; i++) {
    const act_bigram *pair = &in->bigrams[i];
    if (pair->right < word)
      *cell(b, slot, b->slot_of[root_of(b, pair->right)]) += pair->count;
    else if (pair->right == word)
      *cell(b, slot, slot) += pair->count;
  }
  for (size_t i = b->first_right[word]; i < b->first_right[word + 1]; i++) {
    const act_bigram *pair = &in->bigrams[b->by_right[i]];
    if (pair->left < word)
      *cell(b, b->slot_of[root_of(b, pair->left)], slot) += pair->count;
  }
}

/* A new class is a third one to pairs of its neighbours. */
static void part_neighbours(brown *b, uint32_t slot)
{
  for (size_t i = 0; i < b->near_count; i++)
    for (size_t j = 0; j < i; j++) {
      const uint32_t x = b->near[i], y = b->near[j];
      add_apart(b,
                x,
                y,
                lost(b, *cell(b, x, slot), *cell(b, y, slot)) +
                  lost(b, *cell(b, slot, x), *cell(b, slot, y)));
    }
}

/* What a class and another lose in the cells of the first one's neighbours. */
static int64_t lost_to(const brown *b, uint32_t slot, uint32_t other)
{
  int64_t sum = 0;
  for (size_t i = 0; i < b->near_count; i++) {
    const uint32_t c = b->near[i];
    if (c != other)
      sum += lost(b, *cell(b, slot, c), *cell(b, other, c)) +
             lost(b, *cell(b, c, slot), *cell(b, c, other));
  }
  return sum;
}

static void insert(brown *b, uint32_t word, uint32_t slot)
{
  b->parent[word] = word;
  b->slot_of[word] = slot;
  b->word_at[slot] = word;
  b->live[slot] = true;
  count_cells(b, word, slot);
  find_near(b, slot);
  b->left[slot] = b->right[slot] = *cell(b, slot, slot);
  for (size_t i = 0; i < b->near_count; i++) {
    const uint32_t c = b->near[i];
    b->left[slot] += *cell(b, slot, c);
    b->right[c] += *cell(b, slot, c);
    b->right[slot] += *cell(b, c, slot);
    b->left[c] += *cell(b, c, slot);
  }
  part_neighbours(b, slot);
  for (uint32_t x = 0; x < b->room; x++)
    if (b->live[x] && x != slot)
      add_apart(b, slot, x, lost_to(b, slot, x));
  refresh(b, slot);
  for (size_t i = 0; i < b->near_count; i++)
    refresh(b, b->near[i]);
}

/* How the loss of x and y in the columns `from` and `into` changes when these become one. */
static int64_t joined(const brown *b,
                      const uint32_t *x,
                      const uint32_t *y,
                      const uint32_t columns[2])
{
  const uint64_t xa = x[columns[0]], xb = x[columns[1]], ya = y[columns[0]], yb = y[columns[1]];
  return lost(b, xa + xb, ya + yb) - lost(b, xa, ya) - lost(b, xb, yb);
}

/* The same in rows. */
static int64_t joined_rows(const brown *b, uint32_t x, uint32_t y, uint32_t from, uint32_t into)
{
  const uint64_t xa = *cell(b, from, x), xb = *cell(b, into, x), ya = *cell(b, from, y),
                 yb = *cell(b, into, y);
  return lost(b, xa + xb, ya + yb) - lost(b, xa, ya) - lost(b, xb, yb);
}

/* Third classes near `from` (b->near) see two columns become one. */
static void part_others(brown *b, uint32_t from, uint32_t into)
{
  const uint32_t columns[2] = { from, into };
  bool done[ACT_BROWN_MOST + 1] = { false };
  for (size_t i = 0; i < b->near_count; i++) {
    const uint32_t x = b->near[i];
    done[x] = true;
    for (uint32_t y = 0; x != into && y < b->room; y++)
      if (b->live[y] && !done[y] && y != from && y != into)
        add_apart(b,
                  x,
                  y,
                  joined(b, cell(b, x, 0), cell(b, y, 0), columns) +
                    joined_rows(b, x, y, from, into));
  }
}

/* What `into`, once joined with `from`, loses with x more than before. */
static int64_t lost_more(const brown *b, uint32_t from, uint32_t into, uint32_t x)
{
  int64_t sum = -lost(b, *cell(b, into, from), *cell(b, x, from)) -
                lost(b, *cell(b, from, into), *cell(b, from, x));
  for (size_t i = 0; i < b->near_count; i++) {
    const uint32_t c = b->near[i];
    if (c == x || c == into)
      continue;
    const uint64_t row = *cell(b, into, c), column = *cell(b, c, into);
    const uint32_t xc = *cell(b, x, c), cx = *cell(b, c, x);
    sum += lost(b, row + *cell(b, from, c), xc) - lost(b, row, xc);
    sum += lost(b, column + *cell(b, c, from), cx) - lost(b, column, cx);
  }
  return sum;
}

/* Move all counts of a class to another one, and empty it. */
static void move_counts(brown *b, uint32_t from, uint32_t into)
{
  for (uint32_t c = 0; c < b->room; c++) {
    *cell(b, into, c) += *cell(b, from, c);
    *cell(b, from, c) = 0;
  }
  for (uint32_t c = 0; c < b->room; c++) {
    *cell(b, c, into) += *cell(b, c, from);
    *cell(b, c, from) = 0;
    b->apart[(size_t)from * b->room + c] = b->apart[(size_t)c * b->room + from] = 0;
  }
  b->left[into] += b->left[from];
  b->right[into] += b->right[from];
  b->left[from] = b->right[from] = 0;
  b->live[from] = false;
  b->parent[b->word_at[from]] = b->word_at[into];
}

static void merge(brown *b, uint32_t from, uint32_t into)
{
  find_near(b, from);
  part_others(b, from, into);
  for (uint32_t x = 0; x < b->room; x++)
    if (b->live[x] && x != from && x != into)
      add_apart(b, into, x, lost_more(b, from, into, x));
  move_counts(b, from, into);
  refresh(b, into);
  for (size_t i = 0; i < b->near_count; i++)
    refresh(b, b->near[i]);
}

/* The pair that loses least; the first of equal ones.  The one with fewer bigrams moves. */
static void choose(const brown *b, uint32_t *from, uint32_t *into)
{
  int64_t least = INT64_MAX;
  for (uint32_t x = 0; x < b->room; x++) {
    const int64_t *row = b->loss + (size_t)x * b->room;
    for (uint32_t y = x + 1; b->live[x] && y < b->room; y++)
      if (row[y] < least && b->live[y]) {
        least = row[y];
        *from = x;
        *into = y;
      }
  }
  if (b->left[*from] + b->right[*from] > b->left[*into] + b->right[*into]) {
    const uint32_t swap = *from;
    *from = *into;
    *into = swap;
  }
}

static actant_status allocate(brown *b, actant_error *err)
{
  const act_brown_input *in = b->input;
  const size_t square = (size_t)b->room * b->room;
  b->n = calloc(square, sizeof *b->n);
  b->apart = calloc(square, sizeof *b->apart);
  b->loss = calloc(square, sizeof *b->loss);
  b->left = calloc(b->room, sizeof *b->left);
  b->right = calloc(b->room, sizeof *b->right);
  b->live = calloc(b->room, sizeof *b->live);
  b->near = calloc(b->room, sizeof *b->near);
  b->word_at = calloc(b->room, sizeof *b->word_at);
  b->table = calloc(TABLE, sizeof *b->table);
  b->slot_of = calloc(in->words, sizeof *b->slot_of);
  b->parent = calloc(in->words, sizeof *b->parent);
  b->first_left = calloc((size_t)in->words + 2, sizeof *b->first_left);
  b->first_right = calloc((size_t)in->words + 2, sizeof *b->first_right);
  b->by_right = calloc(in->bigram_count + 1, sizeof *b->by_right);
  if (!b->n || !b->apart || !b->loss || !b->left || !b->right || !b->live || !b->near ||
      !b->word_at || !b->table || !b->slot_of || !b->parent || !b->first_left || !b->first_right ||
      !b->by_right)
    return act_fail_memory(err, stage);
  return ACTANT_OK;
}

static void release(brown *b)
{
  free(b->n);
  free(b->apart);
  free(b->loss);
  free(b->left);
  free(b->right);
  free(b->live);
  free(b->near);
  free(b->word_at);
  free(b->table);
  free(b->slot_of);
  free(b->parent);
  free(b->first_left);
  free(b->first_right);
  free(b->by_right);
  act_array_free(&b->merges);
}

/* Where each word's bigrams begin, by its place in them; those by right are sorted by counting. */
static void index_bigrams(brown *b)
{
  const act_brown_input *in = b->input;
  for (size_t i = 0; i < in->bigram_count; i++) {
    b->first_left[in->bigrams[i].left + 1]++;
    b->first_right[in->bigrams[i].right + 2]++;
  }
  for (uint32_t w = 0; w < in->words; w++) {
    b->first_left[w + 1] += b->first_left[w];
    b->first_right[w + 2] += b->first_right[w + 1];
  }
  for (size_t i = 0; i < in->bigram_count; i++)
    b->by_right[b->first_right[in->bigrams[i].right + 1]++] = (uint32_t)i;
  for (uint64_t n = 1; n < TABLE; n++)
    b->table[n] = act_brown_weight(n);
}

static actant_status join_all(brown *b, actant_error *err)
{
  uint32_t count = 0;
  for (uint32_t s = 0; s < b->room; s++)
    count += b->live[s];
  for (; count > 1; count--) {
    uint32_t from = 0, into = 0;
    choose(b, &from, &into);
    if (!act_array_push(&b->merges, from) || !act_array_push(&b->merges, into))
      return act_fail_memory(err, stage);
    merge(b, from, into);
  }
  return ACTANT_OK;
}

/* The bits of each slot's class: the merges backwards are the tree from its top. */
static void spell_bits(const brown *b, uint32_t *bits_of)
{
  for (uint32_t s = 0; s < b->room; s++)
    bits_of[s] = 1;
  for (size_t i = b->merges.count; i > 0; i -= 2) {
    const uint32_t from = b->merges.data[i - 2], into = b->merges.data[i - 1];
    const uint32_t bits = bits_of[into];
    const bool deep = bits >> 31;
    bits_of[into] = deep ? bits : bits << 1;
    bits_of[from] = deep ? bits : bits << 1 | 1;
  }
}

static actant_status run(brown *b,
                         uint32_t *bits,
                         void (*progress)(uint32_t, uint32_t),
                         actant_error *err)
{
  const uint32_t words = b->input->words;
  uint32_t slot = 0;
  for (uint32_t word = 0; word < words; word++) {
    insert(b, word, word < b->room ? word : slot);
    if (word + 1 >= b->room) {
      uint32_t into = 0;
      choose(b, &slot, &into);
      merge(b, slot, into);
    }
    if (progress && word % 2000 == 1999)
      progress(word + 1, words);
  }
  for (uint32_t word = 0; word < words; word++)
    bits[word] = b->slot_of[root_of(b, word)];
  TRY(join_all(b, err));
  uint32_t bits_of[ACT_BROWN_MOST + 1];
  spell_bits(b, bits_of);
  for (uint32_t word = 0; word < words; word++)
    bits[word] = bits_of[bits[word]];
  return ACTANT_OK;
}

actant_status act_brown(const act_brown_input *input,
                        uint32_t *bits,
                        void (*progress)(uint32_t done, uint32_t all),
                        actant_error *err)
{
  if (!input->classes || input->classes > ACT_BROWN_MOST || input->bigram_count > UINT32_MAX)
    return act_fail(err, ACTANT_ARGUMENT, stage, "classes must be 1 to %d", (int)ACT_BROWN_MOST);
  brown b = { .input = input, .room = input->classes + 1 };
  actant_status st = allocate(&b, err);
  if (st == ACTANT_OK) {
    index_bigrams(&b);
    st = run(&b, bits, progress, err);
  }
  release(&b);
  return st;
}
