/* SPDX-License-Identifier: MIT
 * words.c: what each side has said about each criterion, in the language of the reader. */
#include "proposal/words.h"

#include "base/text.h"
#include "law/glossary.h"
#include "workplace/workplace.h"

enum { BAR_FULL = 2500, BAR_WIDTH = 105, STORED_PARTS = 6, POINT = SCORE_FULL / 100 };

/* What the words are made from. */
struct told {
    struct arena *arena;
    enum language language;
    const struct proposal_market *market;
    const struct seeking *seeking;
    const struct offered *offered;
    struct finding mark;
};
struct sides {
    const char *hers, *theirs;
};

static const char *unsaid(const struct told *t)
{
    return say(t->language, "ikke oplyst");
}

static const char *or_unsaid(const struct told *t, const char *words)
{
    return text_is_blank(words) ? unsaid(t) : words;
}

static const char *number(const struct told *t, int64_t n)
{
    return arena_format(t->arena, "%lld", (long long)n);
}

static const char *clock(const struct told *t, int64_t minute)
{
    return arena_format(t->arena, "%d.%02d", (int)(minute / 60), (int)(minute % 60));
}

static const char *label(const struct told *t, const char *list, const char *code)
{
    return glossary_label_or_code((int)t->language, list, code);
}

/* The labels of codes between commas, of whichever of two lists they are in. */
static const char *labels(const struct told *t, const char *list, const char *other, const char *codes)
{
    struct text_pieces pieces = text_split(t->arena, codes, ',');
    struct text out = text_new(t->arena);

    for (size_t i = 0; i < pieces.count; i++) {
        const char *code = text_trim(t->arena, pieces.at[i]);
        if (*code == 0)
            continue;
        const char *words = glossary_label((int)t->language, list, code);
        if (out.length > 0)
            text_add(&out, ", ");
        text_add(&out, words != NULL ? words : label(t, other, code));
    }
    return text_done(&out);
}

static struct sides say_target(const struct told *t)
{
    const struct proposal_seeker *row = &t->seeking->row;
    const char *for_whom = labels(t, "law_basis", "readiness", t->offered->row.targets);

    return (struct sides){ arena_format(t->arena, "%s, %s", label(t, "law_basis", row->law_basis),
                                        label(t, "readiness", row->readiness)),
                           *for_whom == 0 ? say(t->language, "for alle") : for_whom };
}

static struct sides say_loads(const struct told *t)
{
    const struct proposal_seeker *row = &t->seeking->row;
    const char *cannot = work_bits_words(t->arena, (int)t->language, "work_load", row->cannot);
    const char *careful = work_bits_words(t->arena, (int)t->language, "work_load", row->careful);
    const char *theirs = work_bits_words(t->arena, (int)t->language, "work_load", t->offered->row.loads);
    const char *hers = t->mark.is_missing ? unsaid(t) : say(t->language, "ingen hensyn");

    if (*cannot != 0 && *careful != 0)
        hers = say_with(t->arena, t->language, "kan ikke: {1}; skånes for: {2}", cannot, careful, NULL);
    else if (*cannot != 0)
        hers = say_with(t->arena, t->language, "kan ikke: {1}", cannot, NULL);
    else if (*careful != 0)
        hers = say_with(t->arena, t->language, "skånes for: {1}", careful, NULL);
    return (struct sides){ hers, *theirs == 0 ? say(t->language, "intet særligt") : theirs };
}

static const char *level(const struct told *t, int64_t at)
{
    return at < 0 ? unsaid(t) : label(t, "danish_skill", number(t, at));
}

static struct sides say_language(const struct told *t)
{
    const struct proposal_seeker *row = &t->seeking->row;
    const struct proposal_opening *place = &t->offered->row;
    const char *hers = say_with(t->arena, t->language, "taler {1}, skriver {2}", level(t, row->oral), level(t, row->written), NULL);

    if (place->oral <= 0 && place->written <= 0)
        return (struct sides){ hers, say(t->language, "intet krav") };
    if (place->written <= 0)
        return (struct sides){ hers, say_with(t->arena, t->language, "kravet er at tale {1}", level(t, place->oral), NULL) };
    return (struct sides){ hers, say_with(t->arena, t->language, "kravet er at tale {1} og skrive {2}",
                                          level(t, place->oral < 0 ? 0 : place->oral), level(t, place->written), NULL) };
}

