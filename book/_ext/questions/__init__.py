"""The questions in a page, and the pages made from what a reader has answered."""
