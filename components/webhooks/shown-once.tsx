import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

type Props = { url: string; secret: string; onDone: () => void };

/** Address and secret of a webhook, to be copied into the sender. */
export function ShownOnce({ url, secret, onDone }: Props) {
  return (
    <div className="grid gap-4">
      <Field label="Address">
        <Input readOnly mono value={url} />
      </Field>
      <CodeBlock label="Secret" text={secret} />
      <div className="flex justify-end gap-2">
        <CopyButton text={secret}>Copy the secret</CopyButton>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
