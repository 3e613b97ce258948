package org.parley.guarantees.fold;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.log.Why;
import org.parley.model.guarantee.IncidentPattern;

/// The possible states of a duty, given inexact times and attributions: branch and bound over
/// intervals.
///
/// Each side of an [OpenAttribution] is evaluated separately; see [Outcome#ifFirst].
/// 1. [BoxFold] bounds the states of a [WorldBox] of worlds from above; [Fold] at a few corners
///    shows some to be possible.
/// 2. If the two agree, the box is settled; else it is split at the moment that settles most.
/// 3. If only states are needed, two possible ones suffice.
///
/// Sound for any limit on boxes and work: a possible state is never left out. A verdict is certain
/// only if every world agrees. A verdict says so if a limit was met.
///
/// Cost: one interval fold if every duty is certain. Otherwise a few folds more, and for each split
/// two interval folds for each of at most twice [#MOST_CANDIDATES] ways to split. The work of a
/// search is limited as well: a fold counts once for each incident and uncertain element. It does
/// not depend on the machine, so neither does the answer.
public final class Worlds {

  /// The most boxes of a split.
  public static final int MOST_BOXES = 64;

  /// The work of a search for each box that it may have.
  private static final int WORK_A_BOX = 1 << 11;

  /// The work of showing states in corners of one box.
  private static final int WORK_A_SHOW = 1 << 15;

  /// The intervals, and the orders of two incidents, considered for a split.
  private static final int MOST_CANDIDATES = 6;

  // Groups of elements put at the same end of their intervals, in the order of trial.
  private static final int BY_WHOM = 0;
  private static final int INCIDENT = 1;
  private static final int ON_INCIDENT = 2;
  private static final int OTHERS = 3;
  private static final int REST = 4;

  private final Fold fold;
  private final Dossier dossier;
  private final List<? extends Dossier> around;
  private final List<LoggedFact> terms;
  private final List<? extends Dossier> voiders;
  private final long t;

  /// The boxes left.
  private int left;

  /// The dossiers of the incidents that matter, each once.
  private final List<Dossier> incidents = new ArrayList<>();

  private final Set<Dossier> known = new HashSet<>();

  private final Standing exact;

  /// The term, if it is the same in every world.
  private final @Nullable Standing fixed;

  /// The states found possible in some world.
  private final int[] shown;

  /// By duty and state, the moment until which some world keeps it.
  private final long[][] lasting;

  /// The moments at which a box may be split; null until one is.
  private @Nullable NavigableSet<Long> splits;

  /// The moment from which no incident affects this one.
  private final long closes;

  private int folds;

  /// The work so far, and that at which a search ends.
  private long work;

  private long mostWork = Long.MAX_VALUE;

  /// The actors assumed known.
  private Map<OpenAttribution, Long> chosen = Map.of();

  /// By open attribution, the actor with more matching reports.
  private final Map<OpenAttribution, Long> meant = new HashMap<>();

  private Worlds(
      Fold fold,
      Dossier dossier,
      List<? extends Dossier> around,
      List<LoggedFact> terms,
      List<? extends Dossier> voiders,
      Standing exact,
      long t,
      int mostBoxes,
      boolean isBrief) {
    this.fold = fold;
    this.dossier = dossier;
    this.closes = fold.until(dossier, around, isBrief);
    this.around = fold.near(dossier, around, closes);
    this.fixed = areExact(terms, voiders) ? exact : null;
    this.exact = exact;
    this.terms = terms;
    this.voiders = voiders;
    this.t = t;
    this.left = mostBoxes - 1;
    this.shown = new int[fold.duties()];
    this.lasting = new long[fold.duties()][Lifecycle.values().length];
    for (long[] each : lasting) {
      Arrays.fill(each, Moments.ALWAYS);
    }
  }

