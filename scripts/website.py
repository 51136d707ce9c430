"""A server over an archive of sample documents, for scripts that use the web pages and the API."""
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PARAGRAF = os.environ.get("PARAGRAF", str(REPOSITORY / ".build/release/paragraf"))
SAMPLES = ["kf-2024-06-17.pdf", "ks-2024-05-28.pdf", "sn-2024-04-24.pdf", "sn-au-2024-04-10.pdf", "sn-arsredovisning-2022.pdf",
           "sn-arsredovisning-2023.pdf"]


class Server:
    """`paragraf serve` over an archive, until the block ends."""

    program = PARAGRAF

    def __init__(self, archive=None):
        self.folder = tempfile.TemporaryDirectory()
        self.archive = archive

    def __enter__(self):
        if not self.archive:
            self.archive = f"{self.folder.name}/paragraf.db"
            files = [str(REPOSITORY / "corpus" / name) for name in SAMPLES]
            subprocess.run([PARAGRAF, "index", *files, "--archive", self.archive, "--ocr", "never"], check=True, capture_output=True)
        start = time.monotonic()
        self.process = subprocess.Popen([PARAGRAF, "serve", "--archive", self.archive, "--port", "0"], stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        self.seconds = time.monotonic() - start
        self.address = re.search(r"http://\S+?(?=/ )", line)[0]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        if self.process.wait(timeout=20) != 0:
            raise SystemExit("the server did not end cleanly")
        self.folder.cleanup()
