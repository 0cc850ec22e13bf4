"use client";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

export default function Example() {
  return (
    <ConfirmDialog
      danger
      trigger={<Button variant="danger">Delete source</Button>}
      title="Delete the source harbourline/catalog?"
      description="Its 64 entities stay and are no longer updated."
      confirmLabel="Delete source"
      typeToConfirm="harbourline/catalog"
      onConfirm={() => new Promise((resolve) => setTimeout(resolve, 600))}
    />
  );
}
