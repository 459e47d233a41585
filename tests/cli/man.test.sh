# The page of the manual and the completions, which come from the tables that
# the program obeys.
. tests/cli/lib.sh

the_manual_has_no_fault_of_form() {
    "$pacta" man >"$work/pacta.1"
    mandoc -T lint -W warning "$work/pacta.1"
    groff -man -Tutf8 -ww -z "$work/pacta.1" 2>"$work/err"
    [ ! -s "$work/err" ]
}

the_manual_names_every_command_and_option() {
    "$pacta" man >"$work/pacta.1"
    mandoc -T utf8 "$work/pacta.1" | col -b >"$work/page"
    "$pacta" --help | sed -n 's/^  pacta \([a-z]*\) .*/\1/p' |
        grep -v '^open$' >"$work/names"
    "$pacta" --help | sed -n 's/^  \(--[a-z]*\).*/\1/p' >>"$work/names"
    [ "$(wc -l <"$work/names")" -gt 25 ]
    while read -r name; do
        grep -q -- "^ *$name" "$work/page" || { say "$name is not there"; return 1; }
    done <"$work/names"
}

the_manual_names_the_keys() {
    "$pacta" man | mandoc -T utf8 | col -b >"$work/page"
    sed -n '/^KEYS/,/^FILES/p' "$work/page" >"$work/keys"
    for name in 'Ctrl+Q' 'Enter' 'Space' 'Esc' '↓'; do
        grep -q -- "$name" "$work/keys" || { say "$name is not there"; return 1; }
    done
}

offer() { # WORDS of a command line; bash completes the last
    bash -c '
        source "$1"
        shift
        compopt() { :; }
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _pacta
        printf "%s\n" "${COMPREPLY[@]}"' - "$work/completion" "$@" |
        sort | xargs
}

bash_completes_commands_options_and_values() {
    "$pacta" complete bash >"$work/completion"
    [ "$(offer pacta ch)" = check ]
    [ "$(offer pacta stats --c)" = --csv ]
    [ "$(offer pacta replay --model '')" = 'fsrs6 fsrs7' ]
    [ "$(offer pacta ask --form ch)" = choice ]
    [ "$(offer pacta complete z)" = zsh ]
    offer pacta '' | grep -qw study
    offer pacta check -- | grep -qw -e --strict
    never eval 'offer pacta ask -- | grep -qw -e --strict'
    [ "$(offer pacta shot hel)" = help ]
}

fish_completes_commands_options_and_values() {
    "$pacta" complete fish >"$work/completion"
    HOME=$work fish -c "source $work/completion
        complete -C 'pacta ch'; complete -C 'pacta replay --model f'
        complete -C 'pacta stats --c'" | cut -f1 >"$work/out"
    [ "$(xargs <"$work/out")" = 'check fsrs6 fsrs7 --csv' ]
}

zsh_reads_its_completions() {
    "$pacta" complete zsh >"$work/_pacta"
    zsh -f -n "$work/_pacta"
    head -1 "$work/_pacta" | grep -q '^#compdef pacta$'
    for name in study ask check stats replay; do
        grep -q "^    $name) _arguments" "$work/_pacta"
    done
    HOME=$work zsh -f -c "fpath=($work \$fpath)
        autoload -Uz compinit && compinit -D -u
        [[ \$_comps[pacta] == _pacta ]]"
}

a_shell_that_is_not_known_ends_it_with_2() {
    try "$pacta" complete csh
    status_is 2
    says 'bash, zsh or fish'
    try "$pacta" complete
    status_is 2
}

run_tests the_manual_has_no_fault_of_form \
    the_manual_names_every_command_and_option the_manual_names_the_keys \
    bash_completes_commands_options_and_values \
    fish_completes_commands_options_and_values zsh_reads_its_completions \
    a_shell_that_is_not_known_ends_it_with_2
