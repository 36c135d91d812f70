/* SPDX-License-Identifier: MIT */
/* N-Triples and N-Quads (W3C Recommendations of 2014): a line a triple, each with its IRIs in full.
   N-Quads repeat what is said to be so in the graph of each document that says so, so that a store
   can be asked for it by document. */
#include "write/rdf.h"

static void build_iri(act_text_builder *out, const act_iri *iri)
{
  act_text_puts(out, "<");
  act_text_puts(out, iri->space == ACT_SPACE_NONE ? "" : act_namespaces[iri->space].iri);
  act_text_puts(out, iri->local);
  act_text_puts(out, ">");
}

static void put_iri(act_output *out, const act_iri *iri)
{
  act_putc(out, '<');
  act_puts(out, iri->space == ACT_SPACE_NONE ? "" : act_namespaces[iri->space].iri);
  act_puts(out, iri->local);
  act_putc(out, '>');
}

static void nothing(act_rdf *file)
{
  (void)file;
}

static void build_blank(act_rdf *file, act_text_builder *out)
{
  act_text_puts(out, "_:b");
  act_text_uint(out, file->blanks);
}

static void begin_subject(act_rdf *file, const act_iri *iri)
{
  act_text_clear(&file->level->subject);
  if (iri) {
    build_iri(&file->level->subject, iri);
    return;
  }
  file->blanks++;
  build_blank(file, &file->level->subject);
}

static void begin_predicate(act_rdf *file, const act_iri *iri, size_t objects)
{
  (void)objects;
  act_text_clear(&file->level->verb);
  build_iri(&file->level->verb, iri);
}

static void put_start(act_rdf *file)
{
  act_put(&file->out, file->level->subject.buffer.data, file->level->subject.buffer.count);
  act_putc(&file->out, ' ');
  act_put(&file->out, file->level->verb.buffer.data, file->level->verb.buffer.count);
  act_putc(&file->out, ' ');
}

static void put_object(act_rdf *file, const act_iri *iri)
{
  put_start(file);
  put_iri(&file->out, iri);
  act_puts(&file->out, " .\n");
}

static void put_literal(act_rdf *file, act_text text, act_literal type)
{
  put_start(file);
  act_rdf_put_quoted(&file->out, text);
  if (type != ACT_LITERAL_STRING) {
    act_puts(&file->out, "^^");
    put_iri(&file->out, &(act_iri){ ACT_SPACE_XSD, act_datatype(type) });
  }
  act_puts(&file->out, " .\n");
}

static void open_blank(act_rdf *file)
{
  put_start(file);
  file->blanks++;
  act_puts(&file->out, "_:b");
  act_put_uint(&file->out, file->blanks);
  act_puts(&file->out, " .\n");
  file->level++;
  act_text_clear(&file->level->subject);
  build_blank(file, &file->level->subject);
}

static void close_blank(act_rdf *file)
{
  file->level--;
}

static void put_quad(act_rdf *file, const act_iri parts[4])
{
  for (int i = 0; i < 4; i++) {
    put_iri(&file->out, &parts[i]);
    act_putc(&file->out, ' ');
  }
  act_puts(&file->out, ".\n");
}

actant_status act_write_nquads(const act_job *job, const actant_sink *sink, actant_error *err)
{
  static const act_rdf_syntax syntax = { nothing,     begin_subject, begin_predicate, put_object,
                                         put_literal, open_blank,    close_blank,     nothing,
                                         nothing,     put_quad };
  return act_rdf_write(job, &syntax, sink, err);
}

actant_status act_write_ntriples(const act_job *job, const actant_sink *sink, actant_error *err)
{
  static const act_rdf_syntax syntax = { nothing,     begin_subject, begin_predicate, put_object,
                                         put_literal, open_blank,    close_blank,     nothing,
                                         nothing,     NULL };
  return act_rdf_write(job, &syntax, sink, err);
}
