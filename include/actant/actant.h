/* SPDX-License-Identifier: MIT */
/**
   @file actant.h
   Prose in, a knowledge graph of people, places and organisations out.

   The way of the data: bytes are read into documents (`actant_reader`), a model extracts entities
   and statements from a document (`actant_extract` gives an `actant_result`), results are merged
   into a graph
   (`actant_graph_add`), and a graph or a result is written to a sink in one of the formats.

   Conventions
   - A function that can fail returns `actant_status`; its last parameter is the caller's
   `actant_error`, which may be NULL.  Out-parameters are written only on success.
   - What comes through an out-parameter is owned by the caller and freed with the `_free` function
   of its type; `_free(NULL)` is legal.  What is returned as a pointer is borrowed from the object
   it was asked of and lives as long.
   - Strings are NUL-terminated UTF-8.  Offsets and sizes are bytes; spans are half-open.
   - The library never prints, exits, aborts or reads the environment, and depends on no locale.
   - A model may be shared by threads; every other object belongs to one thread at a time.
*/
#ifndef ACTANT_ACTANT_H
#define ACTANT_ACTANT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(ACTANT_STATIC)
#define ACTANT_API
#else
#define ACTANT_API __attribute__((visibility("default")))
#endif
#define ACTANT_MUST_CHECK __attribute__((warn_unused_result))

/** What became of a call.  Zero is success. */
typedef enum actant_status {
  ACTANT_OK = 0,
  ACTANT_MEMORY,      /**< out of memory */
  ACTANT_ARGUMENT,    /**< a parameter or option is not usable */
  ACTANT_IO,          /**< a file or sink could not be read or written */
  ACTANT_EMPTY,       /**< the input holds no text */
  ACTANT_ENCODING,    /**< bytes that are not valid in their encoding */
  ACTANT_FORMAT,      /**< input that is not what it claims to be */
  ACTANT_LIMIT,       /**< larger or deeper than a limit of the options */
  ACTANT_MODEL,       /**< a model file that is damaged or of another version */
  ACTANT_RULES,       /**< a rule, name or relation file with an error */
  ACTANT_UNSUPPORTED, /**< left out of this build, or unknown */
} actant_status;

/** Where and why a call failed.  Of fixed size, so that running out of memory needs none. */
typedef struct actant_error {
  actant_status status;
  const char *stage; /**< the stage that failed, such as "read"; static storage, or NULL */
  char source[256];  /**< the file or document, cut if longer; may be empty */
  uint32_t line;     /**< 1-based, 0 when it does not apply */
  uint32_t column;   /**< 1-based, 0 when it does not apply */
  uint64_t offset;   /**< byte offset, meaningful when has_offset */
  bool has_offset;
  char message[320]; /**< what was wrong and what was expected; lower case, no newline */
} actant_error;

/** A name for a status, such as "encoding".  Static storage. */
ACTANT_API const char *actant_status_name(actant_status status);

/** The library's version, such as "0.1.0".  Static storage. */
ACTANT_API const char *actant_version(void);

/**
   Where bytes go.  `write` returns the number of bytes taken; fewer than `size` is an error of the
   sink, which ends the call that was writing with ACTANT_IO.
*/
typedef struct actant_sink {
  size_t (*write)(void *context, const void *bytes, size_t size);
  void *context;
} actant_sink;

/* ------------------------------------------------------------------------------------------- model
 */

typedef struct actant_model actant_model;

/** What a model is made of.  Initialise with actant_model_options_init. */
typedef struct actant_model_options {
  const void
    *data; /**< a model file in memory, or NULL for the embedded one; borrowed during the call */
  size_t size;                   /**< its size in bytes */
  const char *const *rules;      /**< texts of further rule files, NUL-terminated; may be NULL */
  const char *const *rule_names; /**< a name for each, for messages */
  size_t rule_count;
  const char *const *names;      /**< texts of tables of your own names, NUL-terminated (one a row:
                                    name, type, identifier, aliases, facts); may be NULL */
  const char *const *name_files; /**< a name for each, for messages */
  size_t name_count;
} actant_model_options;

ACTANT_API void actant_model_options_init(actant_model_options *options);

/**
   Open a model: trained weights, tables and rules, checked once.

   Errors: ACTANT_MODEL for a damaged file or one of another version, ACTANT_RULES with file, line
   and column for a rule, or with file and line for a row of names, that cannot be understood,
   ACTANT_MEMORY.
*/
ACTANT_API actant_status actant_model_open(const actant_model_options *options,
                                           actant_model **out,
                                           actant_error *err) ACTANT_MUST_CHECK;
