#!/usr/bin/python3
"""Sets the corpus: content/NAME.yaml -> ../NAME.pdf (or .txt) and ../NAME.json, its true facts.

set.py [NAME...]       all documents, or those named; the same bytes every time
"""

import json
import sys
from pathlib import Path

import yaml

import fonts
import plaintext
import scan
from minutes import MinutesBuilder, day_in_words
from pdf import Setter
from report import ReportBuilder

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent


def read_yaml(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=StringLoader)


class StringLoader(yaml.SafeLoader):
    """YAML in which 2024-01-31 and yes and no stay as written (dates and votes); true and false are the only truth values."""


StringLoader.yaml_implicit_resolvers = {
    key: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp" and not (tag == "tag:yaml.org,2002:bool" and key not in "tf")
    ]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def look_of(content):
    """The look named, with the looks that it builds on and what the document changes."""
    look, name = {}, content["look"]
    chain = []
    while name:
        chain.insert(0, read_yaml(HERE / "looks" / f"{name}.yaml"))
        name = chain[0].pop("builds_on", None)
    for layer in chain + [content.get("look_changes", {})]:
        look |= layer
    return look


def values_of(document):
    """What headers and footers may say of the document."""
    date = document.get("date")
    return {
        "municipality": document["municipality"],
        "body": document["body"],
        "title": document["title"],
        "date": date or "",
        "day": day_in_words(date) if date else "",
        "year": document["year"],
    }


def set_document(path):
    content = read_yaml(path)
    name, look = path.stem, look_of(content)
    builder = (MinutesBuilder if "paragraphs" in content else ReportBuilder)(content, look)
    blocks, truth = builder.build()
    document = content["document"]
    kind = content.get("output", "pdf")
    target = CORPUS / f"{name}.{'txt' if kind == 'text' else 'pdf'}"
    if kind == "text":
        pages = plaintext.write(blocks, look, values_of(document), target)
    elif kind == "scan":
        pages = scan.write(blocks, look, values_of(document), target)
    else:
        pages = Setter(look, values_of(document)).set(blocks, target)
    truth["document"] = (
        {"id": name, "source": target.name}
        | {k: document.get(k) for k in ("type", "municipality", "body", "date", "year", "title")}
        | {"pages": pages}
    )
    if kind == "scan":
        truth["document"]["recognised_pages"] = list(range(1, pages + 1))
    (CORPUS / f"{name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{target.name}: {pages} pages, {target.stat().st_size // 1000} kB")


def main(names):
    fonts.register()
    for path in sorted((HERE / "content").glob("*.yaml")):
        if not names or path.stem in names:
            set_document(path)


if __name__ == "__main__":
    main(sys.argv[1:])
