import type { TemplateResult } from 'lit';
import type { Api } from '../core/api.ts';
import type { Kept } from '../core/filter.ts';
import type { ActorGraph, Ontology, Question } from '../core/types.ts';
import type { Filter, Place, View } from '../core/view.ts';

/** What a panel may read and do. */
export interface Context {
  readonly api: Api;
  readonly ontology: Ontology;
  readonly questions: readonly Question[];
  readonly graph: ActorGraph;
  readonly kept: Kept;
  readonly view: View;
  /** Address of a place, with the filter as it is: for real links, which can be copied and opened elsewhere. */
  readonly link: (place: Place) => string;
  readonly go: (place: Place) => void;
  readonly change: (filter: Partial<Filter>) => void;
  /** Says something to whoever listens to the page instead of seeing it. */
  readonly tell: (words: string) => void;
  readonly expand: (id: string) => void;
  readonly pin: (id: string) => void;
  /** What is seen on the canvas, as a PNG. */
  readonly toPng: () => Promise<Blob | null>;
  /** Where an actor is drawn, in the picture's own measure. */
  readonly placeOf: (id: string) => { readonly x: number; readonly y: number } | null;
}

/** What is to be in front on the canvas while a panel is open. */
export interface InFront {
  readonly node?: string | null;
  readonly edges?: readonly string[];
  readonly marked?: { readonly nodes: readonly string[]; readonly edges: readonly string[] } | null;
}
/** A panel ready to be shown. */
export interface Page {
  readonly title: string;
  readonly content: TemplateResult;
  readonly inFront?: InFront;
  /** Selector of what is to be scrolled into view. */
  readonly scrollTo?: string;
}
