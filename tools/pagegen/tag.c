/* SPDX-License-Identifier: MIT
 * tag.c: what begins with <: start tags with their attributes, end tags, the doctype. */
#include <string.h>

#include "reader.h"

struct attribute {
    const char *name, *value; /* As written in the template, with its holes. */
};

struct tag {
    const char *name;
    struct place place;
    const struct element *element; /* NULL inside SVG. */
    LIST_OF(struct attribute) attributes;
    bool is_closed; /* Ends with /> */
};

/* White space in a tag, which may go over lines. */
static void skip_white(struct reader *r)
{
    for (reader_skip_space(r); reader_sees(r, "\n"); reader_skip_space(r))
        reader_step(r);
}

static const char *attribute_of(const struct tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->attributes.count; i++)
        if (text_is(tag->attributes.at[i].name, name))
            return tag->attributes.at[i].value;
    return NULL;
}

static void attribute_note(struct reader *r, struct tag *tag, struct place place, const char *name,
                           const char *value)
{
    if (attribute_of(tag, name) != NULL)
        mistake_add(r->mistakes, place, "%s= twice in <%s>, expected each attribute once", name, tag->name);
    *LIST_ADD(r->arena, &tag->attributes) = (struct attribute){ name, value };
}

static const struct open_element *innermost(const struct reader *r)
{
    return r->elements.count == 0 ? NULL : &r->elements.at[r->elements.count - 1];
}

/* What is wrong with the value of an attribute that leads somewhere, or NULL. */
static const char *url_mistake(const struct run *run)
{
    const char *value = run->text.at == NULL ? "" : run->text.at;

    for (size_t i = 0; i < run->holes.count; i++)
        if (text_is(run->holes.at[i].hole->name, "path") && (i > 0 || !text_starts(value, "{1}")))
            return "{path} inside an address, expected it first";
    if (run->holes.count > 0 && text_starts(value, "{1}") && text_is(run->holes.at[0].hole->name, "path"))
        return NULL;
    return url_is_fixed(value)
               ? NULL
               : "an address whose scheme is not fixed, expected /, #, ?, https://host/, mailto:, tel: or {path ...} first";
}

static void value_check(struct reader *r, const struct run *run, enum attribute_kind kind, const char *name)
{
    const char *why = kind == ATTRIBUTE_URL ? url_mistake(run) : NULL;

    if (kind == ATTRIBUTE_REFUSED)
        mistake_add(r->mistakes, run->place, "%s= is a place for code, expected a class or a data- attribute",
                    name);
    if (why != NULL)
        mistake_add(r->mistakes, run->place, "%s", why);
}

/* The quoted value at the reader, which stands on the quote; the raw text of it is returned. */
static const char *value_read(struct reader *r, const struct tag *tag, const char *name)
{
    enum attribute_kind kind = attribute_kind(name);
    enum hole_place where = kind == ATTRIBUTE_URL ? IN_URL : IN_ATTRIBUTE;
    struct place place = r->place;
    char quote = *r->at;
    struct run run;

    reader_step(r);
    run_begin(r, &run);
    const char *start = r->at;
    while (r->at < r->end && *r->at != quote) {
        if (*r->at == '{') {
            run_add_hole(r, &run, where);
        } else {
            run_add_char(&run, *r->at, false);
            reader_step(r);
        }
    }
    const char *raw = arena_copy(r->arena, start, (size_t)(r->at - start));
    if (r->at == r->end)
        mistake_add(r->mistakes, place, "a value that does not end, expected %c", quote);
    else
        reader_step(r);
    value_check(r, &run, kind, name);
    bool is_quiet = innermost(r) != NULL && innermost(r)->is_quiet;
    run_write(r, &run, where, kind == ATTRIBUTE_MESSAGE && !is_quiet && !text_is(tag->name, "link"));
    return raw;
}

