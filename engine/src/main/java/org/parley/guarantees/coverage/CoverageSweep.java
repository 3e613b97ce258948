package org.parley.guarantees.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Finding;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.coverage.Coverage.Answer;
import org.parley.guarantees.coverage.Coverage.Question;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.coverage.Coverage.Silence;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.fold.Standing;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.ContributionId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;

/// Sweeps the moments at which a guarantee changes; it is constant between two of them.
public final class CoverageSweep {

  private final Question question;
  private final List<Commitment> commitments;
  private final List<Standing> standings;
  private final Map<GuaranteeId, Boolean> backed = new HashMap<>();

  /// The party that breaks its promises; null if nobody does.
  private final @Nullable PartyId breaking;

  private CoverageSweep(
      Question question,
      List<Commitment> commitments,
      List<Contribution> contributions,
      @Nullable PartyId breaking) {
    this.question = question;
    this.breaking = breaking;
    this.commitments = commitments;
    this.standings =
        commitments.stream().map(each -> Standing.assuming(each, question.assumed())).toList();
    Set<ContributionId> available = Burden.available(contributions, question.reached());
    for (Commitment commitment : commitments) {
      List<Contribution> behind =
          contributions.stream().filter(each -> each.supports(commitment.id())).toList();
      backed.put(
          commitment.id(),
          behind.isEmpty() || behind.stream().anyMatch(each -> available.contains(each.id())));
    }
  }

  /// The coverage, proved.
  public static Finding<Coverage> sweep(
      Question question, List<Commitment> commitments, List<Contribution> contributions) {
    Coverage coverage = new CoverageSweep(question, commitments, contributions, null).coverage();
    return new Finding.Proved<>(
        coverage, new Coverage.Proof(question, commitments, contributions, coverage));
  }

  /// The holes that open if `party` breaks every promise from the start on. Its own promises no
  /// longer answer, and those linked to them are void. A promise of the party in breach no longer
  /// answers where it is that party.
  public static List<Strip> cascade(
      Question question,
      List<Commitment> commitments,
      List<Contribution> contributions,
      PartyId party) {
    Set<GuaranteeId> broken = new HashSet<>();
    for (Commitment each : commitments) {
      boolean isAlone =
          each.liability() == Guarantee.Liability.JOINTLY || each.obligors().size() == 1;
      if (each.obligors().contains(party) && isAlone) {
        broken.add(each.id());
      }
    }
    Set<GuaranteeId> breachedInPart = new HashSet<>();
    commitments.stream()
        .filter(each -> each.obligors().contains(party))
        .forEach(each -> breachedInPart.add(each.id()));
    Map<GuaranteeId, Long> lapses = new HashMap<>(question.voidFrom());
    for (Commitment each : commitments) {
      boolean isLinked =
          each.voiding().stream()
              .anyMatch(
                  voiding ->
                      voiding.cause() instanceof Voiding.Cause.BreachOf(GuaranteeId other)
                          && breachedInPart.contains(other));
      if (isLinked || broken.contains(each.id())) {
        lapses.merge(each.id(), question.from(), Math::min);
      }
    }
    List<Contribution> left =
        contributions.stream().filter(each -> !each.contributor().equals(party)).toList();
    List<Strip> before =
        new CoverageSweep(question, commitments, contributions, null).coverage().holes();
    return new CoverageSweep(question.withVoidFrom(lapses), commitments, left, party)
        .coverage().holes().stream().flatMap(hole -> without(hole, before).stream()).toList();
  }

  /// The parts of a hole that were not holes before.
  private static List<Strip> without(Strip hole, List<Strip> before) {
    List<Strip> left = List.of(hole);
    for (Strip old : before) {
      List<Strip> next = new ArrayList<>();
      for (Strip each : left) {
        if (old.threat() != each.threat()
            || old.until() <= each.from()
            || old.from() >= each.until()) {
          next.add(each);
          continue;
        }
        if (each.from() < old.from()) {
          next.add(cut(each, each.from(), old.from()));
        }
        if (old.until() < each.until()) {
          next.add(cut(each, old.until(), each.until()));
        }
      }
      left = next;
    }
    return left;
  }

  private static Strip cut(Strip strip, long from, long until) {
    return new Strip(strip.threat(), from, until, strip.answers(), strip.silences());
  }