static const char *hours(const struct told *t, int64_t min, int64_t max)
{
    if (max == 0)
        return unsaid(t);
    if (min == max || min == 0)
        return say_with(t->arena, t->language, "{1} timer", say_number(t->arena, t->language, max), NULL);
    return say_with(t->arena, t->language, "{1}-{2} timer", say_number(t->arena, t->language, min),
                    say_number(t->arena, t->language, max), NULL);
}

static const char *days(const struct told *t, int64_t weekdays)
{
    struct text out = text_new(t->arena);

    for (int i = 0; i < 7; i++)
        if ((weekdays >> i & 1) != 0) {
            if (out.length > 0)
                text_add(&out, ", ");
            text_add(&out, label(t, "day_of_week", number(t, i)));
        }
    return text_done(&out);
}

static const char *hours_and_days(const struct told *t, int64_t min, int64_t max, int64_t weekdays)
{
    if (weekdays == 0 || weekdays == 31 || weekdays == 127)
        return hours(t, min, max);
    return arena_format(t->arena, "%s; %s", hours(t, min, max), days(t, weekdays));
}

static const char *meeting_days(const struct told *t, int64_t weekdays)
{
    return weekdays == 0 ? say(t->language, "alle dage") : days(t, weekdays);
}

static struct sides say_hours(const struct told *t)
{
    const struct proposal_seeker *s = &t->seeking->row;
    const struct proposal_opening *o = &t->offered->row;

    if (t->market->kind != market_kind_work)
        return (struct sides){ meeting_days(t, s->weekdays), meeting_days(t, o->weekdays) };
    return (struct sides){ hours_and_days(t, s->hours_min, s->hours_max, s->weekdays),
                           hours_and_days(t, o->hours_min, o->hours_max, o->weekdays) };
}

static struct sides say_start(const struct told *t)
{
    const struct proposal_opening *o = &t->offered->row;
    const char *from = say_with(t->arena, t->language, "fra {1}", say_day(t->arena, t->language, t->seeking->facts.from), NULL);

    if (o->to_day == DAY_NONE)
        return (struct sides){ from, say(t->language, "når det passer") };
    return (struct sides){ from, say_with(t->arena, t->language, "senest {1}", say_day(t->arena, t->language, o->to_day), NULL) };
}

static struct sides say_commute(const struct told *t)
{
    int travel = t->seeking->facts.travel;
    int64_t most = t->seeking->row.commute_max;
    const char *way = label(t, "travel", t->market->criteria->travel.at[travel < 0 ? 0 : travel].id);

    if (t->mark.is_missing)
        return (struct sides){ or_unsaid(t, t->seeking->row.town), or_unsaid(t, t->offered->row.town) };
    if (most == 0)
        return (struct sides){ say_with(t->arena, t->language, "{1} min. med {2} (skøn)", number(t, t->mark.a), way, NULL),
                               t->offered->row.town };
    return (struct sides){ say_with(t->arena, t->language, "{1} min. med {2} (skøn), højst {3}", number(t, t->mark.a), way,
                                    number(t, most), NULL), t->offered->row.town };
}

static struct sides say_care(const struct told *t)
{
    const struct proposal_seeker *s = &t->seeking->row;
    const struct proposal_opening *o = &t->offered->row;
    const char *theirs = o->to_minute == 0 ? unsaid(t)
                                           : arena_format(t->arena, "%s-%s", clock(t, o->from_minute), clock(t, o->to_minute));

    if (s->care_to_minute == 0)
        return (struct sides){ say(t->language, "ingen børn at hente"), theirs };
    return (struct sides){ say_with(t->arena, t->language, "pasning {1}-{2}", clock(t, s->care_from_minute),
                                    clock(t, s->care_to_minute), NULL), theirs };
}

static struct sides say_certificates(const struct told *t)
{
    const char *hers = work_bits_words(t->arena, (int)t->language, "certificate", t->seeking->row.certificates);
    const char *theirs = work_bits_words(t->arena, (int)t->language, "certificate", t->offered->row.certificates);

