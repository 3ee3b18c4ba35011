/* SPDX-License-Identifier: MIT
 * play.c: playing a .journey file, step by step. docs/journeys.md has the language. */
#include "play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "web/percent.h"

enum { WORDS_MAX = 40, FILE_SIZE_MAX = 1 << 20, ARENA_SIZE = 256 << 20, REDIRECTS_MAX = 5, EXCERPT = 2000 };

static const char default_now[] = "2026-03-02T08:00";
static const char default_password[] = "adgangskode til prøver";

struct words {
    const char *at[WORDS_MAX];
    int count;
};

/* Splits at spaces; quotes keep spaces together, also inside a word: name="Amal Said". */
static struct words words_read(struct arena *arena, const char *line)
{
    struct words words = { 0 };

    while (*line != 0 && words.count < WORDS_MAX) {
        struct text word = text_new(arena);
        bool is_quoted = false;
        line += strspn(line, " \t");
        if (*line == 0)
            break;
        for (; *line != 0 && (is_quoted || (*line != ' ' && *line != '\t')); line++) {
            if (*line == '"')
                is_quoted = !is_quoted;
            else
                text_add_char(&word, *line);
        }
        words.at[words.count++] = text_done(&word);
    }
    return words;
}

static bool no(struct journey *j, const char *why, const char *about)
{
    j->why = arena_format(j->arena, "%s: %s", why, about);
    return false;
}

/* The client of a person, made when new. The stranger never keeps a cookie. */
static struct client *client_of(struct journey *j, const char *name)
{
    for (int i = 0; i < j->client_count; i++)
        if (text_is(j->clients[i].name, name))
            return &j->clients[i];
    if (j->client_count == JOURNEY_CLIENTS_MAX)
        return NULL;
    struct client *client = &j->clients[j->client_count++];
    *client = (struct client){ 0 };
    snprintf(client->name, sizeof client->name, "%s", name);
    return client;
}

static bool is_running(struct journey *j)
{
    return j->server.pid > 0 || j->stage->start(&j->server, j->now) || no(j, "the server does not start", j->server.store);
}

/* "?alle=1" is the same page with another query. */
static const char *absolute(struct journey *j, const char *path)
{
    return path[0] == '?' ? arena_format(j->arena, "%.*s%s", (int)strcspn(j->path, "?"), j->path, path) : path;
}

/* Asks and follows redirects, as a browser does. */
static bool ask(struct journey *j, const char *path, const char *form)
{
    if (!is_running(j))
        return false;
    for (int i = 0; i < REDIRECTS_MAX; i++) {
        j->path = path;
        j->answer = j->stage->ask(j->arena, j->client, j->server.port, path, form);
        if (j->answer.status != 303)
            break;
        path = absolute(j, j->answer.location);
        form = NULL;
    }
    j->page = html_read(j->arena, j->answer.body);
    return j->answer.status != 0 || no(j, "no answer", path);
}

static bool open_page(struct journey *j, const struct words *words)
{
    return ask(j, words->at[1], NULL);
}

static bool keep(struct journey *j, const struct words *words)
{
    (void)words;
    j->kept = arena_copy(j->arena, j->path, strlen(j->path));
    return true;
}

/* The number that ends the path of the page, "/praktik/7" or "/praktik/7/ret": rows get numbers with gaps. */
static bool keep_number(struct journey *j, const struct words *words)
{
    size_t start = strcspn(j->path, "0123456789");
    size_t length = strspn(j->path + start, "0123456789");

    if (length == 0 || j->number_count == JOURNEY_NUMBERS_MAX)
        return no(j, "no number to keep", j->path);
    j->numbers[j->number_count++] =
        (struct kept_number){ words->at[1], arena_copy(j->arena, j->path + start, length) };
    return true;
}

/* The line with the numbers that were kept, the newest of a name. */
static const char *with_numbers(struct journey *j, const char *line)
{
    for (int i = j->number_count - 1; i >= 0; i--) {
        const char *hole = arena_format(j->arena, "{%s}", j->numbers[i].name);
        for (const char *at; (at = strstr(line, hole)) != NULL;)
            line = arena_format(j->arena, "%.*s%s%s", (int)(at - line), line, j->numbers[i].number, at + strlen(hole));
    }
    return line;
}

static bool open_kept(struct journey *j, const struct words *words)
{
    return j->kept == NULL ? no(j, "no page was kept", words->at[1]) : ask(j, j->kept, NULL);
}

