/*
 * table.h -- reading the reference tables of tests/memory/data in tests.
 *
 * A table is a file of comma-separated lines. Cells are split in place; an
 * empty cell reads as 0. Limits: TABLE_CELLS_MAX cells, lines of 1023 bytes.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory/model.h"

enum { TABLE_CELLS_MAX = 40 };

struct table {
    FILE *file;
    char line[1024];
    const char *cell[TABLE_CELLS_MAX];
    int cells;
};

/* The next line split into cells, or false at the end of the table. */
static inline bool table_next(struct table *table)
{
    if (!fgets(table->line, sizeof table->line, table->file))
        return false;
    table->line[strcspn(table->line, "\r\n")] = '\0';
    table->cells = 0;
    char *at = table->line;
    while (at && table->cells < TABLE_CELLS_MAX) {
        table->cell[table->cells++] = at;
        at = strchr(at, ',');
        if (at)
            *at++ = '\0';
    }
    return true;
}

/* Opens a table of tests/memory/data; ends the program where it is absent. */
static inline struct table table_open(const char *name)
{
    char path[256];
    struct table table = {0};
    snprintf(path, sizeof path, "tests/memory/data/%s", name);
    table.file = fopen(path, "r");
    if (!table.file) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    return table;
}

/* The same for a table whose first line names its columns. */
static inline struct table table_open_headed(const char *name)
{
    struct table table = table_open(name);
    table_next(&table);
    return table;
}

static inline void table_close(struct table *table)
{
    fclose(table->file);
}

static inline double table_number(const struct table *table, int cell)
{
    return strtod(table->cell[cell], NULL);
}

static inline enum grade table_grade(const struct table *table, int cell)
{
    return (enum grade)(atoi(table->cell[cell]) - 1);
}

/* The model with the weights called `name`, taken as they stand. */
static inline struct memory_model table_model(enum model_kind kind,
                                              const char *name)
{
    double weights[MODEL_WEIGHTS_MAX];
    struct memory_model model;
    bool found = false;
    struct table table = table_open(kind == MODEL_FSRS6 ? "fsrs6-weights.csv"
                                                        : "fsrs7-weights.csv");
    while (!found && table_next(&table)) {
        if (strcmp(table.cell[0], name) != 0)
            continue;
        for (int i = 1; i < table.cells; i++)
            weights[i - 1] = table_number(&table, i);
        found = memory_model_make(&model, kind, weights, table.cells - 1, false,
                                  NULL);
    }
    table_close(&table);
    if (!found) {
        fprintf(stderr, "no usable weights are called %s\n", name);
        exit(1);
    }
    return model;
}

#endif
