package org.parley.bench.guarantees;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.watch.Watch;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// Benchmark of the watch over a million events, 72,000 of them attacks. One run is in order, one
/// has a record in twenty up to 30 days late.
///
/// The commitment is "Each verified attack is followed within 24 hours by a notice from each of
/// four guarantors". Speeds are per processor time of the process, see [Cost]. The breaches are
/// compared with an independent count before any speed is printed.
public final class MillionEvents {

  private static final int EVENTS = 1_000_000;
  private static final int ATTACKS = 72_000;
  private static final long DAY = 86_400;
  static final List<PartyId> GUARANTORS =
      List.of(new PartyId("US"), new PartyId("GB"), new PartyId("FR"), new PartyId("DE"));
  static final PartyId MONITOR = new PartyId("monitor");
  static final PartyId VICTIM = new PartyId("UA");
  static final PartyId AGGRESSOR = new PartyId("RU");

  private MillionEvents() {}

  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
    PrintStream out = System.out;
    List<LoggedFact> inOrder = log(1);
    List<LoggedFact> late = late(inOrder, 2);
    long expected = brokenPairs(inOrder);
    out.printf(
        Locale.ROOT,
        "%,d events, %,d attacks, %,d broken pairs by a separate count%n",
        inOrder.size(),
        ATTACKS,
        expected);
    measure("in order, everything kept", inOrder, expected, Moments.NEVER, runs, out);
    measure("in order, forgetting after 35 days", inOrder, expected, 35 * DAY, runs, out);
    measure("5 % up to 30 days late, kept", late, expected, Moments.NEVER, runs, out);
    measure("5 % up to 30 days late, forgetting", late, expected, 35 * DAY, runs, out);
  }

  private static void measure(
      String what, List<LoggedFact> log, long expected, long quiet, int runs, PrintStream out) {
    double[] rates = new double[runs];
    int remembered = 0;
    for (int run = 0; run < runs; run++) {
      Cost cost = Cost.begin();
      Watch watch =
          quiet == Moments.NEVER
              ? Watch.of(List.of(promise()), 0, null)
              : Watch.forgetting(List.of(promise()), 0, quiet, null);
      int most = 0;
      for (int i = 0; i < log.size(); i++) {
        watch.follow(log.get(i));
        if ((i & 0xFFFF) == 0) {
          most = Math.max(most, watch.remembered());
        }
      }
      double seconds = cost.seconds();
      watch.advanceTo(watch.now() + 3 * DAY);
      Map<Lifecycle, Long> tally = watch.tally();
      long broken =
          tally.getOrDefault(Lifecycle.BREACHED, 0L)
              + tally.getOrDefault(Lifecycle.FULFILLED_LATE, 0L);
      if (broken != expected) {
        throw new AssertionError(
            what + ": " + broken + " broken pairs, " + expected + " expected; " + tally);
      }
      rates[run] = log.size() / seconds;
      remembered = most;
    }
    Arrays.sort(rates);
    out.printf(
        Locale.ROOT,
        "%-38s %,12.0f events a second, median, %,.0f to %,.0f over %d runs; at most %,d incidents in memory%n",
        what,
        rates[runs / 2],
        rates[0],
        rates[runs - 1],
        runs,
        remembered);
  }

  private static Commitment promise() {
    return promise(
        new GuaranteeId("notice"),
        new Trigger.Happens(IncidentPattern.ofKind("attack").withTargets(VICTIM)));
  }

  /// A notice from each guarantor within 24 hours of the monitor's determination.
  static Commitment promise(GuaranteeId id, Trigger trigger) {
    return new Commitment(
        id,
        "A notice from each guarantor",
        GUARANTORS,
        Guarantee.Liability.EACH,
        VICTIM,
        Guarantee.Force.ACT,
        trigger,
        new Determination.FoundBy(MONITOR),
        List.of(
            new Tier(
                "notice",
                "notice",
                new Tier.When.AtOnce(),
                Guarantee.ClockFrom.OCCURRENCE,
                new Window(Period.hours(24), Within.LastInstant.IN_TIME))),
        new GuaranteeTerm(List.of(), null, false),
        List.of(),
        Guarantee.SuspendedClock.STOPS,
        new Escalation.None(),
        Guarantee.OpenDuties.SURVIVE,
        Arrays.asList(Guarantee.Tie.values()),
        30 * DAY,
        List.of());
  }

  /// Attacks about a minute apart, nine in ten verified within six hours. Of the notices, one in
  /// twenty is late and one in fifty never comes. The rest are incidents without any matching
  /// guarantee.
  static List<LoggedFact> log(long seed) {
    Random random = new Random(seed);
    List<LoggedFact> log = new ArrayList<>(EVENTS);
    What attack = What.of("attack", AGGRESSOR, VICTIM);
    for (int i = 0; i < ATTACKS; i++) {
      String name = "a" + i;
      long at = i * 600L + random.nextInt(600);
      add(log, at, "press", new Fact.Report(name, attack));
      if (random.nextInt(10) > 0) {
        add(log, at + random.nextInt(21_600), "monitor", new Fact.Finding(name, MONITOR, true));
      }
      for (PartyId each : GUARANTORS) {
        int chance = random.nextInt(100);
        if (chance >= 2) {
          long after = chance < 7 ? DAY + 1 + random.nextInt(86_400) : random.nextInt(86_401);
          add(log, at + after, each.value(), new Fact.Act(name, each, "notice"));
        }
      }
    }
    What[] noise = {
      What.of("explosion", AGGRESSOR, VICTIM),
      What.of("flight", AGGRESSOR, VICTIM),
      What.of("burst", VICTIM, AGGRESSOR)
    };
    for (int i = 0; log.size() < EVENTS; i++) {
      add(
          log,
          random.nextInt(ATTACKS * 600),
          "press",
          new Fact.Report("n" + i, noise[i % noise.length]));
    }
    log.sort(LoggedFact.AS_RECORDED);
    return asRead(log);
  }

  private static void add(List<LoggedFact> log, long at, String group, Fact fact) {
    log.add(LoggedFact.at("e" + log.size(), at, group, fact));
  }

  private static List<LoggedFact> late(List<LoggedFact> inOrder, long seed) {
    Random random = new Random(seed);
    List<LoggedFact> late = new ArrayList<>(inOrder.size());
    for (LoggedFact each : inOrder) {
      late.add(
          random.nextInt(20) == 0
              ? each.withRecorded(each.recorded() + random.nextInt(30 * 86_400))
              : each);
    }
    late.sort(Comparator.comparingLong(LoggedFact::recorded).thenComparing(LoggedFact::id));
    return asRead(late);
  }

  /// The log as a file reader would leave it in memory: in order of arrival, with separate copies
  /// of incident names.
  private static List<LoggedFact> asRead(List<LoggedFact> log) {
    List<LoggedFact> read = new ArrayList<>(log.size());
    for (LoggedFact each : log) {
      Fact fact =
          switch (each.fact()) {
            case Fact.Report(String incident, What what) -> new Fact.Report(copy(incident), what);
            case Fact.Finding(String incident, PartyId by, boolean isMet) ->
                new Fact.Finding(copy(incident), by, isMet);
            case Fact.Act(String incident, PartyId by, String act) ->
                new Fact.Act(copy(incident), by, act);
            case Fact other -> other;
          };
      read.add(
          new LoggedFact(
              each.id(),
              fact,
              each.earliest(),
              each.latest(),
              each.reported(),
              each.recorded(),
              each.source(),
              each.group(),
              each.supersedes()));
    }
    return read;
  }

  private static String copy(String name) {
    return new String(name.toCharArray());
  }

  /// The broken pairs, by nothing but maps.
  private static long brokenPairs(List<LoggedFact> log) {
    Map<String, Long> attacks = new HashMap<>();
    Set<String> verified = new HashSet<>();
    Map<String, Long> notices = new HashMap<>();
    for (LoggedFact each : log) {
      switch (each.fact()) {
        case Fact.Report(String incident, What what) when what.kind().equals("attack") ->
            attacks.put(incident, each.earliest());
        case Fact.Finding finding -> verified.add(finding.incident());
        case Fact.Act act ->
            notices.merge(act.incident() + "/" + act.by(), each.earliest(), Math::min);
        default -> {}
      }
    }
    long broken = 0;
    for (String attack : verified) {
      for (PartyId each : GUARANTORS) {
        Long at = attacks.get(attack);
        Long notice = notices.get(attack + "/" + each);
        if (at != null && (notice == null || notice > at + DAY)) {
          broken++;
        }
      }
    }
    return broken;
  }
}
