// @ts-check
/** The names of what a request does not leave empty. @param {object} request @returns {string[]} */
export function filled(request) {
  return Object.entries(request).flatMap(([name, part]) =>
    part instanceof Object ? filled(part) : part ? [name] : [],
  );
}
