// @ts-check
/**
 * What Pyodide's WebAssembly exports without its glue naming it. It is linked so that compiled extensions can be loaded
 * later; we load none.
 *
 * Private: how Emscripten looks up the entry of a program, its table of addresses for dynamic linking, and that the
 * memory is exported.
 */
import { premise } from "./premise.js";

const ENTRIES = ["main", "__main_argc_argv"];

/**
 * The exports that are looked up by their names while it starts.
 * @param {WebAssembly.Module} module
 * @returns {string[]}
 */
export function lookedUp(module) {
  const addressed = WebAssembly.Module.imports(module).filter((one) => one.module.startsWith("GOT."));
  premise(addressed.length, "its WebAssembly imports no addresses (GOT)");
  const entries = WebAssembly.Module.exports(module).filter(({ name }) => ENTRIES.includes(name));
  premise(entries.length, `its WebAssembly exports none of ${ENTRIES.join(", ")}`);
  return [...ENTRIES, ...addressed.map(({ name }) => name)];
}

/** The only memory that it exports, under whatever names. @param {WebAssembly.Exports} exports @returns {WebAssembly.Memory} */
export function memoryOf(exports) {
  const [memory, ...others] = new Set(Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
  premise(memory && !others.length, "its WebAssembly does not export one memory");
  return memory;
}
