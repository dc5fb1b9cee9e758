"""Reports as typed data. A report is complete: a renderer needs nothing else."""
