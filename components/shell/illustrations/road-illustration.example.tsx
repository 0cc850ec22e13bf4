import { RoadIllustration } from "#components/shell/illustrations/road-illustration.tsx";

export default function Example() {
  return (
    <div className="flex gap-6">
      <RoadIllustration kind="empty" />
      <RoadIllustration kind="broken" />
    </div>
  );
}
