/* SPDX-License-Identifier: MIT
 * test_import.c: files into the store and out of it, over both databases: every encoding, all or nothing,
 * twice, known again, and a store that was tampered with. */
#include "db/test/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "command.h"
#include "employer/employer.h"
#include "engine/obligation.h"
#include "engine_sql.h"
#include "library/library.h"
#include "staff/staff.h"
#include "transfer/import.h"
#include "transfer/verify.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;
const struct command *const commands[] = { NULL };

static instant noon; /* 2 March 2026. */

static void begin_for(enum db_purpose purpose, struct actor actor)
{
    arena_reset(store.arena);
    db_begin(store.db, purpose, store.arena, actor, noon);
}

/* A training municipality with its two units and one coordinator. */
static void set_up(void)
{
    noon = instant_of(day_of(2026, 3, 2), 12, 0, 0);
    begin_for(DB_WRITE, actor_system);
    staff_found(store.db);
    municipality_set(store.db, "Prøvekommunen", true);
    staff_add(store.db, &(struct staff_insert_in){ "mette", "Mette Prøve", "", "", "", unit_by_code(store.db, "integration") },
              NULL, "caseworker");
    commit();
}

/* Imports and commits, or says the mistakes as lines. */
static const char *import_text(const struct transfer_kind *kind, const char *file, struct import_counts *counts)
{
    struct text said = text_new(store.arena);

    begin_for(DB_WRITE, actor_system);
    said = text_new(store.arena);
    struct mistakes mistakes = mistakes_new(store.arena);
    bool is_fine = import_file(store.db, kind, "f", file, strlen(file), false, NULL, &mistakes, counts);
    for (size_t i = 0; i < mistakes.count; i++)
        text_add_format(&said, "%d:%d %s\n", mistakes.at[i].line, mistakes.at[i].column, mistakes.at[i].text);
    assert_int_equal(is_fine, mistakes.count == 0);
    if (is_fine)
        commit();
    else
        db_rollback(store.db);
    return text_done(&said);
}

static struct import_counts import_fine(const struct transfer_kind *kind, const char *file)
{
    struct import_counts counts;

    assert_string_equal(import_text(kind, file, &counts), "");
    return counts;
}

static void same_counts(struct import_counts counts, int created, int changed, int same)
{
    assert_int_equal(counts.created, created);
    assert_int_equal(counts.changed, changed);
    assert_int_equal(counts.same, same);
}

static const char *export_text(const struct transfer_kind *kind)
{
    struct text out;

    begin_for(DB_READ, actor_system);
    out = text_new(store.arena);
    export_file(store.db, kind, &out);
    const char *text = text_done(&out);
    commit();
    return text;
}

static const char two_citizens[] =
    "CPR;Fornavn;Efternavn;Født;Tlf.;E-mail;Vej;Postnr;By;Beskyttet;Sprog;Tolk;Ydelse;Opholdstilladelse fra;"
    "Boligplaceret;Enhed;Koordinerende sagsbehandler\r\n"
    "310290-0001;Nour;Al-Khatib;06-03-1990;'+45 00 00 00 01;nour@eksempel.example;Havnegade 1;8999;Fjordby;ja;Arabisk;ja;"
    "kontanthjælp;01-02-2026;27-02-2026 10:30;Integrationsenheden;mette\r\n"
    ";Søren \"Sø\";\"Ågård\nBech\";1985-12-31;;;;;;nej;da;nej;;;;integration;\r\n";

static void every_value_arrives(void **state)
{
    struct citizen_row row;
    struct citizen_address_row address;
    (void)state;

    set_up();
    same_counts(import_fine(&transfer_citizens, two_citizens), 2, 0, 0);
    begin_for(DB_READ, actor_system);
    struct citizen_id nour = citizen_by_cpr(store.db, "3102900001");
    assert_true(citizen_load(store.db, nour, &row));
    assert_string_equal(row.phone, "+45 00 00 00 01");
    assert_string_equal(row.language, "ar");
    assert_true(row.is_interpreter_needed);
    assert_int_equal(row.born_day, day_of(1990, 3, 6));
    assert_true(row.housed_at == instant_of(day_of(2026, 2, 27), 10, 30, 0));
    assert_true(citizen_address_protected(store.db, nour, &address));
    assert_true(address.is_protected);
    assert_string_equal(address.street, "Havnegade 1");
    struct team_row_list team = casefile_team(store.db, nour);
    assert_int_equal(team.count, 1);
    assert_string_equal(team.at[0].role, "coordinator");
    assert_string_equal(team.at[0].name, "Mette Prøve");
    commit();
}

