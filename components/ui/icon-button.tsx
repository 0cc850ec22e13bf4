import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

export type IconButtonProps = Omit<ButtonProps, "children" | "iconAfter" | "busyLabel"> & {
  /** What it does; read out and shown when the pointer rests on it. */
  label: string;
};

/** A button that is only an icon: square, quiet unless told otherwise, never without a name. */
export function IconButton({ label, variant = "ghost", size = "sm", className, ...rest }: IconButtonProps) {
  const width = size === "sm" ? "w-[26px] phone:w-[34px]" : size === "md" ? "w-[30px] phone:w-9" : "w-[38px]";
  return (
    <Button
      {...rest}
      variant={variant}
      size={size}
      aria-label={label}
      title={label}
      className={classNames("!px-0 [&_.lucide]:!size-4", width, className)}
    />
  );
}
