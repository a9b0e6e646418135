// pnpm --filter ./packages/extractor citations [--misses]: how many citations are found and rightly resolved, against the
// key of the letter in the corpus and the citations that peers test with. The peers' texts are split in halves by a hash of
// their names: rules are made on the development half only; --misses names misses of that half. Needs the packages built.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layOut } from '@attest/nlp';
import { findLaws } from '../dist/index.js';
import { letterFigures } from './citations-of-letter.mjs';

const shared = process.env.ATTEST_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const folder = `${shared}/data/citations`;
const showMisses = process.argv.includes('--misses');
const lines = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** FNV-1a over the UTF-16 units: the halves never change. */
const hash = (text) => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
};
const half = (id) => ((hash(id) >>> 7) & 1 ? 'held-out' : 'development');
const plain = (number) => String(Number(String(number).replaceAll(',', '')));
const section = (text) =>
  /(\d+[a-zA-Z]{0,3}(?:[-–]\d+[a-z]?)*(?:\.\d[\w.-]*)?)(?:\s?\([^)]*\))*\s*$/u.exec(text)?.[1]?.replaceAll('–', '-');

/** The normal form that a peers' key means; null for forms that are no United States law of the issue's list. */
function wanted(gold) {
  const { cite_type: type, norm_id: id, text = gold.match ?? '', reporter } = gold;
  const [kind, ...rest] = (id ?? '').split('/');
  if (type === 'usc') {
    if (id) return `usc:${rest[0]}/${rest[1]}`;
    const [, title, number] = /^(\d+)\s.*?(\d+[a-zA-Z]*(?:[-–]\d+)?)/u.exec(text) ?? [];
    return title && `usc:${title}/${number.replaceAll('–', '-')}`;
  }
  if (type === 'cfr') return `cfr:${rest[0]}/${rest[1]}`;
  if (type === 'law' && kind === 'us-law') return `${rest[0] === 'private' ? 'prl' : 'pl'}:${rest[1]}/${rest[2]}`;
  if (type === 'law' && reporter === 'U.S.C.') return `usc:${gold.groups.title}/${gold.groups.section}`;
  if (type === 'stat') return `stat:${rest.join('/')}`;
  if (type === 'fedreg')
    return `fr:${gold['fedreg.volume'] ?? /^\d+/u.exec(text)[0]}/${plain(/[\d,]+$/u.exec(text)[0])}`;
  if (type === 'statute' && gold.title && (gold.jurisdiction ?? 'US') === 'US')
    return `usc:${gold.title}/${gold.section}`;
  if (type === 'regulation') return `cfr:${gold.title}/${gold.section}`;
  if (type === 'publicLaw') return `pl:${gold.congress}/${gold.lawNumber}`;
  if (type === 'federalRegister') return `fr:${gold.volume}/${gold.page}`;
  if (type === 'statutesAtLarge') return `stat:${gold.volume}/${gold.page}`;
  if (gold.jurisdiction !== 'United States') return null;
  const number = text.match(/\d(?:[\d,]*\d)?/gu) ?? [];
  if (reporter === 'U.S.C.') return `usc:${number[0]}/${section(text.replace(/[-–]\d+$/u, ''))}`;
  if (reporter === 'C.F.R.') return `cfr:${number[0]}/${section(text)}`;
  if (reporter === 'FR') return `fr:${number[0]}/${plain(number[1])}`;
  if (reporter === 'Pub. L.') return `pl:${number[0]}/${plain(number[1])}`;
  if (reporter === 'Pvt. L.') return `prl:${number[0]}/${plain(number[1])}`;
  return reporter === 'Stat.' ? `stat:${number[0]}/${number[1]}` : null;
}

const families = /^(?:usc|cfr|pl|prl|stat|fr):/u;
/** Only these keys list every citation of their texts, so that what is found beyond them is wrong. */
const complete = new Set(['eyecite', 'eyecite-ts']);

function measure(file, tally) {
  const seen = new Set();
  for (const { id, suite, text, gold } of lines(file)) {
    const keys = new Set();
    for (const one of gold) {
      const key = wanted(one);
      // The citation project lists the readings of its parents beside its own: of several for one place, the one with an id counts.
      if (key && (one.norm_id || !gold.some((other) => other.norm_id && other.text === one.text))) keys.add(key);
    }
    const name = `${text}\n${[...keys].join()}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const part = (tally[half(id)] ??= { suites: {}, misses: [], extra: [], all: 0, right: 0, predicted: 0, wrong: 0 });
    const found = findLaws(layOut(text).reading.text)
      .map(({ normal }) => normal)
      .filter((normal) => families.test(normal));
    const suites = (part.suites[suite] ??= { all: 0, right: 0 });
    for (const key of keys) {
      part.all += 1;
      suites.all += 1;
      if (found.includes(key)) {
        part.right += 1;
        suites.right += 1;
      } else part.misses.push(`${key}  ${JSON.stringify(text.slice(0, 120))}  found ${found.join(', ') || 'nothing'}`);
    }
    if (!complete.has(suite)) continue;
    for (const normal of found) {
      part.predicted += 1;
      if (keys.has(normal)) continue;
      part.wrong += 1;
      part.extra.push(`${normal}  ${JSON.stringify(text.slice(0, 120))}`);
    }
  }
}

/** State codes stand beside the issue's list: what of the peers' statutes and administrative codes is found, with its section. */
function measureStates(file) {
  let [all, right] = [0, 0];
  for (const { id, text, gold } of lines(file)) {
    for (const { cite_type: type, jurisdiction } of gold) {
      if (type !== 'leg_statute' || jurisdiction === 'United States' || half(id) !== 'held-out') continue;
      all += 1;
      const section = /(\d[\w:.-]*)$/u.exec(text.trim())?.[1];
      if (findLaws(text).some(({ normal }) => normal.startsWith('state:') && normal.endsWith(`/${section}`)))
        right += 1;
    }
  }
  console.log(`  statutes of states and territories (not on the issue's list), held-out: ${percent(right, all)}`);
}

const percent = (right, all) => (all === 0 ? 'none' : `${((right * 100) / all).toFixed(1)} % of ${all}`);
letterFigures(showMisses);
if (!existsSync(folder)) {
  console.log(`skipped: the peers' citations are not in ${folder} (set ATTEST_SHARED)`);
} else {
  const tally = {};
  for (const name of [
    'cite_unitedstates-citation.dev',
    'cite_eyecite.dev',
    'cite_eyecite-ts.dev',
    'citations.reporters-db',
  ])
    measure(`${folder}/${name}.jsonl`, tally);
  console.log("\nPeers' citations of U.S. law (U.S.C., C.F.R., public and private laws, Stat., Fed. Reg.)");
  for (const [name, part] of Object.entries(tally).sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(
      `  ${name}: found and rightly resolved ${percent(part.right, part.all)}; of what is found, right ${percent(part.predicted - part.wrong, part.predicted)}`,
    );
    for (const [suite, { all, right }] of Object.entries(part.suites))
      if (all > 0) console.log(`    ${suite}: ${right} of ${all}`);
    if (showMisses && name === 'development')
      for (const line of [...part.misses, ...part.extra.map((one) => `beyond the key: ${one}`)])
        console.log(`    ${line}`);
  }
  measureStates(`${folder}/citations.reporters-db.jsonl`);
}
