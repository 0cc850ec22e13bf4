import { z } from "zod";

/** First parts of addresses that are pages and doors of the portal itself, now or some day. `reserved-slugs.test.ts` compares them with `app`. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about account admin api app assets auth billing dev docs favicon health help home hooks internal invitation invitations invite live login
   logout metrics new null oauth organizations password public reset robots search security setup signin signout sign-in sign-out signup
   sign-up static status support system undefined user users well-known www`.split(/\s+/),
);

export const OrgSlug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, "Use 1 to 40 lower-case letters, digits and inner hyphens")
  .refine((slug) => !reservedSlugs.has(slug), "This address is used by Causeway itself; choose another one");

export const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "Use a time zone name such as Europe/Berlin");

export const OrgName = z.string().trim().min(1, "Give the organization a name").max(120, "Use at most 120 characters");

export const CreateOrgInput = z.strictObject({
  slug: OrgSlug,
  name: OrgName,
  timeZone: TimeZone.default("UTC"),
});

export const Org = z.object({ id: z.string(), slug: z.string(), name: z.string(), timeZone: z.string() });
