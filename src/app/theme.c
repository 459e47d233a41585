#include "app/theme.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

static const char *const names[TOKEN_COUNT] = {
    [TOKEN_NONE] = "none",
    [TOKEN_DESK] = "desk",
    [TOKEN_PAPER] = "paper",
    [TOKEN_WASH] = "wash",
    [TOKEN_WASH2] = "wash2",
    [TOKEN_TRACK] = "track",
    [TOKEN_INK] = "ink",
    [TOKEN_INK2] = "ink2",
    [TOKEN_INK3] = "ink3",
    [TOKEN_RULE] = "rule",
    [TOKEN_EDGE] = "edge",
    [TOKEN_SPINE] = "spine",
    [TOKEN_SPINE_INK] = "spine-ink",
    [TOKEN_SPINE_INK2] = "spine-ink2",
    [TOKEN_STITCH] = "stitch",
    [TOKEN_SPINE_KEY] = "spine-key",
    [TOKEN_SEAL] = "seal",
    [TOKEN_SEAL_FILL] = "seal-fill",
    [TOKEN_SEAL_HI] = "seal-hi",
    [TOKEN_SEAL_LO] = "seal-lo",
    [TOKEN_ON_SEAL] = "on-seal",
    [TOKEN_RIGHT] = "right",
    [TOKEN_RIGHT_WASH] = "right-wash",
    [TOKEN_WRONG] = "wrong",
    [TOKEN_WRONG_WASH] = "wrong-wash",
    [TOKEN_HARD] = "hard",
    [TOKEN_HARD_WASH] = "hard-wash",
    [TOKEN_EASY] = "easy",
    [TOKEN_EASY_WASH] = "easy-wash",
    [TOKEN_FOCUS] = "focus",
    [TOKEN_FRAME1] = "frame1",
    [TOKEN_FRAME2] = "frame2",
    [TOKEN_UNDER] = "under",
    [TOKEN_HEAT0] = "heat0",
    [TOKEN_HEAT1] = "heat1",
    [TOKEN_HEAT2] = "heat2",
    [TOKEN_HEAT3] = "heat3",
    [TOKEN_HEAT4] = "heat4",
    [TOKEN_SCRIM] = "scrim",
    [TOKEN_SHADOW] = "shadow",
};

static const struct theme light = {
    .name = "Light",
    .stem = "light",
    .rgba =
        {
            [TOKEN_DESK] = 0xDDDED8FF,       [TOKEN_PAPER] = 0xFBF8EFFF,
            [TOKEN_WASH] = 0xF3EEE0FF,       [TOKEN_WASH2] = 0xE9E2CFFF,
            [TOKEN_TRACK] = 0xC8C8BDFF,      [TOKEN_INK] = 0x17223BFF,
            [TOKEN_INK2] = 0x434D66FF,       [TOKEN_INK3] = 0x5C6276FF,
            [TOKEN_RULE] = 0xD3CCBAFF,       [TOKEN_EDGE] = 0x7B7869FF,
            [TOKEN_SPINE] = 0x17223BFF,      [TOKEN_SPINE_INK] = 0xF2ECDDFF,
            [TOKEN_SPINE_INK2] = 0xB3BACDFF, [TOKEN_STITCH] = 0x3A4663FF,
            [TOKEN_SPINE_KEY] = 0x6B7794FF,  [TOKEN_SEAL] = 0xB3301DFF,
            [TOKEN_SEAL_FILL] = 0xB3301DFF,  [TOKEN_SEAL_HI] = 0xC43C27FF,
            [TOKEN_SEAL_LO] = 0x8F2413FF,    [TOKEN_ON_SEAL] = 0xFFFAEFFF,
            [TOKEN_RIGHT] = 0x1F6249FF,      [TOKEN_RIGHT_WASH] = 0xE1ECDFFF,
            [TOKEN_WRONG] = 0x7C2A5BFF,      [TOKEN_WRONG_WASH] = 0xF3E4E9FF,
            [TOKEN_HARD] = 0x835800FF,       [TOKEN_HARD_WASH] = 0xF6EBCDFF,
            [TOKEN_EASY] = 0x27568FFF,       [TOKEN_EASY_WASH] = 0xE1E9F1FF,
            [TOKEN_FOCUS] = 0x27568FFF,      [TOKEN_FRAME1] = 0xB3301D9E,
            [TOKEN_FRAME2] = 0xB3301D61,     [TOKEN_UNDER] = 0xCFCCBFFF,
            [TOKEN_HEAT0] = 0xE6E0D0FF,      [TOKEN_HEAT1] = 0xAEB4C1FF,
            [TOKEN_HEAT2] = 0x7C859CFF,      [TOKEN_HEAT3] = 0x4A5674FF,
            [TOKEN_HEAT4] = 0x17223BFF,      [TOKEN_SCRIM] = 0x0D131E8C,
            [TOKEN_SHADOW] = 0x17223B29,
        },
};

const struct theme *theme_builtin(void)
{
    return &light;
}

const struct theme *theme_named(const struct theme *themes, int count,
                                const char *stem)
{
    for (int i = 0; i < count; i++)
        if (strcmp(themes[i].stem, stem) == 0)
            return &themes[i];
    return NULL;
}

const char *token_name(enum token token)
{
    return names[token];
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
