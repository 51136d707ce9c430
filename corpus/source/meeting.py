"""A meeting in a layout: front page, contents, §§ with their parts, vote lists, the last page; blocks for the page and facts for the truth."""

import markup
from builder import Builder
from front import ATTENDANCE, attendance_rows, front_rows, front_truth, posted
from wording import Wording, and_list, capital, day_in_words, genitive

IMMEDIATE = {"sentence": "Paragrafen justeras omedelbart.", "declared": "Paragrafen förklaras omedelbart justerad."}
SIDES = [("yes", "Ja"), ("no", "Nej"), ("abstain", "Avstår"), ("absent", "Frånv")]


class MeetingBuilder(Builder):
    def __init__(self, meeting, layout):
        document = {"year": int(meeting["date"][:4]), "body": meeting["body"]}
        super().__init__({"document": document}, layout)
        self.meeting, self.layout = meeting, layout
        self.wording = Wording(meeting, layout)
        self.lists = []  # votes whose list stands after the last §

    def build(self):
        self.front()
        for index, spec in enumerate(self.meeting["paragraphs"]):
            if self.layout["page_each"] and index > 0:
                self.add("page")
            self.set_paragraph(index, spec)
        self.attachments()
        if self.layout["last_page"] == "signatures":
            self.add("page")
            self.add("pairs", rows=self.signatures())
        if self.layout["last_page"] == "notice":
            self.add("page")
            self.notice()
        return self.blocks, self.truth

    # Front page

    def front(self):
        self.truth["meeting"] = front_truth(self.meeting, self.layout, self.wording, self.numbers())
        for line in self.layout["front_title"]:
            self.add("heading", self.fill(line), level=0)
        self.set_front(front_rows(self.meeting, self.layout, self.wording, self.numbers()))
        if self.layout["signatures_first"]:
            self.add("pairs", rows=self.signatures())
        if self.layout["notice_first"]:
            self.notice()
        if self.layout["contents"]:
            self.add("page")
            self.add("heading", self.layout["contents"], level=1)
            rows = [
                (self.layout["contents_row"].format(n=n, title=self.title(p), short=self.meeting["short"]), f"§{n}")
                for n, p in zip(self.numbers(), self.meeting["paragraphs"])
            ]
            self.add("contents", rows=rows)
        self.add("gap" if self.layout["run_on"] else "page", options={"height": 24})

    def set_front(self, rows):
        form = self.layout["front_form"]
        if form == "above":
            for label, *columns in rows:
                self.add("heading", label, level=2)
                for line in (line for column in columns for line in column):
                    self.add("line", line)
        elif form == "colon":
            for label, *columns in rows:
                self.add("text", f"{label}: {', '.join(line for column in columns for line in column)}")
        elif form == "crosses":
            ticked = {self.layout["front"]["members"], self.layout["front"]["serving"]}
            self.add("pairs", rows=[row for row in rows if row[0] not in ticked])
            listed = list(attendance_rows(self.meeting, self.layout, self.wording))
            self.add("votes", rows=listed, options={"head": ATTENDANCE, "form": "crosses", "widths": [170, 42, 42, 42, 150]})
        else:
            self.add("pairs", rows=rows)

    def numbers(self):
        first = self.meeting["first"]
        return range(first, first + len(self.meeting["paragraphs"]))

    def fill(self, template):
        values = {"body": self.body_as_set(), "day": day_in_words(self.meeting["date"]), "date": self.meeting["date"]}
        return template.format(**values, municipality=self.layout["municipality"])

    def body_as_set(self):
        return self.meeting["body"].upper() if self.layout["capital_body"] else self.meeting["body"]

    def signatures(self):
        numbers = self.numbers()
        dots = "." * 46
        rows = [[self.layout["front"]["paragraphs"], [f"{numbers[0]}–{numbers[-1]}"]]]
        rows.append(["Sekreterare", [dots, self.meeting["secretary"]]])
        rows.append(["Ordförande", [dots, self.wording.person(self.meeting["chair"])]])
        for name in self.meeting["checkers"]:
            rows.append([self.layout["front"]["checkers"], [dots, self.wording.person(name)]])
        return rows

    def notice(self):
        self.add("heading", self.layout["notice_title"], level=2)
        self.add("line", "Protokollet är justerat, och det tillkännages på kommunens anslagstavla.")
        rows = [["Organ", [self.meeting["body"]]], ["Sammanträdesdatum", [self.meeting["date"]]]]
        rows.append(["Datum då anslaget sätts upp", [posted(self.meeting)]])
        rows.append(["Förvaringsplats för protokollet", ["Kommunhuset, plan 3"]])
        rows.append(["Underskrift", ["." * 40]])
        self.add("pairs", rows=rows, options={"box": True, "pad": 2})

    # One §

    def title(self, spec):
        return spec["title"].upper() if self.layout["capitals"] else spec["title"]

    def dnr(self, spec):
        if "dnr" not in spec:
            return None
        year, number = spec["dnr"]
        registry = self.layout["registry"].get(self.meeting["registry"], self.meeting["registry"])
        return self.layout["dnr"].format(reg=registry, year=year, yy=f"{year % 100:02}", n=number)

    def code(self, spec):
        form = self.layout["code"]
        if not form or "code" not in spec:
            return None
        return spec["code"] if form == "plain" else ".".join(spec["code"])

    def set_paragraph(self, index, spec):
        number, dnr, code = self.numbers()[index], self.dnr(spec), self.code(spec)
        self.paragraph = {"number": number, "title": self.title(spec), "diarienummer": dnr, "process_code": code, "lead": None}
        self.paragraph |= {"motions": [], "decisions": [], "outcome": spec["outcome"], "votes": [], "reservations": [], "recusals": []}
        self.paragraph |= {"recipients": [], "basis": [], "references": [], "statements": []}
        self.truth["paragraphs"].append(self.paragraph)
        self.head(index, spec, dnr, code)
        for part in self.layout["order"]:
            if part in spec or part == "proposal":
                getattr(self, f"part_{part}")(spec)
        self.add("gap", options={"height": self.layout["paragraph_gap"]})
        self.paragraph = None

    def head(self, index, spec, dnr, code):
        preparing = self.meeting.get("preparing")
        chain = f"{preparing['short']} § {preparing['first'] + index} " if preparing and self.layout["chain"] else ""
        short = self.layout["short"].get(self.meeting["short"], self.meeting["short"])
        values = {"n": self.numbers()[index], "title": self.title(spec), "dnr": dnr or "", "code": code or "", "short": short, "chain": chain}
        values |= {"yy": self.meeting["date"][2:4], "year": self.meeting["date"][:4], "body": self.meeting["body"]}
        values |= {"recipients": ", ".join(spec.get("recipients", [])), "clerk": "Karl Ask"}
        for line in self.layout["heading"]:
            if "{recipients}" in line["text"]:
                self.recipients_first(spec, line, values, dnr)
                continue
            has_number = "{n}" in line["text"]
            if not dnr and not has_number and "{title}" not in line["text"]:
                continue
            text = line["text"] if dnr else line.get("without_dnr", line["text"])
            right = line["right"].format(**values).strip() if line.get("right") and dnr else ""
            options = {"near": line.get("near"), "indent": line.get("indent", 0)} | ({"key": f"§{values['n']}"} if has_number else {})
            kind = "heading" if line.get("heading", True) else "line"
            fact = self.paragraph if has_number else None
            self.add(kind, text.format(**values).strip(), level=line.get("level", 1), right=right, fact=fact, options=options)

    def recipients_first(self, spec, line, values, dnr):
        right = line["right"].format(**values) if dnr else ""
        if spec.get("recipients"):
            self.paragraph["recipients"] += spec["recipients"]
            self.add("line", line["text"].format(**values), right=right)
        elif dnr:
            self.add("line", right)

    def section(self, kind, **values):
        """The heading of a part; none where the layout has none for it."""
        text = self.layout["words"].get(kind)
        if not text:
            return
        body = self.body_as_set()
        text = text.format(body=body, genitive=genitive(body), **values)
        self.add("label" if self.layout["side_labels"] else "heading", text.upper() if self.layout["capital_sections"] else text, level=2)

    # Parts, each named as in the meeting

    def passages(self, raw):
        for passage in markup.passages(raw):
            self.add("text", self.wording.text(passage, facts=self.paragraph))

    def part_about(self, spec):
        self.section("about")
        self.passages(spec["about"])

    def part_earlier(self, spec):
        if self.layout["earlier"] == "list":
            self.section("earlier")
        for raw in spec["earlier"]:
            self.add("text", self.wording.text(raw, facts=self.paragraph))

    def part_proposal(self, spec):
        if "proposal" not in spec:
            return
        by = spec["proposal"]["by"]
        if self.layout["proposal"] == "text":
            said = and_list([f"att {self.wording.text(p, 0)}" for p in spec["proposal"]["points"]])
            self.add("text", f"{by} föreslår {said}.")
            return
        self.section("proposal", by=by, by_genitive=genitive(by))
        lead, texts, marks = self.wording.points(spec["proposal"]["points"], self.meeting["body"], proposed=True)
        if lead:
            self.add("text", lead if self.layout["proposes"] is None else self.layout["proposes"].format(by=by, body=self.meeting["body"]))
        self.points(texts, marks)

    def points(self, texts, marks, facts=None):
        for n, (text, mark) in enumerate(zip(texts, marks)):
            self.add("item" if mark or text.lower().startswith("att ") else "text", text, mark=mark, fact=facts[n] if facts else None)

    def part_decision(self, spec):
        lead, texts, marks = self.wording.points(spec["decision"])
        self.section("decision")
        facts = [{"text": text, "action": None} for text in texts]
        if lead:
            self.paragraph["lead"] = lead
            if self.layout["lead_is_heading"]:
                self.add("label" if self.layout["side_labels"] else "heading", lead, level=2)
            else:
                self.add("text", lead)
        self.paragraph["decisions"] += facts
        self.points(texts, marks, facts)

    def part_motions(self, spec):
        facts = [dict(zip(("mover", "text"), self.wording.motion(motion))) for motion in spec["motions"]]
        self.paragraph["motions"] += facts
        self.section("motions")
        if self.layout["motions"] == "inline":
            self.add("text", " ".join(fact["text"] for fact in facts))
            return
        mark = {"bullet": "•", "dash": "–"}.get(self.layout["motion_mark"], "")
        for fact in facts:
            self.add("item" if mark else "text", fact["text"], mark=mark, fact=fact)

    def part_procedure(self, spec):
        self.section("procedure")
        self.passages(spec["procedure"])

    def part_vote(self, spec):
        vote = spec["vote"]
        ballots = self.wording.ballots(vote)
        self.section("vote")
        for line in self.wording.proposition(vote).split("\n"):
            self.add("text", line)
        names = self.layout["vote_names"]
        tally = self.wording.tally(ballots, vote.get("minority", False))
        fact = {key: len(names_of) for key, names_of in ballots.items()}
        fact |= {"yes_means": self.wording.text(vote["yes_means"]), "no_means": self.wording.text(vote["no_means"])}
        if names or self.layout["votes"] == "rostar-antal":
            # The sentence that names the voters does not tell who was absent.
            told = {key: of for key, of in ballots.items() if of and (names or key != "absent")}
            fact |= {f"{key}_names": [self.wording.person(name) for name in of] for key, of in told.items()}
        self.paragraph["votes"].append(fact)
        number = len(self.lists) + 1
        if names and names.startswith("appendix"):
            self.lists.append((self.paragraph["number"], ballots))
            tally = f"{tally} {self.layout['appendix_mention'].format(number=number)}"
        self.add("text", tally)
        if names and not names.startswith("appendix"):
            self.vote_list(names, ballots)

    def part_reservations(self, spec):
        self.section("reservations")
        for reservation in spec["reservations"]:
            who, text = self.wording.reservation(reservation)
            fact = {"who": who, "text": text}
            self.paragraph["reservations"].append(fact)
            self.add("text", text, fact=fact)

    def part_statement(self, spec):
        self.said_for_the_minutes(spec["statement"], "statement", "följande protokollsanteckning")

    def part_opinion(self, spec):
        self.said_for_the_minutes(spec["opinion"], "opinion", "ett särskilt yttrande")

    def said_for_the_minutes(self, spec, kind, given):
        who, text = self.wording.people(spec["who"]), spec["text"]
        self.section(kind)
        self.paragraph["statements"].append({"kind": kind, "who": who, "text": text})
        form = self.layout["statements"]
        self.add("text", f"{who}: {text}" if form == "colon" else f"{who} lämnar {given}: {text}")

    def part_not_taking_part(self, spec):
        self.section("not_taking_part")
        self.add("text", self.wording.not_taking_part(spec["not_taking_part"]))

    def part_recusal(self, spec):
        self.paragraph["recusals"] += [self.wording.person(name) for name in spec["recusal"]]
        self.section("recusal")
        self.add("text", self.wording.recusal(spec["recusal"]))

    def part_immediate(self, spec):
        form = self.layout["immediate"]
        self.paragraph["immediate_approval"] = True
        if form == "line":
            self.add("heading", "Omedelbar justering", level=2)
            return
        self.section("immediate")
        self.add("text", IMMEDIATE[form])

    def part_confidential(self, spec):
        self.paragraph["confidential"] = True
        self.add("text", f"Paragrafen protokollförs i {genitive(self.meeting['body']).lower()} sekretessprotokoll.")

    def part_basis(self, spec):
        items = [self.wording.paper(paper, self.paragraph) for paper in spec["basis"]]
        self.paragraph["basis"] += items
        self.section("basis")
        self.listing(items, self.layout["basis"])

    def part_recipients(self, spec):
        self.paragraph["recipients"] += spec["recipients"]
        self.section("recipients")
        self.listing(spec["recipients"], self.layout["recipients"])

    def listing(self, items, form):
        if form == "commas":
            self.add("text", ", ".join(items))
            return
        mark = {"bullets": "•", "dashes": "–", "hyphens": "-", "numbers": "#"}.get(form, "")
        for n, item in enumerate(items):
            self.add("item", item, mark=f"{n + 1}." if mark == "#" else mark) if mark else self.add("line", item)
        self.add("gap", options={"height": 4})

    # Vote lists

    def attachments(self):
        for number, (paragraph, ballots) in enumerate(self.lists, 1):
            if number == 1 or self.layout["appendix_pages"]:
                self.add("page")
            for line in self.layout["appendix_title"]:
                self.add("heading", line.format(number=number, n=paragraph), level=1)
            self.vote_list(self.layout["vote_names"].removeprefix("appendix-"), ballots)

    def vote_list(self, form, ballots):
        """Who voted what: a cross in the column of each, a word on each line, or the names of each side."""
        side = {name: key for key, names in ballots.items() for name in names}
        order = sorted(side, key=lambda name: name.split()[-1]) if self.layout["vote_order"] == "alphabet" else list(side)
        columns = [(key, label) for key, label in zip(("yes", "no", "abstain", "absent"), self.layout["vote_columns"])]
        if form == "sides":
            for key, label in columns:
                if ballots[key]:
                    self.add("text", f"{label}: {', '.join(self.wording.person(name) for name in ballots[key])}")
        elif form == "columns":
            used = [(key, label) for key, label in columns if ballots[key]]
            height = max(len(ballots[key]) for key, _ in used)
            rows = [[self.wording.person(ballots[key][n]) if n < len(ballots[key]) else "" for key, _ in used] for n in range(height)]
            self.add("votes", rows=rows, options={"head": [label for _, label in used], "form": form})
        elif form == "words":
            said = dict(columns)
            rows = [[self.wording.person(name), said[side[name]]] for name in order]
            self.add("votes", rows=rows, options={"head": ["Ledamot", "Röst"], "form": form})
        else:
            party = form == "crosses-party"
            cells = (lambda name: [name, self.wording.party[name]]) if party else (lambda name: [self.wording.person(name)])
            rows = [cells(name) + [self.layout["cross"] if side[name] == key else "" for key, _ in columns] for name in order]
            if self.layout["vote_sum"]:
                rows.append([self.layout["vote_sum"]] + ([""] if party else []) + [str(len(ballots[key])) for key, _ in columns])
            head = ["Ledamöter"] + (["Parti"] if party else []) + [label for _, label in columns]
            self.add("votes", rows=rows, options={"head": head, "form": form})
