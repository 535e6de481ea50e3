"""What a class handed in: read, counted and reported."""
