"use client";
import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Input } from "#components/ui/input.tsx";

export type SearchFieldProps = {
  param?: string | undefined;
  label: string;
  placeholder?: string | undefined;
  resets?: string[] | undefined;
  className?: string | undefined;
};

/** Finds while one types; the text lives in the address, written after a short pause. */
export function SearchField(props: SearchFieldProps) {
  const { param = "text", label, placeholder = "Search…", resets = ["cursor", "offset", "page"], className } = props;
  const pathname = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const inUrl = params.get(param) ?? "";
  const [text, setText] = useState(inUrl);
  const written = useRef(inUrl);
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    // Back and forward change the address without typing.
    if (inUrl !== written.current) {
      written.current = inUrl;
      setText(inUrl);
    }
  }, [inUrl]);
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      const next = new URLSearchParams(window.location.search);
      if (text === "") next.delete(param);
      else next.set(param, text);
      for (const reset of resets) next.delete(reset);
      startTransition(() => router.replace(`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
    }, 200);
    return () => clearTimeout(timer);
  }, [text, param, pathname, router, resets]);
  return (
    <search className={className} aria-busy={pending || undefined}>
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        prefix={<Search aria-hidden className="!size-3.5" />}
      />
    </search>
  );
}