ACTANT_API void actant_model_free(actant_model *model);

/** The model's card: corpora, command, scores, licences; plain text. */
ACTANT_API const char *actant_model_card(const actant_model *model);

/** One relation of the vocabulary.  Strings are borrowed from the model. */
typedef struct actant_relation {
  const char *id;       /**< such as "meets" */
  const char *subjects; /**< letters of P(erson), L(place), O(rganisation) */
  const char *objects;
  bool symmetric;
  const char *family; /**< such as "diplomacy" */
  const char *meaning;
} actant_relation;

ACTANT_API size_t actant_relation_count(const actant_model *model);
ACTANT_API actant_relation actant_relation_at(const actant_model *model, size_t index);

/** An example that stands beside the rules ("+ text => X relation Y", "- text"), tried. */
typedef struct actant_example {
  const char *file; /**< the rule file's name, as given; "" when built in without one */
  uint32_t line;    /**< 1-based */
  const char *text;
  const char *relation;
  const char *subject, *object; /**< names; NULL for a text that must not state the relation */
  bool positive;                /**< the text must state it */
  bool held;                    /**< the rules did as it says */
} actant_example;

/** Takes one example; its strings are borrowed during the call. */
typedef void actant_example_visit(void *context, const actant_example *example);

/**
   Try the examples of rule files on the model, in the order in which they stand: those of `file`
   (a name of options->rule_names, or of a built-in file such as "sport.rules"), or all when NULL.

   Errors: what extracting gives.  That an example does not hold is none.
*/
ACTANT_API actant_status actant_rules_check(const actant_model *model,
                                            const char *file,
                                            actant_example_visit *visit,
                                            void *context,
                                            actant_error *err) ACTANT_MUST_CHECK;

/* -------------------------------------------------------------------------------------------- read
 */

typedef struct actant_document actant_document;
typedef struct actant_reader actant_reader;

/** How bytes are read.  Initialise with actant_read_options_init. */
typedef struct actant_read_options {
  const char *name; /**< the document's name in output and messages; a path, or "-" */
  const char
    *encoding; /**< overrides declared and detected encodings; any that iconv knows; NULL: detect */
  const char *date;     /**< "YYYY-MM-DD": wins over metadata and text; NULL or "": not given */
  const char *format;   /**< "text", "html", "jsonl", "conllu", "feed"; NULL: told by content */
  size_t max_bytes;     /**< largest input, or file of an archive, and largest text of one document;
                           default 64 MiB */
  uint32_t max_depth;   /**< deepest nesting of markup kept; default 512 */
  size_t max_total;     /**< most bytes that an archive unpacks to; default 1 GiB */
  uint32_t max_entries; /**< most entries of an archive; default 100,000 */
  uint32_t max_nesting; /**< archives inside an archive inside …; default 3 */
} actant_read_options;

ACTANT_API void actant_read_options_init(actant_read_options *options);

/**
   Begin to read documents from bytes, which must live until actant_reader_free.  Most formats hold
   one document; a line of JSON Lines is one each, as are a `# newdoc` of CoNLL-U and an item of a
   feed (RSS, Atom).  Of an archive (zip, tar, WARC, compressed or not) the files are read whose
   names actant_reads_name, and the pages; their documents are named "archive!file".

   Errors: ACTANT_EMPTY, ACTANT_ENCODING with the byte offset, ACTANT_FORMAT (binary bytes, say),
   ACTANT_LIMIT.
*/
ACTANT_API actant_status actant_reader_open(const void *bytes,
                                            size_t size,
                                            const actant_read_options *options,
                                            actant_reader **out,
                                            actant_error *err) ACTANT_MUST_CHECK;

/**
   Read the next document; *out is NULL after the last.  An error concerns one document (a bad line,
   say): the next call goes on behind it.  The caller owns *out.
*/
ACTANT_API actant_status actant_reader_next(actant_reader *reader,
                                            actant_document **out,
                                            actant_error *err) ACTANT_MUST_CHECK;
ACTANT_API void actant_reader_free(actant_reader *reader);

/** Whether the name of a file ends as one that is read does: for walking folders. */
ACTANT_API bool actant_reads_name(const char *name);
/** Whether bytes begin as an archive does, whose size max_total limits. */
ACTANT_API bool actant_is_archive(const void *bytes, size_t size);

