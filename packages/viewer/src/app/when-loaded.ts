import { ApiError } from '../core/api.ts';

const pause = 1000;

/** Asks until the server has loaded its documents (it answers 503 until then), and says so meanwhile; other errors are thrown. */
export async function whenLoaded<Answer>(ask: () => Promise<Answer>, say: (words: string) => void): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 503) throw error;
      say('The documents are still being read …');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
