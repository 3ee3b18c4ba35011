/* SPDX-License-Identifier: MIT
 * set.c: setting a paper on pages with Pango and Cairo. Every text is flowed twice: once to count the pages, once
 * to draw them. Only fonts that we name are there, so that a letter looks the same on every machine and a sign
 * that none of them has is found out instead of printed as a box. Measures are points, 72 to the inch. */
#include "letter/private.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/check.h"
#include "base/list.h"

#define MILLIMETRES(n) ((n) * 72.0 / 25.4)
#define WHOLE_LAYOUT ((double)PANGO_SCALE)

static const double page_width = MILLIMETRES(210), page_height = MILLIMETRES(297);
static const double left = MILLIMETRES(25), right = MILLIMETRES(22), top = MILLIMETRES(22), bottom = MILLIMETRES(24);
/* Where the window of an envelope is; to be tried with the municipality's own envelopes. */
static const double window_top = MILLIMETRES(47), window_width = MILLIMETRES(85);
static const double facts_left = MILLIMETRES(130), letter_top = MILLIMETRES(98), sender_top = MILLIMETRES(13);
static const double list_indent = MILLIMETRES(6);

/* How a piece of text looks. */
struct look {
    const char *font;
    double space_before, space_after, line_spacing;
    const char *tag; /* In the structure of the file; NULL for what only stands around. */
};
#define FAMILIES "Noto Sans,Noto Naskh Arabic,Noto Sans Ethiopic,Noto Sans Myanmar"
enum look_kind { LOOK_TITLE, LOOK_HEADING, LOOK_TEXT, LOOK_NOTE, LOOK_SMALL, LOOK_SENDER, LOOK_ADDRESS, LOOK_COUNT };
static const struct look looks[LOOK_COUNT] = {
    [LOOK_TITLE] = { FAMILIES " Bold 15", 0, 10, 1.15, "H1" },
    [LOOK_HEADING] = { FAMILIES " Bold 11", 8, 3, 1.2, "H2" },
    [LOOK_TEXT] = { FAMILIES " 10.5", 0, 7, 1.25, "P" },
    [LOOK_NOTE] = { FAMILIES " 9.5", 0, 8, 1.2, "P" },
    [LOOK_SMALL] = { FAMILIES " 8.5", 0, 0, 1.15, NULL },
    [LOOK_SENDER] = { FAMILIES " Bold 12", 0, 0, 1.15, NULL },
    [LOOK_ADDRESS] = { FAMILIES " 10.5", 0, 0, 1.15, NULL },
};

static const char *const font_files[] = {
    LETTER_FONTS "/NotoSans-Regular.ttf",         LETTER_FONTS "/NotoSans-Bold.ttf",
    LETTER_FONTS "/NotoNaskhArabic-Regular.ttf",   LETTER_FONTS "/NotoNaskhArabic-Bold.ttf",
    LETTER_FONTS "/NotoSansEthiopic-Regular.ttf", LETTER_FONTS "/NotoSansEthiopic-Bold.ttf",
    LETTER_FONTS "/NotoSansMyanmar-Regular.ttf",  LETTER_FONTS "/NotoSansMyanmar-Bold.ttf",
};

struct setter {
    PangoFontMap *fonts;
    PangoFontDescription *descriptions[LOOK_COUNT];
    PangoAttrList *features, *features_larger;
};

struct setter *setter_open(void)
{
    static struct setter setter;
    FcConfig *config = FcConfigCreate();

