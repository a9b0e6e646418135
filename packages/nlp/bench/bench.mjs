// Speed beside wink-nlp and compromise in the same run, by stage; memory and cold loading in processes of their own.
// CPU time, best of several alternating rounds. Text: the documents in corpus/ of the repository, several times over.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadParts } from '../dist/load.js';
import { createPipeline } from '../dist/pipeline.js';
import { tokenize } from '../dist/tokenizer.js';

const corpus = new URL('../../../corpus/', import.meta.url);
const texts = readdirSync(corpus)
  .filter((f) => f.endsWith('.txt'))
  .sort()
  .map((f) => readFileSync(new URL(f, corpus), 'utf8'));
const parts = loadParts();
const pipeline = createPipeline(parts);
const tokens = texts.reduce((n, t) => n + tokenize(t).starts.length, 0);
const wink = winkNLP(model);
// oxlint-disable-next-line typescript/unbound-method -- wink's selectors are handed over by name, and use no `this`
const winkTag = wink.its.pos;

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
function best(jobs, rounds) {
  const out = new Map(Object.keys(jobs).map((k) => [k, Infinity]));
  for (let r = 0; r < rounds; r++) {
    for (const [name, job] of Object.entries(jobs)) {
      const began = cpu();
      job();
      out.set(name, Math.min(out.get(name), cpu() - began));
    }
  }
  return out;
}

const systems = best(
  {
    attest: () => texts.forEach((t) => pipeline.annotate(t)),
    'wink-nlp': () => texts.forEach((t) => wink.readDoc(t).tokens().out(winkTag)),
    compromise: () => texts.forEach((t) => nlp(t).json({ offset: true })),
  },
  7,
);
console.log(
  `whole pipeline, ${tokens} tokens (attest: tokens, tags, lemmas, names, trees; the others: tokens and tags)`,
);
for (const [name, us] of systems) {
  const ratio = name === 'attest' ? '' : `  attest takes ${(systems.get('attest') / us).toFixed(2)} times as long`;
  console.log(`  ${name.padEnd(11)} ${String(Math.round((tokens * 1e6) / us)).padStart(7)} tokens/s${ratio}`);
}

/** Sentences of the texts as the stages after the splitter take them. */
const sentences = texts.flatMap((t) => {
  const found = tokenize(t);
  let first = 0;
  return parts.splitter.split(t, found).map((end) => {
    const forms = found.starts.slice(first, end).map((s, i) => t.slice(s, found.ends[first + i]));
    first = end;
    const classes = parts.tagger.tag(forms);
    return { forms, classes, tags: Array.from(classes, (c) => parts.tagger.tags[c]) };
  });
});
const split = texts.map((t) => [t, tokenize(t)]);
const stages = best(
  {
    tokens: () => texts.forEach((t) => tokenize(t)),
    sentences: () => split.forEach(([t, found]) => parts.splitter.split(t, found)),
    tags: () => sentences.forEach((s) => parts.tagger.tag(s.forms)),
    lemmas: () =>
      sentences.forEach((s) => s.forms.forEach((f, i) => parts.lemmatiser.lemma(f, s.tags[i].split('|')[1]))),
    names: () => sentences.forEach((s) => parts.names.tag(s.forms, s.tags)),
    trees: () => sentences.forEach((s) => parts.parser.parse(s.forms, s.classes)),
  },
  7,
);
console.log('by stage, microseconds a token (trees here without merged names)');
for (const [name, us] of stages) console.log(`  ${name.padEnd(11)} ${(us / tokens).toFixed(2)}`);

const entry = new URL('../dist/index.js', import.meta.url).href;
const probe = `const t = process.hrtime.bigint(); const c = process.cpuUsage();
  const { loadPipeline } = await import(${JSON.stringify(entry)}); const p = loadPipeline();
  const ms = Number(process.hrtime.bigint() - t) / 1e6; const u = process.cpuUsage(c);
  const loaded = process.memoryUsage().rss; p.annotate(process.env.TEXT);
  console.log(JSON.stringify({ ms, cpu: (u.user + u.system) / 1000, loaded, used: process.memoryUsage().rss }));`;
const runs = Array.from({ length: 5 }, () => {
  const env = { ...process.env, TEXT: texts.join('\n\n').slice(0, 100_000) };
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', probe], { env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
});
const least = (k) => Math.min(...runs.map((r) => r[k]));
console.log(
  `cold loading in a new process: ${least('ms').toFixed(0)} ms (${least('cpu').toFixed(0)} ms of CPU), best of 5`,
);
console.log(
  `memory of that process: ${(least('loaded') / 1e6).toFixed(0)} MB loaded, ${(least('used') / 1e6).toFixed(0)} MB after a long text`,
);
const models = new URL('../models/', import.meta.url);
const size = readdirSync(models).reduce((n, f) => n + readFileSync(new URL(f, models)).length, 0);
console.log(`models: ${(size / 1e6).toFixed(2)} MB in ${fileURLToPath(models).split('/').slice(-4, -1).join('/')}`);
