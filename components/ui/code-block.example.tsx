import { CodeBlock } from "#components/ui/code-block.tsx";

export default function Example() {
  return (
    <div className="max-w-[280px]">
      <CodeBlock
        label="refunds.yaml"
        startLine={28}
        highlight={[31]}
        text={"spec:\n  type: service\n  lifecycle: production\n  owner: team-refunds\n  system: settlement"}
      />
    </div>
  );
}
