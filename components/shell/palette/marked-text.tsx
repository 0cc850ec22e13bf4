/** Shows where what was typed occurs in a text. */
export function MarkedText({ text, wanted }: { text: string; wanted: string }) {
  const place = wanted === "" ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (place < 0) return text;
  return (
    <>
      {text.slice(0, place)}
      <mark className="bg-transparent font-600 text-accent-text">{text.slice(place, place + wanted.length)}</mark>
      {text.slice(place + wanted.length)}
    </>
  );
}
