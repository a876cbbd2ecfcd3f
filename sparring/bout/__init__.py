"""The rules of a bout: state as a fold of events, the planner, how answers are read; pure."""
