package org.parley.web.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.cell.Contradiction;
import org.parley.model.Id;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.Point;
import org.parley.store.Anchor;
import org.parley.web.board.BoardPage;
import org.parley.web.guarantees.GuaranteesPage;
import org.parley.web.packages.PackagesPage;
import org.parley.web.sequence.SequencePage;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Answer;
import org.parley.wording.BriefWording;
import org.parley.wording.Messages;

/// A briefing: one page, and the details behind it.
///
/// The board and its changes are as of the requested day. Packages, order and guarantees are
/// current: positions, demands and guarantees carry no day.
public final class Brief {

  /// The default period of comparison.
  static final int DAYS_BACK = 14;

  private static final int DAYS_TRIED = 30;

  /// How many efficient packages are drawn.
  public static final int MOST_DRAWN = 200;

  /// The default number of lines of each list on the first page.
  static final int ROOM = 3;

  private final OpenCase open;
  private final Viewer reader;
  private final ViewedDay moment;
  private final BoardPage board;
  private final PackagesPage packages;
  private final SequencePage sequence;
  private final GuaranteesPage guarantees;
  private final List<Due> due;
  private final BriefWording words;
  private final Notes notes;
  private final int room;
  private final @Nullable Anchored anchored;

  /// The head hashes of the journal at the time of printing.
  ///
  /// @param day the day of printing
  public record Anchored(Anchor anchor, LocalDate day) {}

  private Brief(Brief brief, int room, @Nullable Anchored anchored) {
    this.anchored = anchored;
    this.open = brief.open;
    this.reader = brief.reader;
    this.moment = brief.moment;
    this.board = brief.board;
    this.packages = brief.packages;
    this.sequence = brief.sequence;
    this.guarantees = brief.guarantees;
    this.due = brief.due;
    this.words = brief.words;
    this.notes = new Notes(open.view());
    this.room = room;
  }

  private Brief(OpenCase open, Viewer reader, ViewedDay moment) {
    Query nothing = new Query(Map.of());
    this.open = open;
    this.reader = reader;
    this.moment = moment;
    this.board = BoardPage.of(open, moment);
    this.packages = PackagesPage.of(open);
    this.sequence = SequencePage.of(open, nothing);
    this.guarantees = GuaranteesPage.of(open, moment.shown());
    this.words = new BriefWording(Messages.current(), open.view());
    this.due = Due.after(open, board.board(), guarantees.owed(), words);
    this.notes = new Notes(open.view());
    this.room = ROOM;
    this.anchored = null;
  }

  /// The same with fewer lines of each list on the first page; notes are renumbered.
  Brief withRoom(int lines) {
    return new Brief(this, lines, anchored);
  }

  /// The same with an anchor at its end; only for a mediator, because hidden changes move it.
  public Brief withAnchor(@Nullable Anchored anchored) {
    return reader instanceof Viewer.Mediator ? new Brief(this, room, anchored) : this;
  }

  /// The head hashes of the journal; null for all but mediators.
  public @Nullable Anchored anchored() {
    return anchored;
  }

  /// The briefing for a reader.
  ///
  /// @param open the case as visible to this reader
  /// @param asOf the day; by default the last day with a statement
  /// @param since the day of comparison; by default a fortnight earlier, or the last earlier day
  ///   with changes since
  /// @throws org.parley.web.view.BadQuery if `since` is not before the day
  public static Brief of(
      OpenCase open, Viewer reader, @Nullable LocalDate asOf, @Nullable LocalDate since) {
    LocalDate day = asOf != null ? asOf : open.lastDay();
    LocalDate from = since != null ? since : sinceMoved(open, day);
    return new Brief(
        open,
        reader,
        ViewedDay.of(
            new Query(Map.of("asOf", List.of(day.toString()), "since", List.of(from.toString()))),
            open));
  }

  private static LocalDate sinceMoved(OpenCase open, LocalDate day) {
    LocalDate fortnight = day.minusDays(DAYS_BACK);
    Board now = open.board(AsOf.of(day));
    if (!Movement.between(open.board(AsOf.of(fortnight)), now).isEmpty()) {
      return fortnight;
    }
    return open.days().reversed().stream()
        .filter(each -> each.isBefore(fortnight))
        .limit(DAYS_TRIED)
        .filter(each -> !Movement.between(open.board(AsOf.of(each)), now).isEmpty())
        .findFirst()
        .orElse(fortnight);
  }

  public OpenCase open() {
    return open;
  }

  public BoardPage board() {
    return board;
  }

  public PackagesPage packages() {
    return packages;
  }

  public SequencePage sequence() {
    return sequence;
  }

  public GuaranteesPage guarantees() {
    return guarantees;
  }

  public Notes notes() {
    return notes;
  }

  public String title() {
    return open.view().info().title().text();
  }

