package org.parley.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PositionHistory;
import org.parley.board.StanceHistory;
import org.parley.model.cases.CaseView;
import org.parley.model.position.AcceptedRange;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;

/// The wording of how parties moved on a point, in one language.
public final class PointMovementWording {

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;
  private final @Nullable Quantity quantity;

  public PointMovementWording(Messages messages, CaseView view, PointId point) {
    this.messages = messages;
    this.view = view;
    this.names = new CaseNames(messages, view);
    this.quantity = view.get(point).quantity();
  }

  /// The best options and red lines of a position, or the numbers it accepts.
  public Phrase position(PositionHistory.Held held) {
    AcceptedRange range = held.range();
    if (quantity != null && range != null) {
      return messages.say(
          "point.movement.range", "range", new QuantityWording(messages).view(quantity, range));
    }
    return messages.say(
        "point.movement.position",
        "counts",
        held.position() != null,
        "prefers",
        !held.best().isEmpty(),
        "best",
        options(held.best()),
        "refuses",
        !held.redLines().isEmpty(),
        "red",
        options(held.redLines()));
  }

  /// Towards whom a position moved.
  public Phrase direction(PositionHistory.Held held) {
    return messages.say(
        "point.movement.towards",
        "how",
        new Messages.Select(
            held.position() == null
                ? "none"
                : held.isFirst()
                    ? "first"
                    : held.towards().isEmpty() && held.awayFrom().isEmpty() ? "neither" : "moved"),
        "towards",
        !held.towards().isEmpty(),
        "nearer",
        names.parties(held.towards()),
        "both",
        !held.towards().isEmpty() && !held.awayFrom().isEmpty(),
        "away",
        !held.awayFrom().isEmpty(),
        "further",
        names.parties(held.awayFrom()));
  }

  /// The stance of a party on the board, with the options it prefers and refuses in its own words.
  public Phrase stance(StanceHistory.Turn turn) {
    return messages.say(
        "point.movement.stance",
        "stance",
        messages.say("stance.short", "stance", turn.cell().stance()),
        "prefers",
        !turn.preferred().isEmpty(),
        "best",
        options(turn.preferred()),
        "refuses",
        !turn.refused().isEmpty(),
        "red",
        options(turn.refused()));
  }

  /// Whether a stance came nearer to agreement.
  public Phrase direction(StanceHistory.Turn turn) {
    return messages.say("point.movement.turn", "direction", turn.direction());
  }

  /// The titles of options.
  public Phrase options(List<OptionId> options) {
    return messages.all(options.stream().map(each -> view.get(each).title().text()).toList());
  }
}
