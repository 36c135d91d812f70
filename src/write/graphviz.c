/* SPDX-License-Identifier: MIT */
/* What is done against Graphviz's traps: strings are copied with their backslashes doubled (a label
   that ends in one could not be read back, and \N would be expanded); attributes are declared
   first; messages go to us, not to standard error; numbers are printed under a C locale; groups are
   numbered, or they would come in the order of their names' addresses; the comment that names
   Graphviz's version is cut out of an SVG, and the time out of a PDF. */
#include "write/graphviz.h"

#ifdef ACTANT_HAVE_GRAPHVIZ

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
  Agraph_t *graph;
  Agraph_t *group; /* the graph itself outside of groups */
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

/* Ids in order of making.  cgraph's own are the addresses of names, by which it sorts groups. */
static void *begin_ids(Agraph_t *graph, Agdisc_t *disc)
{
  static IDTYPE last; /* guarded by the mutex */
  (void)graph;
  (void)disc;
  last = 0;
  return &last;
}

/* Of no name: cgraph then keeps names by itself, and asks for a new id. */
static long make_id(void *last, int type, char *name, IDTYPE *id, int create)
{
  (void)type;
  if (name || !create)
    return 0;
  *id = ++*(IDTYPE *)last;
  return 1;
}

static long refuse_id(void *last, int type, IDTYPE id)
{
  (void)last;
  (void)type;
  (void)id;
  return 0;
}

static void forget_id(void *last, int type, IDTYPE id)
{
  (void)last;
  (void)type;
  (void)id;
}

static char *print_id(void *last, int type, IDTYPE id)
{
  (void)last;
  (void)type;
  (void)id;
  return NULL;
}

static void end_ids(void *last)
{
  (void)last;
}

static void note_id(void *last, int type, void *object)
{
  (void)last;
  (void)type;
  (void)object;
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

actant_status act_gv_open(act_gv **out, actant_error *err)
{
  act_gv *gv = calloc(1, sizeof *gv);
  if (!gv || !act_locale_enter(&gv->locale)) {
    free(gv);
    return act_fail_memory(err, stage);
  }
  pthread_mutex_lock(&one_at_a_time);
  message[0] = '\0';
  gv->errors = agseterrf(keep_message);
  static Agiddisc_t ids = { begin_ids, make_id, refuse_id, forget_id, print_id, end_ids, note_id };
  static Agdisc_t disc = { .id = &ids };
  gv->graph = gv->group = agopen(loose("actant"), Agdirected, &disc);
  gv->current = gv->graph;
  gv->failed = !gv->graph;
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
  free(gv);
}

static void declare(void *self, act_canvas_kind kind, const char *name, const char *value)
{
  static const int kinds[] = { AGRAPH, AGNODE, AGEDGE };
  act_gv *gv = self;
  if (!gv->failed && !agattr(gv->graph, kinds[kind], loose(name), loose(value ? value : "")))
    gv->failed = true;
}

static void make_group(void *self, const char *name)
{
  act_gv *gv = self;
  if (gv->failed)
    return;
  gv->group = name ? agsubg(gv->graph, loose(name), 1) : gv->graph;
  gv->current = gv->group;
  gv->failed = !gv->group;
}

static void make_node(void *self, const char *name)
{
  act_gv *gv = self;
  if (gv->failed)
    return;
  gv->current = agnode(gv->group, loose(name), 1);
  gv->failed = !gv->current;
}

static void make_edge(void *self, const char *tail, const char *head)
{
  act_gv *gv = self;
  if (gv->failed)
    return;
  Agnode_t *from = agnode(gv->graph, loose(tail), 0), *to = agnode(gv->graph, loose(head), 0);
  gv->current = from && to ? agedge(gv->graph, from, to, NULL, 1) : NULL;
  gv->failed = !gv->current;
}

static void set_raw(act_gv *gv, const char *name, char *value)
{
  if (!value || agset(gv->current, loose(name), value) != 0)
    gv->failed = true;
}

static void set_text(void *self, const char *name, const char *text, size_t size)
{
  act_gv *gv = self;
  if (gv->failed || !size)
    return;
  act_text_clear(&gv->text);
  for (;;) {
    size_t n = strcspn(text, "\\\n");
    act_text_put(&gv->text, text, n);
    text += n;
    if (!*text)
      break;
    act_text_puts(&gv->text, *text++ == '\n' ? "\\n" : "\\\\");
  }
  const char *escaped = act_text_get(&gv->text);
  set_raw(gv, name, escaped ? loose(escaped) : NULL);
}

static void set_html(void *self, const char *name, const char *html)
{
  act_gv *gv = self;
  if (gv->failed)
    return;
  char *held = agstrdup_html(gv->graph, loose(html));
  set_raw(gv, name, held);
  if (held)
    agstrfree(gv->graph, held);
}

act_canvas act_gv_canvas(act_gv *gv)
{
  return (act_canvas){ gv, declare, make_group, make_node, make_edge, set_text, set_html };
}

static actant_status failure(actant_error *err, const char *what)
{
  if (*message)
    return act_fail(err, ACTANT_LIMIT, stage, "Graphviz could not %s: %s", what, message);
  return act_fail(err, ACTANT_MEMORY, stage, "Graphviz could not %s", what);
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

/* cairo writes the time into a PDF, as text of a fixed length. */
static void blank_time(char *data, size_t size)
{
  static const char key[] = "/CreationDate (D:";
  const size_t n = sizeof key - 1;
  for (size_t i = 0; i + n < size; i++) {
    if (data[i] != '/' || memcmp(data + i, key, n) != 0)
      continue;
    static const char none[] = "20000101000000";
    for (size_t k = 0; k < sizeof none - 1 && i + n + k < size; k++)
      if (data[i + n + k] >= '0' && data[i + n + k] <= '9')
        data[i + n + k] = none[k];
    return;
  }
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
  if (strcmp(device, "pdf") == 0)
    blank_time(data, size);
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
