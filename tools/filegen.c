/* SPDX-License-Identifier: MIT
 * filegen.c: files to one C table of names and bytes, so that the program carries its library with it.
 * Usage: filegen table.c symbol file... ; the table is `const struct program_file symbol[]`, ended by a
 * NULL name. base/program_file.h has the struct. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 24 };

static _Noreturn void stop(const char *file)
{
    perror(file);
    exit(1);
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static size_t write_bytes(FILE *out, const char *path, int number)
{
    FILE *in = fopen(path, "rb");
    size_t count = 0;

    if (in == NULL)
        stop(path);
    fprintf(out, "static const unsigned char file_%d[] = {", number);
    for (int byte = fgetc(in); byte != EOF; byte = fgetc(in))
        fprintf(out, "%s%d,", count++ % BYTES_A_LINE == 0 ? "\n    " : " ", byte);
    fputs(" 0\n};\n", out);
    fclose(in);
    return count;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: filegen table.c symbol file...\n", stderr);
        return 1;
    }
    FILE *out = fopen(argv[1], "w");
    size_t *lengths = calloc((size_t)argc, sizeof *lengths);
    if (out == NULL || lengths == NULL)
        stop(argv[1]);

    fputs("#include \"base/program_file.h\"\n\n", out);
    for (int i = 3; i < argc; i++)
        lengths[i] = write_bytes(out, argv[i], i);
    fprintf(out, "const struct program_file %s[] = {\n", argv[2]);
    for (int i = 3; i < argc; i++)
        fprintf(out, "    { \"%s\", file_%d, %zu },\n", name_of(argv[i]), i, lengths[i]);
    fputs("    { 0, 0, 0 },\n};\n", out);
    free(lengths);
    if (fclose(out) != 0)
        stop(argv[1]);
    return 0;
}
