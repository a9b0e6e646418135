export { graphStoreContract } from './graph-store.ts';
export { recordStoreContract } from './record-store.ts';
export { recordOf } from './records.ts';
