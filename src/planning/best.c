/* SPDX-License-Identifier: MIT
 * best.c: one person's best plan. Depth first over the bundles, the most worth first, with and without each. What is
 * left can at most add its best from each clique of conflicts: of those that exclude each other only one comes. */
#include <string.h>

#include "base/check.h"
#include "planning/planning.h"

/* Bundles as the search sees them: sorted by what they are worth, net of prices. */
struct order {
    const struct planning_person *person;
    int count;
    int from[PLANNING_BUNDLES_MAX]; /* Which bundle of the person stands here. */
    int quarters[PLANNING_BUNDLES_MAX], kind[PLANNING_BUNDLES_MAX];
    int64_t value[PLANNING_BUNDLES_MAX];
    uint64_t conflicts[PLANNING_BUNDLES_MAX];
};

/* A node: what is chosen, and what may still come. */
struct node {
    uint64_t chosen, left;
    int64_t value;  /* Of the chosen, net. */
    int planned;    /* Quarters planned. */
    int counted;    /* Quarters that count, before the target. */
    int16_t sums[PLANNING_KINDS_MAX];
};

static int64_t net_value(const struct planning_person *person, const int64_t *prices, int bundle)
{
    return person->bundles[bundle].value - (prices == NULL ? 0 : prices[bundle]);
}

static int64_t full_worth(const struct planning_person *person, const int64_t *prices, int bundle)
{
    return (int64_t)person->bundles[bundle].quarters * PLANNING_QUARTER_WORTH + net_value(person, prices, bundle);
}

/* Puts a bundle where it belongs; what can only cost is left out. */
static void order_add(struct order *order, const int64_t *prices, int bundle)
{
    const struct planning_person *person = order->person;
    int64_t worth = full_worth(person, prices, bundle);
    int place = order->count;

    if (worth <= 0 || person->bundles[bundle].quarters > person->target + person->slack)
        return;
    while (place > 0 && full_worth(person, prices, order->from[place - 1]) < worth) {
        order->from[place] = order->from[place - 1];
        place--;
    }
    order->from[place] = bundle;
    order->count++;
}

static void order_fill(struct order *order, const int64_t *prices)
{
    const struct planning_person *person = order->person;

    for (int i = 0; i < order->count; i++) {
        const struct planning_bundle *bundle = &person->bundles[order->from[i]];
        order->quarters[i] = bundle->quarters;
        order->kind[i] = bundle->kind;
        order->value[i] = net_value(person, prices, order->from[i]);
        for (int j = 0; j < order->count; j++)
            if ((person->conflicts[order->from[i]] >> order->from[j] & 1) != 0)
                order->conflicts[i] |= UINT64_C(1) << j;
    }
}

static int gain_of(const struct order *order, const struct node *node, int i)
{
    int kind = order->kind[i], cap = order->person->caps[kind], room = cap - node->sums[kind];

    if (cap == 0 || room >= order->quarters[i])
        return order->quarters[i];
    return room > 0 ? room : 0;
}

static int64_t worth_of(const struct order *order, const struct node *node)
{
    int counted = node->counted < order->person->target ? node->counted : order->person->target;

    return (int64_t)counted * PLANNING_QUARTER_WORTH + node->value;
}

/* The hours missing are worth W each, those beyond nothing: for every share s of W, W * min(missing, sum) is at most
 * s * missing + (W - s) * sum. With a share the bound is a sum over cliques; the least of them holds. */
enum { SHARES = 5 };
static const int64_t shares[SHARES] = { 0, PLANNING_QUARTER_WORTH / 4, PLANNING_QUARTER_WORTH / 2,
                                        PLANNING_QUARTER_WORTH / 4 * 3, PLANNING_QUARTER_WORTH };

/* Adds to each share the best that one clique can give; takes the clique out of `left`. */
static uint64_t clique_add(const struct order *order, const struct node *node, uint64_t left, int64_t sums[SHARES])
{
    int64_t best[SHARES] = { 0 };
    uint64_t may_join = left, clique = 0;

    while (may_join != 0) {
        int i = __builtin_ctzll(may_join);
        int64_t gain = gain_of(order, node, i);
        for (int s = 0; s < SHARES; s++) {
            int64_t worth = (PLANNING_QUARTER_WORTH - shares[s]) * gain + order->value[i];
            best[s] = worth > best[s] ? worth : best[s];
        }
        clique |= UINT64_C(1) << i;
        may_join &= order->conflicts[i];
    }
    for (int s = 0; s < SHARES; s++)
        sums[s] += best[s];
    return left & ~clique;
}

