package org.parley.acts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger.Entry;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Signing;

/// The state of an instrument on a day, in the version of that day.
///
/// @param instrument the instrument
/// @param version the version; null if it has none
/// @param phase the phase of its life
/// @param by the act that brought it there; null if nothing has happened
/// @param signedBy the parties that signed, in order
/// @param ratifiedBy the parties and bodies that approved it afterwards, in order
/// @param rejectedBy the parties and bodies whose last word is a refusal, in order
/// @param acts the acts of this version, by date
public record InstrumentState(
    InstrumentId instrument,
    @Nullable InstrumentVersion version,
    Phase phase,
    @Nullable Entry by,
    List<PartyId> signedBy,
    List<PartyId> ratifiedBy,
    List<PartyId> rejectedBy,
    List<Entry> acts) {

  /// The phase of an instrument's life.
  public enum Phase {
    /// Nothing has happened.
    NONE,
    DRAFTED,
    FINALISED,
    INITIALLED,
    /// Signed by some, and not by enough.
    SIGNED_IN_PART,
    SIGNED,
    ADOPTED,
    RATIFIED,
    REJECTED,
    PROVISIONALLY_APPLIED,
    IN_FORCE,
    SUSPENDED,
    DENOUNCED,
    TERMINATED;

    /// Whether it binds: consent is complete, and it has not ended.
    public boolean isAgreed() {
      return switch (this) {
        case SIGNED, ADOPTED, RATIFIED, PROVISIONALLY_APPLIED, IN_FORCE, SUSPENDED -> true;
        case NONE,
            DRAFTED,
            FINALISED,
            INITIALLED,
            SIGNED_IN_PART,
            REJECTED,
            DENOUNCED,
            TERMINATED ->
            false;
      };
    }
  }

  public InstrumentState {
    signedBy = List.copyOf(signedBy);
    ratifiedBy = List.copyOf(ratifiedBy);
    rejectedBy = List.copyOf(rejectedBy);
    acts = List.copyOf(acts);
  }

  /// Reads the acts of one version in order of time.
  static InstrumentState of(
      Instrument instrument, @Nullable InstrumentVersion version, List<Entry> acts) {
    return new Reader(instrument).read(version, acts);
  }

  private static final class Reader {

    private final Instrument instrument;
    private final Set<PartyId> signed = new LinkedHashSet<>();
    private final Set<PartyId> ratified = new LinkedHashSet<>();
    private final Set<PartyId> rejected = new LinkedHashSet<>();
    private Phase phase = Phase.NONE;
    private Phase beforeSuspension = Phase.NONE;

    Reader(Instrument instrument) {
      this.instrument = instrument;
    }

    InstrumentState read(@Nullable InstrumentVersion version, List<Entry> acts) {
      Entry brought = null;
      for (Entry each : acts) {
        Phase next = next(each.act(), each.recorded().by());
        if (next != phase) {
          beforeSuspension = next == Phase.SUSPENDED ? phase : beforeSuspension;
          phase = next;
          brought = each;
        }
      }
      return new InstrumentState(
          instrument.id(),
          version,
          phase,
          brought,
          List.copyOf(signed),
          List.copyOf(ratified),
          List.copyOf(rejected),
          acts);
    }

    private Phase next(Act act, List<PartyId> by) {
      switch (act.consent()) {
        case GIVEN -> rejected.removeAll(by);
        case REFUSED -> {
          rejected.addAll(by);
          ratified.removeAll(by);
        }
        case PROVISIONAL, NONE -> {}
      }
      return switch (act.kind()) {
        case DRAFTED -> furthest(Phase.DRAFTED);
        case FINALISED -> furthest(Phase.FINALISED);
        case INITIALLED -> furthest(Phase.INITIALLED);
        case SIGNED, ACCEDED -> {
          signed.addAll(by);
          yield isEnough()
              ? phase == Phase.REJECTED ? Phase.SIGNED : furthest(Phase.SIGNED)
              : phase == Phase.REJECTED ? phase : furthest(Phase.SIGNED_IN_PART);
        }
        case ADOPTED -> consented(act, by, Phase.ADOPTED);
        case RATIFIED, DEPOSITED, PUT_TO_VOTE -> consented(act, by, Phase.RATIFIED);
        case REJECTED -> Phase.REJECTED;
        case PROVISIONALLY_APPLIED -> Phase.PROVISIONALLY_APPLIED;
        case ENTERED_INTO_FORCE, ACTIVATED -> Phase.IN_FORCE;
        case SUSPENDED -> Phase.SUSPENDED;
        case RESUMED -> phase == Phase.SUSPENDED ? beforeSuspension : phase;
        case DENOUNCED -> isOver(by) ? Phase.TERMINATED : Phase.DENOUNCED;
        case WITHDRAWN -> {
          signed.removeAll(by);
          yield isOver(by) ? Phase.TERMINATED : phase;
        }
        case TERMINATED -> Phase.TERMINATED;
        case AMENDED, EXTENDED, PERFORMED, PERFORMED_LATE, VERIFIED, BREACHED -> phase;
      };
    }

    private Phase consented(Act act, List<PartyId> by, Phase reached) {
      Ballot vote = act.vote();
      if (vote != null && vote.carried() == Ballot.Result.UNKNOWN) {
        return phase;
      }
      if (act.consent() == ActKind.Consent.REFUSED) {
        return Phase.REJECTED;
      }
      if (reached == Phase.RATIFIED) {
        ratified.addAll(by);
      }
      return phase == Phase.REJECTED ? reached : furthest(reached);
    }

    /// A later phase is not undone by an act that is usually earlier.
    private Phase furthest(Phase reached) {
      return phase.compareTo(reached) < 0 ? reached : phase;
    }

    /// Whether the signatures satisfy the signing rule.
    private boolean isEnough() {
      Signing signing = instrument.signing();
      Integer atLeast = signing == null ? null : signing.atLeast();
      List<PartyId> of = new ArrayList<>(instrument.signatories());
      of.retainAll(signed);
      return of.size() >= (atLeast == null ? instrument.signatories().size() : atLeast)
          && (signing == null || signed.containsAll(signing.always()));
    }

    /// Whether nobody is left, after some have left.
    private boolean isOver(List<PartyId> by) {
      return !by.isEmpty() && by.containsAll(instrument.signatories());
    }
  }
}