static void attribute_read(struct reader *r, struct tag *tag)
{
    struct place place = r->place;
    const char *name = reader_name(r, "-_:");

    if (*name == 0) {
        mistake_add(r->mistakes, place, "a character in <%s>, expected an attribute, {hole} or >", tag->name);
        reader_step(r);
        return;
    }
    skip_white(r);
    reader_add_markup(r, place, arena_format(r->arena, " %s", name));
    if (!reader_sees(r, "=")) {
        attribute_note(r, tag, place, name, "");
        return;
    }
    reader_step(r);
    skip_white(r);
    if (!reader_sees(r, "\"") && !reader_sees(r, "'")) {
        mistake_add(r->mistakes, r->place, "%s= without quotes, expected \"", name);
        const char *stops = reader_sees(r, "{") ? "}\n" : " \t\n>";
        while (r->at < r->end && strchr(stops, *r->at) == NULL)
            reader_step(r);
        if (reader_sees(r, "}"))
            reader_step(r);
        return;
    }
    reader_add_markup(r, place, "=\"");
    attribute_note(r, tag, place, name, value_read(r, tag, name));
    reader_add_markup(r, place, "\"");
}

/* A hole beside the attributes. Its attribute counts as one of the tag's. */
static void tag_hole_read(struct reader *r, struct tag *tag)
{
    struct node hole;

    if (hole_read(r, &hole, IN_TAG) == NULL)
        return;
    if (hole.word != NULL && (*hole.word == 0 || attribute_kind(hole.word) != ATTRIBUTE_PLAIN))
        mistake_add(r->mistakes, hole.place, "{attribute %s}, expected a plain attribute's name", hole.word);
    const char *name = hole.word != NULL ? hole.word : hole.hole->attribute;
    attribute_note(r, tag, hole.place, arena_copy(r->arena, name, strcspn(name, "=")), "{}");
    *LIST_ADD(r->arena, &r->file.nodes) = hole;
}

static bool is_field(const struct tag *tag)
{
    static const char *const buttons[] = { "hidden", "submit", "button", "image", "reset" };
    const char *type = attribute_of(tag, "type");

    if (tag->element == NULL || !(tag->element->flags & ELEMENT_FIELD))
        return false;
    for (size_t i = 0; type != NULL && i < sizeof buttons / sizeof *buttons; i++)
        if (text_is(type, buttons[i]))
            return false;
    return true;
}

/* What a reader of the page would miss: alt on pictures, labels on fields. */
static void tag_check(struct reader *r, const struct tag *tag)
{
    bool is_inside_label = innermost(r) != NULL && innermost(r)->is_label;
    bool has_name = attribute_of(tag, "aria-label") != NULL || attribute_of(tag, "aria-labelledby") != NULL;
    const char *label_for = attribute_of(tag, "for");

    if (text_is(tag->name, "img") && attribute_of(tag, "alt") == NULL)
        mistake_add(r->mistakes, tag->place, "<img> without alt, expected alt=\"\" or words");
    if (text_is(tag->name, "label") && label_for != NULL)
        *LIST_ADD(r->arena, &r->label_ids) = label_for;
    if (is_field(tag) && !is_inside_label && !has_name)
        *LIST_ADD(r->arena, &r->fields) = (struct field){ tag->place, tag->name, attribute_of(tag, "id") };
    if (tag->element != NULL && tag->element->flags & ELEMENT_REFUSED)
        mistake_add(r->mistakes, tag->place, "<%s>, expected markup without it", tag->name);
}

static void element_open(struct reader *r, const struct tag *tag)
{
    struct open_element inside = innermost(r) != NULL ? *innermost(r) : (struct open_element){ 0 };
    const char *translate = attribute_of(tag, "translate");
    unsigned flags = tag->element == NULL ? 0 : tag->element->flags;

    *LIST_ADD(r->arena, &r->elements) = (struct open_element){
        .name = tag->name,
        .element = tag->element,
        .place = tag->place,
        .keeps = inside.keeps || flags & ELEMENT_KEEPS,
        .is_foreign = inside.is_foreign || flags & ELEMENT_FOREIGN,
        .is_quiet = inside.is_quiet || flags & ELEMENT_QUIET || (translate != NULL && text_is(translate, "no")),
        .is_label = inside.is_label || text_is(tag->name, "label"),
    };
}

static enum edge edge_of(const struct element *element)
{
    return element != NULL && element->flags & ELEMENT_INLINE ? EDGE_INLINE : EDGE_BLOCK;
}

