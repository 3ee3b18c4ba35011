/* SPDX-License-Identifier: MIT
 * order.c: who may include whom. Layers are named here; features stand in the order of src/meson.build,
 * and one may include only those above it. */
#include <string.h>

#include "base/text.h"
#include "tidy.h"

/* A layer and the layers it knows. The features know all layers. */
static const struct {
    const char *name, *knows;
} layers[] = {
    { "base", "" },
    { "planning", "base" },
    { "matching", "base" },
    { "yaml", "base" },
    { "law", "base yaml" },
    { "db", "base" },
    { "engine", "base yaml law db" },
    { "web", "base law db" },
};
enum { LAYER_COUNT = sizeof layers / sizeof *layers };

static int layer_of(struct word folder)
{
    for (int i = 0; i < LAYER_COUNT; i++)
        if (word_is(folder, layers[i].name))
            return i;
    return -1;
}

bool folder_is_layer(struct word folder)
{
    return layer_of(folder) >= 0;
}

struct word folder_of(const char *path)
{
    static const char source_folder[] = "src/";
    const char *begin = path + sizeof source_folder - 1;

    if (!text_starts(path, source_folder))
        return (struct word){ path, 0 };
    const char *slash = strchr(begin, '/');
    return (struct word){ begin, slash == NULL ? 0 : (size_t)(slash - begin) };
}

/* subdir('x') lines are the order. */
void folders_read(struct tidy *tidy, const struct source *source)
{
    static const char begin[] = "\nsubdir('";

    for (const char *at = source->text; (at = strstr(at, begin)) != NULL;) {
        at += sizeof begin - 1;
        *LIST_ADD(tidy->arena, &tidy->folders) = arena_copy(tidy->arena, at, strcspn(at, "'"));
    }
}

/* The place of a folder in the order; -1 for one that is not built. */
static int place_of(const struct tidy *tidy, struct word folder)
{
    for (size_t i = 0; i < tidy->folders.count; i++)
        if (word_is(folder, tidy->folders.at[i]))
            return (int)i;
    return -1;
}

/* The folder that an included name belongs to: "meeting/meeting.h", or what the build makes of a folder's
 * files, "meeting_sql.h" and "meeting_book_page.h". Length 0 for what belongs to none ("ids.h"). */
static struct word included_folder(const struct tidy *tidy, struct word name)
{
    const char *slash = memchr(name.at, '/', name.length);
    struct word folder = { name.at, 0 };

    if (slash != NULL)
        return (struct word){ name.at, (size_t)(slash - name.at) };
    for (size_t i = 0; i < tidy->folders.count; i++) {
        size_t length = strlen(tidy->folders.at[i]);
        if (name.length > length && name.at[length] == '_' && memcmp(name.at, tidy->folders.at[i], length) == 0
            && length > folder.length)
            folder.length = length;
    }
    return folder;
}

/* True when `knows`, words with spaces between, has the word. */
static bool has_word(const char *knows, struct word word)
{
    struct word known;

    while (word_next(&knows, &known))
        if (known.length == word.length && memcmp(known.at, word.at, word.length) == 0)
            return true;
    return false;
}

static bool may_include(const struct tidy *tidy, struct word from, struct word to)
{
    if (to.length == 0 || (from.length == to.length && memcmp(from.at, to.at, to.length) == 0))
        return true;
    if (folder_is_layer(from))
        return has_word(layers[layer_of(from)].knows, to);
    return folder_is_layer(to) || (place_of(tidy, to) >= 0 && place_of(tidy, to) < place_of(tidy, from));
}

/* Tests may look anywhere, and so may the files directly in src/, which put the program together. */
void look_at_includes(struct tidy *tidy, const struct source *source)
{
    static const char include[] = "\n#include \"";
    struct word folder = folder_of(source->path);

    if (source->code == NULL || folder.length == 0 || path_is_test(source->path))
        return;
    for (const char *at = source->text; (at = strstr(at, include)) != NULL;) {
        at += sizeof include - 1;
        struct word name = { at, strcspn(at, "\"\n") };
        struct word to = included_folder(tidy, name);
        if (!may_include(tidy, folder, to))
            tidy_found(tidy, source, at, "%.*s may not include %.*s", (int)folder.length, folder.at, (int)name.length,
                       name.at);
    }
}

/* features.c and the build tell the same order. */
void look_at_feature_order(struct tidy *tidy, const struct source *source)
{
    static const char ending[] = "_feature,";
    int before = -1;

    if (!text_is(source->path, "src/features.c"))
        return;
    for (const char *at = source->code; (at = strchr(at, '&')) != NULL;) {
        at++;
        struct word name = { at, strcspn(at, ",;\n") };
        size_t length = name.length - (name.length < sizeof ending - 2 ? name.length : sizeof ending - 2);
        if (length == 0 || memcmp(at + length, ending, sizeof ending - 1) != 0)
            continue;
        int place = place_of(tidy, (struct word){ at, length });
        if (place < 0)
            tidy_found(tidy, source, at, "%.*s has no folder in src/meson.build", (int)length, at);
        else if (place <= before)
            tidy_found(tidy, source, at, "%.*s stands after what src/meson.build has below it", (int)length, at);
        before = place;
    }
}