ACTANT_API const char *actant_document_name(const actant_document *document);
ACTANT_API const char *actant_document_title(
  const actant_document *document); /**< NULL if unknown; so the next three */
ACTANT_API const char *actant_document_date(
  const actant_document *document); /**< "2022-03-31", "2022-03" or "2022" */
ACTANT_API const char *actant_document_url(const actant_document *document);
ACTANT_API const char *actant_document_site(const actant_document *document);
/** The document's UTF-8 text, which all spans refer to; *size may be NULL. */
ACTANT_API const char *actant_document_text(const actant_document *document, size_t *size);
ACTANT_API void actant_document_free(actant_document *document);

/* ----------------------------------------------------------------------------------------- extract
 */

typedef struct actant_result actant_result;

/** What is extracted.  Initialise with actant_extract_options_init. */
typedef struct actant_extract_options {
  bool unnamed;  /**< give entities known only by pronoun or role too */
  bool annotate; /**< parse every sentence and find no statements: for actant_write_conllu */
  bool explain;  /**< keep why mentions were joined */
  bool open;     /**< state what verbs say that no rule has, too: see actant_statement.open */
} actant_extract_options;

ACTANT_API void actant_extract_options_init(actant_extract_options *options);

/**
   Find the entities and statements of a document.  The result borrows the model and takes the
   document over: on success *document is set to NULL and is freed with the result.
*/
ACTANT_API actant_status actant_extract(const actant_model *model,
                                        actant_document **document,
                                        const actant_extract_options *options,
                                        actant_result **out,
                                        actant_error *err) ACTANT_MUST_CHECK;
ACTANT_API void actant_result_free(actant_result *result);
ACTANT_API const actant_document *actant_result_document(const actant_result *result);

typedef enum actant_entity_type {
  ACTANT_PERSON,
  ACTANT_PLACE,
  ACTANT_ORGANISATION
} actant_entity_type;
typedef enum actant_form { ACTANT_NAME, ACTANT_NOMINAL, ACTANT_PRONOUN } actant_form;
typedef enum actant_modality {
  ACTANT_ACTUAL,
  ACTANT_PLANNED,
  ACTANT_POSSIBLE,
  ACTANT_NEGATED
} actant_modality;

typedef struct actant_span {
  uint32_t begin, end;
} actant_span;

typedef struct actant_mention {
  actant_span span;
  actant_form form;
} actant_mention;

/** A person, place or organisation of one document.  Borrowed from the result. */
typedef struct actant_entity {
  const char *id;   /**< a slug, such as "per-ana-reyes"; an NMTOKEN */
  const char *name; /**< the fullest usual name */
  actant_entity_type type;
  bool named;       /**< false: known by pronoun or role alone */
  const char *role; /**< the fullest title in the text, or the kind of place or body ("country");
                       may be NULL */
  const char *iso;  /**< ISO 3166-1 alpha-2 of a country, or NULL */
  const char *wikidata; /**< "Q…", or NULL */
  const char
    *ids; /**< further identifiers of your own names: "scheme:value", "; " between, or NULL */
  size_t alias_count;
  const char *const *aliases;
  size_t mention_count;
  const actant_mention *mentions;
} actant_entity;

ACTANT_API size_t actant_entity_count(const actant_result *result);
ACTANT_API actant_entity actant_entity_at(const actant_result *result, size_t index);

typedef struct actant_evidence {
  actant_span sentence;
  actant_span subject, trigger, object;
} actant_evidence;

#define ACTANT_NONE ((size_t)-1)

/** One subject, relation, object, status and date.  Borrowed from the result. */
typedef struct actant_statement {
  size_t subject, object;  /**< indexes of entities */
  size_t relation;         /**< index of the model's relation; ACTANT_NONE for an open one */
  const char *relation_id; /**< an open one is named by the text: "negotiated_over" */
  bool open;               /**< no rule has the relation; in a graph its family is "open" */
  actant_modality status;
  const char *label;    /**< the relation in the tense of its status: "met", "will meet" */
  const char *date;     /**< "YYYY", "YYYY-MM" or "YYYY-MM-DD"; NULL if unknown */
  const char *date_end; /**< NULL if none */
  size_t place;         /**< index of an entity, or ACTANT_NONE */
  size_t attributed_to; /**< index of an entity, or ACTANT_NONE */
  double confidence;    /**< 0 to 1 */
  const char *rule;     /**< such as "meets/with" */
  size_t evidence_count;
  const actant_evidence *evidence;
} actant_statement;

