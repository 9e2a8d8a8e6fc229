"""Reads a file with one of Python's readers and prints the number of rows.

Usage: ingest.py READER FILE [ENCODING], or ingest.py READER version
"""

import sys


def csv_rows(path, encoding):
    import csv

    with open(path, encoding=encoding, newline="") as file:
        return sum(1 for _ in csv.reader(file))


def pandas_rows(path, encoding):
    import pandas

    return len(pandas.read_csv(path, encoding=encoding, dtype=str, keep_default_na=False)) + 1


def openpyxl_rows(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def calamine_rows(path):
    import python_calamine

    return len(python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())


def version(reader):
    from importlib import metadata

    if reader == "csv":
        return f"Python {sys.version.split()[0]} csv"
    package = {"calamine": "python-calamine"}.get(reader, reader)
    detail = {"openpyxl": ", read-only", "pandas": " read_csv"}.get(reader, "")
    return f"{package} {metadata.version(package)}{detail}"


if __name__ == "__main__":
    readers = {"csv": csv_rows, "pandas": pandas_rows, "openpyxl": openpyxl_rows, "calamine": calamine_rows}
    reader, path, *options = sys.argv[1:]
    print(version(reader) if path == "version" else readers[reader](path, *options))
