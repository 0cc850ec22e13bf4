import { readDefinition } from "#lib/catalog/definitions/read-definition.ts";
import { serveChildJobs } from "#lib/kernel/child-process/serve-child-jobs.ts";

export type DefinitionJob = { text: string; type: string | null };

serveChildJobs((input) => {
  const { text, type } = JSON.parse(input) as DefinitionJob;
  return JSON.stringify(readDefinition(text, type));
});
