import type { Doc } from '@attest/nlp';
import { pronouns } from './data.ts';
import { overTokens, type Candidate } from './found.ts';

const personOf = (person: 'first' | 'second', number: string): NonNullable<Candidate['person']> =>
  person === 'second' ? 'second' : number === 'one' ? 'first-singular' : 'first-plural';

/** Pronouns that can stand for an actor; what each stands for is settled later. */
export function pronounMentions(doc: Doc): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < doc.length; token++) {
    const known = pronouns.get(doc.lower(token));
    if (
      !known ||
      doc.form(token) === 'US' ||
      (doc.form(token) === 'I' && doc.form(token + 1 < doc.length ? token + 1 : token) === '.')
    )
      continue;
    if (known.relative === true ? !doc.xpos(token).startsWith('W') : doc.upos(token) !== 'PRON') continue;
    if (doc.deprel(token).startsWith('expl')) continue;
    found.push(
      overTokens(doc, token, token + 1, {
        rank: 0,
        type: 'Group',
        name: doc.lower(token),
        linkable: false,
        reason: 'pronoun',
        form: 'pronoun',
        ...(known.person === undefined ? {} : { person: personOf(known.person, known.number) }),
      }),
    );
  }
  return found;
}
