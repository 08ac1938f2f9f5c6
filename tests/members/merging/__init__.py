"""Tests of the merge of two records of one person."""
