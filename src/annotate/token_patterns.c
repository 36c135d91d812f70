/* SPDX-License-Identifier: MIT */
/*
  Shapes of tokens, after what the English UD treebanks (EWT and GUM 2.x) do: addresses, numbers and
  dates stay whole; hyphens split compounds but not prefixes ("pre-war" is one word, "war-torn"
  three); a run of the same mark is one token.

  Lookahead is bounded by LOOK, so that text made to look like an address at every byte costs a
  constant for each.
*/
#include "annotate/token_patterns.h"

#include "base/utf8.h"

#include <string.h>

enum { LOOK = 255 }; /* the longest name of a host in the DNS */

bool act_is_format(uint32_t c)
{
  if (c < 0x80)
    return (c && c < 32) || c == 127;
  if (c < 0xAD)
    return c < 0xA0;
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool act_is_apostrophe(uint32_t c)
{
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == '`' || c == 0xB4 || c == 0x2018 ||
         c == 0x92;
}

bool act_is_word_part(uint32_t c)
{
  if (c < 0x80)
    return act_is_letter(c) || act_is_digit(c) || c == '_' || act_is_format(c);
  return c != 0x92 && (act_is_letter(c) || act_is_digit(c) || act_is_mark(c) || act_is_format(c));
}

uint32_t act_peek(const char *s, size_t at, size_t end)
{
  return at < end ? act_utf8_next(s, end, &at) : 0;
}

size_t act_match_word_parts(const char *s, size_t at, size_t end)
{
  while (at < end) {
    size_t next = at;
    if (!act_is_word_part(act_utf8_next(s, end, &next)))
      break;
    at = next;
  }
  return at;
}

static bool is_alnum(char c)
{
  return act_ascii_letter(c) || act_ascii_digit(c);
}

/* Whether s[at .. end) begins with a lower-case word, whatever its case. */
static bool begins(const char *s, size_t at, size_t end, const char *word)
{
  size_t n = strlen(word);
  if (end - at < n)
    return false;
  for (size_t i = 0; i < n; i++)
    if ((char)act_to_lower((unsigned char)s[at + i]) != word[i])
      return false;
  return true;
}

/* Whether s[at .. end) is one of the words between spaces in `list`, which begins and ends with a
 * space. */
static bool is_listed(const char *list, const char *s, size_t at, size_t end)
{
  char word[20];
  size_t n = end - at;
  if (n == 0 || n > sizeof word - 3)
    return false;
  word[0] = ' ';
  for (size_t i = 0; i < n; i++) {
    if (s[at + i] == ' ')
      return false;
    word[i + 1] = s[at + i] & 0x80 ? s[at + i] : (char)act_to_lower((unsigned char)s[at + i]);
  }
  memcpy(word + n + 1, " ", 2);
  return strstr(list, word) != NULL;
}

/* Give back what more likely belongs to the sentence than to the address. */
static size_t trim_address(const char *s, size_t at, size_t end)
{
  while (end > at && strchr(".,;:!?'\")]}*", s[end - 1])) {
    if (s[end - 1] == ')' && memchr(s + at, '(', end - at))
      break;
    end--;
  }
  return end;
}

/* Behind the bytes of an address: up to a quote, an angle bracket or what is not ASCII punctuation
 * of URLs. */
static size_t address_end(const char *s, size_t at, size_t end)
{
  while (at < end && !strchr("<>\"|{}`^\\", s[at])) {
    size_t next = at;
    uint32_t c = act_utf8_next(s, end, &next);
    if (c >= 0x80 && !act_is_word_part(c))
      break;
    at = next;
  }
  return at;
}

size_t act_match_url(const char *s, size_t at, size_t end)
{
  static const char *const schemes[] = { "http://", "https://", "www.",    "ftp://", "mailto:",
                                         "file://", "news:",    "sftp://", "ssh://" };
  if (!strchr("hwfmnsHWFMNS", s[at]))
    return at;
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
    if (!begins(s, at, end, schemes[i]))
      continue;
    size_t body = at + strlen(schemes[i]);
    size_t stop = trim_address(s, body, address_end(s, body, end));
    return stop > body ? stop : at;
  }
  return at;
}

