/**
 * Asks while somebody types: after a pause, one question at a time. A newer question ends the older one, and an older answer that comes all
 * the same is dropped, so what is shown never goes back.
 */
export class NewestAnswer {
  #current: AbortController | undefined;
  readonly #pauseMs: number;

  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  /** Asks, and calls back with the answer unless something newer was asked or all was forgotten meanwhile. */
  ask<T>(question: (signal: AbortSignal) => Promise<T>, answered: (answer: T) => void, failed?: () => void): void {
    this.forget();
    const own = new AbortController();
    this.#current = own;
    const isNewest = () => this.#current === own;
    setTimeout(async () => {
      if (!isNewest()) return;
      try {
        const answer = await question(own.signal);
        if (isNewest()) answered(answer);
      } catch {
        if (isNewest()) failed?.();
      }
    }, this.#pauseMs);
  }

  /** No answer to what was asked is wanted any more. */
  forget(): void {
    this.#current?.abort();
    this.#current = undefined;
  }
}
