import { Switch } from "#components/ui/switch.tsx";

export default function Example() {
  return (
    <div className="grid gap-2">
      <Switch label="Follow new repositories" hint="Services are proposed from the code." defaultChecked />
      <Switch label="Off" />
      <Switch label="Not allowed" disabled />
    </div>
  );
}
