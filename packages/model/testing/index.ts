export { graphStoreContract } from './graph-store.ts';
