import { z } from "zod";
import { openSecret, sealSecret } from "#lib/kernel/secrets/envelope.ts";
import { keyRing } from "#lib/kernel/secrets/key-ring.ts";

/** A link on its way to the mail server: the queue keeps it, but cannot open it. */
export const SealedLink = z.object({ keyVersion: z.number(), wrappedKey: z.string(), sealed: z.string() });
export type SealedLink = z.infer<typeof SealedLink>;

type Place = { orgId: string; id: string; purpose: "invitation" };

/** Encrypts a link for the one letter that it is for. */
export function sealLink({ orgId, id, purpose }: Place, link: string): SealedLink {
  const { keyVersion, wrappedKey, sealed } = sealSecret(keyRing(), { orgId, secretId: id, purpose }, link);
  return { keyVersion, wrappedKey: wrappedKey.toString("base64"), sealed: sealed.toString("base64") };
}

/** The link again. @throws AppError `unavailable` for another letter's */
export function openLink({ orgId, id, purpose }: Place, { keyVersion, wrappedKey, sealed }: SealedLink): string {
  const envelope = {
    keyVersion,
    wrappedKey: Buffer.from(wrappedKey, "base64"),
    sealed: Buffer.from(sealed, "base64"),
  };
  return openSecret(keyRing(), { orgId, secretId: id, purpose }, envelope);
}
