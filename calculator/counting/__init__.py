"""How a place counts from one certification to the next: pure arithmetic on days, without sentences or places."""
