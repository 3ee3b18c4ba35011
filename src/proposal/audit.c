/* SPDX-License-Identifier: MIT
 * audit.c: how proposals were followed or overridden, by sex, language and age group of the citizens, so that a skew is
 * seen. None of these is an input of a proposal. Small numbers are hidden. */
#include "base/list.h"
#include "base/text.h"
#include "proposal/pages.h"
#include "proposal_audit_page.h"

enum { MONTHS_BACK = 12 };

/* One row while it is added up. */
struct group_sum {
    const char *code;
    int64_t accepted, changed, rejected, declined;
};
struct group_sums {
    struct group_sum *at;
    size_t count, room;
};

static void add(struct arena *arena, struct group_sums *sums, const char *code, const struct proposal_audit_row *row)
{
    size_t i = 0;

    while (i < sums->count && !text_is(sums->at[i].code, code))
        i++;
    if (i == sums->count)
        *LIST_ADD(arena, sums) = (struct group_sum){ .code = code };
    sums->at[i].accepted += row->accepted;
    sums->at[i].changed += row->changed;
    sums->at[i].rejected += row->rejected;
    sums->at[i].declined += row->declined;
}

/* A number that could point at somebody is not shown; zero points at nobody. */
static const char *shown(struct request *r, int64_t number)
{
    return number > 0 && number < SMALL ? "<5" : arena_format(r->arena, "%lld", (long long)number);
}

static const char *age_words(enum language language, const char *code)
{
    static const char *const words[] = { SAY("alder ikke oplyst"), SAY("under 30 år"), SAY("30 til 49 år"), SAY("50 år og mere") };
    int64_t number = 0;

    text_to_int(code, &number);
    return say(language, words[number >= 0 && number < 4 ? number : 0]);
}

static struct audit_table table_of(struct request *r, const char *title, const struct group_sums *sums, const char *list)
{
    struct audit_table table = { .title = title };

    for (size_t i = 0; i < sums->count; i++) {
        const struct group_sum *s = &sums->at[i];
        const char *group = list == NULL ? age_words(r->language, s->code)
                            : *s->code == 0 ? say(r->language, "ikke oplyst")
                                            : glossary_label_or_code((int)r->language, list, s->code);
        *LIST_ADD(r->arena, &table) = (struct audit_line){ group, shown(r, s->accepted), shown(r, s->changed),
                                                           shown(r, s->rejected), shown(r, s->declined) };
    }
    return table;
}

struct reply audit_get(struct request *r)
{
    struct proposal_audit_row_list rows = proposal_audit(r->db, r->today, day_begin(day_add_months(r->today, -MONTHS_BACK)));
    struct group_sums sex = { 0 }, language = { 0 }, age = { 0 };
    struct page page = page_new(r);

    for (size_t i = 0; i < rows.count; i++) {
        add(r->arena, &sex, rows.at[i].sex, &rows.at[i]);
        add(r->arena, &language, rows.at[i].language, &rows.at[i]);
        add(r->arena, &age, arena_format(r->arena, "%lld", (long long)rows.at[i].age_group), &rows.at[i]);
    }
    struct audit_table tables[] = {
        table_of(r, say(r->language, "Køn"), &sex, "gender"),
        table_of(r, say(r->language, "Sprog"), &language, "language"),
        table_of(r, say(r->language, "Alder"), &age, NULL),
    };
    audit_page(&page, (struct audit_tables){ tables, sizeof tables / sizeof *tables });
    return reply_page(&page.text);
}
