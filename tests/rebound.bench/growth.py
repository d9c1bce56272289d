#!/usr/bin/env python3
"""Draws how costs grow with the number of events: growth.py TABLE.tsv >PICTURE.svg

The table is what "run store" prints, of databases of several sizes one after the other. The thread's processor time is
drawn, both axes logarithmic."""
import math
import sys

LINES = [  # what is drawn, to which unit (milliseconds) it is brought, colour
    ("import, each event", 1e-3, "#1f77b4"),
    ("standing and history of an address", 1, "#2ca02c"),
    ("median page of the log", 1, "#17becf"),
    ("slowest page of the log", 1, "#9467bd"),
    ("statistics of a campaign", 1, "#ff7f0e"),
    ("suggest", 1, "#8c564b"),
    ("replay of a policy", 1, "#d62728"),
    ("report as csv", 1, "#7f7f7f"),
    ("report as xlsx", 1, "#000000"),
]
LEFT, TOP, WIDTH, HEIGHT, RIGHT, BOTTOM = 80, 20, 460, 400, 260, 50


def read(name):
    """The table as {what: {events: milliseconds}}."""
    rows = {}
    for line in open(name, encoding="utf-8"):
        events, what, _, processor, _ = line.rstrip("\n").split("\t")[:5]
        if not processor:
            continue
        if what.startswith("page "):
            slowest = rows.setdefault("slowest page of the log", {})
            slowest[int(events)] = max(slowest.get(int(events), 0), float(processor))
        elif what.startswith("median of "):
            rows.setdefault("median page of the log", {})[int(events)] = float(processor)
        else:
            rows.setdefault(what, {})[int(events)] = float(processor)
    return rows


def number(value):
    return "%g s" % (value / 1000) if value >= 1000 else "%g ms" % value if value >= 1 else "%g µs" % (value * 1000)


def draw(rows):
    lines = [(what, colour, {n: v * factor for n, v in rows[what].items()}) for what, factor, colour in LINES
             if what in rows]
    sizes = sorted({n for _, _, points in lines for n in points})
    values = [v for _, _, points in lines for v in points.values() if v > 0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(n):
        return LEFT + WIDTH * (math.log10(n) - first) / (last - first)

    def y(v):
        return TOP + HEIGHT * (high - math.log10(max(v, 10 ** low))) / (high - low)

    yield ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="13">'
           % (LEFT + WIDTH + RIGHT, TOP + HEIGHT + BOTTOM))
    yield '<rect width="100%" height="100%" fill="white"/>'
    for power in range(low, high + 1):
        at = y(10 ** power)
        yield '<path d="M%d %.1fH%d" stroke="#ddd"/>' % (LEFT, at, LEFT + WIDTH)
        yield '<text x="%d" y="%.1f" text-anchor="end">%s</text>' % (LEFT - 8, at + 4, number(10 ** power))
    for n in sizes:
        yield '<path d="M%.1f %dV%d" stroke="#ddd"/>' % (x(n), TOP, TOP + HEIGHT)
        yield '<text x="%.1f" y="%d" text-anchor="middle">%s</text>' % (x(n), TOP + HEIGHT + 18, format(n, ","))
    yield ('<text x="%d" y="%d" text-anchor="middle">events in the database</text>'
           % (LEFT + WIDTH / 2, TOP + HEIGHT + 38))
    labels = -math.inf
    for what, colour, points in sorted(lines, key=lambda line: -line[2][max(line[2])]):
        path = "L".join("%.1f %.1f" % (x(n), y(points[n])) for n in sorted(points))
        yield '<path d="M%s" fill="none" stroke="%s" stroke-width="2"/>' % (path, colour)
        for n in points:
            yield '<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (x(n), y(points[n]), colour)
        labels = max(labels + 16, y(points[max(points)]) + 4)
        yield '<text x="%d" y="%.1f" fill="%s">%s</text>' % (LEFT + WIDTH + 10, labels, colour, what)
    yield "</svg>"


print("\n".join(draw(read(sys.argv[1]))))
