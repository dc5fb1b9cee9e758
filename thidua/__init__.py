"""Records, checks and year-end summaries for emulation and commendation (*thi đua, khen thưởng*)."""

__version__ = "0.1.0"
