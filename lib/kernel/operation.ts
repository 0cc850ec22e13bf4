import { call, ORPCError, os, type Route, ValidationError } from "@orpc/server";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { auditEntries } from "#db/schema/kernel.ts";
import { tenantTransaction } from "#db/transactions.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError, asAppError, type FieldProblem } from "#lib/kernel/errors.ts";
import { eventsOf, type NewEvent } from "#lib/kernel/events.ts";
import { enqueueJob, type JobOptions } from "#lib/kernel/jobs/enqueue-job.ts";
import { log } from "#lib/kernel/log.ts";
import type { Permission } from "#lib/kernel/permissions.ts";
import { metrics } from "#lib/kernel/telemetry/metrics.ts";
import { withSpan } from "#lib/kernel/telemetry/traces.ts";

/** What the audit log keeps of a command: whom it was done to, and what changed. */
export type AuditRecord = {
  subjectKind: string;
  subjectId: string;
  subjectName: string;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

type Schema = z.ZodType;

/** What a query's `run` works with. */
export type QueryScope<Input> = { ctx: Context; tx: Transaction; input: Input };

/** What a command's `run` works with; `audit` must be called before the command can commit. */
export type CommandScope<Input, Prepared = undefined> = QueryScope<Input> & {
  prepared: Prepared;
  audit(record: AuditRecord): void;
  emit(event: NewEvent): Promise<void>;
  enqueue(job: string, payload: Record<string, unknown>, options?: JobOptions): Promise<void>;
};

type Declaration<Input extends Schema, Output extends Schema> = {
  /** `noun.verb`, in the field's words. */
  name: string;
  permission: Permission;
  route: { method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; path: `/${string}`; summary: string };
  input: Input;
  output: Output;
};

/** One use case, declared once. Doors call it; nothing else wraps it. */
export type Operation<Input extends Schema = Schema, Output extends Schema = Schema> = Declaration<Input, Output> & {
  kind: "query" | "command";
  procedure: ReturnType<typeof procedureOf<Input, Output>>;
  /**
   * Runs the operation for `ctx`: permission, input, transaction, audit, log. Joins `tx` when one is given.
   * @throws AppError
   */
  call(ctx: Context, input: z.input<Input>, tx?: Transaction): Promise<z.output<Output>>;
};

type Invocation = { ctx: Context; tx?: Transaction | undefined };
type Execute = (invocation: Invocation, input: unknown) => Promise<unknown>;

/** Declares an operation that only reads. `prepare` as in `command`. */
export function query<Input extends Schema, Output extends Schema, Prepared = undefined>(
  declaration: Declaration<Input, Output> & {
    prepare?(scope: { ctx: Context; input: z.output<Input> }): Promise<Prepared>;
    run(scope: QueryScope<z.output<Input>> & { prepared: Prepared }): Promise<z.input<Output>>;
  },
): Operation<Input, Output> {
  return build("query", declaration, async ({ ctx, tx }, raw) => {
    const input = raw as z.output<Input>;
    const prepared = (await declaration.prepare?.({ ctx, input })) as Prepared;
    const work = (transaction: Transaction) => declaration.run({ ctx, tx: transaction, input, prepared });
    return tx === undefined ? tenantTransaction(scopeOf(ctx), work, { readOnly: true }) : work(tx);
  });
}

/**
 * Declares an operation that changes something. It commits only when `run` recorded an audit entry.
 * `prepare` runs before the transaction is opened: reading a repository or parsing a file must not hold one.
 */
export function command<Input extends Schema, Output extends Schema, Prepared = undefined>(
  declaration: Declaration<Input, Output> & {
    prepare?(scope: { ctx: Context; input: z.output<Input> }): Promise<Prepared>;
    run(scope: CommandScope<z.output<Input>, Prepared>): Promise<z.input<Output>>;
  },
): Operation<Input, Output> {
  return build("command", declaration, async ({ ctx, tx }, raw) => {
    const input = raw as z.output<Input>;
    const prepared = (await declaration.prepare?.({ ctx, input })) as Prepared;
    const work = async (transaction: Transaction) => {
      const records: AuditRecord[] = [];
      const events = eventsOf(ctx, transaction);
      const output = await declaration.run({
        ctx,
        tx: transaction,
        input,
        prepared,
        audit: (record) => records.push(record),
        emit: events.emit,
        enqueue: (job, payload, options) => enqueueJob(transaction, job, payload, options),
      });
      if (records.length === 0)
        throw new Error(`${declaration.name} changed something without an audit entry; nothing was saved`);
      await writeAudit(ctx, transaction, declaration.name, records);
      await events.flush();
      return output;
    };
    return tx === undefined ? tenantTransaction(scopeOf(ctx), work) : work(tx);
  });
}

/** Opens one read transaction for several operations: `readTransaction(ctx, (tx) => Promise.all([a.call(ctx, {}, tx), …]))`. */
export function readTransaction<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return tenantTransaction(scopeOf(ctx), work, { readOnly: true });
}

