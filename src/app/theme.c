#include "app/theme.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

struct row {
    enum token token;
    const char *name;
    uint32_t light;
};

/* One row a token: its name in theme files and its colour by day. */
static const struct row rows[] = {
    {TOKEN_DESK, "desk", 0xDDDED8FF},
    {TOKEN_PAPER, "paper", 0xFBF8EFFF},
    {TOKEN_WASH, "wash", 0xF3EEE0FF},
    {TOKEN_WASH2, "wash2", 0xE9E2CFFF},
    {TOKEN_TRACK, "track", 0xC8C8BDFF},
    {TOKEN_INK, "ink", 0x17223BFF},
    {TOKEN_INK2, "ink2", 0x434D66FF},
    {TOKEN_INK3, "ink3", 0x5C6276FF},
    {TOKEN_RULE, "rule", 0xD3CCBAFF},
    {TOKEN_EDGE, "edge", 0x7B7869FF},
    {TOKEN_SPINE, "spine", 0x17223BFF},
    {TOKEN_SPINE_INK, "spine-ink", 0xF2ECDDFF},
    {TOKEN_SPINE_INK2, "spine-ink2", 0xB3BACDFF},
    {TOKEN_STITCH, "stitch", 0x3A4663FF},
    {TOKEN_SPINE_KEY, "spine-key", 0x6B7794FF},
    {TOKEN_SEAL, "seal", 0xB3301DFF},
    {TOKEN_SEAL_FILL, "seal-fill", 0xB3301DFF},
    {TOKEN_SEAL_HI, "seal-hi", 0xC43C27FF},
    {TOKEN_SEAL_LO, "seal-lo", 0x8F2413FF},
    {TOKEN_ON_SEAL, "on-seal", 0xFFFAEFFF},
    {TOKEN_RIGHT, "right", 0x1F6249FF},
    {TOKEN_RIGHT_WASH, "right-wash", 0xE1ECDFFF},
    {TOKEN_WRONG, "wrong", 0x7C2A5BFF},
    {TOKEN_WRONG_WASH, "wrong-wash", 0xF3E4E9FF},
    {TOKEN_HARD, "hard", 0x835800FF},
    {TOKEN_HARD_WASH, "hard-wash", 0xF6EBCDFF},
    {TOKEN_EASY, "easy", 0x27568FFF},
    {TOKEN_EASY_WASH, "easy-wash", 0xE1E9F1FF},
    {TOKEN_FOCUS, "focus", 0x27568FFF},
    {TOKEN_FRAME1, "frame1", 0xB3301D9E},
    {TOKEN_FRAME2, "frame2", 0xB3301D61},
    {TOKEN_UNDER, "under", 0xCFCCBFFF},
    {TOKEN_HEAT0, "heat0", 0xE6E0D0FF},
    {TOKEN_HEAT1, "heat1", 0xAEB4C1FF},
    {TOKEN_HEAT2, "heat2", 0x7C859CFF},
    {TOKEN_HEAT3, "heat3", 0x4A5674FF},
    {TOKEN_HEAT4, "heat4", 0x17223BFF},
    {TOKEN_SCRIM, "scrim", 0x0D131E8C},
    {TOKEN_SHADOW, "shadow", 0x17223B29},
};

const struct theme *theme_find(const char *name)
{
    static struct theme light = {"light", {0}};
    if (strcmp(name, light.name) != 0)
        return NULL;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        light.rgba[rows[i].token] = rows[i].light;
    return &light;
}

const char *token_name(enum token token)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].token == token)
            return rows[i].name;
    return "none";
}

/* WCAG 2.2, relative luminance. */
static double channel(uint32_t byte)
{
    double c = byte / 255.0;
    return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static double luminance(uint32_t rgba)
{
    return .2126 * channel(rgba >> 24) + .7152 * channel(rgba >> 16 & 255) +
           .0722 * channel(rgba >> 8 & 255);
}

double theme_contrast(uint32_t a, uint32_t b)
{
    double x = luminance(a);
    double y = luminance(b);
    return x > y ? (x + .05) / (y + .05) : (y + .05) / (x + .05);
}
