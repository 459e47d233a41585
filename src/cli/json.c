#include "cli/json.h"

#include <math.h>
#include <stdio.h>

static void quote(const char *text)
{
    putchar('"');
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p == '"' || *p == '\\')
            printf("\\%c", *p);
        else if (*p == '\n')
            fputs("\\n", stdout);
        else if (*p < 0x20)
            printf("\\u%04x", *p);
        else
            putchar(*p);
    }
    putchar('"');
}

static void name_it(struct json *json, const char *name)
{
    if (json->follows)
        putchar(',');
    json->follows = true;
    if (!name)
        return;
    quote(name);
    putchar(':');
}

void json_open(struct json *json)
{
    putchar('{');
    json->follows = false;
}

void json_close(struct json *json)
{
    puts("}");
    json->follows = false;
}

void json_text(struct json *json, const char *name, const char *text)
{
    if (!text) {
        json_null(json, name);
        return;
    }
    name_it(json, name);
    quote(text);
}

void json_int(struct json *json, const char *name, int64_t number)
{
    name_it(json, name);
    printf("%lld", (long long)number);
}

void json_uint(struct json *json, const char *name, uint64_t number)
{
    name_it(json, name);
    printf("%llu", (unsigned long long)number);
}

void json_real(struct json *json, const char *name, double number)
{
    if (!isfinite(number)) {
        json_null(json, name);
        return;
    }
    name_it(json, name);
    printf("%.10g", number);
}

void json_bool(struct json *json, const char *name, bool value)
{
    name_it(json, name);
    fputs(value ? "true" : "false", stdout);
}

void json_null(struct json *json, const char *name)
{
    name_it(json, name);
    fputs("null", stdout);
}

void json_list_open(struct json *json, const char *name)
{
    name_it(json, name);
    putchar('[');
    json->follows = false;
}

void json_list_close(struct json *json)
{
    putchar(']');
    json->follows = true;
}

void json_item_open(struct json *json)
{
    name_it(json, NULL);
    putchar('{');
    json->follows = false;
}

void json_item_close(struct json *json)
{
    putchar('}');
    json->follows = true;
}
