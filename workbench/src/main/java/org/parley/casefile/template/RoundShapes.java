package org.parley.casefile.template;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.round.TabledPackageId;

/// The shapes of rounds. Their packages are drafts in brackets: the mediator alone reads them until
/// they are written and tabled.
final class RoundShapes {

  private final Blanks blanks;

  RoundShapes(Blanks blanks) {
    this.blanks = blanks;
  }

  /// One text: a first version whose open points the answers show, and a second that mends them.
  List<CaseRecord> singleText(ZonedMoment opens, ZonedMoment closes) {
    Round round =
        round(
            "single-text",
            blanks.title("single-text.title"),
            opens,
            closes,
            Round.Revealing.ALL_ANSWERED,
            List.of(Round.Disclosure.POINTS));
    TabledPackage first =
        draft(round, "single-text-1", blanks.title("single-text.draft"), 1, null, opens);
    TabledPackage second =
        draft(
            round,
            "single-text-2",
            blanks.title("single-text.draft"),
            2,
            first.id(),
            halfway(opens, closes));
    return List.of(round, first, second);
  }

  /// One package, answered until the hour. Only whether all accept is revealed, and not before, so
  /// the time of the last answer tells nothing.
  List<CaseRecord> finalOffer(ZonedMoment opens, ZonedMoment closes) {
    Round round =
        round(
            "final-offer",
            blanks.title("final-offer.title"),
            opens,
            closes,
            Round.Revealing.CLOSING_HOUR,
            List.of());
    return List.of(
        round, draft(round, "final-offer-1", blanks.title("final-offer.draft"), 1, null, opens));
  }

  private static ZonedMoment halfway(ZonedMoment opens, ZonedMoment closes) {
    OffsetDateTime from = opens.local();
    Duration half = Duration.between(from, closes.local()).dividedBy(2);
    OffsetDateTime middle = from.plus(half.isNegative() ? Duration.ZERO : half);
    return new ZonedMoment(middle.withSecond(0).withNano(0).toString());
  }

  private Round round(
      String stem,
      LocalizedText title,
      ZonedMoment opens,
      ZonedMoment closes,
      Round.Revealing when,
      List<Round.Disclosure> reveals) {
    return new Round(
        new RoundId(blanks.id(stem)),
        title,
        blanks.all("parties"),
        blanks.points(),
        opens,
        closes,
        when,
        reveals,
        Round.Improving.LEXIMIN,
        blanks.readers());
  }

  private TabledPackage draft(
      Round round,
      String stem,
      LocalizedText title,
      int version,
      @Nullable TabledPackageId amends,
      ZonedMoment tabled) {
    String open = blanks.say("bracket");
    return new TabledPackage(
        new TabledPackageId(blanks.id(stem)),
        round.id(),
        title,
        version,
        amends,
        null,
        blanks.points().stream().map(each -> new TabledProvision(each, null, null, open)).toList(),
        tabled,
        new Visibility.Mediator());
  }
}
