"""Measuring the assistant: question sets, runs and reports."""