    return (struct sides){ *hers == 0 ? say(t->language, "ingen noteret") : hers,
                           *theirs == 0 ? say(t->language, "intet krav") : theirs };
}

static struct sides say_failed(const struct told *t)
{
    return (struct sides){ !t->mark.is_met ? say(t->language, "det gik ikke sidst")
                           : t->mark.a > 0 ? say(t->language, "har været der")
                                           : say(t->language, "har ikke været der"), "" };
}

static const char *functions(const struct told *t, int from, int count)
{
    struct text out = text_new(t->arena);

    for (int i = 0; i < count; i++) {
        if (i > 0)
            text_add(&out, ", ");
        text_add(&out, t->seeking->words[from + i]);
    }
    return text_done(&out);
}

static struct sides say_wish(const struct told *t)
{
    return (struct sides){ or_unsaid(t, functions(t, 0, t->seeking->facts.wish_count)),
                           or_unsaid(t, t->offered->row.function_words) };
}

static struct sides say_skills(const struct told *t)
{
    return (struct sides){ or_unsaid(t, functions(t, WISHES_MAX, t->seeking->facts.can_count)),
                           or_unsaid(t, t->offered->row.function_words) };
}

static struct sides say_mentor(const struct told *t)
{
    const struct proposal_seeker *s = &t->seeking->row;
    const char *theirs = labels(t, "language", "language", t->offered->row.languages);
    const char *mentor = t->offered->row.has_mentor ? say(t->language, "mentor") : say(t->language, "ingen mentor");

    const char *hers = or_unsaid(t, labels(t, "language", "language", arena_format(t->arena, "%s,%s", s->language, s->other_languages)));
    if (t->market->kind != market_kind_work)
        return (struct sides){ hers, or_unsaid(t, theirs) };
    return (struct sides){ hers,
                           *theirs == 0 ? mentor : arena_format(t->arena, "%s; %s", mentor, theirs) };
}

static struct sides say_prospect(const struct told *t)
{
    int64_t prospect = t->offered->row.paid_prospect;

    return (struct sides){ "", prospect < 0 ? unsaid(t) : label(t, "paid_prospect", number(t, prospect)) };
}

static struct sides say_continuity(const struct told *t)
{
    return (struct sides){ t->mark.a > 0 ? say(t->language, "kender stedet") : say(t->language, "nyt sted"), "" };
}

static struct sides say_trained(const struct told *t)
{
    return (struct sides){ "", t->offered->facts.is_trained ? say(t->language, "begge dage er holdt")
                                                            : say(t->language, "begge dage er ikke holdt endnu") };
}

static struct sides say_branch(const struct told *t)
{
    return (struct sides){ or_unsaid(t, labels(t, "branch", "branch", t->seeking->row.branch)),
                           or_unsaid(t, labels(t, "branch", "branch", t->offered->row.branch)) };
}

static struct sides (*const says[MEASURE_COUNT])(const struct told *) = {
    [MEASURE_TARGET] = say_target, [MEASURE_LOADS] = say_loads, [MEASURE_LANGUAGE] = say_language,
    [MEASURE_HOURS] = say_hours, [MEASURE_START] = say_start, [MEASURE_COMMUTE] = say_commute, [MEASURE_CARE] = say_care,
    [MEASURE_CERTIFICATES] = say_certificates, [MEASURE_FAILED] = say_failed, [MEASURE_WISH] = say_wish,
    [MEASURE_SKILLS] = say_skills, [MEASURE_MENTOR] = say_mentor, [MEASURE_PROSPECT] = say_prospect,
    [MEASURE_CONTINUITY] = say_continuity, [MEASURE_TRAINED] = say_trained, [MEASURE_BRANCH] = say_branch,
};

static struct told told_of(struct arena *arena, enum language language, const struct proposal_market *market,
                           enum measure measure, int32_t citizen, int32_t place)
{
    const struct seeking *seeking = &market->seeking[citizen];
    const struct offered *offered = &market->offered[place];

    return (struct told){ arena, language, market, seeking, offered,
                          criterion_mark(market->criteria, measure, &market->commute, &seeking->facts, &offered->facts) };
}

