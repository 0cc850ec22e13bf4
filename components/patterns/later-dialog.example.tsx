"use client";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { LaterPart } from "#components/ui/later.tsx";

type Props = { name: string; open: boolean; onOpenChange: (open: boolean) => void };

const Form = new LaterPart<Props>(async () => ({ name, ...opened }) => <Dialog title={name} {...opened} />);

export default function Example() {
  return (
    <LaterDialog part={Form} props={{ name: "Came when it was wanted" }}>
      Open
    </LaterDialog>
  );
}
