// How far the confidence of a claim can be trusted: by band and by rule, the share of claims that are right on the key (act,
// agent and target match) and among claims of texts outside the key that were read by hand (modality, polarity and speaker
// right as well); the expected calibration error of both.
// Usage: node scripts/reliability.mjs            the tables
//        node scripts/reliability.mjs --draw N   those of the first N drawn claims that have no judgement, with their texts
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { matchClaims, sameAct, samePair } from '../../cli/dist/score/claims.js';
import { scoreDocument } from '../../cli/dist/score/document.js';
import { matchEntities, stemOf } from '../../cli/dist/score/entities.js';
import { byCode, claimsOf, matchJudgements } from './reliability-claims.mjs';
import { bandsOf, calibrationError, shareRight, tableOf } from './reliability-table.mjs';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const corpus = pathOf('../../../corpus');
const releases = join(process.env['ATTEST_SHARED'] ?? pathOf('../../../../shared'), 'data/gov-releases');
if (!existsSync(releases)) {
  console.error(`${releases} is missing: set ATTEST_SHARED to the folder that holds data/.`);
  process.exit(2);
}
const linesOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const work = mkdtempSync(join(tmpdir(), 'reliability-'));
const extract = (folder, name) => {
  const out = join(work, name);
  const given = ['extract', folder, '--out', out];
  execFileSync(process.execPath, [pathOf('../../cli/dist/main.js'), ...given], { stdio: 'ignore' });
  return out;
};

/** Readings of one document of the key, and how many of its claims tell as done what the key does not. */
function readAgainstKey(doc, out, claims) {
  const text = readFileSync(join(corpus, `${doc}.txt`), 'utf8');
  const [goldEntities, gold] = ['entities', 'claims'].map((kind) =>
    linesOf(join(corpus, 'key', `${doc}.${kind}.jsonl`)),
  );
  const predicted = {
    entities: linesOf(join(out, 'entities.jsonl')),
    claims: linesOf(join(out, 'claims.jsonl')).filter((claim) => stemOf(claim.document) === doc),
  };
  const key = { entities: goldEntities, claims: gold };
  const { goldOf } = matchEntities(doc, text, key, predicted);
  const asGold = (id) => (id == null ? null : (goldOf.get(id) ?? `?${id}`));
  const roles = ['agent', 'target', 'as', 'under', 'speaker'];
  const seen = predicted.claims.map((claim) => ({
    ...claim,
    key: Object.fromEntries(roles.map((role) => [role, asGold(claim[role])])),
  }));
  const { used } = matchClaims(gold, seen, text, (one, claim) => samePair(one, claim) && sameAct(one, claim));
  const right = new Set([...used].map(({ id }) => id));
  return {
    readings: claims
      .filter((claim) => stemOf(claim.document) === doc)
      .map(({ id, confidence, rule }) => ({ confidence, rule, right: right.has(id) })),
    overstated: scoreDocument(doc, text, key, predicted).overstated,
  };
}

function printDraw(claims, matched, count) {
  const known = new Set(matched.map(({ claim }) => claim));
  for (const claim of claims.slice(0, count).filter((one) => !known.has(one))) {
    const text = readFileSync(join(releases, claim.document), 'utf8');
    console.log(JSON.stringify({ ...claim, text: text.slice(claim.start, claim.end) }));
  }
}

try {
  const judgements = linesOf(pathOf('./reliability-judgements.jsonl'));
  const drawn = claimsOf(extract(releases, 'releases'));
  const matched = matchJudgements(judgements, drawn);
  const asked = process.argv.indexOf('--draw');
  if (asked > 0) printDraw(drawn, matched, Number(process.argv[asked + 1]));
  else {
    const out = extract(corpus, 'key');
    const claims = claimsOf(out);
    const docs = [...new Set(claims.map(({ document }) => stemOf(document)))].toSorted(byCode);
    const read = docs.map((doc) => readAgainstKey(doc, out, claims));
    const key = read.flatMap(({ readings }) => readings);
    const hand = matched.map(({ judgement, claim }) => ({
      confidence: claim.confidence,
      rule: claim.rule,
      right: judgement.verdict === 'right',
      fault: judgement.fault,
    }));
    const handBands = bandsOf(hand);
    const bands = bandsOf(key).map(({ name, readings }, index) => ({
      name,
      key: readings,
      hand: handBands[index].readings,
    }));
    const all = { name: 'all', key, hand };
    const ofRule = (rule) => (one) => one.rule === rule;
    const rules = [...new Set([...key, ...hand].map(({ rule }) => rule))]
      .toSorted(byCode)
      .map((name) => ({ name, key: key.filter(ofRule(name)), hand: hand.filter(ofRule(name)) }));
    console.log(tableOf('confidence', [...bands, all]));
    console.log(`\n${tableOf('rule', rules)}\n`);
    for (const [name, readings] of [
      ['key', key],
      ['by hand', hand],
    ])
      console.log(
        `expected calibration error, ${name}: ${calibrationError(readings).toFixed(3)} (n ${readings.length}, right ${shareRight(readings).toFixed(3)})`,
      );
    console.log(
      `overstated: key ${read.reduce((sum, { overstated }) => sum + overstated, 0)}, by hand ${matched.filter(({ judgement }) => judgement.overstated).length}`,
    );
    console.log(
      `read by hand: ${judgements.length} claims of ${drawn.length} now extracted; ${matched.length} still say what was judged`,
    );
    const faults = hand.filter(({ right }) => !right).map(({ fault }) => fault);
    const counts = [...new Set(faults)].map((name) => ({ name, n: faults.filter((one) => one === name).length }));
    const told = counts.toSorted((a, b) => b.n - a.n).map(({ name, n }) => `${name} ${n}`);
    console.log(`faults by hand: ${told.join(', ')}`);
  }
} finally {
  rmSync(work, { recursive: true });
}
