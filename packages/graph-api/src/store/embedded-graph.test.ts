import { graphStoreContract } from '@attest/model/contract';
import { openEmbeddedGraph } from './embedded-graph.ts';

graphStoreContract('the embedded store', async () => openEmbeddedGraph({ threads: 1 }));
