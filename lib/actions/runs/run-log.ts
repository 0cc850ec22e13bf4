import type { LogKind } from "#lib/actions/runs/schema.ts";

export type WaitingLine = { at: string; stepPosition: number; kind: LogKind; text: string };

/** Collects what a run says. Lines leave in batches, at most `everyMs` after they were written, or with the result of their step. */
export type RunLog = {
  write(kind: LogKind, text: string): void;
  /** Which step the next lines belong to. */
  enter(stepPosition: number): void;
  /** Hands over the lines that wait, for a transaction that stores them, once the batch under way is stored: the order stays. */
  take(): Promise<WaitingLine[]>;
  /** Puts lines back in front whose transaction failed. */
  giveBack(lines: WaitingLine[]): void;
  /** Stores what still waits, if it can be stored. */
  close(): Promise<void>;
};

const everyMs = 150;
const maxLineLength = 2_000;

/** `store` writes a batch; it is called again for lines that it failed to store. */
export function createRunLog(store: (lines: WaitingLine[]) => Promise<void>): RunLog {
  let waiting: WaitingLine[] = [];
  let position = 0;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let isClosed = false;

  const flush = () => {
    timer = undefined;
    const lines = waiting;
    waiting = [];
    // What cannot be stored now goes with the next batch; that the attempt is no longer the current one shows in its next step.
    underWay = underWay
      .then(() => (lines.length === 0 ? undefined : store(lines)))
      .catch(() => void waiting.unshift(...lines));
  };
  return {
    write(kind, text) {
      waiting.push({ at: new Date().toISOString(), stepPosition: position, kind, text: plainLine(text) });
      if (!isClosed) timer ??= setTimeout(flush, everyMs);
    },
    enter(stepPosition) {
      position = stepPosition;
    },
    async take() {
      clearTimeout(timer);
      timer = undefined;
      await underWay;
      const lines = waiting;
      waiting = [];
      return lines;
    },
    giveBack(lines) {
      waiting.unshift(...lines);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      flush();
      await underWay;
    },
  };
}

/** One line of plain text: no control characters, so that nothing a program prints can move the reader's cursor or break storage. */
export function plainLine(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, " ").toWellFormed();
  return plain.length > maxLineLength
    ? `${plain.slice(0, maxLineLength)} … ${plain.length - maxLineLength} more characters`
    : plain;
}
