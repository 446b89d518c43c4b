/// What the graphics card runs for spaces. For space_renderer.cpp only.
#pragma once

namespace engine::view {

// MATTE: nothing shines, which saves a third of the work at each corner. Else reflection is worked
// out at the corners from a made-up room: bright above, brighter towards the windows, dark below.
inline constexpr const char* corner_code = R"(
uniform mat4 lens;
uniform vec3 eye;
uniform vec3 dim;
layout(location = 0) in vec3 at;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 texel;
layout(location = 3) in vec4 colour;
layout(location = 4) in vec4 light;
out vec4 ink;
out vec2 within;
#ifndef MATTE
out vec3 shine;
#endif
void main() {
#ifndef MATTE
    vec3 look = normalize(at - eye);
    float facing = max(dot(-look, normal), 0.0);
    float edge = 1.0 - facing;
    vec3 away = reflect(look, normal);
    float above = clamp(away.y * 1.1 + 0.22, 0.0, 1.0);
    float window = clamp(-away.x * 1.8 - 0.63, 0.0, 1.0) * clamp(2.4 - away.y * 2.5, 0.0, 1.0);
    vec3 room = mix(vec3(0.30, 0.26, 0.22), vec3(0.80, 0.84, 0.90), above) + vec3(0.7) * window;
    float fresnel = 0.018 + 0.16 * edge * edge * edge * edge;
    shine = room * fresnel * dim;
#endif
#ifdef LAMP
    ink = colour;
#elif defined(MAPPED)
    ink = colour * vec4(2.0, 2.0, 2.0, 1.0);
#elif defined(IMAGE)
    ink = vec4(light.rgb * 2.0, 1.0) * colour;
#else
    ink = vec4(colour.rgb * light.rgb * 2.0, colour.a);
#endif
#ifndef LAMP
    ink.rgb *= dim;
#endif
#ifndef MATTE
#ifdef MAPPED
    shine *= 0.35;
#else
    shine *= min(light.g * 2.0, 1.0);
#endif
#endif
    within = texel;
    gl_Position = lens * vec4(at, 1.0);
}
)";

inline constexpr const char* pixel_code = R"(
uniform sampler2D texels;
in vec4 ink;
in vec2 within;
#ifndef MATTE
in vec3 shine;
#endif
layout(location = 0) out vec4 pixel;
void main() {
    pixel = ink;
#ifdef MAPPED
    pixel = vec4(ink.rgb * texture(texels, within).rgb, 1.0);
#elif defined(IMAGE)
    pixel = texture(texels, within, -0.5) * ink;
#endif
#ifndef MATTE
    pixel.rgb += shine;
#endif
}
)";

inline constexpr const char* flat_corner_code = R"(#version 330
uniform vec2 frame;
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 colour;
out vec2 within;
out vec4 ink;
void main() {
    within = texel;
    ink = colour;
    gl_Position = vec4(place.x * frame.x - 1.0, place.y * frame.y - 1.0, 0.0, 1.0);
}
)";
inline constexpr const char* flat_pixel_code = R"(#version 330
uniform sampler2D texels;
in vec2 within;
in vec4 ink;
layout(location = 0) out vec4 pixel;
void main() { pixel = ink * texture(texels, within); }
)";

inline constexpr const char* cover_corner_code = R"(#version 330
out vec2 within;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    within = corner;
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
)";
inline constexpr const char* cover_pixel_code = R"(#version 330
uniform sampler2D texels;
uniform float share;
in vec2 within;
layout(location = 0) out vec4 pixel;
void main() { pixel = vec4(texture(texels, within).rgb, share); }
)";

}  // namespace engine::view
