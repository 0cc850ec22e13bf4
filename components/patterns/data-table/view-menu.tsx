"use client";
import { lazy, Suspense, useState } from "react";
import type { TableMenu } from "#components/patterns/data-table/table-shape.ts";
import { Button } from "#components/ui/button.tsx";
import { Columns3 } from "#components/ui/icons.tsx";
import * as words from "#components/words/patterns/data-table/view-menu.ts";

const ViewPanel = lazy(() => import("#components/patterns/data-table/view-panel.tsx"));

/** Which columns a table shows and in which order, how close its rows stand, how many there are on a page. In the address, and remembered. */
export function ViewMenu({ menu, className }: { menu: TableMenu; className?: string | undefined }) {
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <Button
      icon={<Columns3 aria-hidden />}
      aria-haspopup="dialog"
      busy={isWanted}
      onClick={() => setIsWanted(true)}
      {...(className === undefined ? {} : { className })}
    >
      {words.view}
    </Button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ViewPanel menu={menu} className={className} />
    </Suspense>
  );
}
