/* SPDX-License-Identifier: MIT
 * scheme_fields.c: the scheme language as tables, one a section, in the order of docs/schemes.md. The
 * names of the keys are the names of the members; only rules, whose struct is the engine's, differ. */
#include "base/text.h"
#include "engine/scheme_private.h"

#define WORD(identifier, word) word,
const char *const scheme_status_words[SCHEME_STATUS_COUNT] = { SCHEME_STATUSES(WORD) };
const char *const question_type_words[QUESTION_TYPE_COUNT] = { QUESTION_TYPES(WORD) };
const char *const document_kind_words[DOCUMENT_KIND_COUNT] = { DOCUMENT_KINDS(WORD) };
const char *const measure_kind_words[MEASURE_KIND_COUNT] = { MEASURE_KINDS(WORD) };
const char *const measure_who_words[MEASURE_WHO_COUNT] = { MEASURE_WHOS(WORD) };
const char *const measure_show_words[MEASURE_SHOW_COUNT] = { MEASURE_SHOWS(WORD) };
const char *const activity_kind_words[ACTIVITY_KIND_COUNT] = { ACTIVITY_KINDS(WORD) };
static const char *const language_time_words[] = { LANGUAGE_TIMES(WORD) };
static const char *const intake_words[] = { INTAKES(WORD) };
static const char *const ending_words[] = { ENDINGS(WORD) };
static const char *const meeting_about_words[] = { MEETING_ABOUTS(WORD) };
static const char *const form_per_words[] = { FORM_PERS(WORD) };
static const char *const chart_words[] = { CHARTS(WORD) };
static const char *const compare_words[] = { COMPARES(WORD) };
static const char *const decline_reason_words[] = { DECLINE_REASONS(WORD) };
static const char *const relation_sight_words[] = { RELATION_SIGHTS(WORD) };
static const char *const outcome_source_words[] = { OUTCOME_SOURCES(WORD) };
static const char *const measure_method_words[] = { MEASURE_METHODS(WORD) };
#undef WORD

/* Two words that a bool tells apart; the second is true. */
static const char *const class_words[] = { "normal", "restricted" };
static const char *const missed_words[] = { "one", "each" };
static const char *const basis_words[] = { "event", "now" };
static const char *const counts_words[] = { "happened", "recorded" };
static const char *const approved_words[] = { "", "municipality" };

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))
#define CHOICE(identifier, table, holds)                                                        \
    static const struct value_type identifier = {                                               \
        .expected = "et ord", .size = sizeof(holds), .words = table, .word_count = (int)COUNT_OF(table) \
    }
CHOICE(choose_status, scheme_status_words, enum scheme_status);
CHOICE(choose_class, class_words, bool);
CHOICE(choose_mode, suspension_mode_words, enum suspension_mode);
CHOICE(choose_language_time, language_time_words, enum language_time);
CHOICE(choose_activity_kind, activity_kind_words, enum activity_kind);
CHOICE(choose_mark, mark_words, enum mark);
CHOICE(choose_intake, intake_words, enum intake);
CHOICE(choose_ending, ending_words, enum ending);
CHOICE(choose_about, meeting_about_words, enum meeting_about);
CHOICE(choose_missed, missed_words, bool);
CHOICE(choose_clock, span_clock_words, enum span_clock);
CHOICE(choose_roll, roll_words, enum roll);
CHOICE(choose_severity, severity_words, enum severity);
CHOICE(choose_basis, basis_words, bool);
CHOICE(choose_counts, counts_words, bool);
CHOICE(choose_period, period_words, enum period);
CHOICE(choose_quantity, quantity_words, enum quantity);
CHOICE(choose_receiver, bell_receiver_words, enum bell_receiver);
CHOICE(choose_way, bell_way_words, enum bell_way);
CHOICE(choose_form_per, form_per_words, enum form_per);
CHOICE(choose_chart, chart_words, enum form_chart);
CHOICE(choose_compare, compare_words, enum form_compare);
CHOICE(choose_question, question_type_words, enum question_type);
CHOICE(choose_document, document_kind_words, enum document_kind);
CHOICE(choose_approved, approved_words, bool);
CHOICE(choose_decline, decline_reason_words, enum decline_reason);
CHOICE(choose_sight, relation_sight_words, enum relation_sight);
CHOICE(choose_outcome_source, outcome_source_words, enum outcome_source);
CHOICE(choose_measure, measure_kind_words, enum measure_kind);
CHOICE(choose_who, measure_who_words, enum measure_who);
CHOICE(choose_method, measure_method_words, enum measure_method);
CHOICE(choose_show, measure_show_words, enum measure_show);

