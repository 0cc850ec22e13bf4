import type { ReactNode } from "react";

export const offers = (count: number) => (count === 1 ? "1 suggestion" : `${count} suggestions`);
export const looksLike = (product: string) => `This looks like a filter of ${product}.`;
export const itSays = (translated: ReactNode) => <>Here it is written {translated}</>;
export const translateIt = "Translate it";
export const cannotBeTranslated = (product: string, place: string, message: string) =>
  `A filter of ${product}${place === "" ? "" : `, at ${place}`}, cannot be translated: ${message}`;
export const products = { port: "Port", backstage: "Backstage", cortex: "Cortex" } as const;
