/* SPDX-License-Identifier: MIT */
/* GraphML and GEXF as this library writes them, and as other programs save them again: attributes
   are known by their names, whatever their keys are called.  libxml2's reader gives one node after
   the other, so that nothing is built but the graph.  Its limits on sizes are lifted, as an edge
   may have a great many sentences; what they guard against needs a document type declaration, which
   is refused before (act_graph_tell).  Depth stays limited by the reader itself. */
#include "graph/read_graph.h"

#include <libxml/xmlreader.h>
#include <stddef.h>
#include <string.h>

static const char stage[] = "graph";

/* What a text belongs to. */
typedef enum target {
  NOWHERE,
  VALUE, /* of the field `field` of the record */
  TITLE,
} target;

/* A key of GraphML or an attribute of GEXF: what is told under an id. */
typedef struct key {
  act_read_field field; /* ACT_READ_FIELDS: of no concern */
  bool title;
} key;

#define NO_OFFSET ((ptrdiff_t)-1)

typedef struct xml_reading {
  act_graph_reading *to;
  xmlTextReaderPtr xml;
  actant_error *err;
  actant_status said; /* of the parser's own complaint */
  /* keys by element: those of nodes, edges and the graph have ids apart in GEXF */
  struct {
    act_strings ids; /* a key's number and one */
    ACT_ARRAY(key) list;
  } keys[3];
  unsigned class; /* of the attributes that are declared: an index of keys */
  bool gexf;
  unsigned inside;                                      /* which element */
  act_buffer text;                                      /* of its values, each with a NUL behind */
  ptrdiff_t id, source, target, value[ACT_READ_FIELDS]; /* offsets in text, or NO_OFFSET */
  /* the text that is read */
  target target_of_text;
  act_read_field field;
  act_buffer piece;
  act_buffer title;
} xml_reading;

enum { NODES, EDGES, GRAPH };
enum { OUTSIDE, IN_NODE, IN_EDGE };

static actant_status no_memory(const xml_reading *r)
{
  return act_fail_memory(r->err, stage);
}

/* ------------------------------------------------------------------------------------- parser's
 * say
 */

/* Keep the first complaint; it ends in a line feed. */
#if LIBXML_VERSION >= 21200
static void complain(void *context, const xmlError *error)
#else
static void complain(void *context, xmlError *error)
#endif
{
  xml_reading *r = context;
  const char *said = error->message ? error->message : "it is no XML";
  size_t size = strcspn(said, "\r\n");
  if (r->said != ACTANT_OK || error->level < XML_ERR_ERROR)
    return;
  r->said =
    error->code == XML_ERR_NO_MEMORY
      ? no_memory(r)
      : act_fail(
          r->err, ACTANT_FORMAT, stage, "broken XML: %.*s", (int)(size < 200 ? size : 200), said);
  if (error->line > 0)
    act_error_line(r->err, (uint32_t)error->line, 0);
}

/* ------------------------------------------------------------------------------------------ values
 */

static bool is_local(const xml_reading *r, const char *name)
{
  return strcmp((const char *)xmlTextReaderConstLocalName(r->xml), name) == 0;
}

/* Put an attribute behind the text of the record; *out stays when there is none. */
static bool keep_attribute(xml_reading *r, const char *name, ptrdiff_t *out)
{
  xmlChar *value = xmlTextReaderGetAttribute(r->xml, (const xmlChar *)name);
  if (!value)
    return true;
  *out = (ptrdiff_t)r->text.count;
  bool kept = act_buffer_put(&r->text, (const char *)value, strlen((const char *)value) + 1);
  xmlFree(value);
  return kept;
}

static const char *text_at(const xml_reading *r, ptrdiff_t offset)
{
  return offset == NO_OFFSET ? NULL : r->text.data + offset;
}

static bool begin_record(xml_reading *r)
{
  r->text.count = 0;
  r->id = r->source = r->target = NO_OFFSET;
  for (size_t i = 0; i < ACT_READ_FIELDS; i++)
    r->value[i] = NO_OFFSET;
  return keep_attribute(r, "id", &r->id);
}

