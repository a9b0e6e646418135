import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AttestError } from '@attest/model';
import { scoreDocument } from '../score/document.ts';
import { stemOf } from '../score/entities.ts';
import { formatReport } from '../score/report.ts';
import type { ScoredClaim, ScoredEntity } from '../score/types.ts';

function readText(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new AttestError('not-found', `missing ${path}`, 'Check --gold, --texts and --predicted.');
}

function readLines<Line>(path: string): Line[] {
  return readText(path)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as Line];
      } catch (cause) {
        throw new AttestError(
          'invalid-input',
          `${path}:${index + 1}: not JSON`,
          'Every line of the file is one JSON object.',
          { cause },
        );
      }
    });
}

/** Prints how an extraction holds against a key; the measures are those of `corpus/key/GUIDELINES.md`. */
export function runScore(options: { gold: string; predicted: string; texts?: string }, caller: string): void {
  const gold = resolve(caller, options.gold);
  const texts = resolve(caller, options.texts ?? options.gold);
  const predicted = resolve(caller, options.predicted);
  const entities = readLines<ScoredEntity>(join(predicted, 'entities.jsonl'));
  const claims = readLines<ScoredClaim>(join(predicted, 'claims.jsonl'));
  if (!existsSync(gold)) throw new AttestError('not-found', `there is no folder ${options.gold}`, 'Check --gold.');
  const docs = readdirSync(gold)
    .filter((file) => file.endsWith('.claims.jsonl'))
    .map((file) => file.replace('.claims.jsonl', ''))
    .toSorted();
  const scores = docs.map((doc) =>
    scoreDocument(
      doc,
      readText(join(texts, `${doc}.txt`)),
      {
        entities: readLines(join(gold, `${doc}.entities.jsonl`)),
        claims: readLines(join(gold, `${doc}.claims.jsonl`)),
      },
      { entities, claims: claims.filter((claim) => stemOf(claim.document ?? '') === doc) },
    ),
  );
  console.log(formatReport(scores));
}
