#!/usr/bin/env python3
"""Writes corpus/reports/: annual reports in six forms over three years, as plain text, with contradictions planted in them.

    source/set_reports.py

Every report is first made to agree with itself and with the year before; PLANTED then says what is made wrong in which report. The truth,
corpus/reports/planted.json, lists for each report the kind of each contradiction (as `paragraf reconcile` names it) and words that the
finding must quote. The same bytes every time.
"""
import json
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "reports"
YEARS = (2021, 2022, 2023)

# name: municipality, body, the units of its table, and how the report is written.
FORMS = {
    "almvik-bun": dict(town="Almviks kommun", body="Barn- och utbildningsnämnden", unit="tkr", order="BUA", total="Summa", number=True,
                       units=["Förskola", "Grundskola", "Gymnasieskola", "Kulturskola"], base=[120400, 241800, 88600, 9300], sign=1),
    "bergviken-sn": dict(town="Bergvikens kommun", body="Socialnämnden", unit="tkr", order="UBA", total="Totalt", number=False,
                         units=["Hemtjänst", "Särskilt boende", "Funktionsstöd", "Familjehem", "Stab"], base=[74200, 131500, 66100, 18300, 7900], sign=1),
    "dalfors-tn": dict(town="Dalfors kommun", body="Tekniska nämnden", unit="kr", order="BUA", total="Summa", number=True,
                       units=["Gator", "Parker", "Vinterväghållning"], base=[31200000, 8400000, 5600000], sign=1),
    "ekhamra-kfn": dict(town="Ekhamra kommun", body="Kultur- och fritidsnämnden", unit="tkr", order="BUA", total="Totalt", number=False,
                        units=["Bibliotek", "Badhus", "Idrottshallar", "Ungdomsgårdar"], base=[14200, 22800, 17500, 6400], sign=1),
    "furuby-von": dict(town="Furuby kommun", body="Vård- och omsorgsnämnden", unit="tkr", order="UBA", total="Summa", number=True,
                       units=["Hemvård", "Boenden", "Daglig verksamhet", "Rehab"], base=[90300, 154700, 32900, 21400], sign=1),
    "grannas-mbn": dict(town="Grännäs kommun", body="Miljö- och byggnadsnämnden", unit="tkr", order="BUA", total="Summa", number=False,
                        units=["Bygglov", "Miljötillsyn", "Kart och mät"], base=[7800, 9600, 4100], sign=1),
}

# What is made wrong: (form, year) -> kinds; "serie", "grupp", "volym" and "från_till" are sentences against a table or against themselves.
PLANTED = {
    ("almvik-bun", 2021): ["summa", "från_till"], ("almvik-bun", 2022): ["text_mot_tabell"], ("almvik-bun", 2023): ["antal", "omräknad"],
    ("bergviken-sn", 2021): ["trend"], ("bergviken-sn", 2022): ["rad", "volym"], ("bergviken-sn", 2023): ["upprepad"],
    ("dalfors-tn", 2021): ["serie"], ("dalfors-tn", 2022): ["summa_i_text"], ("dalfors-tn", 2023): ["text_mot_tabell", "omräknad"],
    ("ekhamra-kfn", 2021): ["delar_och_helhet"], ("ekhamra-kfn", 2022): ["antal", "volym"], ("ekhamra-kfn", 2023): ["summa", "grupp"],
    ("furuby-von", 2021): ["text_mot_tabell"], ("furuby-von", 2022): ["trend", "omräknad"], ("furuby-von", 2023): ["skilda_uppgifter", "från_till"],
    ("grannas-mbn", 2021): ["grupp"], ("grannas-mbn", 2022): ["delar_och_helhet"], ("grannas-mbn", 2023): ["rad", "serie"],
}

GOALS = [("Minst 80 procent av dem som svarar ska vara nöjda med bemötandet.", "Målet är uppnått."),
         ("Väntetiden ska vara högst tio dagar.", "Målet är inte uppnått."),
         ("Alla anställda ska ha en plan för sin utveckling.", "Målet är delvis uppnått."),
         ("Tryckta blanketter ska ersättas med digitala.", "Målet är uppnått.")]


def grouped(value):
    return f"{value:,}".replace(",", " ")


def figures(form, year):
    """Budget and outcome of every unit: budgets grow by the year, outcomes miss them by a little."""
    step = 1000 if form["unit"] == "kr" else 1
    rows = []
    for place, base in enumerate(form["base"]):
        budget = base + (year - 2021) * (place + 2) * 130 * step
        miss = ((place * 37 + (year - 2021) * 53) % 11 - 4) * 41 * step or 77 * step
        rows.append((budget, budget + miss))
    return rows


