"""Outputs for the tests of pages: the demonstration, and a wave whose names are meant to break a page."""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

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
    "+1+1の会",
    "@SUM(A1)",
    "-2+3",
    # Half a character: workbooks have an escape for it, and some programs write what XML forbids.
    "\ufffd半分の会",
    "半分の\ufffd会",
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
  - file: frame.xlsx
    role: frame
    columns: {list_number: number, name: name, address: address, telephone: telephone, section: section, note: note}
  - file: response.csv
    role: response
    columns: {name: name}
    answers:
      {"1-2": range, "1-2-places": places, "2-2": themes, "2-2-other": other, "2-3": types, "4-1": need,
       "4-3": difficulties}
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
        address = "熊本県熊本市北区弓削1-11-7 <b onclick=alert(1)>"
        self._workbook(
            wave / "frame.xlsx",
            ["number", "name", "address", "telephone", "section", "note"],
            [[name[:9], name, address + name, name, name[:50], name] for name in HOSTILE_NAMES],
        )
        self._table(wave / "member.csv", ["name", "consent"], [[name, "○"] for name in HOSTILE_NAMES[::3]])
        self._table(
            wave / "response.csv",
            ["name", "range", "places", "themes", "other", "types", "need", "difficulties"],
            [
                [name, "熊本市内の一部地域", name, f"こども;高齢者;その他;{name}", name, "居場所づくり", "感じる", "その他"]
                for name in HOSTILE_NAMES
            ],
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

    @staticmethod
    def _workbook(path, header, rows):
        """A sheet as another program writes it: no styles, the texts in their cells."""

        def cell(text):
            text = re.sub("^\ufffd", "_xD800_", escape(text)).replace("\ufffd", "&#xD800;")
            return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

        lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in [header, *rows])
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
            for part, kind, target in [("_rels/.rels", "officeDocument", "xl/workbook.xml")] + [
                ("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet1.xml")
            ]:
                entry = f'<Relationship Id="rId1" Type="{related}/{kind}" Target="{target}"/>'
                archive.writestr(part, f'<Relationships xmlns="{package}/relationships">{entry}</Relationships>')
            sheets = f'<sheets><sheet name="s" sheetId="1" r:id="rId1" xmlns:r="{related}"/></sheets>'
            archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}">{sheets}</workbook>')
            data = f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
            archive.writestr("xl/worksheets/sheet1.xml", data)


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
