/* SPDX-License-Identifier: MIT */
/* Nodes and edges from their attributes, as write/fields.h and write/provenance.h name and put
   them.  What is counted (support, dates, confidence of an edge) is counted anew from its rows, so
   that it cannot contradict them.  A file that other programs have saved may have lost its
   documents and its provenance: documents are then known by name alone, and each sentence of the
   evidence is a row. */
#include "graph/read_graph.h"

#include <string.h>

static const char stage[] = "graph";

static const char *const names[ACT_READ_FIELDS] = {
  "label",     "entity_type", "role",      "aliases",    "ids",    "mentions",
  "documents", "first_date",  "last_date", "relation",   "family", "symmetric",
  "status",    "confidence",  "evidence",  "provenance",
};

act_read_field act_read_field_of(const char *name)
{
  size_t i = 0;
  while (i < ACT_READ_FIELDS && strcmp(names[i], name) != 0)
    i++;
  return (act_read_field)i;
}

void act_graph_reading_free(act_graph_reading *reading)
{
  act_document_ids_free(&reading->ids);
  act_strings_free(&reading->nodes);
}

/* How much of a text a message shows: what is on its first line. */
static int shown(const char *text)
{
  size_t size = strcspn(text, "\t\r\n");
  return (int)(size < 60 ? size : 60);
}

static actant_status bad(const act_record *record,
                         act_read_field field,
                         const char *expected,
                         actant_error *err)
{
  const char *value = record->value[field];
  const char *what = record->source ? "edge" : "node";
  if (!value)
    return act_fail(err,
                    ACTANT_FORMAT,
                    stage,
                    "the %s '%.*s' has no %s; expected a graph that actant wrote",
                    what,
                    shown(record->id),
                    record->id,
                    names[field]);
  return act_fail(err,
                  ACTANT_FORMAT,
                  stage,
                  "the %s of the %s '%.*s' is '%.*s'; expected %s",
                  names[field],
                  what,
                  shown(record->id),
                  record->id,
                  shown(value),
                  value,
                  expected);
}

/* ------------------------------------------------------------------------------------------ values
 */

static bool read_number(const char *text, size_t size, uint32_t *out)
{
  uint64_t number = 0;
  for (size_t i = 0; i < size; i++) {
    if (text[i] < '0' || text[i] > '9' || number > UINT32_MAX)
      return false;
    number = number * 10 + (unsigned)(text[i] - '0');
  }
  *out = (uint32_t)number;
  return size > 0 && number <= UINT32_MAX;
}

/* A fraction of up to three decimals, in thousandths. */
static bool read_confidence(const char *text, size_t size, double *out)
{
  uint32_t whole, part = 0;
  const char *point = memchr(text, '.', size);
  size_t before = point ? (size_t)(point - text) : size;
  size_t behind = point ? size - before - 1 : 0;
  if (!read_number(text, before, &whole) || whole > 1 ||
      (point && !read_number(point + 1, behind < 3 ? behind : 3, &part)))
    return false;
  for (size_t i = behind; i < 3; i++)
    part *= 10;
  *out = (whole * 1000 + part) / 1000.0;
  return *out <= 1;
}

static bool read_date(const char *text, size_t size, act_date *out)
{
  *out = (act_date){ 0, 0, 0 };
  return !size || act_date_read(text, size, out);
}

static bool read_type(const char *text, actant_entity_type *out)
{
  for (int type = ACTANT_PERSON; type <= ACTANT_ORGANISATION; type++)
    if (text && strcmp(text, act_type_name((actant_entity_type)type)) == 0) {
      *out = (actant_entity_type)type;
      return true;
    }
  return false;
}

static bool read_status(const char *text, actant_modality *out)
{
  for (int status = ACTANT_ACTUAL; status <= ACTANT_NEGATED; status++)
    if (text && strcmp(text, act_modality_name((actant_modality)status)) == 0) {
      *out = (actant_modality)status;
      return true;
    }
  return false;
}

/* --------------------------------------------------------------------------------------- documents
 */

