"""Measures floating catchment areas with Python's tools.

Usage: access.py PEER DEMAND SUPPLY CATCHMENT SIGMA OUTPUT GIGABYTES, or access.py PEER version

PEER is access (PySAL's, on the pairs that SciPy's k-d tree finds) or stream (NumPy and SciPy, a part of the supply at a
time). DEMAND has id, x, y, pop, SUPPLY id, x, y, cap. GIGABYTES is the address space that it may use.
"""

import resource
import sys


def read(path):
    import pandas

    return pandas.read_csv(path)


def points(table):
    return table[["x", "y"]].to_numpy()


class Access:
    package = "access"

    def measure(self, demand, supply, catchment, sigma):
        import pandas
        from access import Access, weights
        from scipy.spatial import cKDTree

        found = cKDTree(points(demand)).sparse_distance_matrix(cKDTree(points(supply)), catchment, output_type="ndarray")
        costs = pandas.DataFrame({"origin": found["i"], "dest": found["j"], "cost": found["v"]})
        model = Access(demand_df=demand, demand_index="id", demand_value="pop", supply_df=supply, supply_index="id",
                       supply_value="cap", cost_df=costs, cost_origin="origin", cost_dest="dest", cost_name="cost")
        result = model.enhanced_two_stage_fca(name="e2sfca", cost="cost", max_cost=catchment,
                                              weight_fn=weights.gaussian(sigma))
        return {"id": demand["id"], "e2sfca": result["e2sfca_cap"].reindex(demand["id"]).to_numpy()}


class Stream:
    package = "scipy"
    # Pairs that are held at once, about.
    pairs = 4_000_000

    def measure(self, demand, supply, catchment, sigma):
        import numpy
        from scipy.spatial import cKDTree

        people, capacity = demand["pop"].to_numpy(float), supply["cap"].to_numpy(float)
        n, m = len(demand), len(supply)
        tree, places = cKDTree(points(demand)), points(supply)
        near = tree.query_ball_point(places[:: max(1, m // 500)], catchment, return_length=True).mean()
        part = max(100, int(self.pairs / max(1.0, near)))

        def blocks():
            for start in range(0, m, part):
                found = cKDTree(places[start:start + part]).sparse_distance_matrix(tree, catchment, output_type="ndarray")
                yield start + found["i"], found["j"], numpy.exp(-found["v"] ** 2 / (2 * sigma * sigma))

        def quotient(a, b):
            return numpy.divide(a, b, out=numpy.zeros(len(b)), where=b > 0)

        at_supply, columns, rows, count = numpy.zeros(m), numpy.zeros(m), numpy.zeros(n), numpy.zeros(n, int)
        for j, i, f in blocks():
            at_supply += numpy.bincount(j, people[i] * f, m)
            columns += numpy.bincount(j, f, m)
            rows += numpy.bincount(i, f, n)
            count += numpy.bincount(i, minlength=n)
        ratios = quotient(capacity, at_supply)
        e2sfca, balanced = numpy.zeros(n), numpy.zeros(m)
        for j, i, f in blocks():
            e2sfca += numpy.bincount(i, ratios[j] * f, n)
            balanced += numpy.bincount(j, people[i] * f / rows[i], m)
        levels = quotient(capacity, balanced)
        bfca = numpy.zeros(n)
        for j, i, f in blocks():
            bfca += numpy.bincount(i, levels[j] * f / columns[j], n)
        return {"id": demand["id"], "e2sfca": e2sfca, "bfca": bfca, "count": count}


if __name__ == "__main__":
    # The folder of this script: PySAL's module is called like it.
    sys.path.pop(0)
    peer = {"access": Access, "stream": Stream}[sys.argv[1]]()
    if sys.argv[2] == "version":
        from importlib import metadata

        import pandas
        import scipy

        name = "PySAL access" if sys.argv[1] == "access" else "NumPy, streamed, SciPy"
        print(name, metadata.version(peer.package))
    else:
        demand, supply, catchment, sigma, output, gigabytes = sys.argv[2:]
        limit = int(float(gigabytes) * 2**30)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        import pandas

        measured = peer.measure(read(demand), read(supply), float(catchment), float(sigma))
        pandas.DataFrame(measured).to_csv(output, index=False, float_format="%.17g")
