"""Writes PDFs object by object, so that each part can be made wrong by itself (ISO 32000-1, 7.5)."""
import zlib

A4 = b"[0 0 595 842]"
# Invented minutes, one string a line: what a document that can be read must give is § 1 with its title.
MINUTES = ["Bj\u00f6rkm\u00e5la kommun", "Kulturn\u00e4mnden", "Sammantr\u00e4desprotokoll 2024-05-14", "", "\u00a7 1 Val av justerare",
           "Beslut", "Kulturn\u00e4mnden v\u00e4ljer Tove Askling att justera protokollet.", "", "\u00a7 2 Bidrag till hembygdsf\u00f6reningen",
           "Dnr KUN 2024/17", "Beslut", "Kulturn\u00e4mnden beviljar bidrag med 25 000 kronor."]
TITLE = "Val av justerare"


def escaped(text):
    """A string object, Windows-1252."""
    coded = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + coded + b")"


def lines(texts, x=70, y=780, size=11, step=16):
    """The operators that show lines below each other."""
    shown = b"".join(b"1 0 0 1 %d %d Tm %s Tj\n" % (x, y - step * i, escaped(text)) for i, text in enumerate(texts) if text)
    return b"BT /F1 %d Tf\n%sET\n" % (size, shown)


def stream(data, entries=b"", length=None):
    """A stream object; `length` is what it claims to be as long as."""
    return b"<< /Length %s %s >>\nstream\n%s\nendstream" % (b"%d" % len(data) if length is None else length, entries, data)


def flate(data, entries=b""):
    return stream(zlib.compress(data), b"/Filter /FlateDecode " + entries)


class Pdf:
    """Object 1 is the catalog, 2 the page tree, 3 the font; pages and what else there is come after."""

    def __init__(self, *contents, font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"):
        self.objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"", 3: font}
        self.kids = []
        self.trailer = b""
        self.resources = b"/Font << /F1 3 0 R >>"
        for content in contents:
            self.page(content)

    @property
    def next(self):
        return max(self.objects) + 1

    def add(self, body):
        number = self.next
        self.objects[number] = body
        return number

    def page(self, content, box=A4, entries=b"", as_stream=stream):
        """A page with its content's stream; what stands in `entries` comes first and so counts where it names what is named again."""
        contents = self.add(as_stream(content))
        body = b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R /MediaBox %s /Resources << %s >> %s >>" % (contents, box, self.resources, entries)
        self.kids.append(self.add(body))
        return self.kids[-1]

    def tree(self, count=None):
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        return b"<< /Type /Pages /Count %s /Kids [%s] >>" % (b"%d" % len(self.kids) if count is None else count, kids)

    def bytes(self, version=b"1.7", start=None, offsets=lambda number, offset: offset, root=b"1 0 R", size=None, xref=True):
        """The file. `offsets` may lie of where an object stands, `start` of where the table does."""
        if not self.objects[2]:
            self.objects[2] = self.tree()
        parts, places, at = [b"%PDF-" + version + b"\n%\xe2\xe3\xcf\xd3\n"], {}, 0
        at = len(parts[0])
        for number in sorted(self.objects):
            places[number] = at
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, self.objects[number]))
            at += len(parts[-1])
        count = max(self.objects) + 1
        if xref:
            rows = (b"%010d 00000 n \n" % offsets(i, places[i]) if i in places else b"0000000000 65535 f \n" for i in range(count))
            parts.append(b"xref\n0 %d\n%s" % (count, b"".join(rows)))
        parts.append(b"trailer\n<< /Size %s /Root %s %s >>\nstartxref\n%s\n%%%%EOF\n" % (
            b"%d" % count if size is None else size, root, self.trailer, b"%d" % at if start is None else start))
        return b"".join(parts)


def minutes(**entries):
    """A file of one page of minutes, with entries for the page."""
    pdf = Pdf()
    pdf.page(lines(MINUTES), **entries)
    return pdf
