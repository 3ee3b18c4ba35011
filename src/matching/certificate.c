/* SPDX-License-Identifier: MIT
 * certificate.c: the checker. Each citizen's best is worked out here from the prices, so that the bound holds for
 * any prices at all; then it is compared with what the assignment reaches. */
#include "matching/certificate.h"

#include <string.h>

#include "base/check.h"

static bool fault(struct certificate *certificate, enum certificate_fault what, int32_t at)
{
    certificate->fault = what;
    certificate->at = at;
    return false;
}

/* Adds `times` times a worth; false when it does not fit. Persons are the nearest whole number, so that points are
 * small on either side of 0. */
static bool sum_add(struct certificate_sum *sum, int64_t worth, int64_t times)
{
    int64_t persons = (worth + MATCHING_PERSON / 2) >> MATCHING_PERSON_BITS;
    int64_t points = worth - persons * MATCHING_PERSON;

    return !__builtin_mul_overflow(persons, times, &persons) && !__builtin_mul_overflow(points, times, &points)
        && !__builtin_add_overflow(sum->persons, persons, &sum->persons)
        && !__builtin_add_overflow(sum->points, points, &sum->points);
}

static bool is_away(const struct certificate_claim *claim, int32_t citizen)
{
    return claim->is_away != NULL && claim->is_away[citizen];
}

/* The best that is left of any pair of a citizen when its price is paid; 0 for no place. */
static int64_t best_gain(const struct certificate_claim *claim, int32_t citizen)
{
    const struct market_row *row = &claim->rows[citizen];
    int64_t most = -MATCHING_PERSON;

    for (int32_t k = 0; k < row->count; k++) {
        int64_t gain = row->at[k].score - claim->price[row->at[k].place];
        most = gain > most ? gain : most;
    }
    return most + MATCHING_PERSON;
}

/* The value of the pair; false when the citizen does not have it. */
static bool pair_value(const struct certificate_claim *claim, int32_t citizen, int32_t place, int32_t *value)
{
    const struct market_row *row = &claim->rows[citizen];

    for (int32_t k = 0; k < row->count; k++)
        if (row->at[k].place == place) {
            *value = row->at[k].score;
            return true;
        }
    return false;
}

static void remember_room(struct certificate *c, struct arena *arena, const struct certificate_claim *claim)
{
    if (claim->citizens > c->room || c->place_of == NULL) {
        c->room = claim->citizens + claim->citizens / 2 + 16;
        c->place_of = arena_take(arena, (size_t)c->room * sizeof *c->place_of);
        c->value = arena_take(arena, (size_t)c->room * sizeof *c->value);
        c->gain = arena_take(arena, (size_t)c->room * sizeof *c->gain);
        c->was_away = arena_take(arena, (size_t)c->room * sizeof *c->was_away);
    }
    if (claim->places > c->places || c->price == NULL) {
        c->price = arena_array(arena, (size_t)claim->places, sizeof *c->price);
        c->taken = arena_array(arena, (size_t)claim->places, sizeof *c->taken);
        c->capacity = arena_array(arena, (size_t)claim->places, sizeof *c->capacity);
    }
    c->citizens = claim->citizens;
    c->places = claim->places;
}

/* Her seat as it was remembered is given up in the sums. */
static void leave_seat(struct certificate *c, int32_t citizen)
{
    if (c->place_of[citizen] == MATCHING_NONE)
        return;
    c->taken[c->place_of[citizen]]--;
    c->reached.persons--;
    c->reached.points -= c->value[citizen];
    c->place_of[citizen] = MATCHING_NONE;
}

/* The seat that is claimed for her, which must be one of hers. */
static bool take_seat(struct certificate *c, const struct certificate_claim *claim, int32_t citizen)
{
    int32_t place = claim->place_of[citizen], value = 0;

    if (place == MATCHING_NONE)
        return true;
    if (is_away(claim, citizen))
        return fault(c, CERTIFICATE_AWAY, citizen);
    if (place < 0 || place >= claim->places || !pair_value(claim, citizen, place, &value))
        return fault(c, CERTIFICATE_NO_SUCH_PAIR, citizen);
    c->place_of[citizen] = place;
    c->value[citizen] = value;
    c->taken[place]++;
    c->reached.persons++;
    c->reached.points += value;
    return true;
}

static bool check_seats(struct certificate *c, const struct certificate_claim *claim)
{
    for (int32_t j = 0; j < claim->places; j++)
        if (c->taken[j] > claim->capacity[j])
            return fault(c, CERTIFICATE_OVERFULL, j);
    return true;
}

/* Who has which place: only her own, and no more than there are seats. */
static bool check_assignment(struct certificate *c, const struct certificate_claim *claim)
{
    for (int32_t j = 0; j < claim->places; j++)
        c->taken[j] = 0;
    for (int32_t i = 0; i < claim->citizens; i++) {
        c->place_of[i] = MATCHING_NONE;
        if (!take_seat(c, claim, i))
            return false;
    }
    return check_seats(c, claim);
}

/* Every citizen's best and every seat's price, whatever the assignment. */
static bool check_bound(struct certificate *c, const struct certificate_claim *claim)
{
    for (int32_t j = 0; j < claim->places; j++) {
        c->price[j] = claim->price[j];
        c->capacity[j] = claim->capacity[j];
        if (c->price[j] < 0 || c->price[j] > 8 * MATCHING_PERSON || c->capacity[j] < 0
            || !sum_add(&c->bound, c->price[j], c->capacity[j]))
            return fault(c, CERTIFICATE_PRICE, j);
    }
    for (int32_t i = 0; i < claim->citizens; i++) {
        c->was_away[i] = is_away(claim, i);
        c->gain[i] = c->was_away[i] ? 0 : best_gain(claim, i);
        if (!sum_add(&c->bound, c->gain[i], 1))
            return fault(c, CERTIFICATE_PRICE, i);
    }
    return true;
}

