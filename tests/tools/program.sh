#!/bin/bash
# What the program says when it ends, seen from outside.
#
#   tests/tools/program.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export POLLDRILL_ASSETS=$PWD/assets
failed=0

expect() { # EXIT WHAT COMMAND…
    local wanted=$1 what=$2 got=0
    shift 2
    "$@" >"$work/out" 2>"$work/err" || got=$?
    if ((got != wanted)); then
        echo "$what: exit $got instead of $wanted" >&2
        tail -n 5 "$work/out" "$work/err" >&2
        failed=$((failed + 1))
    fi
}
said() { # WORDS: on either stream of the last command
    grep -qF -- "$1" "$work/out" "$work/err" || {
        echo "not said: $1" >&2
        tail -n 5 "$work/out" "$work/err" >&2
        failed=$((failed + 1))
    }
}

# Bad use and bad input.
if "$program" --help | grep -q "^  window"; then
    expect 1 "no command, and no display" env -u DISPLAY -u WAYLAND_DISPLAY "$program"
    said "no display"
else
    expect 2 "no command" "$program"
fi
expect 2 "unknown command" "$program" dance
expect 0 "help" "$program" --help
said "polldrill play"
for command in play hand continue study verify replay show check schema list bench; do
    expect 0 "help of $command" "$program" $command --help
done
expect 2 "no such scenario" "$program" play "$work/none.yaml"
expect 2 "no such crew" "$program" play scenarios/opening.yaml --crew skip:1
said "skip:N"
expect 2 "bad rate" "$program" play scenarios/opening.yaml --rate fast
expect 2 "bad sentence" "$program" play scenarios/opening.yaml --at "07:00 inject scaner_jam_entry"
said "scanner_jam_entry"
expect 2 "unknown cause" \
    "$program" play scenarios/opening.yaml --at "07:00 inject scanner_jam_entry gripp=0.4"
said "entry_grip"
expect 2 "bad share" \
    "$program" play scenarios/opening.yaml --at "07:00 inject scanner_jam_entry grip=40"
said "0 … 100 %"
expect 2 "no such days" "$program" study scenarios/opening.yaml --seeds 9..1
said "A..B"
expect 2 "no such parameter" "$program" study scenarios/opening.yaml --set scanner.jam_chanse=1%
said "did you mean"
expect 2 "a value out of range" \
    "$program" study scenarios/opening.yaml --set "scanner.jam_chance=200 %"
said "100 %"
expect 2 "figures that cannot be written" \
    "$program" study scenarios/opening.yaml --seeds 1 --csv "$work/none/a.csv"
said "cannot be written"
cat >"$work/evidence.yaml" <<END
evidence: evidence
title: {en: a, ru: a, ky: a}
figures:
  - {figure: jam_sharre, text: {en: a, ru: a, ky: a}, low: 3 s, sources: [V1], colour: red}
END
expect 2 "public figures with mistakes" \
    "$program" study scenarios/opening.yaml --seeds 1 --against "$work/evidence.yaml"
said "evidence.yaml:4:"
said "jam_share"
said "colour"
# A study is the same by one job and by three, and lies beside the public figures.
expect 0 "a study" "$program" study scenarios/opening.yaml --seeds 3..8 --jobs 1 \
    --csv "$work/one.csv" --against assets/evidence.yaml
said "VVSG 2.0"
cp "$work/out" "$work/one.txt"
expect 0 "the same study by three" "$program" study scenarios/opening.yaml --seeds 3..8 --jobs 3 \
    --csv "$work/three.csv" --against assets/evidence.yaml
cmp "$work/one.txt" "$work/out" && cmp "$work/one.csv" "$work/three.csv" || failed=$((failed + 1))
if "$program" --help | grep -q "^  handbook"; then
    expect 2 "a handbook of no kind" "$program" handbook -o "$work/a.txt"
    said ".pdf or .html"
    expect 1 "a handbook that cannot be written" "$program" handbook -o "$work/none/a.pdf"
    expect 0 "a handbook" "$program" handbook -o "$work/a.pdf"
    expect 0 "a handbook in Kyrgyz" "$program" handbook --language ky -o "$work/a.html"
fi
expect 2 "bad rate, told in Russian" \
    "$program" play scenarios/opening.yaml --rate fast --language ru
