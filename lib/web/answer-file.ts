/** A text file as an answer, sent page by page: however many rows there are, none is left out and none is kept in memory. */
export function answerFile(filename: string, pages: AsyncIterator<string>, type = "text/csv"): Response {
  const text = new ReadableStream<string>({
    async pull(stream) {
      const { value, done } = await pages.next();
      if (done === true) stream.close();
      else stream.enqueue(value);
    },
    async cancel() {
      await pages.return?.();
    },
  });
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${filename}"`,
      "cache-control": "private, no-store",
    },
  });
}
