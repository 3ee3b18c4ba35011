/* SPDX-License-Identifier: MIT
 * pdf.c: what Cairo 1.16 cannot say about a file: its language, that readers show its title, and both as XMP. A
 * PDF may be added to: new objects, a table of where they are, and a trailer that points back (ISO 32000-1,
 * 7.5.6). So a new catalog is added, and nothing that Cairo wrote is touched. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "letter/private.h"

/* The last place where `words` stand before `before`; NULL when nowhere. */
static const char *find_last(const char *bytes, size_t before, const char *words)
{
    size_t length = strlen(words);

    for (size_t at = before >= length ? before - length + 1 : 0; at-- > 0;)
        if (memcmp(bytes + at, words, length) == 0)
            return bytes + at;
    return NULL;
}

/* The number after `key` in a piece of text; -1 when it is not there. */
static long number_after(const char *text, const char *key)
{
    const char *at = text == NULL ? NULL : strstr(text, key);

    return at == NULL ? -1 : strtol(at + strlen(key), NULL, 10);
}

static void add_xml(struct text *xml, const char *words)
{
    for (; *words != 0; words++)
        switch (*words) {
        case '&': text_add(xml, "&amp;"); break;
        case '<': text_add(xml, "&lt;"); break;
        case '>': text_add(xml, "&gt;"); break;
        default: text_add_char(xml, *words);
        }
}

static const char *xmp(struct arena *arena, const char *title, const char *language)
{
    struct text xml = text_new(arena);

    text_add(&xml, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                   "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                   "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    add_xml(&xml, title);
    text_add_format(&xml, "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
                          "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n", language);
    return text_done(&xml);
}

/* The catalog's words between "N 0 obj" and its last ">>"; NULL when it is not as Cairo writes it. */
static const char *catalog_words(struct arena *arena, const struct text *pdf, long number)
{
    const char *begin = find_last(pdf->at, pdf->length, arena_format(arena, "\n%ld 0 obj\n", number));

    if (begin == NULL)
        return NULL;
    begin = strstr(begin, "<<");
    const char *end = begin == NULL ? NULL : strstr(begin, "endobj");
    const char *last = end == NULL ? NULL : find_last(begin, (size_t)(end - begin), ">>");
    return last == NULL ? NULL : arena_copy(arena, begin, (size_t)(last - begin));
}

void pdf_add_metadata(struct arena *arena, struct text *pdf, const char *title, const char *language)
{
    text_done(pdf);
    const char *trailer = find_last(pdf->at, pdf->length, "trailer");
    long before = number_after(trailer, "startxref\n"), size = number_after(trailer, "/Size ");
    long root = number_after(trailer, "/Root "), info = number_after(trailer, "/Info ");
    const char *catalog = root < 0 ? NULL : catalog_words(arena, pdf, root);
    const char *about = xmp(arena, title, language);

    if (catalog == NULL || before < 0 || size < 0 || info < 0)
        return;
    bool is_tagged = strstr(catalog, "/StructTreeRoot") != NULL && strstr(catalog, "/MarkInfo") == NULL;
    size_t catalog_at = pdf->length;
    text_add_format(pdf, "%ld 0 obj\n%s%s /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n   /Metadata %ld 0 R\n>>\nendobj\n",
                    root, catalog, is_tagged ? " /MarkInfo << /Marked true >>\n  " : "", language, size);
    size_t about_at = pdf->length;
    text_add_format(pdf, "%ld 0 obj\n<< /Type /Metadata /Subtype /XML /Length %zu >>\nstream\n%s\nendstream\nendobj\n", size,
                    strlen(about), about);
    size_t table_at = pdf->length;
    text_add_format(pdf, "xref\n%ld 1\n%010zu 00000 n \n%ld 1\n%010zu 00000 n \n", root, catalog_at, size, about_at);
    text_add_format(pdf, "trailer\n<< /Size %ld /Root %ld 0 R /Info %ld 0 R /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n", size + 1,
                    root, info, before, table_at);
}
