"""What browsers run and see, by component."""
