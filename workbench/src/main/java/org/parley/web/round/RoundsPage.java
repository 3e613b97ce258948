package org.parley.web.round;

import java.util.Optional;
import org.parley.answer.round.RoundReader;
import org.parley.answer.round.RoundsAnswer;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Every round, with where the answers to its packages stand.
///
/// @param frame the page frame
/// @param answer the rounds
public record RoundsPage(Frame frame, RoundsAnswer answer) {

  /// The page.
  public static RoundsPage of(OpenCase open, Optional<? extends RoundReader> reader) {
    return new RoundsPage(
        Frame.of(Say.text("rounds.title"), open.view().info(), "rounds"), answer(open, reader));
  }

  /// The answer of the page.
  public static RoundsAnswer answer(OpenCase open, Optional<? extends RoundReader> reader) {
    return RoundsAnswer.of(open.view(), open.onPageIn(Language.current()).view(), reader, null);
  }
}
