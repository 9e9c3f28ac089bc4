"""What a build is told: where things lie, which day it is, under which address, with which browser."""
