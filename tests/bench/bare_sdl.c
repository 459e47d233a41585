/*
 * bare_sdl -- the least that a window with the faces of the design costs.
 *
 * Opens a window on SDL's software renderer with the hints of ui/window, finds
 * the faces of the home screen through fontconfig, opens each once and draws
 * one line in it, presents, and waits. What Pacta takes more is its own.
 */
#include <SDL.h>
#include <SDL_ttf.h>
#include <fontconfig/fontconfig.h>

static const struct face {
    const char *family;
    int weight;
    int slant;
    int size;
    const char *line;
} faces[] = {
    {"Gentium Plus", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN, 50,
     "39 cards are due today"},
    {"Gentium Book Plus", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN, 20,
     "Japan and the United States"},
    {"Gentium Book Plus", FC_WEIGHT_REGULAR, FC_SLANT_ITALIC, 17,
     "Wednesday, 14 October 2026"},
    {"Gentium Book Plus", FC_WEIGHT_BOLD, FC_SLANT_ROMAN, 20, "Twelve days"},
    {"Noto Sans CJK JP", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN, 16,
     "7 agreements, 128 facts"},
    {"Noto Sans CJK JP", FC_WEIGHT_BOLD, FC_SLANT_ROMAN, 18, "Study now"},
    {"Noto Serif CJK JP", FC_WEIGHT_BOLD, FC_SLANT_ROMAN, 24,
     "\xe7\xb1\xb3\xe8\xb1\xaa\xe8\x8b\xb1"},
};

static TTF_Font *open_face(FcConfig *config, const struct face *face)
{
    FcResult result;
    FcChar8 *path = NULL;
    int index = 0;
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)face->family);
    FcPatternAddInteger(pattern, FC_WEIGHT, face->weight);
    FcPatternAddInteger(pattern, FC_SLANT, face->slant);
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPattern *found = FcFontMatch(config, pattern, &result);
    TTF_Font *font = NULL;
    if (found &&
        FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch) {
        FcPatternGetInteger(found, FC_INDEX, 0, &index);
        font =
            TTF_OpenFontIndex((const char *)path, face->size, index & 0xffff);
    }
    if (found)
        FcPatternDestroy(found);
    FcPatternDestroy(pattern);
    return font;
}

static void draw_line(SDL_Renderer *renderer, TTF_Font *font, const char *line,
                      int y)
{
    SDL_Color ink = {24, 33, 56, 255};
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, line, ink);
    if (!surface)
        return;
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_Rect to = {40, y, surface->w, surface->h};
    SDL_RenderCopy(renderer, texture, NULL, &to);
    SDL_DestroyTexture(texture);
    SDL_FreeSurface(surface);
}

static void draw(SDL_Renderer *renderer)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    SDL_SetRenderDrawColor(renderer, 251, 248, 239, 255);
    SDL_RenderClear(renderer);
    for (size_t i = 0; i < sizeof faces / sizeof faces[0]; i++) {
        TTF_Font *font = open_face(config, &faces[i]);
        if (!font)
            continue;
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
        draw_line(renderer, font, faces[i].line, 40 + 80 * (int)i);
    }
    SDL_RenderPresent(renderer);
}

int main(int argc, char **argv)
{
    SDL_Event event;
    (void)argc;
    (void)argv;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
        return 1;
    SDL_Window *window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         1280, 800, SDL_WINDOW_RESIZABLE);
    SDL_Renderer *renderer =
        window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : NULL;
    if (!renderer)
        return 1;
    draw(renderer);
    while (SDL_WaitEvent(&event) && event.type != SDL_QUIT)
        continue;
    return 0;
}
