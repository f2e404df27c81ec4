/**
 * The name that is shown for an uploaded file: its last part only, without control, direction and zero-width characters
 * (a name may not break a header or pretend another ending), at most 255 bytes. It never becomes part of a path.
 */
export function shownName(name: string | undefined): string {
  const last = (name ?? "").toWellFormed().normalize("NFC").split(/[/\\]/).at(-1)!;
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/g, "")
    .replace(/["<>|:*?]/g, "_").replace(/\s+/g, " ").replace(/^[\s.]+|[\s.]+$/g, "");
  return cutToBytes(clean, 255) || "document";
}

/** Cuts in the middle, so that the ending stays. */
function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(text)?.[0] ?? "";
  const kept: string[] = [];
  let size = Buffer.byteLength(ending) + 3;
  for (const letter of text.slice(0, text.length - ending.length)) {
    size += Buffer.byteLength(letter);
    if (size > most) break;
    kept.push(letter);
  }
  return `${kept.join("")}…${ending}`;
}
