/* SPDX-License-Identifier: MIT */
/* The page as html/assemble.cmake put it together, byte by byte: CMake says where it lies. */
#include "write/html.h"

__asm__(".section .rodata\n.balign 16\n.global act_html_page\n.hidden act_html_page\n"
        "act_html_page:\n.incbin \"" ACT_HTML_PAGE "\"\n.byte 0\n.text\n");