static actant_status end_record(xml_reading *r)
{
  act_record record = { .id = text_at(r, r->id),
                        .source = text_at(r, r->source),
                        .target = text_at(r, r->target) };
  for (size_t i = 0; i < ACT_READ_FIELDS; i++)
    record.value[i] = text_at(r, r->value[i]);
  bool node = r->inside == IN_NODE;
  r->inside = OUTSIDE;
  record.id = record.id ? record.id : "";
  return node ? act_read_node(r->to, &record, r->err) : act_read_edge(r->to, &record, r->err);
}

/* -------------------------------------------------------------------------------------------- keys
 */

static actant_status declare(xml_reading *r, unsigned class, const char *name_attribute)
{
  ptrdiff_t id = NO_OFFSET, name = NO_OFFSET;
  if (r->inside != OUTSIDE)
    return ACTANT_OK;
  r->text.count = 0;
  if (!keep_attribute(r, "id", &id) || !keep_attribute(r, name_attribute, &name))
    return no_memory(r);
  if (id == NO_OFFSET || name == NO_OFFSET || class > GRAPH)
    return ACTANT_OK;
  const char *called = text_at(r, id), *means = text_at(r, name);
  act_strings *ids = &r->keys[class].ids;
  if (act_strings_find(ids, called, strlen(called)) != ACT_NO_STRING)
    return ACTANT_OK;
  key made = { class == GRAPH ? ACT_READ_FIELDS : act_read_field_of(means),
               class == GRAPH && strcmp(means, "title") == 0 };
  if (act_strings_add(ids, called, strlen(called)) == ACT_NO_STRING ||
      !act_array_push(&r->keys[class].list, made))
    return no_memory(r);
  return ACTANT_OK;
}

/* What a file tells under an id; of no concern when it does not say. */
static key find_key(const xml_reading *r, unsigned class, const char *id)
{
  uint32_t number = *id ? act_strings_find(&r->keys[class].ids, id, strlen(id)) : ACT_NO_STRING;
  return number == ACT_NO_STRING || number == 0 ? (key){ ACT_READ_FIELDS, false }
                                                : r->keys[class].list.data[number - 1];
}

static unsigned class_of(xml_reading *r, const char *attribute)
{
  static const char *const names[] = { "node", "edge", "graph" };
  unsigned class = 0;
  xmlChar *value = xmlTextReaderGetAttribute(r->xml, (const xmlChar *)attribute);
  while (class < 3 && (!value || strcmp((const char *)value, names[class]) != 0))
    class ++;
  xmlFree(value);
  return class;
}

/* ---------------------------------------------------------------------------------------- elements
 */

static actant_status begin_element(xml_reading *r, unsigned inside)
{
  if (r->inside != OUTSIDE)
    return act_fail(r->err,
                    ACTANT_FORMAT,
                    stage,
                    "a node or an edge inside another; expected a graph that actant wrote");
  if (!begin_record(r) || !keep_attribute(r, "source", &r->source) ||
      !keep_attribute(r, "target", &r->target) ||
      (r->gexf && !keep_attribute(r, "label", &r->value[ACT_READ_LABEL])))
    return no_memory(r);
  r->inside = inside;
  return xmlTextReaderIsEmptyElement(r->xml) ? end_record(r) : ACTANT_OK;
}

static actant_status begin_node(xml_reading *r)
{
  return begin_element(r, IN_NODE);
}

static actant_status begin_edge(xml_reading *r)
{
  return begin_element(r, IN_EDGE);
}

static actant_status declare_key(xml_reading *r)
{
  return declare(r, class_of(r, "for"), "attr.name");
}

static actant_status begin_attributes(xml_reading *r)
{
  r->class = class_of(r, "class");
  return ACTANT_OK;
}

static actant_status declare_attribute(xml_reading *r)
{
  return declare(r, r->class, "title");
}

static void expect_text(xml_reading *r, target of)
{
  r->piece.count = 0;
  r->target_of_text = xmlTextReaderIsEmptyElement(r->xml) ? NOWHERE : of;
}

/* <data key="…"> of GraphML, whose text follows. */
static actant_status begin_data(xml_reading *r)
{
  xmlChar *id = xmlTextReaderGetAttribute(r->xml, (const xmlChar *)"key");
  unsigned class = r->inside == IN_NODE ? NODES : r->inside == IN_EDGE ? EDGES : GRAPH;
  key found = find_key(r, class, id ? (const char *)id : "");
  xmlFree(id);
  r->field = found.field;
  expect_text(r, found.title ? TITLE : found.field < ACT_READ_FIELDS ? VALUE : NOWHERE);
  return ACTANT_OK;
}

