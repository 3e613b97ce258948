package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.parley.model.AsOf;
import org.parley.model.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Subject;
import org.parley.model.party.PartyId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;

/// Who agrees to what, as of a day, as known on a day: the matrix of subjects by parties, how
/// complete the whole is among which parties, what was quoted, and who says otherwise.
///
/// Built once by [#of], in time linear in the claims; asking it costs nothing but [#among], which
/// is linear in the points.
public final class Board {

  /// Up to this many columns, completeness is listed for every set of two or more; beyond it, for
  /// pairs, signatories, the sets that claims speak of, and all.
  static final int COLUMNS_WITH_ALL_SETS = 5;

  private final CaseView view;
  private final AsOf asOf;
  private final Ledger ledger;
  private final Hierarchy hierarchy;
  private final List<PartyId> columns;
  private final Map<Subject, Row> rows = new LinkedHashMap<>();
  private final Map<Subject, List<List<RowReader.Towards>>> pairs = new HashMap<>();
  private final Map<InstrumentId, Boolean> complete = new HashMap<>();
  private final List<Contradiction> contradictions;
  private final List<Agreement> completeness;
  private final List<QuotedShare> quotedShares;

  Board(Boards boards, AsOf asOf) {
    this.view = boards.view;
    this.asOf = asOf;
    this.ledger = boards.ledger(asOf);
    this.hierarchy = boards.hierarchy;
    this.columns = boards.columns;
    Contradictions found = new Contradictions(new Naming(view));
    RowReader reader = new RowReader(boards, ledger, found);
    for (Subject subject : hierarchy.subjects()) {
      RowReader.Result result = reader.read(subject);
      rows.put(subject, result.row());
      pairs.put(subject, result.pairs());
    }
    denials(boards, found);
    this.contradictions = found.list();
    this.completeness = sets(boards).stream().map(this::among).toList();
    this.quotedShares = quotes();
  }

  /// The board of `view` as of a day. Who asks for several days of one view asks [Boards].
  public static Board of(CaseView view, AsOf asOf) {
    return Boards.of(view).at(asOf);
  }

  /// The last day on which something was certainly said; empty cases have none and get `otherwise`.
  public static LocalDate lastDay(CaseView view, LocalDate otherwise) {
    return view.claims().stream().map(AsOf::saidBy).max(LocalDate::compareTo).orElse(otherwise);
  }

  private void denials(Boards boards, Contradictions found) {
    for (Word denial : boards.words) {
      for (ClaimId id : denial.claim.contradicts()) {
        Word denied = boards.corrections.get(id);
        if (ledger.counts(denial) && ledger.counts(denied)) {
          found.denied(denial, denied);
        }
      }
    }
  }

  private List<List<PartyId>> sets(Boards boards) {
    Set<List<PartyId>> sets = new LinkedHashSet<>();
    int width = columns.size();
    if (width <= COLUMNS_WITH_ALL_SETS) {
      for (int bits = 1; bits < 1 << width; bits++) {
        add(sets, bits);
      }
    } else {
      for (int a = 0; a < width; a++) {
        for (int b = a + 1; b < width; b++) {
          sets.add(List.of(columns.get(a), columns.get(b)));
        }
      }
      for (Instrument instrument : view.instruments()) {
        add(sets, new LinkedHashSet<>(instrument.signatories()));
      }
      sets.addAll(boards.spokenOf(ledger));
      add(sets, new LinkedHashSet<>(columns));
    }
    List<List<PartyId>> ordered = new ArrayList<>(sets);
    ordered.sort(Comparator.comparingInt(List::size));
    return ordered;
  }

  private void add(Set<List<PartyId>> sets, int bits) {
    Set<PartyId> set = new LinkedHashSet<>();
    for (int column = 0; column < columns.size(); column++) {
      if ((bits >> column & 1) == 1) {
        set.add(columns.get(column));
      }
    }
    add(sets, set);
  }

  private void add(Set<List<PartyId>> sets, Set<PartyId> parties) {
    List<PartyId> shown = columns.stream().filter(parties::contains).toList();
    if (shown.size() > 1) {
      sets.add(shown);
    }
  }

  private List<QuotedShare> quotes() {
    ShareExplainer explainer = new ShareExplainer(view, this);
    return ledger.standing().stream()
        .filter(claim -> claim.asserts() instanceof Assertion.Complete)
        .map(explainer::explain)
        .toList();
  }

  public AsOf asOf() {
    return asOf;
  }

  public Ledger ledger() {
    return ledger;
  }

