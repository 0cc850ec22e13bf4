import { z } from "zod";

/** What people store values for. Those of webhooks are made and replaced with their webhook. */
export const secretPurposes = ["http-header", "git"] as const;
export type SecretPurpose = (typeof secretPurposes)[number] | "webhook-signing";

export const SecretName = z.string().trim().min(1, "Say what it is, such as “CI token”").max(120);

export const SecretValue = z
  .string()
  .min(1, "Enter the value")
  .max(10_000, "Use at most 10,000 characters")
  .refine(
    (text) => !text.includes("\0") && text.isWellFormed(),
    "Has a character that no system accepts; copy it again",
  );

/** The only origin that a value may be sent to: scheme, host and port, nothing after it. */
export const SecretOrigin = z
  .string()
  .trim()
  .max(300)
  .transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
    if (isOrigin && url.pathname === "/" && url.search === "" && url.hash === "") return url.origin;
    context.addIssue({ code: "custom", message: "Write the scheme and host only, as in https://ci.example.com" });
    return z.NEVER;
  });

/** A stored value, as far as anybody may see it. */
export const Secret = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.enum([...secretPurposes, "webhook-signing"]),
  origin: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  replacedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type Secret = z.infer<typeof Secret>;
