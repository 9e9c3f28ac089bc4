"""The engines that answer millions of rows beside each other: whether they agree, and how long each takes."""
