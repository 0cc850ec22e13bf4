import { Code } from "#components/ui/code.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

export default function Example() {
  return (
    <div className="flex items-center gap-2">
      <Code>npx causeway import --dry-run</Code>
      <CopyButton text="npx causeway import --dry-run">Copy</CopyButton>
      <CopyButton text="req_9Tq41xWm" label="Copy request id" />
    </div>
  );
}
