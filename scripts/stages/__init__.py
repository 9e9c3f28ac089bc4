"""The build in stages that say what goes in and what comes out; what has not changed is not made again."""