static int64_t bound_of(const struct order *order, const struct node *node)
{
    int missing = node->counted < order->person->target ? order->person->target - node->counted : 0;
    int64_t sums[SHARES] = { 0 }, least = INT64_MAX;

    for (uint64_t left = node->left; left != 0;)
        left = clique_add(order, node, left, sums);
    for (int s = 0; s < SHARES; s++) {
        int64_t sum = shares[s] * missing + sums[s];
        least = sum < least ? sum : least;
    }
    return worth_of(order, node) + least;
}

static void node_take(const struct order *order, struct node *node, int i)
{
    node->counted += gain_of(order, node, i);
    node->sums[order->kind[i]] = (int16_t)(node->sums[order->kind[i]] + order->quarters[i]);
    node->planned += order->quarters[i];
    node->value += order->value[i];
    node->chosen |= UINT64_C(1) << i;
    node->left &= ~order->conflicts[i];
}

/* Those that no longer fit into target and slack are out. */
static void node_trim(const struct order *order, struct node *node)
{
    int room = order->person->target + order->person->slack - node->planned;

    for (uint64_t left = node->left; left != 0; left &= left - 1) {
        int i = __builtin_ctzll(left);
        if (order->quarters[i] > room)
            node->left &= ~(UINT64_C(1) << i);
    }
}

/* The start in the order's own bits; bundles that are out of the order are dropped. */
static struct node start_of(const struct order *order, uint64_t start)
{
    struct node node = { .left = 0 };

    for (int i = 0; i < order->count; i++)
        if ((start >> order->from[i] & 1) != 0)
            node_take(order, &node, i);
    return node;
}

struct best {
    uint64_t chosen;
    int64_t worth, bound, nodes;
};

/* The stack holds at most two nodes a level: with the bundle, and without it. */
static struct best search_tree(const struct order *order, struct best best, int64_t nodes_most)
{
    struct node stack[PLANNING_BUNDLES_MAX + 2];
    int depth = 1;

    memset(&stack[0], 0, sizeof stack[0]);
    stack[0].left = order->count == PLANNING_BUNDLES_MAX ? UINT64_MAX : (UINT64_C(1) << order->count) - 1;
    while (depth > 0) {
        struct node node = stack[--depth];
        int64_t bound;
        if (worth_of(order, &node) > best.worth) {
            best.worth = worth_of(order, &node);
            best.chosen = node.chosen;
        }
        node_trim(order, &node);
        if (node.left == 0 || (bound = bound_of(order, &node)) <= best.worth)
            continue;
        if (++best.nodes > nodes_most) {
            best.bound = bound > best.bound ? bound : best.bound;
            continue;
        }
        int i = __builtin_ctzll(node.left);
        node.left &= ~(UINT64_C(1) << i);
        stack[depth++] = node;
        node_take(order, &node, i);
        stack[depth++] = node;
    }
    return best;
}

static uint64_t chosen_of(const struct order *order, uint64_t chosen)
{
    uint64_t bundles = 0;

    for (; chosen != 0; chosen &= chosen - 1)
        bundles |= UINT64_C(1) << order->from[__builtin_ctzll(chosen)];
    return bundles;
}

struct planning_plan planning_best(const struct planning_person *person, const struct planning_search *search)
{
    struct order order = { .person = person };

    check(person->count >= 0 && person->count <= PLANNING_BUNDLES_MAX);
    for (int i = 0; i < person->count; i++)
        if ((search->allowed >> i & 1) != 0)
            order_add(&order, search->prices, i);
    order_fill(&order, search->prices);
    struct node start = start_of(&order, search->start & search->allowed);
    struct best best = { start.chosen, worth_of(&order, &start), INT64_MIN, 0 };
    best = search_tree(&order, best, search->nodes_most > 0 ? search->nodes_most : PLANNING_NODES);
    struct planning_plan plan = planning_worth(person, chosen_of(&order, best.chosen));
    plan.worth = best.worth;
    plan.bound = best.bound > best.worth ? best.bound : best.worth;
    plan.nodes = best.nodes;
    return plan;
}
