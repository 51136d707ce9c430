"""Sets blocks as PDF pages in a look: fonts, furniture, headings, lists, tables. The same bytes every time."""

from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)

import fonts
from flowables import ContentsLine, PlacedParagraph
from styles import paragraph_styles, table_style

rl_config.invariant = 1
rl_config.useA85 = 0
WIDTH, HEIGHT = A4


class Setter:
    def __init__(self, look, values):
        self.look, self.values = look, values
        self.pages, self.page_of, self.in_columns = 0, {}, False
        self.frame = (
            look["left"],
            look["bottom"],
            WIDTH - look["left"] - look["right"],
            HEIGHT - look["top"] - look["bottom"],
        )
        self.styles = paragraph_styles(look)

    # Styles

    def style_of(self, block):
        if block.kind == "heading":
            return self.styles[f"h{block.level}"]
        return self.styles[block.style or ("line" if block.kind == "line" else "body")]

    # Flowables

    def paragraph(self, text, style, fact=None, mark=None):
        markup = escape(fonts.substitute(text, style.fontName.split("-")[0])).replace("\\n", "<br/>")
        made = PlacedParagraph(markup, style, bulletText=mark or None)
        made.fact = fact
        return made

    def flowables(self, blocks):
        for block in blocks:
            yield from getattr(self, f"set_{block.kind}")(block)

    def set_text(self, block):
        yield self.paragraph(block.text, self.style_of(block), block.fact)

    set_line = set_text

    def set_heading(self, block):
        style = self.style_of(block)
        if self.look.get("keep_headings", True) and not self.in_columns:
            # As an office program does it: a heading goes to the next page where a few lines below it would not fit.
            yield CondPageBreak(style.leading + self.styles["body"].leading * (5 if block.level <= 1 else 2))
        if not block.right:
            yield self.paragraph(block.text, style, block.fact)
            return
        right = ParagraphStyle("right", style, alignment=2)
        if block.options.get("near"):
            yield self.paragraph(block.text + "\u00a0" * 6 + block.right, style, block.fact)
            return
        row = [self.paragraph(block.text, style, block.fact), self.paragraph(block.right, right)]
        table = Table([row], colWidths=[self.frame[2] / 2] * 2, spaceBefore=style.spaceBefore)
        sides = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        table.setStyle(TableStyle(sides + [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]))
        yield table

    def set_item(self, block):
        indent = self.look.get("list_indent", 14)
        body = self.styles["body"]
        plain = not block.mark
        style = ParagraphStyle(
            "item",
            body,
            leftIndent=0 if plain else indent,
            bulletIndent=0,
            spaceAfter=self.look.get("item_gap", 2),
            bulletFontName=body.fontName,
            bulletFontSize=body.fontSize,
        )
        yield self.paragraph(block.text, style, block.fact, block.mark)

    def set_gap(self, block):
        yield Spacer(1, block.options.get("height", 10))

    def set_page(self, block):
        yield PageBreak()

    def set_pairs(self, block):
        """A front page: labels to the left, their lines to the right, in two columns where a row has them."""
        label_width = self.look.get("label_width", 120)
        rest = self.frame[2] - label_width
        rows, bold, line = [], self.styles["bold"], self.styles["line"]
        label_style = bold if self.look.get("bold_labels", True) else line
        for label, *columns in block.rows:
            cells = [[self.paragraph(t, line) for t in column] for column in columns]
            if len(cells) == 1:
                cells.append("")
            rows.append([self.paragraph(label, label_style)] + cells)
        table = Table(rows, colWidths=[label_width, rest / 2, rest / 2])
        spans = [("SPAN", (1, n), (2, n)) for n, row in enumerate(block.rows) if len(row) == 2]
        box = [("BOX", (0, 0), (-1, -1), 0.7, colors.black)] if block.options.get("box") else []
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 2),
                    ("TOPPADDING", (0, 0), (-1, -1), 1),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), block.options.get("pad", 5)),
                ]
                + spans
                + box
            )
        )
        yield table

    def set_contents(self, block):
        for label, key in block.rows:
            style = self.styles["line"]
            yield ContentsLine(label, self.page_of.get(key, {}).get("page", "?"), style)
            yield Spacer(1, 2)

    def set_table(self, block):
        head, left = block.options["head"], block.options["left"]
        rows = [self.cells(head, left, heavy=True)]
        rows += [self.cells(row, left, heavy=row[0] in block.options["sums"]) for row in block.rows]
        shares = block.options["widths"] or ([3] + [1] * (len(head) - 1))
        widths = [self.frame[2] * share / sum(shares) for share in shares]
        table = Table(rows, colWidths=widths, repeatRows=1, hAlign="LEFT", spaceBefore=2, spaceAfter=8)
        table.setStyle(table_style(self.look))
        yield table

    def cells(self, row, left, heavy):
        """A row of a table: its first `left` cells are set to the left, the others, figures, to the right."""
        style = self.styles["head" if heavy else "cell"]
        right = self.styles["head_right" if heavy else "cell_right"]
        return [self.paragraph("" if c is None else str(c), style if n < left else right) for n, c in enumerate(row)]

    def set_columns(self, block):
        self.in_columns = True
        content = list(self.flowables(block.rows))
        self.in_columns = False
        yield BalancedColumns(
            content, nCols=2, innerPadding=18, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
        )

    # Pages

    def fill(self, template, page):
        return template.format(page=page, pages=self.pages or "?", **self.values)

    def furniture(self, canvas, doc):
        """Running header and footer."""
        canvas.saveState()
        page = canvas.getPageNumber()
        left, right = self.frame[0], self.frame[0] + self.frame[2]
        for name, top in (("header", HEIGHT - 34), ("footer", 40)):
            spec = self.look.get(name) or {}
            y = top
            for row in spec.get("rows", []):
                self.furniture_row(canvas, row, page, y, left, right)
                y -= row.get("leading", 11)
            if spec.get("rule"):
                at = y + 4 if name == "header" else top + 12
                canvas.setLineWidth(0.5)
                canvas.line(left, at, right, at)
        canvas.restoreState()

    def furniture_row(self, canvas, row, page, y, left, right):
        family = self.look["font"]
        canvas.setFont(family + ("-bold" if row.get("bold") else ""), row.get("size", 8.5))
        text = lambda key: fonts.substitute(self.fill(row[key], page), family)
        if row.get("left"):
            canvas.drawString(left, y, text("left"))
        if row.get("middle"):
            canvas.drawCentredString((left + right) / 2, y, text("middle"))
        if row.get("right"):
            canvas.drawRightString(right, y, text("right"))

    def set(self, blocks, path):
        """Writes the file; twice, since contents and "3 (9)" need the pages of the first time. Returns the number of pages."""
        for _ in range(2):
            document = BaseDocTemplate(
                str(path),
                pagesize=A4,
                title=self.values["title"],
                author=self.values["municipality"],
                invariant=1,
                pageCompression=1,
                initialFontName=self.look["font"],
            )
            frame = Frame(*self.frame, id="frame", leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
            document.addPageTemplates(PageTemplate("page", [frame], onPage=self.furniture))
            document.build(list(self.flowables(blocks)))
            self.pages = document.page
            self.page_of = {b.options["key"]: b.fact for b in blocks if "key" in b.options}
        return self.pages
