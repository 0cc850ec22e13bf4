"use client";

// Shown when not even the frame could be built, so it brings its own: nothing here depends on anything else.
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          maxWidth: "40rem",
          margin: "4rem auto",
          padding: "0 1rem",
          lineHeight: 1.5,
        }}
      >
        <title>Something went wrong · Causeway</title>
        <h1 style={{ fontSize: "1.25rem" }}>Causeway could not build this page</h1>
        <p>Nothing was changed or lost. A database that restarts is back within seconds.</p>
        <p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </p>
        {error.digest === undefined ? null : <p>If it stays, give this id to an operator: {error.digest}</p>}
      </body>
    </html>
  );
}
