const titles =
  /^(?:(?:the|a|an|u\.?s\.?|us|former|then|late|hon|mr|mrs|ms|dr|sir|president|vice president|prime minister|secretary of state|secretary|attorney general|attorneys general|senator|sen|representative|rep|governor|gov|minister|foreign minister|ambassador|spokesman|spokeswoman|spokesperson|speaker|general|gen|director|chairman|commissioner|king|pope)\s+)+/u;

/** A name's forms under which it is compared: flat, and without leading titles. */
export function comparableForms(name: string): readonly [string, string] {
  const flat = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]s\b/gu, '')
    .replace(/\b(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = flat.replace(titles, '').trim();
  // "Governor of Texas" is no "of Texas", "MS-13" no "13".
  return [flat, /^(?:of|for|to|in|and|\d+)\b/u.test(bare) ? flat : bare || flat];
}

export interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** All comparable forms of an entity; with a text, only those of its aliases that occur in it. */
export function keysOf(entity: Named, text?: string): Set<string> {
  const aliases = (entity.aliases ?? []).filter(
    (alias) => text === undefined || comparableForms(alias).some((key) => text.includes(` ${key} `)),
  );
  return new Set([entity.name, ...aliases].filter(Boolean).flatMap(comparableForms));
}
