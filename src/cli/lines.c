#include "cli/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A signal writes a byte here: one that comes just before the wait would
 * otherwise be slept over. */
static int bell[2] = {-1, -1};
static volatile sig_atomic_t stopped;

static void stop(int signal)
{
    int before = errno;
    (void)signal;
    stopped = 1;
    if (write(bell[1], "", 1) < 0)
        errno = before;
}

static void listen_for(int signal)
{
    struct sigaction action = {.sa_handler = stop};
    struct sigaction old;
    sigemptyset(&action.sa_mask);
    if (sigaction(signal, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
        sigaction(signal, &action, NULL);
}

void lines_init(struct lines *lines)
{
    lines->at = 0;
    lines->end = 0;
    if (pipe2(bell, O_CLOEXEC | O_NONBLOCK) < 0)
        return; /* the signals then end the program as they always do */
    listen_for(SIGINT);
    listen_for(SIGTERM);
    listen_for(SIGHUP);
}

static bool read_more(struct lines *lines)
{
    struct pollfd waits[] = {{STDIN_FILENO, POLLIN, 0}, {bell[0], POLLIN, 0}};
    while (!stopped) {
        if (poll(waits, 2, -1) < 0 || waits[1].revents)
            continue;
        ssize_t got = read(STDIN_FILENO, lines->read, sizeof lines->read);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        lines->at = 0;
        lines->end = got > 0 ? (size_t)got : 0;
        return got > 0;
    }
    return false;
}

static void keep(struct lines *lines, char byte)
{
    if (lines->length < sizeof lines->line - 1)
        lines->line[lines->length++] = byte;
}

bool lines_next(struct lines *lines)
{
    bool is_whole = false;
    bool is_begun = false;
    lines->length = 0;
    while (!is_whole && (lines->at < lines->end || read_more(lines))) {
        char byte = lines->read[lines->at++];
        is_begun = true;
        is_whole = byte == '\n';
        if (!is_whole)
            keep(lines, byte);
    }
    if (lines->length > 0 && lines->line[lines->length - 1] == '\r')
        lines->length--;
    lines->line[lines->length] = '\0';
    return is_begun && !stopped;
}
