import type { Tree } from './tree.ts';
import { appealing, controlling, standingBy } from './words.ts';

/** "outlets stood by Puhalo": no passive, whatever the parser makes of the "by". */
export function standBy(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    if (!standingBy.has(doc.lemma(verb).toLowerCase()) || doc.child(verb, 'aux:pass') >= 0) continue;
    for (const child of tree.children(verb)) {
      if (tree.relation(child) === 'obl:agent') tree.hang(child, verb, 'obl');
      if (tree.relation(child) === 'nsubj:pass') tree.hang(child, verb, 'nsubj');
    }
  }
}

/** "Rather than waiting, France sanctioned Iran": what stands behind the comma is the subject of the verb, not of the participle. */
export function freeSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let subject = 1; subject < doc.length; subject += 1) {
    const participle = tree.relation(subject) === 'nsubj' ? (tree.heads[subject] ?? -1) : -1;
    if (participle < 0 || participle > subject || doc.xpos(participle) !== 'VBG') continue;
    const verb = tree.heads[participle] ?? -1;
    const isBehind = verb > subject && doc.upos(verb) === 'VERB' && /^(?:advcl|conj)/u.test(tree.relation(participle));
    const comma = tree
      .children(participle)
      .some((child) => child > participle && child < subject && doc.form(child) === ',');
    if (
      !isBehind ||
      !comma ||
      tree.children(verb).some((child) => child > participle && tree.relation(child).startsWith('nsubj'))
    )
      continue;
    tree.hang(subject, verb, 'nsubj');
  }
}

/** A past form; what is called on or appealed to is no subject, so a main verb of asking is one whatever the tagger says. */
const isPast = (tree: Tree, verb: number): boolean =>
  tree.doc.xpos(verb) === 'VBD' ||
  (tree.doc.xpos(verb) === 'VBN' &&
    tree.relation(verb) === 'root' &&
    appealing.has(tree.doc.lemma(verb).toLowerCase()) &&
    /^(?:on|upon|for|to)$/u.test(tree.doc.lower(verb + 1)));

/**
 * "Senators called on Mr. Lee": a past form without an auxiliary is no passive; "Canada plans": a name that the parser has made
 * a part of a finite verb is its subject; "Had France attacked Iran": so is an object before it.
 */
export function settleSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token < doc.length; token += 1) {
    const verb = tree.heads[token] ?? -1;
    if (verb <= token || doc.upos(verb) !== 'VERB' || !/^(?:NOUN|PROPN)$/u.test(doc.upos(token))) continue;
    const relation = tree.relation(token);
    const children = tree.children(verb);
    const has = (kind: RegExp): boolean => children.some((child) => child !== token && kind.test(tree.relation(child)));
    const isFinite = /^VB[DZP]$/u.test(doc.xpos(verb));
    const isSubject =
      (relation === 'nsubj:pass' && isPast(tree, verb) && !has(/^(?:aux|obl:agent)/u)) ||
      (relation === 'compound' && isFinite && !has(/^(?:nsubj|aux)/u)) ||
      (relation === 'obj' && has(/^obj/u) && has(/^(?:aux|cop)$/u) && !has(/^nsubj/u));
    if (isSubject) tree.hang(token, verb, 'nsubj');
  }
}

/** "arrested in Oslo by police": a place or a day by its name has nobody behind "by" who does it. */
const isNamedSetting = (tree: Tree, token: number): boolean =>
  tree.relation(token).startsWith('obl') &&
  /^(?:PROPN|NUM)$/u.test(tree.doc.upos(token)) &&
  tree.children(token).some((child) => child < token && /^(?:in|at|on|near|outside)$/u.test(tree.doc.lower(child)));

/** "opposed in the capital by lawmakers": behind a passive without another agent "by" tells who does it. */
export function nameAgents(tree: Tree): void {
  const { doc } = tree;
  for (let agent = 2; agent < doc.length; agent += 1) {
    const verb = tree.relation(agent) === 'obl' ? (tree.heads[agent] ?? -1) : -1;
    if (verb < 0 || verb > agent || tree.dated.has(agent) || !/^(?:NOUN|PROPN)$/u.test(doc.upos(agent))) continue;
    const own = tree.children(verb);
    const isPassive = own.some((child) => tree.relation(child) === 'aux:pass');
    const hasAgent = own.some((child) => tree.relation(child) === 'obl:agent');
    const isBy = tree.children(agent).some((child) => child < agent && doc.lower(child) === 'by');
    if (isPassive && isBy && !hasAgent) tree.hang(agent, verb, 'obl:agent');
  }
}

