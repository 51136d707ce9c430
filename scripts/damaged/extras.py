"""What a document may carry beside its pages: passwords, scripts, attached files, forms, bookmarks, descriptions."""
import functools
import hashlib

from .case import Case, read, refused
from .writer import MINUTES, TITLE, Pdf, lines, minutes, stream

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
ID = b"0123456789abcdef"


def cases():
    yield from passwords()
    yield from actions()
    yield from descriptions()
    yield from trees()


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 0xFF
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 0xFF
        j = (j + state[i]) & 0xFF
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 0xFF])
    return bytes(out)


def padded(password):
    return (password + PADDING)[:32]


def locked(user, owner):
    """Encrypted with 40 bits (ISO 32000-1, 7.6.3, algorithms 1 to 4)."""
    owner_entry = rc4(hashlib.md5(padded(owner or user)).digest()[:5], padded(user))
    key = hashlib.md5(padded(user) + owner_entry + (0xFFFFFFFC).to_bytes(4, "little") + ID).digest()[:5]
    pdf = minutes()
    content = rc4(hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10], lines(MINUTES))
    pdf.objects[4] = stream(content)
    pdf.trailer = b"/ID [<%s> <%s>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        ID.hex().encode(), ID.hex().encode(), owner_entry.hex().encode(), rc4(key, PADDING).hex().encode())
    return pdf.bytes()


def with_trailer(trailer):
    pdf = minutes()
    pdf.trailer = trailer
    return pdf.bytes()


def passwords():
    yield refused("locked-with-password", lambda: locked(b"hemligt", b"hemligare"), "l\u00f6senord", quick=True)
    yield read("locked-for-change-only", lambda: locked(b"", b"hemligt"), TITLE, quick=True)
    entries = {"empty": b"<< >>", "itself": b"1 0 R", "number": b"7", "missing": b"99 0 R", "unknown-handler": b"<< /Filter /Other /V 4 >>",
               "aes-without-keys": b"<< /Filter /Standard /V 5 /R 6 /P -4 >>", "keys-short": b"<< /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>",
               "length-huge": b"<< /Filter /Standard /V 2 /R 3 /Length 2147483647 /O <%s> /U <%s> /P -4 >>" % (b"61" * 32, b"61" * 32),
               "revision-99": b"<< /Filter /Standard /V 99 /R 99 /O <%s> /U <%s> /P -4 >>" % (b"61" * 32, b"61" * 32)}
    for name, entry in entries.items():
        yield Case(f"encrypt-{name}", functools.partial(with_trailer, b"/ID [<61> <61>] /Encrypt " + entry))


def with_catalog(entries, *objects):
    """Minutes whose catalog says more; the objects are numbered from 6."""
    pdf = minutes()
    for body in objects:
        pdf.add(body)
    pdf.objects[1] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % entries
    return pdf.bytes()


def actions():
    script = b"<< /S /JavaScript /JS (while \\(true\\) { app.alert\\('hej'\\); }) >>"
    kinds = {"javascript-on-opening": (b"/OpenAction " + script,), "javascript-named": (b"/Names << /JavaScript << /Names [(a) %s] >> >>" % script,),
             "launch": (b"/OpenAction << /S /Launch /F (/bin/sh) >>",), "web-address": (b"/OpenAction << /S /URI /URI (http://example.invalid/) >>",),
             "action-next-itself": (b"/OpenAction 6 0 R", b"<< /S /Named /N /NextPage /Next 6 0 R >>"),
             "attached-file": (b"/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", b"<< /Type /Filespec /F (../../etc/a.exe) /EF << /F 7 0 R >> >>", stream(b"MZ" * 5000, b"/Type /EmbeddedFile")),
             "attached-pdf": (b"/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> /Collection << /View /D >>", b"<< /Type /Filespec /F (inre.pdf) /EF << /F 7 0 R >> >>", stream(minutes().bytes(), b"/Type /EmbeddedFile")),
             "xfa-form": (b"/AcroForm << /Fields [] /XFA 6 0 R >>", stream(b"<xdp>" * 10_000)), "field-of-itself": (b"/AcroForm << /Fields [6 0 R] >>", b"<< /FT /Tx /T (a) /Kids [6 0 R] /Parent 6 0 R >>"),
             "signature-empty": (b"/AcroForm << /SigFlags 3 /Fields [6 0 R] >>", b"<< /FT /Sig /T (s) /V << /Type /Sig /ByteRange [0 9999999999 -5 7] /Contents <00> >> >>")}
    for name, parts in kinds.items():
        yield read(name, functools.partial(with_catalog, *parts), TITLE, quick=name in ("javascript-on-opening", "attached-pdf"))


def descriptions():
    infos = {"utf16-cut": b"<FEFF00420>", "utf16-half-pairs": b"<FEFFD800D800DC00>", "zeros": b"(\\000\\000Protokoll\\000)", "long": b"(" + b"t" * 1_000_000 + b")", "number": b"42", "itself": b"6 0 R"}
    for name, title in infos.items():
        def make(title=title):
            pdf = minutes()
            pdf.trailer = b"/Info << /Title %s /Author %s /CreationDate (D:99999999999999) >>" % (title, title)
            return pdf.bytes()
        yield read(f"title-{name}", make, TITLE, quick=name == "utf16-half-pairs")
    yield read("language-nonsense", lambda: with_catalog(b"/Lang <FEFFD800>"), TITLE)
    yield Case("version-in-catalog", lambda: with_catalog(b"/Version /99.99"))


def trees():
    kinds = {"bookmarks-loop": (b"/Outlines 6 0 R", b"<< /First 7 0 R /Last 7 0 R /Count 9 >>", b"<< /Title (a) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>"),
             "names-loop": (b"/Names << /Dests 6 0 R >>", b"<< /Kids [6 0 R 6 0 R] >>"), "labels-loop": (b"/PageLabels 6 0 R", b"<< /Kids [6 0 R] >>"),
             "labels-huge": (b"/PageLabels << /Nums [0 << /S /r /St 2147483647 >> -5 << /S /A >>] >>",),
             "structure-loop": (b"/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R", b"<< /Type /StructTreeRoot /K 7 0 R >>", b"<< /S /P /P 7 0 R /K [7 0 R 7 0 R] >>"),
             "layers-odd": (b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] /Order [6 0 R [6 0 R]] >> >>", b"<< /Type /OCG /Name 6 0 R >>")}
    for name, parts in kinds.items():
        yield Case(name, functools.partial(with_catalog, *parts))
    for name, annotation in {"annotation-itself": b"/Annots [6 0 R]", "annotation-no-box": b"/Annots [<< /Subtype /Link >>]", "annotations-100000": b"/Annots [" + b"<< /Subtype /Link /Rect [0 0 9 9] >> " * 100_000 + b"]"}.items():
        yield Case(name, functools.partial(lambda entries: minutes(entries=entries).bytes(), annotation))
