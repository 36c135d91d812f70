/* SPDX-License-Identifier: MIT */
/*
 * The command line.  One table says each option's name, which commands take it and how its value is
 * read; getopt_long does the rest. Wrong values are told at once, before any file is read.
 */
#include "cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum {
  ALL = CLI_GRAPH | CLI_STATS | CLI_EXTRACT | CLI_ANNOTATE | CLI_EXPLAIN | CLI_INFO | CLI_RULES,
  FILELESS = CLI_INFO | CLI_RULES,
  READERS = ALL & ~FILELESS,
  GRAPHS = CLI_GRAPH | CLI_STATS,
  STATERS = GRAPHS | CLI_EXTRACT | CLI_EXPLAIN
};

typedef struct option_row option_row;
typedef int read_value(const option_row *row, const char *value, cli_options *out);

struct option_row {
  const char *name;
  char letter;
  unsigned commands;
  bool takes_value;
  read_value *read;
  size_t field; /* offset in cli_options of what it sets */
};

static const struct {
  const char *name;
  unsigned command;
} commands[] = {
  { "graph", CLI_GRAPH },       { "stats", CLI_STATS },     { "extract", CLI_EXTRACT },
  { "annotate", CLI_ANNOTATE }, { "explain", CLI_EXPLAIN }, { "info", CLI_INFO },
  { "rules", CLI_RULES },
};

static void *field_of(const option_row *row, cli_options *out)
{
  return (char *)out + row->field;
}

static int read_string(const option_row *row, const char *value, cli_options *out)
{
  *(const char **)field_of(row, out) = value;
  return CLI_DONE;
}

static int read_flag(const option_row *row, const char *value, cli_options *out)
{
  (void)value;
  *(bool *)field_of(row, out) = true;
  return CLI_DONE;
}

static int read_item(const option_row *row, const char *value, cli_options *out)
{
  if (!*value)
    return cli_misuse("--%s: the value is empty", row->name);
  return cli_list_add(field_of(row, out), value, strlen(value)) ? CLI_DONE : CLI_FAILED;
}

/* Digits alone, without sign or space. */
static bool read_digits(const char *value, const char **end, unsigned long long *out)
{
  unsigned long long n = 0;
  const char *c = value;
  for (; *c >= '0' && *c <= '9'; c++) {
    if (n > (UINT64_MAX - 9) / 10)
      return false;
    n = n * 10 + (unsigned)(*c - '0');
  }
  *end = c;
  *out = n;
  return c > value;
}

static int read_count(const option_row *row, const char *value, cli_options *out)
{
  const char *end;
  unsigned long long n;
  if (!read_digits(value, &end, &n) || *end || n > UINT32_MAX)
    return cli_misuse("--%s: '%s' is no whole number", row->name, value);
  *(uint32_t *)field_of(row, out) = (uint32_t)n;
  return CLI_DONE;
}

static int read_size(const option_row *row, const char *value, cli_options *out)
{
  const char *end;
  unsigned long long n;
  if (!read_digits(value, &end, &n))
    return cli_misuse("--%s: '%s' is no size, such as 500000, 200K or 64M", row->name, value);
  int shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
  if (end[shift != 0] || n > (SIZE_MAX >> 1 >> shift) || n == 0)
    return cli_misuse("--%s: '%s' is no size, such as 500000, 200K or 64M", row->name, value);
  *(size_t *)field_of(row, out) = (size_t)(n << shift);
  return CLI_DONE;
}

static int read_fraction(const option_row *row, const char *value, cli_options *out)
{
  const char *c = value;
  double n = 0, unit = 1;
  while (*c >= '0' && *c <= '9')
    n = n * 10 + (*c++ - '0');
  if (*c == '.')
    for (c++; *c >= '0' && *c <= '9'; c++)
      n += (*c - '0') * (unit /= 10);
  if (*c || c == value || n > 1)
    return cli_misuse("--%s: '%s' is no number from 0 to 1", row->name, value);
  *(double *)field_of(row, out) = n;
  return CLI_DONE;
}

