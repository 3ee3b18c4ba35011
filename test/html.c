/* SPDX-License-Identifier: MIT
 * html.c: one pass over the tags; what is open (form, link, button, select, text area) is remembered. */
#include "html.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/list.h"
#include "base/text.h"

enum { ATTRIBUTES_MAX = 32, ENTITY_LENGTH_MAX = 8 };

struct attribute {
    const char *name, *value;
};

struct tag {
    const char *name; /* With a slash for an end tag. */
    struct attribute at[ATTRIBUTES_MAX];
    size_t count;
};

struct reader {
    struct arena *arena;
    const char *p;
    struct html_page page;
    struct text words;       /* Of the page. */
    bool is_in_form;
    struct html_form form;
    struct text open;        /* Words since the last opening of link, button, option or text area. */
    const char *link_path;   /* Not NULL inside a link. */
    struct html_button button;
    struct html_field field; /* The select or text area that is open. */
    const char *option;      /* Its value attribute, "" for none given. */
    bool is_option_selected, has_option;
};

static void add_letter(struct text *text, uint32_t letter)
{
    if (letter < 0x80) {
        text_add_char(text, (char)letter);
    } else if (letter < 0x800) {
        text_add_char(text, (char)(0xc0 | letter >> 6));
        text_add_char(text, (char)(0x80 | (letter & 0x3f)));
    } else {
        text_add_char(text, (char)(0xe0 | letter >> 12));
        text_add_char(text, (char)(0x80 | (letter >> 6 & 0x3f)));
        text_add_char(text, (char)(0x80 | (letter & 0x3f)));
    }
}

/* The entity at `p` (an ampersand) into `text`; how many bytes it took. */
static size_t add_entity(struct text *text, const char *p)
{
    static const struct {
        const char *name;
        uint32_t letter;
    } entities[] = { { "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "quot;", '"' }, { "apos;", '\'' }, { "nbsp;", ' ' }, { "shy;", 0 } };

    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (!text_starts(p + 1, entities[i].name))
            continue;
        if (entities[i].letter != 0)
            add_letter(text, entities[i].letter);
        return 1 + strlen(entities[i].name);
    }
    if (p[1] == '#') {
        char *end;
        bool is_hex = p[2] == 'x' || p[2] == 'X';
        unsigned long letter = strtoul(p + (is_hex ? 3 : 2), &end, is_hex ? 16 : 10);
        if (*end == ';' && end - p <= ENTITY_LENGTH_MAX + 3 && letter > 0 && letter < 0x10000) {
            add_letter(text, (uint32_t)letter);
            return (size_t)(end + 1 - p);
        }
    }
    text_add_char(text, '&');
    return 1;
}

static const char *decode(struct arena *arena, const char *p, size_t length)
{
    struct text text = text_new(arena);

    for (const char *end = p + length; p < end;) {
        if (*p == '&')
            p += add_entity(&text, p);
        else
            text_add_char(&text, *p++);
    }
    return text_done(&text);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* White space as one space, none at the ends. */
static const char *squeeze(struct arena *arena, const char *words)
{
    struct text text = text_new(arena);

    for (; *words != 0; words++) {
        if (!is_space(*words))
            text_add_char(&text, *words);
        else if (text.length > 0 && text.at[text.length - 1] != ' ')
            text_add_char(&text, ' ');
    }
    return text_trim(arena, text_done(&text));
}

static const char *attribute(const struct tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->count; i++)
        if (text_is(tag->at[i].name, name))
            return tag->at[i].value;
    return NULL;
}

static const char *attribute_or(const struct tag *tag, const char *name, const char *otherwise)
{
    const char *value = attribute(tag, name);

    return value == NULL ? otherwise : value;
}

static const char *lower(struct arena *arena, const char *p, size_t length)
{
    char *copy = arena_copy(arena, p, length);

    for (size_t i = 0; i < length; i++)
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] - 'A' + 'a');
    return copy;
}

