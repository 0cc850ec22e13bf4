import { answerEntityExport } from "#lib/web/exports/answer-entity-export.ts";

export { answerEntityExport as GET, answerEntityExport as POST };
