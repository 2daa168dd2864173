"""The KPI report of the sample data in real programs: Chromium, LibreOffice, openpyxl."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import warnings

import openpyxl
from selenium import webdriver

from program import AS_SHOWN, SAMPLE, run

WIDTHS = {390: 844, 1280: 800}
SCHEMES = ("light", "dark")
MEASURES = """
    return {
        inner: innerWidth,
        scroll: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
        background: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        title: document.title,
        heading: document.querySelector("h1").innerText,
        sections: Array.from(document.querySelectorAll("section h2")).map(h => h.innerText),
        tables: document.querySelectorAll("table").length,
        charts: document.querySelectorAll("svg[role=img]").length,
        buttons: document.querySelectorAll("button").length,
        empty: Array.from(document.querySelectorAll("svg[role=img], table")).filter(e =>
            !e.closest("details:not([open])") && e.getBoundingClientRect().width === 0 &&
            getComputedStyle(e).display !== "none").length,
    };
"""


def pages_of(pdf):
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout
    return int(re.search(r"^Pages: +(\d+)$", info, re.MULTILINE).group(1))


class Rendered(unittest.TestCase):
    """Writes the report once for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        done = run("report", "kpi", SAMPLE, *AS_SHOWN, "-o", scratch.name)
        assert done.returncode == 0, done.stderr
        cls.report = json.loads((cls.folder / "kpi.json").read_text(encoding="utf-8"))["data"]


class Browser(Rendered):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        # --no-sandbox: tests may run as root, which Chromium's sandbox refuses.
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        cls.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        cls.addClassCleanup(cls.driver.quit)

    def show(self, width, scheme, scripts=True):
        """Loads the page as a person with such a screen sees it, and measures it."""
        size = {"width": width, "height": WIDTHS[width], "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        self.driver.get((self.folder / "kpi.html").as_uri())
        return self.driver.execute_script(MEASURES)

    def requests(self):
        """The addresses that the page asked for since the last call."""
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [entry["params"]["request"]["url"] for entry in entries if entry["method"] == "Network.requestWillBeSent"]

    def check(self, page, width):
        """What holds at every width, in every scheme, with scripts and without."""
        self.assertEqual(page["inner"], width)
        self.assertLessEqual(page["scroll"], width, "the page scrolls sideways")
        for text in (page["heading"], page["title"]):
            self.assertEqual(text, f"{self.report['title']}, {self.report['period']['title']}")
        for section in self.report["sections"]:
            self.assertIn(section["title"], page["sections"])
        self.assertGreaterEqual(page["tables"], len(self.report["tables"]))
        self.assertGreaterEqual(page["charts"], len(self.report["charts"]))
        self.assertEqual(page["empty"], 0, "a table or chart has no width")
        self.assertEqual(self.driver.get_log("browser"), [])
        outside = [url for url in self.requests() if not url.startswith(("file:", "data:"))]
        self.assertEqual(outside, [])

    def test_every_width_and_scheme(self):
        colours = {}
        for width in WIDTHS:
            for scheme in SCHEMES:
                with self.subTest(width=width, scheme=scheme):
                    page = self.show(width, scheme)
                    colours[scheme] = (page["background"], page["ink"])
                    self.check(page, width)
                    self.assertGreater(page["buttons"], 0, "the script added no buttons")
        self.assertNotEqual(colours["light"], colours["dark"])

    def test_without_scripts(self):
        for width in WIDTHS:
            with self.subTest(width=width):
                page = self.show(width, "light", scripts=False)
                self.check(page, width)
                self.assertEqual(page["buttons"], 0, "a button that nothing answers")

    def test_a_click_sorts(self):
        self.show(1280, "light")
        button = self.driver.find_element("css selector", "th button")
        self.driver.execute_script("arguments[0].click()", button)
        heading = self.driver.execute_script("return arguments[0].closest('th').getAttribute('aria-sort')", button)
        self.assertEqual(heading, "ascending")
        self.assertEqual(self.driver.get_log("browser"), [])


class Workbook(Rendered):
    def test_libreoffice_prints_it(self):
        profile = (self.folder / "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", self.folder, self.folder / "kpi.xlsx"], capture_output=True, check=True, timeout=120,
            env={**os.environ, "HOME": str(self.folder)})
        pdf = self.folder / "kpi.pdf"
        self.assertGreater(pages_of(pdf), 10)
        text = subprocess.run(["pdftotext", "-l", "3", pdf, "-"], capture_output=True, check=True, text=True).stdout
        self.assertTrue(text.startswith(self.report["title"]), text[:200])
        shown = " ".join(text.split())
        titles = {entry["metric"]: entry["title"] for entry in self.report["definitions"]}
        summary = next(section for section in self.report["sections"] if section["id"] == "summary")
        metrics = {figure["key"]: figure["metric"] for figure in self.report["figures"]}
        self.assertGreater(len(summary["figures"]), 3)
        for key in summary["figures"]:
            self.assertIn(titles[metrics[key]], shown)
        for mistake in ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "Err:"):
            self.assertNotIn(mistake, shown)

    def test_openpyxl_counts_the_rows(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of extensions that it leaves out
            book = openpyxl.load_workbook(self.folder / "kpi.xlsx")
        tables = [(sheet, table) for sheet in book.worksheets for table in sheet.tables.values()]
        counts = [len(sheet[table.ref]) - 1 for sheet, table in tables]
        data = self.report
        expected = [data["figures"], *(table["rows"] for table in data["tables"])]
        expected += [data["definitions"], data["checks"]]
        self.assertEqual(sorted(counts), sorted(len(rows) for rows in expected))


if __name__ == "__main__":
    unittest.main()