static bool follow(struct journey *j, const struct words *words)
{
    for (size_t i = 0; i < j->page.links.count; i++)
        if (text_is(j->page.links.at[i].words, words->at[1]))
            return ask(j, absolute(j, j->page.links.at[i].path), NULL);
    return no(j, "no link", words->at[1]);
}

/* "" takes the ticks of that name away. */
static bool field_clear(struct html_form *form, const char *name)
{
    bool is_found = false;

    for (size_t i = 0; i < form->fields.count; i++) {
        struct html_field *field = &form->fields.at[i];
        if (!field->is_choice || !text_is(field->name, name))
            continue;
        field->is_sent = false;
        is_found = true;
    }
    return is_found;
}

/* Gives a field its value; a box or radio with that value is checked, and of radios no other of its name. */
static bool field_give(struct journey *j, struct html_form *form, const char *name, const char *value)
{
    bool is_found = value[0] == 0 && field_clear(form, name);

    for (size_t i = 0; i < form->fields.count && !is_found; i++) {
        struct html_field *field = &form->fields.at[i];
        if (!text_is(field->name, name))
            continue;
        if (field->is_choice && !text_is(field->value, value))
            continue;
        if (!field->is_choice)
            field->value = value;
        if (field->is_radio)
            field_clear(form, name);
        field->is_sent = true;
        is_found = true;
    }
    return is_found || no(j, "no such field or choice", name);
}

static const char *form_encode(struct journey *j, const struct html_form *form, const struct html_button *button)
{
    struct text text = text_new(j->arena);

    for (size_t i = 0; i < form->fields.count; i++) {
        const struct html_field *field = &form->fields.at[i];
        if (!field->is_sent)
            continue;
        text_add(&text, text.length == 0 ? "" : "&");
        percent_encode(&text, field->name);
        text_add_char(&text, '=');
        percent_encode(&text, field->value);
    }
    if (button != NULL && button->name != NULL) {
        text_add(&text, text.length == 0 ? "" : "&");
        percent_encode(&text, button->name);
        text_add_char(&text, '=');
        percent_encode(&text, button->value);
    }
    return text_done(&text);
}

static const char *file_read(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = arena_alloc(arena, FILE_SIZE_MAX);

    if (file == NULL)
        return NULL;
    size_t length = fread(bytes, 1, FILE_SIZE_MAX - 1, file);
    fclose(file);
    bytes[length] = 0;
    return bytes;
}

static const char *beside(struct journey *j, const char *name)
{
    const char *slash = strrchr(j->file, '/');

    return arena_format(j->arena, "%.*s/%s", slash == NULL ? 1 : (int)(slash - j->file), slash == NULL ? "." : j->file, name);
}

/* A file field's value names a file beside the journey. */
static const char *form_in_parts(struct journey *j, const struct html_form *form)
{
    struct text text = text_new(j->arena);

    for (size_t i = 0; i < form->fields.count; i++) {
        const struct html_field *field = &form->fields.at[i];
        const char *value = field->value;
        if (!field->is_sent)
            continue;
        text_add_format(&text, "--" CLIENT_BOUNDARY "\r\nContent-Disposition: form-data; name=\"%s\"", field->name);
        if (field->is_file)
            text_add_format(&text, "; filename=\"%s\"\r\nContent-Type: text/csv", value);
        if (field->is_file && value[0] != 0)
            value = file_read(j->arena, beside(j, value));
        if (value == NULL)
            return NULL;
        text_add_format(&text, "\r\n\r\n%s\r\n", value);
    }
    text_add(&text, "--" CLIENT_BOUNDARY "--\r\n");
    return text_done(&text);
}

static bool form_send(struct journey *j, const struct html_form *form, const struct html_button *button)
{
    const char *fields = form->has_parts ? form_in_parts(j, form) : form_encode(j, form, button);
    const char *action = button != NULL && button->action != NULL ? button->action : form->action;
    const char *path = action == NULL || action[0] == 0 ? j->path : action;

    if (fields == NULL)
        return no(j, "no such file beside", j->file);
    if (text_is(form->method, "post"))
        return ask(j, path, fields);
    return ask(j, arena_format(j->arena, "%.*s?%s", (int)strcspn(path, "?"), path, fields), NULL);
}

static bool submit(struct journey *j, const struct words *words)
{
    for (size_t i = 0; i < j->page.forms.count; i++) {
        struct html_form *form = &j->page.forms.at[i];
        for (size_t b = 0; b < form->buttons.count; b++) {
            if (!text_is(form->buttons.at[b].words, words->at[1]))
                continue;
            for (int w = 2; w < words->count; w++) {
                const char *equals = strchr(words->at[w], '=');
                if (equals == NULL)
                    return no(j, "not name=value", words->at[w]);
                const char *name = arena_copy(j->arena, words->at[w], (size_t)(equals - words->at[w]));
                if (!field_give(j, form, name, equals + 1))
                    return false;
            }
            return form_send(j, form, &form->buttons.at[b]);
        }
    }
    return no(j, "no button", words->at[1]);
}

