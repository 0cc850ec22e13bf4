import { VisibleName } from "#components/patterns/visible-name.tsx";

export default function Example() {
  return (
    <p>
      <VisibleName text={"pay\u202Estnem"} />
    </p>
  );
}
