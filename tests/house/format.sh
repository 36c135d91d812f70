#!/bin/sh
# format.sh ROOT: every source is as clang-format would have it.  (clang-format -i FILE mends one.)
cd "$1" || exit 1
status=0
for file in $(find src include tests -name '*.[ch]' | LC_ALL=C sort); do
  clang-format --dry-run -Werror "$file" 2> /dev/null || { echo "not formatted: $file"; status=1; }
done
exit $status
