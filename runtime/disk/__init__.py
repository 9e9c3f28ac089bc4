"""Python in copies that are opened from a disk, where nothing can be fetched."""
