package org.parley.guarantees.commitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// Finds faults of commitments before any event: promises that can never be triggered, kept, or
/// found broken.
///
/// Two checks follow Chopra and Singh, "Cupid: Commitments in Relational Algebra" (AAAI 2015). They
/// require that some finite log shows a violation and that a commitment can expire, and secure both
/// by syntactic restrictions.
public final class Authoring {

  /// The kind of fault.
  public enum Kind {
    NEVER_TRIGGERED,
    NEVER_IN_TIME,
    NO_DETERMINER,
    NO_BENEFICIARY,
    NO_OBLIGOR,
    NOTHING_OWED,
    ENDLESS_CLOCK,
    NOT_FINITELY_VIOLABLE,
    NEVER_IN_FORCE,
    VOIDED_BY_ITS_TRIGGER,
    BENEFICIARY_OWES,
    CONTRADICTION
  }

  /// A fault of a guarantee.
  ///
  /// @param guarantee the guarantee
  /// @param fault the fault
  public record Issue(GuaranteeId guarantee, PromiseFault fault) {
    public Kind kind() {
      return fault.kind();
    }
  }

  private final List<Issue> issues = new ArrayList<>();

  private Authoring() {}

  /// Every fault of these commitments, in their order.
  public static List<Issue> check(List<Commitment> commitments) {
    Authoring authoring = new Authoring();
    for (Commitment each : commitments) {
      authoring.parties(each);
      authoring.trigger(each);
      authoring.determination(each);
      authoring.ladder(each);
      authoring.term(each);
    }
    for (int i = 0; i < commitments.size(); i++) {
      for (int j = i + 1; j < commitments.size(); j++) {
        authoring.contradiction(commitments.get(i), commitments.get(j));
      }
    }
    return List.copyOf(authoring.issues);
  }

  private void report(Commitment where, PromiseFault fault) {
    issues.add(new Issue(where.id(), fault));
  }

  private void parties(Commitment c) {
    if (c.isOfPartyInBreach()) {
      c.obligors().stream()
          .filter(each -> c.ifBreachedBy(each) == null)
          .forEach(each -> report(c, new PromiseFault.NeverInBreach(each)));
    }
    if (c.beneficiary() == null) {
      if (!c.isOfPartyInBreach() || c.obligors().size() < 2) {
        report(c, new PromiseFault.NoBeneficiary());
      }
    } else if (c.obligors().contains(c.beneficiary())) {
      report(c, new PromiseFault.OwedToItself(c.beneficiary()));
    }
    if (c.obligors().isEmpty()) {
      report(c, new PromiseFault.NoObligor());
    }
    if (c.ladder().isEmpty()) {
      report(c, new PromiseFault.EmptyLadder());
    }
  }

  private void trigger(Commitment c) {
    if (!canFire(c.trigger())) {
      report(c, new PromiseFault.NeverFires());
      return;
    }
    List<IncidentPattern> patterns = c.trigger().allPatterns().toList();
    if (!patterns.isEmpty()
        && patterns.stream()
            .allMatch(
                pattern ->
                    c.voiding().stream()
                        .anyMatch(
                            voiding ->
                                voiding.cause() instanceof Voiding.Cause.Happens(var cause)
                                    && voiding.voidFrom() == Voiding.VoidFrom.OCCURRENCE
                                    && IncidentPatterns.isWithin(pattern, cause)))) {
      report(c, new PromiseFault.VoidedByItsTrigger());
    }
  }

  private static boolean canFire(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Happens _, Trigger.Repeated _, Trigger.Combined _ -> true;
      case Trigger.Either(List<Trigger> any) -> any.stream().anyMatch(Authoring::canFire);
    };
  }

  private void determination(Commitment c) {
    if (!canBeMet(c.determination())) {
      report(
          c,
          c.determination() instanceof Determination.NotStated
              ? new PromiseFault.NoDeterminer()
              : new PromiseFault.NeverFound());
    }
  }

  private static boolean canBeMet(Determination rule) {
    return switch (rule) {
      case Determination.SelfEvident _,
          Determination.FoundBy _,
          Determination.EachObligor _,
          Determination.Council _ ->
          true;
      case Determination.IndependentReports(int groups, List<String> eligible) ->
          eligible.isEmpty() || Set.copyOf(eligible).size() >= groups;
      case Determination.AnyOf(List<Determination> any) ->
          any.stream().anyMatch(Authoring::canBeMet);
      case Determination.AllOf(List<Determination> all) ->
          !all.isEmpty() && all.stream().allMatch(Authoring::canBeMet);
      case Determination.NotStated _ -> false;
    };
  }

  private void ladder(Commitment c) {
    for (int i = 0; i < c.ladder().size(); i++) {
      Tier tier = c.ladder().get(i);
      long seconds = tier.within().length().atMostSeconds();
      if (seconds == 0 && tier.within().lastInstant() == Within.LastInstant.TOO_LATE) {
        report(c, new PromiseFault.NoMoment(i));
      }
      if (tier.clockFrom() == Guarantee.ClockFrom.OCCURRENCE
          && tier.when() instanceof Tier.When.AtOnce
          && seconds == 0
          && !(c.determination() instanceof Determination.SelfEvident)) {
        report(c, new PromiseFault.DueBeforeFound(i));
      }
      if (tier.clockFrom() == Guarantee.ClockFrom.NOTICE && !isOwedToOne(c)) {
        report(c, new PromiseFault.NoticeFromNobody(i));
        report(c, new PromiseFault.NeverBroken(i));
      } else if (tier.within().length().after(0) == Moments.NEVER) {
        report(c, new PromiseFault.NoDeadline(i));
      }
      if (tier.when() instanceof Tier.When.IfContinued(_, Window within)
          && within.length().atMostSeconds() == 0) {
        report(c, new PromiseFault.NoTimeToContinue(i));
      }
    }
  }

  private static boolean isOwedToOne(Commitment c) {
    return c.beneficiary() != null
        || (!c.obligors().isEmpty()
            && c.obligors().stream().allMatch(each -> c.owedTo(each) != null));
  }

  private void term(Commitment c) {
    Period lasts = c.term().lasts();
    if (lasts != null && lasts.atMostSeconds() == 0) {
      report(c, new PromiseFault.EndsAtOnce());
    }
    Set<String> twice = new HashSet<>();
    for (String milestone : c.term().milestones()) {
      if (!twice.add(milestone)) {
        report(c, new PromiseFault.MilestoneTwice(milestone));
      }
    }
  }

  /// Reports two texts that promise the same act for the same trigger with different deadlines or
  /// anchors.
  private void contradiction(Commitment one, Commitment other) {
    if (!one.trigger().equals(other.trigger())
        || one.beneficiary() == null
        || !one.beneficiary().equals(other.beneficiary())) {
      return;
    }
    for (PartyId obligor : one.obligors()) {
      if (!other.obligors().contains(obligor)) {
        continue;
      }
      for (int i = 0; i < one.ladder().size(); i++) {
        for (int j = 0; j < other.ladder().size(); j++) {
          if (contradict(one.ladder().get(i), other.ladder().get(j))) {
            report(one, new PromiseFault.TwoClocks(obligor, i, other.id(), j));
          }
        }
      }
    }
  }

  private static boolean contradict(Tier one, Tier other) {
    return one.act().equals(other.act())
        && one.when().equals(other.when())
        && (!one.within().equals(other.within()) || one.clockFrom() != other.clockFrom());
  }
}
