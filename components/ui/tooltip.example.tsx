"use client";
import { Button } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";

export default function Example() {
  return (
    <Tooltip content="Evaluated with the last change">
      <Button>Rest here</Button>
    </Tooltip>
  );
}
