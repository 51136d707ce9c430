#!/usr/bin/python3
"""Sets every meeting of meetings/ in every layout of layouts/: ../layouts/LAYOUT-MEETING.pdf and .json, its true facts. Likewise those of
overlays/, which only rules of their own can read.

set_layouts.py [LAYOUT...]       all layouts, or those named; the same bytes every time
"""

import json
import sys
from pathlib import Path

from layoutpages import LayoutSetter, register
from meeting import MeetingBuilder
from set import day_in_words, read_yaml

HERE = Path(__file__).resolve().parent
FOLDERS = ["layouts", "overlays"]


def layout_of(path):
    """The layout over the look that all share and the layout that all share; words and front page key by key."""
    layout = read_yaml(HERE / "looks" / "base.yaml") | read_yaml(HERE / "layouts" / "base.yaml")
    own = read_yaml(path)
    unknown = own.keys() - layout.keys()
    if unknown:
        raise SystemExit(f"{path.name}: unknown keys {', '.join(sorted(unknown))}")
    merged = {key: layout[key] | own.get(key, {}) for key in ("words", "front")}
    return layout | own | merged


def values_of(meeting, layout, numbers):
    """What headers and footers may say."""
    body = meeting["body"].upper() if layout["capital_body"] else meeting["body"]
    values = {"municipality": layout["municipality"], "MUNICIPALITY": layout["municipality"].upper(), "body": body}
    values |= {"title": f"Protokoll {meeting['body']} {meeting['date']}", "date": meeting["date"], "day": day_in_words(meeting["date"])}
    return values | {"first": numbers[0], "last": numbers[-1], "year": meeting["date"][:4]}


def truth_lines(truth):
    """One § a line, so that a change reads as one in a diff."""
    head = {key: value for key, value in truth.items() if key in ("format", "document")}
    rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in truth["paragraphs"])
    meeting = json.dumps(truth["meeting"], ensure_ascii=False)
    return json.dumps(head, ensure_ascii=False)[:-1] + ',\n "meeting": ' + meeting + ',\n "paragraphs": [\n' + rows + "\n ]}\n"


def set_one(layout_path, meeting_path):
    layout, meeting = layout_of(layout_path), read_yaml(meeting_path)
    name = f"{layout_path.stem}-{meeting_path.stem}"
    builder = MeetingBuilder(meeting, layout)
    blocks, truth = builder.build()
    target = HERE.parent / layout_path.parent.name / f"{name}.pdf"
    values = values_of(meeting, layout, builder.numbers())
    pages = LayoutSetter(layout, values).set(blocks, target)
    truth["document"] = {"id": name, "source": target.name, "type": "protokoll", "municipality": layout["municipality"], "body": meeting["body"]}
    truth["document"] |= {"date": meeting["date"], "year": int(meeting["date"][:4]), "title": values["title"], "pages": pages}
    target.with_suffix(".json").write_text(truth_lines(truth), encoding="utf-8")
    return target.stat().st_size


def main(names):
    register()
    total = 0
    for folder in FOLDERS:
        (HERE.parent / folder).mkdir(exist_ok=True)
    for layout in sorted(path for folder in FOLDERS for path in (HERE / folder).glob("*.yaml")):
        if layout.stem == "base" or names and layout.stem not in names:
            continue
        sizes = [set_one(layout, meeting) for meeting in sorted((HERE / "meetings").glob("*.yaml"))]
        total += sum(sizes)
        print(f"{layout.stem}: {', '.join(str(size // 1000) for size in sizes)} kB")
    print(f"{total // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
