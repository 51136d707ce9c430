"""What a damaged file is to the runner."""
from dataclasses import dataclass
from typing import Callable

# How a run may end: all pages read; some of them; none, since none holds text; the file refused.
READ, PARTLY, TEXTLESS, REFUSED = "read", "partly read", "no text", "refused"
ANYHOW = frozenset({READ, PARTLY, TEXTLESS, REFUSED})


@dataclass(frozen=True)
class Case:
    """`name` is the file's name without its ending; `make` gives its bytes, the same each time; `ends` are the ends that it may have.

    `says` must stand in the facts of a file that is read, or in the sentence that refuses it."""
    name: str
    make: Callable[[], bytes]
    ends: frozenset = ANYHOW
    says: str = ""
    # Among those that the ordinary tests run: quick, and each of another kind.
    quick: bool = False
    # Pages that each take their own time, since they are whole and have to be recognised: a page's time is allowed for each.
    scans: int = 0


def read(name, make, says="", quick=False):
    """A file that is odd but whole: it must be read."""
    return Case(name, make, frozenset({READ}), says, quick)


def refused(name, make, says, quick=False):
    return Case(name, make, frozenset({REFUSED}), says, quick)
