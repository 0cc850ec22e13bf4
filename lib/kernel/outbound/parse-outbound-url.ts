import { AppError } from "#lib/kernel/errors.ts";

const maxLength = 2_000;

/**
 * Reads an address that a person or a file gave, for a connection from here.
 * @throws AppError `invalid` with a sentence about what is wrong and what to do; `path` names the input field.
 */
export function parseOutboundUrl(text: string, options: { path?: string } = {}): URL {
  const refuse = (message: string) => new AppError("invalid", message, [{ path: options.path ?? "url", message }]);
  if (text.length > maxLength) throw refuse(`The address is longer than ${maxLength} characters; use a shorter one.`);
  // The parser of URLs drops tabs and line breaks and reads "\" as "/": what it would change is refused, not guessed.
  if (/[\s\\\p{Cc}]/u.test(text))
    throw refuse("The address has a space, a line break or a backslash in it; remove it.");
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) throw refuse("The address is not complete; begin it with https://.");
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text))
    throw refuse(
      "The address cannot be used; only https addresses can, as in https://git.example.com/team/catalog.git.",
    );
  const url = new URL(text);
  if (url.username !== "" || url.password !== "" || /^https?:\/\/[^/?#]*@/i.test(text)) {
    throw refuse("The address has a user name or password in it; remove the part before the @.");
  }
  if (url.hostname.replace(/\.$/, "") === "")
    throw refuse("The address has no host; write it as in https://git.example.com/team/catalog.git.");
  return url;
}
