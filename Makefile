# faceaudit. make: builds build/faceaudit. make demo: audits the sample year. make test: every test. make help: the rest.
# Everything is made under build/; CC=clang, BUILD=other, CFLAGS=... and LDFLAGS=... are honoured, PREFIX and DESTDIR by install.
MAKEFLAGS += -rR --no-print-directory
# All processors, unless -j says otherwise. A clean that is asked for beside other targets must come before them.
ifeq ($(MAKELEVEL)$(filter -j% --jobserver% clean,$(MAKEFLAGS) $(MAKECMDGOALS)),0)
MAKEFLAGS += -j$(shell nproc)
endif
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := build

CC := gcc
BUILD := build
CFLAGS := -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
LDFLAGS :=
PREFIX := /usr/local
DESTDIR :=
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-overlength-strings $(if $(CI),-Werror)
LIBRARIES := glib-2.0 sqlite3 libpcre2-8 cairo cairo-pdf pango pangocairo xlsxwriter libzip libxml-2.0 freexl libgsf-1 libcrypto gsl

# make V=1 shows every command.
quiet := $(if $(V),,@)
say := @echo

# Asked when a recipe runs, not before: make installs pkg-config first.
library_cflags = $$(pkg-config --cflags $(LIBRARIES))
library_libs = $$(pkg-config --libs $(LIBRARIES)) -lcsv -lm -lpthread

