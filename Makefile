# The two commands are `make serve` and `make test`; the others are their parts. All that is made
# goes to build/, all that is missing is installed (see .ci/need).

.PHONY: serve test site native format check bench accuracy fuzz hostile soak clean
.PHONY: pack web/dist test-handoff test-browsers test-engines test-fresh lighthouse audit
.PHONY: native-tests sanitizer-tests wasm-tests js-tests browser-tests package-tests
.DEFAULT_GOAL := site
# More than one of them begins with the site, which is made anew.
.NOTPARALLEL:

# Debian's emscripten looks for its JavaScript libraries here only when Debian's own node runs it.
export NODE_PATH := $(NODE_PATH):/usr/share/nodejs
PORT ?= 8080

bin := web/node_modules/.bin
npm := web/node_modules/.package-lock.json
npm_browsers := tests/browsers/node_modules/.package-lock.json
# From npm: every version formats some line its own way, and systems have different ones.
clang_format := git ls-files 'cpp/*.[ch]pp' 'tests/*.[ch]pp' | xargs $(bin)/clang-format
prettier := $(bin)/prettier --log-level warn --config web/.prettierrc.json
prettier_files := web tests/js tests/browser tests/browsers tests/bench tests/engines tests/fuzz tests/handoff \
                  tests/hostile tests/package tests/soak tests/README.md cpp/README.md README.md .github/CONTRIBUTING.md

needs_build := cmake=cmake ninja=ninja-build em++=emscripten node=nodejs npm=npm python3=python3
needs_native := cmake=cmake ninja=ninja-build g++=g++ include/catch2=catch2 \
                include/nlohmann=nlohmann-json3-dev
python_packages := /usr/lib/python3/dist-packages
needs_handoff := $(python_packages)/numpy=python3-numpy \
                 $(python_packages)/matplotlib=python3-matplotlib \
                 $(python_packages)/brian2=python3-brian $(python_packages)/neuron=python3-neuron \
                 $(python_packages)/pyNN=python3-pynn $(python_packages)/mpi4py=python3-mpi4py \
                 mpirun=openmpi-bin nrnivmodl=neuron-dev /usr/lib/nrn/nrnmech_makefile=neuron-dev \
                 g++=g++ /usr/include/X11/Xlib.h=libx11-dev \
                 /usr/include/X11/extensions/Xext.h=libxext-dev # neuron-dev links with both
needs_browsers := /usr/bin/chromium=chromium firefox-esr=firefox-esr \
                  WebKitWebDriver=webkit2gtk-driver xvfb-run=xvfb xauth=xauth
needs_engines := /usr/bin/chromium=chromium jekyll=jekyll hugo=hugo mkdocs=mkdocs \
                 sphinx-build=python3-sphinx jupyter-nbconvert=jupyter-nbconvert
needs_check := clang-tidy=clang-tidy git=git

serve: site
	@echo "Integrate & Fire is at http://localhost:$(PORT)/  (Ctrl-C ends it)"
	emrun $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--no_browser) --hostname localhost --port $(PORT) \
	  build/site/index.html

site: build/wasm/build.ninja $(npm)
	ninja -C build/wasm iaf_wasm
	node web/build.js --glue build/wasm/iaf.mjs --wasm build/wasm/iaf.wasm --out build/site \
	  --bundles build/bundles.json

# build/integrate-and-fire-*.tgz. `npm pack` in web/ does the same.
pack: $(npm)
	mkdir -p build
	npm pack ./web --pack-destination build

