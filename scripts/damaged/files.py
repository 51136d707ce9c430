"""Files that are no PDF, or that only begin as one."""
import random

from .case import Case, read, refused
from .writer import TITLE, minutes

HTML = "<!DOCTYPE html><html><body><p>Sessionen har l\u00f6pt ut. Logga in igen.</p></body></html>\n".encode()


def cases():
    yield refused("empty", lambda: b"", "tom", quick=True)
    yield refused("one-byte", lambda: b"%", "ingen PDF")
    yield refused("html-page", lambda: HTML * 40, "ingen PDF", quick=True)
    yield refused("plain-text", lambda: "Protokoll f\u00f6rt vid sammantr\u00e4de\n".encode() * 100, "ingen PDF")
    yield refused("utf-16", lambda: minutes().bytes().decode("latin-1").encode("utf-16"), "ingen PDF")
    yield refused("white-space", lambda: b" \n" * 5000, "ingen PDF")
    yield refused("zeros", lambda: bytes(100_000), "ingen PDF")
    yield refused("noise", lambda: random.Random("noise").randbytes(100_000), "ingen PDF")
    yield refused("a-program", lambda: b"\x7fELF" + bytes(5000), "ingen PDF")
    yield refused("a-zip", lambda: b"PK\x03\x04" + bytes(5000), "ingen PDF")
    yield refused("an-old-office-file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "ingen PDF")
    yield refused("header-alone", lambda: b"%PDF-1.7\n", "skadad", quick=True)
    yield refused("header-and-end", lambda: b"%PDF-1.7\n%%EOF\n", "skadad")
    yield refused("header-and-noise", lambda: b"%PDF-1.7\n" + random.Random("header").randbytes(100_000), "skadad")
    yield refused("header-and-html", lambda: b"%PDF-1.7\n" + HTML, "skadad")
    yield Case("header-cut", lambda: b"%PDF-")
    yield read("header-late", lambda: b"HTTP/1.1 200 OK\r\n" * 20 + b"\r\n" + minutes().bytes(), TITLE, quick=True)
    yield Case("header-at-the-last-place", lambda: b"x" * 1019 + minutes().bytes())
    yield refused("header-too-late", lambda: b"x" * 1100 + minutes().bytes(), "ingen PDF")
    yield read("byte-order-mark", lambda: b"\xef\xbb\xbf" + minutes().bytes(), TITLE)
    yield read("version-9", lambda: minutes().bytes(version=b"9.9"), TITLE)
    yield read("version-nonsense", lambda: minutes().bytes(version=b"x.\xff"), TITLE)
    yield Case("two-files-in-one", lambda: minutes().bytes() + minutes().bytes())
