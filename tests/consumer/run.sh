#!/bin/sh
# run.sh BUILD PREFIX: install BUILD into PREFIX and build and run consumer.c with pkg-config, with CMake's shared target and static target.
set -eu
build=$1
prefix=$2
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$prefix"
cmake --install "$build" --prefix "$prefix" >/dev/null
pc=$(dirname "$(find "$prefix" -name actant.pc)")
for file in include/actant/actant.h bin/actant share/man/man1/actant.1; do
  test -f "$prefix/$file" || { echo "not installed: $file"; exit 1; }
done

# pkg-config knows the prefix of the configuration, so the one of this installation is given.
flags=$(PKG_CONFIG_PATH=$pc pkg-config --define-variable=prefix="$prefix" --cflags --libs actant)
# shellcheck disable=SC2086
cc -std=c17 -Wall -Werror "$here/consumer.c" $flags -Wl,-rpath,"$(dirname "$pc")" -o "$prefix/by-pkg-config"
"$prefix/by-pkg-config"

mkdir -p "$prefix/project"
cp "$here/consumer.c" "$prefix/project/"
cat > "$prefix/project/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(consumer C)
find_package(actant 0.1 REQUIRED)
foreach(kind shared static)
  add_executable(consumer_${kind} consumer.c)
  target_link_libraries(consumer_${kind} PRIVATE actant::${kind})
endforeach()
CMAKE
cmake -G Ninja -S "$prefix/project" -B "$prefix/project/build" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$prefix/project/build" >/dev/null
"$prefix/project/build/consumer_shared"
"$prefix/project/build/consumer_static"

# What the library offers is what the header declares, and it calls neither printf nor exit.
library=$(find "$prefix" -name 'libactant.so.0' | head -1)
hidden=$(nm -D --defined-only "$library" | awk '{print $3}' | grep -v '^actant_' || true)
test -z "$hidden" || { echo "exported, but not public: $hidden"; exit 1; }
for name in $(grep -v '^typedef' "$here/../../include/actant/actant.h" | grep -o 'actant_[a-z_]*(' | tr -d '(' | sort -u); do
  nm -D --defined-only "$library" | grep -qw "$name" || { echo "declared, but not in the library: $name"; exit 1; }
done
calls=$(nm -D --undefined-only "$library" | awk '{print $2}' | grep -Ew '(printf|puts|putchar|exit|abort|getenv|setlocale)(@.*)?' || true)
test -z "$calls" || { echo "the library calls: $calls"; exit 1; }
