"""The commands that the README shows, held against the scripts and against `paragraf --help`."""
import os
import re
import shlex
import subprocess

from tracked import ROOT, text_of

PROGRAM = os.environ.get("PARAGRAF", ".build/release/paragraf")
SEPARATORS = {"|", "||", "&&", ";", "&"}


def problems(readme):
    shown = list(shown_commands(readme))
    for words in shown:
        if words[0].startswith(("scripts/", ".ci/")):
            yield from script_problems(words)
        elif words[0] in ("paragraf", ".build/release/paragraf"):
            yield from program_problems(words)
    yield from untold(readme)


def shown_commands(readme):
    """The words of every command in the README's sh blocks and between its backticks, without variables set before it."""
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    for line in [*lines, *re.findall(r"`(paragraf [^`\n]+)`", readme)]:
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        yield from split_at_separators(list(lexer))


def split_at_separators(words):
    command = []
    for word in [*words, ";"]:
        if word not in SEPARATORS:
            command.append(word)
            continue
        while command and re.fullmatch(r"\w+=.*", command[0]):
            command.pop(0)
        if command:
            yield command
        command = []


def options(words):
    return [word.partition("=")[0] for word in words if re.match(r"--\w", word)]


def script_problems(words):
    path = ROOT / words[0]
    if not os.access(path, os.X_OK):
        yield f"shows {words[0]}, which is no script here"
        return
    for option in options(words):
        if option not in text_of(words[0]):
            yield f"shows {words[0]} {option}, which the script does not know"


def help_of(subcommands):
    if not (ROOT / PROGRAM).exists():
        raise SystemExit(f"{PROGRAM} is not there: swift build -c release")
    run = subprocess.run([ROOT / PROGRAM, *subcommands, "--help"], capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(f"{PROGRAM} {' '.join(subcommands)} --help failed: {run.stderr.strip()}")
    return run.stdout


def subcommands_in(help_text):
    listed = help_text.partition("\nSUBCOMMANDS:\n")[2].partition("\n\n")[0]
    return re.findall(r"^  ([a-z][\w-]*)", listed, re.MULTILINE)


def program_problems(words):
    subcommands, help_text = [], help_of([])
    for word in words[1:]:
        known = subcommands_in(help_text)
        if not known or word.startswith("-"):
            break
        if word not in known:
            yield f"shows `{' '.join(words)}`: paragraf has no command {' '.join([*subcommands, word])}"
            return
        subcommands.append(word)
        help_text = help_of(subcommands)
    for option in options(words):
        if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", help_text):
            yield f"shows `{' '.join(words)}`: {' '.join(['paragraf', *subcommands])} has no option {option}"


def untold(readme):
    """Commands of the program and scripts that the README does not name."""
    for name in leaf_commands([]):
        if not re.search(rf"paragraf {name}\b", readme):
            yield f"does not tell of `paragraf {name}`"
    for path in sorted((ROOT / "scripts").iterdir()):
        if path.is_file() and os.access(path, os.X_OK) and f"scripts/{path.name}" not in readme:
            yield f"does not tell of scripts/{path.name}"


def leaf_commands(above):
    for name in subcommands_in(help_of(above)):
        if name == "help":
            continue
        below = list(leaf_commands([*above, name]))
        yield from below or [" ".join([*above, name])]
