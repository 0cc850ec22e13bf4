"use client";
import { useState } from "react";
import type { FileReading } from "#components/ingestion/read-files.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { CircleX, X } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/picked-files.tsx";
import { sizeText } from "#components/words/units.ts";

export type PickedFilesProps = FileReading & { remove: (path: string) => void; clear: () => void };

const shownAtFirst = 8;

/** What was chosen, with sizes, and what was left out and why. */
export function PickedFiles({ files, leftOut, ignoredCount, remove, clear }: PickedFilesProps) {
  const [isAllShown, setIsAllShown] = useState(false);
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const shown = isAllShown ? files : files.slice(0, shownAtFirst);
  return (
    <>
      <div role="status" className="grid gap-1.5 text-12 empty:hidden">
        {leftOut.slice(0, 5).map((sentence) => (
          <p key={sentence} className="flex gap-1.5 text-bad-text [overflow-wrap:anywhere] [&_.lucide]:mt-[2px]">
            <CircleX aria-hidden className="!size-3.5 flex-none" />
            {sentence}
          </p>
        ))}
        {leftOut.length > 5 ? (
          <p className="text-bad-text">{words.leftOutAsWell(countText(leftOut.length - 5, words.otherIs))}</p>
        ) : null}
        {ignoredCount > 0 ? (
          <p className="text-text-3">{words.noDescriptorOrText(countText(ignoredCount, words.fileOfTheFolderIs))}</p>
        ) : null}
      </div>
      {files.length === 0 ? null : (
        <div className="grid gap-1.5">
          <p className="flex items-center gap-2 text-12 text-text-2">
            <span className="numeric">
              {countText(files.length, words.file)}, {sizeText(sizeBytes)}
            </span>
            <Button size="sm" variant="ghost" className="ml-auto" onClick={clear}>
              {words.removeAll}
            </Button>
          </p>
          <List label={words.chosenFiles} framed>
            {shown.map((file) => (
              <ListItem
                key={file.path}
                tight
                title={
                  <span className="mono text-12" title={file.path}>
                    {file.path}
                  </span>
                }
                meta={<span className="numeric">{sizeText(file.sizeBytes)}</span>}
                actions={
                  <IconButton
                    label={words.removePath(file.path)}
                    icon={<X aria-hidden />}
                    size="sm"
                    variant="ghost"
                    onClick={() => remove(file.path)}
                  />
                }
              />
            ))}
          </List>
          {files.length > shownAtFirst ? (
            <Button
              size="sm"
              variant="ghost"
              className="justify-self-start"
              aria-expanded={isAllShown}
              onClick={() => setIsAllShown(!isAllShown)}
            >
              {isAllShown ? words.showFewer : words.showMore(files.length - shownAtFirst)}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}
