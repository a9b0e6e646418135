/** Hands a file that was made here to the browser's downloads. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  link.click();
  // Firefox reads the address only after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export const saveText = (name: string, type: string, content: string): void =>
  save(name, new Blob([content], { type }));