/* The number of exactly `digits` digits, or -1. */
static int read_part(const char *value, int digits)
{
  int n = 0;
  for (int i = 0; i < digits; i++) {
    if (value[i] < '0' || value[i] > '9')
      return -1;
    n = n * 10 + (value[i] - '0');
  }
  return n;
}

static bool is_date(const char *value)
{
  static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  size_t size = strlen(value);
  int year = read_part(value, 4);
  if (year <= 0 || (size != 4 && size != 7 && size != 10))
    return false;
  if (size == 4)
    return true;
  int month = value[4] == '-' ? read_part(value + 5, 2) : -1;
  if (month < 1 || month > 12 || size == 7)
    return month >= 1 && month <= 12;
  int day = value[7] == '-' ? read_part(value + 8, 2) : -1;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= days[month - 1] && (month != 2 || day < 29 || leap);
}

static int read_date(const option_row *row, const char *value, cli_options *out)
{
  if (*value && !is_date(value))
    return cli_misuse(
      "--%s: '%s' is no date, such as 2022-03-31, 2022-03 or 2022", row->name, value);
  return read_string(row, *value ? value : NULL, out);
}

/* Add the bit of each of the names between commas. */
static int read_names(const option_row *row,
                      const char *value,
                      const char *const *names,
                      unsigned *bits)
{
  for (const char *from = value, *end = NULL; !end || *end; from = end + 1) {
    end = from + strcspn(from, ",");
    size_t i = 0;
    while (names[i] && (strlen(names[i]) != (size_t)(end - from) ||
                        strncmp(names[i], from, (size_t)(end - from)) != 0))
      i++;
    if (!names[i])
      return cli_misuse("--%s: '%.*s' is unknown", row->name, (int)(end - from), from);
    *bits |= 1u << i;
  }
  return CLI_DONE;
}

static int read_types(const option_row *row, const char *value, cli_options *out)
{
  static const char *const names[] = { "person", "place", "organisation", NULL };
  return read_names(row, value, names, &out->filter.types);
}

static int read_statuses(const option_row *row, const char *value, cli_options *out)
{
  static const char *const names[] = { "actual", "planned", "possible", "negated", NULL };
  return read_names(row, value, names, &out->filter.statuses);
}

static int read_relations(const option_row *row, const char *value, cli_options *out)
{
  for (const char *from = value, *end = NULL; !end || *end; from = end + 1) {
    end = from + strcspn(from, ",");
    if (end == from)
      return cli_misuse("--%s: the value is empty", row->name);
    if (!cli_list_add(&out->relations, from, (size_t)(end - from)))
      return CLI_FAILED;
  }
  return CLI_DONE;
}

static int read_theme(const option_row *row, const char *value, cli_options *out)
{
  if (strcmp(value, "light") != 0 && strcmp(value, "dark") != 0)
    return cli_misuse("--%s: '%s' is unknown; expected light or dark", row->name, value);
  return read_string(row, value, out);
}

static int read_input_format(const option_row *row, const char *value, cli_options *out)
{
  static const char *const names[] = { "text", "html", "jsonl", "conllu", "feed" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp(names[i], value))
      return read_string(row, value, out);
  return cli_misuse(
    "--%s: '%s' is unknown; expected text, html, jsonl, conllu or feed", row->name, value);
}

#define FIELD(name) offsetof(cli_options, name)