static actant_status begin_description(xml_reading *r)
{
  expect_text(r, TITLE);
  return ACTANT_OK;
}

/* <attvalue for="…" value="…"/> of GEXF. */
static actant_status read_attvalue(xml_reading *r)
{
  xmlChar *id = xmlTextReaderGetAttribute(r->xml, (const xmlChar *)"for");
  key found = { ACT_READ_FIELDS, false };
  if (r->inside != OUTSIDE && id)
    found = find_key(r, r->inside == IN_NODE ? NODES : EDGES, (const char *)id);
  xmlFree(id);
  return found.field == ACT_READ_FIELDS || keep_attribute(r, "value", &r->value[found.field])
           ? ACTANT_OK
           : no_memory(r);
}

/* What the beginning of an element does, by the format that has it. */
static const struct {
  const char *name;
  actant_status (*begin)(xml_reading *r);
  bool graphml, gexf;
} elements[] = {
  { "node", begin_node, true, true },
  { "edge", begin_edge, true, true },
  { "data", begin_data, true, false },
  { "key", declare_key, true, false },
  { "attvalue", read_attvalue, false, true },
  { "attributes", begin_attributes, false, true },
  { "attribute", declare_attribute, false, true },
  { "description", begin_description, false, true },
};

static actant_status begin(xml_reading *r)
{
  if (xmlTextReaderDepth(r->xml) == 0)
    r->gexf = is_local(r, "gexf");
  for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
    if ((r->gexf ? elements[i].gexf : elements[i].graphml) && is_local(r, elements[i].name))
      return elements[i].begin(r);
  return ACTANT_OK;
}

/* The text of a value is whole: libxml2 gives it in pieces where it has entities. */
static actant_status end_text(xml_reading *r)
{
  act_buffer *to = r->target_of_text == TITLE ? &r->title : &r->text;
  if (r->target_of_text == VALUE)
    r->value[r->field] = (ptrdiff_t)to->count;
  else
    to->count = 0;
  r->target_of_text = NOWHERE;
  return act_buffer_put(to, r->piece.data, r->piece.count) && act_buffer_put(to, "", 1)
           ? ACTANT_OK
           : no_memory(r);
}

static actant_status end(xml_reading *r)
{
  if (r->target_of_text != NOWHERE)
    return end_text(r);
  if ((r->inside == IN_NODE && is_local(r, "node")) ||
      (r->inside == IN_EDGE && is_local(r, "edge")))
    return end_record(r);
  return ACTANT_OK;
}

/* --------------------------------------------------------------------------------------- documents
 */

static uint32_t named_character(const char *name, size_t size)
{
  static const struct {
    const char *name;
    uint32_t code;
  } known[] = { { "amp", '&' },   { "lt", '<' },   { "gt", '>' }, { "quot", '"' },
                { "apos", '\'' }, { "#10", '\n' }, { "#9", '\t' } };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strlen(known[i].name) == size && memcmp(known[i].name, name, size) == 0)
      return known[i].code;
  return 0;
}

/* Put a value of the instruction with its escapes undone, and a NUL, behind the text. */
static bool put_unescaped(act_buffer *out, const char *value, size_t size)
{
  for (size_t at = 0; at < size;) {
    const char *semicolon = value[at] == '&' ? memchr(value + at, ';', size - at) : NULL;
    size_t n = semicolon ? (size_t)(semicolon - (value + at)) - 1 : 0;
    uint32_t code = n ? named_character(value + at + 1, n) : 0;
    char c = code ? (char)code : value[at];
    if (!act_buffer_put(out, &c, 1))
      return false;
    at += code ? n + 2 : 1;
  }
  return act_buffer_put(out, "", 1);
}

/* The value of an attribute of an instruction, such as ` url="…"`. */
static bool find_value(const char *content, const char *name, const char **value, size_t *size)
{
  size_t n = strlen(name);
  for (const char *at = content; *at;) {
    at += strspn(at, " \t\r\n");
    const char *equals = strchr(at, '='), *close = NULL;
    if (equals && equals[1] == '"')
      close = strchr(equals + 2, '"');
    if (!close)
      return false;
    *value = equals + 2;
    *size = (size_t)(close - *value);
    if ((size_t)(equals - at) == n && memcmp(at, name, n) == 0)
      return true;
    at = close + 1;
  }
  return false;
}

