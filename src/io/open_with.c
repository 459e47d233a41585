#include "io/open_with.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { LINE_TEXT_MAX = 32 };

/* Started twice over, so that nothing is left to wait for: a shell that puts
 * the program behind it and ends at once. */
static bool start(char *const words[])
{
    char shell[] = "sh";
    char flag[] = "-c";
    char script[] = "command -v \"$1\" >/dev/null || exit 1\n"
                    "\"$@\" >/dev/null 2>&1 </dev/null &";
    char name[] = "pacta";
    char *all[16] = {shell, flag, script, name};
    for (int i = 0; i < 11 && words[i]; i++)
        all[4 + i] = words[i];
    pid_t pid;
    int status;
    if (posix_spawnp(&pid, shell, NULL, NULL, all, environ) != 0)
        return false;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static char *editor(void)
{
    char *visual = getenv("VISUAL");
    char *plain = getenv("EDITOR");
    return visual && visual[0] ? visual : plain && plain[0] ? plain : NULL;
}

bool open_with_editor(const char *path, int line, struct error *err)
{
    char at[LINE_TEXT_MAX];
    char terminal[] = "x-terminal-emulator";
    char execute[] = "-e";
    char desktop[] = "xdg-open";
    char *own = editor();
    snprintf(at, sizeof at, "+%d", line > 0 ? line : 1);
    char *named[] = {terminal, execute, own, at, (char *)path, NULL};
    char *any[] = {desktop, (char *)path, NULL};
    if ((own && start(named)) || start(any))
        return true;
    return error_set(err,
                     "No editor could be started; open %s and go to line %d",
                     path, line);
}

bool open_with_files(const char *path, struct error *err)
{
    char desktop[] = "xdg-open";
    char *words[] = {desktop, (char *)path, NULL};
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        return error_set(err, "The folder %s cannot be made: %s", path,
                         strerror(errno));
    if (start(words))
        return true;
    return error_set(err,
                     "No program to show folders was found; the decks "
                     "are in %s",
                     path);
}
