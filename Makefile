# `make demo` and `make test` work from a fresh clone on Debian: they install what is missing first.

SHELL := /bin/bash

# Code for processors with AVX2 (x86-64-v3) is two and a half times as fast as plain x86-64, and with
# AVX-512 (x86-64-v4) a sixth faster still; the results are the same to the last bit, because nothing
# is contracted or reordered. The flag stays out of Package.swift, where it would keep other packages
# from depending on this one.
HAS = $(shell for flag in $(1); do grep -qw $$flag /proc/cpuinfo 2>/dev/null || exit; done; echo yes)
V3 := avx2 bmi1 bmi2 fma f16c movbe
V4 := avx512f avx512bw avx512cd avx512dq avx512vl
LEVEL := $(if $(call HAS,$(V3)),$(if $(call HAS,$(V4)),x86-64-v4,x86-64-v3))
FLAGS := $(if $(LEVEL),-Xswiftc -Xcc -Xswiftc -march=$(LEVEL))
# Loops that the compiler makes lanes of would have half of AVX-512's.
FLAGS += $(if $(filter x86-64-v4,$(LEVEL)),-Xswiftc -Xcc -Xswiftc -mprefer-vector-width=512)
BUILD := swift build -c release $(FLAGS)
# With Swift's own libraries in the program it starts a fifth sooner; not every toolchain has them in that form.
STATIC := $(if $(wildcard $(dir $(shell readlink -f "$$(command -v swift)"))../lib/swift_static),--static-swift-stdlib)
GROWTH := .build/release/growth

# The package manager keeps what Package.swift found until an environment variable says something else.
export GROWTH_SPREADSHEETS = $(shell test -e /usr/include/xlsxwriter.h && echo yes)

.PHONY: demo build test sanitize races addresses addresses-debug kill-test scale-test slurm pages chromium format lint scenarios peers benchmark documentation completions manual reference clean \
  lapacke valgrind curl fuzz fuzz-build fuzz-corpus bench bench-check bench-thresholds bench-history bench-framework timed-rows counted-rows yardstick

demo: build
	$(GROWTH) run Scenarios/son-la-2025.yaml

build: lapacke
	@echo "building (the first time takes a minute or two)"
	@$(BUILD) $(STATIC) --product growth > .build.log 2>&1 || { cat .build.log; exit 1; }

# Optimised, because the statistical tests need their number of draws; testable, because they look
# inside.
# The page's server shares its threads with whatever else its process does, so that its tests run by themselves.
# All of the output is in .test.log; the screen shows suites, failures and the count.
test: lapacke
	@echo "building and testing (the first time takes ten to fourteen minutes)"
	@set -o pipefail; rm -f .test.log; for tests in "--skip ServingTests" "--filter ServingTests"; do \
	  swift test -c release $(FLAGS) -Xswiftc -enable-testing --scratch-path .build-test $$tests 2>&1 \
	  | tee -a .test.log | { grep --line-buffered -E '^(✘|✔ Suite|✔ Test run)|(^|[0-9]: )error: ' || true; } \
	  || { echo "failed; the whole output is in .test.log"; exit 1; }; done

# Runs are killed at random moments, 200 times, and go on to the same bytes.
kill-test: lapacke
	@set -o pipefail; GROWTH_KILLS=200 swift test -c release $(FLAGS) -Xswiftc -enable-testing --scratch-path .build-test \
	  --filter EndToEndTests.CheckpointTests 2>&1 | grep -E '^(✘|✔ Test run)|kills|error:'

# A sweep as a Slurm job array, on a private cluster of several nodes that lasts as long as the test; as root.
scale-test: build slurm
	python3 Benchmarks/Scale/scale_test.py --growth $(GROWTH) $(ARGUMENTS)

# The tests under a sanitizer of threads, and under one of addresses, each in a build of its own. A sanitizer keeps
# terabytes of addresses, so that what bounds those is left out; and it has a process answer later. What it finds
# anywhere, in `growth` too, stands in .build-sanitize/THREAD-OR-ADDRESS/found.
# MODE=debug is built sooner, and runs slowly: for a few tests, `TESTS='"--filter RunPartsTests"'`.
SANITIZERS := thread address
MODE := release
TESTS := "--skip ServingTests --skip FaultTests.memory" "--filter ServingTests"
sanitize: $(SANITIZERS:%=sanitize-%)

