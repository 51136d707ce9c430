# Sourced by scripts/check and scripts/test: runs parts one by one and says at the end, in one line, which failed.
# A part that exits with 77 was skipped and has said why.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
passed=0 failed=() skipped=()

# step NAME COMMAND...
step() {
  local name=$1 status=0 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@" || status=$?
  case $status in
    0) passed=$((passed + 1)) ;;
    77) skipped+=("$name") ;;
    *) failed+=("$name") ;;
  esac
  printf '   (%s, %d s)\n' "$name" $((SECONDS - start))
}

# needed NAME COMMAND...: a part that the ones after it cannot do without.
needed() {
  local before=${#failed[@]}
  step "$@"
  if [[ ${#failed[@]} -gt $before ]]; then finish "; what needs it was not run"; fi
}

commas() { printf '%s, ' "$@" | sed 's/, $//'; }

# finish [NOTE]: the last line, and the exit code.
finish() {
  local note=''
  if [[ ${#skipped[@]} -gt 0 ]]; then note=" ($(commas "${skipped[@]}") skipped)"; fi
  echo
  if [[ ${#failed[@]} -gt 0 ]]; then
    echo "scripts/${0##*/}: failed: $(commas "${failed[@]}")${1:-}$note"
    exit 1
  fi
  echo "scripts/${0##*/}: all $passed parts passed$note"
  exit 0
}

# Tests are built optimised too, with the command: one build serves the tests, the scores and the user.
# The flag fails an import of a target that Package.swift does not declare; it costs no compilation of its own.
build() { swift build -c release --build-tests --quiet --explicit-target-dependency-import-check error; }

# The checks that need no build, quickest first.
read_checks() {
  step "format" scripts/checks/format
  step "top level" scripts/checks/top-level
  step "file lengths" scripts/checks/file-lengths
  step "arrows between targets" scripts/checks/arrows
  step "own words" scripts/checks/own-words
  step "borrowed text" scripts/checks/borrowed
}

# The checks that ask the built program.
program_checks() {
  step "rules" scripts/checks/rules
  step "rule schema" scripts/checks/rule-schema
  step "guide to the rules" scripts/checks/guide
  step "README" scripts/checks/readme
  step "evaluation" scripts/checks/evaluation
}
