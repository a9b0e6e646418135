import { html, type TemplateResult } from 'lit';
import { lineKindOf } from '../canvas/edge-look.ts';
import type { Brief, Claim, GraphEdge } from '../core/types.ts';
import { asWritten, lengthOf, oneLine, shortened } from '../core/text.ts';
import lines from '../data/lines.json';
import { dateWords } from '../core/dates.ts';
import type { Place } from '../core/view.ts';
import type { Context } from './context.ts';
import { lineGlyph, shapeGlyph } from './glyphs.ts';

/** A link to a place: a real one, and followed without leaving the page. */
export const placeLink = (
  { link, go }: Context,
  place: Place,
  content: TemplateResult | string,
  name = '',
): TemplateResult =>
  html`<a
    href=${link(place)}
    class=${name}
    @click=${(event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      go(place);
    }}
    >${content}</a
  >`;

/** A name of any origin: it cannot turn the line around it, and takes no more room than a name should. */
export const nameOf = (name: string, most = 120): TemplateResult =>
  html`<bdi title=${lengthOf(name) > most ? shortened(name, 2000) : ''}>${shortened(name, most) || '(no name)'}</bdi>`;

export const colorOf = ({ ontology }: Context, type: string): string => ontology.entityTypes[type]?.color ?? '#888888';
export const typeLabel = ({ ontology }: Context, type: string): string => ontology.entityTypes[type]?.label ?? type;

export const actorLink = (context: Context, brief: Brief | null | undefined): TemplateResult =>
  brief
    ? placeLink(
        context,
        { kind: 'entity', id: brief.id },
        html`${shapeGlyph(brief.type, colorOf(context, brief.type))}${nameOf(brief.name)}`,
        'actor',
      )
    : html`<span class="muted">somebody not named</span>`;

/** What a claim's act is called; `inverse` as seen from the target. */
export function actLabel({ ontology }: Context, { act, lemma }: Pick<Claim, 'act' | 'lemma'>, inverse = false): string {
  const words = ontology.acts[act];
  if (lemma) return inverse ? `${lemma} (by others)` : lemma;
  return (inverse ? words?.inverse : words?.label) ?? act.toLowerCase().replaceAll('_', ' ');
}

/** What keeps a claim from being a plain fact, in words. */
export const limitsOf = ({
  polarity,
  modality,
  hedged,
}: Pick<Claim, 'polarity' | 'modality' | 'hedged'>): readonly string[] => [
  ...(polarity === 'negative' ? ['denied or not so'] : []),
  ...(modality === 'performed' ? [] : [modality]),
  ...(hedged ? ['the text keeps its distance'] : []),
];

export const tags = (words: readonly string[]): TemplateResult =>
  html`${words.map((word) => html`<span class="tag">${word}</span> `)}`;

/** Who says so, the innermost first. */
export function speakerChain(context: Context, { speakers }: Claim): TemplateResult {
  if (speakers.length === 0) return html`<span>the document itself</span>`;
  return html`${speakers.map(
    (speaker, index) =>
      html`${index > 0 ? html`<span class="muted">, as told by </span>` : ''}${actorLink(context, speaker)}`,
  )}`;
}

const quoteOf = (text: string): TemplateResult => html`<blockquote dir="auto">${asWritten(text)}</blockquote>`;

/** A claim in a list: what it says, its limits, its words, who says so where and when. */
export function claimItem(context: Context, claim: Claim): TemplateResult {
  const said = dateWords(claim.saidFrom, claim.saidTo);
  return html`<li class="claim">
    <div class="statement">
      ${actorLink(context, claim.agent)}
      ${placeLink(context, { kind: 'claim', id: claim.id }, html`<span class="act">${actLabel(context, claim)}</span>`)}
      ${claim.target ? actorLink(context, claim.target) : ''}
      ${claim.title ? html`<span class="muted">${oneLine(claim.title)}</span>` : ''} ${tags(limitsOf(claim))}
    </div>
    ${quoteOf(claim.quote)}
    <div class="muted small">
      said by
      ${speakerChain(context, claim)}${said ? html`, ${said}` : ''}${
        claim.document
          ? html`, in
            ${placeLink(context, { kind: 'document', id: claim.document.sourceId, claim: claim.id }, nameOf(claim.document.title, 80))}`
          : ''
      }
    </div>
  </li>`;
}

/** An edge in words, with its line. */
export function edgeItem(context: Context, edge: GraphEdge, words: string): TemplateResult {
  const kind = lineKindOf(edge);
  return placeLink(
    context,
    { kind: 'edge', id: edge.id },
    html`${lineGlyph(kind)}<span class="hidden">${lines.kinds[kind].label}: </span>${words}`,
    'edge',
  );
}
