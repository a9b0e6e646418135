import { explainAt } from '@attest/extractor';
import { AttestError, loadOntology, type Explanation } from '@attest/model';
import { collect } from '../collect.ts';

const status = (claim: Explanation['claims'][number]): string =>
  [claim.modality, claim.polarity === 'negative' ? 'negative' : '', claim.hedged ? 'hedged' : '']
    .filter((word) => word !== '')
    .join(', ');

function format({ sentence, words, mentions, claims, passed }: Explanation): string {
  const width = Math.max(...words.map(({ form }) => form.length));
  return [
    `${sentence.start}-${sentence.end}  ${sentence.text}`,
    '',
    'Parse (number, word, lemma, tag, relation, head)',
    ...words.map(
      ({ form, lemma, tag, relation, head }, index) =>
        `  ${String(index).padStart(3)}  ${form.padEnd(width)}  ${lemma.padEnd(width)}  ${tag.padEnd(5)}  ${relation.padEnd(12)}  ${head < 0 ? 'root' : head}`,
    ),
    '',
    'Mentions',
    ...mentions.map(
      ({ text, form, type, actor, reason }) => `  ${text} → ${actor ?? 'nobody known'} (${type}, ${form}; ${reason})`,
    ),
    '',
    'Claims',
    ...claims.map(
      (claim) => `  ${claim.caption} (${status(claim)}; ${claim.evidence.rule}, ${claim.evidence.confidence})`,
    ),
    '',
    'Words that gave no claim',
    ...passed.map(({ word, act, reason }) => `  ${word}: ${act}, ${reason}`),
  ].join('\n');
}

/** Prints what was read in the sentence at an offset of a file, and why. */
export function runExplain(file: string, options: { at: string; format: string }, caller: string): void {
  const offset = Number(options.at);
  if (!Number.isInteger(offset) || offset < 0)
    throw new AttestError('invalid-input', `--at ${options.at} is no offset`, 'Give a number from 0 on.');
  const [input] = collect([file], caller).inputs;
  if (!input)
    throw new AttestError(
      'unsupported-format',
      `${file} is not a document that can be read`,
      'Give a .txt or .md file.',
    );
  const explanation = explainAt(input, loadOntology(), offset);
  console.log(options.format === 'json' ? JSON.stringify(explanation) : format(explanation));
}