/* One value, many values, a section, many sections; the key may differ from the member (..._AS). */
#define ONE_AS(key, owner, member, kind, ...) \
    { .name = key, .type = &(kind), .offset = offsetof(struct owner, member), __VA_ARGS__ }
#define ONE(owner, member, kind, ...) ONE_AS(#member, owner, member, kind, __VA_ARGS__)
#define NEEDED(owner, member, kind, ...) ONE(owner, member, kind, .form = FIELD_REQUIRED, __VA_ARGS__)
#define MANY_FORM(owner, member, kind, how, ...)                                                 \
    { .name = #member, .type = &(kind), .offset = offsetof(struct owner, member.at),             \
      .count = offsetof(struct owner, member.count), .form = (how), __VA_ARGS__ }
#define MANY(owner, member, kind, ...) MANY_FORM(owner, member, kind, FIELD_MANY, __VA_ARGS__)
#define PART_AS(key, owner, member, its, ...) \
    { .name = key, .section = &(its), .offset = offsetof(struct owner, member), __VA_ARGS__ }
#define PART(owner, member, its, ...) PART_AS(#member, owner, member, its, __VA_ARGS__)
#define PARTS(owner, member, its, how)                                                           \
    { .name = #member, .section = &(its), .offset = offsetof(struct owner, member.at),           \
      .count = offsetof(struct owner, member.count), .form = (how) }
#define SECTION(identifier, danish, holds, table, ...)                                           \
    static const struct section identifier = {                                                   \
        .name = danish, .size = sizeof(struct holds), .fields = table, .field_count = COUNT_OF(table), \
        .node = offsetof(struct holds, node), __VA_ARGS__                                        \
    }

static const struct field origin_fields[] = {
    NEEDED(scheme_origin, org, type_word),  MANY(scheme_origin, seeds, type_word),
    MANY(scheme_origin, law, type_word),    ONE(scheme_origin, doc, type_word),
    ONE(scheme_origin, years, type_word),   MANY(scheme_origin, systems, type_word),
};
SECTION(origin_section, "origin", scheme_origin, origin_fields);

static const struct field about_fields[] = {
    ONE(scheme_about, effort, type_words),
    ONE(scheme_about, results, type_words),
    ONE(scheme_about, advice, type_words),
};
SECTION(about_section, "about", scheme_about, about_fields);

static const struct field funding_fields[] = {
    NEEDED(scheme_funding, source, type_word),
    ONE(scheme_funding, from, type_day_or_none, .fallback = ""),
    ONE(scheme_funding, to, type_day_or_none, .fallback = ""),
    ONE(scheme_funding, amount, type_number_or_none, .fallback = ""),
};
SECTION(funding_section, "finansieringen", scheme_funding, funding_fields);

static const struct field target_fields[] = {
    NEEDED(scheme_target, text, type_words),
    ONE(scheme_target, when, type_condition),
    MANY(scheme_target, confirm, type_words),
    ONE(scheme_target, check_again, type_span),
};
SECTION(target_section, "målgruppen", scheme_target, target_fields);

static const struct field unit_fields[] = {
    ONE(scheme_unit, id, type_code),
    NEEDED(scheme_unit, text, type_words),
    MANY(scheme_unit, roles, type_role),
};
SECTION(unit_section, "enheden", scheme_unit, unit_fields, .key = "id");

static const struct field policy_fields[] = {
    ONE(scheme_position, axis, type_code),
    ONE(scheme_position, value, type_code),
};
SECTION(policy_section, "holdningen", scheme_position, policy_fields, .key = "axis", .shorthand = "value");

