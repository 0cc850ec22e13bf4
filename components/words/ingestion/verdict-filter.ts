export const all = "All";
export const refused = "Refused";
export const kept = "Kept";
export const skipped = "Skipped";
export const mapped = "Mapped";
export const whichLines = "Which lines";
