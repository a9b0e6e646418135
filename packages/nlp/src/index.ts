export { Doc, type DocData, type Name } from './doc.ts';
export { ModelError } from './errors.ts';
export { type LoadOptions, loadPipeline } from './load.ts';
export type { AnnotateOptions, Pipeline, Segment } from './pipeline.ts';
export { isHtml, layOutHtml, type PageFacts } from './layout/html.ts';
export { type Layout, type LayoutSegment, type LayoutZone, layOut, type NoteMark } from './layout/lay-out.ts';
export type { ZoneKind } from './layout/parts.ts';
export type { Reading, Stretch } from './layout/reading.ts';