sanitize-%: lapacke
	@echo "testing under the sanitizer of: $*"
	@set -o pipefail; mkdir -p .build-sanitize/$*; rm -rf .build-sanitize/$*/found .build-sanitize/$*/log; \
	mkdir .build-sanitize/$*/found; failed=; \
	options="log_path=$(CURDIR)/.build-sanitize/$*/found/process:detect_leaks=0"; \
	export ASAN_OPTIONS="$$options" TSAN_OPTIONS="$$options:suppressions=$(CURDIR)/Tests/Sanitizers/suppressions"; \
	for tests in $(TESTS); do \
	  swift test -c $(MODE) $(if $(filter release,$(MODE)),$(FLAGS)) -Xswiftc -enable-testing --sanitize $* \
	    --scratch-path .build-sanitize/$*/$(MODE) $$tests 2>&1 \
	    | tee -a .build-sanitize/$*/log | { grep --line-buffered -E '^(✘|✔ Test run)|(^|[0-9]: )error: ' || true; } \
	    || { echo "failed; the whole output is in .build-sanitize/$*/log"; failed=1; }; done; \
	grep -h SUMMARY .build-sanitize/$*/found/* 2> /dev/null | sort | uniq -c; \
	test -z "$$failed$$(ls .build-sanitize/$*/found)"

# Whole commands under the sanitizer of threads, and under that of addresses.
races: commands-thread
addresses: commands-address

commands-%: lapacke curl
	@echo "building for the sanitizer of: $* (the first time takes two to four minutes)"
	@$(BUILD) -Xswiftc -enable-testing --sanitize $* --scratch-path .build-sanitize/$*/release --product growth \
	  > .build.log 2>&1 || { cat .build.log; exit 1; }
	@Tests/Sanitizers/run.sh $* .build-sanitize/$*/release/release/growth

# The latter by a program in debug, in the build that the documentation's symbols come with.
addresses-debug: lapacke curl
	@mkdir -p .build-docs/symbols
	@$(SYMBOLS) --sanitize address --product growth > .build.log 2>&1 || { cat .build.log; exit 1; }
	@Tests/Sanitizers/run.sh address .build-docs/build/debug/growth brief

# Reports and the live page in a browser without a window: pictures, words, contrast, keyboard, no request off this
# machine; spreadsheets read back. Screenshots are kept in .build-pages/screenshots.
pages: build chromium
	@mkdir -p .build-pages
	@test -x .build-pages/venv/bin/pytest || { python3 -m venv .build-pages/venv && \
	  .build-pages/venv/bin/pip install -q --disable-pip-version-check -r Tests/Pages/requirements.txt; }
	.build-pages/venv/bin/pytest -q -p no:cacheprovider Tests/Pages $(ARGUMENTS)

