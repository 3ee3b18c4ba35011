/* SPDX-License-Identifier: MIT
 * words.c: the words of a citizen's own tasks at a workplace, and when she learned them with her language mentor (S60,
 * 002:87): "konkret i forhold til borgerens arbejdsopgaver". */
#include <string.h>

#include "base/text.h"
#include "engine/journal.h"
#include "mentor/pages.h"

enum { WORDS_AT_ONCE = 1000, WORD_MAX = 60 };

static const char learned_code[] = "words";

/* "spand (دلو)": the word, and in brackets what it means. False for no word or one that is too long. */
static bool piece_read(struct arena *arena, const char *piece, const char **word, const char **meaning)
{
    const char *bracket = strchr(piece, '(');
    size_t length = bracket == NULL ? strlen(piece) : (size_t)(bracket - piece);

    *word = text_trim(arena, arena_copy(arena, piece, length));
    *meaning = "";
    if (bracket != NULL) {
        size_t end = strcspn(bracket + 1, ")");
        *meaning = text_trim(arena, arena_copy(arena, bracket + 1, end));
    }
    return **word != 0 && strlen(*word) <= WORD_MAX && strlen(*meaning) <= WORD_MAX;
}

size_t mentor_add_words(struct db *db, const struct placement_row *placement, const char *words)
{
    struct text_pieces pieces = text_split(db_arena(db), words, ',');
    size_t count = 0;

    for (size_t i = 0; i < pieces.count; i++) {
        const char *word, *meaning;
        if (piece_read(db_arena(db), pieces.at[i], &word, &meaning))
            count += (size_t)work_word_put(db, &(struct work_word_put_in){ .placement = placement->id, .citizen = placement->citizen,
                .word = word, .folded = text_fold(db_arena(db), word), .meaning = meaning, .author = { db_actor(db).id },
                .written_at = db_now(db) });
    }
    return count;
}

bool mentor_learn_word(struct db *db, const struct placement_row *placement, struct work_word_id word, day on)
{
    struct work_word_state state;

    if (!work_word_load(db, word, placement->id, &state) || state.learned_day != DAY_NONE)
        return false;
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n }, .kind = EVENT_CONTACT_MADE, .code = learned_code,
        .subject = { SUBJECT_PLACEMENT, placement->id.n }, .at = day_begin(on), .is_day = true,
        .fields = { { "word", arena_format(db_arena(db), "%lld", (long long)word.n) } } });
    return work_word_set_learned(db, on, event, word, placement->citizen) == 1;
}

bool mentor_unlearn_word(struct db *db, const struct placement_row *placement, struct work_word_id word)
{
    struct work_word_state state;

    if (!work_word_load(db, word, placement->id, &state) || state.learned_day == DAY_NONE)
        return false;
    journal_void(db, state.event);
    return work_word_set_learned(db, DAY_NONE, 0, word, placement->citizen) == 1;
}

/* --- the page --- */

static struct reply back(struct request *r, const struct beside_view *view)
{
    return reply_see_other(r, "/praktik/%lld/mentorer", (long long)view->placement.id.n);
}

/* A piece that is no word is told, and all that was typed stays. */
static bool are_words(struct request *r, const char *words)
{
    struct text_pieces pieces = text_split(r->arena, words, ',');
    const char *word, *meaning;

    for (size_t i = 0; i < pieces.count; i++)
        if (!piece_read(r->arena, pieces.at[i], &word, &meaning))
            return false;
    return true;
}

struct reply task_words_post(struct request *r)
{
    struct beside_view view = { .form = form_read(r) };

    if (!beside_open(r, &view))
        return reply_not_found(r);
    const char *words = form_text(&view.form, "nye_ord", FORM_REQUIRED, WORDS_AT_ONCE);
    if (view.form.error_count == 0 && !are_words(r, words))
        form_error(&view.form, "nye_ord", say(r->language, "Skriv ordene med komma imellem, højst 60 tegn i hvert."));
    if (view.form.error_count > 0)
        return beside_show(r, &view);
    mentor_add_words(r->db, &view.placement, words);
    request_tell(r, say(r->language, "Ordene er gemt."), NULL);
    return back(r, &view);
}

static struct work_word_id word_of(struct request *r)
{
    return (struct work_word_id){ request_id(r, "work_word") };
}

/* Where a colleague was faster it is learned all the same, and hers to take back. */
struct reply word_learned_post(struct request *r)
{
    struct beside_view view = { .form = form_new(r) };
    struct work_word_state word;

    if (!beside_open(r, &view) || !work_word_load(r->db, word_of(r), view.placement.id, &word))
        return reply_not_found(r);
    bool is_mine = mentor_learn_word(r->db, &view.placement, word.id, r->today);
    request_tell(r, say(r->language, "Ordet er lært."), !is_mine ? NULL :
                 arena_format(r->arena, "/praktik/%lld/ord/%lld/fortryd", (long long)view.placement.id.n, (long long)word_of(r).n));
    return back(r, &view);
}

struct reply word_again_post(struct request *r)
{
    struct beside_view view = { .form = form_new(r) };

    if (!beside_open(r, &view) || !mentor_unlearn_word(r->db, &view.placement, word_of(r)))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return back(r, &view);
}

struct reply word_drop_post(struct request *r)
{
    struct beside_view view = { .form = form_new(r) };

    if (!beside_open(r, &view) || work_word_drop(r->db, word_of(r), view.placement.citizen) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fjernet."), NULL);
    return back(r, &view);
}
