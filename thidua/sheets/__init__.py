"""Workbooks and CSV files as rows of cells that keep their addresses, and the tables in them. It knows no records."""