static const struct field suspend_fields[] = {
    NEEDED(scheme_suspend, reason, type_code),
    ONE(scheme_suspend, mode, choose_mode, .fallback = "stop"),
    MANY(scheme_suspend, rules, type_code, .refers = "rules tasks"),
};
SECTION(suspend_section, "suspend", scheme_suspend, suspend_fields);

static const struct field track_fields[] = {
    NEEDED(scheme_track, id, type_code),
    NEEDED(scheme_track, text, type_words),
    NEEDED(scheme_track, when, type_condition),
};
SECTION(track_section, "sporet", scheme_track, track_fields);

static const struct field phase_fields[] = {
    NEEDED(scheme_phase, id, type_code),
    NEEDED(scheme_phase, text, type_words),
    NEEDED(scheme_phase, starts, type_pattern),
    ONE(scheme_phase, ends, type_pattern),
    ONE(scheme_phase, length, type_range),
    MANY(scheme_phase, activities, type_code, .refers = "activities"),
    ONE(scheme_phase, overlap, type_flag),
};
SECTION(phase_section, "fasen", scheme_phase, phase_fields);

static const struct field step_fields[] = {
    NEEDED(scheme_step, after, type_span),
    NEEDED(scheme_step, hours, type_amount),
};
SECTION(step_section, "trinnet", scheme_step, step_fields);

static const struct field group_fields[] = {
    ONE(scheme_group, size, type_int, .fallback = "-1"),
    ONE(scheme_group, approx, type_flag),
    ONE(scheme_group, intake, choose_intake, .fallback = "open"),
    ONE(scheme_group, own_length, type_span),
    MANY(scheme_group, staff, type_role),
    ONE(scheme_group, attendance, type_int, .fallback = "-1"),
    ONE(scheme_group, entry, type_condition),
    ONE(scheme_group, top_up, type_condition),
    MANY(scheme_group, subgroups, type_code, .refers = "lists"),
    ONE(scheme_group, linked, type_code, .refers = "activities"),
    ONE(scheme_group, mixed, type_code, .refers = "lists"),
};
SECTION(group_section, "holdet", scheme_group, group_fields);

static const struct field session_part_fields[] = {
    NEEDED(scheme_session_part, text, type_words),
    NEEDED(scheme_session_part, minutes, type_int),
    ONE(scheme_session_part, language, type_flag),
    ONE(scheme_session_part, talk, type_flag),
};
SECTION(session_part_section, "delen", scheme_session_part, session_part_fields);

static const struct field session_fields[] = {
    ONE(scheme_session, text, type_words),
    ONE(scheme_session, minutes, type_int, .fallback = "60"),
    ONE(scheme_session, language, type_amount),
    PARTS(scheme_session, parts, session_part_section, FIELD_MANY),
    ONE(scheme_session, last, type_flag),
    ONE(scheme_session, hands_out, type_code, .refers = "documents"),
    ONE(scheme_session, day_after, type_flag),
};
SECTION(session_section, "mødegangen", scheme_session, session_fields);

static const struct field placement_fields[] = {
    ONE(scheme_placement, purposes, type_code, .refers = "lists"),
    MANY(scheme_placement, parties, type_role),
    ONE(scheme_placement, ends_with, choose_ending, .fallback = "none"),
    ONE(scheme_placement, ended_reasons, type_code, .refers = "lists"),
    ONE(scheme_placement, risks, type_code, .refers = "lists"),
    ONE(scheme_placement, starts_every, type_span),
    ONE(scheme_placement, prefer, type_code, .refers = "lists"),
    ONE(scheme_placement, mentors, type_code, .refers = "relations"),
};
SECTION(placement_section, "praktikvilkårene", scheme_placement, placement_fields);

