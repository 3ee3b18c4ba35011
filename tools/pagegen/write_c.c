/* SPDX-License-Identifier: MIT
 * write_c.c: nodes to C. Each node is one statement; #line makes the C compiler point at the .page. The
 * words of a message are a table of pieces, one row a language, so that a language costs an index. */
#include "write_c.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "message.h"

enum { LITERAL_WIDTH = 90 };

struct writer {
    struct arena *arena;
    const struct page_file *file;
    const struct languages *languages;
    struct text code, tables, markup;
    size_t message_count;
};

static const char *upper(struct arena *arena, const char *text)
{
    char *copy = arena_dup(arena, text);

    for (char *p = copy; *p != 0; p++)
        *p = *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') ? *p : '_';
    return copy;
}

/* A literal over several lines, cut between letters. */
static void add_literal(struct writer *w, struct text *out, const char *text, size_t length)
{
    size_t start = 0;

    do {
        size_t end = start + LITERAL_WIDTH < length ? start + LITERAL_WIDTH : length;
        while (end < length && ((unsigned char)text[end] & 0xc0) == 0x80)
            end++;
        text_add_format(out, "%s%s", start > 0 ? "\n        " : "", quoted(w->arena, text + start, end - start));
        start = end;
    } while (start < length);
}

/* Writes the markup collected so far. */
static void markup_flush(struct writer *w)
{
    if (w->markup.length == 0)
        return;
    text_add(&w->code, "    page_markup(page, ");
    add_literal(w, &w->code, w->markup.at, w->markup.length);
    text_add_format(&w->code, ", %zu);\n", w->markup.length);
    w->markup.length = 0;
}

static void line_mark(struct writer *w, struct place place)
{
    text_add_format(&w->code, "#line %d %s\n", place.line,
                    quoted(w->arena, w->file->name, strlen(w->file->name)));
}

/* One row of a message's table: { "Viser ", 6, 1 }, { " af ", 4, 2 }, { "", 0, 0 } */
static void add_row(struct writer *w, const char *language, const char *message)
{
    struct message_piece piece = { .rest = message };
    int last = -1;

    text_add_format(&w->tables, "    [LANGUAGE_%s] = {", upper(w->arena, language));
    while (message_next(&piece)) {
        const char *markup = message_markup(w->arena, piece.at, piece.length);
        text_add(&w->tables, last < 0 ? " { " : ", { ");
        add_literal(w, &w->tables, markup, strlen(markup));
        text_add_format(&w->tables, ", %zu, %d }", strlen(markup), piece.hole);
        last = piece.hole;
    }
    text_add(&w->tables, last > 0 ? ", { \"\", 0, 0 } },\n" : " },\n");
}

static void write_table(struct writer *w, const struct node *message)
{
    text_add_format(&w->tables, "static const struct page_piece words_%zu[LANGUAGE_COUNT][%zu] = {\n",
                    w->message_count, message->hole_count + 1);
    add_row(w, "da", message->text);
    for (size_t i = 0; i < w->languages->count; i++) {
        const char *translation = po_find(&w->languages->at[i], message->text);
        add_row(w, w->languages->at[i].language, translation == NULL ? message->text : translation);
    }
    text_add(&w->tables, "};\n");
}

static const char *code_of(struct writer *w, const struct node *hole)
{
    return hole_code(w->arena, hole->hole, hole->where, hole->word, hole->text);
}

/* The message at node `i` and its holes; returns the index of its last node. */
static size_t write_message(struct writer *w, size_t i)
{
    const struct node *message = &w->file->nodes.at[i];
    size_t n = w->message_count;

    write_table(w, message);
    line_mark(w, message->place);
    if (message->hole_count == 0)
        text_add_format(&w->code, "    page_piece(page, words_%zu[page->language]);\n", n);
    else
        text_add_format(&w->code,
                        "    for (const struct page_piece *piece_%zu = words_%zu[page->language]; "
                        "page_piece(page, piece_%zu); piece_%zu++)\n        switch (piece_%zu->hole) {\n",
                        n, n, n, n, n);
    for (size_t k = 1; k <= message->hole_count; k++) {
        line_mark(w, message[k].place);
        text_add_format(&w->code, "        case %zu: %s break;\n", k, code_of(w, &message[k]));
    }
    if (message->hole_count > 0)
        text_add(&w->code, "        }\n");
    w->message_count++;
    return i + message->hole_count;
}

