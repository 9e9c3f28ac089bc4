// @ts-check
/**
 * The calculator's fields in an address, as chat programs hand it on: with what stood behind the link in its sentence
 * (。，） or words), with parameters of their own before or behind the fragment (`?from=…`, `#wechat_redirect`), with `#`,
 * `=` or all of it encoded once more, with `?` in the place of `#`, with a blank or the end of a line in it.
 *
 * Only where a field begins and ends is found here, since a form is filled in before Python is there; what stands in it is
 * for Python to read or to ask about. It is put into fields, never into the page.
 */

/** Characters of a field: no day and no place is longer, and who sends more means it to be read. */
const LONGEST = 80;
/** Characters in which the end of a field is looked for: in a link of a million, the looking would never end. */
const READ = 1000;

const PIECES = /[&?]/;
/** A name and what it is given: `last=…`, `/last=…`, `last：…`, `last2025-03-15`. */
const FIELD = /^[^a-z]*([a-z]+)\s*(?:[=＝:：]|(?=\d))([^]*)$/i;
const BEHIND = /[\s。，、；：！？…“”‘’"'（）()「」『』【】《》[\]<>|,.;:!?]+$/;
/** What somebody went on to say behind a link, in Chinese; a part of what was typed has figures in it. */
const SAID = /^([\w/.-]+?)[\s,;!?()<>]*[^\x00-\x7f][^\d]*$/; // eslint-disable-line no-control-regex
/** What is chosen, not typed: its names are written in small letters. */
const CHOSEN = /^(?:way|region|rule|scheme)$/;
/** What looks like a part of an answer, though no field could be found in it. */
const LEFT_OVER = /(?:19|20|21)\d\d\D{1,3}\d|last|claim|region|scheme|rule|grace|today/i;

/**
 * @param {string} address the whole of it
 * @param {string[]} names of the fields
 * @returns {{fields: Map<string, string>, whole: boolean}} `whole` is false where something in it was not understood
 */
export function linkFields(address, names) {
  const fields = new Map();
  const start = address.search(/[?#]/);
  // Where a field stands twice, the one behind `#` is ours.
  const [query, ...fragment] = decoded(start < 0 ? "" : address.slice(start)).split("#");
  const pieces = [...fragment, query].join("&").split(PIECES);
  let whole = true;
  for (const piece of pieces) {
    const [, written, value] = FIELD.exec(piece) || ["", piece, ""];
    const name = written.toLowerCase();
    if (names.indexOf(name) >= 0 && written !== piece) {
      if (!fields.get(name)) fields.set(name, CHOSEN.test(name) ? small(bare(value)) : bare(value));
    } else if (LEFT_OVER.test(piece) || names.some((one) => isMisspelt(one, name))) whole = false;
  }
  // Who has just retired has no other day to give.
  if (fields.get("claim") && !fields.get("last") && !fields.has("way")) fields.set("way", "first");
  return { fields, whole };
}

/**
 * Whether a name may be this one, cut off, with something behind it, with its letters in another order, or one of them wrong.
 * @param {string} name @param {string} written
 */
function isMisspelt(name, written) {
  if (!/^[a-z]{2,12}$/.test(written)) return false;
  if (name.indexOf(written) === 0 || written.indexOf(name) === 0) return true;
  if (sorted(name) === sorted(written)) return true;
  const [short, long] = name.length < written.length ? [name, written] : [written, name];
  let same = 0;
  while (short[same] && short[same] === long[same]) same += 1;
  const rest = short.slice(short.length === long.length ? same + 1 : same);
  return rest === long.slice(same + 1);
}

/** @param {string} name */
function sorted(name) {
  return name.split("").sort().join("");
}

/** What has no letters but ours, in small ones. @param {string} value */
function small(value) {
  return /^[ -~]*$/.test(value) ? value.toLowerCase() : value;
}

/** @param {string} text */
function decoded(text) {
  let plain = text.replace(/\+/g, " ");
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(plain); times += 1) {
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return " "; // cut off in the middle of a character
      }
    });
  }
  return plain.replace(/&amp;/g, "&");
}

/** @param {string} value */
function bare(value) {
  return value.slice(0, READ).replace(SAID, "$1").replace(BEHIND, "").trim().slice(0, LONGEST);
}
