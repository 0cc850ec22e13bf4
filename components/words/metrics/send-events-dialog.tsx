import type { ReactNode } from "react";

export const atTheEnd =
  "At the end of a pipeline, tell what it did. A second delivery of the same source, sourceId and attempt adds nothing.";
export const sendTheChangesOfADeployment = "Send the changes of a deployment";
export const nameTheChanges =
  "Name the changes that a deployment brings, with the time of their first commit. The bulk address takes the history of a pipeline.";
export const retryOnTimeout = "Retry on timeout";
export const sendIncidentsWithTheDeployment =
  "Send incidents with the deployment that caused them, and again with resolvedAt when they are over. Causes are never guessed from times.";
export const checkoutAnswersSlowly = "Checkout answers slowly";
export const sendIsplannedFalse =
  "Send isPlanned: false with a deployment made because of an incident or a bug that users saw, and name the one it repairs.";
export const copyTheCommand = "Copy the command";
export const copy = "Copy";
export const settings = "Settings";
export const apiReference = "API reference";
export const keysAreMadeUnderEvery = (settings: ReactNode, apiReference: ReactNode) => (
  <>
    Keys are made under {settings}. Every field is described in the {apiReference}.
  </>
);
