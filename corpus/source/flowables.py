"""Two pieces of a page that reportlab does not have."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph


class PlacedParagraph(Paragraph):
    """A paragraph whose fact learns the page on which it begins."""

    fact = None

    def draw(self):
        if self.fact is not None:
            self.fact.setdefault("page", self.canv.getPageNumber())
        super().draw()

    def split(self, width, height):
        parts = super().split(width, height)
        if parts:
            parts[0].fact = self.fact
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
        while stringWidth(title, font, size) > room:
            title = title[:-2].rstrip(" .…") + "…"
        self.canv.setFont(font, size)
        self.canv.drawString(0, 0, title)
        start = stringWidth(title, font, size) + 4
        end = self.width - stringWidth(self.page, font, size) - 4
        dots = int((end - start) / stringWidth(".", font, size))
        self.canv.drawRightString(end, 0, "." * dots)
        self.canv.drawRightString(self.width, 0, self.page)
