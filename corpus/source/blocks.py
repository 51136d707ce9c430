"""What stands on the pages, before it is known whether they are PDF or plain text."""

from dataclasses import dataclass, field


@dataclass
class Block:
    """One piece of a page. `kind`: text, heading, line, item, pairs, table, contents, columns, gap, page (break).

    `level` counts headings from 1 (0 is the title of the document); `mark` is a list mark; `right` stands at the
    right margin of the same line; `fact` is a truth that learns its page when the block is set.
    """

    kind: str
    text: str = ""
    level: int = 3
    mark: str = ""
    right: str = ""
    style: str = ""
    fact: dict = None
    rows: list = field(default_factory=list)
    options: dict = field(default_factory=dict)
