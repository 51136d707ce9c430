"""The fonts of the looks, from Debian's packages, and the two fonts whose ligatures PDF readers get wrong."""

import io
import logging

from fontTools.ttLib import TTFont as RawFont
from reportlab.pdfbase import pdfmetrics, ttfonts

logging.getLogger("fontTools").setLevel(logging.ERROR)  # it finds Carlito's date of making strange
TRUETYPE = "/usr/share/fonts/truetype"
FAMILIES = {
    "serif": f"{TRUETYPE}/liberation/LiberationSerif-{{}}.ttf",
    "sans": f"{TRUETYPE}/liberation/LiberationSans-{{}}.ttf",
    "carlito": f"{TRUETYPE}/crosextra/Carlito-{{}}.ttf",
}
# As office programs write them: the glyph of "ti" said to be Ɵ, that of "tt" Ʃ; and the same glyphs said to be spaces.
MISMAPPED = [("tt", "\u01a9"), ("ti", "\u019f"), ("ffi", "\ufb03"), ("ff", "\ufb00"), ("fi", "\ufb01")]
DROPPED = [("tt", "\ue001"), ("ti", "\ue002")]


def ligature_glyph(font, letters):
    """The name of the font's own ligature glyph for the letters."""
    cmap = font.getBestCmap()
    names = [cmap[ord(c)] for c in letters]
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 4:
                continue
            for ligature in table.ligatures.get(names[0], []):
                if ligature.Component == names[1:]:
                    return ligature.LigGlyph
    raise ValueError(f"no ligature for {letters}")


def prepared(path, name=None, pairs=()):
    """The font file without hinting (the PDFs stay small), each ligature glyph of `pairs` under the character that it is to be taken for.

    `name` is its own PostScript name: reportlab takes fonts of one name for one font."""
    font = RawFont(path)
    for record in font["name"].names:
        if name and record.nameID == 6:
            record.string = name
    for glyph in font.getGlyphOrder():
        font["glyf"][glyph].removeHinting()
    for tag in ("fpgm", "prep", "cvt "):
        if tag in font:
            del font[tag]
    for letters, character in pairs:
        glyph = ligature_glyph(font, letters)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(character)] = glyph
    out = io.BytesIO()
    font.recalcTimestamp = False
    font.save(out)
    out.seek(0)
    return out


def spaces_for_private_use(original):
    """reportlab's ToUnicode map, with the characters of DROPPED written as spaces."""
    private = {ord(c) for _, c in DROPPED}
    return lambda name, subset: original(name, [0x20 if c in private else c for c in subset])


def register():
    """Makes every family known as NAME and NAME-bold."""
    for family, path in FAMILIES.items():
        for suffix, face in (("", "Regular"), ("-bold", "Bold")):
            pdfmetrics.registerFont(ttfonts.TTFont(family + suffix, prepared(path.format(face))))
    for family, pairs in (("mismapped", MISMAPPED), ("dropped", DROPPED)):
        for suffix, face in (("", "Regular"), ("-bold", "Bold")):
            pdfmetrics.registerFont(
                ttfonts.TTFont(
                    family + suffix, prepared(FAMILIES["carlito"].format(face), f"Carlito-{family}{suffix}", pairs)
                )
            )
    ttfonts.makeToUnicodeCMap = spaces_for_private_use(ttfonts.makeToUnicodeCMap)


def substitute(text, family):
    """The text with the letters that the family sets as ligatures."""
    for letters, character in {"mismapped": MISMAPPED, "dropped": DROPPED}.get(family, []):
        text = text.replace(letters, character)
    return text
