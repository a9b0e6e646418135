export { edge, entity, fixture, graphOf } from './fixture.ts';
export { strange } from './strange.ts';
export { graphStoreContract } from './graph-store.ts';
export { recordStoreContract } from './record-store.ts';
export { recordOf } from './records.ts';
export { ingestContract } from './ingest.ts';
