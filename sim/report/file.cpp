#include "sim/page/layout.h"
#include "sim/report/report.h"

namespace sim {

void write_report_pdf(const Report& report, const std::string& path) {
    write_whole(report_pdf(report), path);
}

void write_report_html(const Report& report, const std::string& path) {
    write_whole(report_html(report), path);
}

}  // namespace sim
