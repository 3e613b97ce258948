package org.parley.web.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.CarriedOut;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.QuotedShare.ShareComparison;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Share;
import org.parley.model.party.Party;
import org.parley.model.source.SourceId;
import org.parley.model.text.Component;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.PositionCount;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.web.view.Visit;
import org.parley.wording.ActWording;
import org.parley.wording.BoardWording;
import org.parley.wording.Messages;
import org.parley.wording.SourceWording;

/// The board at one moment, and its changes since an earlier one.
///
/// @param open the case
/// @param moment the moment
/// @param board the board
/// @param movement the changes; null without comparison
/// @param flags the cells of contradictions
public record BoardPage(
    OpenCase open, ViewedDay moment, Board board, @Nullable Movement movement, Set<Object> flags) {

  /// Up to this many columns, cells show words beside their symbols.
  private static final int COLUMNS_WITH_WORDS = 7;

  /// Points in more points than this are indented no further.
  private static final int DEEPEST_INDENT = 4;

  /// A line of the matrix.
  ///
  /// @param row the row of the board
  /// @param label its subject
  /// @param level 0 the whole, 1 an instrument, 2 a point, 3 a part of a point
  /// @param point the point; null on levels 0 and 1
  /// @param depth the number of points that the point stands in
  /// @param chapter how much of a chapter is agreed; empty for other lines
  public record Line(
      Row row, LocalizedText label, int level, @Nullable Point point, int depth, String chapter) {

    /// The classes of its row.
    public String classes() {
      return "l" + level + (depth == 0 ? "" : " d" + Math.min(depth, DEEPEST_INDENT));
    }
  }

  /// The page at a moment.
  public static BoardPage of(OpenCase open, ViewedDay moment) {
    Board board = open.board(moment.asOf());
    Movement movement =
        moment.before().map(before -> Movement.between(open.board(before), board)).orElse(null);
    return new BoardPage(open, moment, board, movement, flags(board));
  }

  /// Whether nothing is on record yet that anybody said or did.
  public boolean isNew() {
    return open.view().claims().isEmpty() && open.view().acts().isEmpty();
  }

  public Frame frame() {
    return Frame.of(Say.text("board.title"), open.view().info(), "board");
  }

  /// How many positions are on record, for those who may add some; null if none is missing, and on
  /// pages of another day.
  public @Nullable PositionCount positions() {
    if (moment.isOfDay() || !Visit.current().may().add("positions")) {
      return null;
    }
    PositionCount count =
        PositionCount.of(
            open.view(), open.view().columns().stream().map(each -> each.id()).toList());
    return count.isComplete() ? null : count;
  }

  /// The answer in one sentence.
  public String answer() {
    return open.summary(board.asOf()).headline().text();
  }

  /// The rest of the answer; may be empty.
  public String answerContinued() {
    return open.summary(board.asOf()).explanation().text();
  }

  /// The sources on which the count of the headline rests.
  ///
  /// @param words in words
  /// @param sources the smallest set found
  public record RestsOn(String words, List<SourceId> sources) {}

  /// The sources on which the count of the headline rests; empty for a large case, and where
  /// nothing is agreed.
  public Optional<RestsOn> restsOn() {
    return open.restsOn(board.asOf())
        .map(
            found ->
                new RestsOn(
                    new SourceWording(Messages.current(), open.view()).count(found).text(),
                    found.findAnswer().orElseThrow().sources()));
  }

  /// How many contradictions the page shows; the others are on the pages of their points.
  public static final int CONTRADICTIONS_SHOWN = 40;

  /// The latest share that each speaker quoted in numbers of each thing.
  public List<QuotedShare> latestInNumbers() {
    Map<List<Object>, QuotedShare> latest = new LinkedHashMap<>();
    for (QuotedShare quote : board.quotedShares()) {
      Claim claim = open.view().get(quote.claim());
      if (claim.asserts().findShare().flatMap(Share::fraction).isPresent()) {
        latest.put(List.of(claim.speaker(), claim.about(), whole(claim)), quote);
      }
    }
    return List.copyOf(latest.values());
  }

  /// The whole that a share is of: what is negotiated, what is carried out, or something else.
  private static Object whole(Claim claim) {
    return claim.asserts() instanceof Assertion.Measured(_, String of)
        ? of
        : claim.asserts().getClass();
  }

  /// A quoted share as it was said.
  public static String share(Claim claim) {
    return claim.asserts().findShare().map(Share::said).orElse("");
  }

  /// The whole that a quoted share is of, in words.
  public String whole(QuotedShare quote) {
    return wording().whole(open.view().get(quote.claim())).text();
  }

  /// The count on record beside a quoted share: "7 of 18"; empty if nothing is counted.
  public static String onRecord(QuotedShare quote) {
    return switch (quote.comparison()) {
      case ShareComparison.Counted counted ->
          of(counted.computed().agreed(), counted.computed().total());
      case ShareComparison.Performed performed -> of(performed.done(), performed.total());
      case ShareComparison.Uncounted _,
          ShareComparison.SeveralSubjects _,
          ShareComparison.TooFewParties _,
          ShareComparison.NothingToPerform _,
          ShareComparison.OfSomethingElse _ ->
          "";
    };
  }

  private static String of(int part, int whole) {
    return Say.text("of", "part", part, "whole", whole);
  }

  private BoardWording wording() {
    return new BoardWording(Messages.current(), open.view());
  }

  /// How far each instrument was carried out; empty while nothing could be.
  public List<CarriedOut> implementation() {
    return board.implementation();
  }

  public String name(CarriedOut each) {
    return Say.sentence(wording().name(each).text());
  }

  public String words(CarriedOut each) {
    return wording().carriedOut(each).text();
  }

  public String words(Movement.StateChange each) {
    return Say.sentence(wording().moved(each).text());
  }

  public String words(Movement.NewText each) {
    return Say.sentence(wording().moved(each).text());
  }

  public String words(ActLedger.Entry each) {
    return Say.sentence(new ActWording(Messages.current(), open.view()).full(each.act()).text());
  }

  /// Why a stance ended, if another text replaced the one it was about; empty otherwise.
  public String newText(Movement.Change change) {
    return change.newText() == null ? "" : Say.sentence(wording().newText(change.newText()).text());
  }

  /// The other quoted shares: in words, or said again since.
  public List<QuotedShare> otherShares() {
    Set<QuotedShare> latest = Collections.newSetFromMap(new IdentityHashMap<>());
    latest.addAll(latestInNumbers());
    return board.quotedShares().stream().filter(quote -> !latest.contains(quote)).toList();
  }

  /// How a quoted share differs from the record.
  public String comparison(QuotedShare quote) {
    return Say.comparison(open.view(), quote);
  }

  public List<Party> columns() {
    return open.view().columns();
  }

  public boolean isDense() {
    return columns().size() > COLUMNS_WITH_WORDS;
  }

  /// The lines of the matrix: the whole, then each document with its points and their parts.
  public List<Line> lines() {
    return lines(open, board);
  }

  static List<Line> lines(OpenCase open, Board board) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            board.get(new Subject.Whole()),
            LocalizedText.of(Say.text("board.matrix.whole")),
            0,
            null,
            0,
            ""));
    for (Instrument instrument : open.view().instruments()) {
      if (!board.shows(instrument.id())) {
        continue;
      }
      lines.add(new Line(board.get(instrument.id()), instrument.label(), 1, null, 0, ""));
      for (Point point : open.view().points()) {
        if (point.instrument().equals(instrument.id()) && board.shows(point.id())) {
          int depth = open.view().depthOf(point.id());
          String chapter = Say.chapter(board, point);
          lines.add(new Line(board.get(point.id()), point.title(), 2, point, depth, chapter));
          for (Component part : point.components()) {
            lines.add(new Line(board.get(part.id()), part.title(), 3, point, depth, ""));
          }
        }
      }
    }
    return lines;
  }

  /// The state of an instrument on the day, by its acts; empty if nothing has happened, and for
  /// other subjects.
  public String state(Subject subject) {
    if (!(subject instanceof InstrumentId id)) {
      return "";
    }
    InstrumentState state = board.acts().stateOf(id);
    return state.phase() == InstrumentPhase.NONE
        ? ""
        : new ActWording(Messages.current(), open.view()).state(state).text();
  }

  /// The sets of parties worth reading first: those among whom something is agreed, and all
  /// together.
  public List<Agreement> mainSets() {
    return spokenSets().stream().filter(this::isMain).toList();
  }

  /// The other sets: nothing is agreed among them.
  public List<Agreement> otherSets() {
    return spokenSets().stream().filter(set -> !isMain(set)).toList();
  }

  /// The columns that have said and done nothing.
  public List<PartyId> withoutWord() {
    return board.withoutWord();
  }

  /// How many sets are left out, because one of them has said and done nothing.
  public int setsLeftOut() {
    return board.completeness().size() - spokenSets().size();
  }

  private List<Agreement> spokenSets() {
    List<PartyId> silent = board.withoutWord();
    return board.completeness().stream()
        .filter(set -> set.parties().stream().noneMatch(silent::contains))
        .toList();
  }

  private boolean isMain(Agreement set) {
    return set.agreed() > 0
        || set.parties().size() == board.columns().size() - board.withoutWord().size();
  }

  /// Whether the points have weights that differ.
  public boolean isWeighted() {
    return open.view().points().stream().anyMatch(p -> p.weight() != null && p.weight() != 1);
  }

  /// The open points of a set, if they are few enough to name.
  public Optional<List<Point>> notAgreed(Agreement set) {
    List<Point> points =
        set.points().stream()
            .filter(point -> point.stance() != Stance.AGREED)
            .map(point -> open.view().get(point.point()))
            .toList();
    return points.size() <= 4 ? Optional.of(points) : Optional.empty();
  }

  /// The place of the day shown among the days the slider stops at: the last one not after it.
  public int stop() {
    int stop = 0;
    for (int i = 0; i < open.days().size(); i++) {
      if (!open.days().get(i).isAfter(moment.shown())) {
        stop = i;
      }
    }
    return stop;
  }

  /// The days the slider stops at, separated by blanks.
  public String stops() {
    return String.join(" ", open.days().stream().map(Object::toString).toList());
  }

  /// Whether a cell says itself whether the text was received, rather than its whole.
  public boolean saysReceipt(Cell cell, Subject subject) {
    return cell.receiptClaims().stream()
        .anyMatch(id -> open.view().get(id).about().contains(subject));
  }

  /// Whether a cell is to be flagged as contradicted.
  public boolean isFlagged(Cell cell, Subject subject) {
    return flags.contains(new Flag(subject, cell.party()));
  }

  /// A cell that a contradiction touches.
  private record Flag(Subject subject, PartyId party) {}

  /// The cells to flag: every cell with a contradicted stance; contradictions about receipt only on
  /// the widest subject.
  private static Set<Object> flags(Board board) {
    Set<Object> flags = new HashSet<>();
    for (Contradiction each : board.contradictions()) {
      if (!board.columns().contains(each.party())) {
        continue;
      }
      boolean once = each.kind() == Contradiction.Kind.RECEIVED_AND_NOT_RECEIVED;
      for (Subject subject : once ? each.subjects().subList(0, 1) : each.subjects()) {
        if (!(subject instanceof ActId) && board.get(subject).get(each.party()).contested()) {
          flags.add(new Flag(subject, each.party()));
        }
      }
    }
    return flags;
  }

  /// An equal change on one or more subjects.
  ///
  /// @param subjects the subjects
  /// @param change the change on the first of them
  /// @param details changes besides the stance, in words; may be empty
  public record Moved(List<Subject> subjects, Movement.Change change, String details) {}

  /// The changes, with equal changes of one party by the same claims merged.
  public List<Moved> moved() {
    Map<Object, Moved> groups = new LinkedHashMap<>();
    if (movement != null) {
      for (Movement.Change change : movement.changes()) {
        Cell before = change.before();
        Cell after = change.after();
        String details = details(before, after);
        Object key =
            List.of(
                change.party(),
                before.stance(),
                before.basis(),
                after.stance(),
                after.basis(),
                details,
                change.movedBy());
        groups
            .computeIfAbsent(key, _ -> new Moved(new ArrayList<>(), change, details))
            .subjects()
            .add(change.subject());
      }
    }
    return List.copyOf(groups.values());
  }

  private String details(Cell before, Cell after) {
    List<String> words = new ArrayList<>();
    if (before.receipt() != after.receipt()) {
      words.add(Say.text("receipt.text", "receipt", after.receipt()));
    }
    List<OptionId> then = before.preferences().stream().map(Cell.Preference::option).toList();
    for (Cell.Preference each : after.preferences()) {
      if (!then.contains(each.option())) {
        words.add(
            Say.text("board.moved.prefers", "option", open.view().get(each.option()).title()));
      }
    }
    List<OptionId> refused = before.refusals().stream().map(Cell.RefusedOption::option).toList();
    for (Cell.RefusedOption each : after.refusals()) {
      if (!refused.contains(each.option())) {
        words.add(
            Say.text("board.moved.refuses", "option", open.view().get(each.option()).title()));
      }
    }
    if (before.stance() == after.stance() && before.basis() != after.basis()) {
      words.add(Say.basis(open.view(), after));
    }
    return String.join("; ", words);
  }
}
