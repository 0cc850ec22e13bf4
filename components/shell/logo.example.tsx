import { Logo } from "#components/shell/logo.tsx";

export default function Example() {
  return (
    <div className="flex items-end gap-3">
      <Logo size={16} />
      <Logo />
      <Logo size={26} />
      <Logo size={64} />
    </div>
  );
}
