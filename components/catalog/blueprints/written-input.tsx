"use client";
import { useState } from "react";
import { Input, type InputProps } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type Props = Omit<InputProps, "value" | "onChange"> & {
  value: unknown;
  /** What the text means; a text that means nothing is kept as it is. */
  read: (text: string) => unknown;
  onChange: (value: unknown) => void;
  rows?: number | undefined;
};

/** A field whose text stands for a number or JSON: what was typed stays as it was typed, also while it means nothing yet. */
export function WrittenInput({ value, read, onChange, rows, ...rest }: Props) {
  const [text, setText] = useState(() => textOf(value));
  const change = (next: string) => {
    setText(next);
    onChange(next.trim() === "" ? undefined : read(next));
  };
  if (rows !== undefined)
    return <Textarea rows={rows} mono value={text} onChange={(event) => change(event.target.value)} />;
  return <Input {...rest} value={text} autoComplete="off" onChange={(event) => change(event.target.value)} />;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** JSON where the text is some, else the text. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
