"""What every drawing is built of: a canvas, shapes, and words that name their sources."""
