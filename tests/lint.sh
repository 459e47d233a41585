#!/bin/sh
# Format, static analysis and the directions of dependencies. Each tool that
# is missing is named as a failure, never passed over.
set -u
bad=0
for tool in clang-format cppcheck clang-tidy; do
    command -v "$tool" >/dev/null || {
        echo "lint: $tool is missing; apt-get install clang-format clang-tidy cppcheck"
        exit 1
    }
done
files=$(git ls-files 'src/*.c' 'src/*.h' 'include/*.h' 'tests/*.c' 'tests/*.h')
clang-format --dry-run -Werror $files || bad=1
cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr -Iinclude \
    --enable=warning,performance,portability \
    --suppress=missingIncludeSystem src || bad=1
flags="-std=c11 -D_GNU_SOURCE -Iinclude -DPACTA_SHARE=\"x\" \
$(pkg-config --cflags sdl2 SDL2_ttf inih sqlite3 fontconfig libpng \
    fribidi harfbuzz | sed 's/-I/-isystem /g')"
clang-tidy --quiet $(git ls-files 'src/*.c') -- $flags 2>/dev/null || bad=1
sh tests/layers.test.sh | grep FAILED && bad=1
[ "$bad" -eq 0 ] && echo "lint: clean"
exit "$bad"
