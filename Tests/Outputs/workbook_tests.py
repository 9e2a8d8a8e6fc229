"""The workbooks as LibreOffice opens them: every sheet with every text, nothing run. `make test-outputs` runs this."""

import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from waves import HOSTILE_NAMES, Outputs

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}object"
# What LibreOffice shows of a sheet is what it keeps of it; more rows than a sheet of ours are padding.
PADDING = 1000


def setUpModule():
    global outputs, folders
    outputs = Outputs()
    unittest.addModuleCleanup(outputs.close)
    folders = [outputs.demonstration(), outputs.hostile()]
    for folder in folders:
        convert(folder, "ods", workbooks(folder))
        convert(folder, "pdf", [folder / "planner.xlsx"])


def workbooks(folder):
    return [folder / "planner.xlsx", *sorted((folder / "review").glob("*.xlsx"))]


def convert(folder, form, paths):
    """By LibreOffice, into the folder that `converted` knows."""
    profile = (outputs.folder / "libreoffice").as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    target = converted(folder, "x", form).parent
    subprocess.run(["soffice", *options, "--outdir", target, *paths], check=True, capture_output=True, timeout=600)


def converted(folder, name, form):
    return outputs.folder / "converted" / folder.name / f"{name}.{form}"


def plain(text):
    """Without what the two formats keep in different ways: white space, and control characters."""
    return "".join(text.split())


def written(path):
    """Texts of an XLSX as it was written: sheet → {(row, column): text}. Every part has to be well-formed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    shared = ["".join(text.text or "" for text in item.iter(f"{SHEET}t")) for item in parts["xl/sharedStrings.xml"]]
    targets = {part.get("Id"): "xl/" + part.get("Target") for part in parts["xl/_rels/workbook.xml.rels"]}
    sheets = {}
    for sheet in parts["xl/workbook.xml"].iter(f"{SHEET}sheet"):
        root = parts[targets[sheet.get(RELATION)]]
        assert not list(root.iter(f"{SHEET}f")), f"{path}: a formula"
        texts = sheets[sheet.get("name")] = {}
        for cell in root.iter(f"{SHEET}c"):
            if cell.get("t") == "s":
                letters = cell.get("r").rstrip("0123456789")
                column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) - 1
                texts[int(cell.get("r")[len(letters) :]) - 1, column] = plain(shared[int(cell.find(f"{SHEET}v").text)])
    return sheets


def opened(path):
    """What LibreOffice made of a workbook: sheet → {(row, column): text}, formulas, number of charts."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    formulas = [cell.get(f"{TABLE}formula") for cell in root.iter() if cell.get(f"{TABLE}formula")]
    charts = sum(1 for _ in root.iter(DRAWN))
    sheets = {table.get(f"{TABLE}name"): dict(texts(table)) for table in root.iter(f"{TABLE}table")}
    return sheets, formulas, charts


def texts(table):
    row_number = 0
    for row in table.iter(f"{TABLE}table-row"):
        repeats = int(row.get(f"{TABLE}number-rows-repeated", 1))
        column = 0
        for cell in row:
            columns = int(cell.get(f"{TABLE}number-columns-repeated", 1))
            text = plain("".join("".join(part.itertext()) for part in cell.findall(f"{TEXT}p")))
            if text and max(repeats, columns) < PADDING:
                for down in range(repeats):
                    yield from (((row_number + down, column + right), text) for right in range(columns))
            column += columns
        row_number += repeats


class Workbooks(unittest.TestCase):
    def test_open_with_every_text_and_no_formula(self):
        for folder in folders:
            for path in workbooks(folder):
                with self.subTest(wave=folder.name, workbook=path.name):
                    expected = written(path)
                    found, formulas, _ = opened(converted(folder, path.stem, "ods"))
                    self.assertEqual(formulas, [])
                    self.assertEqual(list(found), list(expected))
                    for sheet, cells in expected.items():
                        self.assertTrue(cells, sheet)
                        missing = {place: text for place, text in cells.items() if found[sheet].get(place) != text}
                        self.assertEqual(dict(list(missing.items())[:3]), {}, sheet)

    def test_charts_are_drawn(self):
        _, _, charts = opened(converted(folders[0], "planner", "ods"))
        self.assertEqual(charts, 3)

    def test_hostile_names_are_texts(self):
        names = {text for cells in written(folders[1] / "planner.xlsx").values() for text in cells.values()}
        for name in HOSTILE_NAMES:
            self.assertIn(plain(name), names)

    def test_prints_whole(self):
        for folder in folders:
            pdf = converted(folder, "planner", "pdf")
            information = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
            fields = dict(line.split(":", 1) for line in information.splitlines() if ":" in line)
            self.assertGreater(int(fields["Pages"]), len(written(folder / "planner.xlsx")) - 1)
            self.assertIn("A4", fields["Page size"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
