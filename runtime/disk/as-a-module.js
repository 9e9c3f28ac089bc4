// @ts-check
/** Imported before Pyodide: lets this worker, which is no module, look like one, when Pyodide's script runs. */

import { withoutImportScripts } from "../seams/classic-worker.js";

withoutImportScripts(self);