static void attribute_read(struct reader *reader, struct tag *tag)
{
    size_t length = strcspn(reader->p, " \t\r\n=>/");
    struct attribute found = { lower(reader->arena, reader->p, length), "" };

    reader->p += length == 0 ? 1 : length;
    if (*reader->p == '=') {
        char quote = *++reader->p;
        bool is_quoted = quote == '"' || quote == '\'';
        const char ends[2] = { quote, 0 };
        reader->p += is_quoted;
        length = strcspn(reader->p, is_quoted ? ends : " \t\r\n>");
        found.value = decode(reader->arena, reader->p, length);
        reader->p += length;
        reader->p += is_quoted && *reader->p != 0;
    }
    if (found.name[0] != 0 && tag->count < ATTRIBUTES_MAX)
        tag->at[tag->count++] = found;
}

/* The tag at `<`. */
static struct tag tag_read(struct reader *reader)
{
    size_t length = strcspn(++reader->p, " \t\r\n>");
    struct tag tag = { .name = lower(reader->arena, reader->p, length) };

    reader->p += length;
    while (*reader->p != 0 && *reader->p != '>') {
        reader->p += strspn(reader->p, " \t\r\n/");
        if (*reader->p != 0 && *reader->p != '>')
            attribute_read(reader, &tag);
    }
    reader->p += *reader->p == '>';
    return tag;
}

static void field_add(struct reader *reader, struct html_field field)
{
    if (reader->is_in_form && field.name != NULL && field.name[0] != 0)
        *LIST_ADD(reader->arena, &reader->form.fields) = field;
}

static void form_begin(struct reader *reader, const struct tag *tag)
{
    reader->is_in_form = true;
    reader->form = (struct html_form){ .method = attribute_or(tag, "method", "get"), .action = attribute(tag, "action"),
                                       .has_parts = text_is(attribute_or(tag, "enctype", ""), "multipart/form-data") };
}

static void form_end(struct reader *reader, const struct tag *tag)
{
    (void)tag;
    if (reader->is_in_form)
        *LIST_ADD(reader->arena, &reader->page.forms) = reader->form;
    reader->is_in_form = false;
}

static void input(struct reader *reader, const struct tag *tag)
{
    const char *type = attribute_or(tag, "type", "text");
    bool is_choice = text_is(type, "checkbox") || text_is(type, "radio");

    if (text_is(type, "submit")) {
        *LIST_ADD(reader->arena, &reader->form.buttons) = (struct html_button){
            attribute_or(tag, "value", ""), attribute(tag, "name"), attribute_or(tag, "value", ""), attribute(tag, "formaction"),
        };
        return;
    }
    field_add(reader, (struct html_field){
        .name = attribute(tag, "name"),
        .value = attribute_or(tag, "value", is_choice ? "on" : ""),
        .is_password = text_is(type, "password"),
        .is_hidden = text_is(type, "hidden"),
        .is_file = text_is(type, "file"),
        .is_choice = is_choice,
        .is_radio = text_is(type, "radio"),
        .is_sent = attribute(tag, "disabled") == NULL && (!is_choice || attribute(tag, "checked") != NULL),
    });
}

static void words_begin(struct reader *reader)
{
    reader->open = text_new(reader->arena);
}

static const char *words_end(struct reader *reader)
{
    return squeeze(reader->arena, text_done(&reader->open));
}

static void link_begin(struct reader *reader, const struct tag *tag)
{
    reader->link_path = attribute(tag, "href");
    words_begin(reader);
}

static void link_end(struct reader *reader, const struct tag *tag)
{
    (void)tag;
    if (reader->link_path != NULL)
        *LIST_ADD(reader->arena, &reader->page.links) = (struct html_link){ words_end(reader), reader->link_path };
    reader->link_path = NULL;
}

static void button_begin(struct reader *reader, const struct tag *tag)
{
    reader->button = (struct html_button){ .name = attribute(tag, "name"), .value = attribute_or(tag, "value", ""),
                                            .action = attribute(tag, "formaction") };
    words_begin(reader);
}

