"""Pages of impossible size, and content that puts its text in impossible places."""
import functools
import random

from .case import PARTLY, Case, read, refused
from .writer import MINUTES, TITLE, Pdf, escaped, flate, lines, minutes, stream

NUMBERS = {"huge": b"1" + b"0" * 30, "exponent": b"1e30", "past-all": b"9" * 400, "nan": b"NaN", "infinite": b"inf", "two-signs": b"--5", "two-points": b"1.2.3", "minus-zero": b"-0", "tiny": b"." + b"0" * 300 + b"1",
           "billions": b"4000000000", "negative-billions": b"-4000000000", "name": b"/Five",
           "string": b"(5)", "null": b"null", "zero": b"0", "negative": b"-11"}


def cases():
    yield from sizes()
    yield from turns()
    yield from operands()
    yield from crowds()
    yield from operators()
    yield from forms()


def sizes():
    boxes = {"10-metres": b"[0 0 28346 28346]", "billion": b"[0 0 1000000000 1000000000]", "past-all": b"[0 0 %s %s]" % (b"9" * 50, b"9" * 50),
             "zero": b"[0 0 0 0]", "line": b"[0 0 595 0]", "negative": b"[0 0 -595 -842]", "reversed": b"[595 842 0 0]", "far-off": b"[1000000 1000000 1000595 1000842]",
             "three": b"[0 0 595]", "strings": b"[(a) (b) (c) (d)]", "nan": b"[NaN NaN NaN NaN]", "null": b"null", "itself": b"5 0 R", "tiny": b"[0 0 0.0001 0.0001]",
             "empty": b"[]", "a-million-numbers": b"[" + b"1 " * 1_000_000 + b"]"}
    for name, box in boxes.items():
        yield Case(f"box-{name}", functools.partial(lambda box: minutes(box=box).bytes(), box), quick=name in ("10-metres", "zero", "negative"))
    yield Case("box-none", lambda: minutes().bytes().replace(b"/MediaBox", b"/MediaFox"))
    far = [(b"%d" % 10**digits, b"%d" % (10**digits // 2), b"%d" % (10**digits // 60)) for digits in (6, 9, 12, 19, 25, 38, 60, 300)]
    for edge, place, size in far:
        text = b"BT /F1 %s Tf %s %s Td (Beslut om bidrag) Tj ET" % (size, place, place)
        yield Case(f"box-of-{len(edge)}-digits-with-text", functools.partial(lambda *parts: far_page(*parts), text, edge), quick=len(edge) == 26)
    for name, entries in {"crop-outside": b"/CropBox [2000 2000 2100 2100]", "crop-zero": b"/CropBox [5 5 5 5]", "crop-reversed": b"/CropBox [595 842 0 0]",
                          "unit-huge": b"/UserUnit 1e20", "unit-negative": b"/UserUnit -1", "unit-zero": b"/UserUnit 0"}.items():
        yield Case(f"box-{name}", functools.partial(lambda entries: minutes(entries=entries).bytes(), entries))


def far_page(text, edge):
    pdf = Pdf()
    pdf.page(text, box=b"[0 0 %s %s]" % (edge, edge))
    return pdf.bytes()


def turns():
    """Pages turned so that their text stands upright, as a scanner's program leaves them, and turned by what is no turn."""
    upright = {"90": (b"90", b"0 1 -1 0 595 0 cm\n"), "180": (b"180", b"-1 0 0 -1 595 842 cm\n"), "270": (b"270", b"0 -1 1 0 0 842 cm\n"),
               "minus-90": (b"-90", b"0 -1 1 0 0 842 cm\n"), "450": (b"450", b"0 1 -1 0 595 0 cm\n"), "45": (b"45", b""), "half": (b"0.5", b""), "null": (b"null", b"")}
    for name, (degrees, matrix) in upright.items():
        yield read(f"rotate-{name}", functools.partial(turned_page, b"/Rotate " + degrees, matrix), TITLE, quick=name == "45")
    for name, degrees in {"upside-down": b"180", "sideways": b"90", "billions": b"1000000000000", "string": b"(90)"}.items():
        yield Case(f"rotate-{name}", functools.partial(turned_page, b"/Rotate " + degrees, b""))


def turned_page(entries, matrix):
    pdf = Pdf()
    pdf.page(matrix + lines(MINUTES, x=40, y=560), entries=entries)
    return pdf.bytes()


def operands():
    """One impossible number in the middle of good text."""
    places = {"size": b"BT /F1 %s Tf 70 700 Td (Beslut om bidrag) Tj ET\n", "place": b"BT /F1 11 Tf %s 700 Td (Beslut om bidrag) Tj ET\n",
              "matrix": b"BT /F1 11 Tf %s 0 0 1 70 700 Tm (Beslut om bidrag) Tj ET\n", "page": b"q %s 0 0 1 0 0 cm BT /F1 11 Tf 70 700 Td (Beslut om bidrag) Tj ET Q\n",
              "spacing": b"BT /F1 11 Tf %s Tc 70 700 Td (Beslut om bidrag) Tj ET 0 Tc\n", "kerning": b"BT /F1 11 Tf 70 700 Td [(Be) %s (slut om bidrag)] TJ ET\n",
              "scale": b"BT /F1 11 Tf %s Tz 70 700 Td (Beslut om bidrag) Tj ET 100 Tz\n"}
    for place, operator in places.items():
        for name, number in NUMBERS.items():
            yield Case(f"number-{place}-{name}", functools.partial(lambda text: Pdf(text + lines(MINUTES)).bytes(), operator % number),
                       quick=(place, name) in {("size", "nan"), ("matrix", "huge")})
    yield Case("matrix-grows-past-all", lambda: Pdf(b"1000000 0 0 1000000 0 0 cm\n" * 80 + lines(MINUTES)).bytes(), quick=True)
    yield Case("matrix-shrinks-to-nothing", lambda: Pdf(b".000001 0 0 .000001 0 0 cm\n" * 80 + lines(MINUTES)).bytes())
    yield Case("matrix-flat", lambda: Pdf(b"1 1 1 1 0 0 cm\n" + lines(MINUTES)).bytes())
    yield Case("numbers-past-all-everywhere", lambda: Pdf(lines(MINUTES).replace(b"70", b"1e308").replace(b"11", b"-1e308")).bytes())


def crowds():
    """More text than a page has room for, and in what order one likes."""
    chance = random.Random("crowds")
    word = lambda: "".join(chance.choice("abdeghiklmnoprstuv\u00e5\u00e4\u00f6") for _ in range(chance.randrange(2, 9)))
    words = [word() for _ in range(500)]

    def placed(count, place):
        shown = b"".join(b"1 0 0 1 %d.%d %d.%d Tm %s Tj\n" % (*place(i), escaped(words[i % 500])) for i in range(count))
        return Pdf(b"BT /F1 6 Tf\n" + shown + b"ET\n").bytes()

    spread = random.Random("spread")
    anywhere = lambda index: (spread.randrange(595), spread.randrange(10), spread.randrange(842), spread.randrange(10))
    yield Case("words-100000", lambda: placed(100_000, anywhere))
    yield Case("words-100000-in-rows", lambda: placed(100_000, lambda i: (i % 100 * 6, 0, 842 - i // 100 % 800, i // 80_000)))
    yield Case("words-20000-on-one-place", lambda: placed(20_000, lambda i: (300, 0, 400, 0)))
    yield Case("words-20000-on-one-line", lambda: placed(20_000, lambda i: (i * 30, 0, 400, 0)))
    yield Case("words-20000-in-one-column", lambda: placed(20_000, lambda i: (300, 0, 842 - i, 0)))
    yield Case("words-at-billions-of-places", lambda: placed(3_000, lambda i: (spread.randrange(-10**9, 10**9), 0, spread.randrange(-10**9, 10**9), 0)), quick=True)
    yield Case("one-word-of-a-million", lambda: Pdf(b"BT /F1 6 Tf 10 400 Td (" + b"a" * 1_000_000 + b") Tj ET").bytes())
    yield Case("letters-50000-each-by-itself", lambda: Pdf(b"BT /F1 6 Tf\n" + b"".join(b"1 0 0 1 %d %d Tm (%c) Tj\n" % (i % 90 * 6, 830 - i // 90 % 80 * 10, 97 + i % 26) for i in range(50_000)) + b"ET").bytes())
    yield Case("letters-each-turned", lambda: Pdf(b"BT /F1 9 Tf\n" + b"".join(b"%s Tm (ord) Tj\n" % turned(i) for i in range(3_000)) + b"ET").bytes())
    yield Case("five-megabytes-of-operators", lambda: Pdf(lines(MINUTES) + b"0 0 m 1 1 l S\n" * 360_000).bytes())
    yield Case("five-megabytes-of-text", lambda: Pdf((b"BT /F1 8 Tf 40 %d Td (" % 400 + " ".join(words[:12]).encode("cp1252") + b") Tj ET\n") * 50_000).bytes())
    yield Case("slow-pages", lambda: slow_pages(30, 6_000))
    yield refused("hanging-pages", lambda: slow_pages(30, 10**6), "hann inte klart med dokumentet")
    yield Case("hanging-page-of-three", lambda: slow_pages(3, 10**6, hanging=[1]), frozenset({PARTLY}), TITLE)
    yield Case("hanging-first-page", lambda: slow_pages(3, 10**6, hanging=[0]), frozenset({PARTLY}), TITLE)
    yield Case("spaces-a-million", lambda: Pdf(b"BT /F1 8 Tf 40 400 Td (" + b" " * 1_000_000 + b") Tj ET\n" + lines(MINUTES)).bytes())
    yield Case("paragraphs-5000", lambda: many_paragraphs())
    yield Case("pages-1000-of-minutes", lambda: Pdf(*[lines(MINUTES)] * 1000).bytes())


def slow_pages(count, times, hanging=None):
    """Pages that take long, all with one content that shows the same text again and again; the others are minutes."""
    pdf = Pdf(*[lines(MINUTES)] * count)
    pdf.resources += b" /XObject << /X 900 0 R >>"
    for kid in (pdf.kids[index] for index in hanging or range(1, count)):
        pdf.objects[kid] = pdf.objects[kid].replace(b"/Contents %d 0 R" % (kid - 1), b"/Contents 901 0 R").replace(b"/Resources <<", b"/Resources << /XObject << /X 900 0 R >>")
    text = b" ".join(b"ord%d" % i for i in range(12))
    pdf.objects[900] = stream(b"BT /F1 8 Tf 40 400 Td (%s) Tj ET" % text, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>")
    pdf.objects[901] = flate(b"/X Do\n" * times)
    return pdf.bytes()


def turned(index):
    import math
    angle = index * 0.1
    return b"%.4f %.4f %.4f %.4f %d %d" % (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 50 + index * 7 % 500, 50 + index * 13 % 700)


def many_paragraphs():
    pages = [lines([f"\u00a7 {page * 20 + i} \u00c4rende nummer {i}" if i % 2 == 0 else "Beslut" for i in range(40)]) for page in range(125)]
    return Pdf(*pages).bytes()


def operators():
    kinds = {"text-never-ends": b"BT /F1 11 Tf 70 700 Td (Beslut) Tj\n" * 2000, "ends-without-begin": b"ET Q EMC\n" * 20_000, "restores-without-save": b"Q\n" * 100_000,
             "saves-without-restore": b"q\n" * 200_000, "unknown-operators": b"xyzzy plugh 1 2 3 quux\n" * 20_000, "operands-missing": b"BT Tf Td Tj TJ Tm cm Do gs sh ET\n" * 5_000,
             "operands-too-many": b"BT " + b"1 " * 500_000 + b"Td ET\n", "marks-nested": b"/Span << /A 1 >> BDC\n" * 100_000, "mark-with-text": b"/Span << /ActualText (" + b"x" * 100_000 + b") >> BDC BT /F1 9 Tf 70 600 Td (a) Tj ET EMC\n",
             "text-invisible": b"3 Tr\n", "text-clips": b"7 Tr\n", "font-missing": b"BT /F99 11 Tf 70 700 Td (Beslut) Tj ET\n", "font-none": b"BT 70 700 Td (Beslut) Tj ET\n",
             "names-with-zeros": b"BT /F#00#00 11 Tf (Beslut) Tj ET /\x00\x00 gs\n", "string-open": b"BT /F1 11 Tf 70 700 Td (Beslut", "hex-open": b"BT /F1 11 Tf 70 700 Td <4265736C7574",
             "array-open": b"BT /F1 11 Tf 70 700 Td [(Beslut) -20 ", "deep-arrays": b"[" * 100_000, "kerning-array-long": b"BT /F1 5 Tf 70 700 Td [" + b"(a) -30 " * 100_000 + b"] TJ ET\n",
             "compatibility": b"BX " * 50_000}
    for name, content in kinds.items():
        yield Case(f"operators-{name}", functools.partial(lambda content: Pdf(content + lines(MINUTES)).bytes(), content))


def forms():
    yield Case("form-calls-itself", lambda: with_forms({7: [7]}), quick=True)
    yield Case("forms-call-each-other", lambda: with_forms({7: [8], 8: [7]}))
    yield Case("forms-1000-deep", lambda: with_forms({7 + i: [8 + i] for i in range(1000)}))
    yield Case("forms-ten-to-the-tenth", lambda: with_forms({7 + i: [8 + i] * 10 for i in range(10)}))
    yield Case("forms-two-to-the-thirtieth", lambda: with_forms({7 + i: [8 + i] * 2 for i in range(30)}))
    yield Case("form-10000-times", lambda: with_forms({7: [8] * 10_000}))
    yield Case("pattern-calls-itself", lambda: pattern())


def with_forms(calls):
    """`calls` says which forms each form shows; the one that is named last holds text. The page shows the first."""
    pdf = Pdf()
    pdf.resources += b" /XObject << /X 7 0 R >>"
    pdf.page(lines(MINUTES[:5]) + b"/X Do\n")
    last = max(number for shown in calls.values() for number in shown)
    pdf.objects[6] = b"null"
    for number in range(7, last + 1):
        shown = calls.get(number, [])
        content = b"".join(b"/X%d Do " % other for other in shown) or b"BT /F1 9 Tf 70 500 Td (Beslut) Tj ET"
        names = b" ".join(b"/X%d %d 0 R" % (other, other) for other in sorted(set(shown)))
        pdf.objects[number] = stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << %s >> >>" % names)
    return pdf.bytes()


def pattern():
    pdf = Pdf()
    pdf.resources += b" /Pattern << /P 6 0 R >>"
    pdf.page(lines(MINUTES) + b"/Pattern cs /P scn 0 0 500 500 re f\n")
    pdf.add(stream(b"/Pattern cs /P scn 0 0 9 9 re f", b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep .0001 /YStep .0001 /Resources << /Pattern << /P 6 0 R >> >>"))
    return pdf.bytes()