said "--rate — число"
expect 2 "a missing word, told in Kyrgyz" "$program" play --language ky
said "жетишпейт"
expect 2 "no such file, told in Kyrgyz" "$program" verify "$work/none.drill" --language ky
said "мындай файл жок"
expect 2 "bad language" "$program" list verbs --language de
printf 'scenario: broken\ntitel: {}\n' >"$work/broken.yaml"
expect 2 "broken file" "$program" check "$work/broken.yaml"
said "broken.yaml:2:1"
expect 0 "good files" "$program" check scenarios/*.yaml
for kind in parts verbs signals parameters faults scenarios; do
    expect 0 "list $kind" "$program" list $kind
    expect 0 "list $kind as JSON" "$program" list $kind --json
done
for kind in scenario equipment fault procedure; do
    expect 0 "schema $kind" "$program" schema $kind
done

# A drill that is passed, one that is not, and their recordings.
expect 0 "expert" "$program" play scenarios/opening.yaml --record "$work/a.drill" --json
said '"finished": true'
said '"missed": []'
said '"identified_by_hour"'
expect 1 "idle" "$program" play scenarios/opening.yaml --crew idle --record "$work/b.drill" --json
said '"opening.convene"'
expect 0 "verify" "$program" verify "$work/a.drill"
expect 0 "verify idle" "$program" verify "$work/b.drill" --json
expect 0 "replay" "$program" replay "$work/a.drill" --language ky
for language in en ru ky; do
    expect 0 "show in $language" "$program" show "$work/a.drill" --language $language
    cp "$work/out" "$work/$language"
done
cmp -s "$work/en" "$work/ru" && { echo "Russian is English" >&2; failed=$((failed + 1)); }
cmp -s "$work/ky" "$work/ru" && { echo "Kyrgyz is Russian" >&2; failed=$((failed + 1)); }
expect 0 "show as JSON" "$program" show "$work/a.drill" --json
expect 0 "state" "$program" show "$work/a.drill" --at 07:10
said "scanner.screen"
expect 0 "state as JSON" "$program" show "$work/a.drill" --at 07:10 --json
expect 2 "no time" "$program" show "$work/a.drill" --at noon
expect 2 "nothing to go on with" "$program" continue "$work/a.drill"
expect 1 "a recording is never written over" \
    "$program" play scenarios/opening.yaml --record "$work/a.drill" --quiet
said "a file of that name exists"

# Damaged and missing files.
expect 2 "missing" "$program" verify "$work/none.drill"
echo "nothing" >"$work/text.drill"
expect 3 "no recording" "$program" verify "$work/text.drill"
expect 3 "no recording to show" "$program" show "$work/text.drill"
head -c 100000 "$work/a.drill" >"$work/short.drill"
expect 3 "half a file" "$program" verify "$work/short.drill"
cp "$work/a.drill" "$work/changed.drill"
offset=$(grep -abo 'convene commission' "$work/changed.drill" | tail -1 | cut -d: -f1)
printf 'x' | dd of="$work/changed.drill" bs=1 seek="$offset" conv=notrunc status=none
expect 3 "a changed letter" "$program" verify "$work/changed.drill"

# A disk that is full, a folder that is closed: said, and the drill goes on.
full() { (ulimit -f 200 && exec "$@"); }
expect 1 "full disk" full "$program" play scenarios/opening.yaml --record "$work/full.drill" --json
said "the drill goes on"
said '"finished": true'
expect 1 "closed folder" "$program" play scenarios/opening.yaml --record /proc/none/a.drill --json
said "not recorded"
said '"finished": true'

# A conversation: the same input gives the same drill.
for name in c d; do
    printf 'help\nlook scanner\nas chair: convene commission\nchecklist\nwait 5 min\nquit\n' |
        "$program" hand scenarios/opening.yaml --record "$work/$name.drill" --language en \
            >"$work/out.$name" || (($? == 1))
    expect 0 "verify $name" "$program" verify "$work/$name.drill"
done
cmp "$work/out.c" "$work/out.d" || failed=$((failed + 1))
grep -q "06:30:00 chair>" "$work/out.c" || { echo "no prompt" >&2; failed=$((failed + 1)); }

# A conversation that is killed while it waits for a line has kept all that was said; it goes on.
mkfifo "$work/lines"
"$program" hand scenarios/opening.yaml --record "$work/k.drill" <"$work/lines" >"$work/out" &
talk=$!
exec 3>"$work/lines"
echo "as chair: convene commission" >&3
for ((i = 0; i < 600; i++)); do # until it asks for the next line, on a machine however slow
    grep -q "06:33:00 chair>" "$work/out" && break
    sleep 0.1
done
sleep 1.5
kill -KILL $talk
wait $talk 2>/dev/null || true
exec 3>&-
expect 0 "verify after a kill" "$program" verify "$work/k.drill"
said "1 commands"
talk_on() { echo quit | "$program" continue "$work/k.drill" --language en; }
expect 1 "go on after a kill" talk_on
said "06:33:00 chair>"
expect 0 "verify after going on" "$program" verify "$work/k.drill"

exit $((failed > 0))
