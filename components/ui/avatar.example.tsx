import { Avatar } from "#components/ui/avatar.tsx";

export default function Example() {
  return (
    <div className="flex items-center gap-3">
      <Avatar name="Ines Okafor" />
      <Avatar name="Ines Okafor" size="lg" />
      <Avatar name="Mateo Lindqvist" withName />
    </div>
  );
}
