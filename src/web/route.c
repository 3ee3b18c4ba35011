/* SPDX-License-Identifier: MIT
 * route.c: all features' routes as one tree of path segments, built once at start. A literal segment
 * wins over a parameter; when the literal leads nowhere, the parameter is tried. */
#include "web/route.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"

enum { DEPTH_MAX = 12, METHOD_COUNT = POST + 1, TREE_SIZE_MAX = 8 << 20 };

struct segment {
    const char *at;
    size_t length;
};

struct path_segments {
    struct segment at[DEPTH_MAX];
    size_t count;
};

/* A place in the tree. What ends here, what follows by word, and what follows by parameter. */
struct node {
    struct segment word;
    struct node *sibling, *first_child, *parameter;
    const struct route *routes[METHOD_COUNT];
};

static struct arena *tree_arena;
static struct node *tree;

/* False for a path that is too deep for any route. "/" has no segments. */
static bool path_split(const char *path, struct path_segments *segments)
{
    segments->count = 0;
    if (path[0] == '/' && path[1] == 0)
        return true;
    while (*path == '/') {
        size_t length = strcspn(path + 1, "/");
        if (segments->count == DEPTH_MAX)
            return false;
        segments->at[segments->count++] = (struct segment){ path + 1, length };
        path += 1 + length;
    }
    return *path == 0;
}

static bool is_parameter(struct segment segment)
{
    return segment.length > 2 && segment.at[0] == '{' && segment.at[segment.length - 1] == '}';
}

static bool is_same(struct segment a, struct segment b)
{
    return a.length == b.length && memcmp(a.at, b.at, a.length) == 0;
}

static struct node *child_find(const struct node *node, struct segment word)
{
    struct node *child = node->first_child;

    while (child != NULL && !is_same(child->word, word))
        child = child->sibling;
    return child;
}

/* The child for a segment of a route's path, made when it is new. */
static struct node *child_make(struct node *node, struct segment segment)
{
    struct node *child = is_parameter(segment) ? node->parameter : child_find(node, segment);

    if (child != NULL)
        return child;
    child = arena_alloc(tree_arena, sizeof *child);
    child->word = segment;
    if (is_parameter(segment)) {
        node->parameter = child;
    } else {
        child->sibling = node->first_child;
        node->first_child = child;
    }
    return child;
}

static void route_add(const struct route *route, void *context)
{
    struct path_segments segments;
    struct node *node = tree;
    bool is_path = route->path[0] == '/' && path_split(route->path, &segments);

    (void)context;
    check(is_path);
    for (size_t i = 0; i < segments.count; i++)
        node = child_make(node, segments.at[i]);
    check(node->routes[route->method] == NULL); /* Two routes with one path. */
    node->routes[route->method] = route;
}

void route_each(void (*visit)(const struct route *route, void *context), void *context)
{
    for (size_t i = 0; i < feature_count; i++)
        for (const struct route *r = features[i]->routes; r != NULL && r->handler != NULL; r++)
            visit(r, context);
}

static void tree_build(void)
{
    tree_arena = arena_new(TREE_SIZE_MAX);
    tree = arena_alloc(tree_arena, sizeof *tree);
    route_each(route_add, NULL);
}

/* Depth first, words before parameters. The stack holds the parameters not yet tried; each level adds
 * at most one, so DEPTH_MAX are enough. */
static const struct route *tree_find(const struct path_segments *segments, enum method method)
{
    struct {
        const struct node *node;
        size_t depth;
    } untried[DEPTH_MAX];
    size_t untried_count = 0, depth = 0;
    const struct node *node = tree;

    for (;;) {
        if (node != NULL && depth == segments->count && node->routes[method] != NULL)
            return node->routes[method];
        if (node != NULL && depth < segments->count) {
            struct segment segment = segments->at[depth++];
            if (node->parameter != NULL && segment.length > 0) {
                check(untried_count < DEPTH_MAX);
                untried[untried_count].node = node->parameter;
                untried[untried_count++].depth = depth;
            }
            node = child_find(node, segment);
        } else if (untried_count > 0) {
            untried_count--;
            node = untried[untried_count].node;
            depth = untried[untried_count].depth;
        } else {
            return NULL;
        }
    }
}

static void parameters_fill(struct request *r, const struct route *route, const struct path_segments *given)
{
    const char **names = arena_array(r->arena, DEPTH_MAX, sizeof *names);
    const char **values = arena_array(r->arena, DEPTH_MAX, sizeof *values);
    struct path_segments wanted;

    path_split(route->path, &wanted);
    r->parameter_count = 0;
    for (size_t i = 0; i < wanted.count; i++) {
        if (!is_parameter(wanted.at[i]))
            continue;
        names[r->parameter_count] = arena_copy(r->arena, wanted.at[i].at + 1, wanted.at[i].length - 2);
        values[r->parameter_count++] = arena_copy(r->arena, given->at[i].at, given->at[i].length);
    }
    r->parameter_names = names;
    r->parameter_values = values;
}

const struct route *route_find(struct request *r)
{
    struct path_segments segments;
    const struct route *route;

    if (tree == NULL)
        tree_build();
    if (!path_split(r->path, &segments))
        return NULL;
    route = tree_find(&segments, r->method);
    if (route != NULL)
        parameters_fill(r, route, &segments);
    return route;
}

void feature_start_all(void)
{
    for (size_t i = 0; i < feature_count; i++)
        if (features[i]->start != NULL)
            features[i]->start();
}
