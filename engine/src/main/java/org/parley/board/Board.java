package org.parley.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
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
import org.parley.model.text.Instrument;
import org.parley.model.text.Subject;

/// The board: who agrees to what, as of a day, as known on a day.
///
/// It holds the matrix of subjects by parties, completeness by sets of parties, quoted shares and
/// contradictions. Built once by [#of] in time linear in the claims; queries are free but for
/// [#among], which is linear in the points.
public final class Board {

  private final CaseView view;
  private final AsOf asOf;
  private final Ledger ledger;
  private final ActLedger acts;
  private final Map<Subject, Row> rows = new LinkedHashMap<>();
  private final List<PartyId> columns;
  private final Completeness completeness;
  private final List<Contradiction> contradictions;
  private final List<Agreement> agreements;
  private final List<QuotedShare> quotedShares;

  Board(Boards boards, AsOf asOf) {
    this.view = boards.words.view;
    this.asOf = asOf;
    this.ledger = boards.ledger(asOf);
    this.acts = boards.words.acts.at(asOf);
    this.columns = boards.words.columns;
    Contradictions found = new Contradictions();
    RowReader reader = new RowReader(boards.words, ledger, found);
    Map<Subject, RowReader.Pairs> pairs = new HashMap<>();
    Map<Subject, Long> since = since(boards.hierarchy);
    boards.claimsBySubject.forEach(
        (subject, subjectClaims) -> {
          RowReader.Result result =
              reader.read(subject, subjectClaims, since.getOrDefault(subject, Long.MIN_VALUE));
          rows.put(subject, result.row());
          pairs.put(subject, result.pairs());
        });
    denials(boards, found);
    this.contradictions = found.list();
    this.completeness = new Completeness(boards.words, boards.hierarchy, pairs, acts::contains);
    this.agreements = completeness.sets(ledger).stream().map(this::among).toList();
    QuotedShares shares = new QuotedShares(view, this);
    this.quotedShares =
        boards.quotes.stream()
            .filter(ledger::counts)
            .map(word -> shares.compare(word.claim))
            .toList();
  }

  /// The board of `view` as of a day. Use [Boards] for several days of one view.
  public static Board of(CaseView view, AsOf asOf) {
    return Boards.of(view).at(asOf);
  }

  /// The last day on which something was certainly said or done; `otherwise` for an empty case.
  public static LocalDate lastDay(CaseView view, LocalDate otherwise) {
    return Stream.concat(
            view.claims().stream().map(AsOf::saidBy),
            Acts.of(view).inOrder().stream().map(RecordedAct::doneBy))
        .filter(day -> day.isBefore(LocalDate.MAX))
        .max(LocalDate::compareTo)
        .orElse(otherwise);
  }

  /// By subject of an instrument whose rejected text was replaced, the moment of the new text.
  private Map<Subject, Long> since(Hierarchy hierarchy) {
    Map<Subject, Long> since = new HashMap<>();
    for (Instrument instrument : view.instruments()) {
      acts.replacementOf(instrument.id())
          .ifPresent(
              version ->
                  hierarchy
                      .subjectsIn(instrument.id())
                      .forEach(
                          subject ->
                              since.merge(
                                  subject, version.date().earliest().getEpochSecond(), Math::max)));
    }
    return since;
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
        for (Subject subject : denial.claim.about()) {
          boards.words.statementsOf((ActId) subject).stream()
              .filter(statement -> statement.stance != null && ledger.counts(statement))
              .forEach(statement -> found.denied(denial, statement));
        }
      }
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
    return agreements;
  }

  /// Every quoted share, by date, beside the computed one.
  public List<QuotedShare> quotedShares() {
    return quotedShares;
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
