import { Kbd } from "#components/ui/kbd.tsx";

export default function Example() {
  return (
    <span className="flex gap-1">
      <Kbd>⌘</Kbd>
      <Kbd>K</Kbd>
      <Kbd>↵</Kbd>
    </span>
  );
}