size_t act_match_email(const char *s, size_t at, size_t end)
{
  size_t limit = end - at > LOOK ? at + LOOK : end, p = at;
  while (p < limit && (is_alnum(s[p]) || strchr("._%+-", s[p])))
    p++;
  if (p == at || p >= limit || s[p] != '@' || p + 1 >= limit || !is_alnum(s[p + 1]))
    return at;
  p++;
  while (p < limit && (is_alnum(s[p]) || strchr(".-_", s[p])))
    p++;
  while (strchr(".-_", s[p - 1]))
    p--;
  return p;
}

size_t act_match_handle(const char *s, size_t at, size_t end)
{
  if ((s[at] != '@' && s[at] != '#') || at + 1 >= end)
    return at;
  uint32_t c = act_peek(s, at + 1, end);
  if (!act_is_letter(c) && c != '_')
    return at;
  return act_match_word_parts(s, at + 1, end);
}

/* Endings that make labels an address or the name of a file. */
static const char site_endings[] =
  " com org net edu gov mil int info biz eu uk us ca au de fr jp cn ru ua am az ge tr ir il in pk "
  "kr br mx ar cl co nz za ng ke eg "
  "it es pt nl be ch at se no fi dk pl cz hu ro bg gr rs hr si sk lt lv ee by md kz uz kg tj tm ie "
  "io tv me ly ai fm gg app dev "
  "xyz online site news media html htm php asp aspx jsp pdf doc docx xls xlsx ppt pptx txt csv jpg "
  "jpeg png gif zip exe mp3 mp4 url "
  "js py sh ";
/* Of these, words that may well begin a sentence behind a full stop without space. */
static const char ambiguous_endings[] =
  " in it at us no is be me am so by int media news online site app at ai ";

/* "comp.lang.misc": lower-case labels of two letters or more. */
static bool is_lower_labels(const char *s, size_t at, size_t end)
{
  size_t label = at;
  for (size_t p = at; p < end; p++) {
    if (s[p] != '.' && !act_ascii_lower(s[p]))
      return false;
    if (s[p] == '.') {
      if (p - label < 2)
        return false;
      label = p + 1;
    }
  }
  return end - label >= 2;
}

size_t act_match_site(const char *s, size_t at, size_t end, size_t *seen)
{
  size_t limit = end - at > LOOK ? at + LOOK : end, p = at, label = at, dots = 0;
  while (p < limit && (is_alnum(s[p]) || strchr("-_", s[p]) ||
                       (s[p] == '.' && p + 1 < limit && is_alnum(s[p + 1])))) {
    if (s[p] == '.') {
      dots++;
      label = p + 1;
    }
    p++;
  }
  *seen = p;
  if (dots >= 2 && is_lower_labels(s, at, p))
    return p;
  if (!dots || !is_listed(site_endings, s, label, p))
    return at;
  bool path = p < end && s[p] == '/';
  bool capital = act_ascii_upper(s[label]) && !act_ascii_upper(s[at]);
  if (!path && dots == 1 && (capital || is_listed(ambiguous_endings, s, label, p)))
    return at;
  return path ? trim_address(s, p, address_end(s, p, end)) : p;
}

static bool is_eyes(char c)
{
  return c == ':' || c == ';' || c == '=' || c == '8' || c == 'X' || c == 'x';
}

