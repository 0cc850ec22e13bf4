// The script of the YAML children: started by path, imported by nothing. Its imports are relative and few, because it starts often.
import { serveChildJobs } from "../../kernel/child-process/serve-child-jobs.ts";
import { parseDocuments } from "./parse-documents.ts";

serveChildJobs((input) => {
  const text: unknown = JSON.parse(input);
  return JSON.stringify(parseDocuments(String(text)));
});
