import type { ReactNode } from "react";

export const cannotBeDecided = (title: string, condition: ReactNode, found: string) => (
  <>
    Of {title}, for one, it cannot be told: {condition} {found}
  </>
);
