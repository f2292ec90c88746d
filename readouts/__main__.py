"""`python -m readouts` is `readouts`."""

from readouts.cli import main

main()
