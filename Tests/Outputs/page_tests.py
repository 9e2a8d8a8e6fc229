"""The pages as a reader meets them: opened, filtered, clicked, read aloud, printed. `make test-outputs` runs this.

With `TSUNAGI_PICTURES=FOLDER` the tests leave what they saw in that folder.
"""

import os
import pathlib
import unittest

from browser import Browser
from selenium.webdriver.common.keys import Keys
from waves import HOSTILE_NAMES, Outputs, rows

PAGES = [
    "report.html",
    "meeting/index.html",
    "meeting/summary.html",
    "public/index.html",
    "public/by_theme.html",
    "directory/by_ward.html",
]
WIDTHS = [1280, 375]
PICTURES = os.environ.get("TSUNAGI_PICTURES")
# Everything that can be folded is opened, so that it is looked at too.
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
# Of a long table one row is like another, and axe-core takes minutes for thousands.
SHORTEN = """document.querySelectorAll('tbody').forEach((body) => {
    Array.from(body.rows).slice(20).forEach((row) => row.remove());
})"""
SHOWN = "return Array.from(document.querySelectorAll('#organizations-table tbody tr')).filter((row) => !row.hidden)"


def setUpModule():
    global outputs, browser, demonstration, hostile
    outputs = Outputs()
    unittest.addModuleCleanup(outputs.close)
    demonstration = outputs.demonstration()
    hostile = outputs.hostile()
    browser = Browser()
    unittest.addModuleCleanup(browser.close)


def keep(name):
    if PICTURES:
        pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
        browser.picture(pathlib.Path(PICTURES) / f"{name}.png")


class EveryPage(unittest.TestCase):
    """All editions, of the demonstration and of the wave with hostile names, on a screen and on a telephone."""

    def each(self, check):
        for folder in (demonstration, hostile):
            for page in PAGES:
                for width in WIDTHS:
                    with self.subTest(wave=folder.name, page=page, width=width):
                        browser.open(folder / page, width=width)
                        check(folder / page, f"{folder.name}-{page.replace('/', '-')}-{width}")

    def test_opens_alone_and_without_a_word_on_the_console(self):
        def check(page, name):
            self.assertEqual(browser.requests(), [page.as_uri()])
            self.assertEqual(browser.console(), [])
            keep(name)

        self.each(check)

    def test_is_no_wider_than_its_window(self):
        def check(page, name):
            browser.run(UNFOLD)
            self.assertLessEqual(browser.overflow(), 0)

        self.each(check)

    def test_axe_finds_nothing(self):
        def check(page, name):
            browser.run(UNFOLD)
            browser.run(SHORTEN)
            self.assertEqual(browser.violations(), [])

        self.each(check)

    def test_is_small(self):
        for folder in (demonstration, hostile):
            for page in PAGES:
                self.assertLessEqual((folder / page).stat().st_size, 3_000_000, page)


class HostileNames(unittest.TestCase):
    def test_are_shown_as_text(self):
        browser.open(hostile / "report.html")
        texts = browser.run(
            "return Array.from(document.querySelectorAll('#organizations-table .name'), (name) => name.textContent)"
        )
        self.assertEqual(sorted(texts), sorted(HOSTILE_NAMES))
        for page in PAGES:
            browser.open(hostile / page)
            self.assertEqual(browser.all("img, b[onclick], svg[onload]"), [], page)


