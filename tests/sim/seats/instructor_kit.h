/// The instructor's seat on the null backend: clicked and typed into as a person would.
#pragma once

#include <memory>
#include <string>

#include "engine/core/paths.h"
#include "engine/view/host.h"
#include "sim/seats/instructor/instructor.h"

// Last: it has a macro of the same name as the table of messages.
#include <doctest/doctest.h>

namespace sim::seats::test {

namespace view = engine::view;

struct InstructorKit {
    Live live;
    Desk desk;
    Instructor instructor;
    view::InputQueue queue;
    std::unique_ptr<view::Host> host;
    int width;
    int height;
    double time = 1;

    explicit InstructorKit(const std::string& language = "en", int wide = 1280, int high = 800,
                           int scale = 100, const std::string& record = {})
        : width(wide), height(high) {
        SessionPlan plan;
        plan.scenario = "scenarios/paper_jam.yaml";
        plan.rewind = true;
        plan.record = record;
        std::string problems;
        auto session = DrillSession::begin(plan, problems);
        REQUIRE_MESSAGE(session != nullptr, problems);
        live = make_live(std::move(session), 0);
        desk.reader = {engine::Translator(language, engine::translations_folder()), language};
        desk.settings.scale = scale;
        host = std::make_unique<view::Host>(desk.settings.looks());
        frames(3);
    }

    void frames(int count) {
        for (int i = 0; i < count; ++i) {
            host->frame(queue, width, height, time,
                        [this](view::Ui& ui) { draw_instructor(ui, desk, live, instructor); });
            time += 0.3;
        }
    }

    const view::Item* find(const std::string& name) const { return host->items().find(name); }

    void click(const std::string& name) {
        const view::Item* item = find(name);
        REQUIRE_MESSAGE(item != nullptr, name);
        REQUIRE_MESSAGE(item->enabled, name);
        view::InputEvent event;
        event.kind = view::InputEvent::Kind::move;
        event.at = {item->rect.centre().x * host->looks().scale,
                    item->rect.centre().y * host->looks().scale};
        queue.push(event);
        event.kind = view::InputEvent::Kind::button;
        event.down = true;
        queue.push(event);
        event.down = false;
        queue.push(event);
        frames(6);
    }

    /// Finds a malfunction by a word of its name, as a person would, and chooses it.
    void choose_fault(const std::string& id) {
        click("faults.search");
        press("Ctrl+A");
        for (const FaultSpec& fault : live.setup().faults) {
            if (fault.id == id) type(fault.number);
        }
        click("fault." + id);
    }

    /// Clicks it where it is on this screen at all.
    void try_click(const std::string& name) {
        const view::Item* item = find(name);
        if (item != nullptr && item->enabled && item->visible) click(name);
    }

    void press(const std::string& key) {
        view::InputEvent event;
        event.kind = view::InputEvent::Kind::key;
        event.key = view::key_press(key);
        REQUIRE(event.key.key != view::Key::none);
        event.down = true;
        queue.push(event);
        event.down = false;
        event.key.control = event.key.shift = event.key.alt = false;
        queue.push(event);
        frames(5);
    }

    void type(const std::string& text) {
        view::InputEvent event;
        event.kind = view::InputEvent::Kind::text;
        event.text = text;
        queue.push(event);
        frames(3);
    }

    void run_to(const char* clock) {
        skip_to(live, *engine::parse_clock(clock));
        frames(3);
    }

    /// How many times that was observed.
    int seen(Message message) const {
        int count = 0;
        for (const Observation& one : live.session->seen()) count += one.message == message ? 1 : 0;
        return count;
    }
};

}  // namespace sim::seats::test
