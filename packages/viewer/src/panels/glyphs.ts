import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { LineKind } from '../canvas/edge-look.ts';
import lines from '../data/lines.json';
import shapes from '../data/shapes.json';

const paths: Readonly<Record<string, string>> = {
  square: 'M3 3h10v10h-10z',
  diamond: 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z',
  triangle: 'M8 2l6.6 11.5h-13.2z',
  hexagon: 'M4.6 2.2h6.8l3.4 5.8l-3.4 5.8h-6.8l-3.4 -5.8z',
  page: 'M3.5 1.5h9v13h-9z',
};

function outline(shape: string, fill: string, stroke: string): SVGTemplateResult {
  const path = paths[shape];
  return path === undefined
    ? svg`<circle cx="8" cy="8" r="5.6" fill=${fill} stroke=${stroke} stroke-width="2.4"></circle>`
    : svg`<path d=${path} fill=${fill} stroke=${stroke} stroke-width="2" stroke-linejoin="round"></path>`;
}

/** The mark of an entity type, as on the canvas. */
export function shapeGlyph(type: string, color: string): TemplateResult {
  const { shape, hollow } = (shapes as Readonly<Record<string, { shape: string; hollow: boolean }>>)[type] ?? {
    shape: 'circle',
    hollow: true,
  };
  return html`<svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">
    ${outline(shape, hollow ? 'none' : color, color)}
  </svg>`;
}

const dashes: Readonly<Record<string, string>> = { solid: 'none', dashed: '7 4', dotted: '0.1 4.4' };

/** The line of an edge, as on the canvas. */
export function lineGlyph(kind: LineKind): TemplateResult {
  const { pattern, bar } = lines.kinds[kind];
  return html`<svg class="line ${kind}" viewBox="0 0 34 12" aria-hidden="true">
    <path
      d="M1 6h26"
      stroke-dasharray=${dashes[pattern] ?? 'none'}
      stroke-linecap=${pattern === 'dotted' ? 'round' : 'butt'}
      stroke-width=${pattern === 'dotted' ? 3 : 2}
    ></path>
    ${bar ? svg`<path d="M14 1v10" stroke-width="2"></path>` : ''}
    <path class="tip" d="M27 2l6 4l-6 4z"></path>
  </svg>`;
}