static void start_tag_read(struct reader *r)
{
    struct tag tag = { .place = r->place };

    reader_step(r);
    tag.name = reader_name(r, "-");
    tag.element = element_find(tag.name);
    bool is_foreign = innermost(r) != NULL && innermost(r)->is_foreign;
    if (tag.element == NULL && !is_foreign)
        mistake_add(r->mistakes, tag.place, "<%s>, expected an element of HTML", tag.name);
    run_flush(r, edge_of(tag.element));
    reader_add_markup(r, tag.place, arena_format(r->arena, "<%s", tag.name));

    for (skip_white(r); r->at < r->end && *r->at != '>'; skip_white(r)) {
        if (reader_sees(r, "/>")) {
            tag.is_closed = true;
            reader_step(r);
            break;
        }
        if (*r->at == '<')
            break;
        if (*r->at == '{')
            tag_hole_read(r, &tag);
        else
            attribute_read(r, &tag);
    }
    if (reader_sees(r, ">"))
        reader_step(r);
    else
        mistake_add(r->mistakes, tag.place, "<%s that does not end, expected >", tag.name);

    tag_check(r, &tag);
    bool is_void = tag.element != NULL && tag.element->flags & ELEMENT_VOID;
    if (tag.is_closed && !is_void && !is_foreign)
        mistake_add(r->mistakes, tag.place, "<%s/>, expected <%s></%s>", tag.name, tag.name, tag.name);
    reader_add_markup(r, tag.place, tag.is_closed && is_foreign ? "/>" : ">");
    if (tag.element != NULL && tag.element->flags & ELEMENT_KEEPS)
        reader_add_markup(r, tag.place, "\n"); /* The parser drops the first newline, not the text's. */
    if (!is_void && !tag.is_closed)
        element_open(r, &tag);
    run_begin(r, &r->run);
}

void elements_close(struct reader *r, size_t keep, const char *where)
{
    while (r->elements.count > keep) {
        const struct open_element *open = &r->elements.at[--r->elements.count];
        mistake_add(r->mistakes, open->place, "<%s> is not closed, expected </%s> before %s", open->name,
                    open->name, where);
    }
}

static void end_tag_read(struct reader *r)
{
    struct place place = r->place;
    size_t base = r->blocks.count == 0 ? 0 : r->blocks.at[r->blocks.count - 1].element_count;

    reader_skip(r, 2);
    const char *name = reader_name(r, "-");
    const struct element *element = element_find(name);
    run_flush(r, edge_of(element));
    skip_white(r);
    if (reader_sees(r, ">"))
        reader_step(r);
    else
        mistake_add(r->mistakes, place, "</%s that does not end, expected >", name);
    run_begin(r, &r->run);

    size_t found = r->elements.count;
    while (found > base && !text_is(r->elements.at[found - 1].name, name))
        found--;
    if (found == base) {
        const char *open = r->elements.count > base ? innermost(r)->name : NULL;
        mistake_add(r->mistakes, place, "</%s> closes nothing here, expected %s%s%s", name,
                    open != NULL ? "</" : "no end tag", open != NULL ? open : "", open != NULL ? ">" : "");
        return;
    }
    elements_close(r, found, arena_format(r->arena, "</%s>", name));
    r->elements.count--;
    reader_add_markup(r, place, arena_format(r->arena, "</%s>", name));
}

static void doctype_read(struct reader *r)
{
    run_flush(r, EDGE_BLOCK);
    if (!reader_sees(r, "<!DOCTYPE html>") && !reader_sees(r, "<!doctype html>")) {
        mistake_add(r->mistakes, r->place, "<!, expected <!DOCTYPE html>, or a line with # for a comment");
        while (r->at < r->end && *r->at != '>')
            reader_step(r);
        reader_step(r);
        return;
    }
    reader_add_markup(r, r->place, "<!DOCTYPE html>");
    reader_skip(r, strlen("<!DOCTYPE html>"));
    run_begin(r, &r->run);
}

void tag_read(struct reader *r)
{
    reader_expect_page(r, r->place, "HTML");
    if (reader_sees(r, "</"))
        end_tag_read(r);
    else if (reader_sees(r, "<!"))
        doctype_read(r);
    else if (r->end - r->at > 1 && ((r->at[1] >= 'a' && r->at[1] <= 'z') || (r->at[1] >= 'A' && r->at[1] <= 'Z')))
        start_tag_read(r);
    else {
        mistake_add(r->mistakes, r->place, "< without a name, expected an element (or &lt; for the sign)");
        reader_step(r);
    }
    r->is_line_start = false;
}
