/* Letters of which writing? One that is not like the others stands out, and a
 * Cyrillic "o" in a Latin word makes two options of one. */
#include <stdint.h>

#include "knowledge/check_card.h"

static const struct {
    uint32_t first, last;
    enum check_script script;
} ranges[] = {
    {'A', 'Z', SCRIPT_LATIN},        {'a', 'z', SCRIPT_LATIN},
    {0xc0, 0x24f, SCRIPT_LATIN},     {0x370, 0x3ff, SCRIPT_GREEK},
    {0x400, 0x52f, SCRIPT_CYRILLIC}, {0x590, 0x5ff, SCRIPT_HEBREW},
    {0x600, 0x6ff, SCRIPT_ARABIC},   {0x900, 0x97f, SCRIPT_INDIAN},
    {0xe00, 0xe7f, SCRIPT_THAI},     {0x1e00, 0x1eff, SCRIPT_LATIN},
    {0x3041, 0x30ff, SCRIPT_HAN},    {0x3400, 0x9fff, SCRIPT_HAN},
    {0xac00, 0xd7a3, SCRIPT_HANGUL}, {0xff21, 0xff5a, SCRIPT_LATIN},
    {0xff66, 0xff9f, SCRIPT_HAN},
};

/* The next code point of well-formed UTF-8. */
static uint32_t next_code(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    int more = *p < 0x80 ? 0 : *p < 0xe0 ? 1 : *p < 0xf0 ? 2 : 3;
    uint32_t code = more ? *p & (0x3fU >> more) : *p;
    for (p++; more && *p; more--, p++)
        code = code << 6 | (*p & 0x3fU);
    *text = (const char *)p;
    return code;
}

static unsigned script_of(uint32_t code)
{
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last)
            return ranges[i].script;
    }
    return 0;
}

unsigned check_scripts_of(const char *text)
{
    unsigned scripts = 0;
    while (*text)
        scripts |= script_of(next_code(&text));
    return scripts;
}

bool check_mixes_scripts(const char *text)
{
    const unsigned alike = SCRIPT_LATIN | SCRIPT_GREEK | SCRIPT_CYRILLIC;
    unsigned before = 0;
    while (*text) {
        unsigned script = script_of(next_code(&text)) & alike;
        if (script && before && script != before)
            return true;
        before = script;
    }
    return false;
}

const char *check_script_name(unsigned scripts)
{
    return scripts & SCRIPT_LATIN      ? "in Latin letters"
           : scripts & SCRIPT_GREEK    ? "in Greek letters"
           : scripts & SCRIPT_CYRILLIC ? "in Cyrillic letters"
           : scripts & SCRIPT_HAN      ? "in Japanese"
           : scripts & SCRIPT_HANGUL   ? "in Korean"
                                       : "in other letters";
}