ACTANT_API size_t actant_statement_count(const actant_result *result);
ACTANT_API actant_statement actant_statement_at(const actant_result *result, size_t index);

/** Write the statement stream of a result: a document row, entity rows, statement rows, as JSON
 * Lines. */
ACTANT_API actant_status actant_write_statements(const actant_result *result,
                                                 bool with_text,
                                                 const actant_sink *sink,
                                                 actant_error *err) ACTANT_MUST_CHECK;
/** Write a result's tokens, tags, trees and names as CoNLL-U. */
ACTANT_API actant_status actant_write_conllu(const actant_result *result,
                                             const actant_sink *sink,
                                             actant_error *err) ACTANT_MUST_CHECK;
/** Write, for people, every mention of the entities that a name finds (NULL: of all) in its
 * sentence, and what it was taken for and why.  Needs actant_extract_options.explain, like the
 * next. */
ACTANT_API actant_status actant_write_mentions(const actant_result *result,
                                               const char *asked,
                                               const actant_sink *sink,
                                               actant_error *err) ACTANT_MUST_CHECK;
/** Write, for people, the sentences behind the statements between two entities (either NULL: any).
 */
ACTANT_API actant_status actant_write_explanation(const actant_result *result,
                                                  const char *between,
                                                  const char *and_,
                                                  const actant_sink *sink,
                                                  actant_error *err) ACTANT_MUST_CHECK;

/* ------------------------------------------------------------------------------------------- graph
 */

typedef struct actant_graph actant_graph;

ACTANT_API actant_status actant_graph_new(actant_graph **out, actant_error *err) ACTANT_MUST_CHECK;
ACTANT_API void actant_graph_free(actant_graph *graph);

/**
   Merge a result into a graph.  The graph copies what it keeps.  Entities join by identifier, else
   by type and full name; statements of the same subject, relation, object and status make one edge.
*/
ACTANT_API actant_status actant_graph_add(actant_graph *graph,
                                          const actant_result *result,
                                          actant_error *err) ACTANT_MUST_CHECK;

/** Where a graph that is read comes from. */
typedef struct actant_graph_source {
  const char *name;          /**< of the input, for messages; a path, or "-"; NULL: "-" */
  const actant_model *model; /**< knows the relations of a statement stream; may be NULL, then they
                                are of no family and not symmetric */
} actant_graph_source;

/** Whether bytes look like a graph that actant_graph_read reads; the first of them are enough. */
ACTANT_API bool actant_graph_recognise(const void *bytes, size_t size);

/**
   Read a graph that was written as GraphML or GEXF, or a statement stream, told apart by content,
   and merge it into a graph, as adding the results that it was made of would.  What the graph has
   from the same document already is not counted again.  Other programs may have saved the file
   anew, as long as its attributes have kept their names.

   Errors: ACTANT_FORMAT with the line for a file that is broken or foreign, ACTANT_LIMIT for more
   than 2 GiB, ACTANT_MEMORY.  A file that fails changes nothing; of a statement stream the
   documents above the bad line stay.
*/
ACTANT_API actant_status actant_graph_read(actant_graph *graph,
                                           const void *bytes,
                                           size_t size,
                                           const actant_graph_source *source,
                                           actant_error *err) ACTANT_MUST_CHECK;

/** What of a graph is kept.  Initialise with actant_filter_init, which keeps all. */
typedef struct actant_filter {
  unsigned types;               /**< bits 1 << actant_entity_type; 0: all */
  unsigned statuses;            /**< bits 1 << actant_modality; 0: all */
  const char *const *relations; /**< relation ids; NULL: all */
  size_t relation_count;
  const char *since, *until; /**< dates; edges without a date are dropped when either is given */
  uint32_t min_support;
  double min_confidence;
  const char
    *around;      /**< a node's name, last name or id: keep what is within `depth` edges of it */
  uint32_t depth; /**< default 1 */
  const char *path_from,
    *path_to;           /**< names or ids of two nodes: keep what is on paths between them */
  uint32_t path_length; /**< paths of up to so many edges; 0: the shortest alone */
  uint32_t top;         /**< keep the nodes of highest weighted degree; 0: all */
  bool isolated; /**< keep nodes without edges; default false: of those only the places of edges */
} actant_filter;

ACTANT_API void actant_filter_init(actant_filter *filter);