static const struct field activity_fields[] = {
    NEEDED(scheme_activity, id, type_code),
    NEEDED(scheme_activity, kind, choose_activity_kind),
    ONE(scheme_activity, text, type_words),
    ONE(scheme_activity, hours, type_amount),
    ONE(scheme_activity, language, type_amount),
    ONE(scheme_activity, language_when, choose_language_time, .fallback = "any"),
    ONE(scheme_activity, counts, type_flag, .fallback = "yes"),
    ONE(scheme_activity, place, type_word),
    PARTS(scheme_activity, steps, step_section, FIELD_MANY),
    ONE(scheme_activity, method, type_word),
    ONE(scheme_activity, trains, type_role),
    MANY(scheme_activity, exit_to, choose_activity_kind),
    ONE_AS("class", scheme_activity, is_restricted, choose_class, .fallback = "normal"),
    ONE(scheme_activity, mark, choose_mark),
    PART(scheme_activity, group, group_section),
    PARTS(scheme_activity, sessions, session_section, FIELD_MANY),
    PART(scheme_activity, placement, placement_section),
};
SECTION(activity_section, "aktiviteten", scheme_activity, activity_fields);

static const struct field meeting_fields[] = {
    NEEDED(scheme_meeting, id, type_code),
    ONE(scheme_meeting, text, type_words),
    MANY_FORM(scheme_meeting, parties, type_role, FIELD_MANY | FIELD_REQUIRED),
    MANY(scheme_meeting, invite, type_role),
    ONE(scheme_meeting, interpreter, type_flag),
    ONE(scheme_meeting, form, type_code, .refers = "forms"),
    ONE(scheme_meeting, minutes_by, type_role),
    ONE(scheme_meeting, about, choose_about),
    MANY(scheme_meeting, agenda, type_words),
    ONE(scheme_meeting, slots, type_flag),
    ONE(scheme_meeting, considerations, type_flag),
    ONE_AS("class", scheme_meeting, is_restricted, choose_class, .fallback = "normal"),
};
SECTION(meeting_section, "mødet", scheme_meeting, meeting_fields);

static const struct field task_fields[] = {
    NEEDED(scheme_task, id, type_code),
    ONE(scheme_task, text, type_words),
    ONE(scheme_task, phase, type_code, .refers = "phases"),
    ONE(scheme_task, after, type_pattern),
    ONE(scheme_task, owner, type_role),
    ONE(scheme_task, by, type_span),
    ONE(scheme_task, early, type_span, .fallback = "0"),
    ONE(scheme_task, free_rows, type_int),
    ONE(scheme_task, evidence, type_word),
};
SECTION(task_section, "opgaven", scheme_task, task_fields);

static const struct field quota_fields[] = {
    { .name = "count", .type = &type_int, .offset = offsetof(struct quota, count), .form = FIELD_REQUIRED },
    { .name = "in", .type = &type_span, .offset = offsetof(struct quota, in) },
    { .name = "per", .type = &choose_period, .offset = offsetof(struct quota, per) },
    { .name = "pace", .type = &type_flag, .offset = offsetof(struct quota, is_paced) },
};
static const struct section quota_section = {
    .name = "kvoten", .size = sizeof(struct quota), .fields = quota_fields,
    .field_count = COUNT_OF(quota_fields), .node = NO_NODE,
};
_Static_assert(sizeof(int) == sizeof(int32_t), "type_int fills an int");

static const struct field limit_fields[] = {
    { .name = "of", .type = &choose_quantity, .offset = offsetof(struct limit, of), .form = FIELD_REQUIRED },
    { .name = "per", .type = &choose_period, .offset = offsetof(struct limit, per) },
    { .name = "activity", .type = &type_code, .offset = offsetof(struct limit, activity), .refers = "activities" },
    { .name = "phase", .type = &type_code, .offset = offsetof(struct limit, phase), .refers = "phases" },
    { .name = "relation", .type = &type_code, .offset = offsetof(struct limit, relation), .refers = "relations" },
    { .name = "min", .type = &type_amount, .offset = offsetof(struct limit, min) },
    { .name = "max", .type = &type_amount, .offset = offsetof(struct limit, max) },
};
static const struct section limit_section = {
    .name = "grænsen", .size = sizeof(struct limit), .fields = limit_fields,
    .field_count = COUNT_OF(limit_fields), .node = NO_NODE,
};

