package org.parley.wording;

import java.util.List;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Step;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.exposure.FirstMover;

/// The wording of irreversible concessions, in one language.
public final class ExposureWording {

  private final SequenceWording words;
  private final Messages messages;
  private final CaseNames names;

  public ExposureWording(SequenceWording words, CaseView view) {
    this.words = words;
    this.messages = words.messages();
    this.names = new CaseNames(messages, view);
  }

  /// The name of a party.
  public String party(PartyId id) {
    return names.party(id).text();
  }

  /// Who gives first, by which steps, and when it is even again.
  public String mover(FirstMover mover) {
    Long until = mover.until();
    Long atMost = mover.atMost();
    return messages.text(
        "sequence.exposure.mover",
        "party",
        names.party(mover.party()),
        "day",
        words.dated(mover.since()),
        "gives",
        words.titles(mover.gives()),
        "evened",
        until != null,
        "until",
        until == null ? "" : words.dated(until),
        "receives",
        words.titles(mover.receives()),
        "bounded",
        atMost != null,
        "length",
        atMost == null ? "" : words.length(atMost));
  }

  /// The balance of a party: "given 6, received 2, exposed by 4".
  public String balance(Exposure.Balance balance) {
    return messages.text(
        "sequence.exposure.balance",
        "given",
        balance.given(),
        "received",
        balance.received(),
        "exposed",
        balance.exposure() > 0,
        "exposure",
        balance.exposure());
  }

  /// By how much a party is exposed at most.
  public String atMost(long largest) {
    return messages.text("sequence.exposure.at-most", "largest", largest);
  }

  /// Who is exposed most.
  ///
  /// @param most the curves of those exposed most, at least one
  public String most(List<Exposure.Curve> most) {
    return messages.text(
        "sequence.exposure.most",
        "parties",
        names.parties(most.stream().map(Exposure.Curve::party).toList()),
        "largest",
        most.getFirst().largest());
  }

  /// The properties of the order found, in a sentence or two.
  ///
  /// @param checked whether the proof was checked
  public String best(
      Finding<ExchangeOrder.Order> finding, ExchangeOrder.Order order, boolean checked) {
    String found =
        messages.text(
            "sequence.exposure.best",
            "largest",
            order.largest(),
            "proved",
            finding instanceof Finding.Proved,
            "checked",
            checked);
    return finding instanceof Finding.Bounded<ExchangeOrder.Order>(_, var bound, _)
        ? found + " " + new BoundWording(messages).say(bound).text()
        : found;
  }

  /// Two groups of steps and the largest exposure if they are simultaneous.
  public String pair(ExchangeOrder.Pair pair) {
    return messages.text(
        "sequence.exposure.pair",
        "one",
        words.titles(pair.one()),
        "other",
        words.titles(pair.other()),
        "largest",
        pair.largest(),
        "free",
        pair.against().isEmpty());
  }

  /// The reason why no exposure can be computed.
  public static String none(Messages messages, CaseView view) {
    return messages.text(
        "sequence.exposure.none",
        "steps",
        view.steps().stream().filter(Step::irreversible).count());
  }

  /// That too many steps cannot be taken back to look for an order.
  public String tooMany(long steps) {
    return messages.text("sequence.exposure.too-many", "steps", steps, "most", ExchangeOrder.MOST);
  }
}
