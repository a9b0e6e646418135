import { AttestError, revisionOf, type Ingest } from '@attest/model';
import { recordOf } from '@attest/model/contract';

/** Takes every text as one claim: what tests of the service look at is the service, not the extraction. */
export const textIngest: Ingest = {
  extract: async ({ sourceId, file, bytes }) => {
    const text = new TextDecoder().decode(bytes);
    if (text === '') throw new AttestError('unreadable-document', `${file} holds no text`, 'Give some.');
    const record = recordOf(sourceId, text);
    return { ...record, document: { ...record.document, file, title: file, revision: revisionOf(bytes) } };
  },
};
