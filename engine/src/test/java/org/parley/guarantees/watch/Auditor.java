package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.OpenDuties;
import org.parley.model.guarantee.Guarantee.SuspendedClock;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within;

/// The same states a second time, in the most obvious way: every world that the times and the order
/// of incident and answer allow, and in each world every duty, moment by moment, with a clock that
/// ticks. Slow, and shares no code with the monitor beyond the records themselves.
final class Auditor {

  private final List<Commitment> commitments;
  private final List<LoggedFact> entries;
  private final long t;
  private final Map<String, List<LoggedFact>> about;
  private final Set<String> incidents = new TreeSet<>();

  /// For each incident and each two between whom it may lie, what stands for who did it: 0 for the
  /// first of them.
  private final Map<Between, Object> blamed = new HashMap<>();

  private record Between(String incident, List<PartyId> parties) {}

  // Each entry is one object, and each incident the name that `incidents` holds.
  private final IdentityHashMap<Object, Long> when = new IdentityHashMap<>();

  private Auditor(List<Commitment> commitments, List<LoggedFact> entries, long t) {
    this.commitments = commitments;
    this.entries = entries;
    this.t = t;
    about = entries.stream().collect(Collectors.groupingBy(Auditor::home));
    for (LoggedFact each : entries) {
      if (each.fact() instanceof Fact.Report(String incident, What what)) {
        incidents.add(incident);
        if (!what.between().isEmpty()) {
          blamed.computeIfAbsent(new Between(incident, what.between()), _ -> new Object());
        }
      }
    }
  }

  /// Every duty with every state it may be in.
  static Map<Duty, Set<Lifecycle>> audit(
      List<Commitment> commitments, List<LoggedFact> log, long t, long k) {
    Auditor auditor = new Auditor(commitments, standing(log, k), t);
    Map<Duty, Set<Lifecycle>> result = new TreeMap<>();
    auditor.tryWorlds(auditor.unsure(), 0, result);
    return result;
  }

  private static String home(LoggedFact entry) {
    String incident = entry.fact().incident();
    return incident == null ? "" : incident;
  }

  private static List<LoggedFact> standing(List<LoggedFact> log, long k) {
    List<LoggedFact> visible =
        new ArrayList<>(log.stream().filter(each -> each.recorded() <= k).toList());
    visible.sort(
        Comparator.comparingLong(LoggedFact::recorded).thenComparing(LoggedFact::id).reversed());
    Set<String> gone = new HashSet<>();
    List<LoggedFact> result = new ArrayList<>();
    for (LoggedFact each : visible) {
      if (gone.contains(home(each) + "/" + each.id())) {
        continue;
      }
      if (each.supersedes() != null) {
        gone.add(home(each) + "/" + each.supersedes());
      }
      if (!(each.fact() instanceof Fact.Retraction)) {
        result.add(each);
      }
    }
    return result;
  }

  private IdentityHashMap<Object, long[]> unsure() {
    IdentityHashMap<Object, long[]> result = new IdentityHashMap<>();
    for (LoggedFact each : entries) {
      if (!(each.fact() instanceof Fact.Report)) {
        result.put(each, new long[] {each.earliest(), each.latest()});
      }
    }
    for (Object each : blamed.values()) {
      result.put(each, new long[] {0, 1});
    }
    for (String incident : incidents) {
      long from = Long.MIN_VALUE;
      long to = Long.MAX_VALUE;
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (LoggedFact each : entries) {
        if (each.fact() instanceof Fact.Report(String about, _) && about.equals(incident)) {
          from = Math.max(from, each.earliest());
          to = Math.min(to, each.latest());
          first = Math.min(first, each.earliest());
          last = Math.max(last, each.latest());
        }
      }
      result.put(incident, from <= to ? new long[] {from, to} : new long[] {first, last});
    }
    return result;
  }

  private void tryWorlds(
      IdentityHashMap<Object, long[]> ranges, int index, Map<Duty, Set<Lifecycle>> result) {
    List<Object> keys = new ArrayList<>(ranges.keySet());
    if (index == keys.size()) {
      if (!isInOrder(ranges)) {
        return;
      }
      for (Commitment commitment : commitments) {
        for (String incident : incidents) {
          judge(commitment, incident, result);
        }
      }
      return;
    }
    long[] range = java.util.Objects.requireNonNull(ranges.get(keys.get(index)));
    for (long moment = range[0]; moment <= range[1]; moment++) {
      when.put(keys.get(index), moment);
      tryWorlds(ranges, index + 1, result);
    }
  }

