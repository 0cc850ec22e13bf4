import { hash, verify } from "@node-rs/argon2";
import { AppError } from "#lib/kernel/errors.ts";

// argon2id with the parameters that OWASP's Password Storage Cheat Sheet names as its minimum: 19 MiB, 2 passes, 1 lane.
const options = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

// A hash takes 19 MiB and a core for a tenth of a second: more at once than there are cores only makes everybody wait.
const slots = 2;
const mostWaiting = 200;
const waiting: (() => void)[] = [];
let running = 0;

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return inSlot(() => hash(password, options));
}

let decoy: Promise<string> | undefined;

/** Whether a password belongs to a stored hash. Takes as long when there is no hash, so that time tells nothing about who exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this password", options);
  const against = stored ?? (await decoy);
  const matches = await inSlot(() => verify(against, password));
  return stored !== null && matches;
}

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  // More than would wait for ten seconds: nobody is served by waiting longer.
  if (waiting.length >= mostWaiting)
    throw new AppError("rate_limited", "Many people sign in at this moment. Wait a minute and try again.");
  if (running >= slots) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}
