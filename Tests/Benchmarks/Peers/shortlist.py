"""Solves a weighted maximum cover with one of Python's tools.

Usage: shortlist.py PEER CELLS ORGANIZATIONS PAIRS K LIMIT, or shortlist.py PEER version

PEER is cbc (through PuLP), highs (through PuLP) or spopt (its MCLP, with CBC). LIMIT is in seconds. Writes a line of
JSON: objective, checked on the tables, and upper_bound where the tool gives one.
"""

import csv
import json
import os
import sys
import tempfile


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def version(peer):
    import pulp
    if peer == "spopt":
        import spopt
        return f"spopt {spopt.__version__}, CBC"
    if peer == "highs":
        import highspy
        highs = highspy.Highs()
        return f"HiGHS {highs.version()}"
    return f"PuLP {pulp.__version__}, CBC"


class Problem:
    def __init__(self, cells, organizations, pairs):
        cells = rows(cells)
        self.weights = [float(row["weight"]) for row in cells]
        places = {row["cell"]: place for place, row in enumerate(cells)}
        candidates = {row["org"]: place for place, row in enumerate(rows(organizations))}
        self.count = len(candidates)
        self.coverers = [set() for _ in cells]
        for row in rows(pairs):
            self.coverers[places[row["cell"]]].add(candidates[row["org"]])

    def value(self, picks):
        picks = set(picks)
        return sum(weight for weight, coverers in zip(self.weights, self.coverers) if picks & coverers)


def programme(problem, size):
    import pulp
    model = pulp.LpProblem("cover", pulp.LpMaximize)
    x = [pulp.LpVariable(f"x{j}", 0, 1, cat="Binary") for j in range(problem.count)]
    y = {c: pulp.LpVariable(f"y{c}", 0, 1) for c, coverers in enumerate(problem.coverers) if coverers}
    model += pulp.LpAffineExpression([(y[c], problem.weights[c]) for c in y])
    for c in y:
        model += pulp.LpAffineExpression([(y[c], 1)] + [(x[j], -1) for j in problem.coverers[c]]) <= 0
    model += pulp.lpSum(x) <= size
    return model, x


def solve_cbc(problem, size, limit):
    import pulp
    model, x = programme(problem, size)
    log = tempfile.mktemp(suffix=".log")
    model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=limit, threads=2, gapRel=0, logPath=log))
    picks = [j for j, variable in enumerate(x) if (variable.value() or 0) > 0.5]
    with open(log) as file:
        lines = file.read().splitlines()
    os.unlink(log)
    bounds = [float(line.split()[-1]) for line in lines if line.startswith(("Upper bound", "Lower bound"))]
    finished = any("Optimal solution found" in line for line in lines)
    return picks, abs(bounds[-1]) if bounds else problem.value(picks) if finished else None


def solve_highs(problem, size, limit):
    import pulp
    model, x = programme(problem, size)
    model.solve(pulp.HiGHS(msg=False, timeLimit=limit, threads=2, gapRel=0))
    picks = [j for j, variable in enumerate(x) if (variable.value() or 0) > 0.5]
    return picks, abs(model.solverModel.getInfo().mip_dual_bound)


def solve_spopt(problem, size, limit):
    import numpy
    import pulp
    from spopt.locate import MCLP
    costs = numpy.ones((len(problem.weights), problem.count))
    for cell, coverers in enumerate(problem.coverers):
        costs[cell, list(coverers)] = 0
    model = MCLP.from_cost_matrix(costs, numpy.array(problem.weights), 0.5, size)
    model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=limit, threads=2, gapRel=0))
    return [j for j, variable in enumerate(model.fac_vars) if (variable.value() or 0) > 0.5], None


def main():
    peer = sys.argv[1]
    if sys.argv[2:] == ["version"]:
        print(version(peer))
        return
    problem = Problem(*sys.argv[2:5])
    size, limit = int(sys.argv[5]), float(sys.argv[6])
    solve = {"cbc": solve_cbc, "highs": solve_highs, "spopt": solve_spopt}[peer]
    picks, bound = solve(problem, size, limit)
    result = {"objective": problem.value(picks)}
    if bound is not None:
        result["upper_bound"] = bound
    print(json.dumps(result))


main()
