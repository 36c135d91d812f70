#!/bin/sh
# cppcheck.sh ROOT: cppcheck finds no fault in the sources.
cd "$1" || exit 1
exec cppcheck --enable=warning,performance,portability --error-exitcode=1 --quiet -I include -I src --std=c11 \
  --suppress=missingIncludeSystem --suppressions-list=tests/house/cppcheck.txt \
  -DACTANT_HAVE_IGRAPH -DACTANT_HAVE_GRAPHVIZ -DACTANT_HAVE_ARCHIVE '-DACTANT_VERSION="0"' "$1/src"