static const char *comma(const char *arguments)
{
    return *arguments == 0 ? "" : ", ";
}

static void write_call(struct writer *w, const char *name, const char *suffix, const char *arguments)
{
    text_add_format(&w->code, "    %s%s(page%s%s);\n", name, suffix, comma(arguments), arguments);
}

static void write_each(struct writer *w, const struct node *node)
{
    const char *x = node->word, *list = node->text;

    text_add_format(&w->code, "    for (size_t %s_index = 0; %s_index < (%s).count; %s_index++) {\n", x, x, list, x);
    line_mark(w, node->place);
    text_add_format(&w->code, "    const __typeof__(*(%s).at) *const %s = &(%s).at[%s_index]; (void)%s;\n", list, x,
                    list, x, x);
}

/* The names of the parameters, each marked as used: a page need not use all. */
static void write_used(struct writer *w, const char *parameters)
{
    size_t length = strlen(parameters);

    for (size_t end = length + 1; end-- > 0;) {
        if (end < length && parameters[end] != ',')
            continue;
        size_t stop = end, start;
        while (stop > 0 && strchr(" []", parameters[stop - 1]) != NULL)
            stop--;
        for (start = stop; start > 0 && strchr(" *,", parameters[start - 1]) == NULL; start--)
            continue;
        if (start < stop)
            text_add_format(&w->code, "    (void)%.*s;\n", (int)(stop - start), parameters + start);
    }
}

static void write_head(struct writer *w, const struct page_function *page, const char *suffix)
{
    line_mark(w, page->place);
    text_add_format(&w->code, "void %s%s(struct page *page%s%s)\n{\n    (void)page;\n", page->name, suffix,
                    comma(page->parameters), page->parameters);
    write_used(w, page->parameters);
}

static void write_node(struct writer *w, const struct page_function *page, const struct node *node)
{
    switch (node->kind) {
    case NODE_HOLE: text_add_format(&w->code, "    %s\n", code_of(w, node)); break;
    case NODE_IF: text_add_format(&w->code, "    if (%s) {\n", node->text); break;
    case NODE_ELSE_IF: text_add_format(&w->code, "    } else if (%s) {\n", node->text); break;
    case NODE_ELSE: text_add(&w->code, "    } else {\n"); break;
    case NODE_EACH: write_each(w, node); break;
    case NODE_NONE: text_add_format(&w->code, "    }\n    if ((%s).count == 0) {\n", node->text); break;
    case NODE_END: text_add(&w->code, "    }\n"); break;
    case NODE_CALL: write_call(w, node->word, "", node->text); break;
    case NODE_IN: write_call(w, node->word, "_begin", node->text); break;
    case NODE_OUT: write_call(w, node->word, "_end", node->text); break;
    case NODE_BODY:
        text_add(&w->code, "}\n\n");
        write_head(w, page, "_end");
        break;
    case NODE_MARKUP:
    case NODE_MESSAGE: break; /* Written by the caller. */
    }
}

static void write_page(struct writer *w, const struct page_function *page)
{
    write_head(w, page, page->has_body ? "_begin" : "");
    if (page->frame != NULL)
        write_call(w, page->frame, "_begin", page->frame_arguments);
    for (size_t i = page->first; i < page->first + page->count; i++) {
        const struct node *node = &w->file->nodes.at[i];
        if (node->kind == NODE_MARKUP) {
            text_add(&w->markup, node->text);
            continue;
        }
        markup_flush(w);
        if (node->kind == NODE_MESSAGE) {
            i = write_message(w, i);
            continue;
        }
        line_mark(w, node->place);
        write_node(w, page, node);
    }
    markup_flush(w);
    if (page->frame != NULL)
        write_call(w, page->frame, "_end", page->frame_arguments);
    text_add(&w->code, "}\n\n");
}

