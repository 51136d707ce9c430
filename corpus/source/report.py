"""Reports: headings, running text, goals, uppdrag, tables, key figures."""

from builder import Builder

OUTCOMES = {"uppnått", "delvis_uppnått", "ej_uppnått", "ej_bedömt"}


class ReportBuilder(Builder):
    def build(self):
        self.set_blocks(self.content["blocks"])
        self.fill_contents()
        if "inconsistencies" in self.content:
            self.truth["inconsistencies"] = self.content["inconsistencies"]
        return self.blocks, self.truth

    def fill_contents(self):
        """The contents page lists the headings of two levels, whose pages are known once they are set."""
        for block in self.blocks:
            if block.kind == "contents":
                block.rows = [
                    ("    " * (h.level - 1) + h.text, h.options["key"])
                    for h in self.blocks
                    if h.kind == "heading" and h.level in (1, 2) and "key" in h.options
                ]

    def set_blocks(self, specs):
        for spec in specs:
            ((kind, value),) = [(k, v) for k, v in spec.items() if k not in ("style", "form")]
            getattr(self, f"block_{kind}")(value, spec)

    # Plain pieces

    def block_title(self, value, spec):
        self.add("heading", value, level=0)

    def block_h1(self, value, spec):
        self.heading(value, 1)

    def block_h2(self, value, spec):
        self.heading(value, 2)

    def block_h3(self, value, spec):
        self.heading(value, 3)

    def block_contents(self, value, spec):
        self.add("heading", value, level=0)
        self.add("contents")

    def block_text(self, value, spec):
        self.texts(value, style=spec.get("style", ""))

    def block_line(self, value, spec):
        self.add("line", self.read(value), style=spec.get("style", ""))

    def block_bullets(self, value, spec):
        for item in value:
            self.add("item", self.read(item), mark="•")

    def block_numbers(self, value, spec):
        for n, item in enumerate(value):
            self.add("item", self.read(item), mark=f"{n + 1}.")

    def block_gap(self, value, spec):
        self.add("gap", options={"height": value})

    def block_page(self, value, spec):
        self.add("page")

    def block_table(self, value, spec):
        self.table(value)

    def block_columns(self, value, spec):
        """Blocks set in two columns; what stands before and after goes across the page."""
        outer, self.blocks = self.blocks, []
        self.set_blocks(value)
        inner, self.blocks = self.blocks, outer
        self.add("columns", rows=inner)

    # Goals

    def goal(self, spec):
        if spec["outcome"] not in OUTCOMES:
            raise ValueError(f"unknown outcome: {spec}")
        fact = {
            "number": None if spec.get("number") is None else str(spec["number"]),
            "text": self.read(spec["text"]),
            "outcome": spec["outcome"],
            "outcome_as_written": spec.get("written"),
            "context": self.context(),
        }
        self.truth["goals"].append(fact)
        return fact

    def block_goal(self, spec, outer):
        """One goal. `form`: sentence ("Mål 1, ... Målet är uppnått."), lines ("Mål 1" alone, the goal below), heading ("Nämndens mål: ...",
        then Bedömning), assessment (heading, and the written outcome on a line)."""
        fact = self.goal(spec)
        getattr(self, f"goal_as_{spec.get('form', 'sentence')}")(spec, fact)

    def goal_as_sentence(self, spec, fact):
        self.add("text", f"Mål {fact['number']}, {fact['text']}", fact=fact)
        if spec.get("result"):
            self.add("line", "Resultat", style="bold")
            self.texts(spec["result"])
        if spec.get("written"):
            self.add("text", spec["written"])

    def goal_as_lines(self, spec, fact):
        self.add("line", f"Mål {fact['number']}", style="bold")
        self.add("text", fact["text"], fact=fact)
        self.texts(spec.get("result", ""))
        if spec.get("written"):
            self.add("text", spec["written"])

    def goal_as_heading(self, spec, fact):
        self.add("heading", f"{spec.get('label', 'Nämndens mål')}: {fact['text']}", level=3, fact=fact)
        if spec.get("written"):
            self.add("line", "Bedömning", style="bold")
            self.add("text", spec["written"])
        if spec.get("result"):
            self.add("line", "Kommentar", style="bold")
            self.texts(spec["result"])

    def block_goal_rows(self, spec, outer):
        """Goals as rows of a table, without the word mål: text, how it was assessed."""
        rows = []
        for text, outcome, written in spec["rows"]:
            self.goal({"text": text, "outcome": outcome, "written": written})
            rows.append([text, written])
        self.add(
            "table",
            rows=rows,
            options={"head": spec["columns"], "left": 2, "widths": spec.get("widths", [3, 1]), "sums": []},
        )

    # Uppdrag

    def block_assignments(self, spec, outer):
        """Rows of uppdrag with start, end and status; a comment runs below its row."""
        head = spec.get("columns", ["Uppdrag", "Startdatum", "Slutdatum", "Status"])
        rows = []

        def flush():
            if rows:
                self.add(
                    "table",
                    rows=list(rows),
                    options={"head": head, "left": 4, "widths": spec.get("widths", [5, 1.6, 1.6, 1.6]), "sums": []},
                )
            rows.clear()

        for row in spec["rows"]:
            text = self.read(row["text"])
            self.truth["assignments"].append(
                {
                    "text": text,
                    "status": row["status"],
                    "status_as_written": row["written"],
                    "start": row.get("start"),
                    "end": row.get("end"),
                }
            )
            rows.append([text, row.get("start") or "", row.get("end") or "", row["written"]])
            if row.get("comment"):
                flush()
                self.add("line", "Kommentar:", style="bold")
                self.texts(row["comment"])
        flush()

    # Key figures

    def block_indicators(self, spec, outer):
        """Key figures by year, with target and assessment where the table has them; an empty cell or ----- is no value."""
        extra = [c for c in ("target", "assessment") if c in spec]
        rows = []
        for row in spec["rows"]:
            name, values = row["name"], row["values"]
            known = {
                str(year): str(v)
                for year, v in zip(spec["years"], values)
                if v is not None and not str(v).startswith("--")
            }
            self.truth["indicators"].append(
                {"name": name, "values": known, "target": row.get("target"), "assessment": row.get("assessment")}
            )
            rows.append([name] + list(values) + [row.get(c) for c in extra])
        if spec.get("title"):
            self.add("line", spec["title"], style="caption")
        self.add(
            "table",
            rows=rows,
            options={
                "head": [spec.get("corner", "Nyckeltal")] + [str(y) for y in spec["years"]] + [spec[c] for c in extra],
                "left": 1,
                "widths": spec.get("widths"),
                "sums": [],
            },
        )
