"""What people take away from the record: spreadsheets, annotations, citations, feeds, dossiers. Rows in, text out; no web."""
