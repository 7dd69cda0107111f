"""Documents without a lossless form: these are read, never written."""
