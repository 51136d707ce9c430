"""Damaged and hostile PDFs, made from the good ones in corpus/ and from nothing: the same files each time."""
from pathlib import Path

from . import cuts, extras, files, fonts, pages, streams, structure

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
# A document of each kind; the others differ in wording alone.
GOOD = ["kf-2024-06-17", "sn-arsredovisning-2023", "hemtjanst-kvalitetsberattelse-2023", "bun-2024-03-19", "tn-2019-05-14"]


def good():
    """{name: bytes} of the documents that are cut and flipped."""
    return {name: (CORPUS / f"{name}.pdf").read_bytes() for name in GOOD}


def cases():
    """Every case, each with a name of its own."""
    found = [*files.cases(), *cuts.cases(good()), *structure.cases(), *streams.cases(), *pages.cases(), *fonts.cases(), *extras.cases()]
    names = [case.name for case in found]
    assert len(set(names)) == len(names), sorted(name for name in set(names) if names.count(name) > 1)
    return found
