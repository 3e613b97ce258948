package org.parley.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.parley.board.cell.RowReader;
import org.parley.board.cell.RowReader.Towards;
import org.parley.board.word.Basis;
import org.parley.board.word.Ledger;
import org.parley.board.word.PreparedClaims;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;

/// Completeness for sets of parties: a point is as agreed as the least favourable of their pairwise
/// stances.
final class Completeness {

  /// Up to this many columns, completeness is listed for every set of two or more. Beyond, it is
  /// listed for pairs, signatories, the sets named in claims, and all.
  static final int COLUMNS_WITH_ALL_SETS = 5;

  private final CaseView view;
  private final PreparedClaims words;
  private final Hierarchy hierarchy;

  private final Map<Subject, RowReader.Pairs> pairs;

  private final Predicate<Point> isOfDay;

  private final Map<InstrumentId, Boolean> complete = new ConcurrentHashMap<>();
  private final Map<Subject, List<Point>> pointsOfDay = new ConcurrentHashMap<>();

  /// @param isOfDay whether the version of the day contains a point
  Completeness(
      PreparedClaims words,
      Hierarchy hierarchy,
      Map<Subject, RowReader.Pairs> pairs,
      Predicate<Point> isOfDay) {
    this.view = words.view;
    this.words = words;
    this.hierarchy = hierarchy;
    this.pairs = pairs;
    this.isOfDay = isOfDay;
  }

  /// The completeness of `subject` among `parties`, two or more of the columns.
  ///
  /// @throws NoSuchElementException naming a party that is not a column
  Agreement among(List<PartyId> parties, Subject subject) {
    int[] columns = columnsOf(parties);
    List<Agreement.PointStanding> points = new ArrayList<>();
    for (Point point : pointsOf(subject)) {
      Towards least = least(point.id(), columns);
      Integer weight = point.weight();
      points.add(
          new Agreement.PointStanding(
              point.id(),
              weight != null ? weight : 1,
              least.stance(),
              least.basis(),
              least.onTheWordOf()));
    }
    return new Agreement(parties, points, isProvisional(subject));
  }

  /// How many points are agreed among `parties`, two or more of the columns.
  int agreed(List<PartyId> parties) {
    int[] columns = columnsOf(parties);
    int agreed = 0;
    for (Point point : pointsOf(new Subject.Whole())) {
      agreed += isAgreed(Objects.requireNonNull(pairs.get(point.id())), columns) ? 1 : 0;
    }
    return agreed;
  }

  private static boolean isAgreed(RowReader.Pairs towardsEach, int[] columns) {
    for (int a : columns) {
      for (int b : columns) {
        if (a != b && towardsEach.get(a, b).stance() != Stance.AGREED) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Point> pointsOf(Subject subject) {
    return pointsOfDay.computeIfAbsent(
        subject, each -> hierarchy.pointsOf(each).stream().filter(isOfDay).toList());
  }

  /// The standing of any subject among `parties`.
  Stance standing(Subject subject, List<PartyId> parties) {
    return least(subject, columnsOf(parties)).stance();
  }

  private int[] columnsOf(List<PartyId> parties) {
    int[] columns = new int[parties.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = words.columns.indexOf(parties.get(i));
      if (columns[i] < 0) {
        throw new NoSuchElementException(
            "\"" + parties.get(i) + "\" is not a column of this board");
      }
    }
    return columns;
  }

  /// The least favourable stance and the weakest basis of these columns towards each other. A
  /// rejection by one prevails over silence; otherwise the silence of one prevails.
  private Towards least(Subject subject, int[] columns) {
    RowReader.Pairs towardsEach = Objects.requireNonNull(pairs.get(subject));
    Stance stance = Stance.AGREED;
    Basis basis = Basis.OWN_WORDS;
    List<PartyId> onTheWordOf = List.of();
    boolean isAnySilent = false;
    for (int a : columns) {
      for (int b : columns) {
        if (a != b) {
          Towards towards = towardsEach.get(a, b);
          if (towards.stance() == Stance.SILENT) {
            isAnySilent = true;
            continue;
          }
          stance = stance.and(towards.stance());
          basis = basis.and(towards.basis());
          onTheWordOf = union(onTheWordOf, towards.onTheWordOf());
        }
      }
    }
    return isAnySilent && stance != Stance.REJECTED
        ? Towards.SILENCE
        : new Towards(stance, basis, onTheWordOf);
  }

  /// All of `some`, then those of `others` not among them.
  private static List<PartyId> union(List<PartyId> some, List<PartyId> others) {
    if (some.isEmpty() || some.equals(others)) {
      return others;
    }
    if (some.containsAll(others)) {
      return some;
    }
    List<PartyId> union = new ArrayList<>(some);
    others.stream().filter(other -> !some.contains(other)).forEach(union::add);
    return union;
  }

  /// Whether agreement on `subject` is provisional: it touches an instrument that is a single
  /// undertaking and not fully agreed among its signatories.
  private boolean isProvisional(Subject subject) {
    Set<InstrumentId> touched = new LinkedHashSet<>();
    pointsOf(subject).forEach(point -> touched.add(point.instrument()));
    return touched.stream()
        .anyMatch(
            id ->
                view.get(id).rule() == PackageRule.SINGLE_UNDERTAKING
                    && !complete.computeIfAbsent(id, this::isComplete));
  }

  /// Whether every point of an instrument is agreed among its signatories.
  private boolean isComplete(InstrumentId id) {
    List<PartyId> signatories = view.get(id).signatories();
    int[] columns = columnsOf(words.columns.stream().filter(signatories::contains).toList());
    return pointsOf(id).stream()
        .allMatch(point -> isAgreed(Objects.requireNonNull(pairs.get(point.id())), columns));
  }

  /// The sets of two or more columns with listed completeness, the smallest first.
  List<List<PartyId>> sets(Ledger ledger) {
    Set<List<PartyId>> sets = new LinkedHashSet<>();
    List<PartyId> columns = words.columns;
    if (columns.size() <= COLUMNS_WITH_ALL_SETS) {
      for (int bits = 1; bits < 1 << columns.size(); bits++) {
        add(sets, partiesIn(bits));
      }
    } else {
      for (int a = 0; a < columns.size(); a++) {
        for (int b = a + 1; b < columns.size(); b++) {
          sets.add(List.of(columns.get(a), columns.get(b)));
        }
      }
      for (Instrument instrument : view.instruments()) {
        add(sets, instrument.signatories());
      }
      sets.addAll(words.spokenOf(ledger));
      add(sets, columns);
    }
    List<List<PartyId>> ordered = new ArrayList<>(sets);
    ordered.sort(Comparator.comparingInt(List::size));
    return ordered;
  }

  private List<PartyId> partiesIn(int bits) {
    List<PartyId> parties = new ArrayList<>();
    for (int column = 0; column < words.columns.size(); column++) {
      if ((bits >> column & 1) == 1) {
        parties.add(words.columns.get(column));
      }
    }
    return parties;
  }

  private void add(Set<List<PartyId>> sets, List<PartyId> parties) {
    List<PartyId> shown = words.columns.stream().filter(parties::contains).toList();
    if (shown.size() > 1) {
      sets.add(shown);
    }
  }
}
