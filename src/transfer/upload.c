/* SPDX-License-Identifier: MIT
 * upload.c: a file into the store from a page: sent, tried on the store as it is, and let in by the person
 * who has seen what it does. The rules are those of the command (import.c). */
#include "base/check.h"
#include "transfer/import.h"
#include "transfer/pages.h"
#include "transfer_sql.h"
#include "transfer_upload_page.h"
#include "web/http.h"
#include "web/multipart.h"

enum { READ_ARENA_LIMIT = 768 << 20, SECONDS_KEPT = 24 * 3600 };

/* What may stand in the form's choice: the kinds' own words. */
static const struct choice kind_choices[] = {
    { "citizens", SAY("Borgere") },
    { "companies", SAY("Virksomheder") },
    { "functions", SAY("Jobfunktioner") },
    { "zones", SAY("Steder") },
};
static const char *const kind_codes[] = { "citizens", "companies", "functions", "zones", NULL };
static const struct choices kinds = { kind_choices, sizeof kind_choices / sizeof *kind_choices };

static struct staff_id self(const struct request *r)
{
    return (struct staff_id){ r->actor.id };
}

/* Whose rows a file has is the file's to say, not the sender's units: while it is read and written, she may
 * what its columns need. Each citizen is still noted in the access log under her name. */
static void reach_all(struct request *r)
{
    struct actor actor = r->actor;

    actor.permissions |= PERMISSION_BIT(MAY_CASE_ALL) | PERMISSION_BIT(MAY_CPR_SHOW) | PERMISSION_BIT(MAY_ADDRESS_PROTECTED);
    db_set_actor(r->db, actor);
}

/* Tries or writes the file. A large one has many cells, so its memory is its own: free `mistakes->arena`. */
static bool import_upload(struct request *r, const struct transfer_upload_row *upload, bool is_dry,
                          struct mistakes *mistakes, struct import_counts *counts)
{
    const struct transfer_kind *kind = transfer_kind_named(upload->kind);

    check(kind != NULL);
    *mistakes = mistakes_new(arena_new(READ_ARENA_LIMIT));
    mistakes->language = (int)r->language;
    reach_all(r);
    bool is_fine = import_file(r->db, kind, upload->name, upload->bytes.at, upload->bytes.length, is_dry, NULL, mistakes, counts);
    db_set_actor(r->db, r->actor);
    return is_fine;
}

static struct reply send_show(struct request *r, const struct form *form)
{
    struct page page = page_new(r);
    struct send_view view = { .form = *form, .kinds = kinds, .uploads = transfer_uploads(r->db, self(r)),
                              .most_megabytes = HTTP_BODY_MAX >> 20 };

    send_page(&page, &view);
    return form->error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply upload_send_get(struct request *r)
{
    struct form form = form_new(r);

    return send_show(r, &form);
}

struct reply upload_send_post(struct request *r)
{
    struct form form = form_read(r);
    const struct multipart_part *file = request_file(r, "fil");
    int kind = form_choice(&form, "slags", FORM_REQUIRED, kind_codes);

    if (file == NULL)
        form_error(&form, "fil", say(r->language, "Vælg en fil."));
    else if (file->length == 0)
        form_error(&form, "fil", say(r->language, "Filen er tom."));
    if (form.error_count > 0)
        return send_show(r, &form);

    struct import_upload_id upload = transfer_upload_insert(r->db, self(r), kind_codes[kind], file->file,
                                                            (struct bytes){ file->bytes, file->length }, r->now);
    return reply_see_other(r, "/indlaes/%lld", (long long)upload.n);
}

static bool upload_load(struct request *r, struct transfer_upload_row *upload)
{
    return transfer_upload(r->db, (struct import_upload_id){ request_id(r, "fil") }, self(r), upload);
}

static struct reply trial_show(struct request *r, const struct transfer_upload_row *upload, struct mistakes *mistakes,
                               const struct import_counts *counts, bool is_refused)
{
    struct page page = page_new(r);
    const struct trial_view view = {
        .upload = upload, .mistakes = mistakes, .counts = *counts, .is_refused = is_refused,
        .has_more_mistakes = mistakes->count >= MISTAKES_MAX, .form = form_new(r),
    };

    trial_page(&page, &view);
    arena_free(mistakes->arena);
    return is_refused ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply upload_trial_get(struct request *r)
{
    struct transfer_upload_row upload;
    struct import_counts counts;
    struct mistakes mistakes;

    if (!upload_load(r, &upload))
        return reply_not_found(r);
    import_upload(r, &upload, true, &mistakes, &counts);
    return trial_show(r, &upload, &mistakes, &counts, false);
}

/* The store may have changed since the trial, so the rows are read again before they are written. */
struct reply upload_let_in_post(struct request *r)
{
    struct transfer_upload_row upload;
    struct import_counts counts;
    struct mistakes mistakes;

    if (!upload_load(r, &upload))
        return reply_not_found(r);
    if (!import_upload(r, &upload, false, &mistakes, &counts))
        return trial_show(r, &upload, &mistakes, &counts, true);
    arena_free(mistakes.arena);

    transfer_upload_delete(r->db, upload.id, self(r));
    request_tell(r, say_with(r->arena, r->language, "Filen er indlæst: {1} nye, {2} ændrede, {3} som før.",
                             arena_format(r->arena, "%lld", (long long)counts.created),
                             arena_format(r->arena, "%lld", (long long)counts.changed),
                             arena_format(r->arena, "%lld", (long long)counts.same), NULL), NULL);
    return reply_see_other(r, "/indlaes");
}

struct reply upload_throw_away_post(struct request *r)
{
    if (transfer_upload_delete(r->db, (struct import_upload_id){ request_id(r, "fil") }, self(r)) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Filen er slettet. Intet er indlæst."), NULL);
    return reply_see_other(r, "/indlaes");
}

void transfer_sweep(struct db *db, struct arena *arena, instant now)
{
    db_begin(db, DB_WRITE, arena, actor_system, now);
    transfer_upload_sweep(db, now - SECONDS_KEPT);
    attendance_file_sweep(db, now - 7 * SECONDS_KEPT);
    db_commit(db);
}
