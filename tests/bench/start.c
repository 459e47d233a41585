/*
 * start -- starts a program and watches from outside what becomes of it.
 *
 *     start COMMAND ARGUMENT...
 *
 * Writes one line: milliseconds from before the fork until its first window is
 * mapped, until something is drawn in that window, the KiB that it and its
 * children hold when they have come to rest (PSS), and how often they woke in
 * the second after that. The X server says when a window is mapped and drawn
 * in, so a program need not know that it is measured. Without a window manager
 * windows are children of the root.
 */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    SMALLEST = 200, /* px: what is smaller is no main window */
    PATIENCE_MS = 20000,
    DRAW_MS = 3000,
    SETTLE_MS = 2000,
    REST_MS = 1000,
};

struct watch {
    Display *display;
    int damage_event;
    Window window;
    Damage damage;
    int damages; /* the first one is the window itself */
    double map_ms;
    double frame_ms;
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

static int ignore(Display *display, XErrorEvent *event)
{
    (void)display;
    (void)event;
    return 0; /* windows go while they are asked about */
}

static bool is_main_window(Display *display, Window window)
{
    XWindowAttributes about;
    return XGetWindowAttributes(display, window, &about) &&
           !about.override_redirect && about.width >= SMALLEST &&
           about.height >= SMALLEST;
}

static void take(struct watch *watch, const XEvent *event, double at_ms)
{
    if (event->type == MapNotify && !watch->window &&
        is_main_window(watch->display, event->xmap.window)) {
        watch->window = event->xmap.window;
        watch->map_ms = at_ms;
        watch->damage = XDamageCreate(watch->display, watch->window,
                                      XDamageReportRawRectangles);
        XFlush(watch->display);
    } else if (event->type == watch->damage_event && watch->frame_ms < 0 &&
               watch->damages++ > 0) {
        watch->frame_ms = at_ms;
        XDamageDestroy(watch->display, watch->damage);
        XFlush(watch->display);
    }
}

/* Takes what the server says for so long, or until something is drawn. */
static void listen_for(struct watch *watch, double ms, bool until_drawn)
{
    double end = now_ms() + ms;
    struct pollfd server = {ConnectionNumber(watch->display), POLLIN, 0};
    while (now_ms() < end && !(until_drawn && watch->frame_ms >= 0)) {
        if (until_drawn && watch->window && now_ms() > watch->map_ms + DRAW_MS)
            return;
        if (!XPending(watch->display) && poll(&server, 1, 50) < 1)
            continue;
        double at_ms = now_ms();
        while (XPending(watch->display)) {
            XEvent event;
            XNextEvent(watch->display, &event);
            take(watch, &event, at_ms);
        }
    }
}

/* Sums what `count` says about each process of the group. */
static long of_group(pid_t group, long (*count)(const char *pid))
{
    long sum = 0;
    DIR *proc = opendir("/proc");
    struct dirent *entry;
    while (proc && (entry = readdir(proc)) != NULL) {
        pid_t pid = (pid_t)atoi(entry->d_name);
        if (pid > 0 && getpgid(pid) == group)
            sum += count(entry->d_name);
    }
    if (proc)
        closedir(proc);
    return sum;
}

/* Sums the numbers that follow a name in a file of /proc. */
static long numbers_of(const char *path, const char *name)
{
    char line[512];
    long sum = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        const char *found = strstr(line, name);
        if (found && (found == line || name[0] == '_'))
            sum += strtol(found + strlen(name), NULL, 10);
    }
    if (file)
        fclose(file);
    return sum;
}

static long pss_of(const char *pid)
{
    char path[288];
    snprintf(path, sizeof path, "/proc/%s/smaps_rollup", pid);
    return numbers_of(path, "Pss:");
}

static long wakes_of(const char *pid)
{
    char path[600];
    long sum = 0;
    snprintf(path, sizeof path, "/proc/%s/task", pid);
    DIR *tasks = opendir(path);
    struct dirent *task;
    while (tasks && (task = readdir(tasks)) != NULL) {
        if (task->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "/proc/%.20s/task/%s/status", pid,
                 task->d_name);
        sum += numbers_of(path, "_ctxt_switches:");
    }
    if (tasks)
        closedir(tasks);
    return sum;
}

static pid_t run(char **command)
{
    pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        execvp(command[0], command);
        perror(command[0]);
        _exit(127);
    }
    setpgid(child, child);
    return child;
}

static void end(pid_t child)
{
    kill(-child, SIGTERM);
    for (int i = 0; i < 40; i++) {
        if (waitpid(child, NULL, WNOHANG) == child)
            break;
        usleep(50000);
    }
    kill(-child, SIGKILL);
    waitpid(child, NULL, 0);
}

int main(int argc, char **argv)
{
    int base, error;
    struct watch watch = {.frame_ms = -1};
    watch.display = XOpenDisplay(NULL);
    if (argc < 2 || !watch.display ||
        !XDamageQueryExtension(watch.display, &base, &error)) {
        fputs("start: it takes a command, and a display with damage\n", stderr);
        return 2;
    }
    XSetErrorHandler(ignore);
    watch.damage_event = base + XDamageNotify;
    XSelectInput(watch.display, DefaultRootWindow(watch.display),
                 SubstructureNotifyMask);
    XSync(watch.display, False);
    double start = now_ms();
    pid_t child = run(argv + 1);
    listen_for(&watch, PATIENCE_MS, true);
    if (!watch.window) {
        fprintf(stderr, "start: %s opened no window\n", argv[1]);
        end(child);
        return 1;
    }
    listen_for(&watch, SETTLE_MS, false);
    long pss = of_group(child, pss_of);
    long before = of_group(child, wakes_of);
    listen_for(&watch, REST_MS, false);
    long after = of_group(child, wakes_of);
    end(child);
    printf("%.1f %.1f %ld %.1f\n", watch.map_ms - start,
           watch.frame_ms < 0 ? -1 : watch.frame_ms - start, pss,
           (double)(after - before) * 1000 / REST_MS);
    return 0;
}
