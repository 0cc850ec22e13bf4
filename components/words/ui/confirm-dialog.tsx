import type { ReactNode } from "react";

export const itDidNotWorkTryAgain = "It did not work. Try again.";
export const cancel = "Cancel";
export const typeToConfirm = (typeToConfirm: ReactNode) => <>Type {typeToConfirm} to confirm</>;
