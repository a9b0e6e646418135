export { coverageOf, type Coverage } from './coverage.ts';
export { createExplainer, explainAt } from './explain.ts';
export { flatLines } from './export.ts';
export { findLaws, type LawCitation } from './laws/find-laws.ts';
export { readCitations, type Citations } from './laws/read-citations.ts';
export type { WorkCitation } from './laws/works/cite-notes.ts';
export type { CitedWork } from './laws/works/parse-work.ts';
export { analyse, createExtractor, extractRecord, type Analysis } from './pipeline.ts';
export { anchorOf } from './laws/works/anchor.ts';
