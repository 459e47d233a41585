# Pacta. `make run` opens it, `make test` proves it; both install what is
# missing. `make help` lists the rest.
PROGRAM  = pacta
BUILD   ?= release
SANITIZE ?= 0
PREFIX  ?= /usr/local
PACKAGES = sdl2 SDL2_ttf inih sqlite3 fontconfig libpng fribidi harfbuzz

OUT = build/$(BUILD)
ifeq ($(SANITIZE),1)
OUT := build/sanitize
endif
# Other kinds are built beside the program, never over it.
TARGET = $(OUT)/$(PROGRAM)
ifeq ($(OUT),build/release)
TARGET = build/$(PROGRAM)
endif
HAVE := $(shell pkg-config --exists $(PACKAGES) 2>/dev/null && echo yes)

CFLAGS_release  = -O2
CFLAGS_debug    = -O0 -g3
CFLAGS_sanitize = -O1 -g -fsanitize=address,undefined \
                  -fno-sanitize-recover=all -fno-omit-frame-pointer
# -Wno-psabi: vectors are never passed between objects, see src/memory/lanes.h.
WARN   = -Wall -Wextra -Wshadow -Wconversion -Werror -Wno-psabi
FLAGS  = -std=c11 -D_GNU_SOURCE $(WARN) -ffp-contract=off -Iinclude \
         -DPACTA_SHARE='"$(PREFIX)/share/pacta"' \
         $(CFLAGS_$(notdir $(OUT))) $(CFLAGS)
ifeq ($(HAVE),yes)
FLAGS += $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PACKAGES)))
LIBS   = $(shell pkg-config --libs $(PACKAGES))
endif
LIBS  += -lunistring -lm
PURE_LIBS = -lunistring -lm

