"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

export default function Example() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Open a dialog</Button>}
      title="Set the owner of 2 services"
      description="Their scores are worked out again within a minute."
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button variant="primary" onClick={close}>
            Set owner
          </Button>
        </>
      }
    >
      payouts and card-vault
    </Dialog>
  );
}
