/* SPDX-License-Identifier: MIT */
/** @file caption.h  What a graph is called, and what stands above its picture. */
#ifndef ACT_WRITE_CAPTION_H
#define ACT_WRITE_CAPTION_H

#include "graph/graph.h"
#include "write/text.h"

/** The title given, else the only document's, else a count of documents. */
void act_title(const actant_graph *graph, const char *given, act_text_builder *out);
/** Counts and dates: "11 entities · 15 relations · 4 documents, 31 Aug – 7 Nov 2022". */
void act_subtitle(const actant_graph *graph, act_text_builder *out);
/** How a caption looks. */
typedef struct act_caption_style {
  const char *title;
  unsigned percent; /* of the usual size */
  bool dark;
  bool dots; /* nodes are dots, of which some have names */
} act_caption_style;

/** Title, subtitle and a legend of what occurs, as an HTML-like table. */
void act_caption(const actant_graph *graph, const act_caption_style *style, act_text_builder *out);
/** Two dates as a period, what both share said once; one date when they are the same. */
void act_period(act_date first, act_date last, act_text_builder *out);
/** The newest document's date; year 0 when none has one. */
act_date act_newest(const actant_graph *graph);
/** The oldest dated document's date, likewise. */
act_date act_oldest(const actant_graph *graph);

#endif
