"""The paragraph and table styles of a look."""

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle


def body_style(look):
    hyphens = dict(hyphenationLang="sv_SE", hyphenationMinWordLength=9) if look.get("hyphens") else {}
    return ParagraphStyle(
        "body",
        allowOrphans=1,
        fontName=look["font"],
        fontSize=look["size"],
        leading=look["size"] * look.get("leading", 1.25),
        spaceAfter=look.get("gap", 4),
        alignment=TA_JUSTIFY if look.get("justify") else TA_LEFT,
        **hyphens,
    )


def heading_style(look, level):
    """Level 0 is the document's title; a level that the look does not describe is set as its last."""
    spec = look["headings"][min(level, len(look["headings"]) - 1)]
    return ParagraphStyle(
        f"h{level}",
        fontName=look["font"] + ("-bold" if spec.get("bold", True) else ""),
        fontSize=spec["size"],
        leading=spec["size"] * 1.2,
        spaceBefore=spec.get("before", 8),
        spaceAfter=spec.get("after", 2),
    )


def paragraph_styles(look):
    body, bold = body_style(look), look["font"] + "-bold"
    small = dict(fontSize=look["size"] - 1.5, leading=(look["size"] - 1.5) * 1.2)
    cell = ParagraphStyle("cell", body, spaceAfter=0, alignment=TA_LEFT, **small)
    head = ParagraphStyle("head", cell, fontName=bold)
    styles = [
        body,
        cell,
        head,
        ParagraphStyle("cell_right", cell, alignment=TA_RIGHT),
        ParagraphStyle("head_right", head, alignment=TA_RIGHT),
        ParagraphStyle("small", body, **small),
        ParagraphStyle("line", body, spaceAfter=0, alignment=TA_LEFT),
        ParagraphStyle("bold", body, fontName=bold, spaceAfter=0, alignment=TA_LEFT),
        ParagraphStyle("caption", body, fontName=bold, spaceBefore=4, spaceAfter=2, keepWithNext=1),
        ParagraphStyle("dropped", body, fontName="dropped"),
    ]
    return {style.name: style for style in styles + [heading_style(look, level) for level in range(5)]}


def table_style(look):
    everywhere, head, last = ((0, 0), (-1, -1)), ((0, 0), (-1, 0)), ((0, -1), (-1, -1))
    rules = [("VALIGN", *everywhere, "TOP"), ("LEFTPADDING", *everywhere, 3), ("RIGHTPADDING", *everywhere, 3)]
    rules += [("TOPPADDING", *everywhere, 1.5), ("BOTTOMPADDING", *everywhere, 2)]
    if look.get("grid", True):
        rules.append(("GRID", *everywhere, 0.4, colors.grey))
    else:
        rules += [("LINEBELOW", *head, 0.8, colors.black), ("LINEBELOW", *last, 0.4, colors.black)]
    if look.get("shade"):
        rules.append(("BACKGROUND", *head, colors.HexColor(look["shade"])))
    return TableStyle(rules)
