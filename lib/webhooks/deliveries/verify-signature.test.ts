import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { isSignedBy, signedHeadersOf } from "#lib/webhooks/deliveries/verify-signature.ts";

const secret = `whsec_${randomBytes(32).toString("base64")}`;
const other = `whsec_${randomBytes(32).toString("base64")}`;
const body = '{"type":"deployment","data":{"a":1}}';
const now = () => Math.floor(Date.now() / 1000);

type Sent = { id: string; timestamp: string; signature: string; body: string | Buffer };

function signed(parts: { id?: string; at?: number; by?: string; body?: string } = {}): Sent {
  const { id = "msg_1", at = now(), by = secret } = parts;
  const text = parts.body ?? body;
  return { id, timestamp: String(at), signature: new Webhook(by).sign(id, new Date(at * 1000), text), body: text };
}

function isAccepted({ id, timestamp, signature, body: sent }: Sent, secrets = [secret]): boolean {
  const headers = new Headers();
  for (const [name, value] of Object.entries({ id, timestamp, signature }))
    if (value !== "") headers.set(`webhook-${name}`, value);
  const wellFormed = signedHeadersOf(headers);
  return wellFormed !== null && isSignedBy(secrets, Buffer.from(sent), wellFormed);
}

const good = signed();
const bare = good.signature.slice(3);
const flipped = Buffer.from(bare, "base64");
flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3);

const refused: [string, Sent][] = [
  ["no signature", { ...good, signature: "" }],
  ["no id", { ...good, id: "" }],
  ["no time", { ...good, timestamp: "" }],
  ["a signature of nobody", { ...good, signature: `v1,${randomBytes(32).toString("base64")}` }],
  ["one bit changed", { ...good, signature: `v1,${flipped.toString("base64")}` }],
  ["cut off", { ...good, signature: good.signature.slice(0, -4) }],
  ["no version", { ...good, signature: bare }],
  ["only a version", { ...good, signature: "v1" }],
  ["an empty value", { ...good, signature: "v1," }],
  ["another version", { ...good, signature: `v2,${bare}` }],
  ["an asymmetric version", { ...good, signature: `v1a,${bare}` }],
  ["an upper-case version", { ...good, signature: `V1,${bare}` }],
  ["an empty list", { ...good, signature: " " }],
  ["a list with commas", { ...good, signature: `v1,AAAA,${good.signature}` }],
  ["a hundred signatures", { ...good, signature: Array(100).fill(good.signature).join(" ") }],
  ["another organization's secret", signed({ by: other })],
  ["6 minutes old", signed({ at: now() - 360 })],
  ["6 minutes ahead", signed({ at: now() + 360 })],
  ["another time", { ...good, timestamp: String(now() - 2) }],
  ["a time with more after it", { ...good, timestamp: `${good.timestamp}abc` }],
  ["a time with a fraction", { ...good, timestamp: `${good.timestamp}.5` }],
  ["a time in milliseconds", { ...good, timestamp: `${good.timestamp}000` }],
  ["a negative time", { ...good, timestamp: `-${good.timestamp}` }],
  ["a hexadecimal time", { ...good, timestamp: `0x${now().toString(16)}` }],
  ["another id", { ...good, id: "msg_2" }],
  ["an id with a full stop", signed({ id: "msg.1" })],
  ["an id that takes the time with it", { ...good, id: `msg_1.${good.timestamp}` }],
  ["an id of 256 characters", signed({ id: "m".repeat(256) })],
  ["the body written anew", { ...good, body: JSON.stringify(JSON.parse(body), null, 1) }],
  ["one more space", { ...good, body: `${body} ` }],
  ["a line end", { ...good, body: `${body}\n` }],
  ["a byte order mark", { ...good, body: `\ufeff${body}` }],
  ["no body", { ...good, body: "" }],
  ["bytes that are not UTF-8", { ...signed({ body: "\ufffd" }), body: Buffer.from([0xff]) }],
];

test("what is signed within five minutes is accepted", () => {
  for (const at of [now() - 290, now(), now() + 290]) expect(isAccepted(signed({ at }))).toBe(true);
  expect(isAccepted(signed({ body: "" }))).toBe(true);
  expect(isAccepted(signed({ body: "ключ 🔑" }))).toBe(true);
  expect(isAccepted({ ...good, signature: `v1a,AAAA v2,${bare} ${good.signature}` })).toBe(true);
});

test("during a change of the secret both are accepted", () => {
  expect(isAccepted(signed({ by: other }), [secret, other])).toBe(true);
  expect(isAccepted(signed(), [secret, other])).toBe(true);
});

test("every other form is refused", () => {
  expect({
    tried: refused.length,
    accepted: refused.filter(([, sent]) => isAccepted(sent)).map(([name]) => name),
  }).toEqual({ tried: 34, accepted: [] });
});
