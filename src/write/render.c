/* SPDX-License-Identifier: MIT */
/* SVG, PNG and PDF: the picture, described to Graphviz and drawn by it. */
#include "write/format.h"

#ifdef ACTANT_HAVE_GRAPHVIZ

#include "write/graphviz.h"
#include "write/picture.h"

static actant_status draw(const act_layout *layout,
                          const char *device,
                          const actant_sink *sink,
                          actant_error *err)
{
  act_gv *gv;
  TRY(act_gv_open(&gv, err));
  const act_canvas canvas = act_gv_canvas(gv);
  actant_status st = act_picture_describe(layout, &canvas, err);
  if (st == ACTANT_OK)
    st = act_gv_render(gv, layout->engine, device, sink, err);
  act_gv_close(gv);
  return st;
}

static actant_status lay_out_and_draw(const act_job *job,
                                      const char *device,
                                      const actant_sink *sink,
                                      actant_error *err)
{
  act_layout layout;
  TRY(act_layout_choose(job, true, &layout, err));
  actant_status st = draw(&layout, device, sink, err);
  act_layout_free(&layout);
  return st;
}

actant_status act_write_svg(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return lay_out_and_draw(job, "svg", sink, err);
}

actant_status act_write_png(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return lay_out_and_draw(job, "png", sink, err);
}

actant_status act_write_pdf(const act_job *job, const actant_sink *sink, actant_error *err)
{
  return lay_out_and_draw(job, "pdf", sink, err);
}

#else
typedef int act_render_is_left_out; /* a file is never empty */
#endif
