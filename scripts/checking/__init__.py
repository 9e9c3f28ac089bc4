"""What scripts/check runs, and what scripts/test builds for the tests that are named."""
