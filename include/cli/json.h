/*
 * json.h -- JSON Lines, written to standard output field by field.
 *
 * One object a line; texts are escaped, NULL is null, numbers have 17 digits
 * where they need them.
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <stdbool.h>
#include <stdint.h>

struct json {
    bool follows; /* a comma is due before the next */
};

void json_open(struct json *json);
void json_close(struct json *json); /* ends the line */
void json_text(struct json *json, const char *name, const char *text);
void json_int(struct json *json, const char *name, int64_t number);
void json_uint(struct json *json, const char *name, uint64_t number);
void json_real(struct json *json, const char *name, double number);
void json_bool(struct json *json, const char *name, bool value);
void json_null(struct json *json, const char *name);
void json_list_open(struct json *json, const char *name);
void json_list_close(struct json *json);
void json_item_open(struct json *json); /* an object in a list */
void json_item_close(struct json *json);

#endif
