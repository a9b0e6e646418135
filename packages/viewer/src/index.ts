const built = decodeURIComponent(new URL('../dist-app/', import.meta.url).pathname);

/** Folder of the built explorer, for whoever serves it. A file address names a Windows drive after a slash too many. */
export const viewerFolder: string = built.replace(/^\/(?=[A-Za-z]:)/u, '');
