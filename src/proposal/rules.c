/* SPDX-License-Identifier: MIT
 * rules.c: the arithmetic of the criteria, one function each, found by a table. */
#include "proposal/rules.h"

#include "base/check.h"

enum { DIGITS_MAX = 4, MINUTES_OF_DAY = 1440 };

struct function_code function_code_read(const char *code)
{
    struct function_code read = { 0 };

    for (; code != NULL && *code >= '0' && *code <= '9' && read.length < DIGITS_MAX; code++) {
        read.digits = read.digits * 10 + (*code - '0');
        read.length++;
    }
    return read;
}

static struct function_code cut(struct function_code code, int32_t length)
{
    for (; code.length > length; code.length--)
        code.digits /= 10;
    return code;
}

int function_codes_share(struct function_code a, struct function_code b)
{
    int32_t length = a.length < b.length ? a.length : b.length;

    a = cut(a, length);
    b = cut(b, length);
    for (; a.digits != b.digits; a.digits /= 10, b.digits /= 10)
        length--;
    return length;
}

static const struct finding met = { .is_met = true, .share = SHARE_FULL };

static struct finding missing(const struct criterion *c)
{
    return (struct finding){ .is_met = true, .is_missing = true, .share = c->missing };
}

/* What the marks are made from. */
struct pair {
    const struct criteria *criteria;
    const struct criterion *c;
    const struct commute *commute;
    const struct seeker *seeker;
    const struct opening *opening;
};

static bool is_among(uint32_t bits, int place)
{
    return bits == 0 || (place >= 0 && (bits >> place & 1) != 0);
}

static struct finding mark_target(const struct pair *p)
{
    return (struct finding){ .is_met = is_among(p->opening->laws, p->seeker->law) &&
                                    is_among(p->opening->readiness, p->seeker->readiness),
                          .share = SHARE_FULL };
}

