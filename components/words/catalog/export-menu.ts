export const csvForASpreadsheet = "CSV, for a spreadsheet";
export const json = "JSON";
export const yaml = "YAML";
export const exportWhatIsShown = "Export what is shown";
export const exportLabel = "Export";