actant_status act_read_document(act_graph_reading *reading,
                                const act_graph_document *document,
                                actant_error *err)
{
  uint32_t number;
  TRY(act_graph_add_document(reading->graph, document, &number, err));
  const act_graph_document *kept = &reading->graph->documents.data[number];
  return act_document_ids_add(&reading->ids, kept->name, err);
}

/* The document of an id; one that the file does not tell of is known by the id alone. */
static actant_status find_document(act_graph_reading *reading,
                                   const char *id,
                                   size_t size,
                                   uint32_t *out,
                                   actant_error *err)
{
  id = size ? id : reading->name;
  size = size ? size : strlen(id);
  *out = act_document_ids_find(&reading->ids, id, size);
  if (*out != UINT32_MAX)
    return ACTANT_OK;
  const char *name = act_graph_string(reading->graph, id, size);
  if (!name)
    return act_fail_memory(err, stage);
  *out = (uint32_t)reading->graph->documents.count;
  return act_read_document(reading, &(act_graph_document){ .name = name }, err);
}

/* ------------------------------------------------------------------------------------------- nodes
 */

/* An alias of a list; a word of backslashes and a bar has one backslash too many. */
static actant_status add_alias(act_graph_reading *reading,
                               uint32_t node,
                               const char *text,
                               size_t size,
                               actant_error *err)
{
  act_buffer meant = { 0 };
  bool ok = true;
  for (const char *end = text + size; ok && text < end;) {
    const char *space = memchr(text, ' ', (size_t)(end - text)), *word_end = space ? space : end;
    size_t slashes = 0, word = (size_t)(word_end - text);
    while (slashes < word && text[slashes] == '\\')
      slashes++;
    text += slashes && word == slashes + 1 && text[slashes] == '|';
    const char *next = space ? space + 1 : end;
    ok = act_buffer_put(&meant, text, (size_t)(next - text));
    text = next;
  }
  const char *alias = ok ? act_graph_string(reading->graph, meant.data, meant.count) : NULL;
  act_array_free(&meant);
  return alias ? act_graph_add_alias(reading->graph, node, alias, err)
               : act_fail_memory(err, stage);
}

enum { ALIASES_MOST = 1 << 15 }; /* each is compared with those before it */

static actant_status add_aliases(act_graph_reading *reading,
                                 uint32_t node,
                                 const char *list,
                                 actant_error *err)
{
  size_t count = 0;
  if (!list)
    return ACTANT_OK;
  for (const char *end; (end = strstr(list, " | ")); list = end + 3) {
    if (++count == ALIASES_MOST)
      return act_fail(err, ACTANT_LIMIT, stage, "a node of more than %d aliases", (int)count);
    TRY(add_alias(reading, node, list, (size_t)(end - list), err));
  }
  return add_alias(reading, node, list, strlen(list), err);
}

/* What stands behind a scheme at the front of a list of ids, cut off it; "" when there is none. */
static const char *cut_id(actant_graph *graph, const char **list, const char *scheme)
{
  size_t n = strlen(scheme);
  if (strncmp(*list, scheme, n) != 0)
    return "";
  const char *bar = strstr(*list, " | "), *end = bar ? bar : *list + strlen(*list);
  const char *id = act_graph_string(graph, *list + n, (size_t)(end - *list) - n);
  *list = bar ? bar + 3 : end;
  return id;
}

/* "iso:AM | wikidata:Q399 | lei:5299", or some of them: the further ones are kept with "; "
 * between.
 */
static bool read_ids(actant_graph *graph, const char *ids, act_node *out)
{
  out->iso = out->wikidata = out->ids = "";
  if (!ids)
    return true;
  out->iso = cut_id(graph, &ids, "iso:");
  out->wikidata = cut_id(graph, &ids, "wikidata:");
  size_t size = 0, length = strlen(ids);
  char *further = length ? malloc(length) : NULL;
  if (length && !further)
    return false;
  for (size_t i = 0; i < length; i++) {
    bool bar = strncmp(ids + i, " | ", 3) == 0;
    if (bar)
      further[size++] = ';';
    further[size++] = bar ? ' ' : ids[i];
    i += bar ? 2 : 0;
  }
  if (length)
    out->ids = act_graph_string(graph, further, size);
  free(further);
  return out->iso && out->wikidata && out->ids;
}

