/* SPDX-License-Identifier: MIT */
/** @file xml.h  Strings of the graph as XML.  They are clean, so that nothing but markup is in the
 * way. */
#ifndef ACT_WRITE_XML_H
#define ACT_WRITE_XML_H

#include "base/output.h"

/** Write text: only `&`, `<` and the `>` of `]]>` are escaped, since Gephi drops white space
 * between two entities. */
void act_put_xml_text(act_output *out, const char *string);
/** Write the inside of an attribute's value, which stands between double quotes; tabs and line
 * feeds are escaped, which a parser would make spaces of. */
void act_put_xml_value(act_output *out, const char *string);
/** Write ` name="value"`. */
void act_put_xml_attribute(act_output *out, const char *name, const char *value);

#endif
