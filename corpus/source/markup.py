"""The inline marks of the content files: what a stretch of text is true of, beside the text itself.

A sum of money (quote, <sum as written>, kind, subject); a sum that is not digits with a unit carries its kronor, and a year other than the
document's stands last (- for none); several sums may stand in one quote:

    [ett underskott på <-1,2 mnkr>](belopp; underskott; hemtjänsten)
    [<två miljoner kronor|2000000>](belopp; kostnad; hyrpersonal; 2022)
    [mellan <280|280> - <410 kronor>](belopp; avgift; lägsta | högsta)

An earlier decision (body, - where the text names none; date; §):

    [kommunfullmäktige den 18 mars 2024, § 22](ref; Kommunfullmäktige; 2024-03-18; 22)

A key figure told in a sentence (<value>, name, and the year where it is another than the document's):

    [Sjukfrånvaron är <9,1 procent>](nyckeltal; Sjukfrånvaro)
"""

import re
from decimal import Decimal

MARK = re.compile(r"\[([^\]]+)\]\((belopp|ref|nyckeltal);\s*([^)]*)\)")
SUM = re.compile(r"<([^<>|]+)(?:\|(-?\d+))?>")
UNITS = {
    "tkr": 1_000,
    "mnkr": 1_000_000,
    "mkr": 1_000_000,
    "miljoner": 1_000_000,
    "miljoner kronor": 1_000_000,
    "miljarder kronor": 1_000_000_000,
    "kr": 1,
    "kronor": 1,
}
NUMERIC = re.compile(r"(?P<sign>minus |[-−–+] ?|)(?P<digits>\d[\d \u00a0]*(?:,\d+)?) ?(?P<unit>[a-zåäö ]+)")


def squeeze(text):
    """Text with line breaks and runs of spaces as one space."""
    return re.sub(r"\s+", " ", str(text)).strip()


def kronor(as_written):
    """The sum in kronor, exact: '-11,2 mnkr' is -11200000."""
    found = NUMERIC.fullmatch(as_written)
    if not found or found["unit"].strip() not in UNITS:
        raise ValueError(f"give the kronor of {as_written!r} after a |")
    digits = re.sub(r"[ \u00a0]", "", found["digits"]).replace(",", ".")
    value = Decimal(digits) * UNITS[found["unit"].strip()]
    if value != int(value):
        raise ValueError(f"{as_written!r} has parts of a krona")
    return -int(value) if found["sign"].strip() in ("minus", "-", "−", "–") else int(value)


def amounts_of(quote, fields, year):
    kinds, subjects = (fields[0].split("|"), fields[1].split("|"))
    sums = SUM.findall(quote)
    if len(fields) > 2:
        year = None if fields[2] == "-" else int(fields[2])
    return [
        {
            "quote": squeeze(SUM.sub(r"\1", quote)),
            "as_written": squeeze(written),
            "value_sek": int(value) if value else kronor(squeeze(written)),
            "kind": kinds[min(n, len(kinds) - 1)].strip(),
            "subject": subjects[min(n, len(subjects) - 1)].strip(),
            "year": year,
        }
        for n, (written, value) in enumerate(sums)
    ]


def reference_of(fields):
    body, date, paragraph = fields
    return {"body": None if body == "-" else body, "date": date, "paragraph": int(paragraph)}


def indicator_of(quote, fields, year):
    value = squeeze(SUM.search(quote)[1])
    return {"name": fields[0], "values": {str(fields[1] if len(fields) > 1 else year): value}, "target": None, "assessment": None}


def parse(raw, year=None):
    """The text as set, and what is marked in it, in order: the sums, the references, the key figures."""
    amounts, references, indicators = [], [], []

    def plain(mark):
        fields = [f.strip() for f in mark[3].split(";")]
        if mark[2] == "ref":
            references.append(reference_of(fields))
            return mark[1]
        if mark[2] == "nyckeltal":
            indicators.append(indicator_of(mark[1], fields, year))
        else:
            amounts.extend(amounts_of(mark[1], fields, year))
        return SUM.sub(r"\1", mark[1])

    return MARK.sub(plain, str(raw)), amounts, references, indicators


def passages(text):
    """The paragraphs of a text: parted by empty lines, each squeezed to one line."""
    return [squeeze(p) for p in re.split(r"\n\s*\n", str(text)) if p.strip()]
