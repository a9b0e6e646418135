import { html, render } from 'lit';
import { Latest } from '../core/latest.ts';
import type { Page } from '../panels/context.ts';
import { part } from './parts.ts';
import { problemPage } from './pages.ts';

/** The panel beside the canvas: shows one page at a time, the newest that was asked for. */
export class Panel {
  readonly #root = part('panel');
  readonly #latest = new Latest();
  readonly #close: () => void;

  constructor(close: () => void) {
    this.#close = close;
  }

  /** Loads and shows a page; answers that come after a newer call are dropped. Resolves to null when they are. */
  async open(load: (signal: AbortSignal) => Promise<Page>, isStart: boolean): Promise<Page | null> {
    const turn = this.#latest.begin();
    this.#root.setAttribute('aria-busy', 'true');
    let page: Page;
    try {
      page = await load(turn.signal);
    } catch (error) {
      if (!turn.isCurrent()) return null;
      page = problemPage(error, () => void this.open(load, isStart));
    }
    if (!turn.isCurrent()) return null;
    this.#root.removeAttribute('aria-busy');
    this.#draw(page, isStart);
    return page;
  }

  #draw(page: Page, isStart: boolean): void {
    const before = document.activeElement;
    const hadFocus = before === null || before === document.body || this.#root.contains(before);
    render(
      html`<div class="panel-head">
          <h2 id="panel-title" tabindex="-1"><bdi>${page.title}</bdi></h2>
          ${isStart ? '' : html`<button class="close" aria-label="Close this panel" @click=${this.#close}>×</button>`}
        </div>
        <div class="panel-body">${page.content}</div>`,
      this.#root,
    );
    document.title = isStart ? 'Attest' : `${page.title.slice(0, 100)} – Attest`;
    const target = page.scrollTo === undefined ? null : this.#root.querySelector(page.scrollTo);
    if (target) target.scrollIntoView({ block: 'center' });
    else this.#root.scrollTop = 0;
    // Whoever worked in the panel by keyboard goes on at its new heading; nobody else loses the focus.
    if (hadFocus && before !== document.body && before !== null) part('panel-title').focus({ preventScroll: true });
  }
}