static int bit_count(uint32_t bits)
{
    int count = 0;

    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

static int32_t at_least_none(int32_t share)
{
    return share < 0 ? 0 : share;
}

static struct finding mark_loads(const struct pair *p)
{
    const struct seeker *s = p->seeker;

    if (!s->is_loads_asked && (s->cannot | s->careful) == 0)
        return missing(p->c);
    int32_t careful = bit_count(s->careful & p->opening->loads);
    int32_t refused = bit_count(s->cannot & p->opening->loads);
    return (struct finding){ .is_met = refused == 0, .share = at_least_none(SHARE_FULL - p->c->each * careful),
                          .a = refused, .b = careful };
}

/* How many levels short of what is demanded; negative: unknown. */
static int32_t levels_short(int32_t level, int32_t demand)
{
    if (demand <= 0)
        return 0;
    return level < 0 ? UNKNOWN : level >= demand ? 0 : demand - level;
}

static struct finding mark_language(const struct pair *p)
{
    int32_t oral = levels_short(p->seeker->oral, p->opening->oral);
    int32_t written = levels_short(p->seeker->written, p->opening->written);
    int32_t most = oral > written ? oral : written;

    if (most > p->c->slack)
        return (struct finding){ .a = oral, .b = written };
    if (oral < 0 || written < 0)
        return missing(p->c);
    return (struct finding){ .is_met = true, .share = at_least_none(SHARE_FULL - p->c->each * most), .a = oral, .b = written };
}

static struct finding mark_hours(const struct pair *p)
{
    const struct seeker *s = p->seeker;
    const struct opening *o = p->opening;

    if (s->weekdays != 0 && o->weekdays != 0 && (s->weekdays & o->weekdays) == 0)
        return (struct finding){ .is_met = false };
    if (s->hours_max == 0 || o->hours_max == 0)
        return missing(p->c);
    int32_t near = s->hours_max < o->hours_min ? o->hours_min : s->hours_max > o->hours_max ? o->hours_max : s->hours_max;
    int32_t away = near > s->hours_max ? near - s->hours_max : s->hours_max - near;
    return (struct finding){ .is_met = s->hours_min <= o->hours_max && o->hours_min <= s->hours_max,
                          .share = at_least_none(SHARE_FULL - p->c->each * away / 100), .a = s->hours_max, .b = near };
}

static struct finding mark_start(const struct pair *p)
{
    return (struct finding){ .is_met = p->opening->to == DAY_NONE || p->seeker->from <= p->opening->to, .share = SHARE_FULL,
                          .a = p->seeker->from, .b = p->opening->to };
}

static int32_t minutes_of(const struct pair *p)
{
    return p->commute->minutes(p->commute->about, p->seeker->zone, p->opening->zone, p->seeker->travel,
                               p->opening->from_minute);
}

static struct finding mark_commute(const struct pair *p)
{
    int32_t minutes = minutes_of(p);

    if (minutes < 0)
        return missing(p->c);
    int32_t span = p->c->none - p->c->full, over = minutes - p->c->full;
    return (struct finding){ .is_met = p->seeker->commute_max == 0 || minutes <= p->seeker->commute_max,
                          .share = over <= 0 ? SHARE_FULL : at_least_none(SHARE_FULL - SHARE_FULL * over / span),
                          .a = minutes, .b = p->seeker->commute_max };
}

/* Leaving home and being back while somebody looks after the children. */
static struct finding mark_care(const struct pair *p)
{
    const struct opening *o = p->opening;

    if (p->seeker->care_to == 0)
        return met;
    int32_t minutes = minutes_of(p);
    if (o->to_minute == 0 || minutes < 0)
        return missing(p->c);
    int32_t leaves = o->from_minute - minutes, comes = o->to_minute + minutes;
    return (struct finding){ .is_met = leaves >= p->seeker->care_from && comes <= p->seeker->care_to, .share = SHARE_FULL,
                          .a = leaves < 0 ? leaves + MINUTES_OF_DAY : leaves, .b = comes };
}

static struct finding mark_certificates(const struct pair *p)
{
    uint32_t lacking = p->opening->certificates & ~p->seeker->certificates;

    return (struct finding){ .is_met = lacking == 0, .share = SHARE_FULL, .a = bit_count(lacking) };
}

static const struct earlier *been_there(const struct pair *p)
{
    const struct earlier *found = NULL;

    for (size_t i = 0; i < p->seeker->earlier_count; i++)
        if (p->seeker->earlier[i].company == p->opening->company && (found == NULL || p->seeker->earlier[i].is_failed))
            found = &p->seeker->earlier[i];
    return found;
}

static struct finding mark_failed(const struct pair *p)
{
    const struct earlier *earlier = been_there(p);

    return (struct finding){ .is_met = earlier == NULL || !earlier->is_failed, .share = SHARE_FULL, .a = earlier != NULL };
}

/* The best of some functions against the place's; `b` is which, from 1. */
static struct finding mark_functions(const struct pair *p, const struct function_code *codes, int count)
{
    struct finding best = { .is_met = true };

    if (count == 0 || p->opening->function.length == 0)
        return missing(p->c);
    for (int i = 0; i < count; i++) {
        int digits = function_codes_share(codes[i], p->opening->function);
        size_t rank = (size_t)i < p->c->ranks.count ? (size_t)i : p->c->ranks.count - 1;
        int32_t share = digits == 0 ? 0 : p->c->steps.at[DIGITS_MAX - digits] * p->c->ranks.at[rank] / SHARE_FULL;
        if (share > best.share)
            best = (struct finding){ .is_met = true, .share = share, .a = digits, .b = i + 1 };
    }
    return best;
}

static struct finding mark_wish(const struct pair *p)
{
    return mark_functions(p, p->seeker->wishes, p->seeker->wish_count);
}

static struct finding mark_skills(const struct pair *p)
{
    return mark_functions(p, p->seeker->cans, p->seeker->can_count);
}

static struct finding mark_mentor(const struct pair *p)
{
    bool is_shared = (p->seeker->languages & p->opening->languages) != 0;

    return (struct finding){ .is_met = true, .a = p->opening->has_mentor, .b = is_shared,
                          .share = is_shared ? p->c->steps.at[1] : p->opening->has_mentor ? p->c->steps.at[0] : 0 };
}

static struct finding mark_prospect(const struct pair *p)
{
    if (p->opening->paid_prospect < 0)
        return missing(p->c);
    return (struct finding){ .is_met = true, .share = p->c->steps.at[p->opening->paid_prospect], .b = p->opening->paid_prospect };
}

static struct finding mark_continuity(const struct pair *p)
{
    const struct earlier *earlier = been_there(p);
    bool is_known = earlier != NULL && !earlier->is_failed;

    return (struct finding){ .is_met = true, .share = p->c->steps.at[is_known], .a = is_known };
}

static struct finding mark_trained(const struct pair *p)
{
    return (struct finding){ .is_met = p->opening->is_trained, .share = SHARE_FULL };
}

static struct finding mark_branch(const struct pair *p)
{
    if (p->seeker->branch < 0 || p->opening->branch < 0)
        return missing(p->c);
    return (struct finding){ .is_met = true, .share = p->seeker->branch == p->opening->branch ? SHARE_FULL : 0 };
}

static struct finding (*const marks[MEASURE_COUNT])(const struct pair *) = {
    [MEASURE_TARGET] = mark_target, [MEASURE_LOADS] = mark_loads, [MEASURE_LANGUAGE] = mark_language,
    [MEASURE_HOURS] = mark_hours, [MEASURE_START] = mark_start, [MEASURE_COMMUTE] = mark_commute,
    [MEASURE_CARE] = mark_care, [MEASURE_CERTIFICATES] = mark_certificates, [MEASURE_FAILED] = mark_failed,
    [MEASURE_WISH] = mark_wish, [MEASURE_SKILLS] = mark_skills, [MEASURE_MENTOR] = mark_mentor,
    [MEASURE_PROSPECT] = mark_prospect, [MEASURE_CONTINUITY] = mark_continuity,
    [MEASURE_TRAINED] = mark_trained, [MEASURE_BRANCH] = mark_branch,
};

struct finding criterion_mark(const struct criteria *criteria, enum measure measure, const struct commute *commute,
                           const struct seeker *seeker, const struct opening *opening)
{
    struct pair pair = { criteria, criteria->by[measure], commute, seeker, opening };
    struct finding mark = marks[measure](&pair);

    if (!mark.is_met)
        mark.share = 0;
    return mark;
}

bool pair_is_allowed(const struct criteria *criteria, const struct commute *commute, const struct seeker *seeker,
                     const struct opening *opening)
{
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (criteria->by[m]->is_demand && !criterion_mark(criteria, (enum measure)m, commute, seeker, opening).is_met)
            return false;
    return true;
}

int32_t pair_score(const struct criteria *criteria, const struct commute *commute, const struct seeker *seeker,
                   const struct opening *opening)
{
    int64_t lost = 0;

    for (int m = 0; m < MEASURE_COUNT; m++)
        if (criteria->by[m]->weight > 0)
            lost += (int64_t)criteria->by[m]->weight *
                    (SHARE_FULL - criterion_mark(criteria, (enum measure)m, commute, seeker, opening).share);
    check(lost >= 0);
    return SCORE_FULL - (int32_t)(lost / (WEIGHTS_FULL * SHARE_FULL / SCORE_FULL));
}
