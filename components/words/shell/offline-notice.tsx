import type { ReactNode } from "react";

export const thereIsNoNetwork = "There is no network: this page stays";
export const thereIsNoDescription = "Follow the link again when it is back.";
export const noNetwork = "No network.";
export const whatYouSeeMay = (noNetwork: ReactNode) => (
  <>{noNetwork} What you see may be old, and nothing you change is saved until it is back.</>
);
