import type { ReactNode } from "react";

export const serviceAccounts = "Service accounts";
export const apiKeys = "API keys";
export const actorsThatAreNoPerson = (apiKeys: ReactNode) => (
  <>
    Actors that are no person. Their {apiKeys} go on working when whoever made them leaves, and the audit log names the
    account.
  </>
);
export const noServiceAccountYet = "No service account yet";
export const noServiceAccountYetText =
  "Create one for what runs without a person: a pipeline, an exporter, a nightly import.";
export const searchServiceAccounts = "Search service accounts";
export const partOfAName = "Part of a name or a purpose";
