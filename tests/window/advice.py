"""What the expert would do from here, as somebody who asks for advice sees it."""
import json
import re
import shlex
import sqlite3
import subprocess

from drive import Failure


class Advice:
    """The recording so far, gone on with by the expert alone; with a fault also how far its steps are."""

    def __init__(self, program, record, fault=None):
        self.program, self.record, self.fault = program, record, fault

    def ask(self):
        copy = self.record.with_name("advice.drill")
        for file in self.record.parent.glob("advice.drill*"):
            file.unlink()
        with sqlite3.connect(f"file:{self.record}?mode=ro", uri=True, timeout=10) as now, sqlite3.connect(copy) as then:
            now.backup(then)
            then.execute("update meta set value = '' where name = 'posts'")
            said = then.execute("select count(*) from commands where branch = (select max(number) from branches)")
            self.said = said.fetchone()[0]
            self.now = then.execute("select reached from branches order by number desc").fetchone()[0]
        then.close()
        # It ends with 1 where the day does not become what it should; that is not asked here.
        done = subprocess.run([self.program, "continue", copy, "--quiet"], stdout=subprocess.DEVNULL)
        if done.returncode > 1:
            raise Failure(f"the expert does not go on from here: {copy}")
        self.lines = steps_of(shown(self.program, copy), self.fault) if self.fault else []
        with sqlite3.connect(copy) as base:
            rows = list(base.execute("select time, sentence from commands where branch = (select max(number) from"
                                     " branches) order by number"))
        base.close()
        self.next = []
        for moment, sentence in rows[self.said:]:
            found = re.fullmatch(r"as (\w+): (.*)", sentence)
            if found:
                self.next.append((moment, found[1], shlex.split(found[2], posix=False)))
        return self

    def over(self):
        """Every step of the fault is decided by now."""
        return bool(self.lines) and all(line["state"] == "done" and micro(line["decided"]) <= self.now
                                        for line in self.lines)


def shown(program, file):
    return json.loads(subprocess.run([program, "show", file, "--json"], check=True, capture_output=True,
                                     text=True).stdout)


def steps_of(shown, fault):
    return [line for name, line in shown["grade"].items()
            if name.startswith(f"{fault}.") and line["kind"] == "step"]


def micro(clock):
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1e6)
