import { IconButton } from "#components/ui/icon-button.tsx";
import { Link2, Star } from "#components/ui/icons.tsx";

export default function Example() {
  return (
    <div className="flex gap-2">
      <IconButton label="Star" icon={<Star />} />
      <IconButton label="Copy link" icon={<Link2 />} variant="default" />
      <IconButton label="Copy the other link" icon={<Link2 />} size="md" />
    </div>
  );
}