    for (size_t i = 0; i < sizeof font_files / sizeof *font_files; i++)
        FcConfigAppFontAddFile(config, (const FcChar8 *)font_files[i]);
    setter.fonts = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(setter.fonts), config);
    for (int i = 0; i < LOOK_COUNT; i++) {
        PangoFontDescription *font = pango_font_description_from_string(looks[i].font);
        pango_font_description_set_absolute_size(font, pango_font_description_get_size(font)); /* A point is a unit. */
        setter.descriptions[i] = font;
    }
    /* Ligatures that only please the eye go: a reader of the file would take them for other letters. Those that
     * Arabic must have (lam-alef) stay. */
    setter.features = pango_attr_list_new();
    pango_attr_list_insert(setter.features, pango_attr_font_features_new("liga 0, dlig 0, clig 0"));
    setter.features_larger = pango_attr_list_copy(setter.features);
    pango_attr_list_insert(setter.features_larger, pango_attr_scale_new(1.12)); /* Arabic is drawn smaller than Latin. */
    return &setter;
}

/* --- a paper in progress --- */

struct setting {
    struct setter *setter;
    struct arena *arena;
    const struct paper *paper;
    cairo_t *cr;
    PangoContext *context;
    const struct paper_tongue *tongue; /* Of the part that is being set. */
    bool is_drawing;
    int page, page_count;
    double y;
    const char *no_glyph; /* The first text with a sign that no font has. */
};

