"""Every file that a wave of hostile names leaves behind, as programs for its format read it.

`make test-outputs` runs this.
"""

import csv
import json
import sqlite3
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from waves import Outputs

FORMULA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"


def setUpModule():
    global files
    outputs = Outputs()
    unittest.addModuleCleanup(outputs.close)
    files = sorted(path for path in outputs.hostile().rglob("*") if path.is_file())


class EveryFile(unittest.TestCase):
    def each(self, *endings):
        found = [path for path in files if path.suffix in endings]
        self.assertTrue(found)
        for path in found:
            with self.subTest(file=path.name):
                yield path

    def test_is_of_a_format_that_is_looked_at(self):
        known = {".csv", ".geojson", ".gpkg", ".html", ".json", ".md", ".sqlite", ".xlsx"}
        self.assertEqual({path.suffix for path in files} - known, set())

    def test_texts_are_utf8_without_control_characters(self):
        for path in self.each(".csv", ".geojson", ".html", ".json", ".md"):
            text = path.read_text(encoding="utf-8")
            self.assertFalse({letter for letter in text if letter < " "} - set("\t\n\r"))

    def test_tables_are_rectangles(self):
        for path in self.each(".csv"):
            with path.open(encoding="utf-8-sig", newline="") as file:
                self.assertEqual(len({len(row) for row in csv.reader(file, strict=True)}), 1)

    def test_json_is_strict(self):
        def refuse(word):
            raise ValueError(word)

        for path in self.each(".geojson", ".json"):
            json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse)

    def test_workbooks_are_well_formed_and_run_nothing(self):
        for path in self.each(".xlsx"):
            with zipfile.ZipFile(path) as archive:
                self.assertIsNone(archive.testzip())
                for part in archive.namelist():
                    root = ElementTree.fromstring(archive.read(part))
                    self.assertEqual([formula.text for formula in root.iter(FORMULA)], [], part)

    def test_databases_are_whole(self):
        for path in self.each(".gpkg", ".sqlite"):
            connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            self.assertEqual(connection.execute("pragma integrity_check").fetchall(), [("ok",)])
            self.assertEqual(connection.execute("pragma foreign_key_check").fetchall(), [])
            connection.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
