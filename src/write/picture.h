/* SPDX-License-Identifier: MIT */
/** @file picture.h  The styled graph, described to whatever draws or writes it. */
#ifndef ACT_WRITE_PICTURE_H
#define ACT_WRITE_PICTURE_H

#include "write/canvas.h"
#include "write/layout.h"

/** Describe a job's graph, laid out as `layout` says. */
actant_status act_picture_describe(const act_layout *layout,
                                   const act_canvas *canvas,
                                   actant_error *err) ACTANT_MUST_CHECK;

#endif
