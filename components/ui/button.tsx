import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { LoaderCircle } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";

export type ButtonVariant = "default" | "primary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type"> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  iconAfter?: ReactNode;
  /** Turns the button into a link that looks the same. */
  href?: string | undefined;
  /** Working on it: keeps its width and label, turns the icon, ignores further presses. */
  busy?: boolean | undefined;
  busyLabel?: string | undefined;
  type?: "button" | "submit" | "reset" | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

const variants: Record<ButtonVariant, string> = {
  default: "border-line-2 bg-panel shadow-1 not-disabled:hover:bg-hover [&_.lucide]:text-text-3",
  primary: "border-transparent bg-accent text-on-accent shadow-1 not-disabled:hover:bg-accent-hover",
  ghost: "border-transparent text-text-2 not-disabled:hover:bg-hover [&_.lucide]:text-text-3",
  danger: "border-line-2 bg-panel text-bad-text shadow-1 not-disabled:hover:bg-bad-tint",
};
const sizes: Record<ButtonSize, string> = {
  sm: "h-[26px] px-[9px] text-12 phone:h-[34px]",
  md: "h-[30px] px-[11px] phone:h-9",
  lg: "h-[38px] px-4 text-14",
};

/** The classes of a button, for elements that must be something else but look like one. */
export function buttonClass(variant: ButtonVariant = "default", size: ButtonSize = "md"): string {
  return classNames("pressable print:hidden", variants[variant], sizes[size]);
}

/** Does something, or with `href` goes somewhere. One primary button per region of a page. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, iconAfter, href, busy, busyLabel, className, children, type, ...rest } = props;
  const content = (
    <>
      {busy ? <LoaderCircle aria-hidden className="turning" /> : icon}
      {busy && busyLabel ? busyLabel : children}
      {iconAfter}
    </>
  );
  const classes = classNames(buttonClass(variant, size), className);
  if (href !== undefined) {
    return (
      <Link
        href={href}
        className={classes}
        id={rest.id}
        aria-label={rest["aria-label"]}
        aria-keyshortcuts={rest["aria-keyshortcuts"]}
      >
        {content}
      </Link>
    );
  }
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={classes}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {content}
    </button>
  );
}
