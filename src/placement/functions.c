/* SPDX-License-Identifier: MIT
 * functions.c: job functions in the words of a placement. The list itself is on a page in function_list.c. */
#include "placement/functions.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "law/glossary.h"
#include "placement/scheme_part.h"

/* The pieces between commas, semicolons and lines, trimmed, without empty ones. */
static struct text_pieces pieces_of(struct arena *arena, const char *words)
{
    char *copy = text_trim(arena, words == NULL ? "" : words);

    for (char *c = copy; *c != 0; c++)
        if (*c == ';' || *c == '\n' || *c == '\r')
            *c = ',';
    struct text_pieces all = text_split(arena, copy, ',');
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++)
        if (!text_is_blank(all.at[i]))
            all.at[count++] = text_trim(arena, all.at[i]);
    all.count = count;
    return all;
}

void placement_write_functions(struct db *db, struct placement_id placement, const char *words)
{
    struct text_pieces pieces = pieces_of(db_arena(db), words);

    placement_functions_drop(db, placement);
    for (size_t i = 0; i < pieces.count; i++) {
        const char *folded = text_fold(db_arena(db), pieces.at[i]);
        if (*folded != 0)
            placement_function_put(db, placement, folded);
    }
}

static bool has(struct choices choices, const char *code)
{
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return true;
    return false;
}

struct choices placement_functions(struct request *r, struct citizen_id citizen)
{
    struct job_function_row_list own = job_function_all(r->db);
    struct choices theirs = placement_scheme_list(r, citizen, "funktioner");
    LIST_OF(struct choice) list = { 0 };

    for (size_t i = 0; i < own.count; i++)
        if (own.at[i].is_retired == 0)
            *LIST_ADD(r->arena, &list) = (struct choice){ own.at[i].search_words, own.at[i].words };
    for (size_t i = 0; i < theirs.count; i++) {
        const char *code = text_fold(r->arena, theirs.at[i].label);
        if (!has((struct choices){ list.at, list.count }, code))
            *LIST_ADD(r->arena, &list) = (struct choice){ code, theirs.at[i].label };
    }
    return (struct choices){ list.at, list.count };
}

static void add_piece(struct text *text, const char *piece)
{
    if (text->length > 0)
        text_add(text, ", ");
    text_add(text, piece);
}

void placement_functions_fill(struct form *form, struct choices choices, const char *words)
{
    struct arena *arena = form->request->arena;
    struct text_pieces pieces = pieces_of(arena, words);
    struct text rest = text_new(arena);

    for (size_t i = 0; i < pieces.count; i++) {
        const char *folded = text_fold(arena, pieces.at[i]);
        if (has(choices, folded))
            form_add(form, "funktion", folded);
        else
            add_piece(&rest, pieces.at[i]);
    }
    form_set(form, "opgaver", text_done(&rest));
}

const char *placement_functions_read(struct form *form, struct choices choices, size_t length_max)
{
    struct arena *arena = form->request->arena;
    struct text_pieces typed = pieces_of(arena, form_text(form, "opgaver", FORM_OPTIONAL, length_max));
    struct text words = text_new(arena);

    for (size_t i = 0; i < choices.count; i++)
        if (form_has(form, "funktion", choices.at[i].code))
            add_piece(&words, choices.at[i].label);
    for (size_t i = 0; i < typed.count; i++) {
        const char *folded = text_fold(arena, typed.at[i]);
        if (!has(choices, folded) || !form_has(form, "funktion", folded))
            add_piece(&words, typed.at[i]);
    }
    return text_done(&words);
}