static actant_status add_documents(act_graph_reading *reading,
                                   uint32_t node,
                                   const char *lines,
                                   actant_error *err)
{
  while (lines && *lines) {
    size_t size = strcspn(lines, "\n");
    uint32_t document;
    TRY(find_document(reading, lines, size, &document, err));
    TRY(act_graph_add_mentions(reading->graph, node, document, 0, err));
    lines += size + (lines[size] == '\n');
  }
  return ACTANT_OK;
}

/* Mentions and dates are told, and not always of documents that are. */
static actant_status set_counts(act_graph_reading *reading,
                                uint32_t number,
                                const act_record *record,
                                actant_error *err)
{
  act_node *node = &reading->graph->nodes.data[number];
  const char *mentions = record->value[ACT_READ_MENTIONS];
  const char *first = record->value[ACT_READ_FIRST_DATE];
  const char *last = record->value[ACT_READ_LAST_DATE];
  if (mentions && !read_number(mentions, strlen(mentions), &node->mentions))
    return bad(record, ACT_READ_MENTIONS, "a whole number", err);
  if (first && !read_date(first, strlen(first), &node->first))
    return bad(record, ACT_READ_FIRST_DATE, "a date", err);
  if (last && !read_date(last, strlen(last), &node->last))
    return bad(record, ACT_READ_LAST_DATE, "a date", err);
  return ACTANT_OK;
}

static actant_status remember_node(act_graph_reading *reading, const char *id, actant_error *err)
{
  size_t size = strlen(id);
  if (!size || act_strings_find(&reading->nodes, id, size) != ACT_NO_STRING)
    return act_fail(
      err, ACTANT_FORMAT, stage, "two nodes have the id '%.*s'; expected one each", shown(id), id);
  return act_strings_add(&reading->nodes, id, size) == ACT_NO_STRING ? act_fail_memory(err, stage)
                                                                     : ACTANT_OK;
}

actant_status act_read_node(act_graph_reading *reading, const act_record *record, actant_error *err)
{
  act_node like = { .id = record->id,
                    .name = record->value[ACT_READ_LABEL],
                    .role = record->value[ACT_READ_ROLE] };
  uint32_t node;
  if (!read_type(record->value[ACT_READ_ENTITY_TYPE], &like.type))
    return bad(record, ACT_READ_ENTITY_TYPE, "person, place or organisation", err);
  TRY(remember_node(reading, record->id, err));
  if (!read_ids(reading->graph, record->value[ACT_READ_IDS], &like))
    return act_fail_memory(err, stage);
  TRY(act_graph_add_node(reading->graph, &like, &node, err));
  TRY(add_aliases(reading, node, record->value[ACT_READ_ALIASES], err));
  TRY(add_documents(reading, node, record->value[ACT_READ_DOCUMENTS], err));
  return set_counts(reading, node, record, err);
}

/* ------------------------------------------------------------------------------------------- edges
 */

enum { ROW_FIELDS = 10 };

/* The fields of a row of provenance; those that are missing are empty. */
typedef struct row_text {
  act_text field[ROW_FIELDS];
} row_text;

enum { DOCUMENT, BEGIN, DATE, DATE_END, PLACE, SPEAKER, CONFIDENCE, RULE, SPANS, MARK };

static row_text split_row(const char *line, size_t size)
{
  row_text row = { { { "", 0 } } };
  const char *end = line + size;
  for (size_t i = 0; i < ROW_FIELDS; i++) {
    const char *tab = line < end ? memchr(line, '\t', (size_t)(end - line)) : NULL;
    row.field[i] = (act_text){ line, (size_t)((tab ? tab : end) - line) };
    line = tab ? tab + 1 : end;
  }
  return row;
}

static bool read_span(const char **at, const char *end, actant_span *out)
{
  const char *dash = memchr(*at, '-', (size_t)(end - *at));
  if (!dash)
    return false;
  const char *space = memchr(dash, ' ', (size_t)(end - dash)), *stop = space ? space : end;
  bool ok = read_number(*at, (size_t)(dash - *at), &out->begin) &&
            read_number(dash + 1, (size_t)(stop - dash - 1), &out->end) && out->begin <= out->end;
  *at = space ? space + 1 : end;
  return ok;
}

