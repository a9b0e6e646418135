import type { Actor, Tie } from '../coreference/actor.ts';

/** A relation that holds while a document speaks: who holds which office, belongs to what, leads what, is also called what. */
export interface StandingFact {
  readonly act: 'HOLDS_OFFICE' | 'MEMBER_OF' | 'PART_OF' | 'LEADS' | 'BASED_IN' | 'RIVAL_OF' | 'ALIAS_OF' | 'CONTROLS';
  readonly agent: string;
  readonly target: string;
  readonly title?: string;
  /** The stretch that states it. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** From 0 to 1, three decimals. */
  readonly confidence: number;
}

/** A standing fact while its actors have no ids yet. */
export interface FactDraft extends Omit<StandingFact, 'agent' | 'target'> {
  readonly agent: Actor;
  readonly target: Actor;
}

/** A fact that two mentions state together; none where they mean one actor. */
export const factBetween = (
  act: StandingFact['act'],
  agent: Tie,
  target: Tie,
  rule: string,
  confidence: number,
): FactDraft[] =>
  agent.actor && target.actor && agent.actor !== target.actor
    ? [
        {
          act,
          agent: agent.actor,
          target: target.actor,
          start: Math.min(agent.mention.start, target.mention.start),
          end: Math.max(agent.mention.end, target.mention.end),
          rule,
          confidence,
        },
      ]
    : [];