PURE_ROOMS = base knowledge memory study app
EDGE_ROOMS = io ui cli
PURE  = $(patsubst src/%.c,$(OUT)/%.o,$(wildcard $(PURE_ROOMS:%=src/%/*.c)))
EDGES = $(patsubst src/%.c,$(OUT)/%.o,$(wildcard $(EDGE_ROOMS:%=src/%/*.c)))
MAIN  = $(patsubst src/%.c,$(OUT)/%.o,$(wildcard src/*.c))

PURE_TESTS = $(patsubst %.c,$(OUT)/%,$(wildcard $(PURE_ROOMS:%=tests/%/test_*.c)))
EDGE_TESTS = $(patsubst %.c,$(OUT)/%,$(wildcard $(EDGE_ROOMS:%=tests/%/test_*.c)))
WATCHES    = $(OUT)/tests/bench/start $(OUT)/tests/bench/bare_sdl
BENCHES    = $(filter-out $(WATCHES),$(patsubst %.c,$(OUT)/%,$(wildcard \
             tests/bench/*.c)))

all: $(TARGET)                    ## build build/pacta

ifneq ($(HAVE),yes)
build/$(PROGRAM): deps
	@$(MAKE) --no-print-directory build/$(PROGRAM)
else
build/$(PROGRAM): build/release/$(PROGRAM)
	@cp $< $@
endif

$(OUT)/$(PROGRAM): $(MAIN) $(EDGES) $(OUT)/libpure.a
	$(CC) $(FLAGS) $^ $(LDFLAGS) $(LIBS) -o $@

$(OUT)/libpure.a: $(PURE)
	@rm -f $@
	$(AR) rcs $@ $^

$(OUT)/libedge.a: $(EDGES)
	@rm -f $@
	$(AR) rcs $@ $^

# The memory room for strangers: one object in which only what
# include/pacta-memory.h names can be seen, fit for shared libraries too.
LIBRARY = $(patsubst src/%.c,$(OUT)/library/%.o,\
          $(filter-out src/memory/simulate.c,$(wildcard src/memory/*.c)) \
          src/base/arena.c src/base/error.c)

library: $(OUT)/libpacta-memory.a ## build libpacta-memory.a

$(OUT)/libpacta-memory.a: $(LIBRARY)
	@rm -f $@
	$(CC) -r -nostdlib $^ -o $(OUT)/library/pacta-memory.o
	objcopy --localize-hidden $(OUT)/library/pacta-memory.o
	$(AR) rcs $@ $(OUT)/library/pacta-memory.o

$(OUT)/library/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -fPIC -fvisibility=hidden -MMD -MP -c $< -o $@

$(OUT)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -MP -c $< -o $@

# The place where decks are looked for is in the program: another PREFIX makes
# what names it anew.
$(OUT)/io/paths.o $(OUT)/cli/man.o: $(OUT)/prefix
$(OUT)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@

$(OUT)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -Itests -UNDEBUG -MMD -MP -c $< -o $@

# A unit test that needs SDL or SQLite does not link: that is the wall.
$(PURE_TESTS): %: %.o $(OUT)/libpure.a
	$(CC) $(FLAGS) $(filter %.o,$^) $(filter %.a,$^) $(LDFLAGS) -lcmocka \
	    $(PURE_LIBS) -o $@

# What the lanes of a fit are held against.
DUALS = $(patsubst %.c,$(OUT)/%.o,$(wildcard tests/memory/*dual*.c))
$(OUT)/tests/memory/test_fit_slopes: $(DUALS)

$(EDGE_TESTS) $(BENCHES): %: %.o $(OUT)/libedge.a $(OUT)/libpure.a
	$(CC) $(FLAGS) $^ $(LDFLAGS) -lcmocka $(LIBS) -o $@

# They look at the program from outside, and have nothing of it.
$(OUT)/tests/bench/start: $(OUT)/tests/bench/start.o
	$(CC) $(FLAGS) $^ $(LDFLAGS) -lX11 -lXdamage -o $@

$(OUT)/tests/bench/bare_sdl: $(OUT)/tests/bench/bare_sdl.o
	$(CC) $(FLAGS) $^ $(LDFLAGS) \
	    $(shell pkg-config --libs sdl2 SDL2_ttf fontconfig) -o $@

.SECONDARY:

deps:                             ## install the packages that are missing
	@sh tests/deps.sh build

run: deps                         ## install, build, open the window
	@$(MAKE) --no-print-directory $(TARGET)
	@$(TARGET)

test: test-deps                   ## install, build, run every test
	@$(MAKE) --no-print-directory run-tests

test-deps:
	@sh tests/deps.sh test

bench-deps:
	@sh tests/deps.sh bench

run-tests: $(TARGET) $(PURE_TESTS) $(EDGE_TESTS) $(OUT)/tests/bench/bots
	@OUT=$(OUT) CC="$(CC)" sh tests/run.sh $(PURE_TESTS) $(EDGE_TESTS)

bench: bench-deps                 ## measure beside the peers
	@$(MAKE) --no-print-directory $(TARGET) $(BENCHES) $(WATCHES)
	@OUT=$(OUT) sh tests/bench/run.sh

bench-bots: test-deps             ## let bots that know nothing answer
	@$(MAKE) --no-print-directory $(OUT)/tests/bench/bots
	@$(OUT)/tests/bench/bots assets/kinds/*.ini decks/*.ini

bench-evidence:                   ## simulate what luck does to a schedule
	@$(MAKE) --no-print-directory $(OUT)/tests/bench/bench_evidence
	@$(OUT)/tests/bench/bench_evidence

bench-folds:                      ## say what the options of a fit are worth
	@$(MAKE) --no-print-directory $(TARGET) $(OUT)/tests/bench/synthetic
	@sh tests/bench/folds.sh $(TARGET) $(OUT)/tests/bench

bench-holdout:                    ## fit to learners that no other bench has
	@$(MAKE) --no-print-directory \
	    $(addprefix $(OUT)/tests/bench/,bench_holdout synthetic)
	@sh tests/bench/holdout.sh $(OUT)/tests/bench

REWRITERS = $(addprefix $(OUT)/tests/,app/test_screens app/test_sittings \
                        ui/test_golden)

goldens: test-deps                ## write what the screens look like anew
	@$(MAKE) --no-print-directory $(REWRITERS)
	@for test in $(REWRITERS); do PACTA_REWRITE=1 $$test || exit 1; done

fuzz:                             ## feed the readers rubbish for a minute each
	@sh tests/deps.sh fuzz
	@mkdir -p build/fuzz/corpus
	clang -g -O1 -fsanitize=fuzzer,address,undefined -std=c11 \
	    -D_GNU_SOURCE -Iinclude tests/fuzz/fuzz_deck.c src/io/deck_*.c \
	    $(wildcard src/base/*.c src/knowledge/*.c) -linih $(PURE_LIBS) \
	    -o build/fuzz/fuzz_deck
	build/fuzz/fuzz_deck -max_total_time=60 -max_len=8192 build/fuzz/corpus \
	    decks tests/knowledge/planted tests/knowledge/planted/sound
	@mkdir -p build/fuzz/reviews
	clang -g -O1 -fsanitize=fuzzer,address,undefined -std=c11 -Wno-psabi \
	    -D_GNU_SOURCE -Iinclude tests/fuzz/fuzz_reviews.c \
	    $(wildcard src/io/reviews_csv*.c src/memory/*.c src/base/*.c) \
	    $(PURE_LIBS) -o build/fuzz/fuzz_reviews
	build/fuzz/fuzz_reviews -max_total_time=60 build/fuzz/reviews

lint:                             ## format, cppcheck, clang-tidy, layers
	@sh tests/lint.sh

format:                           ## let clang-format lay the sources out
	@clang-format -i $$(git ls-files 'src/*.[ch]' 'include/*.h' 'tests/*.[ch]')

install: all                      ## install to PREFIX (DESTDIR before it)
	@sh assets/desktop/install.sh install "$(DESTDIR)$(PREFIX)" $(TARGET)

uninstall:                        ## take away what install put there
	@sh assets/desktop/install.sh uninstall "$(DESTDIR)$(PREFIX)"

LIBDIR ?= $(PREFIX)/lib
LIBRARY_VERSION = $(shell sed -n 's/.*PACTA_MEMORY_VERSION "\(.*\)"/\1/p' \
                  include/pacta-memory.h)

install-library: library          ## install the memory room for programs
	install -d $(addprefix "$(DESTDIR)",$(PREFIX)/include \
	    $(LIBDIR)/pkgconfig)
	install -m 644 include/pacta-memory.h "$(DESTDIR)$(PREFIX)/include"
	install -m 644 $(OUT)/libpacta-memory.a "$(DESTDIR)$(LIBDIR)"
	sed 's|@PREFIX@|$(PREFIX)|;s|@LIBDIR@|$(LIBDIR)|;s|@VERSION@|$(LIBRARY_VERSION)|' \
	    src/memory/pacta-memory.pc.in \
	    >"$(DESTDIR)$(LIBDIR)/pkgconfig/pacta-memory.pc"

uninstall-library:                ## take that away
	rm -f "$(DESTDIR)$(PREFIX)/include/pacta-memory.h" \
	    "$(DESTDIR)$(LIBDIR)/libpacta-memory.a" \
	    "$(DESTDIR)$(LIBDIR)/pkgconfig/pacta-memory.pc"

clean:                            ## remove what was built
	rm -rf build

help:                             ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 14

.PHONY: all deps run test test-deps bench-deps run-tests bench bench-bots \
        bench-evidence bench-folds bench-holdout goldens fuzz lint format install uninstall library install-library uninstall-library clean \
        help FORCE

-include $(wildcard $(OUT)/*.d $(OUT)/*/*.d $(OUT)/library/*/*.d $(OUT)/tests/*/*.d)
