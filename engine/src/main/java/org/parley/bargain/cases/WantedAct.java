package org.parley.bargain.cases;

import org.parley.model.step.StepId;

/// A step that is still open, is done by others, and that a party has asked for or gains from.
///
/// @param step the step
/// @param title its title
public record WantedAct(StepId step, String title) {}
