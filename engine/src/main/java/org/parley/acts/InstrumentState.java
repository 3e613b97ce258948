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
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Signing;

/// The state of an instrument on a day, in the version of that day.
///
/// @param instrument the instrument
/// @param version the version; null if it has none
/// @param phase the phase of its life
/// @param by the act that brought it there, the last of several approvals; null if nothing has
///   happened
/// @param signedBy the parties that signed, in order
/// @param ratifiedBy the parties and bodies that approved it afterwards, in order
/// @param rejectedBy the parties and bodies whose last word is a refusal, in order
/// @param acts the acts of this version, by date
public record InstrumentState(
    InstrumentId instrument,
    @Nullable InstrumentVersion version,
    InstrumentPhase phase,
    @Nullable Entry by,
    List<PartyId> signedBy,
    List<PartyId> ratifiedBy,
    List<PartyId> rejectedBy,
    List<Entry> acts) {

  public InstrumentState {
    signedBy = List.copyOf(signedBy);
    ratifiedBy = List.copyOf(ratifiedBy);
    rejectedBy = List.copyOf(rejectedBy);
    acts = List.copyOf(acts);
  }

  /// Reads the acts of one version in order of time.
  ///
  /// @param approvers those who all have to approve; empty if any approval ratifies
  static InstrumentState of(
      Instrument instrument,
      @Nullable InstrumentVersion version,
      Set<PartyId> approvers,
      List<Entry> acts) {
    return new Reader(instrument, approvers).read(version, acts);
  }

  private static final class Reader {

    private final Instrument instrument;
    private final Set<PartyId> approvers;
    private final Set<PartyId> signed = new LinkedHashSet<>();
    private final Set<PartyId> ratified = new LinkedHashSet<>();
    private final Set<PartyId> rejected = new LinkedHashSet<>();
    private InstrumentPhase phase = InstrumentPhase.NONE;
    private InstrumentPhase beforeSuspension = InstrumentPhase.NONE;

    Reader(Instrument instrument, Set<PartyId> approvers) {
      this.instrument = instrument;
      this.approvers = approvers;
    }

    InstrumentState read(@Nullable InstrumentVersion version, List<Entry> acts) {
      Entry brought = null;
      for (Entry each : acts) {
        int approvals = ratified.size();
        InstrumentPhase next = next(each.act(), each.recorded().by());
        boolean isFurtherApproval =
            phase == InstrumentPhase.RATIFIED && ratified.size() > approvals;
        if (next != phase || isFurtherApproval) {
          beforeSuspension = next == InstrumentPhase.SUSPENDED ? phase : beforeSuspension;
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

    private InstrumentPhase next(Act act, List<PartyId> by) {
      switch (act.consent()) {
        case GIVEN -> rejected.removeAll(by);
        case REFUSED -> {
          rejected.addAll(by);
          ratified.removeAll(by);
        }
        case NONE -> {}
      }
      return switch (act.kind()) {
        case DRAFTED -> furthest(InstrumentPhase.DRAFTED);
        case FINALISED -> furthest(InstrumentPhase.FINALISED);
        case INITIALLED -> furthest(InstrumentPhase.INITIALLED);
        case SIGNED, ACCEDED -> {
          signed.addAll(by);
          yield isEnough()
              ? phase == InstrumentPhase.REJECTED
                  ? InstrumentPhase.SIGNED
                  : furthest(InstrumentPhase.SIGNED)
              : phase == InstrumentPhase.REJECTED
                  ? phase
                  : furthest(InstrumentPhase.SIGNED_IN_PART);
        }
        case ADOPTED -> consented(act, by, InstrumentPhase.ADOPTED);
        case RATIFIED, DEPOSITED, PUT_TO_VOTE -> consented(act, by, InstrumentPhase.RATIFIED);
        case REJECTED -> InstrumentPhase.REJECTED;
        case PROVISIONALLY_APPLIED -> InstrumentPhase.PROVISIONALLY_APPLIED;
        case ENTERED_INTO_FORCE, ACTIVATED -> InstrumentPhase.IN_FORCE;
        case SUSPENDED -> InstrumentPhase.SUSPENDED;
        case RESUMED -> phase == InstrumentPhase.SUSPENDED ? beforeSuspension : phase;
        case DENOUNCED -> isOver(by) ? InstrumentPhase.TERMINATED : InstrumentPhase.DENOUNCED;
        case WITHDRAWN -> {
          signed.removeAll(by);
          yield isOver(by) ? InstrumentPhase.TERMINATED : phase;
        }
        case TERMINATED -> InstrumentPhase.TERMINATED;
        case AMENDED, EXTENDED, PERFORMED, PERFORMED_LATE, VERIFIED, BREACHED -> phase;
      };
    }

    private InstrumentPhase consented(Act act, List<PartyId> by, InstrumentPhase reached) {
      if (act.consent() == ActKind.Consent.NONE) {
        return phase;
      }
      if (act.consent() == ActKind.Consent.REFUSED) {
        return InstrumentPhase.REJECTED;
      }
      if (reached == InstrumentPhase.RATIFIED) {
        ratified.addAll(by);
        if (!ratified.containsAll(approvers)) {
          return phase;
        }
      } else if (isOfSomeSignatories(by)) {
        return phase;
      }
      return phase == InstrumentPhase.REJECTED ? reached : furthest(reached);
    }

    /// Whether some signatories adopt a text on their own side, and not all together.
    private boolean isOfSomeSignatories(List<PartyId> by) {
      return instrument.signatories().containsAll(by)
          && !by.isEmpty()
          && !by.containsAll(instrument.signatories());
    }

    /// A later phase is not undone by an act that is usually earlier.
    private InstrumentPhase furthest(InstrumentPhase reached) {
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
