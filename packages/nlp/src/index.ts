export { Doc, type DocData, type Name } from './doc.ts';
export { ModelError } from './errors.ts';
export { type LoadOptions, loadPipeline } from './load.ts';
export type { AnnotateOptions, Pipeline, Segment } from './pipeline.ts';