static bool read_spans(act_text text, act_graph_evidence *row)
{
  const char *at = text.bytes, *end = text.bytes + text.size;
  return !text.size || (read_span(&at, end, &row->subject) && read_span(&at, end, &row->trigger) &&
                        read_span(&at, end, &row->object));
}

/* "id", "id=name" or "=name". */
static bool read_party(const act_graph_reading *reading,
                       act_text text,
                       uint32_t *node,
                       const char **name)
{
  const char *equals = text.size ? memchr(text.bytes, '=', text.size) : NULL;
  size_t size = equals ? (size_t)(equals - text.bytes) : text.size;
  *node = ACT_NO_NODE;
  *name = "";
  if (size) {
    uint32_t number = act_strings_find(&reading->nodes, text.bytes, size);
    if (number == ACT_NO_STRING)
      return false;
    *node = number - 1;
    *name = reading->graph->nodes.data[*node].name;
  }
  if (equals)
    *name = act_graph_string(reading->graph, equals + 1, text.size - size - 1);
  return true;
}

/* The sentence of the row before that has the same document and begin. */
static const char *sentence_before(const act_edge *edge, const act_graph_evidence *row)
{
  for (size_t i = edge->evidence.count;
       i-- > 0 && edge->evidence.data[i].document == row->document;)
    if (edge->evidence.data[i].begin == row->begin)
      return edge->evidence.data[i].text;
  return "";
}

/* The next line of the evidence. */
static const char *next_sentence(actant_graph *graph, const char **lines)
{
  size_t size = strcspn(*lines, "\n");
  const char *text = act_graph_string(graph, *lines, size);
  *lines += size + ((*lines)[size] == '\n');
  return text;
}

static actant_status read_row(act_graph_reading *reading,
                              const row_text *told,
                              uint32_t edge,
                              const char **sentences,
                              const act_record *record,
                              actant_error *err)
{
  act_graph_evidence row = { .text = "" };
  const act_text *field = told->field;
  TRY(find_document(reading, field[DOCUMENT].bytes, field[DOCUMENT].size, &row.document, err));
  if (!read_number(field[BEGIN].bytes, field[BEGIN].size, &row.begin) ||
      !read_date(field[DATE].bytes, field[DATE].size, &row.date) ||
      !read_date(field[DATE_END].bytes, field[DATE_END].size, &row.date_end) ||
      !read_party(reading, field[PLACE], &row.place, &row.place_name) ||
      !read_party(reading, field[SPEAKER], &row.attributed_to, &row.attributed_name) ||
      !read_confidence(field[CONFIDENCE].bytes, field[CONFIDENCE].size, &row.confidence) ||
      !read_spans(field[SPANS], &row))
    return bad(record, ACT_READ_PROVENANCE, "the rows that actant wrote", err);
  row.rule = act_graph_string(reading->graph, field[RULE].bytes, field[RULE].size);
  if (act_text_is(field[MARK], "again"))
    row.text = sentence_before(&reading->graph->edges.data[edge], &row);
  else if (!act_text_is(field[MARK], "empty"))
    row.text = next_sentence(reading->graph, sentences);
  if (!row.text || !row.rule || !row.place_name || !row.attributed_name)
    return act_fail_memory(err, stage);
  size_t size = strlen(row.text);
  if (row.subject.end > size || row.trigger.end > size || row.object.end > size)
    return bad(record, ACT_READ_PROVENANCE, "spans inside the sentences", err);
  return act_graph_add_evidence(reading->graph, edge, &row, err);
}

static actant_status read_rows(act_graph_reading *reading,
                               uint32_t edge,
                               const act_record *record,
                               actant_error *err)
{
  const char *sentences = record->value[ACT_READ_EVIDENCE];
  sentences = sentences ? sentences : "";
  for (const char *line = record->value[ACT_READ_PROVENANCE]; *line;) {
    size_t size = strcspn(line, "\n");
    row_text told = split_row(line, size);
    TRY(read_row(reading, &told, edge, &sentences, record, err));
    line += size + (line[size] == '\n');
  }
  return ACTANT_OK;
}

