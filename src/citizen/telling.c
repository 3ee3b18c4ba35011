/* SPDX-License-Identifier: MIT
 * telling.c: gathering what is told to a citizen about herself. Who shows it is src/access. */
#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "citizen/holding.h"
#include "law/glossary.h"

void tell_table(struct telling *telling, const char *title)
{
    telling->at = list_room(telling->arena, telling->at, telling->count, &telling->room, sizeof *telling->at);
    telling->at[telling->count++] = (struct told_table){ .title = say(telling->language, title) };
}

void tell_row(struct telling *telling)
{
    check(telling->count > 0);
    struct told_table *table = &telling->at[telling->count - 1];

    table->at = list_room(telling->arena, table->at, table->count, &table->room, sizeof *table->at);
    table->at[table->count++] = (struct told_row){ 0 };
}

static void tell_field(struct telling *telling, const char *label, const char *value, bool is_own)
{
    check(telling->count > 0 && telling->at[telling->count - 1].count > 0);
    struct told_table *table = &telling->at[telling->count - 1];
    struct told_row *row = &table->at[table->count - 1];

    if (text_is_blank(value))
        return;
    row->at = list_room(telling->arena, row->at, row->count, &row->room, sizeof *row->at);
    row->at[row->count++] = (struct told_field){ say(telling->language, label), value, is_own };
}

void tell_text(struct telling *telling, const char *label, const char *value)
{
    tell_field(telling, label, value, true);
}

void tell_code(struct telling *telling, const char *label, const char *list, const char *code)
{
    if (!text_is_blank(code))
        tell_field(telling, label, glossary_label_or_code((int)telling->language, list, code), false);
}

void tell_day(struct telling *telling, const char *label, day on)
{
    if (on != DAY_NONE)
        tell_field(telling, label, say_day_year(telling->arena, telling->language, on), false);
}

void tell_instant(struct telling *telling, const char *label, instant at)
{
    if (at == INSTANT_NONE)
        return;
    tell_field(telling, label, arena_format(telling->arena, "%s %s",
                                           say_day_year(telling->arena, telling->language, day_of_instant(at)),
                                           say_time(telling->arena, telling->language, at)), false);
}

void tell_flag(struct telling *telling, const char *label, bool is_so)
{
    tell_field(telling, label, say(telling->language, is_so ? SAY("ja") : SAY("nej")), false);
}

bool tell_may(const struct telling *telling, enum permission permission)
{
    return (telling->permissions & (PERMISSION_BIT(MAY_CASE_ERASE) | PERMISSION_BIT(permission))) != 0;
}
