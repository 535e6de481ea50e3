"""What a question is: what all kinds share, and a folder for each kind."""
