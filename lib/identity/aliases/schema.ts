import { z } from "zod";

export const aliasKinds = ["catalog-user", "author"] as const;
/** `open`: nobody is known. `suggested`: a guess. `matched`: proven. `confirmed` and `ignored`: somebody decided, or it is a bot. */
export const aliasStates = ["suggested", "open", "matched", "confirmed", "ignored"] as const;
export type AliasState = (typeof aliasStates)[number];

/** Why a name is thought to be somebody's, such as `same e-mail address` with the address. */
export const Evidence = z.object({
  kind: z.enum(["same e-mail address", "same GitHub login", "same name", "begins the e-mail address", "a bot's name"]),
  detail: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Alias = z.object({
  id: z.string(),
  kind: z.enum(aliasKinds),
  value: z.string(),
  name: z.string().nullable(),
  state: z.enum(aliasStates),
  /** Whose it is, or is guessed to be. `isMember` is false for somebody who has left. */
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), isMember: z.boolean() }).nullable(),
  evidence: z.array(Evidence),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type Alias = z.infer<typeof Alias>;

/** A name as it was seen somewhere, with what was known beside it. */
export type SeenAlias = {
  kind: (typeof aliasKinds)[number];
  value: string;
  name: string | null;
  emails: string[];
  logins: string[];
  isBot?: boolean;
};
