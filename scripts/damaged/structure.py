"""Objects that lie: cross-reference tables, page trees, lengths, references that go round."""
import functools
import zlib

from .case import Case, read, refused
from .writer import A4, MINUTES, TITLE, Pdf, flate, lines, minutes, stream


def cases():
    yield from tables()
    yield from cross_reference_streams()
    yield from page_trees()
    yield from lengths()
    yield from loops()
    yield from nests()
    yield from updates()


def whole(**lies):
    return functools.partial(lambda: minutes().bytes(**lies))


def tables():
    """Poppler puts a broken table together again from the objects themselves."""
    yield read("xref-none", whole(xref=False, start=b"0"), TITLE, quick=True)
    yield read("xref-all-zero", whole(offsets=lambda number, offset: 0), TITLE)
    yield read("xref-off-by-one", whole(offsets=lambda number, offset: offset + 1), TITLE)
    yield Case("xref-all-at-one", whole(offsets=lambda number, offset: 15))
    yield Case("xref-past-the-end", whole(offsets=lambda number, offset: 9_999_999_999))
    yield Case("xref-shifted", whole(offsets=lambda number, offset: offset + 7 * number))
    for name, start in {"nowhere": b"99999999", "huge": b"9" * 40, "negative": b"-1", "words": b"alpha", "nothing": b"", "zero": b"0"}.items():
        yield read(f"startxref-{name}", whole(start=start), TITLE)
    for name, root in {"missing": b"99 0 R", "itself-a-number": b"7", "font": b"3 0 R", "pages": b"2 0 R", "null": b"null"}.items():
        yield Case(f"root-{name}", whole(root=root))
    for name, size in {"zero": b"0", "huge": b"2147483647", "past-all": b"99999999999999999999", "negative": b"-5"}.items():
        yield Case(f"size-{name}", whole(size=size))
    for name, entry in {"itself": b"/Prev %d", "nowhere": b"/Prev 99999999", "negative": b"/Prev -1", "xrefstm-itself": b"/XRefStm %d"}.items():
        yield Case(f"prev-{name}", functools.partial(with_prev, entry))
    yield Case("prev-chain", prev_chain)


def with_prev(entry):
    plain = minutes().bytes()
    pdf = minutes()
    pdf.trailer = entry % plain.rindex(b"xref\n0") if b"%" in entry else entry
    return pdf.bytes()


def prev_chain(count=5000):
    """As many tables as an editor leaves that only ever adds, each with nothing new."""
    data = bytearray(minutes().bytes())
    last = bytes(data).rindex(b"xref\n0")
    for _ in range(count):
        start = len(data)
        data += b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (last, start)
        last = start
    return bytes(data)


def cross_reference_streams():
    yield read("xref-stream", lambda: compressed(), TITLE)
    lies = {"w-zero": {"w": b"[0 0 0]"}, "w-wide": {"w": b"[9 9 9]"}, "w-negative": {"w": b"[-1 2 1]"}, "w-huge": {"w": b"[2147483647 2147483647 1]"},
            "w-short": {"w": b"[1]"}, "index-huge": {"index": b"/Index [0 2147483647]"}, "index-negative": {"index": b"/Index [-5 20]"},
            "index-odd": {"index": b"/Index [0]"}, "objects-n-huge": {"n": b"2147483647"}, "objects-n-negative": {"n": b"-1"},
            "objects-n-more": {"n": b"50"}, "objects-first-huge": {"first": b"99999999"}, "objects-first-negative": {"first": b"-9"},
            "objects-extends-itself": {"extra": b"/Extends 6 0 R"}, "objects-in-itself": {"place": 6}, "objects-missing": {"place": 77},
            "objects-garbled": {"garble": True}}
    for name, lie in lies.items():
        yield Case(f"xref-stream-{name}", functools.partial(compressed, **lie), quick=name in ("w-zero", "objects-in-itself"))


