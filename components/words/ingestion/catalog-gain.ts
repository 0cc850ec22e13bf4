export const catalogAfterImport = "Catalog after import";
export const newKind = (kindName: string) => `${kindName} (new kind)`;
export const removed = "Removed";
export const anImportNeverRemovesWhat =
  "An import never removes: what the source does not name any more stays as it is.";
export const newLabel = "new";
export const changed = "changed";
export const same = "same";
