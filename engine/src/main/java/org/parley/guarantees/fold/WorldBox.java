package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.IncidentPattern;

/// A set of worlds: an interval for each inexact moment, an order for some, and one or both sides
/// of each [OpenAttribution].
///
/// An entry about an incident cannot precede it, which narrows the intervals. An entry dated wholly
/// before its incident is left unchanged.
final class WorldBox {

  /// The first of two is the actor, as a value of an [OpenAttribution].
  static final long BY_FIRST = 0;

  /// The second of two is the actor.
  static final long BY_OTHER = 1;

  private final Unsure unsure;
  private final long[] low;
  private final long[] high;

  /// Precedence constraints, other than those between entries and their incidents.
  private final List<Order> orders;

  /// The second element follows the first by at least this many seconds.
  private record Order(int first, int second, long gap) {}

  /// The uncertain elements, the same for every box of one question.
  static final class Unsure {
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
    private final Object[] things;

    /// The index of the incident of an entry that cannot precede it; else -1.
    private final int[] after;

    /// The earliest moment of an entry, since its incident does not precede it.
    private final long[] floor;

    /// @param things incidents, entries and attributions, each once, in an order independent of the
    ///   log
    /// @param incidents the dossiers of entries
    Unsure(List<Object> things, List<? extends Dossier> incidents) {
      this.things = things.toArray();
      for (int i = 0; i < this.things.length; i++) {
        places.put(this.things[i], i);
      }
      this.after = new int[this.things.length];
      this.floor = new long[this.things.length];
      Arrays.fill(after, -1);
      Arrays.fill(floor, Moments.ALWAYS);
      for (Dossier each : incidents) {
        Integer place = places.get(each);
        for (LoggedFact entry : each.entries()) {
          Integer own = places.get(entry);
          if (own != null && each.isFollowedBy(entry)) {
            floor[own] = each.earliest();
            after[own] = place == null ? -1 : place;
          }
        }
      }
    }

    int size() {
      return things.length;
    }

    int place(Object thing) {
      return places.getOrDefault(thing, -1);
    }

    Object thing(int place) {
      return things[place];
    }
  }

  /// Every world that the recorded times allow, with unsplit intervals.
  static final WorldBox AS_RECORDED = of(new Unsure(List.of(), List.of()), Map.of());

  private WorldBox(Unsure unsure, long[] low, long[] high, List<Order> orders) {
    this.unsure = unsure;
    this.low = low;
    this.high = high;
    this.orders = orders;
  }

  /// Every world that the record allows.
  ///
  /// @param chosen the actors assumed known
  static WorldBox of(Unsure unsure, Map<OpenAttribution, Long> chosen) {
    long[] low = new long[unsure.size()];
    long[] high = new long[unsure.size()];
    for (int i = 0; i < low.length; i++) {
      switch (unsure.things[i]) {
        case Dossier dossier -> {
          low[i] = dossier.earliest();
          high[i] = dossier.lastInOrder();
        }
        case LoggedFact entry -> {
          low[i] = Math.max(entry.earliest(), unsure.floor[i]);
          high[i] = entry.latest();
        }
        case OpenAttribution attribution -> {
          low[i] = chosen.getOrDefault(attribution, BY_FIRST);
          high[i] = chosen.getOrDefault(attribution, BY_OTHER);
        }
        default -> throw new AssertionError("neither incident nor entry nor attribution");
      }
    }
    WorldBox box = new WorldBox(unsure, low, high, List.of());
    box.narrow();
    return box;
  }

  /// Constraint propagation by the orders; returns whether some world is left.
  private boolean narrow() {
    // Bellman-Ford: cyclic orders never converge.
    for (int round = 0; round <= low.length; round++) {
      boolean isChanged = false;
      for (int i = 0; i < low.length; i++) {
        isChanged |= unsure.after[i] >= 0 && narrow(unsure.after[i], i, 0);
      }
      for (Order each : orders) {
        isChanged |= narrow(each.first, each.second, each.gap);
      }
      for (int i = 0; i < low.length; i++) {
        if (low[i] > high[i]) {
          return false;
        }
      }
      if (!isChanged) {
        return true;
      }
    }
    return false;
  }

