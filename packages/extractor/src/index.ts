export { flatExport } from './export.ts';
export { findLaws, type LawCitation } from './laws/find-laws.ts';
export { createExtractor, extractRecord } from './pipeline.ts';