static bool is_reached(struct certificate *c)
{
    if (c->reached.persons != c->bound.persons || c->reached.points != c->bound.points)
        return fault(c, CERTIFICATE_NOT_BEST, MATCHING_NONE);
    c->fault = CERTIFICATE_FINE;
    c->at = MATCHING_NONE;
    return true;
}

bool certificate_check(struct certificate *c, struct arena *arena, const struct certificate_claim *claim)
{
    remember_room(c, arena, claim);
    c->reached = c->bound = (struct certificate_sum){ 0, 0 };
    return check_assignment(c, claim) && check_bound(c, claim) && is_reached(c);
}

/* --- What differs. --- */

/* What is between the claimed gain of a citizen and what the row asks for. */
static bool check_gain(struct certificate *c, const struct certificate_claim *claim, int32_t citizen)
{
    int64_t gain = claim->gain[citizen];

    if (gain < 0 || gain > 8 * MATCHING_PERSON || gain < best_gain(claim, citizen))
        return fault(c, CERTIFICATE_GAIN, citizen);
    return true;
}

/* One citizen: her place, taken from the sums and put back, and her gain. */
static bool update_citizen(struct certificate *c, const struct certificate_claim *claim, int32_t i, int32_t changed)
{
    int64_t gain = is_away(claim, i) ? 0 : claim->gain[i];

    if (gain == c->gain[i] && i != changed && c->was_away[i] == is_away(claim, i))
        return true;
    if (!is_away(claim, i) && (gain < c->gain[i] || i == changed || c->was_away[i]) && !check_gain(c, claim, i))
        return false;
    bool is_added = sum_add(&c->bound, c->gain[i], -1) && sum_add(&c->bound, gain, 1);
    c->gain[i] = gain;
    c->was_away[i] = is_away(claim, i);
    return is_added || fault(c, CERTIFICATE_PRICE, i);
}

/* A lower price may make a pair worth more than it was. */
static bool check_column(struct certificate *c, const struct certificate_claim *claim, int32_t place)
{
    const struct market_column *column = &claim->columns[place];

    for (int32_t k = 0; k < column->count; k++) {
        int32_t i = column->at[k].citizen;
        if (!is_away(claim, i)
            && claim->gain[i] + claim->price[place] < MATCHING_PERSON + (int64_t)column->at[k].score)
            return fault(c, CERTIFICATE_GAIN, i);
    }
    return true;
}

static bool update_place(struct certificate *c, const struct certificate_claim *claim, int32_t j)
{
    int64_t price = claim->price[j];

    if (price == c->price[j] && claim->capacity[j] == c->capacity[j])
        return true;
    if (price < 0 || price > 8 * MATCHING_PERSON || claim->capacity[j] < 0)
        return fault(c, CERTIFICATE_PRICE, j);
    if (price < c->price[j] && !check_column(c, claim, j))
        return false;
    bool is_added = sum_add(&c->bound, c->price[j], -(int64_t)c->capacity[j])
                 && sum_add(&c->bound, price, claim->capacity[j]);
    c->price[j] = price;
    c->capacity[j] = claim->capacity[j];
    return is_added || fault(c, CERTIFICATE_PRICE, j);
}

/* Only those who moved, and the one who was changed: her pair may be worth something else now. */
static bool update_assignment(struct certificate *c, const struct certificate_claim *claim, int32_t changed)
{
    for (int32_t i = 0; i < claim->citizens; i++) {
        if (claim->place_of[i] == c->place_of[i] && i != changed && !is_away(claim, i))
            continue;
        leave_seat(c, i);
        if (!take_seat(c, claim, i))
            return false;
    }
    return check_seats(c, claim);
}

/* Those who came since; nobody is forgotten, and nobody's number is used again. */
static void welcome(struct certificate *c, struct arena *arena, const struct certificate_claim *claim)
{
    struct certificate before = *c;

    check(claim->citizens >= before.citizens && claim->places == before.places);
    remember_room(c, arena, claim);
    if (c->place_of != before.place_of) {
        memcpy(c->place_of, before.place_of, (size_t)before.citizens * sizeof *c->place_of);
        memcpy(c->value, before.value, (size_t)before.citizens * sizeof *c->value);
        memcpy(c->gain, before.gain, (size_t)before.citizens * sizeof *c->gain);
        memcpy(c->was_away, before.was_away, (size_t)before.citizens * sizeof *c->was_away);
    }
    for (int32_t i = before.citizens; i < claim->citizens; i++) {
        c->place_of[i] = MATCHING_NONE;
        c->gain[i] = 0;
        c->was_away[i] = true;
    }
}

bool certificate_update(struct certificate *c, struct arena *arena, const struct certificate_claim *claim,
                        int32_t changed)
{
    if (c->fault != CERTIFICATE_FINE || c->place_of == NULL)
        return false;
    welcome(c, arena, claim);
    for (int32_t j = 0; j < claim->places; j++)
        if (!update_place(c, claim, j))
            return false;
    for (int32_t i = 0; i < claim->citizens; i++)
        if (!update_citizen(c, claim, i, changed))
            return false;
    return update_assignment(c, claim, changed) && is_reached(c);
}
