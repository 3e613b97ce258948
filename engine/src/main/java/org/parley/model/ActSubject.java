package org.parley.model;

import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// The object of an act: an instrument, a point, a step, or the duties of a guarantee.
public sealed interface ActSubject permits InstrumentId, PointId, StepId, GuaranteeId {}
