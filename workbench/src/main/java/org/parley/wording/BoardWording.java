package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.BoardSummary;
import org.parley.board.CarriedOut;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.QuotedShare.ShareComparison;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// The wording of boards, in one language.
public final class BoardWording {

  /// The most points that are named; beyond, their number is given.
  private static final int MOST_NAMED = 4;

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;

  public BoardWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.names = new CaseNames(messages, view);
  }

  /// How much of a chapter is agreed among those who sign; empty for a point without others in it.
  public Optional<Phrase> chapter(Board board, PointId id) {
    return board
        .chapter(id)
        .map(
            agreement ->
                messages.say(
                    "board.chapter",
                    "agreed",
                    agreement.agreed(),
                    "total",
                    agreement.total(),
                    "parties",
                    names.parties(agreement.parties())));
  }

  /// The headline and standfirst of a board. An instrument that no longer stands is the headline:
  /// what was agreed of it comes second.
  public Answer summary(Board board) {
    return summary(board.summary(), board.states());
  }

  /// The same of a summary and the states of the instruments.
  public Answer summary(BoardSummary summary, List<InstrumentState> states) {
    Answer counted = summary(summary);
    ActWording acts = new ActWording(messages, view);
    List<Phrase> rest = new ArrayList<>();
    List<InstrumentState> over = states.stream().filter(each -> each.phase().isOver()).toList();
    over.forEach(each -> rest.add(acts.headline(each)));
    if (rest.isEmpty()) {
      return counted;
    }
    Phrase first = acts.headline(acts.main(over));
    rest.remove(first);
    rest.add(counted.headline());
    rest.addAll(counted.standfirst());
    return new Answer(first, rest);
  }

  /// The headline and standfirst of a summary.
  public Answer summary(BoardSummary summary) {
    return switch (summary) {
      case BoardSummary.NothingToCount _ -> Answer.of(messages.say("board.nothing-to-count"));
      case BoardSummary.NothingSaid none ->
          Answer.of(
              messages.say(
                  "board.nothing-said",
                  "total",
                  none.total(),
                  "parties",
                  names.parties(none.among())));
      case BoardSummary.NothingAgreed none ->
          Answer.of(
              messages.say(
                  "board.nothing-agreed",
                  "total",
                  none.total(),
                  "parties",
                  names.parties(none.among())));
      case BoardSummary.MostAgreed most -> most(most);
    };
  }

  private Answer most(BoardSummary.MostAgreed most) {
    Agreement best = most.best();
    List<Phrase> rest = new ArrayList<>();
    var notAgreed = most.notAgreed();
    if (!notAgreed.isEmpty()) {
      rest.add(
          notAgreed.size() <= MOST_NAMED
              ? messages.say("board.not-agreed", "points", names.points(notAgreed))
              : messages.say("board.not-agreed-count", "count", notAgreed.size()));
    }
    for (BoardSummary.With with : most.others()) {
      rest.add(
          messages.say(
              with.rejected() == 0 ? "board.with" : "board.with-rejected",
              "party",
              names.party(with.party()),
              "agreed",
              with.agreement().agreed(),
              "total",
              with.agreement().total(),
              "rejected",
              with.rejected()));
    }
    if (!most.withoutWord().isEmpty()) {
      rest.add(messages.say("board.no-word", "parties", names.parties(most.withoutWord())));
    }
    if (best.provisional()) {
      rest.add(messages.say("board.provisional"));
    }
    return new Answer(
        messages.say(
            "board.agreed",
            "parties",
            names.parties(best.parties()),
            "agreed",
            best.agreed(),
            "total",
            best.total(),
            "word",
            onTheWordOf(best)),
        rest);
  }

  /// ", on the word of Ukraine": the basis of agreement that is not first-hand for everyone.
  private Phrase onTheWordOf(Agreement agreement) {
    int others = agreement.agreed() - agreement.agreedFirstHand();
    return others == 0
        ? Phrase.none()
        : messages.say(
            "board.on-the-word-of",
            "all",
            agreement.agreedFirstHand() == 0,
            "count",
            others,
            "parties",
            names.parties(agreement.onTheWordOf()));
  }

  /// How a quoted share differs from the record.
  public Phrase comparison(QuotedShare quote) {
    return switch (quote.comparison()) {
      case ShareComparison.SeveralSubjects _ -> messages.say("board.share.several-subjects");
      case ShareComparison.TooFewParties _ -> messages.say("board.share.too-few-parties");
      case ShareComparison.Uncounted(var subject, var among, Stance stance) ->
          messages.say(
              "board.share.uncounted",
              "subject",
              names.subject(subject),
              "parties",
              names.parties(among),
              "stance",
              messages.say("stance", "stance", stance));
      case ShareComparison.Performed performed -> performed(view.get(quote.claim()), performed);
      case ShareComparison.NothingToPerform(var subject) ->
          messages.say("board.share.nothing-to-perform", "subject", names.subject(subject));
      case ShareComparison.OfSomethingElse(String of) ->
          messages.say("board.share.something-else", "of", of);
      case ShareComparison.Counted counted -> counted(view.get(quote.claim()), counted);
    };
  }

  private Phrase performed(Claim claim, ShareComparison.Performed performed) {
    QuotedShare.InPoints quoted = performed.quoted();
    return messages.say(
        "board.share.performed",
        "share",
        share(claim),
        "counted",
        quoted != null,
        "points",
        quoted == null ? 0 : quoted.points(),
        "done",
        performed.done(),
        "total",
        performed.total());
  }

  private static Object share(Claim claim) {
    return claim.asserts().findShare().<Object>map(each -> each).orElse("");
  }

  private Phrase counted(Claim claim, ShareComparison.Counted counted) {
    Agreement computed = counted.computed();
    QuotedShare.InPoints quoted = counted.quoted();
    Object share = share(claim);
    Phrase start =
        quoted == null
            ? messages.say("board.share.in-words", "share", share)
            : messages.say(
                "board.share.in-points",
                "share",
                share,
                "counted",
                quoted.isCounted(),
                "exact",
                quoted.isExact(),
                "total",
                computed.total(),
                "points",
                quoted.points(),
                "sign",
                sign(computed.agreed() - quoted.points()),
                "difference",
                Math.abs(computed.agreed() - quoted.points()));
    Agreement all = counted.all();
    return messages.say(
        "board.share.counted",
        "start",
        start,
        "said",
        counted.isAmongWhomSaid(),
        "agreed",
        computed.agreed(),
        "total",
        computed.total(),
        "parties",
        names.parties(computed.parties()),
        "word",
        onTheWordOf(computed),
        "all",
        all == null
            ? Phrase.none()
            : messages.say(
                "board.share.all", "count", all.parties().size(), "agreed", all.agreed()));
  }

  private static Messages.Select sign(long difference) {
    return new Messages.Select(difference == 0 ? "same" : difference > 0 ? "more" : "fewer");
  }

  /// The whole that a quoted share is of: "carrying out the Final Agreement".
  public Phrase whole(Claim claim) {
    return switch (claim.asserts()) {
      case Assertion.Implemented _ ->
          messages.say("board.share.of-implementation", "subjects", subjects(claim));
      case Assertion.Measured(_, String of) -> Phrase.of(of);
      default -> subjects(claim);
    };
  }

  private Phrase subjects(Claim claim) {
    return messages.all(claim.about().stream().map(names::subjectInFull).toList());
  }

  /// The change of an instrument's state.
  public Phrase moved(Movement.StateChange change) {
    ActWording acts = new ActWording(messages, view);
    boolean isOther = change.before().phase() != change.after().phase();
    return messages.say(
        "board.moved.state",
        "instrument",
        names.subject(change.after().instrument()),
        "other",
        isOther && change.before().phase() != InstrumentPhase.NONE,
        "before",
        messages.say("act.phase", "phase", change.before().phase()),
        "after",
        acts.state(change.after()));
  }

  /// The new text of an instrument, and the points in which it differs.
  public Phrase moved(Movement.NewText text) {
    return messages.say(
        "board.moved.version",
        "instrument",
        names.subject(text.instrument()),
        "version",
        text.after().version(),
        "date",
        text.after().date(),
        "replacement",
        text.isReplacement(),
        "added",
        points("board.moved.added", text.added()),
        "removed",
        points("board.moved.removed", text.removed()),
        "reworded",
        points("board.moved.reworded", text.reworded()));
  }

  private Phrase points(String key, List<PointId> points) {
    return points.isEmpty()
        ? Phrase.none()
        : messages.say(
            key,
            "points",
            points.size() <= MOST_NAMED
                ? names.points(points)
                : messages.say("board.points", "count", points.size()));
  }

  /// Why a stance ended: "the text of 12 November 2016 replaced it".
  public Phrase newText(Movement.NewText text) {
    return messages.say("board.moved.new-text", "date", text.after().date());
  }

  /// How far an instrument was carried out, in numbers.
  public Phrase carriedOut(CarriedOut each) {
    Map<Performance.Status, Integer> counts = each.implementation().counts();
    return messages.say(
        "board.implementation",
        "done",
        each.implementation().done(),
        "total",
        each.implementation().total(),
        "late",
        counts.getOrDefault(Performance.Status.PERFORMED_LATE, 0),
        "part",
        counts.getOrDefault(Performance.Status.IN_PART, 0),
        "breached",
        counts.getOrDefault(Performance.Status.BREACHED, 0),
        "open",
        counts.getOrDefault(Performance.Status.NOT_BEGUN, 0));
  }

  /// The instrument that was carried out; what belongs to none.
  public Phrase name(CarriedOut each) {
    InstrumentId id = each.instrument();
    return id == null ? messages.say("board.implementation.rest") : names.subject(id);
  }

  /// A contradiction in one sentence.
  public Phrase contradiction(Contradiction contradiction) {
    Id first = contradiction.first();
    Id second = contradiction.second();
    return messages.say(
        "board.contradiction",
        "kind",
        contradiction.kind(),
        "party",
        names.party(contradiction.party()),
        "act",
        !(view.find(first).orElseThrow() instanceof Claim),
        "first",
        names.source(first),
        "firstSays",
        says(first),
        "second",
        names.source(second),
        "secondSays",
        says(second));
  }

  /// A claim with its assertion; an act speaks for itself.
  private Phrase says(Id record) {
    return view.find(record).orElseThrow() instanceof Claim claim
        ? messages.say("board.says", "name", names.speaker(claim), "said", said(claim))
        : names.source(record);
  }

  private Phrase said(Claim claim) {
    Phrase said =
        Stance.of(claim.asserts())
            .map(stance -> messages.say("stance", "stance", stance))
            .orElseGet(
                () ->
                    messages.say(
                        "receipt",
                        "receipt",
                        claim.asserts() instanceof Assertion.NotReceived
                            ? Cell.Receipt.NOT_RECEIVED
                            : Cell.Receipt.RECEIVED));
    return claim.between().isEmpty()
        ? said
        : messages.say(
            "board.said-between", "said", said, "parties", names.parties(claim.between()));
  }
}
