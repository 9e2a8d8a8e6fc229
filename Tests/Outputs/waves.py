"""Outputs for the tests of pages: the demonstration, and a wave whose names are meant to break a page."""

import csv
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE_NAMES = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '"onload="alert(1)',
    "'><svg onload=alert(1)>",
    "=cmd|' /C calc'!A0",
    "\u202e逆さ\u2066の会\u200f",
    "かぞく👨‍👩‍👧‍👦の会",
    "{{version}}{{{style}}}",
    "<!--",
    "長い名前" * 2500,
    "x" * 10000,
]
CONFIGURATION = """wave:
  id: h1
  label: 第1回
  municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
  answers_from: 2024-10-01
  answers_until: 2024-11-12
codebook: codebook.yaml
areas: {file: areas/kumamoto.csv, report_by: ward}
gazetteers: [gazetteer/kumamoto_demo.csv]
sources:
  - file: frame.csv
    role: frame
    columns: {name: name, address: address, section: section}
  - file: response.csv
    role: response
    columns: {name: name}
    answers: {"1-2": range, "2-2": themes, "2-3": types, "4-1": need, "4-3": difficulties}
  - file: member.csv
    role: member
    columns: {name: name, public_consent: consent}
"""


class Outputs:
    """Runs the program that `TSUNAGI` names; everything is gone with `close`."""

    def __init__(self):
        self.program = pathlib.Path(os.environ["TSUNAGI"]).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tsunagi-pages-"))

    def close(self):
        shutil.rmtree(self.folder)

    def demonstration(self):
        """The second wave of the demonstration, with the first one before it."""
        first, second = self.folder / "r6", self.folder / "r7"
        self._run(ROOT / "Data/demo/r6", first)
        self._run(ROOT / "Data/demo/r7", second, "--previous", first)
        return second

    def hostile(self):
        wave = self.folder / "hostile-wave"
        wave.mkdir()
        shutil.copy(ROOT / "Data/demo/r6/codebook.yaml", wave)
        (wave / "wave.yaml").write_text(CONFIGURATION, encoding="utf-8")
        members = HOSTILE_NAMES[::3]
        address = "熊本県熊本市北区弓削1-11-7 <b onclick=alert(1)>"
        self._table(wave / "frame.csv", ["name", "address", "section"], [[n, address, n[:50]] for n in HOSTILE_NAMES])
        self._table(wave / "member.csv", ["name", "consent"], [[name, "○"] for name in members])
        answers = ["熊本市内全域", "こども;高齢者", "居場所づくり", "感じる", "その他"]
        self._table(
            wave / "response.csv",
            ["name", "range", "themes", "types", "need", "difficulties"],
            [[name, *answers] for name in HOSTILE_NAMES],
        )
        output = self.folder / "hostile"
        self._run(wave, output)
        return output

    def _run(self, wave, output, *arguments):
        done = subprocess.run(
            [self.program, "run", wave, "--out", output, *arguments], capture_output=True, text=True, check=False
        )
        # 1: with findings that are errors.
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)

    @staticmethod
    def _table(path, header, rows):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
