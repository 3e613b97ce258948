package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.BoardSummary;
import org.parley.board.QuotedShare;
import org.parley.board.QuotedShare.ShareComparison;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;

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

  /// The headline and standfirst of a board: instruments that no longer stand are named first.
  public Answer summary(Board board) {
    return summary(board.summary(), board.acts().states());
  }

  /// The same of a summary and the states of the instruments.
  public Answer summary(BoardSummary summary, List<InstrumentState> states) {
    Answer counted = summary(summary);
    ActWording acts = new ActWording(messages, view);
    List<Phrase> rest = new ArrayList<>();
    for (InstrumentState each : states) {
      if (isOver(each.phase())) {
        rest.add(acts.headline(each));
      }
    }
    if (rest.isEmpty()) {
      return counted;
    }
    rest.addAll(counted.standfirst());
    return new Answer(counted.headline(), rest);
  }

  /// Whether agreement on an instrument does not stand any more.
  private static boolean isOver(InstrumentPhase phase) {
    return switch (phase) {
      case REJECTED, SUSPENDED, DENOUNCED, TERMINATED -> true;
      case NONE,
          DRAFTED,
          FINALISED,
          INITIALLED,
          SIGNED_IN_PART,
          SIGNED,
          ADOPTED,
          RATIFIED,
          PROVISIONALLY_APPLIED,
          IN_FORCE ->
          false;
    };
  }

  /// The headline and standfirst of a summary.
  public Answer summary(BoardSummary summary) {
    return switch (summary) {
      case BoardSummary.NothingToCount _ -> Answer.of(messages.say("board.nothing-to-count"));
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
              "board.with",
              "party",
              names.party(with.party()),
              "agreed",
              with.agreement().agreed(),
              "total",
              with.agreement().total()));
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
      case ShareComparison.Counted counted -> counted(view.get(quote.claim()), counted);
    };
  }

  private Phrase counted(Claim claim, ShareComparison.Counted counted) {
    Agreement computed = counted.computed();
    QuotedShare.InPoints quoted = counted.quoted();
    Object share = claim.asserts() instanceof Assertion.Complete(var said) ? said : "";
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
