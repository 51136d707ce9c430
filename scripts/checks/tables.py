"""What the project says of its targets: the table of arrows, and Package.swift as SwiftPM reads it."""
import json
import subprocess

from tracked import ROOT, lines_of


def allowed_arrows():
    """Target -> the modules it may import (scripts/checks/arrows.txt)."""
    rows = (line.partition(":") for line in lines_of("scripts/checks/arrows.txt"))
    return {target.strip(): set(modules.split()) for target, _, modules in rows}


def package():
    """Package.swift as JSON."""
    command = ["swift", "package", "--package-path", str(ROOT), "dump-package"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def declared_arrows(manifest):
    """Target -> the modules that Package.swift lets it import; test targets left out."""
    targets = (target for target in manifest["targets"] if target["type"] != "test")
    return {target["name"]: {module_of(dependency) for dependency in target["dependencies"]} for target in targets}


def module_of(dependency):
    """{"byName": [name, condition]}, {"target": ...} or {"product": [name, package, ...]}: the name comes first."""
    return next(iter(dependency.values()))[0]
