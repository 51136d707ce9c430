"""Sets blocks as plain text: lines of a fixed width, running header on every page, form feed between pages."""

import textwrap


class TextSetter:
    def __init__(self, look, values):
        self.look, self.values = look, values
        self.width = look.get("columns", 78)
        self.lines = []  # of the whole document; None is a page break
        self.heading_last = False  # whether the last block was a heading: no empty line follows it
        self.facts = {}  # line number -> facts that begin there

    def put(self, text="", indent=0, mark="", fact=None):
        if fact is not None:
            self.facts.setdefault(len(self.lines), []).append(fact)
        first = " " * indent if not mark else mark.ljust(indent)
        self.lines += textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]

    def set(self, blocks):
        for block in blocks:
            getattr(self, f"set_{block.kind}")(block)
            self.heading_last = block.kind == "heading"

    def set_text(self, block):
        for line in block.text.split("\\n"):
            self.put(line.strip(), fact=block.fact)
        self.put()

    def set_line(self, block):
        self.put(block.text, fact=block.fact)

    def set_heading(self, block):
        if self.lines and self.lines[-1] and not self.heading_last:
            self.put()
        text = block.text
        if block.right:
            text = text + block.right.rjust(self.width - len(text))
        self.facts.setdefault(len(self.lines), []).extend([block.fact] if block.fact is not None else [])
        if block.right:
            self.lines.append(text)
        else:
            self.put(text)

    def set_item(self, block):
        self.put(block.text, 3 if block.mark else 0, block.mark, block.fact)

    def set_gap(self, block):
        self.put()

    def set_page(self, block):
        self.lines.append(None)

    def set_pairs(self, block):
        for label, *columns in block.rows:
            height = max(len(c) for c in columns)
            for n in range(height):
                cells = [c[n] if n < len(c) else "" for c in columns]
                text = (label if n == 0 else "").ljust(22) + "".join(c.ljust(28) for c in cells)
                self.lines.append(text.rstrip())
        self.put()

    def set_table(self, block):
        rows = [block.options["head"]] + block.rows
        widths = [max(len(str("" if r[n] is None else r[n])) for r in rows) for n in range(len(rows[0]))]
        for row in rows:
            cells = ["" if c is None else str(c) for c in row]
            self.lines.append(
                "  ".join(
                    c.ljust(w) if n < block.options["left"] else c.rjust(w)
                    for n, (c, w) in enumerate(zip(cells, widths))
                ).rstrip()
            )
        self.put()

    def pages(self):
        """The lines in pages, with the running header of the look above each."""
        height = self.look.get("rows", 52)
        pages = [[]]
        for number, line in enumerate(self.lines):
            if line is None or len(pages[-1]) >= height:
                pages.append([])
            if line is None:
                continue
            if not line and not pages[-1] and len(pages) > 1:
                continue
            for fact in self.facts.get(number, []):
                fact.setdefault("page", len(pages))
            pages[-1].append(line)
        return pages

    def furnished(self, pages):
        for number, lines in enumerate(pages, 1):
            fill = lambda row: row.format(page=number, pages=len(pages), **self.values)
            head = [fill(row) for row in self.look.get("text_header", [])]
            foot = [fill(row) for row in self.look.get("text_footer", [])]
            yield "\n".join(head + lines + foot) + "\n"


def write(blocks, look, values, path):
    """Writes the file in the look's encoding; returns the number of pages."""
    setter = TextSetter(look, values)
    setter.set(blocks)
    pages = setter.pages()
    text = "\f".join(setter.furnished(pages))
    path.write_bytes(text.replace("\n", look.get("line_end", "\n")).encode(look.get("encoding", "utf-8")))
    return len(pages)
