#!/bin/sh
# symbols.sh BUILD: the shared library exports the public header's functions alone, and imports nothing that prints, exits or reads the
# environment; no symbol of the static library is without its prefix.
set -eu
library=$(find "$1" -maxdepth 2 -name 'libactant.so' | head -1)
archive=$(find "$1" -maxdepth 2 -name 'libactant.a' | head -1)
test -n "$library" && test -n "$archive"
status=0
complain() {
  if [ -n "$2" ]; then
    echo "$1: $2" | tr '\n' ' '
    echo
    status=1
  fi
}
complain "exported without its prefix" "$(nm -D --defined-only "$library" | awk '{ print $3 }' | grep -v '^actant_' || true)"
complain "imported" "$(nm -D --undefined-only "$library" | awk '{ print $2 }' | sed 's/@.*//' |
  grep -Ex 'v?f?printf|(__)?v?f?printf_chk|puts|putchar|perror|stdout|stderr|_?exit|abort|(secure_)?getenv|setlocale|system|strtod|strn?casecmp|rand' || true)"
complain "in the archive without its prefix" "$(nm --defined-only "$archive" 2>/dev/null | awk '$2 ~ /^[A-Z]$/ { print $3 }' | grep -Ev '^(act|actant)_' || true)"
declared=$(grep -o 'actant_[a-z_]*(' "$2/include/actant/actant.h" | tr -d '(' | sort -u)
complain "exported but not in the header" "$(nm -D --defined-only "$library" | awk '{ print $3 }' | while read -r name; do
  echo "$declared" | grep -qx "$name" || echo "$name"; done)"
exit $status