static void twice_changes_nothing(void **state)
{
    (void)state;
    set_up();
    import_fine(&transfer_citizens, two_citizens);
    same_counts(import_fine(&transfer_citizens, two_citizens), 0, 0, 2);
}

static void an_exported_file_changes_nothing(void **state)
{
    (void)state;
    set_up();
    import_fine(&transfer_citizens, two_citizens);
    char *first = strdup(export_text(&transfer_citizens));
    same_counts(import_fine(&transfer_citizens, first), 0, 0, 2);
    assert_string_equal(export_text(&transfer_citizens), first);
    assert_non_null(strstr(first, ";'+45 00 00 00 01;"));
    free(first);
}

static void every_encoding_gives_the_same(void **state)
{
    static const char *const files[] = {
        "Fornavn;Efternavn;Født;Enhed\nSøren;Ågård;01-01-1990;integration\n",
        "\xef\xbb\xbf" "Fornavn;Efternavn;Født;Enhed\nSøren;Ågård;01-01-1990;integration\n",
        "Fornavn,Efternavn,F\xf8" "dt,Enhed\nS\xf8ren,\xc5g\xe5rd,01-01-1990,integration\n",
        "Fornavn\tEfternavn\tF\xf8" "dt\tEnhed\r\nS\xf8ren\t\xc5g\xe5rd\t1990-01-01\tintegration\r\n",
        "Fornavn;Efternavn;F\xf8" "dt;Enhed;Hjemme\nS\xf8ren;\xc5g\xe5rd;1/1 1990;integration;\x93x\x94\n",
    };
    (void)state;

    set_up();
    same_counts(import_fine(&transfer_citizens, files[0]), 1, 0, 0);
    for (size_t i = 1; i < 4; i++)
        same_counts(import_fine(&transfer_citizens, files[i]), 0, 0, 1);
    same_counts(import_fine(&transfer_citizens, files[4]), 0, 1, 0);
}

static void all_or_nothing_with_every_mistake(void **state)
{
    struct import_counts counts;
    (void)state;

    set_up();
    assert_string_equal(import_text(&transfer_citizens,
        "CPR;Fornavn;Efternavn;Født;Sprog;Tolk;Enhed\n"
        "310290-0001;God;Nok;;ar;ja;integration\n"
        "123;A;B;;ar;ja;integration\n"
        "310290-0002;A;B;31-13-1990;arabsk;måske;Teknik\n"
        "310290-0003;;B;;;;integration\n"
        "0101" "90-0004;A;B;02-01-1990;;;integration\n" /* Split, so that no whole number stands here. */
        ";A;;;;;integration\n"
        "310290-0001;Samme;Igen;;ar;ja;integration\n", &counts),
        "3:1 CPR: ventede et CPR-nummer på ti cifre (regneark fjerner nullet forrest, når cellen ikke er tekst)\n"
        "4:17 Født: fandt »31-13-1990«, ventede en dato som 06-03-2026\n"
        "4:28 Sprog: fandt »arabsk«, som ikke er på listen; mente du »arabisk«\n"
        "4:35 Tolk: fandt »måske«, ventede ja eller nej\n"
        "4:41 Enhed: fandt »Teknik«, ventede navnet på en enhed i kommunen\n"
        "5:13 Fornavn: mangler; en ny borger skal have det\n"
        "6:17 Født: fandt 1990-01-02, men CPR-nummeret siger 1990-01-01\n"
        "7:1 CPR: mangler; uden CPR skal fornavn, efternavn og fødselsdag stå der, så borgeren kan kendes igen\n"
        "8:0 samme borger står også på linje 2\n");
    begin_for(DB_READ, actor_system);
    assert_int_equal(citizen_by_cpr(store.db, "3102900001").n, 0);
    commit();
}

static void unknown_columns_are_named(void **state)
{
    struct import_counts counts;
    (void)state;

    set_up();
    assert_string_equal(import_text(&transfer_citizens, "Fornavm;Efternavn;Skostørrelse;Efternavne\nA;B;39;C\n", &counts),
                        "1:1 kolonnen »Fornavm« kendes ikke; mente du »Fornavn«?\n"
                        "1:19 kolonnen »Skostørrelse« kendes ikke\n"
                        "1:32 kolonnen »Efternavn« står der to gange\n");
}

