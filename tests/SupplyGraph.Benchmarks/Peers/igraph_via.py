"""Answers via questions with igraph, as one would who knows it well.

usage: igraph_via.py EDGES SECONDS
EDGES has a line `from<TAB>to<TAB>weight` for each pair of companies. Prints the version once the graph is loaded. For each line `from to via limit maxHops`
of standard input it prints the milliseconds that the answer took and the weights of the best routes, or the milliseconds alone and `late` after SECONDS.

igraph cuts the graph down to what routes of so few legs can touch (balls and distances, in C); the search within is best first, with a lower bound for each
node, legs left and via owed.
"""
import heapq
import itertools
import math
import sys
import time

import igraph


def read(path):
    """The graph of a file of edges."""
    with open(path, encoding="ascii") as file:
        rows = [line.split("\t") for line in file]
    edges = [(int(row[0]), int(row[1])) for row in rows]
    graph = igraph.Graph(n=1 + max(map(max, edges)), edges=edges, directed=True)
    graph.es["weight"] = [float(row[2]) for row in rows]
    return graph


def cut_down(graph, start, end, via, hops):
    """The part of the graph that routes of at most so many legs can touch, and where the three companies are in it; None where there is no such route."""
    near = set(graph.neighborhood(start, order=hops // 2, mode="out"))
    near.update(graph.neighborhood(end, order=(hops + 1) // 2, mode="in"))
    nodes = sorted(near)
    if not near.issuperset((start, end, via)):
        return None
    start, end, via = map({node: place for place, node in enumerate(nodes)}.__getitem__, (start, end, via))
    part = graph.induced_subgraph(nodes)
    ahead = part.distances(source=[start, via], mode="out")
    back = part.distances(source=[via, end], mode="in")
    to_via, from_via = hops - ahead[1][end], hops - ahead[0][via]
    kept = [
        node
        for node in range(len(nodes))
        if ahead[0][node] + back[0][node] <= to_via or ahead[1][node] + back[1][node] <= from_via
    ]
    place = {node: place for place, node in enumerate(kept)}
    if not {start, end, via} <= place.keys():
        return None
    return part.induced_subgraph(kept), place[start], place[end], place[via]


def bounds_of(legs, end, via, hops):
    """For each number of legs left and via owed (1) or passed (0): the least weight from each node to the end."""
    nothing = [math.inf] * len(legs)
    bounds = [(nothing[:], nothing)]
    bounds[0][0][end] = 0.0
    for _ in range(hops):
        passed, owed = bounds[-1]
        from_here = owed[:]
        from_here[via] = passed[via]
        passed = [min((weight + passed[to] for to, weight in out), default=math.inf) for out in legs]
        passed[end] = 0.0
        owed = [min((weight + from_here[to] for to, weight in out), default=math.inf) for out in legs]
        owed[end] = math.inf
        bounds.append((passed, owed))
    return bounds


def best_routes(graph, start, end, via, limit, hops, deadline):
    """The weights of the best simple routes through the via, best first; None past the deadline."""
    found = cut_down(graph, start, end, via, hops)
    if found is None:
        return []
    part, start, end, via = found
    legs = [[] for _ in range(part.vcount())]
    for (source, target), weight in zip(part.get_edgelist(), part.es["weight"]):
        legs[source].append((target, weight))
    bounds = bounds_of(legs, end, via, hops)
    weights = []
    order = itertools.count()
    heap = [(bounds[hops][1][start], next(order), 0.0, (start,), 1)]
    while heap and len(weights) < limit and heap[0][0] < math.inf:
        if time.perf_counter() > deadline:
            return None
        _, _, so_far, route, owed = heapq.heappop(heap)
        if route[-1] == end:
            weights.append(so_far)
            continue
        left = bounds[hops - len(route)]
        for to, weight in legs[route[-1]]:
            still = 0 if to == via else owed
            least = so_far + weight + left[still][to]
            if least < math.inf and to not in route:
                heapq.heappush(heap, (least, next(order), so_far + weight, (*route, to), still))
    return weights


def main(path, seconds):
    """Answers what standard input asks."""
    graph = read(path)
    print(igraph.__version__, flush=True)
    for line in sys.stdin:
        start, end, via, limit, hops = map(int, line.split())
        started = time.perf_counter()
        weights = best_routes(graph, start, end, via, limit, hops, started + float(seconds))
        took = (time.perf_counter() - started) * 1000
        print(f"{took:.4f}", *(["late"] if weights is None else [f"{weight:.9f}" for weight in weights]), sep="\t", flush=True)


main(*sys.argv[1:])
