package org.parley.acts;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger.Entry;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
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
/// @param awaiting those whose approval is still missing, once some have approved
/// @param rejectedBy the parties and bodies whose last word is a refusal, in order
/// @param acts the acts of this version, by date
public record InstrumentState(
    InstrumentId instrument,
    @Nullable InstrumentVersion version,
    InstrumentPhase phase,
    @Nullable Entry by,
    List<PartyId> signedBy,
    List<PartyId> ratifiedBy,
    List<PartyId> awaiting,
    List<PartyId> rejectedBy,
    List<Entry> acts) {

  public InstrumentState {
    signedBy = List.copyOf(signedBy);
    ratifiedBy = List.copyOf(ratifiedBy);
    awaiting = List.copyOf(awaiting);
    rejectedBy = List.copyOf(rejectedBy);
    acts = List.copyOf(acts);
  }

  /// Reads the acts of one version in order of time.
  ///
  /// @param approvers those who all have to approve, unless the signing rule has a chain; if empty,
  ///   the signatories have to
  /// @param bodies by party, its members: the word of a member is that of the party
  static InstrumentState of(
      Instrument instrument,
      @Nullable InstrumentVersion version,
      Set<PartyId> approvers,
      Map<PartyId, List<PartyId>> bodies,
      List<Entry> acts) {
    return new Reader(instrument, approvers, bodies).read(version, acts);
  }

  private static final class Reader {

    private final Instrument instrument;
    private final Set<PartyId> approvers;
    private final Map<PartyId, List<PartyId>> bodies;
    private final Set<PartyId> signed = new LinkedHashSet<>();
    private final Set<PartyId> adopted = new LinkedHashSet<>();
    private final Set<PartyId> ratified = new LinkedHashSet<>();
    private final Set<PartyId> rejected = new LinkedHashSet<>();
    private InstrumentPhase phase = InstrumentPhase.NONE;
    private InstrumentPhase beforeSuspension = InstrumentPhase.NONE;

    Reader(Instrument instrument, Set<PartyId> approvers, Map<PartyId, List<PartyId>> bodies) {
      this.instrument = instrument;
      this.approvers = approvers;
      this.bodies = bodies;
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
          ratified.isEmpty() || isRatified(ratified) ? List.of() : missing(),
          List.copyOf(rejected),
          acts);
    }

    /// Those who have to approve and have not.
    private List<PartyId> missing() {
      Set<PartyId> all = new LinkedHashSet<>();
      for (ApprovalStage stage : chain()) {
        // the way that was entered, and lacks least
        stage.anyOf().stream()
            .min(
                Comparator.comparingInt(
                        (ApprovalWay way) -> missing(way).size() == way.allOf().size() ? 1 : 0)
                    .thenComparingInt(way -> missing(way).size()))
            .ifPresent(way -> all.addAll(missing(way)));
      }
      if (chain().isEmpty()) {
        all.addAll(approvers.isEmpty() ? instrument.signatories() : approvers);
      }
      all.removeIf(each -> hasSpoken(each, ratified));
      return List.copyOf(all);
    }

    /// Whether a party or one of its members is among some.
    private boolean hasSpoken(PartyId party, Set<PartyId> some) {
      return some.contains(party)
          || bodies.getOrDefault(party, List.of()).stream().anyMatch(some::contains);
    }

    private List<ApprovalStage> chain() {
      Signing signing = instrument.signing();
      return signing == null ? List.of() : signing.then();
    }

    private List<PartyId> missing(ApprovalWay way) {
      return way.allOf().stream()
          .map(Approval::by)
          .filter(each -> !hasSpoken(each, ratified))
          .toList();
    }

    private boolean isApprover(PartyId party) {
      return approvers.contains(party)
          || chain().stream()
              .flatMap(stage -> stage.anyOf().stream())
              .flatMap(way -> way.allOf().stream())
              .anyMatch(each -> each.by().equals(party));
    }

    /// Whether all have approved who have to. The word of one chamber, or of the body of one party,
    /// binds no other.
    private boolean isRatified(Set<PartyId> by) {
      if (!chain().isEmpty()) {
        return chain().stream()
            .allMatch(
                stage ->
                    stage.anyOf().stream()
                        .anyMatch(
                            way ->
                                way.allOf().stream().allMatch(each -> hasSpoken(each.by(), by))));
      }
      return !approvers.isEmpty()
          ? approvers.stream().allMatch(each -> hasSpoken(each, by))
          : instrument.signatories().isEmpty() || isEnough(by);
    }

    /// Whether a refusal rejects the text for all. That of a signatory does, once the text is
    /// finished, if the others are too few by the signing rule.
    private boolean isFatal(Act act, List<PartyId> by) {
      if (by.isEmpty() || by.stream().anyMatch(this::isApprover)) {
        return true;
      }
      boolean isOfOutsider = !by.stream().allMatch(this::isOfASignatory);
      if (isOfOutsider) {
        return (approvers.isEmpty() && chain().isEmpty()) || act.kind() == ActKind.PUT_TO_VOTE;
      }
      Set<PartyId> left = new LinkedHashSet<>(instrument.signatories());
      left.removeIf(each -> hasSpoken(each, rejected));
      return phase == InstrumentPhase.DRAFTED ? left.isEmpty() : !isEnough(left);
    }

    private boolean isOfASignatory(PartyId party) {
      return instrument.signatories().stream().anyMatch(each -> hasSpoken(each, Set.of(party)));
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
          yield isEnough(signed)
              ? phase == InstrumentPhase.REJECTED
                  ? InstrumentPhase.SIGNED
                  : furthest(InstrumentPhase.SIGNED)
              : phase == InstrumentPhase.REJECTED
                  ? phase
                  : furthest(InstrumentPhase.SIGNED_IN_PART);
        }
        case ADOPTED -> consented(act, by, InstrumentPhase.ADOPTED);
        case RATIFIED, DEPOSITED, PUT_TO_VOTE -> consented(act, by, InstrumentPhase.RATIFIED);
        case PROMULGATED -> furthest(InstrumentPhase.ADOPTED);
        case REJECTED -> isFatal(act, by) ? InstrumentPhase.REJECTED : phase;
        case ANNULLED ->
            phase.compareTo(InstrumentPhase.PROVISIONALLY_APPLIED) < 0
                ? InstrumentPhase.REJECTED
                : InstrumentPhase.TERMINATED;
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
        case UPHELD, AMENDED, EXTENDED, PERFORMED, PERFORMED_LATE, VERIFIED, BREACHED -> phase;
      };
    }

    private InstrumentPhase consented(Act act, List<PartyId> by, InstrumentPhase reached) {
      if (act.consent() == ActKind.Consent.NONE) {
        return phase;
      }
      if (act.consent() == ActKind.Consent.REFUSED) {
        return isFatal(act, by) ? InstrumentPhase.REJECTED : phase;
      }
      if (reached == InstrumentPhase.RATIFIED) {
        ratified.addAll(by);
        if (!by.isEmpty() && !isRatified(ratified)) {
          return phase;
        }
      } else if (by.stream().anyMatch(this::isOfASignatory)) {
        adopted.addAll(by);
        if (!isEnough(adopted)) {
          return phase;
        }
      }
      return phase == InstrumentPhase.REJECTED ? reached : furthest(reached);
    }

    /// A later phase is not undone by an act that is usually earlier.
    private InstrumentPhase furthest(InstrumentPhase reached) {
      return phase.compareTo(reached) < 0 ? reached : phase;
    }

    /// Whether the word of some satisfies the signing rule.
    private boolean isEnough(Set<PartyId> some) {
      Signing signing = instrument.signing();
      Integer atLeast = signing == null ? null : signing.atLeast();
      long of = instrument.signatories().stream().filter(each -> hasSpoken(each, some)).count();
      return of >= (atLeast == null ? instrument.signatories().size() : atLeast)
          && (signing == null || signing.always().stream().allMatch(each -> hasSpoken(each, some)));
    }

    /// Whether nobody is left, after some have left.
    private boolean isOver(List<PartyId> by) {
      return !by.isEmpty() && by.containsAll(instrument.signatories());
    }
  }
}
