export const open = "Open";
export const notShown = "Not shown inside this page";
export const noAddress = (address: string) => `${address.slice(0, 200)} is no address.`;
export const notAllowed = (origin: string) =>
  `Pages of ${origin} are not allowed here. An operator can allow them with CAUSEWAY_EMBED_ORIGINS.`;
