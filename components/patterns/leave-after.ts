import type { MutationResult } from "#lib/kernel/errors.ts";

let leaving = 0;

/**
 * Waits for what ends this page's own access (signing out, leaving or deleting an organization), then goes to `address`. In between the
 * page does not leave by itself because it hears that its access has ended.
 * @returns the result; when it is a failure, the page stays
 */
export async function leaveAfter<T extends MutationResult>(work: Promise<T>, address: string): Promise<T> {
  leaving += 1;
  let isGoing = false;
  try {
    const result = await work;
    isGoing = result.ok;
    if (isGoing) window.location.assign(address);
    return result;
  } finally {
    if (!isGoing) leaving -= 1;
  }
}

/** Whether the page is about to be left on purpose. */
export const isLeaving = (): boolean => leaving > 0;