  private boolean narrow(int first, int second, long gap) {
    long from = Moments.plus(low[first], gap);
    long until = Moments.plus(high[second], -gap);
    boolean isChanged = low[second] < from || high[first] > until;
    low[second] = Math.max(low[second], from);
    high[first] = Math.min(high[first], until);
    return isChanged;
  }

  /// The part with the element at `place` between `from` and `until`; empty if there is no such
  /// world.
  Optional<WorldBox> with(int place, long from, long until) {
    WorldBox box = new WorldBox(unsure, low.clone(), high.clone(), orders);
    box.low[place] = Math.max(from, low[place]);
    box.high[place] = Math.min(until, high[place]);
    return box.narrow() ? Optional.of(box) : Optional.empty();
  }

  /// The part with one element at least `gap` seconds after another; empty if there is no such
  /// world.
  Optional<WorldBox> inOrder(int first, int second, long gap) {
    List<Order> more = new ArrayList<>(orders);
    more.add(new Order(first, second, gap));
    WorldBox box = new WorldBox(unsure, low.clone(), high.clone(), List.copyOf(more));
    return box.narrow() ? Optional.of(box) : Optional.empty();
  }

  /// Whether the order of two elements is open.
  boolean isOrderOpen(int one, int other) {
    return low[one] <= high[other]
        && low[other] <= high[one]
        && orders.stream()
            .noneMatch(
                each ->
                    (each.first == one && each.second == other)
                        || (each.first == other && each.second == one && each.gap > 0));
  }

  int size() {
    return low.length;
  }

  long low(int place) {
    return low[place];
  }

  long high(int place) {
    return high[place];
  }

  Object thing(int place) {
    return unsure.things[place];
  }

  TimeRange at(LoggedFact entry) {
    if (entry.earliest() == entry.latest()) {
      return TimeRange.exactly(entry.earliest());
    }
    Integer place = unsure.places.get(entry);
    return place == null
        ? TimeRange.of(entry, entry.earliest(), entry.latest())
        : TimeRange.of(entry, low[place], high[place]);
  }

  TimeRange at(Dossier dossier) {
    if (dossier.earliest() == dossier.latest()) {
      return TimeRange.exactly(dossier.earliest());
    }
    Integer place = unsure.places.get(dossier);
    return place == null
        ? TimeRange.of(dossier, dossier.earliest(), dossier.lastInOrder())
        : TimeRange.of(dossier, low[place], high[place]);
  }

  /// Whether some report of an incident matches.
  Truth isReportedAs(Dossier dossier, IncidentPattern meant) {
    if (dossier.unattributed().isEmpty()) {
      return Truth.of(dossier.isReportedAs(meant, World.EXACT));
    }
    Truth result = Truth.NO;
    for (LoggedFact entry : dossier.entries()) {
      if (entry.fact() instanceof Fact.Report report) {
        result = result.or(isMeant(dossier, report.what(), meant));
      }
    }
    return result;
  }

  /// Whether a report of an incident matches.
  Truth isMeant(Dossier dossier, What what, IncidentPattern meant) {
    return isMeant(dossier, what, each -> IncidentPatterns.matches(meant, each));
  }

  /// Whether a report of an incident satisfies a predicate.
  Truth isMeant(Dossier dossier, What what, Predicate<What> meant) {
    if (!what.isUnattributed()) {
      return Truth.of(meant.test(what));
    }
    int place = unsure.place(dossier.attribution(what));
    boolean mayBeFirst = place < 0 || low[place] == BY_FIRST;
    boolean mayBeOther = place < 0 || high[place] == BY_OTHER;
    boolean isIfFirst = mayBeFirst && meant.test(what.attributed(true));
    boolean isIfOther = mayBeOther && meant.test(what.attributed(false));
    return isIfFirst == mayBeFirst && isIfOther == mayBeOther
        ? Truth.YES
        : isIfFirst || isIfOther ? Truth.MAYBE : Truth.NO;
  }

