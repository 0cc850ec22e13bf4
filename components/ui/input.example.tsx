import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";

export default function Example() {
  return (
    <div className="grid max-w-[356px] gap-2">
      <Input aria-label="E-mail" inputSize="lg" defaultValue="ines@harbourline.dev" />
      <PasswordInput aria-label="Password" inputSize="lg" defaultValue="not-a-secret" />
      <Input aria-label="Address" mono defaultValue="https://git.harbourline.dev/catalog" />
      <Input aria-label="Locked" disabled defaultValue="set by policy" />
    </div>
  );
}