  /// Whether nothing about an incident precedes it that its time on record lets follow it.
  private boolean isInOrder(IdentityHashMap<Object, long[]> ranges) {
    for (String incident : incidents) {
      long earliest = java.util.Objects.requireNonNull(ranges.get(incident))[0];
      for (LoggedFact each : about(incident)) {
        if (!(each.fact() instanceof Fact.Report)
            && each.latest() >= earliest
            && at(each) < at(incident)) {
          return false;
        }
      }
    }
    return true;
  }

  private long at(Object what) {
    Long moment = when.get(what);
    if (moment == null) {
      throw new AssertionError("no moment for " + what);
    }
    return moment;
  }

  private List<LoggedFact> about(String incident) {
    return about.getOrDefault(incident, List.of());
  }

  private boolean isReported(String incident, IncidentPattern meant) {
    return about(incident).stream()
        .anyMatch(
            each ->
                each.fact() instanceof Fact.Report(_, What what)
                    && IncidentPatterns.matches(meant, told(incident, what)));
  }

  /// What a report says in this world.
  private What told(String incident, What what) {
    Object by = blamed.get(new Between(incident, what.between()));
    return by == null ? what : by(what, at(by) == 0);
  }

  private static What by(What what, boolean isByFirst) {
    List<PartyId> both = new ArrayList<>(what.between());
    PartyId first = both.getFirst();
    PartyId other = both.size() > 1 ? both.get(1) : null;
    return new What(
        what.kind(),
        isByFirst ? first : other,
        isByFirst ? other : first,
        what.place(),
        what.traits(),
        what.low(),
        what.best(),
        what.high());
  }

  private boolean mayBeReported(String incident, IncidentPattern meant) {
    return about(incident).stream()
        .anyMatch(
            each ->
                each.fact() instanceof Fact.Report(_, What what)
                    && (what.between().isEmpty()
                        ? IncidentPatterns.matches(meant, what)
                        : IncidentPatterns.matches(meant, by(what, true))
                            || IncidentPatterns.matches(meant, by(what, false))));
  }

  private void judge(Commitment c, String incident, Map<Duty, Set<Lifecycle>> result) {
    if (c.liability() == Liability.PARTY_IN_BREACH) {
      for (PartyId obligor : Set.copyOf(c.obligors())) {
        judge(asIf(obligor, c), incident, result);
      }
      return;
    }
    if (c.trigger().allPatterns().noneMatch(pattern -> mayBeReported(incident, pattern))) {
      return;
    }
    for (int tier = 0; tier < c.ladder().size(); tier++) {
      if (c.liability() == Liability.EACH) {
        for (PartyId obligor : c.obligors()) {
          add(result, new Duty(c.id(), incident, tier, obligor), c);
        }
      } else {
        add(result, new Duty(c.id(), incident, tier, null), c);
      }
    }
  }

  /// The commitment as if this party alone owed it, for what it does itself.
  private static Commitment asIf(PartyId obligor, Commitment c) {
    List<PartyId> others = c.obligors().stream().filter(each -> !each.equals(obligor)).toList();
    return new Commitment(
        c.id(),
        c.title(),
        List.of(obligor),
        Liability.EACH,
        c.beneficiary() == null && Set.copyOf(others).size() == 1
            ? others.getFirst()
            : c.beneficiary(),
        c.force(),
        done(c.trigger(), obligor),
        c.determination(),
        c.ladder().stream()
            .map(
                tier ->
                    tier.when() instanceof Tier.When.IfContinued(IncidentPattern more, Window w)
                            && more.actors().isEmpty()
                        ? new Tier(
                            tier.name(),
                            tier.act(),
                            new Tier.When.IfContinued(done(more, obligor), w),
                            tier.clockFrom(),
                            tier.within())
                        : tier)
            .toList(),
        c.term(),
        c.voiding(),
        c.suspendedClock(),
        c.escalation(),
        c.openDuties(),
        c.ties(),
        c.graceSeconds(),
        c.clauses());
  }

