import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { installationSecret } from "#lib/kernel/env.ts";

const mostPeople = 5;

/**
 * What a browser keeps after somebody signed in with it: an id of its own and, for each of the last people, a signature over both. It
 * opens nothing. It only lets this browser try on when strangers use up the attempts of the account.
 */
export type KnownBrowser = { id: string; marks: string[] };

/** Reads the cookie. Anything else than what was written is nothing. */
export function readKnownBrowser(cookie: string | undefined): KnownBrowser | null {
  const [id = "", ...marks] = (cookie ?? "").slice(0, 300).split(".");
  if (!/^[\w-]{22}$/.test(id) || marks.length > mostPeople) return null;
  return { id, marks: marks.filter((mark) => /^[\w-]{22}$/.test(mark)) };
}

/** Whether somebody with this address has signed in with this browser. */
export function hasSignedIn(browser: KnownBrowser | null, email: string): boolean {
  if (browser === null) return false;
  const own = Buffer.from(markOf(browser.id, email));
  return browser.marks.some((mark) => timingSafeEqual(Buffer.from(mark), own));
}

/** The cookie of a browser with which somebody signed in just now. */
export function rememberSignIn(browser: KnownBrowser | null, email: string): string {
  const id = browser?.id ?? randomBytes(16).toString("base64url");
  const mark = markOf(id, email);
  const others = (browser?.marks ?? []).filter((other) => other !== mark);
  return [id, mark, ...others].slice(0, mostPeople + 1).join(".");
}

function markOf(id: string, email: string): string {
  const text = `causeway known browser\0${id}\0${email.trim().normalize("NFKC").toLowerCase()}`;
  return createHmac("sha256", installationSecret()).update(text).digest("base64url").slice(0, 22);
}