static const struct field bell_fields[] = {
    { .name = "at", .type = &type_bell_time, .offset = offsetof(struct bell, at), .form = FIELD_REQUIRED },
    { .name = "to", .type = &choose_receiver, .offset = offsetof(struct bell, to), .form = FIELD_REQUIRED },
    { .name = "by", .type = &choose_way, .offset = offsetof(struct bell, by), .fallback = "list" },
};
static const struct section bell_section = {
    .name = "påmindelsen", .size = sizeof(struct bell), .fields = bell_fields,
    .field_count = COUNT_OF(bell_fields), .node = NO_NODE,
};

static const struct field valid_fields[] = {
    { .name = "from", .type = &type_day_or_none, .offset = offsetof(struct valid, from), .fallback = "" },
    { .name = "to", .type = &type_day_or_none, .offset = offsetof(struct valid, to), .fallback = "" },
};
static const struct section valid_section = {
    .name = "valid", .size = sizeof(struct valid), .fields = valid_fields,
    .field_count = COUNT_OF(valid_fields), .node = NO_NODE,
};

/* Which of the seven keys makes which kind of rule. */
static enum rule_kind rule_kind_of(struct reading *reading, const struct node *node)
{
    enum rule_kind found = RULE_WITHIN;
    int count = 0;
    struct text list = text_new(reading->arena);

    for (int kind = 0; kind < RULE_KIND_COUNT; kind++) {
        text_add_format(&list, "%s%s", kind == 0 ? "" : kind + 1 == RULE_KIND_COUNT ? " og " : ", ",
                        rule_kind_words[kind]);
        if (node_get(node, rule_kind_words[kind]) == NULL)
            continue;
        found = (enum rule_kind)kind;
        count++;
    }
    if (count != 1 && node->kind == NODE_MAPPING)
        mistake_at(reading, node, 0, "reglen skal have præcis én af %s; den har %d", text_done(&list), count);
    return found;
}

static void begin_rule(struct reading *reading, const struct node *node, void *into)
{
    struct scheme_rule *rule = into;

    rule->rule = rule_default(rule_kind_of(reading, node));
}

#define RULE_ONE(key, member, kind, ...) ONE_AS(key, scheme_rule, rule.member, kind, __VA_ARGS__)
#define RULE_MANY(key, list, counter, ...)                                                        \
    { .name = key, .offset = offsetof(struct scheme_rule, rule.list),                             \
      .count = offsetof(struct scheme_rule, rule.counter), .form = FIELD_MANY, __VA_ARGS__ }
static const struct field rule_fields[] = {
    RULE_ONE("id", id, type_code, .form = FIELD_REQUIRED),
    RULE_ONE("text", text, type_words),
    RULE_ONE("within", within, type_span),
    RULE_MANY("every", every, every_count, .type = &type_span),
    RULE_ONE("calendar", calendar, type_calendar),
    PART_AS("quota", scheme_rule, rule.quota, quota_section),
    PART_AS("limit", scheme_rule, rule.limit, limit_section),
    RULE_ONE("must", demand, type_condition),
    RULE_ONE("require", demand, type_condition),
    RULE_ONE("after", after, type_pattern),
    RULE_ONE("when", when, type_condition),
    RULE_MANY("done", done.at, done.count, .type = &type_pattern),
    RULE_ONE("until", until, type_pattern),
    RULE_ONE("before", before, type_pattern),
    RULE_ONE("grace", grace, type_span),
    RULE_ONE("early", early, type_span),
    RULE_ONE("longer", longer, type_code),
    RULE_ONE("missed", is_missed_each, choose_missed),
    RULE_ONE("scope", scope, type_scope),
    RULE_ONE("clock", clock, choose_clock),
    RULE_ONE("roll", roll, choose_roll),
    RULE_ONE("owner", owner, type_role),
    RULE_ONE("co_owner", co_owner, type_role),
    RULE_ONE("severity", severity, choose_severity),
    RULE_MANY("escalate", bells, bell_count, .section = &bell_section),
    RULE_ONE("duty", duty, type_code),
    RULE_ONE("basis", is_basis_now, choose_basis),
    RULE_ONE("counts", is_counts_recorded, choose_counts),
    RULE_ONE("survives", is_surviving, type_flag),
    RULE_ONE("class", is_restricted, choose_class),
    RULE_ONE("source", source, type_word),
    RULE_ONE("law", law, type_word),
    RULE_ONE("mark", mark, choose_mark),
    RULE_ONE("approx", is_approximate, type_flag),
    PART_AS("valid", scheme_rule, rule.valid, valid_section),
    RULE_MANY("was", was, was_count, .type = &type_code),
};
SECTION(rule_section, "reglen", scheme_rule, rule_fields, .begin = begin_rule);
/* type_words fills a struct words, which the engine's rule keeps as two members. */
_Static_assert(offsetof(struct rule, text_en) - offsetof(struct rule, text) == offsetof(struct words, en),
               "text and text_en lie like a struct words");

