import { describe, expect, it } from 'vitest';
import { AttestError } from './errors.ts';
import { loadOntology, rootOf } from './ontology.ts';
import { documentKinds } from './document.ts';

describe('the ontology', () => {
  const ontology = loadOntology();

  it('knows every document kind, and which report', () => {
    expect(Object.keys(ontology.documentKinds).toSorted()).toEqual([...documentKinds].toSorted());
    expect(ontology.documentKinds['letter']?.stance).toBe('pleads');
    expect(ontology.documentKinds['news']?.stance).toBe('reports');
  });

  it('puts a corrected type in the same root', () => {
    expect(rootOf(ontology, 'Official')).toBe(rootOf(ontology, 'Person'));
    expect(rootOf(ontology, 'Cartel')).toBe(rootOf(ontology, 'Agency'));
  });

  it('tells acts that happen by being said', () => {
    expect(ontology.acts['DESIGNATED']?.performative).toBe(true);
    expect(ontology.acts['KILLED']?.performative).toBe(false);
  });

  it('takes an analyst’s own act, and names the entry that does not fit', () => {
    const own = loadOntology(
      'acts:\n  EXTRADITED: { label: extradited, inverse: extradited by, description: hands over }\n',
    );
    expect(own.acts['EXTRADITED']?.performative).toBe(false);
    expect(own.acts['URGED']).toBeDefined();
    expect(() => loadOntology('acts:\n  EXTRADITED: { label: 3 }\n')).toThrow(AttestError);
    expect(() => loadOntology('acts:\n  EXTRADITED: { label: 3 }\n')).toThrow(/EXTRADITED/u);
  });
});
