import { shortestBent } from './curve.ts';

/**
 * Shaders of the edges. Everything is computed in CSS pixels around the middle of the canvas, so that dashes, dots, arrows and
 * widths look the same at every zoom. The curve is drawn as a strip along it, which fills far fewer pixels than its bounding box.
 */
export const edgeVertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute float a_bend;
attribute float a_startRadius;
attribute float a_endRadius;
attribute float a_pattern;
attribute float a_bar;
// Constant for all edges: where the vertex lies along the edge, on which side, and of which part it is (0 line, 1 arrow, 2 bar).
attribute vec3 a_vertex;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_halfWidth;
varying float v_pattern;

const float bias = 255.0 / 254.0;
const float feather = 1.0;
const float gap = 1.5;

vec2 curve(vec2 start, vec2 control, vec2 end, float t) {
  return (1.0 - t) * (1.0 - t) * start + 2.0 * t * (1.0 - t) * control + t * t * end;
}

// Where the curve leaves a circle around its start: halving, since the distance grows along the half that is searched.
float leaves(vec2 start, vec2 control, vec2 end, float radius) {
  float low = 0.0;
  float high = 0.5;
  for (int i = 0; i < 8; i++) {
    float middle = (low + high) / 2.0;
    if (distance(start, curve(start, control, end, middle)) < radius) low = middle;
    else high = middle;
  }
  return high;
}

void main() {
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * u_half;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * u_half;
  vec2 chord = end - start;
  float share = a_bend * max(1.0, ${shortestBent.toFixed(1)} / max(length(chord), 1.0));
  vec2 control = (start + end) / 2.0 + vec2(-chord.y, chord.x) * share;
  float halfWidth = max(a_width / u_sizeRatio, 1.0) / 2.0;
  float arrow = 5.0 + 2.2 * halfWidth;
  float first = leaves(start, control, end, a_startRadius / u_sizeRatio + gap);
  float tip = 1.0 - leaves(end, control, start, a_endRadius / u_sizeRatio + gap);
  float last = max(first, 1.0 - leaves(end, control, start, a_endRadius / u_sizeRatio + gap + arrow * 0.9));
  float length_ = (2.0 * length(chord) + distance(start, control) + distance(control, end)) / 3.0;

  float t = a_vertex.z == 1.0 ? tip : a_vertex.z == 2.0 ? 0.5 : mix(first, last, a_vertex.x);
  vec2 tangent = normalize((1.0 - t) * (control - start) + t * (end - control) + vec2(1e-6, 0.0));
  vec2 normal = vec2(-tangent.y, tangent.x);
  vec2 point = curve(start, control, end, t);
  v_pattern = a_pattern;
  v_halfWidth = halfWidth;
  #ifdef PICKING_MODE
  float reach = max(halfWidth, 5.0);
  v_color = a_id;
  #else
  float reach = halfWidth + feather;
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_across = a_vertex.y * reach;
  v_along = (t - first) * length_;
  if (a_vertex.z == 1.0) {
    // x: 0 at the tip, 1 at the foot.
    point += -tangent * a_vertex.x * arrow + normal * a_vertex.y * arrow * 0.48;
    v_pattern = 0.0;
    v_across = 0.0;
  } else if (a_vertex.z == 2.0) {
    // A stroke across the line; without extent on edges that are not negative.
    point += (tangent * a_vertex.x * reach + normal * a_vertex.y * 6.5) * a_bar;
    v_pattern = 0.0;
    v_across = a_vertex.x * reach;
  } else {
    point += normal * a_vertex.y * reach;
  }
  gl_Position = vec4(point / u_half, 0.0, 1.0);
}
`;

export const edgeFragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_halfWidth;
varying float v_pattern;

uniform float u_pixelRatio;

float dash(float along, float period, float on) {
  float place = abs(mod(along, period) - period / 2.0);
  return place - on / 2.0;
}

void main(void) {
  #ifdef PICKING_MODE
  // The gaps can be clicked as well as the dashes.
  gl_FragColor = v_color;
  #else
  float soft = 0.7 / u_pixelRatio;
  float outside = abs(v_across) - v_halfWidth;
  if (v_pattern == 1.0) {
    outside = max(outside, dash(v_along, 12.0, 7.5));
  } else if (v_pattern == 2.0) {
    float period = max(v_halfWidth * 2.0 + 3.5, 5.0);
    outside = length(vec2(abs(mod(v_along, period) - period / 2.0), v_across)) - v_halfWidth * 1.15;
  }
  gl_FragColor = v_color * (1.0 - smoothstep(-soft, soft, outside));
  #endif
}
`;
