/* SPDX-License-Identifier: MIT */
/* What is done against Graphviz's traps: strings are copied with their backslashes doubled (a label
   that ends in one could not be read back, and \N would be expanded); attributes are declared
   first; lines are not folded (`linelength`), since other readers of DOT do not unfold them, but
   where Graphviz's own reader would give up: it takes 16 KiB of a string between two backslashes;
   messages go to us, not to standard error; numbers are printed under a C locale; the comment that
   names Graphviz's version is cut out. */
#include "write/graphviz.h"

#ifdef ACTANT_HAVE_GRAPHVIZ

#include "base/output.h"
#include "graph/locale.h"
#include "write/text.h"

#include <graphviz/gvc.h>
#include <pthread.h>
#include <string.h>

static const char stage[] = "write";
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
/* The first message of the drawing that is open; Graphviz's callback has no context.  Guarded by
 * the mutex. */
static char message[160];
/* Made once and never freed: the plugin for text (2.42) remembers the name of the last font after
 * its context is gone, and reads it. */
static GVC_t *context;

struct act_gv {
  Agiodisc_t io;
  Agdisc_t disc;
  Agraph_t *graph;
  Agnode_t **nodes;
  size_t node_count, capacity;
  void *current;
  agusererrf errors;
  act_locale locale;
  bool failed;
  act_text_builder text;
};

static int keep_message(char *text)
{
  size_t n = strcspn(text, "\n"), used = strlen(message), room = sizeof message - 1 - used;
  memcpy(message + used, text, n < room ? n : room);
  message[used + (n < room ? n : room)] = '\0';
  return 0;
}

static int put_string(void *output, const char *string)
{
  act_puts(output, string);
  return 0;
}

static int flush_nothing(void *output)
{
  (void)output;
  return 0;
}

/* cgraph's parameters are not const, but it copies what it is given. */
static char *loose(const char *string)
{
  union {
    const char *in;
    char *out;
  } both = { .in = string };
  return both.out;
}

actant_status act_gv_open(size_t nodes, act_gv **out, actant_error *err)
{
  act_gv *gv = calloc(1, sizeof *gv);
  if (!gv || !(gv->nodes = calloc(nodes + 1, sizeof *gv->nodes)) ||
      !act_locale_enter(&gv->locale)) {
    free(gv ? gv->nodes : NULL);
    free(gv);
    return act_fail_memory(err, stage);
  }
  pthread_mutex_lock(&one_at_a_time);
  message[0] = '\0';
  gv->errors = agseterrf(keep_message);
  gv->capacity = nodes;
  gv->io = AgIoDisc;
  gv->io.putstr = put_string;
  gv->io.flush = flush_nothing;
  gv->disc = (Agdisc_t){ &AgMemDisc, &AgIdDisc, &gv->io };
  gv->graph = agopen(loose("actant"), Agdirected, &gv->disc);
  gv->current = gv->graph;
  gv->failed = !gv->graph;
  act_gv_declare(gv, ACT_GV_GRAPH, "linelength", "0");
  *out = gv;
  return ACTANT_OK;
}

void act_gv_close(act_gv *gv)
{
  if (!gv)
    return;
  if (gv->graph)
    agclose(gv->graph);
  agseterrf(gv->errors);
  pthread_mutex_unlock(&one_at_a_time);
  act_locale_leave(&gv->locale);
  act_text_free(&gv->text);
  free(gv->nodes);
  free(gv);
}

void act_gv_declare(act_gv *gv, act_gv_kind kind, const char *name, const char *value)
{
  static const int kinds[] = { AGRAPH, AGNODE, AGEDGE };
  if (!gv->failed && !agattr(gv->graph, kinds[kind], loose(name), loose(value)))
    gv->failed = true;
}

void act_gv_node(act_gv *gv, const char *name)
{
  if (gv->failed)
    return;
  Agnode_t *node = gv->node_count < gv->capacity ? agnode(gv->graph, loose(name), 1) : NULL;
  gv->failed = !node;
  gv->current = node;
  if (node)
    gv->nodes[gv->node_count++] = node;
}

void act_gv_edge(act_gv *gv, uint32_t tail, uint32_t head)
{
  if (gv->failed)
    return;
  bool known = tail < gv->node_count && head < gv->node_count;
  gv->current = known ? agedge(gv->graph, gv->nodes[tail], gv->nodes[head], NULL, 1) : NULL;
  gv->failed = !gv->current;
}

static void set_raw(act_gv *gv, const char *name, char *value)
{
  if (!value || agset(gv->current, loose(name), value) != 0)
    gv->failed = true;
}

