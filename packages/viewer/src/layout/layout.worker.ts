import { arrange } from './arrange.ts';
import type { LayoutInput } from './types.ts';

interface Task {
  readonly turn: number;
  readonly input: LayoutInput;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Task>) => {
  globalThis.postMessage({ turn: data.turn, places: arrange(data.input) });
});
