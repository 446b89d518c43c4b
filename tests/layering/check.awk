# The rules of tests/layering/check, over all sources in one go. Comments are not read.

function allow(folder, below) { allowed[folder] = " " folder " " below " " }

function complain(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"
    failures++
}

BEGIN {
    world = "engine/core sim/world"
    station = world " sim/equipment sim/people sim/election sim/faults sim/station"
    scenario = station " sim/crew sim/scenario"
    allow("engine/core", "")
    allow("engine/link", "engine/core")
    allow("engine/scene", "engine/core")
    allow("engine/view", "engine/core engine/scene")
    allow("sim/world", "engine/core")
    allow("sim/equipment", world)
    allow("sim/people", world)
    allow("sim/election", world)
    allow("sim/faults", world)
    allow("sim/station", station)
    allow("sim/crew", station)
    allow("sim/scenario", scenario)
    allow("sim/assessment", scenario)
    allow("sim/recording", scenario " sim/assessment")
    allow("sim/page", "engine/core")
    allow("sim/report", scenario " sim/assessment sim/recording sim/page")
    allow("sim/handbook", scenario " sim/page")
    session = scenario " sim/assessment sim/recording sim/session"
    allow("sim/session", session)
    allow("sim/seats", session " sim/page sim/report engine/link engine/scene engine/view")

    libm = "(sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|exp2|expm1|log|log2|log10|log1p"
    libm = libm "|pow|cbrt|hypot|erf|erfc|tgamma|lgamma|fma)"
    libm_in_std = "std::" libm "\\("
    libm_bare = "(^|[^a-zA-Z0-9_:.>])" libm "f?l?\\([^)]"
    clock = "(system|steady|high_resolution)_clock|[^a-z_]time\\((NULL|nullptr|0)\\)"
    clock = clock "|gettimeofday|clock_gettime"
    generators = "mt19937|minstd_rand|random_device|default_random_engine|_distribution<"
    generators = generators "|[^a-z_]rand\\(\\)|std::shuffle"
    locales = "std::locale|setlocale|std::stod|std::stof|strtod|atof\\("
}

FNR == 1 {
    split(FILENAME, path, "/")
    folder = path[1] "/" path[2]
    tool = path[1] == "tools"
    draws = folder == "engine/view" || folder == "sim/seats"
    # Where simulated time meets the wall's: who paces a drill and dates its recording.
    paces = folder == "sim/session"
    worldly = (folder == "engine/core" || path[1] == "sim") && !draws && !paces
    if (!tool && !(folder in allowed)) complain("no layer is called " folder)
}

{ sub(/\/\/.*/, "") }

/^[ \t]*#[ \t]*include[ \t]*[<"](SDL|GL\/|epoxy|imgui)/ {
    if (!draws) complain("only engine/view and sim/seats may draw")
}

!tool && /^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    if (split(quoted[2], target, "/") < 3)
        complain("includes \"" quoted[2] "\", which is not a path from the root")
    else if (index(allowed[folder], " " target[1] "/" target[2] " ") == 0)
        complain(folder " must not include " target[1] "/" target[2] " (\"" quoted[2] "\")")
}

worldly {
    if ($0 ~ libm_in_std || $0 ~ libm_bare)
        complain("libm differs from one processor to the next: use + - * / and sqrt")
    if (/unordered_(map|set|multi)/)
        complain("the order of an unordered container is not stable")
    if ($0 ~ clock) complain("the world has no wall clock")
    if ($0 ~ generators) complain("draw from engine/core streams")
    if ($0 ~ locales) complain("the world has no locale")
    if (/std::hash</) complain("std::hash is not the same everywhere")
}

END {
    if (failures) print failures " places break the layering" > "/dev/stderr"
    exit failures > 0
}
