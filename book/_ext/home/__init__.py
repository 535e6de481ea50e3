"""The first page: the way in, the paths, the course map, and addresses that have moved."""
