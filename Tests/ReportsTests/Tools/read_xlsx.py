"""Reads a workbook with nothing but the standard library and prints its cells as JSON: {sheet: {ref: value}}."""
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def unescape(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
strings = []
if "xl/sharedStrings.xml" in book.namelist():
    for item in ET.fromstring(book.read("xl/sharedStrings.xml")):
        strings.append(unescape("".join(t.text or "" for t in item.iter(MAIN + "t"))))
targets = {r.get("Id"): r.get("Target") for r in ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
output = {}
for sheet in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
    cells = {}
    for cell in ET.fromstring(book.read("xl/" + targets[sheet.get(REL)])).iter(MAIN + "c"):
        value = cell.find(MAIN + "v")
        if value is None or value.text is None:
            continue
        kind = cell.get("t", "n")
        content = strings[int(value.text)] if kind == "s" else value.text if kind == "str" else float(value.text)
        formula = cell.find(MAIN + "f")
        cells[cell.get("r")] = [content, formula.text if formula is not None else None]
    output[sheet.get("name")] = cells
for name in book.namelist():
    if name.endswith((".xml", ".rels")):
        ET.fromstring(book.read(name))
json.dump(output, sys.stdout)
