#include "ui/textures.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ui/mask.h"

enum { WORD_BYTES_MAX = 1 << 20 };

enum shape {
    SHAPE_PLAIN,
    SHAPE_DISC,
    SHAPE_SHADOW,
    SHAPE_ICON,
    SHAPE_ARC,
    SHAPE_DASHES,
    SHAPE_MARK,
    SHAPE_SEAL,
    SHAPE_TEXT
};

/* What a texture shows: numbers and words as its maker takes them. */
struct key {
    enum shape shape;
    int a;
    int b;
    int c;
    int d;
    const char *lang;
    const char *text; /* "" for shapes */
};

struct entry {
    struct key key; /* its texts are in `words` */
    struct texture made;
    unsigned used; /* the frame it was last used in */
};

struct textures {
    SDL_Renderer *renderer;
    struct fonts *fonts;
    const struct theme *theme;
    uint32_t rgba[TOKEN_COUNT]; /* what is kept was made in these */
    struct arena words;
    struct entry entries[TEXTURES_MAX];
    int count;
    int pixels;
    size_t word_bytes;
    unsigned frame;
};

struct textures *textures_open(SDL_Renderer *renderer, struct fonts *fonts)
{
    struct textures *textures = calloc(1, sizeof *textures);
    if (!textures)
        return NULL;
    textures->renderer = renderer;
    textures->fonts = fonts;
    arena_init(&textures->words, (size_t)8 << 20);
    return textures;
}

static void drop(struct textures *textures, struct entry *entry)
{
    if (entry->made.texture)
        SDL_DestroyTexture(entry->made.texture);
    textures->pixels -= entry->made.w * entry->made.h;
    *entry = textures->entries[--textures->count];
}

static void drop_all(struct textures *textures)
{
    while (textures->count > 0)
        drop(textures, &textures->entries[textures->count - 1]);
    arena_reset(&textures->words);
    textures->word_bytes = 0;
}

void textures_close(struct textures *textures)
{
    if (!textures)
        return;
    drop_all(textures);
    arena_release(&textures->words);
    free(textures);
}

void textures_begin(struct textures *textures, const struct theme *theme)
{
    if (memcmp(theme->rgba, textures->rgba, sizeof textures->rgba) != 0)
        drop_all(textures); /* seals have colours of their own */
    memcpy(textures->rgba, theme->rgba, sizeof textures->rgba);
    textures->theme = theme;
    textures->frame++;
}

static bool is_same(const struct key *a, const struct key *b)
{
    return a->shape == b->shape && a->a == b->a && a->b == b->b &&
           a->c == b->c && a->d == b->d && strcmp(a->text, b->text) == 0 &&
           strcmp(a->lang, b->lang) == 0;
}

/* Words of what was dropped stay in their arena until all goes. */
static void make_room(struct textures *textures)
{
    if (textures->word_bytes > WORD_BYTES_MAX)
        drop_all(textures);
    while (textures->count == TEXTURES_MAX ||
           textures->pixels > TEXTURES_PIXELS_MAX) {
        struct entry *oldest = &textures->entries[0];
        for (int i = 1; i < textures->count; i++)
            if (textures->entries[i].used < oldest->used)
                oldest = &textures->entries[i];
        drop(textures, oldest);
    }
}

/* px per em of a seal's word. */
static int em_of(const struct key *key, const char *word)
{
    bool letters = (unsigned char)word[0] < 0x80 && word[1];
    int share = letters               ? 46
                : key->a >= SEAL_KEPT ? 62
                : key->a == SEAL_HELD ? 60
                                      : 58;
    return (key->b * share + 50) / 100;
}

/* The first of a seal's words that there are fonts for; "" when there is none
 * or the seal is small: its shape tells the stage alone. */
static const char *seal_word(struct textures *textures, const struct key *key)
{
    const char *word = key->b < 28 ? "" : key->text;
    while (*word) {
        const char *end = strchr(word, ' ');
        size_t length = end ? (size_t)(end - word) : strlen(word);
        const char *one = arena_copy(&textures->words, word, length);
        textures->word_bytes += length + 1;
        if (length &&
            fonts_can(textures->fonts, FACE_SEAL, em_of(key, one), "ja", one))
            return one;
        word += length + (end != NULL);
    }
    return "";
}

/* The character stands where brush and eye put it: a little over the middle. */
static void draw_word(struct textures *textures, SDL_Surface *seal,
                      const struct key *key, const char *word)
{
    static const enum token inks[] = {
        [SEAL_NEW] = TOKEN_INK3,     [SEAL_LEARNING] = TOKEN_INK3,
        [SEAL_HELD] = TOKEN_SEAL,    [SEAL_KEPT] = TOKEN_ON_SEAL,
        [SEAL_LOGO] = TOKEN_ON_SEAL,
    };
    int em = em_of(key, word);
    int baseline = (key->b * 50 + em * 36 + 50) / 100;
    struct line_image line =
        fonts_render(textures->fonts, FACE_SEAL, em, "ja", word);
    if (!line.surface)
        return;
    mask_write(seal, line.surface, (seal->w - line.surface->w) / 2,
               SEAL_MARGIN + baseline - line.ascent,
               textures->theme->rgba[inks[key->a]] >> 8);
    SDL_FreeSurface(line.surface);
}

