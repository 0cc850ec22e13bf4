export const edit = "Edit";
export const confirm = "Still true";
export const archive = "Archive";
export const remove = "Delete";
export const exportLabel = "Export";
export const exportSelected = "Export what is selected";
export const csv = "CSV, for a spreadsheet";
export const json = "JSON";
export const yaml = "YAML";
export const couldNotBeExported = "It could not be exported; nothing was changed. Try again.";
export const exporting = (count: string) => `Exporting ${count}`;
export const soFar = (size: string) => `${size} so far`;
export const stopExport = "Stop";
export const entities: [one: string, more: string] = ["entity", "entities"];
export const archiveDescription =
  "They leave every list, with all that is known of them, and can be restored one by one or together. Relations to them dangle meanwhile.";
export const deleteDescription =
  "They go with their history and scores, for good; relations to them dangle. The audit log keeps how they were. Archiving can be taken back, this cannot.";
