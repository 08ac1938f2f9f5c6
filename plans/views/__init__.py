"""Pages of plans: the wall, plans, activities, their records, plan texts."""
