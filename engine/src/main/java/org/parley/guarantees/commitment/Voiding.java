package org.parley.guarantees.commitment;

import java.util.function.Predicate;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.GuaranteeId;

/// A condition that ends a commitment for good.
///
/// @param cause what must happen
/// @param determination who finds that it did
/// @param from whether it is void from the incident or from the finding
/// @param reach whether open duties lapse as well
public record Voiding(Cause cause, Determination determination, From from, Reach reach) {

  /// What must happen.
  public sealed interface Cause extends Predicate<What> {

    /// An incident: an unprovoked attack by the beneficiary.
    record Incident(IncidentPattern pattern) implements Cause {}

    /// The breach of a linked commitment, reported as an incident of kind [#BREACH] that carries
    /// the id of the commitment as a trait.
    record BreachOf(GuaranteeId guarantee) implements Cause {}

    /// Whether what a report says is this cause.
    @Override
    default boolean test(What what) {
      return switch (this) {
        case Incident(IncidentPattern pattern) -> pattern.test(what);
        case BreachOf(GuaranteeId guarantee) ->
            what.kind().equals(BREACH) && what.traits().contains(guarantee.value());
      };
    }
  }

  /// The kind of incident that reports a breach.
  public static final String BREACH = "breach";

  /// From which moment a voided commitment is void.
  public enum From {
    OCCURRENCE,
    DETERMINATION
  }

  /// Which duties a voiding ends.
  public enum Reach {
    NEW_DUTIES,
    OPEN_DUTIES_TOO
  }
}
