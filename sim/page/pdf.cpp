#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>
#include <stdexcept>

#include "sim/page/layout.h"

namespace sim {

namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string make_pdf(
    const PdfFacts& facts,
    const std::function<void(cairo_t*, const std::function<void()>& next_page)>& draw) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, Destroy> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, page_width * 0.75, page_height * 0.75));
    const auto name = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty())
            cairo_pdf_surface_set_metadata(surface.get(), what, valid_text(text).c_str());
    };
    name(CAIRO_PDF_METADATA_TITLE, facts.title);
    name(CAIRO_PDF_METADATA_SUBJECT, facts.subject);
    name(CAIRO_PDF_METADATA_CREATOR, "Polldrill");
    name(CAIRO_PDF_METADATA_CREATE_DATE, facts.created);
    const std::unique_ptr<cairo_t, Destroy> cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), 0.75, 0.75);
    cairo_set_line_cap(cairo.get(), CAIRO_LINE_CAP_BUTT);
    draw(cairo.get(), [&] { cairo_show_page(cairo.get()); });
    cairo_surface_finish(surface.get());
    const cairo_status_t status = cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS
                                      ? cairo_status(cairo.get())
                                      : cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
    return bytes;
}

}  // namespace sim
