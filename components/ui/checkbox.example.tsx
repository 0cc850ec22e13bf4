import { Checkbox } from "#components/ui/checkbox.tsx";

export default function Example() {
  return (
    <div className="grid max-w-[200px]">
      <Checkbox label="Money" count={15} defaultChecked />
      <Checkbox label="Commerce" count={20} />
      <Checkbox label="Some of them" indeterminate />
      <Checkbox label="Not allowed" disabled hint="Ask an admin" />
    </div>
  );
}
