# The memory room as a stranger has it: installed into a folder of the test's
# own, found by pkg-config, and the example of its header compiled from there.
. tests/cli/lib.sh

place=build/library
root=$PWD

install_library() { # PREFIX [DESTDIR] [CC]
    env -u MAKEFLAGS -u MAKELEVEL make -s install-library OUT=$place-${3:-gcc} \
        CC="${3:-gcc}" CFLAGS=-O2 PREFIX="$1" DESTDIR="${2:-}" \
        >"$work/log" 2>&1 || {
        tail -5 "$work/log" >&2
        return 1
    }
}

# The lines of the header's comment that are indented.
write_example() {
    sed -n '/^ \*\//q;s/^ \*     //p' "$work/usr/include/pacta-memory.h" \
        >"$work/example.c"
}

flags() {
    PKG_CONFIG_PATH="$work/usr/lib/pkgconfig" pkg-config "$@" pacta-memory
}

# Compiles and runs in a folder where nothing of Pacta is.
run_example() { # COMPILER...
    mkdir -p "$work/stranger"
    cd "$work/stranger"
    "$@" -Wall -Wextra -Werror $(flags --cflags) ../example.c -o example \
        $(flags --libs)
    ./example >"$work/out"
    cd "$root"
    says '^recall: 0\.[0-9]*$'
    says '^done$'
    [ "$(grep -c ' days$' "$work/out")" = 5 ]
}

what_it_says_is_what_the_models_say() {
    awk '/ days$/ { n++; days[n] = $1 }
        END { exit !(n == 5 && days[1] < days[2] && days[2] < days[3] &&
                     days[3] < days[4] && days[5] < days[3]) }' "$work/out"
    awk '/^loss / { exit !($2 + 0 < $4 + 0) }' "$work/out"
}

the_example_of_the_header_has_forty_lines_and_runs_with_gcc_and_clang() {
    install_library "$work/usr"
    write_example
    [ "$(wc -l <"$work/example.c")" -le 40 ]
    run_example gcc -std=c11 -O2 -pedantic
    what_it_says_is_what_the_models_say
    cp "$work/out" "$work/gcc"
    run_example clang -std=c11 -O2 -pedantic
    cmp "$work/out" "$work/gcc"
    run_example gcc -std=c11 -static
    cmp "$work/out" "$work/gcc"
}

the_example_is_cplusplus_too() {
    install_library "$work/usr"
    write_example
    run_example clang -x c++ -std=c++11
    what_it_says_is_what_the_models_say
}

a_library_built_by_clang_says_the_same() {
    install_library "$work/usr"
    write_example
    run_example gcc -std=c11
    cp "$work/out" "$work/gcc"
    install_library "$work/usr" '' clang
    run_example gcc -std=c11
    cmp "$work/out" "$work/gcc"
}

names_without_its_prefix_are_not_visible() {
    install_library "$work/usr"
    nm -g --defined-only "$work/usr/lib/libpacta-memory.a" |
        awk 'NF == 3 { print $3 }' >"$work/names"
    [ "$(grep -c '^pacta_' "$work/names")" -ge 9 ]
    never grep -v '^pacta_' "$work/names"
}

nothing_but_the_c_library_and_libm_is_needed() {
    install_library "$work/usr"
    write_example
    cd "$work"
    gcc -shared -o library.so -Wl,--whole-archive usr/lib/libpacta-memory.a \
        -Wl,--no-whole-archive -Wl,-z,defs -lm
    readelf -d library.so | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' >needed
    never grep -v '^libm\.\|^libc\.' needed
}

it_keeps_nothing_between_calls() {
    install_library "$work/usr"
    nm "$work/usr/lib/libpacta-memory.a" | awk 'NF == 3' >"$work/names"
    [ -s "$work/names" ]
    never grep -i ' [bc] ' "$work/names"
    # constants that hold addresses are data to the linker, and written once
    objdump -h "$work/usr/lib/libpacta-memory.a" >"$work/sections"
    never grep -E ' \.data +0*[1-9a-f]' "$work/sections"
}

# Each thread fits the same history, while the others do.
write_threads() {
    cat >"$work/threads.c" <<'END'
#include <pacta-memory.h>
#include <pthread.h>
#include <string.h>

static struct pacta_review history[3000];
static struct pacta_fit_result found[4];

static void *fit(void *at)
{
    pacta_fit(PACTA_FSRS7, history, 3000, NULL, at);
    return NULL;
}

int main(void)
{
    pthread_t threads[4];
    for (int i = 0; i < 3000; i++) {
        history[i].card = i / 6;
        history[i].at_ms = (int64_t)i * i % 997 * 86400000;
        history[i].rating = i % 5 ? 3 : 1;
    }
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, fit, &found[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    for (int i = 1; i < 4; i++)
        if (memcmp(&found[i].model, &found[0].model, sizeof found[0].model))
            return 1;
    return found[0].iterations > 0 ? 0 : 1;
}
END
}

threads_that_fit_at_once_find_the_same_bits() {
    install_library "$work/usr"
    write_threads
    gcc -std=c11 -pthread $(flags --cflags) "$work/threads.c" \
        -o "$work/threads" $(flags --libs)
    "$work/threads"
}

uninstalling_takes_away_its_files() {
    install_library /usr "$work/root"
    [ "$(find "$work/root" -type f | wc -l)" = 3 ]
    grep -q "^prefix=/usr$" "$work/root/usr/lib/pkgconfig/pacta-memory.pc"
    env -u MAKEFLAGS -u MAKELEVEL make -s uninstall-library PREFIX=/usr \
        DESTDIR="$work/root"
    [ -z "$(find "$work/root" -type f)" ]
}

run_tests the_example_of_the_header_has_forty_lines_and_runs_with_gcc_and_clang \
    the_example_is_cplusplus_too a_library_built_by_clang_says_the_same \
    names_without_its_prefix_are_not_visible \
    nothing_but_the_c_library_and_libm_is_needed \
    it_keeps_nothing_between_calls \
    threads_that_fit_at_once_find_the_same_bits uninstalling_takes_away_its_files
