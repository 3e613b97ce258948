package org.parley.outlook.ways;

import org.parley.model.claim.ForecastEvent;

/// A way that the talks can go. Of one day exactly one holds.
public enum Way {
  /// Every text was signed by then.
  SIGNED_AS_IS(ForecastEvent.SIGNED),
  /// One was signed, and not all.
  SIGNED_IN_PART(ForecastEvent.SIGNED_IN_PART),
  /// None was signed, and none abandoned.
  PROLONGED(ForecastEvent.PROLONGED),
  /// None was signed, and one abandoned.
  COLLAPSED(ForecastEvent.COLLAPSED);

  private final ForecastEvent event;

  Way(ForecastEvent event) {
    this.event = event;
  }

  /// The event of forecasts of it.
  public ForecastEvent event() {
    return event;
  }
}
