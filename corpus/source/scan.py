"""Sets blocks as a typed page, scanned: a PDF of images without a text layer."""

import random

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.lib.utils import ImageReader

from plaintext import TextSetter

DOTS_PER_INCH = 130
SIZE = (int(8.27 * DOTS_PER_INCH), int(11.69 * DOTS_PER_INCH))
FONT = "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"
LEFT, TOP, LEADING, POINTS = 105, 90, 24, 18


def typed(lines):
    """A page as an old copier gives it: slightly askew, with specks; black and white."""
    page = Image.new("L", SIZE, 255)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, POINTS)
    for number, line in enumerate(lines):
        draw.text((LEFT, TOP + number * LEADING), line, fill=30, font=font)
    page = page.rotate(0.6, resample=Image.BICUBIC, fillcolor=255)
    chance = random.Random(7)
    for _ in range(120):
        page.putpixel((chance.randrange(SIZE[0]), chance.randrange(SIZE[1])), 0)
    return page.point(lambda v: 0 if v < 140 else 255).convert("1", dither=Image.NONE)


def write(blocks, look, values, path):
    """Writes the file; returns the number of pages."""
    setter = TextSetter(look, values)
    setter.set(blocks)
    pages = setter.pages()
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    for text in setter.furnished(pages):
        canvas.drawImage(ImageReader(typed(text.split("\n"))), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return len(pages)
