import { html, type TemplateResult } from 'lit';
import { edgeWords, lineKindOf } from '../canvas/edge-look.ts';
import type { Published } from '../core/published.ts';
import { asWritten, oneLine, shortened } from '../core/text.ts';
import lines from '../data/lines.json';
import { lineGlyph, shapeGlyph } from '../panels/glyphs.ts';

/** What is chosen in the picture. */
export type Chosen = { readonly kind: 'entity' | 'edge'; readonly id: string };

const mostClaims = 20;
const name = (text: string): TemplateResult => html`<bdi>${shortened(text, 90)}</bdi>`;

function explorerLink(explorer: string, { kind, id }: Chosen): TemplateResult | string {
  if (!/^(?:https?:\/\/|\/)/u.test(explorer)) return '';
  const address = `${explorer}${explorer.includes('?') ? '&' : '?'}${kind}=${encodeURIComponent(id)}`;
  return html`<a href=${address} target="_blank" rel="noopener">open in the explorer</a>`;
}

function claims(picture: Published, ids: readonly string[], quotes: readonly string[]): TemplateResult {
  const known = ids.flatMap((id) => picture.claims[id] ?? []).slice(0, mostClaims);
  if (known.length === 0)
    return html`${quotes.map((quote) => html`<blockquote dir="auto">${asWritten(quote)}</blockquote>`)}`;
  return html`${known.map(
    ({ quote, speakers, said, document }) =>
      html`<blockquote dir="auto">${asWritten(quote)}</blockquote>
        <div class="muted">
          said by
          ${speakers.length === 0 ? 'the document itself' : speakers.map(oneLine).join(', as told by ')}${said ? `, ${oneLine(said)}` : ''},
          in ${name(document)}
        </div>`,
  )}`;
}

/** What is chosen, in words: an actor with its type, an edge with the sentences it rests on. */
export function cardOf(picture: Published, chosen: Chosen, explorer: string): TemplateResult {
  const names = new Map(picture.nodes.map((node) => [node.id, node]));
  if (chosen.kind === 'entity') {
    const node = names.get(chosen.id);
    const type = picture.types[node?.type ?? ''];
    return html`<b>${shapeGlyph(node?.type ?? '', type?.color ?? '#888888')}${name(node?.name ?? '')}</b>
      <span class="muted">${oneLine(type?.label ?? node?.type ?? '')}</span> ${explorerLink(explorer, chosen)}`;
  }
  const edge = picture.edges.find(({ id }) => id === chosen.id);
  if (!edge) return html``;
  const kind = lineKindOf(edge);
  return html`<b
      >${name(names.get(edge.from)?.name ?? '')} ${oneLine(edgeWords(edge))} ${name(names.get(edge.to)?.name ?? '')}</b
    >
    <div class="muted">${lineGlyph(kind)}${lines.kinds[kind].label}: ${lines.kinds[kind].about}</div>
    ${claims(picture, edge.claimIds, edge.quotes ?? [])} ${explorerLink(explorer, chosen)}`;
}

/** The picture in words, for who cannot see it. */
export function wordsOf({ nodes, edges }: Published): TemplateResult {
  const names = new Map(nodes.map((node) => [node.id, oneLine(node.name)]));
  return html`<ul>
    ${edges.map((edge) => html`<li>${names.get(edge.from)} ${edgeWords(edge)} ${names.get(edge.to)}</li>`)}
  </ul>`;
}
