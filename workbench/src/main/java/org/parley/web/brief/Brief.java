package org.parley.web.brief;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Performance;
import org.parley.answer.AnswerJson;
import org.parley.answer.board.ActsAnswer;
import org.parley.answer.board.BoardAnswer;
import org.parley.answer.board.BriefAnswer;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.StudyAsked;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.answer.reference.PrecedentsAnswer;
import org.parley.answer.sequence.ForecastAnswers.PlanForecastAnswer;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.CarriedOut;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.Stock;
import org.parley.board.cell.Contradiction;
import org.parley.exact.Finding;
import org.parley.model.Id;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;
import org.parley.store.Anchor;
import org.parley.web.board.BoardPage;
import org.parley.web.guarantees.GuaranteesPage;
import org.parley.web.outlook.OutlookPage;
import org.parley.web.packages.PackagesPage;
import org.parley.web.reference.PrecedentsPage;
import org.parley.web.sequence.ForecastPage;
import org.parley.web.sequence.SequencePage;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.ActWording;
import org.parley.wording.Answer;
import org.parley.wording.BoardWording;
import org.parley.wording.BriefWording;
import org.parley.wording.Messages;

/// A briefing: one page, and the details behind it.
///
/// The board, its changes, the states of instruments and what is due are as of the requested day.
/// Packages, order and guarantees are as on record now.
public final class Brief {

  /// The default period of comparison.
  static final int DAYS_BACK = 14;

  /// How long a document waits for packages.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int DAYS_TRIED = 30;

  /// How many efficient packages are drawn.
  public static final int MOST_DRAWN = 200;

  /// Up to this many ways out of equal cost are named on the first page.
  private static final int MOST_WAYS = 3;

  /// Up to this many contradictions are set side by side.
  static final int MOST_OTHERWISE = 100;

  /// The default number of lines of each list on the first page.
  static final int ROOM = 3;

