// A file that came altered is fetched once more, past what the browser keeps of it, and then as it should be or not at all.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test, { beforeEach } from "node:test";

const GOOD = new TextEncoder().encode("what was built");
const BAD = new TextEncoder().encode("what was bui1t");
const HALF = GOOD.slice(0, 5);
const EXPECTED = { address: "a.wasm", bytes: GOOD.length, sha256: createHash("sha256").update(GOOD).digest("hex") };

/** What the browser keeps of the file, what the server gives, and how the file has been asked for. */
let kept, served, asked;

beforeEach(() => {
  kept = undefined;
  served = () => new Response(GOOD);
  asked = [];
});

globalThis.self = globalThis; // as in a browser
globalThis.fetch = async (address, { cache }) => {
  asked.push(cache);
  if (cache === "default" && kept) return kept();
  if (cache === "only-if-cached") {
    if (!kept) throw new TypeError("Failed to fetch");
    return kept();
  }
  return served();
};

const { download } = await import("../../runtime/worker/download.js");

/** Part of it comes, and then nothing more. @param {Uint8Array} bytes */
function broken(bytes) {
  const controller = (stream) => {
    stream.enqueue(bytes);
    stream.error(new TypeError("network error"));
  };
  return new Response(new ReadableStream({ start: controller }, { highWaterMark: 0 }));
}

async function fetched() {
  let received = 0;
  const opened = [];
  const watch = { received: (count) => (received += count), opened: (response) => opened.push(response) };
  const bytes = await download("a", "a.wasm", EXPECTED, watch);
  assert.deepEqual(bytes, GOOD);
  assert.equal(received, GOOD.length);
  assert.deepEqual(new Uint8Array(await opened.at(-1).arrayBuffer()), GOOD); // what is compiled is what was checked
}

test("what is as it should be is asked for once", async () => {
  await fetched();
  assert.deepEqual(asked, ["default"]);
});

for (const [how, spoilt] of Object.entries({ altered: BAD, short: HALF, long: new Uint8Array([...GOOD, 1]) })) {
  test(`what is kept, but ${how}, is fetched past what is kept`, async () => {
    kept = () => new Response(spoilt);
    await fetched();
    assert.deepEqual(asked, ["default", "reload"]);
  });

  test(`what is ${how} wherever it comes from is never given`, async () => {
    served = () => new Response(spoilt);
    await assert.rejects(fetched(), { code: "damaged" });
    assert.deepEqual(asked, ["default", "reload"]);
  });
}

test("what is kept and cannot be unpacked is fetched past what is kept", async () => {
  kept = () => broken(HALF);
  await fetched();
  assert.deepEqual(asked, ["default", "only-if-cached", "reload"]);
});

test("half a file on a line that broke is left for the browser to go on from", async () => {
  served = () => broken(HALF);
  await assert.rejects(fetched(), { code: "missing" });
  assert.deepEqual(asked, ["default", "only-if-cached"]);
});
