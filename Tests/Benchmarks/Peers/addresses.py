"""Reads addresses with one of the tools that others use, offline, against the same list of towns.

Usage: addresses.py PEER version
       addresses.py PEER build LIST FOLDER         makes what the peer needs of Geolonia's list of towns
       addresses.py PEER read FOLDER FILE OUTPUT   a CSV with the column `input`; prints rows and seconds of reading

PEER is jageocoder (1.4.1: 2.x can't make a dictionary of a list) or normalizer (the Python port of Geolonia's
normalize-japanese-addresses).
"""

import csv
import gzip
import json
import os
import re
import sqlite3
import sys
import time

NUMERAL = "[〇一二三四五六七八九十百千]+"


def towns(path):
    """(prefecture, municipality, 大字・町丁目, 小字, latitude, longitude), whichever titles the list has."""
    titles = [
        ("prefecture", "都道府県名"), ("municipality", "市区町村名"), ("town", "大字町丁目名"),
        ("koaza", "小字・通称名"), ("latitude", "緯度"), ("longitude", "経度"),
    ]
    with open(path, "rb") as file:
        opened = gzip.open if file.read(2) == b"\x1f\x8b" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        names = [next((name for name in pair if name in reader.fieldnames), None) for pair in titles]
        # Some releases have no 小字.
        if None in names[:3] + names[4:]:
            sys.exit(f"{path} is not Geolonia's list of towns")
        for row in reader:
            prefecture, municipality, town, koaza, latitude, longitude = (row.get(name) or "" for name in names)
            # Releases differ in whether the name has the 小字 in it.
            if koaza and town.endswith(koaza):
                town = town[: -len(koaza)]
            if latitude and longitude:
                yield prefecture, municipality, town, koaza, float(latitude), float(longitude)


class Jageocoder:
    package = "jageocoder"

    @staticmethod
    def levels(prefecture, municipality, town, koaza):
        """The levels that jageocoder knows, from 1 (都道府県) to 6 (丁目, 小字)."""
        yield 1, prefecture
        county = re.match("(.+?郡)(.+[町村])$", municipality)
        ward = re.match("(.+市)(.+区)$", municipality)
        if county:
            yield 2, county[1]
            yield 3, county[2]
        elif ward:
            yield 3, ward[1]
            yield 4, ward[2]
        else:
            yield 3, municipality
        line = re.fullmatch(f"(.+{NUMERAL}条)([東西南北].*丁目)", town)
        chome = line or re.fullmatch(f"(.+?)({NUMERAL}丁目)", town)
        if koaza or not chome:
            yield 5, town
            if koaza:
                yield 6, koaza
        else:
            yield 5, chome[1]
            yield 6, chome[2]

    @classmethod
    def build(cls, path, folder):
        """Puts the nodes into its database directly, which its own reader takes hours for; the index is its own."""
        from jageocoder.tree import AddressTree

        tree = AddressTree(db_dir=folder, mode="w")
        tree.get_root()
        standardize = tree.converter.standardize
        tree.session.commit()
        tree.close()
        database = sqlite3.connect(f"{folder}/address.db")
        root, last = database.execute("select min(id), max(id) from node").fetchone()
        ids, rows = {(): root}, []
        for prefecture, municipality, town, koaza, latitude, longitude in towns(path):
            names = ()
            for level, name in cls.levels(prefecture, municipality, town, koaza):
                parent, names = names, (*names, (level, name))
                if names not in ids:
                    last += 1
                    ids[names] = last
                    rows.append((last, name, standardize(name), longitude, latitude, level, None, ids[parent]))
        database.executemany(
            "insert into node(id, name, name_index, x, y, level, note, parent_id, priority) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, 99)",
            rows)
        database.commit()
        database.close()
        tree = AddressTree(db_dir=folder, mode="a")
        tree.create_tree_index()
        tree.create_trie_index()
        tree.close()

    def __init__(self, folder):
        import jageocoder

        jageocoder.init(db_dir=folder, mode="r")
        self.search = jageocoder.searchNode

    def read(self, address):
        found = self.search(address)
        if not found:
            return "", "", ""
        parts, node = ["", "", ""], found[0].node
        while node is not None and node.level is not None and node.level > 0:
            place = 0 if node.level == 1 else 1 if node.level < 5 else 2
            parts[place] = node.name + parts[place]
            node = node.parent
        return parts


class Normalizer:
    package = "normalize-japanese-addresses"

    @staticmethod
    def build(path, folder):
        """The files that its web service has. 小字 are no rows of their own there."""
        all_towns = {}
        for prefecture, municipality, town, koaza, latitude, longitude in towns(path):
            rows = all_towns.setdefault(prefecture, {}).setdefault(municipality, {})
            if not koaza or town not in rows:
                rows[town] = {"town": town, "koaza": "", "lat": latitude, "lng": longitude}
        for prefecture, municipalities in all_towns.items():
            os.makedirs(f"{folder}/ja/{prefecture}", exist_ok=True)
            for municipality, rows in municipalities.items():
                with open(f"{folder}/ja/{prefecture}/{municipality}.json", "w", encoding="utf-8") as file:
                    json.dump(list(rows.values()), file, ensure_ascii=False)
        with open(f"{folder}/ja.json", "w", encoding="utf-8") as file:
            json.dump({name: list(rows) for name, rows in all_towns.items()}, file, ensure_ascii=False)

    def __init__(self, folder):
        from normalize_japanese_addresses import normalize

        self.normalize, self.endpoint = normalize, f"file://{os.path.abspath(folder)}/ja"

    def read(self, address):
        found = self.normalize(address, endpoint=self.endpoint)
        return found["pref"], found["city"], found["town"]


def read(peer, path, output):
    with open(path, encoding="utf-8-sig", newline="") as file:
        addresses = [row["input"] for row in csv.DictReader(file)]
    start = time.perf_counter()
    results = []
    for address in addresses:
        try:
            results.append(peer.read(address))
        except Exception as error:  # An address that it can't stand is one that it doesn't find.
            print(f"{address}: {error!r}", file=sys.stderr)
            results.append(("", "", ""))
    seconds = time.perf_counter() - start
    with open(output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["prefecture", "municipality", "town"])
        writer.writerows([part or "" for part in result] for result in results)
    print(len(results), f"{seconds:.3f}")


if __name__ == "__main__":
    peer = {"jageocoder": Jageocoder, "normalizer": Normalizer}[sys.argv[1]]
    action, *paths = sys.argv[2:]
    if action == "version":
        from importlib import metadata

        version = metadata.version(peer.package)
        if peer is Jageocoder and not version.startswith("1."):
            sys.exit("jageocoder 2 has no builder of dictionaries")
        print(peer.package, version)
    elif action == "build":
        os.makedirs(paths[1])
        start = time.perf_counter()
        peer.build(*paths)
        print(f"{time.perf_counter() - start:.1f}")
    else:
        read(peer(paths[0]), *paths[1:])
