import type { ReactNode } from "react";

export const requestId = (requestId: ReactNode) => <>Request {requestId}</>;
