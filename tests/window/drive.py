"""Drives the real window under Xvfb with real mouse and key events.

Events are aimed by the targets file, which the window keeps up to date with all that can be acted
on, and what comes next waits on that file or on the recording, never on time.
"""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds until something that does not come is a failure


class Failure(Exception):
    pass


class Window:
    def __init__(self, program, *arguments, by="mouse", size="1280x800"):
        self.by = by
        self.folder = Path(tempfile.mkdtemp(prefix="polldrill-window-"))
        self.targets = self.folder / "targets.json"
        self.recording = self.folder / "window.drill"
        self.environment = {**os.environ, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config"),
                            "XDG_DATA_HOME": str(self.folder / "data"),
                            "SDL_AUDIODRIVER": "dummy",
                            # The light of a room is worked out once for all runs.
                            "XDG_CACHE_HOME": str(ROOT / "build" / "cache"), "LC_ALL": "C.UTF-8"}
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "2560x1440x24", "-nolisten",
                                        "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DISPLAY"] = ":" + pipe.readline().strip()
        self.process = subprocess.Popen([program, "window", *arguments, "--targets", self.targets, "--size", size],
                                        cwd=ROOT, env=self.environment)
        self.state = {"frame": 0, "items": []}
        self.hand = None
        self.watch = lambda items: None  # looks at every state that is read
        self.until(lambda: self.state["items"], "the first frame")
        self.id = subprocess.run(["xdotool", "search", "--sync", "--name", "^Polldrill$"], env=self.environment,
                                 check=True, capture_output=True, text=True).stdout.split()[0]

    # Looking.

    def look(self):
        if self.process.poll() is not None:
            raise Failure(f"the window ended with {self.process.returncode}")
        try:
            self.state = json.loads(self.targets.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            pass
        self.items = {item["name"]: item for item in self.state["items"]}
        self.watch(self.items)
        return self.items

    def until(self, condition, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            self.look()
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                shown = " ".join(name for name, item in self.items.items() if item["visible"])
                raise Failure(f"no {what}; on the screen {self.state.get('screen')}: {shown}")
            time.sleep(0.01)

    def shows(self, name):
        item = self.look().get(name)
        return item if item and item["visible"] else None

    def wait(self, name, enabled=True, patience=PATIENCE):
        return self.until(lambda: (lambda i: i and (i["enabled"] or not enabled) and i)(self.items.get(name)), name,
                          patience)

    def act_one(self, *ways):
        """The first of several ways that is there; the screen may change from one to the other meanwhile."""
        def there():
            return next((name for name in ways if name in self.items), None)

        while True:
            way = self.until(there, " or ".join(ways))
            try:
                self.act(way, patience=3)
                return way
            except Failure:
                if there() == way:
                    raise

    def still(self, name):
        """The item when its place is the same in two frames: what moves cannot be hit."""
        place, frame = None, -1

        def stands():
            nonlocal place, frame
            item = self.items.get(name)
            if item is None or self.state["frame"] == frame:
                return None if item is None or place is None else (item if frame >= 0 and self.quiet(item, place) else None)
            now = (item["x"], item["y"], item["w"], item["h"])
            same = now == place
            place, frame = now, self.state["frame"]
            return item if same else None

        return self.until(stands, name, 5)

    def quiet(self, item, place):
        # No frame since: nothing moves.
        return time.time() - os.path.getmtime(self.targets) > 0.15 and place == (item["x"], item["y"], item["w"],
                                                                              item["h"])

    def frames(self, count, condition=lambda: False):
        """Waits for a condition over some frames, or for half a second when nothing is drawn."""
        last = self.state["frame"] + count
        try:
            self.until(lambda: condition() or self.state["frame"] >= last, "frame", 0.5)
        except Failure:
            pass
        return condition()

    # Acting.

    def xdotool(self, *words):
        """One process for all events: starting one for each is what would take most of the time."""
        if self.hand is None:
            self.hand = subprocess.Popen(["xdotool", "-"], env=self.environment, stdin=subprocess.PIPE, text=True,
                                         stderr=subprocess.DEVNULL)
        self.hand.stdin.write(" ".join(f'"{word}"' if " " in str(word) else str(word) for word in words) + "\n")
        self.hand.stdin.flush()

    def key(self, name):
        self.xdotool("key", name)

    def type(self, text):
        self.xdotool("type", "--delay", "15", text)

    def act(self, name, menu=False, patience=PATIENCE, attempts=4):
        """Does with an item what a click or Enter does; with `menu` what the right button or the menu key does."""
        self.wait(name, patience=patience)
        if self.by == "keyboard":
            return self.act_by_keys(name, menu)
        for attempt in range(attempts):
            self.point_at(name)
            try:
                # A screen that has just changed may have taken it elsewhere.
                self.until(lambda: self.items.get(name, {}).get("hovered"), f"{name} under the mouse", 2)
            except Failure:
                if attempt == attempts - 1:
                    raise
                continue
            self.xdotool("click", 3 if menu else 1)
            return

    def point_at(self, name):
        for _ in range(40):
            item = self.still(name)
            if item["visible"] and item["h"] >= 8:
                break
            self.turn_wheel(name, item)
        self.xdotool("mousemove", "--window", self.id, item["x"] + item["w"] // 2, item["y"] + item["h"] // 2)

    def turn_wheel(self, name, item):
        """Scrolls the list that the item is in: the one with the longest name in common."""
        areas = [i for i in self.items.values() if i["name"].endswith(".scroll")]
        if not areas:
            raise Failure(f"{name} is out of sight, and nothing scrolls")
        area = sorted(areas, key=lambda a: -len(os.path.commonprefix([a["name"], name])))[0]
        self.xdotool("mousemove", "--window", self.id, area["x"] - 40, area["y"] + area["h"] // 2)
        frame = self.state["frame"]
        down = item["y"] + item["h"] // 2 > area["y"] + area["h"] // 2
        self.xdotool("click", 5 if down else 4)
        self.until(lambda: self.state["frame"] > frame, "frame after the wheel")

    def act_by_keys(self, name, menu):
        def reachable():
            top = max(item["layer"] for item in self.state["items"])
            order = [i["name"] for i in self.state["items"] if i["layer"] == top and i["role"] != "area"]
            return order if name in order else None

        blind = False
        for _ in range(200):
            # What was open in front of it may be about to close.
            order = self.until(reachable, f"way to {name} by Tab", 3)
            focused = next((i["name"] for i in self.state["items"] if i["focused"]), None)
            if focused == name and not blind:
                break
            if focused == name:
                # A Tab may be on its way still.
                self.frames(3)
                blind = False
                continue
            at = order.index(focused) if focused in order else -1
            if at < 0:
                # A screen that has just opened puts the focus where it wants it: a Tab on its way
                # would carry it on. Where it puts it nowhere, Tab does.
                def on_screen():
                    return any(self.items.get(n, {}).get("focused") for n in order)

                if not self.frames(3, on_screen):
                    self.key("Tab")
                    blind = True
                    self.until(on_screen, "the focus on the screen", 5)
                continue
            ahead = (order.index(name) - at) % len(order)
            forward = ahead <= len(order) // 2
            steps = min(ahead if forward else len(order) - ahead, 8)
            goal = order[(at + steps if forward else at - steps) % len(order)]
            self.xdotool("key", "--delay", 1, *[("Tab" if forward else "shift+Tab")] * steps)
            try:
                # All of them have to be answered: a key on its way would carry the focus on.
                self.until(lambda: self.items.get(goal, {}).get("focused"), f"focus on {goal}", 12)
            except Failure:
                blind = True
        else:
            raise Failure(f"Tab never reaches {name}")
        self.key("Menu" if menu else "Return")

    # The recording.

    def said(self):
        """Sentences said so far, with whether they were refused; empty while the file is being written."""
        try:
            with sqlite3.connect(f"file:{self.recording}?mode=ro", uri=True, timeout=2) as base:
                rows = base.execute("select sentence, refused from commands order by id")
                return [(sentence, refused is not None) for sentence, refused in rows]
        except sqlite3.Error:
            return []

    def reached(self):
        """How far the drill has come, in microseconds of the day."""
        try:
            with sqlite3.connect(f"file:{self.recording}?mode=ro", uri=True, timeout=2) as base:
                return base.execute("select reached from branches order by number desc").fetchone()[0]
        except (sqlite3.Error, TypeError):
            return 0

    def close(self):
        if self.hand:
            self.hand.stdin.close()
            self.hand.wait()
        self.process.terminate()
        try:
            code = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = -9
        self.server.terminate()
        self.server.wait()
        return code

    def picture(self, file):
        subprocess.run(["import", "-window", self.id, file], env=self.environment, check=False)


def run(test):
    """Runs test(program, arguments); prints what failed and where a picture of it lies."""
    try:
        test(str(Path(sys.argv[1]).resolve()), sys.argv[2:])
    except Failure as failure:
        print(f"FAILED: {failure}")
        sys.exit(1)