/* ":-)": eyes, perhaps a nose, a mouth; the same mouth may be repeated. */
static size_t match_face(const char *s, size_t at, size_t end)
{
  size_t p = at;
  if (s[p] == '>' && p + 1 < end && s[p + 1] == ':')
    p++;
  if (!is_eyes(s[p]))
    return at;
  bool letter = is_alnum(s[p]);
  p++;
  if (p < end && (s[p] == '\'' || s[p] == '-' || s[p] == 'o' || s[p] == '^'))
    p++;
  else if (letter)
    return at;
  if (p >= end || !strchr(")(DPp/\\|3O*]", s[p]))
    return at;
  char mouth = s[p++];
  while (p < end && s[p] == mouth && !is_alnum(mouth))
    p++;
  return p;
}

size_t act_match_emoticon(const char *s, size_t at, size_t end)
{
  static const char *const fixed[] = { "^_^", "-_-", "<3",  "(:", "(=",  "(;",  "^^",
                                       "o_o", "O_o", "o_O", "D:", "(-:", "\\o/" };
  if (!strchr(":;=8Xx>^-<(oOD\\", s[at]))
    return at;
  size_t p = match_face(s, at, end);
  for (size_t i = 0; p == at && i < sizeof fixed / sizeof *fixed; i++) {
    size_t n = strlen(fixed[i]);
    if (end - at >= n && memcmp(s + at, fixed[i], n) == 0)
      p = at + n;
  }
  if (p == at || (p < end && (act_is_word_part(act_peek(s, p, end)) || strchr("/:", s[p]))))
    return at;
  return p;
}

/* Digits and their separators up to LOOK bytes; sizes of the groups, at most 6. */
static size_t digit_groups(const char *s, size_t at, size_t end, char separator, size_t sizes[6])
{
  size_t count = 0, p = at, limit = end - at > LOOK ? at + LOOK : end;
  while (p < limit && count < 6) {
    size_t begin = p;
    while (p < limit && act_ascii_digit(s[p]))
      p++;
    if (p == begin)
      return 0;
    sizes[count++] = p - begin;
    if (p + 1 < limit && s[p] == separator && act_ascii_digit(s[p + 1]))
      p++;
    else
      break;
  }
  if (p < limit && (s[p] == separator || act_ascii_letter(s[p])))
    return 0;
  return count;
}

static bool groups_join(char separator, const size_t *sizes, size_t count)
{
  if (count >= 3)
    return count < 6 && sizes[0] <= 5;
  if (count < 2)
    return false;
  if (separator == '/')
    return sizes[0] <= 2 && sizes[1] <= 4;
  return (sizes[0] == 3 || sizes[0] == 5) && sizes[1] == 4;
}

size_t act_match_digit_groups(const char *s, size_t at, size_t end)
{
  size_t p = at;
  while (p < end && act_ascii_digit(s[p]) && p - at < 6)
    p++;
  if (p == at || p >= end || (s[p] != '-' && s[p] != '/'))
    return at;
  char separator = s[p];
  size_t sizes[6], count = digit_groups(s, at, end, separator, sizes);
  if (!count || !groups_join(separator, sizes, count))
    return at;
  p = at + count - 1;
  for (size_t i = 0; i < count; i++)
    p += sizes[i];
  return p;
}

size_t act_match_initials(const char *s, size_t at, size_t end)
{
  size_t p = at, letters = 0;
  while (p < end && letters < 16) {
    size_t dot = p;
    if (!act_is_letter(act_utf8_next(s, end, &dot)))
      break;
    bool stop = dot < end && s[dot] == '.';
    if (!stop && (letters == 0 || act_is_word_part(act_peek(s, dot, end))))
      break;
    letters++;
    p = stop ? dot + 1 : dot;
    if (!stop)
      break;
  }
  if (letters < 2 || (p < end && s[p] == '.'))
    return at;
  return p;
}

/* Behind what joins itself to the character before: marks, variation selectors, skin tones, and a
 * joiner with what it joins. */
static size_t match_joined(const char *s, size_t at, size_t end)
{
  while (at < end) {
    size_t next = at;
    uint32_t c = act_utf8_next(s, end, &next);
    if (c == 0x200D && next < end) {
      if (act_peek(s, next, end) >= 0x80)
        act_utf8_next(s, end, &next);
    } else if (!act_is_mark(c) && !act_is_format(c) && !(c >= 0x1F3FB && c <= 0x1F3FF)) {
      break;
    }
    at = next;
  }
  return at;
}

