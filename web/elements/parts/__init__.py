"""What several elements are made of."""
