import type { ReactNode } from "react";
import { RoadIllustration } from "#components/shell/illustrations/road-illustration.tsx";
import { classNames } from "#components/ui/class-names.ts";

export type EmptyStateProps = {
  /** What is missing: "No service matches". */
  title: ReactNode;
  /** The condition that empties it, or what would fill it. */
  children?: ReactNode;
  /** One way out. */
  actions?: ReactNode;
  /** `page`: one column with the stretch of road. `panel`: inside a panel or table. */
  size?: "page" | "panel" | undefined;
  icon?: ReactNode;
  className?: string | undefined;
};

/** Says what is missing, why, and the way out. */
export function EmptyState({ title, children, actions, size = "panel", icon, className }: EmptyStateProps) {
  const page = size === "page";
  const Title = page ? "h1" : "p";
  return (
    <div
      className={classNames(
        "grid justify-items-center text-center",
        page ? "mx-auto my-6 w-full max-w-[780px] gap-1.5" : "content-center gap-1 px-4 py-8 [&>.lucide]:text-text-3",
        className,
      )}
    >
      {page ? <RoadIllustration kind="empty" /> : icon}
      <Title className={page ? "mt-3.5 text-20 leading-tight font-600 tracking-tight" : "font-550"}>{title}</Title>
      {children !== undefined ? (
        <div className={page ? "max-w-[46ch] text-text-2" : "max-w-[52ch] text-12 text-text-3"}>{children}</div>
      ) : null}
      {actions !== undefined ? (
        <div className={classNames("flex flex-wrap justify-center gap-2", page ? "mt-4" : "mt-1.5")}>{actions}</div>
      ) : null}
    </div>
  );
}
