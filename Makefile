# faceaudit. make: builds build/faceaudit. make demo: audits the sample year. make test: every test. make help: the rest.
# Everything is made under build/; CC=clang, BUILD=other and CFLAGS=... are honoured.
MAKEFLAGS += -rR --no-print-directory
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := build

CC := gcc
BUILD := build
CFLAGS := -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-overlength-strings $(if $(CI),-Werror)
LIBRARIES := glib-2.0 sqlite3 libpcre2-8 cairo cairo-pdf pango pangocairo xlsxwriter libzip libxml-2.0 libxxhash libcrypto

# make V=1 shows every command.
quiet := $(if $(V),,@)
say := @echo

# Asked when a recipe runs, not before: make installs pkg-config first.
library_cflags = $$(pkg-config --cflags $(LIBRARIES))
library_libs = $$(pkg-config --libs $(LIBRARIES)) -lcsv -lm -lpthread

tree := include ingest analyze report
sources := $(sort $(shell find $(tree) -name '*.c'))
objects := $(sources:%.c=$(BUILD)/%.o) $(BUILD)/assets.o
headers := $(sort $(shell find $(tree) tests -name '*.h'))
assets := $(sort $(shell find $(tree) -name '*.sql' -o -name '*.txt' -o -name '*.css' -o -name '*.js' | grep -v '^analyze/second/text/'))
taught := analyze/second/kinds.txt $(sort $(wildcard analyze/second/text/*.txt)) tests/narratives.txt
unit_tests := $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/test_*.c)))
shell_tests := $(sort $(wildcard tests/test_*.sh))

.PHONY: build demo test test-page check lint bench fuzz second-scores clean help FORCE golden gallery

# What help is made of is the program's own table of commands.
pages := $(BUILD)/faceaudit.1 $(BUILD)/faceaudit.bash $(BUILD)/_faceaudit

build: $(BUILD)/faceaudit $(pages)  ## the program, its man page and the completion of shells

$(BUILD)/faceaudit: $(BUILD)/main.o $(BUILD)/libfaceaudit.a
	$(say) "linking $@"
	$(quiet)$(CC) $(CFLAGS) -o $@ $^ $(library_libs)

$(BUILD)/faceaudit.1: $(BUILD)/faceaudit
	$(quiet)$< help --man > $@

$(BUILD)/faceaudit.bash: $(BUILD)/faceaudit
	$(quiet)$< help --completion bash > $@

$(BUILD)/_faceaudit: $(BUILD)/faceaudit
	$(quiet)$< help --completion zsh > $@

$(BUILD)/libfaceaudit.a: $(objects) $(BUILD)/words.o $(BUILD)/weights.o
	$(quiet)rm -f $@ && ar rcs $@ $^

# Each object names the headers it was made from in a file beside it, so that a header rebuilds what includes it and nothing else.
compile = $(CC) -std=gnu11 $(CFLAGS) -I. -MMD -MP

$(BUILD)/%.o: %.c Makefile | setup-build
	$(quiet)mkdir -p $(@D)
	$(quiet)$(compile) $(WARNINGS) $(library_cflags) -c -o $@ $<

$(BUILD)/assets.o: $(BUILD)/assets.c | setup-build
	$(quiet)$(compile) -c -o $@ $<

-include $(shell find $(BUILD) -name '*.d' 2> /dev/null)

# The list file changes when a file comes or goes, so that removing a rule rebuilds too.
$(BUILD)/assets.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(assets) | LC_ALL=C sort > $@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(BUILD)/assets.c: $(BUILD)/assets.list $(assets) .embed.awk
	$(quiet)awk -f .embed.awk $$(cat $<) > $@

# What the word lists come to is found out once, here: .seal.c is linked with the parts of the program that do it.
$(BUILD)/words.o: $(BUILD)/words.s
	$(quiet)$(CC) -c -o $@ $<

$(BUILD)/words.s: $(BUILD)/seal
	$(say) "sealing the word lists"
	$(quiet)$< > $(BUILD)/words.bin
	$(quiet)printf '.section .rodata\n.balign 64\n.globl words_sealed\nwords_sealed: .incbin "%s"\n.section .note.GNU-stack,"",@progbits\n' \
	  $(BUILD)/words.bin > $@

$(BUILD)/seal: .seal.c $(objects) $(BUILD)/weights.o
	$(quiet)rm -f $@.a && ar rcs $@.a $(objects) $(BUILD)/weights.o
	$(quiet)$(compile) $(WARNINGS) $(library_cflags) -o $@ $< $@.a $(library_libs)

# The second reader is taught once, here, by text that no part of the program reads again.
$(BUILD)/weights.o: $(BUILD)/weights.s
	$(quiet)$(CC) -c -o $@ $<

$(BUILD)/weights.s: $(BUILD)/teach $(taught)
	$(say) "teaching the second reader"
	$(quiet)$< $(taught) > $(BUILD)/weights.bin
	$(quiet)printf '.section .rodata\n.balign 64\n.globl second_weights\nsecond_weights: .incbin "%s"\n.section .note.GNU-stack,"",@progbits\n' \
	  $(BUILD)/weights.bin > $@

# Of the program it takes what reads text, so that it teaches again only when that, or the text, has changed.
$(BUILD)/teach: .teach.c $(patsubst %,$(BUILD)/%.o,analyze/second/features analyze/words/sentence include/message include/text)
	$(quiet)$(compile) $(WARNINGS) $(library_cflags) -o $@ $(filter %.c %.o,$^) $(library_libs)

# Installs what is missing of a part of .packages; asks nothing of the network when all is there.
setup-%:
	@./.setup $*

demo: build  ## audits samples/ and says where the report is
	@$(BUILD)/faceaudit run samples -o $(BUILD)/demo

$(BUILD)/tests/%: tests/%.c $(BUILD)/libfaceaudit.a
	$(quiet)mkdir -p $(@D)
	$(quiet)$(compile) $(WARNINGS) $(library_cflags) -o $@ $< $(BUILD)/libfaceaudit.a $(library_libs)

test: setup-test build $(unit_tests)  ## every test
	@tests/run $(BUILD) $(unit_tests) $(shell_tests)

second-scores: build $(BUILD)/teach $(BUILD)/tests/second_margins  ## how often the second reader is right on writers held out
	@tests/second_scores $(BUILD)

test-page: setup-page build  ## audit.html in headless Chromium
	@tests/page/run $(BUILD)

check:  ## every test under ASan and UBSan
	@$(MAKE) test BUILD=build/check CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

lint: setup-lint build  ## clang's warnings, clang-format, cppcheck, who may include whom
	@$(MAKE) build CC=clang CI=true BUILD=build/clang
	$(quiet)clang-format --dry-run -Werror main.c .seal.c .teach.c $(sources) $(wildcard tests/*.c) $(headers)
	cppcheck --quiet --error-exitcode=1 --enable=warning,portability --inline-suppr --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=autoVariables --suppress=legacyUninitvar -I. main.c $(sources)
	tests/layers

fuzz: setup-fuzz build  ## a minute for each fuzzer
	@tests/fuzz $(BUILD)

bench: setup-bench build  ## measures this program beside others on the same machine; writes build/bench.txt
	@tests/bench $(BUILD)

golden: $(BUILD)/tests/test_chart  ## draws the pictures anew that charts are held to; look at them before you keep them
	$(quiet)GOLDEN=write $< -p "/chart/each kind looks as it did" > /dev/null && chmod 644 tests/golden/*.png

gallery: setup-look demo  ## draws the pictures of README from the sample year
	@tests/gallery $(BUILD)

help:  ## this list
	@awk -F'##' '/^[a-z-]+:.*##/ { sub(/:.*/, "", $$1); printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

clean:  ## removes build/
	rm -rf build
