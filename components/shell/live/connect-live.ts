export type LiveEvent = { topic: string; subjectId: string; payload: Record<string, unknown> };
export type LiveState = "connecting" | "live" | "offline";

/** Something was missed: whoever hears it reads again. */
const missed: LiveEvent = { topic: "*", subjectId: "*", payload: {} };

type Options = {
  org: string;
  /** Tabs of one person share a stream; somebody else who signs in to the same browser does not. */
  person: string;
  /** Where the page that the server rendered stands: what happened since is told first. */
  cursor: string;
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
  /** The person was signed out or left the organization. */
  onEnded(): void;
};

type Message =
  | { kind: "hello" }
  | { kind: "welcome"; cursor: string; state: LiveState; recent: LiveEvent[] }
  | { kind: "state"; state: LiveState }
  | { kind: "news"; event: LiveEvent | null; previous: string; cursor: string }
  | { kind: "ended" };

const hiddenAtMostMs = 30_000;
const silentAtMostMs = 25_000;
const watchEveryMs = 5_000;
const recentMs = 15_000;

/**
 * This tab's part in the one live stream of the browser.
 *
 * Browsers allow six connections to a server: a stream per tab would hang the seventh tab. So the tabs elect one: whoever holds a web
 * lock has the stream and tells the others over a broadcast channel. A tab that was hidden for half a minute gives the lock up; when no
 * tab is looked at there is no stream. Every message says which cursor it follows on, so that a tab that was frozen, or that has
 * another cursor for any reason, notices and reads again. Without web locks (plain HTTP that is not localhost) each tab that is looked
 * at has a stream of its own.
 */
export function connectLive(options: Options): () => void {
  const line = new LiveLine(options);
  line.start();
  return () => line.stop();
}

class LiveLine {
  readonly #options: Options;
  readonly #channel: BroadcastChannel | null;
  readonly #name: string;
  #cursor: string;
  #state: LiveState = "connecting";
  #hasJoined = false;
  #recent: { event: LiveEvent; atMs: number }[] = [];
  #source: EventSource | null = null;
  #heardAtMs = 0;
  #failures = 0;
  #candidacy: AbortController | null = null;
  #timers = { hidden: 0, watch: 0, retry: 0 };
  readonly #onVisibility = () => this.#followVisibility();
  readonly #onHide = () => this.#stepDown();
  readonly #onOnline = () =>
    this.#candidacy !== null && this.#source?.readyState !== EventSource.OPEN && this.#reopen();