/* A text within a width, in the direction of its language. */
static PangoLayout *layout_of(struct setting *s, const char *words, enum look_kind look, double width, bool is_right_to_left)
{
    pango_context_set_base_dir(s->context, is_right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    PangoLayout *layout = pango_layout_new(s->context);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_alignment(layout, is_right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_font_description(layout, s->setter->descriptions[look]);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout, (float)looks[look].line_spacing);
    pango_layout_set_text(layout, words, -1);
    pango_layout_set_attributes(layout, is_right_to_left ? s->setter->features_larger : s->setter->features);
    if (s->no_glyph == NULL && pango_layout_get_unknown_glyphs_count(layout) > 0)
        s->no_glyph = arena_dup(s->arena, words);
    return layout;
}

/* What does not flow: head, address, page numbers. Answers where it ends. */
static double put(struct setting *s, const char *words, enum look_kind look, double x, double y, double width)
{
    PangoLayout *layout = layout_of(s, words, look, width, false);
    int height;

    pango_layout_get_size(layout, NULL, &height);
    if (s->is_drawing) {
        cairo_move_to(s->cr, x, y);
        pango_cairo_show_layout(s->cr, layout);
    }
    g_object_unref(layout);
    return y + height / WHOLE_LAYOUT;
}

/* "Side 2 af 3", in the language of the part. */
static const char *page_words(struct setting *s)
{
    struct text words = text_new(s->arena);

    for (const char *at = s->tongue->page_of; *at != 0; at++)
        if (*at == '{' && (at[1] == '1' || at[1] == '2') && at[2] == '}') {
            text_add_int(&words, at[1] == '1' ? s->page : s->page_count);
            at += 2;
        } else {
            text_add_char(&words, *at);
        }
    return text_done(&words);
}

static void put_page_foot(struct setting *s)
{
    PangoLayout *layout = layout_of(s, page_words(s), LOOK_SMALL, page_width - left - right, s->tongue->is_right_to_left);

    if (s->is_drawing) {
        cairo_move_to(s->cr, left, page_height - bottom + MILLIMETRES(8));
        pango_cairo_show_layout(s->cr, layout);
    }
    g_object_unref(layout);
}

static void page_begin(struct setting *s)
{
    s->page++;
    s->y = top;
    if (s->paper->mark != NULL)
        put(s, s->paper->mark, LOOK_SENDER, left, MILLIMETRES(6), MILLIMETRES(160));
    put_page_foot(s);
}

static void page_end(struct setting *s)
{
    if (s->is_drawing)
        cairo_show_page(s->cr);
}

static void page_break(struct setting *s)
{
    page_end(s);
    page_begin(s);
}

/* --- what flows --- */

static void tag_begin(struct setting *s, const char *tag)
{
    if (s->is_drawing && tag != NULL)
        cairo_tag_begin(s->cr, tag, NULL);
}

static void tag_end(struct setting *s, const char *tag)
{
    if (s->is_drawing && tag != NULL)
        cairo_tag_end(s->cr, tag);
}

/* The dot of a list's point, where the language begins. */
static void put_dot(struct setting *s, double baseline)
{
    double x = s->tongue->is_right_to_left ? page_width - right - list_indent / 2 : left + list_indent / 2;

    if (s->is_drawing) {
        cairo_new_path(s->cr);
        cairo_arc(s->cr, x, baseline - 3.4, 1.3, 0, 6.2832);
        cairo_fill(s->cr);
    }
}

/* One line; on a new page when there is no room for it. A tag never crosses pages. Answers its baseline. */
static double flow_line(struct setting *s, PangoLayoutIter *iter, double x, const char *tag)
{
    PangoRectangle logical;
    int from, to;

    pango_layout_iter_get_line_extents(iter, NULL, &logical);
    pango_layout_iter_get_line_yrange(iter, &from, &to);
    double height = (to - from) / WHOLE_LAYOUT;
    if (s->y + height > page_height - bottom) {
        tag_end(s, tag);
        page_break(s);
        tag_begin(s, tag);
    }
    double baseline = s->y + (pango_layout_iter_get_baseline(iter) - from) / WHOLE_LAYOUT;
    if (s->is_drawing) {
        cairo_move_to(s->cr, x + logical.x / WHOLE_LAYOUT, baseline);
        pango_cairo_show_layout_line(s->cr, pango_layout_iter_get_line_readonly(iter));
    }
    s->y += height;
    return baseline;
}

/* A paragraph, or with an indent a point of a list. A heading takes three lines of room with it, so that it never stands alone at a page's end. */
static void flow(struct setting *s, const char *words, enum look_kind look, double indent)
{
    bool is_right_to_left = s->tongue->is_right_to_left;
    double width = page_width - left - right - indent, x = is_right_to_left ? left : left + indent;
    PangoLayout *layout = layout_of(s, words, look, width, is_right_to_left);
    PangoLayoutIter *iter = pango_layout_get_iter(layout);

    s->y += looks[look].space_before;
    if (look == LOOK_HEADING && s->y + 60 > page_height - bottom)
        page_break(s);
    tag_begin(s, looks[look].tag);
    double first = flow_line(s, iter, x, looks[look].tag);
    if (indent > 0)
        put_dot(s, first);
    while (pango_layout_iter_next_line(iter))
        flow_line(s, iter, x, looks[look].tag);
    tag_end(s, looks[look].tag);
    s->y += looks[look].space_after;
    pango_layout_iter_free(iter);
    g_object_unref(layout);
}

static void flow_point(struct setting *s, const char *words)
{
    flow(s, words, LOOK_TEXT, list_indent);
    s->y -= looks[LOOK_TEXT].space_after / 2;
}

/* The lines of one paragraph, gathered until it ends. */
static void flow_gathered(struct setting *s, struct text *lines)
{
    if (lines->length > 0)
        flow(s, text_done(lines), LOOK_TEXT, 0);
    *lines = text_new(s->arena);
}

static void flow_words(struct setting *s, const char *words)
{
    struct text_pieces lines = text_split(s->arena, words, '\n');
    struct text paragraph = text_new(s->arena);

    for (size_t i = 0; i < lines.count && s->page <= PAPER_PAGES_MAX; i++) {
        const char *line = lines.at[i];
        bool is_heading = text_starts(line, "# "), is_point = text_starts(line, "- ");
        bool is_break = text_is(line, "---"), is_blank = text_is_blank(line);
        if (is_heading || is_point || is_break || is_blank)
            flow_gathered(s, &paragraph);
        if (is_heading || is_point) {
            if (is_heading)
                flow(s, line + 2, LOOK_HEADING, 0);
            else
                flow_point(s, line + 2);
        } else if (is_break) {
            page_break(s);
        } else if (!is_blank) {
            if (paragraph.length > 0)
                text_add_char(&paragraph, '\n');
            text_add(&paragraph, line);
        }
    }
    flow_gathered(s, &paragraph);
}

/* --- the whole --- */

/* The head, the address in the window, and what stands beside it. */
static void put_letter_head(struct setting *s)
{
    const struct paper *paper = s->paper;
    double y = sender_top;

    if (paper->sender != NULL) {
        struct text_pieces lines = text_split(s->arena, paper->sender, '\n');
        for (size_t i = 0; i < lines.count; i++)
            y = put(s, lines.at[i], i == 0 ? LOOK_SENDER : LOOK_SMALL, facts_left, y, page_width - facts_left - MILLIMETRES(10));
    }
    if (paper->recipient != NULL)
        put(s, paper->recipient, LOOK_ADDRESS, left, window_top, window_width);
    bool is_above_window = paper->recipient != NULL && y + MILLIMETRES(5) < window_top;
    double facts_top = is_above_window ? window_top : y + MILLIMETRES(3);
    if (paper->facts != NULL)
        y = put(s, paper->facts, LOOK_SMALL, facts_left, facts_top, page_width - facts_left - MILLIMETRES(10));
    s->y = paper->recipient != NULL ? letter_top : y + MILLIMETRES(8);
}

static void set_part(struct setting *s, size_t number)
{
    const struct paper_part *part = &s->paper->parts[number];

    s->tongue = paper_tongue(part->language);
    pango_context_set_language(s->context, pango_language_from_string(part->language));
    page_begin(s);
    if (number == 0)
        put_letter_head(s);
    if (part->note != NULL)
        flow(s, part->note, LOOK_NOTE, 0);
    if (part->title != NULL)
        flow(s, part->title, LOOK_TITLE, 0);
    flow_words(s, part->words == NULL ? "" : part->words);
    page_end(s);
}

static void set_all(struct setting *s, bool is_drawing)
{
    s->is_drawing = is_drawing;
    s->page_count = s->page;
    s->page = 0;
    for (size_t i = 0; i < s->paper->part_count; i++)
        set_part(s, i);
}

static cairo_status_t add_bytes(void *out, const unsigned char *bytes, unsigned int length)
{
    text_add_bytes(out, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* A surface whose bytes depend on the paper alone: its date is the letter's. */
static cairo_surface_t *surface_of(struct arena *arena, const struct paper *paper, struct text *out)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(add_bytes, out, page_width, page_height);

    /* From 1.5 on Cairo writes what a ligature stands for, so that its words are found. */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper->name);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, instant_iso(arena, instant_of(paper->on, 12, 0, 0)));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Fodfæste");
    return surface;
}