tree := include ingest analyze report
sources := $(sort $(shell find $(tree) -name '*.c'))
objects := $(sources:%.c=$(BUILD)/%.o) $(BUILD)/assets.o $(BUILD)/titles.o
headers := $(sort $(shell find $(tree) tests -name '*.h'))
assets := $(sort $(shell find $(tree) -name '*.sql' -o -name '*.txt' -o -name '*.css' -o -name '*.js' | grep -v '^analyze/second/text/'))
taught := analyze/second/kinds.txt $(sort $(wildcard analyze/second/text/*.txt)) tests/narratives.txt
unit_tests := $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/test_*.c)))
shell_tests := $(sort $(wildcard tests/test_*.sh))

.PHONY: build demo install uninstall deb test test-page check coverage lint bench fuzz fuzzers second-scores check-rules clean help FORCE golden gallery

# What help is made of is the program's own table of commands.
pages := $(BUILD)/faceaudit.1 $(BUILD)/faceaudit.bash $(BUILD)/_faceaudit

build: $(BUILD)/faceaudit $(pages)  ## the program, its man page and the completion of shells

$(BUILD)/faceaudit: $(BUILD)/main.o $(BUILD)/libfaceaudit.a
	$(say) "linking $@"
	$(quiet)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(library_libs)

$(BUILD)/faceaudit.1: $(BUILD)/faceaudit
	$(quiet)$< help --man > $@

$(BUILD)/faceaudit.bash: $(BUILD)/faceaudit
	$(quiet)$< help --completion bash > $@

$(BUILD)/_faceaudit: $(BUILD)/faceaudit
	$(quiet)$< help --completion zsh > $@

$(BUILD)/libfaceaudit.a: $(objects) $(BUILD)/weights.o
	$(quiet)rm -f $@ && ar rcs $@ $^

# Each object names the headers it was made from in a file beside it, so that a header rebuilds what includes it and nothing else.
compile = $(CC) -std=gnu11 $(CFLAGS) -I. -MMD -MP $(if $(MAKE_TERMERR),-fdiagnostics-color=always)

# What a compiler says about one file is shown in one piece, although others are compiled at the same time.
whole = $(1) 2> $@.said && status=0 || status=$$?; cat $@.said >&2; rm $@.said; exit $$status

$(BUILD)/%.o: %.c Makefile | setup-build
	$(quiet)mkdir -p $(@D)
	$(say) "compiling $<"
	$(quiet)$(call whole,$(compile) $(WARNINGS) $(library_cflags) -c -o $@ $<)

$(BUILD)/assets.o $(BUILD)/titles.o: %.o: %.c | setup-build
	$(say) "compiling $<"
	$(quiet)$(compile) $(library_cflags) -c -o $@ $<

-include $(shell find $(BUILD) -name '*.d' 2> /dev/null)

# The list file changes when a file comes or goes, so that removing a rule rebuilds too.
$(BUILD)/assets.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(assets) | LC_ALL=C sort > $@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(BUILD)/assets.c: $(BUILD)/assets.list $(assets) .embed.awk
	$(quiet)awk -f .embed.awk $$(cat $<) > $@

$(BUILD)/titles.c: analyze/lexicon/titles.txt .titles.awk
	$(quiet)mkdir -p $(@D)
	$(quiet)awk -f .titles.awk $< > $@

# The second reader is taught once, here, by text that no part of the program reads again.
$(BUILD)/weights.o: $(BUILD)/weights.s
	$(quiet)$(CC) -c -o $@ $<

$(BUILD)/weights.s: $(BUILD)/teach $(taught)
	$(say) "teaching the second reader"
	$(quiet)$< $(taught) > $(BUILD)/weights.bin
	$(quiet)printf '.section .rodata\n.balign 64\n.globl second_taught\nsecond_taught: .incbin "%s"\n.section .note.GNU-stack,"",@progbits\n' \
	  $(BUILD)/weights.bin > $@

# Of the program it takes what reads text, so that it teaches again only when that, or the text, has changed.
$(BUILD)/teach: .teach.c $(patsubst %,$(BUILD)/%.o,titles analyze/second/features analyze/words/sentence include/title include/message include/text)
	$(quiet)$(compile) $(WARNINGS) $(library_cflags) -o $@ $(filter %.c %.o,$^) $(library_libs)

# Installs what is missing of a part of .packages; asks nothing of the network when all is there.
setup-%:
	@./.setup $*

demo: build  ## audits samples/ and says where the report is
	@$(BUILD)/faceaudit run samples -o $(BUILD)/demo

# Where a person's or the system's programs, manual and shells look for them.
bin := $(DESTDIR)$(PREFIX)/bin
man := $(DESTDIR)$(PREFIX)/share/man/man1
bash := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_FUNCTIONS := $(PREFIX)/share/zsh/site-functions
doc := $(DESTDIR)$(PREFIX)/share/doc/faceaudit

install: build  ## the program, its man page, completion, README and samples below PREFIX (/usr/local)
	$(quiet)install -d $(bin) $(man) $(bash) $(DESTDIR)$(ZSH_FUNCTIONS) $(doc)/examples/gallery $(doc)/examples/2023-24
	$(quiet)install -m 755 $(BUILD)/faceaudit $(bin)
	$(quiet)install -m 644 $(BUILD)/faceaudit.1 $(man)
	$(quiet)install -m 644 $(BUILD)/faceaudit.bash $(bash)/faceaudit
	$(quiet)install -m 644 $(BUILD)/_faceaudit $(DESTDIR)$(ZSH_FUNCTIONS)
	$(quiet)install -m 644 README.md $(doc)
	$(quiet)ln -sfn examples $(doc)/samples
	$(quiet)install -m 644 $(wildcard samples/*.*) $(doc)/examples
	$(quiet)install -m 644 $(wildcard samples/gallery/*) $(doc)/examples/gallery
	$(quiet)install -m 644 $(wildcard samples/2023-24/*) $(doc)/examples/2023-24
	$(say) "installed $(bin)/faceaudit; an example of a year to audit is in $(doc)/examples"

uninstall:  ## removes what install puts below PREFIX
	$(quiet)rm -f $(bin)/faceaudit $(man)/faceaudit.1 $(bash)/faceaudit $(DESTDIR)$(ZSH_FUNCTIONS)/_faceaudit
	$(quiet)rm -rf $(doc)

deb: setup-deb build  ## a Debian package in build/
	$(quiet)rm -rf $(BUILD)/deb
	$(quiet)$(MAKE) install DESTDIR=$(BUILD)/deb/debian/faceaudit PREFIX=/usr ZSH_FUNCTIONS=/usr/share/zsh/vendor-completions > /dev/null
	$(quiet)./.deb $(BUILD)

$(BUILD)/tests/%: tests/%.c $(BUILD)/libfaceaudit.a
	$(quiet)mkdir -p $(@D)
	$(say) "compiling $<"
	$(quiet)$(call whole,$(compile) $(WARNINGS) $(library_cflags) $(LDFLAGS) -o $@ $< $(BUILD)/libfaceaudit.a $(library_libs))

# Preloaded into the program; without the sanitizers, which do not suffer that.
$(BUILD)/faults.so: tests/faults.c
	$(quiet)mkdir -p $(@D)
	$(say) "compiling $<"
	$(quiet)$(CC) -std=gnu11 -O1 $(WARNINGS) -shared -fPIC -o $@ $< -ldl

test: setup-test build $(unit_tests) $(BUILD)/faults.so  ## every test
	@tests/run $(BUILD) $(unit_tests) $(shell_tests)

sweep: setup-test build $(BUILD)/faults.so  ## lets every call of the system fail, one after the other: all or nothing
	@tests/sweep $(BUILD)

second-scores: build $(BUILD)/teach $(BUILD)/tests/second_margins  ## how often the second reader is right on writers held out
	@LIBRARIES="$(LIBRARIES)" tests/second_scores $(BUILD)

test-page: setup-page build  ## audit.html in headless Chromium
	@tests/page/run $(BUILD)

check-rules: setup-test build  ## a thousand years drawn by chance, against a second implementation of the rules
	@python3 tests/reference/check.py $(BUILD)/faceaudit --years 1000

check:  ## every test under ASan and UBSan
	@$(MAKE) test BUILD=build/check CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

coverage: setup-coverage  ## which lines of ingest/ and analyze/ no test reaches; writes build/coverage/lines.txt
	@$(MAKE) test BUILD=build/coverage CFLAGS="-O0 -g --coverage -fprofile-update=atomic -fprofile-abs-path" LDFLAGS=--coverage
	$(quiet)gcovr --root . --filter ingest/ --filter analyze/ --sort-uncovered --output build/coverage/lines.txt build/coverage
	@tail -n 4 build/coverage/lines.txt

lint: setup-lint build  ## clang's warnings, clang-format, cppcheck, who may include whom
	@$(MAKE) build CC=clang CI=true BUILD=build/clang
	$(quiet)clang-format --dry-run -Werror main.c .teach.c $(sources) $(wildcard tests/*.c) $(headers)
	cppcheck --quiet --error-exitcode=1 --enable=warning,portability --inline-suppr --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=autoVariables --suppress=legacyUninitvar -I. main.c $(sources)
	tests/layers

# Nothing added to no pointer is what an empty GArray gives, and no fault.
fuzzed := CC=clang BUILD=build/fuzz CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow -fno-sanitize-recover=all"
fuzz: setup-fuzz  ## a minute for each fuzzer, and one for sample years damaged by chance
	@$(MAKE) fuzzers $(fuzzed) LDFLAGS=-fsanitize=fuzzer
	@$(MAKE) build/fuzz/faceaudit $(fuzzed)
	@tests/fuzz build/fuzz

fuzzers: $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/fuzz_*.c))

bench: setup-bench build  ## measures this program beside others on the same machine; writes build/bench.txt
	@tests/bench $(BUILD)

golden: $(BUILD)/tests/test_chart  ## draws the pictures anew that charts are held to; look at them before you keep them
	$(quiet)GOLDEN=write $< -p "/chart/each kind looks as it did" > /dev/null && chmod 644 tests/golden/*.png

gallery: setup-look demo  ## draws the pictures of README from the sample year
	@tests/gallery $(BUILD)

help:  ## this list
	@awk -F'##' '/^[a-z-]+:.*##/ { sub(/:.*/, "", $$1); printf "make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

clean:  ## removes build/
	rm -rf build
