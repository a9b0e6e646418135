export { collect, type Collected } from './collect.ts';
