/** What the child is asked: a program and what it is to be run on; nothing to run on means that it is only read. */
export type JqJob = { program: string; inputs: unknown[] };

/** Why the program is none, or what it yields for each input: the first value, undefined when it yields none. */
export type JqAnswer = { problem: string } | { outcomes: JqOutcome[] };
export type JqOutcome = { ok: true; value: unknown } | { ok: false; message: string };
