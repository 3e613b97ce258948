package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Term;
import org.parley.model.text.InstrumentId;
import org.parley.outlook.AskedQuestion;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.ways.Talks;
import org.parley.outlook.ways.Talks.Barrier;
import org.parley.outlook.ways.Talks.BarrierMove;
import org.parley.outlook.ways.Talks.LaterApproval;
import org.parley.outlook.ways.TalksIssue;
import org.parley.outlook.ways.Way;
import org.parley.outlook.ways.WayChances.Horizon;
import org.parley.outlook.ways.WaysTree;
import org.parley.outlook.ways.WaysTree.IssueValue;
import org.parley.outlook.ways.WaysTree.Needs;
import org.parley.outlook.ways.WaysTree.PartyMoves;

/// The ways that talks can go, in one language.
public final class WaysWording {

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;
  private final OutlookWording rates;
  private final ForecastWording forecasts;

  public WaysWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    names = new CaseNames(messages, view);
    rates = new OutlookWording(messages);
    forecasts = new ForecastWording(messages);
  }

  /// In the current language.
  public static WaysWording current(CaseView view) {
    return new WaysWording(Messages.current(), view);
  }

  /// How many texts are open, what keeps them back, and which issue opens most.
  public String headline(Talks talks, WaysTree tree) {
    String open =
        messages.text(
            "ways.headline", "texts", talks.texts().size(), "barriers", talks.barriers().size());
    return isAlone(tree.values()) ? open + " " + most(tree.values().getFirst()) : open;
  }

  /// Whether one issue lifts more than every other.
  private static boolean isAlone(List<IssueValue> values) {
    return !values.isEmpty()
        && (values.size() == 1 || values.get(0).barriers() > values.get(1).barriers());
  }

  private String most(IssueValue value) {
    return messages.text(
        "ways.headline.most", "issue", issue(value.issue()), "barriers", value.barriers());
  }

  /// No text is open.
  public String nothingOpen() {
    return messages.text("ways.none");
  }

  /// The check of the tree failed.
  public String unchecked() {
    return messages.text("ways.unchecked");
  }

  /// The claim of the tree, and its limits.
  public String method() {
    return messages.text("ways.method");
  }

  /// A sentence that clashes or knots may be missing; empty if none can be.
  public Optional<String> left(boolean clashes, boolean knots) {
    return clashes || knots
        ? Optional.of(messages.text("ways.left", "clashes", clashes, "knots", knots))
        : Optional.empty();
  }

  /// A way in two or three words.
  public String title(Way way) {
    return messages.text("ways.way", "way", way);
  }

  /// The rule by which a way holds.
  public String rule(Way way) {
    return messages.text("ways.rule", "way", way);
  }

  /// Who would have to move for every text to be signed.
  public String asIs(Talks talks, WaysTree tree) {
    return messages.text(
        "ways.as-is",
        "parties",
        tree.asIs().required().size(),
        "moves",
        moves(tree.asIs()),
        "silent",
        talks.barriers().stream().filter(Barrier::isOfSilence).count(),
        "choices",
        tree.asIs().choices().size());
  }

  private static int moves(Needs needs) {
    return needs.required().stream().mapToInt(each -> each.issues().size()).sum();
  }

  /// The texts that are nearest to a signature by themselves.
  public String inPart(WaysTree tree) {
    List<WaysTree.TextNeeds> nearest = tree.nearest();
    return messages.text(
        "ways.in-part",
        "nearest",
        nearest.size(),
        "texts",
        messages.all(nearest.stream().map(each -> text(each.text())).toList()),
        "barriers",
        nearest.isEmpty() ? 0 : nearest.getFirst().needs().barriers().size());
  }

  /// The barriers that stay if nobody moves.
  ///
  /// @param expected the dated expectations about the texts that would be missed
  public String prolonged(Talks talks, int expected) {
    return messages.text(
        "ways.prolonged", "barriers", talks.barriers().size(), "expected", expected);
  }

  /// Who can end the talks alone.
  public String collapsed(List<PartyId> enders) {
    return messages.text("ways.collapsed", "parties", names.parties(enders));
  }

  /// A text by its title.
  public Phrase text(InstrumentId id) {
    return names.subject(id);
  }

  /// A text, how much of it is agreed, and what keeps it back.
  public String text(Talks.OpenText text, Needs needs) {
    return messages.text(
        "ways.text",
        "text",
        text(text.text()),
        "points",
        text.points(),
        "agreed",
        text.agreed(),
        "barriers",
        needs.barriers().size());
  }

  /// A party, and on how many issues it would have to move.
  public String mover(PartyMoves moves) {
    return messages.text(
        "ways.mover.named",
        "party",
        names.parties(List.of(moves.party())),
        "issues",
        moves.issues().size());
  }

  /// The issues on which a party would have to move.
  public String moves(PartyMoves moves) {
    return messages.text(
        "ways.mover",
        "party",
        names.parties(List.of(moves.party())),
        "issues",
        messages.all(moves.issues().stream().map(this::issue).toList()));
  }

  /// A barrier that several moves lift.
  public String choice(Barrier barrier) {
    return messages.text(
        "ways.choice",
        "kind",
        barrier.kind(),
        "moves",
        messages.any(barrier.moves().stream().map(this::move).toList()));
  }

  private String move(BarrierMove move) {
    return messages.text(
        "ways.move",
        "known",
        !move.by().isEmpty(),
        "parties",
        names.parties(move.by()),
        "issue",
        issue(move.issue()));
  }

  /// An issue by its name.
  public Phrase issue(TalksIssue issue) {
    return switch (issue) {
      case TalksIssue.OfPoint(var point) -> names.point(point);
      case TalksIssue.OfText(var text) -> names.subject(text);
      case TalksIssue.OfDemand(var demand) ->
          messages.say("ways.demand", "text", Phrase.link(demand, view.get(demand).text()));
      case TalksIssue.OfTerm(var term) ->
          messages.say(
              "ways.term",
              "words",
              view.find(term).map(each -> ((Term) each).words()).orElse(term.value()));
      case TalksIssue.OfBaseline(var party) ->
          messages.say("ways.baseline", "party", names.parties(List.of(party)));
    };
  }

  /// The barriers that fall if an issue is settled.
  public String value(IssueValue value) {
    return messages.text(
        "ways.value",
        "issue",
        issue(value.issue()),
        "frees",
        value.frees().size(),
        "texts",
        messages.all(value.frees().stream().map(this::text).toList()),
        "points",
        value.openPoints(),
        "clashes",
        value.clashes(),
        "knots",
        value.knots(),
        "approvals",
        value.approvals());
  }

  /// A stage of approval after signature.
  public String approval(LaterApproval consent) {
    List<Phrase> points = new ArrayList<>();
    consent.decidedBy().forEach(each -> points.add(names.point(each)));
    return messages.text(
        "ways.approval",
        "text",
        text(consent.text()),
        "stage",
        consent.stage(),
        "prospects",
        consent.prospects(),
        "count",
        points.size(),
        "points",
        messages.all(points));
  }

  /// How long others stood once they were signed so.
  ///
  /// @param years the years after which
  public String rate(BaseRate rate, int years) {
    YearShare share = rate.isEnough() ? rate.after(years).orElse(null) : null;
    return share == null
        ? rates.size(rate)
        : messages.text(
            "ways.rate",
            "share",
            rates.percent(share.standing()),
            "interval",
            rates.interval(share),
            "class",
            rates.named(rate.of()),
            "years",
            years,
            "definition",
            rates.definition(rate.definition()),
            "agreements",
            rate.agreements(),
            "conflicts",
            rate.conflicts());
  }

  /// That no collection counts talks that went so.
  public String noRate() {
    return messages.text("ways.rate.none");
  }

  /// The forecasts of a way until a date.
  public String chance(Horizon horizon, AskedQuestion asked) {
    return messages.text("ways.chance", "until", horizon.until(), "crowd", forecasts.crowd(asked));
  }

  /// The median of a question in figures; empty for too few forecasters.
  public Optional<String> median(AskedQuestion asked) {
    return asked.median().map(forecasts::percent);
  }

  /// That nobody on the team gave a way a chance.
  public String nobody() {
    return messages.text("ways.chance.none");
  }
}
