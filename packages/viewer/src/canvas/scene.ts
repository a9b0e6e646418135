import Sigma from 'sigma';
import { extentOf, type Places } from '../layout/types.ts';
import { CameraMan } from './camera.ts';
import { Captions, type CaptionState } from './captions.ts';
import { curvePoint, type Point } from './curve.ts';
import { dragging } from './dragging.ts';
import { ClaimEdgeProgram } from './edge-program.ts';
import { frontOf, noAttention, type Attention, type Front } from './emphasis.ts';
import { drawnEdge, drawnNode } from './drawn.ts';
import { nodeProgram } from './node-program.ts';
import type { Palette } from './palette.ts';
import { snapshot } from './snapshot.ts';
import { labelWidthOf, type EdgeAttributes, type NodeAttributes, type Picture } from './picture.ts';

/** What a person does on the canvas. `extra`: a modifier key was held. */
export interface SceneEvents {
  onNode(id: string, extra: boolean): void;
  onNodeTwice(id: string): void;
  onEdge(id: string): void;
  onNothing(): void;
  onPinned(id: string): void;
  /** The pointer rests on an edge, at a point in pixels from the canvas' corner; null when it leaves. */
  onEdgeHover(id: string | null, at: Point): void;
}
/** What is drawn, besides the picture itself. */
export interface SceneState {
  readonly palette: Palette;
  readonly colorOf: (type: string) => string;
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
  /** Quiet edges and actors drawn like the others. */
  readonly loud: boolean;
}

/** A small graph is drawn so much larger at most: two actors do not fill a screen. */
const mostBlowUp = 1.4;

/** A picture drawn by WebGL: marks, lines and captions, and what is in front. Lives from one picture to the next. */
export class Scene {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #picture: Picture;
  readonly #captions: Captions;
  readonly camera: CameraMan;
  #state: SceneState;
  #attention: Attention = noAttention;
  #front: Front = null;
  #frame = 0;
  /** A picture that is larger than its canvas is drawn with smaller marks, else they would cover each other. */
  #shrink = 1;

