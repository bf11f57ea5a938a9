"""What is drawn from figures and steps: charts, derived figures, the escalatieladder."""
