"use client";
import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/ui/later.ts";

/** A part of a page whose code is fetched when somebody first wants it: what lies behind a press is not in what the page loads at first. */
export class LaterPart<Props extends object> {
  readonly #load: () => Promise<ComponentType<Props>>;
  #coming: Promise<ComponentType<Props>> | null = null;
  /** Its component, once it is here. */
  present: ComponentType<Props> | null = null;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  /** Fetches the code once; after a failure the next call tries again. */
  fetch(): Promise<ComponentType<Props>> {
    this.#coming ??= this.#load().then(
      (part) => {
        this.present = part;
        return part;
      },
      (error: unknown) => {
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }

  /** Fetches the code when the pointer or the focus comes near, so that it is there when it is wanted. */
  readonly prepare = (): void => {
    this.fetch().catch(() => {
      // Whoever really wants it is told.
    });
  };
}

type LaterProps<Props extends object> = {
  part: LaterPart<Props>;
  props: Props;
  /** Stands there until then. */
  waiting?: ReactNode;
  /** Its code could not be fetched, because there is no network: whoever opened it closes it again. */
  onLost?: (() => void) | undefined;
};

/** Shows a later part, or what waits for it. */
export function Later<Props extends object>({ part, props, waiting = null, onLost }: LaterProps<Props>): ReactNode {
  const [Found, setFound] = useState<ComponentType<Props> | null>(() => part.present);
  const say = useToast();
  const lost = useEffectEvent(() => onLost?.());
  useEffect(() => {
    if (Found !== null) return;
    let isGone = false;
    part.fetch().then(
      (found) => {
        if (!isGone) setFound(() => found);
      },
      () => {
        if (isGone) return;
        lost();
        say({
          tone: "bad",
          title: words.thisPartOfThePage,
          description: words.thisPartDescription,
          action: { label: words.readAgain, onSelect: () => window.location.reload() },
        });
      },
    );
    return () => {
      isGone = true;
    };
  }, [Found, part, say]);
  return Found === null ? waiting : <Found {...props} />;
}
