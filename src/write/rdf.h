/* SPDX-License-Identifier: MIT */
/**
   @file rdf.h  A graph as triples, in one vocabulary, for several syntaxes.

   Nodes are schema:Person, schema:Place or schema:Organization; documents schema:Article.  Each
   edge is an rdf:Statement with status, dates and evidence; its IRI is made of its ends, relation
   and status, so that graphs of several runs join.  What is said to be so (status "actual") is a
   triple by itself too; what is planned, possible or negated is not.

   A syntax is a set of functions that are called in this order: head, then for each subject
   `subject`, then for each predicate `predicate` and its objects, then `end`; at last `tail`.  An
   object may be a blank node, with predicates of its own between `open` and `close`; there is no
   blank node within another.
*/
#ifndef ACT_WRITE_RDF_H
#define ACT_WRITE_RDF_H

#include "base/output.h"
#include "graph/document_ids.h"
#include "write/format.h"
#include "write/text.h"

typedef enum act_space {
  ACT_SPACE_RDF,
  ACT_SPACE_RDFS,
  ACT_SPACE_XSD,
  ACT_SPACE_SCHEMA,
  ACT_SPACE_PROV,
  ACT_SPACE_TERM, /* our own terms */
  ACT_SPACE_RELATION,
  ACT_SPACE_NODE,
  ACT_SPACE_DOCUMENT,
  ACT_SPACE_STATEMENT,
  ACT_SPACES,
  ACT_SPACE_NONE, /* an IRI in full */
} act_space;

typedef struct act_namespace {
  const char *prefix, *iri;
} act_namespace;

extern const act_namespace act_namespaces[ACT_SPACES];

/** An IRI; `local` needs no more escaping. */
typedef struct act_iri {
  act_space space;
  const char *local;
} act_iri;

typedef enum act_literal {
  ACT_LITERAL_STRING,
  ACT_LITERAL_INTEGER,
  ACT_LITERAL_DECIMAL,
  ACT_LITERAL_BOOLEAN,
  ACT_LITERAL_DATE,
  ACT_LITERAL_MONTH,
  ACT_LITERAL_YEAR,
  ACT_LITERAL_ADDRESS, /* what should be an IRI and is none */
} act_literal;

/** The datatype of a literal, in XML Schema's namespace; NULL for a plain string. */
const char *act_datatype(act_literal type);

typedef struct act_rdf act_rdf;

typedef struct act_rdf_syntax {
  void (*head)(act_rdf *file);
  void (*subject)(act_rdf *file, const act_iri *iri); /* NULL: a blank node */
  void (*predicate)(act_rdf *file, const act_iri *iri, size_t objects);
  void (*iri)(act_rdf *file, const act_iri *iri);
  void (*literal)(act_rdf *file, act_text text, act_literal type);
  void (*open)(act_rdf *file);
  void (*close)(act_rdf *file);
  void (*end)(act_rdf *file);
  void (*tail)(act_rdf *file);
  /* a triple in a graph of its own; NULL when the syntax has no graphs */
  void (*quad)(act_rdf *file, const act_iri parts[4]);
} act_rdf_syntax;

/** Where a syntax is: in a subject, or in a blank node within it. */
typedef struct act_rdf_level {
  bool any;                       /* something stands before the next predicate */
  size_t objects, total;          /* of the predicate: those written, and all */
  act_text_builder subject, verb; /* as written, where they are repeated */
} act_rdf_level;

struct act_rdf {
  const act_job *job;
  const act_rdf_syntax *syntax;
  act_document_ids ids;
  act_text_builder made, name; /* the value and the IRI that are being put together */
  /* for the syntax: */
  act_rdf_level levels[2], *level;
  uint64_t blanks; /* that have a name */
  bool typed;      /* the predicate is rdf:type */
  act_output out;
};

/** Write all triples. */
actant_status act_rdf_write(const act_job *job,
                            const act_rdf_syntax *syntax,
                            const actant_sink *sink,
                            actant_error *err) ACTANT_MUST_CHECK;

/** Whether an IRI is rdf:type. */
bool act_is_type(const act_iri *iri);
/** Write "prefix:local". */
void act_rdf_put_short(act_output *out, const act_iri *iri);
/** Write a literal's text between quotes, with the escapes that N-Triples and Turtle share. */
void act_rdf_put_quoted(act_output *out, act_text text);

#endif
