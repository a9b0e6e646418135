import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes, Picture } from './picture.ts';

const duration = 350;
/** Room around what is fitted, in pixels: labels are written there. */
const room = { x: 150, y: 60 };

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves the view; at once for who wants no motion. */
export class CameraMan {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #picture: Picture;

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, picture: Picture) {
    this.#sigma = sigma;
    this.#picture = picture;
  }

  zoom(factor: number): void {
    this.#go({ ratio: this.#sigma.getCamera().getBoundedRatio(this.#sigma.getCamera().ratio / factor) });
  }

  fitAll(): void {
    this.#go({ x: 0.5, y: 0.5, ratio: 1 });
  }

  /** Brings these actors into view, not closer than twice the first zoom. */
  fit(ids: Iterable<string>): void {
    const still = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const there = [...ids].filter((id) => this.#picture.hasNode(id));
    const points = there.map((id) => {
      const { x, y } = this.#picture.getNodeAttributes(id);
      return this.#sigma.graphToViewport({ x, y }, { cameraState: still });
    });
    if (points.length === 0) return;
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height } = this.#sigma.getDimensions();
    const ratio = Math.max((right - left + room.x * 2) / width, (bottom - top + room.y * 2) / height, 0.5);
    const centre = this.#sigma.viewportToFramedGraph(
      { x: (left + right) / 2, y: (top + bottom) / 2 },
      { cameraState: still },
    );
    this.#go({ x: centre.x, y: centre.y, ratio: Math.min(ratio, 1) });
  }

  #go(to: { x?: number; y?: number; ratio?: number }): void {
    const camera = this.#sigma.getCamera();
    if (isStill()) camera.setState(to);
    else void camera.animate(to, { duration });
  }
}
