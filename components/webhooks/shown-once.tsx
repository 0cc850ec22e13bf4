import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/webhooks/shown-once.ts";

type Props = { url: string; secret: string; onDone: () => void };

/** Address and secret of a webhook, to be copied into the sender. */
export function ShownOnce({ url, secret, onDone }: Props) {
  return (
    <div className="grid gap-4">
      <Field label={words.address}>
        <Input readOnly mono value={url} />
      </Field>
      <CodeBlock label={words.secret} text={secret} />
      <div className="flex justify-end gap-2">
        <CopyButton text={secret}>{words.copyTheSecret}</CopyButton>
        <Button variant="primary" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