def compressed(w=b"[1 4 1]", index=b"", n=None, first=None, extra=b"", place=6, garble=False):
    """A file whose catalog, page tree, font and page lie in an object stream."""
    pdf = minutes()
    pdf.objects[2] = pdf.tree()
    inner = {number: pdf.objects[number] for number in (1, 2, 3, 5)}
    head, body = b"", b""
    for number, text in inner.items():
        head += b"%d %d " % (number, len(body))
        body += text + b" "
    packed = zlib.compress(head + body)
    if garble:
        packed = packed[:20] + b"\0" * 20 + packed[40:]
    entries = b"/Type /ObjStm /N %s /First %s /Filter /FlateDecode %s" % (n or b"%d" % len(inner), first or b"%d" % len(head), extra)
    data = b"%PDF-1.7\n"
    content = len(data)
    data += b"4 0 obj\n" + pdf.objects[4] + b"\nendobj\n"
    objects = len(data)
    data += b"6 0 obj\n" + stream(packed, entries) + b"\nendobj\n"
    start = len(data)
    order = list(inner)
    rows = b"".join(
        (b"\2" + place.to_bytes(4, "big") + bytes([order.index(number)])) if number in inner
        else b"\1" + {4: content, 6: objects, 7: start}.get(number, 0).to_bytes(4, "big") + b"\0" for number in range(8))
    table = flate(rows, b"/Type /XRef /Size 8 /Root 1 0 R /W %s %s" % (w, index))
    return data + b"7 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def page_trees():
    trees = {"kids-itself": b"/Count 1 /Kids [2 0 R]", "kids-itself-and-page": b"/Count 2 /Kids [2 0 R 5 0 R]", "kids-catalog": b"/Count 1 /Kids [1 0 R]",
             "kids-font": b"/Count 1 /Kids [3 0 R]", "kids-missing": b"/Count 1 /Kids [99 0 R]", "kids-numbers": b"/Count 3 /Kids [1 2 3]",
             "kids-null": b"/Count 2 /Kids [null 5 0 R]", "kids-none": b"/Count 1", "kids-no-array": b"/Count 1 /Kids 5 0 R",
             "kids-empty": b"/Count 0 /Kids []", "kids-inline": b"/Count 1 /Kids [<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>]",
             "count-negative": b"/Count -1 /Kids [5 0 R]", "count-huge": b"/Count 2147483647 /Kids [5 0 R]", "count-million": b"/Count 1000000 /Kids [5 0 R]",
             "count-past-all": b"/Count 99999999999999999999 /Kids [5 0 R]", "count-zero": b"/Count 0 /Kids [5 0 R]", "count-real": b"/Count 1.5 /Kids [5 0 R]",
             "count-word": b"/Count /Many /Kids [5 0 R]", "count-too-many": b"/Count 40 /Kids [5 0 R]"}
    for name, entries in trees.items():
        yield Case(f"tree-{name}", functools.partial(with_tree, b"<< /Type /Pages %s >>" % entries), quick=name in ("kids-itself", "count-huge"))
    yield Case("tree-loop-of-two", loop_of_two, quick=True)
    yield Case("tree-loop-wide", lambda: loop_wide())
    yield Case("tree-deep", lambda: deep_tree(20_000))
    yield read("tree-of-forty", lambda: deep_tree(40), TITLE)
    yield Case("tree-page-again-and-again", page_again)
    yield Case("pages-empty-50000", lambda: empty_pages(50_000))
    yield Case("pages-empty-2000", lambda: empty_pages(2_000))
    yield Case("pages-missing-3000", lambda: with_tree(b"<< /Type /Pages /Count 3000 /Kids [5 0 R %s] >>" % b" ".join(b"%d 0 R" % n for n in range(10, 3009))))
    yield Case("page-no-type", lambda: replaced(5, b"/Type /Page ", b""))
    yield Case("page-wrong-type", lambda: replaced(5, b"/Type /Page ", b"/Type /Font "))
    yield Case("page-wrong-parent", lambda: replaced(5, b"/Parent 2 0 R", b"/Parent 5 0 R"))
    yield Case("page-is-number", lambda: replaced(5, None, b"42"))


