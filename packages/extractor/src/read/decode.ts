import { AttestError, type IngestInput } from '@attest/model';

const largestText = 8 * 1024 * 1024;

/** Formats that are often given by mistake: what they begin with, what they are, what to do. */
const signatures: readonly (readonly [readonly number[], string, string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Convert it to text (for instance with pdftotext) and give that.'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'a ZIP archive or an office document',
    'Unpack it, or save the document as plain text or HTML.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document', 'Save it as plain text or HTML.'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rich text (RTF)', 'Save it as plain text or HTML.'],
  [[0x1f, 0x8b], 'a compressed file', 'Unpack it and give the text.'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image', 'Run text recognition on it and give the text.'],
  [[0xff, 0xd8, 0xff], 'an image', 'Run text recognition on it and give the text.'],
];
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

function refuseKnown({ bytes, file }: IngestInput): void {
  if (bytes.length > largestText)
    throw new AttestError(
      'limit-exceeded',
      `${file} is larger than ${largestText / 1048576} MB of text.`,
      'Split the document into parts and give them one by one.',
    );
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    throw new AttestError(
      'unreadable-document',
      `${file} is UTF-16 text.`,
      'Save it as UTF-8 (for instance: iconv -f UTF-16 -t UTF-8) and try again.',
    );
  for (const [signature, what, hint] of signatures)
    if (startsWith(bytes, signature))
      throw new AttestError('unsupported-format', `${file} is ${what}, not text.`, hint);
}

/** Bytes from the end that a character which is cut off may have left. */
const longestRest = 3;

const binary = (file: string): AttestError =>
  new AttestError(
    'unsupported-format',
    `${file} holds bytes of a binary file.`,
    'Give plain text (.txt, .md) or HTML in UTF-8.',
  );

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: strict UTF-8, the byte order mark kept, so that offsets are those of the file. What a file is called
 * does not count: text is text under any name, and a picture named .txt is refused.
 * Throws `limit-exceeded`, `unsupported-format` or `unreadable-document` with a hint for everything else.
 */
export function decode(input: IngestInput): string {
  refuseKnown(input);
  const { bytes, file } = input;
  const text = utf8(bytes);
  if (text === null) {
    if (bytes.includes(0)) throw binary(file);
    for (let rest = 1; rest <= longestRest && rest < bytes.length; rest++)
      if (utf8(bytes.subarray(0, bytes.length - rest)) !== null)
        throw new AttestError(
          'unreadable-document',
          `${file} ends in the middle of a character.`,
          'It seems to be cut off: copy it again, whole.',
        );
    throw new AttestError(
      'unreadable-document',
      `${file} is not UTF-8 text.`,
      'If it is in Windows-1252 or Latin-1, convert it (for instance: iconv -f WINDOWS-1252 -t UTF-8) and try again.',
    );
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary files
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f]/gu)?.length ?? 0;
  if (text.includes('\0') || (controls > 4 && controls * 100 > text.length)) throw binary(file);
  if (text.replace(/^\ufeff/u, '').trim() === '')
    throw new AttestError('unreadable-document', `${file} holds no text.`, 'Check that the file is complete.');
  return text;
}
