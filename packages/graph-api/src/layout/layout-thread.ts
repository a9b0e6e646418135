// The thread's side: one layout, then it ends.
import { parentPort, workerData } from 'node:worker_threads';
import { placesOf, type LayoutInput } from './place.ts';

parentPort?.postMessage(placesOf(workerData as LayoutInput));