def with_tree(tree):
    pdf = minutes()
    pdf.objects[2] = tree
    return pdf.bytes()


def replaced(number, old, new):
    pdf = minutes()
    pdf.objects[2] = pdf.tree()
    pdf.objects[number] = new if old is None else pdf.objects[number].replace(old, new)
    return pdf.bytes()


def loop_of_two():
    pdf = minutes()
    other = pdf.add(b"<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R] >>")
    pdf.objects[2] = b"<< /Type /Pages /Count 2 /Kids [%d 0 R 5 0 R] >>" % other
    return pdf.bytes()


def loop_wide():
    """Thirty nodes, each with all thirty as kids."""
    pdf = minutes()
    nodes = [pdf.next + index for index in range(30)]
    kids = b" ".join(b"%d 0 R" % node for node in nodes)
    for _ in nodes:
        pdf.add(b"<< /Type /Pages /Count 100 /Kids [%s] >>" % kids)
    pdf.objects[2] = b"<< /Type /Pages /Count 1000 /Kids [%s 5 0 R] >>" % kids
    return pdf.bytes()


def deep_tree(depth):
    pdf = minutes()
    for child in range(5, 5 + depth):
        pdf.objects[child + 1] = b"<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [%d 0 R] >>" % child
    pdf.objects[2] = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (5 + depth)
    return pdf.bytes()


def page_again():
    pdf = minutes()
    pdf.kids *= 500
    return pdf.bytes()


def empty_pages(count):
    pdf = Pdf()
    for _ in range(count):
        pdf.kids.append(len(pdf.objects) + 1)
        pdf.objects[len(pdf.objects) + 1] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return pdf.bytes()


def lengths():
    for name, length in {"zero": b"0", "too-small": b"20", "too-large": b"9999", "huge": b"9" * 30, "negative": b"-100", "real": b"12.5", "word": b"/Long",
                         "null": b"null", "missing-object": b"99 0 R", "itself": b"4 0 R", "the-page": b"5 0 R"}.items():
        yield Case(f"length-{name}", functools.partial(with_length, length), quick=name == "itself")
    yield Case("stream-no-end", lambda: minutes().bytes().replace(b"endstream", b""))
    yield Case("object-no-end", lambda: minutes().bytes().replace(b"endobj", b""))
    yield Case("dictionary-no-end", lambda: minutes().bytes().replace(b">>", b""))
    yield Case("string-no-end", lambda: minutes().bytes().replace(b")", b""))


def with_length(length):
    pdf = minutes()
    pdf.objects[4] = stream(lines(MINUTES), length=length)
    return pdf.bytes()


def loops():
    pages = {"contents-itself": b"/Contents 5 0 R", "contents-array-itself": b"/Contents [4 0 R 6 0 R]", "resources-page": b"/Resources 5 0 R",
             "font-itself": b"/Resources << /Font << /F1 6 0 R >> >>", "annots-page": b"/Annots 5 0 R", "annots-loop": b"/Annots 6 0 R"}
    extra = b"[6 0 R 4 0 R]"
    for name, entries in pages.items():
        yield Case(f"loop-{name}", functools.partial(looped, entries, extra))
    fonts = {"font-encoding": b"/Encoding 6 0 R", "font-tounicode": b"/ToUnicode 6 0 R", "font-descriptor": b"/FontDescriptor 6 0 R", "font-widths": b"/Widths 6 0 R /FirstChar 0 /LastChar 255"}
    for name, entries in fonts.items():
        font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Some %s >>" % entries
        yield Case(f"loop-{name}", functools.partial(looped, b"/Resources << /Font << /F1 6 0 R >> >>", font))
    yield Case("reference-chain", reference_chain)
    yield Case("reference-to-itself", functools.partial(looped, b"/Rotate 6 0 R", b"6 0 R"))