/** "designated as an organization by the Department": who does it is the passive's, not the status's. */
export function liftAgents(tree: Tree): void {
  const { doc } = tree;
  for (let agent = 1; agent < doc.length; agent += 1) {
    const status = tree.relation(agent) === 'nmod' ? (tree.heads[agent] ?? -1) : -1;
    const verb = status < 0 ? -1 : (tree.heads[status] ?? -1);
    if (verb < 0 || doc.upos(verb) !== 'VERB' || doc.child(verb, 'aux:pass') < 0) continue;
    const isBy = tree.children(agent).some((child) => child < agent && doc.lower(child) === 'by');
    const isStatus =
      tree.children(status).some((child) => doc.lower(child) === 'as') ||
      tree.relation(status) === 'xcomp' ||
      isNamedSetting(tree, status);
    const hasAgent = tree.children(verb).some((child) => tree.relation(child) === 'obl:agent');
    if (isBy && isStatus && !hasAgent && !tree.dated.has(agent)) tree.hang(agent, verb, 'obl:agent');
  }
}

/** "ordered to leave by prosecutors": an infinitive has nobody behind "by" who does it; the passive above it has. */
export function liftOrderers(tree: Tree): void {
  const { doc } = tree;
  for (let agent = 1; agent < doc.length; agent += 1) {
    const infinitive = tree.relation(agent).startsWith('obl') ? (tree.heads[agent] ?? -1) : -1;
    if (infinitive < 0 || tree.relation(infinitive) !== 'xcomp' || doc.xpos(infinitive) !== 'VB') continue;
    const verb = tree.heads[infinitive] ?? -1;
    const own = tree.children(infinitive);
    if (verb < 0 || own.some((child) => tree.relation(child) === 'aux:pass')) continue;
    const isBy = tree.children(agent).some((child) => child < agent && doc.lower(child) === 'by');
    const isPassive =
      doc.xpos(verb) === 'VBN' &&
      !tree.children(verb).some((child) => /^(?:obj|obl:agent)/u.test(tree.relation(child)));
    const isActor = /^(?:NOUN|PROPN|PRON)$/u.test(doc.upos(agent)) && !tree.dated.has(agent);
    if (isBy && isPassive && isActor && controlling.has(doc.lemma(verb).toLowerCase()))
      tree.hang(agent, verb, 'obl:agent');
  }
}

/** "Qatar's cooperation with Oman ended": what stands behind a preposition is no subject; it belongs to the noun before. */
export function lowerSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let token = 2; token < doc.length; token += 1) {
    const verb = tree.relation(token) === 'nsubj' ? (tree.heads[token] ?? -1) : -1;
    const mark = tree
      .children(token)
      .find((child) => child < token && tree.relation(child) === 'case' && doc.upos(child) === 'ADP');
    if (verb < 0 || mark === undefined || mark === 0) continue;
    // "designating them as organizations will"
    if (verb < mark && doc.upos(verb) === 'VERB' && doc.lower(mark) === 'as') tree.hang(token, verb, 'obl');
    const noun = mark - 1;
    const isSubject = tree.heads[noun] === verb && tree.relation(noun).startsWith('nsubj');
    if (isSubject && doc.upos(noun) === 'NOUN') tree.hang(token, noun, 'nmod');
  }
}

/** "Witnesses said police executed two officers": what stands between a verb of telling and a clause without subject is its subject. */
export function giveSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    const telling = tree.relation(verb) === 'ccomp' ? (tree.heads[verb] ?? -1) : -1;
    if (telling < 0 || telling > verb || !/^VB[DZ]$/u.test(doc.xpos(verb))) continue;
    const subject = tree.children(telling).find((child) => child === verb - 1 && tree.relation(child) === 'obj');
    const hasOwn = tree.children(verb).some((child) => /^(?:nsubj|csubj|expl)/u.test(tree.relation(child)));
    if (subject !== undefined && !hasOwn) tree.hang(subject, verb, 'nsubj');
  }
}
