import busboy from 'busboy';
import type { Request } from 'express';
import { AttestError, revisionOf, type IngestInput } from '@attest/model';

const limits = { files: 20, fileSize: 32 * 1024 * 1024, fields: 0 };

/** The base name of what the browser sent, without anything that could be a path or a control character. */
const safeName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/^.*[\\/]/u, '')
    .replace(/[\p{C}]/gu, '')
    .slice(0, 200) || 'document.txt';

/** The files of an upload that can be read on, and those that cannot. */
export interface Uploads {
  readonly inputs: readonly IngestInput[];
  readonly refused: readonly { readonly input: IngestInput; readonly error: AttestError }[];
}

/** Reads the files of a multipart request; nothing of it touches the disk here. A file that is too large is refused alone. */
export function readUploads(request: Request): Promise<Uploads> {
  return new Promise((resolve, reject) => {
    const inputs: IngestInput[] = [];
    const refused: { input: IngestInput; error: AttestError }[] = [];
    const fail = (error: AttestError): void => {
      request.unpipe();
      request.resume();
      reject(error);
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
    } catch (cause) {
      reject(
        new AttestError(
          'unsupported-format',
          'the request is no file upload',
          'Send multipart/form-data with one or more files.',
          { cause },
        ),
      );
      return;
    }
    parser.on('file', (_field, stream, info) => {
      const file = safeName(info.filename);
      let chunks: Buffer[] = [];
      let tooLarge = false;
      stream.on('data', (chunk: Buffer) => {
        if (!tooLarge) chunks.push(chunk);
      });
      stream.on('limit', () => {
        tooLarge = true;
        chunks = [];
      });
      stream.on('end', () => {
        const bytes = new Uint8Array(Buffer.concat(chunks));
        const input = { sourceId: `upload:${revisionOf(bytes)}`, file, bytes, meta: { title: file } };
        if (tooLarge) {
          const error = new AttestError('limit-exceeded', `${file} is larger than 32 MB`, 'Split the document.');
          refused.push({ input, error });
        } else inputs.push(input);
      });
    });
    parser.on('filesLimit', () =>
      fail(new AttestError('limit-exceeded', `more than ${limits.files} files at once`, 'Send fewer files.')),
    );
    parser.on('error', (cause) =>
      fail(new AttestError('invalid-input', 'the upload ended in the middle', 'Send it again.', { cause })),
    );
    parser.on('close', () => {
      if (inputs.length + refused.length > 0) resolve({ inputs, refused });
      else
        reject(
          new AttestError(
            'invalid-input',
            'the upload holds no file',
            'Send multipart/form-data with one or more files.',
          ),
        );
    });
    request.pipe(parser);
  });
}
