import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import * as words from "#components/words/identity/key-token.ts";

/** A new key's token, shown this once. */
export function KeyToken({ token, done }: { token: string; done: () => void }) {
  return (
    <div className="grid gap-4">
      <CodeBlock label={words.apiKey} text={token} />
      <div className="flex justify-end gap-2">
        <CopyButton text={token}>{words.copy}</CopyButton>
        <Button variant="primary" onClick={done}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
