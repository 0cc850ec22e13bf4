import { Panel } from "#components/ui/panel.tsx";

export default function Example() {
  return (
    <Panel title="Ownership" headingLevel={3} more="verified 12 Oct" padded className="max-w-[316px]">
      Payments owns it.
    </Panel>
  );
}
