/* SPDX-License-Identifier: MIT */
/* Short names and the long ones that they are parts of.  A surname that several people bear goes to
   the one whom the text is about rather than to the one named last: who comes first, who is spoken
   of most, who acts; those who are introduced as somebody's kin, and those named in passing, stand
   behind, and one just introduced as the subject comes before.  Two full names of different people
   never become one by a part that they share. */
#include "base/utf8.h"
#include "resolve/evidence.h"

enum {
  PART_WINDOW = 2000, /* names looked back at, so that a book costs no square of its length */
  BEARERS = 8
};

typedef struct bearer {
  uint32_t root, latest; /* its cluster, and its last candidate before the part */
  int score;
} bearer;

static act_candidate *cand(act_resolver *r, uint32_t i)
{
  return &r->candidates.data[i];
}

static bool is_name(const act_resolver *r, uint32_t i)
{
  const act_candidate *c = &r->candidates.data[i];
  return c->form == ACTANT_NAME && !c->dropped;
}

static uint32_t words_of(const act_candidate *c)
{
  return c->end - c->first;
}

static uint32_t lower_of(const act_resolver *r, uint32_t token)
{
  return act_token_at(r, token)->lower;
}

static uint32_t initial_of(const act_resolver *r, uint32_t token)
{
  act_text form = act_token_form(r->a, token);
  size_t at = 0;
  return form.size ? act_utf8_next(form.bytes, form.size, &at) : 0;
}

/* What "Jr", "Sr" or a number behind a name says, 0 for nothing. */
static uint32_t generation_of(const act_resolver *r, const act_candidate *c)
{
  static const char *const marks[] = { "jr jr.", "sr sr.", "ii", "iii", "iv" };
  for (uint32_t i = 0; c->last + 1 < c->end && i < sizeof marks / sizeof *marks; i++)
    if (act_form_in(r, c->end - 1, marks[i]))
      return i + 1;
  return 0;
}

/* Middle names, as far as both have them: "W. H. Quist" and "Walter Henry Quist". */
static bool middles_agree(const act_resolver *r, const act_candidate *a, const act_candidate *b)
{
  uint32_t words = a->last - a->first;
  if (words != b->last - b->first)
    return true;
  for (uint32_t i = 1; i < words; i++)
    if (initial_of(r, a->first + i) != initial_of(r, b->first + i))
      return false;
  return true;
}

/* "J. Smith" and "Jane Smith"; "Jane A. Smith" and "Jane Smith"; father and son are two. */
bool act_same_person(const act_resolver *r, const act_candidate *a, const act_candidate *b)
{
  uint32_t one = generation_of(r, a), other = generation_of(r, b);
  if (lower_of(r, a->last) != lower_of(r, b->last) || (one && other && one != other) ||
      !middles_agree(r, a, b))
    return false;
  if (lower_of(r, a->first) == lower_of(r, b->first))
    return true;
  act_text fa = act_token_form(r->a, a->first), fb = act_token_form(r->a, b->first);
  bool initial = (fa.size == 2 && fa.bytes[1] == '.') || (fb.size == 2 && fb.bytes[1] == '.');
  if (initial)
    return initial_of(r, a->first) == initial_of(r, b->first);
  const act_candidate *longer = words_of(a) > words_of(b) ? a : b, *shorter = longer == a ? b : a;
  if (words_of(longer) == words_of(shorter))
    return false;
  for (uint32_t i = 1; i <= words_of(shorter); i++)
    if (lower_of(r, longer->end - i) != lower_of(r, shorter->end - i))
      return false;
  return true;
}

/* "Municipality of Livorno" and "Livorno". */
static bool is_government_of(const act_resolver *r,
                             const act_candidate *whole,
                             const act_candidate *part)
{
  act_noun noun;
  if (words_of(whole) != words_of(part) + 2 || !act_form_is(r, whole->first + 1, "of") ||
      !act_noun_at(r->a, whole->first, whole->first + 1, &noun) ||
      (noun.sub != ACT_SUB_CITY && noun.sub != ACT_SUB_REGION && noun.sub != ACT_SUB_COUNTRY) ||
      whole->record != ACT_NO_RECORD)
    return false;
  for (uint32_t i = 0; i < words_of(part); i++)
    if (lower_of(r, part->first + i) != lower_of(r, whole->first + 2 + i))
      return false;
  return true;
}

/* "Supreme Court" in "Italian Supreme Court of Cassation". */
static bool is_inside(const act_resolver *r, const act_candidate *part, const act_candidate *whole)
{
  for (uint32_t start = whole->first; start + words_of(part) <= whole->end; start++) {
    uint32_t i = 0;
    while (i < words_of(part) && lower_of(r, part->first + i) == lower_of(r, start + i))
      i++;
    if (i == words_of(part))
      return true;
  }
  return false;
}

