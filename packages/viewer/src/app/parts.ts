/** A word in place of the picture; empty for none. */
export function showWord(words: string): void {
  const box = part('empty');
  box.hidden = words === '';
  box.textContent = words;
}

/** A part of the page by its id. */
export function part(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
