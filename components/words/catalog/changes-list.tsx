import type { ReactNode } from "react";

export const byActorName = (actorName: ReactNode) => <>by {actorName}</>;
export const version = (version: number) => <>Version {version}</>;
export const olderVersions = "Older versions";
export const firstSeen = "First seen.";
export const onlyWhereItStands = "Only where it stands in its source changed, or the entity came back.";
export const whatChangedInVersion = (version: number) => `What changed in version ${version}`;
