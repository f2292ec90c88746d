"""The front desk: the `readouts` command."""
