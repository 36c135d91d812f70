/* SPDX-License-Identifier: MIT */
/** @file feed.h  Feeds of articles: RSS and Atom. */
#ifndef ACT_READ_FEED_H
#define ACT_READ_FEED_H

#include "read/read.h"

typedef struct act_feed act_feed;

/** Whether bytes look like RSS 2.0 (or 0.9x), RSS 1.0 or Atom. */
bool act_looks_like_feed(const char *bytes, size_t size);

/** Begin to read a feed; the source must live until act_feed_free. */
actant_status act_feed_open(const act_source *source,
                            act_feed **out,
                            actant_error *err) ACTANT_MUST_CHECK;
/**
   Read the next item that has any text; *out is NULL behind the last.  Its name is that of the feed
   with "!" and the item's number behind.  An error concerns one item, but for broken XML, which
   ends the feed.
*/
actant_status act_feed_next(act_feed *feed,
                            actant_document **out,
                            actant_error *err) ACTANT_MUST_CHECK;
void act_feed_free(act_feed *feed);

#endif
