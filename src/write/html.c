/* SPDX-License-Identifier: MIT */
/* One page that needs no other file and no network: a template with its style and script in place,
   and between its parts the graph as data.  What the page does is in html/.  Its policy allows that
   style and that script alone, by their hashes, so that no name in a graph can become one. */
#include "write/html.h"

#include <string.h>

static bool is_mark(const char *at, const char *word)
{
  return strncmp(at, word, strlen(word)) == 0;
}

static void put_title(const char *title, act_output *out)
{
  for (; *title; title++)
    if (*title == '&')
      act_puts(out, "&amp;");
    else if (*title == '<')
      act_puts(out, "&lt;");
    else
      act_putc(out, *title);
}

static actant_status put_page(const act_job *job, act_output *out, actant_error *err)
{
  static const char title[] = "{{title}}", data[] = "{{data}}";
  const char *from = act_html_page;
  for (const char *at = from; (at = strchr(at, '{')) != NULL; at++) {
    bool is_title = is_mark(at, title);
    if (!is_title && !is_mark(at, data))
      continue;
    act_put(out, from, (size_t)(at - from));
    if (is_title)
      put_title(job->title, out);
    else
      TRY(act_html_data(job, out, err));
    at += (is_title ? sizeof title : sizeof data) - 2;
    from = at + 1;
  }
  act_puts(out, from);
  return ACTANT_OK;
}

actant_status act_write_html(const act_job *job, const actant_sink *sink, actant_error *err)
{
  act_output *out = malloc(sizeof *out); /* its buffer is too large for a small stack */
  if (!out)
    return act_fail_memory(err, "write");
  act_output_init(out, sink);
  actant_status st = put_page(job, out, err);
  if (st == ACTANT_OK)
    st = act_output_finish(out, err);
  free(out);
  return st;
}
