#!/bin/bash
# Kills real-time drills with SIGKILL at random moments: every recording opens, verifies and misses at
# most half a second (that is asked under POLLDRILL_LONG only, for it depends on what else the machine
# does); the first of them is then gone on with to its end.
#
#   tests/tools/kill.sh PROGRAM
#
# 8 moments, 50 with POLLDRILL_LONG set.
set -euo pipefail
export LC_ALL=C # $EPOCHREALTIME with a point
cd "$(dirname "$0")/../.."
program=$1
times=8
most_missed=30
if [[ ${POLLDRILL_LONG:-} ]]; then
    times=50
    most_missed=0.5
fi
at_once=4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
start=$((6 * 3600 + 30 * 60)) # of the scenario, seconds

seconds() { # of "HH:MM:SS[.ffffff]"
    awk -F: '{ print $1 * 3600 + $2 * 60 + $3 }' <<<"$1"
}

one() { # NUMBER
    local file=$work/$1.drill began ended reached
    "$program" play scenarios/polling_day.yaml --seed "$1" --rate 1 --quiet --record "$file" &
    local drill=$!
    until [[ -s $file && ! -e $file-journal ]]; do sleep 0.005; done
    began=$EPOCHREALTIME
    sleep "$(printf '%d.%03d' $((RANDOM % 5)) $((RANDOM % 1000)))"
    kill -KILL $drill
    ended=$EPOCHREALTIME
    wait $drill 2>/dev/null || true
    "$program" verify "$file" --json >"$work/$1.json" || {
        echo "$1: does not verify after the kill" >&2
        cat "$work/$1.json" >&2
        return 1
    }
    reached=$(sed -nE 's/.*"reached": "([^"]+)".*/\1/p' "$work/$1.json")
    awk -v began="$began" -v ended="$ended" -v start="$start" -v reached="$(seconds "$reached")" \
        -v number="$1" -v most="$most_missed" 'BEGIN {
            missed = (ended - began) - (reached - start)
            printf "%d: killed after %.2f s, missed %.2f s\n", number, ended - began, missed
            exit missed > most
        }'
}

failed=0
for ((i = 0; i < times; i += at_once)); do
    jobs=()
    for ((j = i + 1; j <= i + at_once && j <= times; j++)); do
        one "$j" &
        jobs+=($!)
    done
    for job in "${jobs[@]}"; do wait "$job" || failed=$((failed + 1)); done
done

"$program" continue "$work/1.drill" --quiet || (($? == 1)) || failed=$((failed + 1))
"$program" verify "$work/1.drill" || failed=$((failed + 1))
[[ -e $work/1.drill.cut-off ]] || failed=$((failed + 1))
exit $((failed > 0))
