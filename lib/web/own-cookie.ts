import { appOrigin } from "#lib/kernel/env.ts";

const isSecure = () => appOrigin().startsWith("https:");

/** The name of one of our cookies. Behind HTTPS the browser itself refuses to send it elsewhere (`__Host-`). */
export function cookieName(what: "session" | "flow" | "browser"): string {
  return `${isSecure() ? "__Host-" : ""}causeway-${what}`;
}

/** How each of our cookies is kept: out of reach of scripts, and sent to us only. */
export function cookieOptions(maxAgeSeconds: number) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: maxAgeSeconds } as const;
}
