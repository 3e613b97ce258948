package org.parley.answer.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.acts.InstrumentPhase;
import org.parley.answer.AnswerJson;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.CarriedOut;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.QuotedShare.ShareComparison;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.wording.ActWording;
import org.parley.wording.BoardWording;
import org.parley.wording.Messages;
import org.parley.wording.Phrase;

/// A board, and what moved.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param moved what changed since an earlier day; absent where none is asked for
public record BoardAnswer(
    String title,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    String headline,
    List<PartyId> columns,
    List<BoardRow> rows,
    List<ActsAnswer.InstrumentStateAnswer> instruments,
    List<AgreementAnswer> completeness,
    List<CarriedOutAnswer> implementation,
    List<QuotedShareAnswer> quotedShares,
    List<ContradictionAnswer> contradictions,
    @Nullable Moved moved) {

  /// A subject and where the parties stand on it.
  ///
  /// @param partOf the chapter that a point stands in; absent for others
  /// @param chapter how much of a chapter is agreed; absent for others
  public record BoardRow(
      Subject subject,
      @Nullable PointId partOf,
      @Nullable ChapterAnswer chapter,
      List<Cell> cells) {}

  /// How much of the points in a chapter those agree on who sign it.
  public record ChapterAnswer(List<PartyId> parties, int agreed, int total, String words) {}

  /// How much some parties agree on.
  public record AgreementAnswer(
      List<PartyId> parties,
      int agreed,
      int agreedByOwnWords,
      int total,
      long agreedWeight,
      long totalWeight,
      boolean provisional,
      Map<String, Integer> counts,
      List<PointStanding> points) {

    public static AgreementAnswer of(Agreement agreement) {
      return new AgreementAnswer(
          agreement.parties(),
          agreement.agreed(),
          agreement.agreedFirstHand(),
          agreement.total(),
          agreement.agreedWeight(),
          agreement.totalWeight(),
          agreement.provisional(),
          AnswerJson.byWord(agreement.counts()),
          agreement.points().stream()
              .map(
                  each ->
                      new PointStanding(
                          each.point(), each.stance(), each.basis(), each.onTheWordOf()))
              .toList());
    }
  }

  /// Where some parties stand on a point.
  public record PointStanding(
      PointId point, Stance stance, Basis basis, List<PartyId> onTheWordOf) {}

  /// How far an instrument was carried out.
  ///
  /// @param instrument absent for what belongs to none
  public record CarriedOutAnswer(
      @Nullable InstrumentId instrument,
      int done,
      int total,
      Map<String, Integer> counts,
      String words) {

    public static CarriedOutAnswer of(CarriedOut each, BoardWording wording) {
      return new CarriedOutAnswer(
          each.instrument(),
          each.implementation().done(),
          each.implementation().total(),
          AnswerJson.byWord(each.implementation().counts()),
          wording.carriedOut(each).text());
    }
  }

  /// The whole that a quoted share is of.
  public enum ShareOf {
    NEGOTIATION,
    IMPLEMENTATION,
    SOMETHING_ELSE
  }

  /// A share that somebody named, beside what the board counts.
  ///
  /// @param of the whole that it is of; it is compared with its like alone
  /// @param agreed absent where no points can be counted
  /// @param done absent where no steps can be counted
  /// @param total absent where nothing can be counted
  public record QuotedShareAnswer(
      ClaimId claim,
      @Nullable String share,
      ShareOf of,
      List<Subject> about,
      List<PartyId> between,
      String speaker,
      PartyId party,
      List<PartyId> jointly,
      String said,
      @Nullable Integer agreed,
      @Nullable Integer done,
      @Nullable Integer total,
      String explanation) {}

  /// Two claims, or an act and a claim, that contradict each other.
  public record ContradictionAnswer(
      Contradiction.Kind kind,
      PartyId party,
      Id first,
      Id second,
      List<Subject> subjects,
      String words) {}

  /// The changes since an earlier day.
  public record Moved(
      List<StateChangeAnswer> states,
      List<NewTextAnswer> versions,
      List<ActsAnswer.ListedAct> performed,
      List<CellChange> changes,
      List<AgreementChange> completeness,
      List<ContradictionAnswer> newContradictions,
      List<ContradictionAnswer> settledContradictions,
      List<QuotedShareAnswer> newQuotedShares) {}

  /// An instrument in another phase, or approved or refused by more.
  public record StateChangeAnswer(
      InstrumentId instrument, InstrumentPhase before, InstrumentPhase after, String words) {}

  /// A version of an instrument in place of another.
  ///
  /// @param before the version before; absent where it is the first
  public record NewTextAnswer(
      InstrumentId instrument,
      @Nullable String before,
      String after,
      String date,
      boolean isReplacement,
      List<PointId> added,
      List<PointId> removed,
      List<PointId> reworded,
      String words) {}

  /// A cell before and after.
  ///
  /// @param newText the version that replaced the text its basis was about; absent where none did
  public record CellChange(
      Subject subject, Cell before, Cell after, List<Id> movedBy, @Nullable String newText) {}

  /// How many points some parties agreed on before and after.
  public record AgreementChange(List<PartyId> parties, int before, int after) {}

  /// The answer for a board.
  ///
  /// @param only the party whose cells are wanted; empty for those of all
  public static BoardAnswer of(
      CaseView view, Board board, Optional<Movement> movement, Optional<PartyId> only) {
    var wording = new BoardWording(Messages.current(), view);
    return of(view, board, movement, only, each -> wording.contradiction(each).text());
  }

  /// The same.
  ///
  /// @param contradictions the words of a contradiction, if they are at hand
  public static BoardAnswer of(
      CaseView view,
      Board board,
      Optional<Movement> movement,
      Optional<PartyId> only,
      Function<Contradiction, String> contradictions) {
    var facts = new Facts(view, new BoardWording(Messages.current(), view), contradictions);
    LocalDate knownAt = board.asOf().knownAt();
    return new BoardAnswer(
        view.info().title().text(),
        board.asOf().date(),
        knownAt.equals(LocalDate.MAX) ? null : knownAt,
        facts.wording.summary(board).text(),
        board.columns(),
        board.shownRows().stream()
            .map(
                row ->
                    new BoardRow(
                        row.subject(),
                        row.subject() instanceof PointId id ? view.get(id).partOf() : null,
                        row.subject() instanceof PointId id ? facts.chapter(board, id) : null,
                        row.cells().stream()
                            .filter(cell -> only.isEmpty() || only.get().equals(cell.party()))
                            .toList()))
            .toList(),
        board.states().stream()
            .map(each -> ActsAnswer.state(each, new ActWording(Messages.current(), view)))
            .toList(),
        board.completeness().stream().map(AgreementAnswer::of).toList(),
        board.implementation().stream()
            .map(each -> CarriedOutAnswer.of(each, facts.wording))
            .toList(),
        facts.quotes(board.quotedShares()),
        facts.contradictions(board.contradictions()),
        movement.map(facts::moved).orElse(null));
  }

  /// Turns facts of a case into what is answered.
  private record Facts(
      CaseView view, BoardWording wording, Function<Contradiction, String> contradiction) {

    @Nullable ChapterAnswer chapter(Board board, PointId id) {
      return board
          .chapter(id)
          .map(
              each ->
                  new ChapterAnswer(
                      each.parties(),
                      each.agreed(),
                      each.total(),
                      wording.chapter(board, id).map(Phrase::text).orElse("")))
          .orElse(null);
    }

    List<QuotedShareAnswer> quotes(List<QuotedShare> quotes) {
      return quotes.stream().map(this::quote).toList();
    }

    private QuotedShareAnswer quote(QuotedShare quote) {
      Claim claim = view.get(quote.claim());
      Optional<Agreement> computed = quote.computed();
      ShareComparison.Performed performed =
          quote.comparison() instanceof ShareComparison.Performed known ? known : null;
      return new QuotedShareAnswer(
          claim.id(),
          claim.asserts().findShare().map(Share::said).orElse(null),
          switch (claim.asserts()) {
            case Assertion.Implemented _ -> ShareOf.IMPLEMENTATION;
            case Assertion.Measured _ -> ShareOf.SOMETHING_ELSE;
            default -> ShareOf.NEGOTIATION;
          },
          claim.about(),
          claim.between(),
          claim.speaker(),
          claim.party(),
          claim.jointly(),
          claim.said().toString(),
          computed.map(Agreement::agreed).orElse(null),
          performed == null ? null : Integer.valueOf(performed.done()),
          performed == null
              ? computed.map(Agreement::total).orElse(null)
              : Integer.valueOf(performed.total()),
          wording.comparison(quote).text());
    }

    List<ContradictionAnswer> contradictions(List<Contradiction> all) {
      return all.stream()
          .map(
              each ->
                  new ContradictionAnswer(
                      each.kind(),
                      each.party(),
                      each.first(),
                      each.second(),
                      each.subjects(),
                      contradiction.apply(each)))
          .toList();
    }

    private StateChangeAnswer state(Movement.StateChange each) {
      return new StateChangeAnswer(
          each.after().instrument(),
          each.before().phase(),
          each.after().phase(),
          wording.moved(each).text());
    }

    private NewTextAnswer text(Movement.NewText each) {
      return new NewTextAnswer(
          each.instrument(),
          each.before() == null ? null : each.before().version(),
          each.after().version(),
          each.after().date().toString(),
          each.isReplacement(),
          each.added(),
          each.removed(),
          each.reworded(),
          wording.moved(each).text());
    }

    Moved moved(Movement movement) {
      ActWording acts = new ActWording(Messages.current(), view);
      return new Moved(
          movement.states().stream().map(this::state).toList(),
          movement.versions().stream().map(this::text).toList(),
          movement.performed().stream().map(each -> ActsAnswer.act(each, acts)).toList(),
          movement.changes().stream()
              .map(
                  each ->
                      new CellChange(
                          each.subject(),
                          each.before(),
                          each.after(),
                          each.movedBy(),
                          each.newText() == null ? null : each.newText().after().version()))
              .toList(),
          movement.completeness().stream()
              .map(
                  each ->
                      new AgreementChange(
                          each.after().parties(), each.before().agreed(), each.after().agreed()))
              .toList(),
          contradictions(movement.newContradictions()),
          contradictions(movement.settledContradictions()),
          quotes(movement.newQuotes()));
    }
  }
}
