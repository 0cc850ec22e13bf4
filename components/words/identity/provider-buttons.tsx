import type { ReactNode } from "react";

export const continueWith = (name: ReactNode) => <>Continue with {name}</>;
