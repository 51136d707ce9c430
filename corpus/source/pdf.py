"""Sets blocks as PDF pages in a look: fonts, furniture, headings, lists, tables. The same bytes every time."""
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (BalancedColumns, BaseDocTemplate, CondPageBreak, Flowable, Frame, PageBreak, PageTemplate, Paragraph,
                                Spacer, Table, TableStyle)

import fonts

rl_config.invariant = 1
rl_config.useA85 = 0
WIDTH, HEIGHT = A4


class PlacedParagraph(Paragraph):
    """A paragraph whose fact learns the page on which it begins."""
    fact = None

    def draw(self):
        if self.fact is not None: self.fact.setdefault("page", self.canv.getPageNumber())
        super().draw()

    def split(self, width, height):
        parts = super().split(width, height)
        if parts: parts[0].fact = self.fact
        return parts


class ContentsLine(Flowable):
    """A line of the contents page: title, dot leaders, page number."""

    def __init__(self, title, page, style):
        super().__init__()
        self.title, self.page, self.style = title, str(page), style

    def wrap(self, width, height):
        self.width = width
        return width, self.style.leading

    def draw(self):
        font, size = self.style.fontName, self.style.fontSize
        title = self.title
        room = self.width - stringWidth(self.page, font, size) - 40
        while stringWidth(title, font, size) > room: title = title[:-2].rstrip(" .…") + "…"
        self.canv.setFont(font, size)
        self.canv.drawString(0, 0, title)
        start = stringWidth(title, font, size) + 4
        end = self.width - stringWidth(self.page, font, size) - 4
        dots = int((end - start) / stringWidth(".", font, size))
        self.canv.drawRightString(end, 0, "." * dots)
        self.canv.drawRightString(self.width, 0, self.page)


