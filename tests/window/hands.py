"""What the hands do in the trainee's seat for one sentence, by mouse or by keyboard."""
import json
import re
import subprocess

from drive import Failure
from figures import figure, source_of

# Verbs about what stands nowhere in the plan.
WITHOUT_PLACE = ("convene", "draw", "call", "announce", "report", "count")


# Sides of a machine that are looked at before its list of parts; places of a kit bear its parts' names.
SIDES = ("back", "list")

# Keys that an experienced hand uses instead of the way by Tab.
KEYS = {"plan.room": "1", "plan.device.scanner": "2", "plan.device.modem": "4", "plan.device.power": "5",
        "trainee.other": "slash", "trainee.acts.close": "Escape", "trainee.forms.close": "Escape",
        "trainee.paper.close": "Escape", "trainee.screen.close": "Escape", "trainee.enlarge": "F2",
        "trainee.log": "F9"}

# What lies over the room and is closed before anything else is done.
SHEETS = ("trainee.acts", "trainee.forms", "trainee.paper", "trainee.screen", "trainee.talk")


def is_noun(word):
    return not word.startswith('"') and not word.lstrip("-").isdigit()


class Hands:
    def __init__(self, window, program):
        self.window = window
        self.post = None
        self.device = None
        self.places = {}  # by part: the device and the side where it was found
        self.put = {}  # what was put into which device
        listed = json.loads(subprocess.run([program, "list", "parts", "--json"], check=True, capture_output=True,
                                           text=True).stdout)
        self.parts = {part["name"]: part for part in listed}
        verbs = json.loads(subprocess.run([program, "list", "verbs", "--json"], check=True, capture_output=True,
                                          text=True).stdout)
        self.asked_for = {verb["verb"] for verb in verbs if verb["value"] != "none" or verb["words"] != "none"}
        self.asked_for.discard("feed")  # straight, without a question
        self.papers = {}

    def by_keys(self):
        return self.window.by == "keyboard"

    def press(self, name, patience=60):
        """By the key where there is one and the keyboard is used, else as everything else."""
        if self.by_keys() and name in KEYS:
            self.window.wait(name, patience=patience)
            self.window.key(KEYS[name])
        else:
            self.window.act(name, patience=patience)

    def take_post(self, post):
        w = self.window
        row = f"trainee.post.{post}"
        if post == self.post and w.look().get(row, {}).get("selected", True):
            return
        for _ in range(4):
            try:
                # Beside what is under way the posts have a leaf of their own.
                if w.act_one(row, "trainee.right.posts") != row:
                    w.until(lambda: row in w.items, f"the leaf of the posts with {post}", 3)
                    continue
                w.until(lambda: w.items.get(row, {}).get("selected"), f"{post} chosen", 3)
                self.post = post
                return
            except Failure:
                self.leave_sheet()
        raise Failure(f"the post {post} is never chosen")

    def leave_sheet(self):
        """Closes what lies over the room; some acts close it by themselves."""
        w = self.window
        w.look()
        for sheet in SHEETS:
            close = f"{sheet}.close"
            if close not in w.items:
                continue
            try:
                self.press(close, patience=2)
                w.until(lambda: close not in w.items, "the end of the sheet", 2)
            except Failure:
                if w.shows(close):
                    raise

    def to_room(self):
        w = self.window
        if w.shows("plan.room"):
            self.press("plan.room")
        w.wait("plan.device.scanner")
        self.device = None

    def to_device(self, device):
        w = self.window
        if self.device == device and w.shows("plan.room"):
            return
        if self.by_keys() and device.startswith("terminal_"):
            # The same key for both of them: pressed again it goes to the other one.
            for _ in range(3):
                w.key("3")
                there = (lambda: any(name.startswith(f"screen.{device}.") for name in w.items)
                         or w.items.get("plan.room") and self.device == device)
                try:
                    w.until(there, device, 1.5)
                    self.device = device
                    return
                except Failure:
                    continue
        self.to_room()
        self.press(f"plan.device.{device}")
        w.wait("plan.room")
        self.device = device

    def owner(self, part):
        """The device in whose list of parts it stands."""
        return self.parts.get(part, {}).get("device") or "room"

    def find(self, part):
        """Brings a part into sight and says the name of its item: the likeliest place first."""
        w = self.window
        name = f"plan.part.{part}"
        if w.shows(name):
            return name
        known = self.places.get(part)
        if known and self.see(part, *known):
            return name
        device = self.put.get(part) or self.owner(part)
        # Somebody who stands at a device is seen in the room, and so is furniture.
        if device in ("room", "hall", "forms") or part.endswith(".voter"):
            self.to_room()
            w.frames(3, lambda: name in w.items)
            if w.shows(name):
                return name
        if f"plan.device.{device}" not in self.devices():
            return None
        self.to_device(device)
        w.frames(3, lambda: name in w.items)
        if w.shows(name):
            return name
        for face in [part.split(".")[0], *SIDES]:
            if self.see(part, device, face):
                self.places[part] = device, face
                return name
            if face == "list" and f"plan.list.{part}" in w.items:
                return f"plan.list.{part}"
        return None

    def see(self, part, device, face):
        """Looks at a side of a device; says whether the part is seen there."""
        w = self.window
        name = f"plan.part.{part}"
        self.to_device(device)
        w.frames(2, lambda: f"plan.face.{face}" in w.items)
        if not w.shows(f"plan.face.{face}"):
            return False
        if not w.items[f"plan.face.{face}"]["selected"]:
            w.act(f"plan.face.{face}")
            w.until(lambda: w.items.get(f"plan.face.{face}", {}).get("selected"), f"side {face}")
        w.frames(3, lambda: name in w.items or (face == "list" and f"plan.list.{part}" in w.items))
        return name in w.items

    def devices(self):
        if not hasattr(self, "all_devices"):
            self.to_room()
            self.all_devices = [n for n in self.window.look() if n.startswith("plan.device.")]
        return self.all_devices

    def touch(self, part, value):
        """A key of a device's screen; a number is typed on its keys."""
        w = self.window
        device, target = part.split(".screen.")
        self.to_device(device)
        item = f"screen.{device}.{target}"
        if self.by_keys():
            # Enlarged there is nothing else that Tab has to go through.
            self.press("trainee.enlarge")
            w.until(lambda: "trainee.screen.close" in w.items, "the enlarged screen", 5)
        if value is None:
            w.act(item, patience=10)
        else:
            first = f"screen.{device}.key_{value[0]}"
            w.until(lambda: w.shows(first) or w.shows(item), f"{first} or {item}", 10)
            if not w.shows(first):
                w.act(item)
            for figure_key in value:
                w.act(f"screen.{device}.key_{figure_key}")
            w.act(f"screen.{device}.key_enter")

    def get_ready(self, post, words):
        """Takes the post and stands before the device, for what has to be done at its moment."""
        self.leave_sheet()
        self.take_post(post)
        if words[0] == "touch":
            self.to_device(words[1].split(".screen.")[0])

    def do(self, post, words):
        """Carries out a sentence; what is said or written freely stands in it as one quoted word."""
        verb, nouns = words[0], [word for word in words[1:] if is_noun(word)]
        free = next((word for word in words[1:] if not is_noun(word)), None)
        if verb == "write" and nouns[0].startswith("protocol."):
            return self.write_figure(post, nouns[0])
        if verb in ("reconcile", "explain"):
            return self.answer_sum(post, nouns[0], free)
        self.papers = {}
        self.leave_sheet()
        if self.reply(verb, nouns):
            return
        self.take_post(post)
        if verb == "touch":
            self.touch(nouns[0], free)
            return
        act = ".".join([verb, *nouns[1:]])
        if verb == "insert" and len(nouns) > 1:
            self.put[nouns[0]] = nouns[1].split(".")[0]
        spoken = verb in WITHOUT_PLACE and not nouns[0].endswith("voter")
        if self.by_keys() and not spoken:
            spoken = self.parts.get(nouns[0], {}).get("label") is not None
        part = None if spoken else self.find(nouns[0])
        if part is None:
            self.do_elsewhere(nouns[0], act, free)
        else:
            self.do_in_plan(part, nouns[0], act, free)

    def reply(self, verb, nouns):
        """To somebody who stands at a post, from the panel that shows them; says whether it could be done."""
        w = self.window
        person = next((noun for noun in nouns if noun.endswith(".voter")), None)
        name = ".".join(["trainee.reply", verb, *[noun for noun in nouns if noun != person]])
        if not person:
            return False
        tab = w.shows("trainee.right.person")
        if tab and not tab["selected"]:
            w.act("trainee.right.person")
            w.until(lambda: w.items["trainee.right.person"]["selected"], "the person", 5)
        row = f"trainee.person.{person}"
        several = [item for item in w.items if item.startswith("trainee.person.")]
        if several and row not in several:
            return False
        if several and not w.items[row]["selected"]:
            w.act(row)
            w.until(lambda: w.items.get(row, {"selected": True})["selected"], person, 5)
        item = w.shows(name)
        # With one person there alone it is not said who it is: what can be said tells.
        if not item or not item["enabled"] or (not several and person != self.only_person()):
            return False
        if self.by_keys() and item.get("value"):
            w.key(item["value"])
        else:
            w.act(name, patience=5)
        return True

    def only_person(self):
        """Who stands there when there is only one, by the thing that only this one is handed or asked for."""
        replies = [item for item in self.window.items if item.startswith("trainee.reply.")]
        for item in replies:
            found = re.search(r"\.(\w+)\.(receipt|ballot)$", item)
            if found:
                return f"{found[1]}.voter"
        return "desk.voter" if "trainee.reply.ask.signature" in replies else None

    def do_elsewhere(self, noun, act, free):
        """From the list of all that can be done; its search finds parts as well."""
        w = self.window
        self.press("trainee.other")
        self.search(noun)
        w.act(f"trainee.acts.{noun}.{act}", patience=10)
        if act.split(".")[0] in self.asked_for:
            self.answer("trainee.ask.entry", "trainee.ask.ok", free)
        if act != "look":
            self.leave_sheet()

    def search(self, noun):
        w = self.window
        label = self.parts.get(noun, {}).get("label", "")
        words = re.match(r"[\w ,.'-]*", label, re.ASCII)[0][:40].strip()
        w.wait("trainee.acts.search")
        w.frames(3, lambda: w.items["trainee.acts.search"]["focused"])
        if not w.items["trainee.acts.search"]["focused"]:
            w.act("trainee.acts.search")
            w.until(lambda: w.items["trainee.acts.search"]["focused"], "the focus on the search", 5)
        w.key("ctrl+a")
        w.type(words) if len(words) > 1 else w.key("BackSpace")
        w.until(lambda: w.items["trainee.acts.search"].get("value", "") == words, f"“{words}” typed", 5)

    def do_in_plan(self, part, noun, act, free):
        w = self.window
        entry = f"plan.menu.{act}"
        try:
            w.act(part, menu=True, patience=5, attempts=1)
            w.until(lambda: w.items.get(entry, {}).get("enabled"), entry, 3)
        except Failure:
            # What is open in front of it covers it: the list of parts has it all the same.
            if any(name.startswith("plan.menu.") for name in w.items):
                w.key("Escape")
            if not w.shows("plan.face.list"):
                self.to_device(self.owner(noun))
            w.act("plan.face.list")
            w.act(f"plan.list.{noun}", menu=True, patience=5)
            w.until(lambda: entry in w.items, f"{entry} among {[n for n in w.items if 'menu' in n]}", 5)
        w.act(entry)
        if free is not None or self.parts.get(noun, {}).get("kind") == "paper":
            self.answer("plan.ask.value", "plan.ask.say", free)

    def answer(self, entry, done, free):
        """What is asked for: typed where the sentence says it, else left to the voice."""
        w = self.window
        try:
            w.until(lambda: w.shows(done), done, 3)
        except Failure:
            return
        if free is not None:
            w.until(lambda: w.items.get(entry, {}).get("focused"), f"the focus on {entry}", 5)
            w.type(free.strip('"'))
            w.until(lambda: w.items.get(entry, {}).get("value"), f"{entry} typed", 5)
        if self.by_keys() and w.frames(3, lambda: w.items.get(entry, {}).get("focused")):
            w.key("Return")
        else:
            w.act(done)
        w.until(lambda: done not in w.items, f"the end of {done}", 5)

    # The protocol.

    def open_form(self, tab):
        w = self.window
        if "trainee.forms.close" not in w.look():
            self.leave_sheet()
            self.press("trainee.log")
        w.act(f"trainee.forms.tab.{tab}")
        w.until(lambda: w.items.get(f"trainee.forms.tab.{tab}", {}).get("selected"), f"the form {tab}", 5)

    def read_paper(self, paper):
        """Opens a paper and reads what stands on it."""
        w = self.window
        if paper == "tally":
            self.leave_sheet()
            item = "paper.signatures.text"
            self.do_elsewhere("signatures", "look", None)
        else:
            item = f"paper.{paper}.text"
            self.open_form("papers")
            w.act(f"trainee.papers.{paper}")
        w.until(lambda: w.items.get(item, {}).get("value"), f"what stands on {paper}", 10)
        self.papers[paper] = w.items[item]["value"]
        self.leave_sheet()

    def answer_sum(self, post, part, reason):
        """Whether a control sum adds up, and where it does not, why."""
        w = self.window
        if "trainee.forms.close" not in w.look() or post != self.post:
            self.leave_sheet()
            self.take_post(post)
            self.open_form("protocol")
        if reason is None:
            w.act(f"trainee.{part}.holds")
            return
        field = f"trainee.{part}"
        if field not in w.look():
            w.act(f"trainee.{part}.differs")
            w.until(lambda: field in w.items, f"the line for the reason of {part}", 5)
        w.act(field)
        w.until(lambda: w.items[field]["focused"], f"the focus on {field}", 5)
        w.type(reason.strip('"'))
        w.until(lambda: w.items[field].get("value"), f"{field} typed", 5)
        w.key("Return")

    def write_figure(self, post, part):
        """A line of the protocol: its figure is read off the papers, never taken from the sentence."""
        w = self.window
        value = "0"
        source = source_of(part.split(".")[1])
        if source:
            paper, *lines = source
            if paper not in self.papers:
                self.read_paper(paper)
            value = figure(self.papers[paper], lines)
            if value is None:
                raise Failure(f"{part}: {lines} does not stand on {paper}: {self.papers[paper]}")
        if "trainee.forms.close" not in w.look() or post != self.post:
            self.leave_sheet()
            self.take_post(post)
            self.open_form("protocol")
        field = f"trainee.{part}"
        w.act(field)
        w.until(lambda: w.items[field]["focused"], f"the focus on {field}", 5)
        w.key("ctrl+a")
        w.type(value)
        w.until(lambda: w.items[field].get("value") == value, f"{value} typed", 5)
        w.key("Return")


def wait_done(window, post, words, count, patience):
    sentence = f"as {post}: {' '.join(words)}"

    def carried_out():
        said = window.said()
        if any(s == sentence and refused for s, refused in said[count:]):
            raise Failure(f"refused: {sentence}")
        return any(s == sentence and not refused for s, refused in said[count:])

    window.until(carried_out, f"“{sentence}” in the recording", patience)
