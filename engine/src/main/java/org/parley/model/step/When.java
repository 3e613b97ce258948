package org.parley.model.step;

/// What a demand about time speaks of: a step, or a term that different parties read differently.
public sealed interface When permits StepId, TermId {}
