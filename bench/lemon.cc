// SPDX-License-Identifier: MIT
// lemon.cc: citizens, places and a node for having none, as a minimum cost flow. In C++, as LEMON is a library of
// templates; nothing but the bench is.
#include <ctime>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include "lemon.h"

namespace {

int64_t now()
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return int64_t(t.tv_sec) * 1000000000 + t.tv_nsec;
}

// One arc more for each citizen: to having no place, which costs more than all scores together.
std::vector<std::pair<int, int>> arcs_of(const market *m)
{
    std::vector<std::pair<int, int>> arcs;
    int none = m->citizens + m->places, sink = none + 1;

    arcs.reserve(size_t(m->start[m->citizens]) + size_t(m->citizens) + size_t(m->places) + 1);
    for (int i = 0; i < m->citizens; i++) {
        for (int64_t k = m->start[i]; k < m->start[i + 1]; k++)
            arcs.emplace_back(i, m->citizens + m->pairs[k].place);
        arcs.emplace_back(i, none);
    }
    for (int j = 0; j < m->places; j++)
        arcs.emplace_back(m->citizens + j, sink);
    arcs.emplace_back(none, sink);
    return arcs;
}

}

lemon_result lemon_solve(const market *m)
{
    typedef lemon::StaticDigraph Graph;
    Graph graph;
    std::vector<std::pair<int, int>> arcs = arcs_of(m);
    int sink = m->citizens + m->places + 1;
    int64_t highest = 0;

    for (int64_t k = 0; k < m->start[m->citizens]; k++)
        highest = m->pairs[k].score > highest ? m->pairs[k].score : highest;
    int64_t without = (highest + 1) * (m->citizens + 1);
    graph.build(sink + 1, arcs.begin(), arcs.end());
    Graph::ArcMap<int64_t> cost(graph), upper(graph);
    int arc = 0;
    for (int i = 0; i < m->citizens; i++) {
        for (int64_t k = m->start[i]; k < m->start[i + 1]; k++, arc++) {
            cost[graph.arc(arc)] = highest - m->pairs[k].score;
            upper[graph.arc(arc)] = 1;
        }
        cost[graph.arc(arc)] = without;
        upper[graph.arc(arc++)] = 1;
    }
    for (int j = 0; j < m->places; j++)
        upper[graph.arc(arc++)] = m->capacity[j];
    upper[graph.arc(arc)] = m->citizens;
    Graph::NodeMap<int64_t> supply(graph, 0);
    for (int i = 0; i < m->citizens; i++)
        supply[graph.node(i)] = 1;
    supply[graph.node(sink)] = -m->citizens;

    typedef lemon::NetworkSimplex<Graph, int64_t, int64_t> Simplex;
    Simplex simplex(graph);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply);
    int64_t began = now();
    lemon_result result = {};
    result.is_there = simplex.run() == Simplex::OPTIMAL;
    result.nanoseconds = now() - began;
    int64_t unmatched = simplex.flow(graph.arc(arc));
    result.matched = m->citizens - unmatched;
    result.score = highest * result.matched - (simplex.totalCost<int64_t>() - unmatched * without);
    return result;
}
