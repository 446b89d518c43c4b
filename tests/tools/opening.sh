#!/bin/bash
# A station opened by hand, by typed sentences alone: recorded, verified, graded in full.
#
#   tests/tools/opening.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" hand scenarios/opening.yaml --trainee Asel --language en --record "$work/hand.drill" \
    <tests/tools/opening.txt >"$work/said" || {
    echo "the drill was not passed: exit $?" >&2
    tail -60 "$work/said" >&2
    exit 1
}
"$program" verify "$work/hand.drill"
if grep -n -e '^No\.' -e 'not yours' "$work/said"; then
    echo "a sentence was refused" >&2
    exit 1
fi
grep -qE '^Grade: ([0-9]+)/\1  passed' "$work/said" || {
    echo "not full marks" >&2
    sed -n '/^Missed/,$p' "$work/said" >&2
    exit 1
}
