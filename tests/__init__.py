"""What is promised, tried on the real thing: browsers, PDFs, zips, nginx. The folders mirror the rooms."""
