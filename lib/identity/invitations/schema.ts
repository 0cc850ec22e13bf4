import { z } from "zod";
import { EmailAddress, Password } from "#lib/identity/members/schema.ts";
import { roles } from "#lib/kernel/permissions.ts";

export const CreateInvitationInput = z.strictObject({
  email: EmailAddress,
  role: z.enum(roles),
  expiresInDays: z.coerce.number().int().min(1, "Use 1 to 30 days").max(30, "Use 1 to 30 days").default(7),
});

/** An invitation that nobody has accepted (yet). `expired`: its link does not open any more, a new one can be sent. */
export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(["open", "expired"]),
  mailedAt: z.string().nullable(),
});

/** The link is in this answer and, when mail is set up, in the letter; it is stored nowhere. */
export const InvitationLink = z.object({
  id: z.string(),
  link: z.string(),
  expiresAt: z.string(),
  isMailed: z.boolean(),
});

export const NewPersonInput = z.strictObject({
  token: z.string().max(200),
  name: z.string().trim().min(1, "Tell your name").max(120, "Use at most 120 characters"),
  password: Password,
});
