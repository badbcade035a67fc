// Statistical helpers for tests live here.