static const option_row rows[] = {
  { "output", 'o', READERS, true, read_item, FIELD(outputs) },
  { "to", 't', CLI_GRAPH, true, read_string, FIELD(to) },
  { "title", 0, GRAPHS, true, read_string, FIELD(write.title) },
  { "layout", 0, CLI_GRAPH, true, read_string, FIELD(write.layout) },
  { "theme", 0, CLI_GRAPH, true, read_theme, FIELD(write.theme) },
  { "cluster", 0, CLI_GRAPH, false, read_flag, FIELD(write.cluster) },
  { "seed", 0, GRAPHS, true, read_count, FIELD(write.measure.seed) },
  { "pivots", 0, GRAPHS, true, read_count, FIELD(write.measure.pivots) },
  { "json", 0, CLI_STATS, false, read_flag, FIELD(stats.json) },
  { "rows", 0, CLI_STATS, true, read_count, FIELD(stats.rows) },
  { "type", 0, GRAPHS, true, read_types, 0 },
  { "relation", 0, GRAPHS, true, read_relations, 0 },
  { "status", 0, GRAPHS, true, read_statuses, 0 },
  { "since", 0, GRAPHS, true, read_date, FIELD(filter.since) },
  { "until", 0, GRAPHS, true, read_date, FIELD(filter.until) },
  { "min-support", 0, GRAPHS, true, read_count, FIELD(filter.min_support) },
  { "min-confidence", 0, GRAPHS, true, read_fraction, FIELD(filter.min_confidence) },
  { "around", 0, GRAPHS, true, read_string, FIELD(filter.around) },
  { "depth", 0, GRAPHS, true, read_count, FIELD(filter.depth) },
  { "paths", 0, GRAPHS, true, read_string, FIELD(filter.path_from) },
  { "length", 0, GRAPHS, true, read_count, FIELD(filter.path_length) },
  { "top", 0, GRAPHS, true, read_count, FIELD(filter.top) },
  { "isolated", 0, GRAPHS, false, read_flag, FIELD(filter.isolated) },
  { "open", 0, STATERS, false, read_flag, FIELD(extract.open) },
  { "unnamed", 0, CLI_EXTRACT, false, read_flag, FIELD(extract.unnamed) },
  { "text", 0, CLI_EXTRACT, false, read_flag, FIELD(text) },
  { "between", 'b', CLI_EXPLAIN, true, read_string, FIELD(between) },
  { "entity", 'e', CLI_EXPLAIN, true, read_string, FIELD(entity) },
  { "date", 'd', READERS, true, read_date, FIELD(read.date) },
  { "encoding", 0, READERS, true, read_string, FIELD(read.encoding) },
  { "format", 0, READERS, true, read_input_format, FIELD(read.format) },
  { "jobs", 'j', READERS, true, read_count, FIELD(jobs) },
  { "max-bytes", 0, READERS, true, read_size, FIELD(read.max_bytes) },
  { "max-total", 0, READERS, true, read_size, FIELD(read.max_total) },
  { "max-entries", 0, READERS, true, read_count, FIELD(read.max_entries) },
  { "max-nesting", 0, READERS, true, read_count, FIELD(read.max_nesting) },
  { "model", 0, ALL, true, read_string, FIELD(model) },
  { "rules", 0, STATERS | CLI_INFO, true, read_item, FIELD(rules) },
  { "names", 0, STATERS | CLI_ANNOTATE, true, read_item, FIELD(names) },
  { "check", 0, CLI_RULES, true, read_item, FIELD(rules) },
  { "help", 'h', ALL, false, read_flag, FIELD(help) },
  { "version", 'V', ALL, false, read_flag, FIELD(version) },
};

enum { ROWS = sizeof rows / sizeof *rows, FIRST_LONG = 256 };

/* ----------------------------------------------------------------------------------------- reading
 * it */

static unsigned find_command(const char *name)
{
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (!strcmp(commands[i].name, name))
      return commands[i].command;
  return 0;
}

static const char *command_name(unsigned command)
{
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (commands[i].command == command)
      return commands[i].name;
  return "actant";
}

/* The tables that getopt_long wants. */
static void fill_tables(struct option longs[ROWS + 1], char shorts[2 * ROWS + 2])
{
  size_t n = 0;
  shorts[n++] = ':'; /* tell a missing value from an unknown option */
  for (int i = 0; i < ROWS; i++) {
    longs[i] = (struct option){
      rows[i].name, rows[i].takes_value ? required_argument : no_argument, NULL, FIRST_LONG + i
    };
    if (rows[i].letter) {
      shorts[n++] = rows[i].letter;
      if (rows[i].takes_value)
        shorts[n++] = ':';
    }
  }
  longs[ROWS] = (struct option){ NULL, 0, NULL, 0 };
  shorts[n] = '\0';
}

