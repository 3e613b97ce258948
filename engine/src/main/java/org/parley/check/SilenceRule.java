package org.parley.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.coverage.Contributions;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;

/// The reason why one guarantee would not answer one threat at one moment, from the definitions.
///
/// The parts are the incidents that complete a trigger, the refusals that block a determination,
/// and the entries assumed about the term.
final class SilenceRule {

  private final Coverage.Proof proof;
  private final Coverage.Question question;

  SilenceRule(Coverage.Proof proof) {
    this.proof = proof;
    this.question = proof.question();
  }

  /// The first reason that holds, in the defined order; null if it answers.
  @Nullable Reason at(Commitment stated, What threat, long moment) {
    Commitment commitment = stated;
    PartyId debtor = null;
    if (stated.liability() == Guarantee.Liability.PARTY_IN_BREACH) {
      debtor = threat.actor();
      if (debtor == null || !stated.obligors().contains(debtor)) {
        return Reason.OUT_OF_REACH;
      }
      commitment = owedBy(debtor, stated);
    }
    if (!completes(commitment.trigger(), threat)) {
      return isPart(commitment.trigger(), threat, debtor) ? Reason.NOT_ALONE : Reason.OUT_OF_REACH;
    }
    boolean isWeak = commitment.force().compareTo(question.leastForce()) < 0;
    if (isWeak && commitment.force() != Guarantee.Force.ASSIST_AT_DISCRETION) {
      return Reason.TOO_WEAK;
    }
    if (commitment.ladder().stream().noneMatch(each -> each.when() instanceof Tier.When.AtOnce)) {
      return Reason.NOTHING_AT_ONCE;
    }
    Reason term = outOfForce(commitment, moment);
    if (term != null) {
      return term;
    }
    Reason finding = unfound(commitment, threat);
    if (finding != null && finding != Reason.DETERMINER_ON_OBLIGORS_SIDE) {
      return finding;
    }
    if (!isBacked(commitment)) {
      return Reason.CONTRIBUTORS_CONDITIONAL;
    }
    return finding == null && isWeak ? Reason.AT_DISCRETION : finding;
  }

  /// The commitment with the party in breach as its only obligor. Its trigger needs no change: the
  /// threat names the actor, and no other incident counts.
  private static Commitment owedBy(PartyId party, Commitment of) {
    return new Commitment(
        of.id(),
        of.title(),
        List.of(party),
        Guarantee.Liability.EACH,
        of.beneficiary(),
        of.force(),
        of.trigger(),
        of.determination(),
        of.ladder(),
        of.term(),
        of.voiding(),
        of.suspendedClock(),
        of.escalation(),
        of.openDuties(),
        of.ties(),
        of.graceSeconds(),
        of.clauses());
  }