static void an_empty_cell_empties_nothing(void **state)
{
    struct citizen_row row;
    (void)state;

    set_up();
    import_fine(&transfer_citizens, two_citizens);
    same_counts(import_fine(&transfer_citizens, "CPR;Telefon;By;Sprog\n3102900001;;Vesterby;\n"), 0, 1, 0);
    begin_for(DB_READ, actor_system);
    assert_true(citizen_load(store.db, citizen_by_cpr(store.db, "3102900001"), &row));
    assert_string_equal(row.phone, "+45 00 00 00 01");
    assert_string_equal(row.town, "Vesterby");
    assert_string_equal(row.language, "ar");
    commit();
}

/* First without a number, later with it: the same person. */
static void a_number_comes_later(void **state)
{
    (void)state;
    set_up();
    import_fine(&transfer_citizens, "Fornavn;Efternavn;Født;Enhed\nNour;Said;01-02-1990;integration\n");
    same_counts(import_fine(&transfer_citizens, "CPR;Fornavn;Efternavn;Født\n310290-0009;Nour;Said;01-02-1990\n"), 0, 1, 0);
    same_counts(import_fine(&transfer_citizens, "CPR;Fornavn;Efternavn;Født;Enhed\n310290-0010;Nour;Said;01-02-1990;integration\n"), 1, 0, 0);
}

/* As the register's extract names its columns, with industry codes; what is not understood is said and nothing written. */
static void a_file_of_the_register_is_read(void **state)
{
    static const char file[] = "CVR-nummer;P-nummer;Virksomhedsnavn;Hovedbranche;Adresse;Postnummer;By;Antal ansatte\n"
                               ";1000000003;Caféen;561010 Restauranter;Havnegade 1;9999;Fjordby;9\n"
                               ";1000000004;Marken;11100;Markvej 2;9999;Fjordby;61\n";
    struct company_row row;
    (void)state;

    set_up();
    same_counts(import_fine(&transfer_companies, file), 2, 0, 0);
    char *exported = strdup(export_text(&transfer_companies));
    assert_non_null(strstr(exported, "køkken og restauration"));
    same_counts(import_fine(&transfer_companies, exported), 0, 0, 2);
    free(exported);
    begin_for(DB_READ, actor_system);
    assert_true(company_load(store.db, company_by_p_number(store.db, "1000000003"), &row));
    assert_string_equal(row.branch, "kitchen");
    assert_int_equal(row.employee_count, 9);
    assert_true(company_load(store.db, company_by_p_number(store.db, "1000000004"), &row));
    assert_string_equal(row.branch, "agriculture");
    assert_int_equal(row.employee_count, 61);
    commit();
}

static void companies_are_known_again(void **state)
{
    static const char file[] = "P-nummer;CVR;Navn;Branche;By;Ansatte;Ansatte opgjort;Ansatte oplyst af;Sektor;Pladser;Samarbejde;Konsulent\n"
                               "1000000001;;Fjordby Bageri;køkken og restauration;Fjordby;12;2026-11-30;CVR;privat;2;vil gerne;Mette Prøve\n"
                               ";;Havnens Lager;transport;Vesterby;;;;;1;ønsker det ikke;\n";
    struct company_row row;
    (void)state;

    set_up();
    same_counts(import_fine(&transfer_companies, file), 2, 0, 0);
    same_counts(import_fine(&transfer_companies, file), 0, 0, 2);
    same_counts(import_fine(&transfer_companies, "Navn;By;Pladser\nHavnens Lager;Vesterby;3\n"), 0, 1, 0);
    char *exported = strdup(export_text(&transfer_companies));
    same_counts(import_fine(&transfer_companies, exported), 0, 0, 2);
    free(exported);
    begin_for(DB_READ, actor_system);
    assert_true(company_load(store.db, company_by_p_number(store.db, "1000000001"), &row));
    assert_string_equal(row.branch, "kitchen");
    assert_int_equal(row.employee_count, 12);
    assert_int_equal(row.employee_day, day_of(2026, 11, 30));
    assert_string_equal(row.employee_source, "CVR");
    assert_string_equal(row.sector, "private");
    assert_string_equal(row.consultant_name, "Mette Prøve");
    commit();
}

/* A trial writes nothing, and a read is enough for it. */
static void a_trial_writes_nothing(void **state)
{
    struct import_counts counts;
    (void)state;

    set_up();
    begin_for(DB_READ, actor_system);
    struct mistakes mistakes = mistakes_new(store.arena);
    assert_true(import_file(store.db, &transfer_citizens, "f", two_citizens, strlen(two_citizens), true, NULL, &mistakes, &counts));
    commit();
    same_counts(counts, 2, 0, 0);
    same_counts(import_fine(&transfer_citizens, two_citizens), 2, 0, 0);
}