static void button_end(struct reader *reader, const struct tag *tag)
{
    (void)tag;
    reader->button.words = words_end(reader);
    if (reader->is_in_form)
        *LIST_ADD(reader->arena, &reader->form.buttons) = reader->button;
}

static void area_begin(struct reader *reader, const struct tag *tag)
{
    reader->field = (struct html_field){ .name = attribute(tag, "name"), .is_sent = true };
    words_begin(reader);
}

static void area_end(struct reader *reader, const struct tag *tag)
{
    (void)tag;
    const char *typed = text_done(&reader->open);
    reader->field.value = *typed == '\n' ? typed + 1 : typed;
    words_begin(reader); /* What follows is no longer typed. */
    field_add(reader, reader->field);
}

static void select_begin(struct reader *reader, const struct tag *tag)
{
    reader->field = (struct html_field){ .name = attribute(tag, "name"), .value = "", .is_sent = false };
    reader->has_option = false;
}

/* The option before ends where the next begins: its value is its attribute, or its words. */
static void option_end(struct reader *reader, const struct tag *tag)
{
    (void)tag;
    if (reader->has_option && (reader->is_option_selected || !reader->field.is_sent)) {
        reader->field.value = reader->option == NULL ? words_end(reader) : reader->option;
        reader->field.is_sent = true;
    }
    reader->has_option = false;
}

static void option_begin(struct reader *reader, const struct tag *tag)
{
    option_end(reader, tag);
    reader->option = attribute(tag, "value");
    reader->is_option_selected = attribute(tag, "selected") != NULL;
    reader->has_option = true;
    words_begin(reader);
}

static void select_end(struct reader *reader, const struct tag *tag)
{
    option_end(reader, tag);
    field_add(reader, reader->field);
}

/* What stands in a script or style is not for people. */
static void skip(struct reader *reader, const struct tag *tag)
{
    const char *end = arena_format(reader->arena, "</%s", tag->name);

    while (*reader->p != 0 && strncasecmp(reader->p, end, strlen(end)) != 0)
        reader->p++;
}

static const struct {
    const char *tag;
    void (*act)(struct reader *reader, const struct tag *tag);
} acts[] = {
    { "form", form_begin }, { "/form", form_end }, { "input", input }, { "a", link_begin }, { "/a", link_end },
    { "button", button_begin }, { "/button", button_end }, { "textarea", area_begin }, { "/textarea", area_end },
    { "select", select_begin }, { "/select", select_end }, { "option", option_begin }, { "/option", option_end },
    { "script", skip }, { "style", skip },
};

/* Tags inside a line of text; the others part words. */
static bool is_inline(const char *name)
{
    static const char *const names[] = { "a", "b", "i", "em", "strong", "span", "bdi", "time", "abbr", "small", "mark" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(names[i], name + (*name == '/')))
            return true;
    return false;
}

static void add_words(struct reader *reader, const char *words)
{
    text_add(&reader->words, words);
    if (reader->open.arena != NULL)
        text_add(&reader->open, words);
}

static void tag_act(struct reader *reader)
{
    struct tag tag = tag_read(reader);

    if (!is_inline(tag.name))
        add_words(reader, " ");
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (text_is(acts[i].tag, tag.name))
            acts[i].act(reader, &tag);
}

struct html_page html_read(struct arena *arena, const char *html)
{
    struct reader reader = { .arena = arena, .p = html, .words = text_new(arena) };

    while (*reader.p != 0) {
        if (text_starts(reader.p, "<!--")) {
            const char *end = strstr(reader.p, "-->");
            reader.p = end == NULL ? reader.p + strlen(reader.p) : end + 3;
        } else if (*reader.p == '<') {
            tag_act(&reader);
        } else {
            size_t length = strcspn(reader.p, "<");
            add_words(&reader, decode(arena, reader.p, length));
            reader.p += length;
        }
    }
    reader.page.words = squeeze(arena, text_done(&reader.words));
    return reader.page;
}
