import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const all = "All";
export const deploys = "Deploys";
export const levels = "Levels";
export const imports = "Imports";
export const runs = "Runs";
export const changed = "Changed";
export const whatChanged = "What changed";
export const nothingChangedLately = "Nothing changed lately";
export const nothingChangedLatelyText = "Deployments, levels, imports and runs appear here as they end.";
export const deploysAndLevelsOfYour = "Deploys and levels of your components; imports and runs of everybody.";
export const ofEverythingInTheCatalog = "Of everything in the catalog, because nothing in it is known to be yours.";
export const deployedToProduction = "deployed to production";
export const didNotReachProduction = "did not reach production";
export const wasCancelledOnItsWay = "was cancelled on its way to production";
export const refused = (refused: number) => `, ${numberText(refused)} refused`;
export const importedNewChanged = (link: ReactNode, created: number, changed: number) => (
  <>
    {link} imported: {numberText(created)} new, {numberText(changed)} changed
  </>
);
export const isNoLongerScored = "is no longer scored";
export const roseTo = "rose to";
export const droppedTo = "dropped to";
export const noLevel = "no level";
export const linkWhatInScorecard = (link: ReactNode, what: ReactNode, scorecardTitle: ReactNode) => (
  <>
    {link} {what} in {scorecardTitle}
  </>
);
export const leadTimeMin = (minutes: number) => `lead time ${numberText(minutes)} min`;
export const leadTimeH = (hours: number) => `lead time ${numberText(hours)} h`;
export const leadTimeD = (days: number) => `lead time ${numberText(days)} d`;
