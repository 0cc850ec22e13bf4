import type { ReactNode } from "react";

export const apiKeys = "API keys";
export const apiReference = "API reference";
export const serviceAccount = "service account";
export const aProgramSendsItsKey = (
  authorizationBearer: ReactNode,
  apiReference: ReactNode,
  serviceAccount: ReactNode,
) => (
  <>
    A program sends its key as {authorizationBearer}. What can be asked is in the {apiReference}. A key never does more
    than its owner may at that moment: a person, or a {serviceAccount}.
  </>
);
export const noKeyYet = "No key yet";
export const noKeyYetText = "Create one for your pipeline, so that it can report deployments.";
export const searchKeys = "Search keys";
export const partOfAName = "Part of a name, or the beginning of a key";