function scopeOf(ctx: Context): { orgId: string; personId?: string | undefined } {
  return { orgId: ctx.org.id, personId: ctx.actor.personId };
}

function build<Input extends Schema, Output extends Schema>(
  kind: "query" | "command",
  declaration: Declaration<Input, Output>,
  execute: Execute,
): Operation<Input, Output> {
  const { name, permission, route, input, output } = declaration;
  const procedure = procedureOf(kind, declaration, execute);
  return {
    kind,
    name,
    permission,
    route,
    input,
    output,
    procedure,
    async call(ctx, value, tx) {
      try {
        return (await call(procedure, value as never, { context: { ctx, tx } })) as z.output<Output>;
      } catch (error) {
        throw fromRpcError(error);
      }
    },
  };
}

// The permission is checked before the input is looked at: who may not ask learns nothing about what would have been valid.
function procedureOf<Input extends Schema, Output extends Schema>(
  kind: "query" | "command",
  declaration: Declaration<Input, Output>,
  execute: Execute,
) {
  const { name, permission, route, input, output } = declaration;
  return os
    .$context<Invocation>()
    .route({ ...route, operationId: name, tags: [name.split(".")[0] ?? name] } satisfies Route)
    .use(async ({ context, next }) => {
      const startedAt = performance.now();
      try {
        const result = await withSpan(
          name,
          { "causeway.operation": name, "causeway.kind": kind, "causeway.door": context.ctx.door },
          async () => next(),
        );
        writeLogLine(kind, name, context.ctx, startedAt, "ok");
        return result;
      } catch (error) {
        const known = fromRpcError(error);
        writeLogLine(kind, name, context.ctx, startedAt, known.code, known);
        throw known;
      }
    })
    .use(({ context, next }) => {
      if (!context.ctx.can(permission)) {
        const { actor, org } = context.ctx;
        const isProgram = actor.kind === "key" || actor.kind === "service";
        throw new AppError(
          "forbidden",
          isProgram
            ? `This key may not ${permission}; use one that was made for it.`
            : `This needs the permission ${permission}; ask an admin of ${org.name}.`,
        );
      }
      return next();
    })
    .input(input)
    .output(output)
    .handler(({ context, input: value }) => execute(context, value) as Promise<never>);
}

/** Turns what oRPC throws into our own error, with one problem per input field. */
export function fromRpcError(error: unknown): AppError {
  if (error instanceof ORPCError && error.cause instanceof ValidationError) {
    if (error.code === "BAD_REQUEST")
      return new AppError("invalid", "Some of the input cannot be used; nothing was saved.", fieldsOf(error.cause));
    return new AppError(
      "internal",
      "The answer did not have its declared form; give the request id to an operator.",
      [],
      { cause: error.cause },
    );
  }
  if (error instanceof ORPCError && error.status < 500) {
    return new AppError(
      error.status === 404 ? "not_found" : "invalid",
      error.status === 404 ? "There is nothing at this address." : error.message,
      [],
      { cause: error },
    );
  }
  return asAppError(error);
}

function fieldsOf(error: ValidationError): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("."),
    message: issue.message,
  }));
}

async function writeAudit(ctx: Context, tx: Transaction, operation: string, records: AuditRecord[]): Promise<void> {
  await tx.insert(auditEntries).values(
    records.map((record) => ({
      orgId: ctx.org.id,
      id: sql`uuidv7()`,
      operation,
      door: ctx.door,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      subjectName: record.subjectName,
      before: record.before ?? null,
      after: record.after ?? null,
      requestId: ctx.requestId,
    })),
  );
}

/** One wide line per operation: enough to answer who did what, through which door, how long it took and how it ended. */
function writeLogLine(
  kind: string,
  name: string,
  ctx: Context,
  startedAt: number,
  outcome: string,
  error?: AppError,
): void {
  const durationMs = performance.now() - startedAt;
  metrics().operations.observe({ operation: name, outcome, door: ctx.door }, durationMs / 1000);
  const line = {
    event: "operation",
    kind,
    operation: name,
    org: ctx.org.slug,
    actor: ctx.actor.id,
    actorKind: ctx.actor.kind,
    door: ctx.door,
    requestId: ctx.requestId,
    durationMs: Math.round(durationMs * 100) / 100,
    outcome,
  };
  if (error?.code === "internal") log().error({ ...line, err: error.cause ?? error });
  else if (kind === "command" || outcome !== "ok") log().info(line);
  else log().debug(line);
}
