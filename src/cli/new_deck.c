#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "knowledge/source.h"

enum { STEM_MAX = SOURCE_ID_MAX - 20 }; /* room for what follows it in an id */

/* %s is the name of the file, as ids may have it. */
static const char skeleton[] =
    "; A deck states facts, and Pacta makes the questions. Each line here may\n"
    "; be changed or taken out; what starts with ; is a comment.\n"
    "; Check it while you write:  pacta check --watch FILE\n"
    "\n"
    "[deck]\n"
    "title = %s\n"
    "; The country whose view the deck takes; it is never asked for.\n"
    "home  = Japan\n"
    "\n"
    "; A subject: its kind, then an id that stays the same for ever, since\n"
    "; progress is kept under it. Letters, digits, - and . make an id.\n"
    "[treaty %s-kanagawa]\n"
    "name   = Treaty of Kanagawa\n"
    "; Another name that may be typed; one a line.\n"
    "also   = Convention of Kanagawa\n"
    "party  = Japan\n"
    "party  = United States\n"
    "; Year, month, day; less where less is known: 1854-03 or 1854.\n"
    "signed = 1854-03-31\n"
    "; Shown after the answer. It explains, and does not say the answer "
    "again.\n"
    "signed.why = The squadron had come back in February, with more ships.\n"
    "place  = Kanagawa\n"
    "; Where all of this comes from.\n"
    "source = Treaty of 31 March 1854\n"
    "\n"
    "; What is no plain fact becomes a card. Its wrong options are certainly\n"
    "; wrong, and as long as the answer; no word of it is in the question.\n"
    "[card %s-kanagawa.ports]\n"
    "of     = %s-kanagawa\n"
    "ask    = Which two harbours did the text open to American ships?\n"
    "answer = Shimoda and Hakodate\n"
    "wrong  = Nagasaki and Hirado\n"
    "wrong  = Niigata and Kobe\n"
    "wrong  = Osaka and Yokohama\n"
    "why    = One lies near the capital, the other near the whaling grounds.\n"
    "source = Treaty of 31 March 1854, Article II\n"
    "\n"
    "; A gap to be filled in.\n"
    "[card %s-kanagawa.envoy]\n"
    "of     = %s-kanagawa\n"
    "cloze  = The commodore who signed it was Matthew {Perry}.\n"
    "source = Treaty of 31 March 1854, signatures\n";

/* "My deck.ini" becomes "My-deck". */
static void stem_of(const char *path, char stem[STEM_MAX + 1])
{
    const char *name = strrchr(path, '/');
    size_t length = 0;
    name = name ? name + 1 : path;
    for (; *name && strcmp(name, ".ini") != 0 && length < STEM_MAX; name++) {
        bool is_plain = (*name >= 'a' && *name <= 'z') ||
                        (*name >= 'A' && *name <= 'Z') ||
                        (*name >= '0' && *name <= '9');
        if (is_plain)
            stem[length++] = *name;
        else if (length > 0 && stem[length - 1] != '-')
            stem[length++] = '-';
    }
    while (length > 0 && stem[length - 1] == '-')
        length--;
    stem[length] = '\0';
    if (length == 0)
        memcpy(stem, "deck", sizeof "deck");
}

static bool ends_in_ini(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".ini") == 0 &&
           path[length - 5] != '/';
}

/* Makes the file, which must not be there yet. */
static bool create(const char *path, int *file, struct error *err)
{
    *file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (*file >= 0)
        return true;
    if (errno == EEXIST)
        return error_set(err,
                         "%s is there already and stays as it is; choose "
                         "another name",
                         path);
    return error_set(err, "%s cannot be written: %s; choose another place",
                     path, strerror(errno));
}

static bool write_skeleton(const char *path, struct error *err)
{
    char stem[STEM_MAX + 1];
    int file;
    stem_of(path, stem);
    if (!create(path, &file, err))
        return false;
    int written = dprintf(file, skeleton, stem, stem, stem, stem, stem, stem);
    bool is_saved = written > 0 && fsync(file) == 0;
    int why = errno;
    is_saved = close(file) == 0 && is_saved;
    if (is_saved)
        return true;
    unlink(path);
    return error_set(err, "%s cannot be written: %s; make room for it", path,
                     strerror(why));
}

int cli_new_deck(const struct options *options)
{
    struct error err;
    if (options->word_count != 1) {
        error_set_cause(&err, ERROR_USAGE,
                        "pacta new-deck takes the name of the file to write: "
                        "pacta new-deck my-deck.ini");
        return cli_fail(&err);
    }
    const char *path = options->words[0];
    if (!ends_in_ini(path)) {
        error_set_cause(&err, ERROR_USAGE,
                        "a deck's file ends in .ini: pacta new-deck %s.ini",
                        path);
        return cli_fail(&err);
    }
    if (!write_skeleton(path, &err))
        return cli_fail(&err);
    printf("%s is written; check it with: pacta check %s\n", path, path);
    return EXIT_DONE;
}