static const struct field question_fields[] = {
    NEEDED(scheme_question, id, type_code),
    NEEDED(scheme_question, type, choose_question),
    ONE(scheme_question, text, type_words),
    ONE(scheme_question, scale, type_code, .refers = "scales"),
    ONE(scheme_question, list, type_code, .refers = "lists"),
    ONE(scheme_question, items_agreed, type_flag),
    ONE(scheme_question, must, type_flag),
    ONE(scheme_question, help, type_words),
};
SECTION(question_section, "spørgsmålet", scheme_question, question_fields);

static const struct field cut_fields[] = {
    NEEDED(scheme_cut, from, type_number),
    NEEDED(scheme_cut, is, type_code),
};
SECTION(cut_section, "trinnet", scheme_cut, cut_fields);

static const struct field result_fields[] = {
    MANY_FORM(scheme_form_result, sum, type_code, FIELD_MANY | FIELD_REQUIRED, .refers = "questions"),
    PARTS(scheme_form_result, steps, cut_section, FIELD_MANY | FIELD_REQUIRED),
    ONE(scheme_form_result, note, type_words),
};
SECTION(result_section, "resultatet", scheme_form_result, result_fields);

static const struct field form_fields[] = {
    NEEDED(scheme_form, id, type_code),
    NEEDED(scheme_form, version, type_int),
    ONE(scheme_form, text, type_words),
    MANY_FORM(scheme_form, answered_by, type_role, FIELD_MANY | FIELD_REQUIRED),
    MANY(scheme_form, with, type_role),
    ONE(scheme_form, self_fill, type_flag),
    MANY(scheme_form, languages, type_word),
    ONE(scheme_form, per, choose_form_per, .fallback = "enrolment"),
    ONE_AS("class", scheme_form, is_restricted, choose_class, .fallback = "normal"),
    ONE(scheme_form, demo, type_flag),
    ONE(scheme_form, chart, choose_chart, .fallback = "none"),
    ONE(scheme_form, compare, choose_compare, .fallback = "first_latest"),
    PARTS(scheme_form, questions, question_section, FIELD_MANY | FIELD_REQUIRED),
    PART(scheme_form, result, result_section),
};
SECTION(form_section, "skemaet", scheme_form, form_fields);

static const struct field anchor_fields[] = {
    ONE(scheme_anchor, level, type_word),
    ONE(scheme_anchor, text, type_words),
};
SECTION(anchor_section, "niveauet", scheme_anchor, anchor_fields, .key = "level", .shorthand = "text");

static const struct field scale_fields[] = {
    ONE(scheme_scale, id, type_code),
    NEEDED(scheme_scale, min, type_int),
    NEEDED(scheme_scale, max, type_int),
    ONE(scheme_scale, half, type_flag),
    PARTS(scheme_scale, anchors, anchor_section, FIELD_MAP),
    ONE(scheme_scale, demo, type_flag),
};
SECTION(scale_section, "skalaen", scheme_scale, scale_fields, .key = "id");

static const struct field document_fields[] = {
    NEEDED(scheme_document, id, type_code),
    NEEDED(scheme_document, kind, choose_document),
    NEEDED(scheme_document, text, type_words),
    ONE(scheme_document, made_by, type_role),
    MANY(scheme_document, signed_by, type_role),
    MANY(scheme_document, sections, type_words),
    ONE(scheme_document, considerations, type_int),
    MANY(scheme_document, languages, type_word),
    ONE(scheme_document, variants, type_word),
    ONE(scheme_document, outdated_by, type_pattern),
    ONE(scheme_document, reply, type_span),
    ONE_AS("approved_by", scheme_document, approved_by_municipality, choose_approved),
    ONE(scheme_document, bulk, type_flag),
    ONE(scheme_document, pause_by, type_role),
    ONE(scheme_document, mark, choose_mark),
};
SECTION(document_section, "dokumentet", scheme_document, document_fields);