class Report(unittest.TestCase):
    def setUp(self):
        browser.open(demonstration / "report.html")

    def shown(self):
        return browser.run(SHOWN + ".length")

    def members_shown(self):
        return browser.run(SHOWN + ".filter((row) => 'member' in row.dataset).length")

    def test_list_is_filtered_by_words_and_by_what_is_done(self):
        everybody = self.shown()
        self.assertEqual(everybody, len(rows(demonstration / "organizations.csv")))
        search = browser.one("input[name=text]")
        name = browser.one("#organizations-table .name").text
        search.send_keys(name)
        self.assertGreaterEqual(self.shown(), 1)
        self.assertLess(self.shown(), everybody)
        self.assertEqual(browser.one("[data-count-for]").text, f"{self.shown()}団体")
        browser.one("#organizations button[type=reset]").click()
        browser.one("input[name=pick]").click()
        self.assertEqual(self.shown(), len(rows(demonstration / "shortlist.csv")))

    def test_cells_lead_to_who_covers_them(self):
        for table in browser.all("table.heat"):
            counts = [
                (link, [int(part) for part in link.text.split("／")])
                for link in table.find_elements("css selector", "td.cell a")
            ]
            self.assertGreaterEqual(len(counts), 20)
            for link, (members, known) in counts[::7]:
                browser.run("arguments[0].click()", link)
                self.assertEqual([self.members_shown(), self.shown()], [members, known])

    def test_map_shows_what_the_tables_say(self):
        cells = rows(demonstration / "coverage.csv")
        signs = {row.get_attribute("data-sign"): row.get_attribute("data-map-style") for row in browser.all("[data-kind]")}
        self.assertEqual(len(signs), 6)
        for theme, support_type in [("children", ""), ("", "gathering_place"), ("children", "gathering_place")]:
            browser.choose("#map select[name=theme]", theme)
            browser.choose("#map select[name=type]", support_type)
            wanted = {
                cell["area"]: "map-" + cell["gap_kind"].replace("_", "-")
                for cell in cells
                if (cell["theme_id"], cell["support_type_id"]) == (theme, support_type)
            }
            shapes = {
                shape.get_attribute("data-name"): shape.get_attribute("class")
                for shape in browser.all("#area-map path[data-area]")
            }
            self.assertEqual(shapes, wanted)
            for row in browser.all("#area-map-table tbody tr"):
                name = row.find_element("tag name", "th").text
                self.assertEqual(signs[row.find_element("class name", "sign").text], wanted[name])

    def test_areas_of_the_map_lead_to_who_works_there(self):
        browser.choose("#map select[name=theme]", "children")
        shape = browser.one("#area-map path[data-area]")
        browser.run("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", shape)
        name = shape.get_attribute("data-name")
        cell = next(
            cell
            for cell in rows(demonstration / "coverage.csv")
            if (cell["area"], cell["theme_id"], cell["support_type_id"]) == (name, "children", "")
        )
        self.assertEqual([self.members_shown(), self.shown()], [int(cell["member_count"]), int(cell["known_count"])])

    def test_keys_are_enough(self):
        body = browser.one("body")
        body.send_keys(Keys.TAB)
        self.assertEqual(browser.driver.switch_to.active_element.text, "本文へ")
        link = browser.one("table.heat td.cell a")
        link.send_keys(Keys.ENTER)
        self.assertEqual(browser.driver.switch_to.active_element.get_attribute("id"), "organizations-heading")
        field = browser.one("#map select[name=theme]")
        field.send_keys(Keys.ARROW_DOWN)
        chosen = browser.run("return arguments[0].selectedOptions[0].textContent", field)
        self.assertIn(chosen, browser.one("#area-map-title").text)

    def test_without_script_it_is_a_document(self):
        browser.open(demonstration / "report.html", script=False)
        self.assertTrue(all(not form.is_displayed() for form in browser.all("form")))
        self.assertTrue(browser.one("#area-map").is_displayed())
        self.assertTrue(browser.one("#organizations-table tbody tr:last-child").is_displayed())
        self.assertFalse(any(note.is_displayed() for note in browser.all("[data-needs-script]")))
        headings = [heading.text for heading in browser.all("h2")]
        self.assertEqual([headings[0], headings[-1]], ["決めること", "方法と注意"])


class Paper(unittest.TestCase):
    def printed(self, page, folder=None):
        path = (folder or demonstration) / page
        browser.open(path)
        return browser.print(pathlib.Path(PICTURES or outputs.folder) / f"{path.parent.name}-{path.stem}.pdf")

    def test_summary_is_one_sheet(self):
        self.assertEqual(self.printed("meeting/summary.html"), 1)
        self.assertEqual(self.printed("meeting/summary.html", hostile), 1)

    def test_report_prints_whole(self):
        self.assertGreater(self.printed("report.html"), 5)
        self.assertGreater(self.printed("meeting/index.html"), 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
