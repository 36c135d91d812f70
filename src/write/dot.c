/* SPDX-License-Identifier: MIT */
/* DOT as a stream: no object of cgraph is made, so that memory does not grow with the file.  All
   values are quoted.  Backslashes are doubled and line breaks written as \n, since labels and
   tooltips are escStrings; other readers of DOT see them so too.  Graphviz's own reader gives up on
   16 KiB of a string between two backslashes, so that long ones are folded with a backslash and a
   line break, but not others: many readers do not unfold. */
#include "write/format.h"

#include "base/output.h"
#include "write/picture.h"

#include <string.h>

typedef struct dot {
  act_output out;
  bool grouped; /* a group is open */
  bool listed;  /* an attribute of the open node or edge was written */
  enum { AT_GRAPH, AT_GROUP, AT_OBJECT } at;
} dot;

/* Half of what the reader's buffer holds. */
enum { FOLD = 8192 };

/* Bytes without escapes, folded between two code points. */
static void put_folded(act_output *out, const char *text, size_t size)
{
  while (size > FOLD) {
    size_t n = FOLD;
    while (n > FOLD - 4 && ((unsigned char)text[n] & 0xC0) == 0x80)
      n--;
    act_put(out, text, n);
    act_put(out, "\\\n", 2);
    text += n;
    size -= n;
  }
  act_put(out, text, size);
}

static void put_quoted(act_output *out, const char *text)
{
  act_putc(out, '"');
  for (;;) {
    size_t n = strcspn(text, "\"\\\n");
    put_folded(out, text, n);
    text += n;
    if (!*text)
      break;
    act_put(out, *text == '\n' ? "\\n" : *text == '"' ? "\\\"" : "\\\\", 2);
    text++;
  }
  act_putc(out, '"');
}

/* End the node or edge that is open. */
static void close_object(dot *file)
{
  if (file->at == AT_OBJECT)
    act_puts(&file->out, file->listed ? "];\n" : ";\n");
  file->at = file->grouped ? AT_GROUP : AT_GRAPH;
  file->listed = false;
}

static void declare(void *self, act_canvas_kind kind, const char *name, const char *value)
{
  static const char *const kinds[] = { "graph", "node", "edge" };
  dot *file = self;
  if (!value)
    return;
  act_putc(&file->out, '\t');
  act_puts(&file->out, kinds[kind]);
  act_puts(&file->out, " [");
  act_puts(&file->out, name);
  act_putc(&file->out, '=');
  put_quoted(&file->out, value);
  act_puts(&file->out, "];\n");
}

static void make_group(void *self, const char *name)
{
  dot *file = self;
  close_object(file);
  if (file->grouped)
    act_puts(&file->out, "\t}\n");
  file->grouped = name != NULL;
  file->at = name ? AT_GROUP : AT_GRAPH;
  if (!name)
    return;
  act_puts(&file->out, "\tsubgraph ");
  put_quoted(&file->out, name);
  act_puts(&file->out, " {\n");
}

static void make_node(void *self, const char *name)
{
  dot *file = self;
  close_object(file);
  file->at = AT_OBJECT;
  act_puts(&file->out, file->grouped ? "\t\t" : "\t");
  put_quoted(&file->out, name);
}

static void make_edge(void *self, const char *tail, const char *head)
{
  dot *file = self;
  close_object(file);
  file->at = AT_OBJECT;
  act_putc(&file->out, '\t');
  put_quoted(&file->out, tail);
  act_puts(&file->out, " -> ");
  put_quoted(&file->out, head);
}

/* Begin an attribute of what is open. */
static void put_name(dot *file, const char *name)
{
  if (file->at == AT_OBJECT)
    act_puts(&file->out, file->listed ? ", " : " [");
  else
    act_puts(&file->out, file->grouped ? "\t\t" : "\t");
  file->listed = true;
  act_puts(&file->out, name);
  act_putc(&file->out, '=');
}

static void end_value(dot *file)
{
  if (file->at != AT_OBJECT)
    act_puts(&file->out, ";\n");
}

static void set_text(void *self, const char *name, const char *text, size_t size)
{
  dot *file = self;
  if (!size)
    return;
  put_name(file, name);
  put_quoted(&file->out, text);
  end_value(file);
}

static void set_html(void *self, const char *name, const char *html)
{
  dot *file = self;
  put_name(file, name);
  act_putc(&file->out, '<');
  act_puts(&file->out, html);
  act_putc(&file->out, '>');
  end_value(file);
}

static actant_status write_picture(const act_layout *layout,
                                   const actant_sink *sink,
                                   actant_error *err)
{
  dot *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  if (!file)
    return act_fail_memory(err, "write");
  const act_canvas canvas = { file, declare, make_group, make_node, make_edge, set_text, set_html };
  act_output_init(&file->out, sink);
  act_puts(&file->out, "digraph actant {\n");
  actant_status st = act_picture_describe(layout, &canvas, err);
  close_object(file);
  act_puts(&file->out, "}\n");
  if (st == ACTANT_OK)
    st = act_output_finish(&file->out, err);
  free(file);
  return st;
}

actant_status act_write_dot(const act_job *job, const actant_sink *sink, actant_error *err)
{
  act_layout layout;
  TRY(act_layout_choose(job, false, &layout, err));
  actant_status st = write_picture(&layout, sink, err);
  act_layout_free(&layout);
  return st;
}
