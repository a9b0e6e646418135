/** Hands a file that was made here to the browser's downloads. */
export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  link.click();
  // Firefox reads the address only after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
