"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Check, Copy } from "#components/ui/icons.tsx";
import * as words from "#components/words/ui/copy-button.ts";

export type CopyButtonProps = {
  text: string;
  /** What is copied: "Copy request id". */
  label?: string | undefined;
  /** A visible word; without it the button is only an icon. */
  children?: ReactNode;
};

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label = words.copy, children }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  const icon = copied ? <Check aria-hidden /> : <Copy aria-hidden />;
  return (
    <>
      {children !== undefined ? (
        <Button size="sm" icon={icon} onClick={copy}>
          {children}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} variant="default" onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {copied ? words.copied : ""}
      </span>
    </>
  );
}