/* <?actant-document name="…" title="…" url="…" date="…"?> */
static actant_status read_instruction(xml_reading *r)
{
  static const char *const names[] = { "name", "title", "url", "date" };
  const xmlChar *content = xmlTextReaderConstValue(r->xml);
  ptrdiff_t at[4];
  if (!is_local(r, "actant-document") || !content || r->inside != OUTSIDE)
    return ACTANT_OK;
  r->text.count = 0;
  for (size_t i = 0; i < 4; i++) {
    const char *value = "";
    size_t size = 0;
    if (!find_value((const char *)content, names[i], &value, &size))
      size = 0;
    at[i] = (ptrdiff_t)r->text.count;
    if (!put_unescaped(&r->text, value, size))
      return no_memory(r);
  }
  act_graph_document document = { .name = text_at(r, at[0]),
                                  .title = text_at(r, at[1]),
                                  .url = text_at(r, at[2]) };
  const char *date = text_at(r, at[3]);
  if (*date && !act_date_read(date, strlen(date), &document.date))
    return act_fail(
      r->err, ACTANT_FORMAT, stage, "a document's date is '%.40s'; expected a date", date);
  return act_read_document(r->to, &document, r->err);
}

/* -------------------------------------------------------------------------------------------- file
 */

static actant_status take_text(xml_reading *r)
{
  const xmlChar *text = r->target_of_text == NOWHERE ? NULL : xmlTextReaderConstValue(r->xml);
  return !text || act_buffer_put(&r->piece, (const char *)text, strlen((const char *)text))
           ? ACTANT_OK
           : no_memory(r);
}

static actant_status take_node(xml_reading *r)
{
  switch (xmlTextReaderNodeType(r->xml)) {
    case XML_READER_TYPE_ELEMENT:
      return begin(r);
    case XML_READER_TYPE_END_ELEMENT:
      return end(r);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return take_text(r);
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
      return read_instruction(r);
    default:
      return ACTANT_OK;
  }
}

/* The line of the node at hand: that of the parser runs ahead of it, that of the node ends at what
 * 16 bits hold. */
static uint32_t line_of(const xml_reading *r)
{
  long line = xmlGetLineNo(xmlTextReaderCurrentNode(r->xml));
  return line > 0 && line < UINT16_MAX ? (uint32_t)line
                                       : (uint32_t)xmlTextReaderGetParserLineNumber(r->xml);
}

static actant_status take_all(xml_reading *r)
{
  int more;
  while ((more = xmlTextReaderRead(r->xml)) == 1) {
    actant_status st = take_node(r);
    if (st != ACTANT_OK) {
      act_error_line(r->err, line_of(r), 0);
      return st;
    }
  }
  if (r->said != ACTANT_OK)
    return r->said;
  if (more < 0)
    return act_fail(r->err, ACTANT_FORMAT, stage, "broken XML; expected a graph that actant wrote");
  return r->title.count ? act_read_title(r->to, r->title.data, r->err) : ACTANT_OK;
}

static void free_reading(xml_reading *r)
{
  xmlFreeTextReader(r->xml);
  for (size_t i = 0; i < 3; i++) {
    act_strings_free(&r->keys[i].ids);
    act_array_free(&r->keys[i].list);
  }
  act_array_free(&r->text);
  act_array_free(&r->piece);
  act_array_free(&r->title);
}

actant_status act_read_graph_xml(const char *bytes,
                                 size_t size,
                                 act_graph_reading *reading,
                                 actant_error *err)
{
  xml_reading r = { .to = reading, .err = err, .class = GRAPH + 1 };
  actant_error own;
  if (!err)
    r.err = &own;
  if (size > INT32_MAX)
    return act_fail(err, ACTANT_LIMIT, stage, "a graph of more than 2 GiB cannot be read");
  r.xml = xmlReaderForMemory(
    bytes, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOWARNING);
  if (!r.xml)
    return no_memory(&r);
  xmlTextReaderSetStructuredErrorHandler(r.xml, complain, &r);
  actant_status st = take_all(&r);
  free_reading(&r);
  return st;
}