def line(label, cells, width=34):
    return label.ljust(width) + "".join(cell.rjust(16) for cell in cells)


class Report:
    def __init__(self, name, year):
        self.name, self.year, self.form = name, year, FORMS[name]
        self.kinds = PLANTED[(name, year)]
        self.rows = figures(self.form, year)
        self.before = figures(self.form, year - 1)
        self.truth = []

    def plant(self, kind, quote):
        self.truth.append({"kind": kind, "quote": quote})

    def head(self, number, text):
        return ["", f"{number} {text}" if self.form["number"] else text, ""]

    def table(self):
        form, has = self.form, lambda kind: kind in self.kinds
        names = {"B": f"Budget {self.year}", "U": f"Utfall {self.year}", "A": "Avvikelse"}
        out = [f"Driftredovisning ({form['unit']})", line("Verksamhet", [names[c] for c in form["order"]] + [f"Utfall {self.year - 1}"])]
        total = [0, 0, 0, 0]
        for place, unit in enumerate(form["units"]):
            budget, outcome = self.rows[place]
            cells = [budget, outcome, budget - outcome, self.before[place][1]]
            total = [a + b for a, b in zip(total, cells)]
            if place == 1 and has("rad"):
                cells[2] += 9 * (1000 if form["unit"] == "kr" else 1)
                self.plant("rad", unit)
            if place == 0 and has("omräknad"):
                shift = 300 * (1000 if form["unit"] == "kr" else 1)
                cells[3] += shift
                total[3] += shift
                self.restated = unit
            out.append(self.row(unit, cells))
        if has("rad"):  # The sum goes with the row.
            total[2] += 9 * (1000 if form["unit"] == "kr" else 1)
        if has("summa"):
            total[1] += 600
            self.plant("summa", form["total"])
        out.append(self.row(form["total"], total))
        return out

    def row(self, label, cells):
        order = {"B": 0, "U": 1, "A": 2}
        return line(label, [grouped(cells[order[c]]) for c in self.form["order"]] + [grouped(cells[3])])

    def economy(self):
        """A sentence on each of two units, as the table has it; the second is wrong where that is planted."""
        out = []
        for place in (0, 2):
            unit, (budget, outcome) = self.form["units"][place], self.rows[place]
            result = budget - outcome
            if place == 2 and "text_mot_tabell" in self.kinds:
                result = -result
                self.plant("text_mot_tabell", unit)
            kind = "överskott" if result > 0 else "underskott"
            out.append(f"{unit} redovisar ett {kind} på {grouped(abs(result))} {self.form['unit']}.")
        return out

    def goals(self):
        out = []
        for number, (text, outcome) in enumerate(GOALS, 1):
            out += [f"Mål {number}", text, "Resultat", outcome, ""]
        reached = 3 if "antal" in self.kinds else 2
        missed = 0 if "antal" in self.kinds else 1
        words = ["inget", "ett", "två", "tre"]
        sentence = f"Av fyra mål har {words[reached]} uppnåtts, ett delvis uppnåtts och {'ett' if missed else 'noll'} ej uppnåtts."
        if "antal" in self.kinds:
            self.plant("antal", words[reached])
        return [sentence, ""] + out

    def staff(self):
        years = [self.year - 2, self.year - 1, self.year]
        parts = {label: [base + (y * step) % 9 for y in years] for label, base, step in
                 (("Tillsvidare", 210, 5), ("Visstid", 28, 4), ("Timavlönade", 11, 7))}
        out = ["Antal anställda", line("Anställning", [str(y) for y in years])]
        for label, cells in parts.items():
            out.append(line(label, [str(c) for c in cells]))
        sums = [sum(p[i] for p in parts.values()) for i in range(3)]
        if "delar_och_helhet" in self.kinds:
            sums = [s - 4 - i for i, s in enumerate(sums)]
            self.plant("delar_och_helhet", "Alla")
        return out + [line("Alla", [str(s) for s in sums]), ""] + self.change(parts, sums)

    def change(self, parts, sums):
        """Which group all of the change is laid on: one whose row shows it, or another where that is planted; nothing where there is none."""
        size = sums[2] - sums[1]
        right = [label for label, cells in parts.items() if cells[2] - cells[1] == size]
        wrong = [label for label, cells in parts.items() if abs(cells[2] - cells[1]) != abs(size)]
        groups = wrong if "grupp" in self.kinds else right
        if size == 0 or not groups:
            return []
        if "grupp" in self.kinds:
            self.plant("text_mot_tabell", groups[-1])
        verb, noun = ("ökat", "Ökningen") if size > 0 else ("minskat", "Minskningen")
        return [f"Antalet anställda har {verb} med {abs(size)} personer under året. Hela {noun.lower()} ligger hos gruppen {groups[-1].lower()}."]

    def volumes(self):
        """Planned and actual numbers; one row misses its plan by far, which the text says, and another where that is planted."""
        def rows(year):
            return [("Uthyrda cyklar", 90, 52), ("Lånade nycklar", 140, 136), ("Bokade rum", 64, 38 if "volym" in PLANTED.get((self.name, year), []) else 66)]

        out = ["Volymer", line("Volym", [f"Utfall {self.year - 1}", f"Åtagande {self.year}", f"Utfall {self.year}", "Avvikelse"])]
        for (label, plan, actual), (_, _, before) in zip(rows(self.year), rows(self.year - 1)):
            out.append(line(label, [str(before), str(plan), str(actual), str(actual - plan)]))
        if "volym" in self.kinds:
            self.plant("text_mot_tabell", "Bokade rum")
        return out + ["", "Uthyrda cyklar blev betydligt färre än planerat. Övriga volymer ligger nära åtagandet med små avvikelser."]

    def told(self, grow, fall):
        """The key figures of the table below, told in sentences."""
        leave, verb = fall[2], "ökade"
        if "serie" in self.kinds:
            leave += 0.6
            self.plant("text_mot_tabell", "Sjukfrånvaron")
        if "från_till" in self.kinds:
            verb = "minskade"
            self.plant("trend", "minskade")
        return [f"Sjukfrånvaron inom förvaltningen var {leave:.1f} procent.".replace(f"{leave:.1f}", f"{leave:.1f}".replace(".", ",")),
                f"Antalet digitala ärenden {verb} från {grow[1]} till {grow[2]}.", ""]

    def indicators(self):
        years = [self.year - 2, self.year - 1, self.year]
        grow, fall = [41, 44, 48, 53, 55][self.year - 2021:][:3], [9.8, 9.4, 9.1, 8.7, 8.2][self.year - 2021:][:3]
        trend = "Minskar" if "trend" in self.kinds else "Ökar"
        if "trend" in self.kinds:
            self.plant("trend", "Digitala ärenden")
        digital = [str(c) for c in grow]
        out = self.told(grow, fall) + ["Nyckeltal", line("Nyckeltal", [str(y) for y in years] + ["Trend"]),
               line("Digitala ärenden, antal", digital + [trend]),
               line("Sjukfrånvaro, andel", [f"{c:.1f} %".replace(".", ",") for c in fall] + ["Minskar"])]
        if "upprepad" in self.kinds or "skilda_uppgifter" in self.kinds:
            if "skilda_uppgifter" in self.kinds:
                digital = digital[:2] + [str(grow[2] + 6)]
                self.plant("skilda_uppgifter", "Digitala ärenden")
            else:
                self.plant("upprepad", "Digitala ärenden")
            out += self.head(6, "Ett hållbart arbetsliv") + ["Medarbetarna har fått nya verktyg under året.", "", "Nyckeltal i målområdet",
                    line("Nyckeltal", [str(y) for y in years] + ["Trend"]), line("Digitala ärenden, antal", digital + ["Ökar"]),
                    line("Enkätsvar, andel", ["71 %", "72 %", "74 %", "Ökar"])]
        return out

    def survey(self):
        last = 21 if "summa_i_text" in self.kinds else 24
        if last == 21:
            self.plant("summa_i_text", "21 % har")
        return ["61 % har svarat att de är nöjda.", "15 % har svarat att de är missnöjda.", f"{last} % har inte någon åsikt."]

    def text(self):
        form = self.form
        out = [form["town"], form["body"], "", f"Årsredovisning {self.year}", ""]
        out += self.head(1, "Sammanfattning") + [f"{form['body']} beskriver i rapporten hur verksamheten gick under {self.year}."]
        out += self.head(2, "Måluppfyllelse") + self.goals()
        out += self.head(3, "Ekonomi") + self.table() + [""] + self.economy()
        out += self.head(4, "Medarbetare") + self.staff()
        out += self.head(5, "Uppföljning") + self.survey() + [""] + self.volumes() + [""] + self.indicators()
        return "\n".join(out) + "\n"


def main():
    TARGET.mkdir(exist_ok=True)
    truth = {}
    for name in FORMS:
        for year in YEARS:
            report = Report(name, year)
            (TARGET / f"{name}-{year}.txt").write_text(report.text(), encoding="utf-8")
            truth[f"{name}-{year}.txt"] = report.truth
            if "omräknad" in report.kinds:
                truth[f"{name}-{year - 1}.txt|{name}-{year}.txt"] = [{"kind": "omräknad", "quote": word} for word in (report.restated, report.form["total"])]
    (TARGET / "planted.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


main()
