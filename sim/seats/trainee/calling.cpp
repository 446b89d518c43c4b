// Whoever works at a terminal calls the next of those who wait.

#include <fmt/format.h>

#include <algorithm>

#include "sim/assessment/describe.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float high = 36;

/// At one terminal that the trainee works at.
struct Call {
    Command command;
    std::string label;
    std::string reason;  ///< why it cannot be done now
};

std::vector<Call> calls_here(const Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    std::vector<Call> calls;
    for (const DeviceSpec& device : scene.layout().devices) {
        const PartId place = scene.layout().find(device.name + ".voter");
        if (device.device_class != DeviceClass::terminal || place == no_part) continue;
        const PostId post = operator_at(device.number);
        if (!holds(scene, post)) continue;
        Call call;
        call.command.actor = post;
        call.command.verb = *find_verb("call", PartKind::person);
        call.command.object = place;
        call.command.time = scene.world().now;
        call.label = fmt::format(fmt::runtime(_("Terminal {}")), device.number + 1);
        const Refusal refusal = check(scene.world(), call.command);
        if (refusal) call.reason = describe(refusal, scene.live.setup(), scene.reader());
        calls.push_back(std::move(call));
    }
    return calls;
}

/// The terminal at which one acts comes first.
std::vector<Call> possible_calls(const Scene& scene) {
    std::vector<Call> calls = calls_here(scene);
    std::erase_if(calls, [](const Call& call) { return !call.reason.empty(); });
    std::stable_partition(calls.begin(), calls.end(),
                          [&](const Call& call) { return call.command.actor == scene.live.post; });
    return calls;
}

}  // namespace

bool can_call(const Scene& scene) {
    return !possible_calls(scene).empty();
}

void call_next(Scene& scene) {
    const std::vector<Call> calls = possible_calls(scene);
    if (!calls.empty()) act_as(scene, calls.front().command);
}

Button call_button(const Scene& scene, const char* name) {
    Button call{name, std::string(scene.desk.translate()(N_("Call the next voter")))};
    call.look = Look::primary;
    call.key = scene.desk.key("trainee.call_next");
    call.show_key = true;
    return call;
}

float calls_height(const Scene& scene) {
    return calls_here(scene).empty() ? 0 : high + 2;
}

void draw_calls(Scene& scene, Rect rect) {
    const std::vector<Call> calls = calls_here(scene);
    if (calls.empty()) return;
    rect = rect.cut_top(high);
    constexpr float between = 8;
    const auto count = static_cast<float>(calls.size());
    const float wide = (rect.w - between * (count - 1)) / count;
    for (const Call& call : calls) {
        Button to{"trainee.call." +
                      scene.layout().device(scene.layout()[call.command.object].device).name,
                  call.label, call.reason};
        to.enabled = call.reason.empty();
        if (to.enabled) to.help = scene.desk.translate()(N_("Call the next voter"));
        if (button(scene.ui, rect.cut_left(wide), to)) act_as(scene, call.command);
        rect.cut_left(between);
    }
}

}  // namespace sim::seats
