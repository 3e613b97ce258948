package org.parley.model.claim;

import java.util.Locale;

/// An event that a forecast can be about: in the life of an instrument, of a step, or of a point.
public enum ForecastEvent {
  DRAFTED,
  FINALISED,
  INITIALLED,
  SIGNED,
  RATIFIED,
  PROVISIONALLY_APPLIED,
  IN_FORCE,
  SUSPENDED,
  TERMINATED,
  /// Refused, denounced or terminated: the text does not live on.
  ABANDONED,
  /// Steps are done.
  DONE,
  /// Points are agreed among the signatories of their text.
  AGREED,
  /// A way the talks go: some of the texts are signed by then, and not all.
  SIGNED_IN_PART,
  /// A way the talks go: none of the texts is signed or abandoned by then.
  PROLONGED,
  /// A way the talks go: none of the texts is signed by then, and one is abandoned.
  COLLAPSED;

  /// As case files write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it says how the texts stand together on the last day, not that each went through
  /// something.
  public boolean isWay() {
    return switch (this) {
      case SIGNED_IN_PART, PROLONGED, COLLAPSED -> true;
      case DRAFTED,
          FINALISED,
          INITIALLED,
          SIGNED,
          RATIFIED,
          PROVISIONALLY_APPLIED,
          IN_FORCE,
          SUSPENDED,
          TERMINATED,
          ABANDONED,
          DONE,
          AGREED ->
          false;
    };
  }
}
