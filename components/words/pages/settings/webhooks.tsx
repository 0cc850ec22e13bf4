import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const webhooks = "Webhooks";
export const apiReference = "API reference";
export const otherSystemsSend = (part: ReactNode, incident: ReactNode, data: ReactNode, apiReference: ReactNode) => (
  <>
    Other systems send {part} or an {incident} here, signed as Standard Webhooks describes. What is in {data} is in the{" "}
    {apiReference}.
  </>
);
export const noWebhookYet = "No webhook yet";
export const noWebhookYetText =
  "Create one for a system that reports deployments or incidents and can sign what it sends.";
export const sender = "Sender";
export const lastReceived = "Last received";
export const deliveries = "Deliveries";
export const state = "State";
export const never = "never";
export const failed = (failed: number) => <>{numberText(failed)} failed</>;
export const allProcessed = "all processed";
export const twoSecrets = "two secrets";