  /// Whether one such incident completes a trigger by itself.
  private static boolean completes(Trigger trigger, What threat) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> IncidentPatterns.matches(pattern, threat);
      case Trigger.Repeated count ->
          count.times() == 1 && IncidentPatterns.matches(count.pattern(), threat);
      case Trigger.Combined(List<IncidentPattern> patterns, _) ->
          patterns.stream().allMatch(each -> IncidentPatterns.matches(each, threat));
      case Trigger.Either(List<Trigger> any) ->
          any.stream().anyMatch(each -> completes(each, threat));
    };
  }

  /// Whether one such incident is part of a trigger.
  ///
  /// @param debtor the party that must have done every part; null if any may
  private static boolean isPart(Trigger trigger, What threat, @Nullable PartyId debtor) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> IncidentPatterns.matches(pattern, threat);
      case Trigger.Repeated count -> IncidentPatterns.matches(count.pattern(), threat);
      case Trigger.Combined(List<IncidentPattern> patterns, _) ->
          patterns.stream().anyMatch(each -> IncidentPatterns.matches(each, threat))
              && (debtor == null
                  || patterns.stream()
                      .allMatch(each -> each.actors().isEmpty() || each.actors().contains(debtor)));
      case Trigger.Either(List<Trigger> any) ->
          any.stream().anyMatch(each -> isPart(each, threat, debtor));
    };
  }

  /// The refusal that blocks the determination.
  private @Nullable Reason unfound(Commitment commitment, What threat) {
    Set<PartyId> refusing = new HashSet<>();
    if (!isMade(commitment.determination(), commitment, refusing)) {
      return Reason.NO_DETERMINER;
    }
    refusing.addAll(question.opposed());
    if (threat.actor() != null) {
      refusing.add(threat.actor());
    }
    if (!isMade(commitment.determination(), commitment, refusing)) {
      return Reason.DETERMINER_BLOCKED;
    }
    refusing.addAll(commitment.obligors());
    return isMade(commitment.determination(), commitment, refusing)
        ? null
        : Reason.DETERMINER_ON_OBLIGORS_SIDE;
  }

  /// Whether the determination is made though these refuse and all others cooperate.
  private static boolean isMade(Determination rule, Commitment commitment, Set<PartyId> refusing) {
    return switch (rule) {
      case Determination.SelfEvident _ -> true;
      case Determination.NotStated _ -> false;
      case Determination.IndependentReports(int groups, List<String> eligible) ->
          eligible.isEmpty() || Set.copyOf(eligible).size() >= groups;
      case Determination.FoundBy(PartyId body) -> !refusing.contains(body);
      case Determination.EachObligor _ ->
          commitment.obligors().stream().anyMatch(each -> !refusing.contains(each));
      case Determination.Council council ->
          council.vetoes().stream().noneMatch(refusing::contains)
              && council.members().stream()
                      .distinct()
                      .filter(each -> !refusing.contains(each))
                      .count()
                  >= council.needed();
      case Determination.AnyOf(List<Determination> any) ->
          any.stream().anyMatch(each -> isMade(each, commitment, refusing));
      case Determination.AllOf(List<Determination> all) ->
          !all.isEmpty() && all.stream().allMatch(each -> isMade(each, commitment, refusing));
    };
  }

  /// Whether an available pledge supports it. Fixed point: parties without an available pledge drop
  /// out, round by round.
  private boolean isBacked(Commitment commitment) {
    Set<PartyId> contributing = new HashSet<>();
    proof.contributions().forEach(each -> contributing.add(each.contributor()));
    Set<Contribution> lost = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Contribution each : proof.contributions()) {
        if (!lost.contains(each)
            && !Contributions.isAvailable(each, question.reached(), contributing)) {
          lost.add(each);
          changed = true;
        }
      }
      contributing.clear();
      proof.contributions().stream()
          .filter(each -> !lost.contains(each))
          .forEach(each -> contributing.add(each.contributor()));
    }
    List<Contribution> behind =
        proof.contributions().stream().filter(each -> each.supports(commitment.id())).toList();
    return behind.isEmpty() || behind.stream().anyMatch(each -> !lost.contains(each));
  }

  private @Nullable Reason outOfForce(Commitment commitment, long moment) {
    long from = Moments.ALWAYS;
    for (String milestone : commitment.term().milestones()) {
      long reached = Moments.NEVER;
      for (LoggedFact each : question.assumed()) {
        if (each.fact() instanceof Fact.Milestone(String name) && name.equals(milestone)) {
          reached = Math.min(reached, each.earliest());
        }
      }
      from = Math.max(from, reached);
    }
    if (moment < from) {
      return Reason.BEFORE_ACTIVATION;
    }
    if (question.voidFrom().getOrDefault(commitment.id(), Moments.NEVER) <= moment) {
      return Reason.VOIDED;
    }
    if (moment >= end(commitment, from)) {
      return Reason.AFTER_END;
    }
    return isSuspended(commitment, moment) ? Reason.SUSPENDED : null;
  }

  private long end(Commitment commitment, long from) {
    long end =
        commitment.term().lasts() == null ? Moments.NEVER : commitment.term().lasts().after(from);
    List<LoggedFact> inTime = new ArrayList<>(question.assumed());
    inTime.sort(
        java.util.Comparator.comparingLong(LoggedFact::earliest)
            .thenComparing(LoggedFact.AS_RECORDED));
    for (LoggedFact each : inTime) {
      if (each.fact() instanceof Fact.Extension(GuaranteeId id, long until)
          && id.equals(commitment.id())
          && commitment.term().isExtendable()
          && each.earliest() < end) {
        end = Math.max(end, until);
      }
    }
    for (LoggedFact each : inTime) {
      if (each.fact() instanceof Fact.Termination(GuaranteeId id, _)
          && id.equals(commitment.id())) {
        end = Math.min(end, each.earliest());
      }
    }
    return end;
  }

  private boolean isSuspended(Commitment commitment, long moment) {
    List<LoggedFact> inTime = new ArrayList<>(question.assumed());
    inTime.sort(
        java.util.Comparator.comparingLong(LoggedFact::earliest)
            .thenComparing(LoggedFact.AS_RECORDED));
    Set<PartyId> holders = new HashSet<>();
    for (LoggedFact each : inTime) {
      if (each.earliest() <= moment
          && each.fact() instanceof Fact.Suspension(GuaranteeId id, PartyId by, boolean begins)
          && id.equals(commitment.id())) {
        if (begins) {
          holders.add(by);
        } else {
          holders.remove(by);
        }
      }
    }
    return !holders.isEmpty();
  }
}
