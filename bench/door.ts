import type { Sql } from "postgres";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import type { Context } from "#lib/kernel/context.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { makeToken } from "#lib/kernel/tokens.ts";
import { streamEvents } from "#lib/web/live/stream-events.ts";
import { answerRequest } from "#lib/web/rest/answer-request.ts";

const source = { name: "bench", location: "bench" };

export type Counts = { created: number; changed: number; unchanged: number };

/** The REST door of an organization, as an admin who has signed in: everything of a request but its way over the network. */
export class Door {
  readonly #org: string;
  readonly #headers: Record<string, string>;

  private constructor(org: string, token: string) {
    this.#org = org;
    this.#headers = { cookie: `causeway-session=${token}`, origin: appOrigin(), "content-type": "application/json" };
  }

  static async open(owner: Sql, ctx: Context): Promise<Door> {
    const email = `admin@${ctx.org.slug}.example`;
    const { personId } = await addMember.call(ctx, { email, name: "Admin", role: "admin" });
    const { token, hash } = makeToken("session");
    await owner`insert into sessions (token_hash, person_id, expires_at) values (${hash}, ${personId}, now() + interval '12 hours')`;
    return new Door(ctx.org.slug, token);
  }

  /** What the bulk door is sent for these entities. */
  bodyOf(entities: ImportedEntity[]): string {
    return JSON.stringify({ source, entities });
  }

  async import(body: string): Promise<Counts> {
    const url = `${appOrigin()}/api/v1/entities/bulk?org=${this.#org}`;
    const answer = await answerRequest(new Request(url, { method: "POST", headers: this.#headers, body }));
    if (answer.status !== 200) throw new Error(`The bulk door answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Counts;
  }

  /** Opens the live stream. @returns `heard`, which resolves with the moment at which the next event of this topic comes */
  async listen(topic: string): Promise<{ heard(): Promise<number>; close(): void }> {
    const aborter = new AbortController();
    const url = `${appOrigin()}/api/v1/live?org=${this.#org}`;
    const answer = await streamEvents(new Request(url, { headers: this.#headers, signal: aborter.signal }));
    if (answer.status !== 200 || answer.body === null) throw new Error(`The live door answered ${answer.status}`);
    let tell: (at: number) => void = () => {};
    const begun = Promise.withResolvers<void>();
    const decoder = new TextDecoder();
    const read = async (body: AsyncIterable<Uint8Array>) => {
      for await (const chunk of body) {
        const text = decoder.decode(chunk, { stream: true });
        if (text.includes(topic)) tell(performance.now());
        // The first cursor: what happens from here on is heard.
        if (text.includes("id: ")) begun.resolve();
      }
    };
    void read(answer.body as unknown as AsyncIterable<Uint8Array>).catch(begun.reject);
    await begun.promise;
    return {
      heard: () => new Promise((resolve) => (tell = resolve)),
      close: () => aborter.abort(),
    };
  }
}