  constructor(container: HTMLElement, picture: Picture, state: SceneState, events: SceneEvents) {
    this.#picture = picture;
    this.#state = state;
    const ActorNodeProgram = nodeProgram(() => this.#state.palette.paper);
    this.#sigma = new Sigma<NodeAttributes, EdgeAttributes>(picture, container, {
      nodeProgramClasses: { actor: ActorNodeProgram },
      nodeHoverProgramClasses: { actor: ActorNodeProgram },
      edgeProgramClasses: { claim: ClaimEdgeProgram },
      defaultNodeType: 'actor',
      defaultEdgeType: 'claim',
      renderLabels: false,
      renderEdgeLabels: false,
      defaultDrawNodeHover: () => undefined,
      enableEdgeEvents: true,
      enableCameraRotation: false,
      zIndex: true,
      minCameraRatio: 0.05,
      maxCameraRatio: 3,
      stagePadding: 12,
      allowInvalidContainer: true,
      doubleClickZoomingRatio: 1,
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / this.#shrink,
      nodeReducer: (id, attributes) => drawnNode(id, attributes, this.#state, this.#attention, this.#front),
      edgeReducer: (id, attributes) => drawnEdge(id, attributes, this.#state, this.#attention, this.#front),
    });
    this.#captions = new Captions(this.#sigma, picture, () => this.#captionState());
    this.camera = new CameraMan(this.#sigma, picture);
    this.#listen(events);
  }

  get attention(): Attention {
    return this.#attention;
  }

  /** Moves the actors; a small graph is not blown up to fill the canvas. */
  place(places: Places, width: number, height: number): void {
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [id, at] of places) {
      if (!this.#picture.hasNode(id)) continue;
      this.#picture.mergeNodeAttributes(id, at);
      const { size, label } = this.#picture.getNodeAttributes(id);
      const { left: l, right: r, up, down } = extentOf({ id, ...at, radius: size, labelWidth: labelWidthOf(label) });
      [left, right] = [Math.min(left, at.x - l), Math.max(right, at.x + r)];
      [bottom, top] = [Math.min(bottom, at.y - down), Math.max(top, at.y + up)];
    }
    if (!Number.isFinite(left)) [left, right, bottom, top] = [0, 1, 0, 1];
    const fits = Math.min(width / (right - left), height / (top - bottom));
    const least = this.#picture.order > 500 ? 0.4 : width < 600 ? 0.5 : 0.65;
    this.#shrink = Math.min(1, Math.max(least, fits * 1.25));
    const growX = Math.max(0, width / mostBlowUp - (right - left)) / 2;
    const growY = Math.max(0, height / mostBlowUp - (top - bottom)) / 2;
    this.#sigma.setCustomBBox({ x: [left - growX, right + growX], y: [bottom - growY, top + growY] });
    this.#sigma.refresh();
  }

  set(state: SceneState): void {
    this.#state = state;
    this.#refresh();
  }

  attend(change: Partial<Attention>): void {
    this.#attention = { ...this.#attention, ...change };
    this.#refresh();
  }

  /** Where an actor is drawn, in pixels from the canvas' corner. */
  pointOfNode(id: string): Point | null {
    if (!this.#picture.hasNode(id)) return null;
    const { x, y } = this.#picture.getNodeAttributes(id);
    return this.#sigma.graphToViewport({ x, y });
  }

  /** The middle of an edge as it is drawn. */
  pointOfEdge(id: string): Point | null {
    if (!this.#picture.hasEdge(id)) return null;
    const [from, to] = this.#picture.extremities(id).map((end) => this.pointOfNode(end));
    return from && to ? curvePoint(from, to, this.#picture.getEdgeAttribute(id, 'bend'), 0.5) : null;
  }

  toPng(): Promise<Blob | null> {
    return snapshot(this.#sigma, this.#state.palette.paper);
  }

  resize(): void {
    this.#sigma.resize();
    this.#sigma.refresh();
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    this.#sigma.kill();
  }

  /** Several changes before the next frame are drawn once. */
  #refresh(): void {
    this.#front = frontOf(this.#picture, this.#attention);
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#sigma.refresh({ skipIndexation: true });
    });
  }

  #captionState(): CaptionState {
    const { palette, nodes, edges, loud } = this.#state;
    const { node, hoveredNode, hoveredEdge, edges: selected } = this.#attention;
    return {
      palette,
      front: this.#front,
      loud,
      isNodeShown: (id) => nodes.has(id),
      isEdgeShown: (id) => edges.has(id),
      isAsked: (id) => id === node || id === hoveredNode || id === hoveredEdge || selected.has(id),
    };
  }

  #listen(events: SceneEvents): void {
    const sigma = this.#sigma;
    const point = (on: boolean): void => void (sigma.getContainer().style.cursor = on ? 'pointer' : '');
    sigma.on('enterNode', ({ node }) => (point(true), this.attend({ hoveredNode: node })));
    sigma.on('leaveNode', () => (point(false), this.attend({ hoveredNode: null })));
    sigma.on('enterEdge', ({ edge, event }) => {
      point(true);
      this.attend({ hoveredEdge: edge });
      events.onEdgeHover(edge, event);
    });
    sigma.on('leaveEdge', ({ event }) => {
      point(false);
      this.attend({ hoveredEdge: null });
      events.onEdgeHover(null, event);
    });
    sigma.on('moveBody', ({ event }) => {
      const { hoveredNode, hoveredEdge } = this.#attention;
      if (hoveredNode === null && hoveredEdge === null) point(this.#captions.nodeAt(event) !== null);
    });
    sigma.on('clickNode', ({ node, event: { original } }) =>
      events.onNode(node, original.shiftKey || original.ctrlKey || original.metaKey),
    );
    this.#listenTwice(events);
    sigma.on('clickEdge', ({ edge }) => events.onEdge(edge));
    sigma.on('clickStage', ({ event }) => {
      const named = this.#captions.nodeAt(event);
      if (named !== null) events.onNode(named, false);
      else events.onNothing();
    });
    dragging(sigma, this.#picture, (id) => events.onPinned(id));
  }

  /**
   * Sigma takes any two clicks for a double click that come in before a timer ends, on whatever they were and however late the
   * timer is. The browser knows better: its own count of clicks decides.
   */
  #listenTwice(events: SceneEvents): void {
    const sigma = this.#sigma;
    sigma.on('doubleClickNode', (twice) => {
      twice.preventSigmaDefault();
      const { original } = twice.event;
      if (!(original instanceof MouseEvent)) events.onNodeTwice(twice.node);
      else if (original.detail < 2)
        events.onNode(twice.node, original.shiftKey || original.ctrlKey || original.metaKey);
    });
    sigma.on('doubleClickEdge', (twice) => {
      twice.preventSigmaDefault();
      events.onEdge(twice.edge);
    });
    sigma.getMouseCaptor().container.addEventListener('dblclick', () => {
      const { hoveredNode } = this.#attention;
      if (hoveredNode !== null) events.onNodeTwice(hoveredNode);
    });
  }
}
