"""Holds the JSON API of a running server against its own OpenAPI document, over an archive of the sample documents: the document is valid OpenAPI 3.1, and
schemathesis asks what it allows (the answers must have the promised shape) and what it forbids (it must be refused, as a problem document)."""
import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

from website import Server

# Cookies and host names are the pages' affair; the API has no parts that come and go.
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
          "response_schema_conformance", "negative_data_rejection", "positive_data_acceptance", "unsupported_method",
          "allow_header_conformance"]
SEED = 20240617


def fetch(address, headers={}, method="GET"):
    """Status, headers and body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers, method=method)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def configuration(server, folder):
    """What schemathesis cannot guess: ids that there are, so that answers are looked at and not only refusals."""
    documents = json.loads(fetch(f"{server.address}/api/v1/documents")[2])["documents"]
    minutes = next(document for document in documents if document["type"] == "protokoll")
    number = json.loads(fetch(server.address + minutes["links"]["self"])[2])["paragraphs"][0]["number"]
    path = Path(folder) / "schemathesis.toml"
    path.write_text(f'[parameters]\n"path.id" = "{minutes["id"]}"\n"path.key" = "{number}"\n')
    return path


def asks(server, seconds):
    """What schemathesis holds against the API; its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "schemathesis.cli", "--config-file", configuration(server, folder), "run",
                   f"{server.address}/api/v1/openapi.json", "--checks", ",".join(CHECKS), "--max-time", str(seconds), "--seed", str(SEED),
                   "--workers", "2", "--no-color", "--warnings", "off", "--suppress-health-check", "all"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**os.environ, "COLUMNS": "140"})
    print("\n".join(done.stdout.splitlines()[-80 if done.returncode else -14:]))
    return done.returncode


def promises(server):
    """What no shape tells: tags, heads, the same facts as the program's own, errors outside the known addresses."""
    root = f"{server.address}/api/v1"
    status, headers, body = fetch(f"{root}/documents?limit=1")
    document = json.loads(body)["documents"][0]
    yield "an answer has a tag", status == 200 and headers["ETag"]
    yield "an answer that is the same is not sent again", fetch(f"{root}/documents?limit=1", {"If-None-Match": headers["ETag"]})[0] == 304
    yield "another question has another tag", fetch(f"{root}/documents?limit=2", {"If-None-Match": headers["ETag"]})[0] == 200
    status, headers, empty = fetch(f"{root}/status", method="HEAD")
    yield "HEAD has the head and no body", status == 200 and headers["Content-Length"] != "0" and not empty
    own = subprocess.run([server.program, "show", document["id"], "--format", "json", "--archive", server.archive], capture_output=True, check=True)
    yield "a document's facts are those of the program", fetch(server.address + document["links"]["self"])[2] == own.stdout.rstrip(b"\n")
    for path, code in [("/api/", 404), ("/api/v2/search", 404), ("/api/v1/nowhere", 404), ("/api/v1/search?q=a&colour=red", 400),
                       ("/api/v1/search?q=" + "a" * 100_000, 414), ("/api/v1/documents/..%2f..%2fetc%2fpasswd", 400)]:
        status, headers, body = fetch(server.address + path)
        problem = json.loads(body) if headers["Content-Type"] == "application/problem+json" else {}
        yield f"{path[:50]} is a problem document of {code}", status == code and problem.get("status") == code and problem.get("detail")
    yield "it names the parameter", json.loads(fetch(f"{root}/search?q=a&colour=red")[2])["parameter"] == "colour"


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with Server() as server:
        OpenAPIV31SpecValidator(json.loads(fetch(f"{server.address}/api/v1/openapi.json")[2])).validate()
        broken = [what for what, holds in promises(server) if not holds]
        for what in broken:
            print(f"  not so: {what}")
        code = asks(server, seconds)
    print(f"scripts/api: {'failed' if broken or code else 'passed'}")
    return 1 if broken or code else 0


sys.exit(main())
