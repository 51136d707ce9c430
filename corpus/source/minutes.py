"""Minutes: front page, contents, §§ with their parts, in the forms that the look asks for."""

import markup
from builder import Builder

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
LETTERS = "abcdefghijkl"
WORDS = {
    "about": "Ärendebeskrivning",
    "decision": "Beslut",
    "proposal": "Förslag till beslut",
    "motions": "Yrkanden",
    "procedure": "Beslutsgång",
    "vote": "Omröstningsresultat",
    "reservations": "Reservation",
    "recusal": "Jäv",
    "statement": "Protokollsanteckning",
    "separate_opinion": "Särskilt yttrande",
    "not_taking_part": "Deltar inte i beslutet",
    "basis": "Beslutsunderlag",
    "recipients": "Beslutet skickas till",
    "immediate": "Omedelbar justering",
    "children": "Barnets bästa",
    "earlier": "Tidigare behandling",
}
TEXT_PARTS = {
    "about",
    "procedure",
    "not_taking_part",
    "immediate",
    "children",
    "earlier",
    "statement",
    "separate_opinion",
}


def day_in_words(date):
    year, month, day = str(date).split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


class MinutesBuilder(Builder):
    def build(self):
        self.front()
        for spec in self.content["paragraphs"]:
            self.set_paragraph(spec)
        for spec in self.content.get("appendices", []):
            self.add("page")
            self.appendix(spec)
        return self.blocks, self.truth

    # The front page

    def front(self):
        front = self.content.get("front")
        if not front:
            return
        if front.get("title"):
            self.add("heading", front["title"], level=0)
        if front.get("subtitle"):
            self.add("heading", front["subtitle"], level=1)
        self.add("pairs", rows=[self.pair(row) for row in front["rows"]])
        if front.get("notice"):
            if front.get("notice_title"):
                self.add("heading", front["notice_title"], level=2)
            if front.get("notice_text"):
                self.add("line", front["notice_text"])
            self.add("pairs", rows=[self.pair(row) for row in front["notice"]], options={"box": True, "pad": 2})
        if front.get("contents"):
            self.add("page")
            self.add("heading", front["contents"], level=1)
            rows = [(f"§ {p['number']}    {self.title_of(p)}", f"§{p['number']}") for p in self.content["paragraphs"]]
            self.add("contents", rows=rows)
        self.add("gap" if front.get("run_on") else "page", options={"height": 24})

    def pair(self, row):
        label, *columns = row
        return [label] + [[c] if isinstance(c, str) else c for c in columns]

    # One §

    def title_of(self, spec):
        return spec["title"].upper() if self.look.get("capitals") else spec["title"]

    def set_paragraph(self, spec):
        self.paragraph = {
            "number": spec["number"],
            "title": self.title_of(spec),
            "diarienummer": spec.get("dnr"),
            "process_code": spec.get("code"),
            "lead": None,
            "motions": [],
            "decisions": [],
            "outcome": spec.get("outcome", "annat"),  # nothing was decided
            "votes": [],
            "reservations": [],
            "recusals": [],
            "recipients": [],
            "basis": [],
            "references": [],
        }
        self.truth["paragraphs"].append(self.paragraph)
        self.head(spec)
        for part in self.in_order(spec.get("parts", [])):
            self.set_part(part)
        self.add("gap", options={"height": self.look.get("paragraph_gap", 16)})
        self.paragraph = None

    def head(self, spec):
        """The lines of a § heading; a line whose value the § lacks (no diarienummer) is left out."""
        values = {
            "number": spec["number"],
            "title": self.title_of(spec),
            "dnr": spec.get("dnr"),
            "code": spec.get("code"),
            "chain": spec.get("chain", ""),
            "year": self.document["year"],
        }
        for line in self.look["paragraph_head"]:
            first = "{number}" in line["text"]
            if "{dnr}" in line["text"] and not values["dnr"] and not first:
                continue
            filled = {k: ("" if v is None else v) for k, v in values.items()}
            text = line["text"].format(**filled).strip()
            right = "" if not line.get("right") or not values["dnr"] else line["right"].format(**filled).strip()
            options = {"near": line.get("near")} | ({"key": f"§{spec['number']}"} if first else {})
            kind, level = ("heading", line.get("level", 1)) if line.get("heading", True) else ("line", 1)
            self.add(kind, text, level=level, right=right, fact=self.paragraph if first else None, options=options)

    def in_order(self, parts):
        """The parts in the look's order where it has one: kinds that it names go first, in its order."""
        order = self.look.get("order", [])
        if not order:
            return parts
        rank = lambda part: next((order.index(k) for k in part if k in order), len(order))
        return sorted(parts, key=rank)

    def set_part(self, part):
        kind = next(k for k in part if k not in ("heading", "style", "form", "inline"))
        if kind in ("text", "table", "attachment", "section"):
            return getattr(self, f"part_{kind}")(part)
        self.part_heading(kind, part)
        if kind in TEXT_PARTS:
            return self.texts(part[kind], style=part.get("style", ""))
        getattr(self, f"part_{kind}")(part)

    def part_heading(self, kind, part):
        words = WORDS | self.look.get("words", {})
        within = part[kind] if isinstance(part[kind], dict) else {}
        text = part.get("heading", within.get("heading", words[kind]))
        if text:
            body = self.document["body"]
            text = text.format(body=body, genitive=body if body.endswith("s") else body + "s")
            self.add("heading", text.upper() if self.look.get("capital_sections") else text, level=2)

    # Parts without a heading of their own kind

    def part_text(self, part):
        self.texts(part["text"], style=part.get("style", ""))

    def part_section(self, part):
        title = part["section"]["title"]
        self.add("heading", title.upper() if self.look.get("capital_sections") else title, level=2)
        self.texts(part["section"]["text"], style=part.get("style", ""))

    def part_table(self, part):
        self.table(part["table"])

    def part_attachment(self, part):
        """A document inside the §: its sentences are no decision, its references none of the §'s."""
        from report import ReportBuilder

        inner = ReportBuilder({"document": self.document, "blocks": part["attachment"]}, self.look)
        inner.truth, inner.blocks = self.truth, self.blocks
        inner.set_blocks(part["attachment"])

    # Parts with facts

    def part_proposal(self, part):
        spec = part["proposal"]
        spec = {"points": spec} if isinstance(spec, list) else spec
        if spec.get("lead"):
            self.add("text", spec["lead"])
        self.points([self.read(p) for p in spec["points"]], spec.get("form", part.get("form")))

    def part_decision(self, part):
        spec = part["decision"]
        facts = []
        if spec.get("lead"):
            self.paragraph["lead"] = self.read(spec["lead"])
            self.add("text", self.paragraph["lead"])
        for raw, action in spec["points"]:
            facts.append({"text": self.read(raw), "action": action})
        self.paragraph["decisions"] += facts
        self.points([f["text"] for f in facts], spec.get("form", part.get("form")), facts)
        for passage in markup.passages(spec.get("after", "")):
            self.add("text", self.read(passage))

    def points(self, texts, form, facts=None):
        form = form or self.look.get("points", "sentences")
        for n, text in enumerate(texts):
            mark = {
                "numbers": f"{n + 1}.",
                "bullets": "•",
                "dashes": "–",
                "letters": f"{LETTERS[n]})",
                "hyphens": "-",
            }.get(form, "")
            self.add("item" if mark or form == "att" else "text", text, mark=mark, fact=facts[n] if facts else None)

    def part_motions(self, part):
        facts = [{"mover": mover, "text": self.read(text)} for mover, text in part["motions"]]
        self.paragraph["motions"] += facts
        if part.get("inline"):
            self.add("text", " ".join(f["text"] for f in facts))
            return
        mark = {"bullets": "•", "dashes": "–"}.get(part.get("form"), "")
        for fact in facts:
            self.add("item" if mark else "text", fact["text"], mark=mark, fact=fact)

    def part_vote(self, part):
        spec = part["vote"]
        self.texts(spec["text"])
        vote = {k: spec.get(k) for k in ("yes", "no", "abstain", "absent")}
        for key in ("yes_names", "no_names", "abstain_names"):
            if key in spec:
                vote[key] = spec[key]
        self.paragraph["votes"].append(vote)

    def part_reservations(self, part):
        for who, raw in part["reservations"]:
            fact = {"who": who, "text": self.read(raw)}
            self.paragraph["reservations"].append(fact)
            self.add("text", fact["text"], fact=fact)

    def part_recusal(self, part):
        self.paragraph["recusals"] += part["recusal"]["names"]
        self.texts(part["recusal"]["text"])

    def part_basis(self, part):
        self.listing("basis", part)

    def part_recipients(self, part):
        self.listing("recipients", part)

    def listing(self, kind, part):
        """A list of papers or recipients: a line each, or one line with commas."""
        items = [self.read(item) for item in part[kind]]
        self.paragraph[kind] += items
        form = part.get("form", self.look.get(f"{kind}_form", "lines"))
        if form == "commas":
            self.add("text", ", ".join(items))
            return
        mark = {"bullets": "•", "dashes": "–"}.get(form, "")
        for item in items:
            self.add("item", item, mark=mark) if mark else self.add("line", item)
        self.add("gap", options={"height": 4})

    # Appendices after the last §

    def appendix(self, spec):
        """A list of who voted how, from the names of a vote: a cross in the column of each."""
        vote = self.vote_of(spec["vote"])
        columns = [("yes", "Ja"), ("no", "Nej"), ("abstain", "Avstår")]
        names = {name: key for key, _ in columns for name in vote.get(f"{key}_names", [])}
        rows = [[name] + ["X" if names[name] == key else None for key, _ in columns] for name in sorted(names)]
        rows.append(["Summa"] + [vote.get(key) or 0 for key, _ in columns])
        self.add("heading", spec["title"], level=1)
        for line in markup.passages(spec.get("text", "")):
            self.add("text", line)
        self.table(
            {
                "columns": [label for _, label in columns],
                "corner": "Ledamot",
                "rows": rows,
                "widths": [4, 1, 1, 1],
                "sums": ["Summa"],
                "truth": False,
            }
        )

    def vote_of(self, number):
        """The vote of § number (the last where it has several)."""
        return next(p for p in self.truth["paragraphs"] if p["number"] == number)["votes"][-1]
