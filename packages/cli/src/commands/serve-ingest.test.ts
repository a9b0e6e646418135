import { createExtractor } from '@attest/extractor';
import { ingestContract } from '@attest/model/contract';

ingestContract('the extractor', () => createExtractor());
