"use client";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";

export default function Example() {
  const toast = useToast();
  return (
    <Button
      onClick={() =>
        toast({
          title: (
            <>
              Starred <b>payments-api</b>
            </>
          ),
          undo: () => void toast({ title: "Taken back", tone: "note" }),
        })
      }
    >
      Star
    </Button>
  );
}
