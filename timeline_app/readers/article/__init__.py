"""What makes lines an article: roles of lines, publication, dates as people write them."""