  /// Folds `dossier` at `t` into `out`.
  ///
  /// @param mostBoxes the most boxes of a split
  /// @param around the incidents that its trigger and tiers may depend on, this one included
  /// @param voiders the incidents that may void the commitment
  /// @param exact the term, if it is certain
  public static void fold(
      Fold fold,
      int mostBoxes,
      Dossier dossier,
      List<? extends Dossier> around,
      List<LoggedFact> terms,
      List<? extends Dossier> voiders,
      Standing exact,
      long t,
      Outcome out) {
    out.between = List.of();
    if (isExact(dossier, around, terms, voiders)) {
      fold.fold(dossier, around, exact, World.EXACT, t, out);
      out.until = around.size() < 2 ? Moments.NEVER : fold.until(dossier, around, out.isBrief);
      out.folds = 1;
    } else {
      Worlds worlds =
          new Worlds(fold, dossier, around, terms, voiders, exact, t, mostBoxes, out.isBrief);
      worlds.fold(out);
      out.until = worlds.closes;
      out.folds = worlds.folds;
    }
  }

  private static boolean isExact(
      Dossier dossier,
      List<? extends Dossier> around,
      List<LoggedFact> terms,
      List<? extends Dossier> voiders) {
    if (!dossier.isExact()) {
      return false;
    }
    for (int i = 0; i < around.size(); i++) {
      if (!around.get(i).isExact()) {
        return false;
      }
    }
    return areExact(terms, voiders);
  }

