import pg from "pg";

type Rows = Record<string, unknown>[] & unknown[][];
/** A statement under way. `values()` asks for rows as arrays instead of objects, and must be called at once. */
type Statement = Promise<Rows> & { values(): Promise<Rows> };
type Run = (text: string, parameters: unknown[] | undefined, rowMode: "array" | undefined) => Promise<Rows>;

/** What one transaction can do: run statements until it ends. */
export type Handle = { options: typeof driverOptions; unsafe(text: string, parameters?: unknown[]): Statement };

/** The connection went away: killed, restarted or never there. Nothing of the transaction was saved. */
export class ConnectionLost extends Error {
  readonly code = "CONNECTION_CLOSED";
}

// drizzle converts these itself, or we read them as the text that PostgreSQL wrote.
const asText = new Set([1082, 1083, 1114, 1115, 1182, 1184, 1185, 1186, 1231]);
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    asText.has(oid)
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};
const driverOptions = { parsers: {}, serializers: {} };

/**
 * A pool of connections in the form that drizzle's postgres-js session works with, on top of node-postgres.
 *
 * Not on postgres.js itself, because of what it does when a connection dies inside a transaction (a killed backend, a restarted server,
 * a timeout): it reconnects the same handle, so that the rest of a dead transaction runs inside the next one on that connection, with
 * another organization's setting; and its own rollback throws where nobody can catch it, which ends the process. Here a transaction
 * holds one connection, a statement after its end is refused, and a connection that failed is never used again.
 * `db/pool-bleed.test.ts` ends a thousand transactions in every way there is.
 */
export class Connections {
  readonly options = driverOptions;
  readonly #pool: pg.Pool;

  constructor(url: string, max: number) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      application_name: "causeway",
      types,
    });
    // An idle connection that dies is simply replaced.
    this.#pool.on("error", () => {});
  }

  /** How many connections are used, idle, and waited for. */
  use(): { used: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  /** Runs one statement on any connection, outside a transaction. */
  unsafe(text: string, parameters?: unknown[]): Statement {
    return statement(text, parameters, async (sql, values, rowMode) =>
      rowsOf(await named(this.#pool.query(configOf(sql, values, rowMode)))),
    );
  }

  /** Runs `work` in a transaction that `opening` begins. Commits when it resolves, rolls back when it rejects. */
  async transaction<T>(opening: string, work: (handle: Handle) => Promise<T>): Promise<T> {
    const client = await named(this.#pool.connect());
    let lost: Error | undefined;
    let firstError: unknown;
    let hasEnded = false;
    let isGivenUp = false;
    let last: Promise<unknown> = Promise.resolve();
    const onError = (error: Error) => {
      lost ??= error;
    };
    client.on("error", onError);
    // One at a time: the next statement is sent when the one before has been answered.
    const send = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
      const answer = named(last.then(ask));
      last = answer.catch(() => {});
      return answer;
    };
    const run: Run = (text, values, rowMode) => {
      const refuseIf = (isOver: boolean) => {
        if (isOver) throw new ConnectionLost("The transaction has ended; nothing more can run in it");
      };
      refuseIf(hasEnded);
      return send(async () => {
        refuseIf(isGivenUp || lost !== undefined);
        return rowsOf(await client.query(configOf(text, values, rowMode)));
      }).catch((error: unknown) => {
        firstError ??= error;
        throw error;
      });
    };
    try {
      await send(() => client.query(opening));
      const result = await work({ options: driverOptions, unsafe: (text, values) => statement(text, values, run) });
      hasEnded = true;
      const { command } = await send(() => client.query("commit"));
      // A transaction in which a statement failed cannot commit, even when the failure was caught.
      if (command === "ROLLBACK") throw firstError ?? new Error("The transaction was rolled back");
      return result;
    } catch (error) {
      hasEnded = true;
      isGivenUp = true;
      await send(() => client.query("rollback")).catch((failure: Error) => onError(failure));
      throw error;
    } finally {
      client.off("error", onError);
      client.release(lost ?? false);
    }
  }

  /** The form of `transaction` that drizzle calls. */
  begin<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
    return this.transaction("begin", work);
  }

  /** Closes the pool once the statements under way have ended, at the latest after `timeoutMs`. */
  async end(timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([this.#pool.end(), late]);
    clearTimeout(timer);
  }
}

// Started a microtask later, so that `values()` can still say how the rows are wanted.
function statement(text: string, parameters: unknown[] | undefined, run: Run): Statement {
  let rowMode: "array" | undefined;
  const answer = Promise.resolve().then(() => run(text, parameters, rowMode));
  const values = () => {
    rowMode = "array";
    return answer;
  };
  return Object.assign(answer, { values });
}

function configOf(text: string, values: unknown[] | undefined, rowMode: "array" | undefined): pg.QueryArrayConfig {
  return {
    text,
    ...(values === undefined ? {} : { values }),
    ...(rowMode === undefined ? {} : { rowMode }),
  } as pg.QueryArrayConfig;
}

// A text of several statements without parameters answers with one result each.
function rowsOf(result: pg.QueryArrayResult | pg.QueryArrayResult[]): Rows {
  return (Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows) as Rows;
}

/** Gives the driver's connection errors, which have texts only, a code. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (
      error instanceof Error &&
      !("code" in error) &&
      /connection|connect|terminated|not queryable/i.test(error.message)
    ) {
      throw new ConnectionLost(error.message, { cause: error });
    }
    throw error;
  }
}