  private static Trigger done(Trigger trigger, PartyId by) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> new Trigger.Happens(done(pattern, by));
      case Trigger.Repeated(IncidentPattern pattern, int times, Window within, var fires) ->
          new Trigger.Repeated(done(pattern, by), times, within, fires);
      case Trigger.Combined(List<IncidentPattern> patterns, Window within) -> {
        boolean mayBe = patterns.stream().allMatch(each -> mayBe(each, by));
        PartyId who = mayBe ? by : NOBODY;
        yield new Trigger.Combined(
            patterns.stream().map(each -> each.withActors(who)).toList(), within);
      }
      case Trigger.Either(List<Trigger> any) ->
          new Trigger.Either(any.stream().map(each -> done(each, by)).toList());
    };
  }

  /// Incidents that this party did; if the pattern excludes it, an actor that nobody is.
  private static IncidentPattern done(IncidentPattern pattern, PartyId by) {
    return pattern.withActors(mayBe(pattern, by) ? by : NOBODY);
  }

  private static final PartyId NOBODY = new PartyId("nobody");

  private static boolean mayBe(IncidentPattern pattern, PartyId by) {
    return pattern.actors().isEmpty() || pattern.actors().contains(by);
  }

  private void add(Map<Duty, Set<Lifecycle>> result, Duty duty, Commitment c) {
    result
        .computeIfAbsent(duty, _ -> EnumSet.noneOf(Lifecycle.class))
        .add(live(c, duty.incident(), c.ladder().get(duty.tier()), duty.obligor()));
  }

  // One duty, moment by moment.

  private Lifecycle live(Commitment c, String incident, Tier tier, @Nullable PartyId obligor) {
    long occurred = at(incident);
    if (!fires(c.trigger(), incident) || occurred > t) {
      return Lifecycle.DORMANT;
    }
    for (String milestone : c.term().milestones()) {
      boolean reached =
          entries.stream()
              .anyMatch(
                  each ->
                      each.fact() instanceof Fact.Milestone(String name)
                          && name.equals(milestone)
                          && at(each) <= occurred);
      if (!reached) {
        return Lifecycle.DORMANT;
      }
    }
    Lifecycle state = Lifecycle.DORMANT;
    long overdueSince = Long.MAX_VALUE;
    for (long x = occurred; x <= t; x++) {
      if (state == Lifecycle.DORMANT) {
        if (!isReached(c, tier, incident, obligor, x)) {
          continue;
        }
        Lifecycle atBirth = birth(c, x);
        if (atBirth != Lifecycle.DUE) {
          return atBirth;
        }
        state = Lifecycle.DUE;
      }
      if (state == Lifecycle.DUE) {
        state = open(c, incident, tier, obligor, x);
        if (state == Lifecycle.BREACHED) {
          overdueSince = x;
        }
      }
      if (state == Lifecycle.BREACHED) {
        state = broken(c, incident, tier, obligor, overdueSince, x);
      }
    }
    if (state != Lifecycle.DUE) {
      return state;
    }
    return isSuspended(c, t)
        ? Lifecycle.SUSPENDED
        : isFound(c, c.trigger(), incident, obligor, t)
            ? Lifecycle.DUE
            : Lifecycle.TRIGGERED_UNVERIFIED;
  }

  private Lifecycle birth(Commitment c, long x) {
    for (Tie tie : c.ties()) {
      if (tie == Tie.VOIDING && isVoid(c, x, false)) {
        // void and ended at this moment: the one that came first counts, at a tie the order
        long ended = end(c);
        long voided = voidSince(c, false);
        if (voided < ended || (voided == ended && before(c, Tie.VOIDING, Tie.END))) {
          return Lifecycle.VOID;
        }
      }
      if (tie == Tie.END && end(c) <= x) {
        long voided = isVoid(c, x, false) ? voidSince(c, false) : Long.MAX_VALUE;
        if (end(c) < voided || (end(c) == voided && before(c, Tie.END, Tie.VOIDING))) {
          return Lifecycle.EXPIRED;
        }
      }
    }
    return Lifecycle.DUE;
  }

  private static boolean before(Commitment c, Tie one, Tie other) {
    return c.ties().indexOf(one) < c.ties().indexOf(other);
  }

  private Lifecycle open(
      Commitment c, String incident, Tier tier, @Nullable PartyId obligor, long x) {
    boolean found = isFound(c, c.trigger(), incident, obligor, x);
    for (Tie tie : c.ties()) {
      switch (tie) {
        case FULFILMENT -> {
          long done = done(c, incident, tier.act(), obligor);
          if (found && done <= x) {
            return elapsed(c, tier, incident, obligor, done) <= allowed(tier)
                ? Lifecycle.FULFILLED
                : Lifecycle.FULFILLED_LATE;
          }
        }
        case VOIDING -> {
          if (isVoid(c, x, true)) {
            return Lifecycle.VOID;
          }
        }
        case RELEASE -> {
          if (isWaived(c, incident, x) || isStopped(c, incident, obligor, x)) {
            return Lifecycle.RELEASED;
          }
        }
        case SUSPENSION -> {}
        case DEADLINE -> {
          if (isSnapped(c, incident, obligor, x)) {
            return Lifecycle.ESCALATED;
          }
          boolean held =
              isSuspended(c, x)
                  && (isSuspendedBefore(c, x) || before(c, Tie.SUSPENSION, Tie.DEADLINE));
          if (found && !held && elapsed(c, tier, incident, obligor, x) > allowed(tier)) {
            return Lifecycle.BREACHED;
          }
        }
        case END -> {
          if (c.openDuties() == OpenDuties.LAPSE && end(c) <= x) {
            return Lifecycle.EXPIRED;
          }
        }
      }
    }
    return Lifecycle.DUE;
  }

  private Lifecycle broken(
      Commitment c, String incident, Tier tier, @Nullable PartyId obligor, long since, long x) {
    boolean cured = done(c, incident, tier.act(), obligor) <= x;
    boolean escalates =
        switch (c.escalation()) {
          case Escalation.None _ -> false;
          case Escalation.Automatic(Period after) -> after.after(since) <= x;
          case Escalation.ByPower(Set<PartyId> holders) ->
              about(incident).stream()
                  .anyMatch(
                      each ->
                          each.fact() instanceof Fact.Invocation(_, var id, PartyId by)
                              && id.equals(c.id())
                              && holders.contains(by)
                              && at(each) >= since
                              && at(each) <= x);
          case Escalation.Snapback _ -> isSnapped(c, incident, obligor, x);
        };
    if (cured && escalates) {
      return before(c, Tie.FULFILMENT, Tie.DEADLINE)
          ? Lifecycle.FULFILLED_LATE
          : Lifecycle.ESCALATED;
    }
    return cured ? Lifecycle.FULFILLED_LATE : escalates ? Lifecycle.ESCALATED : Lifecycle.BREACHED;
  }

  // What has happened by a moment.

  private boolean isReached(
      Commitment c, Tier tier, String incident, @Nullable PartyId obligor, long x) {
    return switch (tier.when()) {
      case Tier.When.AtOnce _ -> true;
      case Tier.When.IfContinued(IncidentPattern pattern, Window within) ->
          incidents.stream()
              .anyMatch(
                  other ->
                      at(other) > at(incident)
                          && at(other) <= within.last(at(incident))
                          && isReported(other, pattern)
                          && isFound(c, pattern, other, obligor, x));
    };
  }

  private boolean isFound(
      Commitment c, Trigger trigger, String incident, @Nullable PartyId obligor, long x) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> isFound(c, pattern, incident, obligor, x);
      case Trigger.Repeated(IncidentPattern pattern, int times, Window within, _) ->
          isFound(c, pattern, incident, obligor, x)
              && trailing(pattern, within, incident).stream()
                      .filter(each -> isFound(c, pattern, each, obligor, x))
                      .count()
                  >= times;
      case Trigger.Combined(List<IncidentPattern> patterns, Window within) ->
          patterns.stream().anyMatch(pattern -> isFound(c, pattern, incident, obligor, x))
              && patterns.stream()
                  .allMatch(
                      pattern ->
                          trailing(pattern, within, incident).stream()
                              .anyMatch(each -> isFound(c, pattern, each, obligor, x)));
      case Trigger.Either(List<Trigger> any) ->
          any.stream()
              .anyMatch(each -> fires(each, incident) && isFound(c, each, incident, obligor, x));
    };
  }

  private boolean isFound(
      Commitment c, IncidentPattern pattern, String incident, @Nullable PartyId obligor, long x) {
    return at(incident) <= x && isFound(c, c.determination(), pattern, incident, obligor, x);
  }

  private boolean isFound(
      Commitment c,
      Determination rule,
      IncidentPattern meant,
      String incident,
      @Nullable PartyId obligor,
      long x) {
    if (!isReported(incident, meant)) {
      return false;
    }
    return switch (rule) {
      case Determination.SelfEvident _ -> true;
      case Determination.IndependentReports(int groups, List<String> eligible) -> {
        Set<String> seen = new HashSet<>();
        for (LoggedFact each : about(incident)) {
          if (each.fact() instanceof Fact.Report(_, What what)
              && IncidentPatterns.matches(meant, told(incident, what))
              && each.reported() <= x
              && (eligible.isEmpty() || eligible.contains(each.group()))) {
            seen.add(each.group());
          }
        }
        yield seen.size() >= groups;
      }
      case Determination.FoundBy(PartyId body) -> hasFound(body, incident, x);
      case Determination.EachObligor _ ->
          obligor != null
              ? hasFound(obligor, incident, x)
              : c.liability() == Liability.JOINTLY
                  ? c.obligors().stream().allMatch(each -> hasFound(each, incident, x))
                  : c.obligors().stream().anyMatch(each -> hasFound(each, incident, x));
      case Determination.Council council -> isCarried(council, incident, x);
      case Determination.AnyOf(List<Determination> any) ->
          any.stream().anyMatch(each -> isFound(c, each, meant, incident, obligor, x));
      case Determination.AllOf(List<Determination> all) ->
          !all.isEmpty()
              && all.stream().allMatch(each -> isFound(c, each, meant, incident, obligor, x));
      case Determination.NotStated _ -> false;
    };
  }

  private boolean hasFound(PartyId body, String incident, long x) {
    return about(incident).stream()
        .anyMatch(
            each ->
                each.fact() instanceof Fact.Finding(_, PartyId by, boolean isMet)
                    && isMet
                    && by.equals(body)
                    && at(each) <= x);
  }

  private boolean isCarried(Determination.Council council, String incident, long x) {
    List<LoggedFact> ballots =
        about(incident).stream()
            .filter(
                each ->
                    each.fact() instanceof Fact.Ballot ballot
                        && ballot.body().equals(council.body())
                        && ballot.question().equals(council.question())
                        && council.members().contains(ballot.voter())
                        && at(each) <= x)
            .toList();
    for (long y = ballots.stream().mapToLong(this::at).min().orElse(x); y <= x; y++) {
      Set<PartyId> yes = new HashSet<>();
      boolean vetoed = false;
      for (LoggedFact each : ballots) {
        if (at(each) <= y && each.fact() instanceof Fact.Ballot ballot) {
          if (ballot.isInFavour()) {
            yes.add(ballot.voter());
          } else {
            vetoed |= council.vetoes().contains(ballot.voter());
          }
        }
      }
      if (yes.size() >= council.needed()) {
        return !vetoed;
      }
    }
    return false;
  }

  private boolean fires(Trigger trigger, String incident) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> isReported(incident, pattern);
      case Trigger.Repeated(
              IncidentPattern pattern,
              int times,
              Window within,
              Guarantee.Trigger.Fires fires) -> {
        if (!isReported(incident, pattern) || trailing(pattern, within, incident).size() < times) {
          yield false;
        }
        List<String> order = ordered(pattern);
        int own = order.indexOf(incident);
        yield fires == Guarantee.Trigger.Fires.AT_EACH
            || own == 0
            || !trailing(pattern, within, incident).contains(order.get(own - 1))
            || trailing(pattern, within, order.get(own - 1)).size() < times;
      }
      case Trigger.Combined(List<IncidentPattern> patterns, Window within) ->
          patterns.stream().anyMatch(pattern -> isReported(incident, pattern))
              && patterns.stream()
                  .noneMatch(pattern -> trailing(pattern, within, incident).isEmpty());
      case Trigger.Either(List<Trigger> any) ->
          any.stream().anyMatch(each -> fires(each, incident));
    };
  }

  private List<String> ordered(IncidentPattern pattern) {
    return incidents.stream()
        .filter(each -> isReported(each, pattern))
        .sorted(Comparator.comparingLong((String each) -> at(each)).thenComparing(each -> each))
        .toList();
  }

  private List<String> trailing(IncidentPattern pattern, Window within, String incident) {
    List<String> result = new ArrayList<>();
    for (String each : incidents) {
      boolean isUpTo =
          at(each) < at(incident) || (at(each) == at(incident) && each.compareTo(incident) <= 0);
      if (isUpTo && isReported(each, pattern) && within.last(at(each)) >= at(incident)) {
        result.add(each);
      }
    }
    return result;
  }

  private long done(Commitment c, String incident, String act, @Nullable PartyId obligor) {
    List<Long> firsts = new ArrayList<>();
    for (PartyId each : obligor == null ? c.obligors() : List.of(obligor)) {
      firsts.add(
          about(incident).stream()
              .filter(
                  entry ->
                      entry.fact() instanceof Fact.Act(_, PartyId by, String what)
                          && by.equals(each)
                          && what.equals(act)
                          && at(entry) >= at(incident))
              .mapToLong(this::at)
              .min()
              .orElse(Long.MAX_VALUE));
    }
    Comparator<Long> order = Comparator.naturalOrder();
    return c.liability() == Liability.JOINTLY
        ? firsts.stream().max(order).orElse(Long.MAX_VALUE)
        : firsts.stream().min(order).orElse(Long.MAX_VALUE);
  }

  /// A length of the calendar is none or beyond this small world, wherever it begins.
  private static long allowed(Tier tier) {
    long seconds = Math.min(tier.within().length().after(0), Logs.END * 1_000);
    return tier.within().lastInstant() == Within.LastInstant.TOO_LATE ? seconds - 1 : seconds;
  }

  /// How many ticks the clock of a duty has made at `x`; less than any where it has not started.
  private long elapsed(
      Commitment c, Tier tier, String incident, @Nullable PartyId obligor, long x) {
    long anchor = anchor(c, tier, incident, obligor, x);
    if (anchor == Long.MAX_VALUE || anchor > x) {
      return Long.MIN_VALUE;
    }
    long ticks = 0;
    for (long y = anchor; y < x; y++) {
      if (c.suspendedClock() == SuspendedClock.RUNS || !isSuspended(c, y)) {
        ticks++;
      }
    }
    return ticks;
  }

  private long anchor(Commitment c, Tier tier, String incident, @Nullable PartyId obligor, long x) {
    return switch (tier.clockFrom()) {
      case OCCURRENCE -> at(incident);
      case FIRST_REPORT ->
          Math.max(
              at(incident),
              about(incident).stream()
                  .filter(
                      each ->
                          each.fact() instanceof Fact.Report(_, What what)
                              && c.trigger()
                                  .allPatterns()
                                  .anyMatch(p -> IncidentPatterns.matches(p, told(incident, what))))
                  .mapToLong(LoggedFact::reported)
                  .min()
                  .orElseThrow());
      case DETERMINATION -> {
        for (long y = at(incident); y <= x; y++) {
          if (isFound(c, c.trigger(), incident, obligor, y)) {
            yield y;
          }
        }
        yield Long.MAX_VALUE;
      }
      case NOTICE ->
          c.beneficiary() == null
              ? Long.MAX_VALUE
              : about(incident).stream()
                  .filter(
                      each ->
                          each.fact() instanceof Fact.Act(_, PartyId by, String act)
                              && by.equals(c.beneficiary())
                              && act.equals("notice")
                              && at(each) >= at(incident))
                  .mapToLong(this::at)
                  .min()
                  .orElse(Long.MAX_VALUE);
      case CONTINUATION -> {
        for (long y = at(incident); y <= x; y++) {
          if (isReached(c, tier, incident, obligor, y)) {
            yield y;
          }
        }
        yield Long.MAX_VALUE;
      }
    };
  }

  private boolean isSuspended(Commitment c, long y) {
    Set<PartyId> holders = new HashSet<>();
    entries.stream()
        .filter(
            each ->
                each.fact() instanceof Fact.Suspension s
                    && s.guarantee().equals(c.id())
                    && at(each) <= y)
        .sorted(
            Comparator.comparingLong((LoggedFact each) -> at(each))
                .thenComparing(LoggedFact.AS_RECORDED))
        .forEach(
            each -> {
              if (each.fact() instanceof Fact.Suspension(_, PartyId by, boolean begins)) {
                if (begins) {
                  holders.add(by);
                } else {
                  holders.remove(by);
                }
              }
            });
    return !holders.isEmpty();
  }

  private boolean isSuspendedBefore(Commitment c, long x) {
    return isSuspended(c, x - 1);
  }

  private long end(Commitment c) {
    long from = Long.MIN_VALUE;
    for (String milestone : c.term().milestones()) {
      from =
          Math.max(
              from,
              entries.stream()
                  .filter(
                      each ->
                          each.fact() instanceof Fact.Milestone(String name)
                              && name.equals(milestone))
                  .mapToLong(this::at)
                  .min()
                  .orElse(Long.MAX_VALUE));
    }
    long end = c.term().lasts() == null ? Long.MAX_VALUE : c.term().lasts().after(from);
    if (c.term().isExtendable()) {
      List<LoggedFact> extensions = new ArrayList<>();
      for (LoggedFact each : entries) {
        if (each.fact() instanceof Fact.Extension e && e.guarantee().equals(c.id())) {
          extensions.add(each);
        }
      }
      extensions.sort(
          Comparator.comparingLong((LoggedFact each) -> at(each))
              .thenComparing(LoggedFact.AS_RECORDED));
      for (LoggedFact each : extensions) {
        if (each.fact() instanceof Fact.Extension(_, long until) && at(each) < end) {
          end = Math.max(end, until);
        }
      }
    }
    for (LoggedFact each : entries) {
      if (each.fact() instanceof Fact.Termination termination
          && termination.guarantee().equals(c.id())) {
        end = Math.min(end, at(each));
      }
    }
    return end;
  }

  /// Since when it is void, on what has been found by the moment asked about.
  private long voidSince(Commitment c, boolean openOnly) {
    long since = Long.MAX_VALUE;
    for (Voiding voiding : c.voiding()) {
      if (openOnly && voiding.ends() == Voiding.Ends.NEW_DUTIES) {
        continue;
      }
      for (String incident : incidents) {
        for (long y = at(incident); y <= t; y++) {
          if (isFound(
              c,
              voiding.determination(),
              IncidentPatterns.of(voiding.cause()),
              incident,
              null,
              y)) {
            since =
                Math.min(
                    since, voiding.voidFrom() == Voiding.VoidFrom.OCCURRENCE ? at(incident) : y);
            break;
          }
        }
      }
    }
    return since;
  }

  private boolean isVoid(Commitment c, long x, boolean openOnly) {
    return voidSince(c, openOnly) <= x;
  }

  private boolean isWaived(Commitment c, String incident, long x) {
    return about(incident).stream()
        .anyMatch(
            each ->
                each.fact() instanceof Fact.Waiver(_, var id)
                    && id.equals(c.id())
                    && at(each) <= x);
  }

  private long foundAt(Commitment c, String incident, @Nullable PartyId obligor, long x) {
    for (long y = at(incident); y <= x; y++) {
      if (isFound(c, c.trigger(), incident, obligor, y)) {
        return y;
      }
    }
    return Long.MAX_VALUE;
  }

  private boolean isStopped(Commitment c, String incident, @Nullable PartyId obligor, long x) {
    if (!(c.escalation() instanceof Escalation.Snapback(Window window, var stop))) {
      return false;
    }
    long found = foundAt(c, incident, obligor, x + 1_000);
    return found != Long.MAX_VALUE && isCarried(stop, incident, Math.min(x, window.last(found)));
  }

  private boolean isSnapped(Commitment c, String incident, @Nullable PartyId obligor, long x) {
    if (!(c.escalation() instanceof Escalation.Snapback(Window window, var stop))) {
      return false;
    }
    long found = foundAt(c, incident, obligor, x);
    return found != Long.MAX_VALUE
        && x > window.last(found)
        && !isCarried(stop, incident, window.last(found));
  }
}
