"""Good documents with their bytes harmed: cut off, flipped, moved, sent through what was not made for them."""
import functools
import gzip
import random

from .case import Case

FLIPS = [1, 10, 100, 1000]


def cases(good):
    """`good` is {name: bytes}."""
    for name, data in good.items():
        for part in (1, 10, 30, 50, 70, 90, 99):
            yield Case(f"cut-{part}-{name}", lambda data=data, part=part: data[:len(data) * part // 100], quick=(part, name[0]) == (50, "k"))
        for bytes_short in (1, 8, 40):
            yield Case(f"short-{bytes_short}-{name}", lambda data=data, n=bytes_short: data[:-n])
        for count in FLIPS:
            yield Case(f"flipped-{count}-{name}", functools.partial(flipped, name, data, count), quick=(count, name[0]) == (100, "s"))
        yield Case(f"digits-{name}", functools.partial(other_digits, name, data), quick=name[0] == "b")
    name, data = next(iter(good.items()))
    for kind, harm in HARMS.items():
        yield Case(f"{kind}-{name}", functools.partial(harm, data))


def flipped(name, data, count):
    chance = random.Random(f"flipped {name} {count}")
    harmed = bytearray(data)
    for _ in range(count):
        harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def other_digits(name, data):
    """One digit in fifty outside streams becomes another: lengths, references and offsets lie."""
    chance = random.Random(f"digits {name}")
    parts = data.split(b"stream")
    for index in range(0, len(parts), 2):
        parts[index] = bytes(0x30 + chance.randrange(10) if 0x30 <= byte <= 0x39 and chance.random() < 0.02 else byte for byte in parts[index])
    return b"stream".join(parts)


def middle(data):
    return len(data) // 3, len(data) // 2


def doubled(data):
    first, last = middle(data)
    return data[:last] + data[first:]


def swapped(data):
    first, last = middle(data)
    return data[:first] + data[last:] + data[first:last]


def zeroed(data):
    first, last = middle(data)
    return data[:first] + bytes(last - first) + data[last:]


HARMS = {
    "doubled-block": doubled,
    "swapped-blocks": swapped,
    "zeroed-block": zeroed,
    "hole": lambda data: data[:len(data) // 3] + data[len(data) // 2:],
    "extra-bytes": lambda data: data[:len(data) // 3] + random.Random("extra").randbytes(997) + data[len(data) // 3:],
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "no-newlines": lambda data: data.replace(b"\n", b""),
    "seven-bits": lambda data: bytes(byte & 0x7F for byte in data),
    "as-utf8": lambda data: data.decode("latin-1").encode("utf-8"),
    "lost-letters": lambda data: data.decode("ascii", errors="replace").encode("utf-8"),
    "upper-case": bytes.upper,
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "backwards": lambda data: data[::-1],
    "twice": lambda data: data + data,
    "zeros-after": lambda data: data + bytes(1_000_000),
    "garbage-after": lambda data: data + random.Random("after").randbytes(1_000_000),
}
