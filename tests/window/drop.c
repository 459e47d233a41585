/* Lets a file go over a window, as a file manager does (XDND 5): the window's
 * id, then the path. Ends with 0 when the window has taken it. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { VERSION = 5, SECONDS = 10, URI_MAX = 4200 };

struct drag {
    Display *display;
    Window from;
    Window to;
    Atom uri_list;
    char uri[URI_MAX];
};

static Atom atom(const struct drag *drag, const char *name)
{
    return XInternAtom(drag->display, name, False);
}

static void tell(const struct drag *drag, const char *what, const long *data)
{
    XEvent event;
    memset(&event, 0, sizeof event);
    event.xclient.type = ClientMessage;
    event.xclient.window = drag->to;
    event.xclient.message_type = atom(drag, what);
    event.xclient.format = 32;
    event.xclient.data.l[0] = (long)drag->from;
    for (int i = 1; i < 5; i++)
        event.xclient.data.l[i] = data[i];
    XSendEvent(drag->display, drag->to, False, NoEventMask, &event);
    XFlush(drag->display);
}

/* The window asks what it was given. */
static void hand_over(const struct drag *drag,
                      const XSelectionRequestEvent *asked)
{
    XEvent event;
    XChangeProperty(drag->display, asked->requestor, asked->property,
                    drag->uri_list, 8, PropModeReplace,
                    (const unsigned char *)drag->uri, (int)strlen(drag->uri));
    memset(&event, 0, sizeof event);
    event.xselection.type = SelectionNotify;
    event.xselection.requestor = asked->requestor;
    event.xselection.selection = asked->selection;
    event.xselection.target = asked->target;
    event.xselection.property = asked->property;
    event.xselection.time = asked->time;
    XSendEvent(drag->display, asked->requestor, False, NoEventMask, &event);
    XFlush(drag->display);
}

/* Answers until the window says `what`; true when it said yes with it. */
static int await(const struct drag *drag, const char *what)
{
    for (;;) {
        XEvent event;
        XNextEvent(drag->display, &event);
        if (event.type == SelectionRequest)
            hand_over(drag, &event.xselectionrequest);
        if (event.type == ClientMessage &&
            event.xclient.message_type == atom(drag, what))
            return (int)(event.xclient.data.l[1] & 1);
    }
}

static void begin(struct drag *drag, const char *path)
{
    drag->from = XCreateSimpleWindow(
        drag->display, DefaultRootWindow(drag->display), 0, 0, 1, 1, 0, 0, 0);
    drag->uri_list = atom(drag, "text/uri-list");
    snprintf(drag->uri, sizeof drag->uri, "file://%s\r\n", path);
    XSetSelectionOwner(drag->display, atom(drag, "XdndSelection"), drag->from,
                       CurrentTime);
}

int main(int argc, char **argv)
{
    struct drag drag;
    memset(&drag, 0, sizeof drag);
    drag.display = XOpenDisplay(NULL);
    if (argc != 3 || !drag.display)
        return 2;
    alarm(SECONDS);
    drag.to = (Window)strtoul(argv[1], NULL, 0);
    begin(&drag, argv[2]);
    tell(&drag, "XdndEnter",
         (long[5]){0, (long)VERSION << 24, (long)drag.uri_list, 0, 0});
    tell(&drag, "XdndPosition",
         (long[5]){0, 0, 400L << 16 | 300, CurrentTime,
                   (long)atom(&drag, "XdndActionCopy")});
    if (!await(&drag, "XdndStatus"))
        return 1;
    tell(&drag, "XdndDrop", (long[5]){0, 0, CurrentTime, 0, 0});
    await(&drag, "XdndFinished");
    XCloseDisplay(drag.display);
    return 0;
}
