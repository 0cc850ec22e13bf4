import type { ReactElement } from "react";
import { BookOpen, PackagePlus, Zap } from "#components/ui/icons.tsx";

const icons: Record<string, ReactElement> = {
  "package-plus": <PackagePlus aria-hidden />,
  book: <BookOpen aria-hidden />,
};

/** The picture of an action, by the name it is stored under. */
export function ActionIcon({ icon }: { icon: string }): ReactElement {
  return icons[icon] ?? <Zap aria-hidden />;
}