/* The value of a hidden field of any form of the page shown. */
static const char *secret(const struct journey *j, const char *name)
{
    for (size_t i = 0; i < j->page.forms.count; i++)
        for (size_t f = 0; f < j->page.forms.at[i].fields.count; f++)
            if (text_is(j->page.forms.at[i].fields.at[f].name, name))
                return j->page.forms.at[i].fields.at[f].value;
    return "";
}

/* A form that this page does not show, sent from it all the same. */
static bool post(struct journey *j, const struct words *words)
{
    struct text text = text_new(j->arena);

    text_add_format(&text, "csrf=%s&once=%s-%d", secret(j, "csrf"), j->client->name, ++j->posted);
    for (int w = 2; w < words->count; w++) {
        const char *equals = strchr(words->at[w], '=');
        if (equals == NULL)
            return no(j, "not name=value", words->at[w]);
        text_add_format(&text, "&%.*s=", (int)(equals - words->at[w]), words->at[w]);
        percent_encode(&text, equals + 1);
    }
    const char *path = text_is(words->at[1], "kept") ? j->kept : words->at[1];
    return path == NULL ? no(j, "no page was kept", words->at[1]) : ask(j, path, text_done(&text));
}

static bool expect(struct journey *j, const struct words *words)
{
    return strstr(j->page.words, words->at[1]) != NULL || no(j, "not on the page", words->at[1]);
}

static bool expect_not(struct journey *j, const struct words *words)
{
    return strstr(j->page.words, words->at[2]) == NULL || no(j, "on the page", words->at[2]);
}

static bool expect_status(struct journey *j, const struct words *words)
{
    const char *status = arena_format(j->arena, "%d", j->answer.status);

    return text_is(status, words->at[2]) || no(j, "the status is", status);
}

static bool expect_page(struct journey *j, const struct words *words)
{
    return text_starts(j->path, words->at[2]) || no(j, "the page is", j->path);
}

/* The form with a password field: the first field that is typed gets the name. */
static bool log_in(struct journey *j, const struct words *words)
{
    j->client = client_of(j, words->at[3]);
    if (j->client == NULL || !ask(j, "/log-ind", NULL))
        return no(j, "nobody can log in", words->at[3]);
    for (size_t i = 0; i < j->page.forms.count; i++) {
        struct html_form *form = &j->page.forms.at[i];
        bool has_password = false, has_name = false;
        for (size_t f = 0; f < form->fields.count; f++) {
            struct html_field *field = &form->fields.at[f];
            if (field->is_password && !has_password)
                field->value = j->password;
            else if (!field->is_hidden && !field->is_password && !has_name)
                field->value = words->at[3];
            has_password = has_password || field->is_password;
            has_name = has_name || (!field->is_hidden && !field->is_password);
        }
        if (has_password && form_send(j, form, form->buttons.count == 1 ? form->buttons.at : NULL))
            return !text_starts(j->path, "/log-ind") || no(j, "not let in", words->at[3]);
    }
    return no(j, "no form to log in with", j->path);
}

static bool set_password(struct journey *j, const struct words *words)
{
    j->password = words->at[1];
    return true;
}

/* Before the first page the server starts at that time; afterwards the demo's clock is moved. */
static bool set_clock(struct journey *j, const struct words *words)
{
    const char *until = words->count > 2 ? arena_format(j->arena, "%sT%s", words->at[1], words->at[2]) : words->at[1];
    struct client nobody = { 0 };
    struct text form = text_new(j->arena);

    if (j->server.pid == 0) {
        j->now = until;
        return true;
    }
    text_add(&form, "til=");
    percent_encode(&form, until);
    struct client_answer answer = j->stage->ask(j->arena, &nobody, j->server.port, "/ur/frem", text_done(&form));
    return answer.status == 303 || no(j, "the clock cannot be moved to", until);
}

/* A command of the program on the store. What it asks for is the password; "./x" is a file beside the journey. */
static bool command_ends_well(struct journey *j, const struct words *words)
{
    const char *given[WORDS_MAX + 1] = { NULL };

    for (int i = 1; i < words->count; i++)
        given[i - 1] = text_starts(words->at[i], "./") ? beside(j, words->at[i] + 2) : words->at[i];
    return server_run(&j->server, given, j->password);
}

