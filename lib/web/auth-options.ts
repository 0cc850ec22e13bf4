import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { sessionLifetimeDays } from "#lib/identity/sessions/create-session.ts";
import { endSession } from "#lib/identity/sessions/end-session.ts";
import { signInWithLink } from "#lib/identity/sessions/sign-in-with-link.ts";
import { signInWithPassword } from "#lib/identity/sessions/sign-in-with-password.ts";
import { appOrigin, installationSecret } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { isToken } from "#lib/kernel/tokens.ts";
import { sessionCookieName } from "#lib/web/session-cookie.ts";

type Headers = Record<string, string | undefined> | undefined;

/**
 * next-auth carries the protocol (CSRF token, providers, cookies); who is signed in is a row of ours. The cookie holds nothing but the
 * row's token: the library's own JWT is bypassed for it, so that a session can be listed, revoked and looked up at every request.
 */
export function authOptions(): NextAuthOptions {
  const isSecure = appOrigin().startsWith("https:");
  return {
    secret: installationSecret(),
    session: { strategy: "jwt", maxAge: sessionLifetimeDays * 24 * 60 * 60 },
    pages: { signIn: "/signin", error: "/signin" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
      },
    },
    jwt: {
      encode: async (parameters) => {
        const token = parameters.token?.["sessionToken"];
        return typeof token === "string" ? token : encode(parameters);
      },
      decode: async (parameters) => {
        const token = parameters.token ?? "";
        return isToken("session", token) ? { sessionToken: token } : decode(parameters);
      },
    },
    providers: [
      CredentialsProvider({
        id: "password",
        name: "Password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          try {
            const token = await signInWithPassword({
              email: credentials?.email ?? "",
              password: credentials?.password ?? "",
              address: clientAddress(request.headers),
              userAgent: request.headers?.["user-agent"] ?? null,
            });
            return token === null ? null : { id: token };
          } catch (error) {
            // The library shows this text as `error` in the address of the sign-in page, which knows these words.
            throw new Error(error instanceof AppError ? error.code : "internal");
          }
        },
      }),
      CredentialsProvider({
        id: "link",
        name: "Link",
        credentials: { token: { type: "text" } },
        async authorize(credentials, request) {
          const token = await signInWithLink(credentials?.token ?? "", request.headers?.["user-agent"] ?? null);
          return token === null ? null : { id: token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user === undefined ? token : { sessionToken: user.id }),
      // Nothing reads the library's own session answer; it must not give the token away either.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (isOwnPath(url, baseUrl) ? new URL(url, baseUrl).href : baseUrl),
    },
    events: {
      async signOut({ token }) {
        const sessionToken = token?.["sessionToken"];
        if (typeof sessionToken === "string") await endSession(sessionToken);
      },
    },
  };
}

/** Whether an address to go to after signing in stays on our own origin. */
export function isOwnPath(url: string, baseUrl: string): boolean {
  try {
    const [target, own] = [new URL(url, baseUrl), new URL(baseUrl)];
    // A blob: address has the origin of the page that made it, and is no place to go to.
    return !/[\\\t\n\r]/.test(url) && target.protocol === own.protocol && target.origin === own.origin;
  } catch {
    return false;
  }
}

// The last hop is the one that the nearest proxy (or Next itself) saw; earlier ones are whatever the caller wrote.
function clientAddress(headers: Headers): string {
  return headers?.["x-forwarded-for"]?.split(",").at(-1)?.trim() ?? "unknown";
}
