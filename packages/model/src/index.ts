export * from './document.ts';
export * from './errors.ts';
export * from './explanation.ts';
export * from './ids.ts';
export * from './ontology.ts';
export * from './ports.ts';
export * from './questions.ts';
export * from './record.ts';