/* What the last command said. */
static const char *words_said(struct journey *j)
{
    const char *said = file_read(j->arena, arena_format(j->arena, "%s/said", j->server.folder));

    return said == NULL ? "" : said;
}

static bool prepare(struct journey *j, const struct words *words)
{
    return command_ends_well(j, words) || no(j, "the command failed", words_said(j));
}

static bool refuse(struct journey *j, const struct words *words)
{
    return !command_ends_well(j, words) || no(j, "the command was carried out", words->at[1]);
}

static bool said(struct journey *j, const struct words *words)
{
    return strstr(words_said(j), words->at[1]) != NULL || no(j, "the command said", words_said(j));
}

static bool said_not(struct journey *j, const struct words *words)
{
    return strstr(words_said(j), words->at[2]) == NULL || no(j, "the command said", words_said(j));
}

static const struct step {
    const char *words[3]; /* What the line begins with. */
    int least, most;      /* How many words it has. */
    bool (*act)(struct journey *j, const struct words *words);
} steps[] = {
    { { "log", "in", "as" }, 4, 4, log_in },
    { { "open", "kept" }, 2, 2, open_kept },
    { { "open" }, 2, 2, open_page },
    { { "keep" }, 1, 1, keep },
    { { "keep" }, 2, 2, keep_number },
    { { "follow" }, 2, 2, follow },
    { { "submit" }, 2, WORDS_MAX, submit },
    { { "post" }, 2, WORDS_MAX, post },
    { { "expect", "not" }, 3, 3, expect_not },
    { { "expect", "status" }, 3, 3, expect_status },
    { { "expect", "page" }, 3, 3, expect_page },
    { { "expect" }, 2, 2, expect },
    { { "clock" }, 2, 3, set_clock },
    { { "password" }, 2, 2, set_password },
    { { "prepare" }, 2, WORDS_MAX - 1, prepare },
    { { "refuse" }, 2, WORDS_MAX - 1, refuse },
    { { "said", "not" }, 3, 3, said_not },
    { { "said" }, 2, 2, said },
};

static bool is_step(const struct step *step, const struct words *words)
{
    for (int i = 0; i < 3 && step->words[i] != NULL; i++)
        if (i >= words->count || !text_is(words->at[i], step->words[i]))
            return false;
    return words->count >= step->least && words->count <= step->most;
}

/* One line. "as NAME ..." lets somebody else act, from here on or for that line. */
static bool play(struct journey *j, const char *line)
{
    struct words words = words_read(j->arena, with_numbers(j, line));

    if (words.count >= 2 && text_is(words.at[0], "as")) {
        j->client = client_of(j, words.at[1]);
        if (j->client == NULL)
            return no(j, "too many people", words.at[1]);
        words.count -= 2;
        memmove(words.at, words.at + 2, sizeof *words.at * (size_t)(WORDS_MAX - 2));
        if (words.count == 0)
            return true;
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (is_step(&steps[i], &words))
            return steps[i].act(j, &words);
    return no(j, "not a step", line);
}

/* Plays a file to its first failure: what follows builds on it. */
static bool lines_play(struct journey *j, const char *path)
{
    const char *all = file_read(j->arena, path);

    if (all == NULL)
        return no(j, "cannot be read", path);
    struct text_pieces lines = text_split(j->arena, all, '\n');
    for (size_t i = 0; i < lines.count; i++) {
        const char *line = text_trim(j->arena, lines.at[i]);
        if (line[0] == 0 || line[0] == '#' || play(j, line))
            continue;
        printf("# %s:%zu: %s\n#   %s\n", path, i + 1, line, j->why);
        if (j->page.words != NULL)
            printf("#   %d %s: %.*s\n", j->answer.status, j->path, EXCERPT, j->page.words);
        return false;
    }
    return true;
}

bool journey_play(const struct stage *stage, const char *program, const char *postgres, const char *path, int number)
{
    struct journey *j = calloc(1, sizeof *j);
    bool is_fine;

    if (j == NULL)
        return false;
    j->stage = stage;
    j->arena = arena_new(ARENA_SIZE);
    j->now = default_now;
    j->password = default_password;
    j->file = path;
    j->client = client_of(j, "stranger");
    is_fine = server_store(&j->server, program, postgres, number) || no(j, "no store", "init failed");
    is_fine = is_fine && lines_play(j, path);
    if (j->server.pid > 0 && !stage->stop(&j->server))
        is_fine = false;
    if (is_fine)
        server_forget(&j->server);
    else
        printf("#   the log is in %s\n", j->server.folder);
    arena_free(j->arena);
    free(j);
    return is_fine;
}
