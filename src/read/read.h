/* SPDX-License-Identifier: MIT */
/** @file read.h  What the readers of this folder share: decoded input, and the making of documents.
 */
#ifndef ACT_READ_READ_H
#define ACT_READ_READ_H

#include "read/document.h"

/** Bytes of one input as UTF-8. */
typedef struct act_decoded {
  char *owned;       /* converted bytes, or NULL when `bytes` are the input itself */
  const char *bytes; /* valid UTF-8 */
  size_t size;
  size_t bom; /* bytes of a leading byte order mark, which belong to no block */
} act_decoded;

/** What a reader of one document needs to know. */
typedef struct act_source {
  const actant_read_options *options;
  const char *name;  /* the document's, not NULL */
  const char *bytes; /* valid UTF-8 */
  size_t size;
  size_t bom;
  bool is_input; /* offsets are bytes of the input */
} act_source;

/** An upper bound on bytes of any document: offsets are 32 bits wide, libxml2's an int. */
#define ACT_READ_MOST ((size_t)INT32_MAX - 16)

/**
   Find the encoding of some bytes and convert them to UTF-8, strictly.  Free out->owned.

   Errors: ACTANT_EMPTY, ACTANT_LIMIT, ACTANT_FORMAT for binary data, ACTANT_ENCODING with the
   offset, ACTANT_ARGUMENT for an encoding that iconv does not know.
*/
actant_status act_decode(const char *bytes,
                         size_t size,
                         const actant_read_options *options,
                         act_decoded *out,
                         actant_error *err) ACTANT_MUST_CHECK;

/** A document without text.  Freed by actant_document_free. */
actant_status act_document_new(const char *name,
                               actant_document **out,
                               actant_error *err) ACTANT_MUST_CHECK;
/** Copy a text into a document. */
actant_status act_document_set_text(actant_document *document,
                                    const char *bytes,
                                    size_t size,
                                    actant_error *err) ACTANT_MUST_CHECK;
/** Add a block, without the white space at its ends; nothing when nothing is left. */
actant_status act_document_add_block(actant_document *document,
                                     size_t begin,
                                     size_t end,
                                     act_block_kind kind,
                                     actant_error *err) ACTANT_MUST_CHECK;
/** Set the date of the options, else of the metadata (year 0: none), else that the text gives. */
void act_document_set_date(actant_document *document,
                           const actant_read_options *options,
                           act_date metadata);
/** Keep a string in a document; cleaned of control characters and outer white space.  NULL when
 * nothing is left of it. */
actant_status act_document_keep(actant_document *document,
                                const char *bytes,
                                size_t size,
                                const char **out,
                                actant_error *err) ACTANT_MUST_CHECK;

/** Read a plain text. */
actant_status act_read_text(const act_source *source,
                            actant_document **out,
                            actant_error *err) ACTANT_MUST_CHECK;
/** Read a page of HTML. */
actant_status act_read_html(const act_source *source,
                            actant_document **out,
                            actant_error *err) ACTANT_MUST_CHECK;
/** Read one line of JSON Lines; `line` is its number, for messages. */
actant_status act_read_json_line(const act_source *source,
                                 uint32_t line,
                                 actant_document **out,
                                 actant_error *err) ACTANT_MUST_CHECK;
/**
   Read the document of CoNLL-U that begins at *at, and move *at and *line behind it, also when it
   fails.  *out is NULL when only blank lines are left.
*/
actant_status act_read_conllu(const act_source *source,
                              size_t *at,
                              uint32_t *line,
                              actant_document **out,
                              actant_error *err) ACTANT_MUST_CHECK;

/** The encoding that is meant by a label of pages, after the Encoding standard; else the label. */
const char *act_encoding_meant(const char *label);

/** Whether bytes look like a page of HTML: a prolog or a first tag that says so. */
bool act_looks_like_html(const char *bytes, size_t size);

/** Move two offsets inwards over Unicode white space. */
void act_trim(const char *bytes, size_t *begin, size_t *end);

#endif
