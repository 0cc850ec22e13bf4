"use client";
import { Popover } from "@base-ui/react/popover";
import type { RefObject } from "react";
import { FieldSaid } from "#components/catalog/said/field-said.tsx";
import type { Scope } from "#components/catalog/said/said-scope.tsx";
import { useReadSaid } from "#components/catalog/said/use-read-said.ts";
import { isOfOpener } from "#components/ui/use-opener.ts";
import * as words from "#components/words/catalog/said/said.tsx";

export type SaidPopupProps = {
  scope: Scope;
  path: string;
  label: string;
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** Who says one field, beside it. */
export function SaidPopup({ scope, path, label, opener, onClose }: SaidPopupProps) {
  const { said, problem } = useReadSaid(scope);
  const field = said?.fields.find((candidate) => candidate.field === path);
  return (
    <Popover.Root
      open
      onOpenChange={(next, details) => {
        if (isOfOpener(details.event, opener.current)) details.cancel();
        if (!next) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={opener} sideOffset={6} align="end" className="z-50">
          <Popover.Popup finalFocus={opener} className="floating w-[340px] max-w-(--available-width) p-4">
            <Popover.Title className="mb-2 font-600">{words.whoSays(label)}</Popover.Title>
            {problem !== null ? (
              <p role="alert" className="text-bad-text">
                {problem}
              </p>
            ) : said === null ? (
              <p role="status" className="text-text-2">
                {words.looking}
              </p>
            ) : field === undefined ? (
              <p className="text-text-2">{words.nobody}</p>
            ) : (
              <FieldSaid scope={scope} label={label} field={field} sources={said.sources} onDropped={onClose} />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
