import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { Region } from "#lib/identity/people/schema.ts";

declare global {
  var causewayReader: AsyncLocalStorage<{ region: Region }> | undefined;
}

/** One for the process: the framework loads this file once for each of its bundles. */
function reader(): AsyncLocalStorage<{ region: Region }> {
  globalThis.causewayReader ??= new AsyncLocalStorage();
  return globalThis.causewayReader;
}

/** Notes with every request the region that its browser asks for, for all that is done to answer it. */
export function noteRegions(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: { headers: Record<string, string> } };
    reader().enterWith({ region: regionOf(request.headers["accept-language"]) });
  });
}

/** Answers the rest of this request for this region: the person's own choice counts more than the browser's. */
export function readFrom(region: Region): void {
  const request = reader().getStore();
  if (request !== undefined) request.region = region;
}

/** The language and region that this request is answered in, or nothing outside of requests. */
export function currentLocale(): string | undefined {
  const request = reader().getStore();
  return request === undefined ? undefined : `en-${request.region}`;
}

/** The first region that an Accept-Language header names or means: "de" is German as in Germany. Else where English has its home. */
export function regionOf(acceptLanguage: string | undefined): Region {
  const tags = (acceptLanguage ?? "").slice(0, 500).split(",").slice(0, 10);
  for (const tag of tags.map((part) => part.split(";")[0]?.trim() ?? "")) {
    const region = Region.safeParse(regionIn(tag));
    if (region.success) return region.data;
  }
  return "GB";
}

function regionIn(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined;
  }
}