static size_t match_run(const char *s, size_t at, size_t end, const char *set)
{
  while (at < end && strchr(set, s[at]) && s[at])
    at++;
  return at;
}

size_t act_match_symbol(const char *s, size_t at, size_t end)
{
  size_t next = at;
  uint32_t c = act_utf8_next(s, end, &next);
  if (c == '[' && end - at >= 5 && memcmp(s + at, "[...]", 5) == 0)
    return at + 5;
  if (c == '?' || c == '!')
    return match_run(s, at, end, "?!");
  if (c < 0x80 && strchr(".-*=_~#+<>|^`$\\/", (int)c)) {
    size_t stop = match_run(s, at, end, (const char[]){ (char)c, '\0' });
    return (c == '-' || c == '=') && stop > next && stop < end && s[stop] == '>' ? stop + 1 : stop;
  }
  if (c == '\'')
    return next < end && s[next] == '\'' ? next + 1 : next;
  if ((c == 0x2019 || c == 0x2018) && act_peek(s, next, end) == 0x2019)
    return next + 3;
  if (c >= 0x1F1E6 && c <= 0x1F1FF && act_peek(s, next, end) >= 0x1F1E6 &&
      act_peek(s, next, end) <= 0x1F1FF)
    act_utf8_next(s, end, &next); /* a flag */
  if (c == 0x2026)                /* "…" and full stops behind it */
    return match_run(s, next, end, ".");
  return match_joined(s, next, end);
}

/* Prefixes that the treebanks leave on their word. */
static const char prefixes[] = " non e mid co re pre anti cross post over semi pro multi ex sub "
                               "counter mini inter neo socio psycho intra micro un arch ultra "
                               "trans super hyper mega macro bi tri pseudo quasi proto de dis geo "
                               "bio crypto narco electro infra extra para ";

/* "SS-N-22", "SCAP-22-368": capitals and digits in three parts or more, with a digit. */
static bool is_code(const char *s, size_t begin, size_t end)
{
  size_t p = begin, hyphens = 0, digits = 0, limit = end - begin > 32 ? begin + 32 : end;
  for (; p < limit && (is_alnum(s[p]) || s[p] == '-'); p++) {
    if (act_ascii_lower(s[p]))
      return false;
    hyphens += s[p] == '-';
    digits += act_ascii_digit(s[p]);
  }
  return hyphens >= 2 && digits && !act_ascii_digit(s[begin]) && s[p - 1] != '-';
}

bool act_hyphen_joins(const char *s, size_t begin, size_t at, size_t end)
{
  uint32_t next = act_peek(s, at + 1, end);
  if (!act_is_letter(next) &&
      !act_is_digit(next)) /* "pre- and post-war", and words broken off in speech */
    return next != '-' &&
           (is_listed(prefixes, s, begin, at) || (at - begin <= 2 && act_ascii_letter(s[begin]) &&
                                                  (at - begin == 1 || act_ascii_lower(s[at - 1]))));
  if (is_listed(prefixes, s, begin, at))
    return true;
  return is_code(s, begin, end);
}

bool act_is_unit(const char *s, size_t at, size_t end)
{
  return is_listed(" km kms kg kgs mm cm m g mg ml l k am pm ft in lb lbs oz mi min mins sec secs "
                   "hr hrs h mph kph kmh khz mhz ghz hz kw mw "
                   "gw kwh mwh w v kb mb gb tb bn mn tn tr mln bln trn million billion trillion yr "
                   "yrs yo mo wk wks x usd eur gbp "
                   "km\xC2\xB2 pp pc ha \xC2\xB5m nm sq bbl bpd cc ",
                   s,
                   at,
                   end);
}
