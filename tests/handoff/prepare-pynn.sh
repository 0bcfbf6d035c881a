#!/bin/sh
# Debian's PyNN with its NEURON mechanisms compiled, as a copy in the folder $1 (the system's is left alone): put that
# folder on PYTHONPATH and /usr/lib/nrn on LD_LIBRARY_PATH.
#
# Debian's nrnivmodl looks for its makefile in /usr/bin and for libnrniv where the linker does not look; and its last
# step, `special`, fails on a header of InterViews that Debian does not ship. The library PyNN needs is made before.
set -eu
target=$1
library=$target/pyNN/neuron/nmodl/x86_64/.libs/libnrnmech.so
[ -e "$library" ] && exit 0

rm -rf "$target"
mkdir -p "$target"
source=$(/usr/bin/python3 -c 'import importlib.util as i; print(i.find_spec("pyNN").submodule_search_locations[0])')
cp -r "$source" "$target/pyNN"
cd "$target/pyNN/neuron/nmodl"
sed 's#${bindir}/nrnmech_makefile#/usr/lib/nrn/nrnmech_makefile#' /usr/bin/nrnivmodl > "$target/nrnivmodl"
LIBRARY_PATH=/usr/lib/nrn bash "$target/nrnivmodl" > "$target/nrnivmodl.log" 2>&1 || true
made=$(find . -name libnrnmech.so | head -n 1)
[ -n "$made" ] || { cat "$target/nrnivmodl.log" >&2; exit 1; }
# Where PyNN looks for it, whatever the machine calls itself.
[ -e "$library" ] || { mkdir -p x86_64/.libs; cp "$made" x86_64/.libs/; }