/** Make a new graph of what the filter keeps.  ACTANT_ARGUMENT when `around` or a path's end names
 * no node or no path leads there, ACTANT_LIMIT when there are too many paths to look at. */
ACTANT_API actant_status actant_graph_filter(const actant_graph *graph,
                                             const actant_filter *filter,
                                             actant_graph **out,
                                             actant_error *err) ACTANT_MUST_CHECK;

ACTANT_API size_t actant_graph_node_count(const actant_graph *graph);
ACTANT_API size_t actant_graph_edge_count(const actant_graph *graph);

/** How a graph is measured.  Initialise with actant_measure_options_init. */
typedef struct actant_measure_options {
  uint32_t seed;   /**< of communities, estimates and layouts; each seed repeats; 0: a fixed one */
  uint32_t pivots; /**< nodes that betweenness is counted from; as many as the graph has or more: it
                      is exact; 0: all when that takes a second or so, else what does */
} actant_measure_options;

ACTANT_API void actant_measure_options_init(actant_measure_options *options);

/**
   Measure a graph now and keep the numbers with it until it changes, so that writing in several
   formats does so once.  Writing measures by itself what was not, or with other options.
*/
ACTANT_API actant_status actant_graph_measure(actant_graph *graph,
                                              const actant_measure_options *options,
                                              actant_error *err) ACTANT_MUST_CHECK;

/** What is told of a graph's structure.  Initialise with actant_stats_options_init. */
typedef struct actant_stats_options {
  const char *title; /**< as of actant_write_options */
  bool json;         /**< JSON with all rows for scripts, not a table for people */
  uint32_t rows;     /**< of each list of the table; default 20; 0: all */
  actant_measure_options measure;
} actant_stats_options;

ACTANT_API void actant_stats_options_init(actant_stats_options *options);

/**
   Write counts of types, relations and statuses, communities by name, and each node's degree,
   weighted degree, PageRank, betweenness, core, component and community.
*/
ACTANT_API actant_status actant_graph_write_stats(const actant_graph *graph,
                                                  const actant_stats_options *options,
                                                  const actant_sink *sink,
                                                  actant_error *err) ACTANT_MUST_CHECK;

/** One output format. */
typedef struct actant_format {
  const char *name;       /**< such as "graphml" */
  const char *extensions; /**< separated by spaces, without dots */
  const char *media_type;
  const char *description;
} actant_format;

ACTANT_API size_t actant_format_count(void);
ACTANT_API actant_format actant_format_at(size_t index);
/** The index of the format of a name or extension, or ACTANT_NONE. */
ACTANT_API size_t actant_format_find(const char *name_or_extension);

/** How a graph is written.  Initialise with actant_write_options_init. */
typedef struct actant_write_options {
  const char *title;  /**< NULL: the only document's title, or a count of documents */
  const char *layout; /**< "dot", "sfdp" …; NULL: by size */
  const char *theme;  /**< of pictures: "light" or "dark"; NULL: light */
  bool cluster;       /**< pictures box communities in */
  actant_measure_options measure;
} actant_write_options;

ACTANT_API void actant_write_options_init(actant_write_options *options);
/** Write a graph to a sink; the files of a format of several follow each other. */
ACTANT_API actant_status actant_graph_write(const actant_graph *graph,
                                            size_t format,
                                            const actant_write_options *options,
                                            const actant_sink *sink,
                                            actant_error *err) ACTANT_MUST_CHECK;

/**
   Where the files of a format go.

   `begin` gives the sink of the next file, and is done with the one before.  The file's name is the
   graph's with `ending` behind: "" for a format of one file, else such as "-nodes.csv", or
   "/Oslo.md" for a file in a folder; it holds no other "/" and is no longer than 200 bytes.  NULL:
   it cannot be.
*/
typedef struct actant_files {
  const actant_sink *(*begin)(void *context, const char *ending);
  void *context;
} actant_files;

/** Whether a format is several files, a pair of tables or a folder of notes. */
ACTANT_API bool actant_format_is_several(size_t index);

/** Write a graph to files.  Errors: those of actant_graph_write, ACTANT_IO when a file cannot be.
 */
ACTANT_API actant_status actant_graph_write_files(const actant_graph *graph,
                                                  size_t format,
                                                  const actant_write_options *options,
                                                  const actant_files *files,
                                                  actant_error *err) ACTANT_MUST_CHECK;

#ifdef __cplusplus
}
#endif
#endif