/* Somebody who may export gets neither numbers nor protected addresses unless other duties give them. */
static void a_file_shows_no_more_than_the_pages(void **state)
{
    struct text out;
    struct actor leader = { ACTOR_STAFF, 1, PERMISSION_BIT(MAY_EXPORT) | PERMISSION_BIT(MAY_CASE_ALL) | PERMISSION_BIT(MAY_STAFF_READ) };
    (void)state;

    set_up();
    import_fine(&transfer_citizens, two_citizens);
    begin_for(DB_READ, leader);
    out = text_new(store.arena);
    export_file(store.db, &transfer_citizens, &out);
    assert_non_null(strstr(out.at, "Nour;Al-Khatib"));
    assert_null(strstr(out.at, "310290"));
    assert_null(strstr(out.at, "Havnegade"));
    commit();

    begin_for(DB_READ, caseworker());
    export_file(store.db, &transfer_citizens, &out);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    db_rollback(store.db);
}

/* --- verify --- */

static bool verified(const char **said)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);

    bool is_fine = verify_store(store.db, noon, out);
    fclose(out);
    *said = arena_dup(store.arena, text);
    free(text);
    return is_fine;
}

/* Whose an obligation of the citizen is after the engine has looked at a moment. */
static int64_t owner_at(instant at)
{
    struct obligation_stored_list rows;
    int64_t changed, owner = -1;

    assert_true(engine_wake(store.db, at, &changed));
    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, at);
    rows = obligation_of_stream(store.db, STREAM_CITIZEN, 1);
    for (size_t i = 0; i < rows.count; i++)
        if (text_is(rows.at[i].owner_role, "caseworker") && rows.at[i].settled_at == INSTANT_NONE)
            owner = rows.at[i].owner;
    commit();
    return owner;
}

/* Away from tomorrow for two days, without a deputy: then it is the unit's, and afterwards hers again. */
static void an_absence_comes_and_goes_by_itself(void **state)
{
    enum { DAY_SECONDS = 24 * 60 * 60 };
    struct citizen_id nour = { 1 };
    struct staff_id mette = { 1 };
    day today;
    FILE *out = fopen("/dev/null", "w");
    (void)state;

    set_up();
    today = day_of_instant(noon);
    ruleset_set_loader(library_load_rules);
    import_fine(&transfer_citizens, two_citizens);
    begin_for(DB_WRITE, actor_system);
    library_switch(store.db, library_find(library_all(), "hedensted_model"), true);
    casefile_enrol(store.db, nour, "hedensted_model", 1, noon);
    casefile_put_on_team(store.db, nour, "caseworker", mette);
    citizen_house(store.db, nour, noon);
    staff_set_absence(store.db, (struct staff_id){ 0 }, today + 1, today + 2, mette);
    obligation_touch_staff(store.db, mette.n);
    commit();
    assert_int_equal(owner_at(noon), mette.n);
    assert_int_equal(owner_at(noon + DAY_SECONDS), 0);
    assert_true(verify_store(store.db, noon + DAY_SECONDS, out));
    assert_int_equal(owner_at(noon + 3 * DAY_SECONDS), mette.n);
    assert_true(verify_store(store.db, noon + 3 * DAY_SECONDS, out));
    fclose(out);
    ruleset_set_loader(NULL);
}

/* Nobody is on the team: the only one with the role in the unit has it, and when she loses the role nobody has. */
static void roles_move_what_is_theirs(void **state)
{
    struct citizen_id nour = { 1 };
    struct staff_id mette = { 1 };
    (void)state;

    set_up();
    ruleset_set_loader(library_load_rules);
    import_fine(&transfer_citizens, two_citizens);
    begin_for(DB_WRITE, actor_system);
    library_switch(store.db, library_find(library_all(), "hedensted_model"), true);
    casefile_enrol(store.db, nour, "hedensted_model", 1, noon);
    citizen_house(store.db, nour, noon);
    struct role_in_unit has = { role_by_code(store.db, "caseworker"), unit_by_code(store.db, "integration") };
    commit();
    assert_int_equal(owner_at(noon), mette.n);
    begin_for(DB_WRITE, actor_system);
    staff_set_roles(store.db, mette, NULL, 0);
    commit();
    assert_int_equal(owner_at(noon), 0);
    begin_for(DB_WRITE, actor_system);
    staff_set_roles(store.db, mette, &has, 1);
    commit();
    assert_int_equal(owner_at(noon), mette.n);
    ruleset_set_loader(NULL);
}

