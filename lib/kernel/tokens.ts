import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A secret that is shown once and stored only as its hash: `causeway_<kind>_<43 characters><6 characters of CRC-32>`. */
export function makeToken(kind: "session" | "link" | "key"): { token: string; hash: Buffer; prefix: string } {
  const body = encode(randomBytes(32), 43);
  const token = `causeway_${kind}_${body}${checksum(kind, body)}`;
  return { token, hash: hashToken(token), prefix: token.slice(0, `causeway_${kind}_`.length + 6) };
}

/** What is stored of a token. 256 random bits need no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Whether a text can be a token of this kind at all: form and checksum, without asking the database. */
export function isToken(kind: "session" | "link" | "key", token: string): boolean {
  const match = /^causeway_([a-z]+)_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(token);
  return match !== null && match[1] === kind && match[3] === checksum(kind, match[2] ?? "");
}

function checksum(kind: string, body: string): string {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(crc32(`${kind}_${body}`));
  return encode(value, 6);
}

function encode(bytes: Buffer, length: number): string {
  let value = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (let index = 0; index < length; index++) {
    text = (alphabet[Number(value % 62n)] ?? "0") + text;
    value /= 62n;
  }
  return text;
}
