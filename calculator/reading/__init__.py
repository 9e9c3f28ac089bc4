"""What people type, read: days in any usual form, and the calculator's form as a whole."""
