// @ts-check
/** Where the runtime's files come from, what `runtime/build/assemble.py` says of them, and what can go wrong with them. */

/** A failure that the page has a sentence for. */
export class Failure extends Error {
  /** @param {"missing" | "damaged" | "broken"} code @param {string} detail */
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

/**
 * @typedef {{address: string, bytes: number, sha256: string, travels?: number}} Expected where a file of the runtime lies,
 *   what it is, and how many bytes it has on the way
 */
/** @typedef {Record<string, Expected>} Files by name */
/** @typedef {(options: object) => Promise<any>} LoadPyodide */
/** @typedef {(settings: any) => Promise<any>} CreateModule the half of Pyodide that Emscripten wrote */
/** @typedef {{loadPyodide: LoadPyodide, createPyodideModule: CreateModule}} Pyodide both its halves */

/**
 * What `runtime/build/assemble.py` says of the runtime.
 * @typedef {object} Manifest
 * @property {string} library_path where Python looks for its library
 * @property {string} library_rest by what name the bridge asks for the second part of the library
 * @property {Record<string, string[]>} at_once what a request may tell, by its `do`, that needs nothing but what Python
 *   needs to start
 * @property {object} lock what Pyodide wants to know of packages
 * @property {Files} files what Python needs to start; without a snapshot among them it needs the others too
 * @property {Files} library its library and the packages, which it needs for most other requests
 * @property {Files} cold the part of its WebAssembly that it needs for some
 * @property {Record<string, Files>} on_demand what is needed later, by the name that the bridge asks for it by
 */

/**
 * What is done while a file comes.
 * @typedef {object} Watch
 * @property {(bytes: number) => void} [received] so many more of it
 * @property {(response: Response) => void} [opened] another copy of the whole response, if there is one, yet unchecked
 */

/**
 * Where the runtime's files come from.
 * @typedef {object} Source
 * @property {() => Promise<Manifest>} manifest
 * @property {(name: string, expected: Expected, watch: Watch) => Promise<Uint8Array<ArrayBuffer>>} read
 *   the bytes of one file, whole and unaltered
 * @property {() => Promise<Pyodide>} pyodide
 */