static const option_row *find_row(int code)
{
  for (int i = 0; i < ROWS; i++)
    if (code == FIRST_LONG + i || (rows[i].letter && code == rows[i].letter))
      return &rows[i];
  return NULL;
}

/* Where the second value of an option of two goes; 0 for others. */
static size_t second_field(const option_row *row)
{
  return !strcmp(row->name, "between") ? FIELD(and_)
         : !strcmp(row->name, "paths") ? FIELD(filter.path_to)
                                       : 0;
}

static int read_option(int code, int argc, char **argv, cli_options *out)
{
  const option_row *row = find_row(code);
  if (code == ':')
    return cli_misuse("%s needs a value", argv[optind - 1]);
  if (!row)
    return cli_misuse("%s is no option of actant", argv[optind - 1]);
  if (!(row->commands & out->command))
    return cli_misuse("--%s is no option of actant %s", row->name, command_name(out->command));
  int status = row->read(row, optarg, out);
  size_t second = second_field(row);
  if (status == CLI_DONE && second) {
    if (optind >= argc)
      return cli_misuse("--%s needs two names", row->name);
    *(const char **)((char *)out + second) = argv[optind++];
  }
  return status;
}

static void init_options(cli_options *out)
{
  memset(out, 0, sizeof *out);
  actant_read_options_init(&out->read);
  actant_extract_options_init(&out->extract);
  actant_filter_init(&out->filter);
  actant_write_options_init(&out->write);
  actant_stats_options_init(&out->stats);
}

static int check_options(const cli_options *options)
{
  if (options->help || options->version)
    return CLI_DONE;
  if (options->command & FILELESS)
    return options->input_count ? cli_misuse("%s takes no files", command_name(options->command))
                                : CLI_DONE;
  if (options->input_count == 0)
    return cli_misuse("no files given; '-' is standard input");
  if (options->command != CLI_GRAPH && options->outputs.count > 1)
    return cli_misuse("%s writes to one output", command_name(options->command));
  if (options->command == CLI_GRAPH && options->outputs.count == 0 && !options->to)
    return cli_misuse("where to? give -o FILE, or --to FORMAT for standard output");
  return CLI_DONE;
}

/* What stands in front of the command or instead of it. */
static int read_command(int argc, char **argv, cli_options *out)
{
  if (argc < 2)
    return cli_misuse(
      "no command given; expected graph, stats, extract, annotate, explain, info or rules");
  if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
    out->help = true;
    out->command = argc > 2 ? find_command(argv[2]) : 0;
    return CLI_DONE;
  }
  if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-V")) {
    out->version = true;
    return CLI_DONE;
  }
  out->command = find_command(argv[1]);
  if (!out->command)
    return cli_misuse(
      "'%s' is no command; expected graph, stats, extract, annotate, explain, info or rules",
      argv[1]);
  return CLI_DONE;
}

int cli_options_parse(int argc, char **argv, cli_options *out)
{
  struct option longs[ROWS + 1];
  char shorts[2 * ROWS + 2];
  init_options(out);
  int status = read_command(argc, argv, out);
  if (status != CLI_DONE || out->help || out->version)
    return status;
  fill_tables(longs, shorts);
  opterr = 0;
  optind = 2;
  for (int code; status == CLI_DONE && (code = getopt_long(argc, argv, shorts, longs, NULL)) != -1;)
    status = read_option(code, argc, argv, out);
  if (status != CLI_DONE)
    return status;
  out->inputs = argv + optind;
  out->input_count = (size_t)(argc - optind);
  out->filter.relations = (const char *const *)out->relations.items;
  out->filter.relation_count = out->relations.count;
  out->stats.title = out->write.title;
  out->stats.measure = out->write.measure;
  return check_options(out);
}

void cli_options_free(cli_options *options)
{
  cli_list_free(&options->outputs);
  cli_list_free(&options->rules);
  cli_list_free(&options->relations);
  cli_list_free(&options->names);
}