  private Coverage coverage() {
    TreeSet<Long> edges = new TreeSet<>(List.of(question.from()));
    for (int i = 0; i < commitments.size(); i++) {
      Standing standing = standings.get(i);
      edges.add(standing.from());
      edges.add(standing.end());
      standing.suspensions().forEach(each -> edges.addAll(List.of(each.from(), each.until())));
      Long lapse = question.voidFrom().get(commitments.get(i).id());
      if (lapse != null) {
        edges.add(lapse);
      }
    }
    List<Strip> strips = new ArrayList<>();
    for (int threat = 0; threat < question.threats().size(); threat++) {
      Strip open = null;
      for (long edge : edges.subSet(question.from(), true, question.until(), false)) {
        Strip here = at(threat, edge);
        if (open == null) {
          open = here;
        } else if (!open.answers().equals(here.answers())
            || !open.silences().equals(here.silences())) {
          strips.add(cut(open, open.from(), edge));
          open = here;
        }
      }
      strips.add(Objects.requireNonNull(open));
    }
    return new Coverage(strips);
  }

  private Strip at(int threat, long moment) {
    List<Answer> answers = new ArrayList<>();
    List<Silence> silences = new ArrayList<>();
    What what = question.threats().get(threat);
    for (int i = 0; i < commitments.size(); i++) {
      Commitment commitment = ifDone(commitments.get(i), what);
      if (commitment == null) {
        silences.add(new Silence(commitments.get(i).id(), Reason.OUT_OF_REACH));
        continue;
      }
      Reason reason = silence(commitment, standings.get(i), what, moment);
      if (reason == null && commitments.get(i).isOfPartyInBreach() && isBroken(commitment)) {
        reason = Reason.VOIDED;
      }
      if (reason != null) {
        silences.add(new Silence(commitment.id(), reason));
        continue;
      }
      for (int tier = 0; tier < commitment.ladder().size(); tier++) {
        Tier each = commitment.ladder().get(tier);
        if (each.when() instanceof Tier.When.AtOnce) {
          answers.add(
              new Answer(
                  commitment.id(),
                  tier,
                  commitment.obligors(),
                  commitment.force(),
                  each.clockFrom(),
                  each.within().length().atMostSeconds()));
        }
      }
    }
    return new Strip(threat, moment, question.until(), answers, silences);
  }

  /// The commitment as it is owed if this happens; null if nobody in it is in breach then.
  private static @Nullable Commitment ifDone(Commitment commitment, What what) {
    if (!commitment.isOfPartyInBreach()) {
      return commitment;
    }
    PartyId actor = what.actor();
    return actor == null ? null : commitment.ifBreachedBy(actor);
  }

  private boolean isBroken(Commitment owed) {
    return breaking != null && owed.obligors().contains(breaking);
  }

  private @Nullable Reason silence(
      Commitment commitment, Standing standing, What what, long moment) {
    Reason unreached = CoverageReach.of(commitment.trigger(), what);
    if (unreached != null) {
      return unreached;
    }
    boolean isWeak = commitment.force().compareTo(question.leastForce()) < 0;
    if (isWeak && commitment.force() != Guarantee.Force.ASSIST_AT_DISCRETION) {
      return Reason.TOO_WEAK;
    }
    if (commitment.ladder().stream().noneMatch(tier -> tier.when() instanceof Tier.When.AtOnce)) {
      return Reason.NOTHING_AT_ONCE;
    }
    if (moment < standing.from()) {
      return Reason.BEFORE_ACTIVATION;
    }
    Long lapse = question.voidFrom().get(commitment.id());
    if (lapse != null && moment >= lapse) {
      return Reason.VOIDED;
    }
    if (moment >= standing.end()) {
      return Reason.AFTER_END;
    }
    if (standing.isSuspendedAt(moment)) {
      return Reason.SUSPENDED;
    }
    Set<PartyId> against = new HashSet<>(question.opposed());
    if (what.actor() != null) {
      against.add(what.actor());
    }
    Reason undetermined = CoverageReach.of(commitment.determination(), commitment, against);
    if (undetermined != null && !undetermined.isDiscretion()) {
      return undetermined;
    }
    if (!Boolean.TRUE.equals(backed.get(commitment.id()))) {
      return Reason.CONTRIBUTORS_CONDITIONAL;
    }
    return undetermined == null && isWeak ? Reason.AT_DISCRETION : undetermined;
  }
}
