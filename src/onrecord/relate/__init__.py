"""relate: statements of many articles → copies, utterances, drift and disagreements. Knows comparison."""