/* Half of what the reader's buffer holds. */
enum { FOLD = 8192 };

/* Bytes of a text without escapes, folded with a backslash and a line break between two code
 * points. */
static void put_folded(act_text_builder *out, const char *text, size_t size)
{
  while (size > FOLD) {
    size_t n = FOLD;
    while (n > FOLD - 4 && ((unsigned char)text[n] & 0xC0) == 0x80)
      n--;
    act_text_put(out, text, n);
    act_text_puts(out, "\\\n");
    text += n;
    size -= n;
  }
  act_text_put(out, text, size);
}

void act_gv_set(act_gv *gv, const char *name, const char *text)
{
  if (gv->failed || !*text)
    return;
  act_text_clear(&gv->text);
  for (;;) {
    size_t n = strcspn(text, "\\\n");
    put_folded(&gv->text, text, n);
    text += n;
    if (!*text)
      break;
    act_text_puts(&gv->text, *text++ == '\n' ? "\\n" : "\\\\");
  }
  const char *escaped = act_text_get(&gv->text);
  set_raw(gv, name, escaped ? loose(escaped) : NULL);
}

void act_gv_set_html(act_gv *gv, const char *name, const char *html)
{
  if (gv->failed)
    return;
  char *held = agstrdup_html(gv->graph, loose(html));
  set_raw(gv, name, held);
  if (held)
    agstrfree(gv->graph, held);
}

static actant_status failure(actant_error *err, const char *what)
{
  if (*message)
    return act_fail(err, ACTANT_LIMIT, stage, "Graphviz could not %s: %s", what, message);
  return act_fail(err, ACTANT_MEMORY, stage, "Graphviz could not %s", what);
}

actant_status act_gv_write(act_gv *gv, const actant_sink *sink, actant_error *err)
{
  if (gv->failed)
    return failure(err, "take the graph");
  act_output *out = malloc(sizeof *out);
  if (!out)
    return act_fail_memory(err, stage);
  act_output_init(out, sink);
  int code = agwrite(gv->graph, out);
  actant_status st = act_output_finish(out, err);
  if (st == ACTANT_OK && code != 0)
    st = failure(err, "write the graph");
  free(out);
  return st;
}

/* Where a comment that names the version stands in an SVG, or `size` twice. */
static void find_comment(const char *data, size_t size, size_t *begin, size_t *end)
{
  static const char opening[] = "<!-- Generated by";
  const size_t n = sizeof opening - 1, head = size < 1024 ? size : 1024;
  *begin = *end = size;
  for (size_t i = 0; i + n <= head; i++) {
    if (memcmp(data + i, opening, n) != 0)
      continue;
    for (size_t k = i; k + 3 <= head; k++) {
      if (memcmp(data + k, "-->", 3) == 0) {
        *begin = i;
        *end = k + 3 + (k + 3 < size && data[k + 3] == '\n');
        return;
      }
    }
  }
}

static actant_status send(const char *data, size_t size, const actant_sink *sink, actant_error *err)
{
  size_t begin, end;
  find_comment(data, size, &begin, &end);
  if ((begin && sink->write(sink->context, data, begin) != begin) ||
      (size > end && sink->write(sink->context, data + end, size - end) != size - end))
    return act_fail(err, ACTANT_IO, stage, "the output could not be written in full");
  return ACTANT_OK;
}

static actant_status render(act_gv *gv,
                            const char *device,
                            const actant_sink *sink,
                            actant_error *err)
{
  char *data = NULL;
  unsigned size = 0;
  if (gvRenderData(context, gv->graph, device, &data, &size) != 0 || !data)
    return failure(err, "draw the picture");
  actant_status st = send(data, size, sink, err);
  gvFreeRenderData(data);
  return st;
}

actant_status act_gv_render(act_gv *gv,
                            const char *engine,
                            const char *device,
                            const actant_sink *sink,
                            actant_error *err)
{
  if (gv->failed)
    return failure(err, "take the graph");
  actant_status st;
  if (!context)
    context = gvContext();
  if (!context)
    return act_fail_memory(err, stage);
  if (gvLayout(context, gv->graph, engine) != 0) {
    st = failure(err, "lay out the graph");
  } else {
    message[0] = '\0'; /* warnings of the layout are no reason why drawing fails */
    st = render(gv, device, sink, err);
    gvFreeLayout(context, gv->graph);
  }
  return st;
}

#else
typedef int act_graphviz_is_left_out; /* a file is never empty */
#endif
