import type { ReactNode } from "react";

export const byActorName = (actorName: ReactNode) => <>by {actorName}</>;
export const version = (version: number) => <>Version {version}</>;
export const linkTo = (version: number) => `Link to version ${version}`;
export const olderVersions = "Older versions";
export const firstSeen = "First seen.";
export const onlyWhereItStands = "Only where it stands in its source changed.";
export const whatChangedInVersion = (version: number) => `What changed in version ${version}`;
export const field = "Field";
export const everyField = "Every field";
export const noChange = "No change of this field";
export const noChangeHint = "It is as it was when the entity was first seen, or was never set.";
export const noVersion = "There is no such version";
export const noVersionHint = "It may have been deleted with an earlier entity of this name.";
export const allChanges = "All changes";
export const onlyOne = (version: string) => <>Only version {version} is shown.</>;
export const was = "was";
export const is = "now";
export const doors: Record<string, string> = {
  page: "Portal",
  mutation: "Portal",
  rest: "REST",
  job: "Job",
  seed: "Sample data",
};
export const imported = "Import";
export const fromYaml = "YAML";
