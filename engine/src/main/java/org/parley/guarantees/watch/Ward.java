package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.fold.Dossier;
import org.parley.guarantees.fold.Fold;
import org.parley.guarantees.fold.Outcome;
import org.parley.guarantees.fold.Standing;
import org.parley.guarantees.fold.Worlds;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.IncidentPattern;

/// A commitment with the state common to its duties: its term, possible voidings and, for
/// multi-incident triggers, their neighbourhoods.
final class Ward extends Fold {

  /// Its index among the commitments.
  final int number;

  /// Whether another commitment waits for its breach.
  boolean isLinked;

  /// The neighbourhoods of its incidents; null if its duties depend on one alone.
  private final @Nullable Surroundings surroundings;

  private List<LoggedFact> terms = List.of();
  private List<Followed> voiders = List.of();
  private Standing standing;

  private final int mostBoxes;
  private final IncidentPattern[] touching;
  private final IncidentPattern[] voiding;

  /// Whether a single trigger pattern is all that can affect it.
  private final boolean isSimple;

  private final Dossier recorded = new Dossier("");

  /// @param like the term of another commitment, shared if equal
  /// @param mostBoxes the most boxes of a split
  Ward(Commitment commitment, Common common, int number, @Nullable Standing like, int mostBoxes) {
    super(commitment, common);
    this.number = number;
    this.mostBoxes = mostBoxes;
    List<IncidentPattern> patterns = new ArrayList<>(triggering());
    for (Tier tier : commitment.ladder()) {
      if (tier.when() instanceof Tier.When.IfContinued(IncidentPattern pattern, _)) {
        patterns.add(pattern);
      }
    }
    this.touching = patterns.toArray(IncidentPattern[]::new);
    this.voiding =
        commitment.voiding().stream()
            .map(each -> IncidentPatterns.of(each.cause()))
            .toArray(IncidentPattern[]::new);
    this.isSimple = touching.length == 1;
    OptionalLong widest =
        commitment.windowsAround().mapToLong(each -> each.length().atMostSeconds()).max();
    this.surroundings =
        widest.isPresent() ? new Surroundings(reach(commitment, widest.getAsLong())) : null;
    Standing drawn = Standing.exactly(commitment, terms, voiders);
    this.standing = like != null && drawn.equals(like) ? like : drawn;
  }

  /// The largest distance at which two incidents affect each other. For a counting trigger, those
  /// before the previous one may.
  private static long reach(Commitment commitment, long widest) {
    return commitment.trigger() instanceof Trigger.Happens ? widest : 2 * widest;
  }

  boolean looksAround() {
    return surroundings != null;
  }

  /// Every pattern that affects or voids it.
  List<IncidentPattern> patterns() {
    List<IncidentPattern> patterns = new ArrayList<>(Arrays.asList(touching));
    patterns.addAll(Arrays.asList(voiding));
    return patterns;
  }

  /// Marks that the last entry of an incident reports its trigger.
  void enter(Followed dossier) {
    if (isSimple) {
      know(dossier);
    }
  }

  /// Whether this pattern is all that affects or voids it.
  boolean onlyTouchedBy(IncidentPattern pattern) {
    return isSimple && commitment.voiding().isEmpty() && touching[0].equals(pattern);
  }

  /// Whether such reports make an incident part of a trigger or of a tier's condition.
  boolean isTouchedBy(What what) {
    for (IncidentPattern each : touching) {
      if (IncidentPatterns.mayMatch(each, what)) {
        return true;
      }
    }
    return false;
  }

  boolean isVoidedBy(What what) {
    for (IncidentPattern each : voiding) {
      if (IncidentPatterns.mayMatch(each, what)) {
        return true;
      }
    }
    return false;
  }

  /// Adds an entry about its term, or a correction of one.
  void addTerm(LoggedFact entry) {
    recorded.add(entry);
  }

  private boolean isOwnTerm(Fact fact) {
    return switch (fact) {
      case Fact.Milestone(String name) -> commitment.term().milestones().contains(name);
      case Fact.Suspension suspension -> suspension.guarantee().equals(commitment.id());
      case Fact.Extension extension -> extension.guarantee().equals(commitment.id());
      case Fact.Termination termination -> termination.guarantee().equals(commitment.id());
      case Fact.Report _,
          Fact.Finding _,
          Fact.Ballot _,
          Fact.Act _,
          Fact.Waiver _,
          Fact.Invocation _,
          Fact.Retraction _ ->
          false;
    };
  }

  /// Adds an incident reported as one that voids it.
  void addVoider(Followed dossier) {
    if (dossier.voids(this)) {
      weigh(dossier);
    }
  }

