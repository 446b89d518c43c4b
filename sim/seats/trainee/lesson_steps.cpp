#include "sim/seats/trainee/lesson_steps.h"

namespace sim::seats {

namespace {

PartId find(const Scene& scene, const char* name) {
    return scene.layout().find(name);
}

bool shows(const Scene& scene, DeviceClass device_class) {
    const DeviceId device = scene.me.plan.device;
    return device != no_device && scene.layout().device(device).device_class == device_class;
}

bool plugged(const Scene& scene) {
    return signal(scene.world(), "strip.plug.connected") != 0;
}

bool holds_plug(const Scene& scene) {
    return scene.me.plan.hand == find(scene, "strip.plug");
}

/// It was so, and is so no more.
bool over(Lesson& lesson, bool now) {
    lesson.met = lesson.met || now;
    return lesson.met && !now;
}

constexpr LessonStep steps[] = {
    {N_("Look around: hold the mouse button down in the room and drag."), "", "",
     "Shift+left|Shift+right",
     [](const Scene& scene, Lesson& lesson) { return scene.me.room.turned != lesson.turned; },
     true},
    {N_("There are five places where you can stand. Go to the sockets: choose Power."),
     "trainee.view.power", "", "trainee.power",
     [](const Scene& scene, Lesson&) { return shows(scene, DeviceClass::power); }},
    {N_("Rest the mouse on the switch, without clicking: you read what it is and what a click "
        "does."),
     "trainee.view.power", "strip.switch", "next",
     [](const Scene& scene, Lesson& lesson) {
         const PartId part = scene.me.plan.hovered;
         return part != no_part && part != lesson.hovered;
     },
     false, nullptr, nullptr, 1.2, N_("Rest the mouse here")},
    {N_("Take the plug of the strip in your hand: click it."), "trainee.view.power", "strip.plug",
     "next|Shift+next act",
     [](const Scene& scene, Lesson&) { return holds_plug(scene) || plugged(scene); }},
    {N_("You hold the plug; it is seen below as well. Click wall outlet 2 to plug it in."),
     "trainee.view.power", "wall.outlet_2", "next|Shift+next act",
     [](const Scene& scene, Lesson&) { return plugged(scene); }, false,
     [](const Scene& scene) {
         const Actor* who = scene.live.post == no_post
                                ? nullptr
                                : &scene.world().actors[static_cast<std::size_t>(scene.live.post)];
         return !plugged(scene) && !holds_plug(scene) && who != nullptr && !who->busy;
     }},
    {N_("Click the switch of the strip: it goes on."), "trainee.view.power", "strip.switch",
     "next|Shift+next act",
     [](const Scene& scene, Lesson&) {
         return scene.world().part(find(scene, "strip.switch")).open != 0;
     }},
    {N_("Click the switch with the right mouse button: all that can be done with it, and why "
        "something cannot. A click beside it closes it."),
     "trainee.view.power", "strip.switch", "menu|Shift+F10 back",
     [](const Scene& scene, Lesson& lesson) {
         return over(lesson, scene.me.plan.menu_part != no_part);
     },
     false, nullptr, nullptr, 0, N_("Right mouse button")},
    {N_("What is all this called? This button shows the names; once more, and they are gone."),
     "plan.labels|trainee.view.power", "", "trainee.labels",
     [](const Scene& scene, Lesson& lesson) { return over(lesson, scene.me.plan.labels); }},
    {N_("What is small or hidden is also in a list. Choose Parts; a row there works like the thing "
        "itself."),
     "plan.face.list|trainee.view.power", "", "next|Shift+next act",
     [](const Scene& scene, Lesson&) { return scene.me.plan.list_open; }, true, nullptr, nullptr,
     1.2},
    {N_("Step back into the room."), "plan.room", "", "back|trainee.room",
     [](const Scene& scene, Lesson&) { return scene.me.plan.device == no_device; }},
    {N_("The commission comes in: open the entrance door by a click. Lids and flaps work like "
        "that, "
        "too."),
     "trainee.view.room", "entrance_door", "next|Shift+next act",
     [](const Scene& scene, Lesson&) {
         return scene.world().part(find(scene, "entrance_door")).open != 0;
     }},
    {N_("Step up to a device: click its name, here the scanner's."), "plan.device.scanner", "",
     "trainee.scanner",
     [](const Scene& scene, Lesson&) { return shows(scene, DeviceClass::scanner); }},
    {N_("Larger words, more contrast, a flat drawing instead of the room: all that is in the "
        "settings. Open them with the gear above, look, and close them again."),
     "band.settings", "", "settings back",
     [](const Scene& scene, Lesson& lesson) { return over(lesson, scene.desk.settings_open); }},
    {N_("The checklist says what is to be done. Ask it where: the place is shown to you."),
     "trainee.where", "", "trainee.checklist act",
     [](const Scene& scene, Lesson& lesson) { return scene.me.hints.size() > lesson.hints; }},
    {N_("Here it is to be done: click the lid, and it closes."), "trainee.where", "mobile_lid",
     "next|Shift+next act",
     [](const Scene& scene, Lesson&) {
         return scene.world().part(find(scene, "mobile_lid")).open == 0;
     },
     false, nullptr,
     [](const Scene& scene) { return scene.me.plan.target == find(scene, "mobile_lid"); }},
    {N_("What can be carried lies below. Choose Cloth and take the cloth in your hand."),
     "trainee.take.cloth.list.cloth|trainee.take.cloth|trainee.take", "", "next act act",
     [](const Scene& scene, Lesson&) { return scene.me.plan.hand != no_part; }},
    {N_("With a thing in the hand you click what it is for. Now put it down."), "trainee.put_down",
     "", "trainee.put_down",
     [](const Scene& scene, Lesson&) { return scene.me.plan.hand == no_part; }, false, nullptr,
     [](const Scene& scene) { return scene.me.plan.hand != no_part; }},
    {N_("Whom to ask? The support line. Open it, look, and close it again."), "trainee.support", "",
     "trainee.support back",
     [](const Scene& scene, Lesson& lesson) {
         return over(lesson, scene.me.sheet == Sheet::talk);
     }},
    {N_("Stop time when you need to think: click on 1× beside the clock, then on Freeze."),
     "trainee.rates.freeze|band.rate", "", "trainee.freeze",
     [](const Scene& scene, Lesson&) { return scene.live.frozen; }},
    {N_("Time stands still. Click on FROZEN, and it goes on."), "band.frozen", "", "trainee.freeze",
     [](const Scene& scene, Lesson&) { return !scene.live.frozen; }},
    {N_("That is all for your hands. Voters are called in the panel of those who wait, and speak "
        "beside their heads: click the answer. Help and all keys are under the question mark."),
     "", "", "help", [](const Scene&, Lesson&) { return false; }},
};

}  // namespace

std::span<const LessonStep> lesson_steps() {
    return steps;
}

}  // namespace sim::seats
