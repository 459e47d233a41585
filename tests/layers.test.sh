# The walls: which room may know which, and what may stand where.
failed=0

report() { # NAME: a test passed if nothing was found
    if [ -z "$found" ]; then
        echo "[       OK ] $1"
    else
        echo "[  FAILED  ] $1"
        printf '%s\n' "$found" | sed 's/^/    /'
        failed=1
    fi
}

# Includes of a room that name a room it may not know.
includes_of() { # ROOM ALLOWED...
    room=$1
    shift
    allowed=$(printf '%s|' "$room" "$@")
    grep -rnE '^#include "[a-z]+/' "src/$room" "include/$room" |
        grep -vE "#include \"(${allowed%|})/"
}

found=$(
    includes_of base
    includes_of knowledge base
    includes_of memory base
    includes_of study base knowledge memory
    includes_of app base knowledge memory study
    includes_of io base knowledge memory study
    includes_of ui base app
    includes_of cli base knowledge memory study app io ui
)
report rooms_know_only_what_stands_below_them

found=$(grep -rn '#include "app/' src/ui include/ui |
    grep -vE '"app/(cue|draw|input|msg|theme)\.h"')
report the_window_knows_of_the_program_only_what_it_paints_and_sends

found=$(grep -rlE '#include <SDL' src include | grep -vE '^(src|include)/ui/')
report sdl_is_in_ui_alone

found=$(grep -rl '#include <sqlite3.h>' src include |
    grep -vE '^(src/io/(store|backup)|include/io/store)')
report sqlite_is_in_the_store_alone

found=$(grep -rl '#include <ini.h>' src include | grep -v '^src/io/deck_')
report inih_is_in_the_deck_reader_alone

found=$(grep -rnE '#include <uni(str|case|norm|lbrk|wbrk|gbrk|ctype|name)' src include |
    grep -v '^src/base/')
report libunistring_is_in_base_alone

pure='src/base src/knowledge src/memory src/study src/app include/base include/knowledge include/memory include/study include/app'
found=$(grep -rnE '#include <(time|unistd|fcntl|pthread|sys/)|\b(rand|random|srand|time|fopen|getenv|clock_gettime)\(' $pure |
    grep -v '^src/base/arena.c:.*sys/mman.h')
report pure_rooms_have_no_clock_no_chance_no_files

found=$(grep -rnE '\b(FILE|stdin|stdout|stderr|errno)\b|\b(v?printf|puts|putchar|perror|exit|abort)\(' $pure |
    grep -vE '^src/base/arena.c|__attribute__')
report pure_rooms_write_nothing

found=$(
    grep -rnE '\b(malloc|realloc)\(' src include | grep -v '^src/base/arena.c'
    grep -rnE '\bcalloc\(' src include | grep -vE '^src/(ui/|io/store.c)'
    grep -rnE '\b(strdup|strndup|asprintf|getline|alloca)\(' $pure src/cli src/*.c
)
report memory_comes_from_arenas_and_what_is_opened

found=$(
    grep -rl '#include "io/store_internal.h"' src include | grep -vE '^src/io/(store|backup)'
    grep -rl '#include "app/update.h"' src include | grep -vE '^(src|include)/app/'
    grep -rlE '#include "cli/(ask|option).h"' src include | grep -vE '^(src|include)/cli/(ask|option|man|complete)'
)
report what_is_between_the_files_of_a_module_stays_there

found=$(grep -rnE '(^|[^:"])//' --include='*.[ch]' src include tests | grep -v '://')
report comments_are_closed

compilers=gcc
command -v clang >/dev/null && compilers="gcc clang"
packages=$(pkg-config --cflags sdl2 SDL2_ttf inih sqlite3 fontconfig libpng fribidi harfbuzz | sed 's/-I/-isystem /g')
found=$(
    for compiler in $compilers; do
        for header in $(find include -name '*.h'); do
            $compiler -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror \
                -Wno-unused-function -Iinclude $packages -fsyntax-only \
                -x c "$header" 2>&1 | head -3
        done
    done
)
report every_header_compiles_alone

found=$(
    if command -v clang >/dev/null; then
        for source in $(find src -name '*.c'); do
            clang -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion \
                -Werror -Iinclude -DPACTA_SHARE='"x"' $packages \
                -fsyntax-only "$source" 2>&1 | head -3
        done
    else
        echo "clang is missing"
    fi
)
report clang_has_nothing_to_say

exit $failed