static const struct field relation_fields[] = {
    NEEDED(scheme_relation, id, type_code),
    NEEDED(scheme_relation, of, type_code),
    NEEDED(scheme_relation, role, type_role),
    ONE(scheme_relation, min, type_int, .fallback = "0"),
    ONE(scheme_relation, max, type_int, .fallback = "-1"),
    ONE(scheme_relation, holder_max, type_int, .fallback = "-1"),
    ONE(scheme_relation, approx, type_flag),
    MANY(scheme_relation, accept, type_role),
    ONE(scheme_relation, decline_reason, choose_decline, .fallback = "may"),
    ONE(scheme_relation, trained, type_code, .refers = "activities"),
    ONE(scheme_relation, deputy, type_flag, .fallback = "yes"),
    ONE(scheme_relation, sees, choose_sight, .fallback = "relation"),
};
SECTION(relation_section, "relationen", scheme_relation, relation_fields);

static const struct field item_fields[] = {
    ONE(scheme_list_item, id, type_code),
    NEEDED(scheme_list_item, text, type_words),
    ONE(scheme_list_item, from, type_day_or_none, .fallback = ""),
    ONE(scheme_list_item, to, type_day_or_none, .fallback = ""),
    ONE(scheme_list_item, counts_as, type_code),
    ONE(scheme_list_item, branch, type_branch),
    ONE(scheme_list_item, demo, type_flag),
};
SECTION(item_section, "listens led", scheme_list_item, item_fields, .key = "id", .shorthand = "text");

static const struct field list_fields[] = {
    NEEDED(scheme_list, id, type_code),
    ONE(scheme_list, text, type_words),
    ONE(scheme_list, ordered, type_flag),
    ONE(scheme_list, dated, type_flag),
    ONE(scheme_list, open, type_flag),
    PARTS(scheme_list, items, item_section, FIELD_MANY | FIELD_MAP | FIELD_REQUIRED),
};
SECTION(list_section, "listen", scheme_list, list_fields);

static const struct field counted_fields[] = {
    ONE(scheme_counted_as, id, type_code),
    MANY(scheme_counted_as, outcomes, type_outcome),
};
SECTION(counted_section, "kategorien", scheme_counted_as, counted_fields, .key = "id", .shorthand = "outcomes");

static const struct field border_fields[] = {
    MANY_FORM(scheme_border, between, type_outcome, FIELD_MANY | FIELD_REQUIRED),
    NEEDED(scheme_border, hours, type_number),
    ONE(scheme_border, mark, choose_mark),
};
SECTION(border_section, "skillelinjen", scheme_border, border_fields);

static const struct field outcome_fields[] = {
    ONE(scheme_outcomes, from, choose_outcome_source, .fallback = "normal"),
    PARTS(scheme_outcomes, counts_as, counted_section, FIELD_MAP),
    PARTS(scheme_outcomes, borders, border_section, FIELD_MANY),
};
SECTION(outcomes_section, "udfaldene", scheme_outcomes, outcome_fields);

static const struct field benchmark_fields[] = {
    NEEDED(scheme_benchmark, who, type_word),
    NEEDED(scheme_benchmark, value, type_number),
    NEEDED(scheme_benchmark, source, type_word),
    ONE(scheme_benchmark, year, type_int, .fallback = "-1"),
    ONE(scheme_benchmark, n, type_int, .fallback = "-1"),
    ONE(scheme_benchmark, approx, type_flag),
};
SECTION(benchmark_section, "sammenligningen", scheme_benchmark, benchmark_fields);

