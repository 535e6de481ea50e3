"""The interval explorer: its markup, for a page and a notebook alike, and the widget of a notebook."""
