"use client";

// Shown when not even the frame could be built, so it brings its own: nothing here depends on anything else.
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          maxWidth: "36rem",
          margin: "4rem auto",
          padding: "0 1rem",
          lineHeight: 1.5,
        }}
      >
        <title>Something went wrong · Causeway</title>
        <h1 style={{ fontSize: "1.25rem" }}>Causeway could not build this page</h1>
        <p>
          Nothing was changed or lost. Most likely the database restarts, which takes seconds, or the server was updated
          while this page was open.
        </p>
        <ul>
          <li>Try again in a moment.</li>
          <li>
            Go to <a href="/">your portal</a>: other pages may work.
          </li>
          {error.digest === undefined ? null : (
            <li>
              If it stays, give this number to an operator, it is in the log: <code>{error.digest}</code>
            </li>
          )}
        </ul>
        <p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </p>
      </body>
    </html>
  );
}
