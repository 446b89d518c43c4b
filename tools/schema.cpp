#include <fmt/format.h>

#include <limits>
#include <memory>
#include <set>

#include "engine/core/text.h"
#include "sim/scenario/formats.h"
#include "sim/scenario/schema.h"
#include "tools/program.h"

namespace polldrill {

namespace {

std::string_view name_of(sim::KeyType type) {
    switch (type) {
        case sim::KeyType::text:
            return "text";
        case sim::KeyType::name:
            return "name";
        case sim::KeyType::localized:
            return "{en, ru, ky}";
        case sim::KeyType::whole:
            return "whole number";
        case sim::KeyType::boolean:
            return "true or false";
        case sim::KeyType::clock:
            return "time (HH:MM[:SS])";
        case sim::KeyType::duration:
            return "duration (30 s)";
        case sim::KeyType::quantity:
            return "number with unit";
        case sim::KeyType::choice:
            return "one of";
        case sim::KeyType::texts:
            return "texts";
        case sim::KeyType::names:
            return "names";
        case sim::KeyType::sentences:
            return "sentences";
        case sim::KeyType::condition:
            return "condition";
        case sim::KeyType::numbers:
            return "whole numbers";
        case sim::KeyType::map:
            return "map";
        case sim::KeyType::maps:
            return "list of maps";
        case sim::KeyType::parameters:
            return "parameters";
        case sim::KeyType::anything:
            return "see help";
    }
    return "";
}

std::string form_of(const sim::KeySpec& key) {
    std::string form(name_of(key.type));
    if (key.choices != nullptr) {
        const std::vector<std::string> choices = key.choices();
        form += " " + engine::join(choices);
    }
    if (!key.of.empty()) form += fmt::format(" of {}", key.of);
    if (!key.unit.empty()) form += fmt::format(" in {}", key.unit);
    const bool bounded = key.low != std::numeric_limits<std::int64_t>::min() &&
                         (key.type == sim::KeyType::whole || key.type == sim::KeyType::quantity);
    if (bounded) form += fmt::format(", {} to {}", key.low, key.high);
    return form;
}

void print(const sim::MapFormat& format, std::set<std::string_view>& printed) {
    if (!printed.insert(format.name).second) return;
    fmt::print("{}: {}\n", format.name, format.help);
    for (const sim::KeySpec& key : format.keys) {
        fmt::print("  {} {} {}\n", engine::pad(key.name, 14),
                   key.required ? "required" : "        ", key.help);
        fmt::print("  {}          {}\n", engine::pad("", 14), form_of(key));
    }
    fmt::print("\n");
    for (const sim::KeySpec& key : format.keys) {
        const sim::MapFormat* inner = key.of.empty() ? nullptr : sim::find_format(key.of);
        if (inner != nullptr) print(*inner, printed);
    }
}

Exit schema(const std::string& kind, bool json) {
    if (json) {
        fmt::print("{}\n", sim::schema_of(kind).value().dump(2));
        return Exit::well;
    }
    const sim::MapFormat* format = sim::find_format(kind);
    if (format == nullptr) return bad_use(fmt::format("there is no kind of file {}", kind));
    std::set<std::string_view> printed;
    print(*format, printed);
    return Exit::well;
}

}  // namespace

void add_schema(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("schema", "What may stand in a kind of file: keys, forms, ranges");
    auto kind = std::make_shared<std::string>();
    std::vector<std::string> kinds(sim::file_kinds().begin(), sim::file_kinds().end());
    command->add_option("KIND", *kind, engine::join(kinds))
        ->required()
        ->check(CLI::IsMember(kinds));
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "As JSON Schema, for editors");
    command->callback(
        [&program, kind, json] { program.run = [kind, json] { return schema(*kind, *json); }; });
}

}  // namespace polldrill
