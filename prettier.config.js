// How our JavaScript and styles are laid out: two spaces and double quotes, as Prettier has it, in lines as long as Python's.
export default { printWidth: 120 };
