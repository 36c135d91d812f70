/* SPDX-License-Identifier: MIT */
/* JSON-LD 1.1 (W3C Recommendation of 2020), with its context inline, so that reading it needs no
   network.  Names are prefixed, as in Turtle; what is not a string, an integer or a boolean says
   its type. */
#include "write/rdf.h"

#include <string.h>

static void put_string(act_output *out, const char *text)
{
  act_put_json(out, text, strlen(text));
}

/* The prefixes' names and what follows them need no escaping. */
static void put_iri(act_output *out, const act_iri *iri)
{
  if (iri->space == ACT_SPACE_NONE) {
    put_string(out, iri->local);
    return;
  }
  act_putc(out, '"');
  act_rdf_put_short(out, iri);
  act_putc(out, '"');
}

static void head(act_rdf *file)
{
  act_puts(&file->out, "{\n \"@context\": {");
  for (size_t i = 0; i < ACT_SPACES; i++) {
    act_puts(&file->out, i ? ",\n  " : "\n  ");
    put_string(&file->out, act_namespaces[i].prefix);
    act_puts(&file->out, ": ");
    put_string(&file->out, act_namespaces[i].iri);
  }
  act_puts(&file->out, "\n },\n \"@graph\": [");
}

/* The first subject is the graph itself: all others follow a comma. */
static void begin_subject(act_rdf *file, const act_iri *iri)
{
  act_puts(&file->out, iri ? ",\n  {" : "\n  {");
  if (iri) {
    act_puts(&file->out, "\"@id\": ");
    put_iri(&file->out, iri);
  }
  file->level->any = iri != NULL;
}

static void begin_predicate(act_rdf *file, const act_iri *iri, size_t objects)
{
  act_puts(&file->out, file->level->any ? ", " : "");
  file->typed = act_is_type(iri);
  if (file->typed)
    act_puts(&file->out, "\"@type\"");
  else
    put_iri(&file->out, iri);
  act_puts(&file->out, objects > 1 ? ": [" : ": ");
  file->level->any = true;
  file->level->objects = 0;
  file->level->total = objects;
}

/* What follows an object: a comma, or the end of the list. */
static void end_object(act_rdf *file)
{
  if (++file->level->objects < file->level->total)
    act_puts(&file->out, ", ");
  else if (file->level->total > 1)
    act_putc(&file->out, ']');
}

static void put_object(act_rdf *file, const act_iri *iri)
{
  act_puts(&file->out, file->typed ? "" : "{\"@id\": ");
  put_iri(&file->out, iri);
  act_puts(&file->out, file->typed ? "" : "}");
  end_object(file);
}

static void put_literal(act_rdf *file, act_text text, act_literal type)
{
  act_output *out = &file->out;
  if (type == ACT_LITERAL_INTEGER || type == ACT_LITERAL_BOOLEAN) {
    act_put(out, text.bytes, text.size);
  } else if (type == ACT_LITERAL_STRING) {
    act_put_json(out, text.bytes, text.size);
  } else {
    act_puts(out, "{\"@value\": ");
    act_put_json(out, text.bytes, text.size);
    act_puts(out, ", \"@type\": \"xsd:");
    act_puts(out, act_datatype(type));
    act_puts(out, "\"}");
  }
  end_object(file);
}

static void open_blank(act_rdf *file)
{
  act_putc(&file->out, '{');
  file->level++;
  file->level->any = false;
}

static void close_blank(act_rdf *file)
{
  act_putc(&file->out, '}');
  file->level--;
  end_object(file);
}

static void end_subject(act_rdf *file)
{
  act_putc(&file->out, '}');
}

static void tail(act_rdf *file)
{
  act_puts(&file->out, "\n ]\n}\n");
}

actant_status act_write_jsonld(const act_job *job, const actant_sink *sink, actant_error *err)
{
  static const act_rdf_syntax syntax = { head,        begin_subject, begin_predicate, put_object,
                                         put_literal, open_blank,    close_blank,     end_subject,
                                         tail,        NULL };
  return act_rdf_write(job, &syntax, sink, err);
}
