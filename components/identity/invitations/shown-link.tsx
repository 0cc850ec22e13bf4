import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import * as words from "#components/words/identity/invitations/shown-link.ts";

/** A link that opens something, shown this once. */
export function ShownLink({ label, link, done }: { label: string; link: string; done: () => void }) {
  return (
    <div className="grid gap-4">
      <CodeBlock label={label} text={link} />
      <div className="flex justify-end gap-2">
        <CopyButton text={link}>{words.copy}</CopyButton>
        <Button variant="primary" onClick={done}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
