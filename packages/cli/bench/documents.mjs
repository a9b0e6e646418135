// Documents of real length, made from the paragraphs of given ones: repeatable for a seed, and every one with names of its own,
// so that what a stage remembers by word or name would grow with their number.
import { randomFrom } from '../../graph/bench/random.mjs';

const syllables =
  'ba ren mo lis ka to vel sin dar ho mar que zo ran li pe gor ta nu fes bri stov del mun kar gra lund pol'.split(' ');
/** Capitalised words inside a sentence: names, mostly. */
const name = /(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu;

/** So many documents of 3 to 60 paragraphs (1 to 30 KB, most of them short, as news and releases are), made when they are asked for. */
export function* documents(texts, count, seed = 7) {
  const paragraphs = texts.flatMap((text) => text.split(/\n\s*\n/u)).filter((text) => text.trim().length > 60);
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const invented = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('');
    return word[0].toUpperCase() + word.slice(1);
  };
  for (let index = 0; index < count; index += 1) {
    const length = 3 + Math.floor(57 * random() ** 3);
    const text = Array.from({ length }, () =>
      pick(paragraphs).replace(name, (word) => (random() < 0.3 ? invented() : word)),
    ).join('\n\n');
    yield { sourceId: `made-${index}`, file: `made-${index}.txt`, bytes: new TextEncoder().encode(text), meta: {} };
  }
}