def looped(entries, sixth):
    pdf = Pdf()
    contents = pdf.add(stream(lines(MINUTES)))
    page = pdf.add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % contents)
    for name in (b"/Contents", b"/Resources"):
        if name in entries:
            cut = b"/Contents 4 0 R" if name == b"/Contents" else b"/Resources << /Font << /F1 3 0 R >> >>"
            pdf.objects[page] = pdf.objects[page].replace(cut, b"")
    pdf.objects[page] = pdf.objects[page][:-2] + entries + b" >>"
    pdf.kids = [page]
    pdf.add(sixth)
    return pdf.bytes()


def reference_chain():
    """The content is an object that is a reference to the next, fifty thousand times."""
    pdf = minutes()
    pdf.objects[2] = pdf.tree()
    pdf.objects[5] = pdf.objects[5].replace(b"/Contents 4 0 R", b"/Contents 6 0 R")
    for number in range(6, 50_000):
        pdf.objects[number] = b"%d 0 R" % (number + 1)
    pdf.objects[50_000] = b"4 0 R"
    return pdf.bytes()


def nests():
    deep = 200_000
    nested = {"arrays": b"[" * deep + b"]" * deep, "arrays-open": b"[" * deep, "dictionaries": b"<< /A " * deep + b">>" * deep,
              "strings": b"(" * deep + b")" * deep, "arrays-500": b"[" * 500 + b"]" * 500}
    for name, value in nested.items():
        yield Case(f"nest-{name}", functools.partial(lambda value: minutes(entries=b"/Extra " + value).bytes(), value), quick=name == "arrays")
        yield Case(f"nest-object-{name}", functools.partial(looped, b"/Resources << /Font << /F1 3 0 R >> /XObject 6 0 R >>", value))


def updates():
    yield read("updated-twice", lambda: updated(minutes().bytes(), 2), TITLE)
    yield read("updated-300-times", lambda: updated(minutes().bytes(), 300), TITLE)
    yield Case("updated-away", lambda: appended(minutes().bytes(), 5, b"null"))
    yield Case("updated-to-loop", lambda: appended(minutes().bytes(), 2, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"))
    yield Case("update-cut", lambda: updated(minutes().bytes(), 2)[:-60])
    yield Case("object-numbers-huge", lambda: minutes().bytes().replace(b"3 0 obj", b"2147483647 0 obj").replace(b"3 0 R", b"2147483647 0 R"))
    yield Case("object-number-zero", lambda: minutes().bytes().replace(b"3 0 obj", b"0 0 obj").replace(b"3 0 R", b"0 0 R"))
    yield Case("generation-65535", lambda: minutes().bytes().replace(b"3 0 obj", b"3 65535 obj").replace(b"3 0 R", b"3 65535 R"))
    yield Case("object-twice", lambda: minutes().bytes().replace(b"5 0 obj", b"4 0 obj"))
    for name, lie in {"length": b"/L 99", "first-page": b"/O 99", "end": b"/E 99999999", "hints": b"/H [5 99999999]", "pages": b"/N 2147483647"}.items():
        yield Case(f"linearized-{name}", functools.partial(linearized, lie))
    yield Case("linearized-cut", lambda: linearized(b"")[:600])


def appended(data, number, body):
    """An incremental update of one object."""
    last = data.rindex(b"startxref\n") + len(b"startxref\n")
    previous = int(data[last:].split()[0])
    at = len(data)
    data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    return data + b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 9 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (number, at, previous, table)


def updated(data, count):
    for index in range(count):
        data = appended(data, 4, stream(lines(MINUTES, y=780 - index % 100)))
    return data


def linearized(lie):
    """Claims to be set for quick viewing on the web (annex F), which it is not."""
    claim = {b"/L": b"/L 1500", b"/O": b"/O 5", b"/E": b"/E 900", b"/H": b"/H [600 80]", b"/N": b"/N 1"}
    claim[lie[:2]] = lie
    pdf = minutes()
    data = pdf.bytes()
    head = b"%PDF-1.7\n9 0 obj\n<< /Linearized 1 /T 1200 " + b" ".join(claim.values()) + b" >>\nendobj\n"
    return head + data.partition(b"\n")[2]
