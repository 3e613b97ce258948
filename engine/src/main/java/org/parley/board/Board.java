package org.parley.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.acts.InstrumentState;
import org.parley.acts.RecordedAct;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Contradictions;
import org.parley.board.cell.Row;
import org.parley.board.cell.RowReader;
import org.parley.board.word.Ledger;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The board: who agrees to what, as of a day, as known on a day.
///
/// It holds the matrix of subjects by parties, completeness by sets of parties, quoted shares and
/// contradictions. Built once by [#of] in time linear in the claims. Completeness and quoted shares
/// are computed when they are first asked for; [#among] is linear in the points, and all else free.
public final class Board {

  /// With fewer claims, a second thread costs more than it saves.
  private static final int LARGE = 50_000;

  private final CaseView view;
  private final AsOf asOf;
  private final Ledger ledger;
  private final ActLedger acts;
  private final Hierarchy hierarchy;

  /// The instruments of which nothing was known by the day.
  private final Set<InstrumentId> unknown;

  /// Tells the boards that it is one of.
  private final Object state;

  private final Map<Subject, RowReader.Result> results = new LinkedHashMap<>();
  private final Map<Subject, Row> rows = new LinkedHashMap<>();
  private final List<PartyId> columns;
  private final Completeness completeness;
  private final List<Contradiction> contradictions;
  private final List<PreparedClaim> quotes;

  /// Once asked for.
  private volatile @Nullable List<Agreement> agreements;

  private volatile @Nullable List<QuotedShare> quotedShares;

  /// @param known rows that are read already, by subject
  Board(Boards boards, AsOf asOf, Map<Subject, RowReader.Result> known) {
    this.state = boards.state;
    this.view = boards.words.view;
    this.asOf = asOf;
    this.ledger = boards.ledger(asOf);
    this.acts = boards.words.acts.at(asOf);
    this.columns = boards.words.columns;
    this.hierarchy = boards.hierarchy;
    this.unknown = unknown(boards);
    Contradictions found = new Contradictions();
    Map<Subject, RowReader.Pairs> pairs = new HashMap<>();
    List<Subject> subjects = List.copyOf(boards.claimsBySubject.keySet());
    List<RowReader.Result> read = read(boards, subjects, known);
    for (int i = 0; i < read.size(); i++) {
      RowReader.Result result = read.get(i);
      results.put(subjects.get(i), result);
      rows.put(subjects.get(i), result.row());
      pairs.put(subjects.get(i), result.pairs());
      found.addAll(result.contradictions());
    }
    denials(boards, found);
    this.contradictions = found.list();
    this.completeness =
        new Completeness(boards.words, boards.hierarchy, pairs, point -> shows(point.id()));
    this.quotes = boards.quotes;
  }

  /// The rows of some subjects, in their order. Those of a large case are read in parallel.
  private List<RowReader.Result> read(
      Boards boards, List<Subject> subjects, Map<Subject, RowReader.Result> known) {
    RowReader reader = new RowReader(boards.words, ledger);
    TextSince since = new TextSince(view, hierarchy, acts);
    Stream<Subject> each = boards.size() < LARGE ? subjects.stream() : subjects.parallelStream();
    return each.map(
            subject -> {
              RowReader.Result there = known.get(subject);
              return there != null
                  ? there
                  : reader.read(
                      subject,
                      Objects.requireNonNull(boards.claimsBySubject.get(subject)),
                      since.of(subject));
            })
        .toList();
  }

  /// Its rows, for the board of the same day in the next state.
  public BoardRows kept() {
    return new BoardRows(asOf, state, results);
  }

  /// The board of `view` as of a day. Use [Boards] for several days of one view.
  public static Board of(CaseView view, AsOf asOf) {
    return Boards.of(view).at(asOf);
  }

  /// The last day on which something was certainly said or done; `otherwise` for an empty case.
  ///
  /// @param acts the acts of the view
  public static LocalDate lastDay(CaseView view, Acts acts, LocalDate otherwise) {
    return days(view, acts).max(LocalDate::compareTo).orElse(otherwise);
  }

  /// The first day by which something was certainly said or done; empty for an empty case.
  ///
  /// @param acts the acts of the view
  public static Optional<LocalDate> firstDay(CaseView view, Acts acts) {
    return days(view, acts).min(LocalDate::compareTo);
  }

  private static Stream<LocalDate> days(CaseView view, Acts acts) {
    return Stream.concat(
            view.claims().stream().map(AsOf::saidBy),
            acts.inOrder().stream().map(RecordedAct::doneBy))
        .filter(day -> day.isBefore(LocalDate.MAX));
  }

  private Set<InstrumentId> unknown(Boards boards) {
    Set<InstrumentId> unknown = new HashSet<>();
    for (Instrument instrument : view.instruments()) {
      if (!acts.isKnown(instrument)) {
        unknown.add(instrument.id());
      }
    }
    if (!unknown.isEmpty()) {
      for (PreparedClaim word : boards.words.inOrder) {
        if (ledger.counts(word)) {
          word.claim
              .about()
              .forEach(subject -> hierarchy.instrumentOf(subject).ifPresent(unknown::remove));
        }
      }
    }
    return unknown;
  }

