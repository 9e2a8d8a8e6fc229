"""Chromium without a window, as the pages are opened with it."""

import base64
import json
import subprocess

from axe_core_python.selenium import Axe
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select


class Browser:
    """One window. What the console says and what is asked for is kept from the last `open` on."""

    def __init__(self):
        options = ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        # A container's root has no user namespaces for the sandbox, and little shared memory.
        for argument in ["headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu", "lang=ja"]:
            options.add_argument(f"--{argument}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        # axe-core looks at every element of a long page.
        self.driver.set_script_timeout(300)

    def close(self):
        self.driver.quit()

    def open(self, path, width=1280, height=900, script=True):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(path.as_uri())

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def choose(self, selector, value):
        field = self.one(selector)
        Select(field).select_by_value(value)
        # WebDriver tells of the input before the choice is made.
        self.run("arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", field)

    def console(self):
        """What a developer would see: errors, refused contents, warnings."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """Addresses that were asked for, the page's own first."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"
        ]

    def first_paint(self):
        """Milliseconds from the start of loading to the first text."""
        return self.run("return performance.getEntriesByName('first-contentful-paint')[0].startTime")

    def violations(self):
        """What axe-core finds, as rule and elements."""
        found = Axe().run(self.driver)["violations"]
        return [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:3]) for rule in found]

    def overflow(self):
        """By how many pixels the page is wider than its window."""
        return self.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def picture(self, path):
        path.write_bytes(base64.b64decode(self.driver.get_screenshot_as_base64()))

    def print(self, path):
        """Writes an A4 PDF; returns how many pages it has."""
        result = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        path.write_bytes(base64.b64decode(result["data"]))
        information = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
        return int(next(line.split()[1] for line in information.splitlines() if line.startswith("Pages:")))
