import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';

const layers = ['edges', 'nodes', 'captions'] as const;

/** What is on the canvas as a PNG, on the colour of the paper. WebGL keeps a frame only until it is shown: so draw, then copy at once. */
export function snapshot(sigma: Sigma<NodeAttributes, EdgeAttributes>, paper: string): Promise<Blob | null> {
  sigma.refresh({ skipIndexation: true });
  const canvases = sigma.getCanvases();
  const copy = document.createElement('canvas');
  copy.width = canvases['nodes']?.width ?? 1;
  copy.height = canvases['nodes']?.height ?? 1;
  const context = copy.getContext('2d');
  if (context) {
    context.fillStyle = paper;
    context.fillRect(0, 0, copy.width, copy.height);
    for (const layer of layers) {
      const canvas = canvases[layer];
      if (canvas) context.drawImage(canvas, 0, 0, copy.width, copy.height);
    }
  }
  return new Promise((resolve) => copy.toBlob(resolve, 'image/png'));
}
