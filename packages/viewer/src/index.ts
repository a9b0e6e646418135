/** Folder of the built explorer, for whoever serves it. */
export const viewerFolder: string = decodeURIComponent(new URL('../dist-app/', import.meta.url).pathname);
