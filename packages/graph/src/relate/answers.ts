import { byText, ensured } from '../order.ts';
import type { Fact } from '../project/fact.ts';
import { fitParty, partyKey, type Ties } from './parties.ts';
import type { Relation } from './relation.ts';
import { earliest, latest } from './times.ts';

/** Of very many answers to one request the surest are kept. */
const most = 20;

const key = ({ claim }: Fact): string => `${claim.act}|${claim.lemma ?? ''}`;

/** An asking claim with what it asks for. */
interface Request {
  readonly asking: Fact;
  readonly asked: Fact;
}

/** What a claim says became of a request of its act. */
function outcomeOf({ claim }: Fact): Relation['outcome'] | null {
  if (claim.modality === 'refused') return 'refused';
  if (claim.modality === 'planned') return claim.polarity === 'positive' ? 'planned' : 'refused';
  if (claim.modality !== 'performed') return null;
  return claim.polarity === 'positive' ? 'granted' : 'refused';
}

/** Whether an answer comes too early to be one. */
const before = (answer: Fact, asking: Fact): boolean => {
  const [asked, done] = [earliest(asking.claim), latest(answer.claim)];
  return asked !== null && done !== null && done < asked;
};
const words: Readonly<Record<NonNullable<Relation['outcome']>, string>> = {
  granted: 'what was asked for was done',
  refused: 'what was asked for was not done or refused',
  agreed: 'who was asked agreed',
  planned: 'what was asked for was announced',
};

/** Answers by the act itself: designated, did not designate, will designate. */
function byAct({ asking, asked }: Request, answer: Fact, ties: Ties): Omit<Relation, 'from'> | null {
  const outcome = outcomeOf(answer);
  if (outcome == null || before(answer, asking)) return null;
  // Whom nobody is named to have been asked cannot have refused.
  if (outcome === 'refused' && (asked.view.agent ?? asking.view.target) === null) return null;
  const agent = fitParty(asked.view.agent ?? asking.view.target, answer.view.agent, ties);
  const target = fitParty(asked.view.target, answer.view.target, ties);
  const as = asked.as === null || answer.as === null || asked.as === answer.as;
  const object = fitParty(asked.object, answer.object, ties);
  if (!agent || !target || !as || !object) return null;
  // Something must tell that it is this request: two unnamed ends say nothing.
  if (asked.view.target === null && asked.object === null && asked.as === null) return null;
  if (answer.view.target === null && answer.object === null) return null;
  const alleged = answer.edge?.standing === 'alleged' ? 0.85 : 1;
  return {
    type: 'ANSWERED_BY',
    to: answer.claim.id,
    outcome,
    reason: `${words[outcome]}; who: ${agent.reason}; whom: ${target.reason}${alleged < 1 ? '; only alleged' : ''}`,
    confidence: 0.9 * agent.share * target.share * alleged,
  };
}

/** Answers in words: refused, agreed, promised to who asked. */
function byWord(
  { asking, asked }: Request,
  answer: Fact,
  contents: ReadonlyMap<string, Fact>,
  ties: Ties,
): Omit<Relation, 'from'> | null {
  const { claim, view } = answer;
  if (claim.modality !== 'performed' || claim.polarity === 'negative' || before(answer, asking)) return null;
  const hearer = asked.view.agent ?? asking.view.target;
  if (hearer === null || view.agent === null || asking.view.agent === null) return null;
  const agent = fitParty(hearer, view.agent, ties);
  const target = view.target === null ? null : fitParty(asking.view.agent, view.target, ties);
  const content = claim.content === null ? undefined : contents.get(claim.content);
  const same = content !== undefined && key(content) === key(asked);
  if (!agent || (!same && !target) || (content !== undefined && !same)) return null;
  const outcome = claim.act === 'REFUSED' || claim.act === 'OPPOSED' ? 'refused' : 'agreed';
  return {
    type: 'ANSWERED_BY',
    to: claim.id,
    outcome,
    reason: `${outcome === 'refused' ? 'who was asked refused' : words.agreed}; who: ${agent.reason}${same ? '; the same act' : ''}`,
    confidence: 0.85 * agent.share * (same ? 1 : 0.8),
  };
}

/** Answers with the outcome of every request by the id of the claim that asks: its surest answer's, or `open`. */
export interface Answers {
  readonly relations: readonly Relation[];
  readonly outcomes: ReadonlyMap<string, string>;
}

/**
 * What became of each request: from the claim that asks and from what it asks for to the claims that answer. A request
 * without any is open.
 */
export function answersOf(facts: readonly Fact[], ties: Ties): Answers {
  const byId = new Map(facts.map((fact) => [fact.claim.id, fact]));
  const byKey = new Map<string, Fact[]>();
  const inWords: Fact[] = [];
  for (const fact of facts) {
    const named = outcomeOf(fact) == null ? [] : [fact.view.target, fact.object].flatMap((id) => id ?? []);
    for (const id of new Set(named.flatMap((one) => [one, partyKey(one, ties)])))
      ensured(byKey, `${key(fact)}|${id}`, () => []).push(fact);
    if (['REFUSED', 'AGREED', 'OPPOSED'].includes(fact.claim.act)) inWords.push(fact);
  }
  const wordsOf = new Map<string, Fact[]>();
  for (const fact of inWords) if (fact.view.agent !== null) ensured(wordsOf, fact.view.agent, () => []).push(fact);
  const outcomes = new Map<string, string>();
  const relations = facts.flatMap((asking) => {
    const asked = asking.claim.content === null ? undefined : byId.get(asking.claim.content);
    if (!asked || asked.claim.modality !== 'requested' || asking.claim.polarity === 'negative') return [];
    const request = { asking, asked };
    const hearer = asked.view.agent ?? asking.view.target;
    const near =
      hearer === null ? [] : [hearer, ...(ties.actsFor.get(hearer) ?? []), ...(ties.includes.get(hearer) ?? [])];
    const end = asked.view.target ?? asked.object;
    const ends = new Set(
      (end === null
        ? []
        : [end, partyKey(end, ties), ...(ties.includes.get(end) ?? []), ...(ties.memberOf.get(end) ?? [])]
      ).flatMap((id) => byKey.get(`${key(asked)}|${id}`) ?? []),
    );
    const found = [
      ...[...ends].flatMap((answer) => (answer === asked ? [] : (byAct(request, answer, ties) ?? []))),
      ...near.flatMap((id) => wordsOf.get(id) ?? []).flatMap((answer) => byWord(request, answer, byId, ties) ?? []),
    ];
    const best = found.toSorted((a, b) => b.confidence - a.confidence || byText(a.to, b.to)).slice(0, most);
    outcomes.set(asking.claim.id, best[0]?.outcome ?? 'open');
    return best.flatMap((answer) => [
      { ...answer, from: asking.claim.id },
      { ...answer, from: asked.claim.id },
    ]);
  });
  return { relations, outcomes };
}
