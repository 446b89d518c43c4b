#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float between = 8;
constexpr float symbol = 26;

float width_of(const Scene& scene, std::string_view words) {
    return measure(scene.ui, Type::body, words).x + symbol + 12;
}

}  // namespace

float captions_height(const Scene& scene) {
    return scene.desk.captions() ? 30 : 0;
}

void draw_captions(Scene& scene, Rect rect) {
    if (!scene.desk.captions()) return;
    Ui& ui = scene.ui;
    fill(ui, rect, Token::ground);
    fill(ui, {rect.x, rect.y, rect.w, 1}, Token::line);
    rect = rect.inset(rect.w < 880 ? 8.0F : 16.0F, 3);
    std::vector<std::string> shown;
    float used = 0;
    // The newest have the room; where it is short, older ones give way.
    const auto& captions = scene.me.ear.captions;
    for (auto caption = captions.rbegin(); caption != captions.rend(); ++caption) {
        wake_in(ui, caption->until - ui.time);
        std::string words = words_of(*caption, scene.layout(), scene.desk.translate());
        used += width_of(scene, words) + between;
        if (!shown.empty() && used > rect.w + between) break;
        shown.insert(shown.begin(), std::move(words));
    }
    for (const std::string& words : shown) {
        Rect chip = rect.cut_left(std::min(width_of(scene, words), rect.w));
        rect.cut_left(between);
        fill(ui, chip, Token::band, 4);
        icon(ui, chip.cut_left(symbol), icons::sound, Token::on_band_2, Type::body);
        text_in(ui, chip, Type::body, Token::on_band, words);
    }
}

}  // namespace sim::seats
