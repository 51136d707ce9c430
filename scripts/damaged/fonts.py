"""Fonts without maps, with maps that lie, and fonts that are none."""
import functools
import random

from .case import Case, read
from .writer import MINUTES, TITLE, Pdf, lines, stream

SIMPLE = b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Some /Encoding /WinAnsiEncoding %s >>"
COMPOSITE = b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some /Encoding /%s /DescendantFonts %s %s >>"
DESCENDANT = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Some /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> %s >>"


def cases():
    yield from maps()
    yield from simple_fonts()
    yield from composite_fonts()
    yield from glyph_procedures()


def cmap(body):
    return (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange\n"
            + body + b"\nendcmap end end")


def range_to(text):
    """All codes from the space to the last to one text in UTF-16."""
    return b"224 beginbfchar\n" + b"".join(b"<%02X> <%s>\n" % (code, text) for code in range(32, 256)) + b"endbfchar"


def maps():
    """The text's letters become what the map says."""
    bodies = {"to-zero": range_to(b"0000"), "to-half-a-pair": range_to(b"D800"), "to-other-half": range_to(b"DC00"), "to-halves-reversed": range_to(b"DC00D800"),
              "to-no-character": range_to(b"FFFF"), "to-past-all": range_to(b"DBFFDFFFDBFF"), "to-private-use": range_to(b"F0B7"), "to-control": range_to(b"0007"),
              "to-line-feed": range_to(b"000A"), "to-form-feed": range_to(b"000C"), "to-right-to-left": range_to(b"202E05D0"), "to-combining": range_to(b"0301"),
              "to-a-with-200-marks": range_to(b"0061" + b"0301" * 200), "to-long-text": range_to(b"00E5" * 500), "to-soft-hyphen": range_to(b"00AD"),
              "to-bom": range_to(b"FEFF"), "to-figure-space": range_to(b"2007"), "to-emoji": range_to(b"D83DDE00"), "to-nothing": range_to(b""),
              "odd-digits": range_to(b"004"), "words": range_to(b"hello"), "range-reversed": b"1 beginbfrange <FF> <20> <0041> endbfrange",
              "range-huge": b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange", "range-array-short": b"1 beginbfrange <20> <FF> [<0041>] endbfrange",
              "never-ends": b"1 beginbfchar <41> <0042>", "uses-itself": b"/X usecmap", "empty": b"", "noise": random.Random("cmap").randbytes(5000),
              "shifted": b"1 beginbfrange <20> <FF> <003D> endbfrange"}
    for name, body in bodies.items():
        yield Case(f"map-{name}", functools.partial(with_map, body), quick=name in ("to-half-a-pair", "to-a-with-200-marks"))
    yield Case("map-to-long-text-often", lambda: with_map(range_to(b"00E5" * 500), 40))
    yield Case("map-is-name", lambda: with_font(SIMPLE % b"/ToUnicode /Identity-H"))
    yield Case("map-is-missing", lambda: with_font(SIMPLE % b"/ToUnicode 99 0 R"))


def with_map(body, pages=1):
    pdf = Pdf(*[lines(MINUTES)] * pages, font=SIMPLE % b"/ToUnicode 900 0 R")
    pdf.objects[900] = stream(cmap(body))
    return pdf.bytes()


def with_font(font, extra=None, content=None):
    pdf = Pdf(content or lines(MINUTES), font=font)
    if extra is not None:
        pdf.objects[900] = extra
    return pdf.bytes()


def descriptor(entries):
    return b"/FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Some /Flags 32 /ItalicAngle 0 /StemV 80 %s >>" % entries


