/* SPDX-License-Identifier: MIT */
/** @file cues.h  What a line of a page is, told by its own words: furniture, a byline, a dateline,
 * a caption. */
#ifndef ACT_READ_CUES_H
#define ACT_READ_CUES_H

#include <stdbool.h>
#include <stddef.h>

/** White-space separated words that hold a letter or digit. */
size_t act_count_words(const char *bytes, size_t size);
/** Whether a text ends as a sentence does: with . ! ? or …, quotes and brackets behind it aside. */
bool act_ends_sentence(const char *bytes, size_t size);
/** Whether a text is what pages put around articles: share buttons, adverts, notices. */
bool act_is_furniture(const char *bytes, size_t size);
/** Whether a line of furniture heads a list of other articles: "Related stories". */
bool act_heads_links(const char *bytes, size_t size);
/** "By Jane Roe, Agency", "Reporting by …". */
bool act_is_byline(const char *bytes, size_t size);
/** "FILE - …", "In this photo …", or a text with a photo credit at its end. */
bool act_is_caption(const char *bytes, size_t size);
/** "Photo: …", "(Jane Roe/Agency)" and nothing else. */
bool act_is_credit(const char *bytes, size_t size);
/** A bullet or number, as in a list; the length of the marker with the space behind it, or 0. */
size_t act_list_marker(const char *bytes, size_t size);
/** A dateline at the beginning, with its dash; its length, or 0 when there is none. */
size_t act_dateline(const char *bytes, size_t size);
/** Where a photo credit at the end of a caption begins; `size` when there is none. */
size_t act_credit_begin(const char *bytes, size_t size);
/** Two to four capitalised words: what may be the name of an author. */
bool act_like_name(const char *bytes, size_t size);

#endif
