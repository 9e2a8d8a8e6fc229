"""Links two lists of organisations with one of Python's tools, after Japanese normalisation.

Usage: linkage.py PEER DATA A B OUTPUT, or linkage.py PEER version

PEER is splink, splink-rule (with a rule against siblings) or rapidfuzz (the normalised name alone). DATA is the folder
of Tsunagi's tables: the peers get its legal forms, variants of kanji and words that tell organisations apart.
OUTPUT gets a row for each link: id_a, id_b.
"""

import csv
import gzip
import logging
import re
import sys
import unicodedata

COLUMNS = ["id", "name", "postal", "address", "tel", "email", "representative", "corporate_number"]
TITLES = re.compile("^(代表理事|代表者|代表|理事長|会長|所長|施設長|園長|館長|委員長)")
LARGE = str.maketrans("ぁぃぅぇぉっゃゅょァィゥェォッャュョヶヵ", "あいうえおつやゆよアイウエオツヤユヨケケ")
NUMERAL = {kanji: str(number) for number, kanji in enumerate("〇一二三四五六七八九")}


def rows(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Normalizer:
    def __init__(self, data):
        self.variants = str.maketrans({row["variant"]: row["standard"]
                                       for row in rows(f"{data}/text/kanji_variants.csv") if len(row["variant"]) == 1})
        forms = {self.folded(row["spelling"]) for row in rows(f"{data}/text/legal_forms.csv")}
        alternatives = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        self.form = re.compile(f"^({alternatives})|({alternatives})$")

    def folded(self, text):
        text = unicodedata.normalize("NFKC", text or "").lower().translate(self.variants)
        return re.sub(r"\s", "", text)

    def name(self, text):
        """Without notes in brackets, legal form, marks, and how ヶ and small kana are written."""
        name = self.folded(text)
        bare = re.sub(r"[(【\[〔][^)】\]〕]*[)】\]〕]?", "", self.form.sub("", name)) or name
        bare = self.form.sub("", bare) or bare
        bare = re.sub("[-‐―−](?=$|[ァ-ヶ])", "ー", bare).translate(LARGE)
        bare = re.sub("子ども|子供", "こども", bare).replace("障がい", "障害")
        return re.sub("[・\\-「」『』]", "", bare)

    def digits(self, text):
        return re.sub(r"\D", "", unicodedata.normalize("NFKC", text or ""))

    def address(self, text):
        """The lot, in numbers: what stands before it is left out or not, and what follows is a building."""
        address = re.sub("[〇一二三四五六七八九](?=丁目)", lambda match: NUMERAL[match[0]], self.folded(text))
        address = re.sub("丁目|番地の?|番|号", "-", address)
        match = re.search(r"([^\d市区町村県]*?)(\d+(?:-\d+)*)", address)
        return match[1][-6:] + match[2] if match else address

    def record(self, row):
        return {
            "unique_id": row["id"], "name": self.name(row["name"]), "postal": self.digits(row["postal"]),
            "address": self.address(row["address"]), "tel": self.digits(row["tel"]), "email": self.folded(row["email"]),
            "representative": TITLES.sub("", self.folded(row["representative"])),
            "corporate_number": self.digits(row["corporate_number"]),
        }


class Siblings:
    """Whether two names differ by a word that tells organisations apart: 第二, 西, 家族会."""

    def __init__(self, data, normalizer):
        self.words = {normalizer.folded(row["word"]) for row in rows(f"{data}/text/distinguishing_words.csv")
                      if row["class"] not in ("neutral", "unit")}

    def __call__(self, a, b):
        start = 0
        while start < min(len(a), len(b)) and a[start] == b[start]:
            start += 1
        end = 0
        while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
            end += 1
        parts = [text[start:len(text) - end] for text in (a, b)]
        return any(part and any(part.startswith(word) or part.endswith(word) for word in self.words) for part in parts)


def best_of_each(scored):
    """One partner for each record of the second list: the one of the highest score."""
    best = {}
    for a, b, score in scored:
        if b not in best or score > best[b][1]:
            best[b] = (a, score)
    return [(a, b) for b, (a, _) in best.items()]


class RapidFuzz:
    package = "rapidfuzz"
    # The cut-off that is best for it on the lists that it was tried on.
    least = 93
    chunk = 500

    def link(self, a, b, _):
        import numpy
        from rapidfuzz import fuzz, process

        names = [record["name"] for record in a]
        scored = []
        for start in range(0, len(b), self.chunk):
            part = b[start:start + self.chunk]
            scores = process.cdist([record["name"] for record in part], names, scorer=fuzz.ratio,
                                   score_cutoff=self.least, dtype=numpy.uint8, workers=-1)
            best = scores.argmax(axis=1)
            scored += [(a[best[row]]["unique_id"], part[row]["unique_id"], scores[row, best[row]])
                       for row in range(len(part)) if scores[row, best[row]] >= self.least]
        return [(one, other) for one, other, _ in scored]


class Splink:
    package = "splink"
    has_rule = False

    def link(self, a, b, siblings):
        import pandas
        import splink.comparison_library as cl
        from splink import DuckDBAPI, Linker, SettingsCreator, block_on

        logging.getLogger("splink").setLevel(logging.ERROR)
        database = DuckDBAPI()
        tables = [database.register(pandas.DataFrame(records).replace("", None), dataset_display_name=name)
                  for name, records in (("a", a), ("b", b))]
        exact = ["tel", "email", "postal", "representative", "corporate_number"]
        settings = SettingsCreator(
            link_type="link_only",
            comparisons=[
                cl.JaroWinklerAtThresholds("name", [0.95, 0.88]).configure(term_frequency_adjustments=True),
                cl.LevenshteinAtThresholds("address", [1]),
                *(cl.ExactMatch(column).configure(term_frequency_adjustments=column == "representative")
                  for column in exact),
            ],
            blocking_rules_to_generate_predictions=[
                block_on(column) for column in ("name", "tel", "email", "address", "corporate_number")
            ] + [block_on("substr(name, 1, 3)", "substr(postal, 1, 3)"), block_on("representative", "substr(name, 1, 2)")],
        )
        linker = Linker(tables, settings)
        training = linker.training
        training.estimate_probability_two_random_records_match([block_on("name", "tel"), block_on("name", "address")],
                                                               recall=0.7)
        training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
        training.estimate_parameters_using_expectation_maximisation(block_on("name"))
        training.estimate_parameters_using_expectation_maximisation(block_on("tel"))
        found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
        names = {record["unique_id"]: record["name"] for record in a + b}
        scored = []
        for one, other, weight, source in zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"],
                                              found["source_dataset_l"]):
            if source == "b":
                one, other = other, one
            if not (self.has_rule and siblings(names[one], names[other])):
                scored.append((one, other, weight))
        return best_of_each(scored)


class SplinkWithRule(Splink):
    has_rule = True


if __name__ == "__main__":
    peer = {"splink": Splink, "splink-rule": SplinkWithRule, "rapidfuzz": RapidFuzz}[sys.argv[1]]()
    if sys.argv[2] == "version":
        from importlib import metadata

        print(peer.package, metadata.version(peer.package), end="")
        if isinstance(peer, Splink):
            import duckdb

            print(f", DuckDB {duckdb.__version__}", end="")
        print(" with a rule against siblings" if isinstance(peer, SplinkWithRule) else "")
    else:
        data, path_a, path_b, output = sys.argv[2:]
        normalizer = Normalizer(data)
        lists = [[normalizer.record(row) for row in rows(path)] for path in (path_a, path_b)]
        links = peer.link(*lists, Siblings(data, normalizer))
        with open(output, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id_a", "id_b"])
            writer.writerows(sorted(links))
