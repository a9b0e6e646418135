import { html, type TemplateResult } from 'lit';
import { edgeWords, lineKindOf } from '../canvas/edge-look.ts';
import { dateWords } from '../core/dates.ts';
import { asWritten, oneLine } from '../core/text.ts';
import type { Claim, GraphEdge } from '../core/types.ts';
import lines from '../data/lines.json';
import './why.ts';
import type { Context, Page } from './context.ts';
import { connection } from './connections.ts';
import { lineGlyph } from './glyphs.ts';
import { actLabel, actorLink, limitsOf, nameOf, placeLink, speakerChain, tags } from './pieces.ts';

const row = (label: string, value: TemplateResult | string): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** The sentence marked in the text around it, as one piece: a space between the parts would be a space in the quotation. */
const inContext = ({ context, quote }: Claim): readonly TemplateResult[] => [
  html`<span>${context?.before ? `…${asWritten(context.before)}` : ''}</span>`,
  html`<mark>${asWritten(context?.quote ?? quote)}</mark>`,
  html`<span>${context?.after ? `${asWritten(context.after)}…` : ''}</span>`,
];

/** A claim without limits is told as done only where nobody but the document, or who did it, speaks, and the document reports. */
function wordOf({ graph }: Context, { id, speakers, agent }: Claim): string {
  if (!speakers.every((speaker) => speaker.id === agent?.id)) return 'as far as its speakers say';
  const standing = graph.edges.find(({ claimIds }) => claimIds.includes(id))?.standing;
  if (standing === 'told') return 'told as done';
  return standing === 'alleged' ? 'alleged: the document speaks for a party' : 'as the document says';
}

const relationWords: Readonly<Record<string, readonly [string, string]>> = {
  CONTENT: ['What is asked, denied or announced', 'Asked, denied or announced by'],
  ANSWERED_BY: ['What became of it', 'Answers'],
  CONTRADICTED_BY: ['Contradicted by', 'Contradicts'],
  SAME_EVENT: ['Told elsewhere', 'Told elsewhere'],
};

const relatedRows = (context: Context, { related = [] }: Claim): readonly TemplateResult[] =>
  related.map(({ id, caption, relation, onward }) =>
    row(
      relationWords[relation]?.[onward ? 0 : 1] ?? relation,
      placeLink(context, { kind: 'claim', id }, nameOf(caption, 120)),
    ),
  );

/** One claim in full: who says so, when, how far it goes, and its sentence marked in the text around it. */
function claimSection(context: Context, claim: Claim): TemplateResult {
  const limits = limitsOf(claim);
  const document = claim.document;
  return html`<section class="claim" aria-label=${oneLine(claim.caption)}>
    <div class="statement">
      ${actorLink(context, claim.agent)}
      ${placeLink(context, { kind: 'claim', id: claim.id }, html`<span class="act">${actLabel(context, claim)}</span>`)}
      ${claim.target ? actorLink(context, claim.target) : ''} ${tags(limits)}
    </div>
    <blockquote class="context" dir="auto">${inContext(claim)}</blockquote>
    <dl class="details">
      ${row('Said by', speakerChain(context, claim))}
      ${row('Said', dateWords(claim.saidFrom, claim.saidTo) || 'not known')}
      ${row('Happened', dateWords(claim.dateFrom, claim.dateTo) || 'not told')}
      ${row('How far it goes', limits.length > 0 ? limits.join(', ') : wordOf(context, claim))}
      ${claim.title ? row('Title', oneLine(claim.title)) : ''}
      ${claim.object ? row('What', actorLink(context, claim.object)) : ''}
      ${claim.place ? row('Where', actorLink(context, claim.place)) : ''}
      ${claim.as ? row('As', actorLink(context, claim.as)) : ''}
      ${claim.under ? row('Under', actorLink(context, claim.under)) : ''}
      ${
        document
          ? row(
              'Document',
              placeLink(
                context,
                { kind: 'document', id: document.sourceId, claim: claim.id },
                html`${nameOf(document.title, 90)} (read it there)`,
              ),
            )
          : ''
      }
      ${(claim.moreEvidence ?? []).map(({ quote }) => row('Rests also on', html`“${oneLine(quote)}”`))}
      ${relatedRows(context, claim)}
      ${claim.confidence === undefined ? '' : row('Confidence', String(claim.confidence))}
    </dl>
    ${claim.document ? html`<attest-why .context=${context} .claim=${claim}></attest-why>` : ''}
  </section>`;
}

/** What else the two have to do with each other. */
function alsoBetween(context: Context, { id, from, to }: GraphEdge): TemplateResult | string {
  const others = context.graph.edges.filter(
    (edge) => edge.id !== id && ((edge.from === from && edge.to === to) || (edge.from === to && edge.to === from)),
  );
  return others.length === 0
    ? ''
    : html`<h3>Also between the two</h3>
        <ul class="plain connections">
          ${others.map((edge) => connection(context, edge, from))}
        </ul>`;
}

const mostAtOnce = 30;

/** An edge: every claim that it stands for. */
export async function edgePage(context: Context, id: string, signal: AbortSignal): Promise<Page> {
  const edge = context.graph.edges.find((one) => one.id === id);
  if (!edge)
    return {
      title: 'This edge is not there',
      content: html`<p class="note">
        The graph has changed since this link was made, or the edge is outside the part that is loaded.
      </p>`,
    };
  const briefs = new Map(context.graph.nodes.map((node) => [node.id, node]));
  const claims = await Promise.all(edge.claimIds.slice(0, mostAtOnce).map((claim) => context.api.claim(claim, signal)));
  const kind = lineKindOf(edge);
  const about = lines.kinds[kind];
  return {
    title: `${oneLine(briefs.get(edge.from)?.name ?? '')} ${edgeWords(edge)}${edge.about ? ':' : ''} ${oneLine(edge.about ?? briefs.get(edge.to)?.name ?? '')}`,
    inFront: { node: null, edges: [edge.id] },
    content: html`<p class="statement big">
        ${actorLink(context, briefs.get(edge.from))} <span class="act">${edgeWords(edge)}</span>
        ${actorLink(context, briefs.get(edge.to))}
      </p>
      ${edge.about ? html`<p class="note">What it is about: ${oneLine(edge.about)}</p>` : ''}
      <p class="kind">${lineGlyph(kind)} ${about.label}: ${about.about}</p>
      <p class="muted small">
        ${edge.claimIds.length} ${edge.claimIds.length === 1 ? 'claim' : 'claims'} in ${edge.documents?.length ?? 1}
        ${(edge.documents?.length ?? 1) === 1 ? 'document' : 'documents'}${
          edge.claimIds.length > mostAtOnce ? `; the first ${mostAtOnce} are shown` : ''
        }
      </p>
      ${claims.map((claim) => claimSection(context, claim))} ${alsoBetween(context, edge)}`,
  };
}

/** One claim, at an address of its own. */
export async function claimPage(context: Context, id: string, signal: AbortSignal): Promise<Page> {
  const claim = await context.api.claim(id, signal);
  const edges = context.graph.edges.filter(({ claimIds }) => claimIds.includes(id)).map((edge) => edge.id);
  const ends = [claim.agent?.id, claim.target?.id].filter((end) => end !== undefined);
  return {
    title: oneLine(claim.caption),
    inFront: edges.length > 0 ? { node: null, edges } : { node: ends[0] ?? null },
    content: html`${claimSection(context, claim)}
      <p class="muted small">
        Address of this claim: ${placeLink(context, { kind: 'claim', id }, html`<code>${id}</code>`)}
      </p>`,
  };
}
