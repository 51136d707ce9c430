"""The project's own text files: those that git tracks or would add."""
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def text_files(*folders):
    """Paths from the root, sorted, below the folders given (all where none is); files that are not UTF-8 text are left out."""
    command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *folders]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    return sorted(name for name in set(listed) if name and text_of(name) is not None)


def text_of(name):
    """A file's text; None where it is gone, a link or no UTF-8 text."""
    path = ROOT / name
    if not path.is_file() or path.is_symlink():
        return None
    data = path.read_bytes()
    try:
        return None if b"\0" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def lines_of(name):
    """The lines of a list file, without comments and empty lines."""
    lines = (line.split("#")[0].strip() for line in text_of(name).splitlines())
    return [line for line in lines if line]
