#!/usr/bin/python3
"""Checks that the truth stands on the pages, and that nothing on them that should be in the truth is missing there.

check.py [NAME...]     reads ../NAME.json and the text of ../NAME.pdf or .txt (pdftotext, the running header and footer cut off)
"""

import json
import re
import subprocess
import sys

import fonts
import markup
from set import CORPUS, HERE, look_of, read_yaml

MONEY = re.compile(
    r"\d ?(?:tkr|mnkr|mkr|kr|kronor|miljoner|miljarder)\b|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|halv) miljon",
    re.I,
)
DATED = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4}),? ?§+ ?\d+|§+ ?\d+[, ]+den \d")
LIGATURES = fonts.MISMAPPED


def bare(text):
    """Text without white space, hyphens and misread ligatures: what can be compared whatever the line breaks."""
    for letters, character in LIGATURES:
        text = text.replace(character, letters)
    return re.sub(r"[\s\-\u00ad\u2010]", "", text)


def page_text(path, look):
    """The running text of a PDF: what stands inside the frame, in reading order and once more as drawn (cells whole)."""
    cut = [
        "-x",
        "0",
        "-y",
        str(int(look["top"]) - 8),
        "-W",
        "600",
        "-H",
        str(int(842 - look["top"] - look["bottom"]) + 12),
    ]
    read = lambda *how: subprocess.run(
        ["pdftotext", *how, *cut, str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    return read() + read("-raw")


def text_of(path, look):
    if path.suffix == ".pdf":
        return page_text(path, look)
    text = path.read_bytes().decode(look.get("encoding", "utf-8")).replace("\r\n", "\n")
    head, foot = len(look.get("text_header", [])), len(look.get("text_footer", []))
    pages = [page.rstrip("\n").split("\n") for page in text.split("\f")]
    return "\n".join("\n".join(p[head : len(p) - foot]) for p in pages)


def expected(truth):
    """Every string of the truth that must stand in the text."""
    for p in truth["paragraphs"]:
        yield f"§ {p['number']}"
        yield from (v for v in (p["title"], p["diarienummer"], p["process_code"], p["lead"]) if v)
        for key in ("motions", "decisions", "reservations"):
            for fact in p[key]:
                yield from (fact[k] for k in ("text", "mover", "who", "action") if fact.get(k) and k != "action")
        for key in ("recusals", "recipients", "basis"):
            yield from p[key]
        for vote in p["votes"]:
            for key in ("yes_names", "no_names", "abstain_names"):
                yield from vote.get(key, [])
    for goal in truth["goals"]:
        yield from (v for v in (goal["text"], goal["outcome_as_written"]) if v)
    for a in truth["assignments"]:
        yield from (v for v in (a["text"], a["status_as_written"], a["start"], a["end"]) if v)
    for a in truth["amounts"]:
        yield from (a["quote"], a["as_written"])
    for t in truth["tables"]:
        for row in t["rows"]:
            yield from (v for v in [row["label"], *row["values"]] if v)
    for i in truth["indicators"]:
        yield from (v for v in [i["name"], i["target"], i["assessment"], *i["values"].values()] if v)


def strings(
    node,
    skip=(
        "table",
        "tables",
        "indicators",
        "front",
        "document",
        "look_changes",
        "goal_rows",
        "years",
        "appendices",
        "inconsistencies",
    ),
):
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in skip:
                yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)
    elif isinstance(node, str):
        yield node


def unmarked(content):
    """Sums and dated § in running text that carry no mark."""
    in_attachments = {
        s
        for p in content.get("paragraphs", [])
        for part in p.get("parts", [])
        for s in strings(part.get("attachment", []))
    }
    for raw in strings(content):
        rest = markup.squeeze(markup.MARK.sub("@", raw))
        for found in MONEY.finditer(rest):
            yield f"sum without a mark: …{rest[max(0, found.start() - 40):found.end()]}"
        if raw in in_attachments:
            continue
        for found in DATED.finditer(rest):
            yield f"reference without a mark: …{rest[max(0, found.start() - 40):found.end() + 5]}"


def tally(truth):
    for p in truth["paragraphs"]:
        for vote in p["votes"]:
            for number, names in (("yes", "yes_names"), ("no", "no_names"), ("abstain", "abstain_names")):
                if names in vote and len(vote[names]) != vote[number]:
                    yield f"§ {p['number']}: {len(vote[names])} names for {vote[number]} {number}"


def check(name):
    content = read_yaml(HERE / "content" / f"{name}.yaml")
    truth = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    problems = list(unmarked(content)) + list(tally(truth))
    if content.get("output") != "scan":
        text = bare(text_of(CORPUS / truth["document"]["source"], look_of(content)))
        lost = content.get("dropped_ligatures", False)
        problems += [
            f"not on the pages: {s[:110]}"
            for s in expected(truth)
            if bare(s) not in text and not (lost and drop(bare(s)) in drop(text))
        ]
    return problems


def drop(text):
    for letters, _ in fonts.DROPPED:
        text = text.replace(letters, "")
    return text


def main(names):
    bad = 0
    for path in sorted((HERE / "content").glob("*.yaml")):
        if names and path.stem not in names:
            continue
        for problem in check(path.stem):
            bad += 1
            print(f"{path.stem}: {problem}")
    print(f"{bad} problems")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
