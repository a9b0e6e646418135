// Writes src/generated/layout-cues.ts from data/layout.json, so that the package reads no file for it.
import { readFileSync, writeFileSync } from 'node:fs';

const cues = JSON.parse(readFileSync(new URL('../data/layout.json', import.meta.url), 'utf8'));
const docs = {
  entities: 'Named character references of HTML that turn up in text.',
  keptPrefixes: 'First halves that keep their hyphen at a line end.',
  signals: 'Words with which a note begins to cite.',
  closings: 'Closings of letters.',
  furniture: 'Lines of web pages and press releases that are no text, lower case.',
  furnitureStarts: 'Beginnings of such lines, lower case.',
  reply: 'Lines that end the comments of readers.',
  datelineCities: 'Cities that stand alone in datelines (AP style), with capitals.',
  sayings: 'Verbs that lead, with a colon, to a block quotation.',
  bylineHeads: 'Words that make a short line after the headline a byline.',
  htmlBlocks: 'Elements of HTML that begin and end a paragraph.',
  htmlRaw: 'Elements whose content is no text.',
  htmlAside: 'Elements that hold no text of the document.',
  htmlVoid: 'Elements without an end.',
  htmlAsideWords: 'Classes and ids of elements that hold no text of the document.',
};
const body = Object.entries(cues).map(([name, value]) => {
  const constant = name.replaceAll(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase();
  return Array.isArray(value)
    ? `/** ${docs[name]} */\nexport const ${constant}: readonly string[] = ${JSON.stringify(value)};`
    : `/** ${docs[name]} */\nexport const ${constant}: ReadonlyMap<string, string> = new Map<string, string>(${JSON.stringify(Object.entries(value))});`;
});
writeFileSync(
  new URL('../src/generated/layout-cues.ts', import.meta.url),
  `// Written by scripts/pack-layout.mjs from data/layout.json; do not edit.\n${body.join('\n')}\n`,
);
