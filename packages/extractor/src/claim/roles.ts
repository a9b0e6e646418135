import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { argumentsOf, type Arguments } from './arguments.ts';
import { nounArguments } from './noun-arguments.ts';
import { nounFrames, type Wording } from './frames.ts';
import { governors } from './governors.ts';
import { makerOf } from './passive.ts';
import { refusedBy, refuserOf } from './requests.ts';
import { askedOf } from './undertakers.ts';
import { isPassive, isPredicate, isVerb, prepositionOf } from './tree.ts';

/** A verb or noun that tells something, with what stands around it. */
export interface Place {
  readonly token: number;
  readonly isNoun: boolean;
  readonly args: Arguments & { readonly poss?: readonly number[] };
  /** Clauses and event nouns that it asks for, denies or tells. */
  readonly complements: readonly number[];
}

const underLaw = /^(?:under|pursuant to|in violation of|in accordance with)$/u;

/** Nouns that name an event and stand as what a verb asks for or denies: "requesting the designation of". */
const isEvent = (doc: Doc, token: number): boolean =>
  token >= 0 && doc.upos(token) === 'NOUN' && nounFrames.has(doc.lemma(token).toLowerCase());

function complementsOf(doc: Doc, token: number, args: Arguments): readonly number[] {
  const clauses = doc.children(token).filter((child) => {
    const relation = doc.deprel(child).split(':')[0] ?? '';
    if (relation === 'ccomp' || relation === 'xcomp') return true;
    // "a call made by Chad" describes the call; "a call to leave" holds what is asked for.
    if (relation === 'acl')
      return (
        doc.upos(token) === 'NOUN' && doc.deprel(child) !== 'acl:relcl' && !/^(?:make|place)$/u.test(doc.lemma(child))
      );
    if (relation !== 'advcl') return false;
    // "denied it, claiming that ...": what is claimed is the denial's content too.
    if (doc.xpos(child) === 'VBG' && governors.verbs.get(doc.lemma(child).toLowerCase()) === 'saying') return true;
    const marks = doc.childrenBy(child, 'mark', 'case').map((mark) => doc.lower(mark));
    return (doc.xpos(child) === 'VB' && marks.includes('to')) || marks.includes('of') || marks.includes('for');
  });
  const accused = args.obj.flatMap((object) =>
    doc.childrenBy(object, 'acl').filter((child) => hasMark(doc, child, 'of') || prepositionOf(doc, child) === 'of'),
  );
  const nouns = [...args.obj, ...(args.oblique.get('for') ?? []), ...(args.oblique.get('of') ?? [])];
  // "was deployed at the request of the police": what was done is what was asked.
  const above = doc.head(token);
  const done = prepositionOf(doc, token) === 'at' && above >= 0 && doc.upos(above) === 'VERB' ? [above] : [];
  return [...clauses, ...accused, ...nouns.filter((noun) => isEvent(doc, noun)), ...done];
}

/** A token as a place of roles. */
export function placeOf(doc: Doc, token: number): Place {
  const isNoun = !isVerb(doc, token);
  const args = isNoun ? nounArguments(doc, token) : argumentsOf(doc, token);
  return { token, isNoun, args, complements: complementsOf(doc, token, args) };
}

/** Whether what a wording asks for stands beside its verb. */
export function fits(doc: Doc, { token, isNoun, args }: Place, { frame, nouns, prepositions }: Wording): boolean {
  const lemmas = (tokens: readonly number[]): readonly string[] => tokens.map((one) => doc.lemma(one).toLowerCase());
  // "found guilty": the verdict is no object.
  const beside = [...args.obj, ...[...args.oblique.values()].flat(), ...doc.childrenBy(token, 'obj', 'xcomp')];
  const particles = doc
    .children(token)
    .filter((child) => /^(?:compound:prt|advmod|mark|obl|case)/u.test(doc.deprel(child)))
    .map((child) => doc.lower(child));
  if (frame.active && isPassive(doc, token)) return false;
  if (frame.without.some((word) => args.oblique.has(word))) return false;
  if (lemmas([...args.obj, ...doc.childrenBy(token, 'obj')]).some((lemma) => frame.unless.includes(lemma)))
    return false;
  return (
    (frame.objects.length === 0 ||
      lemmas([
        ...args.obj,
        ...args.iobj,
        ...doc.childrenBy(token, 'obj'),
        ...(isNoun ? doc.childrenBy(token, 'compound') : []),
      ]).some((lemma) => frame.objects.includes(lemma))) &&
    nouns.every((noun) => lemmas(beside).includes(noun) || particles.includes(noun)) &&
    prepositions.every((word) => args.oblique.has(word) || particles.includes(word))
  );
}

