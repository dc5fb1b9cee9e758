"""The language: letters and tones, order, numbers and dates, written and read."""
