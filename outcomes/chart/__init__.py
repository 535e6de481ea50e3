"""What every chart is built of: rows, panels, axes, and the look of the course."""
