"""Streams that cannot be unpacked, or that become far more than they were."""
import functools
import random
import zlib

from .case import Case, read
from .writer import A4, MINUTES, TITLE, Pdf, flate, lines, minutes, stream

MEGABYTE = 1 << 20


def cases():
    yield from bombs()
    yield from filters()
    yield from images()


def bomb(block, count):
    """`count` times `block`, deflated. A full flush makes the pieces independent, so that one is packed and then repeated."""
    packer = zlib.compressobj(9)
    head = packer.compress(b" ") + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + piece * count + packer.flush(zlib.Z_FINISH)


def bombs():
    text = lines(MINUTES).ljust(4096)
    blocks = {"spaces": b" " * MEGABYTE, "zeros": bytes(MEGABYTE), "numbers": b"1 " * (MEGABYTE // 2), "open-brackets": b"[" * MEGABYTE,
              "saves": b"q " * (MEGABYTE // 2), "text": text * (MEGABYTE // 4096), "one-string": b"a" * MEGABYTE}
    for name, block in blocks.items():
        head = b"BT /F1 9 Tf (" if name == "one-string" else b""
        yield Case(f"inflates-1-gb-{name}", functools.partial(inflating, block, 1024, head))
    yield read("inflates-20-mb-spaces", lambda: inflating(b" " * MEGABYTE, 20, lines(MINUTES)), TITLE, quick=True)
    yield Case("inflates-twice", lambda: twice_inflating(20))
    yield Case("inflates-xref", lambda: inflating_table())
    yield Case("inflates-object-stream", lambda: inflating_objects())
    yield Case("inflates-tounicode", lambda: inflating_map())
    yield Case("inflates-metadata", lambda: inflating_metadata())
    yield Case("run-length-bomb", lambda: packed(b"\x81 " * 4_000_000 + b"\x80", b"/RunLengthDecode"))


def packed(data, filters, entries=b""):
    pdf = Pdf()
    pdf.page(b"", as_stream=lambda _: stream(data, b"/Filter %s %s" % (filters, entries)))
    return pdf.bytes()


def inflating(block, count, head=b""):
    pdf = Pdf()
    page = pdf.page(b"", as_stream=lambda _: stream(bomb(block, count), b"/Filter /FlateDecode"))
    first = pdf.add(stream(head))
    pdf.objects[page] = pdf.objects[page].replace(b"/Contents 4 0 R", b"/Contents [%d 0 R 4 0 R]" % first)
    return pdf.bytes()


def twice_inflating(gigabytes):
    inner = bomb(b" " * MEGABYTE, 1024 * gigabytes)
    return packed(zlib.compress(inner), b"[/FlateDecode /FlateDecode]")


def inflating_table():
    rows = bomb(bytes(MEGABYTE), 1024)
    table = stream(rows, b"/Type /XRef /Size 100000000 /Root 1 0 R /W [1 4 1] /Filter /FlateDecode")
    data = minutes().bytes(xref=False, start=b"0").partition(b"trailer")[0]
    return data + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(data))


def inflating_objects():
    from .structure import compressed
    data = compressed()
    start, end = data.index(b"6 0 obj"), data.index(b"7 0 obj")
    objects = stream(bomb(b"1 0 " * (MEGABYTE // 4), 512), b"/Type /ObjStm /N 1000000 /First 4000000 /Filter /FlateDecode")
    return data[:start] + b"6 0 obj\n" + objects + b"\nendobj\n" + data[end:]


def inflating_map():
    pdf = Pdf(lines(MINUTES), font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>")
    pdf.add(stream(bomb(b"<41> <0042>\n" * (MEGABYTE // 12), 512), b"/Filter /FlateDecode"))
    return pdf.bytes()


def inflating_metadata():
    pdf = minutes()
    metadata = pdf.add(stream(bomb(b"<a>" * (MEGABYTE // 3), 1024), b"/Type /Metadata /Subtype /XML /Filter /FlateDecode"))
    pdf.objects[1] = b"<< /Type /Catalog /Pages 2 0 R /Metadata %d 0 R >>" % metadata
    return pdf.bytes()


def filters():
    text = lines(MINUTES)
    squeezed = zlib.compress(text)
    kinds = {"unknown": (text, b"/Nonsense"), "flate-of-plain": (text, b"/FlateDecode"), "flate-cut": (squeezed[:len(squeezed) // 2], b"/FlateDecode"),
             "flate-wrong-sum": (squeezed[:-4] + b"\0\0\0\0", b"/FlateDecode"), "hex-odd": (text.hex().encode()[:-1], b"/ASCIIHexDecode"),
             "hex-garbage": (b"xyz" * 1000, b"/ASCIIHexDecode"), "ascii85-garbage": (b"~~~zzz{{{" * 500, b"/ASCII85Decode"),
             "lzw-garbage": (bytes(range(256)) * 40, b"/LZWDecode"), "dct": (text, b"/DCTDecode"), "jpx": (text, b"/JPXDecode"),
             "jbig2": (text, b"/JBIG2Decode"), "ccitt": (text, b"/CCITTFaxDecode"), "crypt": (text, b"/Crypt"), "number": (text, b"42"),
             "nested-null": (text, b"[null [null]]"), "hundred-flates": (text, b"[" + b"/FlateDecode " * 100 + b"]"),
             "ten-thousand-hexes": (b"41" * 50, b"[" + b"/ASCIIHexDecode " * 10_000 + b"]"), "itself": (text, b"4 0 R")}
    for name, (data, kind) in kinds.items():
        yield Case(f"filter-{name}", functools.partial(packed, data, kind), quick=name in ("flate-cut", "hundred-flates"))
    predictors = {"columns-huge": b"/Predictor 15 /Columns 2147483647", "colors-huge": b"/Predictor 12 /Colors 2147483647 /BitsPerComponent 16 /Columns 99999",
                  "columns-negative": b"/Predictor 12 /Columns -1", "bits-zero": b"/Predictor 2 /BitsPerComponent 0", "unknown": b"/Predictor 999"}
    for name, predictor in predictors.items():
        yield Case(f"predictor-{name}", functools.partial(packed, squeezed, b"/FlateDecode", b"/DecodeParms << %s >>" % predictor))


def images():
    kinds = {"huge": b"/Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB", "negative": b"/Width -5 /Height -5 /BitsPerComponent 8 /ColorSpace /DeviceGray",
             "mask-itself": b"/Width 5 /Height 5 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 6 0 R", "space-itself": b"/Width 5 /Height 5 /BitsPerComponent 8 /ColorSpace [/Indexed 6 0 R 255 6 0 R]",
             "no-size": b"", "jpx-garbage": b"/Width 50 /Height 50 /Filter /JPXDecode", "jbig2-garbage": b"/Width 50 /Height 50 /Filter /JBIG2Decode"}
    for name, entries in kinds.items():
        yield Case(f"image-{name}", functools.partial(with_image, entries))
        # Without text beside it, what the image shows is to be recognised.
        yield Case(f"scan-{name}", functools.partial(with_image, entries, b""))
    grey = b"/Width 500 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    for name, box in {"10-metres": b"[0 0 28346 28346]", "billion": b"[0 0 1000000000 1000000000]", "thin": b"[0 0 28346 1]", "tiny": b"[0 0 1 1]", "zero": b"[0 0 0 0]"}.items():
        yield Case(f"scan-on-page-{name}", functools.partial(with_image, grey, b"", box), quick=name == "10-metres")
    yield Case("scans-40", lambda: many_scans(40), scans=40)
    yield Case("inline-image-no-end", lambda: Pdf(lines(MINUTES) + b"BI /W 9999 /H 9999 /BPC 8 /CS /G ID " + b"x" * 5000).bytes())


def with_image(entries, text=lines(MINUTES), box=A4):
    pdf = Pdf()
    pdf.resources += b" /XObject << /X 6 0 R >>"
    pdf.page(text + b"q 100 0 0 100 50 50 cm /X Do Q\n", box=box)
    pdf.add(stream(b"\x10" * 500, b"/Type /XObject /Subtype /Image " + entries))
    return pdf.bytes()


def many_scans(count):
    """Pages of noise, which looks like text and is none."""
    pdf = Pdf()
    pdf.resources += b" /XObject << /X 900 0 R >>"
    for _ in range(count):
        pdf.page(b"q 500 0 0 700 40 60 cm /X Do Q\n")
    noise = random.Random("scan").randbytes(200 * 280)
    pdf.objects[900] = flate(noise, b"/Type /XObject /Subtype /Image /Width 200 /Height 280 /BitsPerComponent 8 /ColorSpace /DeviceGray")
    return pdf.bytes()
