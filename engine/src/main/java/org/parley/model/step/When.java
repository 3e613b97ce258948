package org.parley.model.step;

/// The object of a demand on timing: a step, or a contested term.
public sealed interface When permits StepId, TermId {}
