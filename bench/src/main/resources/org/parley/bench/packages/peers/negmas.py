"""Runs NegMAS's pareto_frontier_numpy, taken from its source file, once for every line read.

Arguments: NegMAS's preferences/ops.py, a file of doubles, how many of them make a point.
Prints the places of the points on the frontier.
"""
import ast
import sys

import numpy

with open(sys.argv[1], encoding="utf-8") as source:
    tree = ast.parse(source.read())
chosen = [
    each
    for each in tree.body
    if isinstance(each, ast.FunctionDef) and each.name == "pareto_frontier_numpy"
]
names = {"np": numpy, "warn_if_slow": lambda *_, **__: None}
exec(compile(ast.fix_missing_locations(ast.Module(chosen, [])), sys.argv[1], "exec"), names)
points = numpy.fromfile(sys.argv[2], dtype=">f8").astype(float).reshape(-1, int(sys.argv[3]))
print("ready", flush=True)
for _ in sys.stdin:
    print(*names["pareto_frontier_numpy"](points), flush=True)
