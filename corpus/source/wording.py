"""How a layout words what a meeting says: names, dates, earlier decisions, points, motions, votes, reservations.

The meeting's text carries marks: `<Name; Name>` for people, `{d 2024-10-29}` for a day, `{ref KS 2024-10-29 118}` for an earlier decision,
`{namn Name}` for a name without its party, `{anta|antar|antog}` for a verb of decision."""

import re

from markup import squeeze

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
NUMBERS = (
    "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo tjugoen tjugotvå "
    "tjugotre tjugofyra tjugofem tjugosex tjugosju tjugoåtta tjugonio trettio trettioen"
).split()
BODIES = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "KSAU": "Kommunstyrelsens arbetsutskott",
    "SN": "Socialnämnden",
    "AU": "Arbetsutskottet",
    "TN": "Tekniska nämnden",
    "BUN": "Barn- och ungdomsnämnden",
    "FN": "Fritidsnämnden",
}
VERB = re.compile(r"\{([^{}| ]+)\|([^{}|]+)(?:\|([^{}|]+))?\}")
PEOPLE = re.compile(r"<([^<>]+)>")
DAY = re.compile(r"\{d (\d{4}-\d\d-\d\d)\}")
NAME = re.compile(r"\{namn ([^{}]+)\}")
REFERENCE = re.compile(r"\{ref (\w+) (\d{4}-\d\d-\d\d) (\d+)\}")

PROPOSITIONS = {
    "ja-for": "Omröstningsproposition: Ja för {yes}. Nej för {no}.",
    "innebar": "Ja innebär {yes}. Nej innebär {no}.",
    "rost-for": "Ja-röst för {yes}. Nej-röst för {no}.",
    "och": "JA för {yes} och NEJ för {no}.",
    "den-som": "Den som stöder {yes} röstar ja. Den som stöder {no} röstar nej.",
    "voteringsproposition": "Följande voteringsproposition godkänns: Den som är för {yes} röstar ja, den som är för {no} röstar nej.",
    "lika-med": "Ja = {yes}\nNej = {no}",
}


def capital(text):
    return text[:1].upper() + text[1:]


def small(text):
    return text[:1].lower() + text[1:]


def genitive(name):
    return name if name.endswith("s") else name + "s"


def and_list(items):
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " och " + items[-1]


def day_in_words(date):
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


