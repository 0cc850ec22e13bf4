/** English as most of the world writes its dates; what is used while nobody reads. */
const fallback = "en-GB";

declare global {
  var causewayLocale: (() => string | undefined) | undefined;
}

/** Hands over who knows in which region the reader of a request is. Called once, by the process that serves pages, and by tests. */
export function provideLocale(source: () => string | undefined): void {
  globalThis.causewayLocale = source;
}

/**
 * The language and region that dates and numbers are written for: "en-DE". The server knows it for every request, the browser reads it
 * from the document that the server made, so that both write the same text.
 */
export function readerLocale(): string {
  if (typeof document === "undefined") return globalThis.causewayLocale?.() ?? fallback;
  const { lang } = document.documentElement;
  return /^en-[A-Z]{2}$/.test(lang) ? lang : fallback;
}

/** The time zone of this browser: what a new organization begins with. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
}
