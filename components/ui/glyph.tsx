import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { pictureName } from "#components/ui/picture-name.ts";
import { type Tone, toneTint } from "#components/ui/tone.ts";

export type GlyphProps = {
  icon: ReactNode;
  tone?: Tone | undefined;
  size?: "md" | "xl" | undefined;
  /** Needed when no words beside it say the same. */
  label?: string | undefined;
  className?: string | undefined;
};

/** An icon on a small plate, for the left edge of rows and the head of a page. */
export function Glyph({ icon, tone = "neutral", size = "md", label, className }: GlyphProps) {
  return (
    <span
      {...pictureName(label)}
      data-tone={tone}
      className={classNames(
        "grid flex-none place-items-center",
        tone === "neutral" ? "bg-sunken text-text-2 inset-ring inset-ring-line-2" : toneTint[tone],
        size === "md"
          ? "size-6 rounded-1 [&_.lucide]:size-3.5"
          : "size-11 rounded-3 [&_.lucide]:size-[22px] [&_.lucide]:[stroke-width:1.5]",
        className,
      )}
    >
      {icon}
    </span>
  );
}
