"use client";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";

export default function Example() {
  return (
    <Popover trigger={<Button>Why 60?</Button>} title="What counts">
      Services whose lifecycle is not retired.
    </Popover>
  );
}
