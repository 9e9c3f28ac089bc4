"""The site while it is worked on: what is edited is made anew, and the browsers that show it are told."""
