import { createHash } from "node:crypto";
import { describeService, targetOf } from "#lib/actions/services/describe-service.ts";
import type { ServiceInputs } from "#lib/actions/services/schema.ts";
import { checkFiles, type RenderedFile } from "#lib/actions/templates/check-files.ts";
import { readTemplate } from "#lib/actions/templates/read-template.ts";
import { renderFiles } from "#lib/actions/templates/render-files.ts";
import type { Org } from "#lib/kernel/context.ts";

export type RenderedService = { files: RenderedFile[]; digest: string };

/** Every file of the new repository, in the order of its paths. The same inputs give the same bytes. */
export async function renderService(
  org: Org,
  inputs: ServiceInputs,
  place: { runNumber: number; repositoryUrl: string },
): Promise<RenderedService> {
  const context = {
    values: Object.fromEntries(
      Object.entries(inputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    org: { slug: org.slug, name: org.name },
    ownerName: targetOf(inputs.owner).identifier,
    stewardName: inputs.dataSteward === undefined ? "" : targetOf(inputs.dataSteward).identifier,
  };
  const rendered = await renderFiles(await readTemplate(inputs.template), context, org.id);
  const files = [
    ...rendered,
    { path: "catalog-info.yaml", content: describeService(inputs, place).yaml, isPolicy: false },
  ];
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  checkFiles(files);
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file.path.length}:${file.path}${file.content.length}:${file.content}`);
  return { files, digest: hash.digest("hex") };
}
