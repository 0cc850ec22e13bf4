export function bold(text: string): string;
export function dim(text: string): string;
export function green(text: string): string;
export function red(text: string): string;
export function formatDuration(milliseconds: number): string;
/** Writes a line to standard output. */
export function say(text?: string): void;
/** Writes what another program says, above the line of a running step. */
export function show(text: string): void;

export type Step = {
  /** Replaces the remark behind the running step. */
  note(text: string): void;
  /** Replaces the title that stays when the step has ended. */
  settle(text: string): void;
};

/** Runs one step, showing that it runs, how it ended and how long it took. */
export function runStep<T>(title: string, work: (step: Step) => Promise<T> | T): Promise<T>;
