/// Hands on the trainee's seat: sentences carried out by clicks alone.
#pragma once

#include <string>

#include "sim/station/verb.h"
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

/// Works through the plan as a person would: turns to the device, finds the part on one of its
/// faces or in its list, opens its menu and chooses.
struct Worker : Hand {
    using Hand::Hand;

    void become(PostId post) {
        if (post == live.post) return;
        const std::string name(posts()[static_cast<std::size_t>(post)].name);
        if (!has("trainee.post." + name)) click("trainee.right.posts");
        CHECK_MESSAGE(click("trainee.post." + name), name);
        REQUIRE(live.post == post);
    }

    void turn_to(DeviceId device) {
        if (trainee.plan.device == device) return;
        if (trainee.plan.device != no_device) click("trainee.view.room");
        if (device == no_device) return;
        const std::string name = "plan.device." + live.layout().device(device).name;
        CHECK_MESSAGE(click(name), name);
        REQUIRE(trainee.plan.device == device);
    }

    /// The part's item in what is shown; empty when it is on none of the faces.
    std::string find_part(PartId part) {
        const std::string& name = live.layout()[part].name;
        for (const char* face : {"", "front", "inside", "back", "top", "list"}) {
            if (*face != '\0' && !click("plan.face." + std::string(face))) continue;
            for (const char* kind : {"plan.part.", "plan.list."}) {
                if (reveal(kind + name)) return kind + name;
            }
        }
        return {};
    }

    void touch(const Command& command) {
        turn_to(live.layout()[command.object].device);
        const std::string device = live.layout().device(trainee.plan.device).name;
        const std::string& target = live.layout()[command.object].name;
        const std::string item = "screen." + device + target.substr(device.size() + 7);
        for (int page = 0; page < 6 && !has(item); ++page) {
            if (!click("screen." + device + ".more")) break;
        }
        if (command.has_value) {
            if (!has("screen." + device + ".key_enter")) CHECK_MESSAGE(click(item), item);
            for (const char digit : std::to_string(command.value)) {
                CHECK(click("screen." + device + ".key_" + digit));
            }
            CHECK(click("screen." + device + ".key_enter"));
        } else {
            CHECK_MESSAGE(click(item), item);
        }
    }

    std::string act_name(const Command& command) {
        for (const PartId part : {command.object, command.target}) {
            if (part == no_part) continue;
            for (const Act& act : acts_on(world(), part, command.actor, desk.reader)) {
                const Command& one = act.command;
                if (act.kind == ActKind::say && one.verb == command.verb &&
                    one.object == command.object && one.target == command.target) {
                    return act.name;
                }
            }
            break;
        }
        return {};
    }

    void say_by_menu(const Command& command) {
        const PartId part = command.object;
        DeviceId device = live.layout()[part].device;
        if (device == no_device) device = live.layout().find_device("room");
        std::string item;
        for (const DeviceId place :
             {device, no_device, live.layout().find_device("room"),
              live.layout().find_device("hall"), live.layout().find_device("forms"),
              live.layout().find_device("power"), live.layout().find_device("scanner")}) {
            turn_to(place);
            item = find_part(part);
            if (!item.empty()) break;
        }
        const std::string sentence = format_sentence(live.layout(), command);
        REQUIRE_MESSAGE(!item.empty(), sentence);
        CHECK_MESSAGE(click(item, 1), sentence);
        const std::string entry = "plan.menu." + act_name(command);
        REQUIRE_MESSAGE(click(entry), sentence << " by " << entry);
        if (has("plan.ask.say")) {
            screen.type(command.has_value ? std::to_string(command.value) : command.words);
            CHECK(click("plan.ask.say"));
        }
    }

    void carry_out(const Command& command) {
        become(command.actor);
        const std::string sentence = format_sentence(live.layout(), command);
        const std::size_t before = live.session->said().size();
        if (live.layout()[command.object].kind == PartKind::target) {
            touch(command);
        } else {
            say_by_menu(command);
        }
        REQUIRE_MESSAGE(live.session->said().size() == before + 1, sentence);
        const Said& said = live.session->said().back();
        CHECK(format_sentence(live.layout(), said.command) == sentence);
        CHECK_FALSE(said.refusal);
        finish_action();
    }

    /// Carries out the first sentence of an open step that can be said now.
    bool work() {
        for (const Step* step : live.session->grader().open_steps()) {
            const std::vector<Command> sentences = pending(world(), *step);
            if (sentences.empty()) continue;
            Command next = sentences.front();
            next.time = world().now;
            if (check(world(), next)) continue;
            carry_out(next);
            return true;
        }
        return false;
    }
};

}  // namespace sim::seats
