"""Keeps page and truth together: every text passes here once, and leaves both its blocks and its facts."""

import markup
from blocks import Block

KINDS = {
    "överskott",
    "underskott",
    "resultat",
    "avvikelse",
    "intäkt",
    "kostnad",
    "budget",
    "avgift",
    "anslag",
    "besparing",
    "annat",
}


class Builder:
    def __init__(self, content, look):
        self.content, self.look = content, look
        self.document = content["document"]
        self.blocks = []
        self.truth = {
            "format": "paragraf-facts/1",
            "document": {},
            "paragraphs": [],
            "goals": [],
            "assignments": [],
            "amounts": [],
            "tables": [],
            "indicators": [],
        }
        self.paragraph = None  # the § being set, to which references belong
        self.headings = []  # the headings above the place reached, outermost first

    def add(self, kind, text="", **more):
        block = Block(kind, text, **more)
        self.blocks.append(block)
        return block

    def read(self, raw):
        """The text as set; its sums, references and key figures go to the truth."""
        text, amounts, references, indicators = markup.parse(raw, self.document["year"])
        for amount in amounts:
            if amount["kind"] not in KINDS:
                raise ValueError(f"unknown kind of sum: {amount}")
        self.truth["amounts"] += amounts
        self.truth["indicators"] += indicators
        if references and self.paragraph is None:
            raise ValueError(f"a reference outside a §: {raw}")
        if self.paragraph is not None:
            self.paragraph["references"] += references
        return markup.squeeze(text)

    def texts(self, raw, **more):
        for passage in markup.passages(raw):
            self.add("text", self.read(passage), **more)

    def heading(self, text, level, **more):
        """A heading that counts in the tree (context of goals)."""
        self.headings = self.headings[: level - 1] + [text]
        more.setdefault("fact", {})
        more.setdefault("options", {"key": f"h{len(self.blocks)}"})
        return self.add("heading", text, level=level, **more)

    def context(self):
        return " / ".join(h for h in self.headings if h) or None

    def table(self, spec):
        """A table on the page; in the truth where it is not marked `truth: false`."""
        if spec.get("title") and spec.get("show_title", True):
            self.add(
                "line",
                spec["title"] + (f" ({spec['unit']})" if spec.get("unit") and spec.get("show_unit", True) else ""),
                style="caption",
            )
        rows = [[label] + list(values) for label, *values in spec["rows"]]
        self.add(
            "table",
            rows=rows,
            options={
                "head": [spec.get("corner", "")] + list(spec["columns"]),
                "left": spec.get("left", 1),
                "widths": spec.get("widths"),
                "sums": spec.get("sums", []),
            },
        )
        if spec.get("note"):
            self.add("line", spec["note"], style="small")
        if spec.get("truth", True):
            self.truth["tables"].append(
                {
                    "title": spec.get("title"),
                    "unit": spec.get("unit"),
                    "columns": [str(c) for c in spec["columns"]],
                    "rows": [
                        {"label": label, "values": [None if v is None else str(v) for v in values]}
                        for label, *values in rows
                    ],
                }
            )