/* "Quist" in "Ana Quist Lowell": a surname before the last, no given name. */
static bool is_inner_surname(const act_resolver *r, uint32_t word, const act_candidate *whole)
{
  const uint32_t given = ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE;
  return whole->last >= whole->first + 2 && lower_of(r, word) == lower_of(r, whole->last - 1) &&
         !(act_gazetteer_word_lists(r->gazetteer, r->a->strings.hashes[lower_of(r, word)]) & given);
}

static bool part_of_person(const act_resolver *r,
                           const act_candidate *part,
                           const act_candidate *whole)
{
  if (words_of(part) > 1)
    return act_same_person(r, part, whole);
  return lower_of(r, part->first) == lower_of(r, whole->last) ||
         lower_of(r, part->first) == lower_of(r, whole->first) ||
         (whole->first < part->first && is_inner_surname(r, part->first, whole));
}

/* What a body of its own adds to the name of the one that it belongs to: "X University School of
 * Law", "X Bank Stadium", "X Bridge Station". */
static bool is_another(const act_resolver *r, const act_candidate *part, const act_candidate *whole)
{
  act_noun noun;
  uint32_t behind = whole->first + words_of(part);
  if (behind >= whole->end || lower_of(r, part->first) != lower_of(r, whole->first))
    return false;
  if (part->type == ACTANT_ORGANISATION)
    return act_form_in(r,
                       behind,
                       "school department faculty bureau press hospital institute library museum "
                       "union association foundation alumni clinic stadium college");
  return act_noun_at(r->a, whole->end - 1, whole->end, &noun) && noun.sub == ACT_SUB_SITE;
}

/* "Royals" in "Arden Royals": a team's name in the plural. */
static bool is_team(const act_resolver *r, uint32_t word, const act_candidate *whole)
{
  act_text form = act_token_form(r->a, word);
  return lower_of(r, word) == lower_of(r, whole->end - 1) && form.size > 3 &&
         form.bytes[form.size - 1] == 's' && !act_is_body_suffix(r, word);
}

/* Whether a short name may be a part of a long one. */
static bool part_of_name(const act_resolver *r,
                         const act_candidate *part,
                         const act_candidate *whole)
{
  if (whole->type != part->type)
    return false;
  if (part->type == ACTANT_PERSON && words_of(whole) == words_of(part) && words_of(part) > 2)
    return part->key != whole->key && act_same_person(r, part, whole);
  if (words_of(whole) <= words_of(part))
    return false;
  if (part->type == ACTANT_PERSON)
    return part_of_person(r, part, whole);
  if (is_another(r, part, whole))
    return false;
  if (part->type == ACTANT_PLACE && is_government_of(r, whole, part))
    return true;
  if (part->record != ACT_NO_RECORD)
    return false;
  if (part->type == ACTANT_ORGANISATION && words_of(part) > 1)
    return is_inside(r, part, whole);
  if (part->type == ACTANT_ORGANISATION &&
      (act_is_club_word(r, part->first) || is_team(r, part->first, whole)))
    return lower_of(r, part->first) == lower_of(r, whole->end - 1);
  if (part->type == ACTANT_ORGANISATION && words_of(part) == 1 && words_of(whole) == 3 &&
      act_form_in(r, whole->first, "university college") && act_form_is(r, whole->first + 1, "of"))
    return lower_of(r, part->first) == lower_of(r, whole->end - 1);
  for (uint32_t i = 0; i < words_of(part); i++)
    if (lower_of(r, part->first + i) != lower_of(r, whole->first + i))
      return words_of(part) == 1 && part->type == ACTANT_PLACE &&
             lower_of(r, part->first) == lower_of(r, whole->end - 1);
  return true;
}

