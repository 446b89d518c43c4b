#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/core/map_reader.h"
#include "engine/core/text.h"
#include "engine/core/yaml.h"

namespace {

constexpr int deepest = 32;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Every position lies in the file and nothing is deeper than the limit.
void check(const engine::Node& node, int depth) {
    require(depth <= deepest + 1);
    require(node.line >= 0 && node.column >= 0);
    for (const engine::Node& item : node.items) check(item, depth + 1);
    for (const auto& [key, value] : node.entries) {
        require(key.line >= 1 && key.column >= 1);
        check(value, depth + 1);
    }
}

}  // namespace

/// libFuzzer's entry: reading any bytes as YAML, and any tree as a map, neither crashes nor hangs,
/// and no tree comes without either a position or a problem.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    engine::Problems problems;
    const auto node = engine::read_yaml(text, "fuzz", problems);
    require(node.has_value() || !problems.empty());
    if (node) {
        check(*node, 0);
        engine::MapReader map(*node, "fuzz", "map", problems);
        (void)map.text("text", "");
        (void)map.integer("integer", 0, -10, 10);
        (void)map.boolean("boolean", false);
        (void)map.clock("clock", 0);
        (void)map.duration("duration", 0);
        (void)map.quantity("quantity", "permille", 0, 0, 1000);
        (void)map.localized("localized", false);
        (void)map.texts("texts");
        map.finish();
    }
    for (const engine::Problem& problem : problems) {
        require(problem.line >= 0 && problem.column >= 0);
        require(engine::valid_utf8(problem.text()));
    }
    return 0;
}
