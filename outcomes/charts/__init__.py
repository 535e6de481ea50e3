"""One module a chart: estimates in, a plotly figure out."""
