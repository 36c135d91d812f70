/* SPDX-License-Identifier: MIT */
/** @file html.h  The page's template, and the graph as the data that the page reads. */
#ifndef ACT_WRITE_HTML_H
#define ACT_WRITE_HTML_H

#include "base/output.h"
#include "write/format.h"

/** The template: a page whose style and script are in place (see html/assemble.cmake), with
 * "{{title}}" and "{{data}}" where the graph goes; NUL-terminated. */
extern const char act_html_page[] __attribute__((visibility("hidden")));

/**
   Write the graph as JSON that may stand in a script element: "<" only ever as an escape.

   Spans of evidence count UTF-16 units, as a browser's strings do.  Errors: ACTANT_MEMORY; those of
   the sink stay in `out`.
*/
actant_status act_html_data(const act_job *job,
                            act_output *out,
                            actant_error *err) ACTANT_MUST_CHECK;

#endif
