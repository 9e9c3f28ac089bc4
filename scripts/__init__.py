"""The workshop: what builds, serves and checks the site."""
