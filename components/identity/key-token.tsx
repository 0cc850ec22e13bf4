import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** A new key's token, shown this once. */
export function KeyToken({ token, done }: { token: string; done: () => void }) {
  return (
    <div className="grid gap-4">
      <CodeBlock label="API key" text={token} />
      <div className="flex justify-end gap-2">
        <CopyButton text={token}>Copy</CopyButton>
        <Button variant="primary" onClick={done}>
          Done
        </Button>
      </div>
    </div>
  );
}