  private final OpenCase open;
  private final Viewer reader;
  private final ViewedDay moment;
  private final BoardPage board;
  private final PackagesPage packages;
  private final BooleanSupplier isCurrent;
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
    this.isCurrent = brief.isCurrent;
    this.sequence = brief.sequence;
    this.guarantees = brief.guarantees;
    this.due = brief.due;
    this.words = brief.words;
    this.notes = new Notes(open.view());
    this.room = room;
  }

  private Brief(OpenCase open, Viewer reader, ViewedDay moment, Wait wait) {
    this.open = open;
    this.reader = reader;
    this.moment = moment;
    this.board = BoardPage.of(open, moment);
    PackagesPage.PageSoFar soFar = wait.forPackages(open, query(open, moment));
    this.packages = soFar.page();
    this.isCurrent = packages.waiting().isGoingOn() ? soFar.isCurrent() : () -> true;
    this.sequence = SequencePage.of(open, query(open, moment));
    this.guarantees = GuaranteesPage.of(open, moment.shown());
    this.words = new BriefWording(Messages.current(), open.view());
    this.due = Due.after(open, board.board(), guarantees.owed(), words);
    this.notes = new Notes(open.view());
    this.room = ROOM;
    this.anchored = null;
  }

  /// The query of pages behind it; empty on the last day of the case, whose latest state they show.
  private static Query query(OpenCase open, ViewedDay moment) {
    LocalDate day = moment.shown();
    return new Query(
        day.isBefore(open.lastDay()) ? Map.of("asOf", List.of(day.toString())) : Map.of());
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

  /// The days of a briefing.
  ///
  /// @param asOf the day; by default the last day with a statement
  /// @param knownAt the day whose knowledge counts; by default all that is known
  /// @param since the day of comparison; by default a fortnight earlier, or the last earlier day
  ///   with changes since
  public record DaysAsked(
      @Nullable LocalDate asOf, @Nullable LocalDate knownAt, @Nullable LocalDate since) {

    /// The days that an address names.
    public static DaysAsked of(Query query) {
      return new DaysAsked(query.day("asOf"), query.day("knownAt"), query.day("since"));
    }
  }

  /// The briefing for a reader.
  ///
  /// @param all the case as visible to this reader
  /// @throws org.parley.web.view.BadQuery if the day of comparison is not before the day
  public static Brief of(OpenCase all, Viewer reader, DaysAsked days) {
    return of(all, reader, days, LONGEST);
  }

  /// The same, with what is known after a while of the packages.
  ///
  /// @param longest how long to wait for them
  public static Brief of(OpenCase all, Viewer reader, DaysAsked days, Duration longest) {
    return of(all, reader, days, (open, query) -> PackagesPage.await(open, query, longest));
  }

  /// The briefing on a page: it waits for the same packages once, and not after each change.
  ///
  /// @param longest how long to wait for packages since they were first asked for
  public static Brief onPage(OpenCase all, Viewer reader, DaysAsked days, Duration longest) {
    return of(all, reader, days, (open, query) -> PackagesPage.awaitOnPage(open, query, longest));
  }

  /// Asks for the packages, and waits for them for a while.
  private interface Wait {
    PackagesPage.PageSoFar forPackages(OpenCase open, Query query);
  }

  private static Brief of(OpenCase all, Viewer reader, DaysAsked days, Wait wait) {
    LocalDate knownAt = days.knownAt;
    OpenCase open = all.asKnown(knownAt);
    LocalDate day = days.asOf != null ? days.asOf : open.lastDay();
    AsOf asOf = new AsOf(day, knownAt != null ? knownAt : LocalDate.MAX);
    LocalDate from = days.since != null ? days.since : sinceMoved(open, asOf);
    Map<String, List<String>> query = new HashMap<>();
    query.put("asOf", List.of(day.toString()));
    query.put("since", List.of(from.toString()));
    if (knownAt != null) {
      query.put("knownAt", List.of(knownAt.toString()));
    }
    return new Brief(open, reader, ViewedDay.of(new Query(query), open), wait);
  }

  /// A fortnight before, or the last day before that with another board. Of a large case few days
  /// are tried, as each costs a board.
  private static LocalDate sinceMoved(OpenCase open, AsOf asOf) {
    LocalDate fortnight = asOf.date().minusDays(DAYS_BACK);
    Board now = open.board(asOf);
    if (hasMoved(open, asOf, fortnight, now)) {
      return fortnight;
    }
    return open.days().reversed().stream()
        .filter(each -> each.isBefore(fortnight))
        .limit(Math.min(DAYS_TRIED, Stock.mostDays(open.boards())))
        .filter(each -> hasMoved(open, asOf, each, now))
        .findFirst()
        .orElse(fortnight);
  }

  private static boolean hasMoved(OpenCase open, AsOf asOf, LocalDate since, Board now) {
    return Movement.isAny(open.board(new AsOf(since, asOf.knownAt())), now);
  }

  public OpenCase open() {
    return open;
  }

  public BoardPage board() {
    return board;
  }

  /// Whether it would be the same a moment later: no packages are still being counted.
  public boolean isFinal() {
    return !packages.waiting().isGoingOn();
  }

  /// Whether it is still as one made now; to ask keeps the count of packages going.
  public BooleanSupplier isCurrent() {
    return isCurrent;
  }

  public PackagesPage packages() {
    return packages;
  }

  /// How the talks can go, from the shipped figures.
  public WaysAnswer ways() {
    return OutlookCache.of(open).ways(moment);
  }

  /// How long other agreements stood: those of the class on record.
  public OutlookPage outlook() {
    return OutlookCache.of(open).outlook(moment);
  }

  /// How long the plan may take; empty without a plan.
  public Optional<PlanForecastAnswer> forecast() {
    return Optional.ofNullable(ForecastPage.of(open, query(open, moment)).answer());
  }

  /// The series beside the case, as of the day.
  public IndicatorsAnswer indicators() {
    return IndicatorsAnswer.of(
        open.view(), moment.asOf(), new StudyAsked(EventSort.BOTH, List.of(), null, ""));
  }

  public SequencePage sequence() {
    return sequence;
  }

  public GuaranteesPage guarantees() {
    return guarantees;
  }

  /// The precedents of each point with topics, by the figures that come with Parley. They do not
  /// depend on the machine, so that a briefing is the same anywhere.
  public List<PrecedentsAnswer> precedents() {
    List<PrecedentsAnswer> all = new ArrayList<>();
    for (Point point : open.view().points()) {
      PrecedentsAnswer answer =
          isSettled() || !table().shows(point.id())
              ? null
              : PrecedentsPage.inShort(open.view().info(), point);
      if (answer != null) {
        all.add(answer);
      }
    }
    return all;
  }

  /// The point of precedents.
  public String of(PrecedentsAnswer precedents) {
    return Say.list(
        precedents.points().stream().map(each -> Say.point(open.view().get(each))).toList());
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

  /// The day whose knowledge counts; null if all that is known does.
  public @Nullable LocalDate knownAt() {
    return moment.knownAt();
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
    return shortened(
        quoted().stream().filter(each -> !BoardPage.onRecord(each).isEmpty()).toList());
  }

  /// A quoted share with its subject and speaker: "90 % of the whole (Donald Trump, 28 December
  /// 2025)".
  public String quoted(QuotedShare quote) {
    Claim claim = open.view().get(quote.claim());
    return words.shareBy(claim);
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
      for (Movement.StateChange each : movement.states()) {
        ActLedger.Entry by = each.after().by();
        lines.add(
            new Line(board.words(each), by == null ? List.of() : List.of(by.recorded().record())));
      }
      movement.versions().forEach(each -> lines.add(new Line(board.words(each), List.of())));
      for (ActLedger.Entry each : movement.performed().reversed()) {
        lines.add(new Line(board.words(each), List.of(each.recorded().record())));
      }
      for (Movement.CompletenessChange each : movement.completeness()) {
        if (each.after().parties().size() == 2 || each.after().agreed() > 0) {
          lines.add(new Line(words.counted(each), List.of()));
        }
      }
      for (BoardPage.Moved each : board.moved()) {
        lines.add(
            new Line(
                words.moved(
                    each.change(),
                    each.subjects().size() - 1,
                    join(each.details(), board.newText(each.change()))),
                each.change().movedBy()));
      }
      for (QuotedShare each : movement.newQuotes()) {
        Claim claim = open.view().get(each.claim());
        lines.add(new Line(words.quoted(claim), List.of(each.claim())));
      }
    }
    return lines;
  }

  private static String join(String details, String more) {
    return details.isEmpty() || more.isEmpty() ? details + more : details + "; " + more;
  }

  /// The changes of the first page, with more room than other lists: it also tells of acts.
  public List<Line> movedInShort() {
    List<Line> all = moved();
    return all.subList(0, Math.min(2 * room, all.size()));
  }

  /// The state of each instrument to which something has happened, beside the one in the headline.
  /// Those that no longer stand and those with the most points come first.
  public List<Line> states() {
    ActWording acts = new ActWording(Messages.current(), open.view());
    return acts.inOrder(board.board().states()).stream()
        .map(
            state ->
                new Line(
                    acts.headline(state).text(),
                    state.by() == null ? List.of() : List.of(state.by().recorded().record())))
        .filter(line -> !line.words.equals(board.answer()))
        .toList();
  }

  public List<Line> statesInShort() {
    return shortened(states());
  }

  /// How far each instrument was carried out.
  public List<CarriedOut> carriedOut() {
    return board.implementation();
  }

  /// The performances: breached, in part, not begun, late and done, in this order.
  public List<Performance> performances() {
    return carriedOut().stream()
        .flatMap(each -> each.implementation().performances().stream())
        .sorted(Comparator.comparingInt(each -> ORDER.indexOf(each.status())))
        .toList();
  }

  private static final List<Performance.Status> ORDER =
      List.of(
          Performance.Status.BREACHED,
          Performance.Status.IN_PART,
          Performance.Status.NOT_BEGUN,
          Performance.Status.PERFORMED_LATE,
          Performance.Status.PERFORMED);

  /// The object of a performance.
  public String of(Performance each) {
    return Say.sentence(new ActWording(Messages.current(), open.view()).of(each.of()).text());
  }

  public String status(Performance each) {
    return Say.sentence(new ActWording(Messages.current(), open.view()).status(each).text());
  }

  /// The records of the acts of a performance.
  public List<Id> evidence(Performance each) {
    return each.acts().stream().map(act -> act.recorded().record()).toList();
  }

  /// Whether nothing is left to negotiate: every instrument whose points have options is approved
  /// or in force.
  public boolean isSettled() {
    Set<InstrumentId> negotiated = new HashSet<>();
    for (Point point : open.view().points()) {
      if ((point.quantity() != null || !point.options().isEmpty()) && table().shows(point.id())) {
        negotiated.add(point.instrument());
      }
    }
    return !negotiated.isEmpty()
        && negotiated.stream().allMatch(id -> table().acts().stateOf(id).phase().isApproved());
  }

  /// The ways out for the first page: all of the least cost, if they are few and ask something of
  /// more than one party. A page read by one side names no concession of the other alone.
  public List<Clashes.Way> leastWays() {
    List<Clashes.Way> least = allLeastWays();
    long parties =
        least.stream()
            .flatMap(way -> way.giveUp().stream())
            .map(PartyDemand::party)
            .distinct()
            .count();
    return least.size() <= MOST_WAYS && parties > 1 ? least : List.of();
  }

  /// How many ways out have the least cost.
  public int countLeastWays() {
    return allLeastWays().size();
  }

  private List<Clashes.Way> allLeastWays() {
    return packages.isReady() && !packages.isQuick()
        ? packages
            .look()
            .clashes()
            .flatMap(Finding::findAnswer)
            .map(found -> found.ways().isEmpty() ? found.ways() : found.leastWays())
            .orElse(List.of())
        : List.of();
  }

  /// The contradictions of the details, the latest first.
  public List<Contradiction> otherwise() {
    List<Contradiction> all = board.board().contradictions();
    return all.subList(0, Math.min(MOST_OTHERWISE, all.size()));
  }

  /// How many contradictions the details leave out; they are on the pages of their points.
  public int otherwiseElsewhere() {
    return board.board().contradictions().size() - otherwise().size();
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

  /// The possible agreement in a sentence; that nothing is left to negotiate, if so.
  public String possible() {
    if (isSettled()) {
      return Say.text("brief.possible.settled");
    }
    return packages.isReady()
        ? packages.headline().sentence()
        : Say.text("brief.possible.not-computed", "why", packages.complaints().getFirst());
  }

  /// The first page for programs, with lists uncut.
  public BriefAnswer answer() {
    ActWording acts = new ActWording(Messages.current(), open.view());
    BoardWording wording = new BoardWording(Messages.current(), open.view());
    return new BriefAnswer(
        title(),
        day(),
        knownAt(),
        since(),
        reader(),
        summary().text(),
        table().states().stream().map(each -> ActsAnswer.state(each, acts)).toList(),
        board.mainSets().stream().map(BoardAnswer.AgreementAnswer::of).toList(),
        carriedOut().stream().map(each -> BoardAnswer.CarriedOutAnswer.of(each, wording)).toList(),
        moved().stream().map(Brief::line).toList(),
        otherwise().stream()
            .map(
                each ->
                    new BriefAnswer.BriefLine(
                        Say.contradiction(open.view(), each), List.of(each.first(), each.second())))
            .toList(),
        possible(),
        leastWays().stream().map(each -> packages.words().way(each)).toList(),
        blocks().stream().map(Brief::line).toList(),
        due.stream()
            .map(
                each ->
                    new BriefAnswer.DueAnswer(
                        each.from().equals(LocalDate.MAX) || each.from().equals(LocalDate.MIN)
                            ? null
                            : each.from(),
                        each.when(),
                        each.what(),
                        each.sources()))
            .toList());
  }

  /// The same as JSON.
  public String json() {
    return AnswerJson.pretty(answer());
  }

  private static BriefAnswer.BriefLine line(Line line) {
    return new BriefAnswer.BriefLine(line.words, List.copyOf(line.evidence));
  }

  /// The summary of the board.
  public Answer summary() {
    return board.open().summary(table().asOf());
  }
}