  /// One world: each element at its earliest moment, at its latest, or as close as possible to a
  /// given moment.
  World world(Choice choice, long moment) {
    IdentityHashMap<Object, Long> chosen = new IdentityHashMap<>();
    for (int i = 0; i < low.length; i++) {
      chosen.put(
          unsure.things[i],
          switch (choice.of(unsure.things[i])) {
            case FIRST -> low[i];
            case LAST -> high[i];
            case NEAR -> Math.clamp(moment, low[i], high[i]);
          });
    }
    boolean isChanged = true;
    for (int round = 0; round <= low.length && isChanged; round++) {
      isChanged = false;
      for (Order each : orders) {
        isChanged |= push(each.first, each.second, each.gap, chosen);
      }
      for (int i = 0; i < low.length; i++) {
        isChanged |= unsure.after[i] >= 0 && push(unsure.after[i], i, 0, chosen);
      }
    }
    return new World(chosen);
  }

  private boolean push(int first, int second, long gap, IdentityHashMap<Object, Long> chosen) {
    long from = Moments.plus(chosen.getOrDefault(unsure.things[first], low[first]), gap);
    boolean isPushed = from > chosen.getOrDefault(unsure.things[second], low[second]);
    if (isPushed) {
      chosen.put(unsure.things[second], from);
    }
    return isPushed;
  }

  /// A position within an interval.
  enum Place {
    FIRST,
    LAST,
    NEAR
  }

  /// Chooses the position of each element.
  interface Choice {
    Place of(Object thing);
  }

  Truth isUpTo(TimeRange one, TimeRange other) {
    return isSurelyUpTo(one, other)
        ? Truth.YES
        : isSurelyBefore(other, one) ? Truth.NO : Truth.MAYBE;
  }

  Truth isBefore(TimeRange earlier, TimeRange later) {
    return isUpTo(later, earlier).not();
  }

  boolean isSurelyUpTo(TimeRange first, TimeRange second) {
    return (first.mayFail() || first.isNever())
        ? second.isNever()
        : first.high() <= second.low() || lead(first, second) >= 0;
  }

  boolean isSurelyBefore(TimeRange first, TimeRange second) {
    return !first.mayFail() && (first.high() < second.low() || lead(first, second) > 0);
  }

  /// The seconds by which one moment surely precedes another, by the orders of their bases;
  /// negative if unknown.
  @SuppressWarnings("ReferenceEquality") // Equal entries each have their own moment.
  private long lead(TimeRange one, TimeRange other) {
    if (one.base() == null || other.base() == null) {
      return -1;
    }
    long offset = other.offset() - one.offset();
    if (one.base() == other.base()) {
      return offset;
    }
    long gap =
        one.base() instanceof Dossier incident
                && other.base() instanceof LoggedFact entry
                && incident.incident.equals(entry.fact().incident())
                && incident.isFollowedBy(entry)
            ? 0
            : -1;
    if (!orders.isEmpty()) {
      int first = unsure.place(one.base());
      int second = unsure.place(other.base());
      for (Order each : orders) {
        if (each.first == first && each.second == second) {
          gap = Math.max(gap, each.gap);
        }
      }
    }
    return gap < 0 ? -1 : gap + offset;
  }

  TimeRange later(TimeRange one, TimeRange other) {
    if (one.isNever() || other.isNever()) {
      return TimeRange.NEVER;
    }
    TimeRange last = laterOfComing(one.coming(), other.coming());
    return one.mayFail() || other.mayFail() ? last.orNever() : last;
  }

  private TimeRange laterOfComing(TimeRange one, TimeRange other) {
    return isSurelyUpTo(one, other)
        ? other
        : isSurelyUpTo(other, one)
            ? one
            : TimeRange.between(
                Math.max(one.low(), other.low()), Math.max(one.high(), other.high()));
  }

  TimeRange earlier(TimeRange one, TimeRange other) {
    if (one.isNever() || other.isNever()) {
      return one.isNever() ? other : one;
    }
    if (isSurelyUpTo(one, other)) {
      return one;
    }
    if (isSurelyUpTo(other, one)) {
      return other;
    }
    long high =
        one.mayFail()
            ? other.mayFail() ? Math.max(one.high(), other.high()) : other.high()
            : other.mayFail() ? one.high() : Math.min(one.high(), other.high());
    TimeRange first = TimeRange.between(Math.min(one.low(), other.low()), high);
    return one.mayFail() && other.mayFail() ? first.orNever() : first;
  }
}
