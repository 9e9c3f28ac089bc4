"""What follows for one person: deadline, grace, status and the working behind them."""
