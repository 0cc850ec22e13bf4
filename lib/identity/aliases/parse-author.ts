import type { SeenAlias } from "#lib/identity/aliases/schema.ts";

const address = /^[^\s<>@]+@[^\s<>@]+$/;
const login = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
// GitHub writes this for people who keep their address to themselves.
const hiddenAddress = /^(?:\d+\+)?([a-z0-9-]+)@users\.noreply\.github\.com$/;

/** What an author's name tells: `Ines Okafor <ines@example.com>`, an address alone, a login, or only a name. */
export function parseAuthor(text: string, isBot: boolean): SeenAlias {
  const value = text.trim();
  const [, written, between] = /^([^<>]*)<([^<>]+)>$/.exec(value) ?? [];
  const email = (between ?? value).trim().toLowerCase();
  const name = (written ?? value).trim();
  const hidden = hiddenAddress.exec(email)?.[1];
  const plain = name.replace(/^@/, "");
  return {
    kind: "author",
    value,
    name: name === "" || address.test(name) ? null : name,
    emails: address.test(email) && hidden === undefined ? [email] : [],
    logins: hidden !== undefined ? [hidden] : login.test(plain) ? [plain.toLowerCase()] : [],
    isBot,
  };
}