# Every scenario: no errors, and a run that ends well.
scenarios: build
	@set -e; for file in Scenarios/*.yaml; do \
	  echo "== $$file"; \
	  $(GROWTH) check --quiet $$file; \
	  $(GROWTH) run $$file --no-progress; \
	done

# One digest of each scenario's answer from {debug, release} x {portable, native} builds, threads and parts; and by
# how much answers differ between libraries of linear algebra. The builds take a quarter of an hour the first time.
.PHONY: matrix
matrix: lapacke
	@FLAGS="$(FLAGS)" python3 Tests/matrix.py $(ARGUMENTS)

# The numerical core has the same bits on arm64, played by qemu, as on x86-64: digests of random numbers, functions,
# distributions, joined scores and records. Two minutes.
.PHONY: arm64
arm64: qemu
	@Tests/Arm64/run.sh $(LEVEL)

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks Examples

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Examples

# What growth is compared with: Python packages in .build-peers, R from Debian.
peers:
	@Benchmarks/Peers/install.sh

# Whole processes of growth and its peers in turn; then what a draw of each scenario costs.
benchmark: build
	@test -x .build-peers/bin/python3 || Benchmarks/Peers/install.sh
	.build-peers/bin/python3 Benchmarks/whole_process.py
	@echo
	.build-peers/bin/python3 Benchmarks/cost_per_draw.py

# The rows of Benchmarks/Rows, timed in turn with the yardstick, and counted: a table, and a record of it in
# Benchmarks/Records.
bench: build timed-rows counted-rows yardstick
	@LEVEL=$(LEVEL) python3 Benchmarks/bench.py

# Fails when a row takes over 5% more instructions than Benchmarks/thresholds.json says.
bench-check: counted-rows
	@python3 Benchmarks/check.py --self-test
	@python3 Benchmarks/check.py

bench-thresholds: counted-rows
	@python3 Benchmarks/check.py --record

# A chart of all records; fails when the newest is past a threshold.
bench-history:
	@python3 Benchmarks/history.py

# The same rows by the benchmark framework, for its options (`-- --filter normals` and others).
bench-framework: lapacke
	swift package --package-path Benchmarks --scratch-path .build-bench/framework \
	  $(FLAGS) benchmark $(ARGUMENTS)

ROWS := swift build --package-path Benchmarks/Rows -c release --product layer-rows

timed-rows: lapacke valgrind
	@echo "building the rows (the first time takes two to four minutes)"
	@$(ROWS) --scratch-path .build-bench/rows $(FLAGS) > .build.log 2>&1 || { cat .build.log; exit 1; }

# Valgrind 3.19 knows neither AVX-512 nor this compiler's debugging information.
counted-rows: lapacke valgrind
	@echo "building the rows for counting (the first time takes two to four minutes)"
	@$(ROWS) --scratch-path .build-bench/rows-v3 -debug-info-format none \
	  -Xswiftc -Xcc -Xswiftc -march=x86-64-v3 > .build.log 2>&1 || { cat .build.log; exit 1; }

# The readers of what others write, each for a while with inputs that try to break it; see Fuzzing/README.md.
SECONDS := 30
FUZZER := .build-fuzz/release/growth-fuzz
FUZZ := python3 Fuzzing/fuzz.py $(FUZZER) $(foreach target,$(TARGET),--target $(target))

fuzz: fuzz-build
	@$(FUZZ) --seconds $(SECONDS) $(ARGUMENTS)

# Of the corpora and what has been found since the fewest inputs that reach as much.
fuzz-corpus: fuzz-build
	@$(FUZZ) --minimise

fuzz-build: lapacke
	@echo "building the fuzzer (the first time takes two to four minutes)"
	@swift build --package-path Fuzzing -c release --sanitize fuzzer -Xswiftc -enable-testing \
	  --scratch-path .build-fuzz --product growth-fuzz > .build.log 2>&1 || { cat .build.log; exit 1; }

CC := gcc
YARDSTICK := $(CC) -O3 -march=native Benchmarks/Yardstick/yardstick.c

yardstick:
	@mkdir -p .build-bench
	@$(YARDSTICK) -o .build-bench/yardstick -lm
	@if [ "$(LEVEL)" = x86-64-v4 ]; then $(YARDSTICK) -DLANES=8 -o .build-bench/yardstick8 -lm; fi

# Web pages from the comments of every module and the articles, in .build-docs/MODULE.doccarchive.
MODULES := Languages LinearAlgebra Stochastics GrowthModel MonteCarlo ScenarioFiles Reporting Spreadsheets Serving

# Their symbols come with a build in debug; with SANITIZED="--sanitize address" it is that of `addresses-debug`.
SANITIZED :=
SYMBOLS = swift build --scratch-path .build-docs/build -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir \
  -Xswiftc $(CURDIR)/.build-docs/symbols

documentation: lapacke
	@mkdir -p .build-docs/symbols
	@set -e; for module in $(MODULES); do \
	  $(SYMBOLS) $(SANITIZED) --target $$module > .build.log 2>&1 || { cat .build.log; exit 1; }; \
	  mkdir -p .build-docs/$$module; \
	  cp .build-docs/symbols/$$module.symbols.json .build-docs/$$module; \
	  docc convert $$(ls -d Sources/$$module/$$module.docc 2> /dev/null) --warnings-as-errors \
	    --additional-symbol-graph-dir .build-docs/$$module \
	    --fallback-display-name $$module --fallback-bundle-identifier growth.$$module \
	    --output-path .build-docs/$$module.doccarchive; \
	  echo ".build-docs/$$module.doccarchive"; \
	done

# Scripts by which a shell completes commands, options and scenario files:
# `source .build-docs/completions/growth.bash`; zsh and fish find theirs by its name, in a folder that they search.
COMPLETIONS := .build-docs/completions

completions: build
	@mkdir -p $(COMPLETIONS)
	@LC_ALL=C $(GROWTH) --generate-completion-script bash > $(COMPLETIONS)/growth.bash
	@LC_ALL=C $(GROWTH) --generate-completion-script zsh > $(COMPLETIONS)/_growth
	@LC_ALL=C $(GROWTH) --generate-completion-script fish > $(COMPLETIONS)/growth.fish
	@bash -n $(COMPLETIONS)/growth.bash
	@ls $(COMPLETIONS)/growth.bash $(COMPLETIONS)/_growth $(COMPLETIONS)/growth.fish

# Manual pages, a page a command: `man -M .build-docs/man growth.run`. In English alone: their generator drops
# letters that are not ASCII.
CHECKOUTS := .build/checkouts
MANUAL := .build-docs/man
DATE := $(shell git log -1 --format=%cs 2> /dev/null || date +%F)

MANUAL_WRITER := .build-docs/manual/debug/generate-manual

$(MANUAL_WRITER): | build
	@swift build --package-path $(CHECKOUTS)/swift-argument-parser --scratch-path .build-docs/manual \
	  --product generate-manual > .build.log 2>&1 || { cat .build.log; exit 1; }

manual: build $(MANUAL_WRITER)
	@rm -rf $(MANUAL); mkdir -p $(MANUAL)/man1
	@LC_ALL=C $(MANUAL_WRITER) $(GROWTH) --multi-page --date $(DATE) -o $(MANUAL)/man1
# A page is found by the name of its file; what is typed is two words.
	@sed -i -e 's/^$$/.Pp/; s/^\.Nd "\(.*\)"$$/.Nd \1/; /^\.Nm "growth /{h; s/"growth \(.*\)"/growth.\1/}' \
	  -e '/^\.Nm$$/{x; /./!{x; b}; p; x; d}' $(MANUAL)/man1/*.1
	@if command -v groff > /dev/null; then for page in $(MANUAL)/man1/*.1; do \
	  said="$$(groff -mandoc -Kutf8 -ww -Tutf8 $$page 2>&1 > /dev/null)"; \
	  test -z "$$said" || { echo "$$page: $$said"; exit 1; }; done; fi
	@ls $(MANUAL)/man1/*.1

# Every key of scenario files, from the tables by which they are read.
reference: build
	$(GROWTH) schema scenario --format markdown --lang en -o Documentation/Reference.md
	$(GROWTH) schema scenario --format markdown --lang vi -o Documentation/Reference.vi.md

include Packaging/packaging.mk

clean:
	rm -rf .build .build-* .build.log .test.log

# $(call installed,TEST,PACKAGES) installs Debian's packages unless the test finds what they bring.
define installed
@if ! { $(1); } > /dev/null 2>&1; then \
  echo "installing $(2)"; \
  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
  { $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $(2); } > .apt.log 2>&1 || { cat .apt.log; exit 1; }; \
  rm -f .apt.log; \
fi
endef

# The C interface of LAPACK, and the library that writes spreadsheets.
lapacke:
	$(call installed,test -e /usr/include/lapacke.h,liblapacke-dev)
	$(call installed,test -e /usr/include/xlsxwriter.h,libxlsxwriter-dev)
	@command -v swift > /dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }

# A browser without a window, and a spreadsheet program.
chromium:
	$(call installed,command -v chromium && command -v soffice,chromium libreoffice-calc-nogui fonts-dejavu-core python3-venv)

# Batch jobs on a cluster, and the keys that its parts know each other by.
slurm:
	$(call installed,command -v slurmctld && command -v slurmd && command -v sbatch && command -v munged,slurm-wlm munge)

# Asks the live page.
curl:
	$(call installed,command -v curl,curl)

# Counts instructions, and brings the header by which a program says when to count.
valgrind:
	$(call installed,command -v valgrind && test -e /usr/include/valgrind/callgrind.h,valgrind)

# Plays a processor of another kind, and links programs for it.
.PHONY: qemu
qemu:
	$(call installed,command -v qemu-aarch64-static && command -v aarch64-linux-gnu-gcc && test -e /usr/aarch64-linux-gnu/lib/libc.a,qemu-user-static gcc-aarch64-linux-gnu libc6-dev-arm64-cross)
	@command -v swift > /dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