/* Without provenance: a row a sentence, in a document called as the input. */
static actant_status guess_rows(act_graph_reading *reading,
                                uint32_t edge,
                                const act_record *record,
                                actant_error *err)
{
  const char *sentences = record->value[ACT_READ_EVIDENCE];
  const char *confidence = record->value[ACT_READ_CONFIDENCE];
  const char *first = record->value[ACT_READ_FIRST_DATE];
  const char *last = record->value[ACT_READ_LAST_DATE];
  act_graph_evidence row = { .place = ACT_NO_NODE, .attributed_to = ACT_NO_NODE };
  if ((confidence && !read_confidence(confidence, strlen(confidence), &row.confidence)) ||
      (first && !read_date(first, strlen(first), &row.date)) ||
      (last && !read_date(last, strlen(last), &row.date_end)))
    return bad(
      record, confidence ? ACT_READ_CONFIDENCE : ACT_READ_FIRST_DATE, "what actant writes", err);
  if (act_date_compare(row.date, row.date_end) == 0)
    row.date_end = (act_date){ 0, 0, 0 };
  TRY(find_document(reading, reading->name, strlen(reading->name), &row.document, err));
  sentences = sentences ? sentences : "";
  do {
    row.text = next_sentence(reading->graph, &sentences);
    if (!row.text)
      return act_fail_memory(err, stage);
    TRY(act_graph_add_evidence(reading->graph, edge, &row, err));
    row.begin++;
  } while (*sentences);
  return ACTANT_OK;
}

static actant_status find_end(const act_graph_reading *reading,
                              const act_record *record,
                              const char *id,
                              uint32_t *out,
                              actant_error *err)
{
  uint32_t number = id && *id ? act_strings_find(&reading->nodes, id, strlen(id)) : ACT_NO_STRING;
  if (number == ACT_NO_STRING)
    return act_fail(err,
                    ACTANT_FORMAT,
                    stage,
                    "the edge '%.*s' joins '%.*s'; expected the id of a node above it",
                    shown(record->id),
                    record->id,
                    id ? shown(id) : 0,
                    id ? id : "");
  *out = number - 1;
  return ACTANT_OK;
}

actant_status act_read_edge(act_graph_reading *reading, const act_record *record, actant_error *err)
{
  const char *symmetric = record->value[ACT_READ_SYMMETRIC];
  act_edge like = { .relation = record->value[ACT_READ_RELATION],
                    .family = record->value[ACT_READ_FAMILY],
                    .label = record->value[ACT_READ_LABEL],
                    .symmetric = symmetric && strcmp(symmetric, "true") == 0 };
  uint32_t edge;
  if (!read_status(record->value[ACT_READ_STATUS], &like.status))
    return bad(record, ACT_READ_STATUS, "actual, planned, possible or negated", err);
  TRY(find_end(reading, record, record->source, &like.source, err));
  TRY(find_end(reading, record, record->target, &like.target, err));
  TRY(act_graph_add_edge(reading->graph, &like, &edge, err));
  return record->value[ACT_READ_PROVENANCE] ? read_rows(reading, edge, record, err)
                                            : guess_rows(reading, edge, record, err);
}

/* ------------------------------------------------------------------------------------------- title
 */

/* "1 document", "12 documents": what a graph is called anyway. */
static bool is_count(const char *title)
{
  size_t digits = strspn(title, "0123456789");
  return digits &&
         (strcmp(title + digits, " document") == 0 || strcmp(title + digits, " documents") == 0);
}

actant_status act_read_title(act_graph_reading *reading, const char *title, actant_error *err)
{
  actant_graph *graph = reading->graph;
  bool own = graph->documents.count == 1 && strcmp(graph->documents.data[0].title, title) == 0;
  if (!*title || own || is_count(title))
    return ACTANT_OK;
  graph->title = act_graph_string(graph, title, strlen(title));
  return graph->title ? ACTANT_OK : act_fail_memory(err, stage);
}