/* As somebody with the database's own tools would. */
static void tamper(const char *sql)
{
    begin_for(DB_WRITE, actor_system);
    if (text_is(db_engine_name(store.db), "sqlite")) {
        assert_true(store.db->engine->script(store.db, sql));
    } else {
        char *schema = strstr(store.name, "schema=") + strlen("schema=");
        const char *path = arena_format(store.arena, "SET LOCAL search_path TO %.*s; %s", (int)strcspn(schema, "&"), schema, sql);
        assert_true(store.db->engine->script(store.db, path));
    }
    commit();
}

/* A store with a citizen, an event and a row of the access log. */
static void make_whole(void)
{
    struct actor actor = { ACTOR_STAFF, 1, PERMISSION_BIT(PERMISSION_COUNT) - 1 };
    const char *said;

    set_up();
    import_fine(&transfer_citizens, two_citizens);
    begin_for(DB_WRITE, actor);
    casefile_place_on_ladder(store.db, (struct citizen_id){ 1 }, "trappe", "intro", noon, "");
    commit();
    assert_true(verified(&said));
    assert_non_null(strstr(said, "adgangslog: 1 poster"));
    assert_null(strstr(said, "forkert"));
}

static void tampering_is_found(void **state)
{
    static const struct { const char *sql, *said; } cases[] = {
        { "UPDATE journal SET fields = 'step=ordinaert\n' WHERE kind = 'ladder.placed'", "citizen 1: the journal is broken" },
        { "UPDATE journal SET happened_at = happened_at - 60 WHERE kind = 'ladder.placed'", "citizen 1: the journal is broken" },
        { "DELETE FROM journal WHERE kind = 'ladder.placed'", "citizen 1: the journal is broken" },
        { "UPDATE access_log SET actor = 2", "adgangsloggen er ændret eller mangler fra post 1" },
        { "DELETE FROM access_log", "adgangsloggen er ændret eller mangler fra post 1" },
        { "INSERT INTO obligation (name, stream_kind, stream, scheme, rule, subject_kind, subject, trigger_event, kind, "
          "state, due_at, act_by_at, settled_by, is_hour_rule, is_registered_later, time_left, owner, owner_role, "
          "co_owner_role, assigned_to, severity, duty, is_restricted, changed_at) VALUES ('00', 0, 1, 'x', 'x', 0, 0, 0, 0, "
          "0, 0, 0, 0, 0, 0, 0, 0, '', '', 0, 0, '', 0, 0)", "1 obligations were not what the journal gives" },
    };
    const char *said;
    size_t wanted = *(const size_t *)*state;

    make_whole();
    tamper(cases[wanted].sql);
    assert_false(verified(&said));
    if (strstr(said, cases[wanted].said) == NULL)
        fail_msg("%s: said %s", cases[wanted].sql, said);
}

int main(void)
{
    static size_t numbers[] = { 0, 1, 2, 3, 4, 5 };
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_arrives),
        cmocka_unit_test(twice_changes_nothing),
        cmocka_unit_test(an_exported_file_changes_nothing),
        cmocka_unit_test(every_encoding_gives_the_same),
        cmocka_unit_test(all_or_nothing_with_every_mistake),
        cmocka_unit_test(unknown_columns_are_named),
        cmocka_unit_test(an_empty_cell_empties_nothing),
        cmocka_unit_test(a_number_comes_later),
        cmocka_unit_test(companies_are_known_again),
        cmocka_unit_test(a_file_of_the_register_is_read),
        cmocka_unit_test(a_trial_writes_nothing),
        cmocka_unit_test(a_file_shows_no_more_than_the_pages),
        cmocka_unit_test(an_absence_comes_and_goes_by_itself),
        cmocka_unit_test(roles_move_what_is_theirs),
        { "a changed field is found", tampering_is_found, NULL, NULL, &numbers[0] },
        { "a changed time is found", tampering_is_found, NULL, NULL, &numbers[1] },
        { "a removed event is found", tampering_is_found, NULL, NULL, &numbers[2] },
        { "a changed access is found", tampering_is_found, NULL, NULL, &numbers[3] },
        { "a removed access is found", tampering_is_found, NULL, NULL, &numbers[4] },
        { "an invented obligation is found", tampering_is_found, NULL, NULL, &numbers[5] },
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("import", tests, sizeof tests / sizeof tests[0]);
}