  /// Takes an incident reported as one that voids it for a voiding, unless nothing on record may
  /// find it to be one.
  ///
  /// @return whether its term may have changed
  boolean weigh(Followed dossier) {
    int place = voiders.indexOf(dossier);
    boolean mayVoid = mayVoid(dossier);
    if (mayVoid && place < 0) {
      voiders = voiders.isEmpty() ? new ArrayList<>(1) : voiders;
      voiders.add(dossier);
    } else if (!mayVoid && place >= 0) {
      voiders.remove(place);
    }
    return mayVoid || place >= 0;
  }

  /// Recomputes its term after new entries about it or about voiding incidents.
  ///
  /// @param like the term of another commitment, shared if equal
  /// @return its term
  Standing restand(@Nullable Standing like) {
    List<LoggedFact> now = new ArrayList<>();
    for (LoggedFact each : recorded.entries()) {
      if (isOwnTerm(each.fact())) {
        now.add(each);
      }
    }
    terms = now.isEmpty() ? List.of() : now;
    Standing drawn = Standing.exactly(commitment, terms, voiders);
    standing = like != null && drawn.equals(like) ? like : drawn;
    return standing;
  }

  /// Forgets an incident it watches.
  void forget(Followed dossier) {
    if (surroundings != null) {
      surroundings.remove(dossier);
    }
  }

  Standing standing() {
    return standing;
  }

  List<LoggedFact> terms() {
    return terms;
  }

  /// Sorts an incident in by its time, if it has neighbourhoods.
  void place(Followed dossier) {
    if (surroundings != null) {
      surroundings.place(dossier, mayAffectOthers(dossier));
    }
  }

  /// One incident, and those near it that may affect its duties.
  private List<Followed> around(Followed dossier) {
    return surroundings == null || dossier.earliest() == Moments.NEVER
        ? dossier.alone()
        : surroundings.affecting(dossier);
  }

  /// The other incidents with duties that may depend on this one at its current time.
  List<Followed> dependents(Followed dossier) {
    if (surroundings == null || dossier.earliest() == Moments.NEVER || !mayAffectOthers(dossier)) {
      return List.of();
    }
    List<Followed> dependents = new ArrayList<>();
    for (Followed each : surroundings.around(dossier)) {
      if (each != dossier && isNear(each, dossier, surroundings.closes(each))) {
        dependents.add(each);
      }
    }
    return dependents;
  }

  /// Folds, and records the moment from which no other incident affects the result.
  void follow(Followed dossier, long t, Outcome out) {
    refold(dossier, t, out);
    if (surroundings != null) {
      surroundings.close(dossier, out.until);
    }
  }

  void refold(Followed dossier, long t, Outcome out) {
    Worlds.fold(this, mostBoxes, dossier, around(dossier), terms, voiders, standing, t, out);
  }

  /// The verdicts on its duties for one incident.
  List<DutyVerdict> verdicts(Followed dossier, Outcome outcome, long t, long k) {
    List<DutyVerdict> result = new ArrayList<>();
    List<String> because = because(dossier, outcome.until);
    for (int duty = 0; duty < duties(); duty++) {
      Lifecycle state = outcome.states[duty];
      Set<Lifecycle> possible = states(outcome.possible[duty]);
      long settled =
          Moments.plus(
              outcome.deadlines[duty] == Moments.NEVER ? dossier.latest() : outcome.deadlines[duty],
              commitment.graceSeconds());
      boolean isFinal =
          !state.isOpen() && state != Lifecycle.UNDETERMINED && t > settled && k >= settled;
      result.add(
          new DutyVerdict(
              duty(dossier.incident, duty),
              state,
              possible,
              outcome.deadlines[duty],
              isFinal,
              because,
              outcome.whys[duty],
              ifDoneBy(outcome.between, outcome.ifFirst[duty], outcome.ifOther[duty])));
    }
    return result;
  }

  private static List<DutyVerdict.IfDoneBy> ifDoneBy(
      List<PartyId> between, int ifFirst, int ifOther) {
    if (ifFirst == ifOther) {
      return List.of();
    }
    return List.of(
        new DutyVerdict.IfDoneBy(between.getFirst(), states(ifFirst)),
        new DutyVerdict.IfDoneBy(between.size() == 1 ? null : between.getLast(), states(ifOther)));
  }

  private static Set<Lifecycle> states(int bits) {
    Set<Lifecycle> states = new TreeSet<>();
    for (Lifecycle each : Lifecycle.values()) {
      if ((bits & each.bit()) != 0) {
        states.add(each);
      }
    }
    return states;
  }

  /// @param until the moment from which no other incident affects this one
  private List<String> because(Followed dossier, long until) {
    Set<String> ids = new TreeSet<>();
    for (Followed each : around(dossier)) {
      if (each == dossier || isNear(dossier, each, until)) {
        each.entries().forEach(entry -> ids.add(entry.id()));
      }
    }
    terms.forEach(entry -> ids.add(entry.id()));
    voiders.forEach(voider -> voider.entries().forEach(entry -> ids.add(entry.id())));
    return List.copyOf(ids);
  }
}
