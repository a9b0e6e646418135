// Holds claims, statuses and attribution against sentences that others have coded: PLOVER and PETRARCH (events and
// actors), UDS (did it happen), GUM (who says it). Run after a build; reads the shared data.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { loadOntology } from '@attest/model';
import { Actors } from '../dist/claim/actors.js';
import { AttributionReader } from '../dist/claim/attribution.js';
import { quotationsOf } from '../dist/claim/quotations.js';
import { quotedIn } from '../dist/language/quotes.js';
import { StatusReader } from '../dist/claim/status.js';
import { isPredicate } from '../dist/claim/tree.js';
import { analyse } from '../dist/pipeline.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = resolve(process.env.ATTEST_SHARED ?? resolve(root, '../shared'), 'data/tasks');
if (!existsSync(shared)) {
  console.error(`The measuring data are not at ${shared}; set ATTEST_SHARED to the folder that holds data/.`);
  process.exit(1);
}
const ontology = loadOntology();
const lines = (name) =>
  readFileSync(resolve(shared, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const read = (text, published) =>
  analyse(
    {
      sourceId: 'a.txt',
      file: 'a.txt',
      bytes: new TextEncoder().encode(text),
      meta: { kind: 'news', ...(published ? { published } : {}) },
    },
    ontology,
  );
const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (n = ${whole})`;

const actsOf = parse(readFileSync(new URL('tasks-plover.yaml', import.meta.url), 'utf8'));
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/gu, '');
const shares = (name, other) => {
  const [a, b] = [fold(name), fold(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
};

function plover() {
  let [events, typed, paired, both] = [0, 0, 0, 0];
  for (const { text, gold } of lines('plover_gsr.dev.jsonl')) {
    const { record } = read(text);
    const names = (id) => record.entities.find((entity) => entity.id === id)?.aliases ?? [];
    for (const event of gold) {
      const sources = event.source.map((one) => one.text).filter((name) => name.length > 1);
      const targets = event.target.map((one) => one.text).filter((name) => name.length > 1);
      events += 1;
      const acts = new Set(actsOf[event.type] ?? []);
      const isTyped = (claim) => acts.has(claim.act);
      const isPaired = (claim) =>
        (sources.length === 0 || names(claim.agent).some((name) => sources.some((one) => shares(name, one)))) &&
        (targets.length === 0 || names(claim.target).some((name) => targets.some((one) => shares(name, one))));
      const claims = record.claims.filter((claim) => claim.act !== 'HOLDS_OFFICE');
      if (claims.some(isTyped)) typed += 1;
      if (claims.some(isPaired)) paired += 1;
      if (claims.some((claim) => isTyped(claim) && isPaired(claim))) both += 1;
    }
  }
  console.log(
    `PLOVER   class found ${share(typed, events)}, actors ${share(paired, events)}, both ${share(both, events)}`,
  );
}

function petrarch() {
  let [pairs, found, turned, quiet, none] = [0, 0, 0, 0, 0];
  for (const { text, gold, no_event_expected: isNone } of lines('petrarch_unit.dev.jsonl')) {
    const { record } = read(text);
    const code = (id) => (record.entities.find((entity) => entity.id === id)?.aliases ?? []).map((name) => fold(name));
    const is = (id, actor) => code(id).some((name) => name.startsWith(actor.slice(0, 3).toLowerCase()));
    const claims = record.claims.filter((claim) => claim.agent !== null && claim.target !== null);
    if (isNone) {
      none += 1;
      if (claims.every((claim) => claim.modality !== 'performed' || claim.act === 'HOLDS_OFFICE')) quiet += 1;
      continue;
    }
    for (const { source, target } of gold) {
      if (typeof source !== 'string' || typeof target !== 'string') continue;
      pairs += 1;
      if (claims.some((claim) => is(claim.agent, source) && is(claim.target, target))) found += 1;
      else if (claims.some((claim) => is(claim.agent, target) && is(claim.target, source))) turned += 1;
    }
  }
  console.log(
    `PETRARCH actor pairs found ${share(found, pairs)}, only the other way round ${share(turned, pairs)}; nothing told as done where nothing may be found ${share(quiet, none)}`,
  );
}

function factuality() {
  const counts = { happened: { happened: 0, not: 0 }, not_happened: { happened: 0, not: 0 } };
  for (const { text, gold } of lines('uds_factuality.dev.jsonl')) {
    const { doc, reading } = read(text);
    const status = new StatusReader(doc);
    for (const { start, label } of gold) {
      const at = reading.readingOffset(start);
      const token = Array.from({ length: doc.length }, (_, index) => index).find((index) => doc.start(index) === at);
      if (token === undefined || !isPredicate(doc, token)) continue;
      const { modality, negative, hedged } = status.of(token);
      counts[label][modality === 'performed' && !negative && !hedged ? 'happened' : 'not'] += 1;
    }
  }
  const { happened, not_happened: not } = counts;
  const n = happened.happened + happened.not + not.happened + not.not;
  const precision = happened.happened / (happened.happened + not.happened);
  console.log(
    `UDS      accuracy ${share(happened.happened + not.not, n)}, told as happened and did ${(100 * precision).toFixed(1)} %, always "happened" ${share(happened.happened + happened.not, n)}`,
  );
}

function attribution() {
  let [spans, cued, sourced] = [0, 0, 0];
  for (const { text, gold } of lines('gum.dev.jsonl')) {
    const { doc, reading, tied } = read(text);
    const status = new StatusReader(doc);
    const actors = new Actors(doc, tied.mentions);
    const zone = [{ start: 0, end: reading.text.length }];
    const reader = new AttributionReader(
      doc,
      actors,
      status,
      quotationsOf(
        doc,
        quotedIn(doc, (offset) => reading.text.charAt(offset), zone),
        zone,
      ),
    );
    actors.speakerAt = (token) => reader.speakerAt(token);
    for (const one of gold) {
      if (one.kind !== 'attribution' || one.polarity !== 'positive' || one.cue.length === 0) continue;
      const inside = ({ start, end }, token) => {
        const span = reading.sourceSpan(doc.start(token), doc.end(token));
        return span.start >= start && span.end <= end;
      };
      const tokens = Array.from({ length: doc.length }, (_, index) => index);
      const content = tokens.filter(
        (token) => isPredicate(doc, token) && one.content.some((span) => inside(span, token)),
      );
      if (content.length === 0) continue;
      spans += 1;
      const cues = tokens.filter((token) => one.cue.some((span) => inside(span, token)));
      const isCued = content.some((token) => {
        const quotation = reader.quotationAt(token);
        return [...status.of(token).sayers, quotation?.cue ?? -1].some((sayer) => cues.includes(sayer));
      });
      if (isCued) cued += 1;
      const source = new Set(
        tied.mentions
          .filter((mention) => one.source.some((span) => inside(span, mention.head)))
          .map((mention) => mention.entity),
      );
      if (content.some((token) => reader.of(token).speakers.some((speaker) => source.has(speaker)))) sourced += 1;
    }
  }
  console.log(`GUM      verb that says it found ${share(cued, spans)}, speaker as an actor ${share(sourced, spans)}`);
}

plover();
petrarch();
factuality();
attribution();