static PangoContext *context_of(struct setter *setter)
{
    PangoContext *context = pango_font_map_create_context(setter->fonts);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_destroy(options);
    return context;
}

struct print setter_set(struct setter *setter, struct arena *arena, const struct paper *paper, struct text *out)
{
    cairo_surface_t *surface = surface_of(arena, paper, out);
    struct setting s = { .setter = setter, .arena = arena, .paper = paper, .cr = cairo_create(surface),
                         .context = context_of(setter), .tongue = paper_tongue(NULL) };

    check(paper->part_count >= 1 && paper->part_count <= PAPER_PARTS_MAX);
    cairo_tag_begin(s.cr, "Document", NULL);
    set_all(&s, false);
    struct print print = { .why = PAPER_FINE, .page_count = s.page };
    if (s.no_glyph != NULL)
        print = (struct print){ .why = PAPER_NO_GLYPH, .about = s.no_glyph };
    else if (s.page > PAPER_PAGES_MAX)
        print.why = PAPER_TOO_LONG;
    else
        set_all(&s, true);
    cairo_tag_end(s.cr, "Document");
    cairo_destroy(s.cr);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        print.why = PAPER_FAILED;
    cairo_surface_destroy(surface);
    g_object_unref(s.context);
    if (print.why == PAPER_FINE)
        pdf_add_metadata(arena, out, paper->name, paper->parts[0].language);
    return print;
}