  private static boolean areExact(List<LoggedFact> terms, List<? extends Dossier> voiders) {
    for (int i = 0; i < voiders.size(); i++) {
      if (!voiders.get(i).isExact()) {
        return false;
      }
    }
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).earliest() != terms.get(i).latest()) {
        return false;
      }
    }
    return true;
  }

  private void fold(Outcome out) {
    if (chosen.isEmpty() && isSettledBy(bound(WorldBox.AS_RECORDED, false), out)) {
      return;
    }
    WorldBox.Unsure unsure = unsure();
    WorldBox all = WorldBox.of(unsure, chosen);
    Outcome bound = bound(all, false);
    if (isSettledBy(bound, out)) {
      return;
    }
    if (out.isBrief) {
      show(all, bound, true);
      if (isUnsure(bound)) {
        settle(bound, bound.possible, out);
        out.next = Math.min(bound.next, lasts(bound, true));
        return;
      }
    }
    for (OpenAttribution open : dossier.unattributed()) {
      if (unsure.place(open) >= 0 && !chosen.containsKey(open)) {
        foldEach(open, out);
        return;
      }
    }
    if (out.isBrief) {
      search(all, bound, out);
      return;
    }
    show(all, bound, false);
    if (isShown(bound)) {
      settle(bound, bound.possible, out);
      out.next = Math.min(bound.next, lasts(bound, false));
    } else {
      search(all, bound, out);
    }
    blame(unsure, out);
  }

  /// Takes over a bound if it leaves one state for each duty.
  private static boolean isSettledBy(Outcome bound, Outcome out) {
    boolean isSettled = isCertain(bound);
    if (isSettled) {
      settle(bound, bound.possible, out);
      out.next = bound.next;
    }
    return isSettled;
  }

  /// Folds for each of the two possible actors.
  private void foldEach(OpenAttribution open, Outcome out) {
    Outcome first = folded(open, WorldBox.BY_FIRST, out.isBrief);
    Outcome other = folded(open, WorldBox.BY_OTHER, out.isBrief);
    for (int duty = 0; duty < shown.length; duty++) {
      int possible = first.possible[duty] | other.possible[duty];
      boolean isCertain = Integer.bitCount(possible) == 1;
      out.set(
          duty,
          isCertain ? first.states[duty] : Lifecycle.UNDETERMINED,
          why(first, other, duty),
          Math.max(first.deadlines[duty], other.deadlines[duty]));
      out.possible[duty] = possible;
      out.ifFirst[duty] = first.possible[duty];
      out.ifOther[duty] = other.possible[duty];
      out.broken[duty] =
          isCertain ? Math.max(first.broken[duty], other.broken[duty]) : Moments.NEVER;
    }
    out.between = open.between;
    out.next = Math.min(first.next, other.next);
  }

  /// The reason of a state that depends on who did it. States of which a search left some open tell
  /// the two apart only if they have none in common.
  private static Why why(Outcome first, Outcome other, int duty) {
    if (first.possible[duty] == other.possible[duty]) {
      return first.whys[duty];
    }
    boolean isOpen =
        first.whys[duty] == Why.TOO_MANY_ORDERS || other.whys[duty] == Why.TOO_MANY_ORDERS;
    return isOpen && (first.possible[duty] & other.possible[duty]) != 0
        ? Why.TOO_MANY_ORDERS
        : Why.UNATTRIBUTED;
  }

  private Outcome folded(OpenAttribution open, long by, boolean isBrief) {
    Worlds worlds = new Worlds(fold, dossier, around, terms, voiders, exact, t, left + 1, isBrief);
    worlds.chosen = new HashMap<>(chosen);
    worlds.chosen.put(open, by);
    Outcome outcome = isBrief ? Outcome.ofStates(fold.duties()) : new Outcome(fold.duties());
    worlds.fold(outcome);
    folds += worlds.folds;
    return outcome;
  }

  /// Marks verdicts that are uncertain only because of an open attribution.
  private void blame(WorldBox.Unsure unsure, Outcome out) {
    for (boolean isMeant : new boolean[] {true, false}) {
      Map<OpenAttribution, Long> known = new HashMap<>(chosen);
      meant.forEach((open, by) -> known.putIfAbsent(open, isMeant ? by : 1 - by));
      if (known.size() == chosen.size()) {
        return;
      }
      Outcome bound = bound(WorldBox.of(unsure, known), false);
      for (int duty = 0; duty < shown.length; duty++) {
        if (out.whys[duty] == Why.UNSURE && Integer.bitCount(bound.possible[duty]) == 1) {
          out.whys[duty] = Why.UNATTRIBUTED;
        }
      }
    }
  }

  private Outcome bound(WorldBox box, boolean isClipped) {
    count(box);
    return BoxFold.fold(fold, dossier, around, terms, voiders, box, t, isClipped);
  }

  private void count(WorldBox box) {
    folds++;
    work += around.size() + box.size();
  }

  private static boolean isCertain(Outcome bound) {
    for (int each : bound.possible) {
      if (Integer.bitCount(each) != 1) {
        return false;
      }
    }
    return true;
  }

  /// Whether every state of the bound was found possible.
  private boolean isShown(Outcome bound) {
    return open(bound) == 0;
  }

  /// Whether two states were found possible for every duty with an ambiguous bound.
  private boolean isUnsure(Outcome bound) {
    for (int duty = 0; duty < shown.length; duty++) {
      if ((bound.possible[duty] & ~shown[duty]) != 0 && Integer.bitCount(shown[duty]) < 2) {
        return false;
      }
    }
    return true;
  }

  /// The number of states in the bound not found possible.
  private int open(Outcome bound) {
    int open = 0;
    for (int duty = 0; duty < shown.length; duty++) {
      open += Integer.bitCount(bound.possible[duty] & ~shown[duty]);
    }
    return open;
  }

  /// The uncertain elements, in an order independent of the log.
  private WorldBox.Unsure unsure() {
    known.add(dossier);
    incidents.add(dossier);
    addAll(around);
    addAll(voiders);
    incidents
        .subList(1, incidents.size())
        .sort(
            Comparator.comparingLong((Dossier each) -> distance(each.earliest()))
                .thenComparing(each -> each.incident));
    List<Object> things = new ArrayList<>();
    for (Dossier each : incidents) {
      if (each.earliest() != each.latest()) {
        things.add(each);
      }
      for (OpenAttribution open : each.unattributed()) {
        Long by = meant(each, open);
        if (by != null) {
          meant.put(open, by);
          things.add(open);
        }
      }
      each.entries().stream()
          .filter(entry -> !(entry.fact() instanceof Fact.Report))
          .filter(Worlds::isUnsure)
          .sorted(LoggedFact.AS_RECORDED)
          .forEach(things::add);
    }
    terms.stream().filter(Worlds::isUnsure).sorted(LoggedFact.AS_RECORDED).forEach(things::add);
    return new WorldBox.Unsure(things, incidents);
  }

  /// The actor with more matching reports of an incident; null if it makes no difference.
  private @Nullable Long meant(Dossier incident, OpenAttribution open) {
    int byFirst = 0;
    int byOther = 0;
    for (IncidentPattern pattern : asked(incident)) {
      for (LoggedFact entry : incident.entries()) {
        if (entry.fact() instanceof Fact.Report(_, What what)
            && what.between().equals(open.between)) {
          boolean isIfFirst = IncidentPatterns.matches(pattern, what.attributed(true));
          boolean isIfOther = IncidentPatterns.matches(pattern, what.attributed(false));
          byFirst += isIfFirst && !isIfOther ? 1 : 0;
          byOther += isIfOther && !isIfFirst ? 1 : 0;
        }
      }
    }
    return byFirst + byOther == 0
        ? null
        : byFirst >= byOther ? WorldBox.BY_FIRST : WorldBox.BY_OTHER;
  }

  /// The patterns by which an incident affects the duties.
  private List<IncidentPattern> asked(Dossier incident) {
    List<IncidentPattern> asked = new ArrayList<>();
    boolean isOwn = incident.equals(dossier);
    if (isOwn || fold.isTriggeredBySeveral()) {
      asked.addAll(fold.triggering());
    }
    for (Tier tier : fold.commitment.ladder()) {
      if (!isOwn && tier.when() instanceof Tier.When.IfContinued(IncidentPattern pattern, _)) {
        asked.add(pattern);
      }
    }
    if (voiders.contains(incident)) {
      fold.commitment.voiding().forEach(each -> asked.add(IncidentPatterns.of(each.cause())));
    }
    return asked;
  }

  private void addAll(List<? extends Dossier> more) {
    for (Dossier each : more) {
      if (known.add(each)) {
        incidents.add(each);
      }
    }
  }

  private static boolean isUnsure(LoggedFact entry) {
    return entry.earliest() != entry.latest();
  }

  private long distance(long moment) {
    long from = dossier.earliest();
    return moment == Moments.ALWAYS || from == Moments.ALWAYS
        ? Moments.NEVER
        : Math.absExact(
            Math.clamp(moment, -Moments.NEVER / 4, Moments.NEVER / 4)
                - Math.clamp(from, -Moments.NEVER / 4, Moments.NEVER / 4));
  }

  private static void settle(Outcome bound, int[] possible, Outcome out) {
    for (int duty = 0; duty < possible.length; duty++) {
      boolean isCertain = Integer.bitCount(possible[duty]) == 1;
      out.set(
          duty,
          isCertain ? Lifecycle.ofBit(possible[duty]) : Lifecycle.UNDETERMINED,
          isCertain ? bound.whys[duty] : Why.UNSURE,
          bound.deadlines[duty]);
      out.possible[duty] = possible[duty];
      out.broken[duty] = isCertain ? bound.broken[duty] : Moments.NEVER;
    }
  }

  /// Folds in corners of a box, and records the states found.
  ///
  /// The incident and other incidents are each put at their earliest moment, at their latest, or
  /// close to `t`. So are the records about the incident, and all else. The others are also put
  /// just after the incident. In one corner at least.
  private void show(WorldBox box, Outcome bound, boolean isBrief) {
    Outcome one = new Outcome(fold.duties());
    boolean[] isThere = new boolean[5];
    for (int i = 0; i < box.size(); i++) {
      isThere[group(box.thing(i))] |= box.low(i) < box.high(i);
    }
    WorldBox.Place[] places = WorldBox.Place.values();
    int[] corner = new int[isThere.length];
    long most = Math.min(mostWork, work + WORK_A_SHOW);
    for (int next = 0; next < corner.length && !isShown(bound) && !(isBrief && isUnsure(bound)); ) {
      if (work >= most) {
        return;
      }
      WorldBox.Choice choice = thing -> place(thing, places[corner[group(thing)]]);
      World world = box.world(choice, t);
      count(box);
      show(world, one);
      if (places[corner[INCIDENT]] != WorldBox.Place.NEAR
          && places[corner[OTHERS]] == WorldBox.Place.NEAR) {
        count(box);
        show(box.world(choice, Moments.plus(world.at(dossier), 1)), one);
      }
      next = 0;
      while (next < corner.length
          && (!isThere[next] || ++corner[next] == (next == BY_WHOM ? 2 : places.length))) {
        corner[next++] = 0;
      }
    }
  }

  private int group(Object thing) {
    return switch (thing) {
      case OpenAttribution _ -> BY_WHOM;
      case Dossier each -> each.equals(dossier) ? INCIDENT : OTHERS;
      case LoggedFact each -> dossier.incident.equals(each.fact().incident()) ? ON_INCIDENT : REST;
      default -> REST;
    };
  }

  /// The position of an element: attributions first try the actor with more matching reports.
  private WorldBox.Place place(Object thing, WorldBox.Place place) {
    return thing instanceof OpenAttribution open
            && meant.getOrDefault(open, WorldBox.BY_FIRST) == WorldBox.BY_OTHER
        ? place == WorldBox.Place.FIRST ? WorldBox.Place.LAST : WorldBox.Place.FIRST
        : place;
  }

  private void show(World world, Outcome one) {
    Standing standing = fixed != null ? fixed : Standing.of(fold.commitment, terms, voiders, world);
    fold.fold(dossier, around, standing, world, t, one);
    for (int duty = 0; duty < shown.length; duty++) {
      shown[duty] |= one.possible[duty];
      long[] until = lasting[duty];
      int state = one.states[duty].position();
      until[state] = Math.max(until[state], one.next);
    }
  }

  /// The first moment after `t` at which a state may cease to be possible; with `isBrief`, at which
  /// fewer than two may be left.
  private long lasts(Outcome bound, boolean isBrief) {
    long first = Moments.NEVER;
    for (int duty = 0; duty < shown.length; duty++) {
      if (Integer.bitCount(bound.possible[duty]) > 1) {
        long[] until = lasting[duty].clone();
        Arrays.sort(until);
        int left = isBrief ? 2 : Integer.bitCount(shown[duty]);
        first = Math.min(first, until[until.length - left]);
      }
    }
    return first;
  }

  /// A box and the bound on its states.
  private record Bounded(WorldBox box, Outcome bound) {}

  private NavigableSet<Long> steady() {
    return fold.criticalMoments().moved(CriticalMoments.ends(incidents, terms));
  }

  private NavigableSet<Long> splits() {
    NavigableSet<Long> known = splits;
    if (known == null) {
      known = CriticalMoments.around(fold.criticalMoments().moved(Set.of(t)));
      known.addAll(CriticalMoments.around(steady()));
      splits = known;
    }
    return known;
  }

  private void search(WorldBox all, Outcome whole, Outcome out) {
    Outcome gathered = new Outcome(fold.duties());
    for (int duty = 0; duty < shown.length; duty++) {
      gathered.clear(duty);
    }
    boolean isCut = false;
    mostWork = work + (long) WORK_A_BOX * (left + 1);
    List<WorldBox> leaves = new ArrayList<>();
    ArrayDeque<Bounded> boxes = new ArrayDeque<>();
    boxes.push(new Bounded(all, bound(all, true)));
    while (!boxes.isEmpty()) {
      Bounded part = boxes.pop();
      if (!isShown(part.bound)) {
        show(part.box, part.bound, false);
      }
      boolean isSettled = isShown(part.bound);
      boolean isWorthIt = !isSettled && left > 0 && work < mostWork && !isUnsure(part.bound);
      List<Bounded> parts = isWorthIt ? split(part.box) : List.of();
      if (parts.isEmpty()) {
        isCut |= !isSettled;
        gather(part.bound, gathered);
        leaves.add(part.box);
      } else {
        left--;
        parts.forEach(boxes::push);
      }
    }
    int[] possible = new int[shown.length];
    for (int duty = 0; duty < shown.length; duty++) {
      possible[duty] = isCut ? shown[duty] | gathered.possible[duty] : shown[duty];
    }
    settle(gathered, possible, out);
    for (int duty = 0; duty < shown.length; duty++) {
      if (Integer.bitCount(shown[duty]) == 1 && Integer.bitCount(possible[duty]) > 1) {
        out.whys[duty] = Why.TOO_MANY_ORDERS;
      }
    }
    long lasts = lasts(leaves, out.isBrief);
    if (out.isBrief && isUnsure(whole)) {
      // The parts may end at the moment asked about, and all of them does not.
      lasts = Math.max(lasts, Math.min(whole.next, lasts(whole, true)));
    }
    Long later = CriticalMoments.around(fold.criticalMoments().moved(steady())).higher(t);
    out.next = Math.max(lasts, later == null ? whole.next : Math.min(whole.next, later));
  }

  /// The first moment after `t` at which time alone may change the result of these parts;
  /// [Moments#ALWAYS] if unknown because of clipping.
  private long lasts(List<WorldBox> leaves, boolean isBrief) {
    Outcome all = new Outcome(fold.duties());
    for (int duty = 0; duty < shown.length; duty++) {
      all.clear(duty);
    }
    long next = Moments.NEVER;
    for (WorldBox leaf : leaves) {
      Outcome bound = bound(leaf, false);
      gather(bound, all);
      next = Math.min(next, bound.next);
    }
    return isShown(all) || (isBrief && isUnsure(all))
        ? Math.min(next, lasts(all, isBrief))
        : Moments.ALWAYS;
  }

  private void gather(Outcome bound, Outcome into) {
    for (int duty = 0; duty < shown.length; duty++) {
      into.allow(
          duty, bound.states[duty], bound.whys[duty], bound.deadlines[duty], bound.broken[duty]);
      into.possible[duty] |= bound.possible[duty];
    }
  }

  /// The two parts of a box, split at a moment or by the order of two incidents, with the fewest
  /// states left open. None for a single world.
  private List<Bounded> split(WorldBox box) {
    List<Bounded> best = List.of();
    long least = Long.MAX_VALUE;
    for (List<Optional<WorldBox>> each : partings(box)) {
      List<Bounded> parts = new ArrayList<>();
      long open = 0;
      for (Optional<WorldBox> part : each) {
        if (part.isPresent()) {
          Outcome bound = bound(part.get(), true);
          parts.add(new Bounded(part.get(), bound));
          open += open(bound);
        }
      }
      if (open < least) {
        least = open;
        best = parts;
      }
    }
    return best;
  }

  /// The candidate splits of a box.
  private List<List<Optional<WorldBox>>> partings(WorldBox box) {
    List<List<Optional<WorldBox>>> partings = new ArrayList<>();
    for (int i = 0; i < box.size() && partings.size() < MOST_CANDIDATES; i++) {
      if (box.low(i) < box.high(i)) {
        long at = middle(box.low(i), box.high(i));
        partings.add(List.of(box.with(i, box.low(i), at - 1), box.with(i, at, box.high(i))));
      }
    }
    if (box.size() > 0 && box.thing(0).equals(dossier)) {
      for (int i = 1; i < box.size() && partings.size() < 2 * MOST_CANDIDATES; i++) {
        if (box.thing(i) instanceof Dossier && box.isOrderOpen(0, i)) {
          partings.add(List.of(box.inOrder(0, i, 0), box.inOrder(i, 0, 1)));
        }
        if (box.thing(i) instanceof Dossier && box.isOrderOpen(i, 0)) {
          partings.add(List.of(box.inOrder(i, 0, 0), box.inOrder(0, i, 1)));
        }
      }
    }
    return partings;
  }

  /// The split point of an interval: the critical moment nearest its middle.
  private long middle(long low, long high) {
    long middle = low / 2 + high / 2 + (low % 2 + high % 2) / 2;
    Long before = splits().floor(middle);
    Long after = splits().higher(middle);
    boolean isBefore = before != null && before > low;
    boolean isAfter = after != null && after <= high;
    return isBefore && isAfter
        ? middle - before <= after - middle ? before : after
        : isBefore ? before : isAfter ? after : Math.max(middle, low + 1);
  }
}
