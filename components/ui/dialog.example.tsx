"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";

export default function Example() {
  return (
    <Dialog
      trigger={<Button>Open a dialog</Button>}
      title="Set the owner of 2 services"
      description="Their scores are worked out again within a minute."
      footer={
        <>
          <DialogClose>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <DialogClose>
            <Button variant="primary">Set owner</Button>
          </DialogClose>
        </>
      }
    >
      payouts and card-vault
    </Dialog>
  );
}
