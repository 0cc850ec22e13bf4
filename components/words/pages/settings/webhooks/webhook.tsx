import type { ReactNode } from "react";

export const deliveries = "Deliveries";
export const deliveriesOf = (hook: string) => `Deliveries of ${hook}`;
export const allWebhooks = "All webhooks";
export const sentTo = (url: ReactNode, allWebhooks: ReactNode) => (
  <>
    Sent to {url}. {allWebhooks}
  </>
);
export const newest = "Newest";
export const older = "Older";
