// node scripts/pack-zones.mjs [FOLDER]: packs the time zones of the system (public domain, IANA) into src/generated/zones.ts.
// A line per distinct zone: names, offsets in seconds, then per change the seconds since the one before and the offset's number.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';

const root = process.argv[2] ?? '/usr/share/zoneinfo';
const REGIONS =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/|^(?:UTC|GMT|CET|EET|MET|WET)$/;

/** Reads the 64-bit part of a TZif file (RFC 8536). */
function read(file) {
  const bytes = readFileSync(file);
  const counts = (at) => [0, 1, 2, 3, 4, 5].map((index) => bytes.readUInt32BE(at + 20 + index * 4));
  const [utc, std, leap, times, types, chars] = counts(0);
  const start = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc;
  const [, , , count] = counts(start);
  const at = start + 44;
  const after = at + count * 9;
  const offsetOf = (type) => bytes.readInt32BE(after + type * 6);
  const changes = Array.from({ length: count }, (_, index) => [
    Number(bytes.readBigInt64BE(at + index * 8)),
    offsetOf(bytes[at + count * 8 + index]),
  ]);
  return { first: offsetOf(0), changes };
}

const lines = new Map();
const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => REGIONS.test(name));
for (const name of names.sort()) {
  if (!statSync(`${root}/${name}`).isFile()) continue;
  const { first, changes } = read(`${root}/${name}`);
  const offsets = [first];
  const parts = [];
  let before = 0;
  let current = first;
  for (const [time, offset] of changes) {
    if (offset === current) continue;
    current = offset;
    if (!offsets.includes(offset)) offsets.push(offset);
    parts.push(`${(time - before).toString(36)} ${offsets.indexOf(offset).toString(36)}`);
    before = time;
  }
  const line = `${offsets.map((offset) => offset.toString(36)).join(' ')}|${parts.join(' ')}`;
  lines.set(line, [...(lines.get(line) ?? []), name]);
}
const text = [...lines].map(([line, zones]) => `${zones.join(' ')}|${line}`).join('\n');
const target = new URL('../src/generated/zones.ts', import.meta.url);
writeFileSync(
  target,
  `// Made by scripts/pack-zones.mjs from the IANA time zone database (public domain).\nexport const ZONES = \`${text}\`;\n`,
);
console.log(`${names.length} names, ${lines.size} zones, ${text.length} characters`);
