const functionWord = /^(?:aux|cop|case|mark|cc|punct|det)(?::|$)/u;
const mayStay = /^(?:fixed|conj|cc|punct|goeswith|reparandum|advmod)(?::|$)/u;

/**
 * Universal Dependencies hangs nothing but fixed parts and the like on auxiliaries, prepositions and other function
 * words; what the parser has put there belongs to their head. Changes `heads` in place.
 */
export function liftOffFunctionWords(heads: Int32Array, relations: readonly string[]): void {
  for (let token = 0; token < heads.length; token++) {
    if (mayStay.test(relations[token]!)) continue;
    for (let head = heads[token]!; head >= 0 && functionWord.test(relations[head]!) && heads[head]! >= 0;) {
      if (heads[head] === token) break;
      head = heads[head]!;
      heads[token] = head;
    }
  }
}
