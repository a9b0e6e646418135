import type { Doc } from '@attest/nlp';
import type { Tie } from '../coreference/actor.ts';
import { roleNouns, type RoleKind } from './role-words.ts';
import type { FactDraft } from './fact.ts';

/** A part of a line, between commas outside of names, with the names in it. */
interface Part {
  readonly start: number;
  readonly text: string;
  readonly ties: readonly Tie[];
  /** It stands in running text. */
  readonly inProse: boolean;
}

const longest = 120;

/** Whether a paragraph is running text: a sentence ends in it. */
const isProse = (line: string): boolean => /[.?!]["”’)]?$/u.test(line.trim()) || /[\p{Ll}\d)]\. \p{Lu}/u.test(line);

function partsOf(doc: Doc, ties: readonly Tie[]): readonly Part[] {
  const named = ties
    .filter(({ mention, actor }) => actor !== null && mention.form === 'name')
    .toSorted((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  const parts: Part[] = [];
  let [lineStart, index] = [0, 0];
  for (const line of doc.text.split('\n')) {
    const lineEnd = lineStart + line.length;
    const inProse = isProse(line);
    let here: Tie[] = [];
    let start = lineStart;
    const close = (end: number): void => {
      const raw = doc.text.slice(start, end);
      const text = raw.trim();
      if (text !== '') parts.push({ start: start + raw.length - raw.trimStart().length, text, ties: here, inProse });
      here = [];
      start = end + 1;
    };
    let covered = lineStart;
    for (let at = lineStart; at < lineEnd; at++) {
      for (let next = named[index]; next && next.mention.start <= at; next = named[++index]) {
        if (next.mention.start < lineStart) continue;
        here.push(next);
        covered = Math.max(covered, next.mention.end);
      }
      if (at >= covered && /[,;]/u.test(doc.text.charAt(at))) close(at);
    }
    close(lineEnd);
    lineStart = lineEnd + 1;
  }
  return parts;
}

const bodies = /^(?:Agency|Organization)$/u;
const honour = /^(?:The )?(?:Hon(?:ou?rable|\.)|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?)? ?$/u;

/** The body that is all that a part names: "Federal Trade Commission". */
const bodyIn = ({ start, text, ties }: Part): Tie | undefined =>
  ties.find(
    ({ mention, actor }) =>
      bodies.test(actor?.type ?? '') &&
      /^(?:the )?$/iu.test(text.slice(0, Math.max(0, mention.start - start))) &&
      /^(?: ?\([^()]{1,20}\))?[.:]?$/u.test(text.slice(mention.end - start)),
  );

/** The person whose name is all that a part holds. */
const personIn = ({ start, text, ties }: Part): Tie | undefined =>
  ties.find(
    ({ mention, actor }) =>
      actor?.root === 'Person' &&
      !actor.plural &&
      honour.test(text.slice(0, Math.max(0, mention.start - start))) &&
      text.slice(mention.end - start) === '',
  );

/** A role that is all that a part holds: "Chairwoman", "Deputy Secretary"; words of rank may stand before it. */
function roleIn({ text }: Part): { readonly title: string; readonly kind: RoleKind } | null {
  if (!/^\p{Lu}/u.test(text)) return null;
  for (let at = 0; at < Math.min(text.length, 30); at = text.indexOf(' ', at) + 1 || text.length) {
    const hit = roleNouns.at(text, at);
    // "Deputy Director" is no head.
    if (hit?.end === text.length)
      return { title: text, kind: at > 0 && hit.values[0] === 'heads' ? 'offices' : (hit.values[0] ?? 'staff') };
  }
  return null;
}

/** Whether a part is one of an address or a list that its header outlives: a unit, a street. */
const isShort = ({ text, inProse }: Part): boolean => !inProse && text.length <= longest;

/**
 * Offices that lines tell one below the other, as letters are addressed and participants listed: name, role, body; or a body
 * and below it its people with their roles. The reading text has commas between the lines of one block.
 */
export function officesByLines(doc: Doc, ties: readonly Tie[]): readonly FactDraft[] {
  const parts = partsOf(doc, ties);
  const out: FactDraft[] = [];
  const tell = (person: Tie, body: Tie, role: { readonly title: string; readonly kind: RoleKind }): void => {
    if (!person.actor || !body.actor) return;
    const isOffice = body.actor.type === 'Agency' && role.kind !== 'staff';
    const [start, end] = [
      Math.min(person.mention.start, body.mention.start),
      Math.max(person.mention.end, body.mention.end),
    ];
    out.push({
      act: isOffice ? 'HOLDS_OFFICE' : role.kind === 'heads' && body.actor.type !== 'Agency' ? 'LEADS' : 'MEMBER_OF',
      ...(isOffice ? { title: role.title } : {}),
      agent: person.actor,
      target: body.actor,
      start,
      end,
      rule: 'standing/lines',
      confidence: 0.8,
    });
  };
  let header: Tie | undefined;
  for (const [index, part] of parts.entries()) {
    const person = personIn(part);
    if (!person) {
      const isRow = isShort(part);
      const body = isRow ? bodyIn(part) : undefined;
      if (!isRow) header = undefined;
      // What stands behind a name and its role is their unit.
      else if (body?.actor?.type === 'Agency' || (body && !header)) header = body;
      continue;
    }
    const [below, third] = [parts[index + 1], parts[index + 2]];
    const role = below ? roleIn(below) : null;
    const body = third && role ? bodyIn(third) : undefined;
    const isBelow = body && (body.actor?.type === 'Agency' || !header);
    if (role && isBelow) tell(person, body, role);
    else if (header && isShort(part)) {
      const { title } = person.mention;
      const told = role ?? (title === undefined ? null : { title, kind: 'offices' as const });
      if (told) tell(person, header, told);
    }
  }
  return out;
}