/** Tokens that stand in a named place; see data/frames. */
export function tokensIn(doc: Doc, place: Place, name: string): readonly number[] {
  const { args } = place;
  switch (name) {
    case 'subj':
      return args.subj;
    case 'obj':
      return args.obj;
    case 'iobj':
      return args.iobj;
    case 'poss':
      return args.poss ?? [];
    case 'poss-with-of':
      return args.oblique.has('of') ? (args.poss ?? []) : [];
    case 'owner':
      return args.obj.flatMap((object) => [
        ...doc.childrenBy(object, 'nmod:poss', 'compound', 'amod'),
        ...doc.childrenBy(object, 'nmod').filter((child) => prepositionOf(doc, child) === 'of'),
      ]);
    case 'comp':
      return place.complements
        .filter((one) => isPredicate(doc, one))
        .flatMap((one) => [...subjectOf(doc, one), ...[askedOf(doc, place.token, one)].filter((asked) => asked >= 0)]);
    case 'captive':
      return captivesOf(doc, place.token);
    case 'holder':
      return holderOf(doc, place.token);
    case 'foe':
      return foesOf(doc, place);
    case 'law':
      return doc.descendants(place.token).filter((below) => underLaw.test(prepositionOf(doc, below)));
    case 'hearer':
      return hearerOf(doc, place.token);
    case 'patient':
      return isPassive(doc, place.token) ? args.obj : [];
    case 'subjected':
      return subjectedTo(doc, place.token);
    case 'doer':
      return doersOf(doc, place.token);
    case 'requester':
      return prepositionOf(doc, place.token) === 'at' ? (args.oblique.get('of') ?? []) : [];
    case 'called':
      return calledOf(doc, place.token);
    case 'asker':
      return askersOf(doc, place);
    case 'refuser': {
      const verb = refuserOf(doc, place.token);
      return verb < 0 ? [] : argumentsOf(doc, verb).subj;
    }
    default: {
      const [first = '', second] = name.split('+');
      if (second !== undefined) return args.oblique.has(second) ? tokensIn(doc, place, first) : [];
      return args.oblique.get(first) ?? [];
    }
  }
}

function subjectOf(doc: Doc, clause: number): readonly number[] {
  // "urged that he be removed": who is to do it is not told.
  const own = isPassive(doc, clause) ? -1 : doc.child(clause, 'nsubj');
  return own >= 0 ? [own] : [];
}

/** "a reward for information leading to the arrest of X": whom the reward is for, in the clause of the reward. */
function captivesOf(doc: Doc, reward: number): readonly number[] {
  const verb = doc.head(reward) < 0 ? reward : doc.head(reward);
  return doc
    .descendants(verb)
    .filter((token) => token > reward && governors.catching.has(doc.lemma(token).toLowerCase()))
    .flatMap((token) => doc.childrenBy(token, 'nmod').filter((child) => prepositionOf(doc, child) === 'of'));
}

/** "the rebels remained in control of", "officers in charge of", "put the army in charge of": whoever stands before it. */
function holderOf(doc: Doc, noun: number): readonly number[] {
  const mark = doc.childrenBy(noun, 'case').find((child) => doc.lower(child) === 'in');
  if (mark === undefined || mark === 0 || doc.child(noun, 'cop') >= 0) return [];
  const before = mark - 1;
  if (/^(?:NOUN|PROPN)$/u.test(doc.upos(before))) return [before];
  return doc.upos(before) === 'VERB' ? argumentsOf(doc, before)[isPassive(doc, before) ? 'obj' : 'subj'] : [];
}

/** "use force to combat the cartels", "as a way to combat": whom the purpose is to fight. */
function foesOf(doc: Doc, { token, args }: Place): readonly number[] {
  const carriers = [token, ...args.obj, ...[...args.oblique.values()].flat()];
  return carriers
    .flatMap((one) => doc.childrenBy(one, 'advcl', 'acl', 'xcomp'))
    .filter((clause) => clause > token && governors.fighting.has(doc.lemma(clause).toLowerCase()))
    .flatMap((clause) => argumentsOf(doc, clause).obj);
}

/** "is subject to sanctions", "is under investigation": who is. */
function subjectedTo(doc: Doc, noun: number): readonly number[] {
  if (doc.child(noun, 'cop') >= 0 && prepositionOf(doc, noun) === 'under') return doc.childrenBy(noun, 'nsubj');
  const state = doc.head(noun);
  const isSubject = state >= 0 && doc.lower(state) === 'subject' && prepositionOf(doc, noun) === 'to';
  return isSubject && doc.child(state, 'cop') >= 0 ? argumentsOf(doc, state).subj : [];
}

/** "France, in coordination with Germany, sanctioned", "acted at the request of": who does what it goes with. */
function doersOf(doc: Doc, noun: number): readonly number[] {
  const verb = doc.head(noun);
  const isBeside = /^(?:in|with|at)$/u.test(prepositionOf(doc, noun)) && doc.deprel(noun).startsWith('obl');
  if (!isBeside || verb < 0 || doc.upos(verb) !== 'VERB') return [];
  return argumentsOf(doc, verb).subj;
}