  private void denials(Boards boards, Contradictions found) {
    for (PreparedClaim denial : boards.denials) {
      for (ClaimId id : denial.claim.contradicts()) {
        PreparedClaim denied = boards.words.get(id);
        if (ledger.counts(denial) && ledger.counts(denied)) {
          found.denied(denial, denied);
        }
      }
    }
    for (PreparedClaim denial : boards.denialsOfActs) {
      if (ledger.counts(denial)) {
        denial.claim.about().forEach(subject -> denied(boards, denial, (ActId) subject, found));
      }
    }
  }

  private void denied(Boards boards, PreparedClaim denial, ActId id, Contradictions found) {
    List<PreparedClaim> statements =
        boards.words.statementsOf(id).stream()
            .filter(statement -> statement.stance != null && ledger.counts(statement))
            .toList();
    statements.forEach(statement -> found.denied(denial, statement));
    if (statements.isEmpty()) {
      acts.find(id).ifPresent(entry -> found.denied(denial, entry.recorded()));
    }
  }

  /// The view it was built from.
  public CaseView view() {
    return view;
  }

  public AsOf asOf() {
    return asOf;
  }

  public Ledger ledger() {
    return ledger;
  }

  /// The acts done by the day.
  public ActLedger acts() {
    return acts;
  }

  /// The parties whose stance it shows, in order.
  public List<PartyId> columns() {
    return columns;
  }

  /// Every row: the whole, the instruments, the points, the components.
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /// Whether a subject belongs to the board of the day: its instrument was known, and the version
  /// of the day contains it.
  public boolean shows(Subject subject) {
    return switch (subject) {
      case Subject.Whole _, ActId _ -> true;
      case InstrumentId id -> !unknown.contains(id);
      case PointId id -> shows(view.get(id));
      case ComponentId id -> shows(view.pointOf(id));
    };
  }

  private boolean shows(Point point) {
    return !unknown.contains(point.instrument()) && acts.contains(point);
  }

  /// Whether a subject is an instrument or part of it.
  boolean isWithin(Subject subject, InstrumentId instrument) {
    return subject.equals(instrument) || hierarchy.wholesOf(subject).contains(instrument);
  }

  /// The rows that belong to the board of the day.
  public List<Row> shownRows() {
    return rows.values().stream().filter(row -> shows(row.subject())).toList();
  }

  /// The states of the instruments known by the day, in the order of the view.
  public List<InstrumentState> states() {
    return view.instruments().stream()
        .filter(each -> shows(each.id()))
        .map(each -> acts.stateOf(each.id()))
        .toList();
  }

  /// The columns that have said and done nothing on any subject shown.
  public List<PartyId> withoutWord() {
    List<Row> shown = shownRows();
    return columns.stream()
        .filter(party -> shown.stream().allMatch(row -> row.get(party).stance() == Stance.SILENT))
        .toList();
  }

  /// How far each instrument was carried out that binds or was begun, and what belongs to none.
  public List<CarriedOut> implementation() {
    return CarriedOut.of(this);
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

  /// The completeness of the whole for sets of parties, pairs first.
  public List<Agreement> completeness() {
    List<Agreement> known = agreements;
    if (known == null) {
      known = completeness.sets(ledger).stream().map(this::among).toList();
      agreements = known;
    }
    return known;
  }

  /// The most points that a listed set of parties agrees on; 0 if there is none.
  int mostAgreed() {
    return completeness.sets(ledger).stream().mapToInt(completeness::agreed).max().orElse(0);
  }

  /// Every quoted share, by date, beside the computed one.
  public List<QuotedShare> quotedShares() {
    List<QuotedShare> known = quotedShares;
    if (known == null) {
      QuotedShares shares = new QuotedShares(view, this);
      known =
          quotes.stream().filter(ledger::counts).map(word -> shares.compare(word.claim)).toList();
      quotedShares = known;
    }
    return known;
  }

  /// The completeness of the whole among `parties`, two or more of the columns.
  public Agreement among(List<PartyId> parties) {
    return among(parties, new Subject.Whole());
  }

  /// The completeness of `subject` among `parties`, two or more of the columns.
  ///
  /// @throws NoSuchElementException naming a party that is not a column
  public Agreement among(List<PartyId> parties, Subject subject) {
    return completeness.among(parties, subject);
  }

  /// The completeness of a chapter: of the points in it, among the signatories of its instrument.
  ///
  /// Empty for a point that shows no others in it, and for fewer than two signatories on the board.
  public Optional<Agreement> chapter(PointId chapter) {
    List<PartyId> signatories = view.get(view.get(chapter).instrument()).signatories();
    List<PartyId> among = columns.stream().filter(signatories::contains).toList();
    return among.size() < 2 || view.pointsIn(chapter).stream().noneMatch(p -> shows(p.id()))
        ? Optional.empty()
        : Optional.of(among(among, chapter));
  }

  /// The standing of any subject among `parties`: the least favourable of their stances towards
  /// each other.
  public Stance standing(Subject subject, List<PartyId> parties) {
    return completeness.standing(subject, parties);
  }

  /// The summary: the parties with the most agreement, on whose word, the open points, and the
  /// others.
  public BoardSummary summary() {
    return BoardSummary.of(this);
  }
}
