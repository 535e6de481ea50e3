"""The site as readers get it: theme, headers, and a copy for a host."""
