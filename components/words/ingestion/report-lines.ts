export const thereIsNoSuchLine = "There is no such line in this report.";
export const linesOfTheReport = "Lines of the report";
export const verdict = "Verdict";
export const where = "Where";
export const whatAndWhy = "What and why";
