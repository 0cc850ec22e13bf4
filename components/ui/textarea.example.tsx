import { Textarea } from "#components/ui/textarea.tsx";

export default function Example() {
  return (
    <div className="max-w-[420px]">
      <Textarea aria-label="Descriptor" mono defaultValue={"kind: Component\nmetadata:\n  name: payments-api"} />
    </div>
  );
}
