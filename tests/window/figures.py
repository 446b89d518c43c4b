"""The figures of the protocol, read off the papers that show them."""
import re

# By line of the protocol: the paper and the words before the figures that are added up.
SOURCES = {
    "voters_in_list": ("tally", "Voters in the paper list"),
    "received": ("tally", "Ballot sheets received"),
    "issued_station": ("tally", "Ballots handed out, by the tally sheet of the list desk"),
    "voters_total": ("tally", "Signatures in the paper list"),
    "cancelled": ("tally", "Unused ballot sheets"),
    "spoiled": ("tally", "Spoiled ballots"),
    "scanner": ("tally", "Ballots of the main compartment", "Ballots of the compartment for invalid ones"),
    "emergency": ("tally", "Ballots of the emergency bin"),
    "valid": ("tally", "Valid ballots, by hand"),
    "invalid": ("tally", "Invalid ballots, by hand"),
    "machine_ballots": ("results_tape", "Ballots counted"),
    "machine_invalid": ("results_tape", "Without a mark", "With too many marks"),
}
# Nobody votes early, outside or into another box here, and nobody is added to the list.
NONE = ("added", "issued_early", "issued_outside", "mobile", "stationary")


def source_of(line):
    """The paper and the beginnings of its lines, or nothing where there is nothing to be counted."""
    if line in NONE:
        return None
    found = re.fullmatch(r"(candidate|machine)_(\d+)", line)
    if found:
        return ("tally" if found[1] == "candidate" else "results_tape"), f"{found[2]}. "
    return SOURCES[line]


def figure(paper, beginnings):
    """The sum of the figures at the end of those lines; nothing when one is missing."""
    total = 0
    for begin in beginnings:
        exact = rf"^{re.escape(begin)}[^:\n]*: (\d+)$" if begin.endswith(". ") else rf"^{re.escape(begin)}: (\d+)$"
        found = re.search(exact, paper, re.M)
        if not found:
            return None
        total += int(found[1])
    return str(total)
