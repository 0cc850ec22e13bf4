import { z } from "zod";
import { roles } from "#lib/kernel/permissions.ts";

export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .transform((text) => text.normalize("NFKC").toLowerCase())
  .pipe(z.email("Use an e-mail address such as name@example.com"));

export const Password = z.string().min(12, "Use at least 12 characters").max(256, "Use at most 256 characters");

export const AddMemberInput = z.strictObject({
  email: EmailAddress,
  name: z.string().trim().min(1, "Give the person a name").max(120),
  role: z.enum(roles),
  password: Password.optional(),
  teamRef: z.string().max(200).optional(),
});

/** What a list of members can be sorted by. */
export const memberSorts = ["name", "role", "joinedAt"] as const;
export type MemberSort = (typeof memberSorts)[number];

export const Member = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  teamRef: z.string().nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  joinedAt: z.string(),
});
export type Member = z.infer<typeof Member>;
