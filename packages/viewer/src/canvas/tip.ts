import { shortened } from '../core/text.ts';
import { edgeWords } from './edge-look.ts';
import type { Point } from './curve.ts';
import type { Palette } from './palette.ts';
import type { Picture } from './picture.ts';

const width = 300;

/**
 * What an edge says while the pointer rests on it: who, what, whom, and its first sentence. Only for the eye and the pointer; the
 * same is in the panel and in the list. Styled here, since it is drawn inside shadow roots of other pages too.
 */
export class Tip {
  readonly #box: HTMLElement;
  readonly #container: HTMLElement;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#box = document.createElement('div');
    this.#box.setAttribute('aria-hidden', 'true');
    Object.assign(this.#box.style, {
      position: 'absolute',
      display: 'none',
      zIndex: '5',
      maxWidth: `${width}px`,
      padding: '5px 9px',
      borderRadius: '6px',
      font: '13px/1.4 system-ui, sans-serif',
      pointerEvents: 'none',
      overflowWrap: 'anywhere',
    });
  }

  show(picture: Picture, id: string, at: Point, palette: Palette): void {
    // Sigma empties its container when a picture is replaced.
    if (!this.#box.isConnected) this.#container.append(this.#box);
    const { edge } = picture.getEdgeAttributes(id);
    const name = (end: string): string => shortened(picture.getNodeAttribute(end, 'node').name, 60);
    const head = document.createElement('b');
    head.textContent = `${name(edge.from)} ${edgeWords(edge)} ${name(edge.to)}`;
    const sentence = document.createElement('div');
    sentence.textContent = edge.quotes?.[0] ? `“${shortened(edge.quotes[0], 180)}”` : '';
    this.#box.replaceChildren(head, sentence);
    const { clientWidth, clientHeight } = this.#container;
    Object.assign(this.#box.style, {
      display: 'block',
      color: palette.paper,
      background: palette.ink,
      left: `${Math.max(4, Math.min(at.x + 14, clientWidth - width - 8))}px`,
      top: at.y > clientHeight / 2 ? 'auto' : `${at.y + 16}px`,
      bottom: at.y > clientHeight / 2 ? `${clientHeight - at.y + 12}px` : 'auto',
    });
  }

  hide(): void {
    this.#box.style.display = 'none';
  }

  end(): void {
    this.#box.remove();
  }
}
