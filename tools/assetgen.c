/* SPDX-License-Identifier: MIT
 * assetgen.c: writes files into a C table for src/web/asset.h, with content hash, media type and, for
 * texts, a gzip copy. A style sheet's url(NAME) becomes the address of a file given before it.
 * Usage: assetgen OUT.c FILE... */
#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { TYPE_STYLE, HASH_BYTES = 16, LINE_BYTES = 24, GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 9 };

struct bytes {
    unsigned char *at;
    size_t length;
};

/* A file that is done. */
struct made {
    const char *name;
    char digits[HASH_BYTES * 2 + 1];
};

static const struct {
    const char *ending, *type;
    bool is_compressible;
} types[] = {
    [TYPE_STYLE] = { ".css", "text/css; charset=utf-8", true },
    { ".js", "text/javascript; charset=utf-8", true },
    { ".svg", "image/svg+xml", true },
    { ".png", "image/png", false },
    { ".ico", "image/vnd.microsoft.icon", true },
    { ".woff2", "font/woff2", false },
    { ".txt", "text/plain; charset=utf-8", true },
    { ".webmanifest", "application/manifest+json", true },
};

_Noreturn static void fail(const char *what, const char *about)
{
    fprintf(stderr, "assetgen: %s: %s\n", about, what);
    exit(1);
}

static void *allocate(size_t size, const char *about)
{
    void *at = malloc(size == 0 ? 1 : size);

    if (at == NULL)
        fail("out of memory", about);
    return at;
}

static struct bytes file_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct bytes bytes;
    long length;

    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0)
        fail("cannot be read", path);
    rewind(file);
    bytes.length = (size_t)length;
    bytes.at = allocate(bytes.length, path);
    if (fread(bytes.at, 1, bytes.length, file) != bytes.length)
        fail("cannot be read", path);
    fclose(file);
    return bytes;
}

/* Length 0 when compression saves less than a tenth. */
static struct bytes gzip(struct bytes plain, const char *path)
{
    z_stream stream = { 0 };
    struct bytes packed;

    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
        fail("cannot be compressed", path);
    packed.length = deflateBound(&stream, (uLong)plain.length);
    packed.at = allocate(packed.length, path);
    stream.next_in = plain.at;
    stream.avail_in = (uInt)plain.length;
    stream.next_out = packed.at;
    stream.avail_out = (uInt)packed.length;
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        fail("cannot be compressed", path);
    packed.length = stream.total_out;
    deflateEnd(&stream);
    if (packed.length > plain.length - plain.length / 10)
        packed.length = 0;
    return packed;
}

static size_t type_find(const char *path)
{
    size_t length = strlen(path);

    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t ending = strlen(types[i].ending);
        if (length > ending && strcmp(path + length - ending, types[i].ending) == 0)
            return i;
    }
    fail("has no known media type", path);
}

static void array_write(FILE *out, const char *kind, int number, struct bytes bytes)
{
    fprintf(out, "static const unsigned char %s_%d[] = {", kind, number);
    for (size_t i = 0; i < bytes.length; i++)
        fprintf(out, "%s%u,", i % LINE_BYTES == 0 ? "\n" : "", bytes.at[i]);
    fprintf(out, "%s};\n", bytes.length == 0 ? "0" : "");
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

/* The hash of the file of this name, among those done. */
static const struct made *made_find(const struct made *made, int count, const char *name, size_t length)
{
    for (int i = 0; i < count; i++)
        if (strlen(made[i].name) == length && memcmp(made[i].name, name, length) == 0)
            return &made[i];
    return NULL;
}

/* The style sheet with each url(NAME) as url(/s/HASH/NAME). */
static struct bytes with_addresses(struct bytes plain, const char *path, const struct made *made, int count)
{
    static const char opening[] = "url(";
    char *text = NULL;
    size_t length = 0, done = 0;
    FILE *out = open_memstream(&text, &length);

    if (out == NULL)
        fail("out of memory", path);
    for (size_t i = 0; i + sizeof opening - 1 <= plain.length; i++) {
        if (memcmp(plain.at + i, opening, sizeof opening - 1) != 0)
            continue;
        const char *name = (const char *)plain.at + i + sizeof opening - 1;
        const char *end = memchr(name, ')', plain.length - i - sizeof opening + 1);
        const struct made *found = end == NULL ? NULL : made_find(made, count, name, (size_t)(end - name));
        if (found == NULL)
            fail("url() of a file that was not given before it", path);
        fwrite(plain.at + done, 1, (size_t)(name - (const char *)plain.at) - done, out);
        fprintf(out, "/s/%s/", found->digits);
        done = (size_t)(name - (const char *)plain.at);
    }
    fwrite(plain.at + done, 1, plain.length - done, out);
    if (fclose(out) != 0)
        fail("out of memory", path);
    free(plain.at);
    return (struct bytes){ (unsigned char *)text, length };
}

/* Writes the arrays of file `number` now, and its table row into `rows`. */
static void asset_write(FILE *out, FILE *rows, const char *path, struct made *made, int number)
{
    const char *name = name_of(path);
    struct bytes plain = file_read(path);
    size_t type = type_find(path);
    unsigned char hash[HASH_BYTES];
    char *digits = made[number].digits;

    if (type == TYPE_STYLE)
        plain = with_addresses(plain, path, made, number);
    struct bytes packed = types[type].is_compressible ? gzip(plain, path) : (struct bytes){ 0 };
    crypto_generichash(hash, sizeof hash, plain.at, plain.length, NULL, 0);
    sodium_bin2hex(digits, sizeof made->digits, hash, sizeof hash);
    made[number].name = name;
    array_write(out, "plain", number, plain);
    if (packed.length > 0)
        array_write(out, "packed", number, packed);
    fprintf(rows, "    { \"%s\", \"/s/%s/%s\", \"%s\", plain_%d, %zu, ", name, digits, name, types[type].type,
            number, plain.length);
    if (packed.length > 0)
        fprintf(rows, "packed_%d, %zu },\n", number, packed.length);
    else
        fprintf(rows, "NULL, 0 },\n");
    free(plain.at);
    free(packed.at);
}

int main(int count, char **arguments)
{
    char *rows_text = NULL;
    size_t rows_length = 0;

    if (count < 3 || sodium_init() < 0)
        fail("usage: assetgen OUT.c FILE...", "arguments");
    FILE *out = fopen(arguments[1], "w");
    FILE *rows = open_memstream(&rows_text, &rows_length);
    if (out == NULL || rows == NULL)
        fail("cannot be written", arguments[1]);

    struct made *made = allocate((size_t)count * sizeof *made, arguments[1]);
    fprintf(out, "#include \"web/asset.h\"\n\n");
    for (int i = 2; i < count; i++)
        asset_write(out, rows, arguments[i], made, i - 2);
    fclose(rows);
    free(made);
    fprintf(out, "\nconst struct asset assets[] = {\n%s};\nconst size_t asset_count = sizeof assets / sizeof *assets;\n",
            rows_text);
    free(rows_text);
    if (fclose(out) != 0)
        fail("cannot be written", arguments[1]);
    return 0;
}
