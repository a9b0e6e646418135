import type { LocalEntity } from '@attest/model';
import type { Verdict } from './verdict.ts';
import type { Profile } from './profile.ts';

/** An entity of one document. */
export interface Member {
  readonly entity: LocalEntity;
  readonly sourceId: string;
}
/** All entities of one profile: what decides about one decides about all. */
export interface Form {
  readonly signature: string;
  readonly profile: Profile;
  readonly keys: readonly string[];
  /** Whether equal profiles are one actor; "John Smith" twice is not. */
  readonly self: Verdict;
  readonly members: Map<string, Member>;
  /** Forms that may be one with this. */
  readonly links: Map<Form, Verdict>;
}