/* The first of the names, which are in order, behind a candidate. */
static size_t first_behind(const uint32_t *names, size_t count, uint32_t candidate)
{
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (names[middle] <= candidate)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* "his cousin X", "her father, the merchant X": a word of kinship leads up to the name. */
static bool is_kin(const act_resolver *r, const act_candidate *c)
{
  const act_sentence *s = &r->a->sentences.data[c->sentence];
  act_noun noun;
  for (uint32_t t = c->first; t > s->first && c->first - t < 6; t--) {
    if (act_noun_at(r->a, t - 1, t, &noun) && noun.kin)
      return true;
    const act_token *token = act_token_at(r, t - 1);
    if (token->upos == ACT_UPOS_VERB || token->upos == ACT_UPOS_ADP ||
        (r->covered[t - 1] != ACT_NO_CANDIDATE && t <= c->title))
      return false;
  }
  return false;
}

/* What one mention says for its bearer, seen from a part behind it. */
static int weight_of(const act_resolver *r, const act_candidate *c, const act_candidate *part)
{
  int score = 2;
  uint32_t head = act_first_conjunct(r, c->head);
  if (act_subject_relation(act_token_at(r, head)->deprel)) {
    score += 1;
    if (words_of(c) > 1 && part->sentence - c->sentence <= 1)
      score += 4;
  }
  if (words_of(c) > 1 && is_kin(r, c))
    score -= 7;
  return score;
}

static bearer *bearer_of(bearer *bearers, uint32_t *count, uint32_t root)
{
  for (uint32_t k = 0; k < *count; k++)
    if (bearers[k].root == root)
      return &bearers[k];
  if (*count == BEARERS)
    return NULL;
  bearers[*count] = (bearer){ .root = root };
  return &bearers[(*count)++];
}

/* Everyone before a lone name who bears it, with what speaks for each; the last word of a name is
 * the likelier part. */
static uint32_t find_bearers(act_resolver *r, uint32_t i, bearer bearers[BEARERS])
{
  const act_candidate *part = cand(r, i);
  uint32_t count = 0;
  for (uint32_t j = i; j-- > 0 && i - j < PART_WINDOW;) {
    const act_candidate *c = cand(r, j);
    uint32_t root = act_root_of(r, j);
    bool whole = is_name(r, j) && part_of_name(r, part, c);
    if (!whole && !(is_name(r, j) && c->key == part->key && c->type == part->type && root != j))
      continue;
    bearer *b = act_may_join(r, i, j) ? bearer_of(bearers, &count, root) : NULL;
    if (!b)
      continue;
    if (!b->score)
      b->latest = j;
    b->score += weight_of(r, c, part);
    if (whole && lower_of(r, part->first) == lower_of(r, c->last))
      b->score += 1;
  }
  return count;
}

/* The one whom a lone surname means: of equals the one introduced last. */
static uint32_t best_bearer(act_resolver *r, uint32_t i)
{
  bearer bearers[BEARERS];
  uint32_t count = find_bearers(r, i, bearers), best = ACT_NO_CANDIDATE, first = 0;
  int most = 0;
  for (uint32_t k = 1; k < count; k++)
    if (bearers[k].root < bearers[first].root)
      first = k;
  for (uint32_t k = 0; k < count; k++) {
    int score = bearers[k].score + (k == first ? 3 : 0);
    if (best == ACT_NO_CANDIDATE || score > most) {
      best = bearers[k].latest;
      most = score;
    }
  }
  return best;
}

/* Join a shorter name to the longer one that it is part of: one before it that fits, else the first
 * behind it. */
static void join_part(act_resolver *r, const uint32_t *names, size_t count, uint32_t i)
{
  const act_candidate *part = cand(r, i);
  bool lone = part->type == ACTANT_PERSON && words_of(part) == 1;
  uint32_t best = lone ? best_bearer(r, i) : ACT_NO_CANDIDATE;
  if (best != ACT_NO_CANDIDATE && act_join_clusters(r, i, best, "part of a name"))
    return;
  for (uint32_t j = i; !lone && j-- > 0 && i - j < PART_WINDOW;)
    if (is_name(r, j) && part_of_name(r, part, cand(r, j)) &&
        act_join_clusters(r, i, j, "part of a name"))
      return;
  for (size_t k = first_behind(names, count, i), end = k + PART_WINDOW; k < count && k < end; k++)
    if (part_of_name(r, part, cand(r, names[k])) &&
        act_join_clusters(r, i, names[k], "part of a name"))
      return;
}

/* "brothers Callum and Rory Quist": a given name before "and" has the surname of the full name
 * behind it. */
static void share_surnames(act_resolver *r)
{
  const uint32_t given = ACT_LIST_GIVEN_FEMALE | ACT_LIST_GIVEN_MALE;
  for (uint32_t i = 0; i + 1 < r->candidates.count; i++) {
    act_candidate *one = cand(r, i);
    const act_candidate *full = cand(r, i + 1);
    if (!is_name(r, i) || !is_name(r, i + 1) || one->type != ACTANT_PERSON ||
        full->type != ACTANT_PERSON || words_of(one) != 1 || words_of(full) < 2 ||
        full->title != one->end + 1 || full->first != full->title ||
        !act_form_in(r, one->end, "and &") || act_root_of(r, i) != i ||
        (one->title < one->first && act_token_at(r, one->first - 1)->xpos != ACT_XPOS_NNS))
      continue;
    uint32_t first = act_gazetteer_word_lists(r->gazetteer,
                                              r->a->strings.hashes[lower_of(r, one->first)]),
             next = act_gazetteer_word_lists(r->gazetteer,
                                             r->a->strings.hashes[lower_of(r, full->first)]);
    bool kin =
      one->first && act_form_in(r, one->first - 1, "brothers sisters siblings twins cousins");
    if (kin || ((first & given) && (next & given)))
      one->surname = full->last + 1;
  }
}

void act_join_parts(act_resolver *r, const uint32_t *names, size_t count)
{
  for (int lone = 0; lone < 2; lone++)
    for (uint32_t i = 0; i < r->candidates.count; i++) {
      const act_candidate *c = cand(r, i);
      if (is_name(r, i) && c->kind == ACT_MENTION_PLAIN && (words_of(c) == 1) == (lone == 1))
        join_part(r, names, count, i);
    }
  share_surnames(r);
}
