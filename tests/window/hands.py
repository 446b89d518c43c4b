"""What the hands do in the trainee's seat for one sentence, by mouse or by keyboard."""
from drive import Failure

# Verbs about what stands nowhere in the plan.
WITHOUT_PLACE = ("convene", "draw", "call", "announce", "report", "count")


# Sides of a machine and places of a kit, the list of parts last.
SIDES = ("front", "inside", "back", "top", "wall", "strip", "ups", "ups_back", "generator", "safe", "boxes", "table",
         "door", "desk", "booths", "leads", "list")

# Keys that an experienced hand uses instead of the way by Tab.
KEYS = {"plan.room": "1", "plan.device.scanner": "2", "plan.device.terminal_1": "3", "plan.device.modem": "4",
        "plan.device.power": "5", "trainee.other": "slash", "trainee.acts.close": "Escape"}


def is_noun(word):
    return not word.startswith('"') and not word.lstrip("-").isdigit()


class Hands:
    def __init__(self, window):
        self.window = window
        self.post = None
        self.device = None

    def press(self, name, patience=60):
        """By the key where there is one and the keyboard is used, else as everything else."""
        if self.window.by == "keyboard" and name in KEYS:
            self.window.wait(name, patience=patience)
            self.window.key(KEYS[name])
        else:
            self.window.act(name, patience=patience)

    def take_post(self, post):
        if post == self.post:
            return
        w = self.window
        row = f"trainee.post.{post}"
        for _ in range(4):
            try:
                # Beside what is under way the posts have a leaf of their own.
                if w.act_one(row, "trainee.right.posts") != row:
                    continue
                w.until(lambda: w.items.get(row, {}).get("selected"), f"{post} chosen", 3)
                self.post = post
                return
            except Failure:
                self.leave_sheet()
        raise Failure(f"the post {post} is never chosen")

    def leave_sheet(self):
        """Closes the sheet of other acts; some acts close it by themselves."""
        w = self.window
        try:
            if w.shows("trainee.acts.close"):
                self.press("trainee.acts.close", patience=2)
                w.until(lambda: "trainee.acts.close" not in w.items, "the end of the sheet", 2)
        except Failure:
            if w.shows("trainee.acts.close"):
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
        self.to_room()
        self.press(f"plan.device.{device}")
        w.wait("plan.room")
        self.device = device

    def find(self, part):
        """Brings a part into sight and says the name of its item."""
        w = self.window
        name = f"plan.part.{part}"
        if w.shows(name):
            return name
        device = part.split(".")[0]
        if f"plan.device.{device}" not in self.all_devices():
            device = {"strip": "power", "ups": "power", "wall": "power", "generator": "power"}.get(device)
        for candidate in [device] if device else ["room", "hall", "forms", "power", "scanner", "terminal_1"]:
            # Somebody who stands at a device is seen in the room.
            if candidate != self.device or part.endswith(".voter"):
                self.to_room()
                if w.shows(name):
                    return name
            self.to_device(candidate)
            if w.shows(name):
                return name
            for face in SIDES:
                if not w.shows(f"plan.face.{face}"):
                    continue
                w.act(f"plan.face.{face}")
                w.until(lambda: w.items.get(f"plan.face.{face}", {}).get("selected"), f"side {face}")
                if name in w.items:
                    return name
                if f"plan.list.{part}" in w.items:
                    return f"plan.list.{part}"
        return None

    def all_devices(self):
        if not hasattr(self, "devices"):
            self.to_room()
            self.devices = [n for n in self.window.look() if n.startswith("plan.device.")]
        return self.devices

    def owner(self, part):
        """The device in whose list of parts it stands."""
        first = part.split(".")[0]
        if f"plan.device.{first}" in self.all_devices():
            return first
        return {"strip": "power", "ups": "power", "wall": "power", "generator": "power",
                "entrance_door": "hall", "desk": "hall", "peer_lead_a": "hall", "peer_lead_b": "hall"}.get(first, "room")

    def touch(self, part, value):
        """A key of a device's screen; a number is typed on its keys."""
        w = self.window
        device, target = part.split(".screen.")
        self.to_device(device)
        item = f"screen.{device}.{target}"
        if value is None:
            w.act(item)
            return
        first = f"screen.{device}.key_{value[0]}"
        w.until(lambda: w.shows(first) or w.shows(item), f"{first} or {item}")
        if not w.shows(first):
            w.act(item)
        for figure in value:
            w.act(f"screen.{device}.key_{figure}")
        w.act(f"screen.{device}.key_enter")

    def get_ready(self, post, words):
        """Takes the post and stands before the device, for what has to be done at its moment."""
        self.leave_sheet()
        self.take_post(post)
        if words[0] == "touch":
            self.to_device(words[1].split(".screen.")[0])

    def do(self, post, words):
        """Carries out a sentence; what is said or written freely stands in it as one quoted word."""
        self.leave_sheet()
        self.take_post(post)
        verb, nouns = words[0], [word for word in words[1:] if is_noun(word)]
        free = next((word for word in words[1:] if not is_noun(word)), None)
        if verb == "touch":
            self.touch(nouns[0], free)
            return
        spoken = verb in WITHOUT_PLACE and not nouns[0].endswith("voter")
        part = None if spoken else self.find(nouns[0])
        if part is None:
            self.do_elsewhere(nouns[0], ".".join([verb, *nouns[1:]]), free)
        else:
            self.do_in_plan(part, nouns[0], ".".join([verb, *nouns[1:]]), free)

    def do_elsewhere(self, noun, act, free):
        """From the list of all that has no place in the plan."""
        w = self.window
        self.press("trainee.other")
        w.act(f"trainee.acts.{noun}.{act}", patience=20)
        self.answer("trainee.ask.entry", "trainee.ask.ok", free)
        self.leave_sheet()

    def do_in_plan(self, part, noun, act, free):
        w = self.window
        try:
            w.act(part, menu=True)
        except Failure:
            # What is open in front of it covers it: the list of parts has it all the same.
            if not w.shows("plan.face.list"):
                self.to_device(self.owner(noun))
            w.act("plan.face.list")
            w.act(f"plan.list.{noun}", menu=True)
        entry = f"plan.menu.{act}"
        w.until(lambda: entry in w.items, entry)
        w.act(entry)
        self.answer("plan.ask.value", "plan.ask.say", free)

    def answer(self, entry, done, free):
        """What is asked for: typed where the sentence says it, else left to the voice."""
        w = self.window
        if not w.frames(5, lambda: w.shows(done)):
            return
        if free is not None:
            w.until(lambda: w.items.get(entry, {}).get("focused"), f"the focus on {entry}", 5)
            w.type(free.strip('"'))
            w.until(lambda: w.items.get(entry, {}).get("value"), f"{entry} typed", 5)
        w.act(done)
        w.until(lambda: done not in w.items, f"the end of {done}", 5)


def wait_done(window, post, words, count, patience):
    sentence = f"as {post}: {' '.join(words)}"

    def carried_out():
        said = window.said()
        if any(s == sentence and refused for s, refused in said[count:]):
            raise Failure(f"refused: {sentence}")
        return any(s == sentence and not refused for s, refused in said[count:])

    window.until(carried_out, f"“{sentence}” in the recording", patience)
