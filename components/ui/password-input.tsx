"use client";
import { useState } from "react";
import { Eye, EyeOff } from "#components/ui/icons.tsx";
import { Input, type InputProps } from "#components/ui/input.tsx";
import * as words from "#components/words/ui/password-input.ts";

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: Omit<InputProps, "type" | "suffix">) {
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...props}
      type={shown ? "text" : "password"}
      suffix={
        <button
          type="button"
          aria-label={shown ? words.hidePassword : words.showPassword}
          aria-pressed={shown}
          className="-mr-1 grid size-6 place-items-center rounded-1"
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </button>
      }
    />
  );
}