/* What follows from weight and share, whether it was worked out now or is read again. */
static struct reason reason_new(struct arena *arena, enum language language, const struct criterion *c, int32_t weight,
                                int32_t share)
{
    struct reason reason = { .id = c->id, .label = words_in(c->text, (int)language), .share = share, .is_demand = c->is_demand };

    if (weight > 0) {
        reason.points = say_number(arena, language, (int64_t)weight * share / SHARE_FULL);
        reason.most = say_number(arena, language, weight);
        reason.width = weight * BAR_WIDTH / BAR_FULL;
        reason.width = reason.width > BAR_WIDTH ? BAR_WIDTH : reason.width;
    }
    return reason;
}

struct reasons reasons_of(struct arena *arena, enum language language, const struct proposal_market *market,
                          int32_t citizen, int32_t place)
{
    const struct criteria *criteria = market->criteria;
    struct reasons reasons = { arena_array(arena, criteria->list.count, sizeof(struct reason)), criteria->list.count };

    for (size_t i = 0; i < reasons.count; i++) {
        const struct criterion *c = &criteria->list.at[i];
        struct told told = told_of(arena, language, market, c->measure, citizen, place);
        struct sides sides = says[c->measure](&told);
        reasons.at[i] = reason_new(arena, language, c, c->weight, told.mark.share);
        reasons.at[i].hers = sides.hers;
        reasons.at[i].theirs = sides.theirs;
        reasons.at[i].is_met = told.mark.is_met;
        reasons.at[i].is_missing = told.mark.is_missing &&
                                   (c->measure != MEASURE_HOURS || market->kind == market_kind_work); /* There days alone. */
    }
    return reasons;
}

const char *reasons_stored(struct arena *arena, const struct proposal_market *market, int32_t citizen, int32_t place)
{
    struct reasons reasons = reasons_of(arena, LANGUAGE_DA, market, citizen, place);
    struct text out = text_new(arena);

    for (size_t i = 0; i < reasons.count; i++) {
        const struct reason *r = &reasons.at[i];
        text_add_format(&out, "%s\t%d\t%d\t%s\t%s\t%s\n", r->id, (int)r->share, (int)market->criteria->list.at[i].weight,
                        !r->is_met ? "no" : r->is_missing ? "missing" : "met", r->hers, r->theirs);
    }
    return text_done(&out);
}

struct reasons reasons_read(struct arena *arena, enum language language, const struct criteria *criteria, const char *stored)
{
    struct text_pieces lines = text_split(arena, stored, '\n');
    struct reasons reasons = { arena_array(arena, lines.count, sizeof(struct reason)), 0 };

    for (size_t i = 0; i < lines.count; i++) {
        struct text_pieces parts = text_split(arena, lines.at[i], '\t');
        int64_t share, weight;
        const struct criterion *c = criterion_find(criteria, parts.at[0]);
        if (c == NULL || parts.count != STORED_PARTS || !text_to_int(parts.at[1], &share) || !text_to_int(parts.at[2], &weight))
            continue;
        struct reason reason = reason_new(arena, language, c, (int32_t)weight, (int32_t)share);
        reason.is_met = !text_is(parts.at[3], "no");
        reason.is_missing = text_is(parts.at[3], "missing");
        reason.hers = parts.at[4];
        reason.theirs = parts.at[5];
        reasons.at[reasons.count++] = reason;
    }
    return reasons;
}

const char *place_name(struct arena *arena, const struct offered *offered)
{
    return arena_format(arena, "%s, %s", offered->row.company_name, offered->row.words);
}

const char *score_words(struct arena *arena, int64_t score)
{
    int64_t half = score < 0 ? -POINT / 2 : POINT / 2;

    return arena_format(arena, "%lld", (long long)((score + half) / POINT));
}

const char *refusal_words(struct arena *arena, enum language language, const struct proposal_market *market,
                          enum measure measure, int32_t citizen, int32_t place)
{
    struct told told = told_of(arena, language, market, measure, citizen, place);
    struct sides sides = says[measure](&told);

    return arena_format(arena, *sides.theirs == 0 ? "%s: %s%s" : "%s: %s / %s",
                        words_in(market->criteria->by[measure]->text, (int)language), sides.hers, sides.theirs);
}
