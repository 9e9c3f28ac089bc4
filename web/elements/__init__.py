"""The custom elements, each with the maker of its form, its script and its styles."""
