/* SPDX-License-Identifier: MIT */
/* RFC 4180, section 2: a field with a comma, a quote or a line break stands in quotes, and quotes
   in it are doubled.  Lines end in a line feed alone, which all readers take.  Text is never made
   anything else to keep a spreadsheet from taking it for a formula: the graph's text is kept. */
#include "write/csv.h"

#include "write/columns.h"

static const char stage[] = "write";

static void begin_field(act_csv *file)
{
  if (file->in_line)
    act_putc(&file->out, ',');
  file->in_line = true;
}

static void put_quoted(act_output *out, const char *text)
{
  act_putc(out, '"');
  for (;;) {
    const char *quote = strchr(text, '"');
    if (!quote)
      break;
    act_put(out, text, (size_t)(quote - text) + 1);
    act_putc(out, '"');
    text = quote + 1;
  }
  act_puts(out, text);
  act_putc(out, '"');
}

void act_csv_text(act_csv *file, const char *text)
{
  size_t plain = strcspn(text, ",\"\n\r");
  begin_field(file);
  if (text[plain])
    put_quoted(&file->out, text);
  else
    act_put(&file->out, text, plain);
}

void act_csv_uint(act_csv *file, uint64_t number)
{
  begin_field(file);
  act_put_uint(&file->out, number);
}

void act_csv_decimal(act_csv *file, double number)
{
  begin_field(file);
  act_put_decimal(&file->out, number);
}

void act_csv_date(act_csv *file, act_date date)
{
  char text[ACT_DATE_MAX];
  act_date_write(date, text);
  begin_field(file);
  act_puts(&file->out, text);
}

void act_csv_built(act_csv *file)
{
  const char *text = act_text_get(&file->text);
  act_csv_text(file, text ? text : "");
  act_text_clear(&file->text);
}

void act_csv_measures(act_csv *file, size_t node)
{
  for (size_t i = 0; i < ACT_MEASURE_COLUMNS; i++) {
    act_measure_text(file->job->measures, i, node, &file->text);
    act_csv_built(file);
  }
}

void act_csv_end_line(act_csv *file)
{
  act_putc(&file->out, '\n');
  file->in_line = false;
}

static actant_status write_table(act_csv *file,
                                 const actant_files *files,
                                 const char *ending,
                                 act_csv_table *table,
                                 actant_error *err)
{
  const actant_sink *sink = files->begin(files->context, ending);
  if (!sink)
    return act_fail(err, ACTANT_IO, stage, "the file %s could not be begun", ending);
  act_output_init(&file->out, sink);
  table(file);
  return act_output_finish(&file->out, err);
}

actant_status act_csv_write(const act_job *job,
                            const actant_files *files,
                            const act_csv_pair *pair,
                            actant_error *err)
{
  act_csv *file = calloc(1, sizeof *file); /* its buffer is too large for a small stack */
  if (!file)
    return act_fail_memory(err, stage);
  file->job = job;
  actant_status st = act_document_ids_make(job->graph, &file->ids, err);
  for (int i = 0; st == ACTANT_OK && i < 2; i++)
    st = write_table(file, files, pair->ending[i], pair->table[i], err);
  if (st == ACTANT_OK && (file->text.failed || file->list.failed || file->list.made.failed))
    st = act_fail_memory(err, stage);
  act_document_ids_free(&file->ids);
  act_list_free(&file->list);
  act_text_free(&file->text);
  free(file);
  return st;
}