  public LocalDate day() {
    return moment.shown();
  }

  public LocalDate since() {
    return moment.since() != null ? moment.since() : moment.shown();
  }

  /// Whether something was said after the day it looks at.
  public boolean isOfThePast() {
    return day().isBefore(open.lastDay());
  }

  /// The query suffix of an address for the same days.
  public String query() {
    return moment.fullQuery();
  }

  /// Whose eyes it is for.
  public String reader() {
    return words.reader(reader);
  }

  /// The handling marking on every page.
  public String marking() {
    return words.marking(reader);
  }

  /// The sets of parties whose completeness the first page draws.
  public List<Agreement> drawn() {
    return shortened(board.mainSets());
  }

  /// The quoted shares in numbers, latest first.
  public List<QuotedShare> quoted() {
    return board.latestInNumbers().reversed();
  }

  /// The quoted shares of countable subjects, for the first page.
  public List<QuotedShare> quotedInShort() {
    return shortened(quoted().stream().filter(each -> each.computed().isPresent()).toList());
  }

  /// A quoted share with its subject and speaker: "90 % of the whole (Donald Trump, 28 December
  /// 2025)".
  public String quoted(QuotedShare quote) {
    Claim claim = open.view().get(quote.claim());
    return words.shareBy(claim, share(claim));
  }

  private static Assertion.Complete share(Claim claim) {
    return (Assertion.Complete) claim.asserts();
  }

  /// The changes, in lines.
  ///
  /// @param words the line
  /// @param evidence the claims and acts it rests on
  public record Line(String words, List<? extends Id> evidence) {
    public Line {
      evidence = List.copyOf(evidence);
    }
  }

  /// The changes since the day of comparison, counts first.
  public List<Line> moved() {
    List<Line> lines = new ArrayList<>();
    Movement movement = board.movement();
    if (movement != null) {
      for (Movement.CompletenessChange each : movement.completeness()) {
        if (each.after().parties().size() == 2 || each.after().agreed() > 0) {
          lines.add(new Line(words.counted(each), List.of()));
        }
      }
      for (BoardPage.Moved each : board.moved()) {
        lines.add(
            new Line(
                words.moved(each.change(), each.subjects().size() - 1, each.details()),
                each.change().movedBy()));
      }
      for (QuotedShare each : movement.newQuotes()) {
        Claim claim = open.view().get(each.claim());
        lines.add(new Line(words.quoted(claim, share(claim)), List.of(each.claim())));
      }
    }
    return lines;
  }

  public List<Line> movedInShort() {
    return shortened(moved());
  }

  /// The contradictions, the latest first.
  public List<Contradiction> otherwise() {
    return board.board().contradictions();
  }

  public List<Contradiction> otherwiseInShort() {
    return shortened(otherwise());
  }

  /// The obstacles to agreement found: conflicting red lines, knots, holes in protection.
  public List<Line> blocks() {
    List<Line> lines = new ArrayList<>();
    if (packages.isReady() && !packages.headline().because().isEmpty()) {
      lines.add(new Line(packages.headline().because(), List.of()));
    }
    if (!sequence.knotViews().isEmpty()) {
      lines.add(new Line(sequence.answer(), knotClaims()));
    }
    for (GuaranteesPage.Asked each : guarantees.asked()) {
      if (!each.holes().isEmpty()) {
        lines.add(
            new Line(each.question().title() + " " + each.answer(), each.question().claims()));
      }
    }
    return lines;
  }

  private List<ClaimId> knotClaims() {
    return sequence.knotViews().stream()
        .flatMap(knot -> knot.loops().stream().limit(1))
        .flatMap(round -> round.reasons().stream())
        .flatMap(reason -> reason.quotes().stream())
        .map(claim -> claim.id())
        .distinct()
        .limit(4)
        .toList();
  }

  public List<Line> blocksInShort() {
    return shortened(blocks());
  }

  /// Future events.
  public List<Due> due() {
    return due;
  }

  public List<Due> dueInShort() {
    return shortened(due);
  }

  /// How many lines of a list the first page leaves to the pages behind it.
  public static int more(List<?> all, List<?> shown) {
    return all.size() - shown.size();
  }

  private <T> List<T> shortened(List<T> all) {
    return all.subList(0, Math.min(room, all.size()));
  }

  /// The open points of a set, with commas; their number, if they are many.
  public String notAgreed(Agreement set) {
    Optional<List<Point>> few = board.notAgreed(set);
    return few.isPresent()
        ? Say.list(few.get().stream().map(Say::point).toList())
        : Say.text("brief.positions.not-agreed", "count", set.total() - set.agreed());
  }

  public Board table() {
    return board.board();
  }

  /// The summary of the board.
  public Answer summary() {
    return board.open().summary(table().asOf());
  }
}
