"""The door between the page's JavaScript and Python: requests in, replies out."""
