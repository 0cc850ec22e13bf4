import { Glyph } from "#components/ui/glyph.tsx";
import { Box, Check, ShieldAlert, X } from "#components/ui/icons.tsx";

export default function Example() {
  return (
    <div className="flex items-center gap-2">
      <Glyph icon={<Box />} />
      <Glyph icon={<Check />} tone="ok" />
      <Glyph icon={<ShieldAlert />} tone="warn" />
      <Glyph icon={<X />} tone="bad" />
      <Glyph icon={<Box />} tone="note" />
      <Glyph icon={<Box />} tone="accent" size="xl" />
      <Glyph icon={<Box />} size="xl" />
    </div>
  );
}
