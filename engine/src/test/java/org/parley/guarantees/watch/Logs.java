package org.parley.guarantees.watch;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.parley.exact.CalendarArithmetic;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Guarantee.Force;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.OpenDuties;
import org.parley.model.guarantee.Guarantee.SuspendedClock;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// Seeded commitments and logs of a very small world, in which coincidences are the rule.
public final class Logs {

  public static final long END = 40;
  private static final PartyId[] PARTIES = {Promise.A, Promise.B, Promise.C, Promise.X};
  private static final String[] KINDS = {"attack", "strike", "provocation"};
  private static final String[] ACTS = {"notice", "help"};

  private final Random random;
  private final Map<String, Long> moments = new HashMap<>();
  private int next;

  /// How many incidents there are at most: the fewer, the more is told of each.
  private int incidents = 4;

  /// How many more reports may leave open who did it.
  private int unattributed;

  /// Whether only what is often asked for is asked for, so that more of it comes about.
  private final boolean isPlain;

  public Logs(long seed) {
    this.random = new Random(seed);
    this.isPlain = seed % 4 != 3;
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  public List<Commitment> commitments() {
    List<Commitment> result = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      result.add(commitment("g" + i));
    }
    return result;
  }

  /// Commitments each of which waits for the breach of the one before it; sometimes the first waits
  /// for that of the last.
  public List<Commitment> linked() {
    boolean isRing = chance(40);
    List<Commitment> result = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Promise promise = promise("g" + i);
      String before = "g" + (i + 2) % 3;
      if (i == 0) {
        promise.trigger = new Trigger.Happens(IncidentPattern.ofKind("attack"));
        promise.determination = new Determination.SelfEvident();
        promise.term = new GuaranteeTerm(List.of(), null, false);
        promise.voiding = List.of();
      }
      if (i > 0 && chance(50)) {
        promise.trigger =
            new Trigger.Either(
                List.of(
                    new Trigger.Happens(
                        IncidentPattern.ofKind(IncidentPatterns.BREACH).withTraits(before)),
                    promise.trigger));
        promise.determination = new Determination.SelfEvident();
      } else if (i > 0 || isRing) {
        promise.voiding =
            List.of(
                new Voiding(
                    new Voiding.Cause.BreachOf(new GuaranteeId(before)),
                    new Determination.SelfEvident(),
                    one(Voiding.VoidFrom.values()),
                    one(Voiding.Ends.values()),
                    List.of()));
      }
      result.add(promise.build());
    }
    return result;
  }

  private Commitment commitment(String id) {
    return promise(id).build();
  }

  private Promise promise(String id) {
    Promise promise = Promise.named(id);
    promise.obligors = chance(50) ? List.of(Promise.A) : List.of(Promise.A, Promise.C);
    promise.liability = one(Liability.values());
    promise.force = one(Force.values());
    promise.beneficiary = chance(10) ? null : Promise.B;
    promise.clauses = List.of("art-1", "art-2").subList(0, random.nextInt(3));
    promise.trigger = trigger(2);
    promise.determination = determination(2);
    for (int i = 0; i <= random.nextInt(2); i++) {
      String act = one(ACTS);
      promise.ladder.add(
          new Tier(
              act + i,
              act,
              chance(70) ? new Tier.When.AtOnce() : new Tier.When.IfContinued(pattern(), window()),
              one(ClockFrom.values()),
              window()));
    }
    List<String> milestones = new ArrayList<>();
    if (chance(30)) {
      milestones.add("ceasefire");
    }
    if (chance(8)) {
      milestones.add("ratified");
    }
    promise.term =
        new GuaranteeTerm(
            milestones,
            chance(30) && !milestones.isEmpty()
                ? chance(80) ? new Period.Seconds(random.nextInt(30)) : rare()
                : null,
            chance(50));
    if (chance(30)) {
      promise.voiding = chance(70) ? List.of(voiding()) : List.of(voiding(), voiding());
    }
    promise.suspendedClock = one(SuspendedClock.values());
    promise.escalation =
        switch (random.nextInt(6)) {
          case 0 ->
              new Escalation.Automatic(chance(80) ? new Period.Seconds(random.nextInt(5)) : rare());
          case 1 ->
              new Escalation.ByPower(
                  chance(80)
                      ? Set.of(Promise.B)
                      : chance(50) ? Set.of(Promise.B, Promise.C) : Set.of());
          case 2 -> new Escalation.Snapback(window(), council("stop"));
          default -> new Escalation.None();
        };
    promise.openDuties = one(OpenDuties.values());
    List<Tie> ties = new ArrayList<>(Arrays.asList(Tie.values()));
    Collections.shuffle(ties, random);
    promise.ties = ties;
    promise.grace = random.nextInt(4);
    return promise;
  }

  /// A rule of determination.
  public static Determination determination(Random random) {
    return new Logs(random.nextLong()).determination(2);
  }

  private Voiding voiding() {
    return new Voiding(
        chance(50)
            ? new Voiding.Cause.Happens(IncidentPattern.ofKind("provocation"))
            : new Voiding.Cause.BreachOf(new GuaranteeId("g0")),
        determination(1),
        one(Voiding.VoidFrom.values()),
        one(Voiding.Ends.values()),
        List.of());
  }

  private Window window() {
    return new Window(
        isPlain || chance(85) ? new Period.Seconds(random.nextInt(9)) : rare(),
        one(LastInstant.values()));
  }

  /// A length of the calendar, which in this world is none or too long, or no end.
  private Period rare() {
    return chance(40)
        ? new Period.Endless()
        : new Period.Calendar(
            new CalendarArithmetic.Length(0, random.nextInt(2), random.nextInt(2)),
            chance(50) ? CalendarArithmetic.Rounding.UP : CalendarArithmetic.Rounding.DOWN,
            chance(50) ? ZoneOffset.UTC : ZoneId.of("Europe/Kyiv"));
  }

  private IncidentPattern pattern() {
    if (chance(8)) {
      return IncidentPattern.ofKind(IncidentPatterns.BREACH).withTraits("g0");
    }
    IncidentPattern pattern = IncidentPattern.ofKind(chance(60) ? "attack" : one(KINDS));
    if (!isPlain && chance(20)) {
      pattern =
          new IncidentPattern(
              chance(50) ? List.of() : List.of("attack", "strike"),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              null);
    }
    if (isPlain && chance(80)) {
      return pattern;
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> pattern.withSeverityAtLeast(one(IncidentPattern.Estimate.values()), 5);
      case 2, 3 -> pattern.withActors(Promise.X);
      case 4 -> pattern.withActors(Promise.X, Promise.C);
      case 5 -> chance(50) ? pattern.withTargets(Promise.B) : pattern.withTargets(PARTIES);
      case 6 -> chance(50) ? pattern.withPlaces("UA") : pattern.withPlaces("UA-14", "UA-1");
      case 7 -> chance(50) ? pattern.withTraits("grave") : pattern.withTraits("grave", "new");
      default -> pattern;
    };
  }

  private Trigger trigger(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 6)) {
      case 0 ->
          new Trigger.Repeated(
              pattern(), 1 + random.nextInt(3), window(), one(Guarantee.Trigger.Fires.values()));
      case 1 ->
          new Trigger.Combined(
              chance(80) ? List.of(pattern(), pattern()) : List.of(pattern()), window());
      case 6 ->
          new Trigger.Either(
              chance(80)
                  ? List.of(trigger(depth - 1), trigger(depth - 1))
                  : chance(50) ? List.of(trigger(depth - 1)) : List.of());
      default -> new Trigger.Happens(pattern());
    };
  }

  private Determination.Council council(String question) {
    if (chance(10)) {
      return new Determination.Council(Promise.X, question, List.of(Promise.A), 1, List.of());
    }
    return new Determination.Council(
        Promise.X,
        question,
        List.of(Promise.A, Promise.B, Promise.C),
        1 + random.nextInt(2),
        chance(50) ? List.of() : chance(80) ? List.of(Promise.C) : List.of(Promise.A, Promise.C));
  }

  private List<Determination> rules(int depth) {
    return chance(80)
        ? List.of(determination(depth - 1), determination(0))
        : chance(50) ? List.of(determination(0)) : List.of();
  }

  private Determination determination(int depth) {
    if (!isPlain && chance(6)) {
      return new Determination.NotStated();
    }
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0, 1 -> new Determination.SelfEvident();
      case 2, 3 ->
          new Determination.IndependentReports(
              1 + random.nextInt(2),
              chance(70) ? List.of() : chance(80) ? List.of("one", "two") : List.of("one"));
      case 4 -> new Determination.FoundBy(Promise.X);
      case 5 -> new Determination.EachObligor();
      case 6 -> council("met");
      case 7 -> new Determination.AnyOf(rules(depth));
      default -> new Determination.AllOf(rules(depth));
    };
  }

  /// A log of about `size` entries, in the order of recording.
  ///
  /// @param unsure how many entries at most have unsure times
  public List<LoggedFact> log(int size, int unsure) {
    moments.clear();
    incidents = unsure > 0 ? 2 : 4;
    unattributed = unsure;
    List<LoggedFact> log = new ArrayList<>();
    int left = unsure;
    for (int i = 0; i < size; i++) {
      Fact fact = fact();
      long happened = random.nextInt((int) END);
      String incident = fact.incident();
      if (fact instanceof Fact.Milestone) {
        happened = random.nextInt(12);
      } else if (fact instanceof Fact.Report && incident != null) {
        happened = happened(incident) + (left > 0 && chance(10) ? 1 : 0);
      } else if (incident != null && chance(75)) {
        // what is done about an incident is done soon after it
        happened = happened(incident) + random.nextInt(10);
      }
      boolean bears =
          fact instanceof Fact.Report || fact instanceof Fact.Act || fact instanceof Fact.Finding;
      long width = left > 0 && bears && chance(70) ? 1 + random.nextInt(unsure > 2 ? 4 : 7) : 0;
      left -= width > 0 ? 1 : 0;
      long reported = happened + random.nextInt(6);
      long recorded = reported + (chance(20) ? random.nextInt(20) : 0);
      String supersedes = null;
      if (!log.isEmpty() && chance(12)) {
        LoggedFact earlier = log.get(random.nextInt(log.size()));
        supersedes = earlier.id();
        String about = earlier.fact().incident();
        fact = chance(60) ? new Fact.Retraction(about) : earlier.fact();
        happened = earlier.earliest();
      }
      log.add(
          new LoggedFact(
              "e" + String.format(Locale.ROOT, "%03d", next++),
              fact,
              happened,
              happened + width,
              reported,
              recorded,
              "source",
              one(new String[] {"one", "two", "three"}),
              supersedes));
    }
    log.sort(LoggedFact.AS_RECORDED);
    return log;
  }

  /// When an incident happened; all its reports say so, within a second or two.
  private long happened(String incident) {
    return moments.computeIfAbsent(incident, _ -> 2L + random.nextInt((int) END - 10));
  }

  private Fact fact() {
    String incident = "i" + random.nextInt(incidents);
    GuaranteeId guarantee = new GuaranteeId("g" + random.nextInt(3));
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> new Fact.Report(incident, what());
      case 5, 6 -> new Fact.Finding(incident, chance(60) ? Promise.X : owing(), chance(85));
      case 7, 8 ->
          new Fact.Ballot(
              incident, Promise.X, one(new String[] {"met", "stop"}), one(PARTIES), chance(75));
      case 9, 10, 11, 12, 13 ->
          new Fact.Act(incident, chance(80) ? owing() : one(PARTIES), one(ACTS));
      case 14 ->
          chance(50)
              ? new Fact.Waiver(incident, guarantee)
              : new Fact.Invocation(incident, guarantee, Promise.B);
      case 15, 16 -> new Fact.Milestone(one(new String[] {"ceasefire", "ceasefire", "ratified"}));
      case 17, 18 -> new Fact.Suspension(guarantee, one(PARTIES), chance(45));
      default ->
          chance(60)
              ? new Fact.Extension(guarantee, random.nextInt(60))
              : new Fact.Termination(guarantee, Promise.B);
    };
  }

  private What withTraits(What what) {
    return chance(50) ? what.withTraits("grave") : what.withTraits("grave", "new");
  }

  private PartyId owing() {
    return chance(60) ? Promise.A : Promise.C;
  }

  private What what() {
    String kind = chance(60) ? "attack" : one(KINDS);
    What what = What.of(kind, one(PARTIES), Promise.B);
    if (chance(10)) {
      return new What(IncidentPatterns.BREACH, Promise.A, Promise.B, null, Set.of("g0"), 0, 0, 0);
    }
    if (unattributed > 0 && chance(30)) {
      unattributed--;
      List<PartyId> between =
          chance(80)
              ? List.of(Promise.X, one(new PartyId[] {Promise.B, Promise.C}))
              : List.of(Promise.X);
      return new What(kind, null, null, between, null, Set.of(), 0, chance(70) ? 0 : 6, 9);
    }
    if (chance(10)) {
      return chance(50)
          ? new What(kind, null, Promise.B, null, Set.of(), 0, 0, 0)
          : new What(kind, one(PARTIES), null, null, Set.of(), 0, 0, 0);
    }
    what = chance(15) ? what.withPlace(chance(50) ? "UA-14" : "UA") : what;
    what = chance(15) ? withTraits(what) : what;
    return chance(30) ? what.withSeverity(0, random.nextInt(9), 9) : what;
  }
}
