import { z } from "zod";

export const OrgSlug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, "Use 1 to 40 lower-case letters, digits and inner hyphens");

export const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "Use a time zone name such as Europe/Berlin");

export const CreateOrgInput = z.strictObject({
  slug: OrgSlug,
  name: z.string().trim().min(1, "Give the organization a name").max(120),
  timeZone: TimeZone.default("UTC"),
});

export const Org = z.object({ id: z.string(), slug: z.string(), name: z.string(), timeZone: z.string() });