static void write_opening(struct text *out, const struct page_file *file)
{
    text_add_format(out, "/* SPDX-License-Identifier: MIT\n * Made by pagegen from %s; change that. */\n", file->name);
}

const char *page_source(struct arena *arena, const struct page_file *file, const char *header,
                        const struct languages *languages)
{
    struct writer w = {
        .arena = arena,
        .file = file,
        .languages = languages,
        .code = text_new(arena),
        .tables = text_new(arena),
        .markup = text_new(arena),
    };
    struct text out = text_new(arena);

    for (size_t i = 0; i < file->functions.count; i++)
        write_page(&w, &file->functions.at[i]);
    write_opening(&out, file);
    text_add_format(&out, "#include \"%s\"\n\n", header);
    text_add_format(&out, "_Static_assert(LANGUAGE_COUNT == %zu, \"one .po a language\");\n\n", languages->count + 1);
    text_add(&out, text_done(&w.tables));
    text_add_char(&out, '\n');
    text_add(&out, text_done(&w.code));
    return text_done(&out);
}

const char *page_header(struct arena *arena, const struct page_file *file, const char *header)
{
    static const char *const suffixes[] = { "", "_begin", "_end" };
    struct text out = text_new(arena);
    const char *guard = upper(arena, header);

    write_opening(&out, file);
    text_add_format(&out, "#ifndef %s\n#define %s\n\n#include \"web/page.h\"\n", guard, guard);
    for (size_t i = 0; i < file->includes.count; i++)
        text_add_format(&out, "#include %s\n", file->includes.at[i]);
    for (size_t i = 0; i < file->functions.count; i++) {
        const struct page_function *page = &file->functions.at[i];
        for (size_t k = page->has_body ? 1 : 0; k < (page->has_body ? 3 : 1); k++)
            text_add_format(&out, "\n#line %d %s\nvoid %s%s(struct page *page%s%s);\n", page->place.line,
                            quoted(arena, file->name, strlen(file->name)), page->name, suffixes[k],
                            comma(page->parameters), page->parameters);
    }
    text_add(&out, "\n#endif\n");
    return text_done(&out);
}

/* Adds one row for each Danish text that any language has; the .po files are sorted, so this merges. */
const char *words_source(struct arena *arena, const struct languages *languages)
{
    struct text out = text_new(arena);
    size_t *next = arena_array(arena, languages->count + 1, sizeof *next), count = 0;

    text_add(&out, "/* SPDX-License-Identifier: MIT\n * Made by pagegen from po/; change those. */\n"
                   "#include \"web/say_words.h\"\n\nconst struct say_words say_words[] = {\n");
    for (;;) {
        const char *least = NULL;
        for (size_t i = 0; i < languages->count; i++) {
            const struct po *po = &languages->at[i];
            if (next[i] < po->count && (least == NULL || strcmp(po->at[next[i]].danish, least) < 0))
                least = po->at[next[i]].danish;
        }
        if (least == NULL)
            break;
        text_add_format(&out, "    { %s, {", quoted(arena, least, strlen(least)));
        for (size_t i = 0; i < languages->count; i++) {
            const struct po *po = &languages->at[i];
            while (next[i] < po->count && text_is(po->at[next[i]].danish, least)) {
                const char *translation = po->at[next[i]++].translation;
                if (next[i] == po->count || !text_is(po->at[next[i]].danish, least))
                    text_add_format(&out, " [LANGUAGE_%s] = %s,", upper(arena, po->language),
                                    quoted(arena, translation, strlen(translation)));
            }
        }
        text_add(&out, " } },\n");
        count++;
    }
    text_add_format(&out, "    { \"\", { 0 } },\n};\nconst size_t say_word_count = %zu;\n", count);
    return text_done(&out);
}
