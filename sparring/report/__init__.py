"""What leaves a bout: debrief and exports."""