  /// The parties whose stance it shows, in order.
  public List<PartyId> columns() {
    return columns;
  }

  /// Every row: the whole, the instruments, the points, the components.
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /// The row of one subject.
  public Row get(Subject subject) {
    Row row = rows.get(subject);
    if (row == null) {
      throw new NoSuchElementException("\"" + subject + "\" is not on this board");
    }
    return row;
  }

  /// Every contradiction, the latest first.
  public List<Contradiction> contradictions() {
    return contradictions;
  }

  /// How complete the whole is, for sets of parties, pairs first.
  public List<Agreement> completeness() {
    return completeness;
  }

  /// Every share somebody quoted, by date, beside what the record says.
  public List<QuotedShare> quotedShares() {
    return quotedShares;
  }

  /// How complete the whole is among `parties`, two or more of the columns.
  public Agreement among(List<PartyId> parties) {
    return among(parties, new Subject.Whole());
  }

  /// How complete `subject` is among `parties`, two or more of the columns.
  ///
  /// @throws NoSuchElementException naming a party that is not a column
  public Agreement among(List<PartyId> parties, Subject subject) {
    int[] indices = new int[parties.size()];
    int next = 0;
    for (PartyId party : parties) {
      int index = columns.indexOf(party);
      if (index < 0) {
        throw new NoSuchElementException("\"" + party + "\" is not a column of this board");
      }
      indices[next++] = index;
    }
    List<Agreement.PointStanding> points = new ArrayList<>();
    for (Point point : hierarchy.pointsOf(subject)) {
      points.add(standing(point, indices));
    }
    return new Agreement(parties, points, isProvisional(subject));
  }

  private Agreement.PointStanding standing(Point point, int[] indices) {
    RowReader.Towards towards = weakest(point.id(), indices);
    Integer weight = point.weight();
    return new Agreement.PointStanding(
        point.id(),
        weight != null ? weight : 1,
        towards.stance(),
        towards.basis(),
        towards.onTheWordOf());
  }

  /// Where any subject stands among the columns at `indices`.
  private RowReader.Towards weakest(Subject subject, int[] indices) {
    List<List<RowReader.Towards>> table = Objects.requireNonNull(pairs.get(subject));
    Stance stance = Stance.AGREED;
    Basis basis = Basis.OWN_WORDS;
    for (int a : indices) {
      for (int b : indices) {
        if (a != b) {
          RowReader.Towards towards = table.get(a).get(b);
          stance = stance.and(towards.stance());
          basis = basis.and(towards.basis());
        }
      }
      if (stance == Stance.SILENT) {
        return RowReader.Towards.SILENCE;
      }
    }
    List<PartyId> onTheWordOf = new ArrayList<>();
    for (int a : indices) {
      for (int b : indices) {
        for (PartyId speaker : table.get(a).get(b).onTheWordOf()) {
          if (!onTheWordOf.contains(speaker)) {
            onTheWordOf.add(speaker);
          }
        }
      }
    }
    return new RowReader.Towards(stance, basis, List.copyOf(onTheWordOf));
  }

  /// Where any subject stands among `parties`: the least favourable of their stances towards each
  /// other.
  public Stance standing(Subject subject, List<PartyId> parties) {
    return weakest(subject, parties.stream().mapToInt(columns::indexOf).toArray()).stance();
  }

  /// Whether what is agreed of `subject` is so only until everything is: an instrument it touches
  /// is a single undertaking and not every point of it is agreed among its signatories.
  private boolean isProvisional(Subject subject) {
    Set<InstrumentId> touched = new LinkedHashSet<>();
    hierarchy.pointsOf(subject).forEach(point -> touched.add(point.instrument()));
    return touched.stream()
        .anyMatch(
            id ->
                view.get(id).rule() == PackageRule.SINGLE_UNDERTAKING
                    && !complete.computeIfAbsent(id, this::isComplete));
  }

  /// Whether every point of an instrument is agreed among its signatories.
  private boolean isComplete(InstrumentId id) {
    List<PartyId> signatories = view.get(id).signatories();
    int[] indices =
        columns.stream().filter(signatories::contains).mapToInt(columns::indexOf).toArray();
    return hierarchy.pointsOf(id).stream()
        .allMatch(point -> weakest(point.id(), indices).stance() == Stance.AGREED);
  }

  /// The answer in a few sentences: among whom most is agreed, on whose word, what is left, and
  /// what of the others.
  public String headline() {
    return Headline.of(view, this);
  }
}