static const struct field measure_fields[] = {
    NEEDED(scheme_measure, id, type_code),
    NEEDED(scheme_measure, kind, choose_measure),
    NEEDED(scheme_measure, of, type_word),
    ONE(scheme_measure, text, type_words),
    ONE(scheme_measure, who, choose_who, .fallback = "started"),
    ONE(scheme_measure, where, type_condition),
    ONE(scheme_measure, basis, type_pattern),
    ONE(scheme_measure, until, type_pattern),
    PART(scheme_measure, period, valid_section),
    ONE(scheme_measure, counts, type_tally),
    ONE(scheme_measure, at, type_measure_at, .fallback = "report_day"),
    ONE(scheme_measure, per, type_word),
    ONE(scheme_measure, by, type_word),
    MANY(scheme_measure, bands, type_interval),
    ONE(scheme_measure, rest, type_words),
    ONE(scheme_measure, each, type_code),
    ONE(scheme_measure, value, type_word),
    ONE(scheme_measure, window, type_span),
    ONE(scheme_measure, method, choose_method, .fallback = "ratio_of_means"),
    MANY(scheme_measure, also, type_word),
    ONE(scheme_measure, population, type_code, .refers = "measures"),
    MANY(scheme_measure, parts, type_code, .refers = "measures"),
    ONE(scheme_measure, target, type_number_or_none, .fallback = ""),
    PARTS(scheme_measure, benchmarks, benchmark_section, FIELD_MANY),
    ONE(scheme_measure, show, choose_show, .fallback = "percent"),
    ONE(scheme_measure, small, type_int, .fallback = "5"),
    MANY(scheme_measure, levels, type_word),
    ONE(scheme_measure, swing, type_number_or_none, .fallback = ""),
    ONE(scheme_measure, approx, type_flag),
};
static void begin_measure(struct reading *reading, const struct node *node, void *into)
{
    struct scheme_measure *measure = into;

    (void)reading;
    (void)node;
    measure->period = (struct valid){ DAY_NONE, DAY_NONE };
}
SECTION(measure_section, "målet", scheme_measure, measure_fields, .begin = begin_measure);

static const struct field scheme_fields[] = {
    ONE_AS("scheme", scheme, id, type_code, .form = FIELD_REQUIRED),
    ONE(scheme, version, type_int, .fallback = "1"),
    NEEDED(scheme, title, type_words),
    ONE(scheme, status, choose_status, .fallback = "library"),
    PART(scheme, origin, origin_section, .form = FIELD_REQUIRED),
    PART(scheme, about, about_section),
    MANY(scheme, goals, type_words),
    MANY(scheme, themes, type_int),
    MANY(scheme, needs, type_code),
    MANY(scheme, shared_with, type_word),
    PARTS(scheme, funding, funding_section, FIELD_MANY),
    ONE(scheme, job_first, type_flag),
    ONE(scheme, work_duty, type_flag),
    PART(scheme, target, target_section),
    PARTS(scheme, units, unit_section, FIELD_MAP),
    PARTS(scheme, policies, policy_section, FIELD_MAP),
    PARTS(scheme, suspend, suspend_section, FIELD_MANY),
    ONE_AS("class", scheme, is_restricted, choose_class, .fallback = "normal"),
    MANY(scheme, sees, type_role),
    MANY(scheme, stages, type_word),
    PARTS(scheme, tracks, track_section, FIELD_MANY),
    PARTS(scheme, phases, phase_section, FIELD_MANY),
    PARTS(scheme, activities, activity_section, FIELD_MANY),
    PARTS(scheme, meetings, meeting_section, FIELD_MANY),
    PARTS(scheme, tasks, task_section, FIELD_MANY),
    PARTS(scheme, rules, rule_section, FIELD_MANY),
    PARTS(scheme, forms, form_section, FIELD_MANY),
    PARTS(scheme, scales, scale_section, FIELD_MAP),
    PARTS(scheme, documents, document_section, FIELD_MANY),
    PARTS(scheme, relations, relation_section, FIELD_MANY),
    PARTS(scheme, lists, list_section, FIELD_MANY),
    PART(scheme, outcomes, outcomes_section),
    PARTS(scheme, measures, measure_section, FIELD_MANY),
};
const struct section scheme_section = {
    .name = "ordningen", .size = sizeof(struct scheme), .fields = scheme_fields,
    .field_count = COUNT_OF(scheme_fields), .node = offsetof(struct scheme, node),
};
