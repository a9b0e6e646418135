/** Shaders of the actors: one square each, the shape is a signed distance in pixels (after Inigo Quilez, 2D distance functions). */
export const nodeVertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_ringWidth;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
varying float v_ringWidth;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  float reach = v_radius * 1.3 + a_ringWidth + 1.0;
  v_place = a_corner * reach;
  v_shape = a_shape;
  v_ringWidth = a_ringWidth;
  v_ring = a_ring;
  vec2 point = (u_matrix * vec3(a_position, 1.0)).xy * u_half + v_place;
  gl_Position = vec4(point / u_half, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ring.a *= bias;
}
`;

export const nodeFragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
varying float v_ringWidth;

uniform float u_pixelRatio;
uniform vec4 u_paper;

float box(vec2 p, vec2 extent) {
  vec2 d = abs(p) - extent;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float triangle(vec2 p, float r) {
  const float k = 1.7320508;
  p.y = -p.y;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}
float hexagon(vec2 p, float r) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}

float shape(vec2 p, float r, float kind) {
  if (kind < 0.5) return length(p) - r;
  if (kind < 1.5) return box(p, vec2(r * 0.8)) - r * 0.08;
  if (kind < 2.5) return (abs(p.x) + abs(p.y) - r * 1.2) * 0.7071;
  if (kind < 3.5) return triangle(p, r * 1.05);
  if (kind < 4.5) return hexagon(p, r * 0.9);
  return box(p, vec2(r * 0.68, r * 0.95));
}

void main(void) {
  // Shapes with an odd number are the hollow kind of the even one before.
  float kind = floor(v_shape / 2.0);
  bool hollow = mod(v_shape, 2.0) > 0.5;
  float outside = shape(v_place, v_radius, kind);
  #ifdef PICKING_MODE
  // A little more than is seen, for fingers.
  gl_FragColor = outside < 3.0 ? v_color : vec4(0.0);
  #else
  float soft = 0.7 / u_pixelRatio;
  vec4 fill = v_color;
  if (hollow) fill = mix(u_paper, v_color, smoothstep(-soft, soft, outside + max(v_radius * 0.34, 2.0)));
  vec4 color = fill * (1.0 - smoothstep(-soft, soft, outside));
  if (v_ringWidth > 0.0) {
    float ring = abs(outside - v_ringWidth / 2.0 - 1.0) - v_ringWidth / 2.0;
    color = mix(color, v_ring, 1.0 - smoothstep(-soft, soft, ring));
  }
  gl_FragColor = color;
  #endif
}
`;