class Wording:
    """One meeting in one layout."""

    def __init__(self, meeting, layout):
        self.meeting, self.layout = meeting, layout
        self.body = meeting["body"]
        self.party = {name: party for party, names in meeting["members"].items() for name in names}
        self.party |= {name: party for name, party, *_ in meeting.get("idle", [])}
        self.party |= {row[2]: row[3] for row in meeting.get("substitutes", [])}
        self.visitors = {"Abdi Warsame": "V", "Disa Tunhammar": "MP"}

    # People and days

    def person(self, name, role=None):
        party = self.party.get(name) or self.visitors[name]
        form = self.layout["person"]
        if form == "surname":
            first, *last = name.split(" ")
            return f"{' '.join(last)} {first} ({party})"
        lead = f"{role} " if role else ""
        return lead + {
            "paren": f"{name} ({party})",
            "lower": f"{name} ({party.lower()})",
            "comma": f"{name}, {party}",
            "before": f"({party}) {name}",
        }[form]

    def people(self, names, role=None):
        return and_list([self.person(name, role if n == 0 else None) for n, name in enumerate(names)])

    def day(self, date):
        return date if self.layout["days"] == "iso" else f"den {day_in_words(date)}"

    def earlier(self, body, date, paragraph):
        form, name = self.layout["references"], BODIES[body]
        words = f"den {day_in_words(date)}"
        return {
            "body-date": f"{name} {date} § {paragraph}",
            "body-date-words": f"{name} {words}, § {paragraph}",
            "short": f"{body} {date} § {paragraph}",
            "short-words": f"{body} {words} § {paragraph}",
            "paragraph-first": f"{name} § {paragraph}, {date}",
            "sentence": f"{name} behandlade ärendet {words}, § {paragraph}.",
            "decision": f"{genitive(name)} beslut {date}, § {paragraph}",
        }[form]

    def text(self, raw, tense=1, facts=None):
        """The text in the layout's words; earlier decisions are noted in `facts["references"]`."""

        def reference(found):
            if facts is not None:
                facts["references"].append({"body": BODIES[found[1]], "date": found[2], "paragraph": int(found[3])})
            return self.earlier(found[1], found[2], int(found[3]))

        text = VERB.sub(lambda found: found[tense + 1] or found[2], raw)
        text = PEOPLE.sub(lambda found: self.people([name.strip() for name in found[1].split(";")]), text)
        text = NAME.sub(lambda found: self.person(found[1]), text)
        text = DAY.sub(lambda found: self.day(found[1]), text)
        return squeeze(REFERENCE.sub(reference, text))

    # Points of a decision or a proposal

    def points(self, raw_points, body=None, proposed=False):
        """(lead or None, points, marks): how the layout writes what a body decides or another proposes."""
        form = self.layout["points"]
        tense = 2 if self.layout["past"] and not proposed else 1
        name = body or self.body
        infinitives = [self.text(raw, 0) for raw in raw_points]
        verb = "beslutade" if tense == 2 else "beslutar"
        if form in ("sentences", "numbered-sentences", "bulleted-sentences"):
            texts = [f"{name} {self.text(raw, tense)}." for raw in raw_points]
            return None, texts, self.marks(len(texts))
        if form == "one-sentence" and len(raw_points) == 1:
            return None, [f"{name} {verb} att {infinitives[0]}."], [""]
        lead = self.layout["lead"].format(body=name, verb=verb)
        if form == "infinitives":
            texts = [capital(text) + "." for text in infinitives]
        elif lead.rstrip(":").endswith(" att"):
            texts = [text + self.stop(n, len(infinitives)) for n, text in enumerate(infinitives)]
        else:
            texts = [f"att {text}" + self.stop(n, len(infinitives)) for n, text in enumerate(infinitives)]
            if self.layout["capital_att"]:
                texts = [capital(text) for text in texts]
        return lead, texts, self.marks(len(texts))

    def stop(self, n, count):
        style = self.layout["stops"]
        if style == "none":
            return ""
        if n == count - 1 or style == "all":
            return "."
        return ", samt" if n == count - 2 else ","

    def marks(self, count):
        form = self.layout["mark"]
        return [
            {"number": f"{n + 1}.", "bracket": f"{n + 1})", "letter": f"{'abcdefgh'[n]})", "bullet": "•", "dash": "–", "hyphen": "-"}.get(
                form, ""
            )
            for n in range(count)
        ]

    # Motions, reservations, recusals

    def motion(self, spec):
        """(mover, text) of a motion."""
        who = self.people(spec["who"], spec.get("role"))
        that = self.text(spec["that"])
        if "seconded" in spec:
            who = f"{who} {self.layout['seconding']} {self.people(spec['seconded'])}"
        form = self.layout["motions"]
        if form == "colon":
            return capital(who), f"{capital(who)}: {capital(that)}."
        if form == "inline":
            return who, f"{self.layout['inline_opening']} yrkar {who} {that}."
        verb = "yrkade" if self.layout["past"] else "yrkar"
        return capital(who), f"{capital(who)} {verb} {that}."

    def reservation(self, spec):
        who, why = self.people(spec["who"]), spec["why"]
        tail = f" {why}" if why else ""
        verb = "reserverade" if self.layout["past"] else "reserverar"
        form = self.layout["reservations"]
        if form == "inverse":
            return who, f"Mot beslutet {verb} sig {who}{tail}."
        if form == "name":
            return who, f"{who}{tail}" + ("." if tail else "")
        if form == "given":
            return who, f"Reservation lämnas av {who}{tail}."
        if form == "announces":
            return who, f"{who} anmäler reservation mot beslutet{tail}."
        return who, f"{who} {verb} sig mot beslutet{tail}."

    def recusal(self, names):
        who = self.people(names)
        return {
            "announces": f"{who} anmäler jäv och deltar inte i handläggningen av ärendet.",
            "because": f"På grund av jäv deltar inte {who} i handläggningen av ärendet.",
            "not-part": f"{who} deltar inte i handläggningen av ärendet på grund av jäv.",
            "leaves": f"{who} anmäler jäv och lämnar lokalen under ärendets behandling.",
        }[self.layout["recusals"]]

    def not_taking_part(self, names):
        return f"{self.people(names)} deltar inte i beslutet."

    # Votes

    def proposition(self, vote):
        form = PROPOSITIONS[self.layout["proposition"]]
        return form.format(yes=self.text(vote["yes_means"]), no=self.text(vote["no_means"]))

    def ballots(self, vote):
        """key -> names, in the order of the members, the chair last."""
        members = [name for names in self.meeting["members"].values() for name in names if name != self.meeting["chair"]]
        members.append(self.meeting["chair"])
        sides = {key: [m for m in members if m in vote.get(key, [])] for key in ("no", "abstain", "absent")}
        taken = {name for names in sides.values() for name in names}
        return {"yes": [m for m in members if m not in taken]} | sides

    def tally(self, ballots, minority=False):
        """The sentence that says how many voted what; a minority of a third can have a matter sent back."""
        yes, no, abstain, absent = (len(ballots[key]) for key in ("yes", "no", "abstain", "absent"))
        word = lambda n: NUMBERS[n] if self.layout["numerals"] == "words" else str(n)
        body = small(self.body)
        form = self.layout["votes"]
        if form == "result":
            more = f" {abstain} ledamöter avstår från att rösta." if abstain > 1 else " 1 ledamot avstår från att rösta." if abstain else ""
            more += f" {absent} ledamot är frånvarande." if absent else ""
            return f"Omröstningen ger {yes} Ja mot {no} Nej.{more}"
        if form == "utfaller":
            more = f" {abstain} avstår från att rösta." if abstain else ""
            plural = "nej-röst" if no == 1 else "nej-röster"
            return f"Omröstningen utfaller med {yes} ja-röster och {no} {plural}.{more}"
        if form == "words":
            more = f" och {word(abstain)} avstår" if abstain else ""
            sep = "," if abstain else " och"
            return f"{capital(word(yes))} ledamöter röstar JA{sep} {word(no)} röstar NEJ{more}."
        if form == "block":
            return f"Ja: {yes}  Nej: {no}" + (f"  Avstår: {abstain}" if abstain else "")
        if form == "rostar-antal":
            sides = [("yes", "röstar Ja"), ("no", "röstar Nej"), ("abstain", "avstår")]
            said = [f"{self.people(ballots[key])} {verb} ({len(ballots[key])})." for key, verb in sides if ballots[key]]
            return " ".join(said)
        more = f" och {abstain} som avstår" if abstain else ""
        plural = "nej-röst" if no == 1 else "nej-röster"
        if minority:
            return f"Med {yes} ja-röster mot {no} {plural} är ärendet återremitterat, eftersom minst en tredjedel vill det."
        return f"Med {yes} ja-röster mot {no} {plural}{more} beslutar {body} enligt {self.winner(yes, no)}."

    @staticmethod
    def winner(yes, no):
        return "ja-propositionen" if yes >= no else "nej-propositionen"

    # Papers and recipients

    def paper(self, spec, facts):
        text = spec["name"]
        if "date" in spec:
            text += {"iso": f" {spec['date']}", "comma": f", {spec['date']}", "dated": f" daterad {spec['date']}"}.get(
                self.layout["papers"], f" den {day_in_words(spec['date'])}"
            )
        if "paragraph" in spec:
            text += f" § {spec['paragraph']}"
            facts["references"].append({"body": None, "date": spec["date"], "paragraph": spec["paragraph"]})
        return text
