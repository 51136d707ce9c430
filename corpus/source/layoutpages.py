"""Sets meetings in layouts: what pdf.py does, with headings indented, section labels in the left margin, vote lists and spread letters."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Table, TableStyle

import fonts
from pdf import Setter

STANDARD = {"helvetica": ("Helvetica", "Helvetica-Bold"), "times": ("Times-Roman", "Times-Bold"), "courier": ("Courier", "Courier-Bold")}


def register():
    """The fonts of the corpus, and the standard fonts that a PDF names without holding them."""
    fonts.register()
    for suffix, face in (("", "Regular"), ("-bold", "Bold")):
        path = f"{fonts.TRUETYPE}/liberation/LiberationSansNarrow-{face}.ttf"
        pdfmetrics.registerFont(ttfonts.TTFont("narrow" + suffix, fonts.prepared(path)))
    for family, faces in STANDARD.items():
        for suffix, face in zip(("", "-bold"), faces):
            pdfmetrics.registerFont(pdfmetrics.Font(family + suffix, face, "WinAnsiEncoding"))


class MarginLabel(Flowable):
    """A section's heading in the left margin, beside the text that follows."""

    def __init__(self, paragraph, width):
        super().__init__()
        self.paragraph, self.room = paragraph, width

    def wrap(self, width, height):
        self.paragraph.wrap(self.room - 8, height)
        return width, 0

    def draw(self):
        self.paragraph.drawOn(self.canv, -self.room, -self.paragraph.height)


class LayoutSetter(Setter):
    def set_label(self, block):
        style = self.style_of(block)
        plain = ParagraphStyle("label", style, spaceBefore=0, spaceAfter=0)
        label = Paragraph(fonts.substitute(block.text, style.fontName.split("-")[0]), plain)
        yield CondPageBreak(self.styles["body"].leading * 3)
        made = MarginLabel(label, self.look["label_room"])
        made.spaceBefore = style.spaceBefore
        yield made

    def style_of(self, block):
        style = super().style_of(block)
        indent = block.options.get("indent")
        return ParagraphStyle("indented", style, leftIndent=indent) if indent else style

    def set_line(self, block):
        if not block.right:
            yield from super().set_text(block)
            return
        right = ParagraphStyle("right", self.styles["line"], alignment=2)
        row = [self.paragraph(block.text, self.styles["line"]), self.paragraph(block.right, right)]
        table = Table([row], colWidths=[self.frame[2] * 0.7, self.frame[2] * 0.3])
        sides = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        table.setStyle(TableStyle(sides + [("VALIGN", (0, 0), (-1, -1), "TOP")]))
        yield CondPageBreak(90)
        yield table

    def set_votes(self, block):
        head, form = block.options["head"], block.options["form"]
        cells = ["cell"] + ["cell"] * (len(head) - 1)
        rows = [[self.paragraph(text, self.styles["head"]) for text in head]]
        rows += [[self.paragraph(text, self.styles[style]) for text, style in zip(row, cells)] for row in block.rows]
        name = 170
        rest = 52 if form.startswith("crosses") else 170
        widths = block.options.get("widths") or [name] + [rest] * (len(head) - 1)
        table = Table(rows, colWidths=widths, repeatRows=1, hAlign="LEFT", spaceBefore=4, spaceAfter=8)
        rules = [("TOPPADDING", (0, 0), (-1, -1), 0.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        if self.look.get("vote_grid"):
            rules.append(("GRID", (0, 0), (-1, -1), 0.4, "#777777"))
        table.setStyle(TableStyle(rules))
        yield KeepTogether([table]) if len(rows) < 16 else table

    def furniture_row(self, canvas, row, page, y, left, right):
        if not row.get("spread"):
            return super().furniture_row(canvas, row, page, y, left, right)
        canvas.setFont(self.look["font"] + ("-bold" if row.get("bold") else ""), row.get("size", 8.5))
        canvas.drawString(left, y, self.fill(row["left"], page), charSpace=row["spread"])