class Setter:
    def __init__(self, look, values):
        self.look, self.values = look, values
        self.pages, self.page_of, self.in_columns = 0, {}, False
        self.frame = (look["left"], look["bottom"], WIDTH - look["left"] - look["right"], HEIGHT - look["top"] - look["bottom"])
        self.styles = self.make_styles()

    # Styles

    def make_styles(self):
        look, family = self.look, self.look["font"]
        size, leading = look["size"], look["size"] * look.get("leading", 1.25)
        hyphens = dict(hyphenationLang="sv_SE", hyphenationMinWordLength=9) if look.get("hyphens") else {}
        body = ParagraphStyle("body", allowOrphans=1, fontName=family, fontSize=size, leading=leading, spaceAfter=look.get("gap", 4),
                              alignment=TA_JUSTIFY if look.get("justify") else TA_LEFT, **hyphens)
        heads = look.get("heading_font", family)
        made = {"body": body, "small": ParagraphStyle("small", body, fontSize=size - 1.5, leading=(size - 1.5) * 1.2),
                "line": ParagraphStyle("line", body, spaceAfter=0, alignment=TA_LEFT),
                "bold": ParagraphStyle("bold", body, fontName=family + "-bold", spaceAfter=0, alignment=TA_LEFT),
                "caption": ParagraphStyle("caption", body, fontName=family + "-bold", spaceBefore=4, spaceAfter=2, keepWithNext=1),
                "cell": ParagraphStyle("cell", body, fontSize=size - 1.5, leading=(size - 1.5) * 1.2, spaceAfter=0, alignment=TA_LEFT),
                "dropped": ParagraphStyle("dropped", body, fontName="dropped")}
        for level in range(0, 5):
            spec = look["headings"][min(level, len(look["headings"]) - 1)]
            made[f"h{level}"] = ParagraphStyle(
                f"h{level}", fontName=heads + ("-bold" if spec.get("bold", True) else ""), fontSize=spec["size"], leading=spec["size"] * 1.2,
                spaceBefore=spec.get("before", 8), spaceAfter=spec.get("after", 2),
                alignment=TA_CENTER if spec.get("centre") else TA_LEFT)
        return made

    def style_of(self, block):
        if block.kind == "heading": return self.styles[f"h{block.level}"]
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
        share = block.options.get("share", 0.55)
        row = [self.paragraph(block.text, style, block.fact), self.paragraph(block.right, right)]
        table = Table([row], colWidths=[self.frame[2] * share, self.frame[2] * (1 - share)], spaceBefore=style.spaceBefore)
        table.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                                   ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]))
        yield table

    def set_item(self, block):
        indent = self.look.get("list_indent", 14)
        body = self.styles["body"]
        plain = not block.mark
        style = ParagraphStyle("item", body, leftIndent=0 if plain else indent, bulletIndent=0, spaceAfter=self.look.get("item_gap", 2),
                               bulletFontName=body.fontName, bulletFontSize=body.fontSize)
        yield self.paragraph(block.text, style, block.fact, block.mark)

    def set_gap(self, block):
        yield Spacer(1, block.options.get("height", 10))

    def set_page(self, block):
        yield PageBreak()

    def set_rule(self, block):
        line = Table([[""]], colWidths=[self.frame[2]], rowHeights=[4])
        line.setStyle(TableStyle([("LINEABOVE", (0, 0), (-1, 0), 0.6, colors.black)]))
        yield line

    def set_pairs(self, block):
        """A front page: labels to the left, their lines to the right, in two columns where a row has them."""
        label_width = self.look.get("label_width", 120)
        rest = self.frame[2] - label_width
        rows, bold, line = [], self.styles["bold"], self.styles["line"]
        label_style = bold if self.look.get("bold_labels", True) else line
        for label, *columns in block.rows:
            cells = [[self.paragraph(t, line) for t in column] for column in columns]
            if len(cells) == 1: cells.append("")
            rows.append([self.paragraph(label, label_style)] + cells)
        table = Table(rows, colWidths=[label_width, rest / 2, rest / 2])
        spans = [("SPAN", (1, n), (2, n)) for n, row in enumerate(block.rows) if len(row) == 2]
        box = [("BOX", (0, 0), (-1, -1), 0.7, colors.black)] if block.options.get("box") else []
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("TOPPADDING", (0, 0), (-1, -1), 1),
                                   ("BOTTOMPADDING", (0, 0), (-1, -1), block.options.get("pad", 5))] + spans + box))
        yield table

    def set_contents(self, block):
        for label, key in block.rows:
            style = self.styles["line"]
            yield ContentsLine(label, self.page_of.get(key, {}).get("page", "?"), style)
            yield Spacer(1, 2)

    def set_table(self, block):
        head, left, cell = block.options["head"], block.options["left"], self.styles["cell"]
        bold = ParagraphStyle("head", cell, fontName=cell.fontName + "-bold")
        right, right_bold = ParagraphStyle("r", cell, alignment=2), ParagraphStyle("rb", bold, alignment=2)
        rows = [[self.paragraph(str(c), bold if n < left else right_bold) for n, c in enumerate(head)]]
        for number, row in enumerate(block.rows):
            heavy = row[0] in block.options["sums"]
            rows.append([self.paragraph("" if c is None else str(c), (bold if heavy else cell) if n < left else (right_bold if heavy else right))
                         for n, c in enumerate(row)])
        total = self.frame[2] * block.options.get("share", 1)
        shares = block.options["widths"] or ([3] + [1] * (len(head) - 1))
        table = Table(rows, colWidths=[total * s / sum(shares) for s in shares], repeatRows=1, hAlign="LEFT", spaceBefore=2, spaceAfter=8)
        grid = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey)] if self.look.get("grid", True) else [
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 0.4, colors.black)]
        shade = [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor(self.look["shade"]))] if self.look.get("shade") else []
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                                   ("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)] + grid + shade))
        yield table

    def set_columns(self, block):
        self.in_columns = True
        content = list(self.flowables(block.rows))
        self.in_columns = False
        yield BalancedColumns(content, nCols=2, innerPadding=18, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

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
        family = self.look.get("heading_font", self.look["font"])
        canvas.setFont(family + ("-bold" if row.get("bold") else ""), row.get("size", 8.5))
        text = lambda key: fonts.substitute(self.fill(row[key], page), family)
        if row.get("left"): canvas.drawString(left, y, text("left"))
        if row.get("middle"): canvas.drawCentredString((left + right) / 2, y, text("middle"))
        if row.get("right"): canvas.drawRightString(right, y, text("right"))

    def set(self, blocks, path):
        """Writes the file; twice, since contents and "3 (9)" need the pages of the first time. Returns the number of pages."""
        for _ in range(2):
            document = BaseDocTemplate(str(path), pagesize=A4, title=self.values["title"], author=self.values["municipality"],
                                       invariant=1, pageCompression=1, initialFontName=self.look["font"])
            frame = Frame(*self.frame, id="frame", leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
            document.addPageTemplates(PageTemplate("page", [frame], onPage=self.furniture))
            document.build(list(self.flowables(blocks)))
            self.pages = document.page
            self.page_of = {b.options["key"]: b.fact for b in blocks if "key" in b.options}
        return self.pages
