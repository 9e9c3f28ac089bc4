"""What a file of the site goes through: put together by esbuild, named by its content, compressed."""
