"use client";
import { Button } from "#components/ui/button.tsx";
import { ArrowRight, Plus, Trash2, Zap } from "#components/ui/icons.tsx";

export default function Example() {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" icon={<Zap />}>
        Run action
      </Button>
      <Button>Compare</Button>
      <Button variant="ghost" icon={<Plus />}>
        Export
      </Button>
      <Button variant="danger" icon={<Trash2 />}>
        Delete
      </Button>
      <Button variant="primary" busy busyLabel="Submitting…">
        Submit
      </Button>
      <Button size="sm">Small</Button>
      <Button size="lg" iconAfter={<ArrowRight />}>
        Large
      </Button>
      <Button href="/dev/shelf">A link</Button>
      <Button disabled>Not allowed</Button>
    </div>
  );
}
