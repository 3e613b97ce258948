package org.parley.model;

import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// The object of a forecast: an instrument, a step or a point.
public sealed interface ForecastSubject permits InstrumentId, StepId, PointId {

  /// The id as case files write it.
  String value();
}
