/* SPDX-License-Identifier: MIT */
/* Turtle (W3C Recommendation of 2014).  A local name that is not plain ASCII letters, digits, "_",
   ":", "-" and "." within it, is written in full: section 2.4 would allow more with escapes, which
   readers get wrong.  The three syntaxes must give the same triples: numbers and dates look alike
   in all. */
#include "write/rdf.h"

#include <string.h>

/* Whether a name can stand behind a prefix in every reader. */
static bool is_plain(const char *local)
{
  size_t size = strlen(local);
  return size && local[0] != '-' && local[0] != '.' && local[size - 1] != '.' &&
         !local[strspn(local,
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:-.")];
}

static void put_iri(act_output *out, const act_iri *iri)
{
  if (iri->space != ACT_SPACE_NONE && is_plain(iri->local)) {
    act_rdf_put_short(out, iri);
    return;
  }
  act_putc(out, '<');
  act_puts(out, iri->space == ACT_SPACE_NONE ? "" : act_namespaces[iri->space].iri);
  act_puts(out, iri->local);
  act_putc(out, '>');
}

static void head(act_rdf *file)
{
  for (size_t i = 0; i < ACT_SPACES; i++) {
    act_puts(&file->out, "@prefix ");
    act_puts(&file->out, act_namespaces[i].prefix);
    act_puts(&file->out, ": <");
    act_puts(&file->out, act_namespaces[i].iri);
    act_puts(&file->out, "> .\n");
  }
}

static void begin_subject(act_rdf *file, const act_iri *iri)
{
  act_putc(&file->out, '\n');
  if (iri)
    put_iri(&file->out, iri);
  else
    act_puts(&file->out, "[]");
  file->level->any = false;
}

static void begin_predicate(act_rdf *file, const act_iri *iri, size_t objects)
{
  (void)objects;
  act_puts(&file->out,
           !file->level->any             ? " "
           : file->level == file->levels ? " ;\n  "
                                         : " ;\n    ");
  if (act_is_type(iri))
    act_putc(&file->out, 'a');
  else
    put_iri(&file->out, iri);
  file->level->any = true;
  file->level->objects = 0;
}

static void begin_object(act_rdf *file)
{
  act_puts(&file->out, file->level->objects++ ? ", " : " ");
}

static void put_object(act_rdf *file, const act_iri *iri)
{
  begin_object(file);
  put_iri(&file->out, iri);
}

static void put_literal(act_rdf *file, act_text text, act_literal type)
{
  begin_object(file);
  if (type == ACT_LITERAL_INTEGER || type == ACT_LITERAL_DECIMAL || type == ACT_LITERAL_BOOLEAN) {
    act_put(&file->out, text.bytes, text.size);
    return;
  }
  act_rdf_put_quoted(&file->out, text);
  if (type != ACT_LITERAL_STRING) {
    act_puts(&file->out, "^^xsd:");
    act_puts(&file->out, act_datatype(type));
  }
}

static void open_blank(act_rdf *file)
{
  begin_object(file);
  act_putc(&file->out, '[');
  file->level++;
  file->level->any = false;
}

static void close_blank(act_rdf *file)
{
  act_puts(&file->out, " ]");
  file->level--;
}

static void end_subject(act_rdf *file)
{
  act_puts(&file->out, " .\n");
}

static void tail(act_rdf *file)
{
  (void)file;
}

actant_status act_write_turtle(const act_job *job, const actant_sink *sink, actant_error *err)
{
  static const act_rdf_syntax syntax = { head,        begin_subject, begin_predicate, put_object,
                                         put_literal, open_blank,    close_blank,     end_subject,
                                         tail,        NULL };
  return act_rdf_write(job, &syntax, sink, err);
}
