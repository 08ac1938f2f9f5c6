"""Input into clean values: plans, activities, their records, plan texts, filters."""