/* A turned seal is drawn twice as large, so that it stays sharp. */
static SDL_Surface *render_seal(struct textures *textures,
                                const struct key *key)
{
    const char *word = seal_word(textures, key);
    struct key drawn = *key;
    if (key->c)
        drawn.b *= 2;
    SDL_Surface *seal =
        mask_seal((enum seal)key->a, drawn.b, word[0], textures->theme);
    if (seal && word[0])
        draw_word(textures, seal, &drawn, word);
    if (!seal || !key->c)
        return seal;
    SDL_Surface *turned = mask_turned(seal, key->c);
    SDL_FreeSurface(seal);
    return turned;
}

static struct line_image render(struct textures *textures,
                                const struct key *key)
{
    switch (key->shape) {
    case SHAPE_PLAIN:
        return (struct line_image){mask_plain((uint32_t)key->a), 0, 0};
    case SHAPE_DISC:
        return (struct line_image){mask_disc(key->a, key->b), 0, 0};
    case SHAPE_SHADOW:
        return (struct line_image){mask_shadow(key->a), 0, 0};
    case SHAPE_ICON:
        return (struct line_image){mask_icon((enum icon)key->a, key->b), 0, 0};
    case SHAPE_ARC:
        return (struct line_image){mask_arc(key->a, key->b, key->c), 0, 0};
    case SHAPE_DASHES:
        return (struct line_image){mask_dashes(key->a, key->b, key->c, key->d),
                                   0, 0};
    case SHAPE_MARK:
        return (struct line_image){
            mask_mark((enum mark)key->a, key->b, key->c, key->d), 0, 0};
    case SHAPE_SEAL:
        return (struct line_image){render_seal(textures, key), 0, 0};
    default:
        return fonts_render(textures->fonts, (enum face)key->a, key->b,
                            key->lang[0] ? key->lang : NULL, key->text);
    }
}

/* Text without ink is kept too, so that it is not set again each frame. */
static const struct texture *make(struct textures *textures,
                                  const struct key *key)
{
    struct line_image image = render(textures, key);
    make_room(textures);
    struct entry *entry = &textures->entries[textures->count++];
    *entry = (struct entry){.key = *key, .used = textures->frame};
    entry->key.text = arena_text(&textures->words, key->text);
    entry->key.lang = arena_text(&textures->words, key->lang);
    textures->word_bytes += strlen(key->text) + strlen(key->lang) + 2;
    if (image.surface) {
        entry->made = (struct texture){
            SDL_CreateTextureFromSurface(textures->renderer, image.surface),
            image.surface->w, image.surface->h, image.left, image.ascent};
        textures->pixels += entry->made.w * entry->made.h;
        SDL_FreeSurface(image.surface);
    }
    if (entry->made.texture)
        SDL_SetTextureBlendMode(entry->made.texture, SDL_BLENDMODE_BLEND);
    return entry->made.texture ? &entry->made : NULL;
}

static const struct texture *find(struct textures *textures,
                                  const struct key *key)
{
    for (int i = 0; i < textures->count; i++) {
        struct entry *entry = &textures->entries[i];
        if (is_same(&entry->key, key)) {
            entry->used = textures->frame;
            return entry->made.texture ? &entry->made : NULL;
        }
    }
    return make(textures, key);
}

const struct texture *textures_plain(struct textures *textures, uint32_t rgb)
{
    return find(textures, &(struct key){.shape = SHAPE_PLAIN,
                                        .a = (int)rgb,
                                        .lang = "",
                                        .text = ""});
}

const struct texture *textures_disc(struct textures *textures, int radius,
                                    int line)
{
    return find(textures, &(struct key){.shape = SHAPE_DISC,
                                        .a = radius,
                                        .b = line,
                                        .lang = "",
                                        .text = ""});
}

const struct texture *textures_shadow(struct textures *textures, int blur)
{
    return find(textures,
                &(struct key){
                    .shape = SHAPE_SHADOW, .a = blur, .lang = "", .text = ""});
}

const struct texture *textures_icon(struct textures *textures, enum icon icon,
                                    int size)
{
    return find(textures, &(struct key){.shape = SHAPE_ICON,
                                        .a = (int)icon,
                                        .b = size,
                                        .lang = "",
                                        .text = ""});
}

const struct texture *textures_arc(struct textures *textures, int size,
                                   int line, int rest)
{
    return find(textures, &(struct key){.shape = SHAPE_ARC,
                                        .a = size,
                                        .b = line,
                                        .c = rest,
                                        .lang = "",
                                        .text = ""});
}

const struct texture *textures_dashes(struct textures *textures,
                                      const struct draw *item)
{
    return find(textures, &(struct key){.shape = SHAPE_DASHES,
                                        .a = item->rect.w,
                                        .b = item->rect.h,
                                        .c = item->radius,
                                        .d = item->line,
                                        .lang = "",
                                        .text = ""});
}

const struct texture *textures_mark(struct textures *textures,
                                    const struct draw *item)
{
    return find(textures, &(struct key){.shape = SHAPE_MARK,
                                        .a = (int)item->mark,
                                        .b = item->rect.w,
                                        .c = item->rect.h,
                                        .d = item->line,
                                        .lang = "",
                                        .text = ""});
}

const struct texture *textures_seal(struct textures *textures, enum seal seal,
                                    int size, int turn, const char *text)
{
    return find(textures, &(struct key){.shape = SHAPE_SEAL,
                                        .a = (int)seal,
                                        .b = size,
                                        .c = turn,
                                        .lang = "",
                                        .text = text ? text : ""});
}

const struct texture *textures_text(struct textures *textures, enum face face,
                                    int size, const char *lang,
                                    const char *text)
{
    return find(textures, &(struct key){.shape = SHAPE_TEXT,
                                        .a = (int)face,
                                        .b = size,
                                        .lang = lang ? lang : "",
                                        .text = text});
}