# npm packs what lies in web/: this is there while it does (see web/package.json).
web/dist: site
	rm -rf web/dist build/types
	$(bin)/tsc -p web/tsconfig.types.json
	mkdir web/dist
	cp -r build/site/iaf.js build/site/iaf.wasm build/types web/dist
	echo "export * from './types/simulator/simulator.js';" > web/dist/iaf.d.ts
	cat web/licences/*.txt > web/dist/NOTICE.txt
	cp LICENSE web

native: build/native/build.ninja
	ninja -C build/native

test: check native-tests sanitizer-tests wasm-tests js-tests browser-tests package-tests

# The scripts for other simulators, run in them.
test-handoff: site
	@sh .ci/need $(needs_handoff)
	node --test tests/handoff/*.test.mjs

# Both commands on empty systems, so that what this one has cannot hide what is not asked for.
test-fresh:
	sh .ci/fresh bookworm
	sh .ci/fresh trixie

# The page in three engines, and what Lighthouse has against it.
test-browsers: site $(npm_browsers)
	@sh .ci/need $(needs_browsers)
	xvfb-run -a node --test tests/browsers/*.test.mjs

# Posts with figures in them, made by other people's engines.
test-engines: site
	@sh .ci/need $(needs_engines)
	node --test tests/engines/*.test.mjs

lighthouse: site $(npm_browsers)
	@sh .ci/need /usr/bin/chromium=chromium
	node tests/browsers/lighthouse.mjs

# Under clang, with what is undefined or out of bounds made fatal.
sanitizer-tests: build/sanitize/build.ninja
	ninja -C build/sanitize tests
	build/sanitize/tests/cpp/tests

native-tests: native
	ctest --test-dir build/native --output-on-failure -j 2

wasm-tests: build/wasm/build.ninja
	@sh .ci/need $(needs_native)
	@sh .ci/catch2 build/wasm/catch2
	@if [ -e build/wasm/catch2 ]; then cmake build/wasm >/dev/null; fi
	ninja -C build/wasm tests
	ctest --test-dir build/wasm --output-on-failure

js-tests: site
	node --test tests/js

browser-tests: site
	@sh .ci/need /usr/bin/chromium=chromium
	node --test tests/browser

package-tests: pack
	@sh .ci/need /usr/bin/chromium=chromium
	node --test tests/package

check: native $(npm)
	@sh .ci/need $(needs_check)
	$(clang_format) --dry-run --Werror
	git ls-files 'cpp/src/*.cpp' | xargs -P 2 -n 4 clang-tidy --quiet -p build/native
	$(bin)/eslint -c web/eslint.config.js web tests
	$(bin)/tsc -p web
	$(bin)/tsc -p web/tsconfig.service-worker.json
	cd web && node_modules/.bin/depcruise --config dependency-cruiser.config.cjs js
	$(prettier) --check $(prettier_files)

format: $(npm)
	@sh .ci/need $(needs_check)
	$(clang_format) -i
	$(prettier) --write $(prettier_files)

# What the registry knows against the packages: of what is shipped, then of everything.
audit: site
	node web/site/audit.js build/bundles.json build/audit
	npm audit --prefix web

# BASE=<directory of another built site> measures that one beside this one.
bench: native site
	ninja -C build/wasm bench
	@sh .ci/need /usr/bin/chromium=chromium
	node tests/bench/bench.mjs
	node tests/bench/sweeps.mjs
	BASE=$(BASE) node tests/bench/page.mjs

accuracy: site
	node tests/bench/accuracy.mjs

RUNS ?= 1000000
fuzz: build/fuzz/build.ninja
	ninja -C build/fuzz fuzz
	node tests/fuzz/seeds.mjs build/fuzz/seeds
	mkdir -p build/fuzz/corpus
	build/fuzz/tests/fuzz/fuzz -runs=$(RUNS) -max_len=4096 -timeout=5 -artifact_prefix=build/fuzz/ \
	  -verbosity=0 -print_final_stats=1 build/fuzz/corpus build/fuzz/seeds

# Input by the hundred thousand, from SEED, through the modules in Node and the page in Chromium.
hostile: site
	@sh .ci/need /usr/bin/chromium=chromium
	node tests/hostile/hostile.mjs

# Does a page that is used for long keep its size?
soak: site
	@sh .ci/need /usr/bin/chromium=chromium
	node tests/soak/soak.mjs

clean:
	rm -rf build

# A build directory remembers its toolchain: made once, then ninja looks after itself.
build/native/build.ninja:
	@sh .ci/need $(needs_native)
	cmake -S . -B build/native -G Ninja -DCMAKE_BUILD_TYPE=Release

build/fuzz/build.ninja:
	@sh .ci/need $(needs_native)
	@sh .ci/clang
	CXX=clang++ cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=Release -DIAF_FUZZ=ON \
	  -DIAF_TESTS=OFF -DIAF_BENCH=OFF

build/sanitize/build.ninja:
	@sh .ci/need $(needs_native)
	@sh .ci/clang
	CXX=clang++ cmake -S . -B build/sanitize -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DIAF_BENCH=OFF \
	  '-DCMAKE_CXX_FLAGS=-fsanitize=address,undefined -fno-sanitize-recover=all'

build/wasm/build.ninja:
	@sh .ci/need $(needs_build) $(needs_native)
	emcmake cmake -S . -B build/wasm -G Ninja -DCMAKE_BUILD_TYPE=Release \
	  '-DCMAKE_CROSSCOMPILING_EMULATOR=node;--no-experimental-fetch'

$(npm) $(npm_browsers): %/node_modules/.package-lock.json: %/package.json %/package-lock.json
	@sh .ci/need node=nodejs npm=npm
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund
	@touch $@