def simple_fonts():
    entries = {"no-descriptor": b"", "widths-negative": b"/FirstChar 0 /LastChar 255 /Widths [" + b"-500 " * 256 + b"]", "widths-huge": b"/FirstChar 0 /LastChar 255 /Widths [" + b"1e20 " * 256 + b"]",
               "widths-zero": b"/FirstChar 0 /LastChar 255 /Widths [" + b"0 " * 256 + b"]", "widths-nan": b"/FirstChar 0 /LastChar 255 /Widths [" + b"NaN " * 256 + b"]", "first-char-negative": b"/FirstChar -5000 /LastChar 5000 /Widths [500]",
               "last-char-huge": b"/FirstChar 0 /LastChar 2147483647 /Widths [500]", "box-huge": descriptor(b"/FontBBox [-1e30 -1e30 1e30 1e30] /Ascent 1e30 /Descent -1e30"),
               "ascent-nan": descriptor(b"/Ascent NaN /Descent NaN /FontBBox [0 0 0 0]"), "ascent-zero": descriptor(b"/Ascent 0 /Descent 0 /FontBBox [0 0 0 0]"),
               "differences-odd": b"/Encoding << /Differences [-5 /a 100000 /b /c 65 /g1 /uniD800 /u110000 /uni0000 /#00#00 (x) 3.5 null] >>",
               "differences-unknown": b"/Encoding << /Differences [32 " + b" ".join(b"/g%d" % i for i in range(224)) + b"] >>", "encoding-unknown": b"/Encoding /Klingon"}
    for name, entry in entries.items():
        whole = SIMPLE.replace(b"/Encoding /WinAnsiEncoding", b"") if b"/Encoding" in entry else SIMPLE
        yield Case(f"font-{name}", functools.partial(with_font, whole % entry))
    programs = {"noise": random.Random("font").randbytes(5000), "empty": b"", "truetype-head": b"\0\1\0\0\xff\xff" + bytes(50), "truetype-loops": b"\0\1\0\0\0\x0a" + b"glyf\0\0\0\0\0\0\0\x0c\xff\xff\xff\xff" * 10,
                "opentype-head": b"OTTO\0\1" + bytes(300), "type1-head": b"%!PS-AdobeFont-1.0\n/FontMatrix [1e30 0 0 0 0 0] def\n" * 50}
    for name, program in programs.items():
        for key in (b"/FontFile", b"/FontFile2", b"/FontFile3"):
            font = SIMPLE % descriptor(key + b" 900 0 R")
            yield Case(f"font-program-{name}-{key[5:].decode().lower()}", functools.partial(with_font, font, stream(program, b"/Subtype /Type1C")))
    names = {"with-zero": b"/A#00B#00", "invalid-utf8": b"/A#FF#FE#C3", "long": b"/" + b"B" * 100_000, "string": b"(Bold)", "none": b""}
    for name, base in names.items():
        yield read(f"font-name-{name}", functools.partial(with_font, b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont %s >>" % (base or b"/")), "")
    yield Case("font-is-number", lambda: with_font(b"42"))
    yield Case("font-is-page", lambda: with_font(b"<< /Type /Page >>"))
    yield Case("fonts-5000", lambda: many_fonts(5000))


def many_fonts(count):
    pdf = Pdf()
    fonts = [pdf.add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Font%d /Encoding /WinAnsiEncoding >>" % i) for i in range(count)]
    pdf.resources = b"/Font << /F1 3 0 R " + b" ".join(b"/G%d %d 0 R" % pair for pair in enumerate(fonts)) + b" >>"
    pdf.page(lines(MINUTES) + b"".join(b"BT /G%d 5 Tf %d %d Td (ord) Tj ET\n" % (i, i % 50 * 11, i // 50 * 6) for i in range(count)))
    return pdf.bytes()


def composite_fonts():
    """Two bytes a glyph and no map: what the letters are, no one says."""
    content = b"BT /F1 11 Tf 70 700 Td <" + "Beslut om bidrag".encode("utf-16-be").hex().encode() + b"> Tj ET\n"
    kinds = {"no-map": (b"Identity-H", b"[900 0 R]", b""), "upright": (b"Identity-V", b"[900 0 R]", b""), "no-descendants": (b"Identity-H", b"[]", b""),
             "descendants-itself": (b"Identity-H", b"[3 0 R]", b""), "descendants-missing": (b"Identity-H", b"[99 0 R]", b""), "unknown-cmap": (b"Nonsense-H", b"[900 0 R]", b""),
             "japanese": (b"UniJIS-UTF16-H", b"[900 0 R]", b"")}
    for name, (encoding, descendants, entries) in kinds.items():
        yield Case(f"composite-{name}", functools.partial(with_font, COMPOSITE % (encoding, descendants, entries), DESCENDANT % b"", content))
    widths = {"w-huge": b"/W [0 2147483647 500]", "w-negative": b"/W [-5 [500 500]]", "w-nested": b"/W [0 [[[[500]]]]]", "dw-huge": b"/DW 1e30", "dw-negative": b"/DW -1000",
              "gid-map-missing": b"/CIDToGIDMap 99 0 R", "gid-map-itself": b"/CIDToGIDMap 900 0 R"}
    for name, entries in widths.items():
        yield Case(f"composite-{name}", functools.partial(with_font, COMPOSITE % (b"Identity-H", b"[900 0 R]", b""), DESCENDANT % entries, content))


def glyph_procedures():
    """Type 3 fonts, whose glyphs are content of their own."""
    kinds = {"empty": b"", "shows-itself": b"500 0 d0 BT /F1 1 Tf (A) Tj ET", "never-ends": b"500 0 d0 q q q BT (", "huge": b"500 0 0 0 1e30 1e30 d1 0 0 m 1e30 1e30 l S"}
    for name, glyph in kinds.items():
        font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /a 900 0 R >> /FirstChar 65 /LastChar 122 /Widths [%s] /Encoding << /Differences [65 %s] >> /Resources << /Font << /F1 3 0 R >> >> >>" % (b"500 " * 58, b"/a " * 58)
        yield Case(f"type3-{name}", functools.partial(with_font, font, stream(glyph)))
    matrices = {"zero": b"[0 0 0 0 0 0]", "huge": b"[1e30 0 0 1e30 0 0]", "short": b"[1]"}
    for name, matrix in matrices.items():
        font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix %s /CharProcs << >> /Encoding << >> /FirstChar 0 /LastChar 0 /Widths [500] >>" % matrix
        yield Case(f"type3-matrix-{name}", functools.partial(with_font, font))
