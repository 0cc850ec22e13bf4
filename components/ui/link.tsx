"use client";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch"> & {
  /** Whether all of the page is fetched then, not only what it is drawn with: for what is nearly always pressed when it is pointed at. */
  whole?: boolean | undefined;
};

/**
 * A link to another page. What the page needs is fetched when the pointer or the focus comes to it: fetching it for every link in view,
 * as the framework would, is seventy requests for a table of fifty rows.
 */
export function Link({ onPointerEnter, onFocus, whole = false, ...rest }: LinkProps) {
  const [isMeant, setIsMeant] = useState(false);
  return (
    <NextLink
      {...rest}
      prefetch={isMeant ? whole || null : false}
      onPointerEnter={(event) => {
        setIsMeant(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setIsMeant(true);
        onFocus?.(event);
      }}
    />
  );
}
