"""The desk: a web page where people read, check, correct and take away the record. Made by `onrecord serve`."""
