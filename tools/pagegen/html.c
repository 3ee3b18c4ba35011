/* SPDX-License-Identifier: MIT
 * html.c: the tables of html.h. */
#include "html.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"

static const struct element elements[] = {
    { "a", ELEMENT_INLINE },
    { "abbr", ELEMENT_INLINE },
    { "address", 0 },
    { "article", 0 },
    { "aside", 0 },
    { "b", ELEMENT_INLINE },
    { "bdi", ELEMENT_INLINE },
    { "blockquote", 0 },
    { "body", 0 },
    { "br", ELEMENT_VOID },
    { "button", ELEMENT_INLINE },
    { "caption", 0 },
    { "cite", ELEMENT_INLINE },
    { "code", ELEMENT_INLINE | ELEMENT_QUIET },
    { "col", ELEMENT_VOID },
    { "colgroup", 0 },
    { "data", ELEMENT_INLINE },
    { "datalist", 0 },
    { "dd", 0 },
    { "del", ELEMENT_INLINE },
    { "details", 0 },
    { "dialog", 0 },
    { "div", 0 },
    { "dl", 0 },
    { "dt", 0 },
    { "em", ELEMENT_INLINE },
    { "fieldset", 0 },
    { "figcaption", 0 },
    { "figure", 0 },
    { "footer", 0 },
    { "form", 0 },
    { "h1", 0 },
    { "h2", 0 },
    { "h3", 0 },
    { "h4", 0 },
    { "head", 0 },
    { "header", 0 },
    { "hgroup", 0 },
    { "hr", ELEMENT_VOID },
    { "html", 0 },
    { "i", ELEMENT_INLINE },
    { "iframe", ELEMENT_REFUSED },
    { "img", ELEMENT_VOID | ELEMENT_INLINE },
    { "input", ELEMENT_VOID | ELEMENT_INLINE | ELEMENT_FIELD },
    { "ins", ELEMENT_INLINE },
    { "kbd", ELEMENT_INLINE | ELEMENT_QUIET },
    { "label", ELEMENT_INLINE },
    { "legend", 0 },
    { "li", 0 },
    { "link", ELEMENT_VOID },
    { "main", 0 },
    { "mark", ELEMENT_INLINE },
    { "menu", 0 },
    { "meta", ELEMENT_VOID },
    { "meter", ELEMENT_INLINE | ELEMENT_FIELD },
    { "nav", 0 },
    { "noscript", 0 },
    { "ol", 0 },
    { "optgroup", 0 },
    { "option", 0 },
    { "output", ELEMENT_INLINE },
    { "p", 0 },
    { "pre", ELEMENT_KEEPS },
    { "progress", ELEMENT_INLINE | ELEMENT_FIELD },
    { "q", ELEMENT_INLINE },
    { "s", ELEMENT_INLINE },
    { "script", ELEMENT_EMPTY },
    { "search", 0 },
    { "section", 0 },
    { "select", ELEMENT_INLINE | ELEMENT_FIELD },
    { "small", ELEMENT_INLINE },
    { "span", ELEMENT_INLINE },
    { "strong", ELEMENT_INLINE },
    { "style", ELEMENT_REFUSED },
    { "sub", ELEMENT_INLINE },
    { "summary", 0 },
    { "sup", ELEMENT_INLINE },
    { "svg", ELEMENT_FOREIGN },
    { "table", 0 },
    { "tbody", 0 },
    { "td", 0 },
    { "template", ELEMENT_REFUSED },
    { "textarea", ELEMENT_INLINE | ELEMENT_FIELD | ELEMENT_KEEPS },
    { "tfoot", 0 },
    { "th", 0 },
    { "thead", 0 },
    { "time", ELEMENT_INLINE },
    { "title", 0 },
    { "tr", 0 },
    { "u", ELEMENT_INLINE },
    { "ul", 0 },
    { "wbr", ELEMENT_VOID | ELEMENT_INLINE },
};

const struct element *element_find(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (text_is(elements[i].name, name))
            return &elements[i];
    return NULL;
}

/* A name that ends in - stands for all that begin so. */
static const struct {
    const char *name;
    enum attribute_kind kind;
} attributes[] = {
    { "href", ATTRIBUTE_URL },
    { "action", ATTRIBUTE_URL },
    { "src", ATTRIBUTE_URL },
    { "formaction", ATTRIBUTE_URL },
    { "poster", ATTRIBUTE_URL },
    { "cite", ATTRIBUTE_URL },
    { "data-href", ATTRIBUTE_URL },
    { "alt", ATTRIBUTE_MESSAGE },
    { "title", ATTRIBUTE_MESSAGE },
    { "placeholder", ATTRIBUTE_MESSAGE },
    { "aria-label", ATTRIBUTE_MESSAGE },
    { "aria-description", ATTRIBUTE_MESSAGE },
    { "data-say-", ATTRIBUTE_MESSAGE },
    { "data-l", ATTRIBUTE_MESSAGE }, /* The column's name in front of a cell on a phone. */
    { "style", ATTRIBUTE_REFUSED },
    { "srcdoc", ATTRIBUTE_REFUSED },
    { "srcset", ATTRIBUTE_REFUSED },
    { "ping", ATTRIBUTE_REFUSED },
    { "xlink:href", ATTRIBUTE_REFUSED },
    { "http-equiv", ATTRIBUTE_REFUSED },
};

enum attribute_kind attribute_kind(const char *name)
{
    if (name[0] == 'o' && name[1] == 'n') /* onclick and its hundred sisters. */
        return ATTRIBUTE_REFUSED;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *row = attributes[i].name;
        bool is_family = row[strlen(row) - 1] == '-';
        if (is_family ? text_starts(name, row) : text_is(name, row))
            return attributes[i].kind;
    }
    return ATTRIBUTE_PLAIN;
}

bool url_is_fixed(const char *value)
{
    static const char secure[] = "https://";

    if (value[0] == '#' || value[0] == '?')
        return true;
    if (value[0] == '/') /* Two slashes, or a backslash, would name a host. */
        return value[1] != '/' && value[1] != '\\';
    if (text_starts(value, "mailto:") || text_starts(value, "tel:"))
        return true;
    if (!text_starts(value, secure))
        return false;
    size_t host = strcspn(value + sizeof secure - 1, "/{");
    return host > 0 && value[sizeof secure - 1 + host] == '/';
}
