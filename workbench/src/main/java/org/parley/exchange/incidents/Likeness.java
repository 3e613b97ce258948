package org.parley.exchange.incidents;

/// A reason why two reports may be of one event.
public sealed interface Likeness {

  /// Reasons without parameters.
  enum Plain implements Likeness {
    SAME_TIME,
    TIMES_OVERLAP,
    SAME_PLACE,
    SAME_COORDINATES,
    SAME_ACTOR,
    SAME_TARGET,
    SAME_SIDES,
    SAME_TOLL,
    TOLL_OF_ONE,
    TOLLS_OVERLAP,
    TOLLS_NEAR
  }

  /// Moments that far apart.
  record MinutesApart(long minutes) implements Likeness {}

  /// Places that far apart.
  record KilometresApart(long kilometres) implements Likeness {}

  /// The same kind of incident.
  record SameKind(String kind) implements Likeness {}
}
