#include "engine/view/shader.h"

#include <epoxy/gl.h>

#include <stdexcept>

namespace engine::view {

namespace {

unsigned compile(unsigned kind, const std::string& code) {
    const unsigned shader = glCreateShader(kind);
    const char* text = code.c_str();
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    return shader;
}

}  // namespace

unsigned link_program(const std::string& corner_code, const std::string& pixel_code) {
    const unsigned corner = compile(GL_VERTEX_SHADER, corner_code);
    const unsigned pixel = compile(GL_FRAGMENT_SHADER, pixel_code);
    const unsigned program = glCreateProgram();
    glAttachShader(program, corner);
    glAttachShader(program, pixel);
    glLinkProgram(program);
    glDeleteShader(corner);
    glDeleteShader(pixel);
    int linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0) throw std::runtime_error("no OpenGL 3.3: its shaders do not link");
    return program;
}

}  // namespace engine::view
