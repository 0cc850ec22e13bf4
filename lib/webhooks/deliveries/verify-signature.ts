import { Webhook } from "standardwebhooks";

/** The headers of Standard Webhooks, of a form that cannot be read in two ways. */
export type SignedHeaders = { id: string; timestamp: string; signature: string };

/**
 * The three headers of a delivery, or null when one is missing or of an odd form. The signature is over "id.timestamp.body", so an id must
 * not contain a full stop; the library reads "12ab" as the time 12, so a time is digits.
 */
export function signedHeadersOf(headers: Headers): SignedHeaders | null {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  const signature = headers.get("webhook-signature") ?? "";
  const isSound =
    /^[A-Za-z0-9_:+/=-]{1,255}$/.test(id) &&
    /^\d{1,12}$/.test(timestamp) &&
    /^[\x21-\x7e]{1,200}( [\x21-\x7e]{1,200}){0,9}$/.test(signature);
  return isSound ? { id, timestamp, signature } : null;
}

/** Whether one of the secrets signed these bytes within the last five minutes. Nothing of the body is parsed for it. */
export function isSignedBy(
  secrets: readonly string[],
  body: Buffer,
  { id, timestamp, signature }: SignedHeaders,
): boolean {
  let text: string;
  try {
    // The library signs text: bytes that are not UTF-8 would be signed as their replacement characters.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return false;
  }
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(text, headers, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}