/** "congratulated him in a telephone call": whom one calls. */
function calledOf(doc: Doc, noun: number): readonly number[] {
  const verb = doc.head(noun);
  const isPhone = doc.childrenBy(noun, 'compound').some((child) => governors.phoning.has(doc.lower(child)));
  if (!isPhone || verb < 0 || doc.upos(verb) !== 'VERB' || prepositionOf(doc, noun) !== 'in') return [];
  return argumentsOf(doc, verb).obj;
}

/** "declined the senators' request", "a request made by the senators": who asks for what is refused. */
function askersOf(doc: Doc, { token }: Place): readonly number[] {
  const request = refusedBy(doc, token);
  if (request < 0) return [];
  const { subj, oblique } = nounArguments(doc, request);
  const owners = doc.childrenBy(request, 'nmod:poss');
  const made = makerOf(doc, request) < 0 ? [] : subj;
  return [owners, oblique.get('by') ?? [], oblique.get('from') ?? [], made].find((list) => list.length > 0) ?? [];
}

/** "wrote a letter to Biden requesting ...": the hearer of the verb or letter above hears the request as well. */
function hearerOf(doc: Doc, token: number): readonly number[] {
  const head = doc.head(token);
  if (head < 0) return [];
  const verb = doc.upos(head) === 'VERB' ? head : doc.head(head);
  const written = verb >= 0 ? doc.childrenBy(verb, 'obj') : [];
  const places = [...new Set([head, verb, ...written])].filter((one) => one >= 0);
  return places.flatMap((one) =>
    doc.childrenBy(one, 'obl', 'nmod').filter((child) => prepositionOf(doc, child) === 'to'),
  );
}

/** Everybody in the first place that names somebody; `isThere` tells of places that hold words which name nobody known. */
export function actorsIn(
  doc: Doc,
  actors: Actors,
  place: Place,
  names: readonly string[],
  types: readonly string[] | null,
): { readonly found: readonly Actor[]; readonly isThere: boolean } {
  let isThere = false;
  for (const name of names) {
    const tokens = tokensIn(doc, place, name);
    if (tokens.length === 0) continue;
    isThere = true;
    const isModifier = name === 'poss' || name === 'owner' || name === 'poss-with-of';
    const found = tokens
      .flatMap((token) => {
        if (!isModifier) return actors.at(token);
        const whom = actors.ofWhom(token);
        if (whom.length > 0) return whom;
        const noun = name === 'owner' ? doc.head(token) : place.token;
        const modifier = actors.modifierAt(token, noun);
        return modifier ? [modifier] : [];
      })
      .filter((actor) => types === null || types.includes(actor.type));
    if (found.length > 0) return { found, isThere };
  }
  return { found: [], isThere };
}

/** The status that is given: behind "as", or as a second object. */
export function statusIn(doc: Doc, actors: Actors, place: Place): readonly Actor[] {
  const isStatus = (actor: Actor): boolean => actor.type === 'Designation';
  const near = [place.token, ...place.args.obj, ...(place.args.oblique.get('of') ?? [])];
  const behindAs = near.flatMap((token) =>
    doc
      .children(token)
      .filter((child) => /^(?:as|like)$/u.test(prepositionOf(doc, child)) || hasMark(doc, child, 'as')),
  );
  const second = doc
    .childrenBy(place.token, 'xcomp', 'obj', 'obl:unmarked', 'iobj')
    .filter((child) => child > place.token);
  return [...new Set([...behindAs, ...second])].flatMap((token) => actors.at(token)).filter(isStatus);
}

/** Whether a word opens a clause. */
export const hasMark = (doc: Doc, token: number, word: string): boolean =>
  doc.childrenBy(token, 'mark').some((mark) => doc.lower(mark) === word);

const where = /^(?:in|at|near|across|inside|outside|throughout|around|within)$/u;

/** Where it happened: the country or place by name behind "in", "near" and the like that hangs on what tells it. */
export function placeIn(doc: Doc, actors: Actors, { token, args }: Place): Actor | null {
  // "attacked a bus in Mali": the parser hangs the place on the object.
  const above = [token, ...args.obj.filter((one) => one > token)];
  for (const child of above.flatMap((one) => doc.childrenBy(one, 'obl', 'nmod'))) {
    if (!where.test(prepositionOf(doc, child))) continue;
    const territory = actors
      .at(child)
      .find(({ type, form }) => form === 'name' && (type === 'Country' || type === 'Place'));
    if (territory) return territory;
  }
  return null;
}

/** The law that is invoked: "under 8 U.S.C. § 1189", "pursuant to". */
export function lawIn(doc: Doc, actors: Actors, token: number): Actor | null {
  for (const below of doc.descendants(token))
    if (underLaw.test(prepositionOf(doc, below))) {
      const law = actors.at(below).find((actor) => actor.type === 'Law');
      if (law) return law;
    }
  return null;
}
