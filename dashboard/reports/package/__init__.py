"""The report as a data package: tidy tables for analysts, described, and the SQL that checks them."""