  constructor(options: Options) {
    this.#options = options;
    this.#cursor = options.cursor;
    this.#name = `causeway live ${options.org} ${options.person}`;
    this.#channel =
      "locks" in navigator && typeof BroadcastChannel === "function" ? new BroadcastChannel(this.#name) : null;
  }

  start(): void {
    if (this.#channel !== null) {
      this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
      this.#tell({ kind: "hello" });
    }
    document.addEventListener("visibilitychange", this.#onVisibility);
    window.addEventListener("pagehide", this.#onHide);
    window.addEventListener("pageshow", this.#onVisibility);
    window.addEventListener("online", this.#onOnline);
    this.#timers.watch = window.setInterval(() => this.#watch(silentAtMostMs), watchEveryMs);
    this.#followVisibility();
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    window.removeEventListener("pagehide", this.#onHide);
    window.removeEventListener("pageshow", this.#onVisibility);
    window.removeEventListener("online", this.#onOnline);
    window.clearInterval(this.#timers.watch);
    this.#stepDown();
    this.#channel?.close();
  }

  #followVisibility(): void {
    window.clearTimeout(this.#timers.hidden);
    if (document.visibilityState === "visible") {
      this.#standForElection();
      // The computer may have slept: a stream that says nothing is not waited for.
      this.#watch(recentMs);
    } else {
      const giveUpMs = this.#channel === null ? 0 : hiddenAtMostMs;
      this.#timers.hidden = window.setTimeout(() => this.#stepDown(), giveUpMs);
    }
  }

  #standForElection(): void {
    if (this.#candidacy !== null) return;
    const candidacy = new AbortController();
    this.#candidacy = candidacy;
    if (this.#channel === null) {
      this.#open();
      return;
    }
    const { signal } = candidacy;
    const lead = () =>
      new Promise<void>((resolve) => {
        if (signal.aborted) return resolve();
        signal.addEventListener("abort", () => resolve());
        this.#hasJoined = true;
        this.#open();
      });
    navigator.locks.request(this.#name, { signal }, lead).catch(() => {
      // Given up while waiting for the lock.
    });
  }

  #stepDown(): void {
    window.clearTimeout(this.#timers.hidden);
    window.clearTimeout(this.#timers.retry);
    this.#source?.close();
    this.#source = null;
    this.#candidacy?.abort();
    this.#candidacy = null;
  }

  #open(): void {
    const source = new EventSource(this.#url());
    this.#source = source;
    this.#heardAtMs = Date.now();
    source.onopen = () => {
      this.#failures = 0;
      this.#setState("live");
    };
    source.onerror = () => {
      this.#setState("offline");
      if (source.readyState === EventSource.CLOSED && this.#source === source) void this.#afterRefusal();
    };
    source.onmessage = (message: MessageEvent<string>) => this.#receive(message, JSON.parse(message.data) as LiveEvent);
    source.addEventListener("beat", (message) => this.#receive(message, null));
    source.addEventListener("resync", (message) => this.#receive(message, missed));
    source.addEventListener("ended", () => this.#end());
  }

  #reopen(): void {
    window.clearTimeout(this.#timers.retry);
    this.#source?.close();
    this.#open();
  }

  #url(): string {
    return `/api/v1/live?${new URLSearchParams({ org: this.#options.org, cursor: this.#cursor })}`;
  }

  /** The server answered with an error, for which browsers do not connect again by themselves. */
  async #afterRefusal(): Promise<void> {
    const asking = new AbortController();
    const status = await fetch(this.#url(), { signal: asking.signal }).then(
      (answer) => answer.status,
      () => 0,
    );
    asking.abort();
    if (status === 401 || status === 404) return this.#end();
    if (this.#candidacy === null) return;
    this.#failures += 1;
    const pauseMs = Math.min(30_000, 500 * 2 ** this.#failures);
    this.#timers.retry = window.setTimeout(() => this.#reopen(), pauseMs);
  }

  /** Every ten seconds the server says at least that it is there. */
  #watch(silentMs: number): void {
    if (this.#source === null || this.#source.readyState === EventSource.CLOSED) return;
    if (Date.now() - this.#heardAtMs > silentMs) this.#reopen();
  }

  #receive(message: MessageEvent, event: LiveEvent | null): void {
    const previous = this.#cursor;
    if (message.lastEventId !== "") this.#cursor = message.lastEventId;
    this.#heardAtMs = Date.now();
    this.#tell({ kind: "news", event, previous, cursor: this.#cursor });
    if (event === null) return;
    this.#recent = this.#recent.filter(({ atMs }) => Date.now() - atMs < recentMs).slice(-200);
    this.#recent.push({ event, atMs: Date.now() });
    this.#options.onEvent(event);
  }

  #hear(message: Message): void {
    if (message.kind === "ended") this.#options.onEnded();
    else if (message.kind === "hello") this.#welcome();
    else if (this.#source !== null) return;
    else if (message.kind === "state") {
      this.#setState(message.state);
      if (!this.#hasJoined) this.#tell({ kind: "hello" });
    } else if (message.kind === "welcome") this.#join(message);
    else if (this.#hasJoined) {
      if (message.previous !== this.#cursor) this.#options.onEvent(missed);
      else if (message.event !== null) this.#options.onEvent(message.event);
      this.#cursor = message.cursor;
    }
  }

  #welcome(): void {
    if (this.#source === null) return;
    const recent = this.#recent.filter(({ atMs }) => Date.now() - atMs < recentMs).map(({ event }) => event);
    this.#tell({ kind: "welcome", cursor: this.#cursor, state: this.#state, recent });
  }

  /** What the others heard just now may have happened after this page was rendered. */
  #join(message: Message & { kind: "welcome" }): void {
    if (this.#hasJoined) return;
    this.#hasJoined = true;
    this.#cursor = message.cursor;
    this.#setState(message.state);
    if (performance.now() > recentMs) this.#options.onEvent(missed);
    else for (const event of message.recent) this.#options.onEvent(event);
  }

  #end(): void {
    this.#tell({ kind: "ended" });
    this.#stepDown();
    this.#setState("offline");
    this.#options.onEnded();
  }

  #setState(state: LiveState): void {
    if (this.#state !== state) this.#options.onState(state);
    this.#state = state;
    if (this.#source !== null) this.#tell({ kind: "state", state });
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
